package main

import (
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"sayso/internal/store"
)

var reports = listing[store.Report]{
	name:    "reports",
	short:   "List the reports in the ledger",
	example: "  sayso reports --outlet times --from 2026-03-01 --to 2026-03\n  sayso reports --words 'river \"power plant\"' --status denied",
	flags:   []string{"words", "source", "outlet", "from", "to", "as-of", "status", "measure", "report"},
	list:    (*store.Store).Reports,
	columns: []column[store.Report]{
		{"id", func(r *store.Report) string { return r.ID }, whole},
		{"published", func(r *store.Report) string { return r.Day }, whole},
		{"published_as_printed", func(r *store.Report) string { return r.Published }, 0},
		{"outlet", func(r *store.Report) string { return r.Outlet }, 2},
		{"title", func(r *store.Report) string { return r.Title }, 6},
		{"authors", func(r *store.Report) string { return strings.Join(r.Authors, "; ") }, 0},
		{"credit", func(r *store.Report) string { return r.Credit }, 0},
		{"url", func(r *store.Report) string { return r.URL }, 0},
		{"language", func(r *store.Report) string { return r.Language }, 0},
		{"words", func(r *store.Report) string { return strconv.Itoa(r.Words) }, 0},
		{"revisions", func(r *store.Report) string { return strconv.Itoa(r.Revisions) }, 0},
		{"statements", func(r *store.Report) string { return strconv.Itoa(r.Statements) }, whole},
		{"events", func(r *store.Report) string { return strconv.Itoa(r.Events) }, 0},
		{"figures", func(r *store.Report) string { return strconv.Itoa(r.Figures) }, 0},
	},
}

func reportsCommand() *cobra.Command { return reports.command() }
