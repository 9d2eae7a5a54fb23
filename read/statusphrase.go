package read

import (
	"strings"

	"sayso/parse"
)

// A wording is a preposition of several words and what it says of the event after it: "on the verge of resigning", "in
// the event of an attack". Trees take such phrases apart in many ways, so the words before the event decide.
type wording struct {
	words []string // without "the" and "a"
	signature
}

// phrase is the longest phrase of the table that opens event i, and its first token; or nil.
func (s *statuses) phrase(i int32) (found *wording, first int32) {
	d := s.d
	p := s.opener(i)
	if p < 0 {
		return nil, -1
	}
	lines := phrases[strings.ToLower(d.Word(p))]
	for k := range lines {
		if at := s.spelled(lines[k].words, p); at >= 0 && (found == nil || len(lines[k].words) > len(found.words)) {
			found, first = &lines[k], at
		}
	}
	return found, first
}

// opener is the last word of the preposition or conjunction before event i, or -1.
func (s *statuses) opener(i int32) int32 {
	d := s.d
	p := int32(-1)
	for _, c := range d.Children(i) {
		if l := d.Tokens[c].Label; c > i || l != parse.Case && l != parse.Mark && l != parse.CC {
			continue
		}
		p = c
		for _, k := range d.Children(c) {
			if d.Tokens[k].Label == parse.Fixed && k > p && k < i {
				p = k
			}
		}
	}
	return p
}

// spelled is the first token of words where they end in token p, with any article between them; or -1.
func (s *statuses) spelled(words []string, p int32) int32 {
	d := s.d
	first := d.Sentences[d.Tokens[p].Sentence].First
	for k := len(words) - 1; k >= 0; k, p = k-1, p-1 {
		for ; p >= first && (d.Word(p) == "the" || d.Word(p) == "a" || d.Word(p) == "an"); p-- {
		}
		if p < first || !strings.EqualFold(d.Word(p), words[k]) {
			return -1
		}
	}
	return p + 1
}

// phrased is what the phrase before event i says of it, where there is one.
func (s *statuses) phrased(i int32) (context, bool) {
	e, at := s.phrase(i)
	if e == nil || e.fresh && s.definite(i) || e.words[0] == "as" && s.own(i).status == happened { // "as long as the war lasted"
		return context{}, false
	}
	g := s.st[s.d.Tokens[i].Head]
	ef := e.holds
	if g.neg || g.status == didNotHappen { // "never left without answering"
		ef = e.negated
	}
	c := context{status: happened, cert: ef.cert, up: at}
	switch ef.kind {
	case opposite: // whatever stands above: "will leave without answering"
		c.neg = true
	case itself:
		c.up = -1
	case stands:
		if ef == e.holds {
			c.status, c.cert, c.neg = g.status, max(g.cert, ef.cert), g.neg
		}
	default:
		c.status = ef.status
		if e.holds != e.negated && !g.status.real() && g.status != didNotHappen && g.status != denied {
			c.status, c.cert = weaker(g.status, ef.status), max(g.cert, ef.cert)
		}
	}
	return c, true
}

// openness ranks what has not come about by how far it is from it; plans that are ordered or approved stay so.
var openness = [...]int{ordered: 1, authorised: 1, planned: 1, predicted: 2, threatened: 3, proposed: 4, considered: 5, possible: 6, unknown: 7}

// weaker is the status farther from coming about, where both are of what has not: who "will consider a strike" has it no more
// than considered. Else it is the outer one.
func weaker(outer, inner status) status {
	if int(outer) < len(openness) && int(inner) < len(openness) && openness[outer] > 0 && openness[inner] > openness[outer] {
		return inner
	}
	return outer
}
