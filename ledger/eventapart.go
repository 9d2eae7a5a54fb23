package ledger

import (
	"cmp"
	"slices"

	"sayso/resolve"
)

// eventsApart reports whether something tells the events apart whatever their words: an ordinal, the day, the place, the side that acts,
// the name of who was killed, many deeds against one, or another count of the same measure.
func eventsApart(a, b *eventItem) bool { return partedBy(a, b) != together }

// A parting is what tells two events apart.
type parting uint8

const (
	together parting = iota
	byOrdinal
	byDay
	byPlace
	bySpot
	bySide
	byAim
	byVictim
	byRole
	byScope
	byCount
)

func partedBy(a, b *eventItem) parting {
	switch {
	case ordinalsOff(a, b), a.newWreck(b), b.newWreck(a):
		return byOrdinal
	case daysOff(a, b), a.longBefore(b), b.longBefore(a):
		return byDay
	case spotsOff(a, b) && !oneTarget(a, b):
		return bySpot
	case placesOff(a, b) && !spotsShared(a, b) && !oneTarget(a, b):
		return byPlace
	case sidesOff(a, b), pulloutsOff(a, b), decisionsOff(a, b), deploymentsOff(a, b):
		return bySide
	case aimsOff(a, b) || ordersOff(a, b):
		return byAim
	case victimsOff(a, b):
		return byVictim
	case rolesApart(a.cast, b.cast):
		return byRole
	case a.deed != noDeed && b.deed != noDeed && a.many != b.many:
		return byScope
	case countsOff(a, b):
		return byCount
	}
	return together
}

// longBefore reports whether a deed is only recalled, as one of weeks or years ago, and the other is told as news: "a soldier died in the rescue" beside "in November a bomber
// killed 26".
func (it *eventItem) longBefore(o *eventItem) bool {
	if it.deed == noDeed || o.deed == noDeed || !it.background || o.background || o.coming || o.start != unknownDay {
		return false
	}
	return it.end != unknownDay && o.told != unknownDay && it.end < o.told-rowAfter
}

// ordinalsOff reports whether the mentions have ordinals that cannot be one event's. "The fifth strike" of one report is "a strike" of another
// on its day; a second strike on a day when there was a first is not, nor is "another" in the report that speaks of the one before it.
func ordinalsOff(a, b *eventItem) bool {
	x, y := min(a.ordinal, b.ordinal), max(a.ordinal, b.ordinal)
	switch {
	case x == y, a.oneSpeech(b), x == 0 && y > highOrdinal:
		return false
	case y <= 2 && oneSpotAndDay(a, b), y == another && a.plan && b.plan: // "a new operation" is planned where there was one before
		return false
	case x > another || y == 2:
		return true
	case a.report == b.report:
		return a.sentence != b.sentence
	}
	return daysOff(a, b) || !dated(a) || !dated(b)
}

// newWreck reports whether an accident is told in one report with another before it as one not yet spoken of: "earlier this year the north suffered a quake".
func (it *eventItem) newWreck(before *eventItem) bool {
	return it.report == before.report && it.deed == wreck && before.deed == wreck && it.indirect && before.sentence.End <= it.sentence.Start
}

// highOrdinal is the place in a series beyond which reports that name none may mean the same: "the 23rd film" is mostly "the film".
const highOrdinal = 20

// dated reports whether it is known within some days when a mention was.
func dated(it *eventItem) bool {
	from, to := it.days()
	return from != unknownDay && to != unknownDay && to-from <= newsDays
}

// countsOff reports whether the mentions have other counts of one measure, and are of reports of other days or not of one place and day:
// the toll of one incident grows within days.
func countsOff(a, b *eventItem) bool {
	if a.measure == 0 || a.measure != b.measure || a.count == b.count || oneSpotAndDay(a, b) {
		return false
	}
	return a.told > b.told+2 || b.told > a.told+2
}

// spotsOff reports whether both mentions name places and none of the one can be one of the other's or in it or about it.
func spotsOff(a, b *eventItem) bool {
	if a.deed == noDeed || b.deed == noDeed || len(a.spots) == 0 || len(b.spots) == 0 {
		return false
	}
	compared := false
	for i := range a.spots {
		for j := range b.spots {
			s, t := &a.spots[i], &b.spots[j]
			if s.meets(t) {
				return false
			}
			compared = compared || s.sea == t.sea && !s.loose && !t.loose
		}
	}
	return compared
}

// meets reports whether two places are one, or one is known to be in the other.
func (s *spot) meets(t *spot) bool {
	return s.key == t.key || slices.Contains(s.within, t.key) || slices.Contains(t.within, s.key)
}

// spotsShared reports whether the mentions name a place in common.
func spotsShared(a, b *eventItem) bool {
	for i := range a.spots {
		for j := range b.spots {
			if a.spots[i].meets(&b.spots[j]) {
				return true
			}
		}
	}
	return false
}

// narrowShared reports whether the mentions name a place in common that is no sea and no province.
func narrowShared(a, b *eventItem) bool {
	for i := range a.spots {
		for j := range b.spots {
			if s := &a.spots[i]; s.key == b.spots[j].key && !s.sea && !s.wide {
				return true
			}
		}
	}
	return false
}

// oneSpotAndDay reports whether two mentions are of one named place and one day, as news tells days.
func oneSpotAndDay(a, b *eventItem) bool {
	return a.deed != noDeed && b.deed != noDeed && a.start != unknownDay && b.start != unknownDay && !long(a) && !long(b) && !daysOff(a, b) && spotsShared(a, b)
}

// sidesOff reports whether other countries act in the one than in the other.
func sidesOff(a, b *eventItem) bool {
	if a.deed == noDeed || b.deed == noDeed {
		return false
	}
	return len(a.sides) > 0 && len(b.sides) > 0 && shared(a.sides, b.sides) == 0 || shared(a.foes, b.sides) > 0 || shared(b.foes, a.sides) > 0
}

// aimsOff reports whether what is to be done is to be done to other things than what was: a raid on a depot is considered, strikes on boats
// have happened.
func aimsOff(a, b *eventItem) bool {
	if a.deed == noDeed || b.deed == noDeed || a.coming == b.coming {
		return false
	}
	if d := pick(a.coming, b, a); d.background || d.indirect { // "a strike last month" is not the one that is considered
		return shared(a.aims, b.aims) == 0 && !spotsShared(a, b)
	}
	if (a.wished || b.wished) && (a.told != b.told || a.told == unknownDay) { // "we will strike and bomb it" tells not what
		return shared(a.aims, b.aims) == 0 && !spotsShared(a, b)
	}
	return len(a.aims) > 0 && len(b.aims) > 0 && shared(a.aims, b.aims) == 0
}

func pick(first bool, a, b *eventItem) *eventItem {
	if first {
		return a
	}
	return b
}

// victimsOff reports whether others were killed, or leave a post, by their names.
func victimsOff(a, b *eventItem) bool {
	return len(a.victims) > 0 && len(b.victims) > 0 && shared(a.victims, b.victims) == 0
}

// oneIncident reports whether two mentions tell one deed of one place and day, or of one side and day, whatever the words for it. What was
// taken over from the report counts on one side only.
func oneIncident(ea *entry, a *eventItem, eb *entry, b *eventItem) bool {
	if a.deed == noDeed || a.deed == otherDeed || a.deed != b.deed || a.many || b.many || a.coming || b.coming {
		return false
	}
	if a.deed != wreck && a.background != b.background && a.start == unknownDay {
		return false
	}
	if a.deed == wreck && oneThing(a, b) && ea.day != unknownDay && eb.day != unknownDay && daysApart(ea, eb) <= wreckDays && dot(ea.vec, eb.vec) >= wreckMatter {
		return true // "capsized", "the sinking of the ferry", "the ferry that sank"
	}
	if a.oneSpeech(b) || a.start != unknownDay && a.start == b.start && a.whole && b.whole && a.ordinal == b.ordinal && a.ordinal > another && dot(ea.vec, eb.vec) >= oneMatter {
		return true
	}
	if a.report == b.report && a.whole && b.whole && a.start == b.start && a.end == b.end && !long(a) && !b.indirect && !b.background {
		return true // "Thursday's strike took place off Takoradi"
	}
	if a.measure != 0 && a.measure == b.measure && a.count == b.count && a.count > 2 && (a.settled || b.settled) && narrowShared(a, b) {
		return true // "a week after strikes on the Ras Tamra fuel port killed 33"
	}
	if a.start == unknownDay || b.start == unknownDay {
		return (toldOn(a, b) || toldOn(b, a)) && sameAims(a, b) && dot(ea.vec, eb.vec) >= storyAlike
	}
	if long(a) || long(b) {
		return false
	}
	if (a.whole || b.whole) && (a.settled || b.settled) && oneSpotAndDay(a, b) {
		return true
	}
	if sameAims(a, b) && dot(ea.vec, eb.vec) >= storyAlike {
		return true
	}
	return a.whole && b.whole && a.start == b.start && a.end == b.end && len(a.sides) > 0 && shared(a.sides, b.sides) > 0 &&
		(len(a.spots) == 0 || len(b.spots) == 0) && dot(ea.vec, eb.vec) >= storyAlike
}

// Of one accident reports speak by the thing alone that met with it: for how many days, and how alike they must be.
const (
	wreckDays   = 30
	wreckMatter = .2
)

// oneThing reports whether the same kind of thing met with two accidents.
func oneThing(a, b *eventItem) bool {
	return slices.ContainsFunc(a.aims, func(w uint32) bool { return things[w] && inSorted(b.aims, w) })
}

// oneSpeech reports whether two mentions of a report tell of the incident that it goes on speaking of.
func (it *eventItem) oneSpeech(o *eventItem) bool {
	return it.root != 0 && it.root == o.root && it.report == o.report
}

// looseAlike is the probability that two deeds are one from which they are where no day and no place ties one of them.
const looseAlike = .7

// looseApart reports whether one of two deeds has no day and no place, and they are told days apart and are not done to the same: a campaign
// has many a "strike".
func looseApart(ea *entry, a *eventItem, eb *entry, b *eventItem) bool {
	if a.deed == noDeed || b.deed == noDeed || ea == eb || ea.day == unknownDay || eb.day == unknownDay || daysApart(ea, eb) <= 3 || sameAims(a, b) {
		return false
	}
	loose := func(it *eventItem) bool {
		return it.start == unknownDay && it.to == 0 && len(it.spots) == 0 && !it.coming && !it.many
	}
	return loose(a) || loose(b)
}

// deniedElsewhere reports whether one of two blows is denied, and what it is said to have been done to, or where, has no word but a country in common with
// the other that happened: who denies having bombed a temple does not deny the strike on a headquarters.
func deniedElsewhere(ea *entry, a *eventItem, eb *entry, b *eventItem) bool {
	if a.deed != blow || b.deed != blow || a.plan || b.plan || a.settled && b.settled && spotsShared(a, b) { // a place that is taken over tells nothing
		return false
	}
	x, y := ea.r.Events[a.n].Status, eb.r.Events[b.n].Status
	if x != resolve.Denied && y != resolve.Denied {
		return false
	}
	if len(a.aims) == 0 || len(b.aims) == 0 { // "denied that a school had been struck": which "strikes" would that be?
		return len(a.aims)+len(b.aims) > 0 && (done(x) && len(a.aims) == 0 || done(y) && len(b.aims) == 0) && daysApart(ea, eb) > 1
	}
	for _, aim := range a.aims {
		if inSorted(b.aims, aim) && !slices.ContainsFunc(ea.r.Places, func(p resolve.Place) bool { return p.Country != "" && hashString("country "+p.Country) == aim }) {
			return false
		}
	}
	return done(x) || done(y) || x == y
}

// thingsApart reports whether two events that are no deeds of violence are done to other things, and are told weeks apart or the one is only
// planned: the boats that a navy searched are not the man for whom a coast guard searches, and a prosecutor who has opened an
// investigation has opened no dam.
func thingsApart(ea *entry, a *eventItem, eb *entry, b *eventItem) bool {
	if a.deed != noDeed || b.deed != noDeed || a.plan || b.plan || ea == eb || ea.day == unknownDay || eb.day == unknownDay {
		return false
	}
	if a.coming != b.coming && daysApart(ea, eb) > plannedDays {
		return true // an arrest that was ordered in August is not that of November
	}
	if shared(a.aims, b.aims) > 0 {
		return false
	}
	weeks, both := daysApart(ea, eb) > 14, len(a.aims) > 0 && len(b.aims) > 0
	return both && (weeks || a.coming != b.coming) || weeks && len(a.aims)+len(b.aims) > 0 && shared(a.parts, b.parts) == 0
}

// toldOn reports whether b, which has no day, is told on a's own day or the next.
func toldOn(a, b *eventItem) bool {
	return a.whole && b.start == unknownDay && b.to != 0 && a.start <= b.told && b.told <= a.end+1
}

// sameAims reports whether two mentions name what is done to, or where, in words in common: at least two, and half of either.
func sameAims(a, b *eventItem) bool {
	n, i, j := 0, 0, 0
	for i < len(a.aims) && j < len(b.aims) {
		switch {
		case a.aims[i] < b.aims[j]:
			i++
		case a.aims[i] > b.aims[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n >= 2 && 2*n >= min(len(a.aims), len(b.aims))
}

// long reports whether the days of a mention are too many to say which incident it is.
func long(it *eventItem) bool { return it.end == unknownDay || it.end-it.start > 1 }

// incidentKeys bind a deed to its places and to its sides on its day, and on the next, since a day's difference is often the report's.
func (it *eventItem) incidentKeys(keys []uint32) []uint32 {
	if it.plan || it.deed == blow && !it.many && !it.background {
		keys = it.aimPairs(keys)
	}
	if it.plan {
		for _, c := range it.rareAims() {
			keys = append(keys, joinHash(67, []uint32{c}))
		}
		for _, s := range it.sides {
			for _, c := range it.against {
				keys = append(keys, joinHash(73, []uint32{s, c}))
			}
		}
		return keys
	}
	if it.deed == noDeed || it.many || it.coming {
		return keys
	}
	if it.measure != 0 {
		for _, s := range it.spots[:min(2, len(it.spots))] {
			keys = append(keys, joinHash(61, []uint32{uint32(it.deed), s.key, it.measure}))
		}
	}
	if first := it.start; first == unknownDay || !long(it) {
		if first == unknownDay {
			if it.to == 0 {
				return keys
			}
			first = it.told - 1
		}
		for _, c := range it.rareAims() {
			for day := first; day <= first+1; day++ {
				keys = append(keys, joinHash(59, []uint32{uint32(it.deed), c, uint32(day)}))
			}
		}
	}
	if it.start == unknownDay || long(it) {
		return keys
	}
	for _, s := range it.spots[:min(3, len(it.spots))] {
		for day := it.start; day <= it.start+1; day++ {
			keys = append(keys, joinHash(47, []uint32{uint32(it.deed), s.key, uint32(day)}))
		}
	}
	for _, s := range it.sides {
		keys = append(keys, joinHash(53, []uint32{uint32(it.deed), s, uint32(it.start)}))
	}
	return keys
}

// aimPairs bind what is planned and what is done by two words for what it is done to.
func (it *eventItem) aimPairs(keys []uint32) []uint32 {
	rare := it.rareAims()
	for i := range rare {
		for k := range i {
			keys = append(keys, joinHash(89, []uint32{min(rare[i], rare[k]), max(rare[i], rare[k])}))
		}
	}
	return keys
}

// rareAims are the rarest of the words for what is done to, three at most: with "nuclear" and "facilities", those bind.
func (it *eventItem) rareAims() []uint32 {
	out := slices.Clone(it.aims)
	slices.SortFunc(out, func(a, b uint32) int {
		return cmp.Or(cmp.Compare(rarity().stem(b), rarity().stem(a)), cmp.Compare(a, b))
	})
	return out[:min(3, len(out))]
}

// absorb adds to the first mention of an event what a further one says of its place, day and side, so that a mention without a place does
// not make two places one event.
func (it *eventItem) absorb(b *eventItem) {
	if it.start == unknownDay || it.coming || b.start != unknownDay && !b.coming && it.end-it.start > b.end-b.start {
		it.start, it.end = b.start, b.end
	}
	it.coming, it.wished = it.coming && b.coming, it.wished && b.wished
	if it.to == 0 {
		it.from, it.to = b.from, b.to
	}
	if slices.ContainsFunc(b.aims, func(a uint32) bool { return !inSorted(it.aims, a) }) {
		it.aims = sortedSet(append(slices.Clone(it.aims), b.aims...))
	}
	for i := range b.spots {
		if !slices.ContainsFunc(it.spots, func(s spot) bool { return s.key == b.spots[i].key }) {
			it.spots = append(it.spots[:len(it.spots):len(it.spots)], b.spots[i])
		}
	}
	if len(it.sides) == 0 && len(b.sides) > 0 {
		it.set(b.sides, it.victims, it.objects)
	}
	if len(it.victims) == 0 && len(b.victims) > 0 {
		it.set(it.sides, b.victims, it.objects)
	}
	if len(it.foes) == 0 {
		it.setFoes(b.foes)
	}
	it.cast.by |= b.cast.by
	it.cast.to |= b.cast.to
	if b.decides != noDecider && it.body == 0 {
		it.decides = b.decides
		rare := *it.rareAnchor
		rare.body = b.body
		it.rareAnchor = &rare
	}
	if it.deed == noDeed {
		it.deed, it.many = b.deed, b.many
	}
}
