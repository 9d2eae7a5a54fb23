package parse

import (
	_ "embed"
	"encoding/binary"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The lemma model: a hash table of words and endings with their tags, made by [TrainLemmas]. Origin,
// licence and scores stand in data/lemma.txt.
//
//go:embed data/lemma.bin
var lemmaModel string

// Every entry of the model takes lemmaSlot bytes: a check of its key (4), the offset of its string
// (4), the string's length, how many bytes to cut from the word's end, what to do, and one spare.
const lemmaSlot = 12

// What an entry of the lemma model says.
const (
	lemmaEmpty byte = iota
	lemmaWhole      // the string is the lemma
	lemmaLower      // cut, append the string, lower the case
	lemmaKeep       // the same, in the word's own case
)

// lemmaSuffix is the longest ending, in bytes, that the model knows.
const lemmaSuffix = 5

// lemma fills the Lemma of every token from its form and tags: words that the treebanks hold by table,
// others by their longest known ending. Lemmas are parts of the text or of the model where they can be.
func lemma(d *Doc) {
	l := lemmas{model: lemmaModel}
	for i := range d.Tokens {
		k := &d.Tokens[i]
		w := d.Text[k.Start:k.End]
		if k.UPOS == AUX && (w[0] == '\'' || w[0] == 0xe2) {
			if v := d.cliticLemma(int32(i), w); v != "" {
				k.Lemma = v
				continue
			}
		}
		k.Lemma = l.of(w, k.UPOS, k.XPOS, i == int(d.Sentences[k.Sentence].First))
	}
}

// cliticLemma resolves "'s" and "'d", whose lemma hangs on the verb they help: "he's gone" has, "he's
// seen as" is, "she'd gone" had, "she'd go" would.
func (d *Doc) cliticLemma(i int32, w string) string {
	k := &d.Tokens[i]
	c := w[len(w)-1] | 0x20
	if k.Head < 0 || c != 's' && c != 'd' || len(w) > 4 {
		return ""
	}
	participle := k.Label == Aux && d.Tokens[k.Head].XPOS == XVBN
	switch {
	case participle:
		return "have"
	case c == 's':
		return "be"
	}
	return "would"
}

// lemmas looks words up and holds the few lemmas that had to be spelled anew.
type lemmas struct {
	model string
	made  strings.Builder
}

// of is the lemma of word w with its tags; first where it begins a sentence, so that its capital tells nothing.
func (l *lemmas) of(w string, u UPOS, x XPOS, first bool) string {
	if u == PROPN && (x == XNNP || gazetteer(lookName(w).word)&(gazCity|gazCountry) != 0) {
		return w // "Athens" is no plural
	}
	if e, ok := l.entry(wordKey(w, x)); ok {
		return l.apply(w, e)
	}
	if x == XCD && class[w[0]]&digit != 0 && strings.IndexByte(w, ',') > 0 {
		return l.plainNumber(w)
	}
	if x == XJJ && !first && len(w) > 1 && class[w[0]]&upper != 0 && class[w[1]]&lower != 0 {
		return w // nationalities and the like: "Dutch", "Catholic"
	}
	if base, ok := irregular[w]; ok && u == VERB {
		return base
	}
	if base, ok := regularVerb(w, u); ok {
		return base
	}
	if base, ok := doubled(w, u); ok {
		return base
	}
	var keys [lemmaSuffix + 1]uint64
	for n := suffixKeys(w, x, &keys); n >= 0; n-- {
		if e, ok := l.entry(keys[n]); ok {
			return l.apply(w, e)
		}
	}
	return w
}

// singleL are verbs that end in one l and double it before an ending: "controlled", "patrolling". Others ("shelled")
// have the two of their own, and no ending tells which.
var singleL = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(`annul cancel cavil channel compel control counsel dial dispel distil duel enrol equal excel expel extol fuel fulfil impel initial instil
kennel label level libel marshal model parcel patrol pedal propel quarrel rebel refuel remodel repel revel rival shovel shrivel signal spiral swivel total towel travel tunnel unravel`) {
		m[w] = true
	}
	return m
}()

// doubled is the lemma of a verb in -lled or -lling that the treebanks do not hold.
func doubled(w string, u UPOS) (string, bool) {
	if u != VERB || !isLower(w) {
		return "", false
	}
	base, ok := strings.CutSuffix(w, "ed")
	if !ok {
		base, ok = strings.CutSuffix(w, "ing")
	}
	if !ok || len(base) < 4 || !strings.HasSuffix(base, "ll") {
		return "", false
	}
	if singleL[base[:len(base)-1]] {
		return base[:len(base)-1], true
	}
	return base, true
}

// plainNumber is w without its thousands' commas.
func (l *lemmas) plainNumber(w string) string {
	start := l.made.Len()
	for i := 0; i < len(w); i++ {
		if w[i] != ',' {
			l.made.WriteByte(w[i])
		}
	}
	return l.made.String()[start:]
}

// entry finds the entry with the given key.
func (l *lemmas) entry(key uint64) (string, bool) {
	slots := uint64(len(l.model)) / lemmaSlot // the pool after the table takes under one slot in eight, see TrainLemmas
	if slots == 0 {
		return "", false
	}
	mask := uint64(u32(l.model[:4])) - 1
	for at := key & mask; ; at = (at + 1) & mask {
		e := l.model[4+at*lemmaSlot:][:lemmaSlot]
		if e[10] == lemmaEmpty {
			return "", false
		}
		if u32(e) == uint32(key>>32) {
			return e, true
		}
	}
}

func u32(s string) uint32 {
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

func (l *lemmas) apply(w, e string) string {
	off := u32(e[4:])
	add, cut := l.model[off:off+uint32(e[8])], int(e[9])
	if e[10] == lemmaWhole {
		return add
	}
	if cut >= len(w) {
		return w
	}
	stem := w[:len(w)-cut]
	if !utf8.ValidString(stem) && utf8.ValidString(w) {
		return w
	}
	keep := e[10] == lemmaKeep || isLower(stem)
	if keep && len(w) >= len(stem)+len(add) && w[len(stem):len(stem)+len(add)] == add {
		return w[:len(stem)+len(add)] // "mov" and "e" stand in "moved"
	}
	start := l.made.Len()
	if keep {
		l.made.WriteString(stem)
	} else {
		for _, r := range stem {
			l.made.WriteRune(unicode.ToLower(r))
		}
	}
	l.made.WriteString(add)
	return l.made.String()[start:]
}

func isLower(w string) bool {
	for i := 0; i < len(w); i++ {
		if c := w[i]; class[c]&upper != 0 {
			return false
		} else if c >= utf8.RuneSelf {
			return isLowerRunes(w[i:])
		}
	}
	return true
}

func isLowerRunes(w string) bool {
	for _, r := range w {
		if unicode.IsUpper(r) || unicode.IsTitle(r) {
			return false
		}
	}
	return true
}

// wordKey is the key of a whole word in lower case with its tag.
func wordKey(w string, x XPOS) uint64 {
	h := uint64(14695981039346656037) // FNV-1a, 64 bits
	h = (h ^ uint64(x)) * 1099511628211
	for i := 0; i < len(w); i++ {
		c := lowerByte(w[i])
		if c == 0xe2 && i+2 < len(w) && w[i+1] == 0x80 && w[i+2] == 0x99 {
			c, i = '\'', i+2 // the curly apostrophe is the straight one
		}
		h = (h ^ uint64(c)) * 1099511628211
	}
	return spread(h)
}

// suffixKeys fills the keys of w's endings by their length, and returns the longest length.
func suffixKeys(w string, x XPOS, keys *[lemmaSuffix + 1]uint64) int {
	h := uint64(0x9ae16a3b2f90404f)
	h = (h ^ uint64(x)) * 1099511628211
	keys[0] = spread(h)
	n := 0
	for i := len(w) - 1; i >= 0 && n < lemmaSuffix; i-- {
		h = (h ^ uint64(lowerByte(w[i]))) * 1099511628211
		n++
		keys[n] = spread(h)
	}
	return n
}

func lowerByte(c byte) byte {
	if class[c]&upper != 0 {
		return c + 'a' - 'A'
	}
	return c
}

// spread mixes the bits so that both halves can serve, one as a place and one as a check.
func spread(h uint64) uint64 {
	h ^= h >> 32
	h *= 0xd6e8feb86659fd93
	return h ^ h>>29
}

// putLemma writes an entry of the model.
func putLemma(e []byte, key uint64, off uint32, n, cut, kind byte) {
	binary.LittleEndian.PutUint32(e, uint32(key>>32))
	binary.LittleEndian.PutUint32(e[4:], off)
	e[8], e[9], e[10] = n, cut, kind
}
