package ledger

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/resolve"
)

// Which events of a story are one course: by what binds their mentions.

// bind joins the events of one happening: told in one sentence, a blow with those it killed; or of one place and day.
func (b *courses) bind(story string) {
	for _, n := range b.v.recent(story) {
		e := b.v.entries[n]
		b.bindSpokenOf(n, e)
		for i := range e.events {
			for k := i + 1; k < len(e.events) && e.events[k].sentence == e.events[i].sentence; k++ {
				if x, y := &e.events[i], &e.events[k]; x.oneDeed(e, y) {
					b.join(b.v.eventOf[b.v.eventBase[n]+int32(i)], b.v.eventOf[b.v.eventBase[n]+int32(k)])
				}
			}
		}
	}
	at := map[uint64][]int32{}
	for i := range b.all {
		b.bindAt(at, int32(i))
	}
	b.bindEnds()
	b.bindExits()
	b.bindRecalled()
	b.bindAssault()
	b.bindIncidents(story)
}

// bindExits joins what tells that somebody was dismissed, and not who, "his ouster set off a revolt", with the only dismissal of the story by name of which far more reports tell.
func (b *courses) bindExits() {
	best, worth, next := int32(-1), 0, 0
	for i, h := range b.all {
		if !h.item.exit || len(h.item.victims) == 0 || h.past || !b.dismisses(h) {
			continue
		}
		if h.count > worth {
			best, worth, next = int32(i), h.count, worth
		} else {
			next = max(next, h.count)
		}
	}
	if best < 0 || worth < clearly*next {
		return
	}
	for i, h := range b.all {
		if h.item.exit && len(h.item.victims) == 0 && !h.item.coming && b.dismisses(h) {
			b.joinAt(best, int32(i))
		}
	}
}

// dismissals are words for that others make somebody leave.
var dismissals = setOfStems("fire firing sack sacking dismiss dismissal oust ouster remove removal")

// dismisses reports whether a mention of an event tells it by a word for that others make somebody leave.
func (b *courses) dismisses(h *happening) bool {
	return slices.ContainsFunc(b.v.eventSets[h.set], func(m int32) bool { _, it := b.v.mention(m); return dismissals[it.word()] })
}

// bindRecalled joins what reports recall of one place and time, however closely each gives it: "in November last year", "on November 9".
func (b *courses) bindRecalled() {
	var past []int32
	for i := range b.all {
		if !b.all[i].past {
			continue
		}
		for k, h := range b.all { // a report of July that recalls what the story's reports of June told
			if !h.past && h.item.deed != noDeed && h.item.start != unknownDay && h.item.start == b.all[i].item.start && h.item.end == b.all[i].item.end {
				b.joinAt(int32(k), int32(i))
				break
			}
		}
		for _, o := range past[:min(len(past), roomAt)] {
			x, y := &b.all[b.sets.find(o)].item, &b.all[i].item
			if x.start <= y.end && y.start <= x.end && spotsShared(x, y) {
				b.joinAt(o, int32(i))
			}
		}
		past = append(past, int32(i))
	}
}

// bindEnds joins what tells that a siege or its like is over: "the standoff ended", "the operation was concluded". Those of two days are of two.
func (b *courses) bindEnds() {
	var ends []int32
	for i := range b.all {
		if b.all[i].item.halts != cameToEnd {
			continue
		}
		for _, o := range ends {
			b.joinAt(o, int32(i))
		}
		ends = append(ends, int32(i))
	}
}

// bindSpokenOf joins "the attack", "the raid" of a report with the deed that it told first, where nothing tells the two apart.
func (b *courses) bindSpokenOf(n int32, e *entry) {
	text, first := e.r.Article.Text, -1
	for i := range e.events {
		it := &e.events[i]
		if it.deed == noDeed || it.coming || it.background || it.many {
			continue
		}
		t := e.r.Events[it.n].Trigger
		switch {
		case first < 0:
			first = i
		case it.deed == blow && t.Start >= 4 && strings.EqualFold(text[t.Start-4:t.Start], "the ") && (!eventsApart(&e.events[first], it) || it.ordinal == 0 && partedBy(&e.events[first], it) == byOrdinal):
			b.join(b.v.eventOf[b.v.eventBase[n]+int32(first)], b.v.eventOf[b.v.eventBase[n]+int32(i)])
		}
	}
}

// roomAt is how many events of one place or aim and day are held against a further one.
const roomAt = 12

// bindAt joins event i to those of its place and day, and to those of its deed, day and aims.
func (b *courses) bindAt(at map[uint64][]int32, i int32) {
	it := &b.all[i].item
	if it.deed == noDeed || it.start == unknownDay || long(it) || it.coming {
		return
	}
	meet := func(key uint32, one func(*eventItem) bool) {
		for day := it.start; day <= it.start+1; day++ {
			k := uint64(key)<<32 | uint64(uint32(day))
			for _, o := range at[k] {
				if one(&b.all[o].item) {
					b.joinAt(o, i)
				}
			}
			if len(at[k]) < roomAt {
				at[k] = append(at[k], i)
			}
		}
	}
	for _, s := range it.spots {
		meet(s.key, func(*eventItem) bool { return true })
	}
	if it.ordinal > 1 && it.ordinal < another {
		meet(joinHash(71, []uint32{uint32(it.ordinal)}), func(o *eventItem) bool { return o.deed == it.deed && o.ordinal == it.ordinal })
	}
	if (it.measure == killedMeasure || it.measure == injuredMeasure) && it.count > 2 { // "killed six at once" and "killed six in Tarnby", on one day
		meet(joinHash(103, []uint32{it.measure, uint32(it.count)}), func(o *eventItem) bool { return o.deed == it.deed && o.measure == it.measure && o.count == it.count })
	}
	for _, a := range it.rareAims() {
		meet(mix(a), func(o *eventItem) bool { return o.deed == it.deed && sameAims(o, it) })
	}
}

// oneDeed reports whether two mentions of one sentence tell one deed: a blow and those it killed or wounded, or "the strikes hit homes".
func (it *eventItem) oneDeed(e *entry, o *eventItem) bool {
	if it.deed == noDeed || o.deed == noDeed || it.many != o.many || it.coming != o.coming || it.background != o.background || e.answers(it, o) || e.spokenOfBy(it, o) {
		return false
	}
	if p := partedBy(it, o); p == byOrdinal && it.deed != o.deed && (e.r.Events[o.n].Clause.Contains(e.r.Events[it.n].Trigger) || o.ordinal == 0 && e.byParticiple(o)) {
		return true // "a second strike killed four", "launched a second strike, killing four"
	} else if p != together {
		return false
	}
	if it.deed != o.deed && it.deed != otherDeed && o.deed != otherDeed {
		return true
	}
	return it.doneBy(e, o) || o.doneBy(e, it)
}

// answers reports whether the first of two mentions of one sentence is what somebody did because of the second: "executed seven men after a drone attacked its camp".
func (e *entry) answers(it, o *eventItem) bool {
	x, y := &e.r.Events[it.n], &e.r.Events[o.n]
	if x.Trigger.End > y.Trigger.Start || len(x.Actors) == 0 || x.Nominal {
		return false
	}
	text := strings.ToLower(e.r.Article.Text)
	switch before := strings.Fields(text[max(0, x.Trigger.Start-12):x.Trigger.Start]); {
	case len(before) == 0:
	case be[before[len(before)-1]]:
		return false // "five are killed after a device explodes"
	}
	between := text[x.Trigger.End:y.Trigger.Start]
	return containsAny(between, " after ", " retaliation ", " revenge ", " response ", " reprisal ")
}

// be are forms of the verb by which something is done to its subject.
var be = setOf("is are was were be been being")

// spokenOfBy reports whether the first of two mentions of one sentence is a noun for what somebody claims, condemns or the like, and the second stands in a clause of its own: "the
// Front, which claimed the attack, said it had killed 60 captives".
func (e *entry) spokenOfBy(it, o *eventItem) bool {
	x, y, text := &e.r.Events[it.n], &e.r.Events[o.n], e.r.Article.Text
	if !x.Nominal || x.Trigger.End > y.Trigger.Start || !strings.Contains(text[x.Trigger.End:y.Trigger.Start], ",") {
		return false
	}
	return slices.ContainsFunc(x.Because, func(s article.Span) bool { return anyIn(stemsOf(s.Text(text)), speakingOf) })
}

// speakingOf are verbs of those who speak of a deed.
var speakingOf = setOfStems("claim condemn denounce link deny disown praise hail")

// byParticiple reports whether a mention is told as what the deed before it did: "…, killing four".
func (e *entry) byParticiple(it *eventItem) bool {
	return strings.HasSuffix(e.r.Events[it.n].Trigger.Text(e.r.Article.Text), "ing")
}

// doneBy reports whether o is what does it: the strikes of "the strikes hit homes"; or what it launches: "launched strikes".
func (it *eventItem) doneBy(e *entry, o *eventItem) bool {
	ev, t := &e.r.Events[it.n], e.r.Events[o.n].Trigger
	has := func(p resolve.Participant) bool { return p.Span.Contains(t) }
	return slices.ContainsFunc(ev.Actors, has) || slices.ContainsFunc(ev.Targets, has)
}

func (b *courses) join(x, y int32) {
	i, ok := b.at[int(x)]
	j, also := b.at[int(y)]
	if ok && also && x != y {
		b.unite(int32(i), int32(j), true)
	}
}

func (b *courses) joinAt(i, j int32) { b.unite(i, j, false) }

// unite makes one course of two, unless something tells what they have gathered apart; where one report binds them, "second" does not.
func (b *courses) unite(i, j int32, bound bool) {
	x, y := b.sets.find(i), b.sets.find(j)
	if x == y {
		return
	}
	if p := partedBy(&b.all[x].item, &b.all[y].item); p != together && !(bound && p == byOrdinal && (b.all[x].item.deed != b.all[y].item.deed || min(b.all[x].item.ordinal, b.all[y].item.ordinal) == 0)) {
		return
	}
	x, y = min(x, y), max(x, y)
	b.all[x].item.absorb(&b.all[y].item)
	b.sets.join(x, y)
}
