package main

import (
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"sayso/internal/store"
)

var statements = listing[store.Statement]{
	name:    "statements",
	short:   "List who said what",
	example: "  sayso statements --source Ruiz\n  sayso statements --unnamed --words strike --status planned --format csv",
	flags:   []string{"words", "source", "kind", "outlet", "from", "to", "as-of", "status", "type", "measure", "stance", "form", "background", "report"},
	list:    (*store.Store).Statements,
	columns: append([]column[store.Statement]{
		{"id", func(s *store.Statement) string { return s.ID }, whole},
		{"who", func(s *store.Statement) string { return s.Who }, 3},
		{"cue", func(s *store.Statement) string { return s.Cue }, 0},
		{"content", func(s *store.Statement) string { return s.Content }, 6},
		{"status", func(s *store.Statement) string { return strings.Join(s.Statuses, ", ") }, 2},
		{"figures", func(s *store.Statement) string { return strings.Join(s.Figures, ", ") }, 2},
		{"form", func(s *store.Statement) string { return s.Form }, 0},
		{"stance", func(s *store.Statement) string { return s.Stance }, 0},
		{"hedged", func(s *store.Statement) string { return strconv.FormatBool(s.Hedged) }, 0},
		{"background", func(s *store.Statement) string { return strconv.FormatBool(s.Background) }, 0},
		{"start", func(s *store.Statement) string { return strconv.Itoa(s.Start) }, 0},
		{"end", func(s *store.Statement) string { return strconv.Itoa(s.End) }, 0},
	}, inColumns(func(s *store.Statement) *store.In { return &s.In })...),
	table: []column[store.Statement]{
		{"id", func(s *store.Statement) string { return s.ID }, whole},
		{"who", func(s *store.Statement) string { return s.Who }, 3},
		{"says", func(s *store.Statement) string { return s.Content }, 6},
		{"status, figures", func(s *store.Statement) string {
			return spaced(strings.Join(append(slices.Clone(s.Statuses), s.Figures...), ", "))
		}, 3},
		{"report", func(s *store.Statement) string { return joined(", ", s.In.Outlet, s.In.Day) }, 2},
	},
}

func statementsCommand() *cobra.Command { return statements.command() }

// inColumns say which report a row stands in.
func inColumns[T any](in func(*T) *store.In) []column[T] {
	return []column[T]{
		{"published", func(r *T) string { return in(r).Day }, 2},
		{"outlet", func(r *T) string { return in(r).Outlet }, 2},
		{"title", func(r *T) string { return in(r).Title }, 0},
		{"url", func(r *T) string { return in(r).URL }, 0},
		{"report", func(r *T) string { return in(r).Report }, 0},
		{"revision", func(r *T) string { return in(r).Revision }, 0},
	}
}
