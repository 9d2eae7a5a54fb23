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
		if last := points[i-1].Low; exchanged(p.Low, last) {
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
		return len(at) == 1 && at[0] == 0 && len(x) > 1 || len(at) == 2 && at[1] == at[0]+1 && x[at[0]] == y[at[1]] && x[at[1]] == y[at[0]]
	}
	return false
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

// betweenSeries holds the totals of different sources for one day against each other.
func (r *reconciler) betweenSeries() {
	for s := range r.t.Series {
		for _, p := range r.t.Series[s].Points {
			if p.CopyOf != "" || p.Superseded {
				continue
			}
			for o := range s {
				if r.latest(s, p, o) {
					r.hold(s, p, o)
				}
			}
		}
	}
}

// latest reports whether no series but s has a total nearer to p's day than the last one of series o: a
// total of last week is not held against one of last month.
func (r *reconciler) latest(s int, p Point, o int) bool {
	q, ok := lastBy(standing(r.t.Series[o].Points), p.AsOf)
	if !ok || near(q.AsOf, p.AsOf) {
		return true
	}
	for k := range r.t.Series {
		if k == o {
			continue
		}
		for _, x := range standing(r.t.Series[k].Points) {
			if x.AsOf > q.AsOf && x.AsOf < p.AsOf && !r.misprinted(x) {
				return false
			}
		}
	}
	return true
}

// hold names the gap between p and what series o says for that day.
func (r *reconciler) hold(s int, p Point, o int) {
	q, ok := lastBy(standing(r.t.Series[o].Points), p.AsOf)
	if ok && standingMeasure[r.t.Measure] && q.AsOf != p.AsOf {
		return
	}
	if ok && p.Open && p.Low < q.Low && r.stale(p, o) {
		r.t.Gaps = append(r.t.Gaps, Gap{Who: r.t.Series[s].Who, At: p, Low: q.Low, High: q.High, PointSeries: s, Against: []Point{q}, Cause: StaleTotal,
			Reason: fmt.Sprintf("%s gives at least %s as of %s, the total before %s's %s as of %s", r.t.Series[s].Who, show(p.Low), p.AsOf, r.t.Series[o].Who, show(q.Low), q.AsOf)})
		return
	}
	if !ok || fits(p, q.Low, q.High) || p.Open && p.Low <= q.High || q.Open && q.Low <= p.High || r.named(p) || r.wrong(q) {
		return
	}
	since := r.between(q.AsOf, p.AsOf)
	low, high := q.Low+sum(since, true), q.High+sum(since, false)
	if fits(p, low, high) {
		return
	}
	g := Gap{Who: r.t.Series[s].Who, At: p, Low: low, High: high, PointSeries: s, Against: append([]Point{q}, firstPoints(since)...)}
	g.Cause, g.Reason = r.cause([]Point{q, p}, 1, since, low, high)
	g.Reason = fmt.Sprintf("%s against %s: %s", r.t.Series[s].Who, r.t.Series[o].Who, g.Reason)
	if g.Cause == NoCause || g.Cause == Unreported || g.Cause == RevisedToll {
		r.fromIncidents(&g, p, q)
	}
	r.t.Gaps = append(r.t.Gaps, g)
}

// stale reports whether series o had the total of p on an earlier day.
func (r *reconciler) stale(p Point, o int) bool {
	if r.named(p) {
		return false
	}
	for _, q := range standing(r.t.Series[o].Points) {
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
	if why := r.presumed(diff); why != "" {
		g.Cause, g.Reason = PresumedDead, g.Reason+"; "+why
		return
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
	for _, g := range r.t.Gaps {
		if g.At.Ref == p.Ref {
			return true
		}
	}
	return false
}

// wrong reports whether a gap at q says that q is not to be held against anything: not where only an
// incident before it is told nowhere.
func (r *reconciler) wrong(q Point) bool {
	for _, g := range r.t.Gaps {
		if g.At.Ref == q.Ref && g.Cause != Unreported {
			return true
		}
	}
	return false
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

func show(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

func rangeOf(low, high float64) string {
	if low == high {
		return show(low)
	}
	return show(low) + " to " + show(high)
}
