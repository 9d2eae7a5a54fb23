package store

import (
	"context"
	"fmt"
	"strings"
)

// A Kind says what an id names.
type Kind string

// What ids name.
const (
	KindReport    Kind = "report"
	KindRevision  Kind = "revision"
	KindStatement Kind = "statement"
	KindEvent     Kind = "event"
	KindFigure    Kind = "figure"
	KindSource    Kind = "source" // by key
)

// Find says what an id names and gives it in full. The ids of reports and revisions can be
// shortened, as long as they name one thing. [ErrNotFound], [ErrAmbiguous].
func (s *Store) Find(ctx context.Context, id string) (Kind, string, error) {
	head, local, _ := strings.Cut(id, "-")
	if kind, ok := localKind(local); ok {
		_, revision, err := s.findOne(ctx, id, head, false)
		return kind, revision + "-" + local, err
	}
	var n int
	if err := s.read.QueryRowContext(ctx, "SELECT count(*) FROM source WHERE key = $1", id).Scan(&n); err != nil {
		return "", "", s.d.explain(err)
	}
	if n > 0 {
		return KindSource, id, nil
	}
	return s.findOne(ctx, id, id, true)
}

// findOne finds the one report or revision whose id begins with prefix. A report goes before its
// own revisions.
func (s *Store) findOne(ctx context.Context, id, prefix string, reports bool) (kind Kind, full string, err error) {
	var found []string
	sql := "SELECT 'revision', id FROM revision WHERE id LIKE $1"
	if reports {
		sql += " UNION ALL SELECT 'report', id FROM report WHERE id LIKE $1"
	}
	if len(prefix) < 4 || strings.ContainsAny(prefix, `%_`) {
		return "", "", fmt.Errorf("%s: %w", id, ErrNotFound)
	}
	err = s.each(ctx, sql+" ORDER BY 1, 2 LIMIT 5", func(row scanner) error {
		err := row.Scan(&kind, &full)
		found = append(found, full)
		return err
	}, prefix+"%")
	switch {
	case err != nil:
		return "", "", err
	case len(found) == 0:
		return "", "", fmt.Errorf("%s: %w", id, ErrNotFound)
	case len(found) > 1:
		return "", "", fmt.Errorf("%s: %w: %s", id, ErrAmbiguous, strings.Join(found, ", "))
	}
	return kind, full, nil
}

// localKind is what an id in a reading names: a1, e1, f1.
func localKind(local string) (Kind, bool) {
	if len(local) < 2 || strings.Trim(local[1:], "0123456789") != "" {
		return "", false
	}
	switch local[0] {
	case 'a':
		return KindStatement, true
	case 'e':
		return KindEvent, true
	case 'f':
		return KindFigure, true
	}
	return "", false
}

// Statement is the statement with this full id, of any revision.
func (s *Store) Statement(ctx context.Context, id string) (Statement, error) {
	revision, local, _ := strings.Cut(id, "-")
	st, err := scanStatement(s.read.QueryRowContext(ctx, anyRevision(statementColumns)+" WHERE v.id = $1 AND s.local = $2", revision, local), &position{})
	if err != nil {
		return st, s.notFound("statement", id, err)
	}
	one := []Statement{st}
	err = s.complete(ctx, one)
	return one[0], err
}

// Event is the event with this full id, of any revision.
func (s *Store) Event(ctx context.Context, id string) (Event, error) {
	revision, local, _ := strings.Cut(id, "-")
	e, err := scanEvent(s.read.QueryRowContext(ctx, anyRevision(eventColumns)+" WHERE v.id = $1 AND e.local = $2", revision, local), &position{})
	if err != nil {
		return e, s.notFound("event", id, err)
	}
	return e, nil
}

// Figure is the figure with this full id, of any revision.
func (s *Store) Figure(ctx context.Context, id string) (Figure, error) {
	revision, local, _ := strings.Cut(id, "-")
	g, err := scanFigure(s.read.QueryRowContext(ctx, anyRevision(figureColumns)+" WHERE v.id = $1 AND g.local = $2", revision, local), &position{})
	if err != nil {
		return g, s.notFound("figure", id, err)
	}
	return g, nil
}

// anyRevision makes a query over the newest revisions one over all.
func anyRevision(sql string) string {
	return strings.Replace(sql, newest, "revision v JOIN report r ON r.n = v.report", 1)
}
