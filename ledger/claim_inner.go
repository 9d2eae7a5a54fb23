package ledger

import (
	"slices"

	"sayso/article"
	"sayso/read"
	"sayso/resolve"
)

// Of two attributions of which the one stands in what the other is cited for, only one may be a claim.

// passesOn reports whether an outlet or a document is cited for no more than what others said, which is a claim already: "the yard lost weeks, two clerks said,
// the Post reported".
func (x *extractor) passesOn(i int) bool {
	r := x.e.r
	a := &r.Attributions[i]
	if len(a.Content) != 1 || len(a.Chain) == 0 {
		return false
	}
	s := sourceByID(r, a.Chain[len(a.Chain)-1])
	if s == nil || s.Kind != resolve.Outlet && s.Kind != resolve.Document {
		return false
	}
	rest := either(s.Kind == resolve.Document, documentWords, passedWords) // "a captain told the inquiry that he had slept, its report says"
	for k := range r.Attributions {
		in := &r.Attributions[k]
		if in.Inside != a.ID || x.deedInside(k) || len(in.Source) == 0 || len(in.Content) == 0 || len(in.Chain) == 0 {
			continue
		}
		if of := sourceByID(r, in.Chain[len(in.Chain)-1]); of == nil || !of.Anonymous && s.Kind != resolve.Document || of.Kind == resolve.Document {
			continue
		}
		n := 0
		for _, s := range slices.Concat(in.Source, in.Cue, in.Content) {
			n += s.Len() + 1
		}
		if n+rest >= a.Content[0].Len() {
			return true
		}
	}
	return false
}

// passedWords is how many bytes of what an outlet is cited for may be neither what somebody said nor who said it: "that", marks.
const passedWords = 8

// documentWords is the same of a document, in which it may stand to whom somebody said it.
const documentWords = 24

// deedInside reports whether an attribution is no more than what another's content tells that somebody did: what he knew, was told or bade, which that one has
// whole. "The bosses had known of faulty cables, the Courier reported", "the firm was told that the wiring was unsafe, two clerks said", "managers told
// crews to skip it, four pilots said", "the union warned of a gas leak, its chief said".
func (x *extractor) deedInside(i int) bool {
	a := &x.e.r.Attributions[i]
	if a.Inside == "" || len(a.Cue) == 0 || len(a.Content) == 0 {
		return false
	}
	k := slices.IndexFunc(x.e.r.Attributions, func(o resolve.Attribution) bool { return o.ID == a.Inside })
	if k < 0 || !slices.ContainsFunc(x.e.r.Attributions[k].Content, func(c article.Span) bool {
		return c.Contains(a.Cue[0]) && !slices.ContainsFunc(slices.Concat(a.Source, a.Content), func(s article.Span) bool { return !c.Contains(s) })
	}) {
		return false
	}
	if len(a.Source) == 0 || a.Stance == read.Demands && x.bids(a.Content[0]) {
		return true
	}
	return slices.ContainsFunc(x.within(a.Cue[len(a.Cue)-1]), func(w word) bool { return awareStems[w.stem] }) ||
		a.Stance != read.Denies && a.Form == read.Indirect && !x.clause(a.Content, x.within(a.Content[0]))
}

// bids reports whether a content opens with what is to be done: "to skip it".
func (x *extractor) bids(s article.Span) bool {
	ws := x.within(s)
	return len(ws) > 1 && ws[0].hash == toWord
}

// awareStems are verbs for what somebody has learned, and does not say.
var awareStems = setOfStems("know knows knew known learn learned learnt hear heard notice noticed discover discovered")
