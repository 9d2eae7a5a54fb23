package web

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"sayso/internal/live"
	"sayso/internal/store"
	"sayso/resolve"
)

// A list is one page of rows with the filter that chose them.
type list[T any] struct {
	name   string
	Rows   []T     `json:"rows"`
	Next   string  `json:"next,omitempty"` // address of the next page
	Fields []field `json:"-"`
	Active bool    `json:"-"` // something is filtered
	dated
}

func (l *list[T]) pageTitle() string { return l.name }

// filters are the filters that mean something for these rows.
func (l *list[T]) filters() []field { return l.Fields }

// fill sets the value of field i. The day is not what Show all takes away.
func (l *list[T]) fill(i int, q url.Values) {
	l.Fields[i].Value = q.Get(l.Fields[i].Name)
	l.Active = l.Active || l.Fields[i].Value != "" && l.Fields[i].Name != asOfField.Name
}

// A field is one input of a filter.
type field struct {
	Name, Label, Kind, Value string
	Options                  []string
	None                     string // what no choice means; "" is any
}

// filter reads a request's filter. Days must be days and limits numbers; all else is text to look for.
func filter(r *http.Request) (store.Filter, error) {
	q := r.URL.Query()
	f := store.Filter{Words: q.Get("q"), Source: q.Get("source"), Outlet: q.Get("outlet"), From: q.Get("from"), To: q.Get("to"), Status: q.Get("status"),
		Measure: q.Get("measure"), Type: q.Get("type"), Country: strings.ToUpper(q.Get("country")), Place: q.Get("place"), When: q.Get("when"), Scope: q.Get("scope"), Stance: q.Get("stance"), Form: q.Get("form"), Kind: q.Get("kind"),
		Report: q.Get("report"), Unnamed: q.Get("unnamed") != "", Background: q.Get("background"), After: q.Get("after"), Limit: 50}
	day, err := dayOf(r)
	if err != nil {
		return f, err
	}
	f.AsOf = day
	if f.When != "" && !isDate(f.When) {
		return f, fmt.Errorf("%w: %q is no day, month or year; write it as 2025-10-24, 2025-10 or 2025", errRequest, f.When)
	}
	for _, d := range []string{f.From, f.To} {
		if d != "" {
			if _, err := time.Parse("2006-01-02", d); err != nil {
				return f, fmt.Errorf("%w: %q is not a day; write it as 2025-10-24", errRequest, d)
			}
		}
	}
	if s := q.Get("limit"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil || n < 1 || n > 1000 {
			return f, fmt.Errorf("%w: limit is a number from 1 to 1000, not %q", errRequest, s)
		}
		f.Limit = n
	}
	return f, nil
}

// isDate reports whether s is a day, a month or a year of ISO 8601.
func isDate(s string) bool {
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if _, err := time.Parse(layout, s); err == nil {
			return true
		}
	}
	return false
}

// makeList is the page of rows that get gives for the request's filter.
func makeList[T any](r *http.Request, name string, get func(store.Filter) (store.Page[T], error), fields ...field) (any, error) {
	f, err := filter(r)
	if err != nil {
		return nil, err
	}
	p, err := get(f)
	if err != nil {
		return nil, err
	}
	l := &list[T]{name: name, Rows: p.Rows, Fields: append(fields, asOfField), dated: dated{f.AsOf}}
	if l.Rows == nil {
		l.Rows = []T{}
	}
	q := r.URL.Query()
	for i := range l.Fields {
		l.fill(i, q)
	}
	if p.Next != "" {
		l.Next = nextPage(r.URL, p.Next)
	}
	return l, nil
}

func nextPage(u *url.URL, after string) string {
	q := u.Query()
	q.Set("after", after)
	return (&url.URL{Path: u.Path, RawQuery: q.Encode()}).String()
}

var (
	wordsField   = field{Name: "q", Label: "Words", Kind: "search"}
	outletField  = field{Name: "outlet", Label: "Outlet", Kind: "text"}
	sourceField  = field{Name: "source", Label: "Source", Kind: "text"}
	fromField    = field{Name: "from", Label: "Published from", Kind: "date"}
	toField      = field{Name: "to", Label: "Published to", Kind: "date"}
	asOfField    = field{Name: "asof", Label: "As it stood on", Kind: "date"}
	whenField    = field{Name: "when", Label: "Happens (2025-10-24, 2025-10)", Kind: "text"}
	asOfPeriod   = field{Name: "when", Label: "As of (2025-10-24, 2025-10)", Kind: "text"}
	placeField   = field{Name: "place", Label: "Place", Kind: "text"}
	scopeField   = field{Name: "scope", Label: "Scope", Kind: "select", Options: []string{"incident", "cumulative"}}
	byField      = field{Name: "by", Label: "A row for each", Kind: "select", Options: []string{"name"}, None: "source"}
	unnamedField = field{Name: "unnamed", Label: "Unnamed only", Kind: "checkbox"}
	stanceField  = field{Name: "stance", Label: "Stance", Kind: "select", Options: []string{"asserts", "denies", "confirms", "asks", "demands", "promises", "threatens", "speculates", "declines"}}
	kindField    = field{Name: "kind", Label: "Kind", Kind: "select", Options: []string{"person", "organisation", "outlet", "document", "group"}}
	statusField  = field{Name: "status", Label: "Status", Kind: "select", Options: statuses()}
	typeField    = field{Name: "type", Label: "Type", Kind: "select", Options: []string{"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "RETREAT", "OTHER"}}
	countryField = field{Name: "country", Label: "Country (ISO code)", Kind: "text"}
	allField     = field{Name: "all", Label: "Passing mentions too", Kind: "checkbox"}
	backField    = field{Name: "background", Label: "Background", Kind: "select", Options: []string{"no", "yes"}}
)

func statuses() []string {
	var out []string
	for _, s := range []resolve.Status{resolve.Happened, resolve.Ongoing, resolve.Ordered, resolve.Authorised, resolve.Planned, resolve.Considered, resolve.Proposed,
		resolve.Threatened, resolve.Predicted, resolve.Possible, resolve.Denied, resolve.DidNotHappen, resolve.Unknown} {
		out = append(out, string(s))
	}
	return out
}

func (s *Server) reports(r *http.Request) (any, error) {
	return makeList(r, "Reports", func(f store.Filter) (store.Page[store.Report], error) { return s.store.Reports(r.Context(), f) },
		wordsField, outletField, sourceField, statusField, placeField, countryField, whenField, fromField, toField)
}

func (s *Server) statements(r *http.Request) (any, error) {
	return makeList(r, "Statements", func(f store.Filter) (store.Page[store.Statement], error) { return s.store.Statements(r.Context(), f) },
		wordsField, sourceField, outletField, stanceField, fromField, toField, unnamedField)
}

// sources are those across reports, the most cited first; by=name those of one name each, as the store keeps them.
func (s *Server) sources(r *http.Request) (any, error) {
	get := func(f store.Filter) (store.Page[live.SourceRow], error) { return s.linkedSources(r, f) }
	if r.URL.Query().Get("by") == "name" {
		get = func(f store.Filter) (store.Page[live.SourceRow], error) { return s.sourceNames(r.Context(), f) }
	}
	return makeList(r, "Sources", get, wordsField, kindField, outletField, fromField, toField, unnamedField, byField)
}

func (s *Server) linkedSources(r *http.Request, f store.Filter) (store.Page[live.SourceRow], error) {
	at, err := placeInList(f.After)
	if err != nil {
		return store.Page[live.SourceRow]{}, err
	}
	st, _, err := s.state(r)
	if errors.Is(err, live.ErrLinking) {
		err = fmt.Errorf("%w; /sources?by=name has the names meanwhile", err)
	}
	if err != nil {
		return store.Page[live.SourceRow]{}, err
	}
	return st.SourcePage(f, at), nil
}

// sourceNames are the names that reports use, each for itself; they need no links.
func (s *Server) sourceNames(ctx context.Context, f store.Filter) (store.Page[live.SourceRow], error) {
	p, err := s.store.Sources(ctx, f)
	out := store.Page[live.SourceRow]{Next: p.Next}
	for _, row := range p.Rows {
		out.Rows = append(out.Rows, live.SourceRow{Source: row, Names: []string{row.Label}})
	}
	return out, err
}

// mentions are the events as each report tells them.
func (s *Server) mentions(r *http.Request) (any, error) {
	get := func(f store.Filter) (store.Page[store.Event], error) {
		f.Salient = r.URL.Query().Get("all") == ""
		return s.store.Events(r.Context(), f)
	}
	return makeList(r, "Events, report by report", get,
		wordsField, statusField, whenField, placeField, countryField, typeField, outletField, fromField, toField, backField, allField)
}

func (s *Server) figures(r *http.Request) (any, error) {
	ms, err := s.store.Measures(r.Context())
	if err != nil {
		return nil, err
	}
	measure := field{Name: "measure", Label: "Measure", Kind: "select"}
	for _, m := range ms[:min(40, len(ms))] {
		measure.Options = append(measure.Options, m.Name)
	}
	return makeList(r, "Figures", func(f store.Filter) (store.Page[store.Figure], error) { return s.store.Figures(r.Context(), f) },
		wordsField, measure, scopeField, statusField, asOfPeriod, placeField, countryField, outletField, fromField, toField)
}
