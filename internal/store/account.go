package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"sayso/internal/access"
)

// What can be wrong with accounts, for callers that give a hint.
var (
	ErrTaken     = errors.New("there is one already")
	ErrLastAdmin = errors.New("somebody must be left who can give access")
)

// A User is somebody who may use a served ledger. Users are disabled, never taken out, so that the audit
// trail's names stay somebody's.
type User struct {
	Name     string      `json:"name"`
	Role     access.Role `json:"role"`
	Enabled  bool        `json:"enabled"`
	Made     time.Time   `json:"made"`
	Password string      `json:"-"` // its hash
}

// An Audit is a line of the record of who was given access and who used it. It is only added to.
type Audit struct {
	At      time.Time `json:"at"`
	Who     string    `json:"who"`     // "" where nobody is known
	What    string    `json:"what"`    // "login", "login refused", "user added", …
	Subject string    `json:"subject"` // account or token
	Detail  string    `json:"detail"`
	Address string    `json:"address"` // of the network, "" for the command line
}

// Note adds a line to the audit record.
func (s *Store) Note(ctx context.Context, a Audit) error {
	return s.tx(ctx, func(w *writer) error { return w.note(a) })
}

func (w *writer) note(a Audit) error {
	_, err := w.tx.ExecContext(w.ctx, "INSERT INTO audit (at, who, what, subject, detail, address) VALUES ($1, $2, $3, $4, $5, $6)",
		micros(a.At), storable(a.Who), a.What, storable(a.Subject), storable(a.Detail), a.Address)
	return err
}

// AuditTrail is the record, the newest first, at most limit lines; 0 is all.
func (s *Store) AuditTrail(ctx context.Context, limit int) ([]Audit, error) {
	if limit <= 0 {
		limit = 1 << 30
	}
	out := []Audit{}
	err := s.each(ctx, "SELECT at, who, what, subject, detail, address FROM audit ORDER BY at DESC, n DESC LIMIT $1", func(row scanner) error {
		var a Audit
		var at int64
		err := row.Scan(&at, &a.Who, &a.What, &a.Subject, &a.Detail, &a.Address)
		a.At = moment(at)
		out = append(out, a)
		return err
	}, limit)
	return out, err
}

// HasUsers reports whether anybody was ever given access: from then on a login is asked for.
func (s *Store) HasUsers(ctx context.Context) (bool, error) {
	us, err := s.users(ctx, "LIMIT 1")
	return len(us) > 0, err
}

// Users are all accounts, by name.
func (s *Store) Users(ctx context.Context) ([]User, error) { return s.users(ctx, "ORDER BY name") }

// User is the account of that name, [ErrNotFound] where there is none.
func (s *Store) User(ctx context.Context, name string) (User, error) {
	us, err := s.users(ctx, "WHERE name = $1", storable(name))
	if err == nil && len(us) == 0 {
		err = fmt.Errorf("user %q: %w", name, ErrNotFound)
	}
	if err != nil {
		return User{}, err
	}
	return us[0], nil
}

func (s *Store) users(ctx context.Context, rest string, args ...any) ([]User, error) {
	out := []User{}
	err := s.each(ctx, "SELECT name, role, password, enabled, made_at FROM account "+rest, func(row scanner) error {
		u, err := scanUser(row)
		out = append(out, u)
		return err
	}, args...)
	return out, err
}

func scanUser(row scanner) (u User, err error) {
	var enabled, made int64
	err = row.Scan(&u.Name, &u.Role, &u.Password, &enabled, &made)
	u.Enabled, u.Made = enabled != 0, moment(made)
	return u, err
}

// AddUser adds an account and notes who did. [ErrTaken] where the name is somebody's. The first must be an
// admin, or nobody could ever see who has access.
func (s *Store) AddUser(ctx context.Context, u User, a Audit) error {
	return s.tx(ctx, func(w *writer) error {
		if n, _ := w.number("SELECT count(*) FROM account"); n == 0 && u.Role != access.Admin {
			return fmt.Errorf("user %q: the first user must be an admin: %w", u.Name, ErrLastAdmin)
		}
		r, err := w.tx.ExecContext(ctx, "INSERT INTO account (name, role, password, enabled, made_at) VALUES ($1, $2, $3, 1, $4) ON CONFLICT (name) DO NOTHING",
			u.Name, string(u.Role), u.Password, micros(u.Made))
		if err != nil {
			return err
		}
		if n, err := r.RowsAffected(); n == 0 && err == nil {
			return fmt.Errorf("user %q: %w", u.Name, ErrTaken)
		}
		a.What, a.Subject, a.Detail = "user added", u.Name, string(u.Role)
		return w.note(a)
	})
}

// ChangeUser changes role, password or state of an account, ends its sessions, and notes it as what. The last
// enabled admin cannot be made less: [ErrLastAdmin].
func (s *Store) ChangeUser(ctx context.Context, name, what string, a Audit, change func(*User)) error {
	return s.tx(ctx, func(w *writer) error {
		u, err := scanUser(w.tx.QueryRowContext(ctx, "SELECT name, role, password, enabled, made_at FROM account WHERE name = $1", name))
		if errors.Is(err, sql.ErrNoRows) {
			return fmt.Errorf("user %q: %w", name, ErrNotFound)
		}
		if err != nil {
			return err
		}
		change(&u)
		if _, err := w.tx.ExecContext(ctx, "UPDATE account SET role = $2, password = $3, enabled = $4 WHERE name = $1", name, string(u.Role), u.Password, truth(u.Enabled)); err != nil {
			return err
		}
		if n, _ := w.number("SELECT count(*) FROM account WHERE role = 'admin' AND enabled = 1"); n == 0 {
			return fmt.Errorf("user %q: %w", name, ErrLastAdmin)
		}
		if _, err := w.tx.ExecContext(ctx, "DELETE FROM session WHERE account = $1", name); err != nil {
			return err
		}
		a.What, a.Subject = what, name
		return w.note(a)
	})
}

// Rehash keeps a newer hash of the same password; sessions go on.
func (s *Store) Rehash(ctx context.Context, name, hash string) error {
	return s.tx(ctx, func(w *writer) error {
		_, err := w.tx.ExecContext(ctx, "UPDATE account SET password = $2 WHERE name = $1", name, hash)
		return err
	})
}

func truth(b bool) int64 {
	if b {
		return 1
	}
	return 0
}
