package ledger

import (
	"slices"
	"strings"

	"sayso/resolve"
)

// One accident or disaster of a story has many words: "collapsed", "the tragedy", "the accident", "nineteen people died". Those that say neither when nor where it was
// mean the only one that they can mean; what gives another day, place or thing is another, and so is what is spoken of as new ("an accident at a pit").

// A befallen is what the mentions of one course say of an accident or disaster.
type befallen struct {
	kinds   kinds // what befell, as far as a word tells it
	tells   bool  // a word of it tells of an accident or disaster
	speaks  bool  // it speaks of one as known, "the tragedy", or in a sentence that does
	first   int32 // day of the first report of it
	reports int   // mentions of it outside background
	things  []uint32
}

// knownFor is for how many days after an accident it is spoken of as known.
const knownFor = 60

// bindIncidents joins the courses that speak of an accident or disaster as known with the only one of the story that they can mean.
func (b *courses) bindIncidents(story string) {
	all := map[int32]*befallen{}
	toll := b.v.disaster(b.v.recent(story)) != nil // then those who are told to have died are its dead
	var order []int32
	for i := range b.all {
		root := b.sets.find(int32(i))
		c := all[root]
		if c == nil {
			c = &befallen{first: unknownDay}
			all[root], order = c, append(order, root)
		}
		c.add(b.v, b.all[i])
		c.speaks = c.speaks || toll && c.kinds == 0 && b.diedOfIt(b.all[i])
	}
	var dated, loose []int32
	for _, root := range order {
		c, it := all[root], &b.all[root].item
		switch {
		case it.many || it.coming || len(it.sides) > 0 || c.kinds&ofArms != 0 || !c.tells && !c.speaks:
		case c.tells && (it.start != unknownDay && it.end-it.start <= 1 || it.start == unknownDay && it.to != 0):
			dated = append(dated, root)
		case c.speaks:
			loose = append(loose, root)
		}
	}
	for k, x := range dated { // of one day: "the disaster at the market on Monday"
		for _, y := range dated[:k] {
			one := spotsShared(&b.all[b.sets.find(x)].item, &b.all[b.sets.find(y)].item) || shared(all[b.sets.find(x)].things, all[b.sets.find(y)].things) > 0
			if one = one || b.bareOfDay(x, y, all); one && b.oneDisaster(x, y, all) {
				b.uniteIncident(y, x, all)
				break
			}
		}
	}
	for _, x := range loose {
		if y := b.meant(x, dated, all); y >= 0 {
			b.uniteIncident(y, x, all)
		}
	}
}

// diedOfIt reports whether an event tells no more than how many died, by nobody's hand and on no day of its own, as a disaster's reports do: "29 people were killed on the ground".
func (b *courses) diedOfIt(h *happening) bool {
	return !slices.ContainsFunc(b.v.eventSets[h.set], func(m int32) bool {
		e, it := b.v.mention(m)
		src := &e.r.Events[it.n]
		if it.deed != death || it.start != unknownDay || it.many || it.coming || it.background || !done(src.Status) {
			return true
		}
		return !e.numbers(src, "killed") || len(src.Actors) > 0 && !dieStems[it.word()]
	})
}

// numbers reports whether a report gives a number of some measure for an event.
func (e *entry) numbers(src *resolve.Event, measure string) bool {
	return slices.ContainsFunc(e.r.Figures, func(f resolve.Figure) bool { return f.Event == src.ID && f.Measure == measure })
}

// bareOfDay reports whether two courses are of one day and one kind, and one of them names neither a thing nor a place: "The crash killed 240 people on Thursday".
func (b *courses) bareOfDay(x, y int32, all map[int32]*befallen) bool {
	i, k := b.sets.find(x), b.sets.find(y)
	ix, iy, cx, cy := &b.all[i].item, &b.all[k].item, all[i], all[k]
	bare := len(cx.things)+len(ix.spots) == 0 || len(cy.things)+len(iy.spots) == 0
	return bare && ix.start != unknownDay && ix.start == iy.start && ix.end == iy.end && cx.kinds&cy.kinds != 0
}

// meant is the only accident that a course can mean, or the one that far more reports tell than any other that it can, or -1.
func (b *courses) meant(x int32, dated []int32, all map[int32]*befallen) int32 {
	best, tied, worth := int32(-1), false, 0
	for _, y := range dated {
		r := b.sets.find(y)
		if r == b.sets.find(x) || r == best || !b.oneDisaster(x, y, all) {
			continue
		}
		w := b.worth(x, r, all)
		if w >= clearly*worth {
			best, tied, worth = r, false, w
		} else if clearly*w > worth {
			tied, worth = true, max(w, worth)
		}
	}
	if tied {
		return -1
	}
	return best
}

// clearly is how many times as much speaks for one accident as for another where it is the one that is meant.
const clearly = 3

// worth is what speaks for it that course x means accident y: how many reports tell that, and what both name.
func (b *courses) worth(x, y int32, all map[int32]*befallen) int {
	cx, cy, w := all[b.sets.find(x)], all[y], max(1, all[y].reports)
	if shared(cx.things, cy.things) > 0 {
		w *= clearly
	}
	if spotsShared(&b.all[x].item, &b.all[y].item) {
		w *= clearly * clearly
	}
	return w
}

// uniteIncident makes one course of two.
func (b *courses) uniteIncident(x, y int32, all map[int32]*befallen) {
	i, k := b.sets.find(x), b.sets.find(y)
	if i == k {
		return
	}
	one, other := all[i], all[k]
	one.kinds |= other.kinds
	one.things = sortedSet(append(slices.Clone(one.things), other.things...))
	one.first = min(one.first, other.first)
	one.reports += other.reports
	root := min(i, k)
	all[root] = one
	b.all[root].item.absorb(&b.all[i+k-root].item)
	b.sets.join(root, i+k-root)
}

// oneDisaster reports whether course x can be of the accident that course y tells with its day.
func (b *courses) oneDisaster(x, y int32, all map[int32]*befallen) bool {
	y = b.sets.find(y)
	cx, cy, ix, iy := all[b.sets.find(x)], all[y], &b.all[x].item, &b.all[y].item
	if p := partedBy(iy, ix); p != together && p != byCount && !(p == bySpot && wideSpots(ix, iy)) {
		return false
	}
	shareThing := shared(cx.things, cy.things) > 0
	switch {
	case len(cx.things) > 0 && len(cy.things) > 0 && !shareThing && !spotsShared(ix, iy):
		return false
	case slices.ContainsFunc(ix.spots, func(s spot) bool { return !s.wide }) && !spotsShared(ix, iy) && !shareThing:
		return false // it has a place, which is not known to be this one's
	case cx.kinds&^ofArms != 0 && cx.kinds&cy.kinds == 0 && !spotsShared(ix, iy):
		return false
	}
	day := iy.start
	if day == unknownDay {
		day = iy.from
	}
	return cx.first >= day && cx.first <= day+knownFor
}

// wideSpots reports whether a mention names only provinces or the like, and the other places of the same land, which may lie in them: a gazetteer does not say of all.
func wideSpots(a, b *eventItem) bool {
	return !slices.ContainsFunc(a.spots, func(s spot) bool {
		return !s.wide || !slices.ContainsFunc(b.spots, func(t spot) bool { return !t.wide && shared(sortedCopy(s.within), sortedCopy(t.within)) > 0 })
	})
}

// add takes in what the mentions of an event say.
func (c *befallen) add(v *View, h *happening) {
	for _, m := range v.eventSets[h.set] {
		e, it := v.mention(m)
		c.first = min(c.first, e.day)
		c.reports += boolInt(!it.background)
		for _, t := range it.trigger {
			c.kinds |= kindOfStem[t]
			c.tells = c.tells || calamity(t)
		}
		if it.deed == death || it.deed == wound { // "a fire on a ferry killed nine people"
			for _, f := range it.around {
				if calamity(f.stem) {
					c.kinds, c.tells = c.kinds|kindOfStem[f.stem], true
				}
			}
		}
		for _, a := range it.aims {
			if things[a] && !slices.Contains(c.things, a) {
				c.things = append(c.things, a)
			}
		}
		c.speaks = c.speaks || (it.deed == death || it.deed == wound || it.deed == wreck || c.tells) && !it.diesAlone() && e.asKnown(it)
	}
	slices.Sort(c.things)
}

// neutralStems are nouns for any accident or disaster.
var neutralStems = setOfStems("accident disaster tragedy catastrophe calamity")

// asKnown reports whether the sentence of a mention speaks of an accident or disaster as known: "the tragedy", "after its roof fell in".
func (e *entry) asKnown(it *eventItem) bool {
	if !slices.ContainsFunc(it.around, func(f feature) bool { return calamity(f.stem) }) {
		return false
	}
	text := it.sentence.Text(e.r.Article.Text)
	ws := words(text)
	for i, w := range ws {
		if !calamity(w.stem) || i+1 < len(ws) && brigade[ws[i+1].stem] {
			continue
		}
		for k := i - 1; k >= max(0, i-4); k-- {
			switch t := strings.ToLower(ws[k].Text(text)); {
			case t == "the" || t == "this" || t == "that" || t == "its" || possessive(text[ws[k].End:]) > 0:
				return true
			case t == "a" || t == "an" || t == "another" || strings.ContainsAny(text[ws[k].End:ws[k+1].Start], ",;:"):
				k = -1
			}
		}
	}
	return false
}

// calamity reports whether a word is one for an accident or disaster, and none for what meets with one or for a season.
func calamity(stem uint32) bool {
	return neutralStems[stem] || kindOfStem[stem]&^(ofArms|lasting) != 0 && !things[stem] && !seasons[stem]
}

// seasons are words for weather that is no disaster by itself.
var seasons = setOfStems("rain monsoon storm dyke levee")
