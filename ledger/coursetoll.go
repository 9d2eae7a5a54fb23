package ledger

import (
	"slices"

	"sayso/resolve"
)

// A CourseToll is a number of a happening, and who gave it first: that at which its incident stands, or else the one told last.
type CourseToll struct {
	Measure string
	Point   Point
	Source  string // source id, or "" for an outlet's own voice
	Who     string
	Reports int // that give it
}

// courseTolls are the numbers killed and injured that were first told last; a number below half of another is taken for a part.
func (v *View) courseTolls(members []int32) []CourseToll {
	by := map[string][]CourseToll{}
	for _, m := range members {
		at := v.event[m]
		e := v.entries[at.entry]
		id := e.r.Events[e.events[at.n].n].ID
		for i := range e.r.Figures {
			f := &e.r.Figures[i]
			if f.Event != id || e.events[at.n].background || !v.current[at.entry] || !isToll(f) {
				continue
			}
			p := v.point(figureAt{at.entry, int32(i)})
			all := by[f.Measure]
			k := slices.IndexFunc(all, func(t CourseToll) bool { return t.Point.Low == p.Low && t.Point.Open == p.Open })
			if k < 0 {
				all = append(all, CourseToll{Measure: f.Measure, Point: p, Source: p.sourceID(), Who: p.Who})
				k = len(all) - 1
			}
			all[k].Reports++
			by[f.Measure] = all
		}
	}
	var out []CourseToll
	for _, measure := range []string{"killed", "injured"} {
		all, best := by[measure], -1
		var top float64
		for _, t := range all {
			top = max(top, t.Point.Low)
		}
		for k := range all {
			p := all[k].Point
			if 2*p.Low >= top && (best < 0 || !p.Open || p.Low >= all[best].Point.Low) { // "over 70", told last, is no news after 80
				best = k
			}
		}
		if best >= 0 {
			out = append(out, all[best])
		}
	}
	return out
}

// isToll reports whether a figure is how many one happening killed or injured.
func isToll(f *resolve.Figure) bool {
	return (f.Measure == "killed" || f.Measure == "injured") && f.Low != nil && f.Scope != "cumulative" && f.PartOf == "" && !f.Old && !f.Vague
}

// countAt is where a figure stands.
type countAt struct {
	report string
	start  int
}

// WithTolls takes the tolls of courses from the incidents of the story's tallies that their reports' figures count in: "six were
// killed" of the strike and not the 38 of the campaign that its sentence tells as well. A number that is part of a running total
// is no toll of one happening.
// Of two courses that tell of one incident the one that is undated is left out.
func (v *View) WithTolls(courses []Course, tallies []Tally) []Course {
	counts := countsOf(tallies)
	for i := range courses {
		c := &courses[i]
		c.Tolls = slices.DeleteFunc(c.Tolls, func(t CourseToll) bool {
			at := countAt{t.Point.Ref.Report, t.Point.Ref.Start}
			return counts.total[at] || counts.side[at] != 0 && inSorted(c.sides, counts.side[at])
		})
	}
	again := make([]bool, len(courses))
	for _, measure := range []string{"killed", "injured"} {
		of, votes := make([]*Incident, len(courses)), make([]int, len(courses))
		for i := range courses {
			if of[i], votes[i] = v.incidentOf(&courses[i], measure, counts.incident, counts.side); of[i] == nil {
				of[i] = courses[i].accident(tallies, measure)
			}
		}
		for i := range courses {
			first := of[i] != nil // of those that tell of one incident the one with most of its counts has its toll
			for k := range courses {
				first = first && (k == i || of[k] != of[i] || votes[k] < votes[i] || votes[k] == votes[i] && k > i)
			}
			if of[i] != nil && !courses[i].toldLater(of[i], measure, counts.incident) { // one happening has one toll, whichever of them a page shows
				courses[i].setToll(of[i], measure, counts.latest)
			}
			again[i] = again[i] || measure == "killed" && of[i] != nil && !first && courses[i].undated()
		}
	}
	out := courses[:0]
	for i := range courses {
		if !again[i] {
			out = append(out, courses[i])
		}
	}
	return out
}

// storyCounts are the counts of a story's dead and injured by where they stand.
type storyCounts struct {
	incident map[countAt]*Incident
	total    map[countAt]bool    // it is of a running total
	side     map[countAt]uint32  // the side whose own people they are
	latest   map[*Incident]Point // the total at which the only incident of a tally stands
}

// countsOf are the counts in tallies.
func countsOf(tallies []Tally) storyCounts {
	out := storyCounts{map[countAt]*Incident{}, map[countAt]bool{}, map[countAt]uint32{}, map[*Incident]Point{}}
	for i := range tallies {
		t := &tallies[i]
		if t.Measure != "killed" && t.Measure != "injured" {
			continue
		}
		lone := t.loneIncident()
		for k := range t.Series {
			if lone != nil {
				break // its totals are of that incident
			}
			for _, p := range t.Series[k].Points {
				at := countAt{p.Ref.Report, p.Ref.Start}
				out.total[at], out.side[at] = true, ownSide(t)
			}
		}
		for k := range t.Incidents {
			for _, p := range t.Incidents[k].Points {
				at := countAt{p.Ref.Report, p.Ref.Start}
				out.incident[at], out.side[at] = &t.Incidents[k], ownSide(t)
			}
		}
		if best := t.bestPoint(); lone != nil && best != nil {
			out.latest[lone] = *best
		}
	}
	return out
}

// accident is the incident that several reports count on the day of a wreck, or nil: "12 bodies were recovered" counts for no word of it.
func (c *Course) accident(tallies []Tally, measure string) *Incident {
	if c.deed != wreck || c.first == unknownDay {
		return nil
	}
	for i := range tallies {
		if tallies[i].Measure != measure || tallies[i].Side != "" {
			continue
		}
		for k := range tallies[i].Incidents {
			in := &tallies[i].Incidents[k]
			day := parseDay(in.Day)
			if in.Apart == "" && !in.Vague && !in.dayless && day != unknownDay && day-c.first <= 1 && c.first-day <= 1 && slices.ContainsFunc(in.Points, func(p Point) bool { return p.key != in.Points[0].key }) {
				return in
			}
		}
	}
	return nil
}

// undated reports whether a course is a blow or deaths told by a report or two without their day and place.
func (c *Course) undated() bool {
	return !c.placed && c.first == unknownDay && c.moved == 0 && c.Reports < 3 && c.deed != noDeed
}

// loneIncident is the only incident that a tally with totals counts, or nil: then its totals are that incident's.
func (t *Tally) loneIncident() *Incident {
	var lone *Incident
	for i := range t.Incidents {
		in := &t.Incidents[i]
		if in.Apart != "" || in.Vague {
			continue
		}
		if lone != nil {
			return nil
		}
		lone = in
	}
	if t.Total != "cumulative" {
		return nil
	}
	return lone
}

// bestPoint is the last of the totals that give a tally's best number, or nil.
func (t *Tally) bestPoint() *Point {
	var best *Point
	for i := range t.Series {
		for k := range t.Series[i].Points {
			p := &t.Series[i].Points[k]
			if t.Series[i].Apart == "" && !p.Superseded && !p.Old && !p.Vague && p.Low == t.Best && (best == nil || p.AsOf > best.AsOf) {
				best = p
			}
		}
	}
	return best
}

// ownSide is the country whose people a tally counts, as events have those who act: a side's own strike killed none of them.
func ownSide(t *Tally) uint32 {
	if t.Side == "" || t.Side == bothSides || t.Side == untold {
		return 0
	}
	return hashString("country " + t.Side)
}

// toldLater reports whether a course has a higher toll than its incident already, told without a day: of five at once there are 14 by now.
func (c *Course) toldLater(in *Incident, measure string, of map[countAt]*Incident) bool {
	return slices.ContainsFunc(c.Tolls, func(t CourseToll) bool {
		o := of[countAt{t.Point.Ref.Report, t.Point.Ref.Start}]
		return t.Measure == measure && o != nil && o != in && o.dayless && t.Point.Low > in.High
	})
}

// setToll gives a course the toll at which an incident stands.
func (c *Course) setToll(in *Incident, measure string, latest map[*Incident]Point) {
	if in.countsApart() { // each side's number stands
		low, ok := in.toll(measure, in.Low)
		high, also := in.toll(measure, in.High)
		if ok && also {
			c.Tolls = slices.DeleteFunc(c.Tolls, func(t CourseToll) bool { return t.Measure == measure })
			c.Tolls = slices.Insert(c.Tolls, 0, low, high)
			return
		}
	}
	toll, ok := in.toll(measure, min(max(in.best, in.Low), in.High))
	if p, total := latest[in]; total {
		toll, ok = CourseToll{Measure: measure, Point: p, Source: p.sourceID(), Who: p.Who, Reports: 1}, true
	}
	if !ok {
		return
	}
	k := slices.IndexFunc(c.Tolls, func(t CourseToll) bool { return t.Measure == measure })
	switch {
	case k >= 0:
		c.Tolls[k] = toll
	case measure == "killed":
		c.Tolls = slices.Insert(c.Tolls, 0, toll)
	default:
		c.Tolls = append(c.Tolls, toll)
	}
}

// incidentOf is the incident, in a tally's sum, that most figures of a course count in, and how many: of its own day where it
// has one, else by the figures of its sentences; or nil. Figures that are a part of their incident do not count.
func (v *View) incidentOf(c *Course, measure string, of map[countAt]*Incident, side map[countAt]uint32) (*Incident, int) {
	var all []*Incident
	votes := map[*Incident]int{}
	for _, m := range c.members {
		at := v.event[m]
		e := v.entries[at.entry]
		id := e.r.Events[e.events[at.n].n].ID
		for i := range e.r.Figures {
			f := &e.r.Figures[i]
			if f.Event != id && !(c.undated() && e.events[at.n].sentence.Contains(f.Span)) || f.Measure != measure || f.PartOf != "" || e.events[at.n].background || !v.current[at.entry] {
				continue
			}
			where := countAt{v.ref(at.entry, f.Span).Report, f.Span.Start}
			in := of[where]
			if in == nil || side[where] != 0 && inSorted(c.sides, side[where]) || in.Vague || in.Apart != "" || in.measure != measure {
				continue
			}
			if slices.ContainsFunc(in.Points, func(p Point) bool {
				return p.Part && p.Ref.Start == f.Start && p.Ref.Report == v.ref(at.entry, f.Span).Report
			}) {
				continue
			}
			if day := parseDay(in.Day); c.first != unknownDay && (in.dayless || day != unknownDay && (day-c.first > 1 || c.first-day > 1)) {
				continue
			}
			if votes[in]++; votes[in] == 1 {
				all = append(all, in)
			}
		}
	}
	var best *Incident
	for _, in := range all {
		if best == nil || votes[in] > votes[best] {
			best = in
		}
	}
	for _, in := range all {
		if in != best && votes[in] == votes[best] && in.Day == best.Day && !in.dayless { // "three bombs exploded": of which the toll is, no word says
			c.Tolls = slices.DeleteFunc(c.Tolls, func(t CourseToll) bool { return t.Measure == measure })
			return nil, 0
		}
	}
	return best, votes[best]
}

// countsApart reports whether two who stand by their numbers count an incident's toll, each for itself.
func (in *Incident) countsApart() bool {
	stands := func(n float64) bool {
		return slices.ContainsFunc(in.Keepers, func(k Keeper) bool { return k.Stands && k.Last.Low == n })
	}
	return in.Low < in.High && (stands(in.Low) && stands(in.High) || slices.ContainsFunc(in.Gaps, func(g Gap) bool { return g.Cause == CountApart }))
}

// toll is a count at which an incident stands, by the source that gave it first, or else by an outlet.
func (in *Incident) toll(measure string, count float64) (CourseToll, bool) {
	out := CourseToll{Measure: measure}
	for _, p := range in.Points {
		if p.Superseded || p.Old || p.Part || p.Vague || p.Low != count {
			continue
		}
		if out.Reports++; out.Reports == 1 || p.Who != p.Outlet && out.Who == out.Point.Outlet {
			out.Point, out.Source, out.Who = p, p.sourceID(), p.Who
		}
	}
	return out, out.Reports > 0
}
