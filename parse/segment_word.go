package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word takes one word that starts at i, with everything that EWT and
// GUM keep or split in it, and returns where it ended.
func (s *scanner) word(i int) int {
	if j := s.address(i); j > i {
		s.add(i, j)
		return j
	}
	if class[s.text[i]]&digit != 0 {
		return s.number(i)
	}
	j := i
	if n := s.apostropheLen(i); n > 0 {
		j += n
	}
	for {
		j = s.letters(j)
		if j < len(s.text) && s.text[j] == '$' && j-i <= 3 && isUpperWord(s.text[i:j]) {
			s.add(i, j+1) // US$, C$
			return j + 1
		}
		k := s.goesOn(i, j)
		if k == j {
			break
		}
		j = k
	}
	j = s.period(i, j)
	s.split(i, j)
	return s.clitic(i, j)
}

// letters is the end of the run of letters, digits and underscores at j.
func (s *scanner) letters(j int) int {
	for j < len(s.text) {
		c := s.text[j]
		if c < utf8.RuneSelf {
			if class[c]&(letter|digit) == 0 && c != '_' {
				return j
			}
			j++
			continue
		}
		r, n := utf8.DecodeRuneInString(s.text[j:])
		if !isWordRune(r) && !(r == 0x200d || r == 0x200c) {
			return j
		}
		j += n
	}
	return j
}

// goesOn is where the word [i, j) goes on after a mark that stands inside it, or j.
func (s *scanner) goesOn(i, j int) int {
	if j+1 >= len(s.text) {
		return j
	}
	c := s.text[j]
	if n := s.apostropheLen(j); n > 0 {
		if s.wordAt(j+n) && s.cliticAt(i, j) == 0 {
			return j + n // O'Connell, Shi'ite
		}
		return j
	}
	switch c {
	case '.':
		if s.dotInside(i, j) {
			return j + 1
		}
	case '&':
		if j-i <= 4 && isUpperWord(s.text[i:j]) && class[s.text[j+1]]&upper != 0 {
			return j + 1 // AT&T
		}
	case '-':
		if s.hyphenInside(i, j) {
			return j + 1
		}
	case '/':
		switch s.text[i:asciiWord(s.text, j+1)] {
		case "w/o", "w/out", "s/he", "S/he", "b/c":
			return j + 1
		}
	case '@':
		if class[s.text[j+1]]&letter != 0 {
			return j + 1
		}
	}
	return j
}

// dotInside reports whether the period at j is inside the word: U.S., Ph.D., whitehouse.gov; but not
// "end.Then", where a space is missing.
func (s *scanner) dotInside(i, j int) bool {
	if !s.wordAt(j + 1) {
		return false
	}
	k := s.letters(j + 1)
	if class[s.text[j+1]]&digit != 0 {
		return class[s.text[j-1]]&digit != 0 || isUpperWord(s.text[i:j])
	}
	last := strings.LastIndexByte(s.text[max(i, j-24):j], '.') + max(i, j-24) + 1 // start of the label before j
	if runes(s.text[last:j]) == 1 {
		return true // U.S, e.g
	}
	if knownSuffix(s.text[j+1:k]) || k-j-1 == 2 && runes(s.text[last:j]) == 2 && isUpperWord(s.text[last:j]) && isUpperWord(s.text[j+1:k]) {
		return true // "HB.NO"
	}
	if k < len(s.text) && s.text[k] == '.' && k-j-1 <= 2 {
		return true // Ph.D.
	}
	// A chain of lower-case labels is a host or a file: www.example.org, news.example.
	return class[s.text[j-1]]&lower != 0 && class[s.text[j+1]]&lower != 0 && class[s.text[i]]&lower != 0 && k+1 < len(s.text) && s.text[k] == '.' && class[s.text[k+1]]&lower != 0
}

// runes counts the runes of s up to 2.
func runes(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	switch {
	case n == 0:
		return 0
	case n == len(s):
		return 1
	}
	return 2
}

// hyphenInside reports whether the hyphen at j keeps its parts together: after a bound prefix
// ("anti-war", "e-mail") or before a bound suffix ("career-wise"). All other hyphens are words of
// their own in EWT and GUM.
func (s *scanner) hyphenInside(i, j int) bool {
	if !s.wordAt(j + 1) {
		// The broken-off word of a transcript, "th- the", keeps its hyphen.
		return j-i <= 2 && class[s.text[i]]&letter != 0 && (j+1 >= len(s.text) || spaceAt(s.text, j+1) > 0)
	}
	if j-i <= 7 && boundPrefix(s.text[i:j]) {
		return true
	}
	switch strings.ToLower(s.text[j+1 : asciiWord(s.text, min(j+1, len(s.text)))]) {
	case "esque", "wise", "ish":
		return true
	case "mail", "mails", "mailed", "mailing":
		return j-i == 1
	}
	return false
}

func boundPrefix(w string) bool {
	var b [8]byte
	for i := 0; i < len(w); i++ {
		c := w[i]
		if class[c]&upper != 0 {
			c += 'a' - 'A'
		}
		b[i] = c
	}
	switch string(b[:len(w)]) {
	case "anti", "co", "counter", "e", "ex", "extra", "inter", "intra", "mega", "micro", "mid", "mini", "multi", "neo",
		"non", "over", "pan", "post", "pre", "pro", "proto", "pseudo", "re", "semi", "socio", "sub", "super", "trans",
		"ultra", "un", "cross", "bi", "uni", "hyper", "para", "quasi", "tri", "vice", "arch", "pico", "nano":
		return true
	}
	return false
}

// period is the end of the word [i, j) with its final period, where that belongs to it: an
// abbreviation, an initial, an acronym.
func (s *scanner) period(i, j int) int {
	if j >= len(s.text) || s.text[j] != '.' || s.has(j, "...") || s.has(j, "..") && !s.has(j, ".. ") {
		return j
	}
	w := s.text[i:j]
	if strings.IndexByte(w, '.') >= 0 {
		if isAcronym(w) && !(isTimeOfDay(w) && s.nextRune(j+1) == 0) {
			return j + 1
		}
		return j
	}
	if j-i == 1 && class[w[0]]&letter != 0 || j-i > 1 && j-i <= 4 && runes(w) == 1 {
		return s.initial(i, j)
	}
	kind := abbreviation(w)
	next := s.nextRune(j + 1)
	ok := false
	switch kind {
	case abbrAlways:
		ok = true
	case abbrBeforeDigit:
		ok = next >= '0' && next <= '9'
	case abbrBeforeName:
		ok = unicode.IsUpper(next) || next == ',' || next >= '0' && next <= '9'
	case abbrInside:
		ok = !s.endsText(j+1) || s.has(j+1, ")")
	case abbrAfterComma:
		n := len(s.tokens)
		ok = next == ',' || n > 0 && s.text[s.tokens[n-1].Start] == ','
	}
	if ok {
		return j + 1
	}
	return j
}

// initial decides on one letter and a period: "J. Smith" is an initial, "Plan B." ends a sentence as often as not,
// "than I." always does.
func (s *scanner) initial(i, j int) int {
	c := s.text[i]
	next := s.nextRune(j + 1)
	if class[c]&lower != 0 {
		switch c {
		case 'p', 'c', 'v', 'b', 'd', 'r', 'm':
			if next >= '0' && next <= '9' || c == 'v' && unicode.IsUpper(next) {
				return j + 1
			}
		}
		return j
	}
	n := len(s.tokens)
	named := n > 0 && s.startsUpper(n-1) && int(s.tokens[n-1].End) >= i-2
	if c == 'X' && n > 0 && afterPlatform(s.text[s.tokens[n-1].Start:s.tokens[n-1].End]) {
		return j // "wrote on X. Ghana's minister": the platform, no initial
	}
	if c == 'I' && !named || !unicode.IsUpper(next) && next != ',' && next != '.' {
		return j
	}
	return j + 1
}

func afterPlatform(w string) bool {
	switch w {
	case "on", "On", "to", "via", "platform", "network", "site", "called", "from":
		return true
	}
	return false
}

func (s *scanner) startsUpper(t int) bool {
	r, _ := utf8.DecodeRuneInString(s.text[s.tokens[t].Start:])
	return unicode.IsUpper(r)
}

// nextRune is the first rune at or after i that is no blank, quote or bracket; 0 at the end of the text or of the line.
// It looks a few bytes ahead only.
func (s *scanner) nextRune(i int) rune {
	for end := min(len(s.text), i+12); i < end; {
		r, n := utf8.DecodeRuneInString(s.text[i:])
		switch {
		case r == '\n' || r == '\r':
			return 0
		case isSpace(r) || r == '"' || r == '\'' || r == '“' || r == '‘' || r == '(' || r == '”' || r == '’' || r == ')':
			i += n
		default:
			return r
		}
	}
	return 0
}

// endsText reports whether what follows i looks like the next sentence or the end of the paragraph.
func (s *scanner) endsText(i int) bool {
	if i < len(s.text) && spaceAt(s.text, i) == 0 {
		c := s.text[i]
		return c == '"' || c == ')' || c >= utf8.RuneSelf
	}
	r := s.nextRune(i)
	return r == 0 || unicode.IsUpper(r)
}

// isAcronym reports letters each followed by a period, "U.S", "a.k.a", "Ph.D".
func isAcronym(w string) bool {
	run := 0
	for i := 0; i < len(w); i++ {
		if w[i] == '.' {
			run = 0
			continue
		}
		if run++; run > 2 || class[w[i]]&letter == 0 && w[i] < utf8.RuneSelf {
			return false
		}
	}
	return true
}

func isTimeOfDay(w string) bool { return w == "a.m" || w == "p.m" }

func isUpperWord(w string) bool {
	for i := 0; i < len(w); i++ {
		if class[w[i]]&upper == 0 {
			return false
		}
	}
	return w != ""
}

// split adds the word [i, j), as two tokens where it is a contraction written without apostrophe.
func (s *scanner) split(i, j int) {
	if k := contraction(s.text[i:j]); k > 0 {
		s.add(i, i+k)
		s.join(i+k, j)
		return
	}
	s.add(i, j)
}

// contraction is where to split "cannot", "gonna", "dont"; 0 for other words.
func contraction(w string) int {
	if len(w) < 2 || len(w) > 8 {
		return 0
	}
	if w[len(w)-1] == 't' && w[len(w)-2] == 'n' || w[len(w)-1] == 'T' && w[len(w)-2] == 'N' {
		switch strings.ToLower(w) {
		case "dont", "didnt", "doesnt", "isnt", "wasnt", "arent", "werent", "couldnt", "wouldnt", "shouldnt", "hasnt", "havent", "hadnt", "aint", "cant", "wont":
			return len(w) - 2
		}
		return 0
	}
	switch w {
	case "cannot", "Cannot", "CANNOT", "gonna", "Gonna", "gotta", "Gotta", "wanna", "Wanna", "gimme", "Gimme", "lemme", "Lemme":
		return 3
	case "im", "Im":
		return 1
	case "youre", "youve", "youll", "Youre", "Youve", "Youll":
		return 3
	case "theyre", "theyve", "Theyre":
		return 4
	case "ive", "Ive":
		return 1
	case "thats", "Thats", "whats", "Whats":
		return 4
	}
	return 0
}

// cliticAt is the number of bytes of the clitic that starts with the apostrophe at j after the word
// [i, j), 0 if there is none. For "n't" it counts from the apostrophe; the n before it is clitic's business.
func (s *scanner) cliticAt(i, j int) int {
	n := s.apostropheLen(j)
	if n == 0 {
		return 0
	}
	k := asciiWord(s.text, j+n)
	if k == j+n || k-j-n > 2 || s.wordAt(k) {
		return 0
	}
	if m := s.apostropheLen(k); m > 0 && s.wordAt(k+m) && !s.has(k+m, "ve") {
		return 0 // "they'd've", but not "d'd'x"
	}
	if k < len(s.text) && s.text[k] == '.' && s.wordAt(k+1) {
		return 0
	}
	a, b := s.text[j+n]|0x20, byte(0)
	if k-j-n == 2 {
		b = s.text[j+n+1] | 0x20
	}
	switch {
	case b == 0 && (a == 's' || a == 'm' || a == 'd'):
	case b == 0 && a == 't':
		if j-i < 2 || s.text[j-1]|0x20 != 'n' {
			return 0
		}
	case a == 'r' && b == 'e', a == 'v' && b == 'e', a == 'l' && b == 'l':
	default:
		return 0
	}
	return k - j
}

// clitic adds the clitics after the word that was just added, [i, j), and returns where they end.
func (s *scanner) clitic(i, j int) int {
	for {
		c := s.cliticAt(i, j)
		if c == 0 {
			return j
		}
		start := j
		last := &s.tokens[len(s.tokens)-1]
		if s.text[j+c-1]|0x20 == 't' {
			start--
			if int(last.Start) == start {
				return j // a bare "n't" that stands alone
			}
			last.End--
		}
		i, j = start, j+c
		s.join(start, j)
	}
}
