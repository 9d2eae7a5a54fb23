package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"sayso"
	"sayso/export"
	"sayso/internal/ingest"
	"sayso/internal/store"
)

func addCommand() *cobra.Command {
	var in inputFlags
	var quiet, queued bool
	var part string
	c := &cobra.Command{
		Use:   "add FILE|URL|-…",
		Short: "Put reports into the ledger",
		Long: `Add reads reports and puts them into the ledger with the bytes as they came. The
same bytes twice add nothing; another text at the same address is a new revision
of the report. Every line printed on standard output is on the disk by then:

  added 3f9c2a1b7d045e66 The headline

A line of a .jsonl file is one report: its text or html, and any of id, url,
outlet, title, authors, published, modified and language. Dates are ISO 8601, or
in words ("April 3, 2026"); one of numbers that may mean two days ("03/04/2026")
is not read. The names that trafilatura and news-please write are taken too (date,
date_publish, maintext, author, source_domain).

A file of plain text may begin with lines that name such fields, and an empty line
below them: Title, Published or Date, Outlet, Publisher or Source, Author, URL. It
takes two, of which one is no title; other lines among them make it all text.

A web archive (.warc, .warc.gz, as Common Crawl's) gives its HTML pages, each
with its offset in the file as its origin: news.warc.gz@123456.

What fails is kept with its reason (sayso failures), and the rest goes in.

With --queue the reports are kept as they came and are read later, by sayso work,
here or on other machines that share the ledger; addresses are fetched then. A
line is printed for every slice of them that is on the disk:

  queued job 12: 100 reports, news.warc.gz@0 … news.warc.gz@812345`,
		Example: `  sayso add report.html
  sayso add reports.jsonl.gz
  sayso add --ledger strikes.db https://example.com/news/1 https://example.org/2
  sayso add --shard 1/4 CC-NEWS-*.warc.gz
  sayso add --queue --ledger postgres://ed@db/story CC-NEWS-*.warc.gz
  curl -s https://example.com/news/1 | sayso add --outlet "Example Times" -`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, names []string) error {
			o, err := in.options(c)
			if err != nil {
				return err
			}
			if names, err = shard(names, part); err != nil {
				return err
			}
			if queued {
				return enqueue(c, names, o, quiet)
			}
			return add(c, names, o, quiet)
		},
	}
	in.bind(c)
	c.Flags().BoolVarP(&quiet, "quiet", "q", false, "print only what fails")
	c.Flags().BoolVar(&queued, "queue", false, "keep the reports now and let sayso work read them")
	c.Flags().StringVar(&part, "shard", "", "take only every n-th file from the i-th on, as i/n, for n processes")
	return c
}

// shard is the part of names that "i/n" means; all of them for "".
func shard(names []string, part string) ([]string, error) {
	if part == "" {
		return names, nil
	}
	var i, n int
	if _, err := fmt.Sscanf(part, "%d/%d", &i, &n); err != nil || i < 1 || i > n {
		return nil, &exit{exitUsage, fmt.Errorf("--shard %s: write the part and the number of parts as 1/4", part)}
	}
	return ingest.Shard(names, i, n), nil
}

// told is where a command tells what it does: nowhere with --quiet.
func told(c *cobra.Command, quiet bool) io.Writer {
	if quiet {
		return io.Discard
	}
	return c.OutOrStdout()
}

func add(c *cobra.Command, names []string, o ingest.Options, quiet bool) error {
	s, err := openLedger(c, true)
	if err != nil {
		return err
	}
	defer s.Close()
	out := told(c, quiet)
	a := &adding{s: s, out: bufio.NewWriter(out), failed: failures{w: c.ErrOrStderr()}, progress: newProgress(c.ErrOrStderr(), "added")}
	defer a.progress.stop()
	work := func(in *store.Intake) (*store.Entry, error) { return prepare(c.Context(), s, in) }
	if err := ingest.Each(c.Context(), names, o, work, func(origin string, e *store.Entry, err error) error { return a.take(c.Context(), origin, e, err) }); err != nil {
		a.flush(context.WithoutCancel(c.Context())) // what was read before an interrupt goes in
		return err
	}
	if err := a.flush(c.Context()); err != nil {
		return err
	}
	a.progress.stop()
	a.summary(c.ErrOrStderr())
	return a.failed.exit(a.counts[store.Added]+a.counts[store.Revised]+a.counts[store.Known] > 0)
}

// prepare makes an entry of what came in; nil where the ledger has it already.
func prepare(ctx context.Context, s *store.Store, in *store.Intake) (*store.Entry, error) {
	if known, err := s.Known(ctx, in); known != "" || err != nil {
		return nil, err
	}
	a, err := ingest.Decode(in)
	if err != nil {
		return nil, err
	}
	id := store.ReportID(a)
	a.ID = id
	return store.Prepare(in, sayso.Read(a), id, engine())
}

// A batch is written when it has this many reports or has waited this long: large enough that the
// cost of a commit does not show, small enough that readers do not wait for the writer.
const (
	batchSize = 64
	batchTime = 2 * time.Second
)

// adding gathers entries into batches and tells what became of them.
type adding struct {
	s        *store.Store
	out      *bufio.Writer
	failed   failures
	progress *progress
	batch    []*store.Entry
	bad      []store.Failure
	since    time.Time
	counts   map[store.Outcome]int
	undated  int // of what went in
}

func (a *adding) take(ctx context.Context, origin string, e *store.Entry, err error) error {
	switch {
	case err != nil:
		a.progress.clear()
		a.failed.add(err)
		a.bad = append(a.bad, store.Failure{Origin: origin, Reason: err.Error(), At: time.Now().UTC()})
	case e == nil:
		a.count(store.Known)
	default:
		a.batch = append(a.batch, e)
	}
	if len(a.batch) < batchSize && time.Since(a.since) < batchTime {
		return nil
	}
	return a.flush(ctx)
}

func (a *adding) count(o store.Outcome) {
	if a.counts == nil {
		a.counts = map[store.Outcome]int{}
	}
	a.counts[o]++
	a.progress.step()
}

// flush writes the batch, then says so.
func (a *adding) flush(ctx context.Context) error {
	a.since = time.Now()
	if len(a.bad) > 0 {
		if err := a.s.Fail(ctx, a.bad); err != nil {
			return err
		}
		a.bad = nil
	}
	if len(a.batch) == 0 {
		return nil
	}
	outcomes, err := a.s.Add(ctx, a.batch)
	if err != nil {
		return err
	}
	for i, e := range a.batch {
		a.count(outcomes[i])
		if outcomes[i] != store.Known {
			if !e.Dated() {
				a.undated++
			}
			fmt.Fprintf(a.out, "%s %s %s\n", outcomes[i], e.Report, headline(e))
		}
	}
	a.batch = a.batch[:0]
	return a.out.Flush()
}

func headline(e *store.Entry) string {
	if title := export.Clean(e.Title); title != "" {
		return title
	}
	return export.Clean(e.Origin)
}

func (a *adding) summary(w io.Writer) {
	fmt.Fprintf(w, "%d added, %d revised, %d known, %d failed; ledger %s\n", a.counts[store.Added], a.counts[store.Revised], a.counts[store.Known], a.failed.n, a.s.Path)
	if a.undated > 0 {
		fmt.Fprintf(w, "  %d without a date of publication that can be read: they stand last in lists, and in none as of a day\n  (give it with --published, or as \"published\" in a .jsonl file: 2026-03-04)\n", a.undated)
	}
}
