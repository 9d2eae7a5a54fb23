package ledger

import "fmt"

// olderDates names the totals of a series that are told, by their own words, as of a day before one as of which a higher total was out already: "as of May 1, 30 had died",
// told after the ministry's 35 as of May 3.
func (r *reconciler) olderDates(s int) {
	for _, p := range r.standing(s) {
		if p.AsOf >= p.told1() || p.Old || p.More || !asOfWords(&p) || r.named(p) || r.t.Series[s].Apart != "" {
			continue
		}
		if q := r.newer(p); q != nil {
			r.t.Gaps = append(r.t.Gaps, Gap{Who: r.t.Series[s].Who, At: p, Low: q.Low, High: q.High, PointSeries: s, Against: []Point{*q}, Cause: OlderAsOf,
				Reason: fmt.Sprintf("%s as of %s, told on %s; %s gave %s as of %s", show(p.Low), p.AsOf, p.told1(), q.Who, show(q.Low), q.AsOf)})
		}
	}
}

// newer is the last higher total as of a later day that another report gave before p was told, or nil. Where p's own report gives one, p is history.
func (r *reconciler) newer(p Point) *Point {
	var last *Point
	for s := range r.t.Series {
		for i := range r.t.Series[s].Points {
			q := &r.t.Series[s].Points[i]
			if r.t.Series[s].Apart != "" || !q.stands() || q.Old || q.Low <= p.Low || q.AsOf <= p.AsOf || q.when > p.when {
				continue
			}
			if q.key == p.key {
				return nil
			}
			if last == nil || q.AsOf > last.AsOf {
				last = q
			}
		}
	}
	return last
}
