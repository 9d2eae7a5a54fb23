package web

import (
	"errors"
	"net/http"
	"strings"

	"sayso/internal/live"
	"sayso/internal/store"
)

// sourceData is a source's page: how each report names it and all it is cited for.
type sourceData struct {
	Source     store.Source      `json:"source"`
	Namings    []store.Naming    `json:"namings"`
	Statements []store.Statement `json:"statements"`
	Next       string            `json:"next,omitempty"`
	Across     []live.SourcePage `json:"across"` // whom reports mean by it, as far as the ledger can tell them apart
	dated

	one bool // the page is of a source across reports, and not of a name
}

// One says whether the page is of one source across reports, and not of all that a name means.
func (d *sourceData) One() bool { return d.one }

func (d *sourceData) pageTitle() string { return d.Source.Label }

func (s *Server) source(r *http.Request) (any, error) {
	f, err := filter(r)
	if err != nil {
		return nil, err
	}
	st, day, err := s.linked(r)
	if err != nil {
		return nil, err
	}
	key, across := r.PathValue("id"), []live.SourcePage{}
	var places []store.Place
	if st != nil && strings.HasPrefix(key, "so-") {
		one, err := st.SourceAcross(key)
		switch {
		case err == nil:
			key, across = one.Key, append(across, *one)
			places = st.SourcePlaces(one.ID, store.MostPlaces)
		case !errors.Is(err, store.ErrNotFound):
			return nil, err
		}
	}
	var got *store.SourceDetail
	if n := len(places); n > 0 && n <= store.MostPlaces {
		got, err = s.store.SourceIn(r.Context(), places, f)
	} else {
		got, err = s.store.Source(r.Context(), key, f)
	}
	if err != nil {
		return nil, err
	}
	if len(places) > 0 {
		one := &across[0]
		got.Source.Key, got.Source.Label, got.Source.Kind, got.Source.Anonymous, got.Source.Reports = key, one.Label, one.Kind, one.Anonymous, one.Reports
	}
	if st != nil && len(across) == 0 {
		across = st.Meant(got.Namings)
	}
	d := &sourceData{Source: got.Source, Namings: got.Namings, Statements: got.Statements.Rows, Across: across, dated: day, one: len(places) > 0}
	if got.Statements.Next != "" {
		d.Next = nextPage(r.URL, got.Statements.Next)
	}
	return d, nil
}
