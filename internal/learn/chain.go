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

// Paths is how many labellings a Lattice keeps.
const Paths = 6

// A step is one way to reach a label at an item.
type step struct {
	score int32
	label uint8 // of the item before
	path  uint8 // which of that label's ways
}

// A Lattice is the working space of a search for the best labellings, reused from call to call.
type Lattice struct {
	steps [][ChainLabels][Paths]step
	ends  []step
	out   []uint8
}

// Start makes room for a new sequence.
func (l *Lattice) Start() { l.steps = l.steps[:0] }

// Next takes the next item's features: the forward step of Viterbi's search, with the Paths best ways
// into each label.
func (t *ChainTagger) Next(l *Lattice, node, edge []uint32, allow uint16) {
	var e [ChainLabels]int32
	var tr [ChainLabels * ChainLabels]int32
	t.Node.Add(e[:], node)
	t.Edge.Add(tr[:], edge)
	n := len(l.steps)
	if n == cap(l.steps) {
		l.steps = append(l.steps, [ChainLabels][Paths]step{})
	}
	l.steps = l.steps[:n+1]
	here := &l.steps[n]
	for b := range ChainLabels {
		ways := &here[b]
		for k := range ways {
			ways[k].score = forbidden
		}
		for a := range ChainLabels {
			if allow>>(4*a+b)&1 == 0 {
				continue
			}
			move := tr[4*a+b] + e[b]
			if n == 0 {
				if a == 0 {
					ways[0] = step{score: move}
				}
				continue
			}
			for k := range Paths {
				from := l.steps[n-1][a][k].score
				if from == forbidden || !insert(ways, step{from + move, uint8(a), uint8(k)}) {
					break
				}
			}
		}
	}
}

// insert puts s among ways, which are in falling order, and says whether it is among the best.
func insert(ways *[Paths]step, s step) bool {
	if s.score <= ways[Paths-1].score {
		return false
	}
	k := Paths - 1
	for ; k > 0 && ways[k-1].score < s.score; k-- {
		ways[k] = ways[k-1]
	}
	ways[k] = s
	return true
}

// End finds the best ways through the items taken since Start and is how many there are, at most Paths.
func (l *Lattice) End() int {
	var best [Paths]step
	for k := range best {
		best[k].score = forbidden
	}
	if n := len(l.steps); n > 0 {
		for b := range ChainLabels {
			for k, s := range l.steps[n-1][b] {
				if s.score == forbidden || !insert(&best, step{s.score, uint8(b), uint8(k)}) {
					break
				}
			}
		}
	}
	l.ends = l.ends[:0]
	for _, s := range best {
		if s.score != forbidden {
			l.ends = append(l.ends, s)
		}
	}
	return len(l.ends)
}

// Path is the k-th best labelling and its score. The slice is the lattice's own until the next call.
func (l *Lattice) Path(k int) ([]uint8, int32) {
	n := len(l.steps)
	if cap(l.out) < n {
		l.out = make([]uint8, n, 2*n)
	}
	l.out = l.out[:n]
	at := l.ends[k]
	for i := n - 1; i >= 0; i-- {
		l.out[i] = at.label
		s := l.steps[i][at.label][at.path]
		at.label, at.path = s.label, s.path
	}
	return l.out, l.ends[k].score
}

// A ChainTrainer learns a ChainTagger: a conditional random field (Lafferty et al., 2001) by stochastic gradient.
type ChainTrainer struct {
	Node, Edge  *LinearTrainer
	thinned     Chain
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
	s = t.thin(s)
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
	t.Node.tick()
	t.Edge.tick()
	return loss
}

// thin is s with each table's share of features left out.
func (t *ChainTrainer) thin(s *Chain) *Chain {
	out := &t.thinned
	out.Node, out.Edge, out.Allow, out.Gold = out.Node[:0], out.Edge[:0], s.Allow, s.Gold
	for i := range s.Node {
		out.Node = append(out.Node, t.Node.Thin(s.Node[i]))
		out.Edge = append(out.Edge, t.Edge.Thin(s.Edge[i]))
	}
	return out
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
