package learn

import "math"

// ChainLabels is the number of labels of a Chain.
const ChainLabels = 4

// A Chain is items to be labelled, one of four labels each, first-order: an item's label depends
// on its features and, together with the label before it, on its edge features.
type Chain struct {
	Node  [][]uint32 // features of each item
	Edge  [][]uint32 // features of each item's boundary to the item before it
	Allow []uint16   // bit 4*a+b: label a before the item may be followed by b at it; for the first item a is 0
	Gold  []uint8    // labels, for training
}

// A ChainTagger labels sequences.
type ChainTagger struct {
	Node *Linear // width 4
	Edge *Linear // width 16: [label before][label]
}

// A Lattice is the working space of Best, reused from call to call.
type Lattice struct {
	score [ChainLabels]int32
	back  [][ChainLabels]uint8
	out   []uint8
}

// Start makes room for n items.
func (l *Lattice) Start(n int) {
	l.back = l.back[:0]
	l.score = [ChainLabels]int32{0, forbidden, forbidden, forbidden}
}

// Next takes the next item's features (Viterbi's forward step).
func (t *ChainTagger) Next(l *Lattice, node, edge []uint32, allow uint16) {
	var e [ChainLabels]int32
	var tr [ChainLabels * ChainLabels]int32
	t.Node.Add(e[:], node)
	t.Edge.Add(tr[:], edge)
	var next [ChainLabels]int32
	var back [ChainLabels]uint8
	for b := range ChainLabels {
		next[b] = forbidden
		for a := range ChainLabels {
			if allow>>(4*a+b)&1 == 0 || l.score[a] == forbidden {
				continue
			}
			if s := l.score[a] + tr[4*a+b] + e[b]; s > next[b] {
				next[b], back[b] = s, uint8(a)
			}
		}
	}
	l.score = next
	l.back = append(l.back, back)
}

// Best is the best labelling of the items taken since Start, and its score. The slice is the lattice's own.
func (l *Lattice) Best() ([]uint8, int32) {
	best := 0
	for b := range ChainLabels {
		if l.score[b] > l.score[best] {
			best = b
		}
	}
	score := l.score[best]
	n := len(l.back)
	if cap(l.out) < n {
		l.out = make([]uint8, n, 2*n)
	}
	l.out = l.out[:n]
	for i := n - 1; i >= 0; i-- {
		l.out[i] = uint8(best)
		best = int(l.back[i][best])
	}
	return l.out, score
}

// A ChainTrainer learns a ChainTagger: a conditional random field (Lafferty et al., 2001) by stochastic gradient.
type ChainTrainer struct {
	Node, Edge  *LinearTrainer
	alpha, beta [][ChainLabels]float64
	node        [][ChainLabels]float32
	edge        [][ChainLabels * ChainLabels]float32
}

// Step learns from one sequence and is its loss, −log P(gold).
func (t *ChainTrainer) Step(s *Chain) float64 {
	n := len(s.Node)
	if n == 0 {
		return 0
	}
	t.scores(s)
	z := t.forward(s)
	t.backward(s)
	loss := z
	prev := 0
	for i := range n {
		g := int(s.Gold[i])
		loss -= float64(t.node[i][g] + t.edge[i][4*prev+g])
		var dn [ChainLabels]float32
		var de [ChainLabels * ChainLabels]float32
		for a := range ChainLabels {
			from := 0.0
			if i > 0 {
				from = t.alpha[i-1][a]
			} else if a > 0 {
				break
			}
			for b := range ChainLabels {
				if s.Allow[i]>>(4*a+b)&1 == 0 {
					continue
				}
				p := float32(math.Exp(from + float64(t.edge[i][4*a+b]+t.node[i][b]) + t.beta[i][b] - z))
				if p < 1e-4 {
					continue
				}
				dn[b] += p
				de[4*a+b] += p
			}
		}
		dn[g]--
		de[4*prev+g]--
		t.Node.Step(s.Node[i], dn[:])
		t.Edge.Step(s.Edge[i], de[:])
		prev = g
	}
	return loss
}

func (t *ChainTrainer) scores(s *Chain) {
	n := len(s.Node)
	if len(t.node) < n {
		t.node, t.edge = make([][ChainLabels]float32, n), make([][ChainLabels * ChainLabels]float32, n)
		t.alpha, t.beta = make([][ChainLabels]float64, n), make([][ChainLabels]float64, n)
	}
	for i := range n {
		t.node[i], t.edge[i] = [ChainLabels]float32{}, [ChainLabels * ChainLabels]float32{}
		t.Node.Add(t.node[i][:], s.Node[i])
		t.Edge.Add(t.edge[i][:], s.Edge[i])
	}
}

// forward fills alpha and is the log of the sum over all labellings.
func (t *ChainTrainer) forward(s *Chain) float64 {
	n := len(s.Node)
	for i := range n {
		for b := range ChainLabels {
			var in [ChainLabels]float64
			k := 0
			for a := range ChainLabels {
				if s.Allow[i]>>(4*a+b)&1 == 0 || i == 0 && a > 0 {
					continue
				}
				v := float64(t.edge[i][4*a+b] + t.node[i][b])
				if i > 0 {
					v += t.alpha[i-1][a]
				}
				in[k] = v
				k++
			}
			t.alpha[i][b] = logSum(in[:k])
		}
	}
	return logSum(t.alpha[n-1][:])
}

func (t *ChainTrainer) backward(s *Chain) {
	n := len(s.Node)
	t.beta[n-1] = [ChainLabels]float64{}
	for i := n - 2; i >= 0; i-- {
		for a := range ChainLabels {
			var in [ChainLabels]float64
			k := 0
			for b := range ChainLabels {
				if s.Allow[i+1]>>(4*a+b)&1 == 0 {
					continue
				}
				in[k] = float64(t.edge[i+1][4*a+b]+t.node[i+1][b]) + t.beta[i+1][b]
				k++
			}
			t.beta[i][a] = logSum(in[:k])
		}
	}
}

func logSum(v []float64) float64 {
	m := math.Inf(-1)
	for _, x := range v {
		m = max(m, x)
	}
	if math.IsInf(m, -1) {
		return m
	}
	s := 0.0
	for _, x := range v {
		s += math.Exp(x - m)
	}
	return m + math.Log(s)
}
