package learn

//go:noescape
func gemmAVX(c *float32, ldc int, a *float32, lda, ska int, b *float32, k int)

//go:noescape
func adamAVX(w, grad, m, v *float32, b1, b2, rate, eps float32, n int)

//go:noescape
func denseAVX(y *int16, ldy int, x *int16, ldx int, w *int16, bias *int32, pairs, shift, low int)

//go:noescape
func denseVNNI(y *int16, ldy int, x *int16, ldx int, w *int16, bias *int32, pairs, shift, low int)

//go:noescape
func clipAVX(x *int16, n, top int)

// hasVNNI says whether processor and operating system have 512-bit registers and the fused products of 16-bit pairs.
var hasVNNI = func() bool {
	if !hasAVX2 || xgetbv()&0xE6 != 0xE6 {
		return false
	}
	_, b, c, _ := cpuid(7, 0)
	const f, bw, vl, vnni = 1 << 16, 1 << 30, 1 << 31, 1 << 11
	return b&f != 0 && b&bw != 0 && b&vl != 0 && c&vnni != 0
}()

//go:noescape
func addWordsAVX(dst, table *int16, at *int32, n, width int)

// hasFMA says whether products and sums can be fused; every processor with AVX2 in use can.
var hasFMA = func() bool {
	_, _, c, _ := cpuid(1, 0)
	return hasAVX2 && c&(1<<12) != 0
}()

//go:noescape
func gemmAVX512(c *float32, ldc int, a *float32, lda, ska int, b *float32, k int)

// gemmWide is gemmPanel for wideRows rows.
func gemmWide(c []float32, ldc int, a []float32, lda, ska int, b []float32, k int) {
	_, _ = c[7*ldc+15], a[7*lda+(k-1)*ska]
	gemmAVX512(&c[0], ldc, &a[0], lda, ska, &b[:16*k][0], k)
}

func gemmPanel(c []float32, ldc int, a []float32, lda, ska int, b []float32, k int) {
	if hasFMA && k > 0 {
		_, _ = c[3*ldc+15], a[3*lda+(k-1)*ska]
		gemmAVX(&c[0], ldc, &a[0], lda, ska, &b[:16*k][0], k)
		return
	}
	gemmPanelGo(c, ldc, a, lda, ska, b, k)
}

func adam(w, g, m, v []float32, b1, b2, rate, eps float32) {
	if n := len(w); hasAVX2 && n&7 == 0 && n > 0 {
		adamAVX(&w[0], &g[:n][0], &m[:n][0], &v[:n][0], b1, b2, rate, eps, n)
		return
	}
	adamGo(w, g, m, v, b1, b2, rate, eps)
}

// wideRows is how many rows denseWide and gemmWide take at once; 0 where it is not to be used.
func wideRows() int {
	if hasVNNI {
		return 8
	}
	return 0
}

// denseWide is densePanel for wideRows rows.
func denseWide(y []int16, ldy int, x []int16, ldx int, w []int16, bias []int32, pairs, shift, low int) {
	_, _ = y[7*ldy+15], x[7*ldx+2*pairs-1]
	denseVNNI(&y[0], ldy, &x[0], ldx, &w[:32*pairs][0], &bias[:16][0], pairs, shift, low)
}

func clipTo(x []int16, top int) {
	if n := len(x); hasAVX2 && n&15 == 0 && n > 0 {
		clipAVX(&x[0], n, top)
		return
	}
	clipGo(x, top)
}

func densePanel(y []int16, ldy int, x []int16, ldx int, w []int16, bias []int32, pairs, shift, low int) {
	if hasAVX2 && pairs > 0 {
		_, _ = y[3*ldy+15], x[3*ldx+2*pairs-1]
		denseAVX(&y[0], ldy, &x[0], ldx, &w[:32*pairs][0], &bias[:16][0], pairs, shift, low)
		return
	}
	densePanelGo(y, ldy, x, ldx, w, bias, pairs, shift, low)
}

// AddWords adds runs of table, each len(dst) long and beginning at one of the offsets, to dst; sums wrap at 16 bits.
func AddWords(dst, table []int16, at []int32) {
	if hasAVX2 && len(dst)&63 == 0 && len(dst) > 0 && len(at) > 0 {
		addWordsAVX(&dst[0], &table[0], &at[0], len(at), len(dst))
		return
	}
	addWordsGo(dst, table, at)
}
