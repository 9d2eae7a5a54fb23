package learn

import "math"

// The kernels below are the meaning of those in kernel_amd64.s: the integer ones give the same bytes
// on every machine. Every float product is rounded before it is added, so that no compiler fuses the two.

// axpyGo adds a*x to dst.
func axpyGo(dst, x []float32, a float32) {
	for i := range dst {
		dst[i] += float32(a * x[i])
	}
}

// dotGo is the inner product, in eight running sums as the vector version has them.
func dotGo(x, y []float32) float32 {
	var s [8]float32
	for i := range x {
		s[i&7] += float32(x[i] * y[i])
	}
	return float32(float32(s[0]+s[4])+float32(s[2]+s[6])) + float32(float32(s[1]+s[5])+float32(s[3]+s[7]))
}

// adagradGo moves w against the gradient d*x, each weight by its own history of squares g2.
func adagradGo(w, g2, x []float32, d, rate float32) {
	for i := range w {
		g := float32(d * x[i])
		g2[i] += float32(g * g)
		w[i] -= float32(float32(rate*g) / float32(math.Sqrt(float64(g2[i]))))
	}
}

// addRowsGo adds rows of table, each len(dst) wide, to dst.
func addRowsGo(dst []int16, table []int8, rows []uint32) {
	for _, r := range rows {
		row := table[int(r)*len(dst):][:len(dst)]
		for i, v := range row {
			dst[i] += int16(v)
		}
	}
}

// dotRowsGo sets out[k] to the inner product of x and row k of w.
func dotRowsGo(out []int32, x, w []int16) {
	for k := range out {
		row := w[k*len(x):][:len(x)]
		s := int32(0)
		for i, v := range row {
			s += int32(v) * int32(x[i])
		}
		out[k] = s
	}
}

// Axpy adds a*x to dst.
func Axpy(dst, x []float32, a float32) { axpy(dst, x, a) }

// Dot is the inner product of x and y.
func Dot(x, y []float32) float32 { return dot(x, y) }

// AdaGrad moves w against the gradient d*x, each weight by its own history of squares in g2.
func AdaGrad(w, g2, x []float32, d, rate float32) { adagrad(w, g2[:len(w)], x, d, rate) }

// AddRows adds rows of table, each len(dst) wide, to dst; sums wrap at 16 bits.
func AddRows(dst []int16, table []int8, rows []uint32) { addRows(dst, table, rows) }

// DotRows sets out[k] to the inner product of x and row k of w; no product of the two may pass 1<<22.
func DotRows(out []int32, x, w []int16) { dotRows(out, x, w) }

// Clip holds the values of x between zero and the top that DotRows allows for.
func Clip(x []int16) { clipTo(x, clip) }

func clipGo(x []int16, top int) {
	for i, v := range x {
		x[i] = min(max(v, 0), int16(top))
	}
}

// Quantise is the weights w in units of 1/scale, rounded, and held in ±limit.
func Quantise[T int8 | int16 | int32](w []float32, scale, limit float32) []T {
	q := make([]T, len(w))
	for i, v := range w {
		q[i] = T(bounded(v*scale, limit))
	}
	return q
}

// Quantile is the size that share q of the weights do not pass.
func Quantile(w []float32, q float64) float32 { return quantile(w, q) }

// Add adds x to dst; sums wrap at 16 bits.
func Add(dst, x []int16) {
	AddWords(dst, x[:len(dst)], start[:])
}

var start [1]int32
