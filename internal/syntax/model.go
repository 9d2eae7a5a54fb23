package syntax

import "sayso/internal/learn"

// A Model is a trained tagger and parser, quantised. It may be used by several goroutines, each with a Scratch of its own.
type Model struct {
	Tags   []string // names of the tags: "VERB VBD"
	Labels []string // names of the relations

	rows, sparseRows int
	emb              []int8  // word feature × width
	sparse           []int16 // state feature × hidden
	conv             [len(dilation)]*learn.Dense
	tag, pre         *learn.Dense
	edge             []int16 // what the root and no word give the parser
	hidB             []int16
	out              []int16 // class × hidden
	outB             []int32
	unit             int32 // units of a move's score in one natural logarithm unit
}

// Units of the quantised values: those of words are a fine multiple of the table's, those of moves a fixed one.
const (
	fine     = 2   // bits
	moveUnit = 256 // the parser's hidden values, in one
	tagUnit  = 256
)

// model is the network as it stands, quantised.
func (t *trainer) model() *Model {
	m := &Model{Tags: t.tags, Labels: t.labels, rows: t.cfg.Rows, sparseRows: t.cfg.Sparse}
	unit := 127 / learn.Quantile(t.emb, 0.99995)
	word := unit * (1 << fine)
	m.emb = learn.Quantise[int8](t.emb, unit, 127)
	m.sparse = learn.Quantise[int16](t.sparse, moveUnit, 32767)
	for l := range m.conv {
		m.conv[l] = learn.NewDense(t.conv[l].W, t.convB[l].W, 3*width, width, word, word)
	}
	m.tag = learn.NewDense(t.tagW.W, t.tagB.W, width, tagWidth(len(t.tags)), word, tagUnit)
	m.pre = learn.NewDense(t.pre.W, nil, width, places*hidden, word, moveUnit)
	m.edge = learn.Quantise[int16](t.edge.W[:2*places*hidden], moveUnit, 32767)
	m.hidB = learn.Quantise[int16](t.hidB.W[:hidden], moveUnit, 32767)
	k := 1 + 2*len(t.labels)
	scale := 2047 / learn.Quantile(t.out.W[:k*hidden], 1)
	m.out = learn.Quantise[int16](t.out.W[:k*hidden], scale, 2047)
	m.outB = learn.Quantise[int32](t.outB.W[:k], scale*moveUnit, 1<<28)
	m.unit = int32(scale * moveUnit)
	return m
}

// magic opens a saved model and names its layout.
const magic = "sayso syntax 2\n"

// Save is the model as a file.
func (m *Model) Save() []byte {
	var w learn.Writer
	w.Text(magic)
	w.Names(m.Tags)
	w.Names(m.Labels)
	w.Int(m.rows)
	w.Int(m.sparseRows)
	w.Int(int(m.unit))
	for _, d := range m.conv {
		w.Dense(d)
	}
	w.Dense(m.tag)
	w.Dense(m.pre)
	w.Ints(m.edge)
	w.Ints(m.hidB)
	w.Ints(m.out)
	w.Ints(m.outB)
	w.Ints(m.sparse)
	w.Ints(m.emb)
	return w.Bytes()
}

// Load reads a saved model. The table of word features is not copied: it stays where data lies.
func Load(data string) (*Model, error) {
	r := learn.Reader{Data: data}
	if r.Text(len(magic)) != magic {
		return nil, learn.ErrFormat
	}
	m := &Model{Tags: r.Names(), Labels: r.Names(), rows: r.Int(), sparseRows: r.Int()}
	m.unit = int32(r.Int())
	for l := range m.conv {
		m.conv[l] = r.Dense()
	}
	m.tag, m.pre = r.Dense(), r.Dense()
	k := 1 + 2*len(m.Labels)
	m.edge, m.hidB = r.Int16s(2*places*hidden), r.Int16s(hidden)
	m.out, m.outB = r.Int16s(k*hidden), r.Int32s(k)
	m.sparse = r.Int16s(m.sparseRows * hidden)
	if m.emb = r.Int8s(m.rows * width); r.Bad || r.Data != "" || !m.fits() {
		return nil, learn.ErrFormat
	}
	return m, nil
}

// fits reports whether the layers have the measures that this program works with.
func (m *Model) fits() bool {
	for _, d := range m.conv {
		if d.In != 3*width || d.Out != width {
			return false
		}
	}
	return m.tag.In == width && m.tag.Out == tagWidth(len(m.Tags)) && m.pre.In == width && m.pre.Out == places*hidden && m.unit > 0 && m.rows > 0 && m.sparseRows > 0
}
