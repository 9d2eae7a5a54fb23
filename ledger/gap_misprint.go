package ledger

import (
	"fmt"
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

// oddDays is for how many days before a total the others count that it is held against.
const oddDays = 3

// oddOnes names the totals that nobody else gives and no later total stands by, far above what another report gave in the days before, from which
// they differ by a digit: 187 beside 87.
func (r *reconciler) oddOnes() {
	for s := range r.t.Series {
		for _, p := range r.standing(s) {
			if r.t.Series[s].Apart != "" || p.Open || r.named(p) {
				continue
			}
			if q := r.slipped(&p); q != nil {
				r.add(Gap{Who: p.Who, At: p, Low: q.Low, High: q.High, PointSeries: s, Against: []Point{*q}, Cause: Misprint,
					Reason: fmt.Sprintf("%s as of %s, where %s gives %s as of %s: they differ by a digit, and nobody else gives %s or more", show(p.Low), p.AsOf, q.Who, show(q.Low), q.AsOf, show(p.Low))})
			}
		}
	}
}

// slipped is the total of another report that p is a slip of, or nil.
func (r *reconciler) slipped(p *Point) *Point {
	var of *Point
	for s := range r.t.Series {
		for i := range r.t.Series[s].Points {
			q := &r.t.Series[s].Points[i]
			if q.key == p.key || q.Vague || q.Superseded {
				continue
			}
			if q.Low >= p.Low {
				return nil
			}
			days := parseDay(p.AsOf) - parseDay(q.AsOf)
			if 5*p.Low > 9*q.Low && slip(p.Low, q.Low) && days >= 0 && days <= oddDays {
				of = q
			}
		}
	}
	return of
}

// manyRisen is from how many on a total does not rise to its own digits exchanged.
const manyRisen = 100

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
		if last := points[i-1].Low; exchanged(p.Low, last) && (p.Low < last || p.Low >= manyRisen) { // 12 may well rise to 21
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
		return len(at) == 1 && at[0] == 0 && len(x) > 1 || len(at) == 2 && x[at[0]] == y[at[1]] && x[at[1]] == y[at[0]]
	}
	return false
}
