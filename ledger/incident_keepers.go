package ledger

import (
	"cmp"
	"fmt"
	"strings"

	"sayso/article"
)

// The dead of a disaster are counted by several for weeks: a ministry that has bodies, an aid group that has names. One takes a number back, another one
// is lower and stands beside it.

// keepers reports whether a count is settled by who keeps it: it takes the place of one that its report names, tells again what was taken back, or is
// another keeper's.
func (c *course) keepers(i int) bool {
	p := &c.in.Points[i]
	if c.takesPlace(i) {
		return true
	}
	if k, ok := c.withdrawn[p.Low]; ok && c.in.Points[k].Low < p.Low {
		q := &c.in.Points[k]
		if p.when-q.when > sameHour && p.CopyOf == "" && p.Origin != q.Origin && !c.again(i, k) {
			c.gap(i, k, StaleTotal, fmt.Sprintf("%s told on %s, after %s gave %s instead of it on %s", show(p.Low), p.told1(), q.Who, show(q.Low), q.told1()))
			return true
		}
	}
	return p.Low < c.now && c.keptApart(i)
}

// takesPlace takes in a count that by its report's words takes the place of a higher one that was told before: "410 people drowned instead of 1,200".
func (c *course) takesPlace(i int) bool {
	p := &c.in.Points[i]
	for _, old := range p.olds {
		c.takeBack(old, i)
		k := c.lastOf(old, i)
		if k < 0 {
			continue
		}
		q := &c.in.Points[k]
		if len(show(old)) == len(show(p.Low)) && slip(old, p.Low) {
			c.gap(k, i, Misprint, fmt.Sprintf("%s told on %s; %s tells %s in place of it on %s: they differ by digits", show(old), q.told1(), p.Outlet, show(p.Low), p.told1()))
			c.comeDown(i, old)
			return true
		}
		why := fmt.Sprintf("%s told on %s in place of %s, which %s gave on %s; the report says “%s”", show(p.Low), p.told1(), show(old), q.Who, q.told1(), cmp.Or(whyTaken(p.oldIn), placeTaken(p.context)))
		c.gap(i, k, RevisedToll, why)
		c.comeDown(i, old)
		return true
	}
	return false
}

// takeBack notes that point i takes back a number.
func (c *course) takeBack(n float64, i int) {
	if c.withdrawn == nil {
		c.withdrawn = map[float64]int{}
	}
	c.withdrawn[n] = i
}

// comeDown puts point i in the place of an old count, under another keeper's higher one.
func (c *course) comeDown(i int, old float64) {
	if c.now <= old {
		c.set(i)
	} else {
		c.fewer(i)
	}
}

// lastOf is the last count of n before point i in another report, or -1.
func (c *course) lastOf(n float64, i int) int {
	same := c.ofCount(n)
	for x := len(same) - 1; x >= 0; x-- {
		k := same[x]
		if q := &c.in.Points[k]; k < i && !q.Part && !q.Old && !q.Vague && !q.Superseded && q.key != c.in.Points[i].key {
			return k
		}
	}
	return -1
}

// again reports whether another keeper gave the count of point i as his own before it was taken back, and gives it again.
func (c *course) again(i, taken int) bool {
	p := &c.in.Points[i]
	for _, k := range c.ofCount(p.Low) {
		if q := &c.in.Points[k]; k < taken && q.Origin == p.Origin && p.keeper.id != "" {
			return true
		}
	}
	return false
}

// keptApart takes in a lower count of a disaster that another named keeper gives than the one whose count stands.
func (c *course) keptApart(i int) bool {
	p, last := &c.in.Points[i], &c.in.Points[c.at]
	switch {
	case !c.in.keeps(p, last) || 20*p.Low >= 19*c.now || 20*p.Low < c.now: // "170 more elsewhere" beside 11,000
		return false
	case c.before(i) >= 0 || exchanged(p.Low, c.now) || p.CopyOf != "" || p.Open:
		return false
	case saidOf(p, fallWords) != "" || saidOf(p, finalWords) != "" || len(p.olds) > 0 || p.fell > 0 || c.toldBy(i) > 0:
		return false
	case p.AsOf < p.told1() && asOfWords(p):
		return false
	}
	c.fewer(i)
	for _, g := range c.in.Gaps {
		if g.Cause == CountApart && g.At.Origin == p.Origin {
			return true
		}
	}
	c.gap(i, c.at, CountApart, fmt.Sprintf("%s by %s on %s, after %s by %s on %s: they count apart", show(p.Low), p.Who, p.told1(), show(c.now), last.Who, last.told1()))
	return true
}

// keeps reports whether p and q, counts of a disaster, have two keepers that their reports name.
func (in *Incident) keeps(p, q *Point) bool {
	return in.disaster && p.Low >= 10 && p.keeper.id != "" && q.keeper.id != "" && p.Origin != q.Origin && !p.some && !p.rise && !akin(p.whose(), q.whose())
}

// riseOf reports whether a figure says how many more there are since the day before or another of the last days: "12 further bodies had been buried since the day
// before".
func riseOf(text string, s, f article.Span) bool {
	after := strings.ToLower(text[f.End:max(f.End, s.End)])
	if strings.Contains(after, "since the day before") || strings.Contains(after, "since the previous day") || strings.Contains(after, "since yesterday") || strings.Contains(after, "since a day earlier") {
		return true
	}
	more := false
	for _, w := range strings.Fields(after)[:min(3, len(strings.Fields(after)))] {
		more = more || w == "more" || w == "further" || w == "additional" || w == "new"
	}
	if fields := strings.Fields(after); len(fields) > 2 && (fields[0] == "more" || fields[0] == "further" || fields[0] == "additional") && fields[1] != "than" {
		return true // "five more soldiers died"
	}
	return more && strings.Contains(after, " since ")
}

// whyTaken is what the sentence of an old count says of why it was lowered, or "": "after remains that had been counted separately were matched".
func whyTaken(sentence string) string {
	for _, w := range []string{" after ", " because ", " as some ", " when it emerged"} {
		if at := strings.Index(sentence, w); at >= 0 {
			fields := strings.Fields(strings.TrimRight(sentence[at:], "."))
			return strings.Join(fields[:min(len(fields), 16)], " ")
		}
	}
	return ""
}

// placeTaken is the clause in which a sentence says that a count takes the place of another.
func placeTaken(sentence string) string {
	lower := strings.ToLower(sentence)
	for _, w := range []string{"fewer than the", "lower than the", "first given", "first put", "initially", "instead of", "rather than", "down from", ", not ", " and not ", "to ", "from "} {
		if at := strings.Index(lower, w); at >= 0 {
			return clause(sentence, at+2)
		}
	}
	return clause(sentence, 0)
}
