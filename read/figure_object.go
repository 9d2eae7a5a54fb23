package read

import (
	"sayso/parse"
)

// Those whom a verb tells of behind it.

// crowd reports whether list is a number of people large enough to be displaced by what they flee:
// "40,000 fled", not "the suspect fled".
func (s *counter) crowd(list []int) bool {
	return len(list) > 0 && s.phrases[list[0]].form == formNumber && s.phrases[list[0]].q.low >= 20
}

// thingAt reports whether a phrase for things begins at token i, so that the cue before it is active.
func (s *counter) thingAt(i int32) bool {
	k := s.phraseFrom(i)
	if k < 0 {
		return false
	}
	p := &s.phrases[k]
	return !p.person && !s.is(i, clTime) && !s.is(p.head, clTime|clUnit) && !s.is(p.end-1, clTime) && p.form != formNone && s.noun(p.head)
}

// object emits the figures of the object phrase k of active cue i.
func (s *counter) object(i int32, k int, c measureWord) {
	p := &s.phrases[k]
	if c.key == "shot" && s.word(p.end) == "dead" {
		c = measureWord{"killed", c.kind, "killed"} // "shot him dead"
	}
	if p.form == formPronoun && s.is(p.head, clReflexive) {
		key := "suicide"
		if c.key == "shot" {
			key = "shot self"
		}
		s.emit([]int{k}, c.measure, key, i)
		return
	}
	s.emit(s.list(k, +1), c.measure, c.key, i)
	for n := s.onAnotherDay(k); n >= 0; n = s.onAnotherDay(n) {
		s.one(n, c.measure, c.key, i)
	}
}

// objectAt is the phrase for people that follows cue i at once, adverbs aside, or -1.
func (s *counter) objectAt(i int32) int { return s.objectAfter(i, 2) }

// objectAfter is objectAt through at most depth coordinated verbs.
func (s *counter) objectAfter(i int32, depth int) int {
	j := i + 1
	for s.adverb(j) || j == i+1 && s.word(j) == "dead" && s.opener(j+1) {
		j++ // "shot dead five protesters"
	}
	// "shot and killed two", "killed or wounded two": the object stands after the second.
	if depth > 0 && (s.word(j) == "and" || s.word(j) == "or") && s.word(j+1) != "" {
		if c := s.measure(j + 1); c.kind == cuePart || c.kind == cueActive {
			if g, passive := s.verbGroup(j + 1); !passive || g == j+1 {
				return s.objectAfter(j+1, depth-1)
			}
		}
	}
	k := s.phraseFrom(j)
	if k >= 0 && !s.phrases[k].person && !s.named(k, s.takes(i)) && !s.numbered(k, i) {
		k = s.treeObject(i, k)
	}
	if k < 0 || !s.phrases[k].person {
		return -1
	}
	// "killed Friday", "killed 12 miles away": no people.
	p := &s.phrases[k]
	if p.bare && (s.is(p.end, clUnit) || s.is(p.end, clTime) && !s.dayAt(p.end) || s.is(p.end, clWeapon)) {
		return -1
	}
	// "people killed two were": a number whose own verb follows belongs to that verb.
	if p.bare && (s.be(p.end) || s.measure(p.end).kind == cuePart && !s.tree()) {
		return -1
	}
	return k
}

// dayAt reports whether a day that can follow its object stands at token i: "wounded three Saturday
// night", not "killed March 3".
func (s *counter) dayAt(i int32) bool {
	switch s.word(i) {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "overnight", "early", "late", "last", "tonight":
		return true
	}
	return false
}

// treeObject is the phrase for people that the tree gives as cue i's object where the phrase k
// beside it is none ("detained an Islamic Movement of Uzbekistan facilitator"), or -1. Whom one
// arrests is a person, whatever the noun ("a suspected bomb maker").
func (s *counter) treeObject(i int32, k int) int {
	q := &s.phrases[k]
	if k+1 < len(s.phrases) && s.word(q.end) == "of" && s.capital(q.end-1) && s.phrases[k+1].first == q.end+1 && s.phrases[k+1].person {
		n := &s.phrases[k+1]
		if n.form == formName {
			n.form = formSingular
		}
		if n.form == formPlural && s.is(n.head, clSingular) {
			n.form, n.q = formSingular, exact(1)
		}
		return k + 1
	}
	if s.arrests(i) && q.form == formSingular {
		q.person = true
		return k
	}
	if !s.tree() {
		return -1
	}
	o := s.d.Child(i, parse.Obj)
	if o < 0 || o < s.first || o >= s.end {
		return -1
	}
	p := s.inside(o)
	if p < 0 {
		return -1
	}
	if q := &s.phrases[p]; !q.person && s.arrests(i) && s.noun(o) && q.head == o && q.form == formSingular {
		q.person = true
	}
	if q := &s.phrases[p]; q.person && q.form == formName && s.phrases[k].form == formSingular {
		q.form = formSingular
	}
	return p
}
