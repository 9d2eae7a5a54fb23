package resolve

import (
	"slices"
	"strings"

	"sayso/parse"
)

// Which body "police", "Vale police" and "the sheriff's office" are, of those that a report speaks of.

// findBody is the body, or what belongs to somebody who is named, that was called by m's words before, or by those words with more before
// them: "Harl County Sheriff's Office", then "the sheriff's office"; "Vale police", then "police". Words that are short for another's mean it
// only where the report tells of no third: among Vale police and Sorn police, "police" are neither.
func (w *work) findBody(m *mention) (int, string) {
	kind, _ := nounKind(m)
	if m.indefinite || m.bare || m.plural || m.ordinal || m.partitive >= 0 || kind != Organisation && (kind != Person || !w.ownedByName(m)) {
		return -1, ""
	}
	words := w.bodyWords(m)
	found, n := -1, 0
	for i := range w.lately() {
		e := &w.entities[i]
		if (e.Kind == Person) != (kind == Person) || e.plural || e.Kind == Document || e.called == "" && e.Name == "" {
			continue
		}
		called := e.called
		if called == "" {
			called = plainWords(e.Name)
		}
		if called == words {
			return i, "the same words"
		}
		if kind != Person && (shortFor(words, called) || e.Name == "" && shortFor(called, words)) && !w.otherBody(m, e) {
			found = i
			n++
		}
	}
	if n == 1 && !w.severalBodies(m.noun) {
		return found, "short for the same body, one candidate"
	}
	return -1, ""
}

// shortFor says whether short is the end of what a body is called, and more than its last word or "police".
func shortFor(short, long string) bool {
	return strings.HasSuffix(long, " "+short) && (strings.Contains(short, " ") || short == "police")
}

// ownedByName says whether m belongs to somebody whom no pronoun stands for: "the child's father".
func (w *work) ownedByName(m *mention) bool {
	return m.owner >= 0 && w.m.Doc.Tokens[m.owner].UPOS != parse.PRON
}

// bodyWords is what m calls a body, in small letters, without its determiner and what follows its noun.
func (w *work) bodyWords(m *mention) string {
	return plainWords(w.m.Doc.Range(m.first, m.head+1).Text(w.m.Doc.Text))
}

// plainWords is a phrase in small letters without its determiner and "local".
func plainWords(s string) string {
	s = strings.ToLower(strings.ReplaceAll(s, "’", "'"))
	for _, w := range [...]string{"the ", "local "} {
		s = strings.TrimPrefix(s, w)
	}
	return s
}

// modifies says whether token t can be one of the words before a body's noun that tell which it is.
func modifies(d *parse.Doc, t int32) bool {
	u := d.Tokens[t].UPOS
	return u == parse.NOUN || u == parse.PROPN || u == parse.ADJ && isCapital(d.Word(t)) || d.Tokens[t].XPOS == parse.XPOS_
}

// severalBodies says whether the report calls bodies of this noun by words of which neither are short for the other: "Vale police", "state
// police".
func (w *work) severalBodies(noun string) bool {
	if several, ok := w.several[noun]; ok {
		return several
	}
	d := w.m.Doc
	var forms []string
	for i := range d.Tokens {
		if strings.ToLower(d.Tokens[i].Lemma) != noun || d.Tokens[i].UPOS != parse.NOUN && d.Tokens[i].UPOS != parse.PROPN {
			continue
		}
		t, first := int32(i), int32(i)
		for first > 0 && first > t-6 && d.Tokens[first-1].Sentence == d.Tokens[t].Sentence && modifies(d, first-1) {
			first--
		}
		if form := plainWords(d.Range(first, t+1).Text(d.Text)); !slices.Contains(forms, form) {
			forms = append(forms, form)
		}
	}
	several := false
	for i, a := range forms {
		for _, b := range forms[:i] {
			several = several || !strings.HasSuffix(a, b) && !strings.HasSuffix(b, a)
		}
	}
	if w.several == nil {
		w.several = map[string]bool{}
	}
	w.several[noun] = several
	return several
}
