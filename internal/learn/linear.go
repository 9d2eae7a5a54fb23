package learn

import (
	"encoding/binary"
	"errors"
	"math"
	"unsafe"
)

// A Linear is a linear model whose features are hashed into rows of small weights: feature f has row
// f modulo the number of rows, which is a power of two. Two features that share a row share its
// weights; with rows enough that costs little (Weinberger et al., Feature Hashing, 2009).
type Linear struct {
	Width   int     // weights a row
	Weights []int8  // rows × Width
	Scale   float32 // what a weight of 1 is worth
}

// Add adds the rows of features to dst, which is Width wide.
func (t *Linear) Add(dst []int32, features []uint32) {
	switch t.Width {
	case 1:
		mask, s := uint32(len(t.Weights)-1), int32(0)
		for _, f := range features {
			s += int32(t.Weights[f&mask])
		}
		dst[0] += s
	case 4:
		mask := uint32(len(t.Weights)/4 - 1)
		var a, b, c, d int32
		for _, f := range features {
			row := t.Weights[f&mask*4:][:4]
			a, b, c, d = a+int32(row[0]), b+int32(row[1]), c+int32(row[2]), d+int32(row[3])
		}
		dst[0], dst[1], dst[2], dst[3] = dst[0]+a, dst[1]+b, dst[2]+c, dst[3]+d
	default:
		mask := uint32(len(t.Weights)/t.Width - 1)
		dst = dst[:t.Width]
		for _, f := range features {
			row := t.Weights[int(f&mask)*t.Width:][:t.Width]
			for i, w := range row {
				dst[i] += int32(w)
			}
		}
	}
}

// Append appends the table's stored form to b.
func (t *Linear) Append(b []byte) []byte {
	b = binary.LittleEndian.AppendUint32(b, uint32(t.Width))
	b = binary.LittleEndian.AppendUint32(b, uint32(len(t.Weights)))
	b = binary.LittleEndian.AppendUint32(b, math.Float32bits(t.Scale))
	for _, w := range t.Weights {
		b = append(b, byte(w))
	}
	return b
}

var errLinear = errors.New("learn: not a weight table")

// ReadLinear reads a table from the start of data and returns what follows it. The weights are not copied.
func ReadLinear(data string) (*Linear, string, error) {
	r := Reader{Data: data}
	width, n, scale := r.Int(), r.Int(), uint32(r.Int())
	weights := r.Text(n)
	if r.Bad || width < 1 || n < width || n%width != 0 || n/width&(n/width-1) != 0 {
		return nil, "", errLinear
	}
	t := &Linear{Width: width, Scale: math.Float32frombits(scale)}
	t.Weights = unsafe.Slice((*int8)(unsafe.Pointer(unsafe.StringData(weights))), n)
	return t, r.Data, nil
}

// A LinearTrainer learns a Linear by stochastic gradient descent, each weight with its own rate (AdaGrad:
// Duchi et al., 2011), and averages each weight over all steps (Freund and Schapire, 1999).
type LinearTrainer struct {
	Drop float32 // share of the features left out of each step: the rest learn to do without them

	width int
	rate  float32
	l2    float32 // pull towards zero, applied when a row is touched
	min   uint8   // rows that Count saw less often stay zero
	w, g2 []float32
	late  []float32 // sum of each weight's moves, each times when it was made: gives the average
	now   float32
	count []uint8 // how often a row was seen by Count, up to 255
	rand  Rand
	kept  []uint32
}

// NewLinearTrainer is a trainer for a table of 1<<bits rows. Features seen fewer than min times by Count stay untrained.
func NewLinearTrainer(width, bits int, rate, l2 float32, min uint8) *LinearTrainer {
	n := width << bits
	return &LinearTrainer{width: width, rate: rate, l2: l2, min: min, w: make([]float32, n), g2: make([]float32, n), late: make([]float32, n), count: make([]uint8, 1<<bits)}
}

// Count counts features, for the threshold.
func (t *LinearTrainer) Count(features []uint32) {
	mask := uint32(len(t.count) - 1)
	for _, f := range features {
		if c := &t.count[f&mask]; *c < 255 {
			*c++
		}
	}
}

// Thin is features without the share that is left out of this step. It stands until the step is done.
func (t *LinearTrainer) Thin(features []uint32) []uint32 {
	if t.Drop == 0 {
		return features
	}
	from := len(t.kept)
	for _, f := range features {
		if t.rand.Float() >= t.Drop {
			t.kept = append(t.kept, f)
		}
	}
	return t.kept[from:len(t.kept):len(t.kept)]
}

// Add adds the rows of features to dst.
func (t *LinearTrainer) Add(dst []float32, features []uint32) {
	mask := uint32(len(t.count) - 1)
	for _, f := range features {
		row := t.w[int(f&mask)*t.width:][:t.width]
		for i, w := range row {
			dst[i] += w
		}
	}
}

// Step moves the rows of features against the gradient of the loss.
func (t *LinearTrainer) Step(features []uint32, gradient []float32) {
	mask := uint32(len(t.count) - 1)
	for _, f := range features {
		if t.count[f&mask] < t.min {
			continue
		}
		at := int(f&mask) * t.width
		row, g2, late := t.w[at:][:t.width], t.g2[at:][:t.width], t.late[at:][:t.width]
		for i, g := range gradient {
			if g == 0 {
				continue
			}
			g += t.l2 * row[i]
			g2[i] += g * g
			d := t.rate * g / float32(math.Sqrt(float64(g2[i])+1e-6))
			row[i] -= d
			late[i] += t.now * d
		}
	}
}

// tick ends a step.
func (t *LinearTrainer) tick() {
	t.now += 1e-6
	t.kept = t.kept[:0]
}

// Logistic learns from one yes-or-no example of a table of width 1 and is its loss.
func (t *LinearTrainer) Logistic(features []uint32, yes bool) float64 {
	features = t.Thin(features)
	var s [1]float32
	t.Add(s[:], features)
	sign := 1.0
	if yes {
		sign = -1
	}
	wrong := 1 / (1 + math.Exp(-sign*float64(s[0])))
	if wrong > 1e-3 {
		t.Step(features, []float32{float32(sign * wrong)})
	}
	t.tick()
	return -math.Log(max(1-wrong, 1e-12))
}

// Choose learns from one choice among several bags of features for a table of width 1, the right one
// being at index best (a conditional logit), and is its loss.
func (t *LinearTrainer) Choose(bags [][]uint32, best int) float64 {
	scores := make([]float64, len(bags))
	for i, f := range bags {
		var s [1]float32
		t.Add(s[:], f)
		scores[i] = float64(s[0])
	}
	z := logSum(scores)
	for i, f := range bags {
		g := float32(math.Exp(scores[i] - z))
		if i == best {
			g--
		}
		if g > 1e-3 || g < -1e-3 {
			t.Step(f, []float32{g})
		}
	}
	t.tick()
	return z - scores[best]
}

// Linear is what was learned, each weight rounded to a byte and held in ±limit.
func (t *LinearTrainer) Linear(limit float32) *Linear {
	out := &Linear{Width: t.width, Weights: make([]int8, len(t.w)), Scale: limit / 127}
	for i, w := range t.w {
		if t.now > 0 {
			w = (w + t.late[i]/t.now) * (1 - t.Drop)
		}
		out.Weights[i] = int8(math.Round(float64(max(-limit, min(limit, w)) / out.Scale)))
	}
	return out
}
