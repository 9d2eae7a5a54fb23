package ledger

import (
	"slices"
	"strings"

	"sayso/resolve"
)

// A halting is that something planned or under way is stopped or put off, or taken up again: one event under any word, "postponed", "called off", "the delay".
type halting uint8

const (
	noHalting halting = iota
	stopped
	resumed
	cameToEnd
)

var (
	stopWords = setOfStems(`cancel cancellation postpone postponement delay scrap shelve suspend suspension halt pause ground stop abandon defer`)
	// takeUpWords are those for that it goes on after all.
	takeUpWords = setOfStems("resume resumption restart revive revival relaunch unpause")
)

// halts marks the mentions that something is stopped or taken up again, with the words for what: who does it and by which word does not matter.
func (x *extractor) halts() {
	for k := range x.e.events {
		it := &x.e.events[k]
		ev := &x.e.r.Events[it.n]
		if it.deed != noDeed || it.decides != noDecider || it.truce || it.exit || it.fate != noFate || it.pullout || len(it.trigger) == 0 {
			continue
		}
		kind := x.haltingOf(it, ev)
		if kind == noHalting {
			continue
		}
		things := x.objects(ev)
		if kind == cameToEnd {
			things = x.endedThing(k)
			it.place = nil // it was where the siege was, whose officials speak of it elsewhere
		}
		if len(things) == 0 {
			things = x.thingsBefore(k)
		}
		if len(things) == 0 {
			continue
		}
		it.halts = kind
		it.set(it.sides, it.victims, things)
	}
}

func (x *extractor) haltingOf(it *eventItem, ev *resolve.Event) halting {
	t := strings.ToLower(ev.Trigger.Text(x.a.Text))
	switch {
	case stopWords[it.trigger[0]], strings.HasSuffix(t, " off") && (strings.HasPrefix(t, "call") || strings.HasPrefix(t, "put")):
		return stopped
	case takeUpWords[it.trigger[0]]:
		return resumed
	case endWords[it.trigger[0]]:
		return cameToEnd
	}
	return noHalting
}

// What lasts until it is ended, and the words for that it is.
var (
	endWords = setOfStems("end ended ending conclude concluded over finish finished")
	besieged = setOfStems("siege standoff stand-off hijack hijacking hostage-taking crisis occupation takeover revolt riot mutiny uprising rampage operation assault attack ordeal rescue")
)

// anyEnd stands for what is ended where it is a siege or its like: each report has its own word for it.
var anyEnd = []uint32{hashString("an end of what was besieged")}

// endedThing is anyEnd where mention k tells that a siege or the operation against it is over, "the standoff ended", "ended the siege", "the operation was concluded"; the nouns for it
// tell nothing besides.
func (x *extractor) endedThing(k int) []uint32 {
	it, ev := &x.e.events[k], &x.e.r.Events[x.e.events[k].n]
	named := func(p resolve.Participant) bool { return besieged[headOf(p.Text(x.a.Text))] }
	if !slices.ContainsFunc(ev.Actors, named) && !slices.ContainsFunc(ev.Targets, named) {
		return nil
	}
	for i := range x.e.events {
		o := &x.e.events[i]
		src := &x.e.r.Events[o.n]
		if o == it {
			continue
		}
		held := func(p resolve.Participant) bool { return p.Span.Contains(src.Trigger) }
		if o.sentence == it.sentence && besieged[o.word()] && (slices.ContainsFunc(ev.Actors, held) || slices.ContainsFunc(ev.Targets, held)) {
			o.carrier = true
		}
	}
	return anyEnd
}

// thingsBefore are the nouns for happenings that stand before the mention in its sentence: "The first flight due to take them there was cancelled".
func (x *extractor) thingsBefore(k int) (out []uint32) {
	it := &x.e.events[k]
	for i := k - 1; i >= 0 && x.e.events[i].sentence == it.sentence; i-- {
		if o := &x.e.events[i]; len(o.trigger) > 0 && x.e.r.Events[o.n].Nominal {
			out = append(out, o.trigger...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// haltDays is for how many days reports of one halt lie apart, as far as none gives its day.
const haltDays = 14

// oneHalt is how surely two mentions in reports of one matter tell that one thing is stopped, or taken up again, whatever stage it has come to.
func oneHalt(ea *entry, a *eventItem, eb *entry, b *eventItem) float32 {
	if a.halts == noHalting || a.halts != b.halts || ea.day == unknownDay || eb.day == unknownDay || shared(a.objects, b.objects) == 0 || dot(ea.vec, eb.vec) < oneMatter {
		return 0
	}
	apart := daysApart(ea, eb)
	from, _ := a.days()
	other, _ := b.days()
	switch {
	case a.coming != b.coming && (b.coming || apart > actDays):
		return 0
	case a.coming && b.coming && apart > plannedDays:
		return 0
	case a.coming || from != unknownDay && other != unknownDay || apart <= haltDays:
		return sureIncident
	case apart <= decidedDays:
		return eventAlike
	}
	return 0
}

// haltKeys bind a halt to what is stopped and to what its report is about.
func (it *eventItem) haltKeys(e *entry, keys []uint32) []uint32 {
	if it.halts == noHalting {
		return keys
	}
	return e.matterKeys(127, uint32(it.halts), keys)
}

// matterKeys bind what a mention tells to each of the weightiest words of its report, which say of what matter it is.
func (e *entry) matterKeys(kind, what uint32, keys []uint32) []uint32 {
	for _, m := range e.vec.strongest(4) {
		keys = append(keys, joinHash(kind, []uint32{what, m}))
	}
	return keys
}
