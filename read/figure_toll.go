package read

// reaches are the words before the number of a toll.
var reaches = map[string]bool{"to": true, "at": true, "of": true, "is": true, "was": true, "reached": true, "reaches": true, "reaching": true,
	"hit": true, "hits": true, "passes": true, "passed": true, "exceeds": true, "exceeded": true, "tops": true, "topped": true, "now": true,
	"stood": true, "stands": true, "from": true, "by": true, ":": true, "as": true, "past": true, "surpasses": true, "surpassed": true,
	"top": true, "exceed": true, "surpass": true, "pass": true, "crosses": true, "cross": true, "number": true, "numbers": true, "numbered": true, "numbering": true, "totalled": true, "totaled": true, "totals": true, "crossed": true}

// toll handles "the death toll rose from five to six", "fatalities to 43", "the number of
// dead reached 12": the number after the verb or after "to" or "at"; a number after "from" is the
// old value.
func (s *counter) toll(i int32, measure, key string) {
	if s.words[i] == "toll" {
		switch s.word(i - 1) {
		case "injury", "injured":
			measure = "injured"
		case "casualty", "casualties":
			measure = "casualties"
		case "road", "bridge", "highway", "heavy", "a", "economic", "emotional", "taking", "tax":
			return
		}
	}
	foretold := false
	for j := i + 1; j < s.end && j < i+24; j++ {
		w := s.words[j]
		q, ok := s.quantity(j)
		foretold = w != "," && (foretold || s.is(j, clModal) && !s.monthAt(j) || foretells[w])
		if ok && s.countsPeople(q, w) && (key == "deaths" && q.first == i+1 || reaches[s.wordBefore(q)]) {
			if s.word(j-1) == "of" && !q.digits && s.nounFollows(q.end) && !s.is(q.end, clPerson|clOther) && s.measure(q.end).kind == cueNone && !s.is(q.end, clTime) {
				j = q.end // "the toll of two shipwrecks has risen to 55"
				continue
			}
			p := phrase{first: q.first, end: q.end, head: q.num, q: q, form: formNumber, bare: true, person: true, who: "toll"}
			if s.word(j-1) == "from" || s.word(j-1) == "by" {
				if s.word(j-1) == "from" && !(s.noun(q.end) && !s.is(q.end, clPerson)) { // but "the toll from two explosions"
					s.figure(&p, measure, "toll", i, func(f *Figure) { f.Superseded = true })
				}
				j = q.end - 1
				continue
			}
			if s.firstGiven(i, q.first-1) {
				s.figure(&p, measure, "toll", i, func(f *Figure) { f.Superseded = true })
				j = q.end - 1
				continue
			}
			if over[s.wordBefore(q)] && q.hasLow && q.hasHigh {
				p.q = q.apply(boundMore) // "the toll topped 300"
			}
			if s.ownCue(q, measure) {
				return // "the casualty toll rose to 40 people killed and 170 hurt"
			}
			if foretold {
				return // "the toll, expected at around 300", "could be as high as 500"
			}
			s.figure(&p, measure, "toll", i, nil)
			s.was(q.end, measure, i)
			return
		}
		if w == "," && key != "toll" || w == ";" || w == "." || s.is(j, clRel) && j > i+1 && key != "toll" || key != "toll" && j > i+13 {
			return // "the toll of the quake that struck on Sunday has risen to 1,400"
		}
		if c := s.measure(j); c.kind != cueNone && c.key != "toll" && key != "toll" {
			return
		}
	}
}

// countsPeople reports whether a number, which begins with word w, can be a toll.
func (s *counter) countsPeople(q quantity, w string) bool {
	if q.vague && w != "dozens" && w != "hundreds" || s.is(q.num, clOther) && !q.digits {
		return false
	}
	return !s.notACount(q) && !s.is(q.end, clUnit) && !s.is(q.end-1, clTime)
}

// wordBefore is the word before a number, that of "passed the 1,000 mark" the verb.
func (s *counter) wordBefore(q quantity) string {
	if w := s.word(q.first - 1); w != "the" || s.word(q.end) != "mark" {
		return w
	}
	return s.word(q.first - 2)
}

// firstGiven reports whether the "as" or "at" at token i belongs to an aside behind the toll at token toll that says what it was first: "the toll, first
// given as 1,200, is 410".
func (s *counter) firstGiven(toll, i int32) bool {
	if w := s.word(i); w != "as" && w != "at" || !gave[s.word(i-1)] && s.word(i-1) != "estimated" {
		return false
	}
	open := i - 1
	for open > toll && s.words[open] != "," {
		open--
	}
	if open == toll {
		return false
	}
	for j := i + 1; j < s.end && j < i+14; j++ {
		if s.words[j] == "," {
			return s.reachedAt(j+1) >= 0
		}
	}
	return false
}

// ownCue reports whether the number q has a word of another measure behind it, whose turn it then is.
func (s *counter) ownCue(q quantity, measure string) bool {
	i := q.end
	if s.is(i, clPerson) {
		i++
	}
	c := s.measure(i)
	return (c.kind == cuePart || c.kind == cueAdj || c.kind == cueCount) && c.measure != measure
}

// was adds the old value of a toll behind its new one: "lowered the toll to 44 from 45", "stood at 20, up from 12".
func (s *counter) was(i int32, measure string, cue int32) {
	q, ok := s.quantity(s.upFrom(i))
	if !ok || s.notACount(q) || s.noun(q.end) {
		return
	}
	p := phrase{first: q.first, end: q.end, head: q.num, q: q, form: formNumber, bare: true, person: true, who: "toll"}
	s.figure(&p, measure, "toll", cue, func(f *Figure) { f.Superseded = true })
}
