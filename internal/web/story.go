package web

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"sayso/export"
	"sayso/internal/live"
)

// across reads a request's filter of stories, claims and tallies.
func across(r *http.Request) (live.Filter, error) {
	q := r.URL.Query()
	f := live.Filter{Words: q.Get("q"), Outlet: q.Get("outlet"), From: q.Get("from"), To: q.Get("to"), Story: q.Get("story"), Measure: q.Get("measure"),
		Status: q.Get("status"), Type: q.Get("type"), Country: strings.ToUpper(q.Get("country")), Place: q.Get("place"), When: q.Get("when")}
	if limit := q.Get("limit"); limit != "" {
		n, err := strconv.Atoi(limit)
		if err != nil || n < 1 || n > 1000 {
			return f, fmt.Errorf("%w: limit is a number from 1 to 1000, not %q", errRequest, limit)
		}
		f.Limit = n
	}
	if f.When != "" && !isDate(f.When) {
		return f, fmt.Errorf("%w: %q is no day, month or year; write it as 2025-10-24, 2025-10 or 2025", errRequest, f.When)
	}
	if err := errors.Join(isDay(f.From), isDay(f.To)); err != nil {
		return f, err
	}
	var err error
	f.After, err = placeInList(q.Get("after"))
	return f, err
}

// placeInList is how many rows a page of a list passes over.
func placeInList(after string) (int, error) {
	if after == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(after)
	if err != nil || n < 0 {
		return 0, fmt.Errorf("%w: %q is no place in the list", errRequest, after)
	}
	return n, nil
}

// stories are the stories of the ledger, the latest first.
func (s *Server) stories(r *http.Request) (any, error) {
	return acrossList(s, r, "Stories", (*live.State).StoryList, wordsField, outletField, fromField, toField)
}

func (s *Server) claims(r *http.Request) (any, error) {
	return acrossList(s, r, "Claims", (*live.State).ClaimList, wordsField, outletField, fromField, toField)
}

// events are what happens or may, each once with how it stands; what each report says of it is at /mentions.
func (s *Server) events(r *http.Request) (any, error) {
	return acrossList(s, r, "Events", (*live.State).HappeningList, wordsField, statusField, whenField, placeField, countryField, typeField, outletField, fromField, toField)
}

func acrossList[T any](s *Server, r *http.Request, name string, get func(*live.State, live.Filter) live.Page[T], fields ...field) (any, error) {
	f, err := across(r)
	if err != nil {
		return nil, err
	}
	st, day, err := s.state(r)
	if err != nil {
		return nil, err
	}
	p := get(st, f)
	l := &list[T]{name: name, Rows: p.Rows, Fields: append(fields, asOfField), dated: dated(day)}
	q := r.URL.Query()
	for i := range l.Fields {
		l.fill(i, q)
	}
	if p.Next > 0 {
		l.Next = nextPage(r.URL, strconv.Itoa(p.Next))
	}
	return l, nil
}

// storyData is a story's page.
type storyData struct {
	*live.Story
	stand
}

func (d *storyData) pageTitle() string { return d.Title }

func (s *Server) story(r *http.Request) (any, error) {
	st, day, err := s.state(r)
	if err != nil {
		return nil, err
	}
	since := r.URL.Query().Get("since")
	if err := isDay(since); err != nil {
		return nil, err
	}
	d, err := st.Story(r.PathValue("id"), since)
	return &storyData{d, day}, err
}

// Graph is the story's origins.
func (d *storyData) Graph() origins {
	return originGraph(d.Claims, d.outlets())
}

func (d *storyData) outlets() map[string]string {
	out := map[string]string{}
	for _, r := range d.ReportList {
		out[r.ID] = r.Outlet
	}
	return out
}

// Main are the claims that open the page; Rest the others.
func (d *storyData) Main() []export.ClaimRow { return d.Claims[:min(mainClaims, len(d.Claims))] }

// Rest are the claims behind the main ones.
func (d *storyData) Rest() []export.ClaimRow { return d.Claims[min(mainClaims, len(d.Claims)):] }

const mainClaims = 12

// Copied is how many reports repeat another's wording.
func (d *storyData) Copied() (n int) {
	for _, r := range d.ReportList {
		if r.CopyOf != "" {
			n++
		}
	}
	return n
}

// claimData is a claim's page.
type claimData struct {
	*live.Claim
	stand
}

func (d *claimData) pageTitle() string { return cut(d.Words, 70) }

func (s *Server) claim(r *http.Request) (any, error) {
	st, day, err := s.state(r)
	if err != nil {
		return nil, err
	}
	c, err := st.Claim(r.PathValue("id"))
	return &claimData{c, day}, err
}

// Graph is where the claim comes from.
func (d *claimData) Graph() origins {
	outlets := map[string]string{}
	for _, s := range d.Sayings {
		outlets[s.Ref.Report] = s.Ref.Outlet
	}
	return originGraph([]export.ClaimRow{d.ClaimRow}, outlets)
}

// eventData is an event's page.
type eventData struct {
	*live.Event
	stand
}

func (d *eventData) pageTitle() string { return cut(d.Title, 70) }

func (s *Server) event(r *http.Request) (any, error) {
	st, day, err := s.state(r)
	if err != nil {
		return nil, err
	}
	e, err := st.Event(r.PathValue("id"))
	return &eventData{e, day}, err
}

// href is the address of words in a report.
func href(r export.Ref) string {
	u := url.URL{Path: "/reports/" + r.Report, Fragment: r.At}
	if !r.Current && r.Revision != "" {
		u.RawQuery = "revision=" + url.QueryEscape(r.Revision)
	}
	return u.String()
}

// days are the first and last day of something, as people write it.
func days(first, last string) string {
	switch {
	case first == "" && last == "":
		return ""
	case first == last || last == "":
		return day(first)
	case first == "":
		return "until " + day(last)
	case len(first) >= 10 && len(last) >= 10 && first[:4] == last[:4]:
		a := day(first)
		return a[:len(a)-5] + " – " + day(last)
	}
	return day(first) + " – " + day(last)
}
