package read

import "sayso/parse"

// context is what the words above token i say of it.
func (s *statuses) context(i int32) context {
	t := &s.d.Tokens[i]
	if t.Head < 0 || s.detached(i) {
		return free
	}
	if c, ok := s.phrased(i); ok {
		return c
	}
	switch t.Label {
	case parse.Conj:
		return s.ctx[t.Head]
	case parse.Ccomp, parse.Xcomp, parse.Csubj, parse.CsubjPass, parse.CsubjOuter:
		return s.complement(i)
	case parse.Advcl:
		return s.adverbial(i)
	case parse.ACL:
		return s.adnominal(i)
	case parse.ACLRelcl, parse.AdvclRelcl:
		if m := s.d.Child(i, parse.Mark); m >= 0 && s.d.Tokens[m].UPOS == parse.SCONJ { // "evidence that he fired", taken for a relative clause
			return s.adnominal(i)
		}
		if s.saidBy(i) {
			return s.adnominal(i)
		}
		return free
	case parse.Dep:
		if s.bareBe(i) { // "ordered the troops in Sudland be withdrawn"
			return s.complement(i)
		}
		return free
	case parse.Parataxis, parse.Root, parse.Appos, parse.List, parse.Dislocated, parse.Reparandum, parse.Vocative, parse.Discourse, parse.Orphan:
		return free
	}
	return s.participant(i)
}

// saidBy: what looks like a relative clause lacks nothing, and so is what the noun before it says: "allegations that he struck the guard".
func (s *statuses) saidBy(i int32) bool {
	d := s.d
	h := d.Tokens[i].Head
	n := d.Child(i, parse.Nsubj, parse.NsubjPass)
	if n <= h+1 || n > i || d.At(h+1).Lemma != "that" || find(signaturesOf(d, h), frameThat, "") == nil {
		return false
	}
	for _, c := range d.Children(i) {
		if l := d.Tokens[c].Label; c > h+1 && (l == parse.Obj || l == parse.AuxPass || l == parse.Cop) {
			return true
		}
	}
	return false
}

// bareBe: a passive with "be" and no "to", "will" or the like, which tells nothing that was done.
func (s *statuses) bareBe(i int32) bool {
	b := s.d.Child(i, parse.AuxPass)
	return b >= 0 && s.d.Word(b) == "be" && s.d.Child(i, parse.Aux, parse.Mark) < 0
}

// detached: a verb of saying with a tense of its own that the tree joins to what was said before it
// ("denied that its troops had fired and said …") tells of a saying, whatever stands above.
func (s *statuses) detached(i int32) bool {
	t := &s.d.Tokens[i]
	if s.cues == nil || !s.cues[i] || t.Label != parse.Conj && t.Label != parse.Advcl && t.Label != parse.Dep {
		return false
	}
	f, prep := s.form(i)
	comma := i > 0 && s.d.At(i-1).UPOS == parse.PUNCT
	return f == frameThat && (t.Label != parse.Advcl || s.d.Child(i, parse.Mark) < 0) || f == frameIng && prep == "" && comma
}

// form is the frame in which the clause headed by i stands under another word.
func (s *statuses) form(i int32) (f frame, prep string) {
	d := s.d
	t := &d.Tokens[i]
	to, whether, finite := false, false, false
	for _, c := range d.Children(i) {
		k := &d.Tokens[c]
		switch k.Label {
		case parse.Mark, parse.Case:
			switch {
			case k.XPOS == parse.XTO:
				to = true
				whether = whether || c > 0 && d.At(c-1).Lemma == "whether" // wherever the tree hangs it
			case k.Lemma == "whether" && int(c)+2 < len(d.Tokens) && d.At(c+1).XPOS == parse.XTO && c+2 != i: // another verb's
			case k.Lemma == "whether" || k.Lemma == "if":
				whether = true
			case k.Lemma != "that" && prep == "" && k.Lemma != "to":
				prep = k.Lemma
			case k.Lemma == "to" && t.XPOS == parse.XVBG:
				prep = "to"
			case k.Lemma == "to":
				to = true
			}
		case parse.Aux, parse.Cop, parse.AuxPass:
			finite = finite || k.XPOS == parse.XMD || k.XPOS == parse.XVBD || k.XPOS == parse.XVBZ || k.XPOS == parse.XVBP
		}
	}
	finite = finite || t.XPOS == parse.XVBN && d.Child(i, parse.Nsubj) >= 0 // a past tense that was tagged as a participle
	finite = finite || t.XPOS == parse.XVBD || t.XPOS == parse.XVBZ || t.XPOS == parse.XVBP
	switch {
	case whether:
		return frameWhether, ""
	case to && !finite:
		return frameTo, ""
	case finite:
		return frameThat, ""
	case t.XPOS == parse.XVBG, t.XPOS == parse.XVBN && s.gerund(i):
		return frameIng, prep
	case t.Label == parse.Ccomp && (t.XPOS == parse.XVB || s.subjunctive(i)) && d.Child(i, parse.Nsubj, parse.NsubjPass) >= 0:
		return frameThat, "" // "demanded that he resign", "that he be freed"
	}
	return frameBare, prep
}

// gerund: a participle with "having" or "being": "of having fired", "from being fired".
func (s *statuses) gerund(i int32) bool {
	a := s.d.Child(i, parse.Aux, parse.AuxPass)
	return a >= 0 && (s.d.Tokens[a].Lemma == "have" || s.d.Tokens[a].Lemma == "be") && s.d.Tokens[a].XPOS == parse.XVBG
}

// embedding is the line of the table for a clause in frame f under h; a gerund may stand with a
// preposition, alone, or where a noun could.
func embedding(lines []signature, f frame, prep string) *signature {
	if f == frameIng {
		if prep != "" {
			if e := find(lines, frameCase, prep); e != nil {
				return e
			}
			return nil
		}
		if e := find(lines, frameIng, ""); e != nil {
			return e
		}
		return find(lines, frameObj, "")
	}
	return find(lines, f, prep)
}

// governor is the word that clause i hangs on, with two repairs of what trees get wrong: a clause hung on
// its own "whether" belongs to the word before that, and an infinitive after a comma, hung on a
// participle that describes the object of an order, to the order ("ordered the fleet, stationed in the
// north, to sail").
func (s *statuses) governor(i int32) int32 {
	d := s.d
	h := d.Tokens[i].Head
	if t := &d.Tokens[h]; t.UPOS == parse.SCONJ && t.Lemma == "whether" && h > d.Sentences[t.Sentence].First && h < i {
		return h - 1
	}
	m := d.Child(i, parse.Mark)
	if d.Tokens[h].XPOS != parse.XVBN || m < 1 || d.Tokens[m].XPOS != parse.XTO || d.At(m-1).UPOS != parse.PUNCT {
		return h
	}
	first := h
	for _, c := range d.Children(h) {
		if c < first && d.Tokens[c].UPOS != parse.PUNCT {
			first = c
		}
	}
	noun := first - 2
	if noun < d.Sentences[d.Tokens[h].Sentence].First || d.At(first-1).UPOS != parse.PUNCT {
		return h
	}
	if l := d.Tokens[noun].Label; l != parse.Obj && l != parse.NsubjPass {
		return h
	}
	if v := d.Tokens[noun].Head; v >= 0 && find(signaturesOf(d, v), frameTo, "") != nil {
		return v
	}
	return h
}

// adverbial is the context of an adverbial clause, by the word that opens it.
func (s *statuses) adverbial(i int32) context {
	d := s.d
	h := s.governor(i)
	f, prep := s.form(i)
	if v := s.sends(h); f == frameTo && v >= 0 {
		h = v
	}
	lines := signaturesOf(d, h)
	if c, ok := s.inverted(i); ok {
		return c
	}
	if c, ok := s.firstTo(i, h, f); ok {
		return c
	}
	if f == frameWhether {
		return s.condition(i, h, lines)
	}
	if e := s.special(lines, i, h, f); e != nil {
		return s.embed(e, h, i, f)
	}
	if f == frameTo && i < h && s.d.Child(i, parse.Nsubj, parse.NsubjPass) >= 0 { // "For a party to win, it needs a majority"
		return context{status: possible, up: h}
	}
	if f == frameIng && prep == "" && i > h && s.d.At(i-1).UPOS == parse.PUNCT && citing[d.Tokens[i].Lemma] && !s.st[h].status.real() {
		return context{status: happened, up: -1}
	}
	if e, n := s.before(s.d.Child(i, parse.Mark), h, frameTo); e != nil && f == frameTo {
		return s.embed(e, n, i, f)
	}
	if o := s.planAbove(i, h, f); o >= 0 {
		return s.embed(find(signatures['n'][d.Tokens[o].Lemma], frameTo, ""), o, i, f)
	}
	if f == frameTo || f == frameIng {
		if e := embedding(lines, f, prep); e != nil && s.taken(e, i, h, prep) {
			return s.embed(e, h, i, f)
		}
	}
	if c, ok := s.opened(i, h, f); ok {
		return c
	}
	g := s.st[h]
	switch {
	case f == frameThat:
		return s.temporal(i, h)
	case f == frameTo && g.status.real(): // a purpose: "stopped to help"
		return context{status: planned, cert: probable, up: h}
	case f == frameTo && g.status == didNotHappen:
		return context{status: possible, up: h}
	case f != frameTo && g.status == didNotHappen:
		return context{status: happened, up: -1}
	}
	return context{status: g.status, cert: g.cert, up: h}
}

// sends is the verb whose object noun h is, or is joined to, where that verb has its object do something: "sent two bombers and two jets to
// attack", hung on the jets; or -1.
func (s *statuses) sends(h int32) int32 {
	d := s.d
	if d.Tokens[h].UPOS != parse.NOUN && d.Tokens[h].UPOS != parse.PROPN {
		return -1
	}
	for n := 0; d.Tokens[h].Label == parse.Conj && d.Tokens[h].Head >= 0 && n < 4; n++ {
		h = d.Tokens[h].Head
	}
	v := d.Tokens[h].Head
	if d.Tokens[h].Label != parse.Obj || v < 0 {
		return -1
	}
	if e := find(signaturesOf(d, v), frameTo, ""); e == nil || e.holds.kind != named {
		return -1
	}
	return v
}

// adnominal is the context of a clause on a noun: "a plan to strike", "allegations of torturing",
// "boats carrying drugs".
func (s *statuses) adnominal(i int32) context {
	h := s.d.Tokens[i].Head
	if s.d.Tokens[h].UPOS == parse.VERB { // hung on the verb of its noun: "had no plans to leave"
		return s.complement(i)
	}
	g := s.st[h]
	f, prep := s.form(i)
	if c, ok := s.firstTo(i, h, f); ok {
		return c
	}
	if e := s.special(signaturesOf(s.d, h), i, h, f); e != nil {
		return s.embed(e, h, i, f)
	}
	if e := s.withObject(h, f, prep); e != nil {
		return s.embed(e, s.d.Tokens[h].Head, i, f)
	}
	if e := embedding(signaturesOf(s.d, h), f, prep); e != nil {
		return s.embed(e, h, i, f)
	}
	if c, ok := s.doneBy(i, h, f, prep); ok {
		return c
	}
	for n := 0; s.d.Tokens[h].Label == parse.Conj && n < 4; n++ { // "sent two bombers and two jets to attack"
		h = s.d.Tokens[h].Head
	}
	if v := s.d.Tokens[h].Head; v >= 0 && (f == frameTo || prep != "") { // "urged the army to withdraw", taken as the army's clause
		if l := s.d.Tokens[h].Label; l == parse.Obj || l == parse.NsubjPass {
			if e := embedding(signaturesOf(s.d, v), f, prep); e != nil {
				return s.embed(e, v, i, f)
			}
		}
	}
	if c, ok := s.thereWere(i, h); ok {
		return c
	}
	switch f {
	case frameTo:
		if preposition(s.d, h) == "for" && s.d.Tokens[h].Head > i { // "For a party to win, it needs ten seats"
			return context{status: possible, up: h}
		}
		if !g.status.real() && g.status != didNotHappen {
			return context{status: g.status, cert: g.cert, up: h}
		}
		return context{status: possible, cert: probable, up: h} // "the time to listen"
	case frameWhether:
		return context{status: unknown, up: h}
	case frameIng:
		if prep != "" && !g.status.real() && g.status != didNotHappen {
			return context{status: g.status, cert: g.cert, neg: g.neg, up: h}
		}
	}
	return context{up: -1}
}
