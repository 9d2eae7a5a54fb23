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
	Sources  []live.SourceRow  `json:"sources"` // the most cited, across reports; while those are linked, by their names
	Failures []store.Failure   `json:"failures"`
	Tolls    []storyToll       `json:"tolls"` // of the latest stories that have any
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
	failures, err := s.store.Failures(ctx)
	if err != nil {
		return nil, err
	}
	d := &homeData{Stories: []export.StoryRow{}, Counts: c, Reports: reports.Rows, Tolls: []storyToll{}, Failures: failures, dated: day}
	if d.Linking = st == nil; st == nil {
		names, err := s.sourceNames(ctx, store.Filter{AsOf: day.Day, Limit: mostCited})
		d.Sources = append([]live.SourceRow{}, names.Rows...)
		return d, err
	}
	d.Stories = st.StoryList(live.Filter{Limit: 6}).Rows
	d.Sources = st.SourceList(live.SourceFilter{Filter: live.Filter{Limit: mostCited}}).Rows
	for _, lines := range st.LatestTolls(latestTolls) {
		one, _ := st.View.Story(lines[0].Story)
		d.Tolls = append(d.Tolls, storyToll{one.ID, one.Title, lines})
	}
	return d, nil
}

// How much the home page shows.
const (
	mostCited   = 10
	latestTolls = 5
)

// A storyToll is what a story's tallies of people come to.
type storyToll struct {
	ID       string            `json:"id"`
	Title    string            `json:"title"`
	Standing []export.Standing `json:"standing"`
}
