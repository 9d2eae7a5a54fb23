package read

import "sayso/parse"

// Numbers that look like a count of people and are none: a rate, by how much a count grew, what a word in quotation marks hides.

// rate reports whether p says how many there are at each or on average: "on average four people died per strike", "an average of
// four people"; or by how many a count grew, which the count has: "the toll stood at 587, an increase of 75 bodies since December".
func (s *counter) rate(p *phrase) bool {
	if s.word(p.first-1) == "of" && byHowMany[s.word(p.first-2)] || s.perDay(p.end) || s.perDay(p.head+1) || s.perDay(s.cueAfter(p.end)) {
		return true
	}
	for j := p.first; j > p.first-3 && j >= s.first; j-- {
		if w := s.words[j]; w == "average" || w == "averaging" {
			return true
		}
	}
	return false
}

// shareAt reports whether a share of something begins at token i: "81 percent of the victims".
func (s *counter) shareAt(i int32) bool {
	q, ok := s.quantity(i)
	return ok && (s.word(q.end) == "percent" || s.word(q.end) == "%" || s.word(q.end) == "per" && s.word(q.end+1) == "cent")
}

// shared reports whether p is what a share is of: "82% of children who died".
func (s *counter) shared(p *phrase) bool {
	w := s.word(p.first - 2)
	return s.word(p.first-1) == "of" && (w == "percent" || w == "%" || w == "cent")
}

// byHowMany are the words for how much more or less a count is than before.
var byHowMany = map[string]bool{"increase": true, "rise": true, "jump": true, "decrease": true, "drop": true, "decline": true}

// scare is the quotation mark that closes what opens at token j, where a number counts a word or two between them (`ten "militants"
// were killed`), or 0.
func (s *counter) scare(j int32, p *phrase) int32 {
	if w := s.words[j]; p.form != formNumber || j != p.q.end || w != "\"" && w != "“" && w != "‘" {
		return 0
	}
	for k := j + 2; k < j+4 && k < s.end; k++ {
		if w := s.words[k]; (w == "\"" || w == "”" || w == "’" || w == "'") && s.noun(k-1) {
			return k
		}
	}
	return 0
}

// countOpens reports whether digits at token j, after a common noun, begin a count of people: no flight, unit or model has it as its number.
func (s *counter) countOpens(j int32) bool {
	q, ok := s.quantity(j)
	return ok && !s.capital(j-1) && s.tag(j-1) == parse.NOUN && !s.notACount(q) && (s.is(q.end, clPerson) || s.national(q.end) || s.measure(q.end).kind == cueCount)
}

// perDay reports whether token i says that it is so again and again: "a day", "every week", "each month"; not "a day later", "a day before the vote".
func (s *counter) perDay(i int32) bool {
	switch s.word(i) {
	case "a", "per", "every", "each":
	default:
		return s.word(i) == "daily" && !s.nounFollows(i+1)
	}
	switch s.word(i + 1) {
	case "day", "night", "week", "month", "year", "hour":
	default:
		return false
	}
	switch s.word(i + 2) {
	case "after", "before", "later", "earlier", "ago", "of", "since", "from", "and":
		return s.word(i) != "a"
	}
	return true
}

// cueAfter is the token behind what befell those of a phrase that ends at token i: "killed" in "15 people are killed each month".
func (s *counter) cueAfter(i int32) int32 {
	for j := i; j < i+4; j++ {
		if c := s.measure(j); c.kind == cuePart || c.kind == cueIntrans {
			return j + 1
		} else if !s.be(j) && !s.is(j, clHave) && !s.adverb(j) {
			break
		}
	}
	return -1
}

// habit reports whether the verb in the present at token i says what is done whenever something else is so: "officials evacuate 300 residents
// when the river rises".
func (s *counter) habit(i int32) bool {
	if x := s.d.Tokens[i].XPOS; !s.tagged || x != parse.XVBP && x != parse.XVBZ && x != parse.XVB {
		return false
	}
	for j := s.first; j < s.end; j++ {
		w := s.words[j]
		if w != "whenever" && w != "if" && (w != "when" || s.measure(i).measure == "killed" || s.measure(i).measure == "injured") {
			continue // "Blast kills 12 when bus hits mine" is a headline
		}
		for k := j + 1; k < s.end && k < j+9 && s.words[k] != ","; k++ {
			if x := s.d.Tokens[k].XPOS; x == parse.XVBD || x == parse.XMD {
				return false
			}
		}
		return j+2 < s.end
	}
	return false
}
