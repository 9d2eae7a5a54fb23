package ledger

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/gazetteer"
	"sayso/read"
	"sayso/resolve"
)

// A deed is what kind of violence a trigger tells: a blow, a death or a wound. Mentions of one kind with one place and one day are one
// event; mentions of other places, days or sides are others, however alike their words.
type deed uint8

const (
	noDeed deed = iota
	blow
	death
	wound
	otherDeed // an ASSAULT by its type
)

var deeds = func() map[uint32]deed {
	m := map[uint32]deed{}
	for d, row := range []string{blow: "strike struck airstrike raid bomb bombard attack hit shell assault blast explode sink torpedo",
		death: "kill die slay murder massacre assassinate", wound: "wound injure injury hurt maim"} {
		for _, w := range strings.Fields(row) {
			m[hash32(stem([]byte(w)))] = deed(d)
		}
	}
	return m
}()

// A spot is a named place narrower than a country that a mention is said to be at.
type spot struct {
	at     article.Span
	key    uint32
	within []uint32 // keys of what contains it, as far as they are known
	sea    bool
	listed bool // in the gazetteer
	wide   bool // a province or the like, which may hold places that are not known to lie in it
}

// An anchor is where, when and by whom a mention is said to be, by the words of its sentence; what these leave open is taken over from
// the incident that the report is speaking of ("the strikes also wounded 126 people").
type anchor struct {
	deed     deed
	spots    []spot
	sides    []uint32 // countries that act, sorted
	aims     []uint32 // stems of what is done to and where, countries as such, sorted
	victims  []uint32 // stems of names of those killed
	from, to int32    // the days it can be on where no day is told or taken over; to is 0 where it can be any
	many     bool     // told of many at once: "since March", "the campaign"
	whole    bool     // the day is the mention's own, not taken over
	settled  bool     // the places are the mention's own
	indirect bool     // "a strike", "another strike": not the incident spoken of
	wished   bool     // planned, considered, threatened or the like, not ordered
}

// anchors gives every violent event of the report its anchor.
func (x *extractor) anchors() {
	var lead, last *eventItem
	for k := range x.e.events {
		it := &x.e.events[k]
		ev := &x.e.r.Events[it.n]
		it.aims = x.aims(ev)
		if it.deed = deedOf(it); it.deed == noDeed {
			continue
		}
		it.many = x.many(ev, it)
		it.spots = x.spots(ev, it.sentence)
		it.sides = x.sides(ev, it.deed)
		it.victims = x.victims(ev, it.deed)
		it.whole, it.settled = it.start != unknownDay && !long(it), len(it.spots) > 0
		it.indirect = x.indefinite(ev)
		it.wished = it.coming && !decided(ev.Status)
		if it.many || it.coming {
			continue
		}
		if last != nil && strings.Contains(x.a.Text[last.sentence.End:max(last.sentence.End, it.sentence.Start)], "\n") {
			last = nil
		}
		for _, donor := range []*eventItem{last, lead} {
			if donor != nil && it.takesOver(donor) {
				break
			}
		}
		if it.start == unknownDay && it.told != unknownDay && !it.background && done(ev.Status) && (lead == nil || lead.sentence == it.sentence) {
			it.from, it.to = it.told-newsDays, it.told
		}
		if it.whole || it.settled || it.to != 0 {
			if last = it; lead == nil && !it.background {
				lead = it
			}
		}
	}
}

// newsDays is for how many days an incident is told without its day.
const newsDays = 7

func done(s resolve.Status) bool { return s == resolve.Happened || s == resolve.Ongoing }

// within reports whether a mention's day lies in the longer time that the other tells: "the second strike this month".
func (it *eventItem) within(o *eventItem) bool {
	return it.start != unknownDay && o.start != unknownDay && it.start >= o.start && it.end <= o.end
}

func deedOf(it *eventItem) deed {
	for _, t := range it.trigger {
		if d := deeds[t]; d != noDeed {
			return d
		}
	}
	if it.kind == "ASSAULT" {
		return otherDeed
	}
	return noDeed
}

// takesOver gives a mention the place and day of the incident spoken of, where nothing sets it apart from it.
func (it *eventItem) takesOver(donor *eventItem) bool {
	if it.background != donor.background || it.ordinal != donor.ordinal || sidesOff(it, donor) || it.sentence != donor.sentence && it.indirect {
		return false
	}
	if donor.start != unknownDay && daysOff(it, donor) || spotsOff(it, donor) {
		return false
	}
	took := false
	if !it.whole && donor.whole && (it.start == unknownDay || donor.within(it)) {
		it.start, it.end, took = donor.start, donor.end, true
	}
	if !it.settled && len(donor.spots) > 0 && len(it.spots) == 0 {
		it.spots, took = donor.spots, true
	}
	if it.start == unknownDay && donor.start == unknownDay && donor.to != 0 && it.to == 0 {
		it.from, it.to, took = donor.from, donor.to, true
	}
	if len(it.sides) == 0 {
		it.sides = donor.sides
	}
	return took
}

// indefinite reports whether the trigger is a noun with "a" or "another": a thing not yet spoken of.
func (x *extractor) indefinite(ev *resolve.Event) bool {
	ws := x.wordsBefore(ev.Trigger, 3)
	for _, w := range ws {
		switch strings.ToLower(w.Text(x.a.Text)) {
		case "a", "an", "another":
			return true
		}
	}
	return false
}

// wordsBefore is up to n words of the same line right before s.
func (x *extractor) wordsBefore(s article.Span, n int) []word {
	j, _ := slices.BinarySearchFunc(x.ws, s.Start, func(w word, at int) int { return w.Start - at })
	i := j
	for i > 0 && j-i < n && !strings.ContainsAny(x.a.Text[x.ws[i-1].End:s.Start], "\n.;,:") {
		i--
	}
	return x.ws[i:j]
}

// manyStems name many deeds at once.
var manyStems = setOfStems("campaign war offensive aggression operations")

// best words compare one incident with all of a time: "the deadliest since March" is of one.
var superlatives = setOf("deadliest first worst highest biggest largest most latest heaviest bloodiest only")

// many reports whether a mention tells of many deeds: "the strikes have killed 61 people since March 15", "the campaign of air strikes".
func (x *extractor) many(ev *resolve.Event, it *eventItem) bool {
	text := x.a.Text
	cumulative := slices.ContainsFunc(x.e.r.Figures, func(f resolve.Figure) bool { return f.Event == ev.ID && f.Scope == "cumulative" })
	for _, w := range x.wordsBefore(ev.Trigger, 3) {
		if t := w.Text(text); cumulative && it.start == unknownDay && (t == "have" || t == "has" || t == "had") {
			return true // "at least 66 people have been killed"
		}
		if manyStems[w.stem] {
			return true // "the campaign of air strikes", "the campaign has killed"
		}
		if n, ok := digits(w.Text(text)); ok && n >= 30 {
			return true // "over 750 air strikes"
		}
		if n := numberWord[foldString(w.Text(text))]; n >= 2 && it.start == unknownDay && it.deed == blow {
			return true // "the six strikes have left 35 dead"
		}
	}
	after := x.within(article.Span{Start: ev.Trigger.End, End: it.sentence.End})
	if len(after) > 0 && manyStems[after[0].stem] {
		return true // "its bombing campaign"
	}
	best := false
	if t := it.sentence.Text(text); strings.Contains(t, " in total") || strings.Contains(t, " in all") || strings.Contains(t, " so far") {
		return it.start == unknownDay
	}
	for _, w := range x.within(it.sentence) {
		t := strings.ToLower(w.Text(text))
		best = best || superlatives[t]
		if t == "since" && !best && x.sinceDay(w) {
			return true
		}
	}
	return it.start != unknownDay && it.end != unknownDay && it.end-it.start > 31
}

// sinceDay reports whether "since" is followed by a day, a month, or the beginning of something.
func (x *extractor) sinceDay(since word) bool {
	for i := range x.e.r.Times {
		if t := &x.e.r.Times[i]; t.Start > "" && t.Span.Start >= since.Start-1 && t.Span.Start <= since.End+8 {
			return true
		}
	}
	rest := x.a.Text[since.End:min(len(x.a.Text), since.End+60)]
	if i := strings.IndexAny(rest, ".;\n"); i >= 0 {
		rest = rest[:i]
	}
	return strings.Contains(rest, " began") || strings.Contains(rest, " resumed") || strings.Contains(rest, " started")
}

func digits(s string) (int, bool) {
	n := 0
	for _, c := range s {
		if c == ',' {
			continue
		}
		if c < '0' || c > '9' || n > 1e6 {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, s != "" && (n < 1900 || n > 2100)
}

// weapons may stand between who strikes and the strike.
var weapons = setOf("air aerial drone military missile rocket naval navy artillery")

// sides are the countries that act, by the participants and the words before a noun: "Israeli raids", "U.S. air strikes".
func (x *extractor) sides(ev *resolve.Event, d deed) []uint32 {
	var out []uint32
	add := func(s article.Span) {
		for i := range x.e.r.Places {
			p := &x.e.r.Places[i]
			if p.Country != "" && (p.Precision == "country" || p.Role == read.Actor) && s.Contains(p.Span) && p.Role != read.Location {
				out = append(out, hashString("country "+p.Country))
			}
		}
		for _, w := range x.within(s) {
			if w.upper {
				if c := gazetteer.Demonym(gazetteer.Fold(nil, w.Text(x.a.Text))); c != "" {
					out = append(out, hashString("country "+c))
				}
			}
		}
	}
	for _, p := range ev.Actors {
		if p.Role == "" {
			add(x.head(p.Span))
			out = append(out, x.movement(x.head(p.Span))...)
		}
	}
	if ws := x.wordsBefore(ev.Trigger, 3); len(ws) > 0 && len(out) == 0 && d == blow {
		if weapons[ws[len(ws)-1].Text(x.a.Text)] {
			ws = ws[:len(ws)-1]
		}
		for k := len(ws) - 1; k >= 0 && ws[k].upper; k-- {
			add(ws[k].Span)
		}
		if len(out) == 0 {
			out = x.label(ws)
		}
	}
	return sortedSet(out)
}

// head is a participant's words up to its first preposition; a site acts for nobody: "a Yemeni fuel port".
func (x *extractor) head(s article.Span) article.Span {
	for _, w := range x.within(s) {
		switch t := w.Text(x.a.Text); {
		case t == "on" || t == "against" || t == "in" || t == "of" || t == "at":
			return article.Span{Start: s.Start, End: w.Start}
		case siteWords[t]:
			return article.Span{Start: s.Start, End: s.Start}
		}
	}
	return s
}

// movement is the name of a movement that acts: "Houthis", "Houthi rebels". A person's name is none.
func (x *extractor) movement(s article.Span) []uint32 {
	ws := x.within(s)
	for i, w := range ws {
		t := w.Text(x.a.Text)
		many := strings.HasSuffix(t, "s") && peopleShaped(strings.TrimSuffix(t, "s"))
		led := i+1 < len(ws) && !ws[i+1].upper && peopleShaped(t)
		if w.upper && (many || led) && gazetteer.Demonym(gazetteer.Fold(nil, t)) == "" && x.placeAt(w.Span) == nil {
			return []uint32{w.stem}
		}
	}
	return nil
}

// label is the name of a side right before a noun, where it is no country's: "Houthi drone strikes".
func (x *extractor) label(before []word) []uint32 {
	for k := len(before) - 1; k >= 0; k-- {
		w := before[k]
		if !w.upper {
			return nil
		}
		if !x.groupNames()[w.stem] && !peopleShaped(w.Text(x.a.Text)) {
			return nil
		}
		if stopStems[w.stem] || possessive(x.a.Text[w.End:]) > 0 || x.placeAt(w.Span) != nil || w.open && !slices.ContainsFunc(x.ws, func(o word) bool { return o.hash == w.hash && o.upper && !o.open }) {
			return nil
		}
		return []uint32{w.stem}
	}
	return nil
}

// peopleShaped reports whether a word ends as names of peoples and movements do: "Vestan", "Houthi".
func peopleShaped(w string) bool {
	for _, end := range []string{"an", "i", "ese", "ish"} {
		if len(w) > 4 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// placeAt is the place whose name s is of, or nil.
func (x *extractor) placeAt(s article.Span) *resolve.Place {
	i, _ := slices.BinarySearchFunc(x.e.r.Places, s.Start, func(p resolve.Place, at int) int { return p.End - 1 - at })
	if i < len(x.e.r.Places) && x.e.r.Places[i].Overlaps(s) {
		return &x.e.r.Places[i]
	}
	return nil
}

// aims are the words for what is done to and where: "three Iranian nuclear facilities" has Iran as a country.
func (x *extractor) aims(ev *resolve.Event) []uint32 {
	var out []uint32
	for _, p := range ev.Targets {
		for _, w := range x.within(p.Span) {
			t := w.Text(x.a.Text)
			if c := ""; w.upper {
				if c = gazetteer.Demonym(gazetteer.Fold(nil, t)); c != "" {
					out = append(out, hashString("country "+c))
					continue
				}
			}
			if _, number := numberWord[foldString(t)]; !stopStems[w.stem] && !number && !w.digit && x.placeAt(w.Span) == nil {
				out = append(out, w.stem)
			}
		}
	}
	for i := range x.e.r.Places {
		p := &x.e.r.Places[i]
		if ev.Place != nil && p.Span == ev.Place.Span || slices.ContainsFunc(ev.Targets, func(t resolve.Participant) bool { return t.Span.Contains(p.Span) }) {
			out = append(out, placeKey(p.Name))
			if p.Country != "" {
				out = append(out, hashString("country "+p.Country))
			}
		}
	}
	return sortedSet(out)
}

// victims are the names of those killed; "people" have none.
func (x *extractor) victims(ev *resolve.Event, d deed) []uint32 {
	if d != death {
		return nil
	}
	var out []uint32
	for _, p := range ev.Targets {
		for i, w := range x.within(p.Span) {
			if w.upper && !stopStems[w.stem] && (i > 0 || !w.open) {
				out = append(out, w.stem)
			}
		}
	}
	return sortedSet(out)
}
