package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"sayso/article"
	"sayso/resolve"
)

// An Outcome says what adding an entry did.
type Outcome string

// What adding can do.
const (
	Added   Outcome = "added"   // a new report
	Revised Outcome = "revised" // a new revision of a report that was there
	Known   Outcome = "known"   // nothing new
)

// Known is the id of the report that an intake went into: the same bytes from the same address with
// the same things given, fetched no later. "" where there is none, so that it must be read.
func (s *Store) Known(ctx context.Context, in *Intake) (report string, err error) {
	err = s.read.QueryRowContext(ctx, `SELECT r.id FROM intake i JOIN revision v ON v.n = i.revision JOIN report r ON r.n = v.report
		WHERE i.id = $1 AND (i.fetched, i.origin) <= ($2, $3)`, in.Key(), micros(in.Fetched), storable(in.Origin)).Scan(&report)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return report, s.d.explain(err)
}

// Add puts entries into the ledger in one transaction: all of them or, with an error, none. When it
// returns they are on the disk.
func (s *Store) Add(ctx context.Context, entries []*Entry) ([]Outcome, error) {
	out := make([]Outcome, len(entries))
	err := s.tx(ctx, func(w *writer) error {
		for i, e := range entries {
			if out[i] = w.add(e); w.err != nil {
				return w.err
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("write ledger %s: %w", s.Path, err)
	}
	return out, nil
}

// writer runs statements in one transaction, each prepared once. After an error it does nothing.
type writer struct {
	ctx   context.Context
	d     *dialect
	conn  *sql.Conn // that tx runs on
	tx    *sql.Tx
	stmts map[string]*sql.Stmt
	heaps []heap
	err   error
}

// A heap is rows of one table that wait to be written together.
type heap struct {
	table, columns string
	rows           [][]any
}

// flush writes the rows that wait, tables in the order in which their first row came: those a key
// leads to before those it comes from.
func (w *writer) flush() {
	for i := range w.heaps {
		h := &w.heaps[i]
		if w.err == nil && len(h.rows) > 0 {
			w.err = w.d.bulk(w.ctx, w.conn, h.table, strings.Split(h.columns, ", "), h.rows)
		}
		h.rows = nil
	}
}

// pile adds a row to its table's heap.
func (w *writer) pile(table, columns string, row []any) {
	for i := range w.heaps {
		if w.heaps[i].table == table {
			w.heaps[i].rows = append(w.heaps[i].rows, row)
			return
		}
	}
	w.heaps = append(w.heaps, heap{table, columns, [][]any{row}})
}

func (w *writer) close() {
	for _, s := range w.stmts {
		if s != nil {
			s.Close()
		}
	}
}

func (w *writer) stmt(q string) *sql.Stmt {
	s := w.stmts[q]
	if s == nil && w.err == nil {
		if s, w.err = w.tx.PrepareContext(w.ctx, q); w.err == nil {
			w.stmts[q] = s
		}
	}
	return s
}

func (w *writer) exec(q string, args ...any) {
	if s := w.stmt(q); w.err == nil {
		_, w.err = s.ExecContext(w.ctx, args...)
	}
}

// number is the one integer that q gives; ok is false where it gives no row.
func (w *writer) number(q string, args ...any) (n int64, ok bool) {
	s := w.stmt(q)
	if w.err != nil {
		return 0, false
	}
	err := s.QueryRowContext(w.ctx, args...).Scan(&n)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		w.err = err
	}
	return n, err == nil
}

// insert adds a row. A table's columns are the same in every call, so its name is enough to find
// the prepared statement.
func (w *writer) insert(table, columns string, args ...any) {
	if w.d.bulk != nil {
		w.pile(table, columns, args)
		return
	}
	s := w.stmts[table]
	if s == nil {
		s = w.stmt(insertSQL(table, columns, len(args)))
		w.stmts[table] = s
	}
	if w.err == nil {
		_, w.err = s.ExecContext(w.ctx, args...)
	}
}

func insertSQL(table, columns string, n int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "INSERT INTO %s (%s) VALUES (", table, columns)
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, "$%d", i+1)
	}
	b.WriteByte(')')
	return b.String()
}

func (w *writer) insertReturning(table, columns string, args ...any) int64 {
	n, _ := w.number(insertSQL(table, columns, len(args))+" RETURNING n", args...)
	return n
}

// add writes one entry. Nothing may depend on what was added first: of the same bytes fetched twice
// the earlier fetch is kept; of several snapshots with one article the one fetched first is read;
// the newest revision of a report is the one changed last as it says itself, then the one seen last,
// then the one with the greater id.
func (w *writer) add(e *Entry) Outcome {
	defer w.clear(e)
	out := Known
	report, ok := w.number("SELECT n FROM report WHERE id = $1", e.Report)
	if !ok {
		out = Added
		report = w.insertReturning("report", "id, url", e.Report, e.a.URL)
	}
	revision, ok := w.number("SELECT n FROM revision WHERE id = $1", e.Revision)
	switch {
	case !ok:
		if out == Known {
			out = Revised
		}
		revision = w.revision(e, report)
		w.rows(revision, e.reading, e.engine, e.readBody)
	case w.first(e, revision):
		w.replace(revision, e)
		w.exec("INSERT INTO replaced (revision) VALUES ($1)", revision)
		w.exec("UPDATE revision SET seen = $1 WHERE n = $2", e.seen, revision)
	}
	w.intake(e, revision)
	w.newest("$1", report)
	return out
}

// first reports whether e was fetched before all that a revision has.
func (w *writer) first(e *Entry, revision int64) bool {
	_, later := w.number("SELECT 1 FROM intake WHERE revision = $1 AND (fetched, id) <= ($2, $3)", revision, e.seen, e.key)
	return !later && w.err == nil
}

// newest sets the newest revision of the report that expression gives.
func (w *writer) newest(expression string, n int64) {
	w.exec("UPDATE report SET current = (SELECT v.n FROM revision v WHERE v.report = report.n ORDER BY v.changed DESC, v.seen DESC, v.id DESC LIMIT 1) WHERE n = "+expression, n)
}

// clear notes that what failed before has now gone in.
func (w *writer) clear(e *Entry) {
	w.exec("UPDATE failure SET cleared = $1 WHERE origin = $2 AND cleared = 0", e.seen, e.in.Origin)
}

func (w *writer) intake(e *Entry, revision int64) {
	snapshot := w.snapshot(e)
	w.exec(`INSERT INTO intake (id, snapshot, revision, origin, url, fetched, status, headers, given) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
		ON CONFLICT (id) DO UPDATE SET origin = excluded.origin, fetched = excluded.fetched, status = excluded.status, headers = excluded.headers
		WHERE (intake.fetched, intake.origin) > (excluded.fetched, excluded.origin)`,
		e.key, snapshot, revision, e.in.Origin, e.in.URL, e.seen, e.in.Status, e.headers, e.given)
}

func (w *writer) snapshot(e *Entry) int64 {
	n, ok := w.number("SELECT n FROM snapshot WHERE sha256 = $1", e.sha256)
	if !ok {
		n = w.insertReturning("snapshot", "sha256, size, media, bytes", e.sha256, e.size, e.in.Media, e.packed)
	}
	return n
}

func (w *writer) revision(e *Entry, report int64) int64 {
	a := e.a
	return w.insertReturning("revision", "id, report, url, outlet, title, authors, credit, published, modified, language, day, at, changed, seen, words, text, text_sha256, blocks",
		e.Revision, report, a.URL, a.Outlet, a.Title, e.authors, a.Credit, a.Published, a.Modified, a.Language, e.day, e.at, e.changed, e.seen, e.words, a.Text, e.text, e.blocks)
}

// perRevision is how many rows of one kind a revision can have: the number of a row is its
// revision's times this and its place in the reading.
const perRevision = 1 << 20

// rows writes a reading and its rows.
func (w *writer) rows(revision int64, r *resolve.Reading, engine Engine, body []byte) {
	w.insert("reading", "revision, engine, model, body", revision, engine.Version, engine.Model, body)
	x := &rower{writer: w, revision: revision, base: revision * perRevision, text: r.Article.Text, sources: map[string]int64{}, labels: map[string]string{}, statements: map[string]int64{}}
	x.all(r)
}

// rower writes the rows of one reading. Ids of the reading become numbers of rows.
type rower struct {
	*writer
	revision, base int64
	text           string
	sources        map[string]int64
	labels         map[string]string
	statements     map[string]int64
}

func (x *rower) all(r *resolve.Reading) {
	for i := range min(len(r.Sources), perRevision) {
		x.source(int64(i), &r.Sources[i])
	}
	for i := range min(len(r.Attributions), perRevision) {
		x.statement(int64(i), &r.Attributions[i])
	}
	for i := range min(len(r.Events), perRevision) {
		x.event(int64(i), &r.Events[i])
	}
	for i := range min(len(r.Figures), perRevision) {
		x.figure(int64(i), &r.Figures[i])
	}
}

func (x *rower) source(i int64, s *resolve.Source) {
	var at article.Span
	if len(s.Mentions) > 0 {
		at = s.Mentions[0].Span
	}
	label := SourceLabel(s, x.text)
	x.sources[s.ID], x.labels[s.ID] = x.base+i, label
	x.insert("source", "n, revision, local, key, label, kind, name, description, role, affiliation, anonymous, count, access, reason, start, stop",
		x.base+i, x.revision, s.ID, sourceKey(s, label), label, string(s.Kind), s.Name, s.Description, s.Role, s.Affiliation, s.Anonymous, s.Count, s.Access, s.Reason, at.Start, at.End)
}

func (x *rower) statement(i int64, a *resolve.Attribution) {
	x.statements[a.ID] = x.base + i
	who := make([]string, 0, len(a.Chain))
	for _, id := range a.Chain {
		who = append(who, x.labels[id])
	}
	if len(who) == 0 && len(a.Source) > 0 {
		who = append(who, joined(x.text, a.Source))
	}
	all := cover(a.Source, a.Cue, a.Content)
	x.insert("statement", "n, revision, local, form, stance, hedged, background, doubt, inside, who, said, cue, content, start, stop",
		x.base+i, x.revision, a.ID, string(a.Form), string(a.Stance), a.Hedged, a.Background, a.ChainDoubt, a.Inside, strings.Join(who, " < "),
		joined(x.text, a.Source), joined(x.text, a.Cue), joined(x.text, a.Content), all.Start, all.End)
	for p, id := range a.Chain {
		if n, ok := x.sources[id]; ok {
			x.insert("chain", "statement, position, source", x.base+i, p, n)
		}
	}
}

func (x *rower) event(i int64, e *resolve.Event) {
	var place resolve.Place
	if e.Place != nil {
		place = *e.Place
	}
	var when resolve.When
	if e.Time != nil {
		when = *e.Time
	}
	context := e.Trigger.Text(x.text)
	if e.Salient {
		context = around(x.text, e.Trigger)
	}
	x.insert("event", "n, revision, local, type, mode, trigger, actors, targets, place, country, time, first, last, status, certainty, factuality, negated, salient, background, statement, context, start, stop",
		x.base+i, x.revision, e.ID, e.Type, e.Mode, e.Trigger.Text(x.text), names(e.Actors), names(e.Targets), place.Name, place.Country, when.Value, when.Start, when.End,
		string(e.Status), e.Certainty, e.Factuality, e.Negated, e.Salient, e.Background, x.of(e.Attribution), context, e.Trigger.Start, e.Trigger.End)
}

func (x *rower) figure(i int64, f *resolve.Figure) {
	x.insert("figure", "n, revision, local, words, measure, unit, low, high, approximate, hedged, scope, since, as_of, event, part_of, statement, context, start, stop",
		x.base+i, x.revision, f.ID, f.Text(x.text), f.Measure, f.Unit, f.Low, f.High, f.Approximate, f.Hedged, f.Scope, f.Since, f.AsOf, f.Event, f.PartOf,
		x.of(f.Attribution), around(x.text, f.Span), f.Start, f.End)
}

// of is the number of the statement with this id in the reading, nil for the report's own voice.
func (x *rower) of(id string) any {
	if n, ok := x.statements[id]; ok {
		return n
	}
	return nil
}

func names(ps []resolve.Participant) string {
	out := make([]string, len(ps))
	for i, p := range ps {
		out[i] = p.Name
	}
	return strings.Join(out, "; ")
}

// joined is the words under the spans; a gap between two is shown as "…".
func joined(text string, spans []article.Span) string {
	out := make([]string, len(spans))
	for i, s := range spans {
		out[i] = s.Text(text)
	}
	return strings.Join(out, " … ")
}

// cover is the smallest span that holds all of them.
func cover(groups ...[]article.Span) (all article.Span) {
	first := true
	for _, g := range groups {
		for _, s := range g {
			if first {
				all, first = s, false
			}
			all.Start, all.End = min(all.Start, s.Start), max(all.End, s.End)
		}
	}
	return all
}

// contextWidth is how many bytes of text on each side of a span are shown with it, at most.
const contextWidth = 120

// around is the text around a span: to the ends of the line or, where they are far, to a word's edge.
func around(text string, s article.Span) string {
	from, to := s.Start, s.End
	for from > 0 && text[from-1] != '\n' && s.Start-from < contextWidth {
		from--
	}
	for to < len(text) && text[to] != '\n' && to-s.End < contextWidth {
		to++
	}
	head, tail := "", ""
	if from > 0 && text[from-1] != '\n' {
		if i := strings.IndexByte(text[from:s.Start], ' '); i >= 0 {
			from, head = from+i+1, "…"
		} else {
			from = s.Start
		}
	}
	if to < len(text) && text[to] != '\n' {
		if i := strings.LastIndexByte(text[s.End:to], ' '); i >= 0 {
			to, tail = s.End+i, "…"
		} else {
			to = s.End
		}
	}
	return head + text[from:to] + tail
}
