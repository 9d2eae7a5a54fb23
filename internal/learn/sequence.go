package learn

import "math"

// A Sequence is a finished labeller of sequences: a Net that scores the labels of each position and
// a score for each label after each other one. Its labels are the net's classes.
type Sequence struct {
	Net   *Net
	first []int32 // score of opening a sequence with a label
	trans []int32 // score of label k after label j at j*len(Classes)+k
}

// viterbi is the working memory of a search for the best path.
type viterbi struct {
	score, next []int32
	back        []uint8
	path        []uint8
}

// forbidden is a score below all others that still leaves room to add.
const forbidden = -1 << 29

// Label is the best sequence of labels for the positions whose features are given (at most 256 labels).
// The slice stands until s is used again.
func (q *Sequence) Label(features [][]uint32, s *Scratch) []uint8 {
	k, p := len(q.Net.Classes), &s.path
	p.score = append(p.score[:0], q.first...)
	p.next = append(p.next[:0], q.first...)
	p.back, p.path = p.back[:0], p.path[:0]
	for i, f := range features {
		e := q.Net.Scores(f, s)
		if i > 0 {
			q.step(p)
		}
		for j := range p.score {
			p.score[j] = max(p.score[j]+e[j], forbidden)
		}
		lower(p.score)
	}
	if len(features) == 0 {
		return nil
	}
	at := uint8(best(p.score))
	for i := len(features) - 1; i >= 0; i-- {
		p.path = append(p.path, at)
		if i > 0 {
			at = p.back[(i-1)*k+int(at)]
		}
	}
	for i, j := 0, len(p.path)-1; i < j; i, j = i+1, j-1 {
		p.path[i], p.path[j] = p.path[j], p.path[i]
	}
	return p.path
}

// step moves p one position on: the best way into each label.
func (q *Sequence) step(p *viterbi) {
	k := len(p.score)
	for to := range k {
		top, from := int32(math.MinInt32), 0
		for j, v := range p.score {
			if v += q.trans[j*k+to]; v > top {
				top, from = v, j
			}
		}
		p.next[to] = top
		p.back = append(p.back, uint8(from))
	}
	p.score, p.next = p.next, p.score
}

// lower takes the best score off all, so that sums stay small however long the sequence.
func lower(v []int32) {
	top := v[best(v)]
	for i := range v {
		v[i] -= top
	}
}

// Save is the model as a file.
func (q *Sequence) Save() []byte {
	var w Writer
	w.Ints(q.first)
	w.Ints(q.trans)
	return append(q.Net.Save(), w.Bytes()...)
}

// LoadSequence reads a saved sequence labeller. The table is not copied.
func LoadSequence(data string) (*Sequence, error) {
	n, rest, err := load(data)
	if err != nil {
		return nil, err
	}
	k, r := len(n.Classes), Reader{Data: rest}
	q := &Sequence{Net: n, first: r.Int32s(k), trans: r.Int32s(k * k)}
	if r.Bad || r.Data != "" || k > 256 {
		return nil, ErrFormat
	}
	return q, nil
}
