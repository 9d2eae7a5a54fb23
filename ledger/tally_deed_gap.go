package ledger

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// What does not agree in a count of things done. It mostly grows: who gives fewer than was told before has counted earlier, counts apart, has taken back
// what he said, or slipped. What is still so (homes without power) rises and falls, and what there is in all is one number by each who gives it.

// A toldCount is a count that stands, of a series.
type toldCount struct {
	p      *Point
	series int
}

// falls reports whether the thing counted is less by and by, so that a lower number is no fault.
func (t *Tally) fallsBy() bool { return strings.HasPrefix(t.deed, "without ") }

// level reports whether the number is the size of something, which does not grow from report to report.
func (t *Tally) level() bool { return t.deed == deedAll || t.deed == deedAboard }

// otherKeeper reports whether two numbers are two keepers' own: each estimates, bids or counts for himself.
func (t *Tally) otherKeeper(p, q *Point) bool {
	return (t.ofMoney() || t.deed == deedKept && p.keeper.counts() && q.keeper.counts()) && p.Origin != q.Origin && p.keeper.id != "" && q.keeper.id != ""
}

// deedCounts are the counts of a tally that are held against each other, in the order of their publication.
type deedCounts struct {
	*Tally
	amiss   map[Ref]bool                // where a gap is
	tellers map[float64]map[string]bool // the reports that tell a number in their own wording
}

// deedHeld is how many counts of a tally are held against each other, the latest.
const deedHeld = 200

// deedGaps names the counts that do not fit those told before them.
func (t *Tally) deedGaps() {
	c := &deedCounts{t, map[Ref]bool{}, map[float64]map[string]bool{}}
	var all []toldCount
	for s := range t.Series {
		for i := range t.Series[s].Points {
			p := &t.Series[s].Points[i]
			switch {
			case t.Series[s].Apart != "":
			case p.Superseded:
				c.correctedCount(p, s)
			case p.stands():
				all = append(all, toldCount{p, s})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b toldCount) int {
		return cmp.Or(cmp.Compare(a.p.when, b.p.when), cmp.Compare(a.p.Ref.Report, b.p.Ref.Report), cmp.Compare(a.p.Ref.Start, b.p.Ref.Start))
	})
	all = all[max(0, len(all)-deedHeld):]
	for _, x := range all {
		if c.tellers[x.p.Low] == nil {
			c.tellers[x.p.Low] = map[string]bool{}
		}
		if x.p.CopyOf == "" {
			c.tellers[x.p.Low][x.p.key] = true
		}
	}
	c.hold(all)
	slices.SortStableFunc(t.Gaps, func(a, b Gap) int { return cmp.Compare(a.At.AsOf, b.At.AsOf) })
}

// hold holds each count against the others, slips first.
func (t *deedCounts) hold(all []toldCount) {
	for i, c := range all {
		if cause, why, q := t.slipOf(all, i); q != nil {
			t.gapAt(c, q, cause, why)
		} else if q := t.oddOne(all, i); q != nil {
			t.gapAt(c, q, NoCause, fmt.Sprintf("; others have told %s since, and nobody as many", t.show(q.Low)))
		}
	}
	for i, c := range all {
		before := all[:i]
		if t.bad(c.p) || c.p.Old || c.p.CopyOf != "" && !t.unlikeCopied(all, c.p) {
			continue
		}
		if q := t.lastOf(before, func(q toldCount) bool { return q.series == c.series }); q != nil {
			t.afterOwn(before, c, q)
		}
		if q := t.highest(before, c); q != nil && !t.bad(c.p) {
			t.afterOthers(before, c, q)
		}
	}
}

// unlikeCopied reports whether p, in a copy, has another number than the report that it copies.
func (t *deedCounts) unlikeCopied(all []toldCount, p *Point) bool {
	return !slices.ContainsFunc(all, func(q toldCount) bool { return q.p.Ref.Report == p.CopyOf && q.p.Low == p.Low })
}

// bad reports whether a gap is at p already.
func (t *deedCounts) bad(p *Point) bool { return t.amiss[p.Ref] }

func (t *deedCounts) gapAt(c toldCount, q *Point, cause GapCause, why string) {
	apart := cause == CountApart && t.otherKeeper(c.p, q)
	t.amiss[c.p.Ref] = !apart // each is right for himself
	if apart {                // what they said last tells it
		t.Gaps = slices.DeleteFunc(t.Gaps, func(g Gap) bool { return g.Cause == CountApart && g.pairOf(c.p.Origin, q.Origin) })
	}
	t.Gaps = append(t.Gaps, Gap{Who: c.p.Who, At: *c.p, Against: []Point{*q}, Low: q.Low, High: q.High, Cause: cause, PointSeries: c.series,
		Reason: fmt.Sprintf("%s by %s on %s, %s by %s on %s%s", t.show(c.p.Low), c.p.Who, c.p.told1(), t.show(q.Low), q.Who, q.told1(), why)})
}

// pairOf reports whether a gap is between two keepers.
func (g *Gap) pairOf(a, b string) bool {
	return len(g.Against) > 0 && (g.At.Origin == a && g.Against[0].Origin == b || g.At.Origin == b && g.Against[0].Origin == a)
}

// correctedCount names a count that a later text of its report has taken back.
func (t *deedCounts) correctedCount(p *Point, s int) {
	for k := range t.Series {
		for i := range t.Series[k].Points {
			q := &t.Series[k].Points[i]
			if q.key != p.key || q.Superseded || q.Low == p.Low || q.Vague || q.Old {
				continue
			}
			cause := RevisedCount
			if slip(p.Low, q.Low) {
				cause = Misprint
			}
			t.gapAt(toldCount{p, s}, q, cause, fmt.Sprintf(": a later text of the report has %s for %s", t.show(q.Low), t.show(p.Low)))
			return
		}
	}
}

// slipFor is for how many days a number may be a slip of another.
const slipFor = 7 * 86400

// slipOf is the count of another report that count i is a slip of, or than which it cannot be more, and why; nobody else gives it.
func (t *deedCounts) slipOf(all []toldCount, i int) (cause GapCause, why string, of *Point) {
	p := all[i].p
	own := func(q *Point) bool { return p.Origin == q.Origin || p.keeper.id == "" } // the keeper's, or nobody's but the outlet's
	over := p.whole > 0 && p.Low > p.whole
	for k := range all {
		q := all[k].p
		if k == i || q.key == p.key && q.Low == p.Low {
			continue
		}
		if q.Low == p.Low && q.key != p.key && q.CopyOf == "" && p.CopyOf == "" {
			return "", "", nil // somebody else gives it
		}
		if q.key == p.key || q.Old || t.bad(q) || q.when > p.when+slipFor || q.when < p.when-slipFor || q.whole > 0 && q.Low > q.whole {
			continue
		}
		if q.Low == p.Low || !slip(p.Low, q.Low) && !sameDigits(p.Low, q.Low) {
			continue
		}
		if t.otherKeeper(p, q) {
			continue
		}
		swapped := sameDigits(p.Low, q.Low)
		again := len(t.tellers[q.Low]) > 1
		copied := p.CopyOf != "" && p.CopyOf == q.Ref.Report
		switch {
		case !over && !copied && !again && t.nearer(all, p, q):
		case over, copied, swapped && (again || p.when > q.when && p.Origin == q.Origin), 5*p.Low > 9*q.Low && q.when >= p.when && (again || own(q)), 5*q.Low > 9*p.Low && p.when > q.when && (again || own(q)):
			of = q
		}
	}
	switch {
	case of != nil && over:
		return Misprint, fmt.Sprintf(": it is more than the %s there are, and differs from %s by a digit or by two exchanged", t.show(p.whole), t.show(of.Low)), of
	case of != nil:
		return Misprint, ": they differ by a digit or by two exchanged, and nobody else gives " + t.show(p.Low), of
	case over:
		return OverWhole, fmt.Sprintf(": more than the %s of whom it is told", t.show(p.whole)), p
	}
	return "", "", nil
}

// oddOne is the lower count that two other reports or more tell, one of them after count i, where an outlet alone gives i by no body; or nil.
func (t *deedCounts) oddOne(all []toldCount, i int) *Point {
	p := all[i].p
	if p.keeper.id != "" || p.CopyOf != "" || t.level() || t.fallsBy() {
		return nil
	}
	for k := range all {
		if q := all[k].p; q.key != p.key && q.Low >= p.Low {
			return nil
		}
	}
	for k := i + 1; k < len(all); k++ {
		if q := all[k].p; q.key != p.key && len(t.tellers[q.Low]) > 1 && !q.Open {
			return q
		}
	}
	return nil
}

// nearer reports whether p is likelier than q by the last count before both: it is nearer to it, or, of what grows, alone no lower.
func (t *deedCounts) nearer(all []toldCount, p, q *Point) bool {
	var last *Point
	for _, x := range all {
		if x.p.when < min(p.when, q.when) && x.p.Low > 0 && x.p.Low != p.Low && x.p.Low != q.Low {
			last = x.p
		}
	}
	fewer := p
	if q.Low < p.Low {
		fewer = q
	}
	if last != nil && !t.level() && !t.fallsBy() && (p.Low >= last.Low) != (q.Low >= last.Low) && loweringIn(fewer) == "" {
		return p.Low >= last.Low
	}
	far := func(x *Point) float64 { return max(x.Low, last.Low) / min(x.Low, last.Low) }
	return last != nil && p.Low > 0 && q.Low > 0 && far(p) < far(q)
}

// sameDigits reports whether two numbers of three digits or more have the same ones in another order.
func sameDigits(a, b float64) bool {
	x, y := []byte(show(a)), []byte(show(b))
	slices.Sort(x)
	slices.Sort(y)
	return a != b && len(x) > 1 && (len(x) > 2 || exchanged(a, b)) && slices.Equal(x, y)
}

// lastOf is the last sound count that is so, or nil.
func (t *deedCounts) lastOf(before []toldCount, so func(toldCount) bool) *Point {
	for i := len(before) - 1; i >= 0; i-- {
		if so(before[i]) && !t.bad(before[i].p) && !before[i].p.Old {
			return before[i].p
		}
	}
	return nil
}

// highest is the highest sound count that another keeper gave before c, or, where counts fall or are of a size, the last of that day.
func (t *deedCounts) highest(before []toldCount, c toldCount) *Point {
	var best *Point
	for _, q := range before {
		if q.series == c.series || q.p.Old || t.bad(q.p) || t.fallsBy() && q.p.AsOf != c.p.AsOf {
			continue
		}
		if best == nil || q.p.Low >= best.Low || t.level() || t.fallsBy() {
			best = q.p
		}
	}
	return best
}

// lowering are words by which a count is said to have been taken back.
var lowering = []string{"revised", "corrected", "lowered", "instead of", "down from", "earlier figure", "earlier put", "had earlier", "previously said", "recount", "mistake", "in error", "wrong", "raising an earlier", "raised an earlier"}

// loweringIn is the word of the sentence of p by which a count is taken back, or "".
func loweringIn(p *Point) string {
	low := strings.ToLower(p.context)
	for _, w := range lowering {
		if strings.Contains(low, w) {
			return w
		}
	}
	return ""
}

// grouped is a number as reports print it, "2,400".
func grouped(n float64) string {
	s := show(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// afterOwn names count c that does not fit q, the last one of its own keeper.
func (t *deedCounts) afterOwn(before []toldCount, c toldCount, q *Point) {
	said := loweringIn(c.p)
	switch {
	case c.p.Low == q.Low || t.fallsBy():
	case c.p.Low < q.Low && c.p.Open && said == "":
	case said != "":
		t.gapAt(c, q, RevisedCount, "; the report says “"+said+"”")
	case c.p.Low > q.Low:
	default:
		if x := t.toldBefore(before, c.p, q); x != nil && c.p.when-q.when > sameHour {
			t.gapAt(c, q, StaleTotal, fmt.Sprintf("; %s was told before that, on %s", t.show(c.p.Low), x.told1()))
			return
		}
		t.gapAt(c, q, RevisedCount, ": lower than before")
	}
}

// afterOthers names count c that does not fit q, the highest of the others before it.
func (t *deedCounts) afterOthers(before []toldCount, c toldCount, q *Point) {
	body := c.p.keeper.id != "" && c.p.Origin != q.Origin
	said := loweringIn(c.p)
	switch {
	case c.p.Low == q.Low || c.p.Approximate && nearTwentieth(c.p.Low, q.Low) || q.Approximate && nearTwentieth(c.p.Low, q.Low) || q.More && q.Low < c.p.Low || c.p.More && c.p.Low < q.Low && (int(c.p.Low)%100 == 0 || !t.toldThen(before, c.p)):
	case said != "" && t.instead(before, c.p) != nil:
		x := t.instead(before, c.p)
		t.gapAt(c, x, RevisedCount, "; the report says “"+said+"”")
	case t.replaces(c.p, q):
		t.gapAt(c, q, RevisedCount, "; its report tells "+t.show(q.Low)+" as what it was before")
	case t.ownSums() && t.otherKeeper(c.p, q):
	case t.otherKeeper(c.p, q):
		if !t.namedPair(c.p, q) {
			t.gapAt(c, q, CountApart, ": they count apart")
		}
	case t.deed == deedScope:
		if c.p.Low < q.Low && t.toldThen(before, c.p) && c.p.when-q.when > sameHour && !c.p.Open {
			t.gapAt(c, q, StaleTotal, fmt.Sprintf("; %s was told before that", t.show(c.p.Low)))
		}
	case t.level() || t.fallsBy():
		if c.p.Low != q.Low && !(c.p.Open && c.p.Low < q.Low) && !t.namedPair(c.p, q) {
			t.gapAt(c, q, CountApart, ": they count apart")
		}
	case c.p.Low > q.Low && body && strings.Contains(c.p.context, grouped(q.Low)) && containsAny(c.p.context, "more than the", "higher than", "against", "instead of", "not the"):
		t.gapAt(c, q, CountApart, ": they count apart")
	case c.p.Low > q.Low:
	case t.lastWord(before, c, q):
	case t.toldThen(before, c.p) && c.p.when-q.when > sameHour:
		t.gapAt(c, q, StaleTotal, fmt.Sprintf("; %s was told before that", t.show(c.p.Low)))
	case body:
		t.gapAt(c, q, CountApart, ": they count apart, or it was counted earlier")
	case t.ofMoney(): // whose estimate it is is not said
	default:
		t.gapAt(c, q, OlderAsOf, ": told later and fewer, so that it was likely counted earlier")
	}
}

// replaces reports whether the report of p, told after q, has the number of q as one that p took the place of: "$1.1 billion, up from a first estimate of $850 million".
func (t *deedCounts) replaces(p, q *Point) bool {
	return p.key != q.key && slices.ContainsFunc(t.points(), func(x *Point) bool { return x.Old && x.key == p.key && x.Low == q.Low && x.Low != p.Low })
}

// lastWord reports whether c tells again what a body other than that of q, which counts apart from it, said last: "the firm plans to cut 3,000 jobs" after the union spoke of 4,500.
func (t *deedCounts) lastWord(before []toldCount, c toldCount, q *Point) bool {
	said := map[string]*Point{} // the last of each keeper
	for _, x := range before {
		if x.p.keeper.id != "" && !t.bad(x.p) && !x.p.Old {
			said[x.p.Origin] = x.p
		}
	}
	for _, p := range said {
		if p.Low == c.p.Low && p.Origin != q.Origin && q.keeper.counts() {
			return true
		}
	}
	return false
}

// instead is the count before p that its sentence names with a word of lowering: "1,800 workers instead of 3,200"; or nil.
func (t *deedCounts) instead(before []toldCount, p *Point) *Point {
	for i := len(before) - 1; i >= 0; i-- {
		if x := before[i].p; x.Low != p.Low && x.Low >= fewUnits && strings.Contains(p.context, grouped(x.Low)) {
			return x
		}
	}
	return nil
}

// nearTwentieth reports whether two numbers are a twentieth apart at most.
func nearTwentieth(a, b float64) bool { return 20*max(a, b)-20*min(a, b) <= max(a, b) }

// namedPair reports whether a gap between the keepers of p and q with these numbers is named already.
func (t *deedCounts) namedPair(p, q *Point) bool {
	return slices.ContainsFunc(t.Gaps, func(g Gap) bool {
		return len(g.Against) > 0 && (g.At.Low == p.Low && g.Against[0].Low == q.Low || g.At.Low == q.Low && g.Against[0].Low == p.Low)
	})
}

// toldThen reports whether another report told the number of p before it.
func (t *deedCounts) toldThen(before []toldCount, p *Point) bool {
	return slices.ContainsFunc(before, func(q toldCount) bool { return q.p.Low == p.Low && q.p.key != p.key })
}

// toldBefore is a count of p's number that was told before q, or nil.
func (t *deedCounts) toldBefore(before []toldCount, p, q *Point) *Point {
	for _, x := range before {
		if x.p.Low == p.Low && x.p.when < q.when && x.p.key != p.key {
			return x.p
		}
	}
	return nil
}

// atLeast reports whether a count that is a least holds no more than another one says: "more than 700" beside 738.
func atLeast(p, q *Point) bool {
	return p.Open && p.Low <= q.Low && p.Ref != q.Ref && (!q.Open || p.Low < q.Low)
}

// passed reports whether a number that grows has passed p by q, of the same day or later.
func (t *Tally) passed(p, q *Point) bool {
	if t.deed == deedKept && p.keeper.counts() && !q.keeper.counts() {
		return false // an outlet that tells another body's number takes nothing from it
	}
	later := q.AsOf > p.AsOf || q.AsOf == p.AsOf && q.when >= p.when
	return later && q.Low > p.Low && !t.level() && !t.fallsBy() && (t.borrowed(p, q) || !t.apartFrom(p, q) && !t.otherKeeper(p, q))
}

// lastOfEach takes low, high and best from the last word of each keeper. A number that grows and that others have passed since is none of them; "more than 700" is none
// beside 738.
func (t *Tally) lastOfEach() {
	var words []Point
	last := ""
	for _, s := range t.Series {
		for i := len(s.Points) - 1; i >= 0 && s.Apart == ""; i-- {
			if p := &s.Points[i]; p.stands() && !p.Old && !t.wrongCount(p) {
				words, last = append(words, *p), max(last, p.AsOf)
				break
			}
		}
	}
	latest := slices.DeleteFunc(slices.Clone(words), func(p Point) bool {
		return t.retellsBody(&p) || t.fallsBy() && p.AsOf != last || t.takenBack(&p) || slices.ContainsFunc(words, func(q Point) bool { return atLeast(&p, &q) || t.passed(&p, &q) })
	})
	if len(latest) == 0 {
		latest = words
	}
	if len(latest) == 0 {
		for _, p := range t.points() {
			if !p.Vague {
				latest = append(latest, *p)
			}
		}
	}
	if len(latest) == 0 {
		t.fromIncidents()
		return
	}
	t.Total = "cumulative"
	t.Support = t.supportOf(latest)
	exact := func(s Support) bool {
		return slices.ContainsFunc(latest, func(p Point) bool { return p.Low == s.Value && !p.Open && !p.Approximate })
	}
	day := func(s Support) (d string) {
		for _, p := range latest {
			if p.Low == s.Value {
				d = max(d, p.AsOf)
			}
		}
		return d
	}
	slices.SortStableFunc(t.Support, func(a, b Support) int {
		return cmp.Or(cmp.Compare(len(b.Origins), len(a.Origins)), sooner(exact(a), exact(b)), cmp.Compare(day(b), day(a)), t.lower(a, b))
	})
	t.Low, t.High, t.Best = latest[0].Low, latest[0].High, t.Support[0].Value
	for _, p := range latest {
		t.Low, t.High = min(t.Low, p.Low), max(t.High, p.High)
		if p.Low == t.Best {
			t.AsOf = max(t.AsOf, p.AsOf)
		}
	}
	t.Open = slices.ContainsFunc(latest, func(p Point) bool { return p.Open && p.Low == t.High })
}

// lower orders the numbers of people that bodies keep, of equal support, with the lower first.
func (t *Tally) lower(a, b Support) int {
	if t.deed != deedKept {
		return 0
	}
	return cmp.Compare(a.Value, b.Value)
}

// wrongCount reports whether a gap says that p is not what its report meant to tell now.
func (t *Tally) wrongCount(p *Point) bool {
	return slices.ContainsFunc(t.Gaps, func(g Gap) bool {
		return g.At.Ref == p.Ref && (g.Cause == Misprint || g.Cause == StaleTotal || g.Cause == OlderAsOf || g.Cause == OverWhole || g.Cause == NoCause)
	})
}

// retellsBody reports whether an outlet tells in its own voice what a body gave before it: "most of the 171 detained".
func (t *Tally) retellsBody(p *Point) bool {
	return t.deed == deedKept && !p.keeper.counts() && slices.ContainsFunc(t.points(), func(x *Point) bool {
		return x.keeper.counts() && x.Low == p.Low && x.when <= p.when && x.stands()
	})
}

// borrowed reports whether the keeper of q had the number of p before him: who tells it after him has it from him.
func (t *Tally) borrowed(p, q *Point) bool {
	return t.deed == deedKept && slices.ContainsFunc(t.points(), func(x *Point) bool {
		return x.Origin == q.Origin && x.Origin != p.Origin && x.Low == p.Low && x.when <= p.when && x.stands()
	})
}

// apartFrom reports whether the keeper of p stands by fewer than q: some gap says that they count apart.
func (t *Tally) apartFrom(p, q *Point) bool {
	return slices.ContainsFunc(t.Gaps, func(g Gap) bool {
		return g.Cause == CountApart && len(g.Against) > 0 && (g.At.Origin == p.Origin && g.Against[0].Origin == q.Origin || g.At.Origin == q.Origin && g.Against[0].Origin == p.Origin)
	})
}

// ofFreed settles how many were freed or rescued, a number that grows.
func (t *Tally) ofFreed() {
	t.words()
	t.deedGaps()
	t.lastOfEach()
}

// sooner orders what is so before what is not.
func sooner(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// takenBack reports whether a later count is by its words given instead of p.
func (t *Tally) takenBack(p *Point) bool {
	return slices.ContainsFunc(t.Gaps, func(g Gap) bool {
		return g.Cause == RevisedCount && len(g.Against) > 0 && g.Against[0].Ref == p.Ref && g.At.when > p.when
	})
}
