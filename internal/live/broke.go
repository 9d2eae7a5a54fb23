package live

import (
	"errors"
	"fmt"
	"runtime"
	"strings"

	"sayso/internal/store"
)

// ErrBroke is a mistake in sayso that the linking or a page ran into.
var ErrBroke = errors.New("it broke off, which is a mistake in sayso")

// A Left is a text that could not be linked and is left out of what is told across reports. Its own page shows what it says.
type Left struct {
	Report, Revision string
	Err              error // wraps ErrBroke
}

func (l Left) Error() string {
	return fmt.Sprintf("report %s is left out of stories, claims and tallies: %v", l.Report, l.Err)
}

func (l Left) Unwrap() error { return l.Err }

// Guarded is work, of which a panic is an error that wraps [ErrBroke] and names the line: what one page or report runs into must not end the
// program for the others.
func Guarded[T any](work func() (T, error)) (v T, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%w: %v at %s", ErrBroke, p, brokeAt())
		}
	}()
	return work()
}

// brokeAt is the line of ours at which the goroutine panics.
func brokeAt() string {
	pc := make([]uintptr, 64)
	frames := runtime.CallersFrames(pc[:runtime.Callers(3, pc)])
	panics := false
	for {
		f, more := frames.Next()
		switch {
		case strings.HasPrefix(f.Function, "runtime."):
			panics = true
		case panics && strings.HasPrefix(f.Function, "sayso"):
			return fmt.Sprintf("%s:%d", f.File[strings.LastIndexByte(f.File, '/')+1:], f.Line)
		}
		if !more {
			return "an unknown line"
		}
	}
}

// linkAll links what the store has behind the mark. A text that cannot be linked is left out and all is linked anew without it, since
// it may have left half of a link behind.
func (g *Ledger) linkAll(readings func(func(*store.StoredReading, error) bool)) (again bool, err error) {
	for r, err := range readings {
		if err != nil {
			g.clear() // what was linked has no mark: begin again
			return false, err
		}
		if g.leaves(r) {
			continue
		}
		if _, err := Guarded(func() (bool, error) { g.link(r); return true, nil }); err != nil {
			l := Left{r.Report, r.Revision, err}
			g.left = append(g.left, l)
			if g.Broke != nil {
				g.Broke(l)
			}
			g.clear()
			return true, nil
		}
	}
	return false, nil
}

func (g *Ledger) leaves(r *store.StoredReading) bool {
	for _, l := range g.left {
		if l.Report == r.Report && l.Revision == r.Revision {
			return true
		}
	}
	return false
}
