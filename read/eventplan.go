package read

import (
	"slices"

	"sayso/parse"
)

// own: what event e tells is what its sentence, or whoever is cited, is about, and somebody could keep a list of it: "The regulator ordered the dairy to rinse its
// tanks", "The council may close the road, an engineer said". Not what is told on the way: "boats that will be sold", "to make room for a park", "if
// the talks fail". Of what was done only what has its own day or opens the report, since it may be what was planned.
func (f *eventFinder) own(e *Event) bool {
	i := e.Head
	if f.cues[i] && !rulings[f.d.Tokens[i].Lemma] && !(talkedOver[f.d.Tokens[i].Lemma] && len(e.Targets) > 0) || f.completion(i) || f.counts(i) || e.Past || !f.asserted(i, e.Path) {
		return false
	}
	if f.d.Tokens[i].UPOS == parse.NOUN && !f.s.predicate(i) || f.d.Tokens[i].UPOS == parse.ADJ && f.weighed(i) {
		return f.openNoun(e)
	}
	if f.d.Tokens[i].UPOS != parse.VERB || !f.tangible(e) {
		return false
	}
	switch parseStatus(e.Status) {
	case planned, considered, proposed, threatened, ordered, authorised:
		return true
	case predicted, possible: // "may close the road", but not "prices may rise"
		return !changes[f.d.Tokens[i].Lemma] && (e.Statement >= 0 || e.Lead) && f.mayBe(e)
	case happened, ongoing:
		return e.Lead || e.Time >= 0
	case denied, didNotHappen:
		return e.Lead || f.planDenied(e)
	}
	return false
}

// mayBe: it is said that the thing may come, or is expected: not that it may have been, nor what "would" be if something were, but for what has its day.
func (f *eventFinder) mayBe(e *Event) bool {
	for _, c := range f.d.Children(e.Head) {
		if t := &f.d.Tokens[c]; t.Label == parse.Aux && t.Lemma == "have" {
			return false
		}
	}
	return slices.ContainsFunc(e.Path, func(t int32) bool {
		w := f.d.Tokens[t].Lemma
		return maybe[w] || w == "would" && (e.Lead || e.Time >= 0)
	})
}

// maybe are words by which a thing may come: "has not ruled out resigning" announces nothing.
var maybe = set("may might could expect likely expected possible possibly will wo shall plan intend want") // "will try to reach the crater", "wants to tear down its opera house"

// talkedOver are verbs of speaking that are done on a day that is set before: "will debate the toll".
var talkedOver = set("debate discuss present unveil introduce recall")

// openNoun: an event noun that is still to come, by the verb that it hangs on: "is considering a halt", "called for a truce".
func (f *eventFinder) openNoun(e *Event) bool {
	switch parseStatus(e.Status) {
	case planned, considered, proposed, threatened, ordered, authorised, denied:
		return true
	case didNotHappen:
		return e.Lead || f.planDenied(e)
	}
	return false
}

// idle are verbs that without an event noun tell nothing that could be listed as done or to be done.
var idle = set(`be have get want need like think know see feel seem appear mean happen remain depend understand believe hope expect continue say tell speak add ask
	become do go come try help let keep exist matter work look find face know consider weigh mull plan intend prepare decide aim seek refuse decline warn vow pledge promise threaten
	urge call demand order comment respond use`)

// bringing are verbs that only carry an event noun: "hold talks", "launch a strike".
var bringing = set("hold have make take give do conduct launch stage mount carry undertake perform begin start open end impose")

// tangible: verb e.Head says what is done, to whom or what, or who moves where: not "will be hard", "would help".
func (f *eventFinder) tangible(e *Event) bool {
	i := e.Head
	if idle[f.d.Tokens[i].Lemma] || bringing[f.d.Tokens[i].Lemma] && f.light(i) || f.d.Child(i, parse.Ccomp) >= 0 {
		return false
	}
	if x := f.d.Child(i, parse.Xcomp); x >= 0 && f.d.Child(x, parse.Mark) >= 0 {
		return false // "will try to reach the crater": that is told by "reach"
	}
	return len(e.Targets) > 0 || len(e.Actors) > 0
}

// planDenied: that it was to be is what did not come about: "will not escort the ship", "has no plans to buy the mine", "dropped its plan to close the ward".
func (f *eventFinder) planDenied(e *Event) bool {
	return slices.ContainsFunc(e.Path, func(t int32) bool { return forswearing[f.d.Tokens[t].Lemma] })
}

// forswearing are words that say of what does not come about that it was to come.
var forswearing = set("will wo shall would plan intend intention consider mull weigh propose proposal drop shelve scrap abandon cancel postpone rule delay defer order call put halt refuse decline")

// saidOf is the event that time h dates where the tree hangs it on the verb of saying though it stands in what is said: "The ward would move to Melk, 60 kilometres away, in
// September, an official said"; else e.
func (f *eventFinder) saidOf(e int32, h int32, es []Event, at []int32) int32 {
	if e < 0 || h < 0 || f.within[h] < 0 || f.m.Statements[f.within[h]].CueHead != es[e].Head {
		return e
	}
	for _, c := range f.d.Children(es[e].Head) {
		if l := f.d.Tokens[c].Label; (l == parse.Ccomp || l == parse.Parataxis) && at[c] >= 0 && f.within[c] == f.within[h] {
			return at[c]
		}
	}
	return e
}

// weighed: noun i is what somebody weighs, proposes or demands, and tells of no event by itself: "is considering a levy", "demanded compensation".
func (f *eventFinder) weighed(i int32) bool {
	d := f.d
	t := &d.Tokens[i]
	h := t.Head
	if h < 0 || t.Label != parse.Obj && t.Label != parse.NsubjPass || d.Tokens[h].UPOS != parse.VERB || t.UPOS != parse.NOUN && d.Child(i, parse.Det) < 0 || f.s.definite(i) || offices[t.Lemma] {
		return false
	}
	e := find(signaturesOf(d, h), frameObj, "")
	if e == nil || e.holds.kind != named || d.Child(h, parse.Xcomp, parse.Ccomp) >= 0 {
		return false
	}
	return e.holds.status == considered || weighedObjects[e.lemma]
}

// weighedObjects are verbs of planning and asking whose object is what is planned and not who is to do it.
var weighedObjects = set("propose plan demand")

// asserted: the clause or noun at token i is the main one of its sentence, or of what somebody is cited for, or hangs on the main one by the words of path, which say
// how it stands.
func (f *eventFinder) asserted(i int32, path []int32) bool {
	d := f.d
	for range 8 {
		t := &d.Tokens[i]
		h := t.Head
		if h < 0 {
			return true
		}
		switch t.Label {
		case parse.Parataxis, parse.Dep:
		case parse.Ccomp:
			if f.cues[h] {
				return true
			}
			if !slices.Contains(path, h) {
				return false
			}
		case parse.Conj:
			if (t.UPOS == parse.NOUN) != (d.Tokens[h].UPOS == parse.NOUN) {
				return false
			}
		case parse.Obj, parse.Nsubj, parse.NsubjPass:
			if e := find(signaturesOf(d, h), frameObj, ""); !bringing[d.Tokens[h].Lemma] && (e == nil || e.holds.kind == itself || !slices.Contains(path, h)) {
				return false // "will publish a study" publishes, and studies nothing
			}
		case parse.Xcomp, parse.ACL, parse.Obl:
			if !slices.Contains(path, h) {
				return false
			}
		case parse.Advcl:
			if m := d.Child(i, parse.Mark); m < 0 || d.Tokens[m].Lemma != "to" || !slices.Contains(path, h) || find(signaturesOf(d, h), frameTo, "") == nil {
				return false // what trees call adverbial: "asked the army, the mayor said, to send trucks"
			}
		case parse.Nmod:
			if !slices.Contains(path, h) || find(signaturesOf(d, h), frameCase, preposition(d, i)) == nil {
				return false
			}
		default:
			return false
		}
		i = h
	}
	return false
}

// OuterSubject is who is to do what verb i says, where trees hang "is to" and "is due to" on the verb as they do "the aim is to": "The council is to vote", or -1.
func OuterSubject(d *parse.Doc, i int32) int32 {
	n, be := d.Child(i, parse.NsubjOuter), d.Child(i, parse.Cop)
	if n < 0 || be < 0 || d.Tokens[be].Lemma != "be" || d.Tokens[i].UPOS != parse.VERB || n > be || be > i || signatures['n'][d.Tokens[n].Lemma] != nil {
		return -1
	}
	return n
}
