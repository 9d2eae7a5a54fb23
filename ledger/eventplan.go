package ledger

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/gazetteer"
	"sayso/read"
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

// tooLate reports whether a is weighed, planned or ordered as told in a report two days or more after b, a blow, was struck: what is still to be
// done is none that was. Nor does "he was not considering strikes" undo one.
func tooLate(ea *entry, a *eventItem, eb *entry, b *eventItem) bool {
	if b.deed != blow || a.deed == noDeed || b.coming || b.plan || a.background || ea.day == unknownDay || eb.day == unknownDay || eb.day+1 >= ea.day || !done(eb.r.Events[b.n].Status) {
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

// operations are words for what an army may be about to do, other than a blow.
var operations = setOfStems("operation offensive incursion invasion intervention")

// severalOperations reports whether a trigger is the noun for more than one of them: "operations in the north would not be limited".
func severalOperations(trigger string) bool {
	t := strings.ToLower(trigger)
	return strings.HasSuffix(t, "s") && operations[hash32(stem([]byte(t)))]
}

// means is how a plan is to be carried out, where the words say so.
type means uint8

const (
	anyMeans means = iota
	fromAir
	onGround
)

var (
	airStems    = setOfStems("airstrike air aerial drone missile bomb bombing bomber warplane")
	groundStems = setOfStems("ground incursion invasion invade troops soldiers tanks boots")
)

// force gives a plan the countries that it is against, and how it is to be carried out; what its sentence leaves open is that of the plan that
// the report spoke of before.
func (x *extractor) force(it *eventItem, ev *resolve.Event, before *eventItem) {
	rare := *it.rareAnchor
	aimed := func(country uint32) bool { return inSorted(it.aims, country) }
	for range 2 {
		for _, c := range countriesOf(x.e.r, x.ws) {
			if h := hashString("country " + c); aimed(h) && !inSorted(it.sides, h) {
				rare.against = append(rare.against, h)
			}
		}
		if len(rare.against) > 0 || it.deed != otherDeed {
			break
		}
		aimed = x.enteredAfter(ev.Trigger, it.sentence) // "an incursion into northern Syria"
	}
	rare.against = sortedSet(rare.against)
	near := append(slices.Clone(x.wordsBefore(ev.Trigger, 2)), x.within(ev.Trigger)...)
	for _, w := range near {
		switch {
		case airStems[w.stem]:
			rare.by = fromAir
		case groundStems[w.stem]:
			rare.by = onGround
		}
	}
	if it.deed == otherDeed && len(rare.sides) == 0 {
		rare.sides = x.namedBefore(ev.Trigger, it.sentence, rare.against)
	}
	if before != nil {
		if len(rare.sides) == 0 && shared(rare.against, before.sides) == 0 {
			rare.sides = before.sides
		}
		if len(rare.against) == 0 && shared(rare.sides, before.against) == 0 {
			rare.against = before.against
		}
	}
	if len(rare.sides)+len(rare.against) > 0 || rare.by != anyMeans {
		it.rareAnchor = &rare
	}
}

// namedBefore is the only country that a sentence names before the trigger, by a place or its people, but for those that the plan is against: "Norland's
// army is ready for an incursion".
func (x *extractor) namedBefore(trigger, sentence article.Span, but []uint32) []uint32 {
	var out []uint32
	for _, w := range x.within(article.Span{Start: sentence.Start, End: trigger.Start}) {
		if !w.upper {
			continue
		}
		c := gazetteer.Demonym(gazetteer.Fold(nil, w.Text(x.a.Text)))
		if p := x.placeAt(w.Span); p != nil && p.Role != read.Dateline {
			c = p.Country
		}
		if h := hashString("country " + c); c != "" && !slices.Contains(but, h) {
			out = append(out, h)
		}
	}
	if out = sortedSet(out); len(out) != 1 {
		return nil
	}
	return out
}

// enteredAfter reports for a country whether a place of it stands within a few words behind the trigger.
func (x *extractor) enteredAfter(trigger, sentence article.Span) func(uint32) bool {
	return func(country uint32) bool {
		for i := range x.e.r.Places {
			p := &x.e.r.Places[i]
			if p.Start >= trigger.End && p.Start-trigger.End < 24 && p.End <= sentence.End && p.Country != "" && hashString("country "+p.Country) == country {
				return true
			}
		}
		return false
	}
}

// oneForce reports whether two plans are for force by one side against one country, by means that may be the same, and not against other things: "a
// cross-border operation", "a land offensive" and "an invasion" are one plan by as many names, the raid on a depot and that on a laboratory are two.
func oneForce(a, b *eventItem) bool {
	if len(a.sides) == 0 || shared(a.sides, b.sides) == 0 || len(a.against) == 0 || shared(a.against, b.against) == 0 || a.by != b.by && a.by != anyMeans && b.by != anyMeans {
		return false
	}
	x, y := ownTarget(a.objects), ownTarget(b.objects)
	return len(x) == 0 || len(y) == 0 || shared(x, y) > 0
}

// anyTarget are words for what force is mostly used against, which tell no plan from another.
var anyTarget = setOfStems(`militant fighter force rebel group target site position territory soil land town city area border region country terrorist people
	soldier troop north south east west northern southern eastern western central military aim`)

// ownTarget are the words that name one target rather than any.
func ownTarget(objects []uint32) []uint32 {
	return slices.DeleteFunc(slices.Clone(objects), func(o uint32) bool { return anyTarget[o] })
}

// struck reports whether b tells that the blow was struck that a plans: on the same by two words and half of either, by no other side, within thirty days. The
// plan's report must not tell of such a blow that was struck before.
func struck(ea *entry, a *eventItem, eb *entry, b *eventItem) bool {
	if !a.plan || a.deed != blow || a.spoken || a.background || b.coming || b.background || b.many || b.deed != blow || !done(eb.r.Events[b.n].Status) || !sameAims(a, b) {
		return false
	}
	if ea.day == unknownDay || eb.day == unknownDay || eb.day < ea.day || daysApart(ea, eb) > actDays || b.start != unknownDay && b.start < ea.day || dot(ea.vec, eb.vec) < oneMatter {
		return false
	}
	return !slices.ContainsFunc(ea.events, func(o eventItem) bool {
		return o.deed == blow && !o.coming && done(ea.r.Events[o.n].Status) && shared(o.aims, a.aims) > 0
	})
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
	if a.deed != noDeed || b.deed != noDeed || a.order || b.order || !a.coming && !b.coming || a.background || b.background || ea == eb ||
		ea.day == unknownDay || eb.day == unknownDay || daysApart(ea, eb) > actDays || len(a.trigger) == 0 || len(b.trigger) == 0 || !oneWord(a, b) {
		return false
	}
	for _, aim := range a.aims {
		if inSorted(b.aims, aim) && rarity().stem(aim) >= actRare {
			return dot(ea.vec, eb.vec) >= storyAlike
		}
	}
	return false
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
