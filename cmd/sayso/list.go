package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"sayso/export"
	"sayso/internal/store"
)

// A listing is a command that lists rows of the ledger.
type listing[T any] struct {
	name    string // of the command and of the rows
	short   string
	example string
	flags   []string // names of the filters that mean something for these rows
	list    func(*store.Store, context.Context, store.Filter) (store.Page[T], error)
	columns []column[T]
	table   []column[T] // what a terminal's table shows instead, where the columns are too many for a line
	more    string      // what --all adds to the rows; "" where there is no such flag
}

// A column is one value of a row.
type column[T any] struct {
	head string
	cell func(*T) string
	wide int // share of a table's width; whole: never wrapped; heading: a line over its rows; 0: not in tables
}

// whole is the width of a column that is never wrapped; heading that of one that stands as a line over the rows
// which have its value in common.
const (
	whole   = -1
	heading = -2
)

// A filterFlag is one filter of the lists.
type filterFlag struct {
	to     func(*store.Filter) *string
	help   string
	values []string          // what it can be; nil is anything
	check  func(string) bool // whether it makes sense; nil is anything
	form   string            // of what check takes, where that is not a day, a month or a year
}

// filterFlags are all filters, by the names of their flags.
var filterFlags = map[string]filterFlag{
	"words":      {to: func(f *store.Filter) *string { return &f.Words }, help: `words that must occur; "in quotation marks" together, beginn* for beginnings, -word for none`},
	"source":     {to: func(f *store.Filter) *string { return &f.Source }, help: "key of a source, or a part of its name"},
	"outlet":     {to: func(f *store.Filter) *string { return &f.Outlet }, help: "a part of the outlet's name"},
	"from":       {to: func(f *store.Filter) *string { return &f.From }, help: "published on this day (2026-03-04), month or year, or later", check: isDay},
	"to":         {to: func(f *store.Filter) *string { return &f.To }, help: "published on this day, month or year, or earlier", check: isDay},
	"as-of":      {to: func(f *store.Filter) *string { return &f.AsOf }, help: "each report in the text it had at the end of this day (2026-03-04), and no later one", check: isOneDay, form: "2026-03-04"},
	"status":     {to: func(f *store.Filter) *string { return &f.Status }, help: "status of an event: happened, planned, denied, …", values: statuses},
	"measure":    {to: func(f *store.Filter) *string { return &f.Measure }, help: "what a figure measures: killed, injured, boats, …"},
	"type":       {to: func(f *store.Filter) *string { return &f.Type }, help: "type of an event: ASSAULT, AGREE, …"},
	"country":    {to: func(f *store.Filter) *string { return &f.Country }, help: "where an event is, ISO 3166: VE", check: isCountry, form: "VE, two letters of ISO 3166"},
	"place":      {to: func(f *store.Filter) *string { return &f.Place }, help: "a part of the name of the place where an event is"},
	"when":       {to: func(f *store.Filter) *string { return &f.When }, help: "events of this day (2026-03-04), month or year; figures as of it", check: isDay},
	"scope":      {to: func(f *store.Filter) *string { return &f.Scope }, help: "scope of a figure: incident or cumulative", values: []string{"incident", "cumulative"}},
	"stance":     {to: func(f *store.Filter) *string { return &f.Stance }, help: "stance of a statement: asserts, denies, confirms, …", values: stances},
	"form":       {to: func(f *store.Filter) *string { return &f.Form }, help: "form of a statement: direct, indirect or mixed", values: []string{"direct", "indirect", "mixed"}},
	"kind":       {to: func(f *store.Filter) *string { return &f.Kind }, help: "kind of a source: person, organisation, outlet, document or group", values: []string{"person", "organisation", "outlet", "document", "group"}},
	"report":     {to: func(f *store.Filter) *string { return &f.Report }, help: "id of one report"},
	"background": {to: func(f *store.Filter) *string { return &f.Background }, help: "yes or no: only, or without, what restates earlier reports", values: []string{"yes", "no"}},
}

var (
	statuses = []string{"happened", "ongoing", "ordered", "authorised", "planned", "considered", "proposed", "threatened", "predicted", "possible", "denied", "did_not_happen", "unknown"}
	stances  = []string{"asserts", "denies", "confirms", "asks", "demands", "promises", "threatens", "speculates", "declines"}
)

// isDay reports whether s is a day, a month or a year of ISO 8601.
func isDay(s string) bool {
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if _, err := time.Parse(layout, s); err == nil {
			return true
		}
	}
	return false
}

// isCountry reports whether s can be a country's code: a name finds nothing.
func isCountry(s string) bool {
	return len(s) == 2 && strings.Trim(strings.ToUpper(s), "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

func isOneDay(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}

// wrong is what is wrong with a filter's value, nil where nothing is.
func (g *filterFlag) wrong(command, name, value string) error {
	switch {
	case value == "":
	case g.values != nil && !slices.Contains(g.values, value):
		return &exit{exitUsage, fmt.Errorf("%s: no %s %q; it is one of %s", command, name, value, strings.Join(g.values, ", "))}
	case g.check != nil && !g.check(value):
		return &exit{exitUsage, fmt.Errorf("%s: --%s %q is not of the form %s", command, name, value, cmp.Or(g.form, "2026-03-04, 2026-03 or 2026"))}
	}
	return nil
}

func (l *listing[T]) command() *cobra.Command {
	var f store.Filter
	format := "table"
	c := &cobra.Command{Use: l.name, Short: l.short, Example: l.example, Args: cobra.NoArgs}
	for _, name := range l.flags {
		flag := filterFlags[name]
		c.Flags().StringVar(flag.to(&f), name, "", flag.help)
		if flag.values != nil {
			c.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(flag.values, cobra.ShellCompDirectiveNoFileComp))
		}
	}
	everything := false
	if l.more != "" {
		c.Flags().BoolVar(&everything, "all", false, l.more)
	}
	if slices.Contains(l.flags, "source") {
		c.Flags().BoolVar(&f.Unnamed, "unnamed", false, "only unnamed sources")
	}
	c.Flags().IntVar(&f.Limit, "limit", 0, "rows at most; -1 for all (default: 50 for table and json, all for csv and jsonl)")
	c.Flags().StringVar(&f.After, "after", "", "begin behind this place: the \"next\" of the page before")
	c.Flags().StringVar(&format, "format", format, "table, csv, json or jsonl")
	c.RunE = func(c *cobra.Command, _ []string) error {
		for _, name := range l.flags {
			flag := filterFlags[name]
			if err := flag.wrong(l.name, name, *flag.to(&f)); err != nil {
				return err
			}
		}
		f.Salient, f.Country = !everything, strings.ToUpper(f.Country)
		return l.run(c, f, format)
	}
	c.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"table", "csv", "json", "jsonl"}, cobra.ShellCompDirectiveNoFileComp))
	return c
}

func (l *listing[T]) run(c *cobra.Command, f store.Filter, format string) error {
	print := map[string]func(io.Writer, store.Page[T]) error{"table": l.print, "csv": l.csv, "json": printJSON[T], "jsonl": printJSONL[T]}[format]
	if print == nil {
		return &exit{exitUsage, fmt.Errorf("%s: no format %q; formats are table, csv, json and jsonl", l.name, format)}
	}
	s, err := openLedger(c, false)
	if err != nil {
		return err
	}
	defer s.Close()
	w := bufio.NewWriter(c.OutOrStdout())
	if f.Limit == 0 && (format == "csv" || format == "jsonl") {
		encoder := map[string]func(io.Writer) *json.Encoder{"jsonl": jsonl}[format]
		if err := l.all(c.Context(), s, f, w, encoder); err != nil {
			return fmt.Errorf("%s of ledger %s: %w", l.name, s.Path, err)
		}
		return w.Flush()
	}
	page, err := l.list(s, c.Context(), f)
	if err != nil {
		return fmt.Errorf("%s of ledger %s: %w", l.name, s.Path, err)
	}
	if err := print(w, page); err != nil {
		return err
	}
	if len(page.Rows) == 0 && f.Measure != "" {
		if err := hintMeasures(c, s, f.Measure); err != nil {
			return err
		}
	}
	if page.Next != "" && format == "table" {
		fmt.Fprintf(w, "more: --after %s\n", page.Next)
	}
	return w.Flush()
}

// table prints the columns that hold something.
func (l *listing[T]) print(w io.Writer, page store.Page[T]) error {
	if len(page.Rows) == 0 {
		_, err := fmt.Fprintf(w, "no %s\n", l.name)
		return err
	}
	t := export.Table{Rows: make([][]string, len(page.Rows))}
	shown := l.table
	if shown == nil {
		shown = l.columns
	}
	for _, col := range shown {
		if col.wide == heading {
			for i := range page.Rows {
				t.Groups = append(t.Groups, col.cell(&page.Rows[i]))
			}
		}
		if col.wide == 0 || col.wide == heading {
			continue
		}
		t.Columns = append(t.Columns, export.Column{Head: col.head, Share: max(0, col.wide)})
		for i := range page.Rows {
			cell := col.cell(&page.Rows[i])
			if col.head == "id" {
				cell = shortID(cell)
			}
			t.Rows[i] = append(t.Rows[i], cell)
		}
	}
	return t.Full().Print(w)
}

func (l *listing[T]) csv(w io.Writer, page store.Page[T]) error {
	out := export.NewCSV(w)
	out.Write(l.heads())
	for i := range page.Rows {
		out.Write(l.cells(&page.Rows[i]))
	}
	return out.Flush()
}

// shortID is enough of an id to show what it names: 3f9c2a1b of 3f9c2a1b7d045e66, 3f9c2a1b-a1.
func shortID(id string) string {
	hash, local, ok := strings.Cut(id, "-")
	hash = hash[:min(8, len(hash))]
	if !ok {
		return hash
	}
	return hash + "-" + local
}

func (l *listing[T]) heads() []string {
	out := make([]string, len(l.columns))
	for i, col := range l.columns {
		out[i] = col.head
	}
	return out
}

func (l *listing[T]) cells(row *T) []string {
	out := make([]string, len(l.columns))
	for i, col := range l.columns {
		out[i] = col.cell(row)
	}
	return out
}

func printJSON[T any](w io.Writer, page store.Page[T]) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(page)
}

func printJSONL[T any](w io.Writer, page store.Page[T]) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	for i := range page.Rows {
		if err := e.Encode(&page.Rows[i]); err != nil {
			return err
		}
	}
	return nil
}

// hintMeasures says which measures there are where one was asked for that there is none of.
func hintMeasures(c *cobra.Command, s *store.Store, asked string) error {
	all, err := s.Measures(c.Context())
	if err != nil {
		return err
	}
	var names []string
	for i := range all {
		if all[i].Name == asked {
			return nil // it is there, and the other filters leave none of it
		}
		names = append(names, all[i].Name)
	}
	if len(names) == 0 {
		return nil
	}
	text := fmt.Sprintf("nothing here measures %q; the measures of this ledger, the most frequent first, are %s", asked, strings.Join(names[:min(20, len(names))], ", "))
	if n := len(names) - 20; n > 0 {
		text += fmt.Sprintf(" and %d more", n)
	}
	c.PrintErrln("  " + strings.Join(export.Wrap(text, noteWidth-2), "\n  "))
	return nil
}
