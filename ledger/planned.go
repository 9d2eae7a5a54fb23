package ledger

import (
	"regexp"
	"slices"
	"strings"

	"sayso/resolve"
)

// onePlanned reports whether two mentions in reports of one matter tell of one thing at two stages, planned, ordered or called for in the one, and planned, put off, done
// or given up in the other: by one verb, under any form, of the same thing, "will publish a study of births", "postponed the publication of the study"; or, on the day
// that was set, by the same ones, "nurses at the hospital will strike on Friday", "nurses walked out at the hospital on Friday".
func onePlanned(ea *entry, a *eventItem, eb *entry, b *eventItem) bool {
	x, y := &ea.r.Events[a.n], &eb.r.Events[b.n]
	if ea == eb || !x.Own && !y.Own || !a.coming && !b.coming || !a.plain() || !b.plain() || ea.day == unknownDay || eb.day == unknownDay || daysApart(ea, eb) > plannedDays {
		return false
	}
	if done(x.Status) && b.coming || a.kindOff(b) || dot(ea.vec, eb.vec) < oneMatter {
		return false // what is still to be done is none that was
	}
	day, off := sameDue(x, y)
	if off && (!a.coming || !b.coming) {
		return false
	}
	if !oneWord(a, b) && !synonyms(a, b) && !oneRoot(x.Trigger.Text(ea.r.Article.Text), y.Trigger.Text(eb.r.Article.Text)) {
		return day && a.coming != b.coming && shared(a.parts, b.parts) >= .5 && oneAppointment(a, b) && rareShared(a.parts, b.parts)
	}
	switch {
	case rareShared(a.aims, b.aims):
		return true
	case len(a.aims) > 0 && len(b.aims) > 0 && shared(a.aims, b.aims) == 0:
		return false
	case shared(a.parts, b.parts) == 0:
		return false
	}
	return day || len(a.aims) == 0 && len(b.aims) == 0 && rareShared(a.parts, b.parts)
}

// appointments are words for what is done on a day that is set, those of one line for one thing.
var appointments = func() map[uint32]int {
	m := map[uint32]int{}
	for i, line := range []string{"strike walkout walk stop down stoppage picket", "march rally protest demonstrate demonstration gather", "sail leave depart departure set embark go",
		"arrive arrival reach dock land come return", "meet meeting talk talks hold summit confer", "open reopen resume resumption reopening restart", "close closure shut shutdown", "evacuate evacuation clear leave",
		"publish publication release issue present", "vote approve adopt pass reject ballot", "hear hearing trial", "question hearing testify appear quiz", "address speech speak"} {
		for _, w := range strings.Fields(line) {
			m[hash32(stem([]byte(w)))] |= 1 << i
		}
	}
	return m
}()

// oneAppointment reports whether the words of two mentions can stand for one thing that is done on a day that is set.
func oneAppointment(a, b *eventItem) bool {
	return appointments[a.trigger[0]]&appointments[b.trigger[0]] != 0
}

// plain reports whether a mention is of no kind that has rules of its own for what is one.
func (it *eventItem) plain() bool {
	if it.order || it.exit || it.truce || it.pullout || it.deploys || it.fate != noFate || it.decides != noDecider || it.policy != 0 {
		return false
	}
	return (it.deed == noDeed || it.deed == blow && it.kind != "ASSAULT") && !it.background && !it.spoken && len(it.trigger) > 0
}

// kindOff reports whether one of two mentions tells that a thing is stopped or taken up again and the other something else.
func (it *eventItem) kindOff(o *eventItem) bool { return it.halts != o.halts }

// sameDue reports whether two events have their own days of which one at most lies between, and whether they have days that are further apart.
func sameDue(x, y *resolve.Event) (same, off bool) {
	if x.Time == nil || y.Time == nil {
		return false, false
	}
	af, at, bf, bt := parseDay(x.Time.Start), parseDay(x.Time.End), parseDay(y.Time.Start), parseDay(y.Time.End)
	if af == unknownDay || bf == unknownDay || at == unknownDay || bt == unknownDay {
		return false, false
	}
	if af > bt+1 || bf > at+1 {
		return false, true
	}
	return at-af <= newsDays && bt-bf <= newsDays, false
}

// synonyms reports whether the words of two mentions stand for one kind of event.
func synonyms(a, b *eventItem) bool {
	return len(a.trigger) == 1 && len(b.trigger) == 1 && senses()[pairKey(a.trigger[0], b.trigger[0])] == 1
}

// oneRoot reports whether two words are forms of one verb: "debate" and "debated", "sit" and "sitting".
func oneRoot(a, b string) bool {
	root := func(w string) string {
		w = strings.ToLower(w)
		for _, end := range []string{"ing", "ed", "es", "s", "e"} {
			if r, ok := strings.CutSuffix(w, end); ok && len(r) > 2 {
				w = r
				break
			}
		}
		if n := len(w); n > 3 && w[n-1] == w[n-2] {
			w = w[:n-1]
		}
		return w
	}
	return root(a) == root(b)
}

// rareShared reports whether two sorted lists of stems have one in common that is not in every report.
func rareShared(a, b []uint32) bool {
	for _, h := range a {
		if inSorted(b, h) && rarity().stem(h) >= actRare {
			return true
		}
	}
	return false
}

// plannedKeys bind what has a day of its own to come, or was done on one, to that day and to what is done to or who does it.
func (it *eventItem) plannedKeys(e *entry, keys []uint32) []uint32 {
	src := &e.r.Events[it.n]
	if !src.Own || !it.plain() || src.Time == nil || it.start == unknownDay || long(it) {
		return keys
	}
	n := 0
	for _, h := range it.parts {
		if n < 3 && rarity().stem(h) >= actRare {
			keys = append(keys, joinHash(151, []uint32{h, uint32(it.end)}))
			n++
		}
	}
	return keys
}

// asideOff reports whether one of two mentions is of what is to come and the other of how people speak and work: who "declined to comment" has not rejected
// the offer that the ministry may reject.
func asideOff(a, b *eventItem) bool {
	return a.coming != b.coming && len(a.trigger) > 0 && len(b.trigger) > 0 && asides[a.word()] != asides[b.word()] && !oneWord(a, b) && a.plain() && b.plain()
}

// stageOff reports whether a plan, or what is only possible, and a deed have nobody and nothing in common, by the words for who takes part in either: "plans to hire an auditor", "the
// coach was hired by a rival"; "unless prisoners were freed", "everybody was freed".
func stageOff(a, b *eventItem) bool {
	if a.coming == b.coming || !a.plain() || !b.plain() || len(a.parts) == 0 || len(b.parts) == 0 || spotsShared(a, b) {
		return false
	}
	all, other := a.aims, b.aims // who plans to hire somebody is not hired
	if len(all) == 0 || len(other) == 0 {
		all, other = a.parts, b.parts
	}
	if isSite := func(h uint32) bool { return siteStems[h] }; shared(all, other) > 0 || slices.ContainsFunc(all, isSite) != slices.ContainsFunc(other, isSite) {
		return false // "considering whether to evacuate the district", "evacuated 1,200 people"
	}
	for _, x := range all {
		for _, y := range other {
			if senses()[pairKey(x, y)] > 0 {
				return false // "will restart the plant", "the power station restarted"
			}
		}
	}
	return true
}

// behindNoun begins what a noun is of.
var behindNoun = regexp.MustCompile(` (?:of|for|on|in|at|to|from|with|against|over|about|that|which|who) `)
