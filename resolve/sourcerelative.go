package resolve

import (
	"strings"

	"sayso/parse"
)

// The source of a relative clause.

// resolveRelative files "who" and "which" under what they refer to.
func (w *work) resolveRelative(m *mention) {
	d := w.m.Doc
	for t := m.head; d.Tokens[t].Head >= 0 && t-d.Tokens[t].Head < 200; t = d.Tokens[t].Head {
		if l := d.Tokens[t].Label; l != parse.ACLRelcl && (l != parse.AdvclRelcl || m.pronoun != "which") {
			continue
		}
		h := d.Tokens[t].Head
		k := m.first - 1
		if k > h && d.Word(k) == "," {
			k--
		}
		if k > h && d.Tokens[h].UPOS == parse.VERB && (d.Tokens[k].UPOS == parse.NOUN || d.Tokens[k].UPOS == parse.PROPN) && m.pronoun != "that" {
			h = k // "rejected the report, which said that …", hung on the verb
		}
		if u := d.Tokens[h].UPOS; (u == parse.ADJ || u == parse.ADV) && k > h && m.pronoun == "which" {
			for h = k; h > 0 && d.Tokens[h].Sentence == d.Tokens[m.head].Sentence && d.Tokens[h].UPOS != parse.NOUN && d.Tokens[h].UPOS != parse.PROPN; {
				h-- // "was able to send back the data, which showed …"
			}
		}
		if m.pronoun == "who" {
			if h = w.personBefore(h, m.first); k > h && w.personEnds(k) && !human(strings.ToLower(d.Tokens[h].Lemma)) {
				h = k // "the rise of Ida Orr, who said …"
			}
		}
		if k > h && documentNouns[strings.ToLower(d.Tokens[k].Lemma)] && !documentNouns[strings.ToLower(d.Tokens[h].Lemma)] {
			h = k // "an increase from the statement that said …": the statement says it, wherever the tree hangs it
		}
		if i, ok := w.entityOf[h]; ok {
			w.file(m, i, "relative pronoun")
			return
		}
		f, _ := nounStart(d, h)
		f = ownerStart(d, f)
		a := mention{nounPhrase: w.phraseOf(f, h+1), span: d.Range(f, h+1), cited: true}
		w.resolve(&a)
		if i, ok := w.entityAt[a.span.Start]; ok { // a pronoun can go back to nobody
			w.file(m, i, "relative pronoun")
		}
		return
	}
}

// personEnds says whether a person's name ends with token t.
func (w *work) personEnds(t int32) bool {
	i := nameFrom(w.m.Doc, t)
	return i < len(w.m.Doc.Names) && w.m.Doc.Names[i].End == t+1 && w.m.Doc.Names[i].Kind == parse.Person
}

// personBefore is the people that "who" at token who goes back to where the tree hangs it on their place or body: "officials in Vale
// province, who said"; or h.
func (w *work) personBefore(h, who int32) int32 {
	d := w.m.Doc
	if d.Tokens[h].UPOS == parse.PROPN && !organisationNouns[strings.ToLower(d.Tokens[h].Lemma)] && d.Tokens[h].Label != parse.Nmod {
		return h
	}
	for up, n := h, 0; n < 3 && up >= 0; n++ {
		if noun := strings.ToLower(d.Tokens[up].Lemma); d.Tokens[up].UPOS == parse.NOUN && !organisationNouns[noun] && (d.Tokens[up].XPOS == parse.XNNS || officeNouns[noun] || noun == "official") && up < who {
			return up
		}
		if l := d.Tokens[up].Label; l != parse.Nmod && l != parse.Compound && l != parse.Flat && l != parse.Appos {
			return h
		}
		up = d.Tokens[up].Head
	}
	return h
}
