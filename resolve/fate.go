package resolve

import (
	"slices"

	"sayso/parse"
	"sayso/read"
)

// dismissing are verbs that tell of a person that somebody is to leave a post, and of other things something else; placing those that tell what befalls
// somebody only with what follows them.
var (
	dismissing = words("fire sack dismiss oust remove")
	placing    = words("take place put")
	keeping    = words("custody leave arrest")
)

// befalls reports whether an event tells what befalls a person by words that mean that of persons only: "fired the minister", "was taken into custody",
// "was placed on leave".
func (w *work) befalls(e *read.Event) bool {
	d := w.m.Doc
	lemma := d.Tokens[e.Head].Lemma
	if d.Tokens[e.Head].UPOS != parse.VERB || !dismissing[lemma] && !placing[lemma] || !slices.ContainsFunc(e.Targets, w.somebody) {
		return false
	}
	return dismissing[lemma] || slices.ContainsFunc(d.Children(e.Head), func(c int32) bool {
		return c > e.Head && d.Tokens[c].Label == parse.Obl && keeping[d.Tokens[c].Lemma]
	})
}

// somebody reports whether token i heads words for a person.
func (w *work) somebody(i int32) bool {
	d := w.m.Doc
	if n, ok := nameAt(d, i); ok {
		return n.Kind == parse.Person
	}
	return human(d.Tokens[i].Lemma)
}
