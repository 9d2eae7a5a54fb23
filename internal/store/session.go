package store

import (
	"context"
	"fmt"
	"time"

	"sayso/internal/access"
)

// How long a login lasts: without a request, and at all.
const (
	SessionIdle = 12 * time.Hour
	SessionLife = 7 * 24 * time.Hour
	seenEvery   = 5 * time.Minute // how exactly the last request is kept
)

// OpenSession keeps that name is logged in with the secret of that hash, and forgets logins that are over.
func (s *Store) OpenSession(ctx context.Context, hash, name string, a Audit) error {
	return s.tx(ctx, func(w *writer) error {
		if _, err := w.tx.ExecContext(ctx, "DELETE FROM session WHERE seen_at < $1 OR made_at < $2", micros(a.At.Add(-SessionIdle)), micros(a.At.Add(-SessionLife))); err != nil {
			return err
		}
		if _, err := w.tx.ExecContext(ctx, "INSERT INTO session (hash, account, made_at, seen_at) VALUES ($1, $2, $3, $3)", hash, name, micros(a.At)); err != nil {
			return err
		}
		a.Who, a.What, a.Subject = name, "login", name
		return w.note(a)
	})
}

// SessionUser is who is logged in with the secret of that hash: [ErrNotFound] where nobody is, the login is
// over, or the account is disabled.
func (s *Store) SessionUser(ctx context.Context, hash string, now time.Time) (User, error) {
	var seen int64
	us := []User{}
	err := s.each(ctx, `SELECT a.name, a.role, a.password, a.enabled, a.made_at, s.seen_at FROM session s JOIN account a ON a.name = s.account
		WHERE s.hash = $1 AND s.seen_at >= $2 AND s.made_at >= $3 AND a.enabled = 1`, func(row scanner) error {
		var u User
		var enabled, made int64
		err := row.Scan(&u.Name, &u.Role, &u.Password, &enabled, &made, &seen)
		u.Enabled, u.Made = enabled != 0, moment(made)
		us = append(us, u)
		return err
	}, hash, micros(now.Add(-SessionIdle)), micros(now.Add(-SessionLife)))
	if err != nil {
		return User{}, err
	}
	if len(us) == 0 {
		return User{}, fmt.Errorf("session: %w", ErrNotFound)
	}
	if now.Sub(moment(seen)) > seenEvery {
		s.touch(ctx, "UPDATE session SET seen_at = $2 WHERE hash = $1", hash, now)
	}
	return us[0], nil
}

// patience is how long a page waits to keep when somebody was seen.
const patience = 300 * time.Millisecond

// touch keeps a time, if the ledger can be written to now: whoever reads pages must not wait for, or fail
// by, somebody who adds many reports. The next request tries again.
func (s *Store) touch(ctx context.Context, sql, key string, now time.Time) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	s.tx(ctx, func(w *writer) error {
		_, err := w.tx.ExecContext(ctx, sql, key, micros(now))
		return err
	})
}

// LoggedInFrom reports whether a login to the account went well from that network address since a time.
func (s *Store) LoggedInFrom(ctx context.Context, name, address string, since time.Time) (bool, error) {
	var n int
	err := s.read.QueryRowContext(ctx, "SELECT count(*) FROM (SELECT 1 FROM audit WHERE what = 'login' AND subject = $1 AND address = $2 AND at > $3 LIMIT 1) x", storable(name), address, micros(since)).Scan(&n)
	return n > 0, s.d.explain(err)
}

// CloseSession ends a login.
func (s *Store) CloseSession(ctx context.Context, hash string, a Audit) error {
	return s.tx(ctx, func(w *writer) error {
		if _, err := w.tx.ExecContext(ctx, "DELETE FROM session WHERE hash = $1", hash); err != nil {
			return err
		}
		a.What, a.Subject = "logout", a.Who
		return w.note(a)
	})
}

// A Token is what a program logs in with. Its secret is shown once, when it is made.
type Token struct {
	ID      string      `json:"id"`
	User    string      `json:"user"`
	Label   string      `json:"label"`
	Role    access.Role `json:"role"` // at most what its user may
	Made    time.Time   `json:"made"`
	Expires time.Time   `json:"expires"`
	Revoked time.Time   `json:"revoked,omitzero"`
	Used    time.Time   `json:"used,omitzero"` // zero: never
}

// AddToken keeps a token under the hash of its secret and returns its id.
func (s *Store) AddToken(ctx context.Context, t Token, hash string, a Audit) (string, error) {
	t.ID = hash[:12]
	return t.ID, s.tx(ctx, func(w *writer) error {
		if _, ok := w.number("SELECT n FROM account WHERE name = $1", t.User); !ok {
			return fmt.Errorf("user %q: %w", t.User, ErrNotFound)
		}
		_, err := w.tx.ExecContext(ctx, "INSERT INTO token (id, hash, account, label, role, made_at, expires_at, revoked_at, used_at) VALUES ($1, $2, $3, $4, $5, $6, $7, 0, 0)",
			t.ID, hash, t.User, storable(t.Label), string(t.Role), micros(t.Made), micros(t.Expires))
		if err != nil {
			return err
		}
		a.What, a.Subject, a.Detail = "token added", t.User, t.ID+" "+t.Label
		return w.note(a)
	})
}

// Tokens are all tokens, revoked and expired ones too, by user and time.
func (s *Store) Tokens(ctx context.Context) ([]Token, error) {
	return s.tokens(ctx, "ORDER BY account, made_at, id")
}

func (s *Store) tokens(ctx context.Context, rest string, args ...any) ([]Token, error) {
	out := []Token{}
	err := s.each(ctx, "SELECT id, account, label, role, made_at, expires_at, revoked_at, used_at FROM token "+rest, func(row scanner) error {
		var t Token
		var made, expires, revoked, used int64
		err := row.Scan(&t.ID, &t.User, &t.Label, &t.Role, &made, &expires, &revoked, &used)
		t.Made, t.Expires, t.Revoked, t.Used = moment(made), moment(expires), moment(revoked), moment(used)
		out = append(out, t)
		return err
	}, args...)
	return out, err
}

// RevokeToken ends a token for good.
func (s *Store) RevokeToken(ctx context.Context, id string, a Audit) error {
	return s.tx(ctx, func(w *writer) error {
		r, err := w.tx.ExecContext(ctx, "UPDATE token SET revoked_at = $2 WHERE id = $1 AND revoked_at = 0", id, micros(a.At))
		if err != nil {
			return err
		}
		if n, err := r.RowsAffected(); n == 0 && err == nil {
			return fmt.Errorf("token %s: %w", id, ErrNotFound)
		}
		a.What, a.Subject = "token revoked", id
		return w.note(a)
	})
}

// TokenUser is who the token of that hash speaks for, with the lesser of its role and the user's; [ErrNotFound]
// where it is none, over, revoked, or its user is disabled.
func (s *Store) TokenUser(ctx context.Context, hash string, now time.Time) (User, error) {
	ts, err := s.tokens(ctx, "WHERE hash = $1 AND revoked_at = 0 AND expires_at > $2", hash, micros(now))
	if err != nil {
		return User{}, err
	}
	if len(ts) == 0 {
		return User{}, fmt.Errorf("token: %w", ErrNotFound)
	}
	u, err := s.User(ctx, ts[0].User)
	if err != nil {
		return User{}, err
	}
	if !u.Enabled {
		return User{}, fmt.Errorf("token: %w", ErrNotFound)
	}
	u.Role = access.Least(u.Role, ts[0].Role)
	if now.Sub(ts[0].Used) > seenEvery {
		s.touch(ctx, "UPDATE token SET used_at = $2 WHERE id = $1", ts[0].ID, now)
	}
	return u, nil
}
