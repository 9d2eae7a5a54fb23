package web

import (
	"net/http"
	"time"

	"sayso/internal/store"
)

// feedsData is the page of what is watched: how each feed goes, and what could not be had of it.
type feedsData struct {
	Feeds  []store.Feed        `json:"feeds"`
	Failed []store.FailedEntry `json:"failed"` // the newest
}

func (*feedsData) pageTitle() string { return "Watched feeds" }

// Count is how many feeds are in a state.
func (d *feedsData) Count(state string) (n int) {
	for i := range d.Feeds {
		if d.Feeds[i].State == state {
			n++
		}
	}
	return n
}

// Troubled is how many feeds are watched and failed when last polled.
func (d *feedsData) Troubled() (n int) {
	for i := range d.Feeds {
		if d.Feeds[i].State == store.Watched && d.Feeds[i].Error != "" {
			n++
		}
	}
	return n
}

// maxFailed is how many entries that failed the page shows.
const maxFailed = 50

func (s *Server) feeds(r *http.Request) (any, error) {
	fs, err := s.store.Feeds(r.Context())
	if err != nil {
		return nil, err
	}
	failed, err := s.store.FailedEntries(r.Context(), maxFailed)
	return &feedsData{Feeds: fs, Failed: failed}, err
}

// clock is a time as people write it, in UTC; "never" for none.
func clock(t time.Time) string {
	if t.IsZero() {
		return "never"
	}
	return t.UTC().Format("2 Jan 2006, 15:04")
}
