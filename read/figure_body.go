package read

import (
	"strings"

	"sayso/parse"
)

// stops reports whether token i cannot stand inside a noun phrase.
func (s *counter) stops(i int32) bool {
	w := s.words[i]
	if dash(w) && s.apart(i) {
		return true // "HARBOUR TOWN — Four teens"
	}
	if !wordy(w) && !dash(w) && w != "'s" && w != "’s" && w != "." && w != "“" && w != "\"" {
		return true
	}
	if w == "would" && dash(s.word(i+1)) || w == "be" && dash(s.word(i-1)) {
		return false // "three would-be robbers"
	}
	if s.is(i, clPrep|clConj|clRel|clBe|clHave|clNot|clPronSg|clPronPl|clReflexive) && !(w == "may" && s.capital(i)) {
		return true
	}
	if s.is(i, clModal) && !s.capital(i) || w == "p.m." || w == "a.m." {
		return true
	}
	if s.tagged {
		switch s.tag(i) {
		case parse.VERB, parse.AUX, parse.ADP, parse.SCONJ, parse.CCONJ:
			// "suspected insurgents", "armed men": participles stand inside.
			x := s.d.Tokens[i].XPOS
			if s.measure(i).kind == cuePart && (s.opener(i+1) && !s.is(i+1, clPerson) || s.capital(i+1) && !s.capital(i)) {
				return true // "the force detained several men": a verb, whatever the tree says
			}
			inner := s.d.Tokens[i].Label == parse.Amod || (x == parse.XVBN || x == parse.XVBG || strings.HasSuffix(w, "ed")) && (s.noun(i+1) || s.is(i+1, clPerson)) && s.opener(i-1)
			return !(inner || s.is(i, clPerson))
		case parse.ADV:
			// "heavily armed men" goes on, "six aboard" does not.
			return !s.is(i, clOther) && !s.nounFollows(i+1) && !(s.tag(i+1) == parse.VERB && s.d.At(i+1).Label == parse.Amod)
		}
		return false
	}
	return s.is(i, clEnd) && w != "suspected" && w != "identified" && w != "wanted"
}

// qualities reports whether token i joins two adjectives of a noun to come.
func (s *counter) qualities(i int32) bool {
	quality := func(j int32) bool {
		return s.tag(j) == parse.ADJ || s.tag(j) == parse.VERB && s.d.Tokens[j].XPOS == parse.XVBN
	}
	return s.tagged && quality(i-1) && quality(i+1) && s.noun(i+2) && s.measure(i-1).kind == cueNone && s.measure(i+1).kind == cueNone
}

// apart reports whether white space stands on either side of token i.
func (s *counter) apart(i int32) bool {
	t := s.d.Tokens
	return i > 0 && int(i)+1 < len(t) && t[i-1].End < t[i].Start && t[i].End < t[i+1].Start
}

// acronym is the end of "(IED)" inside a noun phrase that begins at token i, or i.
func (s *counter) acronym(i int32) int32 {
	if s.word(i) == "(" && s.word(i+2) == ")" && s.capital(i+1) && i+3 < s.end && s.nounFollows(i+3) && len(s.words[i+1]) <= 6 && !s.is(i+1, clTime) {
		return i + 3
	}
	return i
}

// An extent is how far a noun phrase reaches. An index is -1 where there is none.
type extent struct {
	last, lastPerson int32 // its last word, its last noun for people
	end              int32
	aged             int32 // the end of an age in it
	capitals         int32
}

// body reads modifiers and head from j on. The head is the last noun for people before the phrase
// ends, else the last word.
func (s *counter) body(first, j int32, p phrase, definite bool) (phrase, bool) {
	e := s.extent(j, &p)
	if e.last < 0 {
		return s.headless(first, j, p)
	}
	p.first, p.end, p.head = first, e.end, e.last
	if e.lastPerson >= 0 {
		p.head = e.lastPerson
		p.person = true
	}
	if e.aged >= 0 && !p.person && (e.end == e.aged || e.capitals > 0 || s.noun(p.head)) {
		p.person = true // "a 7-year-old", "24-year-old Ana Ruiz"
		if p.form == formDefinite && !definite {
			p.form = formNone
		}
		if e.end > e.aged && s.capital(p.head) {
			p.form, p.q, p.who = formName, exact(1), s.words[p.head]
			return p, true
		}
	}
	s.finish(&p, definite, e.capitals, j)
	return p, true
}

// extent walks over the words of the phrase p from token start on.
func (s *counter) extent(start int32, p *phrase) extent {
	e := extent{last: -1, lastPerson: -1, end: start, aged: -1}
	for j := start; j < s.end && j < start+14; j++ {
		if k := s.acronym(j); k > j && e.last >= 0 { // "an improvised explosive device (IED) expert"
			j = k
		}
		if age, end := s.age(j); age >= 0 {
			e.last, e.end, j, e.aged = end-1, end, end-1, end
			if p.form == formNone {
				p.form = formDefinite
			}
			if s.word(end) == "," {
				break
			}
			continue
		}
		if w := s.words[j]; (w == "and" || w == "or") && s.qualities(j) {
			continue // "48 confirmed and probable cases"
		}
		if s.closes(j, start, &e) {
			break
		}
		if k := s.scare(j, p); k > j {
			e.last, e.end = k-1, k+1
			if s.is(k-1, clPerson) {
				e.lastPerson = k - 1
			}
			break
		}
		if s.opensNext(j, start, p, &e) {
			break
		}
		s.takeIn(j, p, &e)
	}
	return e
}

// closes reports whether a phrase that reaches over e ends before token j, whatever it counts.
func (s *counter) closes(j, start int32, e *extent) bool {
	switch w := s.words[j]; {
	case e.lastPerson == j-1 && e.last >= 0 && (w == "hostage" || w == "captive" || w == "prisoner"):
		return true // "took dozens of prison staff hostage"
	case (w == "alive" || w == "due") && e.last >= 0: // "five new deaths due to the fever"
		return true
	case s.stops(j) || (w == "ages" || w == "aged") && e.last >= 0:
		return true
	case e.lastPerson >= 0 && s.tagged && s.tag(j) == parse.VERB && !s.is(j, clPerson):
		return true // "a 16-year-old boy shocked Oldport", whatever the tree says
	default:
		// After a possessor a new phrase begins.
		return (w == "'s" || w == "’s") && j > start
	}
}

// opensNext reports whether token j, which could stand in the phrase p, is a mark, the word for what befell it, a time or the
// opening of another phrase.
func (s *counter) opensNext(j, start int32, p *phrase, e *extent) bool {
	w := s.words[j]
	if j > start && e.lastPerson == j-1 && (s.words[j-1] == "people" || s.words[j-1] == "persons") && s.noun(j) && !s.capital(j) && p.form == formNumber && !s.is(j, clPerson) {
		return true // "carrying 250 people derails", whatever the tree says
	}
	if w == "\"" || w == "“" || w == "”" || w == "." && !(j+1 < s.end && s.capital(j+1)) || dash(w) && j == start {
		return true
	}
	if c := s.measure(j); c.kind != cueNone && !s.is(j, clPerson) && !(w == "shot" && (s.word(j+1) == "wound" || s.word(j+1) == "wounds")) {
		if e.last >= 0 && c.kind != cueCount || (p.form == formNumber || p.form == formSingular && p.other && j == start) && (c.kind == cuePart || c.kind == cueAdj) && (!s.nounFollows(j+1) || s.is(j+1, clTime)) {
			return true
		}
	}
	if s.is(j, clTime) && (e.lastPerson >= 0 || p.form == formNumber && e.last < 0) {
		return true
	}
	if s.is(j, clDet|clIndef|clPoss) && j > start && w != "one" && w != "another" && w != "said" {
		return true
	}
	// "during the conflict 2,104 people were killed"
	return j > start && e.last >= 0 && s.digit(j) && !s.modelled(j) && (p.form == formNumber || s.countOpens(j) || s.crowdOpens(j))
}

// modelled reports whether digits at token j are of the name of a model: "six MQ-9 drones".
func (s *counter) modelled(j int32) bool {
	return dash(s.word(j-1)) && s.capital(j-2) && s.d.Tokens[j].Start == s.d.Tokens[j-1].End && s.d.Tokens[j-1].Start == s.d.Tokens[j-2].End
}

// crowdOpens reports whether a number of people whose noun has a name before it begins at token j, behind a group's noun: "in a raid by the
// forces 42 Norland militants were killed".
func (s *counter) crowdOpens(j int32) bool {
	q, ok := s.quantity(j)
	return ok && strings.HasSuffix(s.words[j-1], "s") && !s.capital(j-1) && s.tag(j-1) == parse.NOUN && !s.notACount(q) && s.capital(q.end) && s.is(q.end+1, clPerson)
}

// takeIn makes token j the last of the phrase p.
func (s *counter) takeIn(j int32, p *phrase, e *extent) {
	if s.is(j, clOther) {
		p.other = true
	}
	if s.is(j, clPerson) {
		e.lastPerson = j
	} else if s.tagged && s.tag(j) == parse.NOUN && !s.is(j, clTime|clOther) {
		e.lastPerson = -1 // "a police dog", "the student center"
	}
	if s.capital(j) && !s.is(j, clTime|clPerson) {
		e.capitals++
	}
	e.last, e.end = j, j+1
}

// headless is a phrase without a noun, which ends at token start: a number, "another".
func (s *counter) headless(first, start int32, p phrase) (phrase, bool) {
	if p.form != formNumber && !(p.form == formSingular && p.other) {
		return p, false
	}
	p.first, p.end, p.head, p.bare, p.person = first, start, start-1, true, true
	if p.form == formSingular {
		p.q = exact(1)
	} else {
		p.head = p.q.num
	}
	return p, true
}

func (s *counter) digit(i int32) bool {
	w := s.word(i)
	return w != "" && w[0] >= '0' && w[0] <= '9'
}

// finish works out form, number and key of a phrase whose extent is known.
func (s *counter) finish(p *phrase, definite bool, capitals, start int32) {
	h := s.words[p.head]
	p.who = h
	singular := s.is(p.head, clSingular)
	if s.is(p.head, clCollective) && p.form != formNumber {
		p.person = false // "police", "staff": no number of their own
	}
	if !p.person && capitals >= 1 && s.capital(p.head) && !definite && p.form != formSingular && s.nameLike(p) {
		p.form, p.person, p.q = formName, true, exact(1)
		return
	}
	if p.person && capitals >= 1 && singular && p.form == formNone && s.capitalBefore(p) {
		// "Taliban leader Alaudin", "Officer Smith": one person.
		p.form, p.q = formName, exact(1)
		if s.capital(p.end - 1) {
			p.head = p.end - 1
			p.who = s.words[p.head]
		}
		return
	}
	if p.person && p.end-1 > p.head && s.capital(p.end-1) && p.form == formNone && singular {
		p.form, p.q = formName, exact(1)
		p.head = p.end - 1
		p.who = s.words[p.head]
		return
	}
	if h == "one" && p.form == formNumber {
		p.person = true // "no one"
	}
	if !p.person && (p.other && (h == "others" || h == "other" || h == "more" || h == "additional" || h == "another" || ordinals[h] > 1)) {
		p.person, p.bare = true, true
	}
	if n := groups[h]; n > 0 && p.person && p.form != formNumber && (definite || n > 2 || h != "parents" && h != "grandparents") {
		p.q = exact(n) // "a young couple"
		return
	}
	switch p.form {
	case formNumber:
	case formSingular:
		p.q = exact(1)
	default:
		switch {
		case definite && singular:
			p.form, p.q = formDefinite, exact(1)
		case definite:
			p.form = formDefinite
			if q, ok := s.again(h, p.head); ok && p.person && !p.other {
				p.q = q
				p.q.first, p.q.end = p.first, p.first
			}
		case p.person && singular:
			p.form, p.q = formSingular, exact(1) // headlines: "Man shot dead"
		case p.person:
			p.form = formPlural
			p.q = quantity{first: p.first, end: p.end, num: p.head, low: 2, hasLow: true, vague: true, approx: true}
		}
	}
}

func (s *counter) capitalBefore(p *phrase) bool {
	return s.capital(p.end-1) && !s.is(p.end-1, clPerson|clTime)
}

// nameLike reports whether a capitalised phrase names a person: the names found in the document
// say so, an age follows, or it is two to four capitalised words.
func (s *counter) nameLike(p *phrase) bool {
	if s.word(p.end) == "," && s.digit(p.end+1) {
		if v, ok := numeral(s.word(p.end + 1)); ok && v > 0 && v < 105 && (s.word(p.end+2) == "," || s.word(p.end+2) == "" || s.word(p.end+2) == "and" || s.word(p.end+2) == ".") {
			return true
		}
	}
	if kind, ok := s.nameKind(p.head); ok {
		return kind == parse.Person
	}
	n := 0
	for i := p.first; i < p.end; i++ {
		if s.capital(i) {
			n++
		}
	}
	return !s.tagged && n >= 2 && n <= 4
}

// nameKind is the kind of the name that covers token i.
func (s *counter) nameKind(i int32) (parse.NameKind, bool) {
	if n := s.nameAt(i); n != nil {
		return n.Kind, true
	}
	return "", false
}

// nameAt is the name that covers token i, or nil.
func (s *counter) nameAt(i int32) *parse.Name {
	lo, hi := 0, len(s.d.Names)
	for lo < hi {
		mid := (lo + hi) / 2
		if s.d.Names[mid].End <= i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(s.d.Names) && s.d.Names[lo].First <= i {
		return &s.d.Names[lo]
	}
	return nil
}
