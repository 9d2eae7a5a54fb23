package ledger

import (
	"slices"

	"sayso/article"
	"sayso/read"
	"sayso/resolve"
)

// An order is told in as many ways as there are outlets: "gave a spoken directive to kill everybody", "ordered the navy to kill all
// aboard", "gave a command that everyone be killed". What makes them one claim is what was ordered and by whom.

// an order is what a content says was ordered.
type order struct {
	deed  uint32 // stem of what was ordered, 0 without an order
	giver uint32 // the name of who gave it, 0 where the content does not say
	sent  bool   // that it was given, and not that there was none
}

// directing are words for an order, by stem.
var directing = setOfStems("order orders ordered ordering directive directives directed directs instruction instructions instructed instructs command commanded commands")

// orderReach is how many words may stand between an order and what is ordered.
const orderReach = 9

// orders finds what a content says was ordered.
func (x *extractor) orders(att int32, spans []article.Span, denied []uint32) order {
	for k := att; k >= 0; k = attributionIndex(x.e.r, x.e.r.Attributions[k].Inside) { // "dismissed a report that he ordered the killing"
		if x.e.r.Attributions[k].Stance == read.Denies {
			return order{}
		}
	}
	var lead []word // a cue that orders stands before its content: "ordered | the navy to kill all aboard"
	demanded := att >= 0 && x.e.r.Attributions[att].Stance == read.Demands
	if demanded {
		for _, s := range x.e.r.Attributions[att].Cue {
			lead = append(lead, x.within(s)...)
		}
	}
	for i, s := range spans {
		ws := x.within(s)
		if i == 0 {
			ws = append(slices.Clone(lead), ws...)
		}
		for k, w := range ws {
			if !directing[w.stem] || w.upper && !w.open {
				continue
			}
			if deed := x.deedOrdered(ws[k+1 : min(len(ws), k+1+orderReach)]); deed != 0 {
				o := order{deed: deed, sent: !inSorted(denied, deed) && !inSorted(denied, w.stem), giver: giverOf(ws[:k])}
				if demanded && k < len(lead) {
					o.giver = x.citedName(att)
				}
				return o
			}
		}
	}
	return order{}
}

// deedOrdered is the stem of what is ordered: the first event that follows ("ordered the killing of survivors", "that everyone be killed"), or
// the verb behind "to".
func (x *extractor) deedOrdered(ws []word) uint32 {
	for k, w := range ws {
		if k > 0 && ws[k-1].hash == toWord && !w.upper && !stopStems[w.stem] {
			return w.stem
		}
		for i := range x.e.r.Events {
			if x.e.r.Events[i].Trigger.Start == w.Start && !directing[w.stem] {
				return w.stem
			}
		}
	}
	return 0
}

// giverOf is the last name before an order.
func giverOf(ws []word) uint32 {
	for k := len(ws) - 1; k >= 0; k-- {
		if ws[k].upper && (!ws[k].open || k == 0) && !stopStems[ws[k].stem] { // "Brun ordered"
			return ws[k].stem
		}
	}
	return 0
}

// attributionIndex is the place of the attribution with that id, or -1.
func attributionIndex(r *resolve.Reading, id string) int32 {
	for i := range r.Attributions {
		if id != "" && r.Attributions[i].ID == id {
			return int32(i)
		}
	}
	return -1
}

// citedName is the last word of the name of whom an attribution's chain ends with, or 0.
func (x *extractor) citedName(att int32) uint32 {
	chain := x.e.r.Attributions[att].Chain
	if len(chain) == 0 {
		return 0
	}
	s := sourceByID(x.e.r, chain[len(chain)-1])
	if s == nil || s.Name == "" {
		return 0
	}
	ws := words(s.Name)
	return ws[len(ws)-1].stem
}

// oneOrder reports whether two contents tell that the same was ordered, by the same as far as they say, in reports of one matter.
func oneOrder(ea *entry, a *claimItem, eb *entry, b *claimItem) bool {
	x, y := a.order, b.order
	return x.deed != 0 && x.deed == y.deed && x.sent == y.sent && (x.giver == y.giver || x.giver == 0 || y.giver == 0) &&
		a.anchor.ordinal == b.anchor.ordinal && a.denial == b.denial && dot(ea.vec, eb.vec) >= oneMatter
}
