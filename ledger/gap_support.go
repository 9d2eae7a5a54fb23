package ledger

import "sort"

// support counts who stands by each of the latest totals, by outlet and by origin.
func (r *reconciler) support() {
	t := r.t
	var latest []Point
	last := ""
	for _, s := range t.Series {
		for _, p := range s.Points {
			if !p.Superseded && p.AsOf > last && !r.misprinted(p) {
				last = p.AsOf
			}
		}
	}
	for _, s := range t.Series {
		for i := len(s.Points) - 1; i >= 0; i-- {
			if p := s.Points[i]; !p.Superseded && !r.misprinted(p) {
				if near(p.AsOf, last) { // "from 16 to 14": a source's last word counts
					latest = append(latest, p)
				}
				break
			}
		}
	}
	if len(latest) == 0 {
		t.Total, t.Low, t.High = "incidents", sum(t.Incidents, true), sum(t.Incidents, false)
		t.Best = t.Low
		return
	}
	t.Total = "cumulative"
	t.Support = supportOf(latest)
	t.Low, t.High, t.Best = latest[0].Low, latest[0].High, t.Support[0].Value
	for _, p := range latest {
		t.Low, t.High = min(t.Low, p.Low), max(t.High, p.High)
	}
}

func (r *reconciler) misprinted(p Point) bool {
	for _, g := range r.t.Gaps {
		if g.At.Ref == p.Ref && g.Cause == Misprint {
			return true
		}
	}
	return false
}

func supportOf(points []Point) []Support {
	var out []Support
	for _, p := range points {
		k := -1
		for i := range out {
			if out[i].Value == p.Low {
				k = i
			}
		}
		if k < 0 {
			k = len(out)
			out = append(out, Support{Value: p.Low})
		}
		out[k].Outlets = addName(out[k].Outlets, p.Outlet)
		out[k].Origins = addName(out[k].Origins, p.Origin)
	}
	sort.SliceStable(out, func(i, j int) bool {
		a, b := out[i], out[j]
		if len(a.Origins) != len(b.Origins) {
			return len(a.Origins) > len(b.Origins)
		}
		return len(a.Outlets) > len(b.Outlets) || len(a.Outlets) == len(b.Outlets) && a.Value > b.Value
	})
	return out
}

func addName(names []string, n string) []string {
	for _, x := range names {
		if x == n {
			return names
		}
	}
	return append(names, n)
}
