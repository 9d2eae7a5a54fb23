package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"slices"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"sayso/internal/fetch"
	"sayso/internal/ingest"
	"sayso/internal/store"
	"sayso/internal/watch"
)

func feedsCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "feeds",
		Short: "Say what is to be watched, and see how it goes",
		Long: `Feeds keeps the list of what sayso watch polls: RSS, Atom and JSON feeds, news
sitemaps, and single pages that are read again for new revisions. What an address
is shows when it is first polled; --kind says it beforehand.`,
		Example: `  sayso feeds add https://example.com/news.rss https://example.org/sitemap.xml
  sayso feeds add --kind page https://example.com/live/ferry
  sayso feeds list
  sayso feeds import subscriptions.opml`,
		Args: usage(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	list := feeds.command()
	list.Use = "list"
	c.AddCommand(feedsAddCommand(), list,
		feedsSetCommand("pause", "Stop polling feeds for now", store.Paused), feedsSetCommand("resume", "Poll feeds again, at once", store.Watched),
		feedsSetCommand("remove", "Take feeds off the list; what they brought stays in the ledger", store.Removed),
		feedsImportCommand(), feedsExportCommand())
	tidy(c)
	return c
}

var feeds = listing[store.Feed]{
	name:    "feeds",
	short:   "List what is watched, and how it goes",
	example: "  sayso feeds list\n  sayso feeds list --format csv",
	list: func(s *store.Store, ctx context.Context, _ store.Filter) (store.Page[store.Feed], error) {
		rows, err := s.Feeds(ctx)
		return store.Page[store.Feed]{Rows: rows}, err
	},
	columns: []column[store.Feed]{
		{"address", func(f *store.Feed) string { return f.Address }, 3},
		{"title", func(f *store.Feed) string { return f.Title }, 0},
		{"moved_to", func(f *store.Feed) string { return f.MovedTo }, 0},
		{"kind", func(f *store.Feed) string { return f.Kind }, whole},
		{"state", func(f *store.Feed) string { return f.State }, whole},
		{"last_ok", func(f *store.Feed) string { return minute(f.LastOK) }, 0},
		{"came", func(f *store.Feed) string { return strconv.Itoa(f.Came) }, whole},
		{"waiting", func(f *store.Feed) string { return strconv.Itoa(f.Waiting) }, 0},
		{"failed", func(f *store.Feed) string { return strconv.Itoa(f.Failed) }, whole},
		{"next", func(f *store.Feed) string { return minute(f.Next) }, whole},
		{"error", func(f *store.Feed) string { return f.Error }, 2},
	},
}

// minute is a time as lists show it, in UTC; "" for never.
func minute(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format("2006-01-02 15:04")
}

func feedsAddCommand() *cobra.Command {
	var kind string
	c := &cobra.Command{
		Use:     "add URL…",
		Short:   "Watch addresses from now on",
		Example: "  sayso feeds add https://example.com/news.rss\n  sayso feeds add --kind page https://example.com/live/ferry",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if kind != "" && kind != fetch.Sitemap && kind != fetch.Web {
				return &exit{exitUsage, fmt.Errorf("feeds add: no kind %q; say sitemap or page, or nothing: feeds tell their kind themselves", kind)}
			}
			var subs []fetch.Subscription
			for _, a := range args {
				u, err := url.Parse(a)
				if err != nil || !ingest.IsURL(a) || u.Host == "" {
					return &exit{exitUsage, fmt.Errorf("feeds add: %q is no address of the form https://example.com/news.rss", a)}
				}
				subs = append(subs, fetch.Subscription{Address: a, Kind: kind})
			}
			return addFeeds(c, subs)
		},
	}
	c.Flags().StringVar(&kind, "kind", "", "sitemap, or page for one that is read again (default: what it turns out to be)")
	return c
}

// addFeeds watches what is not watched yet.
func addFeeds(c *cobra.Command, subs []fetch.Subscription) error {
	s, err := openLedger(c, true)
	if err != nil {
		return err
	}
	defer s.Close()
	known := 0
	for _, sub := range subs {
		added, err := s.AddFeed(c.Context(), store.Feed{Address: sub.Address, Title: sub.Title, Kind: sub.Kind, Interval: watch.First}, time.Now())
		if err != nil {
			return err
		}
		if !added {
			known++
			continue
		}
		fmt.Fprintln(c.OutOrStdout(), "watched", sub.Address)
	}
	fmt.Fprintf(c.ErrOrStderr(), "%d added, %d known; sayso watch polls them\n", len(subs)-known, known)
	return nil
}

func feedsSetCommand(name, short, state string) *cobra.Command {
	return &cobra.Command{
		Use: name + " URL…", Short: short, Args: cobra.MinimumNArgs(1),
		Example: "  sayso feeds " + name + " https://example.com/news.rss",
		RunE: func(c *cobra.Command, args []string) error {
			s, err := openLedger(c, false)
			if err != nil {
				return err
			}
			defer s.Close()
			for _, a := range args {
				if err := s.SetFeed(c.Context(), a, state, time.Now()); err != nil {
					return err
				}
				fmt.Fprintln(c.OutOrStdout(), state, a)
			}
			return nil
		},
	}
}

func feedsImportCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "import FILE.opml|-",
		Short:   "Watch the feeds that an OPML file lists",
		Example: "  sayso feeds import subscriptions.opml",
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			in := c.InOrStdin()
			if args[0] != "-" {
				f, err := os.Open(args[0])
				if err != nil {
					return err
				}
				defer f.Close()
				in = f
			}
			subs, err := fetch.ReadOPML(in)
			if err != nil {
				return fmt.Errorf("read %s: %w", args[0], err)
			}
			return addFeeds(c, subs)
		},
	}
}

func feedsExportCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "export [FILE.opml]",
		Short:   "Write what is watched as OPML",
		Example: "  sayso feeds export subscriptions.opml",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			s, err := openLedger(c, false)
			if err != nil {
				return err
			}
			defer s.Close()
			fs, err := s.Feeds(c.Context())
			if err != nil {
				return err
			}
			fs = slices.DeleteFunc(fs, func(f store.Feed) bool { return f.State == store.Gone })
			subs := make([]fetch.Subscription, len(fs))
			for i, f := range fs {
				subs[i] = fetch.Subscription{Address: f.Asked(), Title: f.Title, Kind: f.Kind}
			}
			write := func(w io.Writer) error { return fetch.WriteOPML(w, "Watched by sayso", subs) }
			if len(args) == 1 {
				return writeFile(args[0], write)
			}
			w := bufio.NewWriter(c.OutOrStdout())
			return errors.Join(write(w), w.Flush())
		},
	}
}
