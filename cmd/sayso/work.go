package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"sayso/export"
	"sayso/internal/fetch"
	"sayso/internal/jobs"
	"sayso/internal/store"
)

func workCommand() *cobra.Command {
	var allow []string
	var once, quiet bool
	var atOnce int
	var lease time.Duration
	c := &cobra.Command{
		Use:   "work",
		Short: "Read what was queued, until stopped",
		Long: `Work reads the reports that were queued (sayso add --queue, sayso watch --no-work)
and puts them into the ledger, as sayso add does. Any number of processes may work
on one ledger, on any number of machines where it is in PostgreSQL; the ledger
becomes the same as if one had read all. Each report is one line:

  added 3f9c2a1b7d045e66 The headline

Ctrl-C (or SIGTERM) ends it: what is read is written, the rest is handed back. The
jobs of a worker that was killed are taken over by another when it has not been
heard of for the time of --lease.

A lost connection or a full disk is told on standard error, and it goes on when
that has passed.`,
		Example: `  sayso work
  sayso work --once                                 until nothing waits
  sayso work --ledger postgres://ed@db/story -n 8   eight reports at once`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if lease < time.Second {
				return misused(c, fmt.Errorf("--lease %s is shorter than a second", lease))
			}
			s, err := openLedger(c, false)
			if err != nil {
				return err
			}
			defer s.Close()
			out := told(c, quiet)
			w := worker(s, out, c.ErrOrStderr(), allow)
			w.AtOnce, w.Lease = atOnce, lease
			if err := w.Run(c.Context(), once); err != nil || c.Context().Err() != nil || !once {
				return err
			}
			return leftOver(c, s)
		},
	}
	c.Flags().IntVarP(&atOnce, "at-once", "n", 0, "reports read at once (default: one a CPU)")
	c.Flags().BoolVar(&once, "once", false, "end when nothing waits")
	c.Flags().BoolVarP(&quiet, "quiet", "q", false, "print only what fails")
	c.Flags().DurationVar(&lease, "lease", 30*time.Second, "how long a worker that is not heard of keeps its jobs")
	c.Flags().StringSliceVar(&allow, "allow-host", nil, "a host in a private network that may be asked")
	return c
}

// worker is a worker on s's queue that tells to out, what failed to wrong.
func worker(s *store.Store, out, wrong io.Writer, allow []string) *jobs.Worker {
	bad := failures{w: wrong}
	return &jobs.Worker{
		Store:   s,
		Prepare: func(ctx context.Context, in *store.Intake) (*store.Entry, error) { return prepare(ctx, s, in) },
		Client:  &fetch.Client{Allow: allow},
		Tell: func(e jobs.Event) {
			switch e.Kind {
			case jobs.Failed, jobs.Trouble:
				bad.add(e.Err)
			case jobs.Waits:
				fmt.Fprintln(wrong, "sayso:", e.Err, "(it is tried again later)")
			case jobs.Ended:
			default:
				fmt.Fprintln(out, export.Clean(fmt.Sprint(e)))
			}
		},
	}
}

// leftOver says what is still in the queue after a worker has ended, in its exit code too.
func leftOver(c *cobra.Command, s *store.Store) error {
	states, open, err := s.JobCounts(c.Context())
	if err != nil {
		return err
	}
	if open > 0 {
		fmt.Fprintf(c.ErrOrStderr(), "%s wait for another try or are in other hands (sayso jobs)\n", plural(open, "report"))
	}
	if n := states[store.JobFailed]; n > 0 {
		fmt.Fprintf(c.ErrOrStderr(), "%s failed (sayso jobs failed); sayso jobs retry ID reads them again\n", plural(n, "job"))
		return &exit{code: exitPartly}
	}
	return nil
}

// beside runs f and, in this process too, a worker on s's queue. When one ends the other does.
func beside(ctx context.Context, w *jobs.Worker, f func(context.Context) error) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	worked := make(chan error, 1)
	go func() {
		defer stop()
		worked <- w.Run(ctx, false)
	}()
	err := f(ctx)
	stop()
	return errors.Join(<-worked, err)
}

// enduring runs f again, after a pause, when it ends with trouble of the ledger that may pass: a lost
// connection ends no watcher.
func enduring(ctx context.Context, wrong io.Writer, f func(context.Context) error) error {
	for {
		err := f(ctx)
		if err == nil || ctx.Err() != nil || !jobs.Passing(err) {
			return err
		}
		fmt.Fprintln(wrong, "sayso:", err, "(it goes on in a moment)")
		select {
		case <-time.After(2 * time.Second):
		case <-ctx.Done():
			return nil
		}
	}
}
