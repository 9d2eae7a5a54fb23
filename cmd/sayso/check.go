package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"sayso/export"
	"sayso/internal/store"
)

func checkCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "check",
		Short: "Check that the ledger is whole",
		Long: `Check goes through the whole ledger: the file itself, every key, the hash of every
snapshot and text, every span, the search index. It changes nothing. What is wrong
is printed with the way out, and the exit code is 4.`,
		Example: "  sayso check\n  sayso check --ledger strikes.db",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			s, err := openLedger(c, false)
			if err != nil {
				return err
			}
			defer s.Close()
			return check(c, s)
		},
	}
}

func check(c *cobra.Command, s *store.Store) error {
	out := c.OutOrStdout()
	done, err := s.Check(c.Context(), engine(), func(p store.Problem) {
		fmt.Fprintf(out, "%s: %s\n", p.What, p.Wrong)
		for _, l := range export.Wrap(p.WayOut, 76) {
			fmt.Fprintf(out, "  %s\n", l)
		}
	})
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "%d reports, %d revisions, %d snapshots, %d spans checked\n", done.Reports, done.Revisions, done.Snapshots, done.Spans)
	if done.Stale > 0 {
		fmt.Fprintf(out, "%d readings were made by another engine; sayso reread --stale makes them anew\n", done.Stale)
	}
	if done.Problems > 0 {
		fmt.Fprintf(out, "%d problems\n", done.Problems)
		return &exit{code: exitUnsound}
	}
	fmt.Fprintln(out, "all is well")
	return nil
}
