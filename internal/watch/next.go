package watch

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"net/http"
	"time"

	"sayso/internal/fetch"
	"sayso/internal/store"
)

// The bounds of the time between two polls of a feed, and its beginning.
const (
	Shortest = 5 * time.Minute
	Longest  = 24 * time.Hour
	First    = 30 * time.Minute
)

const (
	much     = 5 // entries at one poll that are much
	steadily = 5 // polls that fail until a feed that moved is looked for at its old address
)

// next sets when f is polled again after a poll that found n new entries or failed.
//
// What went well makes the interval shorter by half when much came and by a quarter when something
// came, and longer by half when nothing came; the first poll, to which all is new, tells nothing.
// What failed doubles the time with each failure in turn and leaves the interval as it was.
func next(f *store.Feed, n int, err error, now time.Time) {
	if err != nil {
		failed(f, err, now)
		return
	}
	switch first := f.LastOK.IsZero(); {
	case first:
	case n >= much:
		f.Interval /= 2
	case n > 0:
		f.Interval -= f.Interval / 4
	default:
		f.Interval += f.Interval / 2
	}
	f.Interval = bounded(f.Interval)
	f.Error, f.Failures, f.LastOK = "", 0, now
	f.Next = now.Add(jittered(f, f.Interval))
	if f.Waiting > 0 {
		f.Next = now.Add(Shortest)
	}
}

func failed(f *store.Feed, err error, now time.Time) {
	f.Failures++
	f.Error = reason(err, f.Asked())
	f.Next = now.Add(jittered(f, bounded(f.Interval<<min(f.Failures, 9))))
	var wait *fetch.Wait
	if errors.As(err, &wait) && wait.Until.After(now.Add(Shortest)) {
		f.Next = wait.Until
	} else if wait != nil {
		f.Next = now.Add(Shortest)
	}
	if f.Failures >= steadily && f.MovedTo != "" {
		f.MovedTo, f.ETag, f.Modified = "", "", ""
	}
}

func bounded(d time.Duration) time.Duration { return min(max(d, Shortest), Longest) }

// jittered is d, shorter by up to a fifth: by how much follows from the address and the number of
// failures, so that feeds which failed together do not come back together.
func jittered(f *store.Feed, d time.Duration) time.Duration {
	sum := sha256.Sum256([]byte(f.Address))
	part := (binary.BigEndian.Uint32(sum[:]) + uint32(f.Failures)*0x9e3779b9) >> 16
	return max(Shortest, d-d/5*time.Duration(part)/(1<<16))
}

// gone reports whether the server says that the feed will not come back.
func gone(p *fetch.Page) bool { return p != nil && p.Status == http.StatusGone }
