package learn

import "math"

// A Config says how a net is trained. Fields left zero take the defaults.
type Config struct {
	Classes []string // names of the classes; needed
	Rows    int      // rows of the feature table; default 1<<15
	Hidden  int      // width of the hidden layer, rounded up to a multiple of 64; default 64
	Steps   int      // examples that will be learned in all: the rate falls evenly to a tenth over them; default 1<<20
	Rate    float32  // learning rate at the start; default 0.05
	Drop    float32  // share of hidden units left out of each example; default 0
	Seed    uint64   // of the first weights and of what is left out
}

// A Trainer learns a Net by softmax regression and AdaGrad (Duchi et al. 2011), one example at a time.
type Trainer struct {
	cfg    Config
	rand   Rand
	step   int
	rate   float32
	hidden int
	w, g   []float32 // feature rows and their squared gradients
	b, bg  []float32 // hidden bias
	o, og  []float32 // output rows, a class each
	ob     []float32 // output bias
	obg    []float32
	h, dh  []float32
	out, p []float32
	rows   []uint32
}

// NewTrainer is a trainer with small random weights.
func NewTrainer(c Config) *Trainer {
	c.Rows, c.Steps = orDefault(c.Rows, 1<<15), orDefault(c.Steps, 1<<20)
	c.Hidden = (orDefault(c.Hidden, 64) + 63) &^ 63
	if c.Rate == 0 {
		c.Rate = 0.05
	}
	k := len(c.Classes)
	t := &Trainer{cfg: c, rand: Rand(c.Seed), hidden: c.Hidden, rate: c.Rate}
	t.w, t.g = t.weights(c.Rows*c.Hidden, 0.05)
	t.b, t.bg = t.weights(c.Hidden, 0)
	t.o, t.og = t.weights(k*c.Hidden, 0.1)
	t.ob, t.obg = t.weights(k, 0)
	t.h, t.dh = make([]float32, c.Hidden), make([]float32, c.Hidden)
	t.out, t.p = make([]float32, k), make([]float32, k)
	return t
}

func orDefault(v, d int) int {
	if v == 0 {
		return d
	}
	return v
}

// weights are n random weights in ±size and their starting sums of squares.
func (t *Trainer) weights(n int, size float32) (w, g []float32) {
	w, g = make([]float32, n), make([]float32, n)
	for i := range w {
		w[i] = (2*t.rand.Float() - 1) * size
		g[i] = 0.01
	}
	return w, g
}

// Learn moves the weights towards class for a bag of features, and returns the class that the net would have chosen.
func (t *Trainer) Learn(features []uint32, class int) int {
	b := bestFloat(t.Scores(features))
	t.Update(features, class)
	return b
}

// Scores are the class scores of a bag of features as the net stands. They stand until the next call.
// A trainer that chooses its example's class by them goes on with Update.
func (t *Trainer) Scores(features []uint32) []float32 {
	t.forward(features, t.h, t.out)
	return t.out
}

// Update moves the weights towards class for the features whose scores were asked for last.
func (t *Trainer) Update(features []uint32, class int) {
	softmax(t.out, t.p)
	t.p[class]--
	t.backward(features, t.h, t.p)
	t.tick()
}

// tick counts one example and lowers the rate.
func (t *Trainer) tick() {
	t.step++
	done := min(float32(t.step)/float32(t.cfg.Steps), 1)
	t.rate = t.cfg.Rate * (1 - 0.9*done)
}

// forward fills the hidden values h and the class scores out. Hidden units left out are zero, the others made up for.
func (t *Trainer) forward(features []uint32, h, out []float32) {
	copy(h, t.b)
	for _, f := range features {
		r := int(row(f, uint32(t.cfg.Rows))) * t.hidden
		axpy(h, t.w[r:r+t.hidden], 1)
	}
	keep := 1 / (1 - t.cfg.Drop)
	for i, v := range h {
		switch {
		case v < 0 || t.cfg.Drop > 0 && t.rand.Float() < t.cfg.Drop:
			h[i] = 0
		case t.cfg.Drop > 0:
			h[i] = v * keep
		}
	}
	for k := range out {
		out[k] = dot(h, t.o[k*t.hidden:][:t.hidden]) + t.ob[k]
	}
}

// backward moves all weights against the gradient d of the class scores. Classes whose gradient is next to nothing are left alone.
func (t *Trainer) backward(features []uint32, h, d []float32) {
	clear(t.dh)
	for k, g := range d {
		if g > -1e-4 && g < 1e-4 {
			continue
		}
		o := t.o[k*t.hidden:][:t.hidden]
		axpy(t.dh, o, g)
		adagrad(o, t.og[k*t.hidden:], h, g, t.rate)
		adagradGo(t.ob[k:k+1], t.obg[k:k+1], one[:], g, t.rate)
	}
	keep := 1 / (1 - t.cfg.Drop)
	for i, v := range h {
		if v == 0 {
			t.dh[i] = 0
		} else {
			t.dh[i] *= keep
		}
	}
	adagrad(t.b, t.bg, t.dh, 1, t.rate)
	for _, f := range features {
		r := int(row(f, uint32(t.cfg.Rows))) * t.hidden
		adagrad(t.w[r:r+t.hidden], t.g[r:], t.dh, 1, t.rate)
	}
}

var one = [1]float32{1}

// softmax turns scores into probabilities p.
func softmax(scores, p []float32) {
	top := scores[bestFloat(scores)]
	sum := float32(0)
	for k, v := range scores {
		p[k] = float32(math.Exp(float64(v - top)))
		sum += p[k]
	}
	for k := range p {
		p[k] /= sum
	}
}

func bestFloat(v []float32) int {
	b := 0
	for k := range v {
		if v[k] > v[b] {
			b = k
		}
	}
	return b
}

// Net is the model learned so far, quantised: 8 bits for feature rows, 16 for the rest.
func (t *Trainer) Net() *Net {
	n := &Net{Classes: t.cfg.Classes, rows: uint32(t.cfg.Rows), hidden: t.hidden}
	in := 127 / quantile(t.w, 0.99995)
	out := min(2047/largest(t.o), 1<<16)
	n.Unit = int32(in * out)
	n.table = Quantise[int8](t.w, in, 127)
	n.bias = Quantise[int16](t.b, in, clip)
	n.outW = Quantise[int16](t.o, out, 2047)
	n.outB = Quantise[int32](t.ob, in*out, 1<<28)
	return n
}

// bounded is v rounded, held in ±limit.
func bounded(v, limit float32) float64 {
	return math.RoundToEven(float64(min(max(v, -limit), limit)))
}

func largest(w []float32) float32 {
	m := float32(1e-6)
	for _, v := range w {
		m = max(m, v, -v)
	}
	return m
}

// quantile is the size that share q of the weights do not pass, found in a histogram.
func quantile(w []float32, q float64) float32 {
	const bins = 4096
	m := largest(w)
	var count [bins + 1]int
	for _, v := range w {
		count[int(max(v, -v)/m*bins)]++
	}
	seen, want := 0, int(q*float64(len(w)))
	for i, c := range count {
		if seen += c; seen >= want {
			return m * float32(i+1) / bins
		}
	}
	return m
}
