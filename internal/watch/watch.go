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
	Tell    func(Event)                                                // is called by one goroutine at a time
	Now     func() time.Time                                           // nil is time.Now
	Workers int                                                        // feeds polled at once; 0 is 8

	telling sync.Mutex
}

// What an event can be.
const (
	Added   = "added"
	Revised = "revised"
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
	begun, busy, failure := w.now(), map[string]bool{}, error(nil)
	type result struct {
		host string
		err  error
	}
	results := make(chan result)
	for {
		started, err := 0, failure
		if err == nil && ctx.Err() == nil {
			started, err = w.start(ctx, begun, once, busy, func(f store.Feed) {
				err := w.poll(ctx, f)
				results <- result{f.Host(), err}
			})
		}
		if err != nil && ctx.Err() == nil {
			failure = fmt.Errorf("watch: %w", err)
			cancel()
		}
		if len(busy) == 0 && (ctx.Err() != nil || once && started == 0) {
			return failure
		}
		ended := ctx.Done()
		if ctx.Err() != nil {
			ended = nil // all that is left is to wait for what is under way
		}
		select {
		case r := <-results:
			delete(busy, r.host)
			if r.err != nil && failure == nil && !errors.Is(r.err, context.Canceled) {
				failure = fmt.Errorf("watch: %w", r.err)
				cancel()
			}
		case <-time.After(look):
		case <-ended:
		}
	}
}

// start starts polls of what is due, as many as there are workers, and says how many.
func (w *Watcher) start(ctx context.Context, begun time.Time, once bool, busy map[string]bool, poll func(store.Feed)) (n int, err error) {
	workers, at := w.Workers, begun
	if workers <= 0 {
		workers = 8
	}
	if !once {
		at = w.now()
	}
	if len(busy) >= workers {
		return 0, nil
	}
	due, err := w.Store.DueFeeds(ctx, at, 2*workers) // of one host each: as many as workers can be busy, so no other waits for them
	if err != nil {
		return 0, err
	}
	for _, f := range due {
		if busy[f.Host()] || len(busy) >= workers {
			continue
		}
		busy[f.Host()] = true
		n++
		go poll(f)
	}
	return n, nil
}
