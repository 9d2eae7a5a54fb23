package ledger

import (
	"fmt"
	"slices"
	"strings"

	"sayso/article"
	"sayso/gazetteer"
	"sayso/read"
	"sayso/resolve"
)

// Two sides accuse each other. Who denies "the accusations" answers the one who makes them; each says that the other was first. Whose
// side somebody is on are the countries and names in his office, his body's name and the words that accuse.

// An accusation is whom a content accuses, and whom it says to have been first to attack, as words for sides, sorted.
type accusation struct {
	of       []uint32 // who is accused: "Norland of violating the truce"
	first    []uint32 // who attacked first: "Norland's forces opened fire first"
	answers  bool     // it denies accusations that it does not repeat: "rejected the accusations"
	verdicts []uint32 // its words that say that something is false, sorted
	broken   bool     // what is accused or denied is that a truce was broken
}

// sideSet is the words of a phrase that say whose side somebody is on, and its countries, sorted.
func sideSet(phrase string) []uint32 {
	out := sideWords(phrase)
	fields := strings.Fields(strings.ReplaceAll(phrase, "’", "'"))
	for i := range fields {
		f := trimOwner(strings.Trim(fields[i], ".,;:()“”\""))
		if code := countryOf(f); code != "" {
			out = append(out, hashString("country "+code))
		}
		if i+1 < len(fields) {
			if code := countryOf(f + " " + trimOwner(strings.Trim(fields[i+1], ".,;:()“”\""))); code != "" {
				out = append(out, hashString("country "+code))
			}
		}
	}
	return sortedSet(out)
}

var (
	accusing      = setOfStems("accuse accused accuses accusing blame blamed blames blaming")
	accusalWords  = setOfStems("accusation accusations allegation allegations charge charges")
	attacking     = setOfStems("fire fired fires firing attack attacked attacks shoot shot strike struck shelled shelling hostilities open opened")
	firstStanding = hash32([]byte("first"))
	ofWord        = hash32([]byte("of"))
	forWord       = hash32([]byte("for"))
)

// says fills in who a content says was first, and what it calls false.
func (x *extractor) says(c *claimItem, ws []word) {
	for _, w := range ws {
		if scornStems[w.stem] {
			c.accusation.verdicts = append(c.accusation.verdicts, w.stem)
		}
	}
	c.accusation.verdicts = sortedSet(c.accusation.verdicts)
	c.accusation.broken = c.deal == broken
	x.saysFirst(c, ws)
}

// accuses fills in whom a content accuses and what it answers.
func (x *extractor) accuses(c *claimItem, ws []word) {
	if c.att < 0 {
		return
	}
	a := &x.e.r.Attributions[c.att]
	if a.Stance == read.Denies && c.denial {
		for _, w := range ws {
			c.accusation.answers = c.accusation.answers || accusalWords[w.stem]
		}
		return
	}
	if !x.cueAccuses(c.att) {
		return
	}
	for i, w := range ws {
		if w.hash == ofWord || w.hash == forWord {
			c.accusation.of = sideSet(x.a.Text[ws[0].Start:ws[max(0, i-1)].End])
			return
		}
	}
	if len(ws) > 0 { // "blamed a Norlander drone"
		c.accusation.of = sideSet(x.a.Text[ws[0].Start:ws[len(ws)-1].End])
	}
}

// cueAccuses reports whether the words of an attribution accuse.
func (x *extractor) cueAccuses(att int32) bool {
	for _, s := range x.e.r.Attributions[att].Cue {
		for _, w := range x.within(s) {
			if accusing[w.stem] {
				return true
			}
		}
	}
	return false
}

// saysFirst finds who a content says was first to attack: "Norland's forces opened fire first", "Vale's troops were the first to attack".
func (x *extractor) saysFirst(c *claimItem, ws []word) {
	for i, w := range ws {
		if w.hash != firstStanding || i == 0 {
			continue
		}
		near := ws[max(0, i-3):min(len(ws), i+4)]
		if !slices.ContainsFunc(near, func(w word) bool { return attacking[w.stem] && !w.upper }) || ws[i-1].hash == hash32([]byte("for")) {
			continue
		}
		start := 0
		for k := i - 1; k >= 0; k-- {
			if breaks(x.a.Text, ws[k].End, ws[k+1].Start) {
				start = k + 1
				break
			}
		}
		c.accusation.first = sideSet(article.Span{Start: ws[start].Start, End: w.Start}.Text(x.a.Text))
		return
	}
}

// sideOfSource is the words for the side that a source speaks for, by all its mentions.
func (v *View) sideOfSource(at item) []uint32 {
	return v.sideOf(at.entry, v.entries[at.entry].claims[at.n].source)
}

// sideOf is [View.sideOfSource] of a source of an entry, by its place there.
func (v *View) sideOf(n, source int32) []uint32 {
	if source < 0 {
		return nil
	}
	var out []uint32
	set := v.sourceSets[v.sourceOf[v.sourceBase[n]+source]]
	for _, m := range set[:min(mostSayings, len(set))] {
		at := v.source[m]
		out = append(out, v.entries[at.entry].sidesOfSources()[at.n]...)
	}
	return sortedSet(out)
}

// sidesOfSources is the words for the sides that a report's sources speak for, as it describes each. It is made when a page first asks for it.
func (e *entry) sidesOfSources() [][]uint32 {
	if all := e.asked().sides.Load(); all != nil {
		return *all
	}
	all := make([][]uint32, len(e.sources))
	for i := range e.sources {
		all[i] = sidesAsTold(e.sources[i].s)
	}
	e.asked().sides.Store(&all)
	return all
}

// sidesAsTold is the words for the side that a source speaks for, as its report describes it.
func sidesAsTold(s *resolve.Source) (out []uint32) {
	phrases := []string{s.Role, s.Affiliation}
	if s.Kind != resolve.Person || s.Name == "" {
		phrases = append(phrases, s.Name, s.Description)
	} else {
		phrases = append(phrases, strings.Replace(s.Description, s.Name, " ", 1))
	}
	for _, p := range phrases {
		out = append(out, sideSet(p)...)
	}
	if s.Kind == resolve.Organisation {
		out = append(out, capitalSides(s.Name+" "+s.Description)...)
	}
	return sortedSet(out)
}

// capitalSides is the countries for which a body's words name the capital: "Kabul", "the foreign ministry in New Delhi".
func capitalSides(phrase string) (out []uint32) {
	fields := strings.Fields(phrase)
	for i := range fields {
		for n := i + 1; n <= min(i+2, len(fields)) && isUpper(fields[i]); n++ {
			for _, p := range gazetteer.Lookup(nil, gazetteer.Fold(nil, strings.Join(fields[i:n], " "))) {
				if p.Capital && !p.Weak {
					out = append(append(out, sideWords(shownCountry(p.Country))...), hashString("country "+p.Country))
				}
			}
		}
	}
	return out
}

// rejoinders are the meetings of denials that do not repeat what they deny with the accusations that they answer, and of two sides
// who each say that the other was first.
func (v *View) rejoinders(sets []int) []Meeting {
	var accusations, denials, firsts, rescues []int
	for _, s := range sets {
		it := v.claim[v.claimSets[s][0]]
		switch a := &v.entries[it.entry].claims[it.n].accusation; {
		case len(a.of) > 0:
			accusations = append(accusations, s)
		case a.answers, a.broken && v.entries[it.entry].claims[it.n].negated(), v.entries[it.entry].deniesBlow(&v.entries[it.entry].claims[it.n]):
			denials = append(denials, s)
		case len(a.first) > 0:
			firsts = append(firsts, s)
		case v.entries[it.entry].claims[it.n].fate == saved:
			rescues = append(rescues, s)
		}
	}
	var out []Meeting
	for _, d := range denials {
		if c := v.claimAtItem(v.claim[v.claimSets[d][0]]); !c.accusation.answers && !c.accusation.broken && v.repliedTo(v.claim[v.claimSets[d][0]]) >= 0 {
			continue // what it answers is told beside it
		}
		if a, to := v.answeredBy(d, accusations), v.repliedTo(v.claim[v.claimSets[d][0]]); a >= 0 && (to < 0 || to == a) {
			out = append(out, v.rejoinder(a, d))
		}
	}
	for i, a := range accusations[:min(len(accusations), 4*manyPairs)] {
		for _, b := range accusations[i+1 : min(len(accusations), 4*manyPairs)] {
			if m, ok := v.bothAccuse(a, b); ok {
				out = append(out, m)
			}
		}
	}
	for _, r := range rescues[:min(len(rescues), 4*manyPairs)] {
		if a := v.takenOrSaved(r, accusations); a >= 0 {
			m := v.pairOf(a, r)
			m.Reason = "the one says that people were taken, the side that it accuses that they were rescued"
			out = append(out, m)
		}
	}
	for _, f := range firsts[:min(len(firsts), manyPairs)] {
		if a := v.firstBroke(f, accusations); a >= 0 {
			m := v.pairOf(a, f)
			m.Reason = "the side that is accused says that the other was first"
			out = append(out, m)
		}
	}
	for i, a := range firsts[:min(len(firsts), manyPairs)] {
		for _, b := range firsts[i+1 : min(len(firsts), manyPairs)] {
			if m, ok := v.bothFirst(a, b); ok {
				out = append(out, m)
			}
		}
	}
	return out
}

// negated reports whether a content denies the most of what it says.
func (c *claimItem) negated() bool { return c.denial || len(c.denied) > 0 }

// answeredBy is the accusation that a denial answers, or -1: one of its own side, in its own report, else the last before it.
func (v *View) answeredBy(d int, accusations []int) int {
	it := v.claim[v.claimSets[d][0]]
	e := v.entries[it.entry]
	c := &e.claims[it.n]
	side := v.sideOfSource(it)
	if len(side) == 0 {
		return -1
	}
	named := sideSet(joinSpans(e.r.Article.Text, c.spans))
	best, own := -1, false
	for _, a := range accusations[max(0, len(accusations)-4*manyPairs):] {
		in := false
		var of *claimItem
		var by []uint32
		for _, m := range v.claimSets[a] {
			at := v.claim[m]
			if of == nil {
				of, by = &v.entries[at.entry].claims[at.n], v.sideOfSource(at)
			}
			in = in || at.entry == it.entry
		}
		first := v.entries[v.claim[v.claimSets[a][0]].entry]
		switch {
		case !anyShared(side, of.accusation.of), anyShared(side, by), len(by) == 0:
		case c.accusation.broken && !of.accusation.broken:
		case !c.accusation.answers && !c.accusation.broken && !oneBlow(c, of):
		case c.accusation.answers && len(named) > 0 && !anyShared(named, by):
		case !in && (e.before(first) || daysApart(first, e) > soon):
		case best < 0, in && !own, in == own:
			best, own = a, in
		}
	}
	return best
}

func (v *View) rejoinder(a, d int) Meeting {
	at := v.claim[v.claimSets[d][0]]
	e := v.entries[at.entry]
	m := v.pairOf(a, d)
	word := negationIn(e, &e.claims[at.n])
	m.Reason = fmt.Sprintf("the %s answers what its side is accused of in the %s (“%s”)", either(a < d, "later", "earlier"), either(a < d, "earlier", "later"), word)
	if s, _ := v.speaker(v.claimSets[d][0]); s != "" {
		m.Denier = s
		m.Reason += "; " + v.sourceName(s) + " denies it"
	}
	return m
}

// bothFirst is the meeting of two contents that say of two sides that they attacked first, each told by somebody who is not of the side
// that he names.
func (v *View) bothFirst(a, b int) (Meeting, bool) {
	ia, ib := v.claim[v.claimSets[a][0]], v.claim[v.claimSets[b][0]]
	x, y := &v.entries[ia.entry].claims[ia.n], &v.entries[ib.entry].claims[ib.n]
	if anyShared(x.accusation.first, y.accusation.first) || daysApart(v.entries[ia.entry], v.entries[ib.entry]) > exclusiveDays {
		return Meeting{}, false
	}
	sx, sy := v.sideOfSource(ia), v.sideOfSource(ib)
	if len(sx) == 0 || len(sy) == 0 || anyShared(sx, sy) || !anyShared(sx, y.accusation.first) && !anyShared(sy, x.accusation.first) {
		return Meeting{}, false
	}
	m := v.pairOf(a, b)
	m.Reason = "each says that the other side was first"
	return m, true
}

// firstBroke is the accusation of breaking a truce that the accused side answers by saying that the accuser was first to attack, or -1.
func (v *View) firstBroke(f int, accusations []int) int {
	it := v.claim[v.claimSets[f][0]]
	e := v.entries[it.entry]
	first := e.claims[it.n].accusation.first
	for _, a := range accusations[max(0, len(accusations)-4*manyPairs):] {
		at := v.claim[v.claimSets[a][0]]
		c := v.claimAtItem(at)
		if c.accusation.broken && anyShared(v.sideOfSource(it), c.of) && anyShared(first, v.sideOfSource(at)) && daysApart(v.entries[at.entry], e) <= exclusiveDays {
			return a
		}
	}
	return -1
}

// takenOrSaved is the accusation that people were taken which a side answers that says it rescued them, or -1.
func (v *View) takenOrSaved(r int, accusations []int) int {
	it := v.claim[v.claimSets[r][0]]
	e := v.entries[it.entry]
	side := v.sideOfSource(it)
	for _, a := range accusations[max(0, len(accusations)-4*manyPairs):] {
		at := v.claim[v.claimSets[a][0]]
		c := &v.entries[at.entry].claims[at.n]
		if c.fate == seized && anyShared(side, c.of) && daysApart(v.entries[at.entry], e) <= exclusiveDays && !otherShip(v.entries[at.entry], c, e, &e.claims[it.n]) {
			return a
		}
	}
	return -1
}

// pairOf is two claims as a meeting against each other, in canonical order.
func (v *View) pairOf(a, b int) Meeting {
	a, b = min(a, b), max(a, b)
	ref := func(s int) Ref {
		at := v.claim[v.claimSets[s][0]]
		return v.ref(at.entry, v.entries[at.entry].claims[at.n].spans[0])
	}
	return Meeting{Kind: Against, A: v.claimID(a), B: v.claimID(b), EarlierWords: ref(a), LaterWords: ref(b)}
}

// otherSides reports whether two figures are of the dead of two countries by their sentences.
func otherSides(ea *entry, i int32, eb *entry, j int32) bool {
	x, y := whoseDead(&ea.told().sided[i]), whoseDead(&eb.told().sided[j])
	return x != "" && y != "" && x != y
}

func whoseDead(s *sided) string {
	if s.of != "" {
		return s.of
	}
	if s.said != s.hand {
		return s.said
	}
	return ""
}

// otherAccused reports whether one of two contents accuses a side and the other denies something of another side: that Vale did not break
// the truce is no answer to what Norland is accused of.
func (v *View) otherAccused(ia, ib item) bool {
	a, b := &v.entries[ia.entry].claims[ia.n], &v.entries[ib.entry].claims[ib.n]
	if len(a.of) == 0 {
		a, b, ia, ib = b, a, ib, ia
	}
	if len(a.of) == 0 || len(b.of) > 0 {
		return false
	}
	named := append(sideSet(joinSpans(v.entries[ib.entry].r.Article.Text, b.spans)), v.sideOfSource(ib)...)
	return len(named) > 0 && !anyShared(named, a.of)
}

// twiceReach is how many bytes lie at most between two counts of one incident by two who count.
const twiceReach = 160

// countedTwice reports whether a report has two sources one after the other for the number of dead or hurt of its incident: "a rescuer said 300 people
// were killed and the ministry said 500 were". Of other places, days or sides they are other people.
func (v *View) countedTwice(ia, ib item) bool {
	e := v.entries[ia.entry]
	a, b := &e.claims[ia.n], &v.entries[ib.entry].claims[ib.n]
	if ia.entry != ib.entry || a.source < 0 || b.source < 0 || a.source == b.source || a.adds || b.adds || a.denial || b.denial {
		return false
	}
	if gap := max(a.spans[0].Start, b.spans[0].Start) - min(a.spans[0].End, b.spans[0].End); gap < 0 || gap > twiceReach || len(a.figures) != 1 || len(b.figures) != 1 {
		return false
	}
	_, place := commonPlace(e, a.anchor, e, b.anchor)
	_, day := commonDay(a.anchor, b.anchor)
	x, y := v.differ(ia, ib)
	return place == "" && day == "" && x != nil && x.Scope == "incident" && victims[x.Measure] && !updates(e, x, e, b, y)
}

// otherShip reports whether two contents are of two ships, by their own words or as the only one that their report names.
func otherShip(ea *entry, a *claimItem, eb *entry, b *claimItem) bool {
	x, y := a.objects, b.objects
	if len(x) == 0 && ea.ship != 0 {
		x = []uint32{ea.ship}
	}
	if len(y) == 0 && eb.ship != 0 {
		y = []uint32{eb.ship}
	}
	return len(x) > 0 && len(y) > 0 && shared(x, y) == 0
}
