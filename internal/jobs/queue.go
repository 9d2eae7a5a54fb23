package jobs

import (
	"context"
	"time"

	"sayso/internal/store"
)

// The size of a slice, the unit of work: large enough that queueing costs little beside reading, small
// enough that several workers share a file and that a lost one costs little.
const (
	sliceReports = 100
	sliceBytes   = 32 << 20
	sliceTime    = 2 * time.Second // what comes slowly is queued after so long all the same
)

// A Queue gathers what comes in into slices and queues them.
type Queue struct {
	Store *store.Store
	Tell  func(store.Enqueued, []*store.Intake) // is called for every slice, when it is on the disk

	slice []*store.Intake
	size  int
	since time.Time
}

// Add takes one report more.
func (q *Queue) Add(ctx context.Context, in *store.Intake) error {
	if len(q.slice) == 0 {
		q.since = time.Now()
	}
	q.slice = append(q.slice, in)
	q.size += len(in.Bytes)
	if len(q.slice) < sliceReports && q.size < sliceBytes && time.Since(q.since) < sliceTime {
		return nil
	}
	return q.Flush(ctx)
}

// Flush queues what was gathered.
func (q *Queue) Flush(ctx context.Context) error {
	if len(q.slice) == 0 {
		return nil
	}
	done, err := q.Store.Enqueue(ctx, q.slice)
	if err != nil {
		return err
	}
	q.Tell(done, q.slice)
	q.slice, q.size = nil, 0
	return nil
}
