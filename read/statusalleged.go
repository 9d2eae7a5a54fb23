package read

import (
	"strings"

	"sayso/parse"
)

// An accusation, an allegation and a claim that the report itself calls unfounded say that something happened, and the
// report does not: what they hold is possible, whatever its own tense. Who says so is the statement's matter.

// allegedly are the hedges that do more than lower the certainty: the report leaves open whether it is so.
var allegedly = set("allegedly purportedly supposedly")

// onlyAlleged leaves open what took place only by somebody's allegation: "allegedly bombed the port".
func onlyAlleged(st standing, o own) standing {
	if o.alleged && st.status.real() {
		st.status, st.mere = possible, true
	}
	return st
}

// alleging are the words that say who did it: that it was done is known where the deed is spoken of as known
// ("accused the rebels of the attack").
var alleging = set("accuse accusation allege allegation charge")

// A charge is whom a verb accuses of a deed, or praises or blames for it.
type charge struct {
	by    int32 // the verb
	who   int32 // whoever did it, by the verb; or -1
	known bool  // that it was done is not at issue: "blamed the rebels for the attack"
}

// chargings are the verbs of accusing, praising and blaming with the preposition of what they do it for.
var chargings = map[string]string{"accuse": "of", "charge": "with", "suspect": "of", "condemn": "for", "criticise": "for", "criticize": "for", "denounce": "for",
	"blame": "for", "fault": "for", "praise": "for", "thank": "for", "commend": "for", "arrest": "for", "sentence": "for", "convict": "of"}

// accuse finds what the sentence accuses somebody of, by the order of the words: trees hang it in many places
// ("accused Sudland of launching attacks").
func (s *statuses) accuse(sent *parse.Sentence) {
	for v := sent.First; v < sent.End; v++ {
		t := &s.d.Tokens[v]
		prep := chargings[t.Lemma]
		if prep == "" || t.UPOS != parse.VERB {
			continue
		}
		p := s.chargedWith(v, prep, sent)
		if p < 0 {
			continue
		}
		a := charge{by: v, who: s.accused(v, p), known: !alleging[t.Lemma] && t.Lemma != "suspect"}
		for i := p + 1; i < min(sent.End, p+6); i++ {
			k := &s.d.Tokens[i]
			w := s.d.Word(i)
			gerund := k.XPOS == parse.XVBG || (k.UPOS == parse.NOUN || k.UPOS == parse.VERB) && strings.HasSuffix(w, "ing")
			switch {
			case gerund && s.lights(i): // "of launching attacks", "of carrying out a raid"
				s.charge(i, a)
			case gerund && k.Lemma == "have", k.UPOS == parse.ADV, k.UPOS == parse.ADJ, k.Label == parse.Amod, k.Label == parse.Compound, k.UPOS == parse.ADP && i > p+1, k.UPOS == parse.NUM, k.UPOS == parse.DET:
				continue
			case gerund || eventNoun(k.Lemma) && !moves[k.Lemma] || k.XPOS == parse.XVBN && s.d.At(i-1).Lemma == "have":
				if !gerund && k.UPOS == parse.NOUN && s.definite(i) {
					a.known = true
				}
				s.charge(i, a)
				i = sent.End
			default:
				i = sent.End
			}
		}
	}
}

// accused is whom verb v accuses, with what stands behind the preposition p; or -1.
func (s *statuses) accused(v, p int32) int32 {
	if p == v+1 {
		return s.d.Child(v, parse.NsubjPass, parse.Nsubj)
	}
	if o := s.d.Child(v, parse.Obj); o > v && o < p {
		return o
	}
	if u := s.d.At(p - 1).UPOS; u == parse.NOUN || u == parse.PROPN || u == parse.PRON {
		return p - 1
	}
	return -1
}

// charge notes that token i is what a accuses somebody of.
func (s *statuses) charge(i int32, a charge) {
	if s.charged == nil {
		s.charged = map[int32]charge{}
	}
	s.charged[i] = a
}

// chargedWith is the preposition after the accused, or -1.
func (s *statuses) chargedWith(v int32, prep string, sent *parse.Sentence) int32 {
	for i := v + 1; i < min(sent.End, v+14); i++ {
		switch t := &s.d.Tokens[i]; {
		case t.Lemma == prep && (prep == "with" || i == v+1 || i+1 < sent.End && s.chargeable(i+1)):
			return i
		case t.UPOS == parse.VERB && t.Label != parse.Amod, t.UPOS == parse.SCONJ, t.Lemma == ";":
			return -1
		}
	}
	return -1
}

// chargeable: what follows an "of" can be a deed, and not the rest of the name of the accused ("the head of the army").
func (s *statuses) chargeable(i int32) bool {
	for n := 0; n < 4 && int(i) < len(s.d.Tokens); n, i = n+1, i+1 {
		switch t := &s.d.Tokens[i]; {
		case t.XPOS == parse.XVBG, t.UPOS == parse.NOUN && strings.HasSuffix(s.d.Word(i), "ing"), eventNoun(t.Lemma):
			return true
		case t.UPOS == parse.ADV, t.UPOS == parse.ADJ, t.UPOS == parse.DET, t.UPOS == parse.NUM, t.Label == parse.Amod:
		default:
			return false
		}
	}
	return false
}

// lights: token i is a gerund that only carries the event noun after it.
func (s *statuses) lights(i int32) bool {
	w := s.d.Word(i)
	stem, ok := strings.CutSuffix(w, "ing")
	if !ok {
		return false
	}
	lines := signatures['v'][stem]
	if lines == nil {
		lines = signatures['v'][stem+"e"]
	}
	if n := i + 1; int(n) < len(s.d.Tokens) && s.d.Tokens[n].UPOS == parse.ADP {
		lines = append(lines[:len(lines):len(lines)], signatures['v'][stem+" "+s.d.Tokens[n].Lemma]...)
	}
	e := find(lines, frameObj, "")
	return e != nil && e.holds.kind == stands
}

// groundlessly are the adverbs by which a report says that what somebody claims is not so.
var groundlessly = set("falsely wrongly wrongfully baselessly mistakenly erroneously incorrectly untruthfully mendaciously")

// grounds are what a claim can be made without.
var grounds = set("evidence proof basis substantiation")

// unfounded is the context of what verb h tells where the report itself says that it is not so ("falsely claimed
// that …") or that nothing bears it out ("without evidence, claimed that …").
func (s *statuses) unfounded(h int32) (context, bool) {
	d := s.d
	for _, c := range d.Children(h) {
		switch k := &d.Tokens[c]; k.Label {
		case parse.Advmod:
			if groundlessly[k.Lemma] {
				return context{status: happened, neg: true, up: c}, true
			}
		case parse.Obl, parse.Advcl:
			n := c
			if k.Label == parse.Advcl { // "without offering evidence"
				n = d.Child(c, parse.Obj)
			}
			if m := d.Child(c, parse.Case, parse.Mark); m >= 0 && d.Tokens[m].Lemma == "without" && n >= 0 && grounds[d.Tokens[n].Lemma] {
				return context{status: possible, up: n}, true
			}
		}
	}
	return context{}, false
}

// unproven is the context of a that-clause right after "without evidence" or ", offering no proof,", wherever the tree
// hangs it.
func (s *statuses) unproven(i int32) (context, bool) {
	d := s.d
	m := d.Child(i, parse.Mark)
	if m < 2 || d.Tokens[m].Lemma != "that" || i < m {
		return context{}, false
	}
	n, comma := m-1, false
	if d.Tokens[n].Lemma == "," {
		n, comma = n-1, true
	}
	if !grounds[d.Tokens[n].Lemma] {
		return context{}, false
	}
	for j := n - 1; j >= 0 && j >= n-4 && d.Tokens[j].Sentence == d.Tokens[i].Sentence; j-- {
		if l := d.Tokens[j].Lemma; l == "without" || comma && l == "no" {
			return context{status: possible, up: n}, true
		}
	}
	return context{}, false
}
