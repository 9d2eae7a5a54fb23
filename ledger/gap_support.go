package ledger

import (
	"slices"
	"sort"
	"strings"
)

// support takes low, high and best from the last word of each source, and counts who stands by each. A total that a
// later and higher one has outgrown, one that is marked wrong, and one over another window have no part in them.
func (r *reconciler) support() {
	t := r.t
	t.words()
	latest := r.lastWords()
	if len(latest) == 0 {
		t.fromIncidents()
		return
	}
	t.Total = "cumulative"
	t.Support = t.supportOf(latest)
	t.Low, t.High, t.Best = latest[0].Low, latest[0].High, t.Support[0].Value
	for _, p := range latest {
		t.Low, t.High = min(t.Low, p.Low), max(t.High, p.High)
		if p.Low == t.Best && p.AsOf > t.AsOf {
			t.AsOf = p.AsOf
		}
		t.Open = t.Open || p.Open && p.Low == t.High
	}
	t.higherIncident()
}

// higherIncident raises the high end of the running totals to what a body counts in one incident alone and stands by: Fiji says that 30 Icelandic soldiers died on one day, Iceland
// that it has lost seven in all.
func (t *Tally) higherIncident() {
	if t.Side == "" || t.Side == bothSides || t.Side == untold {
		return
	}
	for i := range t.Incidents {
		in := &t.Incidents[i]
		if in.Apart != "" || in.Vague || !in.countsApart() {
			continue
		}
		for _, k := range in.Keepers {
			if k.Stands && k.Last.Low > t.High {
				t.High, t.Open = k.Last.High, k.Last.Open
			}
		}
	}
}

// lastWords are the totals that stand: each source's last one, less those that a later and higher one has outgrown. What
// was higher before stands beside a later lower one of another source, since a total only falls where its keeper says so.
func (r *reconciler) lastWords() []Point {
	var words []Point
	last := ""
	standing := standingMeasure[r.t.Measure]
	for _, s := range r.t.Series {
		if s.Apart != "" {
			continue
		}
		for i := len(s.Points) - 1; i >= 0; i-- {
			if p := s.Points[i]; !p.Superseded && !p.Vague && !p.Old && !r.bad(p) {
				words, last = append(words, p), max(last, p.AsOf)
				break
			}
		}
	}
	var out []Point
	for i, p := range words {
		grown := false
		for k, q := range words {
			grown = grown || k != i && p.keeper.id == "" && p.Open && q.key == p.key && q.keeper.id != "" && q.Low >= p.Low && !standing || // "at least 20" beside the ministry's 21
				k != i && q.AsOf > p.AsOf && q.Low > p.High && !standing && !(q.Approximate && !p.Approximate && r.alone(q)) && !r.countApart(p, q)
		}
		if (p.AsOf == last || !standing) && !grown { // "from 16 to 14": a source's last word counts
			out = append(out, p)
		}
	}
	return out
}

// apartFor is for how many days a body that counts fewer than the others is taken to stand by its total.
const apartFor = 14

// countApart reports whether p is no older than q for being lower: one report tells both, q is known to count others too, or p's body counted fewer than
// somebody else already when it gave p.
func (r *reconciler) countApart(p, q Point) bool {
	if p.key == q.key || r.gapAt(q, func(g *Gap) bool { return g.Cause == PresumedDead && g.Against[0].Ref == p.Ref && g.Low == p.Low }) {
		return true
	}
	if p.keeper.id == "" || p.More || p.Approximate || parseDay(q.AsOf)-parseDay(p.AsOf) > apartFor {
		return false
	}
	for _, x := range r.heldTotals() {
		if x.p.when > p.when {
			break
		}
		if x.p.AsOf <= p.AsOf && x.p.Low > p.High && x.p.Origin != p.Origin && !r.bad(*x.p) {
			return true
		}
	}
	return false
}

// alone reports whether one outlet alone gives the total of q: "some 50" there is a round number, that replaces no exact one.
func (r *reconciler) alone(q Point) bool {
	return !slices.ContainsFunc(r.pointsOf(r.t), func(p *Point) bool { return p.Low == q.Low && p.Outlet != q.Outlet })
}

// bad reports whether a gap says that p is not what its source meant to say now.
func (r *reconciler) bad(p Point) bool {
	return r.gapAt(p, func(g *Gap) bool {
		return g.Cause == Misprint || g.Cause == StaleTotal || g.Cause == UnitsMixed || g.Cause == OlderAsOf
	})
}

// fromIncidents sums what the incidents count, each once. Those of another hand are left out.
func (t *Tally) fromIncidents() {
	t.Total = "incidents"
	for _, in := range t.Incidents {
		if in.Apart != "" || in.Vague {
			continue
		}
		t.Low, t.High, t.Best = t.Low+in.Low, t.High+in.High, t.Best+min(max(in.best, in.Low), in.High)
		t.Sum++
		for _, p := range in.Points {
			if !p.Superseded && p.Low == in.High {
				t.Open, t.AsOf = t.Open || p.Open, max(t.AsOf, p.AsOf)
			}
		}
	}
}

// words keeps what is told without a number: of totals, and of incidents that nobody counts.
func (t *Tally) words() {
	for _, s := range t.Series {
		for _, p := range s.Points {
			if p.Vague && !p.Superseded {
				t.Told = addName(t.Told, toldWords(&p))
			}
		}
	}
	for _, in := range t.Incidents {
		if in.Vague && len(t.Series) == 0 {
			t.Told = addName(t.Told, toldWords(&in.Points[0]))
		}
	}
}

func (r *reconciler) misprinted(p Point) bool {
	return r.gapAt(p, func(g *Gap) bool { return g.Cause == Misprint })
}

// supportOf is who stands by each of the totals that stand, with all outlets that have it from that source, those of most origins first.
func (t *Tally) supportOf(points []Point) []Support {
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
		for i := range t.Series {
			for _, q := range t.Series[i].Points {
				if q.Origin == p.Origin && q.Low == p.Low && !q.Superseded && !q.Old {
					out[k].Outlets = addName(out[k].Outlets, q.Outlet)
				}
			}
		}
		out[k].Origins = addName(out[k].Origins, p.Origin)
	}
	sort.SliceStable(out, func(i, j int) bool {
		a, b := out[i], out[j]
		if len(a.Origins) != len(b.Origins) {
			return len(a.Origins) > len(b.Origins)
		}
		if len(a.Outlets) != len(b.Outlets) {
			return len(a.Outlets) > len(b.Outlets)
		}
		return (a.Value > b.Value) != standingMeasure[t.Measure] // fewer are missing by the day
	})
	return out
}

// toldWords are the words of a figure without a number, with those that it counts, and who says so: "hundreds of
// fighters (the air force)".
func toldWords(p *Point) string {
	words := p.Text
	if i := strings.Index(p.context, words); i >= 0 {
		rest, n := p.context[i+len(words):], 0
		for _, w := range strings.Fields(rest) {
			if n == 0 && w != "of" || n > 3 || n > 0 && endsCount[strings.ToLower(w)] {
				break
			}
			words += " " + strings.Trim(w, ".,;:\"”")
			if n++; strings.ContainsAny(w, ".,;:\"”") {
				break
			}
		}
	}
	return words + " (" + p.Who + ")"
}

// endsCount are the words at which those counted end.
var endsCount = setOf("and or in on at since who which that were was have had has including among during by from with")

func addName(names []string, n string) []string {
	for _, x := range names {
		if x == n {
			return names
		}
	}
	return append(names, n)
}
