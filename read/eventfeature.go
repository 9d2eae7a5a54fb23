package read

import (
	"math"

	"sayso/article"
	"sayso/internal/learn"
	"sayso/parse"
)

// Templates of the features that the type of an event is learned from.
const (
	featTrigger uint32 = iota + 1
	featReading
	featParticle
	featObject
	featObjectReading
	featPrep
	featPrepNoun
	featChild
	featChildReading
	featAbove
	featAboveReading
	featStatus
	featClause
	featNear
	featSubject
	featClass
	featPair
	featLater
)

// A typer makes the features of events; its buffers are used again from event to event.
type typer struct {
	f     *eventFinder
	out   []uint32
	words []int32
}

func (t *typer) add(template uint32, value string) {
	t.out = append(t.out, learn.Mix(template, learn.Hash(value)))
}

// features are those of the event with trigger i: the trigger and its readings, what it governs, what
// governs it, how it stands, and the words of its clause.
func (t *typer) features(i int32) []uint32 {
	f, d := t.f, t.f.d
	tk := &d.Tokens[i]
	t.out = t.out[:0]
	class := "v"
	if tk.UPOS == parse.NOUN {
		class = "n"
	}
	t.add(featClass, class)
	t.add(featTrigger, tk.Lemma)
	t.readings(featReading, i)
	st := &f.s.st[i]
	t.add(featStatus, st.status.String())
	if st.neg {
		t.add(featStatus, "neg")
	}
	for _, c := range d.Children(i) {
		t.dependent(i, c)
	}
	if h := tk.Head; h >= 0 {
		t.add(featAbove, d.Tokens[h].Lemma)
		t.add(featAbove, tk.Label.String())
		t.readings(featAboveReading, h)
		if tk.UPOS == parse.NOUN { // "signed an agreement on …": what the verb above governs counts too
			for _, c := range d.Children(h) {
				if c != i && d.Tokens[c].UPOS == parse.NOUN {
					t.add(featNear, d.Tokens[c].Lemma)
				}
			}
		}
	}
	t.clause(i)
	return t.out
}

// readings adds the roots that the lexicon gives to token i.
func (t *typer) readings(template uint32, i int32) {
	if u := t.f.d.Tokens[i].UPOS; u != parse.VERB && u != parse.NOUN {
		return
	}
	for k, r := range t.f.kinds(i) {
		t.add(template, r.root)
		if k == 0 {
			t.add(template+100, r.root)
		}
	}
}

// dependent adds what one dependent c of the trigger says.
func (t *typer) dependent(i, c int32) {
	d := t.f.d
	k := &d.Tokens[c]
	switch k.Label {
	case parse.CompoundPrt:
		t.add(featParticle, k.Lemma)
		t.add(featPair, d.Tokens[i].Lemma+" "+k.Lemma)
	case parse.Obj, parse.NsubjPass, parse.Iobj:
		t.add(featObject, k.Lemma)
		t.add(featPair, d.Tokens[i].Lemma+" "+k.Lemma)
		t.readings(featObjectReading, c)
		for _, g := range d.Children(c) {
			if l := d.Tokens[g].Label; l == parse.Nmod || l == parse.ACL || l == parse.Compound || l == parse.Amod {
				t.add(featLater, d.Tokens[g].Lemma)
				t.readings(featObjectReading+200, g)
			}
		}
	case parse.Obl, parse.Nmod:
		p := preposition(d, c)
		t.add(featPrep, p)
		t.add(featPrepNoun, p+" "+k.Lemma)
		t.readings(featPrepNoun, c)
	case parse.Xcomp, parse.Ccomp, parse.ACL, parse.Advcl:
		t.add(featChild, k.Label.String())
		t.add(featChild, k.Lemma)
		t.readings(featChildReading, c)
		if o := d.Child(c, parse.Obj); o >= 0 {
			t.add(featLater, d.Tokens[o].Lemma)
			t.readings(featChildReading+200, o)
		}
	case parse.Nsubj:
		t.add(featSubject, k.Lemma)
	case parse.Aux, parse.Compound, parse.Amod, parse.Advmod:
		t.add(featNear, k.Lemma)
	}
}

// maxClause bounds the words of a clause that are looked at.
const maxClause = 40

// clause adds the content words under the trigger, nearest first.
func (t *typer) clause(i int32) {
	d := t.f.d
	t.words = append(t.words[:0], i)
	for n := 0; n < len(t.words) && n < maxClause; n++ {
		for _, c := range d.Children(t.words[n]) {
			switch d.Tokens[c].UPOS {
			case parse.NOUN, parse.VERB, parse.ADJ, parse.ADV, parse.AUX, parse.PROPN:
				if d.Tokens[c].UPOS != parse.PROPN {
					t.add(featClause, d.Tokens[c].Lemma)
				}
				if len(t.words) < maxClause {
					t.words = append(t.words, c)
				}
			}
		}
	}
}

// TypeExamples gives the features of the events of m that tell what source does to target, each with
// the share, 0 to 1, that it has in the telling: for the trainer, whose corpus types sentences and marks
// the two parties in them. With empty spans every event has the share 1.
func TypeExamples(m *Mentions, source, target article.Span, use func(e *Event, features []uint32, share float64)) {
	f := newEventFinder(m)
	shares := make([]float64, len(m.Events))
	sum, top := 0.0, math.Inf(-1)
	for k := range m.Events {
		shares[k] = f.fit(&m.Events[k], source, target)
		top = max(top, shares[k])
	}
	for k := range shares {
		shares[k] = math.Exp(shares[k] - top)
		sum += shares[k]
	}
	for k := range m.Events {
		share := shares[k] / sum
		if source == target {
			share = 1
		}
		use(&m.Events[k], f.typer.features(m.Events[k].Head), share)
	}
}

// fit is how well event e fits as what source does to target; differences of 1 count as e to 1.
func (f *eventFinder) fit(e *Event, source, target article.Span) float64 {
	d := f.d
	v := 0.0
	if f.anyIn(e.Actors, source) {
		v += 3
	}
	if f.anyIn(e.Targets, target) {
		v += 2
	}
	if f.anyIn(e.Targets, source) {
		v--
	}
	if len(f.kinds(e.Head)) > 0 {
		v += 2
	}
	if first, end := f.extent(e.Head); int(d.Tokens[first].Start) <= target.Start && int(d.At(end-1).End) >= target.End {
		v++
	}
	if e.Trigger.Overlaps(source) || e.Trigger.Overlaps(target) {
		v -= 3
	}
	switch d.Tokens[e.Head].Lemma {
	case "say", "tell", "add", "report", "announce", "be", "have":
		v--
	}
	for h, depth := d.Tokens[e.Head].Head, 0; h >= 0 && depth < 20; h, depth = d.Tokens[h].Head, depth+1 {
		v -= 0.3
	}
	return v
}

func (f *eventFinder) anyIn(tokens []int32, s article.Span) bool {
	for _, t := range tokens {
		if int(f.d.Tokens[t].Start) >= s.Start && int(f.d.Tokens[t].End) <= s.End {
			return true
		}
	}
	return false
}
