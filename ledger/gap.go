package ledger

import (
	"fmt"
	"math"
	"slices"
	"sort"
	"strconv"
	"strings"
)

// reconciler holds each running total of a tally against the last one, the incidents and the other sources.
type reconciler struct {
	t     *Tally
	all   []Tally // of the story: other measures may explain a gap
	steps int     // how many did
	adds  bool    // totals and incidents of this tally were seen to add up: only then does a difference say anything

	gaps     map[Ref][]int          // of each point, the gaps at it
	ofReport map[string][]heldTotal // of each report, its totals, when it was first asked

	stand  [][]Point           // of each series, what stands, when it was first asked
	told   map[printed]string  // what the points' reports print, and as of when
	points map[*Tally][]*Point // of each measure, all points
}

// printed is a number in a report.
type printed struct {
	report string
	low    float64
}

// standing is the standing points of a series.
func (r *reconciler) standing(s int) []Point {
	if r.stand == nil {
		r.stand = make([][]Point, len(r.t.Series))
	}
	if r.stand[s] == nil {
		r.stand[s] = standing(r.t.Series[s].Points)
	}
	return r.stand[s]
}

// pointsOf is all points of one of the story's tallies.
func (r *reconciler) pointsOf(t *Tally) []*Point {
	if r.points == nil {
		r.points = map[*Tally][]*Point{}
	}
	ps, ok := r.points[t]
	if !ok {
		ps = t.points()
		r.points[t] = ps
	}
	return ps
}

func (r *reconciler) run() {
	r.adds = r.addUp()
	for s := range r.t.Series {
		r.series(s)
	}
	totals := slices.ContainsFunc(r.t.Series, func(s Series) bool { return s.Apart == "" && len(standing(s.Points)) > 0 })
	for i := range r.t.Incidents {
		if in := &r.t.Incidents[i]; !totals || !in.joined { // what everybody's totals are of is not gone through twice
			r.add(in.Gaps...)
		}
	}
	r.lowered()
	r.betweenSeries()
	r.oddOnes()
	for s := range r.t.Series {
		r.windowed(s)
	}
	if !standingMeasure[r.t.Measure] {
		r.olderDates()
	}
	r.fallen()
	r.support()
	r.t.claims()
	sort.SliceStable(r.t.Gaps, func(i, j int) bool { return r.t.Gaps[i].At.AsOf < r.t.Gaps[j].At.AsOf })
}

// add enters gaps, and where they are.
func (r *reconciler) add(gaps ...Gap) {
	if r.gaps == nil {
		r.gaps = map[Ref][]int{}
	}
	for _, g := range gaps {
		r.gaps[g.At.Ref] = append(r.gaps[g.At.Ref], len(r.t.Gaps))
		r.t.Gaps = append(r.t.Gaps, g)
	}
}

// gapAt reports whether one of the gaps at p is so.
func (r *reconciler) gapAt(p Point, so func(*Gap) bool) bool {
	return slices.ContainsFunc(r.gaps[p.Ref], func(k int) bool { return so(&r.t.Gaps[k]) })
}

// addUp reports whether some total is its source's last one and the incidents told between, exactly. A story that
// tells each of a hundred strikes has such steps; one that tells of three of them has none, and its totals always
// rise by more than it tells.
func (r *reconciler) addUp() bool {
	r.steps = 0
	for s := range r.t.Series {
		points := r.standing(s)
		for i := 1; i < len(points); i++ {
			since := r.between(points[i-1].AsOf, points[i].AsOf)
			if x := sum(since, true); x > 0 && points[i].Low == points[i-1].Low+x {
				r.steps++
			}
		}
	}
	return r.steps > 0
}

// series holds each total against the one before it plus what happened since.
func (r *reconciler) series(s int) {
	r.corrected(s)
	if standingMeasure[r.t.Measure] {
		return
	}
	points := r.standing(s)
	for i := 1; i < len(points); i++ {
		p, last := points[i], points[i-1]
		if p.Old || p.CopyOf != "" && !r.unlike(p) || p.Low == last.Low && p.AsOf == last.AsOf {
			continue
		}
		since := r.between(last.AsOf, p.AsOf)
		low, high := last.Low+sum(since, true), last.High+sum(since, false)
		if p.Open && p.Low <= high && !r.behind(p, since, low) && !oldAgain(points[:i], p) || fits(p, low, high) || r.before(p, since, low, high) || r.after(last, p, low, high) {
			continue
		}
		g := Gap{Who: r.t.Series[s].Who, At: p, Low: low, High: high, PointSeries: s, Against: append([]Point{last}, firstPoints(since)...)}
		g.Cause, g.Reason = r.cause(points, i, since, low, high)
		if g.Cause == NoCause || g.Cause == Unreported {
			r.fromOthers(&g, s, p)
		}
		if g.Cause == Unreported && diedWords(&p) || (g.Cause == NoCause || g.Cause == Unreported || g.Cause == Misprint) && r.agrees(s, last, p) {
			continue
		}
		if r.t.Series[s].Apart == claimedByFoe && revisedWords(p.context) == "" {
			continue // what one says of the other's dead is now of one blow and now of all
		}
		if !r.adds && (g.Cause == NoCause || g.Cause == Unreported || g.Cause == NotCounted && p.Low <= last.Low) || r.t.Series[s].Apart != "" && g.Cause != Misprint && g.Cause != RevisedToll {
			continue
		}
		r.add(g)
		if g.Cause == Misprint || r.passed(points, i) {
			points = append(points[:i:i], points[i+1:]...) // the next total is held against the one before
			i--
		}
	}
}

// oldAgain reports whether p, "at least" as it is, is a total that its source has outgrown: "at least 37" after 37, 45 and 47.
func oldAgain(before []Point, p Point) bool {
	n := len(before) - 1
	return p.Low >= fewUnits && !p.More && before[n].Low > p.Low && !before[n].Open && slices.ContainsFunc(before[:n], func(q Point) bool { return q.Low == p.Low && !q.Old })
}

// passed reports whether the total after points[i] goes on from the one before it, and not from points[i]: what is amiss is points[i] alone.
func (r *reconciler) passed(points []Point, i int) bool {
	if i+1 >= len(points) {
		return false
	}
	next := points[i+1]
	goesOn := func(from Point) bool {
		since := r.between(from.AsOf, next.AsOf)
		low, high := from.Low+sum(since, true), from.High+sum(since, false)
		return fits(next, low, high) || r.before(next, since, low, high)
	}
	return goesOn(points[i-1]) && !goesOn(points[i])
}

// before reports whether p counts up to the incidents of its own day, which its report does not tell: it may be of that
// morning.
func (r *reconciler) before(p Point, since []Incident, low, high float64) bool {
	n := len(since)
	earlier := p.ofEarlier()
	for n > 0 && since[n-1].Day >= dayString(parseDay(p.AsOf)-1) && earlier {
		n--
	}
	for n > 0 && since[n-1].Day == p.AsOf && p.Ref.Report != "" && !slices.ContainsFunc(since[n-1].Points, func(q Point) bool { return q.Ref.Report == p.Ref.Report }) {
		n--
	}
	return n < len(since) && fits(p, low-sum(since[n:], true), high-sum(since[n:], false))
}

// ofEarlier reports whether a total is by its words of what came before the latest: "45 had been killed in the four before it".
func (p *Point) ofEarlier() bool {
	return p.toldBeside != nil && p.earlier
}

// after reports whether p counts the incidents of the last total's own day too, which that total's report does not tell: it may be of that
// morning.
func (r *reconciler) after(last, p Point, low, high float64) bool {
	for _, in := range r.t.Incidents {
		if last.ofEarlier() && in.Apart == "" && !in.Vague && in.Day <= p.AsOf && in.Day >= dayString(parseDay(last.AsOf)-1) && fits(p, low+in.Low, high+in.High) {
			return true
		}
		if in.Day != last.AsOf || in.Apart != "" || in.Vague || slices.ContainsFunc(in.Points, func(q Point) bool { return q.when <= last.when }) {
			continue
		}
		if low, high = low+in.Low, high+in.High; fits(p, low, high) {
			return true
		}
	}
	return false
}

// agrees reports whether p is what another source has given since the last total of its own series, with the incidents told since: nothing is
// amiss at p, whatever is missing before.
func (r *reconciler) agrees(s int, last, p Point) bool {
	for o := range r.t.Series {
		q, ok := lastBy(r.standing(o), p.AsOf)
		if !ok || o == s || q.AsOf <= last.AsOf || q.CopyOf != "" && (q.CopyOf == p.Ref.Report || q.CopyOf == p.CopyOf) || q.Ref.Report == p.Ref.Report || r.t.Series[o].Apart != "" {
			continue
		}
		since := r.between(q.AsOf, p.AsOf)
		if low, high := q.Low+sum(since, true), q.High+sum(since, false); fits(p, low, high) || r.after(q, p, low, high) {
			return true
		}
	}
	return false
}

// behind reports whether p, "at least" as it is, is too low: where somebody gave it on an earlier day, before the
// incidents told since; or where totals and incidents mostly add up here, and one incident makes the difference.
func (r *reconciler) behind(p Point, since []Incident, low float64) bool {
	if p.More {
		return false // "more than 80" is a round number below
	}
	if one, ok := subset(since, low-p.Low); ok && len(one) == 1 && len(since) > 1 && r.steps >= 3 {
		return true
	}
	day := r.dayOf(p)
	return r.adds && p.Low < low && day != "" && len(since) > 0 && since[len(since)-1].Day > day
}

// standing is the points with a number that no later text of their report has taken back.
func standing(points []Point) []Point {
	n := 0
	for i := range points {
		if points[i].stands() {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	out := make([]Point, 0, n)
	for i := range points {
		if points[i].stands() {
			out = append(out, points[i])
		}
	}
	return out
}

// stands reports whether a point has a number that no later text of its report has taken back.
func (p *Point) stands() bool { return !p.Superseded && !p.Vague }

// corrected names the totals that a later text of the report has taken back.
func (r *reconciler) corrected(s int) {
	points := r.t.Series[s].Points
	for _, p := range points {
		if !p.Superseded {
			continue
		}
		for _, q := range points {
			if q.Superseded || q.key != p.key || q.Low == p.Low || q.Old || p.Vague || q.Vague {
				continue
			}
			g := Gap{Who: r.t.Series[s].Who, At: p, Low: q.Low, High: q.High, PointSeries: s, Against: []Point{q}, Cause: RevisedToll}
			g.Reason = fmt.Sprintf("a later text of the report has %s for %s", show(q.Low), show(p.Low))
			if why := r.presumed(math.Abs(p.Low-q.Low), p, q); why != "" {
				g.Cause, g.Reason = PresumedDead, g.Reason+"; "+why
			} else if slip(p.Low, q.Low) {
				g.Cause, g.Reason = Misprint, g.Reason+"; they differ by a digit or by two digits exchanged"
			}
			r.add(g)
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
		q, ok := lastBy(r.standing(o), p.AsOf)
		if !ok || !near(q.AsOf, p.AsOf) || r.t.Series[o].Apart != "" {
			continue
		}
		if d := math.Abs(p.Low - q.Low); d != g.Low-p.Low && d != p.Low-g.High {
			continue // it is not the difference of this gap
		}
		if why := r.presumed(math.Abs(p.Low-q.Low), p, q); why != "" {
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
		if in.Day > after && in.Day <= until && in.Apart == "" && !in.Vague {
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

// fewMissing and fewUnits are the numbers below which two equal ones are chance.
const (
	fewMissing = 2
	fewUnits   = 10
)

func near(a, b string) bool {
	x, y := parseDay(a), parseDay(b)
	return x != unknownDay && y != unknownDay && x-y <= 3 && y-x <= 3
}

// ofIncident reports whether a point counts in one of the tally's incidents.
func (t *Tally) ofIncident(q *Point) bool {
	return slices.ContainsFunc(t.Incidents, func(in Incident) bool {
		return slices.ContainsFunc(in.Points, func(p Point) bool { return p.Ref == q.Ref })
	})
}

func (t *Tally) points() []*Point {
	n := 0
	for _, s := range t.Series {
		n += len(s.Points)
	}
	for _, in := range t.Incidents {
		n += len(in.Points)
	}
	out := make([]*Point, 0, n)
	for _, s := range t.Series {
		for i := range s.Points {
			out = append(out, &s.Points[i])
		}
	}
	for _, in := range t.Incidents {
		for i := range in.Points {
			out = append(out, &in.Points[i])
		}
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

// revisedWords is the word in a figure's sentence by which the report itself says that it was revised.
func revisedWords(context string) string {
	lower := strings.ToLower(context)
	for _, w := range [...]string{"revised", "corrected", "lowered", "downgraded", "earlier put", "had earlier", "previously said", "recount"} {
		if strings.Contains(lower, w) {
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
