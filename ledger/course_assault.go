package ledger

import (
	"strings"
)

// The attack that a story is about is told in many words on its day, "seized the plant", "stormed the station", "opened fire on a bus", and its toll for weeks: one row.

// takings are words for how attackers take hold of a thing, which are no blows.
var takings = setOfStems("seize hijack storm overrun occupy capture stop halt ambush besiege take")

// assaultNouns are nouns for the attack that a story is about.
var assaultNouns = setOfStems("attack assault siege hijacking hijack standoff raid massacre bombing shooting ambush rampage takeover revolt riot explosion blast")

// bindAssault joins the courses that tell the attack of the day of which most reports tell, if no other day has half as many.
func (b *courses) bindAssault() {
	byDay := map[int32]int{}
	var roots []int32
	for i := range b.all {
		root := b.sets.find(int32(i))
		if it := &b.all[root].item; !b.assaults(root, int32(i)) || it.start == unknownDay || it.start != it.end {
			continue
		}
		byDay[b.all[root].item.start] += b.all[i].count
		roots = append(roots, root)
	}
	day, most, next := int32(unknownDay), 0, 0
	for _, r := range roots { // in canonical order
		d := b.all[b.sets.find(r)].item.start
		if n := byDay[d]; d != day && n > most {
			day, most, next = d, n, max(next, most)
		} else if d != day {
			next = max(next, n)
		}
	}
	if most < 3 || 2*next > most {
		return
	}
	main := int32(-1)
	for _, r := range roots {
		if it := &b.all[b.sets.find(r)].item; it.start == day && (main < 0 || b.all[r].count > b.all[main].count) {
			main = r
		}
	}
	b.all[b.sets.find(main)].item.cast.by |= attackers // so that what is done to them is no part of it
	for range 2 {                                      // what the second way of telling it was done to may be what a third tells
		for _, r := range roots {
			if m := &b.all[b.sets.find(main)].item; b.all[b.sets.find(r)].item.start == day && b.sameTarget(m, &b.all[b.sets.find(r)].item) {
				b.joinAt(main, r)
			}
		}
	}
	for i := range b.all {
		if h := b.all[i]; !h.past && b.tollOf(h, &b.all[b.sets.find(main)].item) {
			b.joinAt(main, int32(i))
		}
	}
}

// assaults reports whether an event of a course tells as news that somebody attacked, or took hold of a thing by force.
func (b *courses) assaults(root, i int32) bool {
	it, h := &b.all[root].item, b.all[i]
	if it.many || it.coming || h.past || h.item.cast.to&attackers != 0 || h.item.cast.by == troops || h.item.halts == cameToEnd {
		return false
	}
	return h.item.deed == blow || h.item.deed == otherDeed || takings[h.item.word()] && h.item.cast.by&attackers != 0
}

// sameTarget reports whether two assaults of one day name a thing or a place in common, or one of them names none.
func (b *courses) sameTarget(m, it *eventItem) bool {
	return shared(m.aims, it.aims) > 0 || spotsShared(m, it) || len(it.aims)+len(it.spots) == 0
}

// tollOf reports whether an event tells no more than how many the attack killed: by nobody else's hand, on no day of its own, in a sentence that speaks of it as known or gives a toll.
func (b *courses) tollOf(h *happening, main *eventItem) bool {
	known := false
	for _, m := range b.v.eventSets[h.set] {
		e, it := b.v.mention(m)
		src := &e.r.Events[it.n]
		if it.deed != death && it.deed != blow || it.many || it.coming || it.whole || !done(src.Status) {
			return false
		}
		if it.cast.to&attackers != 0 || it.cast.by == troops || e.day < main.start || e.day > main.start+knownFor {
			return false // by another hand, or in a report of another time
		}
		known = known || it.deed == death && e.numbers(src, "killed") && (it.toll || e.speaksOfAssault(it) && it.cast.by == 0)
	}
	return known
}

// speaksOfAssault reports whether the sentence of a mention speaks of an attack as known: "died in the attack".
func (e *entry) speaksOfAssault(it *eventItem) bool {
	text := it.sentence.Text(e.r.Article.Text)
	ws := words(text)
	for i, w := range ws {
		if i == 0 || !assaultNouns[w.stem] {
			continue
		}
		for _, o := range ws[max(0, i-3):i] {
			if t := strings.ToLower(o.Text(text)); t == "the" || t == "this" || t == "that" {
				return true
			}
		}
	}
	return false
}
