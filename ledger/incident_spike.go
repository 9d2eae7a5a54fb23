package ledger

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"sayso/article"
)

// A count that is far above the one before, and that every count of the days after falls behind, was never the toll: 167 between 61 and 71.

// A spike must be more than spikeOver times the next count; of no known cause it must be followed by so many other outlets' lower counts. Both were set by
// made-up tolls with known errors.
const (
	spikeOver    = 1.25
	spikeOutlets = 3
	spikeFor     = 3 * 86400
	sumFor       = 10 * 86400 // for a number that adds up the dead and others exactly
)

// spikes reports whether point i, higher than the count that stands, is one that nobody stands by, and names the likeliest cause: a slip of a digit, the
// injured or the missing counted with the dead, or none.
func (c *course) spikes(i int) bool {
	p := &c.in.Points[i]
	if p.Low < fewUnits {
		return false
	}
	next, outlets := c.comesBack(i, spikeFor)
	if next < 0 {
		if next, _ = c.comesBack(i, sumFor); next < 0 || c.in.measure != "killed" || !c.begun {
			return false
		}
		outlets = nil
	}
	low, high := c.now, c.in.Points[next].Low
	if !c.begun {
		low = high
	}
	held := fmt.Sprintf("%s told on %s, and %s by %s on %s", show(p.Low), p.told1(), show(high), c.in.Points[next].Who, c.in.Points[next].told1())
	cause, why := c.spikeCause(p, low, high)
	switch {
	case outlets == nil && cause != UnitsMixed && cause != PresumedDead:
		return false
	case cause != NoCause:
	case !c.begun || len(outlets) < spikeOutlets || 2*p.Low < 3*high:
		return false
	default:
		why = fmt.Sprintf("%d outlets tell fewer in the days after, and nobody as many", len(outlets))
	}
	c.gap(i, next, cause, held+"; "+why)
	return true
}

// comesBack is the first count after point i that is lower than it and no lower than the one that stands, and the outlets that tell fewer in the days after; or -1 where
// somebody tells as many, or says that the toll was lowered.
func (c *course) comesBack(i int, within int64) (next int, outlets []string) {
	p := &c.in.Points[i]
	next = -1
	ours := func(q *Point) bool {
		return q.key == p.key || p.keeper.id == "" && q.Origin == p.Origin || q.Vague || q.Superseded || q.Old || q.CopyOf != "" && q.CopyOf == p.Ref.Report
	}
	for _, k := range c.ofCount(p.Low) {
		if k < i && !ours(&c.in.Points[k]) {
			return -1, nil
		}
	}
	for k := c.asHigh(i); k >= 0 && k < len(c.in.Points) && c.in.Points[k].when < p.when+within; k++ {
		if q := &c.in.Points[k]; q.Low >= p.Low && !ours(q) {
			return -1, nil
		}
	}
	for k := i + 1; k < len(c.in.Points) && c.in.Points[k].when <= p.when+within; k++ { // nobody gives as many: that is so of few points
		q := &c.in.Points[k]
		if ours(q) || q.Low < c.now || q.CopyOf != "" || c.partOf(k) || q.some {
			continue
		}
		if saidOf(q, fallWords) != "" && (q.fell == 0 || q.fell == p.Low) {
			return -1, nil
		}
		if next < 0 {
			next = k
		}
		outlets = addName(outlets, q.Outlet)
	}
	return next, outlets
}

// asHigh is the next point after i that is no lower, or -1. All are found in one pass.
func (c *course) asHigh(i int) int {
	if c.over == nil {
		c.over = make([]int, len(c.in.Points))
		var open []int // those that no later one has reached yet, the lowest last
		for k := range c.in.Points {
			for n := len(open); n > 0 && c.in.Points[open[n-1]].Low <= c.in.Points[k].Low; n = len(open) {
				c.over[open[n-1]], open = k, open[:n-1]
			}
			open = append(open, k)
		}
		for _, k := range open {
			c.over[k] = -1
		}
	}
	return c.over[i]
}

// spikeCause is why p stands out where a count from low to high was expected: what its report tells beside it, or other reports of those days, makes the difference.
func (c *course) spikeCause(p *Point, low, high float64) (GapCause, string) {
	if c.in.measure == "killed" {
		if x, n, ok := c.addedTo(p, low, high, func(q *Point) []float64 { return q.injured }); ok {
			return UnitsMixed, fmt.Sprintf("it is %s killed and %s injured added up", show(x), show(n))
		}
		if x, n, ok := c.addedTo(p, low, high, func(q *Point) []float64 { return q.missing }); ok {
			return PresumedDead, fmt.Sprintf("it is %s and the %s missing or presumed dead added up", show(x), show(n))
		}
	}
	if x, ok := slipBetween(p.Low, low, high); ok && p.Low >= spikeOver*high {
		return Misprint, fmt.Sprintf("it is a digit off %s, and nobody else gives as many", show(x))
	}
	return NoCause, ""
}

// addedTo is the two numbers that p adds up: one expected, and one that its own report has beside it; or exactly one that was told, and one beside it in a report of
// those days.
func (c *course) addedTo(p *Point, low, high float64, beside func(*Point) []float64) (x, n float64, ok bool) {
	for k := range c.in.Points {
		q := &c.in.Points[k]
		if q.key != p.key && (q.when > p.when+spikeFor || q.when < p.when-spikeFor) {
			continue
		}
		for _, n := range beside(q) {
			x := p.Low - n
			if n >= fewMissing && (x == low || x == high || q.key == p.key && x > low && x < high && p.Low >= spikeOver*high) {
				return x, n, true
			}
		}
	}
	return 0, 0, false
}

// slipBetween is a number from low to high that n is with a digit put in, or with two exchanged; the ends themselves also with the first one changed.
func slipBetween(n, low, high float64) (float64, bool) {
	for _, x := range []float64{high, low} {
		if slip(n, x) {
			return x, true
		}
	}
	s := show(n)
	var near []string
	for i := range s {
		near = append(near, s[:i]+s[i+1:])
		if i > 0 {
			near = append(near, s[:i-1]+s[i:i+1]+s[i-1:i]+s[i+1:])
		}
	}
	i := slices.IndexFunc(near, func(t string) bool { x := digitsOf(t); return x >= low && x <= high && len(t) > 1 && t[0] != '0' })
	if i < 0 || strings.Contains(s, ".") {
		return 0, false
	}
	return digitsOf(near[i]), true
}

// loweredFrom names a count whose own sentence says that it was lowered from a higher one: "was revised down to 65 from 67".
func (c *course) loweredFrom(i int) {
	p := &c.in.Points[i]
	if w := p.revised; p.fell > p.Low && w != "" && !slices.ContainsFunc(c.in.Gaps, func(g Gap) bool { return g.At.Ref == p.Ref }) {
		c.gap(i, i, RevisedToll, fmt.Sprintf("%s told on %s, down from %s; %s says “%s”", show(p.Low), p.told1(), show(p.fell), p.Outlet, w))
	}
}

// fellFrom is the higher number that a figure took the place of by the words at its sides: "revised down to 43 from 46", "43, down from 46", "from 46 to 43"; or 0.
func fellFrom(text string, f article.Span, now float64) float64 {
	after := strings.Fields(strings.NewReplacer(",", "", ";", " .", ".", " . ").Replace(strings.ToValidUTF8(text[f.End:min(len(text), f.End+30)], "")))
	for i := 0; i+1 < len(after) && i < 2 && after[i] != "."; i++ {
		if n := digitsOf(after[i+1]); after[i] == "from" && n > now {
			return n
		}
	}
	before := strings.Fields(strings.ToValidUTF8(text[max(0, f.Start-24):f.Start], ""))
	if k := len(before) - 1; k > 1 && before[k] == "to" && before[k-2] == "from" {
		if n := digitsOf(before[k-1]); n > now {
			return n
		}
	}
	return 0
}

// raisedBack is the higher count that a lowered one gave way to again by the words of its sentence and the next: "lowered the toll to six but police
// raised it to seven again hours later"; or 0. Figures are in the order of the text, the lowered one is figure n.
func (e *entry) raisedBack(s article.Span, n int) float64 {
	text, f := e.r.Article.Text, &e.r.Figures[n]
	if before := strings.TrimRight(text[s.Start:f.Start], " "); !strings.HasSuffix(before, " to") && !strings.HasSuffix(before, " at") || !containsAny(before, "lowered", "lowering", " cut ", "revised", "reduced", "downgraded", "corrected") {
		return 0
	}
	end := nextSentence(text, s.End)
	for i := n + 1; i < len(e.r.Figures) && e.r.Figures[i].Start < end; i++ {
		g := &e.r.Figures[i]
		if g.Start >= f.End && g.Measure == f.Measure && g.Low != nil && *g.Low > *f.Low && raisedTo(text[f.End:g.Start]) {
			return *g.Low
		}
	}
	return 0
}

// raisedTo reports whether the words before a count say that it went up to it.
func raisedTo(before string) bool {
	return containsAny(before, "raised", "raising", "taking the", "bringing the", "takes the", "brings the", " rose ", "risen", "climbed", "went back", "back to ", "back up", "increased")
}

// digitsOf is the number that a word of digits is, or 0.
func digitsOf(w string) float64 {
	n, err := strconv.Atoi(strings.ReplaceAll(w, ",", ""))
	if err != nil {
		return 0
	}
	return float64(n)
}
