package web

import (
	"bytes"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"sayso/internal/live"
)

// A page can stand at a past day (?asof=2031-05-09): it shows what was published by the end of it. So do all links from
// it, by one rule for all pages (keepDay), so that a reader stays on that day until they leave it.

// A stand is the day that a page stands at, "" for now, of data that says it itself.
type stand struct {
	Day string `json:"-"`
}

// A dated is the same of other data.
type dated struct {
	Day string `json:"as_of"`
}

func (s stand) ofDay() string { return s.Day }
func (d dated) ofDay() string { return d.Day }

// dayOf is the day that a request asks for, "" for now.
func dayOf(r *http.Request) (string, error) {
	day := r.URL.Query().Get("asof")
	return day, isDay(day)
}

// state is the ledger as of the request's day.
func (s *Server) state(r *http.Request) (*live.State, stand, error) {
	day, err := dayOf(r)
	if err != nil {
		return nil, stand{}, err
	}
	st, err := s.live.Soon(r.Context(), day, 10*time.Second)
	return st, stand{day}, err
}

// linked is the ledger as of the request's day for a page that can do without it: nil while it is being linked
// after a start.
func (s *Server) linked(r *http.Request) (*live.State, dated, error) {
	day, err := dayOf(r)
	if err != nil {
		return nil, dated{}, err
	}
	st, err := s.live.Soon(r.Context(), day, 2*time.Second)
	if errors.Is(err, live.ErrLinking) {
		return nil, dated{day}, nil
	}
	return st, dated{day}, err
}

func isDay(s string) error {
	if s == "" {
		return nil
	}
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return fmt.Errorf("%w: %q is not a day; write it as 2025-10-24", errRequest, s)
	}
	return nil
}

// withDay is an address of ours with the day in it; "" is now.
func withDay(u *url.URL, day string) string {
	q := u.Query()
	q.Set("asof", day)
	return (&url.URL{Path: u.Path, RawQuery: q.Encode(), Fragment: u.Fragment}).String()
}

// keepDay puts the day into every link of a page that leads to another of ours and has none.
func keepDay(page []byte, day string) []byte {
	const href = ` href="`
	var out bytes.Buffer
	for {
		i := bytes.Index(page, []byte(href))
		if i < 0 {
			out.Write(page)
			return out.Bytes()
		}
		i += len(href)
		end := bytes.IndexByte(page[i:], '"')
		if end < 0 {
			out.Write(page)
			return out.Bytes()
		}
		out.Write(page[:i])
		out.WriteString(linkOn(string(page[i:i+end]), day))
		page = page[i+end:]
	}
}

// linkOn is an escaped address with the day where it is that of a page of ours.
func linkOn(link, day string) string {
	ours := strings.HasPrefix(link, "/") && !strings.HasPrefix(link, "//") && !strings.HasPrefix(link, "/static/") || strings.HasPrefix(link, "?")
	if !ours || strings.Contains(link, "asof=") {
		return link
	}
	link, place, anchored := strings.Cut(link, "#")
	switch {
	case strings.HasSuffix(link, "?"):
		link += "asof=" + day
	case strings.Contains(link, "?"):
		link += "&amp;asof=" + day
	default:
		link += "?asof=" + day
	}
	if anchored {
		link += "#" + place
	}
	return link
}
