package store

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// plainWord is a word in lower case and without accents.
func plainWord(w string) string {
	ascii := true
	for i := range len(w) {
		ascii = ascii && w[i] < utf8.RuneSelf
	}
	if ascii {
		return strings.ToLower(w)
	}
	var b strings.Builder
	for _, r := range norm.NFD.String(w) {
		if r < 0x300 || r > 0x36F {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// wordAt is the next word of s at or behind i: letters, digits and accents. start is len(s) where there is none.
func wordAt(s string, i int) (start, end int) {
	start = len(s)
	for at, r := range s[i:] {
		in := isWordRune(r) || unicode.IsNumber(r) || r >= 0x300 && r <= 0x36F
		if in && start == len(s) {
			start = i + at
		}
		if !in && start < len(s) {
			return start, i + at
		}
	}
	return start, len(s)
}

// wordsOf is the plain words of s.
func wordsOf(s string) (out []string) {
	for i := 0; ; {
		start, end := wordAt(s, i)
		if start == len(s) {
			return out
		}
		if w := plainWord(s[start:end]); w != "" {
			out = append(out, w)
		}
		i = end
	}
}

// snippetWords is how many words of a text are shown with a hit.
const snippetWords = 40

// A marker finds what the user looked for in a text, by the stems of the search index.
type marker struct {
	terms []lookup  // 64 at most
	first [256]bool // bytes that words of the terms begin with
}

// A lookup is the stems of a term's words, one behind the other.
type lookup struct {
	stems  []string
	prefix bool // the last stem may go on
}

func newMarker(must []term) *marker {
	m := &marker{}
	for _, t := range must {
		l := lookup{prefix: t.prefix}
		for _, w := range wordsOf(t.words) {
			l.stems = append(l.stems, porter(w))
			m.first[w[0]] = true
		}
		if len(l.stems) > 0 && len(m.terms) < 64 {
			m.terms = append(m.terms, l)
		}
	}
	return m
}

// A spot is a word in a text.
type spot struct {
	start, end int
	terms      uint64 // the places of the terms that it is a part of
	stem       string // "" where no term begins so
}

// spots is the words of s, marked.
func (m *marker) spots(s string) []spot {
	var out []spot
	for i := 0; ; {
		start, end := wordAt(s, i)
		if start == len(s) {
			break
		}
		w := plainWord(s[start:end])
		p := spot{start: start, end: end}
		if w != "" && m.first[w[0]] {
			p.stem = porter(w)
		}
		out = append(out, p)
		i = end
	}
	for i := range out {
		for k := range m.terms {
			if l := &m.terms[k]; l.at(out[i:]) {
				for j := range l.stems {
					out[i+j].terms |= 1 << k
				}
			}
		}
	}
	return out
}

func (l *lookup) at(words []spot) bool {
	if len(words) < len(l.stems) {
		return false
	}
	for j, stem := range l.stems {
		have := words[j].stem
		if have != stem && !(l.prefix && j == len(l.stems)-1 && strings.HasPrefix(have, stem)) {
			return false
		}
	}
	return true
}

// whole is all of s, marked.
func (m *marker) whole(s string) []Segment { return cut(s, m.spots(s), 0, len(s)) }

// snippet is the part of s with the most of the terms, then the most marks, then the first, of
// [snippetWords] words, with "…" where s goes on.
func (m *marker) snippet(s string) []Segment {
	words := m.spots(s)
	from, to := best(words)
	start, end := 0, len(s)
	if from > 0 {
		start = words[from].start
	}
	if to < len(words) {
		end = words[to-1].end
	}
	out := cut(s, words, start, end)
	if start > 0 {
		out = append([]Segment{{Text: "…"}}, out...)
	}
	if end < len(s) {
		out = append(out, Segment{Text: "…"})
	}
	return joinPlain(out)
}

// best is the first and one behind the last of the words to show.
func best(words []spot) (from, to int) {
	if len(words) <= snippetWords {
		return 0, len(words)
	}
	var marked []int
	for i := range words {
		if words[i].terms != 0 {
			marked = append(marked, i)
		}
	}
	if len(marked) == 0 {
		return 0, snippetWords
	}
	var in [64]int
	most, first, last := -1, 0, 0
	for a, b := 0, 0; a < len(marked); a++ {
		for b < len(marked) && marked[b]-marked[a] < snippetWords {
			count(&in, words[marked[b]].terms, 1)
			b++
		}
		distinct := 0
		for _, n := range in {
			if n > 0 {
				distinct++
			}
		}
		if got := distinct<<8 + (b - a); got > most {
			most, first, last = got, marked[a], marked[b-1]
		}
		count(&in, words[marked[a]].terms, -1)
	}
	from = max(0, first-(snippetWords-(last-first+1))/4)
	from = min(from, len(words)-snippetWords)
	return from, from + snippetWords
}

func count(in *[64]int, terms uint64, by int) {
	for ; terms != 0; terms &= terms - 1 {
		in[bits.TrailingZeros64(terms)] += by
	}
}

// cut is s from start to end in pieces, those words marked that are a part of a term.
func cut(s string, words []spot, start, end int) []Segment {
	out := []Segment{}
	at := start
	for _, w := range words {
		if w.terms == 0 || w.start < start || w.end > end {
			continue
		}
		if w.start > at {
			out = append(out, Segment{Text: s[at:w.start]})
		}
		out = append(out, Segment{Text: s[w.start:w.end], Mark: true})
		at = w.end
	}
	if at < end {
		out = append(out, Segment{Text: s[at:end]})
	}
	return out
}

// joinPlain makes neighbours that are not marked one.
func joinPlain(in []Segment) []Segment {
	out := in[:0]
	for _, g := range in {
		if n := len(out); n > 0 && !g.Mark && !out[n-1].Mark {
			out[n-1].Text += g.Text
		} else {
			out = append(out, g)
		}
	}
	return out
}
