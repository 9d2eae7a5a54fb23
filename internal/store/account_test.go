package store

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"sayso/internal/access"
)

func testAccounts(t *testing.T, open opener) {
	ctx, s := context.Background(), open(t)
	now := time.Date(2031, 5, 6, 8, 0, 0, 0, time.UTC)
	by := Audit{At: now, Who: "root"}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	is := func(err, want error) {
		t.Helper()
		if !errors.Is(err, want) {
			t.Fatalf("%v, want %v", err, want)
		}
	}
	if has, err := s.HasUsers(ctx); has || err != nil {
		t.Fatalf("an empty ledger has users: %v, %v", has, err)
	}
	is(s.AddUser(ctx, User{Name: "bo", Role: access.Reader, Made: now}, by), ErrLastAdmin)
	must(s.AddUser(ctx, User{Name: "ana", Role: access.Admin, Password: "x", Made: now}, by))
	must(s.AddUser(ctx, User{Name: "bo", Role: access.Reader, Password: "y", Made: now}, by))
	is(s.AddUser(ctx, User{Name: "bo", Role: access.Admin, Made: now}, by), ErrTaken)
	is(s.ChangeUser(ctx, "ana", "user disabled", by, func(u *User) { u.Enabled = false }), ErrLastAdmin)
	is(s.ChangeUser(ctx, "cy", "user disabled", by, func(u *User) { u.Enabled = false }), ErrNotFound)

	_, hash := access.NewSecret("")
	must(s.OpenSession(ctx, hash, "bo", by))
	u, err := s.SessionUser(ctx, hash, now.Add(time.Hour))
	if must(err); u.Name != "bo" || u.Role != access.Reader {
		t.Fatalf("the session is of %+v", u)
	}
	if _, err := s.SessionUser(ctx, hash, now.Add(12*time.Hour+30*time.Minute)); err != nil {
		t.Fatal("a login ended although it was used:", err)
	}
	for _, late := range []time.Duration{26 * time.Hour, SessionLife + time.Minute} {
		_, err = s.SessionUser(ctx, hash, now.Add(late))
		is(err, ErrNotFound)
	}
	must(s.ChangeUser(ctx, "bo", "role set", by, func(u *User) { u.Role = access.Reviewer }))
	_, err = s.SessionUser(ctx, hash, now.Add(time.Hour))
	is(err, ErrNotFound)

	_, th := access.NewSecret(access.TokenPrefix)
	id, err := s.AddToken(ctx, Token{User: "bo", Label: "export", Role: access.Admin, Made: now, Expires: now.Add(24 * time.Hour)}, th, by)
	must(err)
	u, err = s.TokenUser(ctx, th, now.Add(time.Hour))
	if must(err); u.Role != access.Reviewer {
		t.Fatalf("the token may as much as a %s, its user is a reviewer", u.Role)
	}
	_, err = s.TokenUser(ctx, th, now.Add(25*time.Hour))
	is(err, ErrNotFound)
	must(s.ChangeUser(ctx, "bo", "user disabled", by, func(u *User) { u.Enabled = false }))
	_, err = s.TokenUser(ctx, th, now.Add(time.Hour))
	is(err, ErrNotFound)
	must(s.ChangeUser(ctx, "bo", "user enabled", by, func(u *User) { u.Enabled = true }))
	must(s.RevokeToken(ctx, id, by))
	is(s.RevokeToken(ctx, id, by), ErrNotFound)
	_, err = s.TokenUser(ctx, th, now.Add(time.Hour))
	is(err, ErrNotFound)

	trail, err := s.AuditTrail(ctx, 0)
	must(err)
	var what []string
	for _, a := range trail {
		what = append(what, a.What)
	}
	want := []string{"token revoked", "user enabled", "user disabled", "token added", "role set", "login", "user added", "user added"}
	if len(what) != len(want) {
		t.Fatalf("audit %q, want %q", what, want)
	}
	for i := range want {
		if what[i] != want[i] {
			t.Errorf("audit line %d is %q, want %q", i, what[i], want[i])
		}
	}
}

// The record of access is only added to, whoever asks; and pages are read while somebody else writes.
func testAuditIsKept(t *testing.T, open opener) {
	s, ctx, now := open(t), context.Background(), time.Date(2031, 3, 4, 10, 0, 0, 0, time.UTC)
	if err := s.AddUser(ctx, User{Name: "ana", Role: access.Admin, Password: "x", Made: now}, Audit{At: now, Who: "root"}); err != nil {
		t.Fatal(err)
	}
	if err := s.OpenSession(ctx, "h", "ana", Audit{At: now, Address: "192.0.2.1"}); err != nil {
		t.Fatal(err)
	}
	for _, sql := range []string{"DELETE FROM audit", "UPDATE audit SET who = 'nobody'"} {
		if _, err := s.write.ExecContext(ctx, sql); err == nil || !strings.Contains(err.Error(), "only added to") {
			t.Errorf("%s: %v", sql, err)
		}
	}
	for from, want := range map[string]bool{"192.0.2.1": true, "192.0.2.2": false} {
		if known, err := s.LoggedInFrom(ctx, "ana", from, now.Add(-time.Hour)); err != nil || known != want {
			t.Error(from, known, err)
		}
	}
	if known, err := s.LoggedInFrom(ctx, "ana", "192.0.2.1", now.Add(time.Hour)); err != nil || known {
		t.Error("long ago:", known, err)
	}
	err := s.tx(ctx, func(w *writer) error {
		start := time.Now()
		if _, err := s.SessionUser(ctx, "h", now.Add(time.Hour)); err != nil {
			t.Error("a page fails while somebody writes:", err)
		}
		if took := time.Since(start); took > 5*time.Second {
			t.Error("a page waits for a writer:", took)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}
