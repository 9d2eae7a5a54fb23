// Package watch keeps an eye on feeds, sitemaps and single pages, and puts what they bring into the ledger.
//
// A [Watcher] polls what is due, one feed of a host at a time, keeps what a feed lists, and fetches
// each listed page once, or again when its feed says that it was changed. Every step is kept in the
// ledger before the next: a watcher that is killed goes on where it was, and nothing comes in twice.
// How often a feed is polled follows from how often it brings something; see [next].
package watch

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"sayso/internal/fetch"
	"sayso/internal/store"
)

// A Watcher polls the feeds of one ledger.
type Watcher struct {
	Store   *store.Store
	Client  *fetch.Polite
	Prepare func(context.Context, *store.Intake) (*store.Entry, error) // reads a page; nil where the ledger has it as it is
	Queue   bool                                                       // what comes is queued and read by workers
	Tell    func(Event)                                                // is called by one goroutine at a time
	Now     func() time.Time                                           // nil is time.Now
	Workers int                                                        // feeds polled at once; 0 is 8

	telling sync.Mutex
}

// What an event can be.
const (
	Added   = "added"
	Revised = "revised"
	Queued  = "queued"
	Polled  = "polled"
	Moved   = "moved"
	Gone    = "gone"
	Failed  = "failed"
)

// An Event is one thing that happened. It prints as one line.
type Event struct {
	Kind    string
	Subject string // id of a report, or an address
	Text    string // its headline; what was found; the reason
}

func (e Event) String() string { return e.Kind + " " + e.Subject + " " + e.Text }

func (w *Watcher) tell(kind, subject, text string) {
	w.telling.Lock()
	defer w.telling.Unlock()
	if w.Tell != nil {
		w.Tell(Event{kind, subject, text})
	}
}

func (w *Watcher) now() time.Time {
	if w.Now != nil {
		return w.Now().UTC()
	}
	return time.Now().UTC()
}

// look is how often the ledger is asked for feeds that are due.
const look = time.Second

// Run polls until ctx ends or, with once, until all that was due at the start has been polled. When
// it returns nothing is under way any more: what was fetched by then is in the ledger. The end of ctx
// is no error; errors are those of the ledger.
func (w *Watcher) Run(ctx context.Context, once bool) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	q := queue{w: w, begun: w.now(), once: once, busy: map[string]bool{}}
	var failure error
	type result struct {
		host string
		err  error
	}
	results := make(chan result)
	for {
		started, err := 0, failure
		if err == nil && ctx.Err() == nil {
			started, err = q.start(ctx, func(f store.Feed) {
				err := w.poll(ctx, f)
				results <- result{f.Host(), err}
			})
		}
		if err != nil && ctx.Err() == nil {
			failure = fmt.Errorf("watch: %w", err)
			cancel()
		}
		if len(q.busy) == 0 && (ctx.Err() != nil || once && started == 0) {
			return failure
		}
		ended := ctx.Done()
		if ctx.Err() != nil {
			ended = nil // all that is left is to wait for what is under way
		}
		select {
		case r := <-results:
			delete(q.busy, r.host)
			if r.err != nil && failure == nil && !errors.Is(r.err, context.Canceled) {
				failure = fmt.Errorf("watch: %w", r.err)
				cancel()
			}
		case <-time.After(look):
		case <-ended:
		}
	}
}

// A queue is the feeds that are due, of one host each, and the hosts that are being asked.
type queue struct {
	w     *Watcher
	begun time.Time
	once  bool // only what was due when it began
	due   []store.Feed
	busy  map[string]bool
}

// start starts polls of what is due, as many as there are workers, and says how many.
func (q *queue) start(ctx context.Context, poll func(store.Feed)) (n int, err error) {
	workers := q.w.Workers
	if workers <= 0 {
		workers = 8
	}
	for len(q.busy) < workers {
		if len(q.due) == 0 {
			if err := q.fill(ctx, 10*workers); err != nil || len(q.due) == 0 {
				return n, err
			}
		}
		f := q.due[0]
		q.due = q.due[1:]
		q.busy[f.Host()] = true
		n++
		go poll(f)
	}
	return n, nil
}

// fill asks the ledger for what is due. Hosts that are busy are left out: their feeds still look due.
// The limit is above the number that can be busy, so that these hide no other.
func (q *queue) fill(ctx context.Context, limit int) error {
	at := q.begun
	if !q.once {
		at = q.w.now()
	}
	due, err := q.w.Store.DueFeeds(ctx, at, limit)
	q.due = slices.DeleteFunc(due, func(f store.Feed) bool { return q.busy[f.Host()] })
	return err
}
