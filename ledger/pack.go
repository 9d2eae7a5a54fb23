package ledger

import (
	"reflect"
	"slices"
)

// pack moves the lists of an entry that is finished into one piece of memory for each kind of list. Each costs its own
// rounding and the garbage collector's care otherwise, and a report has some sixty.
func (e *entry) pack() {
	e.events, e.claims, e.letters = slices.Clip(e.events), slices.Clip(e.claims), slices.Clip(e.letters)
	var hashes packer[uint32]
	var features packer[feature]
	for range 2 { // counts, then moves
		e.hashLists(hashes.list)
		e.vectors(func(v *vector) { features.list((*[]feature)(v)) })
		hashes.turn()
		features.turn()
	}
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

// A packer counts the items of lists at first, and moves them once it has turned.
type packer[T any] struct {
	n     int
	moved []T
	moves bool
}

func (p *packer[T]) turn() { p.moved, p.moves = make([]T, 0, p.n), true }

func (p *packer[T]) list(l *[]T) {
	switch n := len(p.moved); {
	case !p.moves:
		p.n += len(*l)
	case len(*l) == 0:
		*l = nil
	default:
		p.moved = append(p.moved, *l...)
		*l = p.moved[n:len(p.moved):len(p.moved)]
	}
}

// hashLists gives each list of hashes of an entry.
func (e *entry) hashLists(yield func(*[]uint32)) {
	for _, l := range []*[]uint32{&e.words, &e.matter, &e.sketch, &e.gist.countries, &e.gist.places} {
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
