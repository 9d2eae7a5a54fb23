package read

import "sayso/parse"

// leads: token i tells what the report opens with: it heads the first sentence, or what somebody is cited for there, or is what the head plans,
// begins or weighs ("plans to impose", "is considering sanctions").
func (f *eventFinder) leads(i int32) bool {
	d := f.d
	if d.Tokens[i].Sentence != f.first {
		return false
	}
	for range 6 {
		t := &d.Tokens[i]
		h := t.Head
		if h < 0 {
			return true
		}
		switch t.Label {
		case parse.Ccomp, parse.Parataxis:
			if !f.cues[h] {
				return false
			}
		case parse.Xcomp:
			if find(signaturesOf(d, h), frameTo, "") == nil && find(signaturesOf(d, h), frameIng, "") == nil && !softVerbs[d.Tokens[h].Lemma] {
				return false
			}
		case parse.Obj, parse.NsubjPass:
			if signaturesOf(d, h) == nil {
				return false
			}
		case parse.Conj:
			if d.Tokens[i].UPOS != parse.VERB || d.Tokens[h].UPOS != parse.VERB {
				return false
			}
		default:
			return false
		}
		i = h
	}
	return false
}

// openingWords is how many tokens the sentence has that a report opens with: a place and an agency alone are none.
const openingWords = 8

// opening is the report's first sentence.
func opening(d *parse.Doc) int32 {
	for k := range d.Sentences[:min(2, len(d.Sentences))] {
		if s := &d.Sentences[k]; s.End-s.First >= openingWords {
			return int32(k)
		}
	}
	return 0
}

// aside: token i only completes another word: "the anniversary of the riots", "before leaving for the summit", "forces that fought beside the
// army".
func (f *eventFinder) aside(i int32) bool {
	t := &f.d.Tokens[i]
	switch t.Label {
	case parse.Obl, parse.Nmod, parse.NmodPoss, parse.Compound, parse.OblUnmarked, parse.NmodUnmarked, parse.NmodDesc:
		return t.UPOS == parse.NOUN
	case parse.Amod:
		return t.UPOS == parse.VERB // "two wounded soldiers"
	case parse.ACL:
		return t.XPOS == parse.XVBG || t.XPOS == parse.XVBN
	case parse.Advcl:
		return t.XPOS == parse.XVBG && f.d.Child(i, parse.Mark, parse.Case) >= 0
	case parse.ACLRelcl:
		who := f.d.Child(i, parse.Nsubj, parse.NsubjPass)
		return who > 0 && who < i && f.d.Tokens[who-1].UPOS != parse.PUNCT
	}
	return false
}
