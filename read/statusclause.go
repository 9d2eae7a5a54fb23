package read

import "sayso/parse"

// clause is the standing of the clause headed by i in context c.
func (s *statuses) clause(i int32, c context) standing {
	d := s.d
	t := &d.Tokens[i]
	o := s.own(i)
	st := o.standing
	st.tensed = o.finite
	st.cert = max(st.cert, c.cert)
	if t.Label == parse.Conj && !o.finite && t.Head >= 0 && c == s.ctx[t.Head] && s.sharesAux(i, o) {
		head := s.st[t.Head]
		st.status, st.neg, st.up, st.cert, st.tensed = head.status, head.neg != st.neg, t.Head, max(st.cert, head.cert), head.tensed
		return finish(st)
	}
	if c.status == planned && o.to && o.perfect && t.Label == parse.Advcl {
		c.status = happened // "claimed on Friday to have killed 12 men"
	}
	if c.status != open {
		st.status, st.up = c.status, c.up
		st.neg = c.neg != st.neg
		return onlyAlleged(finish(st), o)
	}
	st.up = c.up
	switch {
	case o.finite:
		s.conditioned(i, &st, o)
		s.futureInPast(i, &st)
		s.intended(i, &st)
		s.generic(i, &st)
	case o.beTo && o.perfect:
		st.status, st.neg, st.cert = happened, !st.neg, max(st.cert, probable)
	case o.to && o.perfect:
		st.status = happened
	case o.beTo:
		st.status = planned
	case o.to:
		st.status = possible
	case t.XPOS == parse.XVBN:
		st.status = happened
	case t.XPOS == parse.XVBG:
		st.status = ongoing
	case t.XPOS == parse.XVB && s.imperative(i):
		st.status = proposed
	default:
		st.status, st.cert = ongoing, max(st.cert, probable)
	}
	if s.auxiliary(i) || t.Head >= 0 && s.auxiliary(t.Head) {
		st.status, st.cert = unknown, possibly
	}
	if s.question && s.asked(i, o) {
		if o.modal && st.status != planned { // "Can you call?" asks for the call
			st.status, st.cert = proposed, probable
		} else {
			st.status, st.cert = unknown, possibly
		}
	}
	return onlyAlleged(finish(st), o)
}

// futureInPast reads "would" after a past verb of saying as the speaker's "will": "said it would leave".
// A hedge, a condition or "any" leaves it open: "said any strike would likely need approval".
func (s *statuses) futureInPast(i int32, st *standing) {
	d := s.d
	m := d.Child(i, parse.Aux)
	if st.status != possible || st.cert != certain || m < 0 || d.Tokens[m].Lemma != "would" || !s.reportedInPast(i) {
		return
	}
	for _, c := range d.Children(i) {
		if l := d.Tokens[c].Label; l == parse.Advcl && s.st[c].status == possible {
			return
		} else if l == parse.Nsubj || l == parse.NsubjPass {
			if det := d.Child(c, parse.Det); det >= 0 && (d.Tokens[det].Lemma == "any" || d.Tokens[det].Lemma == "a") {
				return
			}
		}
	}
	st.status = planned
	if s.predictive(i) {
		st.status = predicted
	}
}

// intended reads "would" of what a bill, a plan or the like would do as what it is: "The bill would ban fireworks".
func (s *statuses) intended(i int32, st *standing) {
	d := s.d
	m := d.Child(i, parse.Aux)
	if st.status != possible || m < 0 || d.Tokens[m].Lemma != "would" || s.own(i).perfect {
		return
	}
	n := d.Child(i, parse.Nsubj)
	if n >= 0 && d.Tokens[n].UPOS == parse.PRON && d.Tokens[i].Label == parse.ACLRelcl {
		n = d.Tokens[i].Head
	}
	if n < 0 || d.Tokens[n].UPOS != parse.NOUN {
		return
	}
	if e := find(signatures['n'][d.Tokens[n].Lemma], frameTo, ""); e != nil && (e.holds.status == proposed || e.holds.status == planned) && e.holds.kind == named {
		st.status = e.holds.status
	}
}

// reportedInPast: clause i is what somebody said or thought in the past, or shares its place.
func (s *statuses) reportedInPast(i int32) bool {
	d := s.d
	for step := 0; step < 3; step++ {
		t := &d.Tokens[i]
		if t.Head < 0 {
			break
		}
		h := &d.Tokens[t.Head]
		if t.Label == parse.Ccomp {
			e := find(signaturesOf(d, t.Head), frameThat, "")
			return e != nil && (h.XPOS == parse.XVBD || h.XPOS == parse.XVBN)
		}
		if t.Label != parse.Conj {
			break
		}
		i = t.Head
	}
	for _, c := range d.Children(i) { // "the talks would resume, she said"
		if t := &d.Tokens[c]; t.Label == parse.Parataxis && t.XPOS == parse.XVBD && find(signaturesOf(d, c), frameThat, "") != nil {
			return true
		}
	}
	return false
}

// generic lowers the certainty of what holds of anybody ("you press the bell"), of a negated state, and
// of a clause that is a subject.
func (s *statuses) generic(i int32, st *standing) {
	d := s.d
	if st.neg && st.status.real() && stative[d.Tokens[i].Lemma] {
		st.cert = max(st.cert, probable)
	}
	if st.status != ongoing {
		return
	}
	if n := d.Child(i, parse.Nsubj); n >= 0 && (d.Tokens[n].Lemma == "you" || d.Tokens[n].Lemma == "one") && d.Tokens[i].XPOS != parse.XVBG {
		st.cert = possibly
	}
}

// finish turns a negated event that took place into one that did not, and back.
func finish(st standing) standing {
	switch {
	case st.neg && st.status.real():
		st.status = didNotHappen
	case st.neg && st.status == didNotHappen, !st.neg && st.status == didNotHappen:
		st.neg = true
	}
	return st
}

// sharesAux: a bare second verb takes the first one's auxiliaries: "will strike and destroy".
func (s *statuses) sharesAux(i int32, o own) bool {
	t, h := &s.d.Tokens[i], &s.d.Tokens[s.d.Tokens[i].Head]
	if h.UPOS != parse.VERB || o.to && s.ctx[t.Head].status == open && s.st[t.Head].tensed {
		return false
	}
	if s.d.Child(i, parse.Nsubj, parse.NsubjPass) >= 0 {
		return false
	}
	return t.XPOS == h.XPOS || t.XPOS == parse.XVB
}

// imperative: a bare verb without subject at the head of a sentence or of a clause beside it.
func (s *statuses) imperative(i int32) bool {
	return s.d.Child(i, parse.Nsubj, parse.NsubjPass, parse.Expl) < 0
}

// conditioned weakens the main clause of a condition: "would strike if attacked", "will leave unless paid".
func (s *statuses) conditioned(i int32, st *standing, o own) {
	if !o.modal {
		return
	}
	for _, c := range s.d.Children(i) {
		if s.d.Tokens[c].Label != parse.Advcl {
			continue
		}
		if m := s.d.Child(c, parse.Mark); m >= 0 {
			switch s.d.Tokens[m].Lemma {
			case "if", "unless", "provided":
				st.note(m)
				if st.status == planned || st.status == predicted {
					st.cert = max(st.cert, possibly)
				}
			}
		}
	}
}

// asked: a main clause of a question whose answer is whether it happened.
func (s *statuses) asked(i int32, o own) bool {
	d := s.d
	if l := d.Tokens[i].Label; l != parse.Root && l != parse.Conj || o.when {
		return false
	}
	n, a := d.Child(i, parse.Nsubj, parse.NsubjPass, parse.Expl), d.Child(i, parse.Aux, parse.AuxPass, parse.Cop)
	return n >= 0 && a >= 0 && a < n
}
