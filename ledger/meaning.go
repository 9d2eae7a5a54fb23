package ledger

import (
	_ "embed"
	"encoding/binary"
	"math"
	"sync"
)

// meaningModel is data/meaning.bin: for each of its stems a point, such that the sum of a passage's points lies near that of another
// which says the same in other words. data/meaning.md says how it was learned.
//
// It is the number of stems and of dimensions, the stems' hashes in order, and a signed byte for each stem and dimension (little endian).
//
//go:embed data/meaning.bin
var meaningModel []byte

// meaningDims is the number of dimensions of a point.
const meaningDims = 64

// meanings are the points, by where in the model they stand.
var meanings = sync.OnceValue(func() map[uint32]int32 {
	n := int32(binary.LittleEndian.Uint32(meaningModel))
	if dims := binary.LittleEndian.Uint32(meaningModel[4:]); dims != meaningDims {
		panic("ledger: data/meaning.bin has points of another size")
	}
	of := make(map[uint32]int32, n)
	for i := range n {
		of[binary.LittleEndian.Uint32(meaningModel[8+4*i:])] = 8 + 4*n + meaningDims*i
	}
	return of
})

// A meaning is the sum of the points of a passage's words.
type meaning [meaningDims]int32

// meaningOf is the meaning of the words of v, each counted once.
func meaningOf(v vector) (m meaning) {
	of := meanings()
	for _, f := range v {
		m.add(of, f.stem)
	}
	return m
}

// meaningOfStems is that of a few stems.
func meaningOfStems(stems []uint32) (m meaning) {
	of := meanings()
	for _, s := range stems {
		m.add(of, s)
	}
	return m
}

func (m *meaning) add(of map[uint32]int32, stem uint32) {
	at, ok := of[stem]
	if !ok {
		return
	}
	point := (*[meaningDims]byte)(meaningModel[at:])
	for i := range m {
		m[i] += int32(int8(point[i]))
	}
}

// alikeMeaning is the cosine of two meanings, 0 where one has no word that is known.
func alikeMeaning(a, b meaning) float64 {
	var dot, x, y int64
	for i := range a {
		p, q := int64(a[i]), int64(b[i])
		dot, x, y = dot+p*q, x+p*p, y+q*q
	}
	if x == 0 || y == 0 {
		return 0
	}
	return float64(dot) / math.Sqrt(float64(x)*float64(y))
}
