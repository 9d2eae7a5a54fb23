// Command sayso reads news reports and keeps a ledger of who said what, on whose say-so.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"sayso/internal/live"
)

const long = `sayso reads news reports and keeps a ledger of who said what, on whose say-so.

The ledger is one file: the one that --ledger names, else $SAYSO_LEDGER, else
sayso/ledger.db in your data folder ($XDG_DATA_HOME or ~/.local/share). It can
also be a PostgreSQL database: --ledger postgres://USER@HOST/DATABASE.

Exit codes:
    0  all was done
    1  it could not be done, for the reason that is printed
    2  the command was not understood
    3  some of the reports failed and are listed; the rest was done
    4  check found something wrong
  130  it was interrupted; what was reported as added is in the ledger`

const examples = `  sayso read report.html                   what one report says, for a person
  sayso read --format json report.txt      the same, for a program
  sayso add *.html reports.jsonl           put reports into the ledger
  sayso statements --source Ruiz           what a source is cited for
  sayso stories                            what reports tell together
  sayso check                              is the ledger whole?`

// Exit codes; documented in long.
const (
	exitFailed  = 1
	exitUsage   = 2
	exitPartly  = 3
	exitUnsound = 4
	exitStopped = 130
)

// An exit is an error that decides the exit code. With no cause, what is wrong has been printed.
type exit struct {
	code  int
	cause error
}

func (e *exit) Error() string { return fmt.Sprint(e.cause) }
func (e *exit) Unwrap() error { return e.cause }

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// run is the whole program; it returns the exit code.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	root := rootCommand()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	ctx = context.WithValue(ctx, stderrKey{}, stderr)
	_, err := live.Guarded(func() (bool, error) { return true, root.ExecuteContext(ctx) })
	if err == nil {
		return 0
	}
	code := exitFailed
	var e *exit
	if errors.As(err, &e) {
		code = e.code
		if e.cause == nil {
			return code
		}
	}
	if errors.Is(err, context.Canceled) {
		fmt.Fprintln(stderr, "sayso: interrupted")
		return exitStopped
	}
	if errors.Is(err, syscall.EPIPE) {
		return code // the reader of our output has gone: nobody to tell
	}
	fmt.Fprintln(stderr, "sayso:", err)
	if h := hint(err); h != "" {
		fmt.Fprintln(stderr, "  "+h)
	}
	return code
}

type stderrKey struct{}

// stderrOf is where a command may tell of what it leaves out.
func stderrOf(ctx context.Context) io.Writer {
	if w, ok := ctx.Value(stderrKey{}).(io.Writer); ok {
		return w
	}
	return io.Discard
}

func rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:     "sayso",
		Short:   "Who said what, on whose say-so",
		Long:    long,
		Example: examples,
		// Errors are printed by run, with a hint and without the usage text.
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          usage(cobra.NoArgs),
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.PersistentFlags().String("ledger", "", "the ledger: a file or postgres://… (default: $SAYSO_LEDGER or your data folder)")
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return misused(c, err)
	})
	root.AddCommand(serveCommand(), usersCommand(),
		readCommand(), parseCommand(),
		addCommand(), workCommand(), jobsCommand(), feedsCommand(), watchCommand(), rereadCommand(), failuresCommand(), checkCommand(), exportCommand(), copyCommand(), backupCommand(),
		storiesCommand(), claimsCommand(), talliesCommand(),
		showCommand(), reportsCommand(), statementsCommand(), sourcesCommand(), eventsCommand(), figuresCommand(),
		sampleCommand(), openapiCommand(), versionCommand(),
	)
	for _, c := range root.Commands() {
		c.Args = usage(c.Args)
		c.Flags().SortFlags = false
	}
	return root
}

// misused is an error in how c was called.
func misused(c *cobra.Command, err error) error {
	if c.HasParent() {
		err = fmt.Errorf("%s: %w", c.Name(), err)
	}
	return &exit{exitUsage, fmt.Errorf("%w (see %s --help)", err, c.CommandPath())}
}

// usage makes what is wrong with the arguments an error of usage.
func usage(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if check == nil {
			return nil
		}
		if err := check(c, args); err != nil {
			return misused(c, err)
		}
		return nil
	}
}
