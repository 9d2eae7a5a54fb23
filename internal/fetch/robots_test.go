package fetch

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"
	"time"
)

// polite is a client for a server that answers with mux, and a count of its requests for robots.txt.
func polite(t *testing.T, robots http.HandlerFunc) (c *Polite, base string, asked *atomic.Int32) {
	t.Helper()
	asked = &atomic.Int32{}
	mux := http.NewServeMux()
	mux.HandleFunc("/robots.txt", func(w http.ResponseWriter, r *http.Request) { asked.Add(1); robots(w, r) })
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"1"`)
		if r.Header.Get("If-None-Match") == `"1"` && r.Header.Get("If-Modified-Since") == "then" {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.Write([]byte("page"))
	})
	mux.HandleFunc("/into", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/private/x", http.StatusFound) })
	mux.HandleFunc("/moved", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/moved2", http.StatusMovedPermanently)
	})
	mux.HandleFunc("/moved2", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/here", http.StatusPermanentRedirect)
	})
	mux.HandleFunc("/here", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/now", http.StatusFound) })
	mux.HandleFunc("/busy", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Retry-After", "120")
		w.WriteHeader(http.StatusTooManyRequests)
	})
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return &Polite{Client: &Client{Allow: []string{host(t, s.URL)}}, Pause: time.Microsecond}, s.URL, asked
}

func TestPolite(t *testing.T) {
	c, base, asked := polite(t, func(w http.ResponseWriter, r *http.Request) {
		w.Write([]byte("User-agent: *\nDisallow: /\n\nUser-agent: sayso\nDisallow: /private/\nAllow: /private/open\n"))
	})
	ctx := context.Background()
	get := func(r Request) (*Page, error) { r.Address = base + r.Address; return c.Do(ctx, r) }
	if _, err := get(Request{Address: "/private/a"}); !errors.Is(err, ErrRobots) {
		t.Error(err)
	}
	if _, err := get(Request{Address: "/into"}); !errors.Is(err, ErrRobots) {
		t.Error("a redirect leads where robots may not go:", err)
	}
	if _, err := get(Request{Address: "/private/open"}); err != nil {
		t.Error(err)
	}
	if p, err := get(Request{Address: "/a", ETag: `"1"`, Modified: "then"}); !errors.Is(err, ErrUnchanged) || p.Status != 304 {
		t.Error(err)
	}
	if p, err := get(Request{Address: "/moved"}); err != nil || p.Moved != base+"/here" || p.URL != base+"/now" {
		t.Errorf("%+v %v", p, err)
	}
	var wait *Wait
	if _, err := get(Request{Address: "/busy"}); !errors.As(err, &wait) || time.Until(wait.Until) < 110*time.Second {
		t.Error(err)
	}
	if _, err := get(Request{Address: "/a"}); !errors.As(err, &wait) {
		t.Error("a host that asked to wait is asked again:", err)
	}
	if asked.Load() != 1 {
		t.Errorf("robots.txt was asked for %d times", asked.Load())
	}
	c.Now = func() time.Time { return time.Now().Add(25 * time.Hour) }
	if _, err := get(Request{Address: "/a"}); err != nil || asked.Load() != 2 {
		t.Error(err, asked.Load())
	}
}

func TestRobotsThatCannotBeRead(t *testing.T) {
	for status, allowed := range map[int]bool{404: true, 403: true, 500: false, 503: false} {
		c, base, _ := polite(t, func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(status) })
		if _, err := c.Do(context.Background(), Request{Address: base + "/a"}); (err == nil) != allowed {
			t.Errorf("%d: %v", status, err)
		}
	}
}

func TestPauseBetweenRequests(t *testing.T) {
	c, base, _ := polite(t, func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(404) })
	c.Pause = 50 * time.Millisecond
	start := time.Now()
	for range 3 {
		if _, err := c.Do(context.Background(), Request{Address: base + "/a"}); err != nil {
			t.Fatal(err)
		}
	}
	if d := time.Since(start); d < 140*time.Millisecond {
		t.Errorf("three pages and robots.txt took %s", d)
	}
}

func TestRetryAfter(t *testing.T) {
	now := time.Date(2026, 3, 4, 0, 0, 0, 0, time.UTC)
	for value, want := range map[string]time.Duration{
		"120": 2 * time.Minute, "": 10 * time.Minute, "soon": 10 * time.Minute, "-5": 10 * time.Minute, "0": time.Second,
		"99999999999": longestWait, "Wed, 04 Mar 2026 01:00:00 GMT": time.Hour, "Wed, 04 Mar 2020 01:00:00 GMT": time.Second,
	} {
		if got := retryAfter(value, now); got != want {
			t.Errorf("%q: %s", value, got)
		}
	}
}
