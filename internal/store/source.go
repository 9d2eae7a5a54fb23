package store

import (
	"context"
	"fmt"
	"strconv"
	"strings"
)

// A Source is one name, or one description of somebody unnamed, over all reports. Alike
// descriptions share a key; that does not say that they are one person.
type Source struct {
	Key        string `json:"key"`   // "ana-ruiz", "unnamed:three-us-officials"
	Label      string `json:"label"` // the name, or the description
	Kind       string `json:"kind"`
	Anonymous  bool   `json:"anonymous"`
	Reports    int    `json:"reports"`    // that cite it
	Statements int    `json:"statements"` // that have it in their chain
	First      string `json:"first"`      // days of publication of the first and last report with a date; ""
	Last       string `json:"last"`
}

// A label that is spelt in several ways is shown in the way that sorts last: lower case after upper,
// so that "Ana Ruiz" is shown and not "ANA RUIZ".
const sourceColumns = `SELECT o.key, max(o.label), max(o.kind), CASE WHEN o.key LIKE 'unnamed:%' THEN 1 ELSE 0 END, ` + sourceCounts

// sourceCounts is how often a source is cited, and the tables of all of that.
const sourceCounts = `count(DISTINCT o.revision), count(DISTINCT c.statement) AS said, coalesce(min(nullif(v.day, '')), ''), coalesce(max(v.day), '')
	FROM source o JOIN revision v ON v.n = o.revision JOIN report r ON r.current = v.n LEFT JOIN chain c ON c.source = o.n`

func scanSource(row scanner) (o Source, err error) {
	err = row.Scan(&o.Key, &o.Label, &o.Kind, &o.Anonymous, &o.Reports, &o.Statements, &o.First, &o.Last)
	return o, err
}

// Sources lists sources, those with most statements first.
func (s *Store) Sources(ctx context.Context, f Filter) (Page[Source], error) {
	p := Page[Source]{Rows: []Source{}}
	q := &query{}
	q.reports(&f)
	q.near(&f, "o.label", "o.description", "o.role", "o.affiliation")
	cond, args := f.cited()
	q.add(cond, args...)
	having, hargs, err := afterSource(f.After)
	if err != nil {
		return p, err
	}
	sql := f.present(sourceColumns) + " WHERE " + q.where() + " GROUP BY o.key" + having + " ORDER BY said DESC, o.key LIMIT " + strconv.Itoa(f.limit()+1)
	err = s.each(ctx, numbered(sql), func(row scanner) error {
		o, err := scanSource(row)
		if len(p.Rows) < f.limit() {
			p.Rows = append(p.Rows, o)
		} else {
			last := p.Rows[len(p.Rows)-1]
			p.Next = strconv.Itoa(last.Statements) + "_" + last.Key
		}
		return err
	}, append(q.args, hargs...)...)
	return p, err
}

func afterSource(after string) (having string, args []any, err error) {
	if after == "" {
		return "", nil, nil
	}
	n, key, _ := strings.Cut(after, "_")
	said, err := strconv.Atoi(n)
	if err != nil {
		return "", nil, fmt.Errorf("page %q: %w", after, ErrNotFound)
	}
	return " HAVING (count(DISTINCT c.statement) < ? OR (count(DISTINCT c.statement) = ? AND o.key > ?))", []any{said, said, key}, nil
}

// A Naming is how one report names a source.
type Naming struct {
	In          In     `json:"in"`
	Local       string `json:"id"`
	Label       string `json:"label"`
	Description string `json:"description"`
	Role        string `json:"role"`
	Affiliation string `json:"affiliation"`
	Count       int    `json:"count"`
	Access      string `json:"access"`
	Reason      string `json:"reason"`
}

// A SourceDetail is one source with how each report names it and what it is cited for.
type SourceDetail struct {
	Source     Source
	Namings    []Naming        // newest report first
	Statements Page[Statement] // that have it in their chain; f pages them
}

// Source is the source with this key. [ErrNotFound] where there is none, or none by the filter's day. Else the
// filter narrows and pages its statements only.
func (s *Store) Source(ctx context.Context, key string, f Filter) (*SourceDetail, error) {
	d := &SourceDetail{}
	var err error
	if d.Source, err = scanSource(s.read.QueryRowContext(ctx, f.present(sourceColumns)+" WHERE o.key = $1 GROUP BY o.key", key)); err != nil {
		return nil, s.notFound("source", key, err)
	}
	f.Source, f.key = key, true
	return d, s.detail(ctx, d, f)
}

// A Place is where a report's text has a source.
type Place struct {
	Revision string // id of the text
	Local    string // id of the source in its reading
}

// MostPlaces is how many places [Store.SourceIn] takes.
const MostPlaces = 1000

// SourceIn is the source that stands in these places, whatever each report calls it: [Store.Source] without its key, label and
// kind, which it has no say in.
func (s *Store) SourceIn(ctx context.Context, at []Place, f Filter) (*SourceDetail, error) {
	d := &SourceDetail{}
	q := &query{}
	q.held(at)
	sql := numbered(f.present("SELECT " + sourceCounts + " WHERE " + q.where()))
	if err := s.read.QueryRowContext(ctx, sql, q.args...).Scan(&d.Source.Reports, &d.Source.Statements, &d.Source.First, &d.Source.Last); err != nil {
		return nil, s.d.explain(err)
	}
	f.places = at
	return d, s.detail(ctx, d, f)
}

// held adds that source row o stands in one of these places. The texts are found by their ids, and the sources by their texts.
func (q *query) held(at []Place) {
	texts, places := make([]any, len(at)), make([]any, len(at))
	for i, p := range at {
		texts[i], places[i] = p.Revision, p.Revision+" "+p.Local
	}
	marks := strings.TrimSuffix(strings.Repeat("?, ", len(at)), ", ")
	q.add("o.n IN (SELECT x.n FROM revision y JOIN source x ON x.revision = y.n WHERE y.id IN ("+marks+") AND y.id || ' ' || x.local IN ("+marks+"))", append(texts, places...)...)
}

// detail fills the namings and statements of the source that f means.
func (s *Store) detail(ctx context.Context, d *SourceDetail, f Filter) error {
	d.Namings = []Naming{}
	of := Filter{Source: f.Source, key: f.key, places: f.places}
	cond, args := of.cited()
	err := s.each(ctx, numbered(f.present(`SELECT `+inColumns+`, o.local, o.label, o.description, o.role, o.affiliation, o.count, o.access, o.reason
		FROM source o JOIN revision v ON v.n = o.revision JOIN report r ON r.current = v.n WHERE `+cond+` ORDER BY v.at DESC, v.id, o.n`)), func(row scanner) error {
		var n Naming
		err := row.Scan(append(n.In.into(), &n.Local, &n.Label, &n.Description, &n.Role, &n.Affiliation, &n.Count, &n.Access, &n.Reason)...)
		d.Namings = append(d.Namings, n)
		return err
	}, args...)
	if err != nil {
		return err
	}
	d.Statements, err = s.Statements(ctx, f)
	return err
}
