package store

import (
	"context"
	"time"
)

// A Failure is something that could not be added, and why.
type Failure struct {
	Origin string    `json:"origin"` // path or address as the user gave it
	Reason string    `json:"reason"`
	At     time.Time `json:"at"`
}

// Fail keeps what went wrong. A failure that is open for the same origin and reason is not repeated.
func (s *Store) Fail(ctx context.Context, fs []Failure) error {
	return s.tx(ctx, func(w *writer) error {
		for _, f := range fs {
			w.fail(f)
		}
		return w.err
	})
}

func (w *writer) fail(f Failure) {
	w.exec(`INSERT INTO failure (origin, reason, at) SELECT $1, $2, $3
		WHERE NOT EXISTS (SELECT 1 FROM failure WHERE origin = $1 AND reason = $2 AND cleared = 0)`, storable(f.Origin), storable(f.Reason), micros(f.At))
}

// Failures lists what has not gone in since, the newest first.
func (s *Store) Failures(ctx context.Context) ([]Failure, error) {
	out := []Failure{}
	err := s.each(ctx, "SELECT origin, reason, at FROM failure WHERE cleared = 0 ORDER BY at DESC, n DESC", func(row scanner) error {
		var f Failure
		var at int64
		err := row.Scan(&f.Origin, &f.Reason, &at)
		f.At = moment(at)
		out = append(out, f)
		return err
	})
	return out, err
}
