package read

import (
	"slices"

	"sayso/parse"
)

// maxClimb bounds the walk to a subject that a clause shares with the clauses above it.
const maxClimb = 6

// verbRoles is who does what the verb i says, and to whom, as head tokens.
func (f *eventFinder) verbRoles(i int32) (actors, targets []int32) {
	d := f.d
	passive := f.passive(i)
	shared, side := f.shared(i)
	suffers := passive && (len(shared) > 0 || d.Child(i, parse.NsubjPass) >= 0) // "was banned from office", "was broken up with restraint"
	for _, c := range d.Children(i) {
		switch d.Tokens[c].Label {
		case parse.Nsubj:
			actors = f.add(actors, c)
		case parse.NsubjOuter:
			if c == OuterSubject(d, i) && passive {
				targets = f.add(targets, c)
			} else if c == OuterSubject(d, i) {
				actors = f.add(actors, c)
			}
		case parse.OblAgent:
			actors = f.add(actors, c)
		case parse.NsubjPass, parse.Obj:
			if !f.temporal(c) {
				targets = f.add(targets, c)
			}
		case parse.Obl:
			switch preposition(d, c) {
			case "by":
				if passive && !f.temporal(c) {
					actors = f.add(actors, c)
				}
			case "against", "with", "upon":
				if !f.temporal(c) && !f.hasObject(i) && !suffers {
					targets = f.add(targets, c)
				}
			case "at", "on", "to", "from":
				if len(targets) == 0 && !suffers && f.kinds(i) != nil && !f.temporal(c) && !f.hasObject(i) {
					targets = f.add(targets, c)
				}
			}
		}
	}
	switch {
	case len(shared) == 0:
	case passive || side == patient:
		if len(targets) == 0 {
			targets = shared
		}
	case len(actors) == 0:
		actors = shared
	}
	return actors, targets
}

// passive: the verb i is a passive, full or reduced.
func (f *eventFinder) passive(i int32) bool {
	t := &f.d.Tokens[i]
	if f.d.Child(i, parse.AuxPass, parse.NsubjPass, parse.OblAgent) >= 0 {
		return true
	}
	if t.XPOS != parse.XVBN || f.d.Child(i, parse.Aux, parse.Nsubj) >= 0 {
		return false
	}
	if t.Label == parse.ACL && f.hasObject(i) { // "after the cabinet cut off talks", tagged as a participle
		return false
	}
	if t.Label == parse.Conj && t.Head >= 0 {
		h := &f.d.Tokens[t.Head]
		return h.UPOS != parse.VERB || f.d.Child(t.Head, parse.AuxPass, parse.NsubjPass) >= 0 || h.XPOS == parse.XVBN && h.Label != parse.Root && f.passive(t.Head) // not "was checking the reports and called on all sides"
	}
	return true
}

func (f *eventFinder) hasObject(i int32) bool { return f.d.Child(i, parse.Obj) >= 0 }

// temporal: the noun is a time or a manner and no party: "by Friday", "on Tuesday".
func (f *eventFinder) temporal(i int32) bool {
	at := int(f.d.Tokens[i].Start)
	lo, hi := 0, len(f.m.Times)
	for lo < hi {
		m := (lo + hi) / 2
		if f.m.Times[m].Span.End <= at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo < len(f.m.Times) && f.m.Times[lo].Span.Start <= at
}

// add adds participant c and the participants joined to it ("Israel and Egypt"); a relative
// pronoun stands for its noun.
func (f *eventFinder) add(to []int32, c int32) []int32 {
	d := f.d
	if a := f.antecedent(c); a >= 0 {
		c = a
	}
	if len(to) > 7 || slices.Contains(to, c) || f.counts(c) {
		return to
	}
	switch d.Tokens[c].UPOS {
	case parse.NOUN, parse.PROPN, parse.PRON, parse.NUM, parse.ADJ, parse.X, parse.SYM, parse.DET:
	default:
		return to
	}
	to = append(to, c)
	for _, k := range d.Children(c) {
		if d.Tokens[k].Label == parse.Conj && len(to) < 8 && !slices.Contains(to, k) {
			if u := d.Tokens[k].UPOS; u == parse.NOUN || u == parse.PROPN {
				to = append(to, k)
			}
		}
	}
	return to
}

// antecedent is the noun that relative pronoun c stands for, or -1.
func (f *eventFinder) antecedent(c int32) int32 {
	d := f.d
	t := &d.Tokens[c]
	if t.XPOS != parse.XWDT && t.XPOS != parse.XWP && t.Lemma != "that" && t.Lemma != "which" && t.Lemma != "who" {
		return -1
	}
	if t.Lemma == "that" && t.UPOS != parse.PRON {
		return -1
	}
	for v, step := t.Head, 0; v >= 0 && step < maxClimb; v, step = d.Tokens[v].Head, step+1 {
		if d.Tokens[v].Label == parse.ACLRelcl {
			h := d.Tokens[v].Head
			up := d.Tokens[h].Head
			if up >= 0 && d.Tokens[up].UPOS == parse.NOUN && (f.temporal(h) || f.whereOf(h, up) && ruinous[d.Tokens[v].Lemma]) {
				return up // "clashes on Thursday that killed nine", "an explosion in the port that killed nine"
			}
			if up >= 0 && f.temporal(h) {
				if o := d.Child(up, parse.Obj, parse.NsubjPass); o >= 0 && o < h {
					return o // "passed a bill on Wednesday that allows it"
				}
			}
			return d.Tokens[v].Head
		}
	}
	return -1
}

// ruinous are verbs of what a place does to nobody.
var ruinous = set("kill injure wound destroy damage leave claim shake rock maim flatten displace")

// whereOf: the noun h tells where the event that up names took place.
func (f *eventFinder) whereOf(h, up int32) bool {
	switch preposition(f.d, h) {
	case "in", "at", "near", "off", "outside":
		return eventNoun(f.d.Tokens[up].Lemma)
	}
	return false
}

// A side says which part a shared participant takes.
type side uint8

const (
	agent side = iota
	patient
)

// shared is the participants that the clause of verb i takes from the clauses above it where it names
// none itself: the controller of an infinitive ("ordered the fleet to sail": the fleet), the noun that
// a participle or a relative clause describes, the subject of the first of two joined verbs.
func (f *eventFinder) shared(i int32) ([]int32, side) {
	d := f.d
	if d.Tokens[i].Head >= 0 && f.s.detached(i) { // its speaker is that of the sentence
		if n := d.Child(d.Sentences[d.Tokens[i].Sentence].Root, parse.Nsubj); n >= 0 {
			return f.add(nil, n), agent
		}
	}
	for step := 0; step < maxClimb && d.Tokens[i].Head >= 0; step++ {
		h := f.s.governor(i)
		switch d.Tokens[i].Label {
		case parse.ACLRelcl, parse.ACL, parse.Amod:
			return f.described(i, h)
		case parse.Xcomp, parse.Ccomp, parse.Advcl, parse.Conj, parse.Csubj, parse.Parataxis:
		default:
			return nil, agent
		}
		if who, ok := f.controller(i, h); ok {
			return who, agent
		}
		i = h
	}
	return nil, agent
}

// described is the part that noun h has in the clause of verb i, which describes it.
func (f *eventFinder) described(i, h int32) ([]int32, side) {
	d, t := f.d, &f.d.Tokens[i]
	switch t.Label {
	case parse.ACLRelcl:
		switch {
		case d.Child(i, parse.Nsubj, parse.NsubjPass) < 0:
			return f.add(nil, h), agent
		case d.Child(i, parse.Obj) < 0: // "the boats that the navy sank"
			return f.add(nil, h), patient
		}
		return nil, agent
	case parse.Amod:
		if t.XPOS == parse.XVBN {
			return f.add(nil, h), patient
		}
		return f.add(nil, h), agent
	}
	if t.XPOS == parse.XVBG || t.XPOS == parse.XVBN {
		return f.add(nil, h), agent
	}
	if l := d.Tokens[h].Label; (l == parse.Obj || l == parse.NsubjPass) && f.commands(d.Tokens[h].Head) { // "told the army to leave"
		return f.add(nil, h), agent
	}
	return f.holder(h), agent
}

// controller is who acts in the clause of verb i by the words of h right above it; ok is whether that settles it, so that nobody further up is asked.
func (f *eventFinder) controller(i, h int32) (who []int32, ok bool) {
	d, t := f.d, &f.d.Tokens[i]
	if t.Label == parse.Ccomp && f.s.st[i].tensed { // "said talks might resume", with the talks hung on "said"
		if o := d.Child(h, parse.Obj); o > h && o < i && d.Child(i, parse.Nsubj, parse.NsubjPass) < 0 {
			return f.add(nil, o), true
		}
		return nil, true
	}
	if t.Label == parse.Advcl && f.s.st[i].tensed && d.Child(i, parse.Mark) >= 0 {
		return nil, true
	}
	if u := d.Tokens[h].UPOS; u != parse.VERB && u != parse.ADJ && u != parse.AUX {
		return f.holder(h), true
	}
	if o := planObject(d, i, h); o >= 0 && f.infinitive(i) {
		return f.holder(o), true
	}
	if o := f.calledOn(h, i); o >= 0 {
		return f.add(nil, o), true
	}
	switch t.Label {
	case parse.Xcomp, parse.Ccomp:
		if o := d.Child(h, parse.Obj, parse.Iobj, parse.NsubjPass); o >= 0 && d.Tokens[h].Lemma != "promise" {
			return f.add(nil, o), true
		}
	case parse.Advcl:
		if o := d.Child(h, parse.Obj); o >= 0 && f.commands(h) && f.infinitive(i) {
			return f.add(nil, o), true
		}
	}
	n := d.Child(h, parse.Nsubj)
	if n < 0 {
		n = d.Child(h, parse.NsubjPass)
	}
	if n < 0 {
		return nil, false
	}
	return f.add(nil, n), true
}

// calledOn is whom a verb asks by a preposition to do what infinitive i tells: "called on the board to resign", "appealed to the press to wait"; or -1.
func (f *eventFinder) calledOn(h, i int32) int32 {
	d := f.d
	if !f.infinitive(i) || d.Child(h, parse.Obj) >= 0 {
		return -1
	}
	switch d.Tokens[h].Lemma {
	case "call", "appeal", "prevail":
	default:
		return -1
	}
	for _, c := range d.Children(h) {
		if t := &d.Tokens[c]; c > h && c < i && t.Label == parse.Obl {
			if p := preposition(d, c); (p == "on" || p == "upon" || p == "to") && !f.temporal(c) {
				return c
			}
		}
	}
	return -1
}

func (f *eventFinder) infinitive(i int32) bool {
	m := f.d.Child(i, parse.Mark)
	return m >= 0 && f.d.Tokens[m].XPOS == parse.XTO
}

// commands: verb h makes or lets its object act.
func (f *eventFinder) commands(h int32) bool {
	e := find(signatures['v'][f.d.Tokens[h].Lemma], frameTo, "")
	return e != nil && e.holds.kind == named
}

// holder is whose the noun h is: its possessor, the one named in it, or the subject of the verb that
// it is the object of ("Ruiz has a plan to sail": Ruiz).
func (f *eventFinder) holder(h int32) []int32 {
	d := f.d
	for step := 0; step < maxClimb && h >= 0; step++ {
		for _, c := range d.Children(h) {
			switch t := &d.Tokens[c]; t.Label {
			case parse.NmodPoss:
				if !f.temporal(c) {
					return f.add(nil, c)
				}
			case parse.Nmod:
				if preposition(d, c) == "by" {
					return f.add(nil, c)
				}
			case parse.Compound, parse.Amod:
				if f.party(c) {
					return []int32{c}
				}
			}
		}
		t := &d.Tokens[h]
		g := t.Head
		if g < 0 {
			return nil
		}
		switch t.Label {
		case parse.Obj, parse.Obl, parse.Xcomp, parse.Ccomp, parse.Advcl:
			if n := d.Child(g, parse.Nsubj); n >= 0 {
				return f.add(nil, n)
			}
			if t.Label == parse.Obl && preposition(d, h) != "in" && preposition(d, h) != "of" && preposition(d, h) != "with" && d.Child(g, parse.Obj) >= 0 {
				return nil
			}
			if n, s := f.shared(g); s == agent && len(n) > 0 {
				return n
			}
			return nil
		case parse.NsubjPass:
			if a := d.Child(g, parse.OblAgent); a >= 0 {
				return f.add(nil, a)
			}
			return nil
		case parse.Nmod, parse.Conj:
			h = g
			continue
		case parse.Nsubj:
			return nil
		}
		return nil
	}
	return nil
}

// party: the token c names a state, a people, an organisation or a force: "US", "Israeli", "Navy".
func (f *eventFinder) party(c int32) bool {
	t := &f.d.Tokens[c]
	if t.UPOS == parse.PROPN {
		return !f.temporal(c)
	}
	if t.UPOS != parse.ADJ {
		return false
	}
	w := f.d.Word(c)
	if w[0] < 'A' || w[0] > 'Z' || c == f.d.Sentences[t.Sentence].First && !nationality(w) {
		return false
	}
	return nationality(w)
}

// nationality: the word has an ending of the adjectives of peoples: "Israeli", "Russian", "Chinese".
func nationality(w string) bool {
	for _, e := range [...]string{"an", "ese", "ish", "i", "ch", "ek", "ic"} {
		if len(w) > len(e)+2 && w[len(w)-len(e):] == e {
			return true
		}
	}
	return false
}

// moves are event nouns whose "of" names the one who moves or dies, and not a target.
var moves = map[string]bool{"death": true, "arrival": true, "departure": true, "resignation": true, "return": true, "withdrawal": true, "retreat": true,
	"surrender": true, "birth": true, "rise": true, "fall": true, "visit": true, "movement": true, "escape": true, "collapse": true, "march": true, "speech": true, "decline": true, "growth": true, "protest": true, "exodus": true, "flow": true}

// nounRoles is who takes part in the event that noun i names.
func (f *eventFinder) nounRoles(i int32, root string) (actors, targets []int32) {
	d := f.d
	for _, c := range d.Children(i) {
		switch t := &d.Tokens[c]; t.Label {
		case parse.NmodPoss:
			if !f.temporal(c) { // "Monday's attack"
				actors = f.add(actors, c)
			}
		case parse.Compound, parse.Amod, parse.NmodDesc:
			if f.party(c) {
				actors = append(actors, c)
			}
		case parse.Nmod, parse.Obl:
			if f.temporal(c) {
				continue
			}
			switch preposition(d, c) {
			case "by":
				actors = f.add(actors, c)
			case "between":
				actors = f.add(actors, c)
			case "of":
				if moves[d.Tokens[i].Lemma] {
					actors = f.add(actors, c)
				} else {
					targets = f.add(targets, c)
				}
			case "against", "on", "at", "with", "upon", "to":
				targets = f.add(targets, c)
			}
		}
	}
	h := d.Tokens[i].Head
	if len(actors) == 0 && h >= 0 && !(root == "ASSAULT" && f.circumstance(i)) && !outlived[d.Tokens[h].Lemma] {
		actors = f.holder(i)
	}
	if len(targets) == 0 && h >= 0 && d.Tokens[i].Label == parse.Obj && root != "OTHER" {
		for _, c := range d.Children(h) {
			if d.Tokens[c].Label != parse.Obl || f.temporal(c) {
				continue
			}
			switch preposition(d, c) {
			case "against", "on", "with", "at":
				targets = f.add(targets, c)
			}
		}
	}
	return actors, targets
}

// circumstance: noun i only says when or in face of what the rest took place, so that whoever did that
// did not do this: "workers missing since the explosion", "the mayor resigned after the attack".
func (f *eventFinder) circumstance(i int32) bool {
	if l := f.d.Tokens[i].Label; l != parse.Obl && l != parse.Nmod {
		return false
	}
	switch preposition(f.d, i) {
	case "after", "since", "before", "until", "till", "during", "following", "amid", "despite":
		return true
	}
	return false
}

// orderers is who ordered or authorised event i, where it is ordered or authorised and they are not its doers.
func (f *eventFinder) orderers(i int32, doers []int32) []int32 {
	st := f.s.st[i]
	if st.status != ordered && st.status != authorised {
		return nil
	}
	for step := 0; st.up >= 0 && step < maxClimb; step++ {
		h := st.up
		if up := f.s.st[h]; up.status != st.status {
			if f.d.Tokens[h].UPOS == parse.NOUN {
				return nil // "the order to sail": whose it is the actors say
			}
			actors, _ := f.verbRoles(h)
			return slices.DeleteFunc(actors, func(a int32) bool { return slices.Contains(doers, a) })
		} else {
			st = up
		}
	}
	return nil
}
