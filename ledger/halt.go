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
			x.stageOf(it, ev)
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

// stageOf marks a mention that something is to be held, with the words for what: "the regatta will be held on July 4" is one with "the regatta has been put off".
func (x *extractor) stageOf(it *eventItem, ev *resolve.Event) {
	t := strings.ToLower(ev.Trigger.Text(x.a.Text))
	if !stagingStems[it.trigger[0]] && !x.takesPlace(ev) && t != "go ahead" || !weighed(ev.Status) && ev.Status != resolve.DidNotHappen {
		return
	}
	for _, p := range slices.Concat(ev.Targets, ev.Actors) {
		for _, w := range x.within(p.Span) {
			if !w.upper && !w.digit && !stopStems[w.stem] {
				it.staged = append(it.staged, w.stem)
			}
		}
	}
	it.staged = sortedSet(it.staged)
}

// takesPlace reports whether a mention is of a thing that takes place.
func (x *extractor) takesPlace(ev *resolve.Event) bool {
	t := strings.ToLower(ev.Trigger.Text(x.a.Text))
	return strings.HasSuffix(t, " place") || strings.HasPrefix(t, "t") && len(ev.Targets) == 1 && ev.Targets[0].Text(x.a.Text) == "place"
}

// stagingStems are verbs for that a thing goes on as it was planned.
var stagingStems = setOfStems("hold held stage staged happen start begin open launch")

// putOffWords are those for that a thing is to be later, and not that it is not to be.
var putOffWords = setOfStems("postpone postponement delay defer")

// halted is the status of a plan that a mention says is stopped or put off, where the row tells of what was planned.
func (it *eventItem) halted(ev *Event, src *resolve.Event, text string) resolve.Status {
	if it.halts != stopped || !ev.staged || !done(src.Status) {
		return src.Status
	}
	if t := strings.ToLower(src.Trigger.Text(text)); putOffWords[it.trigger[0]] || strings.HasPrefix(t, "put") {
		return resolve.Planned
	}
	return resolve.DidNotHappen
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

// stagedHalt reports whether of two mentions in reports of one matter the one tells that a thing is to be held and the other that it is stopped or put off.
func stagedHalt(ea *entry, a *eventItem, eb *entry, b *eventItem) bool {
	if len(a.staged) == 0 {
		ea, a, eb, b = eb, b, ea, a
	}
	return len(a.staged) > 0 && b.halts == stopped && ea.day != unknownDay && eb.day != unknownDay && daysApart(ea, eb) <= plannedDays && shared(a.staged, b.objects) > 0 && dot(ea.vec, eb.vec) >= oneMatter
}

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
	switch {
	case len(it.staged) > 0:
		return e.matterKeys(127, uint32(stopped), keys)
	case it.halts == noHalting:
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
