package main

import (
	"context"
	"time"

	"github.com/spf13/cobra"

	"sayso/internal/store"
)

var failed = listing[store.Failure]{
	name:    "failures",
	short:   "List what could not be added, and why",
	example: "  sayso failures --format csv",
	list: func(s *store.Store, ctx context.Context, _ store.Filter) (store.Page[store.Failure], error) {
		rows, err := s.Failures(ctx)
		return store.Page[store.Failure]{Rows: rows}, err
	},
	columns: []column[store.Failure]{
		{"at", func(f *store.Failure) string { return f.At.Format(time.DateTime) }, whole},
		{"origin", func(f *store.Failure) string { return f.Origin }, 2},
		{"reason", func(f *store.Failure) string { return f.Reason }, 3},
	},
}

func failuresCommand() *cobra.Command { return failed.command() }
