package ledger

import (
	"cmp"
	"slices"

	"sayso/article"
	"sayso/resolve"
)

// An occasion is one incident as far as counting goes: the blast, the raid, the fire that figures of several
// measures and reports count for. Events are joined word by word, and one raid has many ("struck", "killed",
// "wounded"); a toll needs one name for all of them, so the sentences that hold counts are held together by what
// they share: a report's own incident, equal numbers, joined events, days, places and rare words.
type occasion struct {
	units []int
	first int32 // earliest and latest day that it can have been
	last  int32
	exact bool // the days were said
	craft int  // of the story's, from 1; 0 where it is of none
	again bool // a second one of its kind, by its reports' words
	other bool // no blow of the story's campaign, by its reports' words
	own   bool // what some report is about
	past  bool // what no report tells but as recalled
}

// A unit is what one report counts in one incident.
type unit struct {
	entry     int32
	figures   []int32 // of the entry
	own       bool    // the incident that the report is about
	sets      []int32 // event sets
	first     int32   // days between which it was
	last      int32
	exact     bool
	places    []string   // named, smaller than a country
	values    []measured // the largest number told of each measure
	counts    [len(comparedMeasures)]uint64
	words     []uint32 // stems of the sentences, sorted
	terms     []term   // the words as the story weighs them, in their order
	norm      float64
	root      int32          // the entry whose wording its report has
	report    int32          // the number of its report
	spots     []int32        // the places by number, and behind them those near
	named     int            // how many of spots are the places
	sentences []article.Span // of all figures, and where the last ends
	end       int
	timed     bool   // a time was said
	given     bool   // its day is the one that other reports give to its number
	rising    bool   // "the toll has risen to"
	craft     int    // the ship or the like that it counts for, of the story's, from 1; or 0
	ordinal   uint32 // its place in a series where its sentence tells it: 5 of "the fifth strike"; or 0
	worded    bool   // its day stands in the sentence
	again     bool   // of a second incident of its kind by the sentence
	other     bool   // no blow of the story's campaign by the sentence
	past      bool   // its report recalls it
	recalled  bool   // told in such a sentence as what came before
	found     bool   // bodies found, some of the dead that its report tells of
	apart     bool   // its sentence tells of another incident than the one before
	described bool   // one person who is named or described, not counted
	matter    matter // of the disaster that the story tells of, or beside it
	kinds     kinds  // what befell those whom it counts, by its sentence
	ofTotal   bool   // a part of a total: "20, among them seven soldiers"
	published int32
	near      []string     // places of the report's first lines
	parts     []uint64     // numbers of the parts of its figures
	sentence  article.Span // of the first figure
	occasion  int
}

// What an occasion must score to take a unit, and what where no other comes within 1 of it. Set on the sample stories and
// four campaigns of press reports (one of them made up with its gold), where .3 more or less changes few joins.
const (
	sameOccasion   = 1.7
	likelyOccasion = .8
)

// manyDead is how many dead are so many that two counts a twentieth apart are of one disaster.
const manyDead = 100

// toldAgain is for how many days a copy tells the same incident whatever numbers it has: after that what is alike is a form that an outlet fills in
// again.
const toldAgain = 4

// occasionsBack is how many of the latest occasions are asked.
const occasionsBack = 32

// Occasions are those of a story.
type occasions struct {
	of       map[figureAt]int // by figure
	each     map[int32]int    // by entry: the only occasion that it counts in, and one more, or -1
	all      []occasion
	told     []unit                     // what the occasions are made of
	first    int32                      // day of the first report
	craft    string                     // the ship or the like that most reports count the dead of, or ""
	campaign bool                       // see campaign
	many     bool                       // a report has a running total of blows, see totals
	runs     bool                       // of a side whose running totals are told
	several  bool                       // several blows with tolls of their own, see several
	single   int                        // the only incident that the story is about, or -1
	disaster *disaster                  // what it is, where it is a disaster
	group    *sideGroup                 // whose they are; nil in a story without sides
	blows    [][2]uint32                // who struck whom, as the story's reports tell
	sides    map[string][]uint32        // by words for a source: those that say whose it is
	counting [len(comparedMeasures)]int // how many of them have counts of a measure
	most     [len(comparedMeasures)]int // the one that nearly all reports count in, or -1
}

// occasions puts the incident figures of a story's reports into occasions; of them those of one side, where the story has sides.
func (v *View) occasions(entries []int32, of *sideGroup) *occasions {
	var units []unit
	crafts := v.crafts(entries)
	var own []string
	var d *disaster
	if !of.war() {
		own, d = v.campaignWords(entries), v.disaster(entries)
	}
	for _, e := range entries {
		units = v.units(units, e, of, crafts, own, d)
	}
	runs := v.runs(entries, of)
	several := !of.war() && d == nil && v.several(units, entries)
	one := !several && v.onlyRises(units, entries, of) && (!runs || of.both() || of.parts(units))
	one = one || d != nil || !of.war() && !several && v.oneIncident(units, entries)
	for i := range units {
		units[i].craft = v.craftOf(&units[i], crafts)
	}
	p := &placing{v: v, of: of, units: units, one: one, several: several, disaster: d, campaign: !of.war() && v.campaign(entries), main: v.mostCraft(units, crafts), single: -1,
		spread: make([]float64, v.finish(units, len(entries))), out: make(map[figureAt]int, 2*len(units))}
	for i := range units {
		p.put(i)
	}
	o := &occasions{of: p.out, told: units, many: v.totals(entries), runs: runs, several: several, campaign: p.campaign, blows: v.blowsIn(entries), sides: map[string][]uint32{}, all: p.all, first: v.firstDay(entries), single: p.single,
		group: of, disaster: d, craft: append([]string{""}, crafts...)[p.main], each: onlyOccasion(p.out, len(entries))}
	for i := range p.all {
		p.all[i].past = !slices.ContainsFunc(p.all[i].units, func(u int) bool { return !units[u].past })
		p.all[i].own = slices.ContainsFunc(p.all[i].units, func(u int) bool { return units[u].own })
		for m := range comparedMeasures {
			if slices.ContainsFunc(p.all[i].units, func(u int) bool { return units[u].counts[m] > 0 }) {
				o.counting[m]++
			}
		}
	}
	for m := range comparedMeasures {
		o.most[m] = v.mostCounted(p.all, units, m)
	}
	return o
}

// A placing puts units into occasions, one after the other.
type placing struct {
	v        *View
	of       *sideGroup
	units    []unit
	one      bool // all are of one growing incident
	several  bool // see several
	disaster *disaster
	campaign bool // of many blows, see campaign
	main     int  // the craft that most count in, from 1
	single   int  // that growing incident, or -1
	spread   []float64
	all      []occasion
	out      map[figureAt]int
}

// put puts unit i into the occasion that it is likest to, or opens one.
func (p *placing) put(i int) {
	u := &p.units[i]
	best := p.place(u)
	if best < 0 {
		best = len(p.all)
		again := slices.ContainsFunc(p.all, func(o occasion) bool { return u.opensAgain(&o) })
		p.all = append(p.all, occasion{first: u.first, last: u.last, exact: u.exact, craft: u.craft, again: again, other: u.other})
	}
	if p.one && p.disaster == nil && (u.own || p.of.both()) && p.single < 0 || p.ofDisaster(u) {
		p.single = best
	}
	o := &p.all[best]
	o.units = append(o.units, i)
	u.occasion = best
	if p.ofDisaster(u) {
		o.first, o.last, o.exact = p.disaster.day, p.disaster.day, true
	} else if u.exact && !o.exact {
		o.first, o.last, o.exact = u.first, u.last, true
	}
	for _, f := range u.figures {
		p.out[figureAt{u.entry, f}] = best
	}
}

// place is the occasion that u belongs to, or -1.
func (p *placing) place(u *unit) int {
	if p.ofDisaster(u) {
		return p.single
	}
	if p.disaster == nil {
		return p.choose(u, p.likest(u))
	}
	if k := u.ofAgain(p.all, p.units); k >= 0 {
		return k
	}
	if k := p.ofCause(u); k >= 0 && !u.again {
		return k
	}
	return p.likest(u)
}

// likest is the occasion that u is like enough to, by its words, days and numbers, or -1.
func (p *placing) likest(u *unit) int {
	best, score, second := -1, -9.0, -9.0
	u.spread(p.spread, 1)
	for k := max(0, len(p.all)-occasionsBack); k < len(p.all); k++ {
		if p.one && k == p.single && (p.disaster != nil || p.of.small(u, &p.all[k], p.units)) || u.opensAgain(&p.all[k]) || u.other != p.all[k].other {
			continue
		}
		s := p.v.likeOccasion(u, &p.all[k], p.units, p.spread)
		if p.several && u.elsewhere(&p.all[k], p.units) {
			continue
		}
		if len(p.all) == 1 && !p.of.war() && !p.several && p.v.grown(u, &p.all[k], p.units) {
			s += grownBy
		}
		if p.campaign {
			s = p.ofBlow(u, &p.all[k], s)
		}
		if s > score {
			best, score, second = k, s, score
		} else {
			second = max(second, s)
		}
	}
	u.spread(p.spread, 0)
	if score < sameOccasion && (score < likelyOccasion || score-second < 1) {
		return -1
	}
	return best
}

// choose is what u is put into rather than the likest: the occasion of its craft, the one that its report goes back to, or the only one that grows.
func (p *placing) choose(u *unit, best int) int {
	if k := ofCraft(u, u.craft, p.all); k >= 0 {
		best = k
	} else if k := ofCraft(u, p.main, p.all); k >= 0 && u.craft == 0 && u.own && toldIn(u, &p.all[k], p.units) {
		best = k // "a ship was sunk and three sailors died"
	}
	if k := u.ofAgain(p.all, p.units); k >= 0 {
		return k
	}
	if k := u.ofBefore(p.all, p.units); k >= 0 {
		return k
	}
	if k := p.single; p.one && k >= 0 && !p.of.small(u, &p.all[k], p.units) && !u.opensAgain(&p.all[k]) && (u.own || u.found || p.of.both() || toldIn(u, &p.all[k], p.units)) {
		return k
	}
	return best
}

// firstDay is the day of the first of some reports.
func (v *View) firstDay(entries []int32) int32 {
	first := int32(unknownDay)
	for _, e := range entries {
		first = min(first, v.entries[e].day)
	}
	return first
}

// blowsIn are who struck whom, as the reports tell.
func (v *View) blowsIn(entries []int32) [][2]uint32 {
	var blows [][2]uint32
	for _, e := range entries {
		for _, s := range v.entries[e].sides {
			if !slices.Contains(blows, s) {
				blows = append(blows, s)
			}
		}
	}
	return blows
}

// onlyOccasion is for each entry the only occasion that it counts in, and one more, or -1.
func onlyOccasion(of map[figureAt]int, entries int) map[int32]int {
	each := make(map[int32]int, entries)
	for at, k := range of {
		switch each[at.entry] {
		case 0:
			each[at.entry] = k + 1
		case k + 1:
		default:
			each[at.entry] = -1
		}
	}
	return each
}

// ofCraft is the latest occasion of a craft of the story, from 1, within so many days of u, or -1.
func ofCraft(u *unit, craft int, all []occasion) int {
	for k := len(all) - 1; k >= 0 && craft > 0; k-- {
		if o := &all[k]; o.craft == craft && u.first <= o.last+craftWithin && o.first <= u.last+craftWithin {
			return k
		}
	}
	return -1
}

// toldIn reports whether an occasion has u's number of killed already.
func toldIn(u *unit, o *occasion, units []unit) bool {
	n := u.value("killed")
	for _, i := range o.units {
		if n > 1 && units[i].value("killed") == n && units[i].entry != u.entry {
			return true
		}
	}
	return false
}

// onlyRises reports whether the counts of killed that the reports give of what they are about only rise, over at least
// six reports, or over three that are of no two days and have no count that falls: the growing toll of one disaster, however its sentences
// are worded. Of several incidents they go up and down.
// Of one side of a war the toll grows while single blows are told beside it, so that fewer must rise.
func (v *View) onlyRises(units []unit, entries []int32, of *sideGroup) bool {
	if of.parts(units) || of.both() {
		return true
	}
	counts := v.ownCounts(units, entries, of)
	down, up, less := 0, 0, 0
	for i := 1; i < len(counts); i++ {
		a, b := counts[i-1], counts[i]
		switch {
		case 10*b < 8*a:
			down++
		case b > a:
			up++
		}
		if b < a {
			less++
		}
	}
	switch n := len(counts); {
	case !of.war() && n < 6:
		return n >= 3 && up >= 2 && down == 0 && !severalDays(units)
	case !of.war():
		return up >= 3 && 10*down <= n
	case n < 3:
		return n == 2 && up+less == 0 && counts[0] >= 10
	case n == 3:
		return less == 0 && (up == 0 || !severalDays(units))
	case n == 4:
		return less == 0
	}
	return (up >= 2 || less == 0) && 4*down <= len(counts)
}

// ownCounts are how many dead the reports count in what they are about, in the order of their publication: their own incident's, or where they
// tell none the toll that they put in words for one.
func (v *View) ownCounts(units []unit, entries []int32, of *sideGroup) []uint64 {
	type count struct {
		when int64
		n    uint64
	}
	var counts []count
	told, again := map[int32]bool{}, false
	for i := range units {
		u := &units[i]
		n := u.value("killed")
		again = again || u.again
		told[u.entry] = told[u.entry] || n > 0
		if u.own && n > 0 && (of.war() || !v.entries[u.entry].tollBefore(u, n)) {
			counts = append(counts, count{v.entries[u.entry].when, n})
		}
	}
	if !of.war() && !again { // else a toll may be of two incidents
		bare, apart := v.bareTolls(entries)
		for e, n := range bare {
			if !told[e] && !apart {
				counts = append(counts, count{v.entries[e].when, n})
			}
		}
	}
	slices.SortFunc(counts, func(a, b count) int { return cmp.Or(cmp.Compare(a.when, b.when), cmp.Compare(a.n, b.n)) })
	out := make([]uint64, len(counts))
	for i := range counts {
		out[i] = counts[i].n
	}
	return out
}

// bareTolls are the tolls that reports give without saying of what, and whether one of them gives two: then their keepers count apart.
func (v *View) bareTolls(entries []int32) (bare map[int32]uint64, apart bool) {
	bare = map[int32]uint64{}
	for _, e := range entries {
		for i := range v.entries[e].r.Figures {
			f := &v.entries[e].r.Figures[i]
			if f.Measure != "killed" || f.Low == nil || f.Old || f.Background || f.Vague || f.Since != "" || f.Within != "" || !v.entries[e].told().beside[i].toll {
				continue
			}
			n := uint64(*f.Low)
			apart = apart || bare[e] > 0 && bare[e] != n
			bare[e] = n
		}
	}
	return bare, apart
}

// tollBefore reports whether the report tells a larger toll before all that u counts, so that these, n of them, are some of its dead: "the
// railways put the toll at 278. 61 people from the state have died".
func (e *entry) tollBefore(u *unit, n uint64) bool {
	at, text := e.r.Figures[u.figures[0]].Span.Start, e.r.Article.Text
	return slices.ContainsFunc(e.r.Figures, func(f resolve.Figure) bool {
		more := f.Span.End <= at && f.Measure == "killed" && f.Low != nil && *f.Low > float64(n) && !f.Old && !f.Background && f.Since == "" && f.Within == ""
		return more && (f.Scope == "incident" || containsAny(sentenceAround(text, f.Span).Text(text), " toll "))
	})
}

// severalDays reports whether the reports' own incidents are of days that the reports say and that differ.
func severalDays(units []unit) bool {
	day := int32(unknownDay)
	for i := range units {
		if u := &units[i]; u.own && u.exact {
			if day != unknownDay && u.first != day {
				return true
			}
			day = u.first
		}
	}
	return false
}
