package read

import (
	"strings"
)

// Numbers, dates and clock times in digits and in words.

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
