package jobs

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"iter"
	"time"

	"sayso/internal/fetch"
	"sayso/internal/ingest"
	"sayso/internal/store"
)

const (
	batchSize = 64              // results that are written together: enough that a commit does not show
	batchTime = 2 * time.Second // or those of so long, so that progress is seen
	careful   = 2               // runs of a job that ended with their worker: from then on one report at a time
	maxTries  = 5               // of a report, before it is given up
	maxDeaths = 20              // of workers that were reading one report; a few can be chance
	fetches   = 8               // addresses asked at once
)

// A run is one worker's work on one job.
type run struct {
	*Worker
	l      *store.Lease
	batch  []store.Result
	since  time.Time
	single bool // each report by itself, tried at the cost of a write: one of them ended its worker
}

// job works on a job until it is done, or hands it back when ctx ends. Its error is one of the ledger.
func (w *Worker) job(ctx context.Context, l *store.Lease) error {
	kept, release := w.keep(l)
	defer release()
	r := &run{Worker: w, l: l, since: time.Now(), single: l.Tries >= careful}
	err := r.items(ctx, kept)
	if errors.Is(context.Cause(kept), store.ErrLost) || errors.Is(err, store.ErrLost) {
		return nil // another's by now, or cancelled
	}
	quiet := context.WithoutCancel(ctx)
	if err == nil && ctx.Err() == nil {
		err = w.Store.End(quiet, l, func(tries int) time.Duration { return backOff(l, tries) })
	} else {
		err = errors.Join(err, w.giveBack(quiet, l))
	}
	if errors.Is(err, store.ErrLost) {
		return nil
	}
	if err == nil && ctx.Err() == nil {
		w.tell(Event{Kind: Ended, Subject: fmt.Sprint("job ", l.Job), Text: l.Name})
	}
	return err
}

// giveBack hands a job back. Where the ledger cannot be reached it tries again, for no longer than the
// lease lasts: after that the job is free anyway.
func (w *Worker) giveBack(ctx context.Context, l *store.Lease) error {
	ctx, cancel := context.WithTimeout(ctx, w.lease())
	defer cancel()
	for {
		err := w.Store.Return(ctx, l)
		if err == nil || errors.Is(err, store.ErrLost) || !Passing(err) || ctx.Err() != nil {
			return err
		}
		sleep(ctx, look/2)
	}
}

// keep makes the lease last while a job is worked on. The context ends, with its cause, when the job
// is lost.
func (w *Worker) keep(l *store.Lease) (kept context.Context, release func()) {
	kept, cancel := context.WithCancelCause(context.Background())
	done := make(chan struct{})
	go func() {
		defer close(done)
		for {
			sleep(kept, w.lease()/3)
			if kept.Err() != nil {
				return
			}
			if err := w.Store.Keep(kept, l); errors.Is(err, store.ErrLost) {
				cancel(err)
			}
		}
	}()
	return kept, func() { cancel(nil); <-done }
}

// backOff is how long a job waits after so many tries of a report: half a minute, doubled with each, an
// hour at most, and by up to a fifth less, so that what failed together does not come back together.
func backOff(l *store.Lease, tries int) time.Duration {
	d := min(time.Hour, 30*time.Second<<min(max(tries-1, 0), 10))
	h := fnv.New32a()
	fmt.Fprint(h, l.Job, tries)
	return d - d/5*time.Duration(h.Sum32()%1000)/1000
}

// errStopped is of an item that was not begun, since the worker was told to stop.
var errStopped = errors.New("stopped")

// items reads what waits in the job, several reports at once. With the end of ctx no other is begun
// and no address is waited for; what was read is written.
func (r *run) items(ctx, kept context.Context) error {
	some, err := r.Store.Items(kept, r.l, nil, 1)
	if err != nil || len(some) == 0 {
		return err
	}
	at := cap(r.slots)
	if some[0].Fetch {
		at = max(at, fetches)
	}
	if r.single {
		at = 1
	}
	read := func(i *store.Item) (*store.Entry, error) {
		if ctx.Err() != nil || kept.Err() != nil {
			return nil, errStopped
		}
		return r.read(ctx, kept, i)
	}
	err = ingest.Over(kept, at, r.waiting(ctx, kept), read, func(i *store.Item, e *store.Entry, err error) error { return r.take(ctx, i, e, err) })
	if err != nil {
		return err
	}
	return r.flush(ctx)
}

// waiting gives the items page by page, while the ones before are read.
func (r *run) waiting(ctx, kept context.Context) iter.Seq2[*store.Item, error] {
	return func(yield func(*store.Item, error) bool) {
		var last *store.Item
		for ctx.Err() == nil {
			page, err := r.Store.Items(kept, r.l, last, batchSize)
			if err != nil {
				yield(nil, ledgerError{err})
				return
			}
			for _, i := range page {
				if !yield(i, nil) {
					return
				}
				last = i
			}
			if len(page) == 0 {
				return
			}
		}
	}
}

// A ledgerError is trouble with the ledger, not with a report.
type ledgerError struct{ error }

func (e ledgerError) Unwrap() error { return e.error }

// A laterError may be gone at another try.
type laterError struct{ error }

func (e laterError) Unwrap() error { return e.error }

// read makes an entry of an item. A reading that panics is a failure of its report.
func (r *run) read(ctx, kept context.Context, i *store.Item) (e *store.Entry, err error) {
	if r.single {
		if i.Tries >= maxDeaths {
			return nil, fmt.Errorf("read %s: reading it ended its worker %d times", i.Origin, i.Tries)
		}
		if err := r.Store.Trying(kept, r.l, i); err != nil {
			return nil, ledgerError{err}
		}
	}
	in, err := r.Store.Queued(kept, i)
	if err != nil {
		if errors.Is(err, store.ErrDamaged) {
			return nil, err
		}
		return nil, ledgerError{err}
	}
	if i.Fetch {
		if in, err = r.fetch(ctx, in); err != nil {
			return nil, err
		}
	}
	r.slots <- struct{}{}
	defer func() {
		<-r.slots
		if p := recover(); p != nil {
			e, err = nil, fmt.Errorf("read %s: the reading broke off, which is a mistake in sayso: %v", i.Origin, p)
		}
	}()
	e, err = r.Prepare(kept, in)
	if err != nil && (Passing(err) || errors.Is(err, context.Canceled)) {
		err = ledgerError{err}
	}
	return e, err
}

func (r *run) fetch(ctx context.Context, in *store.Intake) (*store.Intake, error) {
	page, err := r.Client.Get(ctx, in.Origin)
	if err != nil {
		if ctx.Err() != nil {
			return nil, errStopped
		}
		if fetch.MayPass(page, err) {
			err = laterError{err}
		}
		return nil, err
	}
	came, err := ingest.FromPage(in.Origin, page)
	came.Given = in.Given
	return came, err
}

// take gathers results into batches.
func (r *run) take(ctx context.Context, i *store.Item, e *store.Entry, err error) error {
	var ledger ledgerError
	var later laterError
	switch {
	case errors.Is(err, errStopped):
		return nil
	case errors.As(err, &ledger):
		return ledger.error
	}
	r.batch = append(r.batch, store.Result{Item: i, Entry: e, Err: err, Later: errors.As(err, &later) && i.Tries+1 < maxTries, At: time.Now().UTC()})
	if len(r.batch) < batchSize && time.Since(r.since) < batchTime && !r.single {
		return nil
	}
	return r.flush(ctx)
}

// flush writes the batch, also when the worker is told to stop, then says so.
func (r *run) flush(ctx context.Context) error {
	r.since = time.Now()
	if len(r.batch) == 0 {
		return nil
	}
	out, err := r.Store.Did(context.WithoutCancel(ctx), r.l, r.batch)
	if err != nil {
		return err
	}
	for i, b := range r.batch {
		switch {
		case b.Err != nil && b.Later:
			r.tell(Event{Waits, b.Origin, b.Err.Error(), b.Err})
		case b.Err != nil:
			r.tell(Event{Failed, b.Origin, b.Err.Error(), b.Err})
		case out[i] == store.Added || out[i] == store.Revised:
			r.tell(Event{string(out[i]), b.Entry.Report, headline(b.Entry), nil})
		}
	}
	r.batch = r.batch[:0]
	return nil
}

func headline(e *store.Entry) string {
	if e.Title != "" {
		return e.Title
	}
	return e.Origin
}
