package ledger

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// An incident's counts are a series: the latest stands, and what falls out of it is a part, a slip or an older count.

// course follows the counts of an incident.
func (in *Incident) course() *course {
	c := &course{in: in, stood: map[float64]bool{}}
	for i := range in.Points {
		c.take(i)
	}
	c.handsApart()
	for i := range in.Points {
		c.loweredFrom(i)
	}
	c.standing()
	return c
}

// A course follows the counts of one incident.
type course struct {
	in        *Incident
	begun     bool
	at        int // index of the point that last changed the count
	now       float64
	low, high float64
	lows      []int            // points that count fewer and stand beside the count
	stood     map[float64]bool // the counts that were the incident's
	withdrawn map[float64]int  // those that somebody took back, by the point that did

	reports map[string][]int  // the points of each report, once asked for
	byCount map[float64][]int // the points of each count
	over    []int             // of each point the next that is no lower, once asked for
}

// index enters the points by their report and by their count, so that no point is held against all others.
func (c *course) index() {
	if c.reports != nil {
		return
	}
	c.reports, c.byCount = map[string][]int{}, map[float64][]int{}
	for i := range c.in.Points {
		p := &c.in.Points[i]
		c.reports[p.Ref.Report] = append(c.reports[p.Ref.Report], i)
		c.byCount[p.Low] = append(c.byCount[p.Low], i)
	}
}

// ofReport is the points of the report of p.
func (c *course) ofReport(p *Point) []int {
	c.index()
	return c.reports[p.Ref.Report]
}

// reportAt is the points of a report.
func (c *course) reportAt(id string) []int {
	if id == "" {
		return nil
	}
	c.index()
	return c.reports[id]
}

// ofCount is the points that count n.
func (c *course) ofCount(n float64) []int {
	c.index()
	return c.byCount[n]
}

// sameHour is how long after a new count an older one is no fault: agencies are minutes and hours apart.
const sameHour = 3 * 3600

// take goes on to count i, if it stands and moves the number.
func (c *course) take(i int) {
	p := &c.in.Points[i]
	if p.Vague || p.Superseded || p.Old {
		return
	}
	if n := nthOf(p.Ref.Text); c.begun && c.in.measure == "killed" && p.Low == 1 && n == c.now+1 {
		p.Low, p.High = n, n // "a twelfth body" after eleven
	}
	if c.givesWay(i) || c.miscopied(i) || c.begun && c.withMissing(i) {
		return
	}
	if p.Part = c.partOf(i) || c.begun && p.Low <= c.now && (p.some || p.rise || c.partBefore(i)) || c.begun && p.Low < c.now && p.one; p.Part {
		return
	}
	if why := c.addedUp(i); why != "" {
		c.gap(i, c.at, UnitsMixed, why)
		return
	}
	if c.begun && c.keepers(i) {
		return
	}
	switch {
	case !p.Part && (!c.begun || p.Low > c.now) && c.spikes(i):
	case c.begun && p.Low > c.now && c.putsIn(i):
	case !c.begun:
		c.begun = true
		c.set(i)
	case p.Low > c.now && c.stood[p.Low] && !p.risen && !c.ownRise(i): // it has been taken back since
		if c.holdsOn(i) {
			c.high = max(c.high, p.High)
			c.gap(i, c.at, CountApart, fmt.Sprintf("%s by %s on %s again, after %s by %s on %s: they count apart", show(p.Low), p.Who, p.told1(), show(c.now), c.in.Points[c.at].Who, c.in.Points[c.at].told1()))
		} else if last := &c.in.Points[c.at]; p.when-last.when > sameHour && p.CopyOf == "" {
			c.gap(i, c.at, StaleTotal, fmt.Sprintf("%s told on %s, after %s took its place on %s%s", show(p.Low), p.told1(), show(c.now), last.told1(), c.carried(i)))
		}
	case p.Low > c.now && !c.slips(i) && !c.turnedRound(i):
		c.set(i)
	case p.Low == c.now:
		c.high = max(c.high, p.High)
	case p.Low < c.now:
		c.less(i)
	}
}

// holdsOn reports whether the body that gives point i gave that number before and no other since, and says that it stands by it or is another than the one whose
// count stands: "the Doctors' Chamber stood by its count of 117".
func (c *course) holdsOn(i int) bool {
	p, last := &c.in.Points[i], &c.in.Points[c.at]
	if !c.ofKeeper(p) || p.Origin == last.Origin || !last.keeper.counts() {
		return false
	}
	own := false
	for k := range i {
		if q := &c.in.Points[k]; q.Origin == p.Origin && q.stands() && !q.Old && !q.Part {
			own = q.Low == p.Low
		}
	}
	return own && containsAny(p.context, "stood by", "stands by", "stand by", "insist", "maintain", "stuck to", "sticks to", "reaffirm", "reiterat", "defended")
}

// ownRise reports whether the body that gives point i has counted fewer before and never as many: it comes to a number that another had.
func (c *course) ownRise(i int) bool {
	p := &c.in.Points[i]
	if p.keeper.id == "" || !p.keeper.body() {
		return false
	}
	fewer := false
	for k := range i {
		if q := &c.in.Points[k]; q.Origin == p.Origin && q.stands() && !q.Old {
			if q.Low >= p.Low {
				return false
			}
			fewer = fewer || !q.Part
		}
	}
	return fewer
}

// givesWay names a count that was lowered and that its own report has raised again.
func (c *course) givesWay(i int) bool {
	p := &c.in.Points[i]
	if p.back == 0 {
		return false
	}
	for _, k := range c.ofReport(p) {
		if q := &c.in.Points[k]; q.Low == p.back {
			c.gap(i, k, RevisedToll, fmt.Sprintf("%s told on %s, lowered from before; the same report has it raised to %s since", show(p.Low), p.told1(), show(q.Low)))
			return true
		}
	}
	return false
}

// fewer takes in point i, which counts fewer than the count that stands, as the lower end of the range.
func (c *course) fewer(i int) {
	c.low, c.lows = min(c.low, c.in.Points[i].Low), append(c.lows, i)
}

func (c *course) set(i int) {
	p := &c.in.Points[i]
	c.at, c.now, c.low, c.high, c.lows = i, p.Low, p.Low, p.High, nil
	c.stood[p.Low] = true
}

// supported is the count that most sources give in the days before it last changed and since, then most outlets, then the lower, within the range that stands.
func (c *course) supported() float64 {
	who, outlets := map[float64][]string{}, map[float64][]string{}
	if c.in.measure == "injured" {
		return c.low // a higher count of those shot often holds the dead
	}
	best := c.now
	for k := 0; c.begun && k < len(c.in.Points); k++ {
		p := &c.in.Points[k]
		if p.when < c.in.Points[c.at].when-spikeFor || p.Low < c.low || p.Low > max(c.now, c.high) || c.amiss(p) || c.takenBack(p) || c.outgrown(k) {
			continue
		}
		if p.Part || p.Old || p.Superseded || p.Vague || p.CopyOf != "" {
			continue // no word of its own on how many there are now
		}
		who[p.Low], outlets[p.Low] = addName(who[p.Low], p.Origin), addName(outlets[p.Low], p.Outlet)
		if n := cmp.Or(cmp.Compare(len(who[p.Low]), len(who[best])), cmp.Compare(len(outlets[p.Low]), len(outlets[best])), cmp.Compare(best, p.Low)); n > 0 {
			best = p.Low
		}
	}
	return best
}

// amiss reports whether a gap says that p is not what its report meant to tell now.
func (c *course) amiss(p *Point) bool {
	return slices.ContainsFunc(c.in.Gaps, func(g Gap) bool {
		return g.At.Ref == p.Ref && (g.Cause == Misprint || g.Cause == StaleTotal || g.Cause == UnitsMixed || g.Cause == PresumedDead || g.Cause == OlderAsOf || g.Cause == RevisedToll && p.back > 0)
	})
}

// partOf reports whether another count of the same report is larger, so that p is a part of it or of something else:
// "eight died in the first strike, four in the second" beside the fourteen of the lead. Not where two sources of the
// report count nearly the same.
func (c *course) partOf(i int) bool {
	p := &c.in.Points[i]
	for _, k := range c.ofReport(p) {
		q := &c.in.Points[k]
		if k == i || q.Superseded != p.Superseded || q.Vague || q.Old || q.Low <= p.Low {
			continue
		}
		if p.tollsOfTwo(q) {
			continue
		}
		if p.Low < 10 || p.Low < .75*q.Low && !c.in.keeps(p, q) && !c.in.toldBeside(p, q) || p.Origin == q.Origin || c.adds(p, q) && !bothBodies(p, q) {
			return true
		}
	}
	return false
}

// bothBodies reports whether two bodies give p and q, each its own.
func bothBodies(p, q *Point) bool {
	return p.Origin != q.Origin && p.keeper.id != "" && q.keeper.id != "" && p.keeper.counts() && q.keeper.counts()
}

// toldBeside reports whether an outlet gives p of a disaster in its own voice, and q is what a body puts in words for a toll after it: "142 died in ten weeks. The
// aid group said the true toll was 230".
func (in *Incident) toldBeside(p, q *Point) bool {
	return in.disaster && p.keeper.id == "" && p.Low >= 10 && q.keeper.body() && p.Ref.Start < q.Ref.Start && containsAny(q.context, " toll", "put the number", "puts the number", "number of dead")
}

// nthOf is the place in a row that words for one of the dead tell, "a twelfth body", "a thirteenth"; or 0.
func nthOf(words string) float64 {
	fields := strings.Fields(strings.ToLower(words))
	if len(fields) < 2 || len(fields) > 3 || fields[0] != "a" && fields[0] != "an" {
		return 0
	}
	if len(fields) == 3 {
		switch fields[2] {
		case "body", "victim", "person", "man", "woman", "death", "fatality":
		default:
			return 0 // "a seventh crew member" is none of the toll
		}
	}
	return nth[fields[1]]
}

var nth = map[string]float64{"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12,
	"thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20}

// partBefore reports whether p is one of the parts that the count that stands was made of: "the 303 pupils" after "303 pupils and 12 teachers".
func (c *course) partBefore(i int) bool {
	p, last := &c.in.Points[i], &c.in.Points[c.at]
	return p.Low >= 10 && p.Low < c.now && slices.Contains(last.parts, p.Low)
}

// adds reports whether a third count of the report makes q of p: "40 died there and four in hospital" beside 44.
func (c *course) adds(p, q *Point) bool {
	return slices.ContainsFunc(c.ofReport(p), func(k int) bool { return c.in.Points[k].Low+p.Low == q.Low })
}

// addedUp says that p adds the injured to the dead: its own words give two parts that others give as killed and as
// injured.
func (c *course) addedUp(i int) string {
	p := &c.in.Points[i]
	if len(p.parts) != 2 || c.in.measure != "killed" || p.Low < fewUnits { // "two women and a man" are the dead
		return ""
	}
	for _, k := range c.ofCount(p.parts[0]) {
		if q := &c.in.Points[k]; k != i && slices.Contains(q.injured, p.parts[1]) {
			return fmt.Sprintf("%s is %s and %s added up; %s gives %s as killed and %s as injured", show(p.Low), show(p.parts[0]), show(p.parts[1]), q.Who, show(p.parts[0]), show(p.parts[1]))
		}
	}
	return ""
}

// grownTo reports whether another report gives the count of point i, or one that is higher, in the days around it.
func (c *course) grownTo(i int) bool {
	p := &c.in.Points[i]
	return slices.ContainsFunc(c.in.Points, func(q Point) bool {
		return q.Low >= p.Low && q.key != p.key && q.CopyOf != p.Ref.Report && q.when < p.when+spikeFor && !q.Superseded && !q.Vague
	})
}

// copyFor is for how long a copy has the count of its day: two days later it is filled in with the new one.
const copyFor = 36 * 3600

// miscopied names a count that a copy has with a slip in the words of its source: 341 for 314.
func (c *course) miscopied(i int) bool {
	p := &c.in.Points[i]
	for _, k := range c.reportAt(p.CopyOf) {
		if q := &c.in.Points[k]; p.copies(q) && p.when-q.when < copyFor && (exchanged(p.Low, q.Low) || !c.grownTo(i)) {
			c.gap(i, k, Misprint, fmt.Sprintf("%s; the report that it copies, %s, has %s in the same words", show(p.Low), q.Outlet, show(q.Low)))
			return true
		}
	}
	return false
}

// withMissing names a count that is the one that stands and the missing beside it added up, by its own report or the one that gave the dead, where nobody
// gives as many since.
func (c *course) withMissing(i int) bool {
	p, last := &c.in.Points[i], &c.in.Points[c.at]
	if c.in.measure != "killed" || p.Low <= c.now || c.takenUp(i) {
		return false
	}
	for _, k := range append([]int{c.at}, c.ofReport(last)...) {
		q := &c.in.Points[k]
		for _, n := range append(slices.Clone(p.missing), q.missing...) {
			if q.Low+n == p.Low && (min(n, q.Low) >= fewUnits || min(n, q.Low) > 1 && p.Low >= fewUnits && c.passedOver(i)) {
				c.gap(i, k, PresumedDead, fmt.Sprintf("%s told on %s, after %s on %s; it is %s and the %s missing added up", show(p.Low), p.told1(), show(q.Low), last.told1(), show(q.Low), show(n)))
				return true
			}
		}
	}
	return false
}

// takenUp reports whether another report gives the count of point i or a higher one, before others go on with fewer.
func (c *course) takenUp(i int) bool {
	return !c.passedOver(i) && (c.asHigh(i) >= 0 || c.repeated(i))
}

// passedOver reports whether two outlets, in their own wording, go on with fewer than point i, and no fewer than before it, before another report gives
// as many.
func (c *course) passedOver(i int) bool {
	p := &c.in.Points[i]
	var fewer []string
	for k := i + 1; k < len(c.in.Points) && len(fewer) < 2; k++ {
		q := &c.in.Points[k]
		switch {
		case q.key == p.key || !q.stands() || q.Old || q.CopyOf != "":
		case q.Low >= p.Low:
			return false
		case q.Low >= c.now:
			fewer = addName(fewer, q.Outlet)
		}
	}
	return len(fewer) > 1
}

// slips reports a misprint: one digit off the count so far, and the next count goes back to it.
func (c *course) slips(i int) bool {
	p := &c.in.Points[i]
	if p.Low < 2*c.now && !exchanged(p.Low, c.now) || !slip(p.Low, c.now) {
		return false
	}
	for k := i + 1; k < len(c.in.Points); k++ {
		q := &c.in.Points[k]
		if q.Vague || q.Superseded || q.Old || q.key == p.key {
			continue
		}
		if q.Low < p.Low && q.Low >= c.now {
			c.gap(i, c.at, Misprint, fmt.Sprintf("%s after %s; %s gives %s again, and they differ by a digit", show(p.Low), show(c.now), q.Who, show(q.Low)))
			return true
		}
		return false
	}
	return false
}

// turnedRound reports a misprint that nobody corrects: the digits of a count that two outlets have told for half a day are exchanged in one that an outlet alone tells, by no body.
func (c *course) turnedRound(i int) bool {
	p := &c.in.Points[i]
	n := swapped(p.Low)
	if n < fewUnits || 4*p.Low < 5*c.now || 2*n < c.now || n > c.now || c.ofKeeper(p) || p.risen || c.repeated(i) || c.asHigh(i) >= 0 {
		return false
	}
	var outlets []string
	first := -1
	for _, k := range c.ofCount(n) {
		if q := &c.in.Points[k]; k < i && q.stands() && !q.Old && !q.Part {
			outlets = addName(outlets, q.Outlet)
			if first < 0 {
				first = k
			}
		}
	}
	if len(outlets) < 2 || p.when-c.in.Points[first].when < halfDay {
		return false
	}
	c.gap(i, first, Misprint, fmt.Sprintf("%s told on %s, and %s by %s before: the digits are exchanged, and nobody else gives %s", show(p.Low), p.told1(), show(n), plural2(len(outlets), "outlet"), show(p.Low)))
	return true
}

// swapped is a number of two digits with these exchanged, or 0.
func swapped(n float64) float64 {
	if s := show(n); len(s) == 2 && s[1] != '0' {
		return digitsOf(s[1:] + s[:1])
	}
	return 0
}

// repeated reports whether another report gives the count of point i.
func (c *course) repeated(i int) bool {
	return slices.ContainsFunc(c.ofCount(c.in.Points[i].Low), func(k int) bool {
		q := &c.in.Points[k]
		return q.key != c.in.Points[i].key && q.CopyOf == ""
	})
}

// mate is the higher count that the same report gives, or -1.
func (c *course) mate(i int) int {
	p := &c.in.Points[i]
	for _, k := range c.ofReport(p) {
		if q := &c.in.Points[k]; q.Superseded == p.Superseded && q.Low > p.Low && !q.Vague && !q.Old {
			return k
		}
	}
	return -1
}

// before is an earlier count of the number that point i gives, or -1.
func (c *course) before(i int) int {
	for _, k := range c.ofCount(c.in.Points[i].Low) {
		if k >= i {
			break
		}
		if q := &c.in.Points[k]; q.key != c.in.Points[i].key && !q.Vague {
			return k
		}
	}
	return -1
}

// told1 is the day on which a point was told.
func (p *Point) told1() string { return dayString(int32(p.when / 86400)) }

func (c *course) gap(i, against int, cause GapCause, reason string) {
	p, q := c.in.Points[i], c.in.Points[against]
	c.in.Gaps = append(c.in.Gaps, Gap{Who: p.Who, At: p, Against: []Point{q}, Low: c.low, High: c.high, Cause: cause, Reason: reason, PointSeries: -1})
}
