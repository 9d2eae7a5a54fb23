package read

import "strings"

// age is the years of an age that begins at i, "34-year-old" or "34 - year - old", and where it
// ends; -1 where there is none.
func (s *counter) age(i int32) (years int, end int32) {
	w := s.word(i)
	if s.is(i, clIndef) || s.is(i, clDet|clPoss) {
		return -1, i
	}
	if strings.HasSuffix(w, "-year-old") || strings.HasSuffix(w, "-month-old") {
		return 0, i + 1
	}
	j := i + 1
	if _, ok := numeral(w); !ok {
		if q, ok := wordNumber(s.word, i); !ok {
			return -1, i
		} else {
			j = q.end
		}
	}
	if w := s.word(j); strings.HasPrefix(w, "-year-old") || w == "year-old" || w == "years-old" || w == "month-old" {
		return 0, j + 1
	}
	if dash(s.word(j)) {
		j++
	}
	switch s.word(j) {
	case "year", "years", "month", "yr", "day", "week":
	case "year-old":
		return 0, j + 1
	default:
		return -1, i
	}
	j++
	if dash(s.word(j)) {
		j++
	}
	if s.word(j) == "old" || s.word(j) == "olds" {
		return 0, j + 1
	}
	return -1, i
}

func (s *counter) hasAge(i int32) bool {
	years, _ := s.age(i)
	return years >= 0
}

// personAhead reports whether a noun for people or a name follows the age: "34-year-old man".
func (s *counter) personAhead(i int32) bool {
	for j := i; j < i+4 && j < s.end; j++ {
		if s.is(j, clPerson) || s.capital(j) && !s.is(j, clTime) {
			return true
		}
		if !wordy(s.words[j]) || s.is(j, clPrep|clConj|clRel|clBe|clHave|clEnd) {
			return false
		}
	}
	return false
}

// aged is "a 34-year-old": a person by age alone.
func (s *counter) aged(i, end int32, p phrase) phrase {
	p.first, p.end, p.head = i, end, end-1
	p.form, p.q, p.person, p.who = formSingular, exact(1), true, "year-old"
	return p
}

// barePersonAge reports whether the number [first, end) is an age without "year": "Ana Ruiz, 34,",
// "(34)", "aged 34", "ages 11 and 25".
func (s *counter) barePersonAge(first, end int32, depth int) bool {
	prev, next := s.word(first-1), s.word(end)
	switch prev {
	case "age", "aged", "ages":
		return true
	case "of":
		return s.word(first-2) == "age" || s.word(first-2) == "ages"
	case "(":
		return next == ")"
	case ",":
		if next != "" && next != "," && next != "." && next != "and" && next != ";" && next != ")" && next != "of" {
			return false
		}
		if w := s.word(end + 1); next == "of" && (w == "whom" || w == "them" || w == "these" || w == "those" || w == "the") {
			return false // "35 villagers, 11 of whom were killed"
		}
		return s.capital(first-2) || s.is(first-2, clPerson) || depth > 0 && s.digit(first-2) && s.barePersonAge(first-2, first-1, depth-1)
	case "and", "to", "or", "-":
		return depth > 0 && s.digit(first-2) && s.barePersonAge(first-2, first-1, depth-1)
	}
	return false
}
