package read

import "sayso/parse"

// background marks the events of passages that restate the past, as written: what an earlier report
// told ("previously reported that …"), what had happened before the report's own time ("had struck"
// outside of reported speech), and what only sets the scene ("since the campaign began", "in the wake
// of the strikes"). What an old date says is resolve's.
func (f *eventFinder) background(es []Event) {
	for k := range es {
		e := &es[k]
		e.Past = f.earlier(e) || f.pluperfect(e.Head) || f.scene(e.Head) || f.undone(e.Head) || f.restated(e)
	}
}

// earlier: the event stands in a statement that an earlier report made.
func (f *eventFinder) earlier(e *Event) bool {
	for s, step := e.Statement, 0; s >= 0 && step < maxClimb; s, step = f.m.Statements[s].Inside, step+1 {
		if st := &f.m.Statements[s]; st.Earlier || st.CueHead >= 0 && (f.formerly(st.CueHead) || f.hadSaid(st.CueHead)) {
			return true
		}
	}
	return f.formerly(e.Head)
}

// perfect: verb i has "has" or "have".
func (f *eventFinder) perfect(i int32) bool {
	c := f.d.Child(i, parse.Aux)
	return c >= 0 && f.d.Tokens[c].Lemma == "have"
}

// hadSaid: a statement that was made before the report's own time, in its own voice: "the union had said that 303 were taken".
func (f *eventFinder) hadSaid(cue int32) bool {
	return f.d.Tokens[cue].UPOS == parse.VERB && f.s.st[cue].past && f.within[cue] < 0
}

// formerly: an adverb puts the verb before the report's own time: "previously", "in the past".
func (f *eventFinder) formerly(i int32) bool {
	for _, c := range f.d.Children(i) {
		switch f.d.Tokens[c].Lemma {
		case "previously", "formerly", "historically":
			return true
		case "before": // "the group has struck the railway before"
			if t := &f.d.Tokens[c]; t.Label == parse.Advmod && c > i && len(f.d.Children(c)) == 0 && f.perfect(i) {
				return true
			}
		case "past":
			if f.d.Tokens[c].Label == parse.Obl && preposition(f.d, c) == "in" {
				return true
			}
		}
	}
	return false
}

// pluperfect: "had struck", told in the report's own voice; after a verb of saying in the past it only
// follows the sequence of tenses ("he said the bridge had collapsed").
func (f *eventFinder) pluperfect(i int32) bool {
	if !f.s.st[i].past || f.within[i] >= 0 || f.s.st[i].neg && f.s.yet(i, i) { // "no cause had yet been given" is the state of today
		return false
	}
	for v, step := i, 0; v >= 0 && step < maxClimb; v, step = f.d.Tokens[v].Head, step+1 {
		switch f.d.Tokens[v].Label {
		case parse.Ccomp:
			return false
		case parse.Advcl:
			if m := f.d.Child(v, parse.Mark); m >= 0 && f.d.Tokens[m].Lemma == "if" {
				return false
			}
		}
	}
	return true
}

// scene: the event only dates or grounds another: "since the campaign began", "in the wake of the strikes".
func (f *eventFinder) scene(i int32) bool {
	d := f.d
	t := &d.Tokens[i]
	if f.spanBefore(i) {
		return f.s.st[i].status == happened
	}
	switch t.Label {
	case parse.Nsubj, parse.NsubjPass, parse.Obj: // "since the truce began"
		return t.UPOS == parse.NOUN && t.Head >= 0 && d.Tokens[t.Head].Label == parse.Advcl && f.s.st[i].status == happened && f.scene(t.Head)
	case parse.Conj: // "two weeks after a bridge collapsed and killed seven"
		return t.UPOS == parse.VERB && f.s.st[i].status == happened && f.scene(t.Head)
	case parse.Advcl:
		m := d.Child(i, parse.Mark)
		if m < 0 && t.XPOS == parse.XVBG && t.Head >= 0 && d.Tokens[t.Head].UPOS == parse.VERB {
			return f.scene(t.Head) // "after it collapsed, killing seven"
		}
		if m < 0 || f.s.st[i].status != happened || d.Tokens[i].XPOS == parse.XVBG {
			return false
		}
		return d.Tokens[m].Lemma == "since" || d.Tokens[m].Lemma == "after" && (t.Head >= 0 && d.Tokens[t.Head].Lemma == "come" || m > 0 && spans[d.At(m-1).Lemma]) // "came after 25 were taken", "three days after it sank"
	case parse.ACLRelcl, parse.ACL:
		n := t.Head // "a week after a bombing that killed six", "hours after he lifted the curfew that he imposed"
		if f.s.st[i].status != happened || n < 0 || d.Tokens[n].UPOS != parse.NOUN {
			return false
		}
		switch d.Tokens[n].Label {
		case parse.Obj, parse.Nsubj, parse.NsubjPass:
			return d.Tokens[n].Head >= 0 && d.Tokens[n].Head != i && d.Tokens[d.Tokens[n].Head].Label != parse.Root && f.scene(d.Tokens[n].Head)
		}
		return eventNoun(d.Tokens[n].Lemma) && f.scene(n)
	case parse.Obl, parse.Nmod:
		switch preposition(d, i) {
		case "since":
			return true
		case "after":
			c := d.Child(i, parse.Case)
			return c > 0 && spans[d.At(c-1).Lemma] && f.s.st[i].status == happened // "a week after a bombing"
		case "of":
			return t.Head >= 0 && d.Tokens[t.Head].Lemma == "wake"
		case "in":
			if c := d.Child(i, parse.Case); c >= 0 && int(c)+1 < len(d.Tokens) && d.At(c+1).Lemma == "wake" {
				return true
			}
		}
	}
	return false
}

// spanBefore: verb i has a subject that the tree took a span of time for, with what it is counted from: "freed 90 men, hours after three women returned".
func (f *eventFinder) spanBefore(i int32) bool {
	d := f.d
	s := d.Child(i, parse.Nsubj, parse.NsubjPass)
	if s < 0 || d.Tokens[i].Label == parse.Root {
		return false
	}
	first, _ := d.Subtree(s)
	for k := first; k < min(first+3, s+1) && int(k)+1 < len(d.Tokens); k++ {
		if spans[d.Tokens[k].Lemma] {
			return d.Word(k+1) == "after"
		}
	}
	return false
}

// restated: a participle before a noun only says which one is meant, "the suspended president"; who is wounded may be news.
func (f *eventFinder) restated(e *Event) bool {
	t := &f.d.Tokens[e.Head]
	return t.Label == parse.Amod && t.UPOS == parse.VERB && t.XPOS == parse.XVBN && e.Type != "ASSAULT" && f.s.st[e.Head].status == happened
}

// spans are units of time by which one event is told to be after another.
var spans = set("hour day week month year")

// sequels are verbs, and nouns of them, of what comes after another deed to those whom it was done to: who is freed was taken before.
var sequels = set(`free release rescue escape return recover identify bury mourn repatriate charge convict sentence extradite reunite flee deport
	discharge exhume commemorate honour honor compensate ransom`)

// undone: the event only says which people the report tells the sequel of: "24 girls seized last week were freed", "the release of 100 of
// the pupils abducted from a school".
func (f *eventFinder) undone(i int32) bool {
	d := f.d
	t := &d.Tokens[i]
	if t.Label != parse.ACL && t.Label != parse.ACLRelcl && !(t.Label == parse.Nmod && t.XPOS == parse.XVBN) || f.s.st[i].status != happened {
		return false
	}
	for n, step := t.Head, 0; n >= 0 && step < 4; n, step = d.Tokens[n].Head, step+1 {
		switch d.Tokens[n].Label {
		case parse.Nsubj, parse.NsubjPass, parse.Obj:
			v := d.Tokens[n].Head
			return v >= 0 && sequels[d.Tokens[v].Lemma]
		case parse.Nmod:
			if v := d.Tokens[n].Head; v >= 0 && sequels[d.Tokens[v].Lemma] && preposition(d, n) == "of" {
				return true
			}
		default:
			return false
		}
	}
	return false
}
