package learn

func cpuid(leaf, sub uint32) (a, b, c, d uint32)
func xgetbv() uint32

//go:noescape
func axpyAVX(dst, x *float32, a float32, n int)

//go:noescape
func dotAVX(x, y *float32, n int) float32

//go:noescape
func adagradAVX(w, g2, x *float32, d, rate float32, n int)

//go:noescape
func addRowsAVX(dst *int16, table *int8, rows *uint32, n, width int)

//go:noescape
func dotRowsAVX(out *int32, x, w *int16, rows, width int)

// hasAVX2 says whether processor and operating system keep 256-bit registers.
var hasAVX2 = func() bool {
	if max, _, _, _ := cpuid(0, 0); max < 7 {
		return false
	}
	_, _, c, _ := cpuid(1, 0)
	const osxsave, avx = 1 << 27, 1 << 28
	if c&osxsave == 0 || c&avx == 0 || xgetbv()&6 != 6 {
		return false
	}
	_, b, _, _ := cpuid(7, 0)
	return b&(1<<5) != 0
}()

func axpy(dst, x []float32, a float32) {
	if hasAVX2 && len(dst)&7 == 0 && len(dst) > 0 {
		axpyAVX(&dst[0], &x[:len(dst)][0], a, len(dst))
		return
	}
	axpyGo(dst, x, a)
}

func dot(x, y []float32) float32 {
	if hasAVX2 && len(x)&7 == 0 && len(x) > 0 {
		return dotAVX(&x[0], &y[:len(x)][0], len(x))
	}
	return dotGo(x, y)
}

func adagrad(w, g2, x []float32, d, rate float32) {
	if hasAVX2 && len(w)&7 == 0 && len(w) > 0 {
		adagradAVX(&w[0], &g2[:len(w)][0], &x[:len(w)][0], d, rate, len(w))
		return
	}
	adagradGo(w, g2, x, d, rate)
}

func addRows(dst []int16, table []int8, rows []uint32) {
	if hasAVX2 && len(dst)&63 == 0 && len(dst) > 0 && len(rows) > 0 {
		addRowsAVX(&dst[0], &table[0], &rows[0], len(rows), len(dst))
		return
	}
	addRowsGo(dst, table, rows)
}

func dotRows(out []int32, x, w []int16) {
	if hasAVX2 && len(x)&63 == 0 && len(x) > 0 && len(out) > 0 {
		dotRowsAVX(&out[0], &x[0], &w[:len(out)*len(x)][0], len(out), len(x))
		return
	}
	dotRowsGo(out, x, w)
}
