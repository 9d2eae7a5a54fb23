package read

import (
	"sayso/parse"
)

// Counts by an adjective, and by a cue behind or before what it counts.

// adjective handles "dead" and "missing".
func (s *counter) adjective(i int32, c measureWord) {
	if c.key == "homeless" && !s.madeSo(i) {
		return // "a homeless man", "the city's 3,000 homeless people"
	}
	if k := s.inside(i); k >= 0 && s.phrases[k].head != i && (s.phrases[k].first < i || s.phrases[k].person) {
		if s.phrases[k].person && s.phrases[k].form != formPlural {
			s.emit([]int{k}, c.measure, c.key, i)
		}
		return
	}
	if s.attribute(i) || s.leftDead(i, c) {
		return
	}
	j := s.thoughtTo(i, &c)
	if k := s.phraseEnding(j + 1); k >= 0 && s.phrases[k].person {
		s.emit(s.list(k, -1), c.measure, c.key, i)
		return
	}
	s.predicative(i, j, c)
}

// leftDead counts those who stand right before the adjective at token i, and reports whether there are any: "leaving five people dead".
func (s *counter) leftDead(i int32, c measureWord) bool {
	left := i
	if s.word(i-1) == "," && s.digit(i-2) && s.word(i-3) == "," {
		left = i - 3 // "left Ana Ruiz, 21, dead"
	} else if j := s.someTold(i); j >= 0 {
		left = j
	}
	k := s.phraseEnding(left)
	if k > 0 && s.phrases[k].prep == "of" && s.phrases[k-1].end == s.phrases[k].first-1 && s.phrases[k-1].person && s.phrases[k-1].form == formNumber && !s.be(left-1) {
		s.emit([]int{k - 1}, c.measure, c.key, i) // "leaving five members of a family dead"
		return true
	}
	if k >= 0 && (s.phrases[k].person || left < i && s.named(k, false) || s.numbered(k, i)) {
		s.emit(s.list(k, -1), c.measure, c.key, i)
		return true
	}
	return false
}

// thoughtTo is the token before the adjective at token i and the words that say how surely it holds. Those who are only thought dead are
// presumed so by c.
func (s *counter) thoughtTo(i int32, c *measureWord) int32 {
	j := i - 1
	if s.word(j) == "as" && i > s.first+2 {
		j-- // "are reported as missing", "listed as dead"
	}
	if s.word(j) == "be" && s.word(j-1) == "to" && (thoughtDead[s.word(j-2)] || s.word(j-2) == "estimated") { // "are believed to be dead"
		j -= 2
	}
	if w := s.word(j); thoughtDead[w] || w == "estimated" { // "estimated to be missing"
		if thoughtDead[w] && s.words[i] != "missing" {
			c.measure = "presumed_dead"
		}
		j--
	}
	for j >= s.first && (s.adverb(j) || s.words[j] == "presumed" || s.words[j] == "feared" || s.words[j] == "confirmed") {
		if s.words[j] == "presumed" || s.words[j] == "feared" {
			c.measure = "presumed_dead"
			if s.words[i] == "missing" {
				c.measure = "missing"
			}
		}
		j--
	}
	return j
}

// predicative counts those of whom the verb or the "and" at token j says the adjective at token i.
func (s *counter) predicative(i, j int32, c measureWord) {
	switch w := s.word(j); {
	case w == "and" && s.measure(j-1).kind == cueAdj: // "is missing and presumed dead"
		s.emit(s.subject(j-1, j-1), c.measure, c.key, i)
	case w == "and" && c.measure == "presumed_dead": // "are trapped underground and presumed dead"
		for v := j - 1; v > j-7 && v > s.first && s.words[v] != ","; v-- {
			if s.be(v) {
				s.emit(s.subject(v, v), c.measure, c.key, i)
				return
			}
		}
	case foundSo[w]:
		g, _ := s.verbGroup(j)
		if !s.unreal(g) {
			s.emit(s.subject(j, g), c.measure, c.key, i)
		}
	case s.be(j), staysSo[w]:
		g := j
		for g > s.first && (s.is(g-1, clBe|clHave|clNot|clModal)) {
			g--
		}
		if !s.unreal(j) {
			s.emit(s.subject(i, g), c.measure, c.key, i)
		}
	}
}

// Verbs whose subject the adjective behind them is said of: by others ("was pronounced dead"), or as it goes on being so ("remains missing").
var (
	foundSo = set("pronounced declared found discovered reported left listed registered considered counted made rendered")
	staysSo = set("still remain remained remains go went")
)

// madeSo reports whether people are said to be or to have been made homeless, at token i.
func (s *counter) madeSo(i int32) bool {
	if k := s.inside(i); k >= 0 && s.phrases[k].end > i+1 {
		return false
	}
	for j := i - 1; j >= s.first && j > i-12; j-- {
		switch s.words[j] {
		case "made", "left", "leaving", "making", "rendered", "rendering", "leaves", "makes", "are", "were":
			return true
		}
	}
	return false
}

// attribute reports whether the adjective at token i opens the name of a thing: "dead wood", "missing pages"; not "found dead hours later".
func (s *counter) attribute(i int32) bool {
	k := s.inside(i)
	if k < 0 || s.phrases[k].first != i || s.phrases[k].person {
		return false
	}
	h := s.phrases[k].head
	return h > i && s.tagged && s.tag(h) == parse.NOUN && !s.capital(h) && !s.is(h, clTime|clUnit|clPerson) && s.measure(h).kind == cueNone && !s.is(h, clQuantity)
}

// thoughtDead are the participles by which those missing are given up.
var thoughtDead = map[string]bool{"believed": true, "thought": true, "feared": true, "presumed": true, "assumed": true}

// counted handles nouns that are counted themselves ("12 deaths", "the toll … deaths to 43") or
// whose "of" or possessor names the victims ("the killing of two men", "Umar's death").
func (s *counter) counted(i int32, c measureWord) {
	w := s.words[i]
	switch {
	case c.key == "injuries" && w != "casualties":
		s.injuries(i, c)
		return
	case w == "shooting" && (s.word(i+1) == "death" || s.word(i+1) == "deaths"):
		return // the next word's turn
	case w == "death" && s.word(i-1) == "to":
		s.toDeath(i)
		return
	case w == "death" && (s.word(i+1) == "count" || s.word(i+1) == "tally"):
		s.toll(i+1, "killed", "toll") // "the death count was 77"
		return
	case w == "casualties":
		c.measure = "casualties"
	case s.ofBody(i) && (s.word(i-1) == "for" || s.word(i-1) == "the" && s.word(i-2) == "for") && s.word(i+1) == "of":
		return // "the search for the bodies of 141 people"
	}
	if s.released(i) {
		return
	}
	if k := s.inside(i); c.measure == "survivors" && k >= 0 && (s.saidOf(k) || s.word(s.phrases[k].q.end) == "of") {
		return // "killed two survivors", "eleven of the survivors were hurt"
	}
	if s.countedOf(i, c) || s.countedHis(i, c) || s.countedItself(i, c) {
		return
	}
	if w == "bodies" && !s.numberBefore(i) {
		return // "searched for bodies inside seven of eight towers"
	}
	if w != "death" && w != "body" && w != "homicide" {
		s.toll(i, c.measure, c.key)
	}
}

// ofBody reports whether token i is "body" or "bodies".
func (s *counter) ofBody(i int32) bool { return s.words[i] == "body" || s.words[i] == "bodies" }

// countedOf counts those whom an "of" behind the noun at token i names, and reports whether nobody else is to be counted: "the killing of two men".
func (s *counter) countedOf(i int32, c measureWord) bool {
	if s.word(i+1) != "of" {
		return false
	}
	k := s.phraseFrom(i + 2)
	if k >= 0 && !s.phrases[k].person && s.phrases[k].form == formNumber && !s.phrases[k].bare {
		return true // "the killing of 300,000 pigs"
	}
	if k >= 0 && s.phrases[k].person {
		if j := s.list(k, +1); len(j) > 0 {
			s.emit(j, c.measure, c.key, i)
			return true
		}
	}
	return false
}

// countedHis counts the one whose the noun at token i is, and reports whether it has a possessor: "Alder's death", but not "to cover a woman's body".
func (s *counter) countedHis(i int32, c measureWord) bool {
	if w := s.word(i - 1); w != "'s" && w != "’s" && w != "'" && w != "’" {
		return false
	}
	if k := s.phraseEnding(i - 1); k >= 0 && s.phrases[k].person && (!s.ofBody(i) || s.recovered()) {
		s.emit([]int{k}, c.measure, c.key, i)
	}
	return true
}

// countedItself counts what the noun at token i has a number for, "12 deaths", and reports whether that settles it.
func (s *counter) countedItself(i int32, c measureWord) bool {
	k := s.inside(i)
	if k < 0 {
		return false
	}
	p := &s.phrases[k]
	if p.form == formNumber && s.is(i+1, clModal) {
		return true // "thousands of deaths could be prevented"
	}
	if p.form == formNumber && p.end-1 == i {
		switch w := s.words[i]; {
		case w == "death", w == "homicide", w == "remains", w == "remain", w == "body" && p.q.low != 1:
		default:
			s.one(k, c.measure, c.key, i)
		}
		return true
	}
	if s.ofBody(i) && p.form == formSingular && s.recovered() {
		s.one(k, c.measure, c.key, i)
		return true
	}
	return false
}

// saidOf reports whether phrase k of this sentence was counted already for what befell it.
func (s *counter) saidOf(k int) bool {
	sp := s.spanOf(&s.phrases[k])
	for j := len(s.out) - 1; j >= 0 && j > len(s.out)-lookBack; j-- {
		if s.out[j].Span == sp {
			return true
		}
	}
	return false
}

// injuries handles "suffered a gunshot wound", "with non-life-threatening injuries": the one who
// has them is counted, not the wounds; "12 injuries" counts people.
func (s *counter) injuries(i int32, c measureWord) {
	k := s.inside(i)
	j := i
	if k >= 0 {
		j = s.phrases[k].first
	}
	if s.fatal(j, i) {
		c.measure = "killed" // "found with a fatal gunshot wound"
	}
	if k := s.phraseFrom(i + 2); s.word(i+1) == "to" && k >= 0 && s.phrases[k].person && s.phrases[k].form == formNumber {
		s.emit(s.list(k, +1), c.measure, "wounds", i) // "caused minor injuries to 40 others"
		return
	}
	switch w := s.word(j - 1); w {
	case "had", "has", "have", "suffered", "sustained", "suffering", "sustaining", "receiving", "received", "suffers", "suffer", "sustain", "sustains", "receive", "receives":
		if s.unreal(j - 1) {
			return
		}
		g, _ := s.verbGroup(j - 1)
		list := s.subject(j-1, g)
		if (w == "suffer" || w == "sustain" || w == "receive") && (len(list) == 0 || s.phrases[list[0]].form != formNumber) {
			return // what a side suffers is no wound
		}
		s.emit(list, c.measure, "wounds", i)
	case "with", "from", "for":
		if k := s.phraseEnding(j - 1); w == "with" && k >= 0 && s.phrases[k].person && s.phrases[k].prep == "" {
			s.emit(s.list(k, -1), c.measure, "wounds", i) // "found two women with gunshot wounds"
			return
		}
		for v := j - 2; v >= s.first && v > j-14; v-- {
			switch s.words[v] {
			case "died", "dead", "dies":
				return
			case "taken", "hospitalized", "treated", "suffering", "recovering", "transported", "found", "rushed", "airlifted", "flown", "arrived", "hospital", "driven", "brought":
				if s.words[v] == "hospital" {
					continue
				}
				g, _ := s.verbGroup(v)
				s.emit(s.subject(v, g), c.measure, "wounds", i)
				return
			default:
				if s.be(v) && w == "with" {
					s.emit(s.subject(v, v), c.measure, "wounds", i)
					return
				}
			}
		}
	default:
		if k >= 0 && s.words[i] == "injuries" && s.phrases[k].form == formNumber && s.phrases[k].q.low != 1 && !s.phrases[k].q.vague {
			s.one(k, c.measure, "injuries", i)
		}
	}
}

func (s *counter) fatal(i, end int32) bool {
	for ; i < end; i++ {
		if s.words[i] == "fatal" || s.words[i] == "mortal" {
			return true
		}
	}
	return false
}
