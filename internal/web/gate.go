package web

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"sayso/internal/access"
	"sayso/internal/store"
)

// needs is what each pattern asks for, where it is not the rule: what only shows is for readers, what
// changes something for admins. A pattern that nobody thought of is therefore closed, not open.
var needs = map[string]access.Role{
	"GET /":           access.Public, // "not found" tells nothing
	"GET /static/":    access.Public,
	"GET /login":      access.Public,
	"POST /login":     access.Public,
	"GET /livez":      access.Public,
	"GET /healthz":    access.Public,
	"POST /logout":    access.Reader,
	"POST /account":   access.Reader,
	"POST /decisions": access.Reviewer,
	"POST /jobs":      access.Admin,
	"GET /users":      access.Admin,
	"GET /users.json": access.Admin,
	"GET /metrics":    access.Admin,
}

// roleFor is the least role that a request for pattern needs.
func roleFor(pattern, method string) access.Role {
	if r, ok := needs[pattern]; ok {
		return r
	}
	if method == http.MethodGet || method == http.MethodHead {
		return access.Reader
	}
	return access.Admin
}

// A person is who makes a request. Name is "" on a ledger without users, where everybody who reaches the
// server may do everything: serve lets only this machine reach such a one.
type person struct {
	Name string
	Role access.Role
	Open bool // nobody was asked to log in
}

// Signed is the name that decisions are signed with.
func (p person) Signed() string {
	if p.Open {
		return "this machine"
	}
	return p.Name
}

type personKey struct{}

// who is who makes r.
func who(r *http.Request) person {
	p, _ := r.Context().Value(personKey{}).(person)
	return p
}

// gate lets a request through to mux where its maker may do what it asks.
func (s *Server) gate(mux *http.ServeMux) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, pattern := mux.Handler(r)
		need := roleFor(pattern, r.Method)
		if pattern == "" {
			need = access.Public // "not found" tells nothing
		}
		if !isText(r.URL) {
			s.fail(w, r, fmt.Errorf("%w: its address holds bytes that are no text", errRequest))
			return
		}
		p, err := s.identify(r)
		if err != nil && need != access.Public {
			s.fail(w, r, err)
			return
		}
		r = r.WithContext(context.WithValue(r.Context(), personKey{}, p))
		if p.Role.May(need) {
			mux.ServeHTTP(w, r)
			return
		}
		s.refuse(w, r, p, need)
	})
}

// isText reports whether an address is text, as all that the ledger can be asked for is: PostgreSQL refuses other bytes.
func isText(u *url.URL) bool {
	text := func(s string) bool { return utf8.ValidString(s) && strings.IndexByte(s, 0) < 0 }
	if !text(u.Path) {
		return false
	}
	for k, values := range u.Query() {
		if !text(k) || slices.ContainsFunc(values, func(v string) bool { return !text(v) }) {
			return false
		}
	}
	return true
}

// identify finds who makes r: by a token, by a login, or anybody where no users are known.
func (s *Server) identify(r *http.Request) (person, error) {
	ctx, now := r.Context(), time.Now()
	u, err := store.User{}, error(store.ErrNotFound)
	scheme, token, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	if strings.EqualFold(scheme, "Bearer") {
		if !s.confidential(r) {
			return person{}, errPlain
		}
		u, err = s.store.TokenUser(ctx, access.SecretHash(strings.TrimSpace(token)), now)
	} else if c, cerr := r.Cookie(s.cookieName(r)); cerr == nil && s.confidential(r) {
		u, err = s.store.SessionUser(ctx, access.SecretHash(c.Value), now)
	}
	switch {
	case err == nil:
		return person{Name: u.Name, Role: u.Role}, nil
	case !errors.Is(err, store.ErrNotFound):
		return person{}, err
	}
	has, err := s.store.HasUsers(ctx)
	if err != nil || has {
		return person{}, err
	}
	if s.local && (!loopback(r.Host) || forwarded(r)) {
		return person{}, errElsewhere // a site that names this machine as its own (DNS rebinding), or a proxy nobody told of
	}
	return person{Role: access.Admin, Open: true}, nil
}

// forwarded reports whether a proxy says that it passes r on for somebody.
func forwarded(r *http.Request) bool {
	return r.Header.Get("X-Forwarded-For") != "" || r.Header.Get("Forwarded") != "" || r.Header.Get("Via") != ""
}

// loopback reports whether a request's Host is this machine.
func loopback(host string) bool {
	if h, _, err := net.SplitHostPort(host); err == nil {
		host = h
	}
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	ip := net.ParseIP(strings.Trim(host, "[]"))
	return host == "localhost" || strings.HasSuffix(host, ".localhost") || ip != nil && ip.IsLoopback()
}

// What the gate says; statusOf knows them.
var (
	errElsewhere = errors.New("this ledger has no users and is shown only to this machine, at 127.0.0.1 or localhost")
	errLogin     = errors.New("log in first")
	errForbidden = errors.New("your role does not include this")
	errSlow      = errors.New("too many attempts")
	errPlain     = errors.New("passwords and tokens do not cross the network in the clear; use the address with https")
)

// refuse sends a browser to the login and tells a program what is missing.
func (s *Server) refuse(w http.ResponseWriter, r *http.Request, p person, need access.Role) {
	err := fmt.Errorf("%w: it needs the role %s, yours is %s", errForbidden, need, p.Role)
	if p.Role == access.Public {
		err = fmt.Errorf("%w: with a name and a password at /login, or with a token (Authorization: Bearer …)", errLogin)
		w.Header().Set("WWW-Authenticate", `Bearer realm="sayso"`)
	}
	switch {
	case wantsJSON(r):
		s.serveJSON(w, r, func(*http.Request) (any, error) { return nil, err })
	case p.Role == access.Public && (r.Method == http.MethodGet || r.Method == http.MethodHead):
		http.Redirect(w, r, "/login?"+url.Values{"next": {r.URL.RequestURI()}}.Encode(), http.StatusSeeOther)
	default:
		s.fail(w, r, err)
	}
}

func wantsJSON(r *http.Request) bool {
	return strings.HasSuffix(r.URL.Path, ".json") || r.URL.Path == "/metrics" || r.Header.Get("Authorization") != ""
}

// encrypted reports whether the browser speaks TLS, to us or to the proxy before us.
func (s *Server) encrypted(r *http.Request) bool {
	return r.TLS != nil || s.ours(r) && r.Header.Get("X-Forwarded-Proto") == "https"
}

// peer is the other end of the connection.
func peer(r *http.Request) netip.Addr {
	a, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return netip.Addr{}
	}
	return a.Addr().Unmap()
}

// ours reports whether a request comes from the proxy before us, which is on this machine or in our own
// network unless its address is given. What others claim in the proxy's headers is not believed.
func (s *Server) ours(r *http.Request) bool {
	a := peer(r)
	if !s.proxy {
		return false
	}
	if len(s.proxies) == 0 {
		return a.IsLoopback() || a.IsPrivate()
	}
	return slices.ContainsFunc(s.proxies, func(p netip.Prefix) bool { return p.Contains(a) })
}

// confidential reports whether what a request carries stays between the two ends: it is encrypted, or does
// not leave this machine. Passwords, cookies and tokens are taken by no other, unless the house said so.
func (s *Server) confidential(r *http.Request) bool {
	return s.encrypted(r) || s.plain || peer(r).IsLoopback() && loopback(r.Host) && !forwarded(r)
}

// cookieName is bound to the host by its prefix where the connection is encrypted, as browsers demand.
func (s *Server) cookieName(r *http.Request) string {
	if s.encrypted(r) {
		return "__Host-sayso"
	}
	return "sayso"
}

func (s *Server) setCookie(w http.ResponseWriter, r *http.Request, value string, age time.Duration) {
	http.SetCookie(w, &http.Cookie{Name: s.cookieName(r), Value: value, Path: "/", MaxAge: int(age / time.Second),
		HttpOnly: true, Secure: s.encrypted(r), SameSite: http.SameSiteLaxMode})
}

// address is whose request it is; behind a proxy what the proxy says, which is the last in its header. Of
// IPv6 it is the network: whoever has one address there has all.
func (s *Server) address(r *http.Request) string {
	a := peer(r)
	if f := r.Header.Values("X-Forwarded-For"); len(f) > 0 && s.ours(r) {
		all := strings.Split(f[len(f)-1], ",")
		if said, err := netip.ParseAddr(strings.TrimSpace(all[len(all)-1])); err == nil {
			a = said.Unmap()
		}
	}
	if a = a.WithZone(""); a.Is6() && !a.IsLoopback() {
		if net, err := a.Prefix(64); err == nil {
			return net.String()
		}
	}
	return a.String()
}

// loginData is the login page.
type loginData struct {
	Name, Next, Problem string
}

func (*loginData) pageTitle() string { return "Log in" }

func (s *Server) showLogin(w http.ResponseWriter, r *http.Request) {
	if !s.confidential(r) {
		s.fail(w, r, errPlain)
		return
	}
	s.render(w, r, http.StatusOK, "login", &loginData{Next: local(r.URL.Query().Get("next"))})
}

// local is where to go after a login: a path of ours, or the home page.
func local(next string) string {
	u, err := url.Parse(next)
	if err != nil || u.IsAbs() || u.Host != "" || !strings.HasPrefix(u.Path, "/") || strings.ContainsAny(next, "\\\r\n") || strings.HasPrefix(next, "//") {
		return "/"
	}
	return next
}

// login checks name and password. A wrong name and a wrong password cost the same and are answered alike.
func (s *Server) login(w http.ResponseWriter, r *http.Request) {
	if !s.confidential(r) {
		s.fail(w, r, errPlain)
		return
	}
	r.Body = http.MaxBytesReader(w, r.Body, 16<<10)
	if err := r.ParseForm(); err != nil {
		s.fail(w, r, fmt.Errorf("%w: %w", errRequest, err))
		return
	}
	ctx, now, name, password, from := r.Context(), time.Now(), r.PostForm.Get("name"), r.PostForm.Get("password"), s.address(r)
	d := &loginData{Name: name, Next: local(r.PostForm.Get("next"))}
	byName, byAddress := "name "+cutName(name), []string{"from " + from, "from " + from + " as " + cutName(name)}
	wait, err := s.mayTry(ctx, now, name, from, byName, byAddress)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	if wait > 0 {
		seconds := int(wait/time.Second) + 1
		w.Header().Set("Retry-After", strconv.Itoa(seconds))
		d.Problem = fmt.Sprintf("Too many attempts. Wait %d s and try again.", seconds)
		s.render(w, r, http.StatusTooManyRequests, "login", d)
		return
	}
	u, err := s.store.User(ctx, name)
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		s.fail(w, r, err)
		return
	}
	ok, old := access.Verify(u.Password, password)
	if !ok || !u.Enabled {
		s.note(ctx, store.Audit{At: now, What: "login refused", Subject: cutName(name), Address: from})
		d.Problem = "Name or password is wrong."
		s.render(w, r, http.StatusUnauthorized, "login", d)
		return
	}
	s.names.Passed(byName)
	s.addresses.Passed(byAddress...)
	if old {
		if err := s.store.Rehash(ctx, u.Name, access.Hash(password)); err != nil {
			s.log.Error("rehash", "user", u.Name, "err", err)
		}
	}
	secret, hash := access.NewSecret("")
	if err := s.store.OpenSession(ctx, hash, u.Name, store.Audit{At: now, Address: from}); err != nil {
		s.fail(w, r, err)
		return
	}
	s.setCookie(w, r, secret, store.SessionLife)
	http.Redirect(w, r, d.Next, http.StatusSeeOther)
}

// knownFor is how long an address from which somebody logged in is theirs.
const knownFor = 90 * 24 * time.Hour

// mayTry is how long a login has to wait; 0 counts it as tried. Whoever has logged in to the account from
// an address before does not wait there for what others try elsewhere: else somebody who guesses
// without end would keep the owner out.
func (s *Server) mayTry(ctx context.Context, now time.Time, name, from, byName string, byAddress []string) (time.Duration, error) {
	if wait := s.addresses.Try(now, byAddress...); wait > 0 {
		return wait, nil
	}
	wait := s.names.Try(now, byName)
	if wait == 0 {
		return 0, nil
	}
	known, err := s.store.LoggedInFrom(ctx, name, from, now.Add(-knownFor))
	if err != nil || known {
		return 0, err
	}
	return wait, nil
}

// cutName keeps what somebody typed as a name short: it may be a password, or a book.
func cutName(s string) string {
	if len(s) > 64 {
		s = strings.ToValidUTF8(s[:64], "")
	}
	return s
}

// note keeps a line of the record; that it could not be kept is logged, and stops nobody.
func (s *Server) note(ctx context.Context, a store.Audit) {
	if err := s.store.Note(ctx, a); err != nil {
		s.log.Error("audit", "what", a.What, "err", err)
	}
}

func (s *Server) logout(w http.ResponseWriter, r *http.Request) {
	if c, err := r.Cookie(s.cookieName(r)); err == nil {
		if err := s.store.CloseSession(r.Context(), access.SecretHash(c.Value), store.Audit{At: time.Now(), Who: who(r).Name, Address: s.address(r)}); err != nil {
			s.fail(w, r, err)
			return
		}
	}
	s.setCookie(w, r, "", -time.Second)
	http.Redirect(w, r, "/login", http.StatusSeeOther)
}
