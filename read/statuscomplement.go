package read

import "sayso/parse"

// What a clause has from the word that takes it for its complement: "ordered them to", "denied that", "failed to".

// complement is the context of a clause that its governor takes: "managed to", "said that", "stopped …ing".
func (s *statuses) complement(i int32) context {
	h := s.governor(i)
	g := s.st[h]
	if g.status == unknown {
		g.status, g.cert = possible, certain
	}
	lines := signaturesOf(s.d, h)
	f, prep := s.form(i)
	if c, ok := s.firstTo(i, h, f); ok {
		return c
	}
	if e := s.special(lines, i, h, f); e != nil {
		return s.embed(e, h, i, f)
	}
	if e, n := s.before(s.d.Child(i, parse.Mark), h, frameTo); e != nil && f == frameTo {
		return s.embed(e, n, i, f)
	}
	if o := s.planAbove(i, h, f); o >= 0 {
		return s.embed(find(signatures['n'][s.d.Tokens[o].Lemma], frameTo, ""), o, i, f)
	}
	if o := s.claimAbove(i, h, f); o >= 0 {
		return s.embed(find(signatures['n'][s.d.Tokens[o].Lemma], frameThat, ""), o, i, f)
	}
	if e := embedding(lines, f, prep); e != nil {
		if e.lemma == "have" && s.yet(i, h) { // "has yet to decide"
			return context{status: happened, neg: true, up: h}
		}
		if c, ok := s.unfounded(h); ok && e.holds.kind == itself && f == frameThat && !g.neg {
			return c
		}
		return s.embed(e, h, i, f)
	}
	switch f {
	case frameThat:
		if g.status == denied {
			return context{status: denied, up: h}
		}
		if !g.status.real() && g.status != didNotHappen && s.indirectQuestion(i) {
			return context{status: possible, up: h}
		}
		return context{up: -1}
	case frameWhether:
		return context{status: unknown, up: h}
	case frameTo:
		if s.d.Tokens[i].Label == parse.Csubj && g.status.real() {
			return context{status: possible, cert: probable, up: h}
		}
		if !g.status.real() {
			return context{status: g.status, cert: g.cert, neg: g.neg, up: h}
		}
		return context{status: possible, up: h}
	}
	if !g.status.real() {
		return context{status: g.status, cert: g.cert, neg: g.neg, up: h}
	}
	return context{status: g.status, cert: g.cert, up: h}
}

// citing are verbs whose participle after a comma tells what was said, whatever is planned before it: "the payments will cease, citing the
// refusal".
var citing = set("cite say claim accuse argue blame allege note add describe call warn criticise criticize condemn denounce quote")

// soon are words after "too" that only put off what follows: "too early to say that the war will end" says nothing of the war.
var soon = set("early soon")

// special is the line for an infinitive that stands under a word of degree ("too weak to stand", "strong enough to land") or is itself
// denied, where the table has that apart ("decided not to go"); or nil.
func (s *statuses) special(lines []signature, i, h int32, f frame) *signature {
	if f != frameTo {
		return nil
	}
	for _, c := range s.d.Children(h) {
		if t := &s.d.Tokens[c]; t.Label == parse.Advmod && (t.Lemma == "too" && c < h && !soon[s.d.Tokens[h].Lemma] || t.Lemma == "enough") && c < i {
			return find(signatures['a'][t.Lemma], frameTo, "")
		}
	}
	for _, c := range s.d.Children(i) {
		if t := &s.d.Tokens[c]; t.Label == parse.Advmod && (t.Lemma == "not" || t.Lemma == "never") && c < i {
			return find(lines, frameNot, "")
		}
	}
	return nil
}

// auxiliary: token h opens a question as its auxiliary, though the tree makes it the main verb.
func (s *statuses) auxiliary(h int32) bool {
	t := &s.d.Tokens[h]
	if !s.question || t.Label != parse.Root && t.Label != parse.Ccomp && t.Label != parse.Parataxis || s.d.Child(h, parse.Nsubj, parse.NsubjPass) >= 0 {
		return false
	}
	switch t.Lemma {
	case "have", "do", "be":
		return s.opens(h)
	}
	return false
}

// yet: "yet" stands with the infinitive i or with "have" above it.
func (s *statuses) yet(i, h int32) bool {
	for _, v := range [...]int32{i, h} {
		for _, c := range s.d.Children(v) {
			if t := &s.d.Tokens[c]; t.Lemma == "yet" && t.Label == parse.Advmod {
				return true
			}
		}
	}
	return false
}

// indirectQuestion: a clause opened by a question word: "what they want", "how he acts".
func (s *statuses) indirectQuestion(i int32) bool {
	for _, c := range s.d.Children(i) {
		switch s.d.Tokens[c].XPOS {
		case parse.XWP, parse.XWRB, parse.XWDT:
			return true
		}
	}
	return false
}

// embed applies line e of word h to the clause or noun i below it.
func (s *statuses) embed(e *signature, h, i int32, f frame) context {
	g := s.st[h]
	ef := e.holds
	if g.undone && ef.kind == named && !ef.status.real() { // "overturned the decision to close the mine"
		return context{status: happened, neg: true, cert: probable, up: h}
	}
	if c, ok := s.undoes(e, h, i, f); ok {
		return c
	}
	base := g.status
	if (g.neg || base == didNotHappen) && s.itsOwnNo(i) && ef.kind != named { // "reported no violence" is a report, of no violence; "ordered no strike" is no order
		base, g.neg = happened, false
	}
	if g.neg || base == didNotHappen {
		ef = e.negated
		if base == didNotHappen {
			base = happened
		}
	}
	c := context{cert: max(ef.cert, g.cert), up: h}
	switch ef.kind {
	case named:
		c.status = ef.status
		switch {
		case !base.real() && e.lemma == "have": // "will have to leave"
			c.status = base
		case !base.real():
			c.status = weaker(base, ef.status)
		case e.lemma == "have" && base == happened: // "had to leave": they left
			c.status, c.cert = happened, max(c.cert, probable)
		}
	case stands:
		c.status = base
		if e.lemma == "take" && base == ongoing && f == frameTo { // "It takes ten votes to win"
			c.status = possible
		}
	case undoing:
		c.status, c.up = happened, -1
	case opposite:
		c.status, c.neg = base, !(ef == e.negated && s.itsOwnNo(i)) // its own "no" says so already: "no strikes were approved"
		if !base.real() && f != frameTo {                           // troops ordered to prevent an attack are not ordered an attack
			c.status = weaker(base, possible)
		}
	case itself:
		c.cert = ef.cert
		s.told(&c, base, h, i, f)
	}
	return c
}

// told is the status of what word h only tells, wherever h itself stands at base.
func (s *statuses) told(c *context, base status, h, i int32, f frame) {
	switch clause := f == frameThat || f == frameWhether; {
	case base == unknown && f == frameThat && s.d.Tokens[h].UPOS == parse.NOUN: // "has not confirmed reports that he fired"
		c.status, c.cert = unknown, certain
	case base == denied:
		c.status = denied
	case !clause:
		c.status = happened
		if base == ongoing && f == frameTo && !s.own(i).perfect {
			c.status = ongoing
		}
	case s.subjunctive(i): // "suggested that he resign"
		c.status = proposed
	}
	if c.cert == certain && c.status == open {
		c.up = -1
	}
}

// dealings are nouns for what was asked, granted or decided, which came about though it is refused or undone; only what it holds does not.
var dealings = set("order decision ruling request call demand appeal petition motion bid offer proposal plea invitation suggestion recommendation " +
	"permission approval authorisation authorization authority instruction directive chance opportunity pledge promise vow threat attempt effort plot " +
	"application right mandate go-ahead consent resolution")

// undoes is the context of such a noun i under line e of a word h that refuses or undoes it.
func (s *statuses) undoes(e *signature, h, i int32, f frame) (context, bool) {
	t := &s.d.Tokens[i]
	if f != frameObj || t.UPOS != parse.NOUN || !dealings[t.Lemma] && !(t.Lemma == "plan" && e.holds.kind == undoing) {
		return context{}, false
	}
	k := e.holds
	g := &s.st[h]
	if k.kind != opposite && k.kind != undoing && !(k.kind == named && k.status == denied && asking[t.Lemma]) {
		return context{}, false
	}
	if g.neg || !g.status.real() { // it may yet hold
		return context{status: happened, cert: g.cert, up: h}, !g.neg || k.kind == opposite && !s.itsOwnNo(i)
	}
	return context{status: happened, cert: g.cert, up: h, undone: true}, true
}

// asking are those that ask for something: "denied the request" refuses what "denied the threat" says was never made.
var asking = set("request call demand appeal petition motion bid proposal plea application permission authorisation authorization right chance opportunity")

// itsOwnNo: noun i is what its governor's negation stands on: "no violence".
func (s *statuses) itsOwnNo(i int32) bool {
	l := s.d.Tokens[i].Label
	return (l == parse.Obj || l == parse.NsubjPass || l == parse.Nsubj) && s.nothing(i) >= 0
}

// subjunctive: a that-clause with a bare verb: "that he resign", "that he be freed". After a plural it is told from the
// present by its "that" alone: "the arrests bring the number to nine, police said".
func (s *statuses) subjunctive(i int32) bool {
	d := s.d
	who := d.Child(i, parse.Nsubj, parse.NsubjPass)
	if who < 0 || d.Child(i, parse.Aux) >= 0 {
		return false
	}
	if be := d.Child(i, parse.Cop, parse.AuxPass); be >= 0 {
		return d.Word(be) == "be"
	}
	return d.Tokens[i].XPOS == parse.XVB && (d.Tokens[who].XPOS != parse.XNNS || d.Child(i, parse.Mark) >= 0)
}
