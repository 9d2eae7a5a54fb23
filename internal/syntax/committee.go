package syntax

import "math"

// A Committee is several models, learned from the same trees, that decide together: their scores are added at
// every tag and every move. Its trees are better than those of any one, and teach one model what the many know
// (Kuncoro et al. 2016). It serves training only.
type Committee struct {
	models []*Model
	s      []Scratch
	sum    []float32
	p      []float32
}

// NewCommittee joins models, which have the same tags and relations.
func NewCommittee(models []*Model) *Committee {
	return &Committee{models: models, s: make([]Scratch, len(models)), sum: make([]float32, len(models[0].outB)), p: make([]float32, len(models[0].outB))}
}

// Tree is the committee's analysis of words, and the mean probability that it gives its moves.
func (c *Committee) Tree(words []string) (t Tree, sure float64) {
	n := len(words)
	for k, m := range c.models {
		s := &c.s[k]
		m.embed(words, s)
		for l := range m.conv {
			m.layer(l, n, s)
		}
		m.name(n, s)
	}
	t = Tree{Words: words, Tags: c.tags(n)}
	for k, m := range c.models {
		m.prepare(n, &c.s[k])
	}
	st := &c.s[0].state
	st.reset(n)
	moves := 0
	for ; !st.done(); moves++ {
		clear(c.sum)
		for k, m := range c.models {
			m.score(st, &c.s[k], 0, len(c.sum))
			for i, v := range c.s[k].scores {
				c.sum[i] += float32(v) / float32(m.unit) / float32(len(c.models))
			}
		}
		move, label := bestMove(c.sum, st)
		softmax(c.sum, c.p)
		class := 0
		if move > 0 {
			class = 1 + (move-1)*len(c.models[0].Labels) + int(label)
		}
		sure += float64(c.p[class])
		st.apply(move, label)
	}
	for i, h := range st.head[:n] {
		t.Heads = append(t.Heads, h)
		t.Labels = append(t.Labels, c.models[0].Labels[st.label[i]])
	}
	return t, sure / math.Max(1, float64(moves))
}

// tags are the names of the tags with the highest sum of scores; all models are made to see them.
func (c *Committee) tags(n int) []string {
	k, out := c.models[0].tag.Out, make([]string, n)
	sum := make([]float32, len(c.models[0].Tags))
	for i := range n {
		clear(sum)
		for m := range c.models {
			for j := range sum {
				sum[j] += float32(c.s[m].y[i*k+j])
			}
		}
		b := best(sum)
		out[i] = c.models[0].Tags[b]
		for m := range c.models {
			c.s[m].tags[i] = uint8(b)
		}
	}
	return out
}
