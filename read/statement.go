package read

import (
	"sayso/article"
	"sayso/parse"
)

// statements finds every attribution: the words that can head a cue are judged one by one, then the
// source and the content of each cue are marked in the window around it.
func statements(d *parse.Doc) []Statement {
	f := &finder{reader: newReader(d), model: loadStatements()}
	f.window.w = f.reader
	for i := range d.Sentences {
		f.sentence(&d.Sentences[i])
	}
	nest(f.out)
	return f.out
}

// A finder holds what the search for statements in one article needs.
type finder struct {
	*reader
	model    *statementModel
	window   window
	features []uint32
	out      []Statement
}

func (f *finder) sentence(s *parse.Sentence) {
	lastEnd := 0
	for i := s.First; i < s.End; i++ {
		if !f.candidate(i) || int(f.d.Tokens[i].Start) < lastEnd {
			continue
		}
		f.features = f.cueFeatures(f.features[:0], s, i)
		var score [1]int32
		f.model.cue.Add(score[:], f.features)
		if score[0] <= f.model.threshold {
			continue
		}
		if st, ok := f.statement(s, i); ok {
			st.Form, st.Stance, st.Hedged, st.Earlier = f.printed(&st), f.stance(&st), f.hedged(&st), f.earlier(&st)
			f.links(&st, s)
			f.out = append(f.out, st)
			lastEnd = st.Cue[0].End
		}
	}
}

// statement marks the roles around the cue headed by token head; ok is false where nothing is said.
func (f *finder) statement(s *parse.Sentence, head int32) (st Statement, ok bool) {
	v := &f.window
	v.open(s, head)
	roles := v.roles(&f.model.roles)
	st = Statement{Form: Indirect, Stance: Asserts, Inside: -1, CueHead: head, SrcHead: -1, How: "model"}
	for k := 0; k < len(roles); {
		j := k + 1
		for j < len(roles) && roles[j] == roles[k] && v.joined(j) {
			j++
		}
		span := f.d.Range(v.items[k].first, v.items[j-1].end)
		switch roles[k] {
		case roleSource:
			if len(st.Source) == 0 || k < v.at && j == v.at {
				st.Source = append(st.Source[:0], span)
				st.SrcHead = f.top(v.items[k].first, v.items[j-1].end)
			}
		case roleCue:
			st.Cue = []article.Span{span}
		case roleContent:
			st.Content = append(st.Content, span)
		}
		k = j
	}
	return st, len(st.Content) > 0
}

// joined says whether item k continues the item before it: it stands in the same sentence, or in the same quotation.
func (v *window) joined(k int) bool {
	a, b := v.items[k-1], v.items[k]
	return a.block == noBlock && b.block == noBlock || a.block == prevOpen || b.block == nextOpen
}

// top is the token of [first, end) whose head lies outside.
func (w *reader) top(first, end int32) int32 {
	for i := first; i < end; i++ {
		if h := w.d.Tokens[i].Head; h < first || h >= end {
			return i
		}
	}
	return first
}
