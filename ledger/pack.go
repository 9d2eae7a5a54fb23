package ledger

import (
	"reflect"
	"slices"
)

// A room is where a ledger keeps the lists of its entries, those of many in one piece of memory for each kind of list. Each costs its own rounding
// and the garbage collector's care otherwise, and a report has some sixty.
type room struct {
	hashes    pieces[uint32]
	features  pieces[feature]
	events    pieces[eventItem]
	sentences pieces[eventSentence]
	claims    pieces[claimItem]
	sources   pieces[sourceItem]
}

// take moves the lists of an entry that is finished here.
func (m *room) take(e *entry) {
	e.hashLists(m.hashes.move)
	short, nowhere := slices.Equal(e.gist.lead, e.vec), slices.Equal(e.where, e.vec)
	if short { // its first words are all that it has
		e.gist.lead = nil
	}
	if nowhere { // it names no country
		e.where = nil
	}
	e.vectors(func(v *vector) { m.features.move((*[]feature)(v)) })
	if short {
		e.gist.lead = e.vec
	}
	if nowhere {
		e.where = e.vec
	}
	var old *eventSentence
	var is []eventSentence
	for i := range e.events {
		it := &e.events[i]
		if it.eventSentence != old {
			old, is = it.eventSentence, []eventSentence{*it.eventSentence}
			m.sentences.move(&is)
		}
		it.eventSentence = &is[0]
	}
	e.share()
	m.events.move(&e.events)
	m.claims.move(&e.claims)
	m.sources.move(&e.sources)
	e.letters = slices.Clip(e.letters)
}

// pieces are pieces of memory that many lists lie in, one behind the other.
type pieces[T any] struct{ last []T }

// pieceBytes is how long a piece is; a longer list has one of its own.
const pieceBytes = 1 << 16

// move moves a list to where the last one ends.
func (p *pieces[T]) move(l *[]T) {
	n := len(*l)
	if n == 0 {
		*l = nil
		return
	}
	if n > cap(p.last)-len(p.last) {
		var one T
		p.last = make([]T, 0, max(n, pieceBytes/int(reflect.TypeOf(one).Size())))
	}
	at := len(p.last)
	p.last = append(p.last, *l...)
	*l = p.last[at : at+n : at+n]
}

// share lets the contents that have nothing rare, or no anchor, share theirs.
func (e *entry) share() {
	for i := range e.claims {
		c := &e.claims[i]
		c.rareClaim, c.anchor = orNone(c.rareClaim, &noRareClaim), orNone(c.anchor, &noClaimAnchor)
	}
}

// What the contents share that have nothing rare, or no anchor.
var (
	noRareClaim   rareClaim
	noClaimAnchor claimAnchor
)

// orNone is v, or none where v holds nothing.
func orNone[T any](v, none *T) *T {
	if reflect.ValueOf(v).Elem().IsZero() {
		return none
	}
	return v
}

// hashLists gives each list of hashes of an entry.
func (e *entry) hashLists(yield func(*[]uint32)) {
	for _, l := range []*[]uint32{&e.matter, &e.sketch, &e.gist.countries, &e.gist.places} {
		yield(l)
	}
	for i := range e.events {
		it := &e.events[i]
		if i == 0 || it.eventSentence != e.events[i-1].eventSentence {
			yield(&it.names)
			yield(&it.numbers)
		}
		for _, l := range []*[]uint32{&it.trigger, &it.parts, &it.place, &it.aims} {
			yield(l)
		}
	}
	for i := range e.claims {
		c := &e.claims[i]
		for _, l := range []*[]uint32{&c.plain, &c.denied, &c.objects, &c.numbers, &c.told, &c.gist.plain, &c.gist.names, &c.gist.own, &c.anchor.actors, &c.anchor.numbers} {
			yield(l)
		}
	}
}

// vectors gives each vector of an entry.
func (e *entry) vectors(yield func(*vector)) {
	for _, v := range []*vector{&e.vec, &e.where, &e.gist.lead, &e.gist.names} {
		yield(v)
	}
	for i := range e.events {
		it := &e.events[i]
		if i == 0 || it.eventSentence != e.events[i-1].eventSentence {
			yield(&it.around)
		}
		yield(&it.local)
	}
	for i := range e.claims {
		yield(&e.claims[i].vec)
	}
}
