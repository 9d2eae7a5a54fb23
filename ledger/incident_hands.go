package ledger

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Two who count by themselves may both be right by what they know: "the ministry said nine died, the doctors' union put the toll at 14".

// handsApart makes a range of the count that stands and of the lower one that the same report gives as another body's toll, and names the gap.
func (c *course) handsApart() {
	if !c.begun {
		return
	}
	told := map[string]bool{}
	for i := range c.in.Points {
		p := &c.in.Points[i]
		k := c.mate(i)
		if k < 0 || p.Superseded || p.Vague || p.Old || c.in.Points[k].Low > c.now || !c.counts(i, k) {
			continue
		}
		q := &c.in.Points[k]
		p.Part = false
		if q.Low == c.now {
			c.fewer(i)
		}
		if key := p.Origin + "|" + q.Origin; !told[key] && !c.knownApart(p, q) {
			told[key] = true
			c.gap(i, k, CountApart, fmt.Sprintf("%s by %s beside %s by %s in one report: they count apart", show(p.Low), p.Who, show(q.Low), q.Who))
		}
	}
}

// knownApart reports whether a gap says already that the keepers of p and q count apart.
func (c *course) knownApart(p, q *Point) bool {
	return slices.ContainsFunc(c.in.Gaps, func(g Gap) bool {
		return g.Cause == CountApart && g.At.Origin == p.Origin && len(g.Against) > 0 && g.Against[0].Origin == q.Origin
	})
}

// fewHeld is below how many arrested those of whom a report tells by two bodies may be others.
const fewHeld = 10

// counts reports whether points i and k, of one report, are the tolls of two bodies: both are named, neither speaks for the other's side, the
// lower is half of the other or more, and its body gave it as the toll elsewhere or gives it here in words for one.
func (c *course) counts(i, k int) bool {
	p, q := &c.in.Points[i], &c.in.Points[k]
	if p.Origin == q.Origin || !p.keeper.counts() && !p.against(q) || !q.keeper.counts() || p.Low < 2 || 4*p.Low < q.Low || p.some || p.back > 0 {
		return false
	}
	if akin(p.whose(), q.whose()) || c.adds(p, q) && !bothBodies(p, q) || p.longSaid(q) {
		return false
	}
	if isTaken(c.in.measure) && 2*p.Low >= q.Low && p.Low >= fewHeld {
		return true // "Police arrested 41 people. A lawyers' group said 70 had been detained."
	}
	if p.tollsOfTwo(q) {
		return true
	}
	return 2*p.Low >= q.Low && p.Low > 2 && containsAny(p.context, "toll", "total of", "in total", "put the number", "puts the number") || slices.ContainsFunc(c.ofCount(p.Low), func(k int) bool {
		o := &c.in.Points[k]
		return o.Origin == p.Origin && o.key != p.key && !o.Part && !o.Superseded && !o.Old
	})
}

// tollsOfTwo reports whether p and q, of one report, are what two bodies count of many dead, each in a sentence of its own and neither of a place or of bodies: "The
// Health Ministry said that 88 had died. The governor spoke of more than 120."
func (p *Point) tollsOfTwo(q *Point) bool {
	if !bothBodies(p, q) || p.Low < fewDead || 2*p.Low < q.Low || p.context == q.context || p.some || p.rise || akin(p.whose(), q.whose()) || p.longSaid(q) || q.longSaid(p) {
		return false
	}
	return !containsAny(p.context, " bodies", " morgue", " elsewhere", " there ", " in the town of ", " in the village of ", " in the city of ", " in the district of ") && !careHouses[lastWord(strings.ToLower(p.Who))]
}

// against reports whether the outlet itself tells p in a sentence that goes on with the toll of a body, q: "killed six; the union put the toll at
// eight". "Killed six, raising the toll to eight" tells of more than one day's dead.
func (p *Point) against(q *Point) bool {
	if p.keeper.id != "" || p.context != q.context || p.Ref.End > q.Ref.Start {
		return false
	}
	_, between, ok := strings.Cut(p.context, p.Ref.Text)
	if !ok {
		return false
	}
	between, _, ok = strings.Cut(between, q.Ref.Text)
	return ok && containsAny(between, " put the toll at ", " puts the toll at ", " put the number of dead at ", " puts the number of dead at ", " put the death toll at ", " puts the death toll at ")
}

// standsBy reports whether the body that gives point i, by the words on the day of the count that stands or after it, gave as many before that one
// and never as many as it, while another body gives that: "six died, the ministry said again on Friday evening" after the union's eight.
func (c *course) standsBy(i int) bool {
	p, q := &c.in.Points[i], &c.in.Points[c.at]
	if p.Origin == q.Origin || !p.keeper.counts() || !q.keeper.counts() || p.Low < 3 || 2*p.Low < c.now || p.some || p.CopyOf != "" {
		return false
	}
	if p.when-q.when <= sameHour || p.said < q.told1() || akin(p.whose(), q.whose()) {
		return false
	}
	before := false
	for k := range c.in.Points {
		o := &c.in.Points[k]
		if o.Superseded || o.Old || o.Origin != p.Origin && !strings.EqualFold(o.Who, p.Who) { // "the mines ministry" of two outlets
			continue
		}
		if o.Low >= c.now {
			return false
		}
		before = before || k < c.at && o.Low == p.Low
	}
	return before
}

// longSaid reports whether p's sentence says that it was told days before its report, and q of the same report is not as old: "on Oct. 20 the
// government said the toll had reached 358. Now the committee puts it at 512". That is an earlier toll, and no other count of today.
func (p *Point) longSaid(q *Point) bool {
	day := parseDay(p.said)
	return p.said != "" && day != unknownDay && int32(p.when/86400)-day > longSaidDays && (q.said == "" || q.said > p.said)
}

// longSaidDays is for how many days a body that is cited beside another is taken to stand by its count.
const longSaidDays = 3

// counters are the words for two sides, of which one struck the other, that both count an incident's dead or hurt: "Norland said that 30
// fighters were killed, Vale put the toll at nine". A lower count after another's higher one tells that they do.
func (in *Incident) counters() (first, second []uint32, ok bool) {
	if len(in.blows) == 0 {
		return nil, nil, false
	}
	c := course{in: in}
	for i := range in.Points {
		p := &in.Points[i]
		if p.Low < 3 || p.Old || p.Vague || p.Superseded || p.some {
			continue
		}
		if first = p.side; len(first) == 0 {
			continue
		}
		for k := range in.Points {
			q := &in.Points[k]
			if q.Low <= p.Low || q.when > p.when || q.Old || q.Vague || q.Superseded || q.Origin == p.Origin || c.adds(p, q) {
				continue
			}
			if second = q.side; in.struck(first, second) || in.struck(second, first) {
				return first, second, true
			}
		}
	}
	return nil, nil, false
}

// struck reports whether the one side struck the other, and neither is both.
func (in *Incident) struck(by, on []uint32) bool {
	return !anyShared(by, on) && slices.ContainsFunc(in.blows, func(s [2]uint32) bool { return slices.Contains(by, s[0]) && slices.Contains(on, s[1]) })
}

// ofSides fills in whose the sources of an incident's counts are, by what any report calls them. Forces of nobody are those of the only side that strikes.
func (v *View) ofSides(in *Incident, sides map[string][]uint32) {
	striker := in.blows[0][0]
	for _, s := range in.blows {
		if s[0] != striker {
			striker = 0
			break
		}
	}
	for i := range in.Points {
		p := &in.Points[i]
		who := p.whose()
		side, ok := sides[who]
		if !ok {
			side = sideWords(who)
			sides[who] = side
		}
		p.side = side
		if id := p.sourceID(); len(p.side) == 0 && id != "" {
			p.side = sideWords(v.sourceName(id))
		}
		if len(p.side) == 0 && striker != 0 && anyIn(stemsOf(p.Who), commandStems) {
			p.side = []uint32{striker}
		}
	}
}

// countedByBoth follows the counts of two sides each by itself. The incident's toll is the range of what both say now, and that they differ is a gap.
func (v *View) countedByBoth(in *Incident, first, second []uint32) {
	var sides [2]Incident
	for k := range sides {
		sides[k].measure, sides[k].held = in.measure, in.held
	}
	var open []Point // of neither side by their sources
	for _, p := range in.Points {
		switch w := p.side; {
		case anyShared(w, first):
			sides[0].Points = append(sides[0].Points, p)
		case anyShared(w, second):
			sides[1].Points = append(sides[1].Points, p)
		default:
			open = append(open, p)
		}
	}
	for _, p := range open { // whoever tells a number that a side told tells that side's
		k := 0
		if slices.ContainsFunc(sides[1].Points, func(q Point) bool { return q.Low == p.Low }) {
			k = 1
		}
		sides[k].Points = append(sides[k].Points, p)
	}
	in.Points = nil
	var last [2]*Point
	for k := range sides {
		s := &sides[k]
		slices.SortStableFunc(s.Points, func(a, b Point) int { return cmp.Compare(a.when, b.when) })
		c := s.course()
		if c.begun {
			last[k] = &s.Points[c.at]
			if in.Low == 0 || c.low < in.Low {
				in.Low = c.low
			}
			in.High = max(in.High, c.high)
		}
		in.Points, in.Gaps, in.Keepers = append(in.Points, s.Points...), append(in.Gaps, s.Gaps...), append(in.Keepers, s.Keepers...)
	}
	slices.SortStableFunc(in.Points, func(a, b Point) int { return cmp.Compare(a.when, b.when) })
	p, q := last[0], last[1]
	if p == nil || q == nil || p.Low == q.Low {
		return
	}
	if p.Low > q.Low {
		p, q = q, p
	}
	in.Gaps = append(in.Gaps, Gap{Who: p.Who, At: *p, Against: []Point{*q}, Low: q.Low, High: q.High, Cause: CountApart, PointSeries: -1,
		Reason: fmt.Sprintf("%s by %s, %s by %s: each side counts for itself", show(p.Low), v.whoGives(p), show(q.Low), v.whoGives(q))})
}

// whoGives is what the source of a count is called across reports.
func (v *View) whoGives(p *Point) string {
	if id := p.sourceID(); id != "" {
		return v.sourceName(id)
	}
	return p.Who
}
