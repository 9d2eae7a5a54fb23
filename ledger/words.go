package ledger

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso/article"
)

// A word is one word or number of a text, folded: lower case, no accents of typography, digits
// without their thousands commas.
type word struct {
	article.Span
	hash  uint32 // of the folded word
	stem  uint32 // of its stem
	upper bool   // begins with a capital
	digit bool   // begins with a digit
	open  bool   // stands after a sentence's or quotation's start, where a capital says nothing
	quote bool   // stands in quotation marks
}

const (
	fnvOffset = 2166136261
	fnvPrime  = 16777619
)

func hash32(b []byte) uint32 {
	h := uint32(fnvOffset)
	for _, c := range b {
		h = (h ^ uint32(c)) * fnvPrime
	}
	return mix(h)
}

func hashString(s string) uint32 {
	h := uint32(fnvOffset)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * fnvPrime
	}
	return mix(h)
}

// mix spreads the bits of h (the finaliser of MurmurHash3), so that a bound on the hash is a sample.
func mix(h uint32) uint32 {
	h ^= h >> 16
	h *= 0x85ebca6b
	h ^= h >> 13
	h *= 0xc2b2ae35
	return h ^ h>>16
}

func mix64(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

// words splits text into its words. Apostrophes and hyphens between letters belong to the word, a
// possessive 's does not; commas and points between digits belong to the number, and the commas are
// dropped, so that "1,200" and "1200" are one.
func words(text string) []word { return firstWords(text, math.MaxInt) }

// firstWords is the first n words of text.
func firstWords(text string, n int) []word {
	out := make([]word, 0, min(n, len(text)/6+1))
	s := wordScanner{text: text, open: true}
	var buf [64]byte
	for len(out) < n {
		folded := s.next(buf[:0])
		if folded == nil {
			break
		}
		w := s.word
		w.hash = hash32(folded)
		w.stem = w.hash
		if !w.digit {
			w.stem = hash32(stem(folded))
		}
		out = append(out, w)
	}
	return out
}

// firstFields is the first n fields of text, or more, or all where there are fewer.
func firstFields(text string, n int) []string {
	end := 0
	for range 2 * n {
		i := strings.IndexByte(text[end:], ' ')
		if i < 0 {
			return strings.Fields(text)
		}
		end += i + 1
	}
	if out := strings.Fields(text[:end]); len(out) >= n {
		return out
	}
	return strings.Fields(text)
}

// lastFields is the last n fields of text, or more, or all where there are fewer.
func lastFields(text string, n int) []string {
	at := len(text)
	for range 2 * n {
		if at = strings.LastIndexByte(text[:at], ' '); at < 0 {
			return strings.Fields(text)
		}
	}
	if out := strings.Fields(text[at:]); len(out) >= n {
		return out
	}
	return strings.Fields(text)
}

// wordSpans is where up to n words of text stand.
func wordSpans(text string, n int) []article.Span {
	out := make([]article.Span, 0, min(n, len(text)/6+1))
	s := wordScanner{text: text, open: true}
	var buf [64]byte
	for len(out) < n && s.next(buf[:0]) != nil {
		out = append(out, s.word.Span)
	}
	return out
}

// A wordScanner goes through the words of a text.
type wordScanner struct {
	text        string
	at          int
	open, quote bool
	word        word // without hash and stem
}

// next finds the next word and gives it folded into buf, or nil where there is none.
func (s *wordScanner) next(buf []byte) []byte {
	text := s.text
	for s.at < len(text) {
		r, n := utf8.DecodeRuneInString(text[s.at:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			switch r {
			case '.', '!', '?', '\n', ':':
				s.open = true
			case '"':
				s.quote, s.open = !s.quote, true
			case '“':
				s.quote, s.open = true, true
			case '”':
				s.quote = false
			}
			if r == '\n' && strings.HasPrefix(text[s.at:], "\n\n") {
				s.quote = false
			}
			s.at += n
			continue
		}
		end, folded := wordAt(text, s.at, buf)
		s.word = word{Span: article.Span{Start: s.at, End: end}, upper: unicode.IsUpper(r), digit: unicode.IsDigit(r), open: s.open, quote: s.quote}
		s.open = false
		s.at = end + possessive(text[end:])
		return folded
	}
	return nil
}

// possessive is the length of the 's that rest begins with, or 0.
func possessive(rest string) int {
	for _, p := range []string{"'s", "’s", "'S", "’S"} {
		if strings.HasPrefix(rest, p) && !letterAt(rest, len(p)) {
			return len(p)
		}
	}
	return 0
}

// wordAt is the end of the word that starts at i, and the word folded into buf.
func wordAt(text string, i int, buf []byte) (int, []byte) {
	digits := false
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsLetter(r):
			if len(buf) < cap(buf)-4 {
				buf = utf8.AppendRune(buf, fold(r))
			}
			digits = false
		case unicode.IsDigit(r):
			if len(buf) < cap(buf)-4 {
				buf = utf8.AppendRune(buf, r)
			}
			digits = true
		default:
			next, _ := utf8.DecodeRuneInString(text[i+n:])
			if !joins(r, next, digits, text[i+n:]) {
				return i, buf
			}
			if r == '.' {
				buf = append(buf, '.')
			}
		}
		i += n
	}
	return i, buf
}

// joins reports whether r, followed by next, stands inside a word.
func joins(r, next rune, digits bool, rest string) bool {
	switch r {
	case '\'', '’':
		if (next == 's' || next == 'S') && !letterAt(rest, 1) {
			return false
		}
		return unicode.IsLetter(next)
	case ',', '.':
		return digits && unicode.IsDigit(next)
	}
	return unicode.Is(unicode.Mn, r)
}

func letterAt(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLetter(r)
}

// fold is r in lower case and, for the common Latin letters, without its accent.
func fold(r rune) rune {
	if r < 0x80 {
		if 'A' <= r && r <= 'Z' {
			return r + 32
		}
		return r
	}
	r = unicode.ToLower(r)
	if r < 0x180 {
		if i := strings.IndexRune(accented, r); i >= 0 {
			return rune(plain[utf8.RuneCountInString(accented[:i])])
		}
	}
	return r
}

const (
	accented = "àáâãäåāăąçćčďèéêëēėęěğìíîïīıłñńňòóôõöøōőřśşšťţùúûüūůűýÿźżž"
	plain    = "aaaaaaaaacccdeeeeeeeegiiiiiilnnnoooooooorsssttuuuuuuuyyzzz"
)

// stem cuts the endings of inflection and the commonest endings of derivation from a folded word,
// and knows the irregular verbs of the news: "killings" and "killed" are "kill", "shot" is "shoot".
// It is made for matching, not for reading: "police" is "polic".
func stem(w []byte) []byte {
	if s, ok := irregular[string(w)]; ok {
		return []byte(s)
	}
	for _, c := range w {
		if c < 'a' || c > 'z' {
			return w
		}
	}
	w = plural(w)
	for _, e := range []string{"ing", "ed"} {
		if base, ok := cut(w, e, 2); ok && hasVowel(base) {
			w = undouble(base)
			break
		}
	}
	for _, e := range derived {
		if base, ok := cut(w, e.end, 3); ok {
			w = append(base, e.with...)
			break
		}
	}
	if base, ok := cut(w, "e", 3); ok {
		w = base
	}
	if n := len(w); n > 3 && w[n-1] == 'y' {
		w[n-1] = 'i'
	}
	return w
}

func plural(w []byte) []byte {
	n := len(w)
	switch {
	case n > 4 && string(w[n-3:]) == "ies":
		return append(w[:n-3], 'y')
	case n > 4 && (string(w[n-3:]) == "hes" || string(w[n-3:]) == "xes" || string(w[n-4:]) == "sses"):
		return w[:n-2]
	case n > 3 && w[n-1] == 's' && w[n-2] != 's' && w[n-2] != 'u' && w[n-2] != 'i':
		return w[:n-1]
	}
	return w
}

// cut is w without end, where at least keep letters are left.
func cut(w []byte, end string, keep int) ([]byte, bool) {
	n := len(w) - len(end)
	if n < keep || string(w[n:]) != end {
		return w, false
	}
	return w[:n], true
}

func hasVowel(w []byte) bool {
	for _, c := range w {
		if strings.IndexByte("aeiouy", c) >= 0 {
			return true
		}
	}
	return false
}

func undouble(w []byte) []byte {
	n := len(w)
	if n > 3 && w[n-1] == w[n-2] && strings.IndexByte("bdgmnprt", w[n-1]) >= 0 {
		return w[:n-1]
	}
	return w
}

var derived = []struct{ end, with string }{
	{"isation", "iz"}, {"ization", "iz"}, {"ise", "iz"}, {"ize", "iz"}, {"fully", ""}, {"ously", ""},
	{"ation", ""}, {"ition", ""}, {"ment", ""}, {"ness", ""}, {"ally", ""}, {"tion", "t"}, {"sion", "s"}, {"ial", ""}, {"ate", ""}, {"ly", ""}, {"al", ""}, {"our", "or"},
}

// irregular has the verbs whose forms the endings do not show, and a few nouns, by stem.
var irregular = func() map[string]string {
	m := map[string]string{}
	for _, row := range strings.Fields(irregularForms) {
		forms := strings.Split(row, ",")
		for _, f := range forms[1:] {
			m[f] = forms[0]
		}
	}
	return m
}()

const irregularForms = `sai,said,say,says,saying shoot,shot,shots kill,killer,killers win,won,winner,wins,winning di,dead,died,dies,dying,death,deaths
tell,told lead,led,leader,leaders fall,fell,fallen ris,rose,risen hit,hitting strik,struck,stricken tak,took,taken giv,gave,given go,went,gone com,came
mak,made,making leav,left hold,held keep,kept meet,met find,found los,lost,loss,losses lay,laid pai,paid,payment send,sent sell,sold,sale,sales bui,bought
steal,stolen,stole,theft,thief break,broke,broken speak,spoke,spoken,speech begin,began,begun run,ran see,saw,seen get,got know,knew,known think,thought
bring,brought catch,caught fight,fought build,built burn,burnt,burned set,setting put,putting becom,became writ,wrote,written driv,drove,driven,driver
fly,flew,flown,flight flee,fled shak,shook,shaken bit,bitten arriv,arrival sink,sank,sunk stab,stabbed withdraw,withdrew,withdrawn,withdrawal
elect,election,elections explod,explosion,explosions,exploded,exploding collid,collision invad,invasion decid,decision announc,announcement murder,murders,murdered,murderer
is,be,are,was,were,been,being hav,has,had,have do,does,did,done man,men woman,women child,children person,people,persons`

// stopStems are words that say nothing of what a text is about.
var stopStems = func() map[uint32]bool {
	m := map[uint32]bool{}
	for _, w := range strings.Fields(`a an the of in on at to for from by with and or but as that this these those it its he she they them his her their him i we you
		is be are was were been being has have had will would could should may might can must not no more than who which what when where while after before
		over under into about against between during through also other one two some any all such only out up down off there here then so if because since until
		said says say told according reported mr mrs ms dr new first last year years day days week month time people person monday tuesday wednesday thursday
		friday saturday sunday ` + monthNames) {
		m[hash32(stem([]byte(w)))] = true
	}
	return m
}()
