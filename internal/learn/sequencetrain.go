package learn

import "math"

// A SequenceTrainer learns a Sequence as a linear-chain conditional random field (Lafferty et al. 2001)
// over the scores of a net.
type SequenceTrainer struct {
	t         *Trainer
	allowed   func(from, to int) bool
	w, g      []float32 // transition scores and squared gradients; the row after the last label opens a sequence
	h, out    []float32 // hidden values and scores of all positions
	alpha     []float64
	beta      []float64
	emit, tra []float64
	d         []float32
}

// NewSequenceTrainer is a trainer for sequences; Config.Steps counts sequences. allowed says which label may follow which
// (from is -1 at the start of a sequence); nil allows all.
func NewSequenceTrainer(c Config, allowed func(from, to int) bool) *SequenceTrainer {
	if allowed == nil {
		allowed = func(int, int) bool { return true }
	}
	t := NewTrainer(c)
	s := &SequenceTrainer{t: t, allowed: allowed}
	k := len(c.Classes)
	s.w, s.g = t.weights((k+1)*k, 0)
	s.tra, s.d = make([]float64, (k+1)*k), make([]float32, (k+1)*k)
	return s
}

// Learn moves the weights towards the labels gold of one sequence.
func (s *SequenceTrainer) Learn(features [][]uint32, gold []int) {
	n, k, hid := len(features), len(s.t.cfg.Classes), s.t.hidden
	if n == 0 {
		return
	}
	s.h, s.out = grow(s.h, n*hid), grow(s.out, n*k)
	for i, f := range features {
		s.t.forward(f, s.h[i*hid:][:hid], s.out[i*k:][:k])
	}
	s.marginals(n, k, gold)
	for i, f := range features {
		d := s.out[i*k:][:k]
		d[gold[i]]--
		s.t.backward(f, s.h[i*hid:][:hid], d)
	}
	for i, g := range s.d {
		if g != 0 {
			adagradGo(s.w[i:i+1], s.g[i:i+1], one[:], g, s.t.rate)
		}
	}
	s.t.tick()
}

func grow[T any](v []T, n int) []T {
	if cap(v) < n {
		return make([]T, n)
	}
	return v[:n]
}

// marginals turns the scores in s.out into the probability of each label at each position (forward-backward, scaled),
// and fills s.d with the gradient of the transitions.
func (s *SequenceTrainer) marginals(n, k int, gold []int) {
	s.alpha, s.beta, s.emit = grow(s.alpha, n*k), grow(s.beta, n*k), grow(s.emit, n*k)
	clear(s.d)
	for j := -1; j < k; j++ {
		for to := range k {
			i := (j+k+1)%(k+1)*k + to
			s.tra[i] = 0
			if s.allowed(j, to) {
				s.tra[i] = math.Exp(float64(s.w[i]))
			}
		}
	}
	for i := range n {
		s.forwardAt(i, k)
	}
	for i := n - 1; i >= 0; i-- {
		s.backwardAt(i, n, k)
	}
	for i := range n {
		s.gradientAt(i, k, gold)
	}
	for i := range n * k {
		s.out[i] = float32(s.alpha[i] * s.beta[i])
	}
}

// forwardAt fills row i of emit and alpha; each alpha row sums to one.
func (s *SequenceTrainer) forwardAt(i, k int) {
	o, e, a := s.out[i*k:][:k], s.emit[i*k:][:k], s.alpha[i*k:][:k]
	top := o[bestFloat(o)]
	sum := 0.0
	for to := range k {
		e[to] = math.Exp(float64(o[to] - top))
		in := s.tra[k*k+to]
		if i > 0 {
			in = 0
			for j, p := range s.alpha[(i-1)*k:][:k] {
				in += p * s.tra[j*k+to]
			}
		}
		a[to] = in * e[to]
		sum += a[to]
	}
	for to := range a {
		a[to] /= sum
		e[to] /= sum
	}
}

// backwardAt fills row i of beta, scaled as alpha is, so that alpha*beta is the marginal.
func (s *SequenceTrainer) backwardAt(i, n, k int) {
	b := s.beta[i*k:][:k]
	for j := range b {
		b[j] = 1
		if i+1 < n {
			b[j] = 0
			for to, p := range s.beta[(i+1)*k:][:k] {
				b[j] += s.tra[j*k+to] * s.emit[(i+1)*k+to] * p
			}
		}
	}
}

// gradientAt adds position i's expected transitions, less the gold one, to s.d.
func (s *SequenceTrainer) gradientAt(i, k int, gold []int) {
	for to := range k {
		in := s.emit[i*k+to] * s.beta[i*k+to]
		if i == 0 {
			s.d[k*k+to] += float32(s.tra[k*k+to] * in)
			continue
		}
		for j, p := range s.alpha[(i-1)*k:][:k] {
			s.d[j*k+to] += float32(p * s.tra[j*k+to] * in)
		}
	}
	from := k
	if i > 0 {
		from = gold[i-1]
	}
	s.d[from*k+gold[i]]--
}

// Sequence is the model learned so far, quantised.
func (s *SequenceTrainer) Sequence() *Sequence {
	n := s.t.Net()
	k := len(n.Classes)
	q := &Sequence{Net: n, first: make([]int32, k), trans: make([]int32, k*k)}
	for j := -1; j < k; j++ {
		for to := range k {
			v := int32(forbidden)
			i := (j+k+1)%(k+1)*k + to
			if s.allowed(j, to) {
				v = int32(bounded(s.w[i]*float32(n.Unit), 1<<27))
			}
			if j < 0 {
				q.first[to] = v
			} else {
				q.trans[i] = v
			}
		}
	}
	return q
}
