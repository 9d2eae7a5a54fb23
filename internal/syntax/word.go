package syntax

import (
	"unicode"
	"unicode/utf8"

	"sayso/internal/learn"
)

// The features of a word by itself, in the order of a row of Words.lex.
const (
	lexLower = iota // the word in lower case, digits as 0
	lexForm         // the word as written, digits as 0
	lexShape        // its capitals, digits and signs: "Xxd"
	lexPre1         // its first one to three letters, in lower case
	lexPre2
	lexPre3
	lexSuf1 // its last one to four letters, in lower case
	lexSuf2
	lexSuf3
	lexSuf4
	lexSize
)

// maxWord is how many runes of a word are looked at; a longer one, such as an address or a line of dashes,
// counts by its beginning.
const maxWord = 48

// normal is r as the features see it: typographic quotes and dashes as the plain ones, every digit as 0.
func normal(r rune) rune {
	switch {
	case r >= '0' && r <= '9':
		return '0'
	case r < 0x80:
		return r
	}
	switch r {
	case '‘', '’', 'ʼ', '´', '‛', '′':
		return '\''
	case '“', '”', '„', '‟', '«', '»', '″':
		return '"'
	case '–', '—', '‒', '―', '−', '‐', '‑':
		return '-'
	case '\u00a0':
		return ' '
	}
	if unicode.IsDigit(r) {
		return '0'
	}
	return r
}

// A glance is one word made ready to be hashed.
type glance struct {
	form, lower [maxWord]rune
	n           int
}

func (g *glance) set(w string) {
	g.n = 0
	for i := 0; i < len(w) && g.n < maxWord; {
		r, size := rune(w[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(w[i:])
		}
		i += size
		r = normal(r)
		l := r
		if r >= 'A' && r <= 'Z' {
			l = r + 'a' - 'A'
		} else if r >= utf8.RuneSelf {
			l = unicode.ToLower(r)
		}
		g.form[g.n], g.lower[g.n] = r, l
		g.n++
	}
}

// hashRunes is the FNV-1a hash of runes, a rune a step.
func hashRunes(rs []rune) uint32 {
	h := uint32(2166136261)
	for _, r := range rs {
		h = (h ^ uint32(r)) * 16777619
	}
	return h
}

// shape is the hash of the word's outline: runs of capitals, small letters and digits count once or twice.
func (g *glance) shape() uint32 {
	h, last, run := uint32(2166136261), rune(0), 0
	for i, r := range g.form[:g.n] {
		c := r
		switch {
		case r == '0':
			c = 'd'
		case r != g.lower[i]:
			c = 'X'
		case r >= 'a' && r <= 'z' || r >= utf8.RuneSelf && unicode.IsLetter(r):
			c = 'x'
		}
		if run++; c != last {
			run = 1
		}
		if last = c; run <= 2 {
			h = (h ^ uint32(c)) * 16777619
		}
	}
	return h
}

// appendLex adds the features of word w to dst: lexSize of them.
func (g *glance) appendLex(dst []uint32, w string) []uint32 {
	g.set(w)
	l := g.lower[:g.n]
	dst = append(dst,
		learn.Mix(lexLower, hashRunes(l)),
		learn.Mix(lexForm, hashRunes(g.form[:g.n])),
		learn.Mix(lexShape, g.shape()))
	for k := 1; k <= 3; k++ {
		dst = append(dst, learn.Mix(lexShape+uint32(k), hashRunes(l[:min(k, g.n)])))
	}
	for k := 1; k <= 4; k++ {
		dst = append(dst, learn.Mix(lexPre3+uint32(k), hashRunes(l[g.n-min(k, g.n):])))
	}
	return dst
}
