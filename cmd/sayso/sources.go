package main

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"sayso/internal/live"
	"sayso/internal/store"
)

// sources are the rows of one name each, as the store keeps them.
var sources = listing[store.Source]{
	name: "sources",
	list: (*store.Store).Sources,
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

// A linkedList lists sources across reports, or with byName the names that they have.
type linkedList struct {
	across
	byName bool
}

func (l *linkedList) listing() *listing[live.SourceRow] {
	return &listing[live.SourceRow]{
		name:    "sources",
		short:   "List who is cited, and how often",
		example: "  sayso sources --unnamed\n  sayso sources --outlet times --kind person\n  sayso sources --by-name --words ministry",
		flags:   []string{"words", "source", "kind", "outlet", "from", "to", "as-of", "report"},
		list:    l.list,
		columns: []column[live.SourceRow]{
			{"id", func(s *live.SourceRow) string { return s.ID }, 0},
			{"key", func(s *live.SourceRow) string { return s.Key }, 0},
			{"source", func(s *live.SourceRow) string { return s.Label }, 3},
			{"kind", func(s *live.SourceRow) string { return s.Kind }, whole},
			{"unnamed", func(s *live.SourceRow) string { return strconv.FormatBool(s.Anonymous) }, 0},
			{"statements", func(s *live.SourceRow) string { return strconv.Itoa(s.Statements) }, whole},
			{"reports", func(s *live.SourceRow) string { return strconv.Itoa(s.Reports) }, whole},
			{"first", func(s *live.SourceRow) string { return s.First }, whole},
			{"last", func(s *live.SourceRow) string { return s.Last }, whole},
			{"names", func(s *live.SourceRow) string { return strings.Join(s.Names, "; ") }, 0},
		},
	}
}

func (l *linkedList) list(s *store.Store, ctx context.Context, f store.Filter) (store.Page[live.SourceRow], error) {
	if l.byName {
		return l.names(s, ctx, f)
	}
	at, err := strconv.Atoi(f.After)
	if f.After != "" && (err != nil || at < 0) {
		return store.Page[live.SourceRow]{}, fmt.Errorf("page %q: %w", f.After, store.ErrNotFound)
	}
	l.asOf = f.AsOf
	st, err := l.state(ctx, s)
	if err != nil {
		return store.Page[live.SourceRow]{}, err
	}
	return st.SourcePage(f, at), nil
}

// names is the store's list, in which every name stands for itself.
func (l *linkedList) names(s *store.Store, ctx context.Context, f store.Filter) (store.Page[live.SourceRow], error) {
	p, err := s.Sources(ctx, f)
	out := store.Page[live.SourceRow]{Rows: []live.SourceRow{}, Next: p.Next}
	for _, row := range p.Rows {
		out.Rows = append(out.Rows, live.SourceRow{Source: row, Names: []string{row.Label}})
	}
	return out, err
}

func sourcesCommand() *cobra.Command {
	l := &linkedList{}
	c := l.listing().command()
	c.Flags().BoolVar(&l.byName, "by-name", false, "a row for each name that reports use, without the links across reports")
	return c
}
