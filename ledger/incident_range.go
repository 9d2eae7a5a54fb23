package ledger

import (
	"fmt"
	"slices"
	"strings"
)

// The range of an incident's toll is that of the last words of those who keep it, less those that the toll has outgrown.

// A Keeper is a body that keeps a count of an incident by itself, with the last number that it gave.
type Keeper struct {
	Origin string
	Who    string
	Last   Point
	Stands bool // the number is part of the range: it is the toll, or stands beside it
}

// keptBy are those who keep a count of the incident by themselves, each with its last number, in the order in which they first gave one.
func (c *course) keptBy() []Keeper {
	var out []Keeper
	at := map[string]int{} // by origin, in out
	for i := range c.in.Points {
		p := &c.in.Points[i]
		if !c.ofKeeper(p) {
			continue
		}
		k, ok := at[p.Origin]
		if !ok {
			k = len(out)
			at[p.Origin] = k
			out = append(out, Keeper{Origin: p.Origin, Who: p.Who})
		}
		if last := &out[k].Last; !ok || p.key != last.key || p.Low > last.Low { // of two in one report the larger is the toll
			out[k].Last = *p
		}
	}
	for k := range out {
		out[k].Stands = c.keeps(&out[k].Last)
	}
	return out
}

// ofKeeper reports whether a point is a body's own count of the whole incident, by what is known of it.
func (c *course) ofKeeper(p *Point) bool {
	if !p.stands() || p.Part || p.Old || p.CopyOf != "" || p.some || p.rise {
		return false
	}
	return (p.own || p.keeper.id != "" && p.keeper.counts()) && !c.amiss(p)
}

// keptFor is for how many seconds a body's number stands beside another's that has changed since: two weeks, of an epidemic or the like six.
func (c *course) keptFor() int64 {
	if c.in.lasting {
		return 42 * 86400
	}
	return 14 * 86400
}

// keeps reports whether p, the last number of its keeper, stands for now: it is the toll; or somebody else had a higher one already when it was
// given, and nobody who had none then has a higher one since, or its keeper had counted fewer than others on an earlier day too.
func (c *course) keeps(p *Point) bool {
	if c.takenBack(p) {
		return false
	}
	if p.Low == c.now {
		return true
	}
	if !c.begun || c.in.Points[c.at].when-p.when > c.keptFor() {
		return false
	}
	higher, apart := map[string]bool{}, c.apartBefore(p) // who had a higher one when p was given
	for i := range c.in.Points {
		q := &c.in.Points[i]
		if q.Origin == p.Origin || !c.ofKeeper(q) || q.Low <= p.Low {
			continue
		}
		if q.when <= p.when {
			higher[q.Origin] = true
		} else if !higher[q.Origin] && !apart {
			if !c.apartFrom(p, q) {
				return false
			}
			higher[q.Origin] = true
		}
	}
	return p.Low > c.now || len(higher) > 0 // what fell since was another's
}

// lastApart reports whether point i tells the last number of a body that counted fewer than another when it gave it: "a crash that killed 29", the health board's
// number beside the union's 32.
func (c *course) lastApart(i int) bool {
	for _, k := range c.ofCount(c.in.Points[i].Low) {
		q := &c.in.Points[k]
		if k >= i || !c.ofKeeper(q) || q.own {
			continue
		}
		last, fewer := true, false
		for j := range i {
			x := &c.in.Points[j]
			last = last && !(x.Origin == q.Origin && x.when > q.when && x.Low != q.Low && c.ofKeeper(x))
			fewer = fewer || x.Origin != q.Origin && x.Low > q.Low && (x.when <= q.when || x.key == q.key) && c.ofKeeper(x)
		}
		if last && fewer {
			return true
		}
	}
	return false
}

// apartBefore reports whether the keeper of p gave fewer than somebody else on an earlier day already.
func (c *course) apartBefore(p *Point) bool {
	most := map[string]float64{} // the highest count of each keeper so far
	for i := range c.in.Points {
		q := &c.in.Points[i]
		if q.told1() >= p.told1() {
			return false
		}
		if !c.ofKeeper(q) {
			continue
		}
		if q.Origin != p.Origin {
			most[q.Origin] = max(most[q.Origin], q.Low)
			continue
		}
		for _, n := range most {
			if n > q.Low {
				return true
			}
		}
	}
	return false
}

// standing takes into the range what the keepers stand by, and leaves out of it what its own keeper has outgrown.
func (c *course) standing() {
	c.in.Keepers = c.keptBy()
	if c.in.measure != "killed" || !c.begun {
		return
	}
	c.in.Gaps = slices.DeleteFunc(c.in.Gaps, func(g Gap) bool { // who tells what a body stands by carries nothing over
		return g.Cause == StaleTotal && slices.ContainsFunc(c.in.Keepers, func(k Keeper) bool { return k.Stands && k.Last.Low == g.At.Low && k.Origin != g.At.Origin })
	})
	c.low = c.now
	for _, i := range c.lows {
		if p := &c.in.Points[i]; !c.outgrown(i) {
			c.low = min(c.low, p.Low)
		}
	}
	for _, k := range c.in.Keepers {
		if k.Stands {
			c.low, c.high = min(c.low, k.Last.Low), max(c.high, k.Last.High)
		}
	}
	for i := range c.in.Gaps { // who says that he counts people not found stands by it
		if g := &c.in.Gaps[i]; g.Cause == PresumedDead && g.At.Low > c.high && c.missingIn(&g.At) != "" {
			c.high = g.At.High
		}
	}
	c.nameApart()
}

// nameApart names why a keeper whose last number stands beside the best one differs from it, and gives the gaps of those who count apart the cause that
// the words of the higher one tell.
func (c *course) nameApart() {
	best := c.supported()
	named := map[string]bool{}
	for i := range c.in.Gaps {
		g := &c.in.Gaps[i]
		if g.Cause == CountApart || g.Cause == PresumedDead {
			named[g.At.Origin] = true
		}
		if g.Cause == CountApart && len(g.Against) > 0 {
			g.Cause, g.Reason = c.whyApart(&g.At, &g.Against[0], g.Reason)
		}
	}
	for i := range c.in.Keepers {
		k := &c.in.Keepers[i]
		q := c.keeperOfCount(best)
		if !k.Stands || k.Last.Low == best || q == nil || named[k.Origin] {
			continue
		}
		held := fmt.Sprintf("%s by %s on %s, %s by %s on %s: they count apart", show(k.Last.Low), k.Who, k.Last.told1(), show(best), q.Who, q.told1())
		cause, why := c.whyApart(&k.Last, q, held)
		c.in.Gaps = append(c.in.Gaps, Gap{Who: k.Who, At: k.Last, Against: []Point{*q}, Low: best, High: best, Cause: cause, Reason: why, PointSeries: -1})
	}
	c.oneCause()
}

// oneCause drops the gaps of those who count apart between two numbers of which a report says that the one takes the place of the other.
func (c *course) oneCause() {
	took := map[[2]float64]bool{}
	for i := range c.in.Gaps {
		if g := &c.in.Gaps[i]; g.Cause == RevisedToll && len(g.Against) > 0 {
			took[[2]float64{g.At.Low, g.Against[0].Low}] = true
		}
	}
	c.in.Gaps = slices.DeleteFunc(c.in.Gaps, func(g Gap) bool {
		return g.Cause == CountApart && len(g.Against) > 0 && took[[2]float64{g.At.Low, g.Against[0].Low}]
	})
}

// whyApart is why two counts that stand beside each other differ: the higher one holds people who have not been found, or their keepers count apart.
func (c *course) whyApart(p, q *Point, held string) (GapCause, string) {
	if p.Low < q.Low {
		p, q = q, p
	}
	if w := c.missingIn(p); w != "" && c.missingIn(q) == "" {
		return PresumedDead, fmt.Sprintf("%s; %s says “%s”", held, p.Who, w)
	}
	return CountApart, held
}

// keeperOfCount is the last count of n by a keeper, else by anybody, or nil.
func (c *course) keeperOfCount(n float64) *Point {
	var last *Point
	kept := false
	for _, i := range c.ofCount(n) {
		p := &c.in.Points[i]
		if !p.stands() || p.Old || p.Part {
			continue
		}
		if k := c.ofKeeper(p); k || !kept {
			last, kept = p, kept || k
		}
	}
	return last
}

// takenBack reports whether another report says after p that its number is not so.
func (c *course) takenBack(p *Point) bool {
	k, ok := c.withdrawn[p.Low]
	return ok && c.in.Points[k].when > p.when
}

// outgrown reports whether the keeper of point i, or one who gave its number before, gave another number of the incident later.
func (c *course) outgrown(i int) bool {
	p := &c.in.Points[i]
	return c.takenBack(p) || slices.ContainsFunc(c.in.Keepers, func(k Keeper) bool {
		if k.Last.when <= p.when || k.Last.Low == p.Low {
			return false
		}
		return k.Origin == p.Origin || slices.ContainsFunc(c.ofCount(p.Low), func(j int) bool { return j < i && c.in.Points[j].Origin == k.Origin })
	})
}

// apartFrom reports whether q, higher and given after p, takes nothing from p: it counts people whom p leaves out, or two bodies that have each counted
// for themselves before stand close together, and hardly anybody else has taken up the higher number.
func (c *course) apartFrom(p, q *Point) bool {
	if c.countsMissing(q) {
		return true
	}
	if c.risesTo(q.Low) || !bothBodies(p, q) || 4*p.Low < 3*q.Low || q.when-p.when > spikeFor || len(c.tellersOf(q.Low)) >= fallOutlets {
		return false
	}
	return c.ownSeries(p, q.Origin) && (c.ownSeries(q, p.Origin) || len(c.tellersOf(p.Low)) > 1)
}

// risesTo reports whether a report says that the toll rose to a count: what was given before it is older.
func (c *course) risesTo(n float64) bool {
	return slices.ContainsFunc(c.ofCount(n), func(k int) bool {
		q := &c.in.Points[k]
		return q.risen || q.stands() && (raisedTo(q.context) || diedWords(q) || containsAny(q.context, "now known", "now stands", "have now ", "are now "))
	})
}

// ownSeries reports whether the keeper of p has given another number before, that the other one never gave.
func (c *course) ownSeries(p *Point, other string) bool {
	own := map[float64]bool{}
	for i := range c.in.Points {
		q := &c.in.Points[i]
		if q.when < p.when && q.Origin == p.Origin && q.Low != p.Low && q.stands() && !q.Old {
			own[q.Low] = true
		}
	}
	for i := range c.in.Points {
		if q := &c.in.Points[i]; q.Origin == other && (own[q.Low] || q.Low == p.Low) {
			return false
		}
	}
	return len(own) > 0
}

// tellersOf are the outlets that tell a count in their own wording.
func (c *course) tellersOf(n float64) []string {
	var out []string
	for _, k := range c.ofCount(n) {
		if q := &c.in.Points[k]; q.stands() && !q.Old && q.CopyOf == "" {
			out = addName(out, q.Outlet)
		}
	}
	return out
}

// missingWords say beside a count of the dead that it holds people who have not been found.
var missingWords = []string{"still missing", "is missing", "are missing", "was missing", "were missing", "went missing", "those missing", "the missing", "not been found", "never found", "never been found", "unaccounted for",
	"presumed dead", "presumed to be dead", "feared dead", "not been recovered", "not been identified"}

// includingWords are those by which a count takes somebody in.
var includingWords = []string{"includ", "counting", "counts", "count ", "among them", "adding", "as dead", "together with", "as well as", "presumed dead"}

// countsMissing reports whether the keeper of p says where he gives its number that it counts people who have not been found: "five died, including a worker
// still missing".
func (c *course) countsMissing(p *Point) bool {
	return c.missingIn(p) != ""
}

// missingIn is the clause by which the keeper of p counts people who have not been found, or "".
func (c *course) missingIn(p *Point) string {
	for _, k := range c.ofCount(p.Low) {
		q := &c.in.Points[k]
		if q.Origin != p.Origin || !q.stands() {
			continue
		}
		_, after, _ := strings.Cut(q.around, q.Ref.Text)
		after, _, _ = strings.Cut(after, ";")
		for _, j := range c.ofReport(q) { // up to what another says
			if x := &c.in.Points[j]; x.Ref.Start > q.Ref.Start && x.Origin != q.Origin {
				after, _, _ = strings.Cut(after, x.Ref.Text)
			}
		}
		for _, w := range missingWords {
			if at := strings.Index(strings.ToLower(after), w); at >= 0 {
				if words := clause(after, at); containsAny(words, includingWords...) {
					return words
				}
			}
		}
	}
	return ""
}
