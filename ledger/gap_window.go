package ledger

import "fmt"

// windowIncidents is how many incidents a window has at least, so that one that makes the difference is hardly chance.
const windowIncidents = 3

// windowed holds the totals of a series that counts since a day of its own, so that no other is held against it, against what the incidents
// since that day add up to. One of them that makes the difference is not counted; where totals and incidents add up elsewhere in the story,
// more than they have is told nowhere.
func (r *reconciler) windowed(s int) {
	ser := &r.t.Series[s]
	since := parseDay(ser.Since)
	if ser.Apart == "" || ser.Within != "" || ser.left || since == unknownDay || !peopleMeasure[r.t.Measure] || standingMeasure[r.t.Measure] {
		return
	}
	for _, p := range r.standing(s) {
		ins := r.between(dayString(since-1), p.AsOf)
		low, high := sum(ins, true), sum(ins, false)
		if len(ins) < windowIncidents || p.Old || p.More || p.CopyOf != "" || fits(p, low, high) || r.named(p) || r.before(p, ins, low, high) {
			continue
		}
		g := Gap{Who: ser.Who, At: p, Low: low, High: high, PointSeries: s, Against: firstPoints(ins),
			Reason: fmt.Sprintf("%s since %s, as of %s; the %d incidents told of those days add up to %s", show(p.Low), ser.Since, p.AsOf, len(ins), rangeOf(low, high))}
		if one, ok := subset(ins, low-p.Low); ok && len(one) == 1 {
			g.Cause, g.Reason = NotCounted, g.Reason+fmt.Sprintf("; without %s it fits", incidentNames(one))
		} else if p.Low > high && r.adds && !p.Approximate {
			g.Cause, g.Reason = Unreported, g.Reason+fmt.Sprintf("; %s more than any incident here tells of", show(p.Low-high))
		} else {
			continue
		}
		r.add(g)
	}
}
