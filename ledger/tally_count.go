package ledger

import (
	"math"
	"slices"
	"sort"
	"strings"

	"sayso/resolve"
)

// A counter sorts a measure's figures into running totals and incidents.
type counter struct {
	v         *View
	t         *Tally
	of        *occasions
	points    []Point        // one for each figure
	series    map[string]int // of the tally, by keeper and window
	incidents map[int]int    // of the tally, by occasion
	held      int            // the occasion of the captives of a side, or -1
	latest    *Point         // the last total that anybody told
}

// tally is a measure's figures in order: running totals by source, and incidents with their counts.
func (v *View) tally(key tallyKey, figures []figureAt, of *occasions, sides *sideTable) Tally {
	measure := key.measure
	t := Tally{Measure: measure}
	c := counter{v: v, t: &t, of: of, points: make([]Point, len(figures)), series: map[string]int{}, incidents: map[int]int{}, held: -1}
	for i, at := range figures {
		c.points[i] = v.point(at)
	}
	oneKeeper(c.points)
	foes := sides.foes(v, key, figures, c.points)
	for i, at := range figures {
		if foes[i] {
			c.claim(&c.points[i])
			continue
		}
		c.take(i, at)
	}
	c.toldAgain()
	c.lookedBackOn()
	c.together()
	for k := range t.Incidents {
		t.Incidents[k].take(c.points)
	}
	t.windows(of.first)
	if !of.group.war() && c.ofIncidents() {
		t.older(of)
	}
	if of.craft != "" && c.ofIncidents() && measure != "survivors" {
		t.wider(of.craft)
	}
	sort.SliceStable(t.Series, func(a, b int) bool { return len(t.Series[a].Points) > len(t.Series[b].Points) })
	for k, i := range c.incidents {
		v.place(&t.Incidents[i], of, k, k == c.held, measure)
	}
	if _, main := c.incidents[of.single]; of.disaster != nil && !main {
		t.besideNothing()
	}
	if !of.group.war() {
		t.hands()
	}
	t.retold()
	t.recalledSlips()
	t.Incidents = slices.DeleteFunc(t.Incidents, func(in Incident) bool { // no present text has it
		return !slices.ContainsFunc(in.Points, func(p Point) bool { return !p.Superseded })
	})
	sort.SliceStable(t.Incidents, func(a, b int) bool { return t.Incidents[a].Day < t.Incidents[b].Day })
	t.onlyRecalled()
	return t
}

// manyAgain is from how many dead on a number without a day of its own is hardly another incident's by chance.
const manyAgain = 50

// toldAgain gives the story's only incident the counts of those that have no day and no number but its own: "some 1,200 died when the wall gave way last
// week".
func (c *counter) toldAgain() {
	main, ok := c.incidents[c.of.single]
	if !ok || c.of.single < 0 || !c.ofIncidents() {
		return
	}
	its := map[float64]bool{}
	for _, i := range c.t.Incidents[main].at {
		its[c.points[i].Low] = true
	}
	for k, n := range c.incidents {
		in := &c.t.Incidents[n]
		if n == main || c.of.all[k].exact || slices.ContainsFunc(in.at, func(i int32) bool { return c.points[i].Low < manyAgain || !its[c.points[i].Low] }) {
			continue
		}
		c.t.Incidents[main].at = append(c.t.Incidents[main].at, in.at...)
		in.at = nil
	}
	slices.Sort(c.t.Incidents[main].at)
}

// ofIncidents reports whether the measure counts people to whom something was done, in incidents.
func (c *counter) ofIncidents() bool {
	return peopleMeasure[c.t.Measure] && !standingMeasure[c.t.Measure]
}

// take gives the i-th figure its place: a running total, an incident's count, or neither.
func (c *counter) take(i int, at figureAt) {
	e := c.v.entries[at.entry]
	f := &e.r.Figures[at.n]
	if c.t.Unit == "" {
		c.t.Unit = f.Unit
	}
	p := &c.points[i]
	measure := c.t.Measure
	occasion, placed := c.of.of[at]
	cumulative := f.Scope == "cumulative"
	toll := !p.Old && (p.toll && !(placed && !cumulative && c.tollOfIts(p)) || p.many && c.latest != nil && 2*p.Low >= c.latest.Low)
	both := peopleMeasure[measure] && (c.of.ofMore(p, e.day, cumulative) || c.of.ofSeveral(p, c.latest)) // the toll of the incident and of the one after it
	if k := c.tollOf(at, f, toll, both); k >= 0 {
		c.count(k, i)
		return
	}
	if k := c.ofOwnIncident(p, f); (toll || cumulative || p.risen && !p.onDay) && !both && k >= 0 {
		c.count(k, i)
		return
	}
	total := cumulative || both || standingMeasure[measure] || toll || c.t.restates(c.series, c.latest, p) || c.asOf(p, dayString(e.day))
	total = total || measure == "survivors" && !p.one || measure == "cases" && !p.rise && !strings.Contains(p.context, " new ")
	if p.Old {
		total = p.AsOf != dayString(e.day) // an older document with a day of its own is a point of that day
	}
	left := !c.of.group.war() && stillHeld(e.r.Article.Text, f)
	switch {
	case total || left:
		c.total(p, f, left)
	case placed:
		c.count(c.occasion(occasion, p), i)
	}
}

// tollOfIts reports whether "the toll" is that of the incident that its sentence tells: of the only one, or far under the running total that was told last, and
// its source keeps none.
func (c *counter) tollOfIts(p *Point) bool {
	if c.of.alone(c.t.Measure) {
		return true
	}
	_, keeps := c.series[p.Origin]
	if !slices.ContainsFunc(strings.Fields(strings.ToLower(p.context)), func(w string) bool { return tellsBlow(strings.Trim(w, ".,;:’'\"”“")) }) && p.day == "" && !p.onDay {
		return false // "a spokesman put the number of dead at six": of what everybody counts
	}
	return c.latest != nil && !keeps && 2*p.Low < c.latest.Low
}

// asOf reports whether a count says in the perfect as of which day before its report's it is, in a story that has totals: "31 people had been killed as of May 5".
func (c *counter) asOf(p *Point, told string) bool {
	return c.of.single < 0 && c.latest != nil && (p.perfect || containsAny(p.context, "had killed ", "have killed ", "has killed ")) && p.AsOf < told && asOfWords(p)
}

// tollOf is the occasion whose toll a figure is that says "the toll", or a total, and no more of what: the only incident's of the
// story, or that of the one that nearly all reports count; or -1.
func (c *counter) tollOf(at figureAt, f *resolve.Figure, toll, both bool) int {
	of, cumulative := c.of, f.Scope == "cumulative"
	if both || f.Within != "" || !cumulative && !toll {
		return -1
	}
	if of.single >= 0 && c.ofIncidents() && !(of.runs && cumulative) && of.sinceThen(f) {
		return of.single
	}
	if k := of.dominant(c.t.Measure); toll && f.Since == "" && (!cumulative || of.each[at.entry] == k+1) {
		return k
	}
	return -1
}

// sinceThen reports whether a figure counts since no day of its own, or since the story's first.
func (o *occasions) sinceThen(f *resolve.Figure) bool {
	if o.disaster != nil && strings.Contains(f.Since, "-W") {
		return true // "in the past week"
	}
	if o.disaster != nil && f.Since != "" && (sinceDay(f.Since) >= o.first-beganWithin || o.disaster.kinds&lasting != 0 && sinceDay(f.Since) >= o.first-lastsFor) && sinceDay(f.Since) != math.MaxInt32 {
		return true // "have died of heat since Saturday"
	}
	return f.Since == "" || parseDay(f.Since) != unknownDay && parseDay(f.Since) >= o.first-2
}

// beganWithin is how many days before the first report a disaster may have begun, lastsFor how many a lasting one.
const (
	beganWithin = 14
	lastsFor    = 120
)

// total puts p into its keeper's running totals of its window; left is how many of those taken are held yet.
func (c *counter) total(p *Point, f *resolve.Figure, left bool) {
	key := p.Origin + "|" + f.Within + "|" + windowKey(f.Since)
	if left {
		key += "|left"
	}
	k, ok := c.series[key]
	if !ok {
		k = len(c.t.Series)
		c.series[key] = k
		if !left {
			c.series[p.Origin] = k
		}
		c.t.Series = append(c.t.Series, Series{Source: p.sourceID(), Who: p.Who, Since: f.Since, Within: f.Within, left: left})
	}
	c.t.Series[k].Points = append(c.t.Series[k].Points, *p)
	if p.stands() && !p.Old && !left {
		c.latest = p
	}
}

// occasion is the occasion of a count that is no total: its sentence's, but for bodies and captives.
func (c *counter) occasion(occasion int, p *Point) int {
	if k := c.of.dominant(c.t.Measure); k >= 0 && k != occasion && !c.of.all[occasion].exact && containsAny(p.context, " bodies") {
		occasion = k // "the hospital has received 21 bodies": of the dead whom everybody counts
	}
	if c.of.group.war() && isTaken(c.t.Measure) { // whoever tells how many of a side are held tells of the same
		if c.held < 0 {
			c.held = occasion
		}
		occasion = c.held
	}
	return occasion
}

// count puts the i-th of the points into the incident of an occasion.
func (c *counter) count(occasion, i int) {
	k, ok := c.incidents[occasion]
	if !ok {
		k = len(c.t.Incidents)
		c.incidents[occasion] = k
		c.t.Incidents = append(c.t.Incidents, Incident{Words: c.points[i].context})
	}
	c.t.Incidents[k].at = append(c.t.Incidents[k].at, int32(i))
}
