package ledger

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// A count under the one that stands: fewer by a revision, an older count carried over, a slip of digits, or another who counts apart.

// less handles a count under the one that stands.
func (c *course) less(i int) {
	p, last := &c.in.Points[i], &c.in.Points[c.at]
	if why := c.falls(i); why != "" {
		c.gap(i, c.at, RevisedToll, why)
		c.takeBack(c.now, i)
		c.set(i)
		return
	}
	if p.More || rounded(p.Low, c.now) && p.revised == "" {
		return // "over 70" is not less than 74, nor are "11,000" less than 11,300
	}
	if exchanged(p.Low, c.now) && p.CopyOf == "" && p.revised == "" && !c.repeated(i) {
		c.gap(i, c.at, Misprint, fmt.Sprintf("%s told on %s, after %s on %s: the digits are exchanged, and nobody else gives %s", show(p.Low), p.told1(), show(c.now), last.told1(), show(p.Low)))
		return
	}
	if c.in.measure == "injured" && 10*p.Low < c.now {
		return // "with the death of another injured"
	}
	if p.killed > 0 && c.before(i) >= 0 && c.in.measure == "injured" {
		switch {
		case p.killed > last.killed:
			c.set(i) // with a later count of the killed it is the later count, told before by others
		case p.killed == last.killed:
			c.fewer(i)
		}
		return
	}
	if c.survivorsAgain(i) {
		c.set(i)
		return
	}
	if n := c.survivorsTold(i); n > 0 {
		c.gap(i, c.at, RevisedToll, fmt.Sprintf("%s told on %s, after %s on %s: lower than before, and told by %d outlets since", show(p.Low), p.told1(), show(c.now), last.told1(), n))
		c.set(i)
		return
	}
	if k := c.mate(i); k >= 0 {
		if q := &c.in.Points[k]; p.said != "" && (q.said == "" || q.said > p.said) {
			return // the report says that it was told before
		}
		if b := c.before(i); b >= 0 && akin(p.whose(), c.in.Points[k].whose()) {
			c.gap(i, k, StaleTotal, fmt.Sprintf("%s beside %s in one report; %s was told before that, by %s", show(p.Low), show(c.in.Points[k].Low), show(p.Low), c.in.Points[b].Who))
		}
		return // of two hands that count apart neither is wrong for that
	}
	if c.in.held && c.bothTold(i) {
		c.fewer(i)
		return
	}
	c.older(i)
}

// older handles a count under the one that stands that no words of its report and no other outlets make its toll.
func (c *course) older(i int) {
	p, last := &c.in.Points[i], &c.in.Points[c.at]
	held := fmt.Sprintf("%s told on %s, after %s on %s", show(p.Low), p.told1(), show(c.now), last.told1())
	if day := p.AsOf; p.Low > 2 && day < p.told1() && day < last.told1() && asOfWords(p) {
		c.gap(i, c.at, OlderAsOf, held+"; it is as of "+day)
		return
	}
	if k := c.before(i); k >= 0 {
		if c.standsBy(i) {
			c.fewer(i)
			c.gap(i, c.at, CountApart, held+fmt.Sprintf(": %s says it again after %s by %s, they count apart", p.Who, show(c.now), last.Who))
		} else if c.besides(i, k) || c.lastApart(i) || c.confirms(i) {
			c.fewer(i)
		} else if p.when-last.when > sameHour && !c.carries(i) && c.stood[p.Low] && !c.alone(i) {
			c.gap(i, c.at, StaleTotal, held+fmt.Sprintf("; %s was told before that, by %s", show(p.Low), c.in.Points[k].Who)+c.carried(i))
		}
		return
	}
	switch {
	case diedWords(p) && 5*p.Low < 4*c.now: // "an injured miner died in hospital" is one of them, and 255 did not die
	case diedWords(p):
		c.gap(i, c.at, DiedSince, held+"; the report says that some of the injured died")
		c.set(i)
	case 2*p.Low >= c.now && (p.Origin == last.Origin || c.in.measure == "injured" && p.revises(last)):
		why := held + ": lower than before"
		if p.killed > last.killed && last.killed > 0 {
			why += fmt.Sprintf(", while the killed went from %s to %s", show(last.killed), show(p.killed))
		}
		if w := p.revised; w != "" {
			why += "; the report says “" + w + "”"
		}
		c.gap(i, c.at, RevisedToll, why)
		c.set(i)
	case math.Abs(float64(p.when-last.when)) < 3*86400 && !p.Open && p.CopyOf == "" && 2*p.Low >= c.now:
		c.fewer(i) // another source counts fewer
	}
}

// rounded reports whether a is b without its last two digits or more, and a thirtieth lower at most.
func rounded(a, b float64) bool {
	for unit := 100.; unit*5 <= a && 30*(b-a) <= b; unit *= 10 {
		if math.Mod(a, unit) == 0 && math.Floor(b/unit)*unit == a {
			return true
		}
	}
	return false
}

// carries reports whether point i is of a copy that has the number of the report that it copies.
func (c *course) carries(i int) bool {
	p := &c.in.Points[i]
	return slices.ContainsFunc(c.reportAt(p.CopyOf), func(k int) bool { return c.in.Points[k].Low == p.Low })
}

// asOfWords reports whether a count's sentence says as of when it is: "as of May 5", "by Sunday".
func asOfWords(p *Point) bool {
	if containsAny(p.around, " as of ") {
		return true // "The figures are as of July 10", in the next sentence
	}
	fields := strings.Fields(p.context)
	for i := 0; i+1 < len(fields); i++ {
		switch w, next := strings.ToLower(fields[i]), strings.ToLower(strings.Trim(fields[i+1], ".,")); {
		case w == "as" && (next == "of" || next == "at"):
			return true
		case w == "by" || w == "until" || w == "through" || w == "till":
			if months[next] || strings.HasSuffix(next, "day") {
				return true
			}
		}
	}
	return false
}

// bothTold reports whether a report gives the count of point i beside the one that stands, as another source's: "Fiji
// says that it holds 18, Iceland demands the release of 20". Neither is older than the other.
func (c *course) bothTold(i int) bool {
	for _, k := range c.ofCount(c.in.Points[i].Low) {
		if q := &c.in.Points[k]; k >= c.at && q.key != c.in.Points[i].key && !q.Part && !q.Superseded {
			if m := c.mate(k); m >= 0 && c.in.Points[m].Low == c.now && c.in.Points[m].Origin != q.Origin {
				return true
			}
		}
	}
	return false
}

// survivorsTold is how many outlets tell point i's number of survivors from then on, where they are enough and hardly anybody tells a
// higher one; else 0. Helpers tell how many they pulled out before anybody knows how many lived.
func (c *course) survivorsTold(i int) int {
	if c.in.measure != "survivors" || c.mate(i) >= 0 {
		return 0
	}
	var same, higher []string
	for k := i; k < len(c.in.Points); k++ {
		switch q := &c.in.Points[k]; {
		case q.Vague || q.Superseded || q.Old || q.CopyOf != "" || q.Part:
		case q.Low == c.in.Points[i].Low:
			same = addName(same, q.Outlet)
		case q.Low > c.in.Points[i].Low:
			higher = addName(higher, q.Outlet)
		}
	}
	if len(same) >= fallOutlets && len(same) >= fallOver*len(higher) {
		return len(same)
	}
	return 0
}

// survivorsAgain reports whether point i tells the survivors as they stood before one outlet alone gave more of them, and as three outlets or more
// have it in all.
func (c *course) survivorsAgain(i int) bool {
	n := c.in.Points[i].Low
	return c.in.measure == "survivors" && c.stood[n] && c.mate(i) < 0 && len(c.tellers(c.now, c.at, len(c.in.Points))) < 2 && len(c.givers(n)) >= fallOutlets
}

// givers are the outlets that give a count, in their own wording.
func (c *course) givers(n float64) []string {
	var out []string
	for _, k := range c.ofCount(n) {
		if q := &c.in.Points[k]; !q.Vague && !q.Superseded && !q.Old && q.CopyOf == "" && !q.Part {
			out = addName(out, q.Outlet)
		}
	}
	return out
}

// confirms reports whether a body that gave no count before gives that of another, where one source alone has the higher one that stands: the mine's owner says
// that 11 died as the rescue service did, and not 13 as the union does.
func (c *course) confirms(i int) bool {
	p, last := &c.in.Points[i], &c.in.Points[c.at]
	if !c.ofKeeper(p) || 2*p.Low < c.now || p.AsOf < p.told1() && asOfWords(p) {
		return false
	}
	for k := range i {
		q := &c.in.Points[k]
		if q.Origin == p.Origin || q.Low >= c.now && q.stands() && !q.Old && q.Origin != last.Origin && !c.amiss(q) {
			return false
		}
	}
	return true
}

// besides reports whether the count of point i and the one that stands are two accounts of the same days: first told, at point k and
// by another source, within a day of each other, and hardly apart. So are bodies counted by a hospital beside the dead counted by the police.
func (c *course) besides(i, k int) bool {
	p, last, first := &c.in.Points[i], &c.in.Points[c.at], &c.in.Points[k]
	if last.when-first.when >= 86400 || p.when-last.when >= 2*86400 || first.Origin == last.Origin {
		return false
	}
	return 20*p.Low >= 19*c.now || c.now < fewDead && 2*p.Low >= c.now && len(c.tellers(c.now, c.at, len(c.in.Points))) < 2 // "officials gave tolls from four to seven"
}

// fewDead is under how many dead two who count on the day may differ by more than a twentieth.
const fewDead = 20

// carried says how many reports had the count that stands when point i told an older one.
func (c *course) carried(i int) string {
	var had []string
	for k := c.at; k < i; k++ {
		if q := &c.in.Points[k]; q.Low == c.now && !q.Superseded && !q.Old && q.key != c.in.Points[i].key {
			had = addName(had, q.key)
		}
	}
	if len(had) == 0 {
		return ": the older count was carried over"
	}
	return fmt.Sprintf("; %s had the newer one by then: the older count was carried over", plural2(len(had), "report"))
}

// akin reports whether the labels of two sources share a word that says whose they are: "Houthi rebels", "a Houthi
// spokesman".
func akin(a, b string) bool {
	for _, x := range strings.Fields(strings.ToLower(a)) {
		for _, y := range strings.Fields(strings.ToLower(b)) {
			x, y := strings.Trim(x, ".,'’"), strings.Trim(y, ".,'’")
			if len(x) > len(y) {
				x, y = y, x
			}
			if len(x) > 3 && strings.HasPrefix(y, x) && !commonBody[x] && !commonBody[y] { // "Iran", "Iranian"
				return true
			}
		}
	}
	return false
}

// commonBody are words that bodies of any side have in their names.
var commonBody = setOf("health ministry officials official government spokesman spokesperson spokeswoman authorities local police defence defense national human rights group news agency minister")

// revises reports whether p, lower than last, comes with a higher number of killed and by the same hands, who have counted again: sources that
// share a name, or within three days two reports that name none. A source that another follows with fewer counts apart from it.
func (p *Point) revises(last *Point) bool {
	if p.killed <= last.killed || last.killed == 0 || p.killed == p.Low {
		return false
	}
	if p.keeper.id == "" && last.keeper.id == "" {
		return p.when-last.when < 3*86400
	}
	return p.keeper.as != nil && akin(p.whose(), last.whose())
}

// diedWords reports whether the report says that injured people have died since.
func diedWords(p *Point) bool {
	return containsAny(p.around, "injured died", "wounded died", "died in hospital", "died of their wounds", "died of their injuries", "succumbed to", "died from their")
}
