package main

import (
	"strconv"

	"github.com/spf13/cobra"

	"sayso/export"
	"sayso/internal/store"
)

var figures = listing[store.Figure]{
	name:    "figures",
	short:   "List how many",
	example: "  sayso figures --measure killed --format csv\n  sayso figures --source ministry --from 2026-03\n  sayso figures --scope cumulative --country VE",
	flags:   []string{"words", "source", "kind", "outlet", "from", "to", "as-of", "status", "measure", "scope", "country", "place", "when", "report"},
	list:    (*store.Store).Figures,
	columns: append([]column[store.Figure]{
		{"id", func(f *store.Figure) string { return f.ID }, whole},
		{"figure", func(f *store.Figure) string { return f.Text }, 3},
		{"measure", func(f *store.Figure) string { return f.Measure }, 2},
		{"unit", func(f *store.Figure) string { return f.Unit }, 0},
		{"low", func(f *store.Figure) string { return number(f.Low) }, whole},
		{"high", func(f *store.Figure) string { return number(f.High) }, whole},
		{"approximate", func(f *store.Figure) string { return strconv.FormatBool(f.Approximate) }, 0},
		{"hedged", func(f *store.Figure) string { return strconv.FormatBool(f.Hedged) }, 0},
		{"scope", func(f *store.Figure) string { return f.Scope }, 0},
		{"since", func(f *store.Figure) string { return f.Since }, 0},
		{"as_of", func(f *store.Figure) string { return f.AsOf }, 2},
		{"who", func(f *store.Figure) string { return f.Who }, 4},
		{"statement", func(f *store.Figure) string { return f.Statement }, 0},
		{"event", func(f *store.Figure) string { return f.Event }, 0},
		{"part_of", func(f *store.Figure) string { return f.PartOf }, 0},
		{"context", func(f *store.Figure) string { return f.Context }, 0},
		{"start", func(f *store.Figure) string { return strconv.Itoa(f.Start) }, 0},
		{"end", func(f *store.Figure) string { return strconv.Itoa(f.End) }, 0},
	}, inColumns(func(f *store.Figure) *store.In { return &f.In })...),
	table: []column[store.Figure]{
		{"id", func(f *store.Figure) string { return f.ID }, whole},
		{"how many", func(f *store.Figure) string { return span(f.Low, f.High) + " " + export.Counted(f.Measure, f.Unit) }, 3},
		{"scope", func(f *store.Figure) string { return joined(" since ", f.Scope, f.Since) }, 2},
		{"in words", func(f *store.Figure) string { return f.Text }, 3},
		{"who says so", func(f *store.Figure) string { return f.Who }, 3},
		{"report", func(f *store.Figure) string { return joined(", ", f.In.Outlet, f.In.Day) }, 2},
	},
}

// span is the least and the most of a figure in a few words.
func span(low, high *float64) string {
	switch {
	case low == nil && high == nil:
		return "some"
	case low == nil:
		return "up to " + number(high)
	case high == nil:
		return "at least " + number(low)
	case *low == *high:
		return number(low)
	}
	return number(low) + "–" + number(high)
}

func figuresCommand() *cobra.Command { return figures.command() }

// number is n as written in a table; "" where it is open.
func number(n *float64) string {
	if n == nil {
		return ""
	}
	return strconv.FormatFloat(*n, 'f', -1, 64)
}
