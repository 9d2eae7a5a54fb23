// Package web serves the ledger as pages and as JSON.
//
// [New] takes an open ledger and returns an http.Handler. Every page is made on the server from the
// same value that its .json twin prints, so the two cannot disagree; scripts only add comfort. A
// publisher's HTML never reaches a page: reports are shown from their text, escaped. Who may do what is
// decided in one place (gate.go) before any page is made; a route that nobody thought of is closed. The
// package changes nothing in the ledger but what people decide, and who is logged in.
package web

import (
	"context"
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"log/slog"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"time"

	"sayso/internal/access"
	"sayso/internal/live"
	"sayso/internal/store"
)

//go:embed templates/*.html
var templateFiles embed.FS

//go:embed static
var staticFiles embed.FS

// OpenAPI describes the .json routes (OpenAPI 3.1). It is made from the types that they print; a test
// holds it to them.
//
//go:embed openapi.json
var OpenAPI []byte

// A Server answers requests from one ledger.
type Server struct {
	store   *store.Store
	live    *live.Ledger
	log     *slog.Logger
	pages   map[string]*template.Template
	version string
	metrics *metrics
	api     []apiRoute // for the description of the .json routes

	proxy, plain     bool
	proxies          []netip.Prefix
	local            bool
	names, addresses access.Throttle // of logins that failed
}

// Options are what a server can be told; the zero value works.
type Options struct {
	Log     *slog.Logger   // nil is silent
	Version string         // shown at the foot of the pages
	Proxy   bool           // requests come through a proxy that sets X-Forwarded-For and X-Forwarded-Proto
	Proxies []netip.Prefix // where that proxy is; nil is this machine and private networks
	Plain   bool           // passwords and cookies may cross the network in the clear
	Local   bool           // only this machine is to reach a ledger without users
}

// New is a server over st.
func New(st *store.Store, o Options) (http.Handler, error) {
	s, err := newServer(st, o)
	if err != nil {
		return nil, err
	}
	go access.Warm()
	go s.live.Warm(context.Background()) // so that the first reader waits less; an error comes up again with a page
	mux := http.NewServeMux()
	s.routes(mux)
	return s.observe(mux, s.guard(crossOrigin(s, s.gate(mux)))), nil
}

func newServer(st *store.Store, o Options) (*Server, error) {
	s := &Server{store: st, live: live.New(st), log: o.Log, version: o.Version, proxy: o.Proxy, proxies: o.Proxies, plain: o.Plain, local: o.Local}
	s.names = access.Throttle{Free: 20, Bound: 10 * time.Second} // many may try one name: its owner must get in between
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	s.live.Broke = func(l live.Left) { s.log.Error("link", "report", l.Report, "revision", l.Revision, "err", l.Err) }
	s.metrics = s.newMetrics()
	var err error
	s.pages, err = parseTemplates()
	return s, err
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
	s.page(mux, "/mentions", "mentions", s.mentions)
	s.page(mux, "/events/{id}", "event", s.event)
	s.page(mux, "/figures", "figures", s.figures)
	s.page(mux, "/search", "search", s.search)
	s.page(mux, "/feeds", "feeds", s.feeds)
	s.page(mux, "/jobs", "jobs", s.jobs)
	s.page(mux, "/decisions", "decisions", s.decisions)
	s.page(mux, "/account", "account", s.account)
	s.page(mux, "/users", "users", s.users)
	mux.HandleFunc("GET /", s.nowhere)
	mux.HandleFunc("GET /login", s.showLogin)
	mux.HandleFunc("POST /login", s.login)
	mux.HandleFunc("POST /logout", s.logout)
	mux.HandleFunc("POST /account", s.changePassword)
	mux.HandleFunc("POST /decisions", s.decide)
	mux.HandleFunc("POST /jobs", s.turnJob)
	mux.HandleFunc("GET /healthz", s.healthy)
	mux.HandleFunc("GET /livez", func(w http.ResponseWriter, _ *http.Request) {
		s.writeJSON(w, http.StatusOK, "application/json", health{Status: "ok", Version: s.version})
	})
	mux.Handle("GET /metrics", s.metrics.handler())
	mux.HandleFunc("GET /openapi.json", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/openapi+json")
		w.Write(OpenAPI)
	})
	static, err := fs.Sub(staticFiles, "static")
	if err != nil {
		panic(err) // the folder is embedded above
	}
	mux.Handle("GET /static/", cached(http.StripPrefix("/static/", http.FileServerFS(static))))
}

// An apiRoute is a page that has its data at a .json address.
type apiRoute struct {
	path string // /claims/{id}.json
	name string // of the page
	data func(*http.Request) (any, error)
}

// jsonPath is where the data of the page at pattern is.
func jsonPath(pattern string) string {
	if pattern == "/{$}" {
		return "/home.json"
	}
	return pattern + ".json"
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
	s.api = append(s.api, apiRoute{jsonPath(pattern), tmpl, data})
	if !strings.HasSuffix(pattern, "}") || pattern == "/{$}" { // {id} takes .json with it
		mux.HandleFunc("GET "+jsonPath(pattern), func(w http.ResponseWriter, r *http.Request) { s.serveJSON(w, r, data) })
	}
}

// nowhere answers for what is no page: a page's address with a slash too many leads to it, all else is not found.
func (s *Server) nowhere(w http.ResponseWriter, r *http.Request) {
	if path := strings.TrimRight(r.URL.Path, "/"); path != r.URL.Path {
		to := url.URL{Path: path, RawQuery: r.URL.RawQuery}
		http.Redirect(w, r, to.String(), http.StatusPermanentRedirect)
		return
	}
	none := func(*http.Request) (any, error) { return nil, fmt.Errorf("page %s: %w", r.URL.Path, store.ErrNotFound) }
	if strings.HasSuffix(r.URL.Path, ".json") {
		s.serveJSON(w, r, none)
		return
	}
	s.serveHTML(w, r, "error", none)
}

// guard sets the headers that keep a page to itself: no script, style or frame but our own.
func (s *Server) guard(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		k := w.Header()
		k.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
		k.Set("X-Content-Type-Options", "nosniff")
		k.Set("Referrer-Policy", "no-referrer")
		k.Set("Cross-Origin-Opener-Policy", "same-origin")
		k.Set("Cross-Origin-Resource-Policy", "same-origin")
		k.Set("Cache-Control", "no-store") // a page may be for those who are logged in only
		if s.encrypted(r) {
			k.Set("Strict-Transport-Security", "max-age=31536000")
		}
		h.ServeHTTP(w, r)
	})
}

// crossOrigin refuses what another site makes a browser send: requests that change something must come
// from our own pages by what browsers say of them (Sec-Fetch-Site, Origin). With cookies that are not
// sent along from elsewhere (SameSite=Lax) this stands in for tokens in forms.
func crossOrigin(s *Server, h http.Handler) http.Handler {
	c := http.NewCrossOriginProtection()
	c.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.fail(w, r, fmt.Errorf("%w: it was sent by another site", errForbidden))
	}))
	return c.Handler(h)
}

// cached lets browsers keep the static files for an hour.
func cached(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "max-age=3600")
		h.ServeHTTP(w, r)
	})
}
