package web

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"strings"

	"sayso/internal/live"
	"sayso/internal/store"
)

// view is what every template is given: the page's data and where it stands.
type view struct {
	Title   string
	Section string // the part of the menu that is lit
	JSON    string // address of the page's data
	Version string
	Day     string // that the reader is on, kept in all links; "" is now
	AsOf    string // the same, where the page's data is of it
	Now     string // address of the page as it stands now
	Who     person
	Data    any
}

// titled is data that names its page; other pages are named after their template.
type titled interface{ pageTitle() string }

func parseTemplates() (map[string]*template.Template, error) {
	files, err := templateFiles.ReadDir("templates")
	if err != nil {
		return nil, err
	}
	out := map[string]*template.Template{}
	for _, f := range files {
		name := strings.TrimSuffix(f.Name(), ".html")
		if name == "layout" {
			continue
		}
		t, err := template.New(name).Funcs(funcs).ParseFS(templateFiles, "templates/layout.html", "templates/"+f.Name())
		if err != nil {
			return nil, fmt.Errorf("web: template %s: %w", name, err)
		}
		out[name] = t
	}
	return out, nil
}

func (s *Server) serveHTML(w http.ResponseWriter, r *http.Request, tmpl string, data func(*http.Request) (any, error)) {
	d, err := live.Guarded(func() (any, error) { return data(r) })
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.render(w, r, http.StatusOK, tmpl, d)
}

func (s *Server) render(w http.ResponseWriter, r *http.Request, status int, tmpl string, data any) {
	v := view{Title: strings.ToUpper(tmpl[:1]) + tmpl[1:], Section: section(r.URL.Path), JSON: jsonAddress(r.URL), Version: s.version, Who: who(r), Data: data}
	if t, ok := data.(titled); ok {
		v.Title = t.pageTitle()
	}
	if day, err := dayOf(r); err == nil && day != "" {
		v.Day, v.Now = day, withDay(r.URL, "")
		if d, ok := data.(interface{ ofDay() string }); ok {
			v.AsOf = d.ofDay()
		} else if _, ok := data.(problem); ok {
			v.AsOf = day // so that there is a way out
		}
	}
	var b bytes.Buffer
	if err := s.pages[tmpl].ExecuteTemplate(&b, "layout", v); err != nil {
		s.log.Error("render", "page", tmpl, "err", err)
		http.Error(w, "this page could not be drawn; the log says why", http.StatusInternalServerError)
		return
	}
	page := b.Bytes()
	if v.Day != "" {
		page = keepDay(page, v.Day)
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	w.Write(page)
}

func (s *Server) serveJSON(w http.ResponseWriter, r *http.Request, data func(*http.Request) (any, error)) {
	d, err := live.Guarded(func() (any, error) { return data(r) })
	status := http.StatusOK
	if err != nil {
		status = statusOf(err)
		if status == http.StatusInternalServerError {
			s.log.Error("serve", "id", w.Header().Get("X-Request-Id"), "path", r.URL.Path, "err", err)
		}
		d = told(w, r, status, err)
		w.Header().Set("Content-Type", "application/problem+json")
	} else {
		if p, ok := d.(printed); ok {
			d = p.printed()
		}
		w.Header().Set("Content-Type", "application/json")
	}
	s.writeJSON(w, status, w.Header().Get("Content-Type"), d)
}

func (s *Server) writeJSON(w http.ResponseWriter, status int, media string, d any) {
	b, err := json.MarshalIndent(d, "", "  ")
	if err != nil {
		s.log.Error("encode", "err", err)
		http.Error(w, "this could not be encoded", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", media)
	w.WriteHeader(status)
	w.Write(append(b, '\n'))
}

// printed is data whose JSON is another value: the published form.
type printed interface{ printed() any }

// problem is an error as JSON (RFC 9457).
type problem struct {
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail"`
}

// statusOf is the one place that maps errors to statuses.
func statusOf(err error) int {
	switch {
	case errors.Is(err, store.ErrNotFound):
		return http.StatusNotFound
	case errors.Is(err, store.ErrAmbiguous), errors.Is(err, errRequest), errors.Is(err, store.ErrState), errors.Is(err, store.ErrUndone):
		return http.StatusBadRequest
	case errors.Is(err, errLogin):
		return http.StatusUnauthorized
	case errors.Is(err, errElsewhere):
		return http.StatusMisdirectedRequest
	case errors.Is(err, errForbidden), errors.Is(err, errPlain):
		return http.StatusForbidden
	case errors.Is(err, errSlow):
		return http.StatusTooManyRequests
	case errors.Is(err, store.ErrBusy), errors.Is(err, live.ErrLinking):
		return http.StatusServiceUnavailable
	}
	return http.StatusInternalServerError
}

var errRequest = errors.New("the request is not understood")

func (s *Server) fail(w http.ResponseWriter, r *http.Request, err error) {
	status := statusOf(err)
	if status == http.StatusInternalServerError {
		s.log.Error("serve", "id", w.Header().Get("X-Request-Id"), "path", r.URL.Path, "err", err)
	}
	s.render(w, r, status, "error", told(w, r, status, err))
}

// told is an error for whoever asked. What went wrong inside names files and tables: where people log in
// it stays in the log.
func told(w http.ResponseWriter, r *http.Request, status int, err error) problem {
	p := problem{Title: http.StatusText(status), Status: status, Detail: err.Error()}
	if status == http.StatusInternalServerError && !who(r).Open {
		p.Detail = "the server could not do it; its log says why, at request " + w.Header().Get("X-Request-Id")
	}
	return p
}

// section is the first part of a path, for the menu.
func section(path string) string {
	p, _, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	return p
}

// jsonAddress is where the data of the page at u is.
func jsonAddress(u *url.URL) string {
	j := url.URL{Path: u.Path + ".json", RawQuery: u.RawQuery}
	if u.Path == "/" {
		j.Path = "/home.json"
	}
	return j.String()
}
