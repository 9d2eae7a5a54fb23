package web

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"sayso/internal/access"
	"sayso/internal/store"
)

const password = "correct horse battery"

// served is a ledger with a user of each role, and a token of each.
func served(t *testing.T) (*store.Store, *httptest.Server, map[access.Role]string) {
	t.Helper()
	ctx := context.Background()
	st := newLedger(t, true)
	tokens := map[access.Role]string{}
	hash := access.Hash(password)
	for _, r := range []access.Role{access.Admin, access.Reviewer, access.Reader} {
		name := "the-" + string(r)
		if err := st.AddUser(ctx, store.User{Name: name, Role: r, Password: hash, Made: time.Now()}, store.Audit{At: time.Now()}); err != nil {
			t.Fatal(err)
		}
		secret, h := access.NewSecret(access.TokenPrefix)
		if _, err := st.AddToken(ctx, store.Token{User: name, Role: r, Made: time.Now(), Expires: time.Now().Add(time.Hour)}, h, store.Audit{At: time.Now()}); err != nil {
			t.Fatal(err)
		}
		tokens[r] = secret
	}
	h, err := New(st, Options{Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	srv := httptest.NewServer(h)
	t.Cleanup(srv.Close)
	return st, srv, tokens
}

func ask(t *testing.T, c *http.Client, method, address, token string, form url.Values, header ...string) (*http.Response, string) {
	t.Helper()
	r, err := http.NewRequest(method, address, strings.NewReader(form.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	if form != nil {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	if token != "" {
		r.Header.Set("Authorization", "Bearer "+token)
	}
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	resp, err := c.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp, string(b)
}

// browser keeps cookies and follows no redirects.
func browser(t *testing.T) *http.Client {
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return &http.Client{Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
}

// Who gets through at every route there is: each says itself what it needs.
func TestEveryRouteAsksForItsRole(t *testing.T) {
	_, srv, tokens := served(t)
	s, err := newServer(nil, Options{})
	if err != nil {
		t.Fatal(err)
	}
	s.routes(http.NewServeMux())
	routes := map[string]access.Role{"GET /login": "", "GET /livez": "", "GET /healthz": "", "GET /static/site.css": "", "GET /metrics": access.Admin, "GET /openapi.json": access.Reader,
		"POST /decisions": access.Reviewer, "POST /account": access.Reader, "POST /jobs": access.Admin}
	for _, a := range s.api {
		need := access.Reader
		if a.name == "users" {
			need = access.Admin
		}
		routes["GET "+strings.Replace(a.path, "{id}", "x", 1)] = need
		routes["GET "+strings.Replace(strings.TrimSuffix(a.path, ".json"), "{id}", "x", 1)] = need
	}
	delete(routes, "GET /home")
	routes["GET /"] = access.Reader
	for route, need := range routes {
		method, path, _ := strings.Cut(route, " ")
		for _, role := range append([]access.Role{access.Public}, access.Roles()...) {
			resp, body := ask(t, browser(t), method, srv.URL+path, tokens[role], url.Values{})
			refused := resp.StatusCode == http.StatusUnauthorized || resp.StatusCode == http.StatusForbidden || strings.HasPrefix(resp.Header.Get("Location"), "/login")
			if refused == role.May(need) {
				t.Errorf("%s as %q: %d, needs %q: %.80s", route, role, resp.StatusCode, need, body)
			}
			if want := map[bool]int{true: http.StatusUnauthorized, false: http.StatusForbidden}[role == access.Public]; refused && strings.HasSuffix(path, ".json") {
				var p problem
				if resp.StatusCode != want || json.Unmarshal([]byte(body), &p) != nil || p.Status != want || p.Detail == "" {
					t.Errorf("%s as %q: %d %s", route, role, resp.StatusCode, body)
				}
			}
		}
	}
	if resp, _ := ask(t, browser(t), "DELETE", srv.URL+"/reports", tokens[access.Admin], nil); resp.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("DELETE: %d", resp.StatusCode)
	}
	if resp, _ := ask(t, browser(t), "GET", srv.URL+"/claims.json", "sayso_made-up", nil); resp.StatusCode != http.StatusUnauthorized {
		t.Errorf("a made-up token: %d", resp.StatusCode)
	}
}

func TestLoginAndOut(t *testing.T) {
	st, srv, _ := served(t)
	c := browser(t)
	resp, _ := ask(t, c, "GET", srv.URL+"/claims?q=blast", "", nil)
	if got := resp.Header.Get("Location"); got != "/login?next=%2Fclaims%3Fq%3Dblast" {
		t.Fatalf("sent to %q", got)
	}
	login := func(name, password, next string) (*http.Response, string) {
		return ask(t, c, "POST", srv.URL+"/login", "", url.Values{"name": {name}, "password": {password}, "next": {next}})
	}
	_, unknown := login("nobody", password, "/")
	resp, wrong := login("the-reader", "wrong", "/")
	if resp.StatusCode != http.StatusUnauthorized || strings.ReplaceAll(unknown, "nobody", "") != strings.ReplaceAll(wrong, "the-reader", "") {
		t.Errorf("an unknown name and a wrong password are told apart: %d", resp.StatusCode)
	}
	resp, _ = login("the-reader", password, "//evil.example/")
	if got := resp.Header.Get("Location"); got != "/" {
		t.Errorf("after the login sent to %q", got)
	}
	cookie := resp.Cookies()[0]
	if !cookie.HttpOnly || cookie.SameSite != http.SameSiteLaxMode || cookie.Secure {
		t.Errorf("cookie %+v over plain HTTP", cookie)
	}
	if resp, body := ask(t, c, "GET", srv.URL+"/claims", "", nil); resp.StatusCode != http.StatusOK || !strings.Contains(body, "the-reader") || resp.Header.Get("Cache-Control") != "no-store" {
		t.Errorf("logged in: %d", resp.StatusCode)
	}
	// Another site cannot make the browser do anything.
	if resp, _ := ask(t, c, "POST", srv.URL+"/logout", "", url.Values{}, "Sec-Fetch-Site", "cross-site"); resp.StatusCode != http.StatusForbidden {
		t.Errorf("a request that another site sent: %d", resp.StatusCode)
	}
	if resp, _ := ask(t, c, "POST", srv.URL+"/logout", "", url.Values{}, "Origin", "https://evil.example"); resp.StatusCode != http.StatusForbidden {
		t.Errorf("a request from another origin: %d", resp.StatusCode)
	}
	ask(t, c, "POST", srv.URL+"/logout", "", url.Values{}, "Sec-Fetch-Site", "same-origin")
	if resp, _ := ask(t, c, "GET", srv.URL+"/claims.json", "", nil); resp.StatusCode != http.StatusUnauthorized {
		t.Errorf("logged out: %d", resp.StatusCode)
	}
	old := browser(t)
	u, _ := url.Parse(srv.URL)
	old.Jar.SetCookies(u, []*http.Cookie{cookie})
	if resp, _ := ask(t, old, "GET", srv.URL+"/claims.json", "", nil); resp.StatusCode != http.StatusUnauthorized {
		t.Errorf("the cookie of before the logout still works: %d", resp.StatusCode)
	}
	trail, err := st.AuditTrail(context.Background(), 4)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"logout", "login", "login refused", "login refused"} {
		if trail[i].What != want {
			t.Errorf("audit %d: %q, want %q", i, trail[i].What, want)
		}
	}
}

func TestGuessingIsSlowedDown(t *testing.T) {
	_, srv, _ := served(t)
	c := browser(t)
	for range 6 {
		resp, _ := ask(t, c, "POST", srv.URL+"/login", "", url.Values{"name": {"the-admin"}, "password": {"guess"}})
		if resp.StatusCode == http.StatusTooManyRequests {
			if resp.Header.Get("Retry-After") == "" {
				t.Error("nobody says when to try again")
			}
			return
		}
	}
	t.Error("six wrong passwords in a row, and no wait")
}

func TestPasswordChangeEndsLogins(t *testing.T) {
	_, srv, _ := served(t)
	c := browser(t)
	ask(t, c, "POST", srv.URL+"/login", "", url.Values{"name": {"the-reader"}, "password": {password}})
	for _, f := range []url.Values{{"old": {"wrong"}, "new": {"another battery"}, "again": {"another battery"}}, {"old": {password}, "new": {"short"}, "again": {"short"}}, {"old": {password}, "new": {"another battery"}, "again": {"another batterie"}}} {
		if resp, _ := ask(t, c, "POST", srv.URL+"/account", "", f); resp.StatusCode != http.StatusBadRequest {
			t.Errorf("%v: %d", f, resp.StatusCode)
		}
	}
	ask(t, c, "POST", srv.URL+"/account", "", url.Values{"old": {password}, "new": {"another battery"}, "again": {"another battery"}})
	if resp, _ := ask(t, c, "GET", srv.URL+"/claims.json", "", nil); resp.StatusCode != http.StatusUnauthorized {
		t.Errorf("still logged in: %d", resp.StatusCode)
	}
	if resp, _ := ask(t, c, "POST", srv.URL+"/login", "", url.Values{"name": {"the-reader"}, "password": {"another battery"}}); resp.StatusCode != http.StatusSeeOther {
		t.Errorf("the new password: %d", resp.StatusCode)
	}
}

func TestBehindProxy(t *testing.T) {
	s := &Server{proxy: true}
	r := httptest.NewRequest("GET", "/", nil)
	r.RemoteAddr = "10.0.0.2:4000" // the proxy's
	r.Header.Set("X-Forwarded-For", "203.0.113.9, 198.51.100.7")
	r.Header.Set("X-Forwarded-Proto", "https")
	if s.address(r) != "198.51.100.7" || !s.encrypted(r) || s.cookieName(r) != "__Host-sayso" {
		t.Errorf("address %q, encrypted %v", s.address(r), s.encrypted(r))
	}
	s.proxy = false
	if s.address(r) != "10.0.0.2" || s.encrypted(r) {
		t.Error("anybody can claim to be a proxy")
	}
}

// A ledger without users is for this machine: a site that names it as its own gets nothing.
func TestOpenLedgerAnswersOnlyToThisMachine(t *testing.T) {
	h, err := New(newLedger(t, false), Options{Local: true})
	if err != nil {
		t.Fatal(err)
	}
	for host, want := range map[string]int{"127.0.0.1:8787": 200, "localhost:8787": 200, "[::1]:8787": 200, "evil.example": 421, "127.0.0.1.evil.example:8787": 421, "LOCALHOST:8787": 200} {
		r := httptest.NewRequest("GET", "/claims.json", nil)
		r.Host = host
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != want {
			t.Errorf("%s: %d, want %d", host, w.Code, want)
		}
	}
}

func TestDecisions(t *testing.T) {
	_, srv, tokens := served(t)
	c := browser(t)
	_, body := ask(t, c, "GET", srv.URL+"/statements.json", tokens[access.Reader], nil)
	var l struct {
		Rows []struct {
			ID, Content string
			In          struct{ Report string }
		}
	}
	if err := json.Unmarshal([]byte(body), &l); err != nil || len(l.Rows) == 0 {
		t.Fatal(err, body)
	}
	subject, report := l.Rows[0].ID, l.Rows[0].In.Report
	post := func(f url.Values) (int, store.Decision) {
		resp, body := ask(t, c, "POST", srv.URL+"/decisions", tokens[access.Reviewer], f)
		var d store.Decision
		json.Unmarshal([]byte(body), &d)
		return resp.StatusCode, d
	}
	for _, f := range []url.Values{
		{"subject": {subject}, "kind": {"confirm"}},
		{"subject": {subject}, "kind": {"delete"}, "why": {"x"}},
		{"subject": {subject}, "kind": {"correct"}, "why": {"x"}},
		{"subject": {report}, "kind": {"confirm"}, "why": {"x"}},
	} {
		if status, _ := post(f); status != http.StatusBadRequest {
			t.Errorf("%v: %d", f, status)
		}
	}
	if status, _ := post(url.Values{"subject": {"0123456789abcdef-a1"}, "kind": {"confirm"}, "why": {"x"}}); status != http.StatusNotFound {
		t.Errorf("about nothing: %d", status)
	}
	status, d := post(url.Values{"subject": {subject}, "kind": {"correct"}, "to": {"<b>five</b> dead"}, "why": {"the wire says so"}})
	if status != http.StatusCreated || d.Who != "the-reviewer" || d.Anchor.Words == "" {
		t.Fatalf("%d %+v", status, d)
	}
	_, page := ask(t, c, "GET", srv.URL+"/reports/"+report, tokens[access.Reviewer], nil)
	if !strings.Contains(page, "corrected: &lt;b&gt;five&lt;/b&gt; dead") || !strings.Contains(page, "the wire says so") || !strings.Contains(page, `name="subject"`) {
		t.Error("the report's page does not show the decision and the form")
	}
	if _, page := ask(t, c, "GET", srv.URL+"/reports/"+report, tokens[access.Reader], nil); strings.Contains(page, `name="subject"`) {
		t.Error("a reader is shown the form")
	}
	if status, _ := post(url.Values{"reverses": {d.ID}, "why": {"a slip"}}); status != http.StatusCreated {
		t.Errorf("taken back: %d", status)
	}
	if status, _ := post(url.Values{"reverses": {d.ID}, "why": {"a slip"}}); status != http.StatusBadRequest {
		t.Errorf("taken back twice: %d", status)
	}
	_, body = ask(t, c, "GET", srv.URL+"/decisions.json", tokens[access.Reader], nil)
	var got decisionsData
	if err := json.Unmarshal([]byte(body), &got); err != nil || len(got.Rows) != 1 || got.Rows[0].Undone != "the-reviewer" || got.Rows[0].Report != report {
		t.Errorf("%v %s", err, body)
	}
}

func TestHealthAndMetrics(t *testing.T) {
	st, srv, tokens := served(t)
	c := browser(t)
	if resp, body := ask(t, c, "GET", srv.URL+"/healthz", "", nil); resp.StatusCode != http.StatusOK || !strings.Contains(body, `"ok"`) {
		t.Errorf("healthz: %d %s", resp.StatusCode, body)
	}
	ask(t, c, "GET", srv.URL+"/claims/none.json", tokens[access.Reader], nil)
	_, body := ask(t, c, "GET", srv.URL+"/metrics", tokens[access.Admin], nil)
	for _, want := range []string{`sayso_http_requests_total{route="GET /claims/{id}",status="404"} 1`, `sayso_ledger_rows{kind="reports"} 13`, "sayso_ledger_up 1", "go_goroutines", `sayso_info{version="test"} 1`} {
		if !strings.Contains(body, want) {
			t.Errorf("metrics lack %s", want)
		}
	}
	st.Close()
	if resp, _ := ask(t, c, "GET", srv.URL+"/healthz", "", nil); resp.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("healthz of a closed ledger: %d", resp.StatusCode)
	}
	if resp, _ := ask(t, c, "GET", srv.URL+"/livez", "", nil); resp.StatusCode != http.StatusOK {
		t.Errorf("livez: %d", resp.StatusCode)
	}
}

// A job can be followed, cancelled and retried on its page.
func TestJobs(t *testing.T) {
	st, srv, tokens := served(t)
	c := browser(t)
	ctx := context.Background()
	q, err := st.Enqueue(ctx, []*store.Intake{{Origin: "a<b>.txt", Bytes: []byte("The bridge is closed, the mayor said."), Media: "text/plain", Fetched: time.Now()}})
	if err != nil {
		t.Fatal(err)
	}
	job := fmt.Sprint(q.Job)
	state := func() string {
		var d jobsData
		_, body := ask(t, c, "GET", srv.URL+"/jobs.json", tokens[access.Reader], nil)
		if err := json.Unmarshal([]byte(body), &d); err != nil || len(d.Rows) != 1 {
			t.Fatal(err, body)
		}
		return d.Rows[0].State
	}
	for _, step := range []struct{ do, state string }{{"cancel", store.JobCancelled}, {"retry", store.JobWaiting}} {
		if resp, body := ask(t, c, "POST", srv.URL+"/jobs", tokens[access.Admin], url.Values{"job": {job}, "do": {step.do}}); resp.StatusCode != http.StatusSeeOther {
			t.Fatalf("%s: %d %s", step.do, resp.StatusCode, body)
		}
		if got := state(); got != step.state {
			t.Errorf("after %s the job is %s", step.do, got)
		}
	}
	if resp, _ := ask(t, c, "POST", srv.URL+"/jobs", tokens[access.Admin], url.Values{"job": {job}, "do": {"explode"}}); resp.StatusCode != http.StatusBadRequest {
		t.Errorf("what cannot be done: %d", resp.StatusCode)
	}
	_, page := ask(t, c, "GET", srv.URL+"/jobs", tokens[access.Admin], nil)
	if !strings.Contains(page, "a&lt;b&gt;.txt") || !strings.Contains(page, `value="cancel"`) {
		t.Error("the page does not show the job and what can be done with it")
	}
	if _, page := ask(t, c, "GET", srv.URL+"/jobs", tokens[access.Reader], nil); strings.Contains(page, `value="cancel"`) {
		t.Error("a reader is shown what only an admin can do")
	}
}
