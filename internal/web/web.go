// Package web serves the ledger as pages and as JSON.
//
// [New] takes an open ledger and returns an http.Handler. Every page is made on the server from the
// same value that its .json twin prints, so the two cannot disagree; scripts only add comfort. A
// publisher's HTML never reaches a page: reports are shown from their text, escaped. The package
// reads the ledger and changes nothing in it.
package web

import (
	"context"
	"embed"
	"html/template"
	"io/fs"
	"log/slog"
	"net/http"
	"strings"

	"sayso/internal/live"
	"sayso/internal/store"
)

//go:embed templates/*.html
var templateFiles embed.FS

//go:embed static
var staticFiles embed.FS

// A Server answers requests from one ledger.
type Server struct {
	store   *store.Store
	live    *live.Ledger
	log     *slog.Logger
	pages   map[string]*template.Template
	version string
}

// Options are what a server can be told; the zero value works.
type Options struct {
	Log     *slog.Logger // nil is silent
	Version string       // shown at the foot of the pages
}

// New is a server over st.
func New(st *store.Store, o Options) (http.Handler, error) {
	s := &Server{store: st, live: live.New(st), log: o.Log, version: o.Version}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	var err error
	if s.pages, err = parseTemplates(); err != nil {
		return nil, err
	}
	go s.live.Now(context.Background()) // so that the first reader waits less; an error comes up again with a page
	mux := http.NewServeMux()
	s.routes(mux)
	return guard(mux), nil
}

// routes are all there are: a page's pattern, its template, and the function that makes its data.
func (s *Server) routes(mux *http.ServeMux) {
	s.page(mux, "/{$}", "home", s.home)
	s.page(mux, "/stories", "stories", s.stories)
	s.page(mux, "/stories/{id}", "story", s.story)
	s.page(mux, "/claims", "claims", s.claims)
	s.page(mux, "/claims/{id}", "claim", s.claim)
	s.page(mux, "/reports", "reports", s.reports)
	s.page(mux, "/reports/{id}", "report", s.report)
	s.page(mux, "/sources", "sources", s.sources)
	s.page(mux, "/sources/{id}", "source", s.source)
	s.page(mux, "/statements", "statements", s.statements)
	s.page(mux, "/events", "events", s.events)
	s.page(mux, "/events/{id}", "event", s.event)
	s.page(mux, "/figures", "figures", s.figures)
	s.page(mux, "/search", "search", s.search)
	s.page(mux, "/feeds", "feeds", s.feeds)
	static, err := fs.Sub(staticFiles, "static")
	if err != nil {
		panic(err) // the folder is embedded above
	}
	mux.Handle("GET /static/", cached(http.StripPrefix("/static/", http.FileServerFS(static))))
}

// page serves data at pattern as a page and at pattern with .json as JSON. The home page's twin is /home.json.
func (s *Server) page(mux *http.ServeMux, pattern, tmpl string, data func(*http.Request) (any, error)) {
	html := func(w http.ResponseWriter, r *http.Request) {
		if id, ok := strings.CutSuffix(r.PathValue("id"), ".json"); ok {
			r.SetPathValue("id", id)
			s.serveJSON(w, r, data)
			return
		}
		s.serveHTML(w, r, tmpl, data)
	}
	mux.HandleFunc("GET "+pattern, html)
	switch {
	case pattern == "/{$}":
		mux.HandleFunc("GET /home.json", func(w http.ResponseWriter, r *http.Request) { s.serveJSON(w, r, data) })
	case !strings.HasSuffix(pattern, "}"):
		mux.HandleFunc("GET "+pattern+".json", func(w http.ResponseWriter, r *http.Request) { s.serveJSON(w, r, data) })
	}
}

// guard sets the headers that keep a page to itself: no script, style or frame but our own.
func guard(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		k := w.Header()
		k.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
		k.Set("X-Content-Type-Options", "nosniff")
		k.Set("Referrer-Policy", "no-referrer")
		k.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.ServeHTTP(w, r)
	})
}

// cached lets browsers keep the static files for an hour.
func cached(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "max-age=3600")
		h.ServeHTTP(w, r)
	})
}
