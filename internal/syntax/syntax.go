// Package syntax is the tagger and the parser over plain words: parse applies them to articles,
// internal/train trains them.
//
// A [Model] takes the words of one sentence and gives each a tag ("VERB VBD"), a head and a relation.
// The tree always has exactly one root and no cycle, and the time taken is linear in the number of words.
package syntax

import (
	"strings"

	"sayso/internal/learn"
)

// A Tree is one sentence of a treebank.
type Tree struct {
	Words  []string
	Tags   []string // universal and Penn tag: "VERB VBD"
	Heads  []int32  // index of the head; len(Words) for the root
	Labels []string // relation to the head
}

// A Result is the analysis of one sentence. Its slices stand until the Scratch that made it is used again.
type Result struct {
	Tags   []uint8 // index into Model.Tags
	Heads  []int32 // index of the head; the number of words for the root
	Labels []uint8 // index into Model.Labels
}

// A Model is a trained tagger and parser. It may be used by several goroutines, each with a Scratch of its own.
type Model struct {
	Tags   []string // names of the tags
	Labels []string // names of the relations

	tagger *learn.Net
	parser *learn.Net
}

// A Scratch is working memory; its zero value is ready.
type Scratch struct {
	net      learn.Scratch
	glance   glance
	lex      []uint32 // lexSize features a word
	tags     []uint8
	features []uint32
	state    state
}

// New joins a tagger and a parser, whose classes are "SHIFT", then "L label" and "R label" for every relation.
func New(tagger, parser *learn.Net) *Model {
	m := &Model{Tags: tagger.Classes, tagger: tagger, parser: parser}
	for _, c := range parser.Classes[1:] {
		if l, ok := strings.CutPrefix(c, "L "); ok {
			m.Labels = append(m.Labels, l)
		}
	}
	return m
}

// Analyse tags and parses one sentence.
func (m *Model) Analyse(words []string, s *Scratch) Result {
	s.setWords(words)
	s.tags = resize(s.tags, len(words))
	for i := range words {
		s.features = tagFeatures(s.features[:0], s.lex, s.tags, i)
		s.tags[i] = uint8(m.tagger.Best(s.features, &s.net))
	}
	m.parse(len(words), s)
	return Result{s.tags, s.state.head[:len(words)], s.state.label[:len(words)]}
}

func (s *Scratch) setWords(words []string) {
	s.lex = s.lex[:0]
	for _, w := range words {
		s.lex = s.glance.appendLex(s.lex, w)
	}
}

// parse fills s.state from s.lex and s.tags.
func (m *Model) parse(n int, s *Scratch) {
	st := &s.state
	st.reset(n)
	for !st.done() {
		s.features = parseFeatures(s.features[:0], s.lex, s.tags, st)
		st.apply(bestMove(m.parser.Scores(s.features, &s.net), st))
	}
}

// bestMove is the legal class with the highest score, as a move and a label. Class 0 shifts; then come the
// LEFT classes, a label each, then the RIGHT ones.
func bestMove[T int32 | float32](scores []T, st *state) (move int, label uint8) {
	k := (len(scores) - 1) / 2
	b := -1
	if st.legal(moveShift) {
		b = 0
	}
	for m := moveLeft; m <= moveRight; m++ {
		if !st.legal(m) {
			continue
		}
		for c := 1 + (m-1)*k; c < 1+m*k; c++ {
			if b < 0 || scores[c] > scores[b] {
				b = c
			}
		}
	}
	return moveOf(b, k)
}

func moveOf(class, labels int) (move int, label uint8) {
	if class == 0 {
		return moveShift, 0
	}
	return 1 + (class-1)/labels, uint8((class - 1) % labels)
}
