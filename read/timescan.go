package read

import (
	"strings"

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

// lexNumber adds the number at i: 43, 1,000, 2.5, 10:35, 2025-10-24, 10/24/2025, 3rd, 1990s.
func (s *scan) lexNumber(i int, space bool) int {
	t := s.text
	it := item{start: int32(i), class: num, space: space, cal: -1}
	a, j := digits(t, i)
	width := j - i
	switch {
	case width == 4 && j+5 < len(t) && t[j] == '-' && isDigit(t[j+1]):
		if y, m, d, k := isoDate(t, i); k > 0 {
			return s.addDate(it, y, m, d, k)
		}
	case width <= 2 && j+1 < len(t) && (t[j] == '/' || t[j] == '-') && isDigit(t[j+1]):
		if y, m, d, k := slashDate(t, i); k > 0 {
			return s.addDate(it, y, m, d, k)
		}
	case width <= 2 && j+2 < len(t) && t[j] == ':' && isDigit(t[j+1]) && isDigit(t[j+2]):
		return s.addClock(it, a, j)
	}
	it.n = float64(a)
	if width <= 2 && 1 <= a && a <= 31 {
		it.class |= dom
	}
	if width == 4 && 1000 <= a && a <= 2100 {
		it.class |= year
	}
	if width == 4 && a%100 < 60 && a <= 2400 {
		it.class |= military
	}
	for j+3 < len(t) && t[j] == ',' && isDigit(t[j+1]) && isDigit(t[j+2]) && isDigit(t[j+3]) && (j+4 >= len(t) || !isDigit(t[j+4])) {
		b, k := digits(t, j+1)
		if k != j+4 || width > 3 {
			break
		}
		it.n, j, it.class = it.n*1000+float64(b), k, num
	}
	if j+1 < len(t) && t[j] == '.' && isDigit(t[j+1]) {
		b, k := digits(t, j+1)
		f := float64(b)
		for range k - j - 1 {
			f /= 10
		}
		it.n, j, it.class = it.n+f, k, num
	}
	if j < len(t) && isLetter(t[j]) {
		j = s.suffix(&it, j)
	}
	it.end = int32(j)
	s.items = append(s.items, it)
	return j
}

// suffix takes in the letters of "3rd" and "1990s".
func (s *scan) suffix(it *item, j int) int {
	k := j
	for k < len(s.text) && isLetter(s.text[k]) {
		k++
	}
	switch strings.ToLower(s.text[j:min(k, j+3)]) {
	case "st", "nd", "rd", "th":
		it.class = ord | numberClass(ord, it.n)
		return k
	case "s":
		if it.class&year != 0 && int(it.n)%10 == 0 || it.n < 100 && int(it.n)%10 == 0 && it.n >= 20 {
			it.class = decade
			return k
		}
	case "am", "pm":
		return j
	}
	if k-j > 2 {
		it.class = 0 // 737s, 4x4
	}
	return j
}

func digits(t string, i int) (n, end int) {
	for end = i; end < len(t) && isDigit(t[end]); end++ {
		if n < 1e8 {
			n = n*10 + int(t[end]-'0')
		}
	}
	return n, end
}

func (s *scan) addDate(it item, y, m, d, end int) int {
	it.end, it.class, it.rule, it.typ = int32(end), aDay, ruleNumeric, typeDate
	s.cals = append(s.cals, Calendar{Year: int16(y), Month: int8(m), Day: int8(d)})
	it.cal = int32(len(s.cals) - 1)
	s.items = append(s.items, it)
	return end
}

func (s *scan) addClock(it item, hour, j int) int {
	m, k := digits(s.text, j+1)
	it.end, it.class = int32(k), clock
	if hour > 24 || m > 59 || k != j+3 {
		it.class = 0
	}
	if k+2 < len(s.text) && s.text[k] == ':' && isDigit(s.text[k+1]) { // 10:35:20
		_, k = digits(s.text, k+1)
		it.end = int32(k)
	}
	it.n = float64(hour) + float64(m)/60
	s.items = append(s.items, it)
	return k
}

// isoDate reads 2025-10-24.
func isoDate(t string, i int) (y, m, d, end int) {
	y, j := digits(t, i)
	m, k := digits(t, j+1)
	if k != j+3 || k >= len(t) || t[k] != '-' {
		return 0, 0, 0, 0
	}
	d, end = digits(t, k+1)
	if end != k+3 || m < 1 || m > 12 || d < 1 || d > 31 {
		return 0, 0, 0, 0
	}
	return y, m, d, end
}

// slashDate reads 10/24/2025 and 10-24-89, month first unless that cannot be.
func slashDate(t string, i int) (y, m, d, end int) {
	m, j := digits(t, i)
	sep := t[j]
	d, k := digits(t, j+1)
	if k > j+3 || k >= len(t) || t[k] != sep {
		return 0, 0, 0, 0
	}
	y, end = digits(t, k+1)
	switch end - k - 1 {
	case 2:
		y += 1900
		if y < 1950 {
			y += 100
		}
	case 4:
	default:
		return 0, 0, 0, 0
	}
	if m > 12 {
		m, d = d, m
	}
	if m < 1 || m > 12 || d < 1 || d > 31 {
		return 0, 0, 0, 0
	}
	return y, m, d, end
}

// numbers joins number words: "twenty-five", "two hundred", "2 1/2", "nineteen ninety-seven".
func (s *scan) numbers() {
	out := s.items[:0]
	for i := 0; i < len(s.items); {
		it := s.items[i]
		if it.class&num == 0 {
			out = append(out, it)
			i++
			continue
		}
		it, k := s.number(i)
		out = append(out, it)
		i = k
	}
	s.items = out
}

// number reads the number that begins at item i and returns it with the index after it.
func (s *scan) number(i int) (item, int) {
	it := s.items[i]
	if it.word == 0 {
		return s.digits(i)
	}
	if it.class&scale != 0 {
		return it, i + 1
	}
	total, part, k := 0.0, it.n, i+1
	for k < len(s.items) {
		j := k
		if (s.items[j].word == wordHyphen || s.items[j].word == wordAnd && (part >= 100 || part == 0)) && j+1 < len(s.items) && s.items[j+1].class&num != 0 && s.items[j+1].word != 0 {
			j++
		}
		w := s.items[j]
		if w.word == 0 || w.class&(num|scale) == 0 {
			break
		}
		switch {
		case w.class&scale != 0:
			part *= w.n
			if w.n >= 1000 {
				total, part = total+part, 0
			}
		case part >= 20 && int(part)%10 == 0 && w.n < 10:
			part += w.n
		case part >= 100 && int(part)%100 == 0 && w.n < 100:
			part += w.n
		case part == 0 && total > 0:
			part = w.n
		case total == 0 && part >= 11 && part <= 20 && w.n >= 10 && w.n < 100: // nineteen ninety
			part = part*100 + w.n
			it.class |= year
		case it.class&year != 0 && int(part)%10 == 0 && w.n < 10:
			part += w.n
		default:
			it.n = min(total+part, 1e12)
			return it, k
		}
		it.end = w.end
		k = j + 1
	}
	it.n = min(total+part, 1e12)
	if it.n > 31 {
		it.class &^= dom
	}
	if it.n >= 1900 && it.n <= 2100 {
		it.class |= year
	}
	return it, k
}

// digits reads the number in digits at item i with what goes on with it, "2 1/2" or "2 million", and returns it with the index after it.
func (s *scan) digits(i int) (item, int) {
	it := s.items[i]
	if k := s.fraction(i + 1); k > 0 && it.class&year == 0 { // 2 1/2
		it.n += s.items[i+1].n / s.items[i+3].n
		it.end, it.class = s.items[k-1].end, num
		return it, k
	}
	if i+1 < len(s.items) && s.items[i+1].class&scale != 0 { // 2 million
		it.n *= s.items[i+1].n
		it.end, it.class = s.items[i+1].end, num
		return it, i + 2
	}
	return it, i + 1
}

// fraction reports whether items i to i+2 are "1/2", and the index after them.
func (s *scan) fraction(i int) int {
	if i+2 < len(s.items) && s.items[i].class&num != 0 && s.items[i].n < 10 && s.items[i+1].word == wordSlash && s.items[i+2].class&num != 0 && s.items[i+2].n > 1 && s.items[i+2].n < 10 {
		return i + 3
	}
	return 0
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
