package access

import (
	"sync"
	"time"
)

// A Throttle slows down who guesses passwords: after a few failures under one key each further try has to
// wait twice as long as the last, up to a bound, so that nobody is locked out for good. The zero value
// works. It is kept in memory: a restart forgets it.
type Throttle struct {
	Free  int           // failures without a wait; 0 is 5
	Bound time.Duration // the longest wait; 0 is a minute

	mu   sync.Mutex
	keys map[string]failures
}

type failures struct {
	n     int
	until time.Time // no try before
}

// most is how many keys are remembered; beyond, those whose wait is over are forgotten, then all.
const most = 10_000

func (t *Throttle) free() int {
	if t.Free > 0 {
		return t.Free
	}
	return 5
}

func (t *Throttle) bound() time.Duration {
	if t.Bound > 0 {
		return t.Bound
	}
	return time.Minute
}

// Wait is how long the longest of keys has to wait at now; 0 where a try may be made.
func (t *Throttle) Wait(now time.Time, keys ...string) time.Duration {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.wait(now, keys)
}

func (t *Throttle) wait(now time.Time, keys []string) time.Duration {
	var wait time.Duration
	for _, k := range keys {
		wait = max(wait, t.keys[k].until.Sub(now))
	}
	return wait
}

// Try is how long the longest of keys has to wait; where that is 0 a try may be made now and is counted as
// a failure under each key until [Throttle.Passed] says otherwise. Looking and counting is one step:
// guesses that are sent side by side would all find no wait before the first of them has failed.
func (t *Throttle) Try(now time.Time, keys ...string) time.Duration {
	t.mu.Lock()
	defer t.mu.Unlock()
	if wait := t.wait(now, keys); wait > 0 {
		return wait
	}
	t.failed(now, keys)
	return 0
}

// Failed counts a failure under each key.
func (t *Throttle) Failed(now time.Time, keys ...string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.failed(now, keys)
}

func (t *Throttle) failed(now time.Time, keys []string) {
	if t.keys == nil {
		t.keys = map[string]failures{}
	}
	t.forget(now)
	for _, k := range keys {
		f := t.keys[k]
		f.n++
		if over := f.n - t.free(); over >= 0 {
			f.until = now.Add(min(t.bound(), time.Second<<min(over, 20)))
		}
		t.keys[k] = f
	}
}

// Passed forgets the failures under each key.
func (t *Throttle) Passed(keys ...string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, k := range keys {
		delete(t.keys, k)
	}
}

func (t *Throttle) forget(now time.Time) {
	if len(t.keys) < most {
		return
	}
	for k, f := range t.keys {
		if now.After(f.until) {
			delete(t.keys, k)
		}
	}
	if len(t.keys) >= most {
		clear(t.keys)
	}
}
