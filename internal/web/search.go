package web

import (
	"net/http"

	"sayso/internal/store"
)

// searchData is the search page: reports that have all the words, the best first.
type searchData struct {
	Query string      `json:"query"`
	Hits  []store.Hit `json:"hits"`
	Next  string      `json:"next,omitempty"`
	dated
}

func (d *searchData) pageTitle() string { return "Search" }

func (s *Server) search(r *http.Request) (any, error) {
	f, err := filter(r)
	if err != nil {
		return nil, err
	}
	d := &searchData{Query: f.Words, Hits: []store.Hit{}, dated: dated{f.AsOf}}
	if f.Words == "" {
		return d, nil
	}
	p, err := s.store.Search(r.Context(), f)
	if err != nil {
		return nil, err
	}
	d.Hits = append(d.Hits, p.Rows...)
	if p.Next != "" {
		d.Next = nextPage(r.URL, p.Next)
	}
	return d, nil
}
