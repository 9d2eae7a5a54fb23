package learn

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
	"unsafe"
)

// A Net is a finished model: hashed feature rows, a hidden layer, and a score for every class.
// It never changes once made and may be used by several goroutines, each with a Scratch of its own.
type Net struct {
	Classes []string // names of the classes, in the order of the scores
	Unit    int32    // score units in one natural logarithm unit: exp(score/Unit) is proportional to the probability

	rows   uint32
	hidden int
	bias   []int16 // hidden
	outB   []int32 // a class
	outW   []int16 // class × hidden
	table  []int8  // row × hidden
}

// A Scratch is working memory for one goroutine; its zero value is ready.
type Scratch struct {
	sum    []int16
	rows   []uint32
	scores []int32
	path   viterbi
}

// clip bounds a hidden value from above, so that no sum of products leaves 32 bits.
const clip = 2047

// Scores are the scores of all classes for a bag of features; they stand until s is used again.
func (n *Net) Scores(features []uint32, s *Scratch) []int32 {
	s.sum = append(s.sum[:0], n.bias...)
	s.rows = s.rows[:0]
	for _, f := range features {
		s.rows = append(s.rows, row(f, n.rows))
	}
	addRows(s.sum, n.table, s.rows)
	for i, v := range s.sum {
		s.sum[i] = min(max(v, 0), clip)
	}
	if cap(s.scores) < len(n.Classes) {
		s.scores = make([]int32, len(n.Classes))
	}
	s.scores = s.scores[:len(n.Classes)]
	dotRows(s.scores, s.sum, n.outW)
	for k, b := range n.outB {
		s.scores[k] += b
	}
	return s.scores
}

// Best is the class with the highest score, the first of equals.
func (n *Net) Best(features []uint32, s *Scratch) int { return best(n.Scores(features, s)) }

func best(scores []int32) int {
	b := 0
	for k, v := range scores {
		if v > scores[b] {
			b = k
		}
	}
	return b
}

// row is the table row of feature f.
func row(f, rows uint32) uint32 { return uint32(uint64(f) * uint64(rows) >> 32) }

// netMagic opens a saved net and names its layout.
const netMagic = "sayso net 1\n"

// Save is the model as a file: a short header, the class names, the small layers, then the table.
func (n *Net) Save() []byte {
	var b bytes.Buffer
	names := strings.Join(n.Classes, "\x00")
	b.WriteString(netMagic)
	for _, v := range []uint32{n.rows, uint32(n.hidden), uint32(len(n.Classes)), uint32(n.Unit), uint32(len(names))} {
		binary.Write(&b, binary.LittleEndian, v)
	}
	b.WriteString(names)
	binary.Write(&b, binary.LittleEndian, n.bias)
	binary.Write(&b, binary.LittleEndian, n.outB)
	binary.Write(&b, binary.LittleEndian, n.outW)
	binary.Write(&b, binary.LittleEndian, n.table)
	return b.Bytes()
}

// errFormat is what Load and LoadSequence say of bytes that are no model.
var errFormat = errors.New("learn: not a saved model")

// Load reads a saved net. The table is not copied: it stays where data lies.
func Load(data string) (*Net, error) {
	n, rest, err := load(data)
	if err == nil && rest != "" {
		err = errFormat
	}
	return n, err
}

func load(data string) (n *Net, rest string, err error) {
	r := reader{data: data}
	if r.text(len(netMagic)) != netMagic {
		return nil, "", errFormat
	}
	n = &Net{rows: uint32(r.int32()), hidden: int(r.int32())}
	classes := int(r.int32())
	n.Unit = r.int32()
	if n.Classes = strings.Split(r.text(int(r.int32())), "\x00"); len(n.Classes) != classes || n.hidden < 0 || n.hidden > 1<<16 {
		return nil, "", errFormat
	}
	n.bias = r.int16s(n.hidden)
	n.outB = r.int32s(classes)
	n.outW = r.int16s(classes * n.hidden)
	if t := r.text(int(n.rows) * n.hidden); t != "" {
		n.table = unsafe.Slice((*int8)(unsafe.Pointer(unsafe.StringData(t))), len(t))
	}
	if r.bad || n.table == nil {
		return nil, "", errFormat
	}
	return n, r.data, nil
}

// A reader takes little-endian values off the front of data; once it runs short it stays bad.
type reader struct {
	data string
	bad  bool
}

func (r *reader) text(n int) string {
	if n < 0 || n > len(r.data) {
		r.bad = true
		return ""
	}
	t := r.data[:n]
	r.data = r.data[n:]
	return t
}

func (r *reader) int32() int32 {
	t := r.text(4)
	if r.bad {
		return 0
	}
	return int32(t[0]) | int32(t[1])<<8 | int32(t[2])<<16 | int32(t[3])<<24
}

func (r *reader) int32s(n int) []int32 {
	if n < 0 || 4*n > len(r.data) {
		r.bad = true
		return nil
	}
	v := make([]int32, n)
	for i := range v {
		v[i] = r.int32()
	}
	return v
}

func (r *reader) int16s(n int) []int16 {
	t := r.text(2 * n)
	if r.bad {
		return nil
	}
	v := make([]int16, n)
	for i := range v {
		v[i] = int16(t[2*i]) | int16(t[2*i+1])<<8
	}
	return v
}
