package store

import (
	"context"
	"slices"
	"strconv"
	"strings"
)

// In is the report that a row stands in.
type In struct {
	Report   string `json:"report"`   // id
	Revision string `json:"revision"` // id
	Outlet   string `json:"outlet"`
	Title    string `json:"title"`
	Day      string `json:"day"` // of publication
	URL      string `json:"url"`
}

// A Link is one source of a chain.
type Link struct {
	Local     string `json:"id"`  // id in the reading: "s1"
	Key       string `json:"key"` // of the source across reports, see [Store.Source]
	Label     string `json:"label"`
	Kind      string `json:"kind"`
	Anonymous bool   `json:"anonymous"`
	Count     int    `json:"count"`
}

// A Statement is an attribution with the report it stands in.
type Statement struct {
	ID         string   `json:"id"` // the revision's id, "-", the id in the reading: 3f9c2a1b7d045e66-a1
	Local      string   `json:"local"`
	In         In       `json:"in"`
	Who        string   `json:"who"`   // labels of the chain, nearest to the reader first: "CNN < three US officials"
	Chain      []Link   `json:"chain"` // the same in full
	Doubt      string   `json:"doubt"`
	Form       string   `json:"form"`
	Stance     string   `json:"stance"`
	Hedged     bool     `json:"hedged"`
	Background bool     `json:"background"`
	Inside     string   `json:"inside"` // id in the reading of the statement that holds this one
	Said       string   `json:"said"`   // words of the source, as written
	Cue        string   `json:"cue"`
	Content    string   `json:"content"`
	Statuses   []string `json:"statuses"` // of the events it tells of, each once, in text order
	Figures    []string `json:"figures"`  // as written, with their measure
	Start      int      `json:"start"`    // bytes in the text, of all its spans
	End        int      `json:"end"`

	n int64
}

const inColumns = "r.id, v.id, v.outlet, v.title, v.day, v.url"

func (in *In) into() []any {
	return []any{&in.Report, &in.Revision, &in.Outlet, &in.Title, &in.Day, &in.URL}
}

const statementColumns = `SELECT v.at, v.id, s.n, s.local, ` + inColumns + `, s.who, s.doubt, s.form, s.stance, s.hedged, s.background, s.inside,
	s.said, s.cue, s.content, s.start, s.stop
	FROM ` + newest + ` JOIN statement s ON s.revision = v.n`

func scanStatement(row scanner, p *position) (st Statement, err error) {
	to := append([]any{&p.at, &p.revision, &p.n, &st.Local}, st.In.into()...)
	to = append(to, &st.Who, &st.Doubt, &st.Form, &st.Stance, &st.Hedged, &st.Background, &st.Inside, &st.Said, &st.Cue, &st.Content, &st.Start, &st.End)
	err = row.Scan(to...)
	st.ID, st.n = p.revision+"-"+st.Local, p.n
	st.Chain, st.Statuses, st.Figures = []Link{}, []string{}, []string{}
	return st, err
}

// Statements lists statements, those of the newest publication first and in text order within a report.
func (s *Store) Statements(ctx context.Context, f Filter) (Page[Statement], error) {
	q := &query{}
	q.reports(&f)
	q.cites(&f, "s.n")
	q.background(&f, "s.background")
	q.match(s.d, s.d.statementMatch, f.Words)
	if f.Stance != "" {
		q.add("s.stance = ?", f.Stance)
	}
	if f.Form != "" {
		q.add("s.form = ?", f.Form)
	}
	q.events(&f, "e.statement = s.n")
	if f.Measure != "" {
		q.add("EXISTS (SELECT 1 FROM figure g WHERE g.statement = s.n AND g.measure = ?)", f.Measure)
	}
	if err := q.after(f.After, "s.n"); err != nil {
		return Page[Statement]{}, err
	}
	p, err := list(ctx, s, f, statementColumns, q, scanStatement)
	if err != nil {
		return p, err
	}
	return p, s.complete(ctx, p.Rows)
}

// complete fills what statements take from other tables: a few queries for a page, not for a row.
func (s *Store) complete(ctx context.Context, sts []Statement) error {
	at := make(map[int64]*Statement, len(sts))
	for i := range sts {
		at[sts[i].n] = &sts[i]
	}
	for part := range slices.Chunk(sts, 500) {
		in := numbers(part)
		err := s.each(ctx, "SELECT c.statement, o.local, o.key, o.label, o.kind, o.anonymous, o.count FROM chain c JOIN source o ON o.n = c.source WHERE c.statement IN ("+in+") ORDER BY c.statement, c.position", func(row scanner) error {
			var n int64
			var l Link
			err := row.Scan(&n, &l.Local, &l.Key, &l.Label, &l.Kind, &l.Anonymous, &l.Count)
			if err == nil {
				at[n].Chain = append(at[n].Chain, l)
			}
			return err
		})
		if err != nil {
			return err
		}
		add := func(list func(*Statement) *[]string) func(scanner) error {
			return func(row scanner) error {
				var n int64
				var word string
				err := row.Scan(&n, &word)
				if err == nil {
					if l := list(at[n]); !slices.Contains(*l, word) {
						*l = append(*l, word)
					}
				}
				return err
			}
		}
		if err := s.each(ctx, "SELECT statement, status FROM event WHERE statement IN ("+in+") ORDER BY n", add(func(st *Statement) *[]string { return &st.Statuses })); err != nil {
			return err
		}
		if err := s.each(ctx, "SELECT statement, words || ' ' || measure FROM figure WHERE statement IN ("+in+") ORDER BY n", add(func(st *Statement) *[]string { return &st.Figures })); err != nil {
			return err
		}
	}
	return nil
}

// numbers is the statements' row numbers, for an IN list.
func numbers(sts []Statement) string {
	var b strings.Builder
	for i := range sts {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(strconv.FormatInt(sts[i].n, 10))
	}
	return b.String()
}

// each runs a query and gives every row to f.
func (s *Store) each(ctx context.Context, sql string, f func(scanner) error, args ...any) error {
	rows, err := s.read.QueryContext(ctx, sql, args...)
	if err != nil {
		return s.d.explain(err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := f(rows); err != nil {
			return err
		}
	}
	return s.d.explain(rows.Err())
}
