package ledger

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"sayso/resolve"
)

// Counts of what befalls nobody: signatures, votes, homes without power, flights cancelled, bodies identified. Two figures of a story count one thing
// where the same was done by or to those counted, and their nouns are one: the deed and the noun, in the words of the reports, name the tally. It is
// shown where it is told at least twice, with different numbers or by different keepers; each keeper's numbers are a series with its last word.

// A deedKey is what is counted: the deed, and for things their noun.
type deedKey struct{ deed, noun string }

// The deeds of a whole: all there are, and those whom something carries.
const (
	deedAll    = "in all"
	deedAboard = "aboard"
)

// A deedGroup is the figures of one thing.
type deedGroup struct {
	key     deedKey
	figures []figureAt
	nouns   map[string]int
	dids    map[string]int
}

// deedTallies are the tallies of what a story counts besides casualties, those with the most counts first. Measures that have a tally already are left out.
func (v *View) deedTallies(story string, entries []int32, have []Tally) []Tally {
	groups := map[deedKey]*deedGroup{}
	for _, e := range entries {
		r := v.entries[e].r
		for i := range r.Figures {
			f := &r.Figures[i]
			if f.Low == nil || f.Money || f.Vague || peopleMeasure[f.Measure] || f.Background || isHeadline(r.Article.Text, f.Span) || !(f.Deed != "" && generic[f.Measure]) && slices.ContainsFunc(have, func(t Tally) bool { return t.Measure == f.Measure }) {
				continue
			}
			key, ok := deedKeyOf(f)
			if !ok {
				continue
			}
			g := groups[key]
			if g == nil {
				g = &deedGroup{key: key, nouns: map[string]int{}, dids: map[string]int{}}
				groups[key] = g
			}
			g.figures = append(g.figures, figureAt{e, int32(i)})
			if g.nouns[nounTold(f)]++; f.Did != "" && key.deed != deedAll {
				g.dids[f.Did]++
			}
		}
	}
	var out []Tally
	for _, g := range v.meant(groups) {
		for _, one := range v.matters(g) {
			if t := v.deedTally(one); t.toldTwice() {
				t.Story = story
				out = append(out, t)
			}
		}
	}
	sort.SliceStable(out, func(a, b int) bool { return len(out[a].points()) > len(out[b].points()) })
	return out[:min(len(out), mostDeeds)]
}

// otherMatter is after how many days without a word another keeper's count is of another matter.
const otherMatter = 20 * 86400

// otherCrowd is after how many seconds a crowd is another day's.
const otherCrowd = 2 * 86400

// matters is a group in the pieces that are of one matter each: what another keeper counts weeks after the last count, and what a keeper counts who has
// less than half of his last number and does not say that he lowered it, is of another one: "intercepted five missiles" in June and three in July.
func (v *View) matters(g *deedGroup) []*deedGroup {
	if len(g.figures) < 2 {
		return []*deedGroup{g}
	}
	points, order := make([]Point, len(g.figures)), make([]int, len(g.figures))
	for i, at := range g.figures {
		points[i], order[i] = v.point(at), i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(points[a].when, points[b].when) })
	out := []*deedGroup{{key: g.key, nouns: g.nouns, dids: g.dids}}
	last := map[string]*Point{}
	before := int64(0)
	falls := strings.HasPrefix(g.key.deed, "without ")
	for _, i := range order {
		p := &points[i]
		q := last[p.Origin]
		if g.key.noun == "demonstrators" && before > 0 && p.when-before > otherCrowd || q == nil && before > 0 && p.when-before > otherMatter || q != nil && !falls && p.startsAnew(q) {
			out, last = append(out, &deedGroup{key: g.key, nouns: g.nouns, dids: g.dids}), map[string]*Point{}
		}
		if before = p.when; !p.Old {
			last[p.Origin] = p
		}
		n := len(out) - 1
		out[n].figures = append(out[n].figures, g.figures[i])
	}
	return out
}

// startsAnew reports whether a count is so far below its keeper's last, q, that it is of another matter: it is no slip of his and none that he lowered.
func (p *Point) startsAnew(q *Point) bool {
	if q.key == p.key || p.Old || 2*p.Low >= q.Low || p.when-q.when <= sameHour {
		return false
	}
	return loweringIn(p) == "" && !slip(p.Low, q.Low) && !sameDigits(p.Low, q.Low)
}

// mostDeeds is how many such tallies a story shows.
const mostDeeds = 12

// countsFreed reports whether a figure counts people who were freed or rescued, as survivors.
func countsFreed(f *resolve.Figure) bool {
	return !peopleMeasure[f.Measure] && cmp.Or(deedWord(f), f.Deed) == "free" && ofLiving(f.Measure)
}

// ofLiving reports whether a noun is for people who live.
func ofLiving(noun string) bool { return ofPeople(noun) && noun != "bodies" && noun != "remains" }

// deedWord is one word for the deed of a figure and others like it, or "". Whoever is released is freed; what is released, bodies or papers, is handed over.
func deedWord(f *resolve.Figure) string {
	if f.Deed == "release" && !ofLiving(f.Measure) {
		return "hand over"
	}
	return deedClass[f.Deed]
}

// deedKeyOf is what a figure counts, if it is told of it what they did or what was done.
func deedKeyOf(f *resolve.Figure) (deedKey, bool) {
	noun := nounTold(f)
	if deed := nominalDeeds[noun]; deed != "" && *f.Low > 1 { // "the petition has 41,000 signatures"
		return deedKey{deed: deed}, true
	}
	if f.Deed == "" || noun == "" || noun == "others" || nominalDeeds[noun] != "" {
		return deedKey{}, false
	}
	deed, rest, _ := strings.Cut(f.Deed, " ")
	if deed == "without" {
		rest, deed = objectOf(rest), "without"
	} else if intent, what, ok := strings.Cut(f.Deed, " to "); ok {
		deed, rest = intent+" to", objectOf(what)
	} else if one := deedWord(f); one != "" {
		deed, rest = one, ""
	}
	if rallies[f.Deed] && ofPeople(noun) {
		return deedKey{deedAll, "demonstrators"}, true // "2,000 people protested", "a crowd of 15,000"
	}
	key := deedKey{deed: strings.TrimSpace(deed + " " + rest)}
	if befalls[key.deed] {
		return key, false // casualties have measures of their own
	}
	switch {
	case f.Deed == deedAll && generic[noun]:
		return key, false // "400 people" of anything
	case f.Deed == deedAll:
		key.noun = sameNoun(noun)
	case !ofPeople(noun):
		key.noun = sameNoun(noun)
	}
	return key, true
}

// nounTold is the noun for those whom a figure counts.
func nounTold(f *resolve.Figure) string {
	if f.Deed == deedAll && f.Did != "" {
		return f.Did // "the number of demonstrators", who are people
	}
	return f.Measure
}

// One word for words that say the same of those counted.
var (
	deedClass = classesOf(map[string]string{
		"identify":  "match name",
		"hand over": "return repatriate",
		"cancel":    "scrap axe call-off",
		"cut":       "shed eliminate slash",
		"lay off":   "dismiss fire sack",
		"destroy":   "raze flatten level",
		"free":      "rescue release liberate save bring-out",
		"close":     "shut",
		"sign":      "endorse back",
	})
	objectClass = classesOf(map[string]string{"power": "electricity", "leave": "quit resign", "water": "drinking-water"})
	nounClass   = classesOf(map[string]string{"employees": "staff workers workforce personnel staffers payroll headcount", "homes": "households houses customers properties",
		"demonstrators": "protesters marchers crowd", "people": "passengers members"})
	// nominalDeeds are nouns for a deed, which those counted did.
	nominalDeeds = classesOf(map[string]string{"sign": "signatures signatories signers", "identify": "matches identifications", "cancel": "cancellations"})
	// befalls are deeds that have measures of their own.
	befalls = setOf("bring kill die injure wound hurt execute murder shoot arrest detain free miss evacuate displace infect intercept launch strike hit fire target deploy")
	// rallies are what a crowd does.
	rallies = map[string]bool{"protest": true, "rally": true, "march": true, "demonstrate": true, "gather": true, "turn out": true}
	// generic are nouns that may be of any people.
	generic = setOf("people members men women persons others children times years days percent points")
)

// classesOf is each word's first, from "first: others". A word of two classes would be of either by chance, so there is none.
func classesOf(classes map[string]string) map[string]string {
	m := map[string]string{}
	for one, others := range classes {
		for _, w := range strings.Fields(others) {
			w = strings.ReplaceAll(w, "-", " ")
			if m[w] != "" {
				panic("ledger: two classes for " + w)
			}
			m[w] = one
		}
	}
	return m
}

func objectOf(w string) string { return cmp.Or(objectClass[w], w) }

func sameNoun(w string) string { return cmp.Or(nounClass[w], w) }

// ofPeople reports whether a noun is for people, or for what stands for them on a list: "employees", "names".
func ofPeople(noun string) bool {
	if peopleNouns[noun] || bystanders[noun] {
		return true
	}
	if noun == "three" {
		return false
	}
	one := strings.TrimSuffix(noun, "s")
	return slices.ContainsFunc([]string{"er", "or", "ist", "ian", "ee", "man", "men", "ant", "ent", "eer"}, func(end string) bool { return strings.HasSuffix(one, end) }) && !thingNouns[noun]
}

var (
	peopleNouns = setOf("people employees staff members workers victims bodies remains names passengers pilots students voters lawmakers residents families relatives citizens nationals hostages captives scientists musicians personnel crew troops police doctors nurses teachers")
	thingNouns  = setOf("centers computers containers orders offers papers numbers sensors tankers trailers towers rivers letters servers boosters reactors motors tractors sectors doors monitors agreements shipments payments documents apartments establishments settlements investments tenants accidents incidents events percents patents plants components instruments movements statements amendments departments governments treatments")
)

// deedTally is the series of those who count one thing.
func (v *View) deedTally(g *deedGroup) Tally {
	noun := commonNoun(g.nouns)
	t := Tally{Measure: strings.TrimSpace(noun + " " + pastOf(most1(g.dids))), Unit: noun, deed: g.key.deed, Total: "cumulative"}
	points := make([]Point, len(g.figures))
	wholes := map[string]int{}
	for i, at := range g.figures {
		points[i] = v.point(at)
		points[i].whole = wholeOf(v.entries[at.entry].r, at.n)
		if w := points[i].whole; w > 0 && !points[i].Superseded {
			wholes[show(w)]++
		}
	}
	oneKeeper(points)
	if t.ownSums() {
		oneGovernment(points)
	}
	points = largest(points)
	if w := most1(wholes); w != "" {
		t.Of = "of " + w
	}
	at := map[string]int{}
	for i := range points {
		p := &points[i]
		name := p.Who
		if !properName(name) {
			name = p.Origin
		}
		k, ok := at[name]
		if !ok && p.keeper.id != "" {
			k, ok = at[p.Origin]
		}
		if ok {
			p.Origin = t.Series[k].Points[0].Origin
		} else {
			k = len(t.Series)
			at[name] = k
			if p.keeper.id != "" {
				at[p.Origin] = k // "Police", "police"
			}
			t.Series = append(t.Series, Series{Source: p.sourceID(), Who: p.Who})
		}
		t.Series[k].Points = append(t.Series[k].Points, *p)
	}
	for i := range t.Series {
		slices.SortStableFunc(t.Series[i].Points, func(a, b Point) int { return cmp.Or(cmp.Compare(a.AsOf, b.AsOf), cmp.Compare(a.when, b.when)) })
	}
	sort.SliceStable(t.Series, func(a, b int) bool { return len(t.Series[a].Points) > len(t.Series[b].Points) })
	t.deedGaps()
	t.lastOfEach()
	return t
}

// largest is the points without those of which the same keeper gives a larger one in the same text of a report: those are parts, or of something else.
func largest(points []Point) []Point {
	type by struct {
		report   string
		revision bool
		origin   string
	}
	top := map[by]float64{}
	of := func(p *Point) by { return by{p.Ref.Report, p.Superseded, p.Origin} }
	for i := range points {
		if p := &points[i]; !p.Old {
			top[of(p)] = max(top[of(p)], p.Low)
		}
	}
	return slices.DeleteFunc(points, func(p Point) bool { return !p.Old && p.Low < top[of(&p)] })
}

// commonNoun is the noun that most counts have; of those for the deed itself only where there is no other.
func commonNoun(nouns map[string]int) string {
	own := map[string]int{}
	for n, k := range nouns {
		if nominalDeeds[n] == "" {
			own[n] = k
		}
	}
	return cmp.Or(most1(own), most1(nouns))
}

// properName reports whether a name is one of its own, so that who has it in a story is one: "Nordnet".
func properName(name string) bool {
	fields := strings.Fields(strings.TrimPrefix(name, "The "))
	return len(fields) > 0 && !slices.ContainsFunc(fields, func(w string) bool { return w[0] < 'A' || w[0] > 'Z' })
}

// pastOf is a verb as it is said of what was done: "held" of "hold".
func pastOf(words string) string {
	verb, rest, more := strings.Cut(words, " ")
	switch {
	case verb == "" || strings.HasSuffix(verb, "ed") || verb == "without" || verb == "not" || pastForms[verb] == "=":
	case pastForms[verb] != "":
		verb = pastForms[verb]
	case strings.HasSuffix(verb, "e"):
		verb += "d"
	case strings.HasSuffix(verb, "y") && len(verb) > 2 && !strings.ContainsRune("aeiou", rune(verb[len(verb)-2])):
		verb = verb[:len(verb)-1] + "ied"
	case doubles(verb):
		verb += verb[len(verb)-1:] + "ed"
	default:
		verb += "ed"
	}
	if more {
		verb += " " + rest
	}
	return verb
}

// doubles reports whether a verb of one syllable doubles its last letter: "trapped".
func doubles(verb string) bool {
	n := len(verb)
	vowel := func(i int) bool { return strings.ContainsRune("aeiou", rune(verb[i])) }
	return n > 2 && n < 6 && !vowel(n-1) && vowel(n-2) && !vowel(n-3) && !strings.ContainsRune("wxy", rune(verb[n-1])) && strings.Count(verb, "e") < 2 && !strings.ContainsAny(verb[:n-3], "aeiou")
}

// pastForms are participles that do not end in "ed", "=" for those that are given as such.
var pastForms = func() map[string]string {
	m := map[string]string{}
	for _, pair := range strings.Fields(`shoot:shot begin:begun catch:caught fight:fought find:found freeze:frozen lead:led see:seen seek:sought sweep:swept throw:thrown tear:torn bind:bound get:got hold:held aboard:= cut:= leave:left lose:lost pay:paid sell:sold build:built send:sent take:taken win:won shut:= quit:= hit:= put:= set:= give:given
		speak:spoken write:written break:broken steal:stolen buy:bought bring:brought teach:taught spend:spent lend:lent hear:heard lay:laid run:= fly:flown sink:sunk ban:banned drop:dropped
		plan:planned ship:shipped stop:stopped scrap:scrapped commit:committed admit:admitted withdraw:withdrawn choose:chosen drive:driven feel:felt keep:kept make:made meet:met stand:stood strike:struck sing:sung`) {
		verb, past, _ := strings.Cut(pair, ":")
		if m[verb] = past; past != "=" {
			m[past] = "="
		}
	}
	return m
}()

// wholeOf is the number that a figure is told as a part of, or 0.
func wholeOf(r *resolve.Reading, n int32) float64 {
	for i := range r.Figures {
		if g := &r.Figures[i]; r.Figures[n].PartOf != "" && g.ID == r.Figures[n].PartOf && g.Low != nil && (g.Deed == deedAll || g.Deed == deedAboard) {
			return *g.Low
		}
	}
	return 0
}

// toldTwice reports whether two reports tell what a tally counts, in their own wording, with different numbers or by different keepers. How many there
// are in all, and few, are told only where the numbers differ.
func (t *Tally) toldTwice() bool {
	reports, numbers, keepers, top := map[string]bool{}, map[float64]bool{}, map[string]bool{}, 0.
	for _, p := range t.points() {
		if numbers[p.Low] = true; p.CopyOf == "" {
			reports[p.key] = true
		}
		if !p.Superseded {
			keepers[p.Origin] = true
			top = max(top, p.Low)
		}
	}
	differ := len(numbers) > 1
	return len(reports) > 1 && (differ && top >= fewDone || len(keepers) > 1 && top >= fewUnits && t.deed != deedAll && t.deed != deedAboard)
}

// fewDone is the number below which two different ones are likely of different things.
const fewDone = 5

// meant is the groups, less those of people whose deed is what the paper that others signed threatens: "550 of its staff have threatened to quit" where another report has
// "738 had signed the letter threatening to leave". Not where one report has a number of both.
func (v *View) meant(groups map[deedKey]*deedGroup) []*deedGroup {
	var out []*deedGroup
	for _, g := range groups {
		out = append(out, g)
	}
	slices.SortFunc(out, func(a, b *deedGroup) int {
		return cmp.Or(cmp.Compare(a.key.deed, b.key.deed), cmp.Compare(a.key.noun, b.key.noun))
	})
	for _, g := range out {
		verb, _, ok := strings.Cut(g.key.deed, " to ")
		if !ok || g.key.noun != "" {
			continue
		}
		for _, o := range out {
			if o == g || o.key.noun != "" || len(o.figures) == 0 || strings.Contains(o.key.deed, " to ") || o.key.deed == deedAboard || !v.speaksOf(o, verb) || v.besides(o, g) {
				continue
			}
			o.figures = append(o.figures, g.figures...)
			slices.SortStableFunc(o.figures, func(a, b figureAt) int {
				return cmp.Or(cmp.Compare(v.entries[a.entry].when, v.entries[b.entry].when), cmp.Compare(a.entry, b.entry), cmp.Compare(a.n, b.n))
			})
			g.figures = nil
			break
		}
	}
	return slices.DeleteFunc(out, func(g *deedGroup) bool { return len(g.figures) == 0 })
}

// speaksOf reports whether a sentence of the group has a form of a verb.
func (v *View) speaksOf(g *deedGroup, verb string) bool {
	return slices.ContainsFunc(g.figures, func(at figureAt) bool {
		return strings.Contains(v.entries[at.entry].told().beside[at.n].context, " "+verb)
	})
}

// besides reports whether one report has figures of both groups.
func (v *View) besides(a, b *deedGroup) bool {
	in := map[int32]bool{}
	for _, at := range a.figures {
		in[v.reportOf[at.entry]] = true
	}
	return slices.ContainsFunc(b.figures, func(at figureAt) bool { return in[v.reportOf[at.entry]] })
}
