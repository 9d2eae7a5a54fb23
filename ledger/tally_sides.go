package ledger

import (
	"slices"
	"sort"
	"strings"

	"sayso/article"
	"sayso/gazetteer"
	"sayso/resolve"
)

// A tallyKey is what one tally of a story counts.
type tallyKey struct {
	measure string
	side    string // country code, "" where the story has no sides or none is told, bothSides
	kind    string // soldiers, militants, civilians where the side's totals count both, or ""
}

// untold is the side of a figure in a story with sides whose words do not tell which.
const untold = "?"

// bothSides is the side of a figure that counts the dead of both.
const bothSides = "*"

// A sideTable is which side every figure of people is of, in a story of two countries that strike each other.
type sideTable struct {
	codes []string // of the sides, sorted
	foe   map[string]string
	of    map[figureAt]tallyKey // without the measure
	total map[sideTotal]int     // how many reports tell a number of a side's people of every kind
	whole map[string]bool       // sides whose totals count soldiers and civilians together
	since int32                 // the day on which the one first struck the other, by at least two reports
	own   map[string]bool       // see losers
	days  map[sideCount]int32   // the day that a number of a side is of; its key's measure is with the side
}

// sides is the side table of a story's reports, or nil where no two countries strike each other by the words of its figures.
func (v *View) sides(entries []int32) *sideTable {
	t := &sideTable{foe: map[string]string{}}
	struckBy := v.struckBy(entries)
	most := 0
	for k, n := range struckBy {
		back := struckBy[[2]string{k[1], k[0]}]
		if back == 0 || k[0] > k[1] {
			continue
		}
		if n+back > most || n+back == most && (len(t.codes) == 0 || k[0]+k[1] < t.codes[0]+t.codes[1]) {
			most, t.codes = n+back, []string{k[0], k[1]}
		}
	}
	if most < 2 || len(t.codes) == 0 {
		return v.classes(entries)
	}
	a, b := t.codes[0], t.codes[1]
	if few := min(struckBy[[2]string{a, b}], struckBy[[2]string{b, a}]); 12*few < len(entries)/4 {
		return v.classes(entries) // one report's slip in a hundred
	}
	t.foe[a], t.foe[b] = b, a
	t.of = map[figureAt]tallyKey{}
	t.whole = v.wholes(entries, t)
	agreed := v.agreed(entries, t)
	for _, e := range entries {
		v.sidesIn(e, t, agreed)
	}
	v.daysOf(entries, t)
	return t
}

// A country that strikes another is struck back where so many reports count its own dead by their nationality, and one in lostShare of all.
const (
	lostReports = 2
	lostShare   = 6
)

// struckBy is how many reports tell that one country struck another. One that strikes is struck back where its own dead are counted too, though nobody
// says by whose hand.
func (v *View) struckBy(entries []int32) map[[2]string]int {
	blows, lost := map[[2]string]int{}, map[string]int{}
	for _, e := range entries {
		seen, dead := map[[2]string]bool{}, map[string]bool{}
		told := v.entries[e].told()
		for i := range told.sided {
			switch s := &told.sided[i]; {
			case !s.place:
			case s.hand != "" && s.hand != s.of:
				seen[[2]string{s.hand, s.of}] = true
			case s.hand == "" && v.entries[e].r.Figures[i].Measure == "killed":
				dead[s.of] = true
			}
		}
		for k := range seen {
			blows[k]++
		}
		for k := range dead {
			lost[k]++
		}
	}
	back := map[[2]string]int{}
	for k, n := range blows {
		if n >= lostReports && lost[k[0]] >= lostReports && lostShare*lost[k[0]] >= len(entries) {
			back[[2]string{k[1], k[0]}] = lost[k[0]]
		}
	}
	for k, n := range back {
		if blows[k] == 0 {
			blows[k] = n
		}
	}
	v.fighting(entries, blows)
	return blows
}

// sidesIn gives the figures of one report their sides: by their own sentence, else by the last that has one shortly before
// them, else by the only one that the report tells of.
func (v *View) sidesIn(entry int32, t *sideTable, agreed map[sideCount]string) {
	e := v.entries[entry]
	told := e.told()
	sides, only, many := e.ownSides(t, agreed)
	if title := t.sideOf(&told.title); only == "" {
		only = title
	}
	if many {
		only = ""
	}
	for i := range told.sided {
		if f := &e.r.Figures[i]; peopleMeasure[f.Measure] {
			s := e.inheritedSide(t, sides, only, i)
			t.of[figureAt{entry, int32(i)}] = e.sideKey(t, sides, s, i)
		}
	}
}

// ownSides are the sides of a report's figures by their own sentences, the last of them, and whether there are several.
func (e *entry) ownSides(t *sideTable, agreed map[sideCount]string) (sides []string, only string, many bool) {
	told := e.told()
	sides = make([]string, len(e.r.Figures))
	for i := range told.sided {
		f := &e.r.Figures[i]
		if !peopleMeasure[f.Measure] {
			continue
		}
		sides[i] = t.sideOf(&told.sided[i])
		if k, ok := countOn(e, i); ok && agreed[k] != "" {
			sides[i] = agreed[k]
		} else if sides[i] == "" && f.Low != nil {
			sides[i] = agreed[sideCount{f.Measure, *f.Low, unknownDay}]
		}
		if sum := partOf(e.r.Figures, i); sum >= 0 && sum < i && sides[sum] != "" && told.sided[i].of == "" {
			sides[i] = sides[sum]
		}
		if sides[i] != "" {
			many = many || only != "" && only != sides[i]
			only = sides[i]
		}
	}
	return sides, only, many
}

// inheritedSide is the side of figure i: its own, that of the same number before, the report's only one, or that of who is counted right before it.
func (e *entry) inheritedSide(t *sideTable, sides []string, only string, i int) string {
	f, names := &e.r.Figures[i], e.told().sided[i].names
	s := sides[i]
	inherits := func(side string) bool {
		return side == bothSides || slices.Contains(names, side) || !slices.Contains(names, t.foe[side])
	}
	for k := 0; k < i && s == "" && f.Low != nil; k++ {
		if g := &e.r.Figures[k]; g.Measure == f.Measure && g.Low != nil && *g.Low == *f.Low && *f.Low >= 10 {
			s = sides[k] // told again
		}
	}
	if s == "" && only != "" && inherits(only) {
		s = only
	}
	for k := i - 1; k >= 0 && s == "" && !f.Background; k-- {
		if g := &e.r.Figures[k]; peopleMeasure[g.Measure] && g.End <= f.Start && f.Start-g.End < besideWithin && inherits(sides[k]) {
			s = sides[k]
		}
	}
	return s
}

// sideKey is what figure i, of side s, counts in.
func (e *entry) sideKey(t *sideTable, sides []string, s string, i int) tallyKey {
	f, told := &e.r.Figures[i], e.told()
	if s == "" {
		return tallyKey{side: untold}
	}
	whole := t.whole[s]
	switch {
	case mixed(e.r.Figures, told.sided, i) && whole:
		return tallyKey{side: s}
	case mixed(e.r.Figures, told.sided, i):
		return tallyKey{side: apartSums}
	case whole && told.sided[i].civil && f.Measure != "displaced" && (f.Low == nil || t.total[sideTotal{f.Measure, s, *f.Low}] < 2):
		return tallyKey{side: s, kind: "civilians"}
	case f.PartOf != "" && !whole && !inSum(e.r.Figures, f) && !(t.foe[s] != "" && sides[max(0, partOf(e.r.Figures, i))] == bothSides):
		return tallyKey{side: apartSums} // told in its total
	}
	return tallyKey{side: s, kind: kindIn(e.r.Figures, told.sided, sides, i)}
}

// partOf is the figure that figure i is a part of, or -1.
func partOf(fs []resolve.Figure, i int) int {
	if fs[i].PartOf == "" {
		return -1
	}
	return slices.IndexFunc(fs, func(g resolve.Figure) bool { return g.ID == fs[i].PartOf })
}

// apartSums is the side of a figure whose parts are in tallies of their own: 11 soldiers and 40 civilians.
const apartSums = "+"

// mixed reports whether figure i adds up people of several kinds.
func mixed(fs []resolve.Figure, told []sided, i int) bool {
	kind, n := "", 0
	for k := range fs {
		if addsUp(&fs[i], &fs[k]) {
			if n++; n > 1 && told[k].kind != kind {
				return true
			}
			kind = told[k].kind
		}
	}
	return false
}

// kindIn is the kind of those that figure i counts: said beside it, or by a figure of the same number, or in a figure before
// it in the sentence where it is bare.
func kindIn(fs []resolve.Figure, told []sided, sides []string, i int) string {
	if told[i].kind != "" || fs[i].Low == nil {
		return told[i].kind
	}
	for k := range fs {
		if g := &fs[k]; told[k].kind == "" || g.Low == nil || k == i || g.PartOf != "" || sides[k] != sides[i] && sides[k] != "" && sides[i] != "" {
			continue
		} else if *g.Low == *fs[i].Low && *g.Low > 1 && g.Measure == fs[i].Measure || told[i].bare && !told[i].toll && k == i-1 && told[i].sentence == told[k].sentence {
			return told[k].kind
		}
	}
	return ""
}

// A sideCount is a number of people on a day.
type sideCount struct {
	measure string
	low     float64
	day     int32
}

// A sideTotal is a number of a side's people of every kind.
type sideTotal struct {
	measure, side string
	low           float64
}

// countOn is the number and the day of a report's figure, where the day was said and the number is no small one.
func countOn(e *entry, i int) (sideCount, bool) {
	f, u := &e.r.Figures[i], &e.told().figures[i].unit
	if f.Low == nil || *f.Low < 10 || !u.exact {
		return sideCount{}, false
	}
	return sideCount{f.Measure, *f.Low, u.first}, true
}

// agreed is the side that most reports give to a number of a day: how many died on 22 April is one matter in all of them;
// and the only one that reports give to a number without a day.
func (v *View) agreed(entries []int32, t *sideTable) map[sideCount]string {
	votes := map[sideCount]map[string]int{}
	for _, e := range entries {
		told := v.entries[e].told()
		for i := range told.sided {
			side := t.sideOf(&told.sided[i])
			f := &v.entries[e].r.Figures[i]
			if side == "" || f.Low == nil || *f.Low < 10 {
				continue
			}
			keys := []sideCount{{f.Measure, *f.Low, unknownDay}}
			if k, ok := countOn(v.entries[e], i); ok {
				keys = append(keys, k)
			}
			for _, k := range keys {
				if votes[k] == nil {
					votes[k] = map[string]int{}
				}
				votes[k][side]++
			}
		}
	}
	out := map[sideCount]string{}
	for k, of := range votes {
		best, all := most1(of), 0
		for _, n := range of {
			all += n
		}
		if k.day != unknownDay && of[best] > 1 && 2*of[best] > all || k.day == unknownDay && k.low >= 20 && of[best] > 1 && of[best] == all {
			out[k] = best
		}
	}
	return out
}

// daysOf finds since when the sides strike each other, and the days of numbers that several reports give with a day.
func (v *View) daysOf(entries []int32, t *sideTable) {
	t.days, t.since = map[sideCount]int32{}, unknownDay
	struck := map[int32]int{}
	counts := map[sideCount]int{}
	for _, e := range entries {
		told := v.entries[e].told()
		seen := map[int32]bool{}
		for i := range told.sided {
			k, ok := countOn(v.entries[e], i)
			at := figureAt{e, int32(i)}
			if s := &told.sided[i]; told.figures[i].unit.exact && t.foe[s.hand] != "" && t.of[at].side == t.foe[s.hand] {
				seen[told.figures[i].unit.first] = true
			}
			if !ok {
				continue
			}
			k.measure += " " + t.of[at].side
			undated := sideCount{k.measure, k.low, unknownDay}
			if day, ok := t.days[undated]; ok && (day-k.day > 1 || k.day-day > 1) {
				counts[undated] = -len(entries) // two days have it
			} else {
				t.days[undated] = k.day
			}
			counts[undated]++
		}
		for day := range seen {
			struck[day]++
		}
	}
	for day, n := range struck {
		if n > 1 {
			t.since = min(t.since, day)
		}
	}
	for k, n := range counts {
		if n < 3 {
			delete(t.days, k)
		}
	}
}

// dayOf is the day that other reports give to the number of a figure that has none beside it.
func (t *sideTable) dayOf(e *entry, at figureAt) (int32, bool) {
	f := &e.r.Figures[at.n]
	if t == nil || f.Low == nil || e.told().figures[at.n].unit.exact {
		return 0, false
	}
	day, ok := t.days[sideCount{f.Measure + " " + t.of[at].side, *f.Low, unknownDay}]
	return day, ok
}

// sideOf is whose a figure's dead are, of the sides of the story.
func (t *sideTable) sideOf(s *sided) string {
	switch {
	case s.both:
		return bothSides
	case s.of != "" && t.foe[s.of] != "":
		return s.of
	case s.hand != "" && s.hand == s.said && s.kind == "":
		return "" // who strikes and tells may tell of either
	case t.foe[s.hand] != "":
		return t.foe[s.hand]
	case t.foe[s.said] != "" && s.kind == "militants":
		return t.foe[s.said]
	case t.foe[s.said] != "":
		return s.said
	}
	return ""
}

// key is the tally that a figure belongs to.
func (t *sideTable) key(at figureAt, measure string) tallyKey {
	k := tallyKey{measure: measure}
	if t != nil && peopleMeasure[measure] {
		k.side, k.kind = t.of[at].side, t.of[at].kind
	}
	return k
}

// takesPart reports whether a figure that is a part of another has a tally of its own kind.
func (t *sideTable) takesPart(e *entry, at figureAt) bool {
	if t == nil || !e.told().figures[at.n].part {
		return false
	}
	for i := range e.r.Figures {
		if e.r.Figures[i].ID == e.r.Figures[at.n].PartOf {
			sum := t.of[figureAt{at.entry, int32(i)}]
			if !t.war() {
				return sum.side == apartSums && inSum(e.r.Figures, &e.r.Figures[at.n])
			}
			if sum.side == bothSides && t.foe[t.of[at].side] != "" {
				return true // "43 were killed: 30 in Fiji and 13 in Iceland"
			}
			return sum.side == apartSums || t.of[at].kind != "" && t.whole[t.of[at].side]
		}
	}
	return false
}

func (g *sideGroup) dayOf(e *entry, at figureAt) (int32, bool) {
	if !g.war() {
		return 0, false
	}
	return g.t.dayOf(e, at)
}

// name is what a tally of one side is called beside its measure: "in Fiji", "in Fiji: soldiers".
func (k tallyKey) name() string {
	s := ""
	switch k.side {
	case "":
	case untold:
		s = "where is not said"
	case bothSides:
		s = "on both sides"
	default:
		s = "in " + gazetteer.Shown(k.side)
	}
	if k.kind != "" {
		s += ": " + k.kind
	}
	return strings.TrimPrefix(s, ": ")
}

// sidedAll is what the sentences of an entry's figures of people say of whose they are.
func (e *entry) sidedAll() ([]sided, sided) {
	text := e.r.Article.Text
	out := make([]sided, len(e.r.Figures))
	var marks []sideMark
	last := article.Span{Start: -1}
	for i := range e.r.Figures {
		f := &e.r.Figures[i]
		if !peopleMeasure[f.Measure] {
			continue
		}
		s := sentenceAround(text, f.Span)
		if s != last {
			marks, last = marksIn(text, s, e.r.Places), s
		}
		out[i] = e.sidedOf(f, marks, s)
		out[i].sentence = s
	}
	for i := range out {
		if mixed(e.r.Figures, out, i) {
			out[i].kind, out[i].civil = "", false
		}
	}
	var head sided
	title := article.Span{End: len(e.r.Article.Title)}
	for _, m := range marksIn(e.r.Article.Title, title, nil) {
		switch roleOf(e.r.Article.Title, &m, title, 0, 0) {
		case "ground":
			head.of, head.place = m.code, true
		case "hand":
			head.hand = m.code
		}
	}
	return out, head
}

// keysInOrder are the keys of a story's tallies, in one order.
func keysInOrder(by map[tallyKey][]figureAt) []tallyKey {
	var keys []tallyKey
	for k := range by {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool {
		a, b := keys[i], keys[j]
		if x, y := tallyRank(a.measure), tallyRank(b.measure); x != y {
			return x < y
		}
		if len(by[a]) != len(by[b]) {
			return len(by[a]) > len(by[b])
		}
		return slices.Compare([]string{a.side, a.kind}, []string{b.side, b.kind}) < 0
	})
	return keys
}
