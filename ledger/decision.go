package ledger

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/resolve"
)

// A decider is who decides by a mention: a court, or those who decide by a vote. What it decides on one day of one matter is one event under any word:
// "struck down", "ruled", "the decision", "passed", "the vote".
type decider uint8

const (
	noDecider decider = iota
	court
	assembly
)

// The words for what courts and assemblies decide, and for who they are.
var (
	courtVerbs = setOfStems(`rule ruled uphold upheld overturn strike struck dismiss throw threw thrown reject refuse block halt lift grant deny annul nullify void quash declare
		invalidate suspend stay bar order allow clear reinstate decide find found overrule reverse affirm vacate convict acquit sentence jail give gave let hand side issue deliver`)
	courtNouns    = setOf("ruling rulings verdict verdicts judgment judgement injunction annulment decision order stay acquittal conviction")
	sureNouns     = setOf("ruling verdict judgment judgement injunction") // a court's, whoever is named
	assemblyVerbs = setOfStems("pass approve adopt ratify reject vote endorse override choose chose elect")
	assemblyNouns = setOf("vote approval passage ratification adoption")
	courtWords    = setOfStems("court judge justice tribunal magistrate jury circuit")
	assemblyWords = setOfStems("parliament senate congress assembly legislature council lawmaker legislator senator deputy commission committee board cabinet member voter house")
	noCourtWords  = setOfStems("department ministry minister secretary official spokesman spokeswoman document record filing paper clerk reporter lawyer house")
	sayingVerbs   = setOfStems("rule ruled find found decide")
	// againstStems are what an assembly decides against.
	againstStems = setOfStems("reject")
)

// levels tell one court from another; a judge without any is of the first instance, a court without any of no known one.
var levels = func() map[uint32]uint32 {
	m := map[uint32]uint32{}
	for name, row := range map[string]string{"supreme": "supreme highest top constitutional cassation justices", "appeal": "appeal appeals appellate circuit",
		"foreign": "european international", "first": "federal district trial magistrate county crown jury", "high": "high"} {
		for _, w := range strings.Fields(row) {
			m[hash32([]byte(w))] = hashString("court " + name)
		}
	}
	return m
}()

var firstInstance = hashString("court first")

// decisions marks the mentions of what a court or an assembly decides. What the report goes on to call "the ruling", and what the same court did by another verb,
// is of the day of the decision that it spoke of.
func (x *extractor) decisions() {
	var last *eventItem
	for k := range x.e.events {
		it := &x.e.events[k]
		ev := &x.e.r.Events[it.n]
		if it.deed != noDeed || it.exit || it.pullout || len(it.trigger) == 0 || !settles(ev.Status) {
			continue
		}
		who, body := x.decider(it, ev)
		if who == noDecider && len(ev.Actors) == 0 && !ev.Nominal && last != nil && last.sentence == it.sentence && last.decides == court && courtVerbs[it.trigger[0]] {
			who = court // "found him guilty and sentenced him"
		}
		if who == noDecider {
			continue
		}
		noun := strings.ToLower(ev.Trigger.Text(x.a.Text))
		known := !slices.ContainsFunc(x.wordsBefore(ev.Trigger, 3), func(w word) bool { return anotherWords[w.Text(x.a.Text)] })
		if last != nil && last.decides == who && last.background == it.background && last.coming == it.coming && known && (body == 0 || body == last.body) && !daysOff(last, it) {
			if body = last.body; it.start == unknownDay {
				it.start, it.end, it.from, it.to = last.start, last.end, last.from, last.to
			}
		} else if sureNouns[noun] && body == 0 && last == nil && it.start == unknownDay {
			it.spoken = true // "will appeal the ruling": which one?
		}
		if last != nil && it.coming && last.sentence == it.sentence && body == last.body && !last.coming {
			it.coming, it.spoken = false, true // "voted to approve"
			it.start, it.end, it.from, it.to = last.start, last.end, last.from, last.to
		}
		it.decides, it.place, it.order, it.carrier = who, nil, false, false
		rare := *it.rareAnchor
		rare.body = body
		if !courtNouns[noun] {
			rare.victims = x.named(ev.Targets)
		}
		it.rareAnchor = &rare
		if !it.spoken {
			last = it
		}
	}
}

// anotherWords before a decision say that it is not the one spoken of.
var anotherWords = setOf("another second third separate earlier previous prior lower original initial")

// settles reports whether a status is one of what was decided, or of what is to be.
func settles(s resolve.Status) bool {
	return done(s) || s == resolve.Planned || s == resolve.DidNotHappen || s == resolve.Denied
}

// decider is who decides by a mention, and which one, 0 where that is not known.
func (x *extractor) decider(it *eventItem, ev *resolve.Event) (decider, uint32) {
	w, noun := it.trigger[0], strings.ToLower(ev.Trigger.Text(x.a.Text))
	isCourt, isVote := courtNouns[noun] || courtVerbs[w] && !ev.Nominal, assemblyNouns[noun] || assemblyVerbs[w] && !ev.Nominal
	for _, p := range ev.Actors {
		if p.Role != "" {
			continue
		}
		if who, body := x.deciderIn(p.Span, isCourt, isVote); who != noDecider {
			return who, body
		}
		for _, s := range x.e.r.Sources {
			if s.ID == p.Source && p.Source != "" && len(s.Mentions) > 0 { // "he", "it"
				if who, body := x.deciderIn(s.Mentions[0].Span, isCourt, isVote); who != noDecider {
					return who, body
				}
			}
		}
	}
	if !courtNouns[noun] && !assemblyNouns[noun] {
		return noDecider, 0
	}
	near := article.Span{Start: max(it.sentence.Start, ev.Trigger.Start-40), End: min(it.sentence.End, ev.Trigger.End+40)}
	if text := x.a.Text; near.Len() > 0 && (strings.HasPrefix(text[ev.Trigger.End:], " by ") || strings.HasPrefix(text[ev.Trigger.End:], " of ") || strings.HasPrefix(text[ev.Trigger.End:], " from ")) {
		near.Start = ev.Trigger.End
	} else {
		near.End = ev.Trigger.Start
		if ws := x.wordsBefore(ev.Trigger, 4); len(ws) > 0 {
			near.Start = ws[0].Start
		}
	}
	if who, body := x.deciderIn(near, isCourt, isVote); who != noDecider {
		return who, body
	}
	switch {
	case isCourt && sureNouns[noun]:
		return court, 0
	case isCourt && x.definite(it) && x.courtBefore(it):
		return court, 0
	}
	return noDecider, 0
}

// bySaying reports whether a statement's cue does what it says: "ruled" and "upheld" of a court.
func (x *extractor) bySaying(a *resolve.Attribution, cue word) bool {
	if !courtVerbs[cue.stem] && !assemblyVerbs[cue.stem] {
		return false
	}
	for _, s := range a.Source {
		if who, _ := x.deciderIn(s, courtVerbs[cue.stem], assemblyVerbs[cue.stem]); who != noDecider {
			return true
		}
	}
	return false
}

// decided reports whether a decision gives an event its status: the deportation that a court "blocked", the order that it "refused to lift".
func (e *entry) decided(src *resolve.Event) bool {
	for k := range e.events {
		if e.events[k].decides != noDecider && slices.Contains(src.Because, e.r.Events[e.events[k].n].Trigger) {
			return true
		}
	}
	return false
}

// courtBefore reports whether the last decision before a mention in its report was a court's: "the order", "the decision".
func (x *extractor) courtBefore(it *eventItem) bool {
	for k := range x.e.events {
		o := &x.e.events[k]
		if o == it {
			return false
		}
		if o.decides == court && it.sentence.Start-o.sentence.End < 400 {
			return true
		}
	}
	return false
}

// deciderIn is who some words name as one who decides.
func (x *extractor) deciderIn(s article.Span, isCourt, isVote bool) (decider, uint32) {
	ws := x.within(s)
	who, body, judge := noDecider, uint32(0), false
	for i, w := range ws {
		t := strings.ToLower(w.Text(x.a.Text))
		if i > 0 && (t == "in" || t == "for" || t == "to" || t == "by" || t == "on") {
			break
		}
		switch {
		case isCourt && noCourtWords[w.stem]:
			return noDecider, 0
		case isCourt && courtWords[w.stem] && !(t == "justice" && i+1 < len(ws) && noCourtWords[ws[i+1].stem]):
			who = court
			judge = judge || t == "judge" || t == "magistrate"
		case isVote && who == noDecider && assemblyWords[w.stem]:
			who, body = assembly, w.stem
		}
		if l := levels[w.hash]; l != 0 && isCourt && (body == 0 || body == firstInstance) {
			body = l
		}
	}
	switch {
	case who == noDecider:
		return noDecider, 0
	case who == court && judge && body == 0:
		body = firstInstance
	}
	return who, body
}

// decidedDays is for how many days a decision is recalled without its day.
const decidedDays = 120

// decisionsOff reports whether two mentions are of decisions of two courts or assemblies, or of one for and one against.
func decisionsOff(a, b *eventItem) bool {
	if a.decides == noDecider || b.decides == noDecider {
		return false
	}
	return a.decides != b.decides || a.body != 0 && b.body != 0 && a.body != b.body || a.decides == assembly && againstStems[a.word()] != againstStems[b.word()] && a.coming == b.coming
}

// oneDecision is how surely two mentions in reports of one matter tell of one decision, 0 where nothing says so. What is recalled without a day is that of the same court
// or assembly.
func oneDecision(ea *entry, a *eventItem, eb *entry, b *eventItem) float32 {
	if a.decides == noDecider || a.decides != b.decides || ea.day == unknownDay || eb.day == unknownDay || dot(ea.vec, eb.vec) < oneMatter {
		return 0
	}
	from, _ := a.days()
	other, _ := b.days()
	switch {
	case a.coming != b.coming && (a.body == 0 || a.body != b.body || !a.coming || daysApart(ea, eb) > planDays):
		return 0
	case from != unknownDay && other != unknownDay:
		return sureIncident // no other day, court or side: see partedBy
	case a.body != 0 && a.body == b.body && daysApart(ea, eb) <= decidedDays:
		return eventAlike
	}
	return 0
}

// decisionKeys bind a decision to what its report is about.
func (it *eventItem) decisionKeys(e *entry, keys []uint32) []uint32 {
	if it.decides == noDecider {
		return keys
	}
	keys = e.matterKeys(109, uint32(it.decides), keys)
	if first := it.start; it.body != 0 && !it.background && it.told != unknownDay {
		if first == unknownDay || long(it) {
			first = it.told - 1
		}
		for day := first; day <= first+1; day++ {
			keys = append(keys, joinHash(113, []uint32{it.body, uint32(day)}))
		}
	}
	return keys
}

// ruled is the words of a report for a decision whose verb is the cue of what was decided: "a judge ruled that the flight can go", with what was decided as far as there is
// room for it; nothing for other events.
func (e *entry) ruled(it *eventItem, ev *resolve.Event) article.Span {
	if it.decides == noDecider || !sayingVerbs[it.word()] || courtNouns[strings.ToLower(ev.Trigger.Text(e.r.Article.Text))] {
		return article.Span{}
	}
	text := e.r.Article.Text
	if c := ev.Clause; c.End == ev.Trigger.End && c.End-it.sentence.Start <= titleLong && strings.HasSuffix(text[it.sentence.Start:max(it.sentence.Start, c.Start)], ", ") {
		return article.Span{Start: it.sentence.Start, End: c.End} // "The flight can go ahead, a judge has ruled"
	}
	for i := range e.r.Attributions {
		a := &e.r.Attributions[i]
		if !slices.ContainsFunc(a.Cue, func(c article.Span) bool { return c.Contains(ev.Trigger) }) || len(a.Content) == 0 || len(a.Source) == 0 {
			continue
		}
		s := ev.Trigger
		for _, p := range slices.Concat(a.Source[:1], a.Content[:1]) {
			s = article.Span{Start: min(s.Start, p.Start), End: max(s.End, p.End)}
		}
		s.Start, s.End = max(s.Start, it.sentence.Start), min(s.End, it.sentence.End)
		if s.Len() > titleLong {
			s.End = s.Start + strings.LastIndex(text[s.Start:s.Start+titleLong], " ")
		}
		if s.End = s.Start + len(strings.TrimRight(s.Text(text), " .,;")); s.Contains(ev.Trigger) && !strings.Contains(s.Text(text), "\n") && isTitle(s.Text(text)) {
			return s
		}
	}
	return article.Span{}
}
