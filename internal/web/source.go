package web

import (
	"net/http"

	"sayso/internal/store"
)

// sourceData is a source's page: how each report names it and all it is cited for.
type sourceData struct {
	Source     store.Source      `json:"source"`
	Namings    []store.Naming    `json:"namings"`
	Statements []store.Statement `json:"statements"`
	Next       string            `json:"next,omitempty"`
}

func (d *sourceData) pageTitle() string { return d.Source.Label }

func (s *Server) source(r *http.Request) (any, error) {
	f, err := filter(r)
	if err != nil {
		return nil, err
	}
	got, err := s.store.Source(r.Context(), r.PathValue("id"), f)
	if err != nil {
		return nil, err
	}
	d := &sourceData{Source: got.Source, Namings: got.Namings, Statements: got.Statements.Rows}
	if got.Statements.Next != "" {
		d.Next = nextPage(r.URL, got.Statements.Next)
	}
	return d, nil
}
