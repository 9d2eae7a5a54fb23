package read

import "sayso/parse"

// The frames and openings that decide how an embedding word holds its event.

// condition is the context of a clause opened by "if" or "whether".
func (s *statuses) condition(i, h int32, lines []signature) context {
	m := s.d.Child(i, parse.Mark)
	switch {
	case m < 0 || s.d.Tokens[m].Lemma != "if" || find(lines, frameWhether, "") != nil && m > h:
		return s.complement(i)
	case s.even(m):
		return context{up: -1}
	}
	return context{status: possible, cert: possibly, up: m}
}

// opened is what the conjunction or preposition that opens clause i says of it, where it says anything.
func (s *statuses) opened(i, h int32, f frame) (context, bool) {
	g := s.st[h]
	m := s.d.Child(i, parse.Mark)
	if m < 0 {
		return context{}, false
	}
	switch s.d.Tokens[m].Lemma {
	case "so": // "so that they can return"
		if o := s.own(i); o.status == ongoing || o.modal {
			return context{status: planned, up: m}, true
		}
	case "in": // "in case it rains"
		if f != frameIng {
			return context{status: possible, cert: possibly, up: m}, true
		}
	case "unless", "lest", "provided":
		return context{status: possible, cert: possibly, up: m}, true
	case "before", "until", "till":
		switch own := s.own(i).status; {
		case f == frameThat && own == happened && s.d.Tokens[m].Lemma != "before" && s.wouldAbove(i):
			return context{status: possible, up: m}, true // "said it would not let them return until she was released"
		case f == frameThat && own == happened:
			return context{up: -1}, true
		case g.status.real() && f != frameThat:
			return context{status: happened, cert: probable, up: m}, true
		case !g.status.real() || g.neg || own == ongoing:
			return context{status: possible, up: m}, true
		}
	case "for":
		if f == frameIng {
			return context{status: happened, cert: probable, up: m}, true
		}
	}
	return context{}, false
}

// wouldAbove: a verb that clause i hangs on, directly or by an infinitive, has "would".
func (s *statuses) wouldAbove(i int32) bool {
	d := s.d
	for n := 0; d.Tokens[i].Head >= 0 && n < 3; n++ {
		i = d.Tokens[i].Head
		for _, c := range d.Children(i) {
			if d.Tokens[c].Label == parse.Aux && d.Tokens[c].Lemma == "would" {
				return true
			}
		}
		if l := d.Tokens[i].Label; l != parse.Xcomp && l != parse.Obj {
			return false
		}
	}
	return false
}

// temporal is the context of a clause with a tense: in the present under what is open it is as open
// ("will leave when it rains"), and under what is not it tells of a habit.
func (s *statuses) temporal(i, h int32) context {
	o := s.own(i)
	open := ""
	if m := s.d.Child(i, parse.Mark); m >= 0 {
		open = s.d.Tokens[m].Lemma
	}
	if o.status != ongoing || !o.when && open != "when" && open != "once" && open != "after" && open != "as" && open != "while" {
		return context{up: -1}
	}
	g := s.st[h]
	switch {
	case !g.status.real():
		return context{status: g.status, cert: max(g.cert, probable), up: h}
	case open == "as" || open == "while":
		return context{up: -1}
	}
	return context{cert: probable, up: -1}
}

// inverted: a condition told by word order: "Had the dam failed, …", "Should talks fail, …".
func (s *statuses) inverted(i int32) (context, bool) {
	d := s.d
	a, n := d.Child(i, parse.Aux, parse.AuxPass, parse.Cop), d.Child(i, parse.Nsubj, parse.NsubjPass)
	if a < 0 || n < a || d.Child(i, parse.Mark) >= 0 || i > d.Tokens[i].Head {
		return context{}, false
	}
	switch d.Tokens[a].Lemma {
	case "have":
		return context{status: happened, neg: true, cert: probable, up: a}, d.Tokens[a].XPOS == parse.XVBD
	case "should", "be":
		return context{status: possible, cert: possibly, up: a}, d.Tokens[a].XPOS != parse.XVBZ
	}
	return context{}, false
}

// thereWere is the context of a participle on what there is or is not: "There might have been two people killed", "no sign of life detected".
func (s *statuses) thereWere(i, h int32) (context, bool) {
	d := s.d
	if d.Tokens[i].XPOS != parse.XVBN || i < h {
		return context{}, false
	}
	if n := s.nothing(h); n >= 0 {
		return context{status: happened, neg: true, up: n}, true
	}
	v := d.Tokens[h].Head
	if v < 0 || d.Tokens[v].Lemma != "be" || d.Child(v, parse.Expl) < 0 || s.st[v].status.real() {
		return context{}, false
	}
	g := s.st[v]
	return context{status: g.status, cert: g.cert, neg: g.neg, up: v}, true
}

// doneBy is the context of a gerund that hangs on whoever does it, where a noun before that says what of: "a ban on boats entering the port",
// "the prospect of troops returning".
func (s *statuses) doneBy(i, h int32, f frame, prep string) (context, bool) {
	d := s.d
	g := d.Tokens[h].Head
	if f != frameIng || prep != "" || i < h || d.At(i-1).UPOS == parse.PUNCT || g < 0 || d.Tokens[g].UPOS != parse.NOUN {
		return context{}, false
	}
	p := preposition(d, h)
	if p != "of" && p != "on" {
		return context{}, false
	}
	e := find(signatures['n'][d.Tokens[g].Lemma], frameCase, p)
	if e == nil || e.holds.kind == itself {
		return context{}, false
	}
	return s.embed(e, g, i, f), true
}

// withObject is the line for a verb with noun h as its object, for a clause that hangs on the noun: "took the opportunity to speak"; or nil.
func (s *statuses) withObject(h int32, f frame, prep string) *signature {
	v := s.d.Tokens[h].Head
	if v < 0 || s.d.Tokens[h].Label != parse.Obj || !embedsObject[s.d.Tokens[v].Lemma] {
		return nil
	}
	return embedding(signatures['v'][s.d.Tokens[v].Lemma+" "+s.d.Tokens[h].Lemma], f, prep)
}

// planAbove is the object of h that embeds the infinitive i, or -1: trees often hang on the verb what
// belongs to the noun ("repeated her threat to leave").
func (s *statuses) planAbove(i, h int32, f frame) int32 {
	if f != frameTo {
		return -1
	}
	if o := s.d.Child(h, parse.Obj); o >= 0 && s.withObject(o, f, "") != nil {
		return -1
	}
	return planObject(s.d, i, h)
}

// claimAbove is the noun right before the that-clause i, which hangs on the noun's verb, or -1: "there is no
// evidence that he fired".
func (s *statuses) claimAbove(i, h int32, f frame) int32 {
	m := s.d.Child(i, parse.Mark)
	if f != frameThat || m < 1 || s.d.Tokens[m].Lemma != "that" || s.d.At(m-1).Head != h || s.d.At(m-1).UPOS != parse.NOUN {
		return -1
	}
	if find(signatures['n'][s.d.At(m-1).Lemma], frameThat, "") == nil {
		return -1
	}
	return m - 1
}

// planObject is the noun before i that h has as its object and that embeds an infinitive, or -1.
func planObject(d *parse.Doc, i, h int32) int32 {
	o := d.Child(h, parse.Obj, parse.NsubjPass)
	if o < 0 || o > i || d.Tokens[o].UPOS != parse.NOUN || d.Tokens[o].Label == parse.NsubjPass && find(signaturesOf(d, h), frameTo, "") != nil || find(signatures['n'][d.Tokens[o].Lemma], frameTo, "") == nil {
		return -1
	}
	return o
}

// taken: line e of word h holds for the adverbial clause i too, since trees often call adverbial what
// the word takes: "asked the army to withdraw", "resisted joining".
func (s *statuses) taken(e *signature, i, h int32, prep string) bool {
	if prep != "" {
		return true
	}
	if e.frame == frameTo {
		return e.holds.kind == named || e.lemma == "use" || e.lemma == "take" || i > h && s.d.Child(h, parse.Obj) >= 0
	}
	return e.frame == frameIng && (i == h+1 || i == h+2 && particle(s.d, h) == h+1) // "refused to rule out sending troops"
}

// even: "even if" and "as if" are told apart from a condition by the word before.
func (s *statuses) even(m int32) bool {
	return m > 0 && s.d.At(m-1).Lemma == "even" && s.d.At(m-1).Sentence == s.d.Tokens[m].Sentence
}
