package main

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"sayso/internal/ingest"
	"sayso/internal/jobs"
	"sayso/internal/store"
)

// enqueue keeps what names hold and queues its reading. What cannot be opened is a failure now.
func enqueue(c *cobra.Command, names []string, o ingest.Options, quiet bool) error {
	s, err := openLedger(c, true)
	if err != nil {
		return err
	}
	defer s.Close()
	out := told(c, quiet)
	var sum store.Enqueued
	slices := 0
	wrong := failures{w: c.ErrOrStderr()}
	p := newProgress(c.ErrOrStderr(), "queued")
	defer p.stop()
	q := &jobs.Queue{Store: s, Tell: func(e store.Enqueued, ins []*store.Intake) {
		sum.Queued, sum.Known = sum.Queued+e.Queued, sum.Known+e.Known
		if e.Job != 0 {
			slices++
			p.clear()
			fmt.Fprintf(out, "queued job %d: %s\n", e.Job, extent(e.Queued, ins))
		}
	}}
	pack := func(in *store.Intake) (bool, error) { in.Pack(); return true, nil }
	take := func(in *store.Intake, _ bool, err error) error {
		if err != nil {
			p.clear()
			wrong.add(err)
			return s.Fail(c.Context(), []store.Failure{{Origin: in.Origin, Reason: err.Error(), At: time.Now().UTC()}})
		}
		p.step()
		return q.Add(c.Context(), in)
	}
	err = ingest.Over(c.Context(), 0, ingest.Open(c.Context(), names, o), pack, take)
	if err != nil {
		q.Flush(context.WithoutCancel(c.Context())) // what was read before an interrupt is queued
		return err
	}
	if err := q.Flush(c.Context()); err != nil {
		return err
	}
	p.stop()
	fmt.Fprintf(c.ErrOrStderr(), "%d queued in %s, %d known, %d failed; ledger %s\n", sum.Queued, plural(slices, "job"), sum.Known, wrong.n, s.Path)
	return wrong.exit(sum.Queued+sum.Known > 0)
}

// extent is "100 reports, a.jsonl#1 … a.jsonl#100".
func extent(n int, ins []*store.Intake) string {
	first, last := ins[0].Origin, ins[len(ins)-1].Origin
	if first != last {
		first += " … " + last
	}
	return plural(n, "report") + ", " + first
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprint(n, " ", noun, "s")
}
