package ledger

import (
	"fmt"
	"slices"
	"strings"
)

// A number with one digit too many: 903 for 93, 166 for 66, 1,300 for 130. Nobody else gives it, and whoever counts after it goes on below it, or, where
// nobody counts after it, it is so many times the count that stood for a day that no toll grows to it unsaid.

// A slip of this kind must be more than slipOver times the count that it is of; where nobody counts after it, tenTimes where a body gives it, since what is
// reported of the first day may treble.
const (
	slipOver   = 1.8
	tenTimes   = 5
	slipAfter  = 14 * 86400
	stoodSince = 86400
)

// digitPutIn reports whether a is b with one digit put in.
func digitPutIn(a, b float64) bool { return a > b && len(show(a)) == len(show(b))+1 && slip(a, b) }

// putsIn names point i, above the count that stands, as a slip of one that stood, with a digit put in.
func (c *course) putsIn(i int) bool {
	p := &c.in.Points[i]
	k := c.withoutDigit(i)
	if k < 0 || p.risen || p.Open || diedWords(p) || c.repeated(i) || c.asHigh(i) >= 0 {
		return false
	}
	of := &c.in.Points[k]
	next, _ := c.comesBack(i, slipAfter)
	why := "nobody else gives as many"
	if next >= 0 {
		why = fmt.Sprintf("%s by %s on %s", show(c.in.Points[next].Low), c.in.Points[next].Who, c.in.Points[next].told1())
	} else if c.countedAfter(i) || p.when-of.when < stoodSince || p.Low < tenTimes*of.Low && !(p.keeper.id == "" && p.background) {
		return false
	}
	c.gap(i, k, Misprint, fmt.Sprintf("%s told on %s, %s by %s on %s: it has one digit more, and %s", show(p.Low), p.told1(), show(of.Low), of.Who, of.told1(), why))
	return true
}

// withoutDigit is the last point before i with a count that stood, or that a body stands by, and of which that of i has a digit more; or -1.
func (c *course) withoutDigit(i int) int {
	p := &c.in.Points[i]
	for k := i - 1; k >= 0; k-- {
		if q := &c.in.Points[k]; q.key != p.key && q.stands() && !q.Part && (c.stood[q.Low] || q.keeper.counts()) && p.Low > slipOver*q.Low && digitPutIn(p.Low, q.Low) {
			return k
		}
	}
	return -1
}

// countedAfter reports whether another report counts after point i.
func (c *course) countedAfter(i int) bool {
	return slices.ContainsFunc(c.in.Points[i+1:], func(q Point) bool { return q.key != c.in.Points[i].key && q.stands() && !q.Old && !q.Part })
}

// recalledSlips names the counts that one report recalls as of an incident without a day, where they are slips of the count of one that is told with a day and
// in the same place: "ten days after the strike on Orle that killed 206" beside 26.
func (t *Tally) recalledSlips() {
	for i := range t.Incidents {
		in := &t.Incidents[i]
		if in.Apart == "" || !in.dayless || in.Vague || len(in.Points) == 0 || slices.ContainsFunc(in.Points, func(p Point) bool { return p.key != in.Points[0].key || p.keeper.id != "" }) {
			continue
		}
		p := &in.Points[0]
		if q := t.slippedOf(in); q != nil {
			in.Apart = misprinted
			in.Gaps = append(in.Gaps, Gap{Who: p.Who, At: *p, Against: []Point{*q}, Low: q.Low, High: q.High, Cause: Misprint, PointSeries: -1,
				Reason: fmt.Sprintf("%s told on %s, %s by %s on %s: it has one digit more, and nobody else gives as many", show(p.Low), p.told1(), show(q.Low), q.Who, q.told1())})
		}
	}
}

// misprinted is why an incident whose only count is a slip of another's is in no sum.
const misprinted = "a misprint of another incident's count"

// slippedOf is the last count of another incident or total, told before in with a name of the same place, that the count of in has a digit more than; or nil.
func (t *Tally) slippedOf(in *Incident) *Point {
	var of *Point
	p, all := &in.Points[0], t.points()
	told := func(q *Point) bool { return q.key != p.key && q.stands() && !q.Old }
	for _, q := range all {
		if q.Low < p.Low && q.when < p.when && p.Low > slipOver*q.Low && digitPutIn(p.Low, q.Low) && told(q) && sharesName(q.around, p.around) {
			of = q
		}
	}
	if of != nil && slices.ContainsFunc(all, func(q *Point) bool { return q.Low >= p.Low && told(q) && sharesName(q.context, p.context) }) {
		return nil // somebody gives as many
	}
	return of
}

// sharesName reports whether two texts have a name in common: a capital in a sentence, of no day or month.
func sharesName(a, b string) bool {
	names := capitalsOf(b)
	return len(names) > 0 && slices.ContainsFunc(capitalsOf(a), func(n string) bool { return slices.Contains(names, n) })
}

// capitalsOf are the words of a text with a capital, but for its first one, days and months.
func capitalsOf(text string) []string {
	var out []string
	fields := strings.Fields(text)
	for i, w := range fields {
		if w = strings.TrimSuffix(strings.TrimSuffix(strings.Trim(w, ".,;:“”\"'()’"), "'s"), "’s"); i > 0 && len(w) > 3 && isUpper(w) && !strings.HasSuffix(w, "day") && !months[strings.ToLower(w)] {
			out = append(out, w)
		}
	}
	return out
}
