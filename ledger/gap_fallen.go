package ledger

import (
	"fmt"
	"slices"
)

// How many are missing falls from day to day, and what was told of them first is repeated long after.

// fallen names the numbers of people missing that are told again after a lower one: "more than 150 are missing" on the day after the
// mayor said 121. Not where somebody else gives as many or more since then, and not what the lower one's own source says.
func (r *reconciler) fallen() {
	if r.t.Measure != "missing" {
		return // of those presumed dead some are found, and all are told again
	}
	var all []*Point
	series := map[Ref]int{}
	for s := range r.t.Series {
		for i := range r.t.Series[s].Points {
			if p := &r.t.Series[s].Points[i]; r.t.Series[s].Apart == "" && p.stands() && !p.Old {
				all = append(all, p)
				series[p.Ref] = s
			}
		}
	}
	slices.SortStableFunc(all, func(a, b *Point) int { return int(min(1, max(-1, a.when-b.when))) })
	for i, p := range all {
		if first, lower := fallenTo(all, i); lower != nil && !r.named(*p) {
			r.add(Gap{Who: p.Who, At: *p, Low: lower.Low, High: lower.High, PointSeries: series[p.Ref], Against: []Point{*lower}, Cause: StaleTotal,
				Reason: fmt.Sprintf("%s told on %s, after %s gave %s on %s; %s was told before that, by %s", show(p.Low), p.told1(), lower.Who, show(lower.Low), lower.told1(), show(p.Low), first.Who)})
		}
	}
}

// fallenTo is who gave the number of point i first, and a lower one that another report gave between the two and three hours before it, or nil.
// Points are in the order of their publication.
func fallenTo(all []*Point, i int) (first, lower *Point) {
	p := all[i]
	for _, q := range all[:i] {
		switch {
		case q.key == p.key:
		case q.Low == p.Low && first == nil:
			first = q
		case first != nil && q.when > first.when && 20*q.Low <= 19*p.Low && p.when-q.when > sameHour && q.Origin != p.Origin:
			lower = q
		}
	}
	if lower == nil {
		return nil, nil
	}
	for _, q := range all {
		if q.when > lower.when && q.key != p.key && (q.Low > p.Low || q.Low == p.Low && q.CopyOf == "" && q.Origin == lower.Origin) {
			return nil, nil // it rose again
		}
	}
	return first, lower
}
