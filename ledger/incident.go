package ledger

import (
	"fmt"
	"math"
	"slices"
	"sort"
	"strings"
)

// settle puts an incident's counts in the order of their publication and takes its toll from them: the latest count is
// the incident's, earlier ones are its history. A count that others gave before, told again after a higher one was out,
// is stale; a lower one of the same source revises; two numbers of different sources since the last rise make a range.
func (v *View) settle(in *Incident, sides map[string][]uint32) {
	sort.SliceStable(in.Points, func(a, b int) bool {
		p, q := &in.Points[a], &in.Points[b]
		if p.when != q.when {
			return p.when < q.when
		}
		return p.Ref.Report == q.Ref.Report && p.Ref.Start < q.Ref.Start
	})
	in.Event, in.Day, in.dayless = v.incidentEvent(in.Points)
	in.Apart = doubtful(in)
	if len(in.blows) > 0 {
		v.ofSides(in, sides)
	}
	if first, second, ok := in.counters(); ok {
		v.countedByBoth(in, first, second)
		return
	}
	c := in.course()
	in.Vague = !c.begun
	in.Low, in.High = c.low, c.high
	if in.Vague {
		in.Low, in.High = 0, 0
		for _, p := range in.Points {
			in.Low, in.High = max(in.Low, p.Low), max(in.High, p.High)
		}
	}
}

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
	return c
}

// recalled is why an incident that is told as known is in no sum.
const recalled = "recalled, its day not said"

// doubtful says why an incident is counted in no sum: the one report that tells it says that it is denied, or it is only
// recalled and nobody says of what day, so that it may be one that is counted already.
func doubtful(in *Incident) string {
	denied, again, one := false, in.dayless, true
	for i := range in.Points {
		p := &in.Points[i]
		denied = denied || p.denied
		again = again && p.background
		one = one && p.Ref.Report == in.Points[0].Ref.Report
	}
	switch {
	case denied && one:
		return "denied"
	case again:
		return recalled
	}
	return ""
}

// late is how many days after its day an incident is first told where it may be a part of another of that day.
const late = 10

// retold marks the incidents that are first told long after their day, of a day that has a larger one told at once: "two
// men who survived the attack of October 9 were killed by a second missile" are two of its eight.
func (t *Tally) retold() {
	delay := func(in *Incident) int32 {
		day := parseDay(in.Day)
		if day == unknownDay || len(in.Points) == 0 {
			return 0
		}
		return int32(in.Points[0].when/86400) - day
	}
	of := map[string][]int{} // the incidents of a day
	for i := range t.Incidents {
		of[t.Incidents[i].Day] = append(of[t.Incidents[i].Day], i)
	}
	for i := range t.Incidents {
		in := &t.Incidents[i]
		for _, k := range of[in.Day] {
			if o := &t.Incidents[k]; k != i && o.High >= in.High && delay(in) > late && delay(o) <= late && in.Apart == "" && o.Apart == "" {
				in.Apart = "perhaps a part of another incident of that day"
			} else if k != i && in.Apart == "" && in.adds(o.High) {
				in.Apart = "its counts add up to another incident of that day"
			}
		}
		if in.Apart == "" && in.onePerson() && t.among(in) {
			in.Apart = "one person of whom a report tells, perhaps among those of a larger incident"
		}
		if in.Apart == "" && !slices.ContainsFunc(in.Points, func(p Point) bool { return !p.some }) && len(t.Incidents) > 1 {
			in.Apart = "some of those whom others count"
		}
	}
	t.dayTotals(of)
}

// dayTotals marks the incidents of a day beside one whose count is by its words of several of them: "three strikes on Thursday in which a dozen died".
func (t *Tally) dayTotals(of map[string][]int) {
	for i := range t.Incidents {
		total := &t.Incidents[i]
		smaller := func(k int) bool { in := &t.Incidents[k]; return k != i && in.Apart == "" && in.High < total.High }
		if total.Apart != "" || !slices.ContainsFunc(of[total.Day], smaller) || !slices.ContainsFunc(total.Points, func(p Point) bool { return !p.Part && p.Low >= total.Low && countsSeveral(p.context) }) {
			continue
		}
		for _, k := range of[total.Day] {
			if smaller(k) {
				t.Incidents[k].Apart = "one of the blows of that day that another count adds up"
			}
		}
	}
}

// countsSeveral reports whether a sentence gives a number of blows: "three strikes", "two separate drone attacks".
func countsSeveral(sentence string) bool {
	fields := strings.FieldsFunc(strings.ToLower(sentence), func(r rune) bool { return r == ' ' || r == ',' || r == '.' || r == '\n' })
	for i, w := range fields {
		if one, ok := strings.CutSuffix(w, "s"); !ok || !disasters[one] {
			continue
		}
		for j := max(0, i-4); j < i; j++ {
			if n := numberWord[fields[j]]; n > 1 || fields[j] == "both" || digitsIn(fields[j]) && fields[j] != "1" {
				return true
			}
		}
	}
	return false
}

// among reports whether one person without a number may be one of a larger incident's: where the incident has no day, of any; else of the only one
// of ten or more, and no other has a day.
func (t *Tally) among(in *Incident) bool {
	large, dated := 0, 0
	for i := range t.Incidents {
		switch o := &t.Incidents[i]; {
		case o == in || o.Apart != "":
		case !o.Vague && o.High >= manyPeople:
			large++
		case !o.dayless:
			dated++
		}
	}
	return large > 0 && (in.dayless || large == 1 && dated == 0)
}

// manyPeople is how many an incident has at least, so that one person of whom a report tells beside it is likely among them.
const manyPeople = 10

// onePerson reports whether an incident is of one person without a number or without a day: "an officer was hit in the neck".
func (in *Incident) onePerson() bool {
	for i := range in.Points {
		p := &in.Points[i]
		if p.Low != 1 || p.High != 1 || !in.dayless && numeral(p.Ref.Text) {
			return false
		}
	}
	return len(in.Points) > 0
}

// numeral reports whether words have a number in them: "one man", not "a man".
func numeral(text string) bool {
	for _, w := range words(text) {
		if _, ok := numberWord[foldString(w.Text(text))]; ok || w.digit {
			return true
		}
	}
	return false
}

// adds reports whether an incident's counts, all of one report, add up to n: "24 bodies were found there, two died on the way"
// beside 26 dead.
func (in *Incident) adds(n float64) bool {
	sum := 0.
	for i := range in.Points {
		p := &in.Points[i]
		if p.Ref.Report != in.Points[0].Ref.Report || p.Vague {
			return false
		}
		told := false
		for k := range i {
			told = told || in.Points[k].Low == p.Low
		}
		if !told {
			sum += p.Low
		}
	}
	return len(in.Points) > 1 && sum == n
}

// incidentEvent is the event that most of the counts are of, and the day that most give.
func (v *View) incidentEvent(points []Point) (event, day string, dayless bool) {
	events, days := map[string]int{}, map[string]int{}
	first := ""
	for i := range points {
		p := &points[i]
		events[p.event]++
		days[p.day]++
		if first == "" || p.AsOf < first {
			first = p.AsOf
		}
	}
	if day = most1(days); day == "" {
		day, dayless = first, true
	}
	return most1(events), day, dayless
}

// most1 is the key with the highest count that is not "", the smallest of equals.
func most1(count map[string]int) string {
	best := ""
	for k, n := range count {
		if k != "" && (best == "" || n > count[best] || n == count[best] && k < best) {
			best = k
		}
	}
	return best
}

// A course follows the counts of one incident.
type course struct {
	in        *Incident
	begun     bool
	at        int // index of the point that last changed the count
	now       float64
	low, high float64
	stood     map[float64]bool // the counts that were the incident's
	withdrawn map[float64]int  // those that somebody took back, by the point that did
}

// sameHour is how long after a new count an older one is no fault: agencies are minutes and hours apart.
const sameHour = 3 * 3600

func (c *course) take(i int) {
	p := &c.in.Points[i]
	if p.Vague || p.Superseded || p.Old {
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
	case !c.begun:
		c.begun = true
		c.set(i)
	case p.Low > c.now && c.stood[p.Low]: // it has been taken back since
		if last := &c.in.Points[c.at]; p.when-last.when > sameHour && p.CopyOf == "" {
			c.gap(i, c.at, StaleTotal, fmt.Sprintf("%s told on %s, after %s took its place on %s%s", show(p.Low), p.told1(), show(c.now), last.told1(), c.carried(i)))
		}
	case p.Low > c.now && !c.slips(i):
		c.set(i)
	case p.Low == c.now:
		c.high = max(c.high, p.High)
	case p.Low < c.now:
		c.less(i)
	}
}

func (c *course) set(i int) {
	p := &c.in.Points[i]
	c.at, c.now, c.low, c.high = i, p.Low, p.Low, p.High
	c.stood[p.Low] = true
}

// partOf reports whether another count of the same report is larger, so that p is a part of it or of something else:
// "eight died in the first strike, four in the second" beside the fourteen of the lead. Not where two sources of the
// report count nearly the same.
func (c *course) partOf(i int) bool {
	p := &c.in.Points[i]
	for k := range c.in.Points {
		q := &c.in.Points[k]
		if k == i || q.Ref.Report != p.Ref.Report || q.Superseded != p.Superseded || q.Vague || q.Old || q.Low <= p.Low {
			continue
		}
		if p.Low < 10 || p.Low < .75*q.Low && !c.in.keeps(p, q) || p.Origin == q.Origin || c.adds(p, q) {
			return true
		}
	}
	return false
}

// partBefore reports whether p is one of the parts that the count that stands was made of: "the 303 pupils" after "303 pupils and 12 teachers".
func (c *course) partBefore(i int) bool {
	p, last := &c.in.Points[i], &c.in.Points[c.at]
	return p.Low >= 10 && p.Low < c.now && slices.Contains(last.parts, p.Low)
}

// adds reports whether a third count of the report makes q of p: "40 died there and four in hospital" beside 44.
func (c *course) adds(p, q *Point) bool {
	for k := range c.in.Points {
		if r := &c.in.Points[k]; r.Ref.Report == p.Ref.Report && r.Low+p.Low == q.Low {
			return true
		}
	}
	return false
}

// addedUp says that p adds the injured to the dead: its own words give two parts that others give as killed and as
// injured.
func (c *course) addedUp(i int) string {
	p := &c.in.Points[i]
	if len(p.parts) != 2 || c.in.measure != "killed" || p.Low < fewUnits { // "two women and a man" are the dead
		return ""
	}
	for k := range c.in.Points {
		if q := &c.in.Points[k]; k != i && q.Low == p.parts[0] && slices.Contains(q.injured, p.parts[1]) {
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

// slips reports a misprint: one digit off the count so far, and the next count goes back to it.
func (c *course) slips(i int) bool {
	p := &c.in.Points[i]
	for k := range c.in.Points {
		if q := &c.in.Points[k]; p.copies(q) && p.when-q.when < copyFor && (exchanged(p.Low, q.Low) || !c.grownTo(i)) {
			c.gap(i, k, Misprint, fmt.Sprintf("%s; the report that it copies, %s, has %s in the same words", show(p.Low), q.Outlet, show(q.Low)))
			return true
		}
	}
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

// less handles a count under the one that stands.
func (c *course) less(i int) {
	p, last := &c.in.Points[i], &c.in.Points[c.at]
	if why := c.falls(i); why != "" {
		c.gap(i, c.at, RevisedToll, why)
		c.set(i)
		return
	}
	if p.More {
		return // "over 70" is not less than 74
	}
	if exchanged(p.Low, c.now) && p.CopyOf == "" && revisedWords(*p) == "" && !c.repeated(i) {
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
			c.low = min(c.low, p.Low)
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
		c.low = min(c.low, p.Low)
		return
	}
	held := fmt.Sprintf("%s told on %s, after %s on %s", show(p.Low), p.told1(), show(c.now), last.told1())
	if day := p.AsOf; p.Low > 2 && day < p.told1() && day < last.told1() && asOfWords(p) {
		c.gap(i, c.at, OlderAsOf, held+"; it is as of "+day)
		return
	}
	if k := c.before(i); k >= 0 {
		if c.standsBy(i) {
			c.low = min(c.low, p.Low)
			c.gap(i, c.at, CountApart, held+fmt.Sprintf(": %s says it again after %s by %s, they count apart", p.Who, show(c.now), last.Who))
		} else if c.besides(i, k) {
			c.low = min(c.low, p.Low)
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
		if w := revisedWords(*p); w != "" {
			why += "; the report says “" + w + "”"
		}
		c.gap(i, c.at, RevisedToll, why)
		c.set(i)
	case math.Abs(float64(p.when-last.when)) < 3*86400 && !p.Open && p.CopyOf == "" && 2*p.Low >= c.now:
		c.low = min(c.low, p.Low) // another source counts fewer
	}
}

// carries reports whether point i is of a copy that has the number of the report that it copies.
func (c *course) carries(i int) bool {
	p := &c.in.Points[i]
	return p.CopyOf != "" && slices.ContainsFunc(c.in.Points, func(q Point) bool { return q.Ref.Report == p.CopyOf && q.Low == p.Low })
}

// asOfWords reports whether a count's sentence says as of when it is: "as of May 5", "by Sunday".
func asOfWords(p *Point) bool {
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

// repeated reports whether another report gives the count of point i.
func (c *course) repeated(i int) bool {
	return slices.ContainsFunc(c.in.Points, func(q Point) bool {
		return q.Low == c.in.Points[i].Low && q.key != c.in.Points[i].key && q.CopyOf == ""
	})
}

// bothTold reports whether a report gives the count of point i beside the one that stands, as another source's: "Fiji
// says that it holds 18, Iceland demands the release of 20". Neither is older than the other.
func (c *course) bothTold(i int) bool {
	for k := c.at; k < len(c.in.Points); k++ {
		if q := &c.in.Points[k]; q.Low == c.in.Points[i].Low && q.key != c.in.Points[i].key && !q.Part && !q.Superseded {
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
	for k := range c.in.Points {
		if q := &c.in.Points[k]; q.Low == n && !q.Vague && !q.Superseded && !q.Old && q.CopyOf == "" && !q.Part {
			out = addName(out, q.Outlet)
		}
	}
	return out
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

// mate is the higher count that the same report gives, or -1.
func (c *course) mate(i int) int {
	p := &c.in.Points[i]
	for k := range c.in.Points {
		if q := &c.in.Points[k]; q.Ref.Report == p.Ref.Report && q.Superseded == p.Superseded && q.Low > p.Low && !q.Vague && !q.Old {
			return k
		}
	}
	return -1
}

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

// before is an earlier count of the number that point i gives, or -1.
func (c *course) before(i int) int {
	for k := range i {
		if q := &c.in.Points[k]; q.Low == c.in.Points[i].Low && q.key != c.in.Points[i].key && !q.Vague {
			return k
		}
	}
	return -1
}

// told1 is the day on which a point was told.
func (p *Point) told1() string { return dayString(int32(p.when / 86400)) }

// diedWords reports whether the report says that injured people have died since.
func diedWords(p *Point) bool {
	return containsAny(p.around, "injured died", "wounded died", "died in hospital", "died of their wounds", "died of their injuries", "succumbed to", "died from their")
}

func (c *course) gap(i, against int, cause GapCause, reason string) {
	p, q := c.in.Points[i], c.in.Points[against]
	c.in.Gaps = append(c.in.Gaps, Gap{Who: p.Who, At: p, Against: []Point{q}, Low: c.low, High: c.high, Cause: cause, Reason: reason, PointSeries: -1})
}
