package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// A Filter says which rows a list shows. Its zero value shows all, a page of 50 at a time. A field
// that means nothing for a list is ignored by it.
type Filter struct {
	Words      string // words or "phrases" that must occur: in a report's title and text, a statement's words, an event's or a figure's surroundings, a source's names
	Source     string // key of a source, or a part of its name: it is cited (at any place of the chain)
	Outlet     string // a part of the outlet's name
	From, To   string // first and last day of publication, 2006-01-02
	AsOf       string // a day: each report in the text that it had by its end (UTC), and none of a later one; "" is now
	Status     string // status of an event
	Measure    string // measure of a figure
	Type       string // PLOVER root of an event
	Country    string // of an event, ISO 3166-1 alpha-2
	Place      string // a part of the name of an event's place
	When       string // day, month or year that an event's days touch, or as of which a figure stands; 2026-03-04, 2026-03, 2026
	Scope      string // of a figure: incident or cumulative
	Stance     string // of a statement
	Form       string // of a statement
	Kind       string // of a source
	Report     string // id of one report
	Salient    bool   // only events worth a line on a page
	Unnamed    bool   // only unnamed sources, or what they are cited for
	Background string // "yes" or "no": restates an earlier report
	Limit      int    // rows on a page; 0 is 50, -1 is all
	After      string // Page.Next of the page before

	key    bool    // Source is a key, the whole of it
	places []Place // the source is the one that stands there
}

// A Page is some rows of a list.
type Page[T any] struct {
	Rows []T    `json:"rows"`
	Next string `json:"next,omitempty"` // Filter.After for the next page; "" where there is none
}

// query is a condition being put together: SQL with ? for each argument in turn.
type query struct {
	conds []string
	args  []any
}

func (q *query) add(cond string, args ...any) {
	q.conds = append(q.conds, cond)
	q.args = append(q.args, args...)
}

// where is the condition; never empty.
func (q *query) where() string {
	if len(q.conds) == 0 {
		return "TRUE"
	}
	return strings.Join(q.conds, " AND ")
}

// numbered replaces each ? by $1, $2, … in turn. No literal in this package's SQL has a question mark.
func numbered(sql string) string {
	var b strings.Builder
	n := 0
	for i := 0; i < len(sql); i++ {
		if sql[i] == '?' {
			n++
			b.WriteByte('$')
			b.WriteString(strconv.Itoa(n))
			continue
		}
		b.WriteByte(sql[i])
	}
	return b.String()
}

// like is a pattern for LIKE … ESCAPE '\' that finds s anywhere.
func like(s string) string {
	return "%" + strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`).Replace(strings.ToLower(s)) + "%"
}

// reports adds the conditions on a report r and its revision v that all lists share.
func (q *query) reports(f *Filter) {
	if f.Outlet != "" {
		q.add(`lower(v.outlet) LIKE ? ESCAPE '\'`, like(f.Outlet))
	}
	if f.From != "" {
		q.add("v.day >= ?", f.From)
	}
	if f.To != "" {
		q.add("v.day <> '' AND v.day <= ?", f.To+"~") // "~" sorts after every digit, so that 2026-03 means all of March
	}
	if f.Report != "" {
		q.add("r.id = ?", f.Report)
	}
}

// events adds the condition that an event e, tied to the row by tie, fits all that the filter says of events.
// An empty tie is for the list of events itself.
func (q *query) events(f *Filter, tie string) {
	var e query
	if f.Status != "" {
		e.add("e.status = ?", f.Status)
	}
	if f.Type != "" {
		e.add("e.type = ?", f.Type)
	}
	if f.Country != "" {
		e.add("e.country = ?", f.Country)
	}
	if f.Place != "" {
		e.add(`lower(e.place) LIKE ? ESCAPE '\'`, like(f.Place))
	}
	if f.When != "" {
		e.add("(e.first <> '' OR e.last <> '') AND e.first <= ? AND (e.last = '' OR e.last >= ?)", f.When+"~", f.When)
	}
	switch {
	case len(e.conds) == 0:
	case tie == "":
		q.add(e.where(), e.args...)
	default:
		q.add("EXISTS (SELECT 1 FROM event e WHERE "+tie+" AND "+e.where()+")", e.args...)
	}
}

// cited is a condition on source row o: it is the one that the filter means.
func (f *Filter) cited() (cond string, args []any) {
	var q query
	if len(f.places) > 0 {
		q.held(f.places)
	} else if f.key {
		q.add("o.key = ?", f.Source)
	} else if f.Source != "" {
		q.add(`(o.key = ? OR lower(o.label) LIKE ? ESCAPE '\')`, f.Source, like(f.Source))
	}
	if f.Unnamed {
		q.add("o.anonymous")
	}
	if f.Kind != "" {
		q.add("o.kind = ?", f.Kind)
	}
	return q.where(), q.args
}

// cites adds that the statement numbered by expression n cites the filter's source. IN and not
// EXISTS: the statements of one source are few and found by its key.
func (q *query) cites(f *Filter, n string) {
	if f.Source == "" && !f.Unnamed && f.Kind == "" && len(f.places) == 0 {
		return
	}
	cond, args := f.cited()
	q.add(n+" IN (SELECT c.statement FROM source o JOIN chain c ON c.source = o.n WHERE "+cond+")", args...)
}

// near adds that the filter's words stand in the columns, as parts of their words. As in match,
// words without a letter or a digit stand nowhere.
func (q *query) near(f *Filter, columns ...string) {
	text := "lower(" + strings.Join(columns, "||' '||") + `) LIKE ? ESCAPE '\'`
	ts := terms(f.Words)
	if len(ts) == 0 && strings.TrimSpace(f.Words) != "" {
		q.add("FALSE")
	}
	for _, t := range ts {
		if t.not {
			q.add("NOT "+text, like(t.words))
		} else {
			q.add(text, like(t.words))
		}
	}
}

// match adds that the filter's words match by the condition, which has one ? for a query of the
// search index. Words without a letter or a digit match nothing.
func (q *query) match(d *dialect, condition, words string) {
	must, not := divided(words)
	switch {
	case len(must) > 0:
		q.add(condition, d.match(must, not))
	case len(not) > 0:
		q.add("NOT "+condition, d.match(nil, not))
	case strings.TrimSpace(words) != "":
		q.add("FALSE")
	}
}

func (q *query) background(f *Filter, column string) {
	switch f.Background {
	case "yes":
		q.add(column)
	case "no":
		q.add("NOT " + column)
	}
}

// after adds where the page begins: behind the row that cursor names. Lists run from the newest
// publication to the oldest, reports of one moment by id, rows of one report in text order.
func (q *query) after(cursor, row string) error {
	if cursor == "" {
		return nil
	}
	parts := strings.Split(cursor, "_")
	at, err := strconv.ParseInt(parts[0], 10, 64)
	if err != nil || len(parts) != 3 {
		return fmt.Errorf("page %q: %w", cursor, ErrNotFound)
	}
	n, err := strconv.ParseInt(parts[2], 10, 64)
	if err != nil {
		return fmt.Errorf("page %q: %w", cursor, ErrNotFound)
	}
	q.add("(v.at < ? OR (v.at = ? AND (v.id > ? OR (v.id = ? AND "+row+" > ?))))", at, at, parts[1], parts[1], n)
	return nil
}

func cursor(at int64, revision string, n int64) string {
	return fmt.Sprintf("%d_%s_%d", at, revision, n)
}

func (f *Filter) limit() int {
	switch {
	case f.Limit < 0:
		return 1 << 40
	case f.Limit == 0:
		return 50
	}
	return f.Limit
}

// position is where a row stands in a list.
type position struct {
	at       int64
	revision string
	n        int64
}

// newest joins the newest revisions with their reports. The "+ 0" keeps the planner from starting
// with the reports: lists run over the revisions, whose index has the order of the list.
const newest = "revision v JOIN report r ON r.n = v.report AND r.current = v.n + 0"

// present makes a query over the newest revisions one over those that stood as of the filter's day.
func (f *Filter) present(sql string) string {
	if f.AsOf == "" {
		return sql
	}
	then := "r.n = v.report AND v.n = (SELECT x.n FROM revision x WHERE x.report = r.n AND " + stoodBy("x", f.AsOf) + " ORDER BY x.changed DESC, x.seen DESC, x.id DESC LIMIT 1)"
	return strings.ReplaceAll(strings.ReplaceAll(sql, "r.current = v.n + 0", then), "r.current = v.n", then)
}

// stoodBy is the condition that a revision was there, by what it says of itself, at the end of a day; nothing
// was on a day that is none. It holds no words of a user: only a number.
func stoodBy(revision, day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return "FALSE"
	}
	return revision + ".day <> '' AND " + revision + ".changed < " + strconv.FormatInt(t.AddDate(0, 0, 1).UnixMicro(), 10)
}

// list runs a query whose rows stand in the order of [query.after] and makes a page of them. scan
// reads the position's columns first.
func list[T any](ctx context.Context, s *Store, f Filter, sql string, q *query, scan func(scanner, *position) (T, error)) (Page[T], error) {
	p := Page[T]{Rows: []T{}}
	sql = f.present(sql) + " WHERE " + q.where() + " ORDER BY v.at DESC, v.id, 3 LIMIT " + strconv.Itoa(f.limit()+1)
	rows, err := s.read.QueryContext(ctx, numbered(sql), q.args...)
	if err != nil {
		return p, s.d.explain(err)
	}
	defer rows.Close()
	var last position
	for rows.Next() {
		if len(p.Rows) == f.limit() {
			p.Next = cursor(last.at, last.revision, last.n)
			return p, nil
		}
		row, err := scan(rows, &last)
		if err != nil {
			return p, err
		}
		p.Rows = append(p.Rows, row)
	}
	return p, s.d.explain(rows.Err())
}

// notFound names what was looked for where there is no row.
func (s *Store) notFound(what, id string, err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return fmt.Errorf("%s %s: %w", what, id, ErrNotFound)
	}
	return s.d.explain(err)
}
