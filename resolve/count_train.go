package resolve

import (
	"math"

	"sayso/internal/learn"
	"sayso/read"
)

// A CountSample is a report with the counts of its incident by measure; a measure that is not known
// is left out.
type CountSample struct {
	Mentions *read.Mentions
	Counts   map[string]float64
}

// TrainCounts learns which of a report's numbers is its incident's count and returns the weights in
// the form of data/count.bin: a softmax over each report's candidates, AdaGrad, L2. The injured are
// learned with the killed as a model of the other half of the samples decides them, since in use
// they are not known either. Deterministic.
func TrainCounts(samples []CountSample) []byte { return trainCounts(samples).bytes() }

// CheckCounts learns from some samples and returns what it then takes for the counts of the others.
func CheckCounts(learned, others []CountSample) []map[string]float64 {
	c := trainCounts(learned)
	out := make([]map[string]float64, len(others))
	for i := range others {
		t := newTallier(others[i].Mentions)
		out[i] = map[string]float64{}
		for _, m := range counted {
			cs := t.candidates(m)
			out[i][m] = cs[t.settled(cs, c.best(cs))].value
			if m == "killed" {
				t.killed = out[i][m]
			}
		}
	}
	return out
}

func trainCounts(samples []CountSample) *countTrainer {
	var halves [2]*countTrainer
	for h := range halves {
		halves[h] = newCountTrainer()
		halves[h].learn(samples, "killed", func(i int) bool { return i%2 != h }, nil)
	}
	killed := make([]float64, len(samples))
	for i := range samples {
		t := newTallier(samples[i].Mentions)
		cs := t.candidates("killed")
		killed[i] = cs[halves[i%2].best(cs)].value
	}
	all := newCountTrainer()
	for _, m := range counted {
		all.learn(samples, m, func(int) bool { return true }, killed)
	}
	return all
}

type countTrainer struct{ w, g []float64 }

func newCountTrainer() *countTrainer {
	return &countTrainer{w: make([]float64, 1<<countBits), g: make([]float64, 1<<countBits)}
}

type countExample struct {
	features [][]uint32
	gold     int
}

// learn fits the weights of measure's features.
func (c *countTrainer) learn(samples []CountSample, measure string, use func(int) bool, killed []float64) {
	var examples []countExample
	for i := range samples {
		gold, known := samples[i].Counts[measure]
		if !known || !use(i) {
			continue
		}
		t := newTallier(samples[i].Mentions)
		if killed != nil {
			t.killed = killed[i]
		}
		e := countExample{gold: -1}
		for k, cand := range t.candidates(measure) {
			e.features = append(e.features, slots(cand.features))
			if cand.value == gold {
				e.gold = k
			}
		}
		if e.gold >= 0 && len(e.features) > 1 {
			examples = append(examples, e)
			if _, release := samples[i].Counts["captured"]; release {
				examples = append(examples, e, e) // the releases are few beside the press reports
			}
		}
	}
	rand := learn.Rand(1)
	for epoch := 0; epoch < countEpochs; epoch++ {
		for _, k := range rand.Perm(len(examples)) {
			c.step(&examples[k])
		}
	}
}

func slots(features []uint32) []uint32 {
	out := make([]uint32, len(features))
	for i, h := range features {
		out[i] = h >> (32 - countBits)
	}
	return out
}

// Rate, decay and epochs were set on one half of the incidents and checked on the other.
const (
	countRate   = .02
	countDecay  = .02
	countEpochs = 20
)

func (c *countTrainer) step(e *countExample) {
	p := make([]float64, len(e.features))
	top := math.Inf(-1)
	for k, fs := range e.features {
		for _, s := range fs {
			p[k] += c.w[s]
		}
		top = max(top, p[k])
	}
	sum := 0.0
	for k := range p {
		p[k] = math.Exp(p[k] - top)
		sum += p[k]
	}
	for k, fs := range e.features {
		d := p[k] / sum
		if k == e.gold {
			d--
		}
		if math.Abs(d) < 1e-4 {
			continue
		}
		for _, s := range fs {
			g := d + countDecay*c.w[s]
			c.g[s] += g * g
			c.w[s] -= countRate * g / math.Sqrt(c.g[s]+1e-6)
		}
	}
}

func (c *countTrainer) best(cs []candidate) int {
	at, most := 0, math.Inf(-1)
	for i := range cs {
		sum := 0.0
		for _, s := range slots(cs[i].features) {
			sum += c.w[s]
		}
		if sum > most {
			at, most = i, sum
		}
	}
	return at
}

func (c *countTrainer) bytes() []byte {
	out := make([]byte, 0, 2<<countBits)
	for _, w := range c.w {
		v := int16(math.Round(max(-32000, min(32000, w*1024))))
		out = append(out, byte(v), byte(uint16(v)>>8))
	}
	return out
}
