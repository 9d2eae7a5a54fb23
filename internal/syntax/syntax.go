// Package syntax is the tagger and the parser over plain words: parse applies them to articles,
// internal/train trains them.
//
// A [Model] takes the words of one sentence and gives each a tag ("VERB VBD"), a head and a relation.
// The tree always has exactly one root and no cycle, and the time taken is linear in the number of words.
// Every word starts as the sum of rows for its form, its shape, its beginnings and its ends; three layers
// let it look at neighbours one, two and four words off (after Strubell et al. 2017); a linear layer names
// its tag; and a greedy arc-hybrid parser with a small network over the words in its reach (after Chen and
// Manning 2014, and Kiperwasser and Goldberg 2016) finds the tree. [Train] learns all of it together.
// Reading is integer arithmetic alone: the same words give the same tree on every machine.
package syntax

import "sayso/internal/learn"

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

// A Scratch is working memory; its zero value is ready.
type Scratch struct {
	glance   glance
	lex      []uint32
	features []uint32
	tags     []uint8
	state    state
	x, cat   []int16 // rows of words, with gap empty ones at either end; and each word's beside its neighbours'
	y, p     []int16 // what a layer gives; what each word gives the parser at each place
	h        [hidden]int16
	scores   []int32
	at       []int32
}

// Analyse tags and parses one sentence.
func (m *Model) Analyse(words []string, s *Scratch) Result {
	n := len(words)
	m.embed(words, s)
	for l := range m.conv {
		m.layer(l, n, s)
	}
	m.name(n, s)
	m.parse(n, s)
	return Result{s.tags, s.state.head[:n], s.state.label[:n]}
}

// embed sums the features of each word.
func (m *Model) embed(words []string, s *Scratch) {
	n := len(words)
	s.x = resize(s.x, (n+2*gap+spare)*width)
	clear(s.x)
	for i, w := range words {
		s.lex = s.glance.appendLex(s.lex[:0], w)
		for k, f := range s.lex {
			s.lex[k] = tableRow(f, m.rows)
		}
		x := s.x[(i+gap)*width:][:width]
		learn.AddRows(x, m.emb, s.lex)
		for k := range x {
			x[k] <<= fine
		}
	}
}

// layer adds to each word what layer l makes of it and its neighbours.
func (m *Model) layer(l, n int, s *Scratch) {
	s.cat, s.y = resize(s.cat, (n+spare)*3*width), resize(s.y, (n+spare)*width)
	for i := range n {
		c := s.cat[i*3*width:][:3*width]
		for k := range 3 {
			copy(c[k*width:][:width], s.x[(i+gap+(k-1)*dilation[l])*width:])
		}
	}
	m.conv[l].Apply(s.y, s.cat, n, true)
	learn.Add(s.x[gap*width:][:n*width], s.y)
}

// name gives each word its tag.
func (m *Model) name(n int, s *Scratch) {
	k := m.tag.Out
	s.y, s.tags = resize(s.y, (n+spare)*max(k, width)), resize(s.tags, n)
	m.tag.Apply(s.y, s.x[gap*width:], n, false)
	for i := range n {
		s.tags[i] = uint8(best(s.y[i*k:][:len(m.Tags)]))
	}
}

// parse fills s.state.
func (m *Model) parse(n int, s *Scratch) {
	m.prepare(n, s)
	st := &s.state
	st.reset(n)
	for !st.done() {
		if len(st.stack) == 0 { // nothing else can be done
			st.apply(moveShift, 0)
			continue
		}
		from, to := m.open(st)
		m.score(st, s, from, to)
		st.apply(bestMove(s.scores, st))
	}
}

// prepare fills s.p: what each word, the root and no word give the parser at each place.
func (m *Model) prepare(n int, s *Scratch) {
	const pw = places * hidden
	s.p, s.scores = resize(s.p, (n+spare)*pw), resize(s.scores, len(m.outB))
	m.pre.Apply(s.p, s.x[gap*width:], n, false)
	copy(s.p[n*pw:], m.edge)
}

// open is the range of classes that hold all legal moves of st.
func (m *Model) open(st *state) (from, to int) {
	if !st.legal(moveShift) && !st.legal(moveLeft) {
		return 1 + len(m.Labels), len(m.outB)
	}
	if !st.legal(moveRight) {
		return 0, 1 + len(m.Labels)
	}
	return 0, len(m.outB)
}

// score fills the scores of classes [from, to) for state st of the sentence that s holds.
func (m *Model) score(st *state, s *Scratch, from, to int) {
	var node [places]int32
	st.places(&node)
	s.at = s.at[:0]
	for k, i := range node {
		if i < 0 {
			i = st.n + 1
		}
		s.at = append(s.at, (i*places+int32(k))*hidden)
	}
	copy(s.h[:], m.hidB)
	learn.AddWords(s.h[:], s.p, s.at)
	s.features = stateFeatures(s.features[:0], s.tags, st)
	s.at = s.at[:0]
	for _, f := range s.features {
		s.at = append(s.at, int32(tableRow(f, m.sparseRows)*hidden))
	}
	learn.AddWords(s.h[:], m.sparse, s.at)
	learn.Clip(s.h[:])
	learn.DotRows(s.scores[from:to], s.h[:], m.out[from*hidden:to*hidden])
	for k := from; k < to; k++ {
		s.scores[k] += m.outB[k]
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
