package ledger

import (
	"fmt"
	"slices"
	"strings"

	"sayso/article"
	"sayso/resolve"
)

// EventsIn are the events across reports that those of a report's present text are of, by their ids in the reading.
func (v *View) EventsIn(report string) map[string]string {
	out := map[string]string{}
	n, ok := v.reportByID(report)
	if !ok {
		return out
	}
	e := v.entries[n]
	for i := range e.events {
		out[e.r.Events[e.events[i].n].ID] = v.eventSetID(int(v.eventOf[v.eventBase[n]+int32(i)]))
	}
	return out
}

// eventNear is the probability from which two mentions are near enough to say why they are not one event.
const (
	eventNear  = .08
	eventOther = .16 // the same for words that do not stand for one event by themselves
)

// RefusedEvents are the events nearest to the one with that id that are others, with why.
func (v *View) RefusedEvents(id string) Refused {
	set, ok := v.lookup('e', id)
	if !ok {
		return Refused{}
	}
	members := v.members(v.event, v.eventSets[set])
	r := newRivals()
	for _, n := range v.neighbours(v.event[members[0]].entry) {
		for i := range v.entries[n].events {
			m := v.eventBase[n] + int32(i)
			if other := v.eventOf[m]; other >= 0 && int(other) != set {
				v.offerEvent(r, members, other, m)
			}
		}
	}
	return r.refused(func(x rival) Link {
		a, b := v.inOrder(v.event, x.a, x.b)
		link := v.eventPairOf(a, b)
		link.Verdict, link.Reason, link.Other = Distinct, v.whyTwoEvents(a, b), v.eventSetID(int(x.set))
		return link
	})
}

// offerEvent enters the event of mention m with the member that it is likest.
func (v *View) offerEvent(r *rivals, members []int32, other, m int32) {
	eb := v.entries[v.event[m].entry]
	b := &eb.events[v.event[m].n]
	for _, k := range members {
		ea := v.entries[v.event[k].entry]
		a := &ea.events[v.event[k].n]
		kind := oneKind(a, b)
		if ea.key == eb.key || !kind && dot(a.around, b.around) < .5 {
			continue
		}
		least := eventNear
		if !kind {
			least = eventOther
		}
		x, y := v.inOrder(v.event, k, m)
		ex, ey := v.entries[v.event[x].entry], v.entries[v.event[y].entry]
		if p := pairScore(eventFeatures(ex, &ex.events[v.event[x].n], ey, &ey.events[v.event[y].n])); p >= least {
			r.offer(other, k, m, float32(p))
		}
	}
}

// oneKind reports whether two triggers can stand for one event.
func oneKind(a, b *eventItem) bool {
	sense, known := senses(), loadedPair().pairs
	for _, x := range a.trigger {
		for _, y := range b.trigger {
			if k := pairKey(x, y); x == y || sense[k] > 0 || known[k] > 0 {
				return true
			}
		}
	}
	return false
}

// eventPairOf is the words of two mentions as a link.
func (v *View) eventPairOf(a, b int32) Link {
	x, y := v.event[a], v.event[b]
	ea, eb := v.entries[x.entry], v.entries[y.entry]
	return Link{Earlier: v.ref(x.entry, ea.r.Events[ea.events[x.n].n].Trigger), Later: v.ref(y.entry, eb.r.Events[eb.events[y.n].n].Trigger)}
}

// eventLink is why b is of one event with a, which it hangs on.
func (v *View) eventLink(a, b int32) Link {
	x, y := v.event[a], v.event[b]
	ea, eb := v.entries[x.entry], v.entries[y.entry]
	link := v.eventPairOf(a, b)
	link.Verdict, link.Reason = Same, eventReason(ea, &ea.events[x.n], eb, &eb.events[y.n])
	return link
}

// eventReason tells what speaks for one event, in words of both reports.
func eventReason(ea *entry, a *eventItem, eb *entry, b *eventItem) string {
	why := []string{triggerReason(ea, a, eb, b)}
	if common := commonOf(a.around, b.around, eb.r.Article.Text, []article.Span{b.sentence}, 5); len(common) > 0 {
		why = append(why, "both sentences with "+strings.Join(common, ", "))
	}
	if a.start != unknownDay && b.start != unknownDay {
		why = append(why, onDays(a, b))
	}
	return strings.Join(why, "; ")
}

// triggerReason says how the words of two mentions stand to each other.
func triggerReason(ea *entry, a *eventItem, eb *entry, b *eventItem) string {
	f := eventFeatures(ea, a, eb, b)
	ta, tb := ea.r.Events[a.n].Trigger.Text(ea.r.Article.Text), eb.r.Events[b.n].Trigger.Text(eb.r.Article.Text)
	switch {
	case ta == tb:
		return fmt.Sprintf("the same word, “%s”", ta)
	case f[fSameTrigger] > 0:
		return fmt.Sprintf("the same word, “%s” and “%s”", ta, tb)
	case f[fKnownPair] > 0 || f[fSynonym] > 0:
		return fmt.Sprintf("“%s” and “%s” can stand for one event", ta, tb)
	}
	return fmt.Sprintf("“%s” and “%s”", ta, tb)
}

func onDays(a, b *eventItem) string {
	if a.start == b.start {
		return "both on " + dayString(a.start)
	}
	return fmt.Sprintf("on %s and %s", dayString(a.start), dayString(b.start))
}

// whyTwoEvents is why the mentions a and b, in canonical order, are of two events.
func (v *View) whyTwoEvents(a, b int32) string {
	x, y := v.event[a], v.event[b]
	ea, eb := v.entries[x.entry], v.entries[y.entry]
	ia, ib := &ea.events[x.n], &eb.events[y.n]
	if why := longAgo(ea, eb, eventDays); why != "" {
		return why
	}
	if why := eventsApartBy(ea, ia, eb, ib); why != "" {
		return why
	}
	if pairScore(eventFeatures(ea, ia, eb, ib)) < eventAlike {
		return littleInCommon(ea, ia, eb, ib)
	}
	if p := v.eventParent[b]; p >= 0 && v.eventOf[p] != v.eventOf[a] {
		at := v.event[p]
		e := v.entries[at.entry]
		return fmt.Sprintf("alike, but the later is more like “%s” of %s", clip(e.events[at.n].sentence.Text(e.r.Article.Text), 90), label(e))
	}
	if day := v.otherDay(a, ib); day != "" {
		return "alike, but " + day
	}
	return "alike, but each hangs on a mention of its own that is more like it"
}

// otherDay names a day that other mentions of a's event have and b cannot be on, or "".
func (v *View) otherDay(a int32, b *eventItem) string {
	for _, m := range v.eventSets[v.eventOf[a]] {
		at := v.event[m]
		if it := &v.entries[at.entry].events[at.n]; daysOff(it, b) {
			return fmt.Sprintf("another mention of the one is of %s, and this one of %s", dayString(it.start), dayString(b.start))
		}
	}
	return ""
}

// eventsApartBy says in words what [eventsApart] goes by, or "".
func eventsApartBy(ea *entry, a *eventItem, eb *entry, b *eventItem) string {
	ta, tb := ea.r.Article.Text, eb.r.Article.Text
	switch partedBy(a, b) {
	case byOrdinal:
		return "told apart by " + ordinalWords(ea, a, eb, b)
	case byDay:
		if a.start == unknownDay || b.start == unknownDay {
			return "the one is recalled as of a day long before, the other told as news"
		}
		return fmt.Sprintf("one on %s, the other on %s", daysOfEvent(a), daysOfEvent(b))
	case byPlace:
		return fmt.Sprintf("one at “%s”, the other at “%s”", ea.r.Events[a.n].Place.Name, eb.r.Events[b.n].Place.Name)
	case bySpot:
		return fmt.Sprintf("one at “%s”, the other at “%s”", a.spots[0].at.Text(ta), b.spots[0].at.Text(tb))
	case bySide:
		return "another side acts in the one than in the other"
	case byAim:
		return "what the one plans is to be done to another thing than what the other did"
	case byVictim:
		return "others were killed in the one than in the other"
	case byRole:
		return "others do it, or it is done to others, in the one than in the other"
	case byScope:
		if b.many {
			return "the one is a single incident, the other tells of many"
		}
		return "the one tells of many incidents, the other of a single one"
	case byCount:
		return fmt.Sprintf("one has %g, the other %g, and the reports are of different days", a.count, b.count)
	}
	return ""
}

func daysOfEvent(it *eventItem) string {
	from, to := it.days()
	if from == to {
		return dayString(from)
	}
	return dayString(from) + " to " + dayString(to)
}

// ordinalWords quotes the mentions with the ordinal that tells them apart.
func ordinalWords(ea *entry, a *eventItem, eb *entry, b *eventItem) string {
	quoted := func(e *entry, it *eventItem) string {
		text := e.r.Article.Text
		t := e.r.Events[it.n].Trigger
		ws := words(it.sentence.Text(text))
		s := t
		for _, w := range ws {
			at := article.Span{Start: w.Start + it.sentence.Start, End: w.End + it.sentence.Start}
			if n := ordinals[w.hash]; n > 0 && n == it.ordinal && at.Start > t.Start-40 && at.End < t.End+40 {
				s = article.Span{Start: min(at.Start, t.Start), End: max(at.End, t.End)}
				break
			}
		}
		return "“" + clip(s.Text(text), 60) + "”"
	}
	return quoted(ea, a) + " and " + quoted(eb, b)
}

// littleInCommon says what two mentions share, and what speaks against one event.
func littleInCommon(ea *entry, a *eventItem, eb *entry, b *eventItem) string {
	why := []string{triggerReason(ea, a, eb, b)}
	if common := commonOf(a.around.without(b.trigger), b.around, eb.r.Article.Text, []article.Span{b.sentence}, 4); len(common) > 0 {
		why = append(why, "else of their sentences only "+strings.Join(common, ", ")+" in common")
	} else {
		why = append(why, "nothing else of their sentences in common")
	}
	f := eventFeatures(ea, a, eb, b)
	va, vb := &ea.r.Events[a.n], &eb.r.Events[b.n]
	if wa, wb := partsOf(va), partsOf(vb); f[fPartsApart] > 0 && wa != "" && wb != "" {
		why = append(why, fmt.Sprintf("“%s” in the one, “%s” in the other", wa, wb))
	}
	if f[fTimeApart] > 0 {
		why = append(why, fmt.Sprintf("one on %s, the other on %s", daysOfEvent(a), daysOfEvent(b)))
	}
	if f[fPlaceApart] > 0 {
		why = append(why, fmt.Sprintf("one at “%s”, the other at “%s”", va.Place.Name, vb.Place.Name))
	}
	return strings.Join(why, "; ")
}

// without is v without some stems.
func (v vector) without(stems []uint32) vector {
	return slices.DeleteFunc(slices.Clone(v), func(f feature) bool { return slices.Contains(stems, f.stem) })
}

// partsOf names who takes part in an event, or "".
func partsOf(ev *resolve.Event) string {
	var names []string
	for _, p := range append(append([]resolve.Participant(nil), ev.Actors...), ev.Targets...) {
		if p.Name != "" && len(names) < 2 {
			names = append(names, p.Name)
		}
	}
	return strings.Join(names, " → ")
}
