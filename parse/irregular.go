package parse

import (
	"slices"
	"strings"
)

// irregular are forms of verbs that the treebanks hold too seldom, so that the model's endings lead astray ("shot" from "shet"), with their verb.
var irregular = func() map[string]string {
	m := map[string]string{}
	for pair := range strings.FieldsSeq(`shot:shoot fled:flee fed:feed bled:bleed bred:breed sped:speed shed:shed lied:lie tied:tie vied:vie dug:dig froze:freeze frozen:freeze
shook:shake shaken:shake tore:tear torn:tear slid:slide swam:swim swum:swim swung:swing flung:fling clung:cling stung:sting slung:sling wrung:wring overran:overrun
overthrew:overthrow oversaw:oversee overseen:oversee bade:bid slew:slay slain:slay spilt:spill burnt:burn dreamt:dream leapt:leap knelt:kneel strode:stride strove:strive
shone:shine wove:weave trod:tread forbade:forbid forsook:forsake withstood:withstand misled:mislead reran:rerun ate:eat`) {
		form, verb, _ := strings.Cut(pair, ":")
		m[form] = verb
	}
	return m
}()

// plainer are forms that can only be a past and that the model hardly knows, so that it takes them for nouns ("An explosion tore through the mine"), each
// with a common past that stands as it does, for the model to read in its place.
var plainer = map[string]string{
	"tore": "broke", "swam": "ran", "clung": "turned", "froze": "stopped", "shook": "moved", "slid": "fell", "leapt": "jumped", "flung": "threw",
	"strode": "walked", "overran": "entered", "wove": "turned", "trod": "walked", "forbade": "told", "bade": "told", "knelt": "sat",
}

// sameInPast are verbs whose past looks as their plain form does.
var sameInPast = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(`quit shut beat cut hit put let split spread cast burst hurt bid shed rid thrust upset broadcast`) {
		m[w] = true
	}
	return m
}()

// past gives such a verb its past where its subject is one person or thing, which would have it end in -s, or where it has a day of the week:
// "Chairman Otto Rees quit in January", "The works shut down on Thursday".
func past(d *Doc, s *Sentence, v int32) {
	t := &d.Tokens[v]
	if t.UPOS != VERB || t.XPOS != XVBP && t.XPOS != XVB || !sameInPast[d.Word(v)] {
		return
	}
	one, day := false, false
	for i := s.First; i < s.End; i++ {
		c := &d.Tokens[i]
		if c.Head != v {
			continue
		}
		switch c.Label {
		case Aux, AuxPass, Mark, Cop:
			return
		case Nsubj:
			if i > v || childIn(d, s, i, Conj) >= 0 {
				return
			}
			w := strings.ToLower(d.Word(i))
			one = c.XPOS == XNN && !groups[w] || c.XPOS == XNNP || w == "he" || w == "she" || w == "it" || w == "one"
		case Obl, OblUnmarked:
			day = day || i > v && weekdays[d.Word(i)]
		}
	}
	if one || day && childIn(d, s, v, Nsubj) >= 0 {
		t.XPOS = XVBD
	}
}

// groups are nouns of many that news lets stand with a plural: "police quit".
var groups = map[string]bool{"police": true, "staff": true, "crew": true, "team": true, "majority": true, "number": true, "lot": true, "people": true}

var weekdays = map[string]bool{"Monday": true, "Tuesday": true, "Wednesday": true, "Thursday": true, "Friday": true, "Saturday": true, "Sunday": true}

// had makes the sentence's verb of a participle that was taken for part of the noun behind it, with a number or an article between them, and a helper of the
// "had" before it: "said they had frozen 11 bank accounts" read as that they had accounts.
func had(d *Doc, s *Sentence, v int32) {
	t := &d.Tokens[v]
	h := t.Head
	if t.XPOS != XVBN || t.Label != Amod || h <= v {
		return
	}
	b := v - 1
	for b > s.First && d.Tokens[b].UPOS == ADV {
		b--
	}
	if c := &d.Tokens[b]; c.UPOS != VERB || d.Tokens[h].Head != b || d.Tokens[h].Label != Obj || !slices.Contains([]string{"had", "has", "have"}, d.Word(b)) {
		return
	}
	behind := false
	for i := v + 1; i < h; i++ {
		l := d.Tokens[i].Label
		behind = behind || d.Tokens[i].Head == h && (l == Nummod || l == Det || l == NmodPoss)
	}
	if !behind {
		return
	}
	top := d.Tokens[b]
	t.UPOS, t.Head, t.Label = VERB, top.Head, top.Label
	for i := s.First; i < s.End; i++ {
		if i != v && d.Tokens[i].Head == b {
			d.Tokens[i].Head = v
		}
	}
	d.Tokens[b].UPOS, d.Tokens[b].Head, d.Tokens[b].Label = AUX, v, Aux
	if t.Label == Root {
		s.Root = v
	}
}

// behindApposition makes the sentence's verb of the one behind a name or an age between commas where the tree has it hang on the noun at its top: "Its
// leader, Marta Selim, called for a strike" read as a leader who was called for.
func behindApposition(d *Doc, s *Sentence) {
	root := s.Root
	if u := d.Tokens[root].UPOS; u != NOUN && u != PROPN || childIn(d, s, root, Cop, Nsubj, NsubjPass, Aux, AuxPass, Expl) >= 0 {
		return
	}
	i := root + 1
	for i < s.End && d.Word(i) != "," && d.below(i, root) && d.Tokens[i].UPOS != VERB && d.Tokens[i].UPOS != AUX {
		i++
	}
	if i+2 >= s.End || d.Word(i) != "," {
		return
	}
	for i++; i < s.End && d.Word(i) != ","; i++ {
		if u := d.Tokens[i].UPOS; u == VERB || u == AUX || u == PUNCT {
			return
		}
	}
	v := i + 1
	for v < s.End && (d.Tokens[v].UPOS == ADV || d.Tokens[v].UPOS == AUX) {
		v++
	}
	if v >= s.End {
		return
	}
	t := &d.Tokens[v]
	if t.UPOS != VERB || t.XPOS != XVBN && t.XPOS != XVBD || t.Label == Conj || !d.below(v, root) || childIn(d, s, v, Nsubj, NsubjPass, Mark, CC) >= 0 {
		return
	}
	if childIn(d, s, v, Aux, AuxPass, Obj) < 0 && slices.Contains([]string{"in", "at", "by", "near", "on", "during", "after"}, d.Word(v+1)) {
		return // "A man, 34, stabbed in the neck", a heading
	}
	for k := v + 1; k < s.End; k++ { // another verb of the noun: a list or a heading
		if x := d.Tokens[k].XPOS; d.Tokens[k].Head == root && (x == XVBD || x == XVBZ || x == XVBP) {
			return
		}
	}
	helped := childIn(d, s, v, AuxPass) >= 0
	t.Head, t.Label, s.Root = -1, Root, v
	if childIn(d, s, v, Aux, AuxPass) < 0 {
		t.XPOS = XVBD
	}
	if d.Tokens[root].Head, d.Tokens[root].Label = v, Nsubj; helped {
		d.Tokens[root].Label = NsubjPass
	}
	for k := i; k < s.End; k++ {
		if c := &d.Tokens[k]; k != v && c.Head < v && c.Head >= 0 && c.Head != k {
			c.Head = v
		}
	}
}
