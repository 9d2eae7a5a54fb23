package read

// What an illness's spread is told by: cases and infections, whose numbers often stand without their noun.

// caseNouns are those whose number tells how many fell ill.
var caseNouns = set("cases infections")

// cases finds the levels of cases: "Ebola cases top 500", "cases of measles in the province have now passed 2,000, up from 875".
func (s *counter) cases(from int) {
	for i := s.first; i < s.end; i++ {
		if !caseNouns[s.words[i]] || s.is(i-1, clPrep) || s.is(i-1, clQuantity) {
			continue
		}
		at := s.reachedAt(s.afterOf(i + 1))
		if at < 0 {
			continue
		}
		q, ok := s.quantity(at)
		if !ok || s.notACount(q) || s.is(q.end, clUnit) || s.nounFollows(q.end) && s.word(q.end) != "mark" {
			continue
		}
		if over[s.wordBefore(q)] && q.hasLow && q.hasHigh {
			q = q.apply(boundMore)
		}
		n := phrase{first: q.first, end: q.end, head: q.num, q: q, form: formNumber, who: "cases"}
		if s.taken(from, s.spanOf(&n)) {
			continue
		}
		s.add(&n, "cases", "cases", "cases", i)
		if old, ok := s.quantity(s.upFrom(q.end)); ok && !s.notACount(old) && !s.noun(old.end) {
			p := phrase{first: old.first, end: old.end, head: old.num, q: old, form: formNumber, who: "cases"}
			s.out[s.add(&p, "cases", "cases", "cases", i)].Superseded = true
		}
	}
}

// fellIll has people who fell ill counted as cases: "at least 120 people have fallen ill", "sickened 40 residents".
func (s *counter) fellIll(f *Figure) {
	if f.Cue >= 0 || f.Form != "number" || f.Unit == "cases" {
		return
	}
	v := s.d.Tokens[s.nounOf(f.Head)].Head
	if v < s.first || v >= s.end {
		return
	}
	ill := func(i int32) bool { w := s.word(i); return w == "ill" || w == "sick" }
	if l := s.lemma(v); l == "sicken" || l == "fall" && ill(v+1) || ill(v) && s.lemma(v-1) == "fall" {
		f.Measure, f.Unit, f.Key = "cases", "cases", "cases"
	}
}

// afterOf is the token behind "of measles in the north" at token i, or i.
func (s *counter) afterOf(i int32) int32 {
	if w := s.word(i); w != "of" && w != "in" && w != "across" && w != "among" {
		return i
	}
	for j := i + 1; j < s.end && j < i+14; j++ {
		switch w := s.words[j]; {
		case levels[w] || over[w] || s.is(j, clHave):
			return j
		case !wordy(w) || s.is(j, clBe|clModal|clRel|clNumeral):
			return i
		}
	}
	return i
}

// upFrom is the token behind ", up from" at token i.
func (s *counter) upFrom(i int32) int32 {
	if s.word(i) == "," {
		i++
	}
	if w := s.word(i); w == "up" || w == "down" {
		i++
	}
	if s.word(i) != "from" {
		return s.end
	}
	return i + 1
}
