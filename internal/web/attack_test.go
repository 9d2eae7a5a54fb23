package web

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"sayso/internal/access"
	"sayso/internal/store"
)

// house is a server of its own over a ledger with one admin.
func house(t *testing.T, o Options) (*store.Store, http.Handler) {
	t.Helper()
	st := newLedger(t, true)
	if err := st.AddUser(context.Background(), store.User{Name: "ana", Role: access.Admin, Password: access.Hash(password), Made: time.Now()}, store.Audit{At: time.Now()}); err != nil {
		t.Fatal(err)
	}
	h, err := New(st, o)
	if err != nil {
		t.Fatal(err)
	}
	return st, h
}

// send is one request from an address, to a host, with headers.
func send(h http.Handler, method, path, from, host string, form url.Values, header ...string) *http.Response {
	r := httptest.NewRequest(method, path, strings.NewReader(form.Encode()))
	r.RemoteAddr, r.Host = from, host
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

// What is no text, and no page, is answered as such on every engine, and a slash too many leads to the page.
func TestAddresses(t *testing.T) {
	h, err := New(newLedger(t, true), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]int{
		"/search?q=a%00": 400, "/reports.json?outlet=%ff": 400, "/reports/%00": 400, "/sources/%ff": 400, "/statements?%00=a": 400,
		"/nowhere": 404, "/nowhere/": 308, "/nowhere.json": 404, "/stories/": 308, "/stories/st-0/": 308, "/search?q=%22a%01": 200,
	} {
		if got := send(h, "GET", path, "127.0.0.1:1", "localhost", nil); got.StatusCode != want || !strings.Contains(got.Header.Get("Content-Type"), "/") {
			t.Errorf("%s: %d, want %d", path, got.StatusCode, want)
		}
	}
	if got := send(h, "GET", "/stories/?q=a", "127.0.0.1:1", "localhost", nil).Header.Get("Location"); got != "/stories?q=a" {
		t.Error(got)
	}
	if got := send(h, "GET", "/%5Cevil.example/", "127.0.0.1:1", "localhost", nil).Header.Get("Location"); got != "/%5Cevil.example" {
		t.Error(got)
	}
}

func guess(h http.Handler, from, password string) int {
	return send(h, "POST", "/login", from, "localhost", url.Values{"name": {"ana"}, "password": {password}}).StatusCode
}

// Guesses that are sent side by side are counted like those sent in turn.
func TestGuessesSideBySide(t *testing.T) {
	_, h := house(t, Options{})
	var tried atomic.Int32
	var all sync.WaitGroup
	for range 40 {
		all.Go(func() {
			if guess(h, "127.0.0.1:1", "wrong") == http.StatusUnauthorized {
				tried.Add(1)
			}
		})
	}
	all.Wait()
	if n := tried.Load(); n < 5 || n > 8 { // a second may pass, and free one more
		t.Errorf("%d of 40 guesses were looked at", n)
	}
}

// Whoever guesses at a name from everywhere does not keep its owner out where they log in from.
func TestGuessesDoNotKeepTheOwnerOut(t *testing.T) {
	_, h := house(t, Options{Plain: true})
	if got := guess(h, "192.0.2.9:1", password); got != http.StatusSeeOther {
		t.Fatal(got)
	}
	refused := 0
	for i := range 30 {
		if guess(h, netip.AddrFrom4([4]byte{198, 51, 100, byte(i)}).String()+":1", "wrong") == http.StatusTooManyRequests {
			refused++
		}
	}
	if refused == 0 {
		t.Error("guesses from many addresses are not slowed down")
	}
	if got := guess(h, "203.0.113.7:1", password); got != http.StatusTooManyRequests {
		t.Errorf("from an address that nobody knows: %d", got)
	}
	if got := guess(h, "192.0.2.9:1", password); got != http.StatusSeeOther {
		t.Errorf("the owner, from where they logged in before: %d", got)
	}
}

// Passwords, cookies and tokens cross the network in the clear only where the house said so; a proxy is
// believed only where it is ours.
func TestInTheClear(t *testing.T) {
	elsewhere := []netip.Prefix{netip.MustParsePrefix("192.0.2.0/24")}
	for _, c := range []struct {
		name, from string
		o          Options
		header     []string
		want       int
		secure     bool
	}{
		{"plain", "192.0.2.7:1", Options{}, nil, 403, false},
		{"plain, as told", "192.0.2.7:1", Options{Plain: true}, nil, 303, false},
		{"no proxy, a header that says so", "192.0.2.7:1", Options{}, []string{"X-Forwarded-Proto", "https"}, 403, false},
		{"past the proxy, with its header", "192.0.2.7:1", Options{Proxy: true}, []string{"X-Forwarded-Proto", "https"}, 403, false},
		{"by the proxy", "10.0.0.2:1", Options{Proxy: true}, []string{"X-Forwarded-Proto", "https"}, 303, true},
		{"by the proxy that was named", "192.0.2.7:1", Options{Proxy: true, Proxies: elsewhere}, []string{"X-Forwarded-Proto", "https"}, 303, true},
		{"by the proxy, in the clear before it", "127.0.0.1:1", Options{Proxy: true}, []string{"X-Forwarded-Proto", "http"}, 403, false},
	} {
		_, h := house(t, c.o)
		resp := send(h, "POST", "/login", c.from, "ledger.example", url.Values{"name": {"ana"}, "password": {password}}, c.header...)
		if resp.StatusCode != c.want || len(resp.Cookies()) > 0 && (resp.Cookies()[0].Secure != c.secure || (resp.Cookies()[0].Name == "__Host-sayso") != c.secure) {
			t.Errorf("%s: %d %v", c.name, resp.StatusCode, resp.Cookies())
		}
		if got := resp.Header.Get("Strict-Transport-Security") != ""; got != c.secure {
			t.Errorf("%s: HSTS %v", c.name, got)
		}
		token := send(h, "GET", "/reports.json", c.from, "ledger.example", nil, append(c.header, "Authorization", "bearer sayso_x")...)
		if want := map[bool]int{true: 401, false: 403}[c.want == 303]; token.StatusCode != want {
			t.Errorf("%s: a token is answered %d", c.name, token.StatusCode)
		}
	}
}

func TestWhereRequestsComeFrom(t *testing.T) {
	for _, c := range []struct {
		from, said, want string
		proxy            bool
	}{
		{"192.0.2.1:5", "203.0.113.9", "192.0.2.1", true}, // past the proxy
		{"10.0.0.1:5", "203.0.113.9", "203.0.113.9", true},
		{"10.0.0.1:5", "203.0.113.9", "10.0.0.1", false},
		{"10.0.0.1:5", "198.51.100.1, 203.0.113.9", "203.0.113.9", true}, // the first is what the browser said
		{"10.0.0.1:5", strings.Repeat("x", 9000), "10.0.0.1", true},
		{"[2001:db8:1:2:3::9]:5", "", "2001:db8:1:2::/64", false},
		{"[::ffff:192.0.2.1]:5", "", "192.0.2.1", false},
		{"[::1]:5", "", "::1", false},
	} {
		r := httptest.NewRequest("GET", "/", nil)
		r.RemoteAddr = c.from
		if c.said != "" {
			r.Header.Set("X-Forwarded-For", c.said)
		}
		if got := (&Server{proxy: c.proxy}).address(r); got != c.want {
			t.Errorf("%.60v: %s", c, got)
		}
	}
}

// What goes wrong inside is not told to the network: a ledger that was closed names no file.
func TestInsideStaysInside(t *testing.T) {
	st, h := house(t, Options{})
	resp := send(h, "POST", "/login", "127.0.0.1:1", "localhost", url.Values{"name": {"ana"}, "password": {password}})
	cookie := "sayso=" + resp.Cookies()[0].Value
	st.Close()
	for _, p := range []string{"/reports", "/reports.json"} {
		w := httptest.NewRecorder()
		r := httptest.NewRequest("GET", p, nil)
		r.RemoteAddr, r.Host = "127.0.0.1:1", "localhost"
		r.Header.Set("Cookie", cookie)
		h.ServeHTTP(w, r)
		if w.Code != 500 || strings.Contains(w.Body.String(), "sql") || !strings.Contains(w.Body.String(), "at request") {
			t.Errorf("%s: %d %s", p, w.Code, w.Body)
		}
	}
}

// A decision stands at the row that it was made on, also where two have the same words, and by its full id.
func TestDecisionsOnTheSameWords(t *testing.T) {
	st, h := house(t, Options{Plain: true})
	ctx := context.Background()
	rs, err := st.Reports(ctx, store.Filter{Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	got, err := st.Report(ctx, rs.Rows[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	g := got.Reading
	r := g.Reading
	if len(r.Attributions) < 2 {
		t.Fatal("too few statements")
	}
	r.Attributions[1].Content = r.Attributions[0].Content
	id := r.Attributions[1].ID
	span := anchors(r)[id]
	if _, err := st.Decide(ctx, store.Decision{At: time.Now(), Who: "ana", Kind: kindRetract, Subject: g.Revision + "-" + id, Why: "x", Anchor: store.Anchor{Revision: g.Revision, Start: span.Start, End: span.End}}); err != nil {
		t.Fatal(err)
	}
	s := &Server{store: st}
	for range 20 {
		on, err := s.decisionsOn(ctx, g)
		if err != nil || len(on) != 1 || len(on[id]) != 1 {
			t.Fatal(on, err)
		}
	}
	resp := send(h, "POST", "/login", "127.0.0.1:1", "localhost", url.Values{"name": {"ana"}, "password": {password}})
	form := url.Values{"subject": {g.Revision[:8] + "-" + r.Attributions[0].ID}, "kind": {"confirm"}, "why": {"seen"}}
	if resp = send(h, "POST", "/decisions", "127.0.0.1:1", "localhost", form, "Cookie", "sayso="+resp.Cookies()[0].Value); resp.StatusCode != 303 {
		t.Fatal(resp.StatusCode)
	}
	ds, err := st.Decisions(ctx)
	if err != nil || len(ds) != 2 || ds[1].Subject != g.Revision+"-"+r.Attributions[0].ID {
		t.Error(ds, err)
	}
}
