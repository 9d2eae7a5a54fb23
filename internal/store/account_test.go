package store

import (
	"context"
	"errors"
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
