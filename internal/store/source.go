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
const sourceColumns = `SELECT o.key, max(o.label), max(o.kind), CASE WHEN o.key LIKE 'unnamed:%' THEN 1 ELSE 0 END, count(DISTINCT o.revision), count(DISTINCT c.statement) AS said,
	coalesce(min(nullif(v.day, '')), ''), max(v.day)
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
	d := &SourceDetail{Namings: []Naming{}}
	var err error
	if d.Source, err = scanSource(s.read.QueryRowContext(ctx, f.present(sourceColumns)+" WHERE o.key = $1 GROUP BY o.key", key)); err != nil {
		return nil, s.notFound("source", key, err)
	}
	err = s.each(ctx, f.present(`SELECT `+inColumns+`, o.local, o.label, o.description, o.role, o.affiliation, o.count, o.access, o.reason
		FROM source o JOIN revision v ON v.n = o.revision JOIN report r ON r.current = v.n WHERE o.key = $1 ORDER BY v.at DESC, v.id, o.n`), func(row scanner) error {
		var n Naming
		err := row.Scan(append(n.In.into(), &n.Local, &n.Label, &n.Description, &n.Role, &n.Affiliation, &n.Count, &n.Access, &n.Reason)...)
		d.Namings = append(d.Namings, n)
		return err
	}, key)
	if err != nil {
		return nil, err
	}
	f.Source, f.key = key, true
	d.Statements, err = s.Statements(ctx, f)
	return d, err
}
