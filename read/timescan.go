package read

import (
	"sayso/article"
)

// An item is a word, number or mark of the text, or a time expression already put together.
type item struct {
	start, end int32
	class      class
	word       uint16 // number of the literal in the lexicon, 0 for other words
	space      bool   // white space before it
	capital    bool
	rule       int16 // number of the rule that made it, of ruleNames; 0 for a word
	typ        uint8 // of typeNames
	mod        uint8 // of modNames
	n          float64
	cal        int32 // index into scan.cals, −1 for a word without one
}

// scan is one pass over a text.
type scan struct {
	text  string
	items []item
	cals  []Calendar
}

// longest is the length of the longest word of the lexicon, in bytes.
const longest = 16

// lex cuts the text into items and looks each up. A blank line becomes a stop, which nothing crosses.
func (s *scan) lex() {
	t := s.text
	s.items = make([]item, 0, len(t)/5+8)
	space := true
	for i := 0; i < len(t); {
		c := t[i]
		switch {
		case c == ' ' || c == '\t' || c == '\r':
			space = true
			i++
		case c == '\n':
			if blankLine(t, i+1) {
				s.items = append(s.items, item{start: int32(i), end: int32(i), class: stop, cal: -1})
			}
			space = true
			i++
		case isDigit(c):
			i = s.lexNumber(i, space)
			space = false
		case isLetter(c) || c >= 0x80:
			i = s.lexWord(i, space)
			space = false
		default:
			s.items = append(s.items, item{start: int32(i), end: int32(i + 1), class: markClass[c], word: markWord(c), space: space, cal: -1})
			space = false
			i++
		}
	}
}

func blankLine(t string, i int) bool {
	for ; i < len(t); i++ {
		if t[i] == '\n' {
			return true
		}
		if t[i] != ' ' && t[i] != '\t' && t[i] != '\r' {
			return false
		}
	}
	return false
}

func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// lexWord adds the run of letters at i. Bytes of other scripts count as letters, but for the
// typographic dash and apostrophe, which are marks.
func (s *scan) lexWord(i int, space bool) int {
	t, j := s.text, i
	if m, n := wideMark(t, i); n > 0 {
		s.items = append(s.items, item{start: int32(i), end: int32(i + n), class: markClass[m], word: markWord(m), space: space, cal: -1})
		return i + n
	}
	var low [longest]byte
	n := 0
	for j < len(t) && (isLetter(t[j]) || t[j] >= 0x80) {
		if t[j] >= 0x80 {
			if _, w := wideMark(t, j); w > 0 {
				break
			}
		}
		if n < longest {
			low[n] = t[j]
			if isLetter(t[j]) {
				low[n] |= 0x20
			}
		}
		n++
		j++
	}
	it := item{start: int32(i), end: int32(j), space: space, capital: t[i] < 'a', cal: -1}
	if n <= longest {
		if e, ok := lexicon[string(low[:n])]; ok {
			it.class, it.word, it.n = e.class, e.word, e.n
			it = s.abbreviation(it, &j)
			it.class &^= s.lookalike(&it, n)
		}
	}
	s.items = append(s.items, it)
	return j
}

// abbreviation takes in the points of "Sept. 2", "Fri., Oct. 3" and "10 p.m.".
func (s *scan) abbreviation(it item, j *int) item {
	t := s.text
	if it.word == wordA || it.word == wordP {
		if k := halfDay(t, int(it.start)); k > 0 {
			half := 0.0
			if it.word == wordP {
				half = 12
			}
			*j = k
			return item{start: it.start, end: int32(k), class: ampm, space: it.space, n: half, cal: -1}
		}
	}
	if it.class&(month|weekday) != 0 && it.end-it.start <= 5 && *j+2 < len(t) && t[*j] == '.' {
		k := *j + 1
		if t[k] == ',' {
			k++
		}
		for k < len(t) && (t[k] == ' ' || t[k] == '\n') {
			k++
		}
		if k < len(t) && (isDigit(t[k]) || it.end-it.start <= 4 && it.class&month != 0 && it.word != wordMay && 'a' <= t[k] && t[k] <= 'z') {
			*j++
			it.end = int32(*j)
		}
	}
	return it
}

// lookalike is the classes that the word's form forbids it: "may" and "march" are no months in small
// letters, and "Sun" and "Jan" are none without a point or a number after them.
func (s *scan) lookalike(it *item, n int) class {
	if it.class&(month|weekday|weekdays|zone) == 0 {
		return 0
	}
	c := s.text[it.start]
	if c >= 'a' {
		return month | weekday | weekdays | zone
	}
	if it.class&zone != 0 && s.text[it.end-1] >= 'a' { // "Met" is no zone
		return zone
	}
	if n > 4 || it.class&(month|weekday) == 0 || it.word == wordMay || n == 4 && it.n >= 6 && it.n <= 7 && it.class&month != 0 || int(it.end-it.start) > n {
		return 0
	}
	k := int(it.end)
	for k < len(s.text) && (s.text[k] == ' ' || s.text[k] == '-') {
		k++
	}
	if k < len(s.text) && isDigit(s.text[k]) {
		return 0
	}
	return month | weekday
}

// halfDay is the end of "a.m.", "am" or "P.M" at i, or 0.
func halfDay(t string, i int) int {
	j := i + 1
	if j < len(t) && t[j] == '.' {
		j++
	}
	if j >= len(t) || t[j]|0x20 != 'm' {
		return 0
	}
	j++
	if j < len(t) && (isLetter(t[j]) || t[j] == '\'' || t[j] >= 0x80) {
		return 0
	}
	if t[i+1] == '.' && j < len(t) && t[j] == '.' {
		j++
	}
	return j
}

// wideMark is the plain mark for a typographic one at i, and its length in bytes, or 0.
func wideMark(t string, i int) (byte, int) {
	if i+3 > len(t) || t[i] != 0xE2 || t[i+1] != 0x80 {
		if t[i] == 0xC2 && i+2 <= len(t) && t[i+1] == 0xA0 {
			return ' ', 2
		}
		return 0, 0
	}
	switch t[i+2] {
	case 0x90, 0x91, 0x92, 0x93:
		return '-', 3
	case 0x94, 0x95:
		return ';', 3
	case 0x98, 0x99:
		return '\'', 3
	case 0x9C, 0x9D:
		return '"', 3
	}
	return 0, 0
}

// apply runs one layer of rules from left to right; the longest match wins, then the earlier rule.
func (s *scan) apply(l *timeLayer) {
	out := s.items[:0]
	var m, best match
	for i := 0; i < len(s.items); {
		it := &s.items[i]
		best.end = i
		var by *timeRule
		for _, r := range l.candidates(it) {
			rule := &l.rules[r]
			if rule.first&it.class == 0 || rule.name == "stretch" && s.lasts(i) {
				continue
			}
			m.n = 0
			if s.match(rule.pattern, i, &m) && m.end > best.end {
				best, by = m, rule
			}
		}
		if by == nil {
			out = append(out, *it)
			i++
			continue
		}
		out = append(out, s.items[i:i+by.skip]...)
		out = append(out, s.build(by, i+by.skip, &best))
		i = best.end
	}
	s.items = out
}

// lasts reports whether item i is the verb: "the trial is expected to last two weeks".
func (s *scan) lasts(i int) bool {
	return s.wordIs(i, "last") && s.wordIs(i-1, "to", "will", "would", "could", "may", "might", "can", "should", "must", "not")
}

// match is what a pattern matched: the item for each of its elements that took one.
type match struct {
	n    int
	end  int
	item [16]int32
	as   [16]class
}

// match tries pattern at item i, with backtracking over its optional elements.
func (s *scan) match(pattern []element, i int, m *match) bool {
	if len(pattern) == 0 {
		m.end = i
		return true
	}
	e := &pattern[0]
	if i < len(s.items) && m.n < len(m.item) {
		it := &s.items[i]
		if as := e.matches(it); as != 0 && (!e.tight || !it.space) {
			n := m.n
			if e.ahead {
				m.end = i
				return true
			}
			m.item[n], m.as[n] = int32(i), as
			m.n++
			if s.match(pattern[1:], i+1, m) {
				return true
			}
			m.n = n
		}
	}
	return e.optional && s.match(pattern[1:], i, m)
}

// found returns the times among the items, in text order.
func (s *scan) found() []Time {
	var out []Time
	for i := range s.items {
		it := &s.items[i]
		if it.typ == 0 || !s.keep(i) {
			continue
		}
		out = append(out, Time{Span: article.Span{Start: int(it.start), End: int(it.end)}, Type: typeNames[it.typ],
			Rule: ruleNames[it.rule], Mod: modNames[it.mod], Says: s.cals[it.cal]})
	}
	return out
}
