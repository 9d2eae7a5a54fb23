package learn

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
	Clip(s.sum)
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
	var w Writer
	w.Text(netMagic)
	w.Int(int(n.rows))
	w.Int(n.hidden)
	w.Int(len(n.Classes))
	w.Int(int(n.Unit))
	w.Names(n.Classes)
	w.Ints(n.bias)
	w.Ints(n.outB)
	w.Ints(n.outW)
	w.Ints(n.table)
	return w.Bytes()
}

// Load reads a saved net. The table is not copied: it stays where data lies.
func Load(data string) (*Net, error) {
	n, rest, err := load(data)
	if err == nil && rest != "" {
		err = ErrFormat
	}
	return n, err
}

func load(data string) (n *Net, rest string, err error) {
	r := Reader{Data: data}
	if r.Text(len(netMagic)) != netMagic {
		return nil, "", ErrFormat
	}
	n = &Net{rows: uint32(r.Int()), hidden: r.Int()}
	classes := r.Int()
	n.Unit = int32(r.Int())
	if n.Classes = r.Names(); len(n.Classes) != classes || n.hidden < 0 || n.hidden > 1<<16 {
		return nil, "", ErrFormat
	}
	n.bias = r.Int16s(n.hidden)
	n.outB = r.Int32s(len(n.Classes))
	n.outW = r.Int16s(len(n.Classes) * n.hidden)
	if n.table = r.Int8s(int(n.rows) * n.hidden); r.Bad || n.table == nil {
		return nil, "", ErrFormat
	}
	return n, r.Data, nil
}
