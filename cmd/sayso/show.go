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
	"sayso/internal/live"
	"sayso/internal/store"
)

// A showing is what sayso show is asked for.
type showing struct {
	across
	format string
	why    bool
}

func showCommand() *cobra.Command {
	v := &showing{format: "text"}
	c := &cobra.Command{
		Use:   "show ID",
		Short: "Show one report, statement, event, figure, source, story or claim",
		Long: `Show prints what an id names. Ids stand in the first column of the lists; those of
reports can be shortened. A source is named by its key. With --format raw the bytes
of a report, or of one of its revisions, are written as they came.

Stories (st-…), claims (cl-…), and events, sources and quotations across reports
(ev-…, so-…, qu-…) come with why they are one and which near ones were held
apart, in words of both reports. --why says the same of a report, of the claim of
a statement, the event of a mention and the sources of a key; the whole ledger is
linked for it first.`,
		Example: `  sayso show 3f9c2a1b
  sayso show 3f9c2a1b7d045e66-a1
  sayso show ana-ruiz --format json
  sayso show cl-6f069f96cf11 --as-of 2026-03-04
  sayso show 3f9c2a1b --why
  sayso show 3f9c2a1b --format raw > page.html`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error { return v.show(c, args[0]) },
	}
	c.Flags().StringVar(&v.format, "format", v.format, "text, json or raw")
	c.Flags().BoolVar(&v.why, "why", false, "what links it with other reports, and what was held apart")
	return v.command(c, false)
}

func (v *showing) show(c *cobra.Command, id string) error {
	if !slices.Contains([]string{"text", "json", "raw"}, v.format) {
		return &exit{exitUsage, fmt.Errorf("show: no format %q; formats are text, json and raw", v.format)}
	}
	s, err := openLedger(c, false)
	if err != nil {
		return err
	}
	defer s.Close()
	w := bufio.NewWriter(c.OutOrStdout())
	defer w.Flush()
	ctx, text := c.Context(), v.format != "json"
	if acrossID.MatchString(id) {
		return v.showAcross(ctx, s, w, id, text)
	}
	kind, id, err := s.Find(ctx, id)
	if err != nil {
		return err
	}
	switch kind {
	case store.KindReport, store.KindRevision:
		return v.showReport(ctx, s, w, kind, id, text)
	case store.KindStatement:
		st, err := s.Statement(ctx, id)
		if err != nil {
			return err
		}
		return showRow(ctx, v, s, w, &st, statements.columns, func(l *live.State) string { return l.ClaimsIn(st.In.Report)[st.Local] })
	case store.KindEvent:
		e, err := s.Event(ctx, id)
		if err != nil {
			return err
		}
		return showRow(ctx, v, s, w, &e, events.columns, func(l *live.State) string { return l.EventsIn(e.In.Report)[e.Local] })
	case store.KindFigure:
		f, err := s.Figure(ctx, id)
		if err != nil {
			return err
		}
		return showRow(ctx, v, s, w, &f, figures.columns, nil)
	}
	return v.showSource(ctx, s, w, id, text)
}

// showRow prints one row and, where --why asks for it, what it is told together with.
func showRow[T any](ctx context.Context, v *showing, s *store.Store, w *bufio.Writer, row *T, columns []column[T], across func(*live.State) string) error {
	text := v.format != "json"
	id := ""
	if v.why && across != nil {
		st, err := v.state(ctx, s)
		if err != nil {
			return err
		}
		id = across(st)
	}
	switch {
	case id == "":
		return showOne(w, row, columns, text)
	case text:
		if err := showOne(w, row, columns, true); err != nil {
			return err
		}
		w.WriteString("\n")
		return v.showAcross(ctx, s, w, id, true)
	}
	page, _, err := v.pageOf(ctx, s, id)
	if err != nil {
		return err
	}
	return printOne(w, struct {
		Row    *T  `json:"row"`
		Across any `json:"across"`
	}{row, page})
}

// showOne prints one row of a list, a column a line.
func showOne[T any](w io.Writer, v *T, columns []column[T], text bool) error {
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

// showReport prints a report, or one revision of it: its bytes, its reading as JSON or its page in text.
func (v *showing) showReport(ctx context.Context, s *store.Store, w *bufio.Writer, kind store.Kind, id string, text bool) error {
	revisions, err := v.revisions(ctx, s, kind, &id)
	if err != nil {
		return err
	}
	if v.format == "raw" {
		return showRaw(ctx, s, w, id)
	}
	g, err := s.Reading(ctx, id)
	if err != nil {
		return err
	}
	var in *live.InReport
	if v.why {
		st, err := v.state(ctx, s)
		if err != nil {
			return err
		}
		in = st.InReport(g.Report)
	}
	if !text {
		if in != nil {
			return printOne(w, linkedReading{storedReading(g), in})
		}
		return printOne(w, storedReading(g))
	}
	if err := (export.Text{Colour: colour(os.Stdout)}).Print(w, g.Reading); err != nil {
		return err
	}
	if in != nil {
		var n notes
		n.inReport(in)
		if err := n.writeTo(w); err != nil {
			return err
		}
	}
	if kind == store.KindRevision {
		return nil
	}
	t := export.Table{Columns: []export.Column{{Head: "revision"}, {Head: "fetched"}, {Head: "from", Share: 2}, {Head: "sha256", Share: 1}}}
	for _, r := range revisions {
		for _, i := range r.Intakes {
			t.Rows = append(t.Rows, []string{r.ID, i.Fetched.Format("2006-01-02 15:04:05Z"), i.Origin, i.SHA256[:16]})
		}
	}
	w.WriteString("\n")
	return t.Print(w)
}

// A linkedReading is a stored reading with what the ledger knows of its report.
type linkedReading struct {
	stored
	Across *live.InReport `json:"across"`
}

// revisions are those of a report; as of a day, those that there were, and id becomes the one that was its text.
func (v *showing) revisions(ctx context.Context, s *store.Store, kind store.Kind, id *string) ([]store.Revision, error) {
	if kind == store.KindRevision {
		return nil, nil
	}
	if v.asOf == "" {
		return s.Revisions(ctx, *id)
	}
	if err := v.checkDay(); err != nil {
		return nil, err
	}
	rs, err := s.RevisionsBy(ctx, *id, v.asOf)
	if err == nil && len(rs) == 0 {
		err = fmt.Errorf("report %s as of %s: %w", *id, v.asOf, store.ErrNotFound)
	}
	if err != nil {
		return nil, err
	}
	*id = rs[0].ID
	return rs, nil
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

func (v *showing) showSource(ctx context.Context, s *store.Store, w *bufio.Writer, key string, text bool) error {
	if err := v.checkDay(); err != nil {
		return err
	}
	d, err := s.Source(ctx, key, store.Filter{Limit: -1, AsOf: v.asOf})
	if err != nil {
		return err
	}
	var meant []live.SourcePage
	if v.why {
		st, err := v.state(ctx, s)
		if err != nil {
			return err
		}
		meant = st.Meant(d.Namings)
	}
	if !text {
		if v.why {
			return printOne(w, linkedSource{d, meant})
		}
		return printOne(w, d)
	}
	if err := showOne(w, &d.Source, sources.columns, true); err != nil {
		return err
	}
	for i := range meant {
		var n notes
		n.section("Across reports")
		n.source(&meant[i])
		if err := n.writeTo(w); err != nil {
			return err
		}
	}
	w.WriteString("\n")
	return statements.print(w, d.Statements)
}

// A linkedSource is a source by its name with the sources across reports that it means.
type linkedSource struct {
	*store.SourceDetail
	Across []live.SourcePage `json:"across"`
}
