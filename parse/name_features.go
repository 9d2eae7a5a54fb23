package parse

import (
	"unicode"
	"unicode/utf8"

	"sayso/internal/learn"
)

// A case is how a word is capitalised.
type letterCase uint8

const (
	caseNone   letterCase = iota // no letters
	caseLower                    // minister
	caseTitle                    // Minister
	caseUpper                    // NATO, U.S.
	caseMixed                    // iPhone, al-Shabaab's parts, McKay is caseTitle
	caseLetter                   // one capital letter, or an initial
)

// A nameWord is what the name model sees of a token.
type nameWord struct {
	word, prefix, suffix uint32
	ends                 uint32 // last two bytes
	shape                uint32 // runs of upper, lower, digit and other characters
	gaz                  uint32 // what the gazetteers say
	class                uint32 // word class, by company
	tag                  uint32
	letters              letterCase
	start                bool // begins a sentence, or follows an opening quotation mark at its start
}

// A namer looks for the names of one document.
type namer struct {
	d      *Doc
	words  []nameWord
	caps   []bool           // by sentence: written all in capitals
	seen   map[uint32]uint8 // by word: how it is written elsewhere in the document
	terms  map[uint32]bool  // short forms that the text spells out in small letters
	model  []Name           // the names as the model has them, where their bodies are made whole
	votes  []votes          // by name: how sure the model is of its kinds
	domain uint32           // whose conventions: 0 GUM's, which the product follows; others in training only
	buf    []uint32
	rows   [][]uint32
}

// How a word is written in the document.
const (
	seenLower    uint8 = 1 << iota // in lower case
	seenCapital                    // capitalised inside a sentence
	seenTitled                     // after a person's title: "Gen. Harlan"
	seenNamed                      // after a given name: "Peter Harlan"
	seenPlaced                     // after "in" and the like
	seenSpeaking                   // before a verb of saying, or after "told"
	seenHeading                    // before another capitalised word
)

func newNamer(d *Doc) *namer {
	n := &namer{d: d, words: make([]nameWord, len(d.Tokens)), caps: make([]bool, len(d.Sentences)), seen: make(map[uint32]uint8, 64)}
	for i := range d.Sentences {
		n.sentence(int32(i))
	}
	return n
}

func (n *namer) sentence(i int32) {
	s := &n.d.Sentences[i]
	lower, upper := 0, 0
	start := true
	for t := s.First; t < s.End; t++ {
		k := &n.d.Tokens[t]
		w := &n.words[t]
		*w = lookName(n.d.Text[k.Start:k.End])
		w.tag = uint32(k.XPOS)
		w.start = start
		switch w.letters {
		case caseLower:
			lower++
		case caseUpper:
			upper++
		}
		start = start && w.letters == caseNone
	}
	n.phrases(s)
	n.caps[i] = lower == 0 && upper > 2
	if n.caps[i] {
		return
	}
	for t := s.First; t < s.End; t++ {
		w := &n.words[t]
		switch {
		case w.letters == caseLower:
			n.seen[w.word] |= seenLower
		case w.letters == caseTitle || w.letters == caseUpper:
			n.seen[w.word] |= n.company(s, t)
		}
	}
}

// company is what the words beside token t, a capitalised one, say of it. Every use of a word in the
// document tells of all the others (context aggregation, Ratinov and Roth 2009).
func (n *namer) company(s *Sentence, t int32) uint8 {
	var seen uint8
	if !n.words[t].start {
		seen = seenCapital
	}
	if t > s.First {
		before := n.d.Word(t - 1)
		switch {
		case Title(before):
			seen |= seenTitled
		case n.words[t-1].letters == caseTitle && n.words[t-1].gaz&gazGiven != 0:
			seen |= seenNamed
		case before == "in" || before == "from" || before == "near" || before == "across" || before == "outside" || before == "In":
			seen |= seenPlaced
		case before == "told":
			seen |= seenSpeaking
		}
	}
	if t+1 < s.End {
		switch n.d.Word(t + 1) {
		case "said", "says", "told", "added", "asked", "wrote", "tweeted", "argued", "announced", "insisted":
			seen |= seenSpeaking
		default:
			if n.d.Tokens[t+1].Start < n.d.Tokens[t].End+2 && class[n.d.Text[n.d.Tokens[t+1].Start]]&upper != 0 {
				seen |= seenHeading
			}
		}
	}
	return seen
}

// phrases marks names of two and three words that the gazetteer knows, "San Francisco", on each of their
// words, a byte up from what the words themselves are.
func (n *namer) phrases(s *Sentence) {
	for t := s.First; t+1 < s.End; t++ {
		if n.words[t].letters < caseTitle {
			continue
		}
		h := n.words[t].word
		for k := t + 1; k < s.End && k < t+3; k++ {
			h = phrase(h, n.words[k].word)
			if n.words[k].letters < caseTitle {
				continue
			}
			if g := gazetteer(h); g != 0 {
				for i := t; i <= k; i++ {
					n.words[i].gaz |= g << 8
				}
			}
		}
	}
}

// lookName is what can be seen of the word itself.
func lookName(w string) nameWord {
	var f nameWord
	h, shape, last := uint32(2166136261), uint32(1), byte(0)
	up, low, other := 0, 0, 0
	for i := 0; i < len(w); i++ {
		c := w[i]
		k := byte('o')
		switch m := class[c]; {
		case m&upper != 0:
			up++
			k = 'A'
			c += 'a' - 'A'
		case m&lower != 0:
			low++
			k = 'a'
		case m&digit != 0:
			k, c = '0', '0'
			other++
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(w[i:])
			switch {
			case unicode.IsUpper(r):
				up++
				k = 'A'
			case unicode.IsLetter(r):
				low++
				k = 'a'
			default:
				other++
			}
			for ; size > 1; size-- {
				h = (h ^ uint32(w[i])) * 16777619
				i++
			}
			c = w[i]
		default:
			other++
		}
		h = (h ^ uint32(c)) * 16777619
		if k != last {
			shape = shape*7 + uint32(k)
			last = k
		}
	}
	f.word, f.shape = h, shape
	f.letters = caseOf(w, up, low)
	f.prefix, f.suffix, f.ends = edges(w)
	f.gaz, f.class = gazetteer(h), cluster(h)
	return f
}

func caseOf(w string, up, low int) letterCase {
	switch {
	case up == 0 && low == 0:
		return caseNone
	case up == 0:
		return caseLower
	case low == 0 && up == 1:
		return caseLetter
	case low == 0:
		return caseUpper
	}
	if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) {
		return caseTitle
	}
	return caseMixed
}

// edges are hashes of the first three, last three and last two bytes, in lower case.
func edges(w string) (prefix, suffix, ends uint32) {
	n := len(w)
	for i := 0; i < 3 && i < n; i++ {
		prefix = prefix<<8 | uint32(lowerByte(w[i]))
		suffix = suffix<<8 | uint32(lowerByte(w[n-1-i]))
		if i == 1 {
			ends = suffix
		}
	}
	return prefix, suffix, ends
}

// capital reports a word with a capital letter.
func (n *namer) capital(t int32) bool { return n.words[t].letters >= caseTitle }

// maxGap is the longest run of small words inside a name: "University of the West".
const maxGap = 3

// links reports a small word that can stand inside a name; first where it follows a capitalised word, as
// an article cannot: "Bank of the West", but "Impeachment the House".
func (n *namer) links(t int32, first bool) bool {
	switch n.d.Tokens[t].XPOS {
	case XCC, XHYPH, XPOS_, XFW, XCD:
		return true
	}
	switch n.d.Word(t) {
	case "the", "a":
		return !first
	case "of", "for", "on", "de", "da", "do", "dos", "di", "la", "le", "les", "du", "des", "del", "della", "der", "den", "van", "von", "bin", "ibn", "al", "el", "ul", "y", "e", "&", "'", ".", "/", "-":
		return true
	}
	return false
}

// runs calls f for every stretch of words that can hold names, with the features of each word.
func (n *namer) runs(f func(first, end int32, features [][]uint32)) {
	for i := range n.d.Sentences {
		s := &n.d.Sentences[i]
		for t := s.First; t < s.End; {
			if !n.capital(t) {
				t++
				continue
			}
			end := t + 1
			for k := end; k < s.End && k-end <= maxGap; k++ {
				if n.capital(k) {
					end = k + 1
				} else if !n.links(k, k == end) {
					break
				}
			}
			f(t, end, n.features(s, t, end))
			t = end
		}
	}
}

// features are the features of the tokens [first, end) of sentence s.
func (n *namer) features(s *Sentence, first, end int32) [][]uint32 {
	n.buf = n.buf[:0]
	n.rows = n.rows[:0]
	for t := first; t < end; t++ {
		at := len(n.buf)
		n.token(s, t)
		n.rows = append(n.rows, n.buf[at:])
	}
	// The buffer may have moved while it grew.
	at := 0
	for i, r := range n.rows {
		n.rows[i] = n.buf[at : at+len(r)]
		at += len(r)
	}
	return n.rows
}

var outside nameWord

func (n *namer) word(s *Sentence, t int32) *nameWord {
	if t < s.First || t >= s.End {
		return &outside
	}
	return &n.words[t]
}

// token appends the features of token t.
func (n *namer) token(s *Sentence, t int32) {
	a2, a1, w, b1, b2 := n.word(s, t-2), n.word(s, t-1), n.word(s, t), n.word(s, t+1), n.word(s, t+2)
	add := func(name, v uint32) { n.buf = append(n.buf, learn.Mix(name, v)) }
	add(1, w.word)
	add(2, a1.word)
	add(3, b1.word)
	add(4, a2.word)
	add(5, b2.word)
	add(6, w.shape)
	add(7, w.prefix)
	add(8, w.suffix)
	add(9, w.ends)
	add(10, learn.Mix(a1.word, w.word))
	add(11, learn.Mix(w.word, b1.word))
	add(12, learn.Mix(a1.shape, w.shape))
	add(13, learn.Mix(w.shape, b1.shape))
	add(14, w.tag)
	add(15, a1.tag<<8|w.tag)
	add(16, w.tag<<8|b1.tag)
	add(17, b1.suffix)
	add(18, a1.suffix)
	add(19, uint32(a2.letters)<<12|uint32(a1.letters)<<9|uint32(w.letters)<<6|uint32(b1.letters)<<3|uint32(b2.letters))
	caps := boolBit(n.caps[n.d.Tokens[t].Sentence])
	doc := uint32(n.seen[w.word])
	add(43, doc)
	add(44, (doc&uint32(seenTitled|seenNamed|seenPlaced|seenSpeaking))<<8|w.gaz&0xff)
	add(45, learn.Mix(doc&uint32(seenTitled|seenNamed|seenPlaced|seenSpeaking), w.class))
	add(20, doc&uint32(seenLower|seenCapital)<<6|uint32(w.letters)<<2|boolBit(w.start)<<1|caps)
	add(21, w.gaz<<1|caps)
	add(22, learn.Mix(a1.gaz, w.gaz))
	add(23, learn.Mix(w.gaz, b1.gaz))
	add(24, learn.Mix(a1.word, uint32(w.letters)))
	add(25, learn.Mix(uint32(w.letters), b1.word))
	add(26, learn.Mix(a2.word, a1.word))
	add(27, learn.Mix(b1.word, b2.word))
	add(30, w.class)
	add(31, a1.class)
	add(32, b1.class)
	add(33, a2.class)
	add(34, b2.class)
	add(35, a1.class<<9|w.class)
	add(36, w.class<<9|b1.class)
	add(37, a1.class<<9|b1.class)
	add(38, n.domain)
	add(39, n.domain<<12|w.tag<<4|uint32(w.letters))
	add(40, learn.Mix(n.domain, w.word))
	add(41, n.domain<<24|w.gaz)
	k := &n.d.Tokens[t]
	add(28, uint32(k.Label)<<8|w.tag)
	if k.Head >= 0 {
		add(29, learn.Mix(uint32(k.Label), n.words[k.Head].word))
		add(42, uint32(k.Label)<<9|n.words[k.Head].class)
	}
}
