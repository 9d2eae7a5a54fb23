package ledger

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// betweenSeries holds the totals of different sources against each other, in the order of their days: what is wrong with one is known before
// a later one is held against it.
func (r *reconciler) betweenSeries() {
	type told struct {
		s int
		p Point
	}
	var all []told
	for s := range r.t.Series {
		for _, p := range r.t.Series[s].Points {
			if r.t.Series[s].Apart == "" && !(p.CopyOf != "" && !r.unlike(p)) && !p.Superseded && !p.Vague && !p.Old {
				all = append(all, told{s, p})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b told) int { return cmp.Compare(a.p.AsOf, b.p.AsOf) })
	for _, at := range all {
		for o := range r.t.Series {
			if o == at.s || r.t.Series[o].Apart != "" || !r.latest(at.s, at.p, o) {
				continue
			}
			if q, ok := lastBy(r.standing(o), at.p.AsOf); o < at.s || ok && q.AsOf < at.p.AsOf { // two of one day are held once
				r.hold(at.s, at.p, o)
			}
		}
	}
}

// unlike reports whether p, in a copy, is not the number of the report that it copies, or is told days after it: then it stands for itself.
func (r *reconciler) unlike(p Point) bool {
	if r.told == nil {
		r.told = map[printed]string{}
		for _, q := range r.pointsOf(r.t) {
			r.told[printed{q.Ref.Report, q.Low}] = q.AsOf
		}
	}
	day, ok := r.told[printed{p.CopyOf, p.Low}]
	return !ok || !near(day, p.AsOf)
}

// latest reports whether no series but s has a total nearer to p's day than the last one of series o: a
// total of last week is not held against one of last month.
func (r *reconciler) latest(s int, p Point, o int) bool {
	q, ok := lastBy(r.standing(o), p.AsOf)
	if !ok || near(q.AsOf, p.AsOf) {
		return true
	}
	for k := range r.t.Series {
		if k == o {
			continue
		}
		for _, x := range r.standing(k) {
			if x.AsOf > q.AsOf && x.AsOf < p.AsOf && !r.bad(x) {
				return false
			}
		}
	}
	return true
}

// hold names the gap between p and what series o says for that day.
func (r *reconciler) hold(s int, p Point, o int) {
	q, ok := r.lastSound(o, p.AsOf)
	if ok && standingMeasure[r.t.Measure] && (q.AsOf != p.AsOf || p.Approximate || q.Approximate || p.More || q.More) {
		return // "almost 240" beside 244 is the same
	}
	if ok && standingMeasure[r.t.Measure] && q.key == p.key && q.keeper.body() && p.keeper.body() && p.Low != q.Low && !r.named(q) {
		r.add(Gap{Who: r.t.Series[s].Who, At: p, Low: q.Low, High: q.High, PointSeries: s, Against: []Point{q}, Cause: CountApart,
			Reason: fmt.Sprintf("%s by %s beside %s by %s in one report: they count apart", show(p.Low), p.Who, show(q.Low), q.Who)})
		return
	}
	if ok && p.Open && p.Low < q.Low && r.stale(p, o) {
		r.add(Gap{Who: r.t.Series[s].Who, At: p, Low: q.Low, High: q.High, PointSeries: s, Against: []Point{q}, Cause: StaleTotal,
			Reason: fmt.Sprintf("%s gives at least %s as of %s, the total before %s's %s as of %s", r.t.Series[s].Who, show(p.Low), p.AsOf, r.t.Series[o].Who, show(q.Low), q.AsOf)})
		return
	}
	if ok && r.onePresumed(s, o, p, q) {
		return
	}
	if !ok || fits(p, q.Low, q.High) || p.Open && p.Low <= q.High || q.Open && q.Low <= p.High || r.named(p) || r.wrong(q) {
		return
	}
	since := r.between(q.AsOf, p.AsOf)
	low, high := q.Low+sum(since, true), q.High+sum(since, false)
	if fits(p, low, high) || r.before(p, since, low, high) || r.goesOn(s, p) {
		return
	}
	g := Gap{Who: r.t.Series[s].Who, At: p, Low: low, High: high, PointSeries: s, Against: append([]Point{q}, firstPoints(since)...)}
	g.Cause, g.Reason = r.cause([]Point{q, p}, 1, since, low, high)
	g.Reason = fmt.Sprintf("%s against %s: %s", r.t.Series[s].Who, r.t.Series[o].Who, g.Reason)
	if g.Cause == NoCause || g.Cause == Unreported || g.Cause == RevisedToll {
		r.fromIncidents(&g, p, q)
	}
	if g.Cause == PresumedDead && p.Low > q.Low && p.AsOf > q.AsOf && !near(p.AsOf, q.AsOf) {
		return // it may have risen by as many since
	}
	if g.Cause == NoCause || g.Cause == Unreported || g.Cause == RevisedToll || g.Cause == NotCounted && !r.adds {
		return // two sources may count otherwise; that alone is no fault of either
	}
	r.add(g)
}

// goesOn reports whether p is its own series' last total and the incidents since: who counts so counts apart, whatever others say.
func (r *reconciler) goesOn(s int, p Point) bool {
	points := r.standing(s)
	i := slices.IndexFunc(points, func(q Point) bool { return q.Ref == p.Ref })
	if i < 1 {
		return false
	}
	since := r.between(points[i-1].AsOf, p.AsOf)
	return len(since) > 0 && fits(p, points[i-1].Low+sum(since, true), points[i-1].High+sum(since, false))
}

// onePresumed names the gap of two totals of which one says beside it that it counts, or does not count, those presumed
// dead. It is asked of "at least" too, since both say what they count.
func (r *reconciler) onePresumed(s, o int, p, q Point) bool {
	since := r.between(q.AsOf, p.AsOf)
	low, high := q.Low+sum(since, true), q.High+sum(since, false)
	if !near(p.AsOf, q.AsOf) || p.Low <= high && p.Low >= low || r.named(p) || r.wrong(q) {
		return false
	}
	for _, w := range presumedWords {
		if containsAny(p.around, w) == containsAny(q.around, w) {
			continue
		}
		if why := r.presumed(math.Abs(p.Low-low), p, q); why != "" {
			who, other := r.t.Series[s].Who, r.t.Series[o].Who
			r.add(Gap{Who: who, At: p, Low: low, High: high, PointSeries: s, Against: append([]Point{q}, firstPoints(since)...), Cause: PresumedDead,
				Reason: fmt.Sprintf("%s gives %s as of %s, %s gives %s as of %s; %s", who, show(p.Low), p.AsOf, other, show(q.Low), q.AsOf, why)})
			return true
		}
	}
	return false
}

// lowered names the totals that are told again after their source has lowered them, while it has not come back to them.
func (r *reconciler) lowered() {
	fallen := map[float64]*Gap{} // by the total that was lowered
	for i := range r.t.Gaps {
		if g := &r.t.Gaps[i]; g.Cause == RevisedToll && g.PointSeries >= 0 && len(g.Against) > 0 && g.Against[0].Low > g.At.Low && !g.At.Superseded {
			fallen[g.Against[0].Low] = g
		}
	}
	var found []Gap
	for _, x := range r.heldTotals() {
		g := fallen[x.p.Low]
		if g == nil || x.p.AsOf <= g.At.AsOf || x.p.when <= g.At.when || r.cameBack(g, x.p) {
			continue
		}
		if x.p.Open || x.p.risen || x.p.CopyOf != "" && !r.unlike(*x.p) || r.named(*x.p) || r.goesOn(x.series, *x.p) {
			continue // no total of its own that stands
		}
		found = append(found, Gap{Who: r.t.Series[x.series].Who, At: *x.p, Low: g.At.Low, High: g.At.High, PointSeries: x.series, Against: []Point{g.At}, Cause: StaleTotal,
			Reason: fmt.Sprintf("%s gives %s as of %s, the total that %s lowered to %s as of %s", r.t.Series[x.series].Who, show(x.p.Low), x.p.AsOf, g.Who, show(g.At.Low), g.At.AsOf)})
	}
	r.add(found...)
}

// cameBack reports whether the source that lowered a total has given as many again by the day of p.
func (r *reconciler) cameBack(g *Gap, p *Point) bool {
	return slices.ContainsFunc(r.standing(g.PointSeries), func(q Point) bool {
		return q.Low >= p.Low && q.AsOf >= g.At.AsOf && q.AsOf <= p.AsOf && q.when >= g.At.when && q.Ref != g.At.Ref
	})
}

// stale reports whether series o had the total of p on an earlier day.
func (r *reconciler) stale(p Point, o int) bool {
	if r.named(p) {
		return false
	}
	for _, q := range r.standing(o) {
		if q.Low == p.Low && q.AsOf < p.AsOf {
			return true
		}
	}
	return false
}

// fromIncidents looks for an incident as large as the difference of two sources' totals.
func (r *reconciler) fromIncidents(g *Gap, p, q Point) {
	diff, who := q.Low-p.Low, g.Who
	if diff < 0 {
		diff, who = -diff, "the other"
	}
	if why := r.presumed(diff, p, q); why != "" {
		g.Cause, g.Reason = PresumedDead, g.Reason+"; "+why
		return
	}
	if p.Low > q.Low && q.AsOf < p.AsOf {
		return // it may have risen since
	}
	for k := len(r.t.Incidents) - 1; k >= 0; k-- {
		in := r.t.Incidents[k]
		if in.Day <= max(p.AsOf, q.AsOf) && in.Low <= diff && diff <= in.High {
			g.Cause, g.Reason = NotCounted, g.Reason+fmt.Sprintf("; %s may lack the %s of %s", who, rangeOf(in.Low, in.High), in.Day)
			return
		}
	}
}

// named reports whether p's own series already has a gap at it.
func (r *reconciler) named(p Point) bool {
	return len(r.gaps[p.Ref]) > 0
}

// wrong reports whether a gap at q says that q is not to be held against anything: not where only an
// incident before it is told nowhere.
func (r *reconciler) wrong(q Point) bool {
	return r.gapAt(q, func(g *Gap) bool { return g.Cause != Unreported && g.Cause != PresumedDead })
}

// lastSound is the last total of series o until day that is no misprint.
func (r *reconciler) lastSound(o int, day string) (Point, bool) {
	points := r.standing(o)
	for i := len(points) - 1; i >= 0; i-- {
		if points[i].AsOf <= day && !r.misprinted(points[i]) {
			return points[i], true
		}
	}
	return Point{}, false
}

// lastBy is the last point until day.
func lastBy(points []Point, day string) (Point, bool) {
	for i := len(points) - 1; i >= 0; i-- {
		if points[i].AsOf <= day {
			return points[i], true
		}
	}
	return Point{}, false
}
