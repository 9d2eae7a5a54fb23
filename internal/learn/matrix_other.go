//go:build !amd64

package learn

func gemmPanel(c []float32, ldc int, a []float32, lda, ska int, b []float32, k int) {
	gemmPanelGo(c, ldc, a, lda, ska, b, k)
}

func adam(w, g, m, v []float32, b1, b2, rate, eps float32) { adamGo(w, g, m, v, b1, b2, rate, eps) }

func densePanel(y []int16, ldy int, x []int16, ldx int, w []int16, bias []int32, pairs, shift, low int) {
	densePanelGo(y, ldy, x, ldx, w, bias, pairs, shift, low)
}

// AddWords adds runs of table, each len(dst) long and beginning at one of the offsets, to dst; sums wrap at 16 bits.
func AddWords(dst, table []int16, at []int32) { addWordsGo(dst, table, at) }

func wideRows() int { return 0 }

func denseWide(y []int16, ldy int, x []int16, ldx int, w []int16, bias []int32, pairs, shift, low int) {
}

func clipTo(x []int16, top int) { clipGo(x, top) }

func gemmWide(c []float32, ldc int, a []float32, lda, ska int, b []float32, k int) {}
