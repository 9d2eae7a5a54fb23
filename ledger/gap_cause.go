package ledger

import (
	"fmt"
	"slices"
	"strings"
)

// The likely cause of a gap.

// cause names the likeliest cause of the gap at points[i]. The order is that of how little each
// assumes: what the words say first, then a slip of a digit that the next total takes back, then
// what equal numbers show, then what is only left over.
func (r *reconciler) cause(points []Point, i int, since []Incident, low, high float64) (GapCause, string) {
	p, last := points[i], points[i-1]
	held := fmt.Sprintf("%s as of %s, after %s as of %s", show(p.Low), p.AsOf, show(last.Low), last.AsOf)
	if n := len(since); n > 0 {
		held += fmt.Sprintf(" and %s in %s between", rangeOf(sum(since, true), sum(since, false)), plural2(n, "incident"))
	}
	if q := r.copied(p); q != nil {
		return Misprint, fmt.Sprintf("%s; the report that it copies, %s, has %s in the same words", held, q.Outlet, show(q.Low))
	}
	if w := p.revised; w != "" {
		return RevisedToll, held + "; the report says “" + w + "”"
	}
	if expected, ok := misprintOf(points, i, low, high); ok && !(p.Low > high && r.asMany(p, high)) && (p.Low >= last.Low || r.dayOf(p) == "") {
		return Misprint, fmt.Sprintf("%s; %s and %s differ by a digit, and what comes before and after fits %s", held, show(p.Low), show(expected), show(expected))
	}
	if p.Low == last.Low && len(since) > 0 {
		return StaleTotal, held + ": the old total again, as if nothing had happened since"
	}
	if p.Low < low {
		return r.tooLow(p, last, since, low, held)
	}
	return r.tooHigh(p, last, high, held)
}

// asMany reports whether another source gives a total of those days that is nearer to p than to what was expected: then p is no slip of a much lower one.
func (r *reconciler) asMany(p Point, expected float64) bool {
	return slices.ContainsFunc(r.pointsOf(r.t), func(q *Point) bool {
		days := parseDay(p.AsOf) - parseDay(q.AsOf)
		return q.Origin != p.Origin && q.key != p.key && q.stands() && !q.Old && 2*q.Low > p.Low+expected && days > -7 && days < 7 && q.CopyOf == ""
	})
}

// tooLow explains a total under what was expected.
func (r *reconciler) tooLow(p, last Point, since []Incident, low float64, held string) (GapCause, string) {
	if p.Low < last.Low {
		if day := r.dayOf(p); day != "" && day < last.AsOf {
			if p.AsOf == p.told1() { // it does not say of which day it is
				return StaleTotal, fmt.Sprintf("%s; %s was the total as of %s", held, show(p.Low), day)
			}
			return OlderAsOf, fmt.Sprintf("%s; %s was the total as of %s", held, show(p.Low), day)
		}
		if why := r.presumed(last.Low-p.Low, p, last); why != "" {
			return PresumedDead, held + "; " + why
		}
		if why := r.mixed(p); why != "" {
			return UnitsMixed, held + "; " + why
		}
		if in, ok := r.lacks(p, low); ok && r.adds {
			return NotCounted, fmt.Sprintf("%s; without %s it fits", held, incidentNames([]Incident{in}))
		}
		return RevisedToll, held + ": lower than before"
	}
	missing := low - p.Low
	if day := r.dayOf(p); r.adds && day != "" && sum(r.between(day, p.AsOf), true) == missing {
		return StaleTotal, fmt.Sprintf("%s; %s was the total as of %s, before the %s since", held, show(p.Low), day, show(missing))
	}
	if in, ok := subset(since, missing); ok {
		return NotCounted, fmt.Sprintf("%s; without %s it fits", held, incidentNames(in))
	}
	if why := r.presumed(missing, p, last); why != "" {
		return PresumedDead, held + "; " + why
	}
	if why := r.mixed(p); why != "" {
		return UnitsMixed, held + "; " + why
	}
	return NoCause, held + fmt.Sprintf("; %s too few", show(missing))
}

// lacks is the last incident of lacksWithin days that p would be without, where low was expected.
func (r *reconciler) lacks(p Point, low float64) (Incident, bool) {
	since := r.between(dayString(parseDay(p.AsOf)-lacksWithin), p.AsOf)
	for i := len(since) - 1; i >= 0; i-- {
		if in := since[i]; in.Low > 1 && in.Low <= low-p.Low && low-p.Low <= in.High {
			return in, true
		}
	}
	return Incident{}, false
}

// lacksWithin is how many days back an incident is looked for that a total lacks.
const lacksWithin = 14

// tooHigh explains a total over what was expected.
func (r *reconciler) tooHigh(p, last Point, high float64, held string) (GapCause, string) {
	extra := p.Low - high
	if why := r.presumed(extra, p, last); why != "" {
		return PresumedDead, held + "; " + why
	}
	if why := r.casualties(p); why != "" {
		return UnitsMixed, held + "; " + why
	}
	if why := r.mixed(p); why != "" && (r.adds || near(p.AsOf, last.AsOf)) {
		return UnitsMixed, held + "; " + why // where nobody counts what came between, a total of last week says nothing of this one
	}
	return Unreported, held + fmt.Sprintf("; %s more than any incident here tells of", show(extra))
}

// dayOf is the last day on which some series had the same total, before p's, and was not wrong then.
func (r *reconciler) dayOf(p Point) string {
	day := ""
	for _, s := range r.t.Series {
		for _, q := range s.Points {
			if q.Low == p.Low && q.AsOf < p.AsOf && q.AsOf > day && !r.bad(q) {
				day = q.AsOf
			}
		}
	}
	return day
}

// presumed says which figure of people presumed dead or missing is as large as the difference of p and q. One is
// missing in many stories: so small a difference must be said beside one of the totals ("including one who is presumed
// dead").
func (r *reconciler) presumed(diff float64, p, q Point) string {
	if diff < 1 || r.t.Measure != "killed" && r.t.Measure != "survivors" {
		return ""
	}
	for _, x := range []Point{p, q} {
		for _, w := range presumedWords {
			if diff < fewMissing && containsAny(x.around, w) {
				return fmt.Sprintf("%s says “%s”, and the difference is %s", x.Outlet, w, show(diff))
			}
		}
	}
	if diff < fewMissing {
		return ""
	}
	for i := range r.all {
		t := &r.all[i]
		if t.Measure != "presumed_dead" && t.Measure != "missing" {
			continue
		}
		for _, p := range r.pointsOf(t) {
			if p.Low == diff && !p.Vague {
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
		if strings.HasSuffix(t.Measure, r.t.Measure) || strings.HasSuffix(r.t.Measure, t.Measure) || peopleMeasure[t.Measure] && peopleMeasure[r.t.Measure] {
			continue
		}
		for _, q := range r.pointsOf(t) {
			if q.Low == p.Low && q.Low >= fewUnits && !q.Vague && near(q.AsOf, p.AsOf) && !(peopleMeasure[t.Measure] && t.ofIncident(q)) {
				return fmt.Sprintf("%s is the number of %s as of %s", show(q.Low), t.Measure, q.AsOf)
			}
		}
		if n, q := r.blowsBy(t, p); n == p.Low && n >= fewUnits {
			return fmt.Sprintf("%s is the number of %s by then, %s as of %s and the incidents since", show(n), t.Measure, show(q.Low), q.AsOf)
		}
	}
	return ""
}

// blowsBy is how many blows there had been by the day of p: as many as were told last before, and one for each incident since; or 0.
func (r *reconciler) blowsBy(t *Tally, p Point) (float64, *Point) {
	if !blows[t.Measure] {
		return 0, nil
	}
	var last *Point
	for _, q := range r.pointsOf(t) {
		if q.AsOf < p.AsOf && !q.Vague && !q.Superseded && (last == nil || q.AsOf > last.AsOf) {
			last = q
		}
	}
	if last == nil {
		return 0, nil
	}
	return last.Low + float64(len(r.between(last.AsOf, p.AsOf))), last
}

// presumedWords say beside a total that people not found are counted in it, or are not.
var presumedWords = []string{"presumed dead", "presumed to be dead", "left in the water", "went missing", "is missing", "are missing"}
