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
	appointing = words("appoint nominate reappoint")
	intoOffice = words("name confirm install") // with an office behind them
)

// befalls reports whether an event tells what befalls a person by words that mean that of persons only: "fired the minister", "was taken into custody",
// "was placed on leave", that somebody died, or that somebody is given an office.
func (w *work) befalls(e *read.Event) bool {
	d := w.m.Doc
	lemma := d.Tokens[e.Head].Lemma
	switch {
	case lemma == "dead" && e.Status == string(Denied): // "denied that the leader was dead"
		return slices.ContainsFunc(e.Actors, w.somebody)
	case d.Tokens[e.Head].UPOS != parse.VERB:
	case lemma == "die":
		return len(e.Actors) == 0 || slices.ContainsFunc(e.Actors, w.somebody)
	case appointing[lemma]:
		return slices.ContainsFunc(e.Targets, w.somebody)
	case intoOffice[lemma]:
		return w.asOfficer(e.Head)
	}
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

// asOfficer reports whether a person's name and "as" with an office follow verb i: "named Eva Kron as the new infrastructure minister"; not "named the victim as Ida
// Orr". Words decide and not the tree, which has such a name for the verb's object, its complement or the office's own.
func (w *work) asOfficer(i int32) bool {
	d := w.m.Doc
	somebody, as := false, false
	for k := i + 1; int(k) < len(d.Tokens) && k < i+14 && d.Tokens[k].Sentence == d.Tokens[i].Sentence && d.Tokens[k].UPOS != parse.VERB; k++ {
		n, named := nameAt(d, k)
		switch lemma := d.Tokens[k].Lemma; {
		case !as && named && n.Kind == parse.Person:
			somebody = true
		case lemma == "as":
			as = somebody
		case as && officeNouns[lemma]:
			return true
		}
	}
	return false
}
