// Package parse turns an article into sentences, words, tags, trees and names.
//
// [Article] takes an article and returns a [Doc]: one flat array of tokens (Universal Dependencies
// words) and spans over it. Every byte of the text belongs to a token or to the white space between
// tokens. Text cannot be wrong, so nothing here returns an error: odd bytes, other scripts and
// half sentences all get a tree. The same text gives the same Doc, always.
// The package decides nothing about who says what; that is read's.
package parse

import "sayso/article"

// A Doc is the linguistic structure of one article. It is finished when Article returns it.
type Doc struct {
	Article   *article.Article
	Text      string     // = Article.Text
	Tokens    []Token    // every word, in text order
	Sentences []Sentence // in text order, covering all tokens
	Names     []Name     // named entities, in text order, not overlapping

	childStart []int32 // children of token i are childIndex[childStart[i]:childStart[i+1]]
	childIndex []int32
}

// A Token is one syntactic word in Universal Dependencies' sense: "don't" is "do" and "n't", each
// with its own bytes. Tokens never overlap and never hold white space at their ends.
type Token struct {
	Start, End int32  // bytes in Doc.Text
	Head       int32  // index into Doc.Tokens of the syntactic head; -1 for the root of a sentence
	Sentence   int32  // index into Doc.Sentences
	Label      Label  // relation to the head
	UPOS       UPOS   // universal part of speech
	XPOS       XPOS   // Penn Treebank tag, as in EWT
	Joined     bool   // written together with the token before it as one contracted word (the "n't" of "don't")
	Lemma      string // dictionary form, lower case but for names
}

// A Sentence is a run of tokens [First, End) with one root.
type Sentence struct {
	First, End int32 // tokens
	Root       int32 // token index of the root
	Paragraph  int32 // running number of the paragraph (blank line or line break that ends a block)
}

// A NameKind says what a name names.
type NameKind string

// The kinds of names.
const (
	Person       NameKind = "person"
	Organisation NameKind = "organisation"
	Place        NameKind = "place"
	Outlet       NameKind = "outlet" // a publisher or agency: also an organisation, told apart because it can be a link of a chain
	Weapon       NameKind = "weapon" // weapons and platforms: "Tomahawk", "USS Gerald R. Ford"
	EventName    NameKind = "event"
	Document     NameKind = "document"
	Law          NameKind = "law"
	OtherName    NameKind = "other"
)

// A Name is a named entity: tokens [First, End).
type Name struct {
	First, End int32
	Kind       NameKind
}

// Span is the bytes of token i; none where there is none.
func (d *Doc) Span(i int32) article.Span {
	t := d.At(i)
	return article.Span{Start: int(t.Start), End: int(t.End)}
}

var beside = Token{Head: -1, Sentence: -1}

// At is token i, or one without tags, head or sentence where i is before the first token or after the last: rules look at a word's neighbours,
// and the word may be the text's first or last.
func (d *Doc) At(i int32) *Token {
	if uint(i) >= uint(len(d.Tokens)) {
		return &beside
	}
	return &d.Tokens[i]
}

// Word is token i as written, or "" where there is none.
func (d *Doc) Word(i int32) string {
	t := d.At(i)
	return d.Text[t.Start:t.End]
}

// Range is the bytes from the start of token first to the end of token end-1.
func (d *Doc) Range(first, end int32) article.Span {
	return article.Span{Start: int(d.Tokens[first].Start), End: int(d.Tokens[end-1].End)}
}

// Children are the dependents of token i, in text order. The slice is the Doc's own: do not change it.
func (d *Doc) Children(i int32) []int32 {
	return d.childIndex[d.childStart[i]:d.childStart[i+1]]
}

// Child is the first dependent of i whose label is one of labels, or -1.
func (d *Doc) Child(i int32, labels ...Label) int32 {
	for _, c := range d.Children(i) {
		for _, l := range labels {
			if d.Tokens[c].Label == l {
				return c
			}
		}
	}
	return -1
}

// Subtree is the token range [first, end) from the leftmost to the rightmost descendant of i.
// In a non-projective tree the range can hold words that are not descendants.
func (d *Doc) Subtree(i int32) (first, end int32) {
	first, end = i, i+1
	for _, c := range d.Children(i) {
		f, e := d.Subtree(c)
		first, end = min(first, f), max(end, e)
	}
	return first, end
}

// indexChildren fills the children index from the heads. Linear in the number of tokens.
func (d *Doc) indexChildren() {
	n := len(d.Tokens)
	d.childStart = make([]int32, n+1)
	for i := range d.Tokens {
		if h := d.Tokens[i].Head; h >= 0 {
			d.childStart[h+1]++
		}
	}
	for i := 0; i < n; i++ {
		d.childStart[i+1] += d.childStart[i]
	}
	d.childIndex = make([]int32, d.childStart[n])
	next := make([]int32, n)
	copy(next, d.childStart[:n])
	for i := range d.Tokens {
		if h := d.Tokens[i].Head; h >= 0 {
			d.childIndex[next[h]] = int32(i)
			next[h]++
		}
	}
}

// TokenAt is the index of the token that covers byte offset off, or the first one after it;
// len(d.Tokens) if there is none.
func (d *Doc) TokenAt(off int) int32 {
	lo, hi := 0, len(d.Tokens)
	for lo < hi {
		m := (lo + hi) / 2
		if int(d.Tokens[m].End) <= off {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return int32(lo)
}

// Words is Article without tags, trees, lemmas and names: what the models that find those are trained on.
func Words(a *article.Article) *Doc {
	d := &Doc{Article: a, Text: a.Text}
	segment(d)
	return d
}

// Article parses a's text.
func Article(a *article.Article) *Doc {
	d := &Doc{Article: a, Text: a.Text}
	segment(d)
	analyse(d)
	d.indexChildren()
	lemma(d)
	name(d)
	return d
}
