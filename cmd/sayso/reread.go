package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"sayso"
	"sayso/internal/ingest"
	"sayso/internal/store"
)

func rereadCommand() *cobra.Command {
	var stale bool
	c := &cobra.Command{
		Use:   "reread",
		Short: "Make all readings anew from the snapshots",
		Long: `Reread reads every kept snapshot again with this program's engine and replaces
the readings and the search index. Ids of reports and revisions stay, and so do
snapshots and decisions. A report that can no longer be read keeps its reading.`,
		Example: "  sayso reread --stale",
		Args:    cobra.NoArgs,
		RunE:    func(c *cobra.Command, _ []string) error { return reread(c, stale) },
	}
	c.Flags().BoolVar(&stale, "stale", false, "only readings that another engine made")
	return c
}

// reread makes all readings anew, or with stale only those that another version or other models made, and tells how far it is.
func reread(c *cobra.Command, stale bool) error {
	s, err := openLedger(c, false)
	if err != nil {
		return err
	}
	defer s.Close()
	// First of all, since rows cannot be replaced under an index that does not fit them.
	if err := s.Reindex(c.Context()); err != nil {
		return err
	}
	var only *store.Engine
	if stale {
		e := engine()
		only = &e
	}
	ctx := c.Context()
	failed := &failures{w: c.ErrOrStderr()}
	p := newProgress(c.ErrOrStderr(), "read again")
	defer p.stop()
	var batch []*store.Rereading
	n := 0
	flush := func() error {
		err := s.Reread(ctx, batch)
		n += len(batch)
		batch = batch[:0]
		return err
	}
	err = ingest.Over(ctx, 0, s.Kept(ctx, only), readAgain, func(_ *store.Kept, g *store.Rereading, err error) error {
		if err != nil {
			p.clear()
			failed.add(err)
			return nil
		}
		p.step()
		if batch = append(batch, g); len(batch) < batchSize {
			return nil
		}
		return flush()
	})
	if err == nil {
		err = flush()
	}
	if err != nil {
		return err
	}
	p.stop()
	fmt.Fprintf(c.ErrOrStderr(), "%d read again, %d failed; ledger %s\n", n, failed.n, s.Path)
	return failed.exit(n > 0)
}

func readAgain(k *store.Kept) (*store.Rereading, error) {
	a, err := ingest.Decode(&k.Intake)
	if err != nil {
		return nil, err
	}
	a.ID = k.Report
	return store.PrepareAgain(k, sayso.Read(a), engine())
}
