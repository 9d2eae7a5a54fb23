package ledger

import "fmt"

// casualties says that p adds the injured to the dead: a total of those days and the number of injured that the report of one of the two tells with it.
func (r *reconciler) casualties(p Point) string {
	if r.t.Measure != "killed" || p.Low < fewUnits || diedWords(&p) { // "66, after two of the wounded died" may be 64 and two
		return ""
	}
	hurt := map[string][]*Point{} // by report
	for i := range r.all {
		if t := &r.all[i]; t.Measure == "injured" && t.Side == r.t.Side {
			for _, q := range r.pointsOf(t) {
				if q.stands() && near(q.AsOf, p.AsOf) {
					hurt[q.key] = append(hurt[q.key], q)
				}
			}
		}
	}
	for _, q := range r.pointsOf(r.t) {
		if q.key == p.key || q.Low >= p.Low || !q.stands() || !near(q.AsOf, p.AsOf) {
			continue
		}
		for _, h := range append(hurt[q.key], hurt[p.key]...) {
			if h.Low >= fewMissing && q.Low+h.Low == p.Low {
				return fmt.Sprintf("it is %s killed and %s injured added up, as %s gives them", show(q.Low), show(h.Low), q.Outlet)
			}
		}
	}
	return ""
}
