package parse

import (
	"unicode"
	"unicode/utf8"
)

// segment finds words, paragraphs and sentences and fills d.Tokens (bytes, Joined, Sentence) and
// d.Sentences. Until a parser says better, every sentence hangs flat on its first word.
func segment(d *Doc) {
	d.Tokens = words(d.Text)
	d.Sentences = make([]Sentence, 0, len(d.Tokens)/16+1)
	b := newBreaker(d)
	first, paragraph := int32(0), int32(0)
	for i := int32(1); i <= int32(len(d.Tokens)); i++ {
		switch b.after(i - 1) {
		case sentenceBreak:
			d.addSentence(first, i, paragraph)
			first = i
		case paragraphBreak:
			d.addSentence(first, i, paragraph)
			first = i
			paragraph++
		}
	}
}

func (d *Doc) addSentence(first, end, paragraph int32) {
	for i := first; i < end; i++ {
		d.Tokens[i].Sentence = int32(len(d.Sentences))
		if i > first {
			d.Tokens[i].Head, d.Tokens[i].Label = first, Dep
		}
	}
	d.Sentences = append(d.Sentences, Sentence{First: first, End: end, Root: first, Paragraph: paragraph})
}

// words splits text into Universal Dependencies words, following what EWT and GUM do: clitics and
// possessives apart ("do" "n't"), hyphens of compounds apart ("US" "-" "based") but prefixes kept
// ("anti-war"), amounts apart from their units ("$" "5", "10" "km", "7" "%").
func words(text string) []Token {
	s := scanner{text: text, tokens: make([]Token, 0, len(text)/5+8)}
	for i := 0; i < len(text); {
		if n := spaceAt(text, i); n > 0 {
			i += n
			continue
		}
		if j := asciiWord(text, i); j > i && (j == len(text) || text[j] == ' ') && j-i > 6 {
			s.add(i, j)
			i = j
			continue
		}
		i = s.chunk(i)
	}
	return s.tokens
}

// asciiWord is the end of the run of ASCII letters that starts at i.
func asciiWord(text string, i int) int {
	for i < len(text) && class[text[i]]&letter != 0 {
		i++
	}
	return i
}

// spaceAt is the length of the white space or invisible character at text[i], 0 if there is none there.
// Zero-width space, word joiner, byte order mark and the marks of writing direction count as white space
// here: they are never part of a word.
func spaceAt(text string, i int) int {
	c := text[i]
	if c < utf8.RuneSelf {
		if c == ' ' || c < ' ' || c == 0x7f {
			return 1
		}
		return 0
	}
	if c != 0xc2 && c < 0xe1 {
		return 0
	}
	r, n := utf8.DecodeRuneInString(text[i:])
	if isSpace(r) {
		return n
	}
	return 0
}

func isSpace(r rune) bool {
	switch r {
	case 0x200b, 0x200e, 0x200f, 0x2060, 0xfeff:
		return true
	}
	if r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
		return true
	}
	return unicode.IsSpace(r) || r >= 0x80 && r < 0xa0
}

// Classes of ASCII bytes.
const (
	upper byte = 1 << iota
	lower
	digit
	repeat // marks of which a run is one token: "--", "...", "!!!"
	mail   // may stand in the local part of an e-mail address
	letter = upper | lower
)

var class = func() (t [256]byte) {
	for c := 'a'; c <= 'z'; c++ {
		t[c] = lower | mail
		t[c-'a'+'A'] = upper | mail
	}
	for c := '0'; c <= '9'; c++ {
		t[c] = digit | mail
	}
	for _, c := range "-=*_~+.!?#<>$" {
		t[c] |= repeat
	}
	for _, c := range "._%+-" {
		t[c] |= mail
	}
	return t
}()

// A scanner collects tokens. One chunk of text between white space at a time goes through chunk.
type scanner struct {
	text   string
	tokens []Token
	single bool // inside single quotes that opened in this or an earlier chunk
}

func (s *scanner) add(start, end int) {
	s.tokens = append(s.tokens, Token{Start: int32(start), End: int32(end), Head: -1, Label: Root, Lemma: s.text[start:end]})
}

func (s *scanner) join(start, end int) {
	s.add(start, end)
	s.tokens[len(s.tokens)-1].Joined = true
}

// chunk splits the text from i to the next white space and returns where it ended. It is linear in
// the chunk: every look ahead is bounded or consumed.
func (s *scanner) chunk(i int) int {
	for i < len(s.text) && spaceAt(s.text, i) == 0 {
		r, n := rune(s.text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s.text[i:])
		}
		switch {
		case isWordRune(r) || s.apostropheWord(i, n):
			i = s.word(i)
		case r == '@' || r == '#':
			i = s.handle(i)
		default:
			i = s.mark(i, r, n)
		}
	}
	return i
}

// isWordRune reports whether a word can start and go on with r. Bytes that are not UTF-8 count, so that
// a word in a wrongly decoded charset stays in one piece.
func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return class[byte(r)]&(letter|digit) != 0
	}
	if r >= 0x2000 && r < 0x2c00 {
		return false // punctuation, symbols, arrows, box drawing, emoji of the first plane
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || r == utf8.RuneError || r == 0xad
}

// apostropheLen is the length of an apostrophe at i: straight, curly, or the grave accent of old e-mail; 0 if there is none.
func (s *scanner) apostropheLen(i int) int {
	if i >= len(s.text) {
		return 0
	}
	switch s.text[i] {
	case '\'', '`':
		return 1
	case 0xe2:
		if i+2 < len(s.text) && s.text[i+1] == 0x80 && s.text[i+2] == 0x99 {
			return 3
		}
	}
	return 0
}

// apostropheWord reports a word that begins with an apostrophe: 'em, 'til, '72.
func (s *scanner) apostropheWord(i, n int) bool {
	if s.apostropheLen(i) == 0 || s.text[i] == '`' {
		return false
	}
	j := i + n
	if k := s.digits(j); k == j+2 {
		return !s.wordAt(k) || s.text[k] == 's' && !s.wordAt(k+1)
	}
	switch k := asciiWord(s.text, j); s.text[j:k] {
	case "em", "til", "cause", "tis", "twas", "n", "Em", "Til", "Cause", "Tis", "Twas":
		return !s.wordAt(k) && s.apostropheLen(k) == 0
	}
	return false
}

func (s *scanner) digits(i int) int {
	for i < len(s.text) && class[s.text[i]]&digit != 0 {
		i++
	}
	return i
}

// wordAt reports whether a word character stands at i.
func (s *scanner) wordAt(i int) bool {
	if i >= len(s.text) {
		return false
	}
	if c := s.text[i]; c < utf8.RuneSelf {
		return class[c]&(letter|digit) != 0
	}
	r, _ := utf8.DecodeRuneInString(s.text[i:])
	return isWordRune(r)
}

// handle takes "@name" and "#tag" whole; "#1" is "#" and "1".
func (s *scanner) handle(i int) int {
	j := i + 1
	if j < len(s.text) && (class[s.text[j]]&letter != 0 || s.text[j] >= utf8.RuneSelf && s.wordAt(j)) {
		for j < len(s.text) && (s.wordAt(j) || s.text[j] == '_' || s.text[j] == '.' && j+1 < len(s.text) && class[s.text[j+1]]&lower != 0) {
			_, n := utf8.DecodeRuneInString(s.text[j:])
			j += n
		}
		s.add(i, j)
		return j
	}
	return s.mark(i, rune(s.text[i]), 1)
}

// mark takes what is not a word: punctuation, symbols, emoticons, emoji.
func (s *scanner) mark(i int, r rune, n int) int {
	j := i + n
	switch {
	case r < utf8.RuneSelf:
		if k := s.emoticon(i); k > i {
			j = k
		} else if r == '.' && s.digits(j) > j && s.after(s.digits(j)) {
			j = s.digits(j) // .22
		} else if r == '!' || r == '?' {
			for j < len(s.text) && (s.text[j] == '!' || s.text[j] == '?') {
				j++
			}
		} else if class[byte(r)]&repeat != 0 || (r == '\'' || r == '`') && j < len(s.text) && rune(s.text[j]) == r && !(j+1 < len(s.text) && rune(s.text[j+1]) == r) {
			for j < len(s.text) && rune(s.text[j]) == r {
				j++
			}
		}
	case r == '–' || r == '—' || r == '…' || r == '―':
		for s.has(j, s.text[i:i+n]) {
			j += n
		}
	case r >= 0x2190:
		j = s.emoji(j)
	}
	if n := s.apostropheLen(i); n > 0 && j == i+n && s.possessive(i) {
		s.join(i, j)
		return j
	}
	s.quoteState(i, r)
	s.add(i, j)
	return j
}

func (s *scanner) has(i int, p string) bool {
	return len(s.text)-i >= len(p) && s.text[i:i+len(p)] == p
}

// after reports whether nothing that could go on with a number or a name stands at i.
func (s *scanner) after(i int) bool { return !s.wordAt(i) }

// emoji is the end of an emoji sequence whose first rune ended at j: variation selectors, joiners and
// skin tones belong to it. A joiner binds at most the next sign, and a sequence is bounded.
func (s *scanner) emoji(j int) int {
	for k := 0; k < 12 && j < len(s.text); k++ {
		r, n := utf8.DecodeRuneInString(s.text[j:])
		switch {
		case r == 0xfe0f || r == 0x20e3 || r >= 0x1f3fb && r <= 0x1f3ff:
			j += n
		case r == 0x200d:
			_, m := utf8.DecodeRuneInString(s.text[j+n:])
			j += n + m
		default:
			return j
		}
	}
	return j
}

// emoticon is the end of ":)", ";-(", "=D" or "<3" at i, or i.
func (s *scanner) emoticon(i int) int {
	switch s.text[i] {
	case ':', ';', '=':
	case '<':
		if s.has(i, "<3") && s.after(i+2) {
			return i + 2
		}
		return i
	case '^':
		if s.has(i, "^_^") {
			return i + 3
		}
		return i
	default:
		return i
	}
	j := i + 1
	if j < len(s.text) && (s.text[j] == '-' || s.text[j] == '\'') {
		j++
	}
	if j >= len(s.text) {
		return i
	}
	switch s.text[j] {
	case ')', '(':
	case 'D', 'P', 'p', 'O', 'o', '/', '|':
		if i > 0 && spaceAt(s.text, i-1) == 0 {
			return i // "a:Dog", "http:/"
		}
	default:
		return i
	}
	k := j + 1
	for k < len(s.text) && s.text[k] == s.text[j] && k < j+8 {
		k++
	}
	if k < len(s.text) && spaceAt(s.text, k) == 0 && class[s.text[k]]&repeat == 0 && s.text[k] != ',' && s.text[k] != ')' {
		return i
	}
	return k
}

// quoteState notes single quotes that open before a word, so that the mark that closes them is not
// taken for a possessive: 'the three kings' is a quotation, the kings' men is not.
func (s *scanner) quoteState(i int, r rune) {
	switch {
	case r == '‘':
		s.single = true
	case r == '\'':
		n := len(s.tokens)
		open := n == 0 || int(s.tokens[n-1].End) < i || !isWordEnd(s.text, i)
		s.single = open && !s.single
	case r == '’':
		s.single = false
	}
}

func isWordEnd(text string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return isWordRune(r) || r == '.' || r == ',' || r == '!' || r == '?'
}

// possessive reports whether the apostrophe at i, right after a word, makes it a possessive: "states' rights".
func (s *scanner) possessive(i int) bool {
	n := len(s.tokens)
	if n == 0 || int(s.tokens[n-1].End) != i || s.single || i == 0 {
		return false
	}
	switch s.text[i-1] {
	case 's', 'S', 'z', 'x':
		return true
	}
	return false
}
