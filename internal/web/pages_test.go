package web

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"sayso"
	"sayso/article"
	"sayso/export"
	"sayso/internal/live"
	"sayso/internal/store"
	"sayso/internal/store/pgtest"
	linked "sayso/ledger"
	"sayso/sample"
)

func TestMain(m *testing.M) { os.Exit(pgtest.M{M: m}.Run()) }

// newLedger is a ledger with the sample story in it, or an empty one.
func newLedger(t *testing.T, full bool) *store.Store {
	t.Helper()
	return ledgerAt(t, filepath.Join(t.TempDir(), "ledger.db"), full)
}

func ledgerAt(t *testing.T, at string, full bool) *store.Store {
	t.Helper()
	st, err := store.Open(context.Background(), at, true)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	if !full {
		return st
	}
	addReports(t, st, strings.Split(strings.TrimSpace(string(sample.Story)), "\n")...)
	return st
}

// addReports puts reports into a ledger, one JSON object each.
func addReports(t *testing.T, st *store.Store, lines ...string) {
	t.Helper()
	var entries []*store.Entry
	for _, line := range lines {
		var a article.Article
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			t.Fatal(err)
		}
		in := &store.Intake{Origin: a.URL, URL: a.URL, Fetched: time.Date(2031, 5, 20, 0, 0, 0, 0, time.UTC), Media: "application/json", Bytes: []byte(line)}
		a.ID = store.ReportID(&a)
		e, err := store.Prepare(in, sayso.Read(&a), a.ID, store.Engine{Version: "test", Model: "sha256:0"})
		if err != nil {
			t.Fatal(err)
		}
		entries = append(entries, e)
	}
	if _, err := st.Add(context.Background(), entries); err != nil {
		t.Fatal(err)
	}
}

func serve(t *testing.T, st *store.Store) func(path string) (int, string, http.Header) {
	h, err := New(st, Options{Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	return func(path string) (int, string, http.Header) {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
		b, _ := io.ReadAll(w.Body)
		return w.Code, string(b), w.Header()
	}
}

// Every page, empty and full: it is there, its tags balance, its twin is JSON.
func TestPages(t *testing.T) {
	for _, full := range []bool{false, true} {
		testPages(t, newLedger(t, full), full)
	}
}

func TestPagesOverPostgres(t *testing.T) {
	here, there := newLedger(t, true), ledgerAt(t, pgtest.URL(t), true)
	testPages(t, there, true)
	testPages(t, ledgerAt(t, pgtest.URL(t), false), false)
	one, other := serve(t, here), serve(t, there)
	for _, p := range []string{"/home.json", "/reports.json", "/statements.json", "/sources.json", "/events.json", "/mentions.json", "/figures.json", "/stories.json", "/claims.json", "/search.json?q=depot"} {
		_, a, _ := one(p)
		if _, b, _ := other(p); a != b && !strings.HasPrefix(p, "/search") { // order by rank is each engine's own
			t.Errorf("%s is not that of SQLite:\n%s\n%s", p, a, b)
		}
	}
}

func testPages(t *testing.T, st *store.Store, full bool) {
	t.Helper()
	get := serve(t, st)
	paths := []string{"/", "/reports", "/statements", "/sources", "/events", "/mentions", "/figures", "/feeds", "/search", "/search?q=depot", "/statements?unnamed=yes&from=2031-05-01", "/events?status=ordered",
		"/stories", "/claims", "/stories?q=depot&asof=2031-05-09", "/claims?outlet=wire&from=2031-05-06"}
	if full {
		rs, err := st.Reports(context.Background(), store.Filter{Limit: -1})
		if err != nil || len(rs.Rows) != 13 {
			t.Fatal(len(rs.Rows), err)
		}
		for _, r := range rs.Rows {
			paths = append(paths, "/reports/"+r.ID)
		}
		ss, err := st.Sources(context.Background(), store.Filter{Limit: -1})
		if err != nil || len(ss.Rows) == 0 {
			t.Fatal(len(ss.Rows), err)
		}
		paths = append(paths, acrossPaths(t, st)...)
		for _, s := range ss.Rows {
			paths = append(paths, funcs["source"].(func(string) string)(s.Key))
		}
	}
	for _, p := range paths {
		status, body, head := get(p)
		if status != 200 || !strings.HasPrefix(head.Get("Content-Type"), "text/html") {
			t.Errorf("%s: %d %s", p, status, body)
		}
		balanced(t, p, body)
		checkTwin(t, get, p)
	}
}

func checkTwin(t *testing.T, get func(string) (int, string, http.Header), p string) {
	path, q, _ := strings.Cut(p, "?")
	if path == "/" {
		path = "/home"
	}
	status, body, head := get(path + ".json?" + q)
	if status != 200 || head.Get("Content-Type") != "application/json" || !json.Valid([]byte(body)) {
		t.Errorf("%s.json: %d %.200s", path, status, body)
	}
}

// balanced checks that every element that was opened is closed, in order.
func balanced(t *testing.T, path, body string) {
	t.Helper()
	void := map[string]bool{"meta": true, "link": true, "input": true, "br": true, "img": true}
	var open []string
	z := html.NewTokenizer(strings.NewReader(body))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if len(open) > 0 {
				t.Errorf("%s: left open: %v", path, open)
			}
			return
		case html.StartTagToken:
			if n, _ := z.TagName(); !void[string(n)] {
				open = append(open, string(n))
			}
		case html.EndTagToken:
			n, _ := z.TagName()
			if len(open) == 0 || open[len(open)-1] != string(n) {
				t.Errorf("%s: </%s> closes %v", path, n, open)
				return
			}
			open = open[:len(open)-1]
		}
	}
}

// Sources are listed across reports, each once with its other names; by name on request.
func TestSourcesAcross(t *testing.T) {
	get := serve(t, newLedger(t, true))
	rows := func(path string) []live.SourceRow {
		t.Helper()
		var l struct{ Rows []live.SourceRow }
		status, body, _ := get(path)
		if err := json.Unmarshal([]byte(body), &l); status != 200 || err != nil {
			t.Fatalf("%s: %d %v", path, status, err)
		}
		return l.Rows
	}
	all, names := rows("/sources.json?limit=1000"), rows("/sources.json?by=name&limit=1000")
	if len(all) == 0 || len(names) < len(all)/2 {
		t.Fatal(len(all), len(names))
	}
	several := false
	for _, r := range all {
		several = several || len(r.Names) > 1
		if !strings.HasPrefix(r.ID, "so-") {
			t.Errorf("%s has the id %q", r.Label, r.ID)
		}
	}
	if !several || names[0].ID != "" {
		t.Errorf("no source of several names, or a name with an id: %v", names[0])
	}
	for _, r := range all {
		var d sourceData
		if _, body, _ := get("/sources/" + r.ID + ".json"); json.Unmarshal([]byte(body), &d) != nil || d.Source.Reports != r.Reports || d.Source.Statements != r.Statements || len(d.Namings) != r.Reports {
			t.Errorf("%s: the list has %d statements in %d reports, its page %d in %d, and %d namings", r.Label, r.Statements, r.Reports, d.Source.Statements, d.Source.Reports, len(d.Namings))
		}
	}
	if first, next := rows("/sources.json?limit=2"), rows("/sources.json?limit=2&after=2"); len(first) != 2 || len(next) != 2 || next[0].ID != all[2].ID {
		t.Errorf("pages: %v %v", first, next)
	}
	if early := rows("/sources.json?asof=2031-05-05&limit=1000"); len(early) == 0 || len(early) >= len(all) {
		t.Errorf("as of the first day: %d of %d", len(early), len(all))
	}
	if status, _, _ := get("/sources?after=x"); status != 400 {
		t.Error(status)
	}
}

// The home page shows what a story's tallies come to, on whose word.
func TestLatestTolls(t *testing.T) {
	get := serve(t, newLedger(t, true))
	var home struct{ Tolls []storyToll }
	_, body, _ := get("/home.json")
	if err := json.Unmarshal([]byte(body), &home); err != nil || len(home.Tolls) == 0 {
		t.Fatal(err, body)
	}
	first := home.Tolls[0].Standing[0]
	if first.Measure != "killed" || first.Best == 0 || first.Who == nil && first.Sum < 2 {
		t.Errorf("%+v", first)
	}
	if _, page, _ := get("/"); !strings.Contains(page, "/stories/"+home.Tolls[0].ID+"#tallies") {
		t.Error("no way to the tallies")
	}
}

func TestErrors(t *testing.T) {
	get := serve(t, newLedger(t, true))
	for path, want := range map[string]int{"/reports/nothing": 404, "/reports/nothing.json": 404, "/sources/nobody": 404, "/events?from=soon": 400, "/events.json?limit=0": 400, "/stories/st-000000000000": 404, "/claims/none.json": 404, "/events/ev-1": 404, "/stories?asof=soon": 400, "/stories?after=-1": 400, "/nope": 404} {
		if status, body, _ := get(path); status != want {
			t.Errorf("%s: %d, want %d: %.100s", path, status, want, body)
		}
	}
}

// Nothing of a report's text is ever markup.
func TestTextIsEscaped(t *testing.T) {
	st := newLedger(t, false)
	a := article.Article{Title: `<script>alert(1)</script>`, Outlet: `"><img src=x onerror=alert(1)>`, URL: "javascript:alert(1)", Published: "2031-05-05",
		Text: `"<script>alert(1)</script> is on its way," <b onclick=alert(1)>Ada Brannock</b> said on Monday.`}
	a.ID = store.ReportID(&a)
	e, err := store.Prepare(&store.Intake{Origin: "x", Fetched: time.Unix(0, 0), Bytes: []byte("x")}, sayso.Read(&a), a.ID, store.Engine{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := st.Add(context.Background(), []*store.Entry{e}); err != nil {
		t.Fatal(err)
	}
	get := serve(t, st)
	for _, p := range []string{"/", "/reports", "/reports/" + a.ID, "/statements", "/sources", "/events", "/search?q=way", "/stories", "/claims", "/stories/" + storyID(t, st)} {
		status, body, head := get(p)
		if status != 200 || strings.Contains(body, "<script>alert") || strings.Contains(body, "<b onclick") || strings.Contains(body, "<img src=x") || strings.Contains(body, `href="javascript:`) {
			t.Errorf("%s: %d %s", p, status, body)
		}
		if !strings.Contains(head.Get("Content-Security-Policy"), "default-src 'none'") {
			t.Errorf("%s: no policy", p)
		}
	}
}

// The pieces of a paragraph, joined, are the text.
func TestPiecesAreTheText(t *testing.T) {
	for line := range strings.SplitSeq(strings.TrimSpace(string(sample.Story)), "\n") {
		var a article.Article
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			t.Fatal(err)
		}
		d := newReportData(&store.ReportDetail{}, &store.StoredReading{Reading: sayso.Read(&a)})
		var b strings.Builder
		for _, p := range d.Paragraphs {
			for _, pc := range p.Pieces {
				b.WriteString(pc.Text)
			}
			b.WriteByte('\n')
		}
		if got, want := strings.Fields(b.String()), strings.Fields(a.Text); strings.Join(got, " ") != strings.Join(want, " ") {
			t.Errorf("%s: pieces are\n%s", a.Title, b.String())
		}
	}
}

func state(t *testing.T, st *store.Store) *live.State {
	t.Helper()
	s, err := live.New(st).Now(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func storyID(t *testing.T, st *store.Store) string {
	t.Helper()
	ss := state(t, st).Stories()
	if len(ss) != 1 {
		t.Fatalf("%d stories", len(ss))
	}
	return ss[0].ID
}

// acrossPaths are the pages of the sample story, of its claims, events and sources.
func acrossPaths(t *testing.T, st *store.Store) []string {
	s := state(t, st)
	id := storyID(t, st)
	out := []string{"/stories/" + id, "/stories/" + id + "?asof=2031-05-06", "/stories/" + id + "?since=2031-05-09"}
	for _, c := range s.ClaimsOf(id) {
		out = append(out, "/claims/"+c.ID)
	}
	for _, e := range s.EventsOf(id)[:10] {
		out = append(out, "/events/"+e.ID)
	}
	for _, o := range s.SourcesOf(id) {
		out = append(out, "/sources/"+o.ID)
	}
	return out
}

// Every link of the story's page leads somewhere, to words that are there.
func TestStoryLeadsBackToTheWords(t *testing.T) {
	st := newLedger(t, true)
	get := serve(t, st)
	_, page, _ := get("/stories/" + storyID(t, st))
	links := regexp.MustCompile(`href="(/[^"#]*)(?:#([^"]+))?"`).FindAllStringSubmatch(page, -1)
	bodies := map[string]string{}
	anchors := 0
	for _, l := range links {
		path := html.UnescapeString(l[1])
		if strings.HasPrefix(path, "/static/") {
			continue
		}
		body, ok := bodies[path]
		if !ok {
			var status int
			status, body, _ = get(path)
			if status != 200 {
				t.Errorf("%s: %d", path, status)
			}
			bodies[path] = body
		}
		if l[2] != "" {
			anchors++
			if !strings.Contains(body, `id="`+l[2]+`"`) {
				t.Errorf("%s has no place #%s", path, l[2])
			}
		}
	}
	if len(bodies) < 50 || anchors < 50 {
		t.Errorf("only %d pages and %d places are linked", len(bodies), anchors)
	}
}

// The page's parts are there in words, not only in the drawing.
func TestStoryPage(t *testing.T) {
	st := newLedger(t, true)
	get := serve(t, st)
	_, page, _ := get("/stories/" + storyID(t, st))
	for _, want := range []string{
		"13 reports by 5 outlets, 3 of them copies",
		`<svg class="chart" role="img"`, `<svg class="graph" role="group"`, "On the word of",
		"a misprint", "a revised toll",
		"whole copy", "trim", "extension",
		"st-ordered", "st-denied", "figure changed",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %q", want)
		}
	}
	if _, early, _ := get("/stories/" + storyID(t, st) + "?asof=2031-05-06"); strings.Contains(early, "a misprint") || !strings.Contains(early, "as of 6 May 2031") {
		t.Error("the page as of 6 May knows what came later, or does not say that it is of that day")
	}
	if _, early, _ := get("/stories/" + storyID(t, st) + "?asof=2031-05-09"); !strings.Contains(early, `class="versus"`) {
		t.Error("no accounts differ as of 9 May")
	} else if bad := regexp.MustCompile(`href="/(claims|events)/[^"?]+"`).FindString(early); bad != "" {
		t.Errorf("the page as of 9 May leads to the present: %s", bad)
	}
	if strings.Contains(page, "style=") {
		t.Error("the page has a style of its own, which its policy forbids")
	}
}

// Every page of something that reports tell together says why it is one, what was near and held apart, and why,
// with words of both reports that lead back to them; so does its twin.
func TestWhys(t *testing.T) {
	st := newLedger(t, true)
	get := serve(t, st)
	s := state(t, st)
	id := storyID(t, st)
	const refused = "Near to it, and held apart"
	for _, test := range []struct {
		kind string
		ids  []string
		want []string // on the pages of some
	}{
		{"claims", idsOf(s.ClaimsOf(id), func(c linked.Claim) string { return c.ID }), []string{"Why these are one claim", refused, "the earlier says that it is so, the later that it is not (“denied”)", "the 5 nearest of "}},
		{"events", idsOf(s.EventsOf(id), func(e linked.Event) string { return e.ID }), []string{"Why these are one event", refused, "told apart by “exploded” and “second explosion”"}},
		{"sources", idsOf(s.SourcesOf(id), func(o linked.Source) string { return o.ID }), []string{"Same and possibly same: the reasons", refused, "“three ministry officials” of Northern Ledger and “Two ministry officials” of Vellmar Post; 10 days apart"}},
		{"reports", idsOf(s.Reports(), func(r linked.Report) string { return r.ID }), []string{"Whose wording this is", "no copy", "The reports that it hangs on", "trim of Example Wire’s report", "another text of the same report"}},
		{"stories", []string{id}, []string{"Why these are one story", "Why these are one utterance", "word for word the same, 13 words"}},
	} {
		found := map[string]bool{}
		for _, id := range test.ids {
			path := "/" + test.kind + "/" + id
			status, body, _ := get(path)
			if status != 200 || strings.Contains(body, "<details class=\"why\" open") {
				t.Errorf("%s: %d, or a reason is unfolded", path, status)
			}
			balanced(t, path, body)
			text := html.UnescapeString(body)
			for _, w := range test.want {
				found[w] = found[w] || strings.Contains(text, w)
			}
		}
		for _, w := range test.want {
			if !found[w] {
				t.Errorf("no page under /%s says %q", test.kind, w)
			}
		}
	}
	var claim struct{ Refused export.Refused }
	for _, c := range s.ClaimsOf(id) {
		_, body, _ := get("/claims/" + c.ID + ".json")
		if err := json.Unmarshal([]byte(body), &claim); err != nil {
			t.Fatal(err)
		}
		for _, l := range claim.Refused.Links {
			status, _, _ := get(pageOf(l.Other))
			if status != 200 || l.Earlier.Report == l.Later.Report || l.Earlier.Text == "" || l.Later.Text == "" {
				t.Errorf("claim %s: %d %+v", c.ID, status, l)
			}
		}
	}
}

func idsOf[T any](all []T, id func(T) string) []string {
	var out []string
	for _, x := range all {
		out = append(out, id(x))
	}
	return out
}

// A report that comes in while pages are served is on them at once.
func TestStoryGrows(t *testing.T) {
	st := newLedger(t, true)
	get := serve(t, st)
	id := storyID(t, st)
	get("/stories/" + id)
	a := article.Article{URL: "https://harbourcourier.example/2031-05-20/echo", Title: "Echo", Outlet: "Harbour Courier", Published: "2031-05-20",
		Text: "The explosion at the fertiliser depot in Port Sennet killed 14 people, the health ministry said on Tuesday.\n\nPorts Minister Piet Lanning ordered the evacuation of the Old Quay district after the blast at the depot of Sorrel Shipping.\n"}
	a.ID = store.ReportID(&a)
	e, err := store.Prepare(&store.Intake{Origin: "x", Fetched: time.Unix(0, 0), Bytes: []byte("x")}, sayso.Read(&a), a.ID, store.Engine{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := st.Add(context.Background(), []*store.Entry{e}); err != nil {
		t.Fatal(err)
	}
	if _, page, _ := get("/stories/" + id); !strings.Contains(page, "14 reports by 5 outlets") || !strings.Contains(page, "/reports/"+a.ID) {
		t.Error("the new report is not on the page")
	}
}
