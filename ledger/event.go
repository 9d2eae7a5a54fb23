package ledger

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"sayso/article"
	"sayso/resolve"
)

// A StatusStep is the first report of a status that differs from the one before.
type StatusStep struct {
	Status resolve.Status
	Day    string // of the report
	Ref    Ref    // the sentence
	Source string // source id across reports, "" for the report's own voice
	Who    string // the source in words, or the outlet
	Reason string // the words that decided the status
}

// A Mention is one mention of an event in a report.
type Mention struct {
	Ref
	Sentence   Ref
	Status     resolve.Status
	Background bool
}

// eventItem is an event of one report as links are decided by.
type eventItem struct {
	*eventSentence
	n          int32  // index in the reading
	measure    uint32 // what is counted in it ("killed"), 0 where nothing is
	trigger    []uint32
	kind       string
	local      vector   // a few words on each side of the trigger
	parts      []uint32 // stems of actors and targets, sorted
	place      []uint32
	count      float64 // how many, exactly
	ordinal    uint32  // "second" in "a second explosion", 0 for none
	start, end int32   // days, or unknownDay
	doer       uint32  // stem of who does it, 0 where that is not told
	coming     bool    // planned, ordered or the like
	fresh      bool    // what it is done to was not spoken of before: "a tariff", "46 other people"
	background bool
	anchor
}

// eventSentence is what the events of one sentence share.
type eventSentence struct {
	sentence article.Span
	around   vector
	names    []uint32 // its capitalised stems, sorted
	numbers  []uint32
	told     int32   // day of the report
	report   uint32  // key of the report
	toll     bool    // it tells how many there are by now
	heft     float32 // the rarity of a word is its weight in around times that
}

// events makes an item of every event that is worth a line on a page. Its sentence is looked at too: whom, where and how many are
// often told beside the trigger.
func (x *extractor) events() {
	var s article.Span
	var ws []word
	var shared eventItem
	cues, reasons := x.cues(), x.reasons()
	for i := range x.e.r.Events {
		ev := &x.e.r.Events[i]
		if x.noNews(ev, cues, reasons) {
			continue
		}
		if !s.Contains(ev.Trigger) || s.Len() == 0 {
			s = sentenceAround(x.a.Text, ev.Trigger)
			ws = x.within(s)
			shared = x.sentenceItem(s, ws)
		}
		it := shared.with(ws, x.within(ev.Trigger))
		it.n = int32(i)
		x.describeEvent(&it, ev)
		x.e.events = append(x.e.events, it)
	}
	x.anchors()
	x.plans()
	x.spokenOfComing()
	x.accords()
	x.exits()
	x.pullouts()
	x.deployments()
	x.decisions()
	x.fates()
	x.policies()
	x.halts()
	for k := range x.e.events {
		it := &x.e.events[k]
		it.cast = x.castOf(it, &x.e.r.Events[it.n])
	}
}

// noNews reports whether an event is worth no line: it is of no weight, "said" is the statement and not a thing that happened, what a headline says is told
// below it, or it only says who somebody is or why nobody is named.
func (x *extractor) noNews(ev *resolve.Event, cues map[int]bool, reasons []article.Span) bool {
	switch {
	case !ev.Salient && !x.own(ev):
		return true
	case cues[ev.Trigger.Start] && !ev.Own && ev.Status != resolve.Ordered && !x.ousts(ev) && !x.gives(ev):
		return true
	case isHeadline(x.a.Text, ev.Trigger) || ruledOut(ev.Trigger.Text(x.a.Text)):
		return true
	case ev.Type != "ASSAULT" && ev.Type != "OTHER" && x.describes(ev.Trigger):
		return true
	case strings.HasSuffix(strings.ToLower(x.a.Text[:ev.Trigger.Start]), "a done "): // "a done deal"
		return true
	}
	return x.people(ev.Trigger) || slices.ContainsFunc(reasons, func(s article.Span) bool { return s.Contains(ev.Trigger) })
}

// describeEvent gives an item what is told of its event: how it stands, how many, who, where and when.
func (x *extractor) describeEvent(it *eventItem, ev *resolve.Event) {
	it.kind, it.background, it.coming = ev.Type, ev.Background, open(ev.Status)
	it.measure, it.count = x.counted(ev.ID)
	for _, ps := range [][]resolve.Participant{ev.Actors, ev.Targets} {
		for i := range ps {
			it.parts = append(it.parts, stemsIn(x.within(ps[i].Span))...)
			it.parts = append(it.parts, stemsIn(words(ps[i].Name))...)
		}
	}
	it.parts = sortedSet(it.parts)
	x.release(it, ev)
	it.fresh = len(ev.Targets) > 0 && x.introduced(ev.Targets[0])
	if ws := x.doers(ev); len(ws) > 0 {
		it.doer = ws[len(ws)-1].stem
	}
	if ev.Place != nil {
		it.place = x.placeStems(ev.Place)
	}
	it.start, it.end = unknownDay, unknownDay
	if ev.Time != nil && !ofDenial(x.a.Text, ev) {
		it.start, it.end = parseDay(ev.Time.Start), parseDay(ev.Time.End)
	}
}

// placeStems are the stems of a place's words and names, of the places that it lies in, and a mark of its country.
func (x *extractor) placeStems(p *resolve.Place) []uint32 {
	out := append(stemsIn(x.within(p.Span)), stemsIn(words(p.Name))...)
	for _, w := range p.Within {
		out = append(out, stemsIn(words(w))...)
	}
	if p.Country != "" {
		out = append(out, hashString("country "+p.Country))
	}
	return sortedSet(out)
}

// ruledOut reports whether a trigger is "ruled out": what is ruled out or is not, "has not ruled out resigning", is told by an event of its own.
func ruledOut(trigger string) bool {
	rule, rest, _ := strings.Cut(strings.ToLower(trigger), " ")
	return rest == "out" && strings.HasPrefix(rule, "rul")
}

// people reports whether a trigger only names who suffered or who opposes: "most of the wounded were taken to Varr", "the opposition walked out".
func (x *extractor) people(trigger article.Span) bool {
	t := strings.ToLower(trigger.Text(x.a.Text))
	ws := x.wordsBefore(trigger, 1)
	if !sufferers[t] || len(ws) == 0 || strings.ToLower(ws[0].Text(x.a.Text)) != "the" {
		return false
	}
	next := firstWord(x.a.Text[trigger.End:])
	return t != "opposition" && (next == "" || bridging[next]) || t == "opposition" && next != "to"
}

// sufferers are words for people by what was done to them or by what they do; bridging words behind them show that no noun follows.
var (
	sufferers = setOf("wounded injured detained arrested accused displaced evacuated convicted abducted kidnapped sentenced executed opposition")
	bridging  = setOf("were was are is have had has who and or in at from by to of with on as")
)

// reasons are where a report says why somebody is not named, "because they were not authorised to speak about the inquiry": no news of the inquiry.
func (x *extractor) reasons() (out []article.Span) {
	for i := range x.e.r.Sources {
		if reason := x.e.r.Sources[i].Reason; reason != "" {
			if at := strings.Index(x.a.Text, reason); at >= 0 {
				out = append(out, article.Span{Start: at, End: at + len(reason)})
			}
		}
	}
	return out
}

// describes reports whether an event only says who is cited or why nobody is: "said Jon Pell, who was rescued by a boat", "declined to comment, citing
// the ongoing investigation".
func (x *extractor) describes(trigger article.Span) bool {
	for i := range x.e.r.Attributions {
		if slices.ContainsFunc(x.e.r.Attributions[i].Source, func(s article.Span) bool { return s.Contains(trigger) }) {
			return true
		}
	}
	for _, n := range x.e.r.NonStatements {
		if n.Span.End <= trigger.Start && trigger.Start-n.Span.End < 60 && !strings.ContainsAny(x.a.Text[n.Span.End:trigger.Start], ".;") && containsAny(x.a.Text[n.Span.End:trigger.Start], ", citing ", ", saying ", " because of ") {
			return true
		}
	}
	return false
}

// counted is the first exact figure that counts for an event alone.
func (x *extractor) counted(event string) (measure uint32, count float64) {
	for i := range x.e.r.Figures {
		f := &x.e.r.Figures[i]
		if f.Event == event && f.Scope == "incident" && f.Low != nil && f.High != nil && *f.Low == *f.High && f.PartOf == "" && !runningWords(x.a.Text, f.Span) {
			return hashString(f.Measure), *f.Low
		}
	}
	return 0, 0
}

// cues is where the words of the cues of statements start.
func (x *extractor) cues() map[int]bool {
	m := map[int]bool{}
	for i := range x.e.r.Attributions {
		a := &x.e.r.Attributions[i]
		for _, c := range a.Cue {
			for _, w := range x.within(c) {
				m[w.Start] = !rulings[w.stem] && !x.bySaying(a, w)
			}
		}
	}
	return m
}

// sentenceItem is what the events of one sentence share.
func (x *extractor) sentenceItem(s article.Span, sentence []word) eventItem {
	it := eventItem{eventSentence: &eventSentence{sentence: s, around: vectorOf(sentence, 1), told: x.e.day, report: hashString(x.e.key)}, start: unknownDay, end: unknownDay, anchor: anchor{rareAnchor: noRareAnchor}}
	for _, w := range sentence {
		if w.upper && !stopStems[w.stem] && !w.open {
			it.names = append(it.names, w.stem)
		}
		if w.digit {
			it.numbers = append(it.numbers, w.hash)
		}
		it.toll = it.toll || tollWords[w.stem]
	}
	it.names, it.numbers = sortedSet(it.names), sortedSet(it.numbers)
	for _, f := range it.around {
		it.heft = max(it.heft, rarity().stem(f.stem)/f.weight)
	}
	return it
}

// tollWords are words of sentences that give a toll which grows.
var tollWords = setOfStems("toll rises risen climbs climbed increases increased total totals bringing")

// word is the stem of the first word that tells of the event, or 0 where there is only a sign.
func (it *eventItem) word() uint32 {
	if len(it.trigger) == 0 {
		return 0
	}
	return it.trigger[0]
}

// with is the item of one trigger in the sentence.
func (it eventItem) with(sentence, trigger []word) eventItem {
	it.ordinal = ordinalBefore(sentence, trigger)
	it.local = vectorOf(beside(sentence, trigger), 1)
	for _, w := range trigger {
		if !stopStems[w.stem] || len(trigger) == 1 {
			it.trigger = append(it.trigger, w.stem)
		}
	}
	return it
}

// another is the ordinal of "another strike": not the one spoken of before, whichever it is.
const another = 1

// ordinals tell one event from another of its kind, in words or digits. "First" tells none: there may be no second.
var ordinals = func() map[uint32]uint32 {
	m := map[uint32]uint32{}
	for i, row := range strings.Fields(`another,new,fresh,further second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
		fifteenth sixteenth seventeenth eighteenth nineteenth twentieth`) {
		for _, w := range strings.Split(row, ",") {
			m[hash32([]byte(w))] = uint32(i + another)
		}
	}
	for n := 2; n < 200; n++ {
		ending := "th"
		if n/10%10 != 1 && n%10 > 0 && n%10 < 4 {
			ending = []string{"st", "nd", "rd"}[n%10-1]
		}
		m[hash32([]byte(strconv.Itoa(n)+ending))] = uint32(n)
	}
	return m
}()

// ordinalBefore is the ordinal within two words of the trigger; "another" and "new" count before it only.
func ordinalBefore(sentence, trigger []word) uint32 {
	if len(trigger) == 0 {
		return 0
	}
	i := sort.Search(len(sentence), func(i int) bool { return sentence[i].Start >= trigger[0].Start })
	for _, w := range sentence[max(0, i-2):i] {
		if n := ordinals[w.hash]; n > 0 {
			return n
		}
	}
	j := min(len(sentence), i+len(trigger))
	for _, w := range sentence[j:min(len(sentence), j+2)] { // "struck a fourth vessel"
		if n := ordinals[w.hash]; n > 2 {
			return n
		}
	}
	return 0
}

// beside is the words within five of the trigger, without it.
func beside(sentence, trigger []word) []word {
	const reach = 5
	if len(trigger) == 0 {
		return nil
	}
	var out []word
	i := sort.Search(len(sentence), func(i int) bool { return sentence[i].Start >= trigger[0].Start })
	out = append(out, sentence[max(0, i-reach):i]...)
	j := min(len(sentence), i+len(trigger))
	return append(out, sentence[j:min(len(sentence), j+reach)]...)
}

func stemsIn(ws []word) []uint32 {
	var out []uint32
	for _, w := range ws {
		if !stopStems[w.stem] {
			h := w.stem
			if one, ok := spelled[h]; ok {
				h = one
			}
			out = append(out, h)
		}
	}
	return out
}

func sortedSet(hs []uint32) []uint32 {
	sort.Slice(hs, func(i, j int) bool { return hs[i] < hs[j] })
	n := 0
	for i, h := range hs {
		if i == 0 || h != hs[n-1] {
			hs[n] = h
			n++
		}
	}
	return hs[:n]
}

func (l *Ledger) eventBefore(a, b int32) bool { return a != b && l.itemBefore(l.event, a, b) }

func (l *Ledger) eventAt(i int32) (*entry, *eventItem) {
	it := l.event[i]
	return l.entries[it.entry], &l.entries[it.entry].events[it.n]
}

// eventKeys bind the trigger, and each word that can stand for the same event, to what the report is
// about, the trigger to what the sentence is about, and pairs of telling words of the sentence for
// triggers that nothing binds.
func (l *Ledger) eventKeys(i int32) []uint32 {
	e, ev := l.eventAt(i)
	keys := make([]uint32, 0, 24)
	matter := e.vec.strongest(4)
	for _, t := range ev.trigger {
		for _, m := range matter {
			keys = append(keys, joinHash(31, []uint32{t, m}))
		}
		for _, s := range kin()[t] {
			for _, m := range matter[:min(2, len(matter))] {
				keys = append(keys, joinHash(43, []uint32{min(s, t), max(s, t), m}))
			}
		}
		for _, m := range ev.around.strongest(3) {
			keys = append(keys, joinHash(37, []uint32{t, m}))
		}
	}
	keys = ev.haltKeys(e, ev.decisionKeys(e, ev.accordKeys(e, keys)))
	if ev.pullout {
		keys = append(keys, joinHash(101, ev.against))
	}
	keys = ev.plannedKeys(e, ev.deniedKeys(e, ev.policyKeys(ev.fateKeys(ev.deploymentKeys(keys)))))
	if ev.exit && len(ev.victims) > 0 {
		keys = append(keys, joinHash(97, ev.victims))
	}
	top := ev.around.strongest(4)
	if ev.deed == wreck {
		for _, a := range ev.aims {
			for _, m := range matter[:min(3, len(matter))] {
				if things[a] {
					keys = append(keys, joinHash(79, []uint32{a, m}))
				}
			}
		}
	}
	for i := range top {
		for j := range i {
			keys = append(keys, joinHash(41, []uint32{min(top[i], top[j]), max(top[i], top[j])}))
		}
	}
	return ev.incidentKeys(keys)
}

// sureIncident is the likeness of two mentions of one deed, place and day: no probability is so high. Of those a number that both tell decides.
const (
	sureIncident = 2
	sureNumber   = 3
)

func (l *Ledger) eventLike(earlier, later int32) float32 {
	ea, a := l.eventAt(earlier)
	eb, b := l.eventAt(later)
	like, ruled := eventRuled(ea, a, eb, b)
	if ruled {
		return like
	}
	p := pairScore(l.eventFeatures(earlier, later))
	if p < eventAlike || p < looseAlike && looseApart(ea, a, eb, b) {
		return like
	}
	return float32(p)
}

// eventRuled is the likeness of two mentions where rules tell it, and otherwise the least that it is whatever the model says.
func eventRuled(ea *entry, a *eventItem, eb *entry, b *eventItem) (like float32, ruled bool) {
	if eventsApart(a, b) || deniedElsewhere(ea, a, eb, b) || rolesOff(ea, a, eb, b) || deniesAnother(ea, a, eb, b) {
		return 0, true
	}
	bothDone := done(ea.r.Events[a.n].Status) && done(eb.r.Events[b.n].Status)
	if bothDone && a.decides == noDecider && (othersActed(a, b) || doneToOthers(a, b)) {
		return 0, true
	}
	if stagedHalt(ea, a, eb, b) {
		return sureIncident, true
	}
	if a.trucesOff(b) || a.exit != b.exit || exitsOff(ea, a, eb, b) || fatesOff(a, b) || policiesOff(a, b) || asideOff(a, b) || stageOff(a, b) {
		return 0, true
	}
	plan, answered := planOf(ea, a, eb, b)
	if oneRelease(ea, a, eb, b) {
		return sureNumber, true
	}
	if answered && plan != eventAlike {
		return plan, true
	}
	if oneIncident(ea, a, eb, b) || oneTruce(ea, a, eb, b) || oneExit(ea, a, eb, b) || oneFate(ea, a, eb, b) || oneDenied(ea, a, eb, b) || oneDenier(ea, a, eb, b) || onePolicy(ea, a, eb, b) || onePullout(ea, a, eb, b) || oneDeployment(ea, a, eb, b) {
		return sureIncident, true
	}
	if p := max(oneDecision(ea, a, eb, b), oneHalt(ea, a, eb, b)); p > 0 {
		return p, true
	}
	return plan, thingsApart(ea, a, eb, b)
}

// oneWord reports whether two triggers are one word, or two forms of one verb.
func oneWord(a, b *eventItem) bool {
	if shared(sortedCopy(a.trigger), sortedCopy(b.trigger)) == 1 {
		return true
	}
	return len(a.trigger) == 1 && len(b.trigger) == 1 && oneVerb()[pairKey(a.trigger[0], b.trigger[0])]
}

// placesOff reports whether two events have places, neither of which is in the other or in one country
// with it, and no common day.
func placesOff(a, b *eventItem) bool {
	oneDay := a.start != unknownDay && a.start == b.start && a.end == b.end
	return !oneDay && len(a.place) > 0 && len(b.place) > 0 && shared(a.place, b.place) == 0
}

// daysOff reports whether two events have days that are more than one apart: a day's difference is
// often the report's ("overnight", time zones). What is yet to come has no day that binds.
func daysOff(a, b *eventItem) bool {
	if a.coming || b.coming {
		return false
	}
	af, at := a.days()
	bf, bt := b.days()
	if af == unknownDay || bf == unknownDay || at == unknownDay || bt == unknownDay {
		return false
	}
	return af > bt+1 || bf > at+1
}

// days are the first and last day that a mention can be of, as far as is known.
func (it *eventItem) days() (from, to int32) {
	if it.start == unknownDay && it.to != 0 {
		return it.from, it.to
	}
	return it.start, it.end
}

// Event is the event with that id.
func (v *View) Event(id string) (Event, bool) {
	i, ok := v.lookup('e', id)
	if !ok {
		return Event{}, false
	}
	return v.eventOfSet(i), true
}
