package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sayso/export"
	"sayso/internal/store"
)

func showCommand() *cobra.Command {
	format := "text"
	c := &cobra.Command{
		Use:   "show ID",
		Short: "Show one report, statement, event, figure or source",
		Long: `Show prints what an id names. Ids stand in the first column of the lists; those
can be shortened. A source is named by its key. With --format raw the bytes of a
report, or of one of its revisions, are written as they came.`,
		Example: `  sayso show 3f9c2a1b
  sayso show 3f9c2a1b7d045e66-a1
  sayso show ana-ruiz --format json
  sayso show 3f9c2a1b --format raw > page.html`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error { return show(c, args[0], format) },
	}
	c.Flags().StringVar(&format, "format", format, "text, json or raw")
	return c
}

func show(c *cobra.Command, id, format string) error {
	if !slices.Contains([]string{"text", "json", "raw"}, format) {
		return &exit{exitUsage, fmt.Errorf("show: no format %q; formats are text, json and raw", format)}
	}
	s, err := openLedger(c, false)
	if err != nil {
		return err
	}
	defer s.Close()
	kind, id, err := s.Find(c.Context(), id)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(c.OutOrStdout())
	defer w.Flush()
	ctx, text := c.Context(), format != "json"
	switch kind {
	case store.KindReport, store.KindRevision:
		if format == "raw" {
			return showRaw(ctx, s, w, id)
		}
		return showReport(ctx, s, w, kind, id, text)
	case store.KindStatement:
		v, err := s.Statement(ctx, id)
		return showOne(w, &v, statements.columns, text, err)
	case store.KindEvent:
		v, err := s.Event(ctx, id)
		return showOne(w, &v, events.columns, text, err)
	case store.KindFigure:
		v, err := s.Figure(ctx, id)
		return showOne(w, &v, figures.columns, text, err)
	}
	return showSource(ctx, s, w, id, text)
}

// showOne prints one row of a list, a column a line.
func showOne[T any](w io.Writer, v *T, columns []column[T], text bool, err error) error {
	if err != nil {
		return err
	}
	if !text {
		return printOne(w, v)
	}
	for _, col := range columns {
		lines := export.Wrap(col.cell(v), 66)
		if lines[0] == "" {
			continue
		}
		fmt.Fprintf(w, "%-12s  %s\n", strings.ReplaceAll(col.head, "_", " "), strings.Join(lines, "\n"+strings.Repeat(" ", 14)))
	}
	return nil
}

func printOne(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

func showReport(ctx context.Context, s *store.Store, w *bufio.Writer, kind store.Kind, id string, text bool) error {
	g, err := s.Reading(ctx, id)
	if err != nil {
		return err
	}
	if !text {
		return printOne(w, storedReading(g))
	}
	if err := (export.Text{Colour: colour(os.Stdout)}).Print(w, g.Reading); err != nil {
		return err
	}
	if kind == store.KindRevision {
		return nil
	}
	d, err := s.Report(ctx, id)
	if err != nil {
		return err
	}
	t := export.Table{Columns: []export.Column{{Head: "revision"}, {Head: "fetched"}, {Head: "from", Share: 2}, {Head: "sha256", Share: 1}}}
	for _, v := range d.Revisions {
		for _, i := range v.Intakes {
			t.Rows = append(t.Rows, []string{v.ID, i.Fetched.Format("2006-01-02 15:04:05Z"), i.Origin, i.SHA256[:16]})
		}
	}
	w.WriteString("\n")
	return t.Print(w)
}

// showRaw writes the bytes that a report's newest revision, or a revision, was read from.
func showRaw(ctx context.Context, s *store.Store, w *bufio.Writer, id string) error {
	g, err := s.Reading(ctx, id)
	if err != nil {
		return err
	}
	k, err := s.Snapshot(ctx, g.Revision)
	if err != nil {
		return err
	}
	_, err = w.Write(k.Bytes)
	return err
}

func showSource(ctx context.Context, s *store.Store, w *bufio.Writer, key string, text bool) error {
	d, err := s.Source(ctx, key, store.Filter{Limit: -1})
	if err != nil {
		return err
	}
	if !text {
		return printOne(w, d)
	}
	if err := showOne(w, &d.Source, sources.columns, true, nil); err != nil {
		return err
	}
	w.WriteString("\n")
	return statements.print(w, d.Statements)
}
