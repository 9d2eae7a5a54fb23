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
