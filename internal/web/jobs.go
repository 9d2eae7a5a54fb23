package web

import (
	"context"
	"fmt"
	"net/http"
	"strconv"
	"time"

	"sayso/internal/access"
	"sayso/internal/store"
)

// jobsData is the page of what was queued: how far each job is, and what could not be read.
type jobsData struct {
	Counts map[string]int     `json:"counts"` // of jobs, by state
	Open   int                `json:"open"`   // reports that wait
	Rows   []store.Job        `json:"rows"`   // the newest
	Failed []store.FailedItem `json:"failed"`

	may bool
}

func (*jobsData) pageTitle() string { return "Jobs" }

// CanRetry and CanCancel report what the reader can do with a job.
func (d *jobsData) CanRetry(j store.Job) bool {
	return d.may && (j.State == store.JobFailed || j.State == store.JobCancelled || j.State == store.JobWaiting && j.Reason != "")
}

func (d *jobsData) CanCancel(j store.Job) bool {
	return d.may && (j.State == store.JobWaiting || j.State == store.JobRunning)
}

// maxJobs is how many jobs the page shows; `sayso jobs` lists all.
const maxJobs = 200

func (s *Server) jobs(r *http.Request) (any, error) {
	ctx := r.Context()
	d := &jobsData{may: who(r).Role.May(access.Admin)}
	var err error
	if d.Counts, d.Open, err = s.store.JobCounts(ctx); err != nil {
		return nil, err
	}
	if d.Rows, err = s.store.Jobs(ctx, maxJobs); err != nil {
		return nil, err
	}
	d.Failed, err = s.store.FailedItems(ctx, maxFailed)
	return d, err
}

// turnJob retries or cancels a job: form fields job and do.
func (s *Server) turnJob(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 4<<10)
	job, what, err := jobOf(r)
	if err == nil {
		turn := map[string]func(context.Context, int64) error{"retry": s.store.Retry, "cancel": s.store.Cancel}[what]
		err = turn(r.Context(), job)
	}
	if err == nil && !who(r).Open {
		s.note(r.Context(), store.Audit{At: time.Now(), Who: who(r).Name, What: "job " + what, Subject: strconv.FormatInt(job, 10), Address: s.address(r)})
	}
	switch {
	case err != nil && wantsJSON(r):
		s.serveJSON(w, r, func(*http.Request) (any, error) { return nil, err })
	case err != nil:
		s.fail(w, r, err)
	default:
		http.Redirect(w, r, "/jobs", http.StatusSeeOther)
	}
}

func jobOf(r *http.Request) (job int64, what string, err error) {
	if err := r.ParseForm(); err != nil {
		return 0, "", fmt.Errorf("%w: %w", errRequest, err)
	}
	job, err = strconv.ParseInt(r.PostForm.Get("job"), 10, 64)
	if what = r.PostForm.Get("do"); err != nil || what != "retry" && what != "cancel" {
		return 0, "", fmt.Errorf("%w: a job's number (job), and retry or cancel (do)", errRequest)
	}
	return job, what, nil
}
