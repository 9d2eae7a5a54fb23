//go:build !amd64

package learn

func axpy(dst, x []float32, a float32)                 { axpyGo(dst, x, a) }
func dot(x, y []float32) float32                       { return dotGo(x, y) }
func adagrad(w, g2, x []float32, d, rate float32)      { adagradGo(w, g2, x, d, rate) }
func addRows(dst []int16, table []int8, rows []uint32) { addRowsGo(dst, table, rows) }
func dotRows(out []int32, x, w []int16)                { dotRowsGo(out, x, w) }
