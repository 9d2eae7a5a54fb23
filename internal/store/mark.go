package store

import (
	"context"
	"database/sql"
	"errors"
	"iter"
)

// A Mark is how far a reader of readings has come: the last revision it was given and who read that
// one. Marks can be compared: while the store's is the same, there is nothing new. A re-reading by
// another engine changes the mark when it has come to the last revision; a reading that gave way to
// one of an earlier snapshot, which came in later, changes it at once.
type Mark struct {
	last     int64
	engine   Engine
	replaced int64
}

// Follows reports whether what m does not have yet can be had by [Store.ReadingsAfter]; else the
// readings were made anew and all must be read again. now is the store's present mark.
func (m Mark) Follows(ctx context.Context, s *Store) (bool, error) {
	if m.last == 0 {
		return true, nil
	}
	at, err := s.mark(ctx, "WHERE revision = $1", m.last)
	return at == m, err
}

// Mark is the store's present mark, a look-up that costs the same however large the ledger is.
func (s *Store) Mark(ctx context.Context) (Mark, error) {
	return s.mark(ctx, "ORDER BY revision DESC LIMIT 1")
}

func (s *Store) mark(ctx context.Context, which string, args ...any) (m Mark, err error) {
	err = s.read.QueryRowContext(ctx, "SELECT revision, engine, model, (SELECT coalesce(max(n), 0) FROM replaced) FROM reading "+which, args...).Scan(&m.last, &m.engine.Version, &m.engine.Model, &m.replaced)
	if errors.Is(err, sql.ErrNoRows) {
		return Mark{}, nil
	}
	return m, s.d.explain(err)
}

// ReadingsAfter gives every reading, of earlier revisions too, that was added behind m, in the order
// of adding. An error ends the sequence.
func (s *Store) ReadingsAfter(ctx context.Context, m Mark) iter.Seq2[*StoredReading, error] {
	return s.readings(ctx, " WHERE v.n > $1 ORDER BY v.n", m.last)
}
