package ledger

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
)

// olderDates names the totals that are told, by their own words, as of a day before one as of which a higher total was out already: "as of May 1, 30 had died",
// told after the ministry's 35 as of May 3. Totals are taken in the order of their publication, and those told so far are held by their number, so that the
// latest that is higher is found without a look at all.
func (r *reconciler) olderDates() {
	all := r.heldTotals()
	o := newOutOf(all)
	for i, told := 0, 0; i < len(all); i++ {
		for ; told < len(all) && all[told].p.when <= all[i].p.when; told++ {
			o.add(all[told])
		}
		p, s := all[i].p, all[i].series
		if p.AsOf >= p.told1() || p.More || !asOfWords(p) || r.named(*p) {
			continue
		}
		q := o.above(p.Low)
		if q == nil || q.AsOf <= p.AsOf || r.toldBeside(p) {
			continue
		}
		r.add(Gap{Who: r.t.Series[s].Who, At: *p, Low: q.Low, High: q.High, PointSeries: s, Against: []Point{*q}, Cause: OlderAsOf,
			Reason: fmt.Sprintf("%s as of %s, told on %s; %s gave %s as of %s", show(p.Low), p.AsOf, p.told1(), q.Who, show(q.Low), q.AsOf)})
	}
}

// A heldTotal is a total that stands, of a series that is held against the others.
type heldTotal struct {
	p      *Point
	series int
}

// heldTotals is those totals in the order of their publication.
func (r *reconciler) heldTotals() []heldTotal {
	var all []heldTotal
	for s := range r.t.Series {
		for i := range r.t.Series[s].Points {
			if p := &r.t.Series[s].Points[i]; r.t.Series[s].Apart == "" && p.stands() && !p.Old {
				all = append(all, heldTotal{p, s})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b heldTotal) int { return cmp.Compare(a.p.when, b.p.when) })
	return all
}

// toldBeside reports whether the report of p gives a higher total of a later day as well: then p is history.
func (r *reconciler) toldBeside(p *Point) bool {
	if r.ofReport == nil {
		r.ofReport = map[string][]heldTotal{}
		for _, x := range r.heldTotals() {
			r.ofReport[x.p.key] = append(r.ofReport[x.p.key], x)
		}
	}
	return slices.ContainsFunc(r.ofReport[p.key], func(x heldTotal) bool { return x.p.Low > p.Low && x.p.AsOf > p.AsOf && x.p.when <= p.when })
}

// An outOf holds the totals told so far: of each number and those above it, the one of the latest day.
type outOf struct {
	numbers []float64 // of all totals, rising
	best    []*Point  // a tree of sums over numbers from the highest on, with the latest for the sum
}

func newOutOf(all []heldTotal) *outOf {
	o := &outOf{}
	for _, x := range all {
		o.numbers = append(o.numbers, x.p.Low)
	}
	slices.Sort(o.numbers)
	o.numbers = slices.Compact(o.numbers)
	o.best = make([]*Point, len(o.numbers)+1)
	return o
}

// add takes in a total.
func (o *outOf) add(x heldTotal) {
	k, _ := slices.BinarySearch(o.numbers, x.p.Low)
	for at := len(o.numbers) - k; at < len(o.best); at += at & -at {
		if q := o.best[at]; q == nil || x.p.AsOf > q.AsOf {
			o.best[at] = x.p
		}
	}
}

// above is the total of the latest day among those higher than n, or nil.
func (o *outOf) above(n float64) *Point {
	var last *Point
	for at := len(o.numbers) - sort.Search(len(o.numbers), func(i int) bool { return o.numbers[i] > n }); at > 0; at -= at & -at {
		if q := o.best[at]; q != nil && (last == nil || q.AsOf > last.AsOf) {
			last = q
		}
	}
	return last
}
