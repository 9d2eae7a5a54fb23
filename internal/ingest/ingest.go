// Package ingest takes files, addresses and standard input and makes of each report in them what a
// command needs: a reading to print, or an entry for the ledger.
//
// [Each] opens what it is given, in order, cuts files of many reports into reports, works on
// several at once and hands the results on in the order of the input. [Decode] is the article in
// a report's bytes; it is a function of the bytes and what is known beside them, so that a snapshot
// read again gives the same article. It is the only place with concurrency.
package ingest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"runtime"
	"sync"
	"time"

	"sayso/internal/fetch"
	"sayso/internal/store"
)

// What can be wrong with input, for callers that give a hint.
var (
	ErrEmpty     = errors.New("empty")
	ErrTooLarge  = errors.New("larger than one report can be")
	ErrBinary    = errors.New("not text")
	ErrCharset   = errors.New("not UTF-8")
	ErrTruncated = errors.New("the compressed file ends too early")
	ErrFormat    = errors.New("not a report")
	ErrFolder    = errors.New("a folder")
)

// MaxBytes is the size of one report, unpacked, at most: far above any report, far below what
// would hurt the machine.
const MaxBytes = 16 << 20

// Options say how input is opened. The zero value works.
type Options struct {
	Given   store.Given   // what the user says of every report
	Workers int           // reports worked on at once; 0 is one a CPU
	Client  *fetch.Client // for addresses; nil is a client with its defaults
	Stdin   io.Reader     // what "-" names
	Now     func() time.Time
}

// Each opens names in order and gives the result of work for each report in them to done, in the
// order of the input. work runs in several goroutines at once; done runs in the caller's. What
// cannot be opened or read comes as an error with the name of its origin. It ends at the first error
// of done or when ctx ends.
func Each[T any](ctx context.Context, names []string, o Options, work func(*store.Intake) (T, error), done func(origin string, v T, err error) error) error {
	if o.Client == nil {
		o.Client = &fetch.Client{}
	}
	opened := Open(ctx, names, o)
	fetched := func(in *store.Intake) (v T, err error) {
		if in.Bytes == nil {
			if err = o.fetch(ctx, in); err != nil {
				return v, err
			}
		}
		if v, err = guarded(work, in); errors.Is(err, ErrBroke) {
			err = fmt.Errorf("read %s: %w", in.Origin, err)
		}
		in.Bytes = nil
		return v, err
	}
	return Over(ctx, o.Workers, opened, fetched, func(in *store.Intake, v T, err error) error { return done(in.Origin, v, err) })
}

// Open gives what names hold, report by report, in order; addresses without bytes: they are not
// fetched. What cannot be opened comes as an error beside its origin.
func Open(ctx context.Context, names []string, o Options) iter.Seq2[*store.Intake, error] {
	if o.Now == nil {
		o.Now = func() time.Time { return time.Now().UTC() }
	}
	return func(yield func(*store.Intake, error) bool) { o.open(ctx, names, yield) }
}

// ErrBroke is a mistake in sayso that one report's reading ran into; the others are read.
var ErrBroke = errors.New("the reading broke off, which is a mistake in sayso")

// guarded is work, of which a panic is an error: one report must not take the others with it.
func guarded[S, T any](work func(S) (T, error), from S) (v T, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%w: %v", ErrBroke, p)
		}
	}()
	return work(from)
}

// Over gives the result of work for each value of from to done, in from's order. work runs in as
// many goroutines as there are workers (0: one a CPU), done in the caller's. An error that comes
// with a value is handed to done in its place.
func Over[S, T any](ctx context.Context, workers int, from iter.Seq2[S, error], work func(S) (T, error), done func(S, T, error) error) error {
	workers = Workers(workers)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()

	jobs := make(chan *job[S, T])
	order := make(chan *job[S, T], 16*workers) // what may wait while done is busy; bounds what is in memory
	var running sync.WaitGroup
	defer running.Wait()
	defer cancel()
	running.Go(func() {
		defer close(order)
		defer close(jobs)
		for from, err := range from {
			j := &job[S, T]{from: from, err: err, ready: make(chan struct{})}
			if err != nil {
				close(j.ready)
			}
			if !send(ctx, order, j) || err == nil && !send(ctx, jobs, j) {
				return
			}
		}
	})
	for range workers {
		running.Go(func() {
			for j := range jobs {
				j.v, j.err = guarded(work, j.from)
				close(j.ready)
			}
		})
	}
	for j := range order {
		select {
		case <-j.ready:
		case <-ctx.Done():
			return ctx.Err()
		}
		if err := done(j.from, j.v, j.err); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// Workers is how many work at once where n are asked for: one a CPU for 0.
func Workers(n int) int {
	if n <= 0 {
		return runtime.GOMAXPROCS(0)
	}
	return n
}

func send[T any](ctx context.Context, to chan<- T, v T) bool {
	select {
	case to <- v:
		return true
	case <-ctx.Done():
		return false
	}
}

// job is one value on its way.
type job[S, T any] struct {
	from  S
	v     T
	err   error
	ready chan struct{} // closed when v and err are set
}

// fetch gets the bytes of an address.
func (o *Options) fetch(ctx context.Context, in *store.Intake) error {
	p, err := o.Client.Get(ctx, in.Origin)
	if err != nil {
		return err
	}
	return arrived(in, p)
}

// FromPage is what came in with a page that was asked for under the name origin.
func FromPage(origin string, p *fetch.Page) (*store.Intake, error) {
	in := &store.Intake{Origin: origin}
	return in, arrived(in, p)
}

// arrived sets what a page brought. The address is the one without tracking parameters, so that one
// report is one report however it was found.
func arrived(in *store.Intake, p *fetch.Page) error {
	in.URL, in.Status, in.Headers, in.Fetched, in.Bytes = fetch.Canonical(p.URL), p.Status, p.Header, p.Fetched, p.Body
	if len(in.Bytes) == 0 {
		return named("fetch", in.Origin, ErrEmpty)
	}
	in.Media = media("", p.Header.Get("Content-Type"), p.Body)
	return nil
}
