package parse

import (
	"strings"
	"unicode/utf8"
)

// number takes a word that begins with a digit: amounts with decimals and thousands, times, dates,
// telephone numbers, ordinals and codes. A unit written to the number is a word of its own ("10" "km").
func (s *scanner) number(i int) int {
	j := i
	for {
		j = s.digits(j)
		k := s.numberGoesOn(i, j)
		if k == j {
			break
		}
		j = k
	}
	k := s.letters(j)
	if k == j {
		s.add(i, j)
		return s.clitic(i, j)
	}
	if s.unit(s.text[j:k]) {
		if e := s.period(j, k); s.text[j:k] != "s" && (k == len(s.text) || s.text[k] != '-' || !s.wordAt(k+1)) {
			if s.has(k, ".m") {
				e = s.timeOfDay(j)
			}
			s.add(i, j)
			s.add(j, e)
			return s.clitic(j, e)
		}
	}
	for { // codes: 18T, 3D, 20.doc, 2nd
		e := s.goesOn(i, k)
		if e == k {
			break
		}
		k = s.letters(e)
	}
	s.add(i, k)
	return s.clitic(i, k)
}

// timeOfDay is the end of "a.m." or "p.m." at j.
func (s *scanner) timeOfDay(j int) int {
	e := j + 3
	if e < len(s.text) && s.text[e] == '.' && s.nextRune(e+1) != 0 {
		e++
	}
	return e
}

// numberGoesOn is where the number [i, j) goes on after a mark at j, or j: 1,000 and 3.5, 1,20,000, 10:30,
// 16/11/2004, 713-853-3989; but 5-10 and 1969-70 are two numbers.
func (s *scanner) numberGoesOn(i, j int) int {
	if j+1 >= len(s.text) || class[s.text[j+1]]&digit == 0 {
		return j
	}
	k := s.digits(j + 1)
	switch s.text[j] {
	case '.', ':', '\'':
		return j + 1
	case ',':
		if k == j+4 || k == j+3 && (j-i <= 2 || strings.IndexByte(s.text[i:j], ',') >= 0) && s.lakhs(j) {
			return j + 1
		}
	case '/':
		if j-i <= 2 && k-j <= 3 || k-j == 5 && j-i <= 5 || strings.IndexByte(s.text[i:j], '/') >= 0 {
			return j + 1
		}
	case '-':
		if s.dashedNumber(i, j, k) {
			return j + 1
		}
	}
	return j
}

// lakhs reports whether groups of two digits and one of three follow at the comma at j, as they are written in South Asia: the rest of 1,20,000.
func (s *scanner) lakhs(j int) bool {
	for j < len(s.text) && s.text[j] == ',' {
		k := s.digits(j + 1)
		if k != j+3 {
			return k == j+4 && (k+1 >= len(s.text) || s.text[k] != ',' || class[s.text[k+1]]&digit == 0)
		}
		j = k
	}
	return false
}

// dashedNumber reports whether [i, j) - [j+1, k) are parts of one number: a telephone number, a date
// in figures, a post code with its extension; not a range or a score.
func (s *scanner) dashedNumber(i, j, k int) bool {
	a, b := j-i, k-j-1
	if strings.IndexByte(s.text[i:j], '-') >= 0 {
		return true
	}
	if k < len(s.text) && s.text[k] == '-' && k+1 < len(s.text) && class[s.text[k+1]]&digit != 0 {
		return true
	}
	return b == 4 && (a == 3 || a == 5)
}

// unit reports letters that EWT and GUM split from the number before them.
func (s *scanner) unit(w string) bool {
	switch w {
	case "m", "M", "k", "K", "b", "B", "bn", "mn", "tn", "km", "cm", "mm", "nm", "kg", "g", "mg", "lb", "lbs", "oz", "ft", "in", "yd", "mi",
		"am", "pm", "AM", "PM", "a", "p", "mph", "kph", "kmh", "hp", "kW", "MW", "GW", "kWh", "MWh", "Hz", "kHz", "MHz", "GHz", "KB", "MB", "GB", "TB", "kb", "mb", "gb",
		"h", "hr", "hrs", "min", "mins", "sec", "secs", "s", "ms", "yr", "yrs", "x", "ha", "sq", "kt", "kts", "V", "W", "C", "F", "cc", "ml", "L", "l", "c", "p.m", "million", "billion", "trillion", "persons", "people", "percent", "pc", "USD", "EUR", "GBP":
		return !(w == "C" || w == "F" || w == "V" || w == "W" || w == "L" || w == "B" || w == "s" || w == "a" || w == "p")
	}
	return false
}

// address is the end of a web or e-mail address at i, or i.
func (s *scanner) address(i int) int {
	if opensAddress(s.text[i:]) {
		return s.trimAddress(i, s.chunkEnd(i))
	}
	if j := s.email(i); j > i {
		return j
	}
	if j := s.ticker(i); j > i {
		return j
	}
	return s.webPath(i)
}

// opensAddress reports whether a text begins as addresses do. The first letter is looked at first, since this is asked of every place of a text.
func opensAddress(t string) bool {
	if t == "" {
		return false
	}
	switch t[0] {
	case 'h', 'H', 'f':
		return len(t) >= 7 && (hasFold(t, "http://") || hasFold(t, "https://") || hasFold(t, "ftp://"))
	case 'w', 'W':
		return len(t) >= 4 && hasFold(t, "www.")
	case 'm':
		return len(t) >= 7 && hasFold(t, "mailto:")
	case 'd':
		return len(t) >= 6 && hasFold(t, "doi:10.")
	}
	return false
}

// ticker is the end of the code of a share in brackets, with its exchange, or i: "(CRM.N)", "(0700.HK)".
func (s *scanner) ticker(i int) int {
	if i == 0 || s.text[i-1] != '(' {
		return i
	}
	j := i
	for j < len(s.text) && j < i+6 && (s.text[j] >= 'A' && s.text[j] <= 'Z' || s.text[j] >= '0' && s.text[j] <= '9') {
		j++
	}
	k := j + 1
	for k < len(s.text) && k < j+3 && s.text[k] >= 'A' && s.text[k] <= 'Z' {
		k++
	}
	if j == i || k == j+1 || k >= len(s.text) || s.text[j] != '.' || s.text[k] != ')' {
		return i
	}
	return k
}

func hasFold(s, p string) bool { return len(s) >= len(p) && strings.EqualFold(s[:len(p)], p) }

// chunkEnd is the end of what can belong to an address that starts at i.
func (s *scanner) chunkEnd(i int) int {
	for i < len(s.text) {
		c := s.text[i]
		if spaceAt(s.text, i) > 0 || c == '<' || c == '>' || c == '"' || c == '{' || c == '}' || c == '|' {
			return i
		}
		if c == 0xe2 {
			return i // dashes and curly quotes
		}
		_, n := utf8.DecodeRuneInString(s.text[i:])
		i += n
	}
	return i
}

// trimAddress takes off what ends the sentence and not the address.
func (s *scanner) trimAddress(i, j int) int {
	for j > i+1 {
		switch s.text[j-1] {
		case '.', ',', ';', ':', '!', '?', '\'', ']':
			j--
		case ')':
			if strings.IndexByte(s.text[i:j], '(') >= 0 {
				return j
			}
			j--
		default:
			return j
		}
	}
	return j
}

// email is the end of an e-mail address at i, or i. A local part has at most 64 bytes (RFC 5321, 4.5.3.1.1).
func (s *scanner) email(i int) int {
	j, end := i, min(len(s.text), i+65)
	for j < end && class[s.text[j]]&mail != 0 {
		j++
	}
	if j == i || j == end || s.text[j] != '@' {
		return i
	}
	k := j + 1
	for k < len(s.text) && k < j+255 && (class[s.text[k]]&(letter|digit) != 0 || s.text[k] == '.' || s.text[k] == '-' || s.text[k] == '_') {
		k++
	}
	k = s.trimAddress(i, k)
	if k <= j+1 {
		return i
	}
	return k
}

// webPath is the end of an address without its scheme, "example.org/news", or i. Host names have at most 253 bytes.
func (s *scanner) webPath(i int) int {
	j, end, dot := i, min(len(s.text), i+64), 0
	for j < end && (class[s.text[j]]&(letter|digit) != 0 || s.text[j] == '.' || s.text[j] == '-') {
		if s.text[j] == '.' {
			dot = j
		}
		j++
	}
	if dot <= i || j+1 >= len(s.text) || j == end || s.text[j] != '/' || !s.wordAt(j+1) || !knownSuffix(s.text[dot+1:j]) {
		return i
	}
	return s.trimAddress(i, s.chunkEnd(i))
}

// knownSuffix reports the last label of common host and file names.
func knownSuffix(w string) bool {
	switch strings.ToLower(w) {
	case "com", "org", "net", "gov", "edu", "mil", "int", "info", "biz", "uk", "eu", "io", "tv", "ru", "de", "fr", "ca", "au", "cn", "jp", "br", "nz", "za", "ly",
		"doc", "docx", "pdf", "xls", "xlsx", "txt", "htm", "html", "jpg", "png", "gif", "zip", "mp3", "ppt", "csv", "exe":
		return true
	}
	return false
}
