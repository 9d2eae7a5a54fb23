package watch

import (
	"context"
	"flag"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"sayso/internal/fetch"
	"sayso/internal/ingest"
	"sayso/internal/store"
	"sayso/resolve"
)

// press is a made-up press on loopback. Handlers may be replaced between rounds.
type press struct {
	*httptest.Server
	mu    sync.Mutex
	pages map[string]http.HandlerFunc
	asked map[string]int
}

func newPress(t *testing.T) *press {
	p := &press{pages: map[string]http.HandlerFunc{}, asked: map[string]int{}}
	p.Server = httptest.NewServer(p)
	t.Cleanup(p.Close)
	return p
}

func (p *press) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	p.asked[r.URL.Path]++
	h := p.pages[r.URL.Path]
	p.mu.Unlock()
	if h == nil {
		http.NotFound(w, r)
		return
	}
	h(w, r)
}

func (p *press) on(path string, h http.HandlerFunc) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.pages[path] = h
}

// says answers with a body, its hash as its ETag, and 304 to who has it.
func (p *press) says(path, media, body string) {
	tag := fmt.Sprintf(`"%d-%d"`, len(body), strings.Count(body, "e"))
	p.on(path, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", tag)
		w.Header().Set("Content-Type", media)
		if r.Header.Get("If-None-Match") == tag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.Write([]byte(strings.ReplaceAll(body, "BASE", p.URL)))
	})
}

func (p *press) fails(path string, status int, headers ...string) {
	p.on(path, func(w http.ResponseWriter, r *http.Request) {
		for i := 0; i < len(headers); i += 2 {
			w.Header().Set(headers[i], headers[i+1])
		}
		w.WriteHeader(status)
	})
}

func (p *press) count(path string) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.asked[path]
}

// desk is a watcher with its ledger, a clock that the test moves, and what it told.
type desk struct {
	*Watcher
	t    *testing.T
	at   time.Time
	told []string
}

func newDesk(t *testing.T, allow ...string) *desk {
	t.Helper()
	st, err := store.Open(context.Background(), filepath.Join(t.TempDir(), "l.db"), true)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	d := &desk{t: t, at: time.Date(2031, 3, 4, 10, 0, 0, 0, time.UTC)}
	d.Watcher = &Watcher{Store: st, Prepare: prepared, Now: func() time.Time { return d.at }, Tell: func(e Event) { d.told = append(d.told, e.String()) }}
	d.Client = &fetch.Polite{Client: &fetch.Client{Allow: allow, Timeout: 5 * time.Second}, Pause: time.Microsecond, Now: d.Now}
	return d
}

// prepared is an entry of what came in, without a reading.
func prepared(_ context.Context, in *store.Intake) (*store.Entry, error) {
	a, err := ingest.Decode(in)
	if err != nil {
		return nil, err
	}
	a.ID = store.ReportID(a)
	return store.Prepare(in, &resolve.Reading{Article: a}, a.ID, store.Engine{Version: "test"})
}

func (d *desk) watch(addresses ...string) {
	d.t.Helper()
	for _, a := range addresses {
		if _, err := d.Store.AddFeed(context.Background(), store.Feed{Address: a, Interval: First}, d.at); err != nil {
			d.t.Fatal(err)
		}
	}
}

// round runs what is due after some time and gives what was told, sorted.
func (d *desk) round(after time.Duration) []string {
	d.t.Helper()
	d.at, d.told = d.at.Add(after), nil
	if err := d.Run(context.Background(), true); err != nil {
		d.t.Fatal(err)
	}
	slices.Sort(d.told)
	return d.told
}

func (d *desk) feed(address string) store.Feed {
	d.t.Helper()
	fs, err := d.Store.Feeds(context.Background())
	if err != nil {
		d.t.Fatal(err)
	}
	i := slices.IndexFunc(fs, func(f store.Feed) bool { return f.Address == address })
	if i < 0 {
		d.t.Fatal("no feed", address)
	}
	return fs[i]
}

func (d *desk) reports() int {
	d.t.Helper()
	p, err := d.Store.Reports(context.Background(), store.Filter{Limit: -1})
	if err != nil {
		d.t.Fatal(err)
	}
	return len(p.Rows)
}

func rss(links ...string) string {
	var b strings.Builder
	b.WriteString("<rss><channel><title>The Harbour Post</title>")
	for _, l := range links {
		fmt.Fprintf(&b, "<item><title>t</title><link>%s</link></item>", l)
	}
	return b.String() + "</channel></rss>"
}

func has(t *testing.T, told []string, want ...string) {
	t.Helper()
	for _, w := range want {
		if !slices.ContainsFunc(told, func(s string) bool { return strings.Contains(s, w) }) {
			t.Errorf("nothing told of %q in\n%s", w, strings.Join(told, "\n"))
		}
	}
}

func TestFeedsOfEveryKind(t *testing.T) {
	p := newPress(t)
	d := newDesk(t, "127.0.0.1")
	p.says("/rss", "application/rss+xml", rss("BASE/1?utm_source=rss", "/1#top", "/2"))
	p.says("/atom", "application/atom+xml", `<feed xmlns="http://www.w3.org/2005/Atom"><title>Tides</title><entry><title>t</title><link href="/2"/></entry><entry><title>t</title><link href="/3"/></entry></feed>`)
	p.says("/json", "application/feed+json", `{"version":"https://jsonfeed.org/version/1.1","title":"J","items":[{"id":"4","url":"BASE/4"}]}`)
	p.says("/index.xml", "application/xml", `<sitemapindex><sitemap><loc>/map.xml</loc></sitemap><sitemap><loc>/nomap.xml</loc></sitemap></sitemapindex>`)
	p.says("/map.xml", "application/xml", `<urlset><url><loc>BASE/5</loc></url></urlset>`)
	for i := range 5 {
		p.says(fmt.Sprintf("/%d", i+1), "text/plain", fmt.Sprintf("Ferry %d sank off Marla, the harbour master said.", i+1))
	}
	d.watch(p.URL+"/rss", p.URL+"/atom", p.URL+"/json", p.URL+"/index.xml")
	told := d.round(0)
	has(t, told, "polled "+p.URL+"/rss 2 new, 2 came", "failed "+p.URL+"/nomap.xml refused by the server: 404", "polled "+p.URL+"/index.xml 1 new, 1 came")
	if d.reports() != 5 || p.count("/1") != 1 || p.count("/robots.txt") != 1 {
		t.Errorf("%d reports; /1 asked for %d times, robots.txt %d\n%s", d.reports(), p.count("/1"), p.count("/robots.txt"), strings.Join(told, "\n"))
	}
	if f := d.feed(p.URL + "/rss"); f.Kind != fetch.RSS || f.Title != "The Harbour Post" || f.Came != 2 || f.Waiting != 0 || f.Error != "" || !f.LastOK.Equal(d.at) {
		t.Errorf("%+v", f)
	}
	if told := d.round(time.Minute); len(told) != 0 {
		t.Error("polled before it was due:", told)
	}
	// An unchanged feed costs one request; pages are not fetched again.
	has(t, d.round(time.Hour), "polled "+p.URL+"/rss 0 new")
	if p.count("/rss") != 2 || p.count("/1") != 1 {
		t.Error(p.asked)
	}
}

func TestHealth(t *testing.T) {
	p := newPress(t)
	d := newDesk(t, "127.0.0.1")
	p.says("/robots.txt", "text/plain", "User-agent: *\nDisallow: /closed\n")
	p.says("/fine", "text/plain", "Ferry 1 sank off Marla, the harbour master said.")
	p.says("/feed", "text/xml", rss("/fine", "/closed/1", "http://169.254.169.254/latest", "/lost", "/weak"))
	p.says("/closed/feed", "text/xml", rss())
	p.fails("/weak", 500)
	p.fails("/gone", 410)
	p.fails("/broken", 500)
	p.fails("/into", 302, "Location", "http://10.0.0.7/feed")
	p.fails("/old", 301, "Location", "/feed2")
	p.says("/feed2", "text/xml", rss("/fine"))
	p.says("/page", "text/html", "<html><body><p>No feed: a page.</p></body></html>")
	p.says("/bomb", "text/xml", `<!DOCTYPE rss [<!ENTITY a "ha">]><rss>&a;</rss>`)
	p.says("/deep", "text/xml", "<rss>"+strings.Repeat("<a>", 1<<16))
	for _, path := range []string{"/feed", "/closed/feed", "/gone", "/broken", "/into", "/old", "/bomb", "/deep"} {
		d.watch(p.URL + path)
	}
	told := d.round(0)
	has(t, told, "failed "+p.URL+"/closed/1 robots.txt forbids it", "failed http://169.254.169.254/latest", "failed "+p.URL+"/lost refused by the server: 404",
		"failed "+p.URL+"/closed/feed robots.txt forbids it", "gone "+p.URL+"/gone", "failed "+p.URL+"/broken refused by the server: 500", "failed "+p.URL+"/into an address of a private network",
		"moved "+p.URL+"/old to "+p.URL+"/feed2", "declares entities", "nested too deeply")
	if f := d.feed(p.URL + "/feed"); f.Came != 1 || f.Failed != 3 || f.Waiting != 1 || !f.Next.Equal(d.at.Add(Shortest)) {
		t.Errorf("%+v", f)
	}
	if f := d.feed(p.URL + "/gone"); f.State != store.Gone {
		t.Errorf("%+v", f)
	}
	if f := d.feed(p.URL + "/broken"); f.Failures != 1 || f.Next.Before(d.at.Add(First)) || f.Next.After(d.at.Add(2*First)) {
		t.Errorf("%+v", f)
	}
	if f := d.feed(p.URL + "/old"); f.Asked() != p.URL+"/feed2" {
		t.Errorf("%+v", f)
	}
	if d.reports() != 1 {
		t.Error(d.reports(), "reports")
	}
	// A page that is down is tried three times in all, then given up.
	d.round(time.Hour)
	d.round(time.Hour)
	d.round(time.Hour)
	if f := d.feed(p.URL + "/feed"); p.count("/weak") != tries || f.Failed != 4 || f.Waiting != 0 {
		t.Errorf("%d tries, %+v", p.count("/weak"), f)
	}
	if p.count("/gone") != 1 || p.count("/closed/1") != 0 {
		t.Error(p.asked)
	}
	fs, err := d.Store.Failures(context.Background())
	if err != nil || len(fs) != 4 {
		t.Error(fs, err)
	}
}

func TestRetryAfter(t *testing.T) {
	p := newPress(t)
	d := newDesk(t, "127.0.0.1")
	p.fails("/feed", 429, "Retry-After", "7200")
	d.watch(p.URL+"/feed", p.URL+"/other")
	d.round(0)
	if f := d.feed(p.URL + "/feed"); !f.Next.Equal(d.at.Add(2*time.Hour)) || !strings.Contains(f.Error, "the server asks to wait") {
		t.Errorf("%+v", f)
	}
	d.round(time.Hour)
	if p.count("/feed")+p.count("/other") != 1 {
		t.Error("a host that asked to wait was asked again:", p.asked)
	}
}

func TestPageIsReadAgain(t *testing.T) {
	p := newPress(t)
	d := newDesk(t, "127.0.0.1")
	page := func(advertisement, text string) {
		p.says("/live", "text/html", `<html><head><title>Ferry sinks</title><script>`+advertisement+`</script></head><body><article><h1>Ferry sinks</h1>`+strings.Repeat("<p>"+text+" The ferry left Marla at noon with its crew of nine aboard, and the weather was calm until the evening.</p>", 4)+`</article></body></html>`)
	}
	page("1", "Three people were hurt, the harbour master said.")
	d.watch(p.URL + "/live")
	has(t, d.round(0), "added ", "1 new, 1 came")
	page("22", "Three people were hurt, the harbour master said.")
	has(t, d.round(24*time.Hour), "0 new, 0 came")
	page("1", "Five people were hurt, the harbour master said.")
	has(t, d.round(24*time.Hour), "revised ")
	if f := d.feed(p.URL + "/live"); f.Kind != fetch.Web || f.Came != 2 || d.reports() != 1 {
		t.Errorf("%d reports, %+v", d.reports(), f)
	}
	c, err := d.Store.Check(context.Background(), store.Engine{}, func(p store.Problem) { t.Error(p) })
	if err != nil || c.Snapshots != 2 {
		t.Errorf("%+v %v", c, err)
	}
}

func TestIntervals(t *testing.T) {
	now := time.Date(2031, 3, 4, 10, 0, 0, 0, time.UTC)
	f := store.Feed{Address: "https://a.example/", Interval: First}
	polled := func(n int, err error) time.Duration {
		next(&f, n, err, now)
		if d := f.Next.Sub(now); err == nil && (d > f.Interval || d < f.Interval*4/5-1 && d != Shortest) {
			t.Errorf("interval %s, next in %s", f.Interval, d)
		}
		return f.Interval
	}
	if polled(300, nil) != First {
		t.Error("the first poll changed the interval")
	}
	if polled(much, nil) != First/2 || polled(0, nil) != First*3/4 || polled(1, nil) >= First*3/4 {
		t.Error(f.Interval)
	}
	for range 20 {
		polled(100, nil)
	}
	if f.Interval != Shortest {
		t.Error(f.Interval)
	}
	for range 40 {
		polled(0, nil)
	}
	if f.Interval != Longest {
		t.Error(f.Interval)
	}
	f.Interval = First
	last := time.Duration(0)
	for i := range 20 {
		polled(0, context.DeadlineExceeded)
		d := f.Next.Sub(now)
		if d > Longest || i < 4 && d <= last || f.Interval != First {
			t.Errorf("failure %d: next in %s after %s", i+1, d, last)
		}
		last = d
	}
}

// TestStop ends the watcher while a page is being fetched: nothing is lost and nothing is counted.
func TestStop(t *testing.T) {
	p := newPress(t)
	d := newDesk(t, "127.0.0.1")
	ctx, cancel := context.WithCancel(context.Background())
	p.says("/feed", "text/xml", rss("/1", "/2"))
	p.says("/1", "text/plain", "Ferry 1 sank off Marla, the harbour master said.")
	p.on("/2", func(w http.ResponseWriter, r *http.Request) { cancel(); <-r.Context().Done() })
	d.watch(p.URL + "/feed")
	if err := d.Run(ctx, false); err != nil {
		t.Fatal(err)
	}
	if f := d.feed(p.URL + "/feed"); f.Came != 1 || f.Waiting != 1 || f.Failed != 0 {
		t.Errorf("%+v", f)
	}
	p.says("/2", "text/plain", "Ferry 2 sank off Marla, the harbour master said.")
	d.round(time.Hour)
	if f := d.feed(p.URL + "/feed"); f.Came != 2 || f.Waiting != 0 || d.reports() != 2 {
		t.Errorf("%+v", f)
	}
}

var manyFeeds = flag.Int("feeds", 500, "feeds that TestManyFeeds watches")

// TestManyFeeds polls 500 feeds of 50 hosts, again and again: the intervals are kept and memory stays flat.
func TestManyFeeds(t *testing.T) {
	const hosts, rounds = 50, 3
	feeds := *manyFeeds
	l, err := net.Listen("tcp4", "0.0.0.0:0")
	if err != nil {
		t.Skip(err)
	}
	port := l.Addr().(*net.TCPAddr).Port
	var round int
	srv := &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path == "/robots.txt":
			http.NotFound(w, r)
		case strings.HasPrefix(r.URL.Path, "/feed/"):
			w.Header().Set("Content-Type", "application/rss+xml")
			fmt.Fprint(w, rss(fmt.Sprintf("/item%s/%d", r.URL.Path, round)), strings.Repeat(" ", 20_000))
		default:
			fmt.Fprintf(w, "Ferry %s sank off Marla, the harbour master said.", r.URL.Path)
		}
	})}
	go srv.Serve(l)
	defer srv.Close()
	var allow []string
	for i := range hosts {
		allow = append(allow, fmt.Sprintf("127.0.0.%d", i+1))
	}
	d := newDesk(t, allow...)
	d.Prepare = func(context.Context, *store.Intake) (*store.Entry, error) { return nil, nil } // reading is not measured here
	for i := range feeds {
		d.watch(fmt.Sprintf("http://%s:%d/feed/%d", allow[i%hosts], port, i))
	}
	heap := func() uint64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	var first uint64
	begun := time.Now()
	for round = range rounds {
		if told := d.round(time.Hour); len(told) != feeds {
			t.Fatalf("round %d: %d events, the first %s", round, len(told), told[0])
		}
		if d.told = nil; round == 0 {
			first = heap()
		}
	}
	if last := heap(); last > first+4<<20 {
		t.Errorf("the heap grew from %d to %d bytes", first, last)
	} else {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		t.Logf("heap %.1f MB after the first round, %.1f MB after %d, %.0f MB from the system; %.0f feeds/s", float64(first)/1e6, float64(last)/1e6, rounds, float64(m.Sys)/1e6, float64(rounds*feeds)/time.Since(begun).Seconds())
	}
	fs, err := d.Store.Feeds(context.Background())
	if err != nil || len(fs) != feeds {
		t.Fatal(len(fs), err)
	}
	for _, f := range fs {
		if f.LastOK.IsZero() || f.Next.Before(d.at.Add(Shortest)) || f.Next.After(d.at.Add(Longest)) || f.Waiting != 0 {
			t.Fatalf("%+v", f)
		}
	}
}
