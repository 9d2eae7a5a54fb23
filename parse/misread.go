package parse

import (
	"slices"
	"strings"
)

// misread puts plain words for those that the model often takes for another part of speech where the words beside them leave no doubt, and reports
// whether there are any, so that the model looks again.
func misread(d *Doc, part *Sentence, words []string, at []int32) bool {
	found := toNoun(d, part, words, at)
	found = plansTo(d, part, words, at) || found
	return found || verbless(d, part, words, at)
}

// toNoun puts "spokesman" for what the model took for a verb behind "according to": "according to journalist Ida Orr".
func toNoun(d *Doc, part *Sentence, words []string, at []int32) bool {
	found := false
	for t := part.First + 2; t < part.End; t++ {
		if d.Tokens[t].XPOS != XVB || d.Word(t-1) != "to" || lowerWord(d.Word(t-2)) != "according" {
			continue
		}
		if k, ok := slices.BinarySearch(at, t-part.First); ok {
			words[k], found = "spokesman", true
		}
	}
	return found
}

// verbless puts "takes" or "take" for the word that can be the verb of a sentence in which the model found none with a tense: in briefs, "A court in Vale
// sentences eleven men to death", "Police arrest 37 marchers". The treebanks have little news in the present.
func verbless(d *Doc, part *Sentence, words []string, at []int32) bool {
	if part.End-part.First < 5 || d.Word(part.End-1) != "." || d.finite(part) {
		return false
	}
	best, plain := int32(-1), ""
	for t := part.First + 1; t+1 < part.End && best < 0; t++ {
		if plain = d.presentVerb(part, t); plain != "" {
			best = t
		}
	}
	if best < 0 {
		return false
	}
	k, ok := slices.BinarySearch(at, best-part.First)
	if ok {
		words[k] = plain
	}
	return ok
}

// finite reports whether a verb with a tense, or an auxiliary, stands in a part; the plain form behind a noun is one too ("Troops enter the city").
func (d *Doc) finite(part *Sentence) bool {
	for t := part.First; t < part.End; t++ {
		switch d.Tokens[t].XPOS {
		case XVBD, XVBZ, XVBP, XMD:
			return true
		case XVB:
			if t > part.First && d.Tokens[t-1].XPOS != XTO {
				return true
			}
		}
	}
	return false
}

// presentVerb is "takes" or "take" where the noun at token t, by its tag, can be a verb in the present behind its subject and before what it takes, or "".
func (d *Doc) presentVerb(part *Sentence, t int32) string {
	w := d.Word(t)
	if d.Tokens[t].UPOS != NOUN || !isLower(w) || len(w) < 4 {
		return ""
	}
	object := d.opensObject(t + 1)
	switch before := d.Tokens[t-1].XPOS; {
	case d.Tokens[t].XPOS == XNNS && (before == XNN || before == XNNP || before == XNNPS || before == XNNS && !isLower(d.Word(t-1)) || d.Word(t-1) == ")" || d.Word(t-1) == ","):
		base, ok := verbOf(w)
		if ok && (object || intransitive[base] && d.Tokens[part.First].UPOS == DET && d.Tokens[t+1].UPOS == ADP) {
			return "takes"
		}
	case d.Tokens[t].XPOS == XNN && (before == XNNS || before == XNNP || lowerWord(d.Word(t-1)) == "police"):
		if knownAsVerb(w) && object {
			return "take"
		}
	}
	return ""
}

// opensObject reports whether token t opens what a verb takes: "the", "its", "37", a name, "that", "to elect".
func (d *Doc) opensObject(t int32) bool {
	switch k := d.At(t); {
	case k.XPOS == XTO:
		return d.At(t+1).XPOS == XVB
	case k.UPOS == DET, k.UPOS == NUM, k.UPOS == PROPN, k.XPOS == XPRPS, d.Word(t) == "that", d.Word(t) == "former":
		return true
	}
	return false
}

// intransitive are verbs of news without an object.
var intransitive = setOf("collapse explode crash sink erupt burn arrive land resign step burst derail overturn capsize begin end close open")

// newsVerbs are verbs that the treebanks hold as nouns only.
var newsVerbs = setOf(`order issue sign file fine block vote sentence convene announce report outline launch request demand plan press charge sanction target tax
	protest rule grant award host back blame brief ban bar bomb boost crown cut deal halt head hold list mark name face arrest elect appoint recognise recognize`)

// verbOf is the verb that w is the third person of.
func verbOf(w string) (string, bool) {
	for _, end := range [...][2]string{{"ies", "y"}, {"es", ""}, {"s", ""}} {
		if base, ok := strings.CutSuffix(w, end[0]); ok && len(base) > 2 && knownAsVerb(base+end[1]) {
			return base + end[1], true
		}
	}
	return "", false
}

// knownAsVerb reports whether the treebanks or the table of verbs have w as the plain form of a verb.
func knownAsVerb(w string) bool {
	if regular[w] || newsVerbs[w] {
		return true
	}
	l := lemmas{model: lemmaModel}
	_, ok := l.entry(wordKey(w, XVB))
	return ok
}
