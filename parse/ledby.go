package parse

import (
	"slices"
	"strings"

	"sayso/internal/syntax"
)

// Words for a body are often set before a name with a hyphen and whoever runs it: "Northist-run Vale TV said",
// "the state-controlled agency". The tagger and parser see three words there, of which the last looks like the
// sentence's verb; they are given one plain adjective instead, and the three get their place in the tree afterwards.
var ledBy = strings.Fields("run led backed controlled held ruled owned affiliated aligned allied funded sponsored linked supported administered dominated appointed based brokered occupied trained flagged")

// notModified are words before which such a compound modifies nothing.
var notModified = strings.Fields("by in on at to from for of with as is was are were")

// LedBy reports whether word is what stands after the hyphen of such a compound: "run", "backed".
func LedBy(word string) bool { return slices.Contains(ledBy, word) }

// ledAt says whether token i, in a part that ends before end, is the first of such a compound.
func ledAt(d *Doc, i, end int32) bool {
	if i+3 >= end || d.Word(i+1) != "-" || d.Tokens[i].End != d.Tokens[i+1].Start || d.Tokens[i+1].End != d.Tokens[i+2].Start {
		return false
	}
	next := d.Word(i + 3)
	return class[d.Word(i)[0]]&letter != 0 && class[next[0]]&letter != 0 && slices.Contains(ledBy, d.Word(i+2)) && !slices.Contains(notModified, next)
}

// plainWords are the words of part for the model, with "local" in the place of every compound and a common verb in that of a rare one; at has, for every
// word, its token counted from the first of part.
func plainWords(d *Doc, part *Sentence, words []string, at []int32) ([]string, []int32) {
	words, at = words[:0], at[:0]
	for t := part.First; t < part.End; t++ {
		word := d.Word(t)
		if !ledAt(d, t, part.End) {
			if common, ok := plainer[word]; ok {
				word = common
			}
			words, at = append(words, word), append(at, t-part.First)
			continue
		}
		plain := "local"
		if t == part.First {
			plain = "Local"
		}
		words, at = append(words, plain), append(at, t-part.First+2)
		t += 2
	}
	return words, at
}

// spread puts what the model found of plain words back on all tokens of a part: of a compound, the participle stands where
// the adjective stood, and the two others hang on it.
func (g *grammar) spread(r syntax.Result, at []int32, d *Doc, part *Sentence) syntax.Result {
	n := part.End - part.First
	if int32(len(at)) == n {
		return r
	}
	out := syntax.Result{Tags: make([]uint8, n), Heads: make([]int32, n), Labels: make([]uint8, n)}
	for k, j := range at {
		out.Tags[j], out.Heads[j], out.Labels[j] = r.Tags[k], n, r.Labels[k]
		if h := int(r.Heads[k]); h < len(at) {
			out.Heads[j] = at[h]
		}
		if k > 0 && at[k-1] == j-1 || j == 0 {
			continue
		}
		who := g.tag(NOUN, XNN)
		if isUpper(d.Word(part.First + j - 2)) {
			who = g.tag(PROPN, XNNP)
		}
		out.Tags[j-2], out.Heads[j-2], out.Labels[j-2] = who, j, uint8(slices.Index(g.label, Compound))
		out.Tags[j-1], out.Heads[j-1], out.Labels[j-1] = g.tag(PUNCT, XHYPH), j, uint8(slices.Index(g.label, Punct))
		out.Tags[j] = g.tag(VERB, XVBN)
	}
	return out
}

// tag is the number of a pair of tags in the model.
func (g *grammar) tag(u UPOS, x XPOS) uint8 {
	for k := range g.upos {
		if g.upos[k] == u && g.xpos[k] == x {
			return uint8(k)
		}
	}
	return 0
}
