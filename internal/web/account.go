package web

import (
	"errors"
	"fmt"
	"net/http"
	"time"

	"sayso/internal/access"
	"sayso/internal/store"
)

// accountData is one's own account: who one is, and a form for another password.
type accountData struct {
	Name    string        `json:"name"`
	Role    access.Role   `json:"role"`
	Open    bool          `json:"open"` // the ledger has no users: nobody is asked to log in
	Tokens  []store.Token `json:"tokens"`
	Problem string        `json:"-"`
	Done    bool          `json:"-"`
}

func (*accountData) pageTitle() string { return "Your account" }

func (s *Server) account(r *http.Request) (any, error) {
	p := who(r)
	d := &accountData{Name: p.Name, Role: p.Role, Open: p.Open, Tokens: []store.Token{}}
	ts, err := s.store.Tokens(r.Context())
	for _, t := range ts {
		if t.User == p.Name && t.Revoked.IsZero() {
			d.Tokens = append(d.Tokens, t)
		}
	}
	return d, err
}

// changePassword takes the old password and twice the new one. All logins end by it, this one too.
func (s *Server) changePassword(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 16<<10)
	err := s.newPassword(r)
	if err == nil {
		s.setCookie(w, r, "", -time.Second)
		http.Redirect(w, r, "/login", http.StatusSeeOther)
		return
	}
	d, aerr := s.account(r)
	if aerr != nil {
		s.fail(w, r, aerr)
		return
	}
	d.(*accountData).Problem = err.Error()
	s.render(w, r, statusOf(err), "account", d)
}

func (s *Server) newPassword(r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return fmt.Errorf("%w: %w", errRequest, err)
	}
	ctx, now, p := r.Context(), time.Now(), who(r)
	if p.Open {
		return fmt.Errorf("%w: this ledger has no users, and so no passwords", errRequest)
	}
	key := "password " + p.Name
	u, err := s.store.User(ctx, p.Name)
	if err != nil {
		return err
	}
	if s.names.Try(now, key) > 0 {
		return errSlow
	}
	if ok, _ := access.Verify(u.Password, r.PostForm.Get("old")); !ok {
		s.note(ctx, store.Audit{At: now, Who: p.Name, What: "password refused", Subject: p.Name, Address: s.address(r)})
		return errors.Join(errRequest, errors.New("the old password is wrong"))
	}
	s.names.Passed(key)
	password := r.PostForm.Get("new")
	if password != r.PostForm.Get("again") {
		return errors.Join(errRequest, errors.New("the new password is not twice the same"))
	}
	if err := access.CheckPassword(u.Name, password); err != nil {
		return errors.Join(errRequest, err)
	}
	hash := access.Hash(password)
	return s.store.ChangeUser(ctx, u.Name, "password set", store.Audit{At: now, Who: u.Name, Address: s.address(r)}, func(u *store.User) { u.Password = hash })
}

// usersData is who has access, and what was done about it.
type usersData struct {
	Users  []store.User  `json:"users"`
	Tokens []store.Token `json:"tokens"`
	Audit  []store.Audit `json:"audit"` // the newest
}

func (*usersData) pageTitle() string { return "Users" }

// maxAudit is how many lines of the record the page shows; `sayso users audit` prints all.
const maxAudit = 200

func (s *Server) users(r *http.Request) (any, error) {
	ctx := r.Context()
	us, err := s.store.Users(ctx)
	if err != nil {
		return nil, err
	}
	ts, err := s.store.Tokens(ctx)
	if err != nil {
		return nil, err
	}
	trail, err := s.store.AuditTrail(ctx, maxAudit)
	return &usersData{Users: us, Tokens: ts, Audit: trail}, err
}
