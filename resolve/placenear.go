package resolve

import (
	"math"

	"sayso/parse"
	"sayso/read"
)

// climb is the path from token i to the head of its clause, at most len(path) long. It stops below a
// clause that is the content of a verb of saying, so that "said in Geneva" places the saying only.
func (w *work) climb(i int32, path []int32) []int32 {
	d := w.m.Doc
	path = append(path[:0], i)
	for len(path) < cap(path) {
		t := &d.Tokens[i]
		if t.Head < 0 || t.Label == parse.Ccomp || t.Label == parse.Parataxis || t.Label == parse.Dep && t.UPOS == parse.VERB {
			break
		}
		i = t.Head
		path = append(path, i)
	}
	return path
}

// far is the cost of what is not in the same clause.
const far = math.MaxInt32

// apart is how far mention token m is from token at[0] by the tree: steps up from it count twice, steps
// down to m once, since what hangs on a word says more of it than what hangs on its head. A clause
// that only describes a noun tells of that noun: in "ordered the group, now stationed in Europe, to
// move" Europe is not where the order was given.
func (w *work) apart(at []int32, m int32) int {
	var buf [12]int32
	aside := 0
	for down, x := range w.climb(m, buf[:0]) {
		for up, y := range at {
			if x == y {
				return 2*up + down + aside
			}
		}
		if t := &w.m.Doc.Tokens[x]; (t.Label == parse.ACL || t.Label == parse.ACLRelcl) && t.Head != at[0] {
			aside += 6
		}
	}
	return far
}

// placeAt is where the event at token is: the place of the same clause that is nearest by the tree, or
// nil. Places where something is come before those that something is done to; those that only stand
// for a government or qualify a noun are taken where they belong to the token itself ("the Kyiv attack").
func (w *work) placeAt(token int32) *Place {
	var buf [12]int32
	at := w.climb(token, buf[:0])
	best, cost := -1, far
	s := w.m.Doc.Sentences[w.m.Doc.Tokens[token].Sentence]
	for i := w.firstPlace(s.First); i < len(w.m.Places) && w.m.Places[i].First < s.End; i++ {
		p := &w.m.Places[i]
		c := w.apart(at, p.Head)
		if p.First < w.m.Doc.Body(&s) {
			continue // where the report was filed
		}
		if p.Relation != "" && p.Whole.Start <= int(w.m.Doc.Tokens[token].End)+1 && p.Whole.Start >= int(w.m.Doc.Tokens[token].End) {
			c = 0 // right after it: "to move to the Caribbean"
		}
		if c == far {
			continue
		}
		switch {
		case p.Role == read.Location:
		case p.Role == read.Target && c <= 4:
			c++
		case p.Role == read.Modifier && p.Rule == "compound" && c == 1:
			c += 3
		default:
			continue
		}
		if c < cost {
			best, cost = i, c
		}
	}
	if best < 0 {
		return nil
	}
	return &w.r.Places[best]
}

// firstPlace is the index of the first place at or after token i.
func (w *work) firstPlace(i int32) int {
	lo, hi := 0, len(w.m.Places)
	for lo < hi {
		if m := (lo + hi) / 2; w.m.Places[m].First < i {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}
