package learn

import "testing"

func TestGemm(t *testing.T) {
	r := Rand(9)
	m, k, n := 20, 37, 48
	a, b := floats(&r, m*k), floats(&r, k*n)
	c, want := make([]float32, m*n), make([]float32, m*n)
	var pack []float32
	Gemm(c, a, b, m, k, n, &pack)
	for i := range m {
		for j := range n {
			for l := range k {
				want[i*n+j] += a[i*k+l] * b[l*n+j]
			}
			if d := c[i*n+j] - want[i*n+j]; d > 1e-5 || d < -1e-5 {
				t.Fatalf("element %d,%d: %v, want %v", i, j, c[i*n+j], want[i*n+j])
			}
		}
	}
	at, bt := make([]float32, m*k), make([]float32, k*n)
	for i := range m * k {
		at[i%k*m+i/k] = a[i]
	}
	for i := range k * n {
		bt[i%n*k+i/n] = b[i]
	}
	d := make([]float32, m*n)
	for j := 0; j < n; j += 16 {
		panel := make([]float32, 16*k)
		for i := range k {
			copy(panel[16*i:][:16], b[i*n+j:])
		}
		for i := 0; i < m; i += 4 {
			gemmPanel(d[i*n+j:], n, a[i*k:], k, 1, panel, k)
		}
	}
	same(t, "eight rows at once", c, d)
	clear(d)
	GemmTA(d, at, b, m, k, n, &pack)
	same(t, "GemmTA", d, c)
	clear(d)
	GemmTB(d, a, bt, m, k, n, &pack)
	same(t, "GemmTB", d, c)
}

func TestAdamKernel(t *testing.T) {
	r := Rand(4)
	w, g, m := floats(&r, 64), floats(&r, 64), floats(&r, 64)
	v := make([]float32, 64)
	clone := func(x []float32) []float32 { return append([]float32{}, x...) }
	w2, g2, m2, v2 := clone(w), clone(g), clone(m), clone(v)
	adam(w, g, m, v, 0.1, 0.01, 0.001, 1e-8)
	adamGo(w2, g2, m2, v2, 0.1, 0.01, 0.001, 1e-8)
	same(t, "adam", w, w2)
}

func TestDense(t *testing.T) {
	r := Rand(8)
	in, out := 64, 32
	w, b := floats(&r, in*out), floats(&r, out)
	d := NewDense(w, b, in, out, 256, 128)
	x, y := make([]int16, 16*in), make([]int16, 16*out)
	for i := range x {
		x[i] = int16(r.Uint64()) >> 5
	}
	for _, relu := range []bool{false, true} {
		d.Apply(y, x, 12, relu)
		low := map[bool]int{false: -32768, true: 0}[relu]
		var z [64]int16
		for from := 0; from < 12; from += 4 {
			densePanelGo(z[:], 16, x[from*in:], in, d.w[16*in:], d.bias[16:], in/2, d.Shift, low)
			for i := range 4 {
				same(t, "dense", y[(from+i)*out+16:][:16], z[16*i:][:16])
			}
		}
		for i := range 12 {
			for j := range out {
				s := b[j]
				for k := range in {
					s += float32(x[i*in+k]) / 256 * w[k*out+j]
				}
				if relu {
					s = max(s, 0)
				}
				if e := float32(y[i*out+j])/128 - s; e > 0.02 || e < -0.02 {
					t.Fatalf("row %d, output %d: %v, want %v", i, j, float32(y[i*out+j])/128, s)
				}
			}
		}
	}
}

func TestAddWords(t *testing.T) {
	r := Rand(2)
	table, at := make([]int16, 1000), []int32{3, 500, 0, 500}
	for i := range table {
		table[i] = int16(r.Uint64())
	}
	for _, n := range []int{64, 128, 192, 100} {
		a, b := make([]int16, n), make([]int16, n)
		AddWords(a, table, at)
		addWordsGo(b, table, at)
		same(t, "AddWords", a, b)
	}
}

func TestClip(t *testing.T) {
	r := Rand(6)
	a := make([]int16, 64)
	for i := range a {
		a[i] = int16(r.Uint64())
	}
	b := append([]int16{}, a...)
	Clip(a)
	clipGo(b, clip)
	same(t, "Clip", a, b)
}

func BenchmarkGemm(b *testing.B) {
	r := Rand(1)
	m, k, n := 256, 384, 128
	x, y, c := floats(&r, m*k), floats(&r, k*n), make([]float32, m*n)
	var pack []float32
	for b.Loop() {
		Gemm(c, x, y, m, k, n, &pack)
	}
	b.ReportMetric(float64(b.N)*float64(m*k*n)/1e9/b.Elapsed().Seconds(), "GMAC/s")
}

func BenchmarkDense(b *testing.B) {
	r := Rand(1)
	in, out := 384, 128
	d := NewDense(floats(&r, in*out), nil, in, out, 256, 256)
	x, y := make([]int16, 32*in), make([]int16, 32*out)
	for b.Loop() {
		d.Apply(y, x, 32, true)
	}
	b.ReportMetric(float64(b.N)*float64(32*in*out)/1e9/b.Elapsed().Seconds(), "GMAC/s")
}
