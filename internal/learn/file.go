package learn

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
	"unsafe"
)

// ErrFormat is what is said of bytes that are no saved model.
var ErrFormat = errors.New("learn: not a saved model")

// A Writer gathers the values of a model file, little-endian, in the order in which a Reader takes them.
type Writer struct{ b bytes.Buffer }

// Bytes is the file so far.
func (w *Writer) Bytes() []byte { return w.b.Bytes() }

// Text adds s as it is.
func (w *Writer) Text(s string) { w.b.WriteString(s) }

// Int adds one 32-bit value.
func (w *Writer) Int(v int) { w.put(int32(v)) }

// Names adds a list of names, none of which holds a zero byte.
func (w *Writer) Names(names []string) {
	s := strings.Join(names, "\x00")
	w.Int(len(s))
	w.Text(s)
}

// Ints adds the values of a slice of integers of fixed size.
func (w *Writer) Ints(v any) { w.put(v) }

// Dense adds a layer.
func (w *Writer) Dense(d *Dense) {
	w.Int(d.In)
	w.Int(d.Out)
	w.Int(d.Shift)
	w.put(d.w)
	w.put(d.bias)
}

func (w *Writer) put(v any) { binary.Write(&w.b, binary.LittleEndian, v) }

// A Reader takes the values of a model file off the front of Data; once Data runs short, it stays Bad and gives zero values.
type Reader struct {
	Data string
	Bad  bool
}

// Text is the next n bytes.
func (r *Reader) Text(n int) string {
	if n < 0 || n > len(r.Data) {
		r.Bad, r.Data = true, ""
	}
	if r.Bad {
		return ""
	}
	t := r.Data[:n]
	r.Data = r.Data[n:]
	return t
}

// Int is the next 32-bit value.
func (r *Reader) Int() int {
	t := r.Text(4)
	if r.Bad {
		return 0
	}
	return int(int32(t[0]) | int32(t[1])<<8 | int32(t[2])<<16 | int32(t[3])<<24)
}

// Names is the next list of names.
func (r *Reader) Names() []string { return strings.Split(r.Text(r.Int()), "\x00") }

// Int32s are the next n 32-bit values.
func (r *Reader) Int32s(n int) []int32 {
	if n < 0 || 4*n > len(r.Data) {
		r.Bad, r.Data = true, ""
		return nil
	}
	v := make([]int32, n)
	for i := range v {
		v[i] = int32(r.Int())
	}
	return v
}

// Int16s are the next n 16-bit values.
func (r *Reader) Int16s(n int) []int16 {
	t := r.Text(2 * n)
	if r.Bad {
		return nil
	}
	v := make([]int16, n)
	for i := range v {
		v[i] = int16(t[2*i]) | int16(t[2*i+1])<<8
	}
	return v
}

// Int8s are the next n bytes. They are not copied: they stay where Data lies.
func (r *Reader) Int8s(n int) []int8 {
	t := r.Text(n)
	if t == "" {
		return nil
	}
	return unsafe.Slice((*int8)(unsafe.Pointer(unsafe.StringData(t))), n)
}

// Dense is the next layer.
func (r *Reader) Dense() *Dense {
	d := &Dense{In: r.Int(), Out: r.Int(), Shift: r.Int()}
	if d.In < 0 || d.Out < 0 || d.In > 1<<16 || d.Out > 1<<16 || d.In&1 != 0 || d.Out&15 != 0 || d.Shift < 0 || d.Shift > 30 {
		r.Bad, r.Data = true, ""
		return d
	}
	d.w = r.Int16s(d.In * d.Out)
	d.bias = r.Int32s(d.Out)
	return d
}
