package parse

import "slices"

// plansTo puts "wants" for every "plans" that the model took for a noun though its clause has no other verb, "The ministry plans to ban flights, officials
// said", and reports whether there is one, so that the model looks again: the treebanks have "plans to" as a noun's words nearly always.
func plansTo(d *Doc, part *Sentence, words []string, at []int32) bool {
	found := false
	for t := part.First + 1; t+2 < part.End; t++ {
		plain, ok := planning[d.Word(t)]
		if !ok || d.Tokens[t].UPOS != NOUN || d.Word(t+1) != "to" || d.Tokens[t+2].XPOS != XVB || !d.subjectEnds(part, t) || d.finiteUntilComma(part, t+2) {
			continue
		}
		if k, ok := slices.BinarySearch(at, t-part.First); ok {
			words[k], found = plain, true
		}
	}
	return found
}

var planning = map[string]string{"plans": "wants", "plan": "want"}

// subjectEnds reports whether nothing but a noun phrase leads from the beginning of a clause to token t: "Mayor Ida Orr of Vale", "said that the council".
func (d *Doc) subjectEnds(part *Sentence, t int32) bool {
	switch u := d.Tokens[t-1].UPOS; {
	case u == PRON && d.Tokens[t-1].XPOS != XPRPS, u == PROPN:
	case u == NOUN && (d.Word(t) == "plans") == (d.Tokens[t-1].XPOS == XNN):
	default:
		return false // "its plans", "announced plans", "new plans"
	}
	i, det := t-1, d.Tokens[t-1].UPOS != NOUN || d.Tokens[t-1].XPOS == XNNS
	for ; i >= part.First; i-- {
		switch d.Tokens[i].UPOS {
		case DET:
			det = true
			continue
		case NOUN, PROPN, ADJ, NUM, ADP, PART, PRON:
			det = det || d.Tokens[i].XPOS == XPOS_ || d.Tokens[i].XPOS == XPRPS
			if w := d.Word(i); w != "that" && w != "which" && w != "who" {
				continue
			}
		}
		break
	}
	return det && (i < part.First || d.Tokens[i].UPOS == PUNCT || d.Tokens[i].UPOS == SCONJ || d.Tokens[i].UPOS == CCONJ || telling[lowerWord(d.Word(i))] || d.Word(i) == "which" || d.Word(i) == "who" || d.Word(i) == "that")
}

// finiteUntilComma reports whether a verb with a tense stands from token i to the next comma.
func (d *Doc) finiteUntilComma(part *Sentence, i int32) bool {
	for ; i < part.End && d.Word(i) != "," && d.Word(i) != ";"; i++ {
		switch d.Tokens[i].XPOS {
		case XVBD, XVBZ, XVBP, XMD:
			return true
		}
	}
	return false
}
