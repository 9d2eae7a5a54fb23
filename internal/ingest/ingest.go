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
	"io"
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
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	if o.Now == nil {
		o.Now = func() time.Time { return time.Now().UTC() }
	}
	if o.Client == nil {
		o.Client = &fetch.Client{}
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()

	jobs := make(chan *job[T])
	order := make(chan *job[T], 4*o.Workers) // bounds what is in memory
	go func() {
		defer close(order)
		defer close(jobs)
		o.open(ctx, names, func(in *store.Intake, err error) bool {
			j := &job[T]{in: in, err: err, ready: make(chan struct{})}
			select {
			case order <- j:
			case <-ctx.Done():
				return false
			}
			if err != nil {
				close(j.ready)
				return true
			}
			select {
			case jobs <- j:
				return true
			case <-ctx.Done():
				return false
			}
		})
	}()
	var workers sync.WaitGroup
	defer workers.Wait()
	defer cancel()
	for range o.Workers {
		workers.Go(func() {
			for j := range jobs {
				j.run(ctx, &o, work)
			}
		})
	}
	for j := range order {
		select {
		case <-j.ready:
		case <-ctx.Done():
			return ctx.Err()
		}
		if err := done(j.in.Origin, j.v, j.err); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// job is one report on its way.
type job[T any] struct {
	in    *store.Intake
	v     T
	err   error
	ready chan struct{} // closed when v and err are set
}

func (j *job[T]) run(ctx context.Context, o *Options, work func(*store.Intake) (T, error)) {
	defer close(j.ready)
	if j.in.Bytes == nil {
		if j.err = o.fetch(ctx, j.in); j.err != nil {
			return
		}
	}
	j.v, j.err = work(j.in)
	j.in.Bytes = nil
}

// fetch gets the bytes of an address.
func (o *Options) fetch(ctx context.Context, in *store.Intake) error {
	p, err := o.Client.Get(ctx, in.Origin)
	if err != nil {
		return err
	}
	in.URL, in.Status, in.Headers, in.Fetched, in.Bytes = p.URL, p.Status, p.Header, p.Fetched, p.Body
	if len(in.Bytes) == 0 {
		return named("fetch", in.Origin, ErrEmpty)
	}
	in.Media = media("", p.Header.Get("Content-Type"), p.Body)
	return nil
}
