package resolve

import (
	"strings"

	"sayso/parse"
)

// A country or a province that no gazetteer knows is told from a person by what the report does with its name.

// A landSign is one sort of use that tells a land from a person.
type landSign uint8

const (
	landIn     landSign = 1 << iota // "in Ostrel"
	landOwns                        // "Ostrel's army"
	landBefore                      // "Ostrel soldiers"
	landIt                          // "Ostrel says it lost four drones"
	landNot                         // "President Ostrel"
)

// isLand reports whether the report's use of a lone name tells that it is a land's: two signs, or one that leaves no doubt.
func (w *work) isLand(name string) bool {
	n := w.landUse()[name]
	switch {
	case n&landNot != 0:
		return false
	case n&landIt != 0:
		return true
	}
	n &= landIn | landOwns | landBefore
	return n&(n-1) != 0
}

// landUse is the signs of every lone name of the report.
func (w *work) landUse() map[string]landSign {
	if w.lands != nil {
		return w.lands
	}
	d := w.m.Doc
	w.lands = map[string]landSign{}
	for i := range d.Tokens {
		if d.Tokens[i].UPOS == parse.PROPN {
			if n := w.landAt(int32(i)); n != 0 {
				w.lands[d.Word(int32(i))] |= n
			}
		}
	}
	families := w.familyNames()
	for name := range w.lands {
		if families[fold(name)] {
			w.lands[name] |= landNot
		}
	}
	return w.lands
}

// landAt is the sign in the use of the name at token i, or 0.
func (w *work) landAt(i int32) landSign {
	d := w.m.Doc
	s := &d.Sentences[d.Tokens[i].Sentence]
	if i > s.First {
		before := d.Word(i - 1)
		lower := strings.ToLower(before)
		switch {
		case titles[lower] || courtesies[lower] || officeNouns[lower]:
			return landNot
		case d.Tokens[i-1].UPOS == parse.PROPN && isCapital(before), i+1 < s.End && d.Tokens[i+1].UPOS == parse.PROPN && d.Tokens[i+1].XPOS != parse.XPOS_ && isCapital(d.Word(i+1)):
			return 0 // part of a longer name
		case lower == "in" || lower == "into" || lower == "near" || lower == "across" || lower == "inside" || lower == "throughout":
			return landIn
		}
	}
	switch {
	case i+2 < s.End && d.Tokens[i+1].XPOS == parse.XPOS_:
		if stateOffice(d, i+2, s.End) {
			return landOwns
		}
	case i+1 < s.End && d.Tokens[i].Label == parse.Compound && d.Tokens[i+1].XPOS == parse.XNNS && d.Word(i+1) == strings.ToLower(d.Word(i+1)):
		return landBefore
	case w.callsItselfIt(i):
		return landIt
	}
	return 0
}

// stateOffice: the words from token i on name a minister, a ministry or an armed force within three words: "'s foreign ministry".
func stateOffice(d *parse.Doc, i, end int32) bool {
	for k := i; k < min(i+3, end); k++ {
		switch strings.ToLower(d.Tokens[k].Lemma) {
		case "minister", "ministry", "president", "premier", "parliament", "army", "navy", "government", "military", "ambassador":
			return true
		}
		if u := d.Tokens[k].UPOS; u != parse.ADJ && u != parse.NOUN && u != parse.PROPN {
			return false
		}
	}
	return false
}

// callsItselfIt: the name at i is the subject of a verb of saying whose clause has "it" do something: "Ostrel says it brought down four drones".
func (w *work) callsItselfIt(i int32) bool {
	d := w.m.Doc
	v := d.Tokens[i].Head
	if d.Tokens[i].Label != parse.Nsubj || v < 0 || v > i+3 || d.Tokens[v].UPOS != parse.VERB {
		return false
	}
	c := d.Child(v, parse.Ccomp)
	if c < 0 || d.Tokens[c].UPOS != parse.VERB || d.Child(c, parse.Obj) < 0 || d.Child(c, parse.Cop) >= 0 {
		return false
	}
	it := d.Child(c, parse.Nsubj)
	return it == v+1 && d.Tokens[it].Lemma == "it" && !idle[d.Tokens[c].Lemma]
}

// idle are verbs whose "it" is often nobody.
var idle = words(`take make mean cost need seem appear become show hit kill injure destroy damage cause strike`)
