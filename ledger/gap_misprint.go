package ledger

import (
	"math"
	"strconv"
	"strings"
)

// copied is the point of the report that p's report copies, in the same words but for a slip in its number, or nil.
func (r *reconciler) copied(p Point) *Point {
	if p.CopyOf == "" {
		return nil
	}
	for _, q := range r.pointsOf(r.t) {
		if p.copies(q) {
			return q
		}
	}
	return nil
}

// copies reports whether p repeats the sentence of q with a slip in its number.
func (p *Point) copies(q *Point) bool {
	return p.CopyOf == q.Ref.Report && slip(p.Low, q.Low) && strings.Replace(p.context, p.Text, q.Text, 1) == q.context
}

// misprintOf is what points[i] would be without a slip of one digit: a value that was expected, or
// that the next total fits, while the printed one fits neither.
func misprintOf(points []Point, i int, low, high float64) (float64, bool) {
	p := points[i]
	var next *Point
	if i+1 < len(points) {
		next = &points[i+1]
	}
	if next != nil && next.Low >= p.Low {
		return 0, false // the next total stands by it
	}
	if next == nil && p.Low < 2*high {
		if last := points[i-1].Low; exchanged(p.Low, last) {
			return last, true // "12" for 21: a total does not fall to its own digits exchanged
		}
		return 0, false
	}
	for _, want := range []float64{low, high, points[i-1].Low} {
		if slip(p.Low, want) {
			return want, true
		}
	}
	if next != nil && slip(p.Low, next.Low) {
		return next.Low, true
	}
	return 0, false
}

// exchanged reports whether a is b with two digits exchanged.
func exchanged(a, b float64) bool {
	return len(show(a)) == len(show(b)) && a != b && slip(a, b) && math.Mod(a-b, 9) == 0
}

// slip reports whether a and b differ by one digit put in, left out, changed, or two exchanged.
func slip(a, b float64) bool {
	x, y := strconv.Itoa(int(math.Abs(a))), strconv.Itoa(int(math.Abs(b)))
	if x == y || len(x) < 2 || len(y) < 2 {
		return false
	}
	if len(x) < len(y) {
		x, y = y, x
	}
	switch len(x) - len(y) {
	case 1:
		for i := range x {
			if x[:i]+x[i+1:] == y {
				return true
			}
		}
	case 0:
		var at []int
		for i := range x {
			if x[i] != y[i] {
				at = append(at, i)
			}
		}
		return len(at) == 1 && at[0] == 0 && len(x) > 1 || len(at) == 2 && at[1] == at[0]+1 && x[at[0]] == y[at[1]] && x[at[1]] == y[at[0]]
	}
	return false
}
