package ledger

import (
	"fmt"
	"slices"

	"sayso/resolve"
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
		if k < 0 || p.Superseded || p.Vague || p.Old || c.in.Points[k].Low != c.now || !c.counts(i, k) {
			continue
		}
		q := &c.in.Points[k]
		p.Part = false
		c.low = min(c.low, p.Low)
		if key := p.Origin + "|" + q.Origin; !told[key] {
			told[key] = true
			c.gap(i, k, CountApart, fmt.Sprintf("%s by %s beside %s by %s in one report: they count apart", show(p.Low), p.Who, show(q.Low), q.Who))
		}
	}
}

// counts reports whether points i and k, of one report, are the tolls of two bodies: both are named, neither speaks for the other's side, the
// lower is half of the other or more, and its body gave it as the toll elsewhere or gives it here in words for one.
func (c *course) counts(i, k int) bool {
	p, q := &c.in.Points[i], &c.in.Points[k]
	if p.Origin == q.Origin || p.keeper.kind != resolve.Organisation || q.keeper.kind != resolve.Organisation || p.Low < 3 || 2*p.Low < q.Low || p.someOf() {
		return false
	}
	if akin(p.Who+" "+p.keeper.whose, q.Who+" "+q.keeper.whose) || c.adds(p, q) {
		return false
	}
	return containsAny(p.context, "toll", "total of", "in total", "put the number", "puts the number") || slices.ContainsFunc(c.in.Points, func(o Point) bool {
		return o.Low == p.Low && o.Origin == p.Origin && o.key != p.key && !o.Part && !o.Superseded && !o.Old
	})
}
