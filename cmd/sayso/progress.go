package main

import (
	"fmt"
	"io"
	"log/slog"
	"os"
	"time"
)

// progress tells on standard error how far a long run has come: on a terminal one line that is
// written over, elsewhere a log line every few seconds. Runs of under a second show nothing.
type progress struct {
	w        io.Writer
	verb     string
	terminal bool
	start    time.Time
	last     time.Time
	n        int
	shown    bool
}

func newProgress(w io.Writer, verb string) *progress {
	f, ok := w.(*os.File)
	return &progress{w: w, verb: verb, terminal: ok && isTerminal(f), start: time.Now(), last: time.Now()}
}

func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && os.Getenv("TERM") != "dumb"
}

func (p *progress) step() {
	p.n++
	now := time.Now()
	every := 5 * time.Second
	if p.terminal {
		every = 200 * time.Millisecond
	}
	if now.Sub(p.last) < every || now.Sub(p.start) < time.Second {
		return
	}
	p.last = now
	rate := float64(p.n) / now.Sub(p.start).Seconds()
	if !p.terminal {
		slog.New(slog.NewTextHandler(p.w, nil)).Info(p.verb, "reports", p.n, "per_second", int(rate))
		return
	}
	fmt.Fprintf(p.w, "\r\x1b[K%d reports %s, %.0f a second", p.n, p.verb, rate)
	p.shown = true
}

// clear takes the line away, so that something else can be printed.
func (p *progress) clear() {
	if p.shown {
		fmt.Fprint(p.w, "\r\x1b[K")
		p.shown = false
	}
}

func (p *progress) stop() { p.clear() }
