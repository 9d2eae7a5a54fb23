package fetch

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"
)

// server answers on loopback what the path asks for.
func server(t *testing.T) (base string) {
	t.Helper()
	mux := http.NewServeMux()
	mux.HandleFunc("/page", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/HTML; charset=iso-8859-1")
		w.Header().Set("Set-Cookie", "id=1")
		w.Write([]byte("<p>" + r.UserAgent() + "\xe9"))
	})
	mux.HandleFunc("/gzip", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		z.Write(bytes.Repeat([]byte("a"), 5000))
		z.Close()
	})
	mux.HandleFunc("/torn", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		w.Write([]byte{0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2})
	})
	mux.HandleFunc("/moved", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/page", http.StatusFound) })
	mux.HandleFunc("/round", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/round", http.StatusFound) })
	mux.HandleFunc("/inside", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "http://169.254.169.254/latest", http.StatusFound)
	})
	mux.HandleFunc("/file", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
	})
	mux.HandleFunc("/gone", func(w http.ResponseWriter, r *http.Request) { http.Error(w, "no more", http.StatusGone) })
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s.URL
}

func host(t *testing.T, address string) string {
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	return u.Hostname()
}

func TestGet(t *testing.T) {
	base := server(t)
	c := &Client{Allow: []string{host(t, base)}, Timeout: 2 * time.Second, MaxBytes: 6000}
	p, err := c.Get(context.Background(), base+"/moved")
	if err != nil {
		t.Fatal(err)
	}
	if p.URL != base+"/page" || p.Asked != base+"/moved" || p.Media != "text/html" || p.Status != 200 || string(p.Body) != "<p>"+DefaultAgent+"\xe9" || p.Fetched.IsZero() {
		t.Errorf("%+v", p)
	}
	if p.Header.Get("Set-Cookie") != "" {
		t.Error("a cookie was kept")
	}
	if p, err = c.Get(context.Background(), base+"/gzip"); err != nil || len(p.Body) != 5000 {
		t.Errorf("gzip: %d bytes, %v", len(p.Body), err)
	}
}

func TestRefusals(t *testing.T) {
	base := server(t)
	allowed := []string{host(t, base)}
	for _, c := range []struct {
		name    string
		client  Client
		address string
		want    error
		words   string
	}{
		{"loopback", Client{}, base + "/page", ErrPrivate, ""},
		{"name of loopback", Client{}, "http://localhost/", ErrPrivate, ""},
		{"v6 loopback", Client{}, "http://[::1]/", ErrPrivate, ""},
		{"mapped v4", Client{}, "http://[::ffff:127.0.0.1]/", ErrPrivate, ""},
		{"nat64", Client{}, "http://[64:ff9b::7f00:1]/", ErrPrivate, ""},
		{"link local with a zone", Client{}, "http://[fe80::1%25lo]/", ErrPrivate, ""},
		{"decimal", Client{}, "http://2130706433/", nil, ""},
		{"redirect to metadata", Client{Allow: allowed}, base + "/inside", ErrPrivate, ""},
		{"redirect to a file", Client{Allow: allowed}, base + "/file", ErrScheme, ""},
		{"ftp", Client{}, "ftp://example.com/", ErrScheme, ""},
		{"round and round", Client{Allow: allowed}, base + "/round", ErrRedirects, ""},
		{"too large when unpacked", Client{Allow: allowed, MaxBytes: 4999}, base + "/gzip", ErrTooLarge, "4999"},
		{"torn gzip", Client{Allow: allowed}, base + "/torn", nil, ""},
		{"gone", Client{Allow: allowed}, base + "/gone", ErrStatus, "410"},
		{"slow", Client{Allow: allowed, Timeout: 50 * time.Millisecond}, base + "/slow", nil, "no answer in time"},
	} {
		_, err := c.client.Get(context.Background(), c.address)
		if err == nil || c.want != nil && !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.words) || !strings.HasPrefix(err.Error(), "fetch "+c.address+": ") {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}
