package read

import (
	"strings"

	"sayso/parse"
)

// The number that opens a noun phrase, and what looks like one and counts nothing.

// howMany reads into p what opens a phrase at token j, a number or a word in its place, and returns where that ends and whether it is a word as
// "some of", which the known follow. Where a pronoun follows, "three of them", the phrase is whole.
func (s *counter) howMany(p *phrase, j int32) (end int32, some bool) {
	if q, ok := s.quantity(j); ok && !s.notACount(q) {
		p.q, p.form = q, formNumber
		return s.ofHowMany(p, q.end), false
	}
	if q, ok := s.further(j); ok {
		p.q, p.form, p.other = q, formNumber, true // "another four teenagers"
		return q.end, false
	}
	switch {
	case s.word(j) == "a" && s.word(j+1) == "single" && s.word(j-1) == "not":
		p.q, p.form = exact(0), formNumber // "not a single civilian was harmed"
		p.q.first, p.q.end, p.q.num = j-1, j+2, j+1
		return j + 2, false
	case s.is(j, clIndef) && s.words[j] != "one":
		p.form, p.other = formSingular, s.words[j] == "another"
		return j + 1, false
	case s.is(j, clSome):
		p.form = formDefinite
		for j++; s.is(j, clDet|clPoss); j++ {
		}
		if q, ok := s.quantity(j); ok && !s.notACount(q) {
			p.q, p.form, j = q, formNumber, q.end
		}
		return j, true
	}
	return j, false
}

// ofHowMany reads into p what follows its number at token j: of how many, or of whom.
func (s *counter) ofHowMany(p *phrase, j int32) int32 {
	if s.word(j) == "out" && s.word(j+1) == "of" && s.nounFollows(j+2) {
		if of, ok := s.quantity(j + 2); ok && !s.notACount(of) && of.low >= p.q.low {
			p.of, j = of, j+2 // "nine out of 475 passengers"
		}
	}
	if of, end := s.ofWhose(j); end > 0 {
		p.of = of // "490 of the firm's roughly 770 employees"
		return end
	}
	if s.word(j) != "of" || !s.is(j+1, clDet|clPoss|clPronPl|clOther) && s.word(j+1) != "all" {
		return j
	}
	for j++; s.is(j, clDet|clPoss|clSome); j++ {
	}
	if s.is(j, clPronPl) {
		p.head, p.end, p.person = j, j+1, true
	} else if of, ok := s.quantity(j); ok && !s.notACount(of) {
		p.of = of
	}
	return j
}

// ofWhose is the number of the whole in "of the firm's roughly 770" at token i, and its end; or 0.
func (s *counter) ofWhose(i int32) (of quantity, end int32) {
	if s.word(i) != "of" {
		return of, 0
	}
	if q, ok := s.quantity(i + 1); ok && q.low >= fewOf && !q.vague && !s.notACount(q) && !s.is(q.end, clUnit|clTime) && s.nounFollows(q.end) {
		return q, q.end // "900 of 1,100 pilots"
	}
	for j := i + 1; j < s.end && j < i+7; j++ {
		if w := s.words[j]; w != "'s" && w != "’s" && w != "'" && w != "’" {
			if s.tagged && s.tag(j) == parse.VERB || w == "," || s.is(j, clRel) {
				return of, 0
			}
			continue
		}
		q, ok := s.quantity(j + 1)
		if !ok || s.notACount(q) || q.vague || !s.nounFollows(q.end) {
			return of, 0
		}
		return q, q.end
	}
	return of, 0
}

// allBut is the phrase "all but one of the 242 people" at token i: the rest of them, where both numbers are said.
func (s *counter) allBut(i int32) (phrase, bool) {
	p := phrase{first: i, head: -1}
	if s.words[i] != "all" || s.word(i+1) != "but" {
		return p, false
	}
	few, ok := s.quantity(i + 2)
	if !ok || few.vague || few.ordinal {
		return p, false
	}
	j := few.end
	if s.word(j) == "of" {
		for j++; s.is(j, clDet|clPoss); j++ {
		}
		if of, ok := s.quantity(j); ok && !s.notACount(of) && of.low > few.high && !of.vague {
			p.q, p.form = of, formNumber
			p.q.low, p.q.high, p.q.first = of.low-few.high, of.high-few.low, i
			return s.body(i, of.end, p, true)
		}
	}
	p.form, p.end, p.head = formDefinite, few.end, few.num // how many the rest are is not said
	if q, ok := s.body(i, j, p, true); ok {
		q.form, q.q = formDefinite, quantity{}
		return q, true
	}
	return p, true
}

// countAfter reports whether a count of something begins at token i: no day of a month, no hour, no age.
func (s *counter) countAfter(i int32) bool {
	q, ok := s.quantity(i)
	return ok && !s.notACount(q) && !s.is(q.end, clTime) && (s.nounFollows(q.end) || s.is(q.end, clPerson|clOther))
}

// quantity is the quantity that begins at token i.
func (s *counter) quantity(i int32) (quantity, bool) {
	if !s.is(i, clQuantity) || s.ages(i) || s.word(i) == "many" && s.word(i-1) == "how" || s.word(i) == "between" && s.year(i+1) && s.word(i+2) == "and" && s.year(i+3) {
		return quantity{}, false // "killed between 2008 and 2011"
	}
	return quantityAt(s.word, i)
}

// year reports whether token i is written as a year.
func (s *counter) year(i int32) bool {
	w := s.word(i)
	return len(w) == 4 && (w[:2] == "19" || w[:2] == "20") && w >= "1900" && strings.Trim(w, "0123456789") == ""
}

// ages reports whether a number at token i is one of the ages of several: "three men aged between 52 and 68".
func (s *counter) ages(i int32) bool {
	for j := i - 1; j >= s.first && j > i-5; j-- {
		switch w := s.words[j]; {
		case w == "aged" || w == "ages":
			return j < i-1
		case w == "between" || w == "and" || w == "from" || w == "to" || s.digit(j):
		default:
			return false
		}
	}
	return false
}

// further is the number after "another" or "a further" at token i.
func (s *counter) further(i int32) (quantity, bool) {
	switch next := s.word(i + 1); {
	case s.word(i) == "another":
	case s.word(i) == "a" && next == "further" || s.word(i) == "an" && (next == "additional" || next == "extra"):
		i++
	default:
		return quantity{}, false
	}
	q, ok := s.quantity(i + 1)
	return q, ok && !s.notACount(q)
}

// notACount reports whether q, though a number, counts nothing: an age, a part of a date or an
// address, money, a score.
func (s *counter) notACount(q quantity) bool {
	if q.ordinal {
		return true
	}
	if _, end := s.age(q.num); end > q.num {
		return true
	}
	prev, next := s.word(q.first-1), s.word(q.end)
	switch {
	case q.digits && q.low == 911 && s.words[q.num] == "911":
		return true // the number to call
	case prev == "$" || prev == "€" || prev == "£" || prev == "#" || prev == "no.":
		return true
	case dash(prev) && wordy(s.word(q.first-2)) && s.d.Tokens[q.first].Start == s.d.At(q.first-1).End && !s.digit(q.first-2):
		return true // "F-18"
	case dash(next) && s.is(q.end+1, clUnit) && s.d.Tokens[q.end].Start == s.d.Tokens[q.end-1].End && s.d.Tokens[q.end+1].Start == s.d.Tokens[q.end].End:
		return true // "the 6,325-ton ferry"
	case next == ":" && (s.measure(q.first-1).kind != cueNone || reaches[prev] && s.is(q.end+1, clQuantity)):
		return false // "killed 31: 20 civilians and 11 soldiers"
	case next == "times" || next == "percent" || next == "per" && s.word(q.end+1) == "cent":
		return true // "five times more people", "the proportion was 55 per cent"
	case next == "%" || next == ":" || prev == ":" && q.digits && s.end-s.first < 4:
		return true
	case q.digits && q.low > 0 && q.low < 105 && s.barePersonAge(q.first, q.end, 1):
		return true
	case q.digits && s.monthAt(q.first-1), q.digits && s.monthAt(q.end):
		return true
	case q.digits && q.low >= 1900 && q.low <= 2100 && q.high == q.low && !s.is(q.end, clPerson|clOther) && !strings.Contains(s.word(q.num), ",") && measureWords[next].kind == cueNone:
		return true
	}
	return false
}

var months = map[string]bool{"january": true, "february": true, "march": true, "april": true, "may": true, "june": true, "july": true, "august": true, "september": true, "october": true, "november": true, "december": true,
	"jan": true, "feb": true, "mar": true, "apr": true, "jun": true, "jul": true, "aug": true, "sep": true, "sept": true, "oct": true, "nov": true, "dec": true,
	"jan.": true, "feb.": true, "mar.": true, "apr.": true, "jun.": true, "jul.": true, "aug.": true, "sep.": true, "sept.": true, "oct.": true, "nov.": true, "dec.": true}

func (s *counter) monthAt(i int32) bool {
	w := s.word(i)
	return months[w] && (w != "may" && w != "march" || s.capital(i))
}

// groups are nouns for a fixed number of people.
var groups = map[string]float64{"parents": 2, "grandparents": 2, "couple": 2, "pair": 2, "duo": 2, "twins": 2, "newlyweds": 2, "trio": 3, "triplets": 3, "quartet": 4}
