package read

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"sayso/parse"
)

// A cueKind is how a word attributes.
type cueKind uint8

// The kinds of cue words, as data/cues.txt explains them.
const (
	noCue cueKind = iota
	sayCue
	thinkCue
	showCue
	callCue
	judgeCue
	askCue
	talkCue
)

// A cueWord is an entry of the lexicon of cues. A lemma listed under several kinds keeps the first.
type cueWord struct {
	kind   cueKind
	stance Stance
}

//go:embed data/cues.txt
var cueText string

// cueWords maps part of speech and lemma ("v say") to their entry.
var cueWords = sync.OnceValue(func() map[string]cueWord {
	kinds := map[string]cueKind{"say": sayCue, "think": thinkCue, "show": showCue, "call": callCue, "judge": judgeCue, "ask": askCue, "talk": talkCue}
	out := map[string]cueWord{}
	for line := range strings.Lines(cueText) {
		head, list, ok := strings.Cut(line, ":")
		f := strings.Fields(head)
		if !ok || len(f) != 3 || strings.HasPrefix(line, "#") {
			continue
		}
		for _, lemma := range strings.Fields(list) {
			if key := f[0] + " " + lemma; out[key].kind == noCue {
				out[key] = cueWord{kinds[f[1]], Stance(f[2])}
			}
		}
	}
	return out
})

// A reader is what the search for statements looks up again and again about the tokens of one article.
type reader struct {
	d           *parse.Doc
	form, lemma []uint32  // hashes of the lower-cased word and of the lemma
	class       []uint32  // class by the company it keeps, parse.Class
	left, right []int32   // token range [left, right) of the subtree
	quote       []int32   // index of the outermost quotation that holds the token, or -1
	cue         []cueWord // its entry in the lexicon of cues
	name        []uint8   // kind of the name it stands in, 0 for none
	score       []int32   // how surely the token heads a cue
	rival       []uint8   // how likely the token heads a cue: 0 hardly, 1 perhaps, 2 probably
	quotes      []quotation
}

func newReader(d *parse.Doc) *reader {
	n := len(d.Tokens)
	ints, hashes := make([]int32, 3*n), make([]uint32, 3*n)
	w := &reader{d: d, form: hashes[:n], lemma: hashes[n : 2*n], class: hashes[2*n:], left: ints[:n], right: ints[n : 2*n], quote: ints[2*n:], cue: make([]cueWord, n), name: make([]uint8, n), score: make([]int32, n), rival: make([]uint8, n), quotes: quotations(d)}
	for i := range d.Tokens {
		t := &d.Tokens[i]
		w.form[i], w.lemma[i] = hashLower(d.Text[t.Start:t.End]), hashLower(t.Lemma)
		w.class[i] = parse.Class(d.Text[t.Start:t.End])
		w.quote[i] = -1
		w.cue[i] = lookupCue(t)
	}
	for k, q := range w.quotes {
		if !q.Inner {
			for i := q.First; i < q.End; i++ {
				w.quote[i] = int32(k)
			}
		}
	}
	for _, n := range d.Names {
		for i := n.First; i < n.End; i++ {
			w.name[i] = nameNumber(n.Kind)
		}
	}
	w.subtrees()
	return w
}

// nameNumber is a small number for the kinds of names that can speak.
func nameNumber(k parse.NameKind) uint8 {
	switch k {
	case parse.Person:
		return 1
	case parse.Organisation:
		return 2
	case parse.Place:
		return 3
	case parse.Outlet:
		return 4
	case parse.Document:
		return 5
	}
	return 6
}

func lookupCue(t *parse.Token) cueWord {
	var key [24]byte
	switch t.UPOS {
	case parse.VERB:
		key[0] = 'v'
	case parse.NOUN:
		key[0] = 'n'
	case parse.ADJ:
		key[0] = 'a'
	default:
		return cueWord{}
	}
	key[1] = ' '
	return cueWords()[string(key[:2+copy(key[2:], t.Lemma)])]
}

// subtrees fills left and right: breadth first from the roots, then back.
func (w *reader) subtrees() {
	d := w.d
	order := make([]int32, 0, len(d.Tokens))
	for i := range d.Tokens {
		w.left[i], w.right[i] = int32(i), int32(i)+1
		if d.Tokens[i].Head < 0 {
			order = append(order, int32(i))
		}
	}
	for k := 0; k < len(order); k++ {
		order = append(order, d.Children(order[k])...)
	}
	for k := len(order) - 1; k >= 0; k-- {
		i := order[k]
		if h := d.Tokens[i].Head; h >= 0 {
			w.left[h], w.right[h] = min(w.left[h], w.left[i]), max(w.right[h], w.right[i])
		}
	}
}

// hashLower is the FNV-1a hash of s with ASCII letters lowered and curly apostrophes made straight.
func hashLower(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		} else if c >= utf8.RuneSelf && strings.HasPrefix(s[i:], "’") {
			c, i = '\'', i+2
		}
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

// mix makes a feature of a template's number and up to three values.
func mix(template, a, b, c uint32) uint32 {
	h := template*0x9E3779B1 ^ a
	h = (h ^ h>>15) * 0x85EBCA6B
	h = (h ^ b ^ h>>13) * 0xC2B2AE35
	h = (h ^ c ^ h>>16) * 0x27D4EB2F
	return h ^ h>>15
}

// occasions are nouns for what one speaks in, which belong to a cue even behind a comma: "said, in an interview with the Ledger".
var occasions = set("statement interview post tweet letter email e-mail message speech remark comment briefing conference video report text television radio testimony call address note column broadcast")

// endCue ends a cue before a comma behind which no more is told of the saying: "police said, in the second such raid in a week".
func (f *finder) endCue(s *Statement) {
	for k := range s.Cue {
		c := &s.Cue[k]
		first, last := f.d.TokenAt(c.Start), f.d.TokenAt(c.End-1)
		if first > s.CueHead || last < s.CueHead+2 || f.lower(s.CueHead+1) != "," || f.d.At(s.CueHead+2).XPOS == parse.XVBG {
			continue // "agreed, saying"
		}
		for i := s.CueHead + 2; i <= last; i++ {
			if occasions[f.d.Tokens[i].Lemma] {
				return
			}
		}
		c.End = int(f.d.Tokens[s.CueHead].End)
	}
}
