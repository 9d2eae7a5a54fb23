package ledger

import (
	"fmt"
	"math"
	"sort"
	"strconv"
	"strings"
)

// reconciler holds each running total of a tally against the last one, the incidents and the other sources.
type reconciler struct {
	t   *Tally
	all []Tally // of the story: other measures may explain a gap
}

func (r *reconciler) run() {
	for s := range r.t.Series {
		r.series(s)
	}
	r.betweenSeries()
	sort.SliceStable(r.t.Gaps, func(i, j int) bool { return r.t.Gaps[i].At.AsOf < r.t.Gaps[j].At.AsOf })
	r.support()
}

// series holds each total against the one before it plus what happened since.
func (r *reconciler) series(s int) {
	r.corrected(s)
	if standingMeasure[r.t.Measure] {
		return
	}
	points := standing(r.t.Series[s].Points)
	for i := 1; i < len(points); i++ {
		p, last := points[i], points[i-1]
		if p.CopyOf != "" || p.Low == last.Low && p.AsOf == last.AsOf {
			continue
		}
		since := r.between(last.AsOf, p.AsOf)
		low, high := last.Low+sum(since, true), last.High+sum(since, false)
		if p.Open && p.Low <= high || fits(p, low, high) {
			continue
		}
		g := Gap{Who: r.t.Series[s].Who, At: p, Low: low, High: high, PointSeries: s, Against: append([]Point{last}, firstPoints(since)...)}
		g.Cause, g.Reason = r.cause(points, i, since, low, high)
		if g.Cause == NoCause || g.Cause == Unreported {
			r.fromOthers(&g, s, p)
		}
		r.t.Gaps = append(r.t.Gaps, g)
		if g.Cause == Misprint {
			points = append(points[:i:i], points[i+1:]...) // the next total is held against the one before
			i--
		}
	}
}

// standing is the points that no later text of their report has taken back.
func standing(points []Point) []Point {
	var out []Point
	for _, p := range points {
		if !p.Superseded {
			out = append(out, p)
		}
	}
	return out
}

// corrected names the totals that a later text of the report has taken back.
func (r *reconciler) corrected(s int) {
	points := r.t.Series[s].Points
	for _, p := range points {
		if !p.Superseded {
			continue
		}
		for _, q := range points {
			if q.Superseded || q.key != p.key || q.Low == p.Low {
				continue
			}
			g := Gap{Who: r.t.Series[s].Who, At: p, Low: q.Low, High: q.High, PointSeries: s, Against: []Point{q}, Cause: RevisedToll}
			g.Reason = fmt.Sprintf("a later text of the report has %s for %s", show(q.Low), show(p.Low))
			if slip(p.Low, q.Low) {
				g.Cause, g.Reason = Misprint, g.Reason+"; they differ by a digit or by two digits exchanged"
			}
			r.t.Gaps = append(r.t.Gaps, g)
			break
		}
	}
}

// fromOthers looks for another source whose total differs by the people presumed dead.
func (r *reconciler) fromOthers(g *Gap, s int, p Point) {
	for o := range r.t.Series {
		if o == s {
			continue
		}
		q, ok := lastBy(standing(r.t.Series[o].Points), p.AsOf)
		if !ok || !near(q.AsOf, p.AsOf) {
			continue
		}
		if why := r.presumed(math.Abs(p.Low - q.Low)); why != "" {
			g.Cause = PresumedDead
			g.Reason += fmt.Sprintf("; %s has %s, and %s", r.t.Series[o].Who, show(q.Low), why)
			return
		}
	}
}

func fits(p Point, low, high float64) bool { return p.High >= low && p.Low <= high }

// between is the incidents after one day and until another.
func (r *reconciler) between(after, until string) []Incident {
	var out []Incident
	for _, in := range r.t.Incidents {
		if in.Day > after && in.Day <= until {
			out = append(out, in)
		}
	}
	return out
}

func sum(ins []Incident, low bool) float64 {
	s := 0.
	for _, in := range ins {
		if low {
			s += in.Low
		} else {
			s += in.High
		}
	}
	return s
}

func firstPoints(ins []Incident) []Point {
	var out []Point
	for _, in := range ins {
		if len(in.Points) > 0 {
			out = append(out, in.Points[0])
		}
	}
	return out
}

// cause names the likeliest cause of the gap at points[i]. The order is that of how little each
// assumes: what the words say first, then a slip of a digit that the next total takes back, then
// what equal numbers show, then what is only left over.
func (r *reconciler) cause(points []Point, i int, since []Incident, low, high float64) (GapCause, string) {
	p, last := points[i], points[i-1]
	held := fmt.Sprintf("%s as of %s, after %s as of %s", show(p.Low), p.AsOf, show(last.Low), last.AsOf)
	if n := len(since); n > 0 {
		held += fmt.Sprintf(" and %s in %s between", rangeOf(sum(since, true), sum(since, false)), plural2(n, "incident"))
	}
	if w := revisedWords(p); w != "" {
		return RevisedToll, held + "; the report says “" + w + "”"
	}
	if expected, ok := misprintOf(points, i, low, high); ok && (p.Low >= last.Low || r.dayOf(p) == "") {
		return Misprint, fmt.Sprintf("%s; %s and %s differ by a digit, and what comes before and after fits %s", held, show(p.Low), show(expected), show(expected))
	}
	if p.Low == last.Low && len(since) > 0 {
		return StaleTotal, held + ": the old total again"
	}
	if p.Low < low {
		return r.tooLow(p, last, since, low, held)
	}
	return r.tooHigh(p, high, held)
}

// tooLow explains a total under what was expected.
func (r *reconciler) tooLow(p, last Point, since []Incident, low float64, held string) (GapCause, string) {
	if p.Low < last.Low {
		if day := r.dayOf(p); day != "" && day < last.AsOf {
			return OlderAsOf, fmt.Sprintf("%s; %s was the total as of %s", held, show(p.Low), day)
		}
		if why := r.presumed(last.Low - p.Low); why != "" {
			return PresumedDead, held + "; " + why
		}
		if why := r.mixed(p); why != "" {
			return UnitsMixed, held + "; " + why
		}
		return RevisedToll, held + ": lower than before"
	}
	missing := low - p.Low
	if in, ok := subset(since, missing); ok {
		return NotCounted, fmt.Sprintf("%s; without %s it fits", held, incidentNames(in))
	}
	if why := r.presumed(missing); why != "" {
		return PresumedDead, held + "; " + why
	}
	if why := r.mixed(p); why != "" {
		return UnitsMixed, held + "; " + why
	}
	return NoCause, held + fmt.Sprintf("; %s too few", show(missing))
}

// tooHigh explains a total over what was expected.
func (r *reconciler) tooHigh(p Point, high float64, held string) (GapCause, string) {
	extra := p.Low - high
	if why := r.presumed(extra); why != "" {
		return PresumedDead, held + "; " + why
	}
	if why := r.mixed(p); why != "" {
		return UnitsMixed, held + "; " + why
	}
	return Unreported, held + fmt.Sprintf("; %s more than any incident here tells of", show(extra))
}

// dayOf is the last day on which some series had the same total, before p's.
func (r *reconciler) dayOf(p Point) string {
	day := ""
	for _, s := range r.t.Series {
		for _, q := range s.Points {
			if q.Low == p.Low && q.AsOf < p.AsOf && q.AsOf > day {
				day = q.AsOf
			}
		}
	}
	return day
}

// presumed says which figure of people presumed dead or missing is as large as the difference.
func (r *reconciler) presumed(diff float64) string {
	for _, t := range r.all {
		if t.Measure != "presumed_dead" && t.Measure != "missing" {
			continue
		}
		for _, p := range t.points() {
			if p.Low == diff {
				return fmt.Sprintf("“%s” %s, the difference", p.Text, strings.ReplaceAll(t.Measure, "_", " "))
			}
		}
	}
	return ""
}

// mixed says which other measure has the total that p gives. Measures of people are never each other's units.
func (r *reconciler) mixed(p Point) string {
	for i := range r.all {
		t := &r.all[i]
		if t.Measure == r.t.Measure || peopleMeasure[t.Measure] && peopleMeasure[r.t.Measure] {
			continue
		}
		for _, q := range t.points() {
			if q.Low == p.Low && q.Low > 1 && near(q.AsOf, p.AsOf) {
				return fmt.Sprintf("%s is the number of %s as of %s", show(q.Low), t.Measure, q.AsOf)
			}
		}
	}
	return ""
}

func near(a, b string) bool {
	x, y := parseDay(a), parseDay(b)
	return x != unknownDay && y != unknownDay && x-y <= 3 && y-x <= 3
}

func (t *Tally) points() []Point {
	var out []Point
	for _, s := range t.Series {
		out = append(out, s.Points...)
	}
	for _, in := range t.Incidents {
		out = append(out, in.Points...)
	}
	return out
}

// subset is one or two incidents that add up to n.
func subset(ins []Incident, n float64) ([]Incident, bool) {
	for i, a := range ins {
		if a.Low <= n && n <= a.High {
			return []Incident{a}, true
		}
		for _, b := range ins[:i] {
			if a.Low+b.Low <= n && n <= a.High+b.High {
				return []Incident{b, a}, true
			}
		}
	}
	return nil, false
}

func incidentNames(ins []Incident) string {
	var names []string
	for _, in := range ins {
		names = append(names, fmt.Sprintf("the %s of %s", rangeOf(in.Low, in.High), in.Day))
	}
	return strings.Join(names, " and ")
}

// revisedWords is the word beside the figure by which the report itself says that it was revised.
func revisedWords(p Point) string {
	for _, w := range []string{"revised", "corrected", "lowered", "downgraded", "earlier put", "had earlier", "previously said", "recount"} {
		if strings.Contains(strings.ToLower(p.context), w) {
			return w
		}
	}
	return ""
}

func show(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

func rangeOf(low, high float64) string {
	if low == high {
		return show(low)
	}
	return show(low) + " to " + show(high)
}
