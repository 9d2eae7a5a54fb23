package read

import "sayso/parse"

// "The first to attack", "the only one to escape", "the third ship to sink" say that it was done by whoever the words
// stand for: the infinitive stands as they do.

var (
	// ranks are the words that pick one out of those who did something.
	ranks = set("first second third fourth fifth sixth seventh eighth ninth tenth last latest only sole newest youngest oldest largest biggest " +
		"deadliest smallest")
	// unranked are nouns that an infinitive says more of than who did it: "the last chance to talk", "the only place to sleep".
	unranked = set("time place way thing reason moment day chance option choice means method opportunity step hope bet idea example point " +
		"priority task goal effort year week night word room space spot answer question job duty role move")
)

// first: token h picks out one of those who did what an infinitive after it tells.
func (s *statuses) first(h int32) bool {
	d := s.d
	t := &d.Tokens[h]
	if (ranks[t.Lemma] || ranks[d.Word(h)]) && t.UPOS != parse.VERB {
		return s.withThe(h)
	}
	if t.UPOS != parse.NOUN && t.UPOS != parse.PROPN && t.UPOS != parse.PRON || unranked[t.Lemma] || signatures['n'][t.Lemma] != nil && find(signatures['n'][t.Lemma], frameTo, "") != nil {
		return false
	}
	for _, c := range d.Children(h) {
		if k := &d.Tokens[c]; k.Label == parse.Amod && (ranks[k.Lemma] || ranks[d.Word(c)]) {
			return s.withThe(h)
		}
	}
	return false
}

// withThe: "the" or a possessive stands with token h.
func (s *statuses) withThe(h int32) bool {
	for _, c := range s.d.Children(h) {
		if k := &s.d.Tokens[c]; k.Label == parse.Det && k.Lemma == "the" || k.Label == parse.NmodPoss {
			return true
		}
	}
	return h > 0 && s.d.At(h-1).Lemma == "the"
}

// firstTo is the context of infinitive i where it tells what the first, the last or the only one did.
func (s *statuses) firstTo(i, h int32, f frame) (context, bool) {
	if f != frameTo || i < h || !s.first(h) {
		return context{}, false
	}
	if d := s.d; d.Child(i, parse.AuxPass, parse.Aux) < 0 && d.Tokens[i].Lemma == "be" {
		return context{}, false // "the first to be there": a state
	}
	g := s.st[h]
	switch {
	case g.status == ongoing: // "is the third ship to sink"
		g.status = happened
	case g.status == didNotHappen: // "was not the first to attack": somebody did
		g.status, g.cert = happened, probable
	}
	return context{status: g.status, cert: g.cert, neg: g.neg && !g.status.real(), up: h}, true
}
