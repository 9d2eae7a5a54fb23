package syntax

import (
	"math"

	"sayso/internal/learn"
)

// A Config says how a model is trained.
type Config struct {
	Rows     int     // rows of the word feature table
	Sparse   int     // rows of the table of state features
	Epochs   int     // times through the trees
	Batch    int     // sentences a step
	Rate     float32 // Adam's, at the start; falls evenly to a fiftieth
	RowRate  float32 // AdaGrad's, of the tables
	Drop     float32 // share of values left out of words and layers
	Forget   float32 // a word seen n times in training is taken for unknown in Forget/(Forget+n) of cases
	Explore  float32 // share of moves made as the model would, not as the gold tree has them
	Seed     uint64
	Silver   float32 // how many trees of a committee's an epoch takes for each one of the treebank
	TagScale float32 // weight of the tags' loss beside the moves'
}

// A trainer holds a model in training. Matrices are row by row.
type trainer struct {
	cfg    Config
	r      learn.Rand
	tags   []string
	labels []string
	at     map[string]uint8 // class of a label
	gold   [][]uint8        // tags of the trees
	count  map[uint32]int   // how often a lower-case form occurs

	emb, embG       []float32 // word feature rows, width wide
	sparse, sparseG []float32 // state feature rows, hidden wide
	conv, convB     [len(dilation)]*learn.Param
	tagW, tagB      *learn.Param
	pre             *learn.Param // width × places*hidden
	edge            *learn.Param // root and none: 2 × places*hidden
	hidB            *learn.Param
	out, outB       *learn.Param // class × hidden
	params          []*learn.Param

	step, steps int
	rowRate     float32

	b batch
	s Scratch
}

// A batch is the working memory of one step.
type batch struct {
	trees []int  // indexes of the trees
	base  []int  // first row of each
	rows  int    // rows, a multiple of four, with empty ones between sentences
	real  []bool // rows that are words
	lex   [][]uint32
	x     [len(dilation) + 1][]float32
	mask  []float32
	cat   [len(dilation)][]float32
	gate  [len(dilation)][]float32
	dx    []float32
	tag   []float32
	p, dp []float32
	pack  []float32
	h, dh []float32
	sc    []float32
	pr    []float32
	keep  []float32
	at    []int32
	tags  []uint8
}

// newTrainer is a trainer for trees, of which the first gold ones are a treebank's and say what tags and relations there are.
func newTrainer(trees []Tree, gold int, c Config) *trainer {
	tags, labels := classes(trees[:gold])
	t := &trainer{cfg: c, r: learn.Rand(c.Seed), tags: tags, labels: labels, at: map[string]uint8{}, gold: indexTags(trees, tags), count: map[uint32]int{}}
	for i, l := range labels {
		t.at[l] = uint8(i)
	}
	var g glance
	for _, tr := range trees {
		for _, w := range tr.Words {
			t.count[g.appendLex(nil, w)[lexLower]]++
		}
	}
	t.emb, t.embG = t.table(c.Rows*width, 0.1)
	t.sparse, t.sparseG = t.table(c.Sparse*hidden, 0.05)
	add := func(n int, size float64) *learn.Param {
		p := learn.NewParam(n, float32(size), &t.r)
		t.params = append(t.params, p)
		return p
	}
	for l := range t.conv {
		t.conv[l], t.convB[l] = add(3*width*width, math.Sqrt(3.0/(3*width))), add(width, 0)
	}
	t.tagW, t.tagB = add(width*tagWidth(len(tags)), math.Sqrt(3.0/width)), add(tagWidth(len(tags)), 0)
	t.pre, t.edge = add(width*places*hidden, math.Sqrt(3.0/(4*width))), add(2*places*hidden, 0.1)
	t.hidB = add(hidden, 0)
	k := 1 + 2*len(labels)
	t.out, t.outB = add(k*hidden, math.Sqrt(3.0/hidden)), add(k, 0)
	t.b.h, t.b.dh, t.b.keep = make([]float32, hidden), make([]float32, hidden), make([]float32, hidden)
	t.b.sc, t.b.pr = make([]float32, k), make([]float32, k)
	return t
}

// tagWidth is the number of tags, rounded up to a multiple of sixteen.
func tagWidth(n int) int { return (n + 15) &^ 15 }

func (t *trainer) table(n int, size float32) (w, g []float32) {
	w, g = make([]float32, n), make([]float32, n)
	for i := range w {
		w[i], g[i] = (2*t.r.Float()-1)*size, 0.01
	}
	return w, g
}

// run learns the trees for all epochs: each takes all of the first gold ones and a share of the others in turn.
func (t *trainer) run(trees []Tree, gold int, log func(string, ...any)) {
	silver := t.r.Perm(len(trees) - gold)
	share := min(int(t.cfg.Silver*float32(gold)), len(silver))
	per := (gold + share + t.cfg.Batch - 1) / t.cfg.Batch
	t.steps = per * t.cfg.Epochs
	for e := range t.cfg.Epochs {
		right, all := 0, 0
		order := t.r.Perm(gold + share)
		for k, i := range order {
			if i >= gold {
				order[k] = gold + silver[(i-gold+e*share)%len(silver)]
			}
		}
		for len(order) > 0 {
			n := min(t.cfg.Batch, len(order))
			r := t.learn(trees, order[:n], e > 0)
			right += r
			for _, i := range order[:n] {
				all += len(trees[i].Words)
			}
			order = order[n:]
		}
		log("epoch %d: %.4f", e+1, float64(right)/float64(all))
	}
}

// learn takes one step on the trees numbered in pick and returns how many words got their head and relation.
func (t *trainer) learn(trees []Tree, pick []int, explore bool) int {
	t.step++
	left := 1 - float32(t.step)/float32(t.steps)
	rate := t.cfg.Rate * (0.02 + 0.98*left) * min(1, float32(t.step)/200)
	t.rowRate = t.cfg.RowRate * (0.05 + 0.95*left)
	t.fill(trees, pick)
	t.encode()
	t.learnTags()
	right := t.learnMoves(trees, explore)
	t.decode()
	for _, p := range t.params {
		p.Step(rate, t.step)
	}
	return right
}

// fill lays out the sentences in rows, with empty rows between them, and sums their words' features.
func (t *trainer) fill(trees []Tree, pick []int) {
	b := &t.b
	b.trees, b.base, b.rows = pick, b.base[:0], gap
	for _, i := range pick {
		b.base = append(b.base, b.rows)
		b.rows += len(trees[i].Words) + gap
	}
	b.rows = (b.rows + 3) &^ 3
	b.real, b.lex = resize(b.real, b.rows), resize(b.lex, b.rows)
	for l := range b.x {
		b.x[l] = zeros(b.x[l], b.rows*width)
	}
	b.mask, b.dx = resize(b.mask, b.rows*width), zeros(b.dx, b.rows*width)
	clear(b.real)
	for k, i := range pick {
		words := trees[i].Words
		switch u := t.r.Float(); {
		case u < 0.03:
			words = upper(words)
		case u < 0.05:
			words = lower(words)
		}
		for j, w := range words {
			r := b.base[k] + j
			b.real[r] = true
			b.lex[r] = t.s.glance.appendLex(b.lex[r][:0], w)
			b.lex[r] = t.forget(b.lex[r])
			x := b.x[0][r*width:][:width]
			for _, f := range b.lex[r] {
				learn.Axpy(x, t.emb[int(tableRow(f, t.cfg.Rows))*width:][:width], 1)
			}
			t.dropout(b.mask[r*width:][:width])
			for i, m := range b.mask[r*width:][:width] {
				x[i] *= m
			}
		}
	}
}

// forget leaves out what tells a rare word from others: its form and its longest beginning and end.
func (t *trainer) forget(lex []uint32) []uint32 {
	n := float32(t.count[lex[lexLower]])
	if t.r.Float() >= t.cfg.Forget/(t.cfg.Forget+n) {
		return lex
	}
	lex[0], lex[1] = lex[lexShape], lex[lexPre1]
	lex[2], lex[3] = lex[lexPre2], lex[lexSuf1]
	lex[4], lex[5] = lex[lexSuf2], lex[lexSuf3]
	return lex[:6]
}

func (t *trainer) dropout(mask []float32) {
	keep := 1 / (1 - t.cfg.Drop)
	for i := range mask {
		mask[i] = 0
		if t.r.Float() >= t.cfg.Drop {
			mask[i] = keep
		}
	}
}

func zeros(v []float32, n int) []float32 {
	v = resize(v, n)
	clear(v)
	return v
}

// encode runs the layers: each adds to a word what it makes of the word and one neighbour on either side.
func (t *trainer) encode() {
	b := &t.b
	for l, d := range dilation {
		b.cat[l], b.gate[l] = zeros(b.cat[l], b.rows*3*width), zeros(b.gate[l], b.rows*width)
		x, cat, z := b.x[l], b.cat[l], b.gate[l]
		for r := range b.rows {
			if b.real[r] {
				c := cat[r*3*width:][:3*width]
				copy(c, x[(r-d)*width:][:width])
				copy(c[width:], x[r*width:][:width])
				copy(c[2*width:], x[(r+d)*width:][:width])
			}
		}
		learn.Gemm(z, cat, t.conv[l].W, b.rows, 3*width, width, &b.pack)
		keep := 1 / (1 - t.cfg.Drop)
		for r := range b.rows {
			if !b.real[r] {
				continue
			}
			y, g := b.x[l+1][r*width:][:width], z[r*width:][:width]
			for i, v := range x[r*width:][:width] {
				if g[i] += t.convB[l].W[i]; g[i] > 0 && t.r.Float() >= t.cfg.Drop {
					y[i] = v + g[i]*keep
					g[i] = keep
				} else {
					y[i], g[i] = v, 0
				}
			}
		}
		for r := range b.rows {
			if !b.real[r] {
				clear(z[r*width:][:width])
			}
		}
	}
}

// learnTags moves the tag layer, starts b.dx and keeps the tags that the model would give.
func (t *trainer) learnTags() {
	b := &t.b
	k := tagWidth(len(t.tags))
	top := b.x[len(dilation)]
	b.tag = zeros(b.tag, b.rows*k)
	learn.Gemm(b.tag, top, t.tagW.W, b.rows, width, k, &b.pack)
	b.tags = resize(b.tags, b.rows)
	for i, at := range b.base {
		for j, g := range t.gold[b.trees[i]] {
			s := b.tag[(at+j)*k:][:k]
			learn.Axpy(s, t.tagB.W[:k], 1)
			s = s[:len(t.tags)]
			b.tags[at+j] = uint8(best(s))
			softmax(s, s)
			s[g]--
			for c := range s {
				s[c] *= t.cfg.TagScale
			}
		}
	}
	for r := range b.rows {
		s := b.tag[r*k:][:k]
		if !b.real[r] {
			clear(s)
			continue
		}
		clear(s[len(t.tags):])
		learn.Axpy(t.tagB.G[:k], s, 1)
	}
	t.backGemm(b.dx, t.tagW, top, b.tag, b.rows, width, k)
}

// backGemm adds to dx and p.G what gradient dy of y = x·p.W sends back; x is rows×in, dy rows×out.
func (t *trainer) backGemm(dx []float32, p *learn.Param, x, dy []float32, rows, in, out int) {
	b := &t.b
	learn.GemmTB(dx, dy, p.W, rows, out, in, &b.pack)
	learn.GemmTA(p.G, x, dy, in, rows, out, &b.pack)
}

// decode sends b.dx back through the layers to the word features.
func (t *trainer) decode() {
	b := &t.b
	dcat := []float32(nil)
	for l := len(dilation) - 1; l >= 0; l-- {
		d := dilation[l]
		g := b.gate[l]
		for i := range g {
			g[i] *= b.dx[i]
		}
		for r := range b.rows {
			if b.real[r] {
				learn.Axpy(t.convB[l].G, g[r*width:][:width], 1)
			}
		}
		b.p = zeros(b.p, b.rows*3*width)
		dcat = b.p
		t.backGemm(dcat, t.conv[l], b.cat[l], g, b.rows, 3*width, width)
		for r := range b.rows {
			if b.real[r] {
				c := dcat[r*3*width:][:3*width]
				learn.Axpy(b.dx[(r-d)*width:][:width], c[:width], 1)
				learn.Axpy(b.dx[r*width:][:width], c[width:2*width], 1)
				learn.Axpy(b.dx[(r+d)*width:][:width], c[2*width:], 1)
			}
		}
		for r := range b.rows {
			if !b.real[r] {
				clear(b.dx[r*width:][:width])
			}
		}
	}
	for r := range b.rows {
		if !b.real[r] {
			continue
		}
		dx := b.dx[r*width:][:width]
		for i, m := range b.mask[r*width:][:width] {
			dx[i] *= m
		}
		for _, f := range b.lex[r] {
			o := int(tableRow(f, t.cfg.Rows)) * width
			learn.AdaGrad(t.emb[o:o+width], t.embG[o:], dx, 1, t.rowRate)
		}
	}
}

// learnMoves parses the batch along the model's own path, moves the parser's layers and adds to b.dx.
func (t *trainer) learnMoves(trees []Tree, explore bool) int {
	b := &t.b
	const pw = places * hidden
	top := b.x[len(dilation)]
	b.p, b.dp = zeros(b.p, (b.rows+4)*pw), zeros(b.dp, (b.rows+4)*pw)
	learn.Gemm(b.p, top, t.pre.W, b.rows, width, pw, &b.pack)
	copy(b.p[b.rows*pw:], t.edge.W[:2*pw])
	right := 0
	for k, i := range b.trees {
		tr := &trees[i]
		st := &t.s.state
		st.reset(len(tr.Words))
		tags := b.tags[b.base[k]:][:len(tr.Words)]
		for !st.done() {
			st.apply(t.learnMove(tr, st, tags, b.base[k], explore && t.r.Float() < t.cfg.Explore))
		}
		for j, h := range tr.Heads {
			if st.head[j] == h && t.labels[st.label[j]] == tr.Labels[j] {
				right++
			}
		}
	}
	learn.Axpy(t.edge.G[:2*pw], b.dp[b.rows*pw:][:2*pw], 1)
	t.backGemm(b.dx, t.pre, top, b.dp[:b.rows*pw], b.rows, width, pw)
	return right
}

// learnMove moves the weights towards the best of the moves that cost least, and returns the move to go on with.
func (t *trainer) learnMove(tr *Tree, st *state, tags []uint8, base int, explore bool) (move int, label uint8) {
	b := &t.b
	var node [places]int32
	st.places(&node)
	copy(b.h, t.hidB.W)
	b.at = b.at[:0]
	for k, i := range node {
		row := base + int(i)
		if i < 0 {
			row = b.rows + 1
		} else if i == st.n {
			row = b.rows
		}
		b.at = append(b.at, int32((row*places+k)*hidden))
		learn.Axpy(b.h, b.p[b.at[k]:][:hidden], 1)
	}
	t.s.features = stateFeatures(t.s.features[:0], tags, st)
	for i, f := range t.s.features {
		o := int(tableRow(f, t.cfg.Sparse)) * hidden
		t.s.features[i] = uint32(o)
		learn.Axpy(b.h, t.sparse[o:o+hidden], 1)
	}
	t.dropout(b.keep)
	for i := range b.h {
		b.h[i] = max(b.h[i], 0) * b.keep[i]
		if b.h[i] == 0 {
			b.keep[i] = 0
		}
	}
	for c := range b.sc {
		b.sc[c] = learn.Dot(b.h, t.out.W[c*hidden:][:hidden]) + t.outB.W[c]
	}
	target := cheapest(b.sc, st.costs(tr.Heads), int(t.goldLabel(tr, st)))
	m, l := bestMove(b.sc, st)
	softmax(b.sc, b.pr)
	b.pr[target]--
	t.back()
	if explore {
		return m, l
	}
	return moveOf(target, len(t.labels))
}

func (t *trainer) goldLabel(tr *Tree, st *state) uint8 {
	if d := st.at(0); d >= 0 {
		return t.at[tr.Labels[d]]
	}
	return 0
}

// cheapest is the class with the highest score among the moves of least cost, with the gold label.
func cheapest(scores []float32, cost [3]int, gold int) int {
	low := min(cost[0], cost[1], cost[2])
	k := (len(scores) - 1) / 2
	target := -1
	for m, c := range cost {
		class := 0
		if m > 0 {
			class = 1 + (m-1)*k + gold
		}
		if c == low && (target < 0 || scores[class] > scores[target]) {
			target = class
		}
	}
	return target
}

// back sends the gradient b.pr of the class scores to the output layer, the places and the state features.
func (t *trainer) back() {
	b := &t.b
	clear(b.dh)
	for c, g := range b.pr {
		if g > -1e-4 && g < 1e-4 {
			continue
		}
		learn.Axpy(b.dh, t.out.W[c*hidden:][:hidden], g)
		learn.Axpy(t.out.G[c*hidden:][:hidden], b.h, g)
		t.outB.G[c] += g
	}
	for i, m := range b.keep {
		b.dh[i] *= m
	}
	learn.Axpy(t.hidB.G, b.dh, 1)
	for _, o := range b.at {
		learn.Axpy(b.dp[o:][:hidden], b.dh, 1)
	}
	for _, o := range t.s.features {
		learn.AdaGrad(t.sparse[o:o+hidden], t.sparseG[o:], b.dh, 1, t.rowRate)
	}
}

func softmax(scores, p []float32) {
	top := scores[best(scores)]
	sum := float32(0)
	for k, v := range scores {
		p[k] = float32(math.Exp(float64(v - top)))
		sum += p[k]
	}
	for k := range p {
		p[k] /= sum
	}
}

func best[T int16 | float32](v []T) int {
	b := 0
	for k := range v {
		if v[k] > v[b] {
			b = k
		}
	}
	return b
}
