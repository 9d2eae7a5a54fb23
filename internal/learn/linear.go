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
	r := reader{data: data}
	width, n, scale := int(r.int32()), int(r.int32()), uint32(r.int32())
	weights := r.text(n)
	if r.bad || width < 1 || n < width || n%width != 0 || n/width&(n/width-1) != 0 {
		return nil, "", errLinear
	}
	t := &Linear{Width: width, Scale: math.Float32frombits(scale)}
	t.Weights = unsafe.Slice((*int8)(unsafe.Pointer(unsafe.StringData(weights))), n)
	return t, r.data, nil
}

// A LinearTrainer learns a Linear by stochastic gradient descent, each weight with its own rate (AdaGrad:
// Duchi et al., 2011), pulled towards zero by L2.
type LinearTrainer struct {
	Width int
	Rate  float32
	L2    float32 // applied when a row is touched

	w, g2 []float32
	count []uint8 // how often a row was seen by Count, up to 255
	min   uint8   // rows seen less often stay zero
}

// NewLinearTrainer is a trainer for a table of 1<<bits rows. Features seen fewer than min times by Count stay untrained.
func NewLinearTrainer(width, bits int, rate, l2 float32, min uint8) *LinearTrainer {
	n := width << bits
	return &LinearTrainer{Width: width, Rate: rate, L2: l2, w: make([]float32, n), g2: make([]float32, n), count: make([]uint8, 1<<bits), min: min}
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

// Add adds the rows of features to dst.
func (t *LinearTrainer) Add(dst []float32, features []uint32) {
	mask := uint32(len(t.count) - 1)
	for _, f := range features {
		row := t.w[int(f&mask)*t.Width:][:t.Width]
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
		at := int(f&mask) * t.Width
		row, g2 := t.w[at:][:t.Width], t.g2[at:][:t.Width]
		for i, g := range gradient {
			if g == 0 {
				continue
			}
			g += t.L2 * row[i]
			g2[i] += g * g
			row[i] -= t.Rate * g / float32(math.Sqrt(float64(g2[i])+1e-6))
		}
	}
}

// Linear is what was learned, rounded to a byte a weight.
func (t *LinearTrainer) Linear(limit float32) *Linear {
	out := &Linear{Width: t.Width, Weights: make([]int8, len(t.w)), Scale: limit / 127}
	for i, w := range t.w {
		out.Weights[i] = int8(math.Round(float64(max(-limit, min(limit, w)) / out.Scale)))
	}
	return out
}

// Logistic learns from one yes-or-no example of a table of width 1 and is its loss.
func (t *LinearTrainer) Logistic(features []uint32, yes bool) float64 {
	var s [1]float32
	t.Add(s[:], features)
	p := 1 / (1 + math.Exp(-float64(s[0])))
	q := 1 - p
	if yes {
		p, q = q, p
	}
	// p is now the probability of the wrong answer.
	g := float32(p)
	if yes {
		g = -g
	}
	if p > 1e-3 {
		t.Step(features, []float32{g})
	}
	return -math.Log(max(q, 1e-12))
}
