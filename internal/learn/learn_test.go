package learn

import (
	"bytes"
	"testing"
)

// parity is a small task no linear model can do: is the number of odd digits odd?
func parity() (examples [][]uint32, class []int) {
	for i := range 1000 {
		a, b, c := uint32(i%10), uint32(i/10%10), uint32(i/100)
		examples = append(examples, []uint32{Mix(1, a), Mix(2, b), Mix(3, c)})
		class = append(class, int(a+b+c)&1)
	}
	return examples, class
}

func trainParity() *Net {
	x, y := parity()
	t := NewTrainer(Config{Classes: []string{"even", "odd"}, Rows: 1 << 10, Hidden: 64, Steps: 20 * len(x), Seed: 7})
	r := Rand(1)
	for range 20 {
		for _, i := range r.Perm(len(x)) {
			t.Learn(x[i], y[i])
		}
	}
	return t.Net()
}

func TestNetLearnsParity(t *testing.T) {
	n := trainParity()
	x, y := parity()
	var s Scratch
	wrong := 0
	for i := range x {
		if n.Best(x[i], &s) != y[i] {
			wrong++
		}
	}
	if wrong > 10 {
		t.Errorf("%d of %d wrong", wrong, len(x))
	}
}

func TestTrainingGivesTheSameBytes(t *testing.T) {
	a, b := trainParity().Save(), trainParity().Save()
	if !bytes.Equal(a, b) {
		t.Error("two runs over the same examples gave different models")
	}
	n, err := Load(string(a))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(n.Save(), a) {
		t.Error("a loaded model saves to other bytes")
	}
}

func TestLoadRefusesCutFiles(t *testing.T) {
	whole := string(trainParity().Save())
	for _, n := range []int{0, 5, 11, 12, 20, 40, len(whole) / 2, len(whole) - 1} {
		if _, err := Load(whole[:n]); err == nil {
			t.Errorf("the first %d bytes were taken for a model", n)
		}
	}
	if _, err := Load(whole + "x"); err == nil {
		t.Error("a trailing byte was not noticed")
	}
}

// TestSequence learns brackets: inside runs from an opening mark to a closing one, over words that say nothing themselves.
func TestSequence(t *testing.T) {
	const o, b, i = 0, 1, 2
	seq := [][]uint32{{1}, {2}, {3}, {3}, {4}, {1}, {2}, {3}, {4}}
	for k := range seq {
		seq[k][0] = Hash(string(rune('a' + seq[k][0])))
	}
	gold := []int{o, b, i, i, o, o, b, i, o}
	allowed := func(from, to int) bool { return to != i || from == b || from == i }
	st := NewSequenceTrainer(Config{Classes: []string{"O", "B", "I"}, Rows: 256, Steps: 200}, allowed)
	for range 200 {
		st.Learn(seq, gold)
	}
	q, err := LoadSequence(string(st.Sequence().Save()))
	if err != nil {
		t.Fatal(err)
	}
	var s Scratch
	for k, l := range q.Label(seq, &s) {
		if int(l) != gold[k] {
			t.Errorf("position %d: label %d, want %d", k, l, gold[k])
		}
	}
	if l := q.Label([][]uint32{{Hash("d")}}, &s); l[0] == i {
		t.Error("a sequence opened with a forbidden label")
	}
	if n := testing.AllocsPerRun(10, func() { q.Label(seq, &s) }); n > 0 {
		t.Errorf("%v allocations a sequence", n)
	}
}

func TestKernelsEqualGo(t *testing.T) {
	r := Rand(3)
	for _, n := range []int{64, 128, 192} {
		x, y, z := floats(&r, n), floats(&r, n), floats(&r, n)
		if a, b := dot(x, y), dotGo(x, y); a != b {
			t.Errorf("dot %v %v", a, b)
		}
		u, v := append([]float32{}, z...), append([]float32{}, z...)
		axpy(u, x, 0.3)
		axpyGo(v, x, 0.3)
		same(t, "axpy", u, v)
		g, h := make([]float32, n), make([]float32, n)
		for i := range g {
			g[i], h[i] = 0.1, 0.1
		}
		adagrad(u, g, y, 0.7, 0.1)
		adagradGo(v, h, y, 0.7, 0.1)
		same(t, "adagrad", u, v)
		table, rows := make([]int8, 10*n), []uint32{3, 3, 9, 0, 7}
		for i := range table {
			table[i] = int8(r.Uint64())
		}
		a, b := make([]int16, n), make([]int16, n)
		addRows(a, table, rows)
		addRowsGo(b, table, rows)
		same(t, "addRows", a, b)
		w, c, d := make([]int16, 5*n), make([]int32, 5), make([]int32, 5)
		for i := range w {
			w[i] = int16(r.Uint64()) >> 4
		}
		dotRows(c, a, w)
		dotRowsGo(d, a, w)
		same(t, "dotRows", c, d)
	}
}

func floats(r *Rand, n int) []float32 {
	v := make([]float32, n)
	for i := range v {
		v[i] = 2*r.Float() - 1
	}
	return v
}

func same[T comparable](t *testing.T, name string, a, b []T) {
	t.Helper()
	for i := range a {
		if a[i] != b[i] {
			t.Errorf("%s: element %d is %v, in Go %v", name, i, a[i], b[i])
			return
		}
	}
}
