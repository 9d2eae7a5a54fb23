// Package jobs reads what was queued in a ledger, in this process or in many.
//
// [Queue] keeps what comes in and queues it in slices; a [Worker] takes one slice after the other,
// reads its reports and puts them in. A slice is worked on under a lease: a worker that is killed or
// cut off loses it to another, and what it had put in by then is not put in again. The order of
// working changes nothing in the ledger. How a report is read is not decided here.
package jobs

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"
	"time"

	"sayso/internal/fetch"
	"sayso/internal/ingest"
	"sayso/internal/store"
)

// A Worker works on the jobs of one ledger.
type Worker struct {
	Store   *store.Store
	Prepare func(context.Context, *store.Intake) (*store.Entry, error) // reads a report; nil where the ledger has it as it is
	Client  *fetch.Client                                              // for addresses; nil is a client with its defaults
	Tell    func(Event)                                                // is called by one goroutine at a time
	AtOnce  int                                                        // reports read at once; 0 is one a CPU
	Lease   time.Duration                                              // after which a silent worker's job is another's; 0 is 30 s

	slots   chan struct{} // one for each report that is read at once
	telling sync.Mutex
}

// What an event can be, beside the outcomes of adding.
const (
	Failed  = "failed"  // a report, for good
	Waits   = "waits"   // a report, for another try
	Ended   = "ended"   // a job
	Trouble = "trouble" // with the ledger; the worker goes on
)

// An Event is one thing that happened. It prints as one line.
type Event struct {
	Kind    string
	Subject string // id of a report, or an address
	Text    string
	Err     error // of what failed
}

func (e Event) String() string { return e.Kind + " " + e.Subject + " " + e.Text }

func (w *Worker) tell(e Event) {
	w.telling.Lock()
	defer w.telling.Unlock()
	if w.Tell != nil {
		w.Tell(e)
	}
}

// look is how often the ledger is asked for jobs that wait.
const look = time.Second

// Run works until ctx ends or, with once, until nothing waits any more. When it returns nothing is
// under way: what was read by then is in the ledger, the rest waits for the next worker. The end of
// ctx is no error. Trouble with the ledger that may pass (a lost connection, a full disk) is told,
// and it goes on when that has passed.
func (w *Worker) Run(ctx context.Context, once bool) error {
	if w.Client == nil {
		w.Client = &fetch.Client{}
	}
	w.slots = make(chan struct{}, ingest.Workers(w.AtOnce))
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var hands sync.WaitGroup
	for range cap(w.slots) {
		hands.Go(func() {
			if err := w.hand(ctx, once); err != nil {
				cancel(err)
			}
		})
	}
	hands.Wait()
	if err := context.Cause(ctx); err != nil && !errors.Is(err, context.Canceled) {
		return fmt.Errorf("work: %w", err)
	}
	return nil
}

// hand takes job after job.
func (w *Worker) hand(ctx context.Context, once bool) error {
	for pause := look; ctx.Err() == nil; {
		l, err := w.Store.Claim(ctx, name(), w.lease())
		if err == nil && l != nil {
			err = w.job(ctx, l)
		}
		switch {
		case ctx.Err() != nil:
			return nil
		case err != nil && !Passing(err):
			return err
		case err != nil:
			w.tell(Event{Kind: Trouble, Subject: w.Store.Path, Text: err.Error(), Err: err})
			sleep(ctx, pause)
			pause = min(2*pause, 30*time.Second)
			continue
		case l != nil:
		case once:
			return nil
		default:
			sleep(ctx, look)
		}
		pause = look
	}
	return nil
}

func (w *Worker) lease() time.Duration {
	if w.Lease > 0 {
		return w.Lease
	}
	return 30 * time.Second
}

// name is this worker's, as people read it.
func name() string {
	host, err := os.Hostname()
	if err != nil {
		host = "?"
	}
	return fmt.Sprintf("%s/%d", host, os.Getpid())
}

// Passing reports whether trouble with a ledger may be gone in a while, so that it is worth waiting for.
func Passing(err error) bool {
	for _, e := range []error{store.ErrServer, store.ErrBusy, store.ErrFull, store.ErrDisk, store.ErrLost} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

func sleep(ctx context.Context, d time.Duration) {
	select {
	case <-time.After(d):
	case <-ctx.Done():
	}
}
