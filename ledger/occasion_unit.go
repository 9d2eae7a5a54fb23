package ledger

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/gazetteer"
	"sayso/read"
	"sayso/resolve"
)

// isIncident reports whether a figure counts for one incident.
func isIncident(f *resolve.Figure) bool {
	return f.Measure != "" && !f.Money && f.Low != nil && f.PartOf == "" && f.Scope != "cumulative" && !standingMeasure[f.Measure]
}

// A measured is a number of a measure.
type measured struct {
	measure string
	n       uint64
}

// value is the largest number that a unit tells of a measure.
func (u *unit) value(measure string) uint64 {
	for i := range u.values {
		if u.values[i].measure == measure {
			return u.values[i].n
		}
	}
	return 0
}

// tell takes in a number of a measure.
func (u *unit) tell(measure string, n uint64) {
	for i := range u.values {
		if x := &u.values[i]; x.measure == measure {
			x.n = max(x.n, n)
			return
		}
	}
	u.values = append(u.values, measured{measure, n})
}

// units adds to all the incidents that an entry counts in, by the figures that are asked for: its own first, then those that it
// recalls or sets apart.
func (v *View) units(all []unit, entry int32, of *sideGroup, crafts, own []string, d *disaster) []unit {
	e := v.entries[entry]
	told := e.told()
	from := len(all)
	for i := range 3 * len(e.r.Figures) { // those of people first: what they count is the incident, and who is arrested over it comes after
		turn := i / len(e.r.Figures)
		i %= len(e.r.Figures)
		f := &e.r.Figures[i]
		if turnOf(f) != turn || !told.figures[i].counts && !(told.figures[i].part && of.takesPart(e, figureAt{entry, int32(i)})) || !of.takes(figureAt{entry, int32(i)}) {
			continue
		}
		if !of.war() && stillHeld(e.r.Article.Text, f) {
			continue
		}
		u := v.unitAt(figureAt{entry, int32(i)}, of, crafts, own, d)
		out := all[from:]
		k := placeUnit(out, &u, e.r, f)
		if k == len(out) {
			u.recalled = !u.again && slices.ContainsFunc(out, func(w unit) bool { return w.again && w.sentence == u.sentence })
			u.own = !u.found && !slices.ContainsFunc(out, func(w unit) bool { return !of.before(&w) && !w.found && !w.past }) && !u.past && peopleMeasure[f.Measure] && !of.before(&u) && !u.other
			all = append(all, u)
			out = all[from:]
		} else {
			out[k].add(&u)
			out[k].described = out[k].described && u.described
			if out[k].found && !u.found && !f.Background {
				out[k].found, out[k].own = false, !slices.ContainsFunc(out, func(w unit) bool { return w.own })
			}
		}
		out[k].take(int32(i), f, &u)
		out[k].ofTotal = out[k].ofTotal || told.figures[i].part
	}
	for k := from; k < len(all); k++ {
		if all[k].own {
			v.aboutOpening(entry, &all[k])
		}
	}
	return all
}

// turnOf orders the figures of a report: those of people, of people arrested or captured, of things.
func turnOf(f *resolve.Figure) int {
	switch {
	case !peopleMeasure[f.Measure]:
		return 2
	case f.Measure == "captured":
		return 1
	}
	return 0
}

// unitAt is what a figure counts in, by its own words.
func (v *View) unitAt(at figureAt, of *sideGroup, crafts, own []string, d *disaster) unit {
	e := v.entries[at.entry]
	told := e.told()
	f := &e.r.Figures[at.n]
	u := told.figures[at.n].unit
	if day, ok := of.dayOf(e, at); ok {
		u.first, u.last, u.exact, u.timed, u.given = day, day, true, true, true
	}
	u.craft = craftSpokenOf(e.r.Article.Text, u.sentence, crafts)
	u.entry, u.sets = at.entry, v.setsOf(at.entry, f)
	u.found = !of.war() && e.someFound(f)
	if d != nil {
		u.kinds = told.beside[at.n].kinds
		u.matter = d.matterOf(&u, &told.beside[at.n], uint64(*f.Low), f.Measure == "killed")
	}
	u.described = oneTold(f, f.Text(e.r.Article.Text))
	u.other = u.foreign(u.sentence.Text(e.r.Article.Text), own, f.Background)
	return u
}

// take gives an incident figure i, told in unit by.
func (u *unit) take(i int32, f *resolve.Figure, by *unit) {
	u.figures = append(u.figures, i)
	u.sentences = append(u.sentences, by.sentence)
	u.end = by.sentence.End
	if !f.Vague && !f.Old && *f.Low > 0 && !by.found {
		u.tell(f.Measure, uint64(*f.Low))
	}
}

// aboutOpening gives the incident that a report is about what its headline and first lines say.
func (v *View) aboutOpening(entry int32, u *unit) {
	e := v.entries[entry]
	told := e.told()
	u.words = union(u.words, told.lead)
	if !u.timed && !restatesToll(told.first.Text(e.r.Article.Text)) && (e.ownBlow(u.sentence) || !u.daysAfter(e, told.first)) && e.tellsDeed(told.first) {
		u.dayIn(e, told.first)
	}
	if !u.timed {
		v.dayOfSame(entry, u)
	}
	u.near = told.near
}

// restatesToll reports whether a sentence tells of a toll that somebody corrects: its day is not that of the deed.
func restatesToll(sentence string) bool {
	return containsAny(sentence, "revised", "lowered", "corrected")
}

// tellsDeed reports whether a sentence tells of a deed or a disaster, so that its day may be that one's: not "There would be no questions today".
func (e *entry) tellsDeed(s article.Span) bool {
	if slices.ContainsFunc(e.events, func(it eventItem) bool { return it.sentence == s && it.deed != noDeed }) {
		return true
	}
	text := s.Text(e.r.Article.Text)
	return slices.ContainsFunc(words(text), func(w word) bool { return disasters[strings.ToLower(w.Text(text))] })
}

// dayOfSame gives a unit the day on which its report says that what it tells took place: "The strike took place on Friday". Not where
// its events are of several days.
func (v *View) dayOfSame(entry int32, u *unit) {
	e, day := v.entries[entry], int32(unknownDay)
	for i := range e.events {
		if e.events[i].sentence != u.sentence {
			continue
		}
		set := v.eventOf[v.eventBase[entry]+int32(i)]
		for k := range e.events {
			o := &e.events[k]
			if set < 0 || v.eventOf[v.eventBase[entry]+int32(k)] != set || o.background || o.coming || o.fate == dead || o.start == unknownDay || o.start != o.end || o.start > e.day {
				continue
			}
			t := e.r.Events[o.n].Time
			if here := t != nil && u.sentence.Contains(t.Span); o.sentence == u.sentence && !here || setsApart(o.sentence.Text(e.r.Article.Text)) || t != nil && (ofSequel(e.r.Article.Text, t.Span) || ofCare(e.r.Article.Text, t.Span) || e.ofOtherDeed(o.sentence, t.Span)) {
				continue // its day was taken from elsewhere, or is no day of the deed
			}
			if day != unknownDay && day != o.start {
				return
			}
			day = o.start
		}
	}
	if day != unknownDay && day >= e.day-7 {
		u.first, u.last, u.exact, u.timed = day, day, true, true
	}
}

// setsOf is the event that a figure counts for, across reports.
func (v *View) setsOf(entry int32, f *resolve.Figure) (sets []int32) {
	e := v.entries[entry]
	for i := range e.events {
		if f.Event != "" && e.r.Events[e.events[i].n].ID == f.Event {
			if set := v.eventOf[v.eventBase[entry]+int32(i)]; set >= 0 {
				sets = append(sets, set)
			}
		}
	}
	return sets
}

// toldUnits is what an entry's text alone says of what its figures count for: the same in every view.
type toldUnits struct {
	figures []toldUnit
	beside  []toldBeside // by figure
	sided   []sided      // whose people the figures count
	title   sided        // what the headline says of that
	fights  [][2]string  // countries that fight each other by its words
	lead    []uint32     // stems of the headline and the first lines
	first   article.Span // the first sentence
	kinds   kinds        // what befell people, by the headline and the first lines
	near    []string     // places of the first lines
	crafts  []string     // names of ships and the like, given with their kind
}

type toldUnit struct {
	unit   unit
	counts bool // for an incident of the report's own days
	part   bool // the same, a part that a sum adds up or the soldiers or civilians of a total
}

// told is made when a tally first asks for it, and kept: most reports are of no tally that anybody looks at.
func (e *entry) told() *toldUnits {
	if t := e.asked().counted.Load(); t != nil {
		return t
	}
	text := e.r.Article.Text
	t := &toldUnits{figures: make([]toldUnit, len(e.r.Figures)), beside: e.besideAll()}
	for i := range e.r.Figures {
		if f := &e.r.Figures[i]; isIncident(f) && counted(text, f) && !oldYear(text, f.Span, e.day) {
			t.figures[i] = toldUnit{unit: e.unitOf(f), counts: true}
		} else if f.PartOf != "" && peopleMeasure[f.Measure] && f.Low != nil && (inSum(e.r.Figures, f) || kindTold(text, f) || placed(text, f.Span)) && !oldYear(text, f.Span, e.day) {
			t.figures[i] = toldUnit{unit: e.unitOf(f), part: true}
		}
	}
	t.sided, t.title = e.sidedAll()
	t.crafts = craftNames(text)
	t.lead = union(stemsOfText(e.r.Article.Title), stemsOfText(text[:min(len(text), lead)]))
	t.kinds = kindsIn(e.r.Article.Title) | kindsIn(text[:min(len(text), lead)])
	t.first = openingOf(text, article.Headline(text))
	t.fights = e.fights(t.sided, t.first)
	for i := range e.r.Events {
		if ev := &e.r.Events[i]; ev.Trigger.Start < lead && !ev.Background {
			t.near = placesOf(t.near, ev.Place)
		}
	}
	e.asked().counted.Store(t)
	return t
}

// union is the members of two sorted sets; neither is changed.
func union(a, b []uint32) []uint32 {
	out := make([]uint32, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			out, a = append(out, a[0]), a[1:]
		case a[0] > b[0]:
			out, b = append(out, b[0]), b[1:]
		default:
			out, a, b = append(out, a[0]), a[1:], b[1:]
		}
	}
	return append(append(out, a...), b...)
}

// oldYear reports whether a year before the report's stands beside a figure: "since 1948, when 176 people died", "the
// 2013 storm killed over 6,000". It is of another matter.
func oldYear(text string, f article.Span, published int32) bool {
	if published == unknownDay {
		return false
	}
	s := sentenceAround(text, f)
	near := text[max(s.Start, f.Start-60):min(s.End, f.End+60)]
	if !strings.Contains(near, "18") && !strings.Contains(near, "19") && !strings.Contains(near, "20") {
		return false // no year
	}
	year := dayString(published)[:4]
	for _, w := range words(near) {
		if y := w.Text(near); w.digit && len(y) == 4 && y > "1800" && y < year && dayString(published - 60)[:4] > y {
			return true
		}
	}
	return false
}

// lead is how much of a report's text says what it is about.
const lead = 280

// unitOf is what the text says of what f counts for.
func (e *entry) unitOf(f *resolve.Figure) unit {
	text := e.r.Article.Text
	u := unit{sentence: sentenceAround(text, f.Span), first: e.day - 3, last: e.day, occasion: -1, published: e.day, past: f.Background}
	if e.day == unknownDay {
		u.first, u.last = 0, unknownDay
	}
	u.words = stemsOfText(u.sentence.Text(text))
	u.apart = setsApart(u.sentence.Text(text))
	u.rising = containsAny(u.sentence.Text(text), "risen to", "rose to", "climbed to", "rises to", "has reached", "updating the toll", "updating an earlier", "updating a previous", "up from", "raised to", "now stands", "now died", "have now", "has now", "are now", "were now", "now dead", "now killed") || containsAny(u.sentence.Text(text), "toll") && containsAny(u.sentence.Text(text), " stood at ", " stands at ", " is at ")
	for i := range e.r.Figures {
		if g := &e.r.Figures[i]; g.PartOf == f.ID && g.Low != nil {
			u.parts = append(u.parts, uint64(*g.Low))
		}
	}
	for i := range e.r.Events {
		src := &e.r.Events[i]
		if src.ID == f.Event && f.Event != "" || u.sentence.Contains(src.Trigger) {
			if src.ID == f.Event || len(u.places) == 0 {
				u.places = placesOf(u.places, src.Place)
			}
			if src.ID == f.Event && src.Time != nil && (!ofStatement(text, src.Time.Span) || countedBack(text, src.Time.Span)) && !e.ofOtherDeed(u.sentence, src.Time.Span) {
				u.when(src.Time, e.day)
			}
		}
	}
	if src := e.relativeOf(f, u.sentence); src != nil && !u.timed {
		u.when(src.Time, e.day)
		u.past = u.past || src.Background
	}
	if t := e.dayBehind(f, u.sentence); t != nil {
		u.when(t, e.day)
	}
	for i := range e.events {
		if it := &e.events[i]; it.sentence == u.sentence && it.ordinal > 2 && !containsAny(u.sentence.Text(text), " in the last ", " in the past ") {
			u.ordinal = it.ordinal
		}
	}
	where := u.sentence
	if again := e.againSpan(f, u.sentence); again.Len() > 0 {
		u.again, where = true, again
	}
	if !u.timed && !f.Background && !restatesToll(u.sentence.Text(text)) {
		u.dayIn(e, where)
		if !u.timed && !u.again && !e.ownBlow(u.sentence) {
			u.daysAfter(e, u.sentence)
		}
	}
	if f.Background && !u.timed && onDate(u.sentence.Text(text)) {
		u.dayIn(e, u.sentence)
	}
	if before := e.dayOfBefore(u.sentence); before.Len() > 0 && !u.timed {
		u.dayIn(e, before)
	}
	if f.Background && !u.timed {
		u.first = e.day - 400
	}
	return u
}

// inSum reports whether f is a part of a figure that only adds its parts up.
func inSum(fs []resolve.Figure, f *resolve.Figure) bool {
	for i := range fs {
		if fs[i].ID == f.PartOf {
			return addsUp(&fs[i], f)
		}
	}
	return false
}

// placed reports whether a place follows a figure at once: "30 in Fiji".
func placed(text string, f article.Span) bool {
	rest, ok := strings.CutPrefix(text[f.End:], " in ")
	return ok && rest != "" && rest[0] >= 'A' && rest[0] <= 'Z'
}

// kindTold reports whether those that f counts are soldiers, militants or civilians by the words.
func kindTold(text string, f *resolve.Figure) bool {
	after := counts(text, f.Span, sentenceAround(text, f.Span).End)
	return bearing(after) != "" || civilians(after)
}

// stemsOfText is the stems of a text's words of three letters or more, sorted.
func stemsOfText(text string) []uint32 {
	var out []uint32
	for _, w := range words(text) {
		if !w.digit && w.End-w.Start > 2 {
			out = append(out, w.stem)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// placesOf adds the place of an event, and what it lies in, where it is smaller than a country: "the Middle East" is none.
func placesOf(places []string, p *resolve.Place) []string {
	if p == nil || p.Precision == "country" || p.Precision == "area" || p.Precision == "sea" || p.Name == "" || p.Role == read.Modifier {
		return places
	}
	for i, name := range append([]string{p.Name}, p.Within...) { // a town lies in its district
		if name = foldString(name); !slices.Contains(places, name) && !(i > 0 && isCountry(name)) {
			places = append(places, name)
		}
	}
	return places
}

// isCountry reports whether a folded name is a country's: in it lie places that are apart.
func isCountry(name string) bool {
	var buf [1]gazetteer.Place
	return slices.ContainsFunc(gazetteer.Lookup(buf[:0], []byte(name)), func(p gazetteer.Place) bool { return p.Kind == gazetteer.Country })
}
