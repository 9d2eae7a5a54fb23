package main

import (
	"fmt"
	"io"
)

// failures prints what failed as it happens, each kind of hint once, and decides the exit code.
type failures struct {
	w     io.Writer
	n     int
	hints map[string]bool
}

func (f *failures) add(err error) {
	f.n++
	fmt.Fprintln(f.w, "sayso:", err)
	if h := hint(err); h != "" && !f.hints[h] {
		fmt.Fprintln(f.w, "  "+h)
		if f.hints == nil {
			f.hints = map[string]bool{}
		}
		f.hints[h] = true
	}
}

// exit is nil where nothing failed. some says that other reports went well.
func (f *failures) exit(some bool) error {
	switch {
	case f.n == 0:
		return nil
	case some:
		return &exit{code: exitPartly}
	}
	return &exit{code: exitFailed}
}
