package live

import (
	"errors"
	"strings"
	"testing"

	"sayso/internal/store"
)

// A reading that cannot be linked is left out and named; the others are linked as if it had never come.
func TestLeftOut(t *testing.T) {
	es := entries(t)
	want := New(open(t))
	add(t, want.st, es[:3]...)
	add(t, want.st, es[4:]...)

	st := open(t)
	add(t, st, es...)
	g := New(st)
	g.link = func(r *store.StoredReading) {
		if g.add(r); r.Report == es[3].Report {
			panic("half of a link is there")
		}
	}
	var left []Left
	g.Broke = func(l Left) { left = append(left, l) }
	if got := page(t, now(t, g)); got != page(t, now(t, want)) {
		t.Error("what is told across the others is not what they tell alone")
	}
	now(t, g)
	if len(left) != 1 || left[0].Report != es[3].Report || !errors.Is(left[0], ErrBroke) || !strings.Contains(left[0].Error(), ".go:") {
		t.Errorf("left out: %v", left)
	}
}

func TestGuarded(t *testing.T) {
	var none []int
	_, err := Guarded(func() (int, error) { return none[3], nil })
	if !errors.Is(err, ErrBroke) || !strings.Contains(err.Error(), "at broke_test.go:") {
		t.Error(err)
	}
	if v, err := Guarded(func() (int, error) { return 7, nil }); v != 7 || err != nil {
		t.Error(v, err)
	}
}
