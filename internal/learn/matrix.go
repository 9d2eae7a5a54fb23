package learn

import "math"

// Gemm adds the product of a (m×k) and b (k×n) to c (m×n), all row by row; m is a multiple of 4, n of 16.
// pack is working memory, grown as needed. Each element is summed in the order of k.
func Gemm(c, a, b []float32, m, k, n int, pack *[]float32) {
	*pack = grow(*pack, 16*k)
	for j := 0; j < n; j += 16 {
		panel := *pack
		for i := range k {
			copy(panel[i*16:][:16], b[i*n+j:][:16])
		}
		gemmRows(c[j:], n, a, k, 1, panel, m, k)
	}
}

// GemmTA is Gemm with a given on its side, as k×m.
func GemmTA(c, a, b []float32, m, k, n int, pack *[]float32) {
	*pack = grow(*pack, 16*k)
	for j := 0; j < n; j += 16 {
		panel := *pack
		for i := range k {
			copy(panel[i*16:][:16], b[i*n+j:][:16])
		}
		gemmRows(c[j:], n, a, 1, m, panel, m, k)
	}
}

// GemmTB is Gemm with b given on its side, as n×k.
func GemmTB(c, a, b []float32, m, k, n int, pack *[]float32) {
	*pack = grow(*pack, 16*k)
	for j := 0; j < n; j += 16 {
		panel := *pack
		for l := range 16 {
			for i, v := range b[(j+l)*k:][:k] {
				panel[i*16+l] = v
			}
		}
		gemmRows(c[j:], n, a, k, 1, panel, m, k)
	}
}

// gemmRows adds to sixteen columns of c, ldc wide, the product of m rows of a, each lda after the last and with its
// elements ska apart, and a panel.
func gemmRows(c []float32, ldc int, a []float32, lda, ska int, panel []float32, m, k int) {
	i := 0
	if wide := wideRows(); wide > 0 && k > 0 {
		for ; i+wide <= m; i += wide {
			gemmWide(c[i*ldc:], ldc, a[i*lda:], lda, ska, panel, k)
		}
	}
	for ; i < m; i += 4 {
		gemmPanel(c[i*ldc:], ldc, a[i*lda:], lda, ska, panel, k)
	}
}

func gemmPanelGo(c []float32, ldc int, a []float32, lda, ska int, b []float32, k int) {
	for r := range 4 {
		var s [16]float32
		for i := range k {
			x := a[r*lda+i*ska]
			for j, y := range b[i*16:][:16] {
				s[j] = float32(math.FMA(float64(x), float64(y), float64(s[j])))
			}
		}
		for j, v := range s {
			c[r*ldc+j] += v
		}
	}
}

func adamGo(w, g, m, v []float32, b1, b2, rate, eps float32) {
	for i := range w {
		m[i] += float32(b1 * (g[i] - m[i]))
		v[i] += float32(b2 * (float32(g[i]*g[i]) - v[i]))
		w[i] -= float32(rate*m[i]) / (float32(math.Sqrt(float64(v[i]))) + eps)
		g[i] = 0
	}
}

// A Param is a dense matrix in training, with its gradient and the moments of Adam (Kingma and Ba 2015).
type Param struct {
	W, G []float32
	m, v []float32
}

// NewParam is n random weights in ±size.
func NewParam(n int, size float32, r *Rand) *Param {
	n = (n + 7) &^ 7
	p := &Param{make([]float32, n), make([]float32, n), make([]float32, n), make([]float32, n)}
	for i := range p.W {
		p.W[i] = (2*r.Float() - 1) * size
	}
	return p
}

// Step moves the weights against the gradient and clears it; step counts from 1.
func (p *Param) Step(rate float32, step int) {
	const b1, b2 = 0.9, 0.99
	bias := math.Sqrt(1-math.Pow(b2, float64(step))) / (1 - math.Pow(b1, float64(step)))
	adam(p.W, p.G, p.m, p.v, 1-b1, 1-b2, rate*float32(bias), 1e-8)
}

// A Dense is a finished layer: 16-bit weights, exact integer sums.
type Dense struct {
	In, Out int // In a multiple of 2, Out of 16
	Shift   int // what a sum is shifted right by
	w       []int16
	bias    []int32 // with half of 1<<Shift added, so that shifting rounds
}

// NewDense quantises weights w (in×out, row by row) and bias: inputs come as units of 1/inScale, outputs leave as
// units of 1/outScale.
func NewDense(w, bias []float32, in, out int, inScale, outScale float32) *Dense {
	d := &Dense{In: in, Out: out, w: make([]int16, in*out), bias: make([]int32, out)}
	top := largest(w[:in*out])
	scale := float32(1)
	for d.Shift = 0; d.Shift < 15 && top*scale*2*outScale/inScale < 8191; d.Shift++ {
		scale *= 2
	}
	ws := scale * outScale / inScale
	for i := range in {
		for j := range out {
			d.w[packed(i, j, in)] = int16(bounded(w[i*out+j]*ws, 32767))
		}
	}
	for j := range out {
		d.bias[j] = 1 << d.Shift >> 1
		if bias != nil {
			d.bias[j] += int32(bounded(bias[j]*outScale*scale, 1<<29))
		}
	}
	return d
}

// packed is where the weight from input i to output j stands: panels of sixteen outputs, pairs of inputs together.
func packed(i, j, in int) int { return j/16*16*in + i/2*32 + j%16*2 + i%2 }

// Apply sets rows of y (Out wide) from rows of x (In wide), with negative results as zero if relu is set.
// Both slices must have room for a number of rows that is a multiple of 8; what stands in the rows beyond is not used.
func (d *Dense) Apply(y, x []int16, rows int, relu bool) {
	low := math.MinInt16
	if relu {
		low = 0
	}
	step, panel := 4, densePanel
	if wide := wideRows(); wide > 0 {
		step, panel = wide, denseWide
	}
	for j := 0; j < d.Out; j += 16 {
		for i := 0; i < rows; i += step {
			panel(y[i*d.Out+j:], d.Out, x[i*d.In:], d.In, d.w[j*d.In:], d.bias[j:], d.In/2, d.Shift, low)
		}
	}
}

func densePanelGo(y []int16, ldy int, x []int16, ldx int, w []int16, bias []int32, pairs, shift, low int) {
	for r := range 4 {
		var s [16]int32
		copy(s[:], bias)
		for p := range pairs {
			a, b := int32(x[r*ldx+2*p]), int32(x[r*ldx+2*p+1])
			for j := range s {
				s[j] += a*int32(w[p*32+2*j]) + b*int32(w[p*32+2*j+1])
			}
		}
		for j, v := range s {
			y[r*ldy+j] = int16(max(min(v>>shift, 32767), int32(low)))
		}
	}
}

func addWordsGo(dst, table []int16, at []int32) {
	for _, o := range at {
		for i, v := range table[o:][:len(dst)] {
			dst[i] += v
		}
	}
}
