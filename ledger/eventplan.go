package ledger

import (
	"slices"

	"sayso/article"
	"sayso/resolve"
)

// orderStems are the words for an order, a leave or a decision, which say of another deed that it shall be done.
var orderStems = setOfStems("order approve approval authorise authorize authorisation authorization instruct instruction directive decision")

// plans gives the events of the report that tell of what is to be done, and of the orders for it, what it is: "such an order", "the
// strike" and "it" mean what the report spoke of last.
func (x *extractor) plans() {
	var plan, order *eventItem
	for k := range x.e.events {
		it := &x.e.events[k]
		ev := &x.e.r.Events[it.n]
		if len(it.trigger) == 1 && orderStems[it.trigger[0]] {
			it.order = true
			it.aims, it.spots = nil, nil // who orders, and where, is not what is ordered
			if o := x.ordered(it); o != nil {
				it.carrier = true
				it.aims, it.spots, it.start, it.end = o.aims, o.spots, unknownDay, unknownDay
			} else if plan != nil && ev.Status == resolve.Denied && len(ev.Targets) == 0 {
				it.denies(plan) // "denied that any order had been given"
				continue
			} else if order != nil && len(ev.Targets) == 0 {
				it.aims, it.spots, it.carrier = order.aims, order.spots, order.carrier
			} else if plan != nil && len(ev.Targets) == 0 {
				it.aims, it.spots, it.carrier = plan.aims, plan.spots, true
			} else {
				it.aims = x.aims(ev)
			}
			order = it
			continue
		}
		if plan != nil && x.spokenOf(it, plan) {
			it.spoken, it.plan, it.coming, it.deed = true, true, true, plan.deed
			it.rareAnchor, it.aims, it.spots = plan.rareAnchor, plan.aims, plan.spots
			it.start, it.end, it.from, it.to, it.root = unknownDay, unknownDay, 0, 0, 0 // what it took over
			continue
		}
		if it.deed != blow && it.deed != otherDeed || it.many || !it.coming && !x.undone(it) {
			continue
		}
		it.plan, it.coming = true, true
		it.set(it.sides, it.victims, x.objects(ev))
		x.force(it, ev, plan)
		if plan != nil && !sidesOff(it, plan) && !spotsOff(it, plan) && (len(it.aims) == 0 && !it.indirect || shared(it.aims, plan.aims) > 0) {
			it.aims = sortedSet(append(slices.Clone(it.aims), plan.aims...))
			if len(it.spots) == 0 {
				it.spots = plan.spots
			}
		}
		plan = it
	}
}

// spokenOfComing marks nouns that only speak of what the report tells as still to come: after "will open an inquiry", what is "handed to the inquiry"
// opened none.
func (x *extractor) spokenOfComing() {
	coming := map[uint32]bool{}
	for k := range x.e.events {
		it := &x.e.events[k]
		if it.deed != noDeed || len(it.trigger) == 0 || it.background {
			continue
		}
		w, ev := it.trigger[len(it.trigger)-1], &x.e.r.Events[it.n]
		switch {
		case weighed(ev.Status):
			coming[w] = true
		case done(ev.Status) && coming[w] && ev.Nominal && ev.Time == nil && x.definite(it):
			it.spoken, it.coming = true, true
		}
	}
}

// denies makes of a mention of an order that is denied one of the plan that the report spoke of.
func (it *eventItem) denies(plan *eventItem) {
	it.order, it.plan, it.coming, it.deed = false, true, true, plan.deed
	it.aims, it.spots = plan.aims, plan.spots
	it.rareAnchor = plan.rareAnchor
}

// spokenOf reports whether a mention only speaks of the plan of which the report told before: "he had not discussed the operation with his allies"
// tells of no operation that took place.
func (x *extractor) spokenOf(it, plan *eventItem) bool {
	ev := &x.e.r.Events[it.n]
	if !done(ev.Status) && ev.Status != resolve.Unknown || it.whole || it.deed == noDeed && it.start != unknownDay || len(it.trigger) == 0 || len(plan.trigger) == 0 || it.background != plan.background {
		return false
	}
	a, b := it.trigger[len(it.trigger)-1], plan.trigger[len(plan.trigger)-1]
	if a != b && !(operations[a] && operations[b]) {
		return false
	}
	return slices.ContainsFunc(x.wordsBefore(ev.Trigger, 2), func(w word) bool {
		switch w.Text(x.a.Text) {
		case "the", "this", "that", "such", "any", "its", "their":
			return true
		}
		return false
	})
}

// objects are the stems of the words in small letters for what an event is done to.
func (x *extractor) objects(ev *resolve.Event) []uint32 {
	var out []uint32
	for _, p := range ev.Targets {
		for _, w := range x.within(p.Span) {
			if _, number := numberWord[w.Text(x.a.Text)]; !w.upper && !w.digit && !number && !stopStems[w.stem] {
				out = append(out, w.stem)
			}
		}
	}
	return sortedSet(out)
}

// ordered is the event that an order is for: among what the order is done to, or with the order's word for its status.
func (x *extractor) ordered(it *eventItem) *eventItem {
	ev := &x.e.r.Events[it.n]
	for k := range x.e.events {
		o := &x.e.events[k]
		if o == it || len(o.trigger) == 1 && orderStems[o.trigger[0]] {
			continue
		}
		src := &x.e.r.Events[o.n]
		if slices.Contains(src.Because, ev.Trigger) || slices.ContainsFunc(ev.Targets, func(p resolve.Participant) bool { return p.Span.Contains(src.Trigger) }) {
			return o
		}
	}
	return nil
}

// undone reports whether it is denied, or did not happen, that the mention was ordered or planned: that it was done is not at issue.
func (x *extractor) undone(it *eventItem) bool {
	ev := &x.e.r.Events[it.n]
	switch ev.Status {
	case resolve.Denied, resolve.DidNotHappen, resolve.Unknown: // "has ordered no strike" leaves the strike unknown
	default:
		return false
	}
	carrier := func(s article.Span) bool {
		ws := x.within(s)
		return len(ws) == 1 && (orderStems[ws[0].stem] || planStems[ws[0].stem])
	}
	if slices.ContainsFunc(ev.Because, carrier) {
		return true
	}
	for i := range x.e.r.Events {
		o := &x.e.r.Events[i]
		if carrier(o.Trigger) && slices.ContainsFunc(o.Targets, func(p resolve.Participant) bool { return p.Span.Contains(ev.Trigger) }) {
			return true
		}
	}
	return false
}

// planAnswers are the answers to whether a is the plan, or the order, of what b tells, each with the likeness that it gives the two. The first that
// holds counts.
var planAnswers = []struct {
	holds func(ea *entry, a *eventItem, eb *entry, b *eventItem) bool
	like  float32
}{
	{tooLate, 0},
	{func(ea *entry, a *eventItem, eb *entry, b *eventItem) bool { return tooLate(eb, b, ea, a) }, 0},
	{onePlan, sureIncident},
	{struck, sureIncident},
	{oneAct, sureIncident},
	{onePlanned, sureIncident},
	{carriedOut, eventAlike}, // at least: the words may make it surer
}

// planOf gives the likeness of two mentions, an earlier and a later, by their being a plan and what came of it, and whether that tells.
func planOf(ea *entry, a *eventItem, eb *entry, b *eventItem) (like float32, answered bool) {
	for _, q := range planAnswers {
		if q.holds(ea, a, eb, b) {
			return q.like, true
		}
	}
	return 0, false
}

// tooLate reports whether a is weighed, planned or ordered as told in a report two days or more after b, a blow, was struck: what is still to be
// done is none that was. Nor does "he was not considering strikes" undo one.
func tooLate(ea *entry, a *eventItem, eb *entry, b *eventItem) bool {
	if a.deed == noDeed || a.background || b.deed != blow || b.coming || b.plan || !done(eb.r.Events[b.n].Status) {
		return false
	}
	if ea.day == unknownDay || eb.day == unknownDay || eb.day+1 >= ea.day {
		return false
	}
	switch ev := &ea.r.Events[a.n]; ev.Status {
	case resolve.DidNotHappen, resolve.Denied:
		text := ea.r.Article.Text
		return slices.ContainsFunc(ev.Because, func(s article.Span) bool { return anyIn(stemsOf(s.Text(text)), planStems) })
	default:
		return a.coming && weighed(ev.Status)
	}
}

var planStems = setOfStems("plan consider weigh prepare intend option")

// plannedDays is for how many days reports of one plan may lie apart.
const plannedDays = 60

// onePlan reports whether two mentions tell of one thing to be done, whatever stage it has come to: to the same, or at the same place, by
// the same side, in reports of one matter.
func onePlan(ea *entry, a *eventItem, eb *entry, b *eventItem) bool {
	if !a.plan || !b.plan || a.background != b.background || ea.day == unknownDay || eb.day == unknownDay || daysApart(ea, eb) > plannedDays {
		return false
	}
	return (sameAims(a, b) || narrowShared(a, b) || oneForce(a, b)) && dot(ea.vec, eb.vec) >= oneMatter
}

// struck reports whether b tells that the blow was struck that a plans: on the same by two words and half of either, by no other side, within thirty days. The
// plan's report must not tell of such a blow that was struck before.
func struck(ea *entry, a *eventItem, eb *entry, b *eventItem) bool {
	if !a.plan || a.deed != blow || a.spoken || a.background {
		return false
	}
	if b.deed != blow || b.coming || b.background || b.many || !done(eb.r.Events[b.n].Status) || !sameAims(a, b) {
		return false
	}
	if ea.day == unknownDay || eb.day == unknownDay || eb.day < ea.day || daysApart(ea, eb) > actDays || b.start != unknownDay && b.start < ea.day || dot(ea.vec, eb.vec) < oneMatter {
		return false
	}
	return !slices.ContainsFunc(ea.events, func(o eventItem) bool {
		return o.deed == blow && !o.coming && done(ea.r.Events[o.n].Status) && shared(o.aims, a.aims) > 0
	})
}

// The bounds of carriedOut: how many days after a plan it is carried out, and the rarity of a word that
// names one thing in a matter, as "evacuation" does and "attack" does not.
const (
	planDays = 14
	planRare = 3.5
)

// carriedOut reports whether b tells that what a plans was done: "considering whether to evacuate the Old
// Quay", and days later "soldiers evacuated 1,200 people". The reports must be of one matter and name it
// by the same rare word, and the plan's report must not tell that such a thing had happened already.
func carriedOut(ea *entry, a *eventItem, eb *entry, b *eventItem) bool {
	done := eb.r.Events[b.n].Status
	if !a.coming || b.background || done != resolve.Happened && done != resolve.Ongoing || ea.day == unknownDay || eb.day == unknownDay || daysApart(ea, eb) > planDays {
		return false
	}
	if len(a.trigger) == 0 || len(b.trigger) == 0 || !oneWord(a, b) || rarity().stem(b.trigger[0]) < planRare || dot(ea.vec, eb.vec) < oneMatter {
		return false
	}
	for i := range ea.events {
		o := &ea.events[i]
		if ea.r.Events[o.n].Status == resolve.Happened && oneWord(o, b) {
			return false
		}
	}
	return true
}

// Of one act, planned in one report and ordered, done or denied in another: how many days the reports may lie apart, and how rare a word
// for what it is done to must be.
const (
	actDays = 30
	actRare = 2.5
)

// oneAct reports whether two mentions in reports of one matter tell of one act that is no violence, at other stages: the same verb of the same
// thing, "considering opening the dam's gates" and "opened the gates of a dam".
func oneAct(ea *entry, a *eventItem, eb *entry, b *eventItem) bool {
	if !a.peaceful() || !b.peaceful() || !a.coming && !b.coming {
		return false
	}
	if ea == eb || ea.day == unknownDay || eb.day == unknownDay || daysApart(ea, eb) > actDays || !oneWord(a, b) {
		return false
	}
	for _, aim := range a.aims {
		if inSorted(b.aims, aim) && rarity().stem(aim) >= actRare {
			return dot(ea.vec, eb.vec) >= storyAlike
		}
	}
	return false
}

// peaceful reports whether a mention is of a deed that is no violence and that its report does not only recall.
func (it *eventItem) peaceful() bool {
	return it.deed == noDeed && !it.order && !it.background && len(it.trigger) > 0
}

// oneTarget reports whether two plans are for the same by two words that are no place's, and a place of either is in no gazetteer: a depot
// "in Norland" and one "near Vale", which may be a village of Norland.
func oneTarget(a, b *eventItem) bool {
	unlisted := func(s spot) bool { return !s.listed }
	return a.plan && b.plan && len(a.objects) > 1 && len(b.objects) > 1 && shared(a.objects, b.objects) == 1 && (slices.ContainsFunc(a.spots, unlisted) || slices.ContainsFunc(b.spots, unlisted))
}

// ordersOff reports whether two mentions of orders are of orders for other things, or of one for nothing that is known.
func ordersOff(a, b *eventItem) bool {
	if a.order != b.order {
		return true
	}
	if !a.order || shared(a.aims, b.aims) > 0 || spotsShared(a, b) {
		return false
	}
	return len(a.aims) > 0 && len(b.aims) > 0 || dot(a.around, b.around) < oneSentence
}

// oneSentence is the likeness of two sentences from which one is the other's printing.
const oneSentence = .8
