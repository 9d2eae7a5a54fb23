package read

// Counts that only a number gives, since the sentence or the one before says of what: "The ministry says 64 were killed. The mission gave 68", "lowered
// the toll to six but raised it to seven again".

// toldAgain finds the numbers that are all that somebody gives, from figure index from on where the first count stands in the sentence itself.
func (s *counter) toldAgain(from int) {
	for i := s.first; i < s.end; i++ {
		if !s.is(i, clQuantity) || !s.saidAlone(i) {
			continue
		}
		if q, ok := s.quantity(i); ok && !s.notACount(q) && !s.is(q.end, clUnit) && q.low > 1 {
			s.sameAgain(q, -1, from, s.lastCount(from, i))
		}
	}
}

// thingsAgain finds the numbers that are all that somebody gives of things or people of whom the figure before in the sentence says what was done to them: "The firm says
// 800 jobs will go, the union 2,000". It is asked once deeds are known.
func (s *counter) thingsAgain(from int) {
	for i := s.first; i < s.end; i++ {
		kept, _ := s.keptAt(i)
		if at := i; kept < 0 && (!s.is(at, clQuantity) || !s.saidAlone(at)) {
			continue
		} else if kept < 0 {
			kept = at
		}
		q, ok := s.quantity(kept)
		if !ok || s.notACount(q) || s.is(q.end, clUnit) || q.low < 2 || s.taken(from, s.d.Range(q.first, q.end)) {
			continue
		}
		for k := len(s.out) - 1; k >= from; k-- {
			if f := s.out[k]; f.Span.End <= int(s.d.Tokens[i].Start) && f.PartOf < 0 && f.Form == "number" && !f.Superseded && f.Key != "series" {
				p := phrase{first: q.first, end: q.end, head: q.num, q: q, form: formNumber, bare: true, who: f.Who}
				g := &s.out[s.add(&p, f.Measure, f.Unit, f.Key, -1)]
				g.Deed, g.Did = f.Deed, f.Did
				break
			}
		}
	}
}

// raisedAgain finds what a toll told before is raised or lowered to: "raised it to seven". It is asked once totals are known: of one incident this is none.
func (s *counter) raisedAgain(from int) {
	for i := s.first + 1; i < s.end; i++ {
		if s.words[i] != "it" || s.word(i+1) != "to" || !revisingVerbs[s.words[i-1]] {
			continue
		}
		if q, ok := s.quantity(i + 2); ok && !s.notACount(q) && !s.is(q.end, clUnit) && !s.nounFollows(q.end) {
			s.sameAgain(q, i, from, s.lastToll(i))
		}
	}
}

// sameAgain adds q as a count of what figure k counts.
func (s *counter) sameAgain(q quantity, cue int32, from, k int) {
	p := phrase{first: q.first, end: q.end, head: q.num, q: q, form: formNumber, bare: true, person: true, who: "toll"}
	if s.taken(from, s.spanOf(&p)) {
		return
	}
	if k < 0 {
		if s.deadBefore(q.first) { // "With Friday's dead, the monitor has counted 180"
			s.add(&p, "killed", "people", "total", cue)
		}
		return
	}
	f := s.out[k]
	at := s.add(&p, f.Measure, f.Unit, "total", cue)
	s.out[at].Deed, s.out[at].Did = f.Deed, f.Did
	s.pairs = append(s.pairs, [2]int{at, k})
}

// sameScope makes totals of the counts that are told again of totals.
func (s *counter) sameScope() {
	for _, p := range s.pairs {
		if f := &s.out[p[1]]; f.Cumulative {
			s.out[p[0]].Cumulative, s.out[p[0]].Since = true, f.Since
		}
	}
	s.pairs = s.pairs[:0]
}

// deadBefore reports whether the sentence speaks of dead before token i.
func (s *counter) deadBefore(i int32) bool {
	for j := s.first; j < i; j++ {
		if c := s.measure(j); c.measure == "killed" && c.kind != cueNone {
			return true
		}
	}
	return false
}

// revisingVerbs are what is done to a toll that is told again.
var revisingVerbs = set("raised raises raise lowered lowers cut cuts revised revises increased increases reduced reduces corrected corrects updated updates changed brought brings put took takes")

// lastToll is the last toll or total of people before token i in its sentence or the one before, or -1.
func (s *counter) lastToll(i int32) int {
	at := s.d.Tokens[s.first].Sentence
	for k := len(s.out) - 1; k >= 0 && at-s.d.Tokens[s.out[k].Head].Sentence <= 1; k-- {
		if f := &s.out[k]; f.Unit == "people" && f.PartOf < 0 && f.Span.Start < int(s.d.Tokens[i].Start) && (f.Key == "toll" || f.Key == "total" || f.Key == "deaths") {
			return k
		}
	}
	return -1
}

// saidAlone reports whether a number at token i is all that somebody says: "Coast Watch says 40."
func (s *counter) saidAlone(i int32) bool {
	if s.alone == nil {
		s.alone = map[int]int{}
		for k := range s.m.Statements {
			if c := s.m.Statements[k].Content; len(c) == 1 && c[0].Len() < 40 {
				s.alone[c[0].Start] = c[0].End
			}
		}
	}
	end, ok := s.alone[int(s.d.Tokens[i].Start)]
	if !ok {
		return false
	}
	q, ok := s.quantity(i)
	return ok && int(s.d.Tokens[q.end-1].End) >= end
}

// lastCount is the count of people that a number at token i is another of: the first of the killed in its sentence, else in the one before, else the
// first of any; or -1.
func (s *counter) lastCount(from int, i int32) int {
	at, best := s.d.Tokens[i].Sentence, -1
	for k := len(s.out) - 1; k >= 0 && k > len(s.out)-lookBack; k-- {
		f := &s.out[k]
		away := at - s.d.Tokens[f.Head].Sentence
		if away > 1 || best >= 0 && away > at-s.d.Tokens[s.out[best].Head].Sentence {
			break
		}
		if f.Span.Start > int(s.d.Tokens[i].Start) || f.Unit != "people" || f.PartOf >= 0 || f.Superseded || f.Form != "number" && f.Form != "list" {
			continue
		}
		if best < 0 || f.Measure == "killed" || s.out[best].Measure != "killed" {
			best = k
		}
	}
	return best
}

// asOfBefore gives the figures of the sentence before the day of one that says no more than as of when they are: "The figures are as of July 10."
func (s *counter) asOfBefore() {
	n := s.d.Tokens[s.first].Sentence
	at, said := int32(-1), false
	for i := s.first; i < s.end; i++ {
		switch s.words[i] {
		case "figure", "figures", "numbers", "count", "counts", "toll", "data", "total", "totals", "tally":
			said = true
		case "as":
			if said && s.word(i+1) == "of" {
				at = i + 2
			}
		}
	}
	if at < 0 || n == 0 {
		return
	}
	end := at
	for end < s.end && end < at+4 && wordy(s.words[end]) && !s.is(end, clBe|clHave|clPrep) {
		end++
	}
	for k := len(s.out) - 1; k >= 0 && n-s.d.Tokens[s.out[k].Head].Sentence <= 1 && end > at; k-- {
		if s.out[k].AsOf.Len() == 0 {
			s.out[k].AsOf = s.d.Range(at, end)
		}
	}
}
