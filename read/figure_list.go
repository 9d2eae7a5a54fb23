package read

import "sayso/parse"

// past is the phrase that stands in a list beyond phrase j, which only tells more of another one of it, or -1.
func (s *counter) past(j, dir int) int {
	n := s.pastOwner(j, dir)
	if dir < 0 {
		if comma := s.inAside(s.phrases[j].first); comma >= 0 && j+1 < len(s.phrases) && s.coordinated(s.phrases[j].end, s.phrases[j+1].first) {
			n = s.phraseEnding(comma)
			if n >= 0 && s.phrases[n].form != formNumber {
				return -1
			}
		}
	} else if j > 0 && s.inAside(s.phrases[j].first) == s.phrases[j-1].end {
		n = s.behindAside(s.phrases[j].first)
	}
	if n < 0 || !s.phrases[n].person {
		return -1
	}
	return n
}

// asides are words that open, after a comma, who some of those just counted are.
var asides = set("including mostly mainly most many largely chiefly primarily nearly almost half all some among")

// inAside is the comma before an aside that the phrase beginning at token i stands in, or -1: "11 civilians, including a child, and one
// soldier", "30 villagers, most of them women, and two guards".
func (s *counter) inAside(i int32) int32 {
	for j := i; j >= s.first && j > i-5; j-- {
		if s.word(j-1) == "," {
			if asides[s.word(j)] {
				return j - 1
			}
			return -1
		}
	}
	return -1
}

// behindAside is the number that goes on with a list behind the aside that token i stands in, or -1.
func (s *counter) behindAside(i int32) int {
	for j := i; j < s.end && j < i+6; j++ {
		if s.word(j) == "," && s.word(j+1) == "and" {
			if k := s.phraseFrom(j + 2); k >= 0 && s.phrases[k].form == formNumber && !s.hasCue(k) {
				return k
			}
			return -1
		}
	}
	return -1
}

// joined is those who share what verb i says by "along with" or "as well as" behind it: "three officers are injured, as well as two others", "was killed
// on Friday near the town along with his wife and three children".
func (s *counter) joined(i int32) []int {
	for j := i + 1; j+2 < s.end && j < i+20; j++ {
		w, next := s.words[j], s.words[j+1]
		if w == "along" && next == "with" || w == "together" && next == "with" {
			j += 2
		} else if w == "as" && next == "well" && s.words[j+2] == "as" {
			j += 3
		} else if s.tag(j) == parse.VERB || s.is(j, clBe|clHave|clRel) || w == "and" || w == ";" || s.measure(j).kind != cueNone {
			return nil
		} else {
			continue
		}
		if k := s.phraseFrom(j); k >= 0 && s.phrases[k].person && s.phrases[k].q.hasLow && s.phrases[k].form != formPronoun {
			return s.list(k, +1)
		}
		return nil
	}
	return nil
}

// pastOwner is the other end of a list where phrase j, whose people they are, stands between: "the head of the agency and five others".
func (s *counter) pastOwner(j, dir int) int {
	if j == 0 || j+1 >= len(s.phrases) {
		return -1
	}
	a, p, b := &s.phrases[j-1], &s.phrases[j], &s.phrases[j+1]
	if p.person || p.form == formNumber || p.prep != "of" || a.end != p.first-1 || b.form != formNumber || !s.coordinated(p.end, b.first) {
		return -1
	}
	if dir > 0 && !s.hasCue(j+1) {
		return j + 1
	}
	if dir < 0 && a.prep == "" {
		return j - 1
	}
	return -1
}

// hasCue reports whether a verb of its own follows phrase k: "killed two and three were wounded".
func (s *counter) hasCue(k int) bool {
	i := s.phrases[k].end
	c := s.measure(i).kind
	return c == cuePart || c == cueAdj || s.be(i) || s.is(i, clHave)
}

// objectOf reports whether p is what a verb right before it is about, and another verb follows token i: "crews were rescuing villagers and
// 26 were killed".
func (s *counter) objectOf(p *phrase, i int32) bool {
	if !s.tagged || !(s.be(i) || s.is(i, clHave)) || s.tag(p.first-1) != parse.VERB {
		return false
	}
	t := &s.d.Tokens[p.head]
	return t.Label == parse.Obj && t.Head == p.first-1 && !clausal[s.d.Tokens[t.Head].Lemma]
}

// clausal are verbs before a clause without "that": in "police say two boys and eight adults were hurt" the boys are no object.
var clausal = set("say report confirm add note state announce claim believe fear think know estimate allege tell")
