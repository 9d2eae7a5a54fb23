package ledger

import "testing"

// TestAboveIsWhatALookAtAllFinds holds the tree of totals told so far, and the next count that is no lower, against a look at every one.
func TestAboveIsWhatALookAtAllFinds(t *testing.T) {
	var all []heldTotal
	in := &Incident{}
	for i := range 200 {
		low := float64(i * 7919 % 61)
		all = append(all, heldTotal{p: &Point{Low: low, AsOf: dayString(int32(20000 + i*104729%97))}})
		in.Points = append(in.Points, Point{Low: low})
	}
	o, c := newOutOf(all), &course{in: in}
	for i, x := range all {
		o.add(x)
		for n := range 62 {
			var want *Point
			for _, y := range all[:i+1] {
				if y.p.Low > float64(n) && (want == nil || y.p.AsOf > want.AsOf) {
					want = y.p
				}
			}
			if got := o.above(float64(n)); (got == nil) != (want == nil) || got != nil && got.AsOf != want.AsOf {
				t.Fatalf("after %d totals the latest above %d is %v, want %v", i+1, n, got, want)
			}
		}
		next := i + 1
		for next < len(all) && all[next].p.Low < x.p.Low {
			next++
		}
		if next == len(all) {
			next = -1
		}
		if got := c.asHigh(i); got != next {
			t.Fatalf("the next as high as point %d is %d, want %d", i, got, next)
		}
	}
}
