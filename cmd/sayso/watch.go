package main

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"sayso/export"
	"sayso/internal/fetch"
	"sayso/internal/store"
	"sayso/internal/watch"
)

// watchFlags are the flags of every command that watches.
type watchFlags struct {
	allow []string
	pause time.Duration
	idle  bool // the queue is left to other programs
}

func (f *watchFlags) bind(c *cobra.Command) {
	c.Flags().StringSliceVar(&f.allow, "allow-host", nil, "a host in a private network that may be asked")
	c.Flags().DurationVar(&f.pause, "pause", time.Second, "between two requests to one host, at least")
	c.Flags().BoolVar(&f.idle, "no-work", false, "read nothing in this process: sayso work reads what waits")
}

// watcher is a watcher of s's feeds that tells to out, what failed to wrong.
func (f *watchFlags) watcher(s *store.Store, out, wrong io.Writer) *watch.Watcher {
	return &watch.Watcher{
		Store:   s,
		Queue:   f.idle,
		Client:  &fetch.Polite{Client: &fetch.Client{Allow: f.allow}, Pause: max(f.pause, time.Millisecond)},
		Prepare: func(ctx context.Context, in *store.Intake) (*store.Entry, error) { return prepare(ctx, s, in) },
		Tell: func(e watch.Event) {
			if e.Kind == watch.Failed || e.Kind == watch.Gone {
				fmt.Fprintln(wrong, export.Clean(fmt.Sprint(e)))
				return
			}
			fmt.Fprintln(out, export.Clean(fmt.Sprint(e)))
		},
	}
}

func watchCommand() *cobra.Command {
	var f watchFlags
	var once, quiet bool
	c := &cobra.Command{
		Use:   "watch",
		Short: "Poll the feeds and add what they bring, until stopped",
		Long: `Watch polls the feeds (sayso feeds) that are due and adds the reports they list,
as sayso add does. Each thing that happens is one line:

  added 3f9c2a1b7d045e66 The headline
  polled https://example.com/news.rss 3 new, 3 came, 0 failed; next at …

It heeds robots.txt, leaves a pause between two requests to one host, and waits
where a server asks it to. A feed that brings much is polled more often, one that
brings nothing less often: every 5 minutes at most, once a day at least.

It also reads what was queued by others (sayso add --queue). With --no-work it
reads nothing: what comes is queued, for sayso work here or on other machines.

Ctrl-C (or SIGTERM) ends it; what was told as added is in the ledger.`,
		Example: `  sayso watch
  sayso watch --once --quiet     from a timer: poll what is due, print what failed`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			s, err := openLedger(c, false)
			if err != nil {
				return err
			}
			defer s.Close()
			out := told(c, quiet)
			watch := func(ctx context.Context) error { return f.watcher(s, out, c.ErrOrStderr()).Run(ctx, once) }
			if once {
				return watch(c.Context())
			}
			poll := watch
			watch = func(ctx context.Context) error { return enduring(ctx, c.ErrOrStderr(), poll) }
			if f.idle {
				return watch(c.Context())
			}
			return beside(c.Context(), worker(s, out, c.ErrOrStderr(), f.allow), watch)
		},
	}
	c.Flags().BoolVar(&once, "once", false, "poll what is due now, then end")
	c.Flags().BoolVarP(&quiet, "quiet", "q", false, "print only what fails")
	f.bind(c)
	return c
}
