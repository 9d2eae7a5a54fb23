package ledger

import (
	"fmt"
	"slices"
	"strings"
)

// A toll mostly rises, and what is lower is mostly older. It falls where its tellers say so, or where from some day on
// several tell the lower count and hardly anybody the higher one.

// Of how many outlets over how many seconds a lower count must be told to take the place of the one that stands, and how
// many times as many as tell a higher one.
const (
	fallOutlets = 3
	fallFor     = 3 * 86400
	fallOver    = 3
)

// fallWords say that a count is lower than one given before. finalWords say that it is to be the last, or how things
// stand now; finalWords alone of many incidents' tolls, so they are asked beside a count not far below.
var (
	fallWords = []string{"revising down", "revised down", "revising an earlier", "revising the", "revised the", "revising a previous", "revising its", "lowered", "lowering", "reduced the", "reducing the", "downgraded",
		"lower than the initial", "lower than initial", "lower than an initial", "lower than an earlier", "lower than earlier", "lower than previous", "lower than the previous", "lower than a previous", "fewer than initially", "fewer than previously", "double counted", "double-counted", "counted twice"}
	finalWords = []string{"final toll", "final death toll", "final count", "final number", "final figure", "now stands at", "now stood at"}
)

// falls says why point i, lower than the count that stands, takes its place, or "".
func (c *course) falls(i int) string {
	p := &c.in.Points[i]
	if c.ofOther(i) {
		return ""
	}
	for _, k := range c.ofReport(p) {
		if q := &c.in.Points[k]; q.Old && q.Low == c.now && !p.some && c.mate(i) < 0 {
			return fmt.Sprintf("%s told on %s, after %s on %s: lower than before; %s tells %s as an earlier toll", show(p.Low), p.told1(), show(c.now), c.in.Points[c.at].told1(), p.Outlet, show(q.Low)) + c.causeTold(i)
		}
	}
	if 2*p.Low < c.now {
		return ""
	}
	held := fmt.Sprintf("%s told on %s, after %s on %s", show(p.Low), p.told1(), show(c.now), c.in.Points[c.at].told1())
	if w := saidOf(p, fallWords); w != "" && c.mate(i) < 0 {
		return c.fallSaid(i, held, w)
	}
	for _, k := range c.ofReport(p) {
		if q := &c.in.Points[k]; k != i && q.Low == p.Low {
			if w := saidOf(q, fallWords); w != "" && c.mate(i) < 0 {
				return c.fallSaid(i, held, w)
			}
		}
	}
	if w := saidOf(p, finalWords); w != "" && c.mate(i) < 0 && 4*p.Low >= 3*c.now && !p.Open {
		return c.fallSaid(i, held, w)
	}
	if n := c.toldBy(i); n > 0 {
		return held + fmt.Sprintf(": lower than before, and told by %d outlets since", n) + c.causeTold(i)
	}
	return ""
}

// ofOther reports whether the count that stands is another body's than the one that gives point i, who never gave as many: what falls is its own count.
func (c *course) ofOther(i int) bool {
	p, last := &c.in.Points[i], &c.in.Points[c.at]
	if p.Origin == last.Origin || !c.ofKeeper(last) || !c.ofKeeper(p) || p.fell == c.now || slices.Contains(p.olds, c.now) {
		return false
	}
	before := false
	for k := range i {
		if q := &c.in.Points[k]; q.Origin == p.Origin && q.stands() {
			if q.Low >= c.now {
				return false
			}
			before = before || q.Low > p.Low
		}
	}
	return before
}

// fallSaid is the reason of a fall that the report of point i tells in the words w, and what is told of its cause elsewhere.
func (c *course) fallSaid(i int, held, w string) string {
	says := "; " + c.in.Points[i].Outlet + " says “" + w + "”"
	if why := c.causeTold(i); why != says {
		says += why
	}
	return held + ": lower than before" + says
}

// toldBy is how many outlets tell the count of point i from then on, if they are enough and hardly anybody tells a higher
// one; else 0.
func (c *course) toldBy(i int) int {
	p := &c.in.Points[i]
	if c.stood[p.Low] && c.alone(i) {
		return 0 // no fall of what the others tell
	}
	var same, higher []string
	last := p.when
	for k := i; k < len(c.in.Points); k++ {
		q := &c.in.Points[k]
		switch {
		case q.Vague || q.Superseded || q.Old || q.More:
		case q.Low == p.Low && q.CopyOf == "" && !q.Part:
			same, last = addName(same, q.Outlet), q.when
		case q.Low > p.Low:
			higher = addName(higher, q.Outlet)
		}
	}
	if len(same) >= fallOutlets && last-p.when >= fallFor && len(same) >= fallOver*len(higher) {
		return len(same)
	}
	return 0
}

// alone reports whether one outlet at most tells the count that stands, or a higher one, while more tell that of point i from then on.
func (c *course) alone(i int) bool {
	p := &c.in.Points[i]
	var same []string
	for _, k := range c.ofCount(p.Low) {
		if q := &c.in.Points[k]; k >= i && !q.Superseded && !q.Old && q.CopyOf == "" {
			same = addName(same, q.Outlet)
		}
	}
	higher := c.tellers(c.now, c.at, len(c.in.Points))
	return len(higher) < 2 && len(same) > len(higher)
}

// tellers are the outlets that tell a count, of the points from one to before another, in their own wording.
func (c *course) tellers(n float64, from, to int) []string {
	var out []string
	for k := from; k < to; k++ {
		if q := &c.in.Points[k]; q.Low >= n && !q.Vague && !q.Superseded && !q.Old && q.CopyOf == "" && !q.Part {
			out = addName(out, q.Outlet)
		}
	}
	return out
}

// causeTold is what a report that tells the count of point i says of why it is lower, where its words name a cause.
func (c *course) causeTold(i int) string {
	p := &c.in.Points[i]
	for k := range c.in.Points {
		q := &c.in.Points[k]
		if q.Superseded || q.Low != p.Low && !c.beside(k, p.Low) || q.when < p.when-sameHour {
			continue
		}
		if !containsAny(q.context, "revis", "reduc", "lower", "cut ", "counted", "mistak", "error") {
			continue
		}
		for _, w := range recountWords {
			if at := strings.Index(strings.ToLower(q.context), w); at >= 0 {
				return "; " + q.Outlet + " says “" + clause(q.context, at) + "”"
			}
		}
	}
	return ""
}

// beside reports whether the report of point k tells a count of n as well.
func (c *course) beside(k int, n float64) bool {
	return slices.ContainsFunc(c.ofReport(&c.in.Points[k]), func(j int) bool { return c.in.Points[j].Low == n })
}

// recountWords name what made a count fall.
var recountWords = []string{"double counted", "double-counted", "counted twice", "duplicate", "misidentified", "dna test", "dna match", "forensic", "recount", "found alive", "clerical error"}

// saidOf is the clause of the point's sentence with one of the words, or "".
func saidOf(p *Point, words []string) string {
	s := strings.ToLower(p.context)
	for _, w := range words {
		if at := strings.Index(s, w); at >= 0 {
			return clause(p.context, at)
		}
	}
	return ""
}

// clause is the words of s around at: from the comma, dash or stop before to the one behind, at most some fifteen.
func clause(s string, at int) string {
	if at > len(s) {
		return ""
	}
	start, end := 0, len(s)
	for _, stop := range []string{", ", "; ", ". ", " — ", " – ", "“", "\n"} {
		if i := strings.LastIndex(s[:at], stop); i >= 0 {
			start = max(start, i+len(stop))
		}
		if i := strings.Index(s[at:], stop); i >= 0 {
			end = min(end, at+i)
		}
	}
	fields := strings.Fields(strings.Trim(s[start:end], " .,;:\"”“"))
	return strings.Join(fields[:min(len(fields), 16)], " ")
}

// someOf reports whether a count is by the words of its sentence of some of the dead: those identified, handed over or flown home so far,
// those who were aboard.
func someOf(sentence, count string) bool {
	i := strings.Index(sentence, count)
	if i < 0 {
		return false
	}
	before, after := strings.ToLower(sentence[:i]), strings.ToLower(sentence[i+len(count):])
	if k := strings.LastIndexAny(before, ".,;:—"); k >= 0 {
		before = before[k:]
	}
	if strings.HasSuffix(before, " all ") || strings.HasSuffix(before, " all the ") {
		return false
	}
	if inHospital(before, after) {
		return true
	}
	before = strings.ToValidUTF8(before[max(0, len(before)-40):], "")
	if k := strings.IndexAny(after, ".,;:—"); k >= 0 {
		after = after[:k]
	}
	after = strings.ToValidUTF8(after[:min(len(after), 90)], "")
	if strings.HasPrefix(after, " of the ") && containsAny(after, " aboard", " on board") {
		return false // "four of the 25 aboard" are the dead
	}
	if containsAny(after, " among those killed", " among the dead", " among the killed", " among the victims", " among those who died") {
		return true
	}
	return containsAny(after, "identified", "handed over", "handed to", "repatriated", " on board", " aboard") && !containsAny(after, "on board and", "aboard and") ||
		containsAny(before, "identified", "handed over the", "remains of", "repatriat")
}

// inHospital reports whether the words at the sides of a count are of the bodies that a hospital has, some of all: "St. Anne's hospital said it had
// received 12 bodies".
func inHospital(before, after string) bool {
	return (containsAny(strings.ToValidUTF8(after[:min(len(after), 16)], ""), " bodies") || strings.HasSuffix(before, " bodies of ")) && containsAny(before, "hospital", "morgue", "mortuary", "clinic", "it ") &&
		containsAny(before, "received", " holds ", " held ", "holding", "brought", "taken")
}
