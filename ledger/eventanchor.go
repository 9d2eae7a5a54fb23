package ledger

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/resolve"
)

// A spot is a named place narrower than a country that a mention is said to be at.
type spot struct {
	at     article.Span
	key    uint32
	within []uint32 // keys of what contains it, as far as they are known
	sea    bool
	listed bool // in the gazetteer
	wide   bool // a province or the like, which may hold places that are not known to lie in it
	loose  bool // what kind of site it is rather than which: "a Catholic school"
}

// An anchor is where, when and by whom a mention is said to be, by the words of its sentence; what these leave open is taken over from
// the incident that the report is speaking of ("the strikes also wounded 126 people").
type anchor struct {
	*rareAnchor
	spots    []spot
	aims     []uint32 // stems of what is done to and where, countries as such, sorted
	root     int32    // which of the report's incidents it tells, as far as the report goes on speaking of one; 0 for none
	from, to int32    // the days it can be on where no day is told or taken over; to is 0 where it can be any
	deed     deed
	many     bool // told of many at once: "since March", "the campaign"
	whole    bool // the day is the mention's own, not taken over
	settled  bool // the places are the mention's own
	indirect bool // "a strike", "another strike": not the incident spoken of
	wished   bool // planned, considered, threatened or the like, not ordered
	plan     bool // to be done, or denied to have been ordered
	spoken   bool // told as done, but it only speaks of the plan before it
	truce    bool // that fighting stops, under any noun
	exit     bool // that somebody leaves a post, under any word
	pullout  bool // that troops leave a country, under any word
	deploys  bool // that forces are sent somewhere, under any word
	decides  decider
	fate     fate   // what is done to a person, under any word
	policy   uint32 // the kind of what is imposed, under any word; 0 for none
	halts    halting
	staged   []uint32 // stems of what is to be held, sorted
	cast     cast     // who does it to whom, by kinds of people
	carrier  bool     // an order whose deed the report tells of
	order    bool     // the word for an order or a leave; aims and spots are those of what is ordered
}

// A rareAnchor is what few mentions have. Mentions share theirs: set makes another.
type rareAnchor struct {
	sides   []uint32 // countries that act, sorted
	victims []uint32 // stems of names of those killed, or the family name of who leaves a post
	objects []uint32 // stems of what a plan is for, without names, sorted; or the kind of forces that are sent
	foes    []uint32 // countries that condemn it, and so did not do it, sorted
	against []uint32 // countries that a plan is against, or the one that troops leave, sorted; or the place that forces are sent to, before what holds it
	by      means    // of a plan
	body    uint32   // which court or assembly decides it, 0 where that is not known
}

var noRareAnchor = new(rareAnchor)

func (an *anchor) set(sides, victims, objects []uint32) {
	rare := rareAnchor{sides: sides, victims: victims, objects: objects}
	if an.rareAnchor != nil {
		rare.foes, rare.against, rare.by, rare.body = an.foes, an.against, an.by, an.body
	}
	if an.rareAnchor = noRareAnchor; len(sides)+len(victims)+len(objects)+len(rare.foes)+len(rare.against)+int(rare.body) > 0 {
		an.rareAnchor = &rare
	}
}

func (an *anchor) setFoes(foes []uint32) {
	if len(foes) > 0 {
		rare := *an.rareAnchor
		rare.foes = foes
		an.rareAnchor = &rare
	}
}

// anchors gives every violent event of the report its anchor.
func (x *extractor) anchors() {
	a := anchoring{extractor: x}
	for k := range x.e.events {
		a.take(k)
	}
	x.killedInMany()
	x.killedWhen()
	x.dayOfLead(a.lead)
}

// An anchoring is what a report has told so far, while its events are given their anchors.
type anchoring struct {
	*extractor
	lead, last, fire *eventItem
	single           bool // the report opens with one blow
	lots             bool // it has spoken of many
}

// take gives event k its anchor.
func (a *anchoring) take(k int) {
	it := &a.e.events[k]
	ev := &a.e.r.Events[it.n]
	a.setDeed(it, ev)
	if it.deed == noDeed {
		if it.start == unknownDay && it.told != unknownDay && (ev.Lead || it.measure == released) && !it.background && ev.Status == resolve.Happened && !a.toldBefore(it) {
			it.from, it.to = it.told-newsDays, it.told // what a report opens with as done is of the last days
		}
		return
	}
	a.mark(it, ev)
	if it.many || it.coming || a.earlier(ev) || it.diesAlone() {
		return
	}
	if a.last != nil && strings.Contains(a.a.Text[a.last.sentence.End:max(a.last.sentence.End, it.sentence.Start)], "\n") {
		a.last = nil
	}
	if o := a.does(it, k); o != nil && it.start == unknownDay && o.whole {
		it.start, it.end, it.background, it.spots, it.root = o.start, o.end, o.background, o.spots, o.root
		it.settled = len(it.spots) > 0
		return // "the first strike, on September 3, killed nine"
	}
	a.setRoot(it, ev, k)
	recalled := a.recalls(it, ev)
	if it.start == unknownDay && it.told != unknownDay && !it.background && !recalled && done(ev.Status) && (a.lead == nil || a.lead.sentence == it.sentence) && !a.toldBefore(it) {
		it.from, it.to = it.told-newsDays, it.told
	}
	if it.whole || it.settled || it.to != 0 {
		if a.last = it; a.lead == nil && !it.background && !recalled {
			a.lead = it
		}
	}
}

// setDeed says what is done in an event, and takes from it a day that is that of what is said of it.
func (a *anchoring) setDeed(it *eventItem, ev *resolve.Event) {
	it.aims, it.deed = a.aims(ev), deedOf(it)
	if it.deed == noDeed && a.putToDeath(it, ev) {
		it.deed = death
	}
	if a.collides(it, ev) {
		it.deed = wreck
	}
	if a.isFire(it, ev) {
		if a.burns(it, ev, a.fire); it.deed == wreck {
			a.fire = it
		}
	} else if it.deed == wreck {
		a.wrecked(it, ev)
	}
	if ev.Nominal && ev.Time != nil && (it.deed == wreck || a.isFire(it, ev)) && !ev.Clause.Contains(ev.Time.Span) && !ev.Background {
		it.start, it.end = unknownDay, unknownDay // "ordered an inquiry on Thursday into the blaze"
	}
	if it.deed == noDeed && len(it.trigger) > 0 && operations[it.trigger[len(it.trigger)-1]] && (it.coming || a.undone(it) || a.indefinite(ev) || a.severalDone(ev)) {
		it.deed = otherDeed
	}
}

// mark says of a deed whether it is one of many, where it is done, by whom and to whom.
func (a *anchoring) mark(it *eventItem, ev *resolve.Event) {
	it.many = it.deed != wreck && a.many(ev, it) || it.deed == otherDeed && a.severalDone(ev) || (a.single || a.lots) && a.several(ev, it)
	a.lots = a.lots || it.deed == blow && it.many
	a.single = a.single || it.deed == blow && (a.lead == nil || a.lead.sentence == it.sentence) && a.oneBlow(ev)
	it.spots = a.spots(ev, it.sentence)
	it.set(a.sides(ev, it.deed), a.victims(it, ev), nil)
	it.setFoes(a.foes(it, ev))
	it.whole, it.settled = it.start != unknownDay && !long(it), len(it.spots) > 0
	it.indirect = a.indefinite(ev)
	it.wished = it.coming && !decided(ev.Status)
}

// severalDone reports whether several operations of the kind are told of as done.
func (x *extractor) severalDone(ev *resolve.Event) bool {
	return done(ev.Status) && severalOperations(ev.Trigger.Text(x.a.Text))
}

// setRoot says which event an event goes on telling of: the last one or that of the lead, else itself.
func (a *anchoring) setRoot(it *eventItem, ev *resolve.Event, k int) {
	for _, donor := range []*eventItem{a.last, a.lead} {
		if donor != nil && it.takesOver(donor, a.apposed(ev)) {
			it.root = donor.root
			break
		}
	}
	if it.root == 0 {
		it.root = int32(k + 1)
	}
}

// recalls reports whether a report only recalls a wreck or a death: "debated the Lessen disaster", "the region's worst crash in decades killed 275, a
// final toll shows".
func (a *anchoring) recalls(it *eventItem, ev *resolve.Event) bool {
	return it.deed == wreck && ev.Nominal && (ev.Aside || it.start == unknownDay && a.definite(it)) ||
		(it.deed == death || it.deed == wreck) && a.lead == nil && !ev.Lead && a.headlined(ev) ||
		it.deed == death && (!ev.Lead || it.toll) && a.e.asKnown(it)
}

// headlined reports whether the report opens with another happening than an event, and tells that in a later sentence.
func (x *extractor) headlined(ev *resolve.Event) bool {
	return slices.ContainsFunc(x.e.r.Events, func(o resolve.Event) bool {
		return o.Lead && o.Trigger.End < ev.Trigger.Start && !sentenceAround(x.a.Text, o.Trigger).Contains(ev.Trigger)
	})
}

// killedInMany makes the deaths that a sentence tells of many blows a matter of many: "At least 38 people have been killed in the strikes".
func (x *extractor) killedInMany() {
	for k := range x.e.events {
		it := &x.e.events[k]
		if it.deed != death && it.deed != wound || it.many || it.whole {
			continue
		}
		for i := k + 1; i < len(x.e.events) && x.e.events[i].sentence == it.sentence; i++ {
			if o := &x.e.events[i]; o.deed == blow && o.many {
				if ws := x.wordsBefore(x.e.r.Events[o.n].Trigger, 3); slices.ContainsFunc(ws, func(w word) bool { return w.Text(x.a.Text) == "in" }) {
					it.many = true
				}
			}
		}
	}
}

// does is the mention before k in its sentence that is what does it: the strike of "the strike killed nine".
func (x *extractor) does(it *eventItem, k int) *eventItem {
	ev := &x.e.r.Events[it.n]
	for i := k - 1; i >= 0 && x.e.events[i].sentence == it.sentence; i-- {
		o := &x.e.events[i]
		if o.deed != blow {
			continue
		}
		if len(ev.Actors) == 0 && it.deed != blow && x.opens(o) || slices.ContainsFunc(ev.Actors, func(p resolve.Participant) bool { return p.Span.Contains(x.e.r.Events[o.n].Trigger) }) {
			return o
		}
	}
	return nil
}

// opens reports whether a blow is a noun that opens its sentence: "The first strike, on September 3, killed nine".
func (x *extractor) opens(o *eventItem) bool {
	t := x.e.r.Events[o.n].Trigger
	return len(x.within(article.Span{Start: o.sentence.Start, End: t.Start})) <= 3 && oneBlowNouns[strings.ToLower(t.Text(x.a.Text))]
}

var oneBlowNouns = setOf("strike airstrike raid attack bombing assault blast explosion")

// dayOfLead gives the incident that the report opens with the day on which, as it goes on to say, it was: "Five people have been killed in
// another strike … The vessel was attacked on Wednesday evening".
func (x *extractor) dayOfLead(lead *eventItem) {
	if lead == nil || lead.start != unknownDay || lead.to == 0 {
		return
	}
	from, to := lead.from, lead.to
	for k := range x.e.events {
		it := &x.e.events[k]
		if it.deed == noDeed || it.deed == wound || it.diesAlone() || it.sentence.Start <= lead.sentence.Start || !it.whole || it.many || it.coming || it.background || it.indirect {
			continue
		}
		if it.start < from || it.end > to || it.ordinal > another || sidesOff(it, lead) || spotsOff(it, lead) {
			return // the first day that is told is another incident's
		}
		for i := range x.e.events {
			if o := &x.e.events[i]; o.start == unknownDay && o.from == from && o.to == to && o.deed != noDeed && !o.background {
				o.start, o.end = it.start, it.end
			}
		}
		return
	}
}

// newsDays is for how many days an incident is told without its day.
const newsDays = 7

// toldBefore reports whether the sentence says that somebody told of it days ago: "The Post first reported last week that two men were
// killed" is no news of the days before the report.
func (x *extractor) toldBefore(it *eventItem) bool {
	for i := range x.e.r.Times {
		t := &x.e.r.Times[i]
		if it.sentence.Contains(t.Span) && len(t.End) >= 10 && said(x.a.Text, t.Span) {
			if day := parseDay(t.End[:10]); day != unknownDay && day < it.told-1 {
				return true
			}
		}
	}
	return false
}

func done(s resolve.Status) bool { return s == resolve.Happened || s == resolve.Ongoing }

// within reports whether a mention's day lies in the longer time that the other tells: "the second strike this month".
func (it *eventItem) within(o *eventItem) bool {
	return it.start != unknownDay && o.start != unknownDay && it.start >= o.start && it.end <= o.end
}

// takesOver gives a mention the place and day of the incident spoken of, where nothing sets it apart from it.
func (it *eventItem) takesOver(donor *eventItem, apposed bool) bool {
	here := it.sentence == donor.sentence
	if it.background != donor.background || sidesOff(it, donor) || !here && it.indirect {
		return false
	}
	if it.ordinal != donor.ordinal && !(here && donor.ordinal == 0 && (apposed || it.ordinal != 2)) {
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
	if (it.start == unknownDay || apposed && long(it)) && donor.start == unknownDay && donor.to != 0 && it.to == 0 {
		it.start, it.end = unknownDay, unknownDay
		it.from, it.to, took = donor.from, donor.to, true
	}
	if len(it.sides) == 0 {
		it.set(donor.sides, it.victims, it.objects)
	}
	return took || here && apposed
}

// apposed reports whether the trigger is a noun with "the" after a comma: "killed four people, the second such strike this month".
func (x *extractor) apposed(ev *resolve.Event) bool {
	ws := x.wordsBefore(ev.Trigger, 4)
	return len(ws) > 0 && ws[0].Text(x.a.Text) == "the" && strings.HasSuffix(strings.TrimRight(x.a.Text[:ws[0].Start], " "), ",")
}

// earlier reports whether the words say that it is not the incident spoken of: "survivors of an earlier strike were killed".
func (x *extractor) earlier(ev *resolve.Event) bool {
	before := func(s article.Span) bool {
		return slices.ContainsFunc(x.wordsBefore(s, 3), func(w word) bool { return earlierWords[w.Text(x.a.Text)] })
	}
	if before(ev.Trigger) {
		return true
	}
	for _, p := range ev.Targets {
		for _, w := range x.within(p.Span) {
			if deeds[w.stem] != noDeed && before(w.Span) {
				return true
			}
		}
	}
	return false
}

var earlierWords = setOf("earlier previous prior")

// several reports whether the trigger is a noun for more than one blow of no day and place of its own: where the report tells of one, "the
// strikes" are the campaign.
func (x *extractor) several(ev *resolve.Event, it *eventItem) bool {
	return it.deed == blow && it.start == unknownDay && pluralBlows[strings.ToLower(ev.Trigger.Text(x.a.Text))] && len(x.spots(ev, it.sentence)) == 0
}

var pluralBlows = setOf("strikes airstrikes raids attacks bombings assaults blasts")

// oneBlow reports whether the mention tells of a single blow: "a strike", "an attack on the depot", "struck a boat".
func (x *extractor) oneBlow(ev *resolve.Event) bool {
	for _, p := range ev.Targets {
		if ws := x.within(p.Span); len(ws) > 0 {
			if t := ws[0].Text(x.a.Text); t == "a" || t == "an" {
				return true
			}
		}
	}
	t := strings.ToLower(ev.Trigger.Text(x.a.Text))
	return pluralBlows[t+"s"] && x.indefinite(ev)
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
	if j > 0 && x.ws[j-1].End > s.Start {
		j-- // s begins inside a word
	}
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
		if t := w.Text(text); t == "every" || t == "each" {
			return true
		}
		if manyStems[w.stem] {
			return true // "the campaign of air strikes", "the campaign has killed"
		}
		if n, ok := digits(w.Text(text)); ok && n >= 30 && strings.HasSuffix(ev.Trigger.Text(text), "s") {
			return true // "over 750 air strikes"; but "63 people died" in one fire
		}
		if n := numberWord[foldString(w.Text(text))]; n >= 2 && it.start == unknownDay && it.deed == blow {
			return true // "the six strikes have left 35 dead"
		}
	}
	after := x.within(article.Span{Start: ev.Trigger.End, End: it.sentence.End})
	if len(after) > 0 && manyStems[after[0].stem] {
		return true // "its bombing campaign"
	}
	if len(after) > 2 && manyStems[after[2].stem] && (after[0].Text(text) == "in" || after[0].Text(text) == "during") {
		return true // "killed in the campaign"
	}
	best, perfect := false, false
	for _, w := range x.wordsBefore(ev.Trigger, 2) {
		t := w.Text(text)
		perfect = perfect || t == "has" || t == "have"
	}
	if x.stretched(ev.Trigger, it.sentence) || x.stopped(ev) || perfect && x.beforeNow(ev.Trigger, it.sentence) {
		return true
	}
	if t := it.sentence.Text(text); strings.Contains(t, " in total") || strings.Contains(t, " in all") || strings.Contains(t, " so far") {
		return it.start == unknownDay
	}
	for _, w := range x.within(it.sentence) {
		t := strings.ToLower(w.Text(text))
		best = best || superlatives[t]
		if t == "since" && !best && (perfect || (it.start == unknownDay || long(it)) && x.sinceDay(w)) {
			return true
		}
	}
	return it.start != unknownDay && it.end != unknownDay && it.end-it.start > 31 && !(it.background && x.tellsOne(it.sentence))
}

// tellsOne reports whether a sentence names one blow or disaster: "a bombing in 2019 killed six".
func (x *extractor) tellsOne(sentence article.Span) bool {
	return slices.ContainsFunc(x.within(sentence), func(w word) bool {
		t := strings.ToLower(w.Text(x.a.Text))
		return oneBlowNouns[t] || calamity(w.stem) && !strings.HasSuffix(t, "s")
	})
}

// beforeNow reports whether a clause ends in "before": "the group has struck the railway before".
func (x *extractor) beforeNow(trigger, sentence article.Span) bool {
	rest := x.a.Text[trigger.End:sentence.End]
	i := strings.Index(rest, " before")
	return i >= 0 && i < 60 && strings.IndexAny(rest[i+len(" before"):], ".,;\n") == 0
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
