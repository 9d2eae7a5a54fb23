package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"time"
)

// ErrUndone is a decision that was taken back already.
var ErrUndone = errors.New("it was taken back already")

// A Decision is one entry of the audit trail: what a person decided about something in the ledger.
// Entries are never changed or taken out; one that was wrong is taken back by another.
type Decision struct {
	ID       string          `json:"id"` // set by Decide
	At       time.Time       `json:"at"`
	Who      string          `json:"who"`
	Kind     string          `json:"kind"`    // "correct", "merge", "split", "retract", "confirm"
	Subject  string          `json:"subject"` // id of what it is about
	Anchor   Anchor          `json:"anchor"`
	Body     json.RawMessage `json:"body"` // the decision itself, by kind
	Why      string          `json:"why"`
	Reverses string          `json:"reverses"` // id of the decision it takes back, or ""
}

// An Anchor is the words a decision is about. Ids of statements can change when reports are read
// again by a better engine; the words stay, and a decision finds its statement by them.
type Anchor struct {
	Revision string `json:"revision"`
	Start    int    `json:"start"` // bytes in the text
	End      int    `json:"end"`
	Words    string `json:"words"`
}

// Decide adds an entry and returns its id. The same decision twice is one entry.
func (s *Store) Decide(ctx context.Context, d Decision) (string, error) {
	if d.Who == "" || d.Kind == "" || d.Subject == "" {
		return "", fmt.Errorf("decide: who, kind and subject must be given")
	}
	if d.Body == nil {
		d.Body = json.RawMessage("{}")
	}
	d.Who, d.Why = storable(d.Who), storable(d.Why)
	anchor := encode(d.Anchor)
	d.ID = id("decision", strconv.FormatInt(micros(d.At), 10), d.Who, d.Kind, d.Subject, anchor, string(d.Body), d.Why, d.Reverses)
	return d.ID, s.tx(ctx, func(w *writer) error {
		if d.Reverses != "" {
			var n int
			if err := w.tx.QueryRowContext(ctx, "SELECT count(*) FROM decision WHERE id = $1", d.Reverses).Scan(&n); err != nil {
				return err
			}
			if n == 0 {
				return fmt.Errorf("decision %s: %w", d.Reverses, ErrNotFound)
			}
			// Looked at here, where one writes at a time: two can take the same back at once.
			if err := w.tx.QueryRowContext(ctx, "SELECT count(*) FROM decision WHERE reverses = $1 AND id <> $2", d.Reverses, d.ID).Scan(&n); err != nil {
				return err
			}
			if n > 0 {
				return fmt.Errorf("decision %s: %w", d.Reverses, ErrUndone)
			}
		}
		_, err := w.tx.ExecContext(ctx, "INSERT INTO decision (id, at, who, kind, subject, anchor, body, why, reverses) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (id) DO NOTHING",
			d.ID, micros(d.At), d.Who, d.Kind, d.Subject, anchor, string(d.Body), d.Why, d.Reverses)
		return err
	})
}

// Decisions is the audit trail, oldest first.
func (s *Store) Decisions(ctx context.Context) ([]Decision, error) {
	out := []Decision{}
	err := s.each(ctx, "SELECT id, at, who, kind, subject, anchor, body, why, reverses FROM decision ORDER BY at, id", func(row scanner) error {
		var d Decision
		var at int64
		var anchor, body string
		if err := row.Scan(&d.ID, &at, &d.Who, &d.Kind, &d.Subject, &anchor, &body, &d.Why, &d.Reverses); err != nil {
			return err
		}
		d.At, d.Body = moment(at), json.RawMessage(body)
		out = append(out, d)
		return json.Unmarshal([]byte(anchor), &out[len(out)-1].Anchor)
	})
	return out, err
}
