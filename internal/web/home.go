package web

import (
	"net/http"

	"sayso/export"
	"sayso/internal/live"
	"sayso/internal/store"
)

// homeData is the home page: what is new and what is in the ledger.
type homeData struct {
	Counts   *store.Counts     `json:"counts"`
	Stories  []export.StoryRow `json:"stories"` // the latest
	Linking  bool              `json:"linking"` // the reports are still being linked: there are no stories yet
	Reports  []store.Report    `json:"reports"` // the newest
	Sources  []store.Source    `json:"sources"` // the most cited
	Failures []store.Failure   `json:"failures"`
	Figures  []store.Figure    `json:"figures"` // the newest of killed
	dated
}

func (*homeData) pageTitle() string { return "Ledger" }

func (s *Server) home(r *http.Request) (any, error) {
	ctx := r.Context()
	st, day, err := s.linked(r)
	if err != nil {
		return nil, err
	}
	c, err := s.store.CountsAsOf(ctx, day.Day)
	if err != nil {
		return nil, err
	}
	reports, err := s.store.Reports(ctx, store.Filter{AsOf: day.Day, Limit: 8})
	if err != nil {
		return nil, err
	}
	sources, err := s.store.Sources(ctx, store.Filter{AsOf: day.Day, Limit: 10})
	if err != nil {
		return nil, err
	}
	figures, err := s.store.Figures(ctx, store.Filter{AsOf: day.Day, Measure: "killed", Limit: 6})
	if err != nil {
		return nil, err
	}
	failures, err := s.store.Failures(ctx)
	if err != nil {
		return nil, err
	}
	d := &homeData{Stories: []export.StoryRow{}, Counts: c, Reports: reports.Rows, Sources: sources.Rows, Figures: figures.Rows, Failures: failures, dated: day}
	if d.Linking = st == nil; st != nil {
		d.Stories = st.StoryList(live.Filter{Limit: 6}).Rows
	}
	return d, nil
}
