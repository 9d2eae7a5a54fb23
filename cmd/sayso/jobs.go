package main

import (
	"context"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"sayso/internal/store"
)

func jobsCommand() *cobra.Command {
	c := queue.command()
	c.Long = `Jobs lists what was queued (sayso add --queue): what runs and how far it is, what
waits, what failed and why, what is done. A job is some hundred reports.`
	failed := failedItems.command()
	failed.Use = "failed"
	c.AddCommand(failed,
		turnCommand("retry", "Read again what failed in jobs or was cancelled with them, or waits for another try", "waits again", (*store.Store).Retry, store.JobFailed),
		turnCommand("cancel", "End jobs; what they added stays, what was still to be read is kept", "cancelled", (*store.Store).Cancel, store.JobWaiting, store.JobRunning))
	tidy(c)
	return c
}

var queue = listing[store.Job]{
	name:    "jobs",
	short:   "List what was queued, and see how far it is",
	example: "  sayso jobs\n  sayso jobs failed\n  sayso jobs retry 12 14\n  sayso jobs retry --all\n  sayso jobs cancel 15",
	list: func(s *store.Store, ctx context.Context, f store.Filter) (store.Page[store.Job], error) {
		rows, err := s.Jobs(ctx, most(f))
		return store.Page[store.Job]{Rows: rows}, err
	},
	columns: []column[store.Job]{
		{"job", func(j *store.Job) string { return strconv.FormatInt(j.ID, 10) }, whole},
		{"state", jobState, whole},
		{"read", func(j *store.Job) string { return fmt.Sprintf("%d of %d", j.Done, j.Total) }, whole},
		{"total", func(j *store.Job) string { return strconv.Itoa(j.Total) }, 0},
		{"done", func(j *store.Job) string { return strconv.Itoa(j.Done) }, 0},
		{"added", func(j *store.Job) string { return strconv.Itoa(j.Added) }, 0},
		{"revised", func(j *store.Job) string { return strconv.Itoa(j.Revised) }, 0},
		{"known", func(j *store.Job) string { return strconv.Itoa(j.Known) }, 0},
		{"failed", func(j *store.Job) string { return strconv.Itoa(j.Failed) }, whole},
		{"queued", func(j *store.Job) string { return minute(j.Queued) }, 0},
		{"due", func(j *store.Job) string { return minute(j.Due) }, 0},
		{"started", func(j *store.Job) string { return minute(j.Started) }, 0},
		{"ended", func(j *store.Job) string { return minute(j.Ended) }, 0},
		{"worker", func(j *store.Job) string { return j.Worker }, 0},
		{"name", func(j *store.Job) string { return j.Name }, 3},
		{"reason", func(j *store.Job) string { return j.Reason }, 3},
	},
}

// jobState is a job's state, or what stands in for it where more is known.
func jobState(j *store.Job) string {
	switch {
	case j.Silent:
		return "silent" // its worker is not heard of
	case j.State == store.JobWaiting && j.Reason != "":
		return "waits until " + minute(j.Due)
	}
	return j.State
}

// most is how many rows a filter asks for, of lists that are short.
func most(f store.Filter) int {
	switch {
	case f.Limit < 0:
		return 1 << 30
	case f.Limit == 0:
		return 1000
	}
	return f.Limit
}

var failedItems = listing[store.FailedItem]{
	name:    "failed reports",
	short:   "List the reports of jobs that could not be read, and why",
	example: "  sayso jobs failed --format csv",
	list: func(s *store.Store, ctx context.Context, f store.Filter) (store.Page[store.FailedItem], error) {
		rows, err := s.FailedItems(ctx, most(f))
		return store.Page[store.FailedItem]{Rows: rows}, err
	},
	columns: []column[store.FailedItem]{
		{"job", func(i *store.FailedItem) string { return strconv.FormatInt(i.Job, 10) }, whole},
		{"state", func(i *store.FailedItem) string { return i.State }, whole},
		{"tries", func(i *store.FailedItem) string { return strconv.Itoa(i.Tries) }, whole},
		{"origin", func(i *store.FailedItem) string { return i.Origin }, 2},
		{"reason", func(i *store.FailedItem) string { return i.Reason }, 3},
	},
}

// turnCommand changes jobs that are named or, with --all, all that are in one of the states.
func turnCommand(name, short, did string, turn func(*store.Store, context.Context, int64) error, states ...string) *cobra.Command {
	var all bool
	c := &cobra.Command{
		Use:     name + " ID…",
		Short:   short,
		Example: "  sayso jobs " + name + " 12 14\n  sayso jobs " + name + " --all",
		RunE: func(c *cobra.Command, args []string) error {
			ids, err := jobIDs(args)
			if err != nil || all == (len(ids) > 0) {
				return misused(c, fmt.Errorf("name jobs by their numbers, as sayso jobs lists them, or all with --all"))
			}
			s, err := openLedger(c, false)
			if err != nil {
				return err
			}
			defer s.Close()
			if all {
				if ids, err = jobsIn(c.Context(), s, states); err != nil {
					return err
				}
			}
			for _, id := range ids {
				if err := turn(s, c.Context(), id); err != nil {
					return fmt.Errorf("%s: %w", name, err)
				}
				fmt.Fprintf(c.OutOrStdout(), "job %d %s\n", id, did)
			}
			return nil
		},
	}
	c.Flags().BoolVar(&all, "all", false, "all jobs that this can be done with")
	return c
}

func jobIDs(args []string) (ids []int64, err error) {
	for _, a := range args {
		id, err := strconv.ParseInt(a, 10, 64)
		if err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, nil
}

func jobsIn(ctx context.Context, s *store.Store, states []string) (ids []int64, err error) {
	js, err := s.Jobs(ctx, 1<<30, states...)
	for _, j := range js {
		ids = append(ids, j.ID)
	}
	return ids, err
}
