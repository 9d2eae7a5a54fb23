package ledger

import (
	"slices"
	"strings"

	"sayso/resolve"
)

// releaseStems are the words for that people are no longer held, whoever tells it: who was freed was released, handed over or rescued.
var releaseStems = setOfStems("free release rescue liberate hand")

// released is the measure of those set free; their number tells one release from another.
var released = hashString("released")

// release gives a mention of people set free their number.
func (x *extractor) release(it *eventItem, ev *resolve.Event) {
	if len(it.trigger) == 0 || !releaseStems[it.trigger[0]] || it.measure == killedMeasure || it.measure == injuredMeasure || len(ev.Targets) == 0 {
		return
	}
	n := 0
	for i, p := range ev.Targets {
		m := x.numbered(p)
		if i == 0 && m == 0 {
			return
		}
		n += m
	}
	it.measure, it.count = released, float64(n)
}

// numbered is how many a participant says that it is: 4 of "four women soldiers"; names are as many as they are, and 0 stands for any.
func (x *extractor) numbered(p resolve.Participant) int {
	ws := x.within(p.Span)
	for len(ws) > 1 { // "a total of 354 people"
		t := strings.ToLower(ws[0].Text(x.a.Text))
		if numberWord[foldString(t)] > 0 || !quantities[t] && t != "of" {
			break
		}
		ws = ws[1:]
	}
	for _, w := range ws[:min(3, len(ws))] {
		t := w.Text(x.a.Text)
		if n, ok := digits(t); ok {
			return n
		}
		if n := numberWord[foldString(t)]; n > 0 {
			return int(n)
		}
		if t == "other" || t == "others" || t == "more" {
			return 0
		}
	}
	names := 1
	for i, w := range ws {
		switch {
		case w.Text(x.a.Text) == "and":
			names++
		case !w.upper:
			return 0
		case i > 0 && strings.Contains(x.a.Text[ws[i-1].End:w.Start], ","):
			names++
		}
	}
	return names
}

// oneRelease reports whether two mentions tell that as many people were set free in one matter within a day, or are to be.
func oneRelease(ea *entry, a *eventItem, eb *entry, b *eventItem) bool {
	if a.measure != released || b.measure != released || a.count != b.count || a.count < 2 || a.background != b.background {
		return false
	}
	if a.coming || b.coming { // planned, put off, then done
		return ea.day != unknownDay && eb.day != unknownDay && daysApart(ea, eb) <= plannedDays && dot(ea.vec, eb.vec) >= oneMatter
	}
	af, at := a.days()
	bf, bt := b.days()
	if af == unknownDay || bf == unknownDay || at > bf+newsDays || bt > af+newsDays {
		return false
	}
	return af <= bt+1 && bf <= at+1 && dot(ea.vec, eb.vec) >= oneMatter
}

// othersActed reports whether two mentions that are no violence tell what others did to others: that Vale freed 90 prisoners, and rebels three women.
func othersActed(a, b *eventItem) bool {
	return a.deed == noDeed && b.deed == noDeed && !a.coming && !b.coming && a.doer != 0 && b.doer != 0 && a.doer != b.doer &&
		len(a.aims) > 0 && len(b.aims) > 0 && shared(a.aims, b.aims) == 0
}

// doers are the words, up to a preposition, of the first who does it.
func (x *extractor) doers(ev *resolve.Event) []word {
	for _, p := range ev.Actors {
		if p.Role != "" {
			continue
		}
		ws := x.within(p.Span)
		n := slices.IndexFunc(ws, func(w word) bool { return stopStems[w.stem] && w.Start > p.Start })
		if n < 0 {
			n = len(ws)
		}
		return slices.DeleteFunc(slices.Clone(ws[:n]), func(w word) bool { return stopStems[w.stem] })
	}
	return nil
}

// introduced reports whether a participant is spoken of as nobody or nothing that was named before.
func (x *extractor) introduced(p resolve.Participant) bool {
	ws := x.within(p.Span)
	if len(ws) == 0 || ws[0].upper && !ws[0].open {
		return false
	}
	t := strings.ToLower(ws[0].Text(x.a.Text))
	return !knownBefore[t] && !pronouns[t]
}

var knownBefore = setOf("the this that these those his her its their our such both all")

// doneToOthers reports whether one report tells in two sentences that the same was done to two, each spoken of for the first time: "police arrested a woman",
// "detained 46 other people".
func doneToOthers(a, b *eventItem) bool {
	return a.report == b.report && a.sentence != b.sentence && a.deed == noDeed && b.deed == noDeed && !a.coming && !b.coming && a.fresh && b.fresh && shared(a.aims, b.aims) == 0
}
