package main

import (
	"strconv"

	"github.com/spf13/cobra"

	"sayso/internal/store"
)

var sources = listing[store.Source]{
	name:    "sources",
	short:   "List who is cited, and how often",
	example: "  sayso sources --unnamed\n  sayso sources --outlet times --kind person",
	flags:   []string{"words", "source", "kind", "outlet", "from", "to", "as-of", "report"},
	list:    (*store.Store).Sources,
	columns: []column[store.Source]{
		{"key", func(s *store.Source) string { return s.Key }, 0},
		{"source", func(s *store.Source) string { return s.Label }, 3},
		{"kind", func(s *store.Source) string { return s.Kind }, whole},
		{"unnamed", func(s *store.Source) string { return strconv.FormatBool(s.Anonymous) }, 0},
		{"statements", func(s *store.Source) string { return strconv.Itoa(s.Statements) }, whole},
		{"reports", func(s *store.Source) string { return strconv.Itoa(s.Reports) }, whole},
		{"first", func(s *store.Source) string { return s.First }, whole},
		{"last", func(s *store.Source) string { return s.Last }, whole},
	},
}

func sourcesCommand() *cobra.Command { return sources.command() }
