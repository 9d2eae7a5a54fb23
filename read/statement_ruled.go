package read

import (
	"sayso/article"
	"sayso/parse"
)

// ruledOutHow is how a statement came about by which somebody rules a thing out.
const ruledOutHow = "ruled out"

// ruledOut is what somebody rules out: "Police have ruled out arson", "It ruled out a recall." What has not been ruled out is none.
func (f *finder) ruledOut(s *parse.Sentence) (st Statement, ok bool) {
	first, end := f.body(s)
	for i := first + 1; i+2 < end; i++ {
		t := &f.d.Tokens[i]
		if t.Lemma != "rule" || f.lower(i+1) != "out" || f.quote[i] >= 0 || f.negated(i) || t.XPOS == parse.XVB || t.XPOS == parse.XVBG {
			continue
		}
		left := i
		for left > first && (f.d.At(left-1).UPOS == parse.AUX || f.d.At(left-1).UPOS == parse.ADV) {
			left--
		}
		subject := f.d.Child(i, parse.Nsubj)
		if subject < first || subject >= left || f.right[subject] != left || !f.speaker(f.left[subject], left) || t.XPOS == parse.XVBN && (left == i || !hasHave(f, left, i)) {
			continue
		}
		to := f.ruledEnd(i+2, end)
		if to <= i+2 || f.d.Tokens[i+2].UPOS == parse.ADP {
			continue
		}
		return Statement{Source: []article.Span{f.d.Range(f.left[subject], left)}, Cue: []article.Span{f.d.Range(left, i+2)}, Content: []article.Span{f.d.Range(i+2, to)},
			CueHead: i, SrcHead: subject, Inside: -1, How: ruledOutHow}, true
	}
	return st, false
}

// hasHave says whether a form of "have" stands among the auxiliaries [left, i), so that a participle is no passive.
func hasHave(f *finder, left, i int32) bool {
	for k := left; k < i; k++ {
		switch f.lower(k) {
		case "has", "have", "had", "'ve", "’ve":
			return true
		}
	}
	return false
}

// ruledEnd is where what is ruled out from token i ends: before a mark, or a conjunction that goes on with another clause.
func (f *finder) ruledEnd(i, end int32) int32 {
	for k := i; k < end; k++ {
		switch f.lower(k) {
		case ",", ";", ":", "but", "although", "though", "while", "because", "saying", "when", "after":
			return k
		case "and":
			if f.finite(k+1, min(end, k+6)) {
				return k
			}
		}
	}
	return end
}

// reckons is what people are said to reckon, without "that": "Locals reckon the plant will never reopen."
func (f *finder) reckons(s *parse.Sentence) (st Statement, ok bool) {
	first, end := f.body(s)
	for i := first + 1; i+3 < end && i < first+12; i++ {
		if w := f.lower(i); w != "reckon" && w != "reckons" && w != "reckoned" || f.quote[i] >= 0 || !f.finite(i+1, end) || f.d.Tokens[i+1].UPOS == parse.ADP {
			continue // the verb, also where it was taken for a noun
		}
		if !f.speaker(first, i) || f.finite(first, i) {
			return st, false
		}
		return Statement{Source: []article.Span{f.d.Range(first, i)}, Cue: []article.Span{f.d.Span(i)}, Content: []article.Span{f.d.Range(i+1, end)},
			CueHead: i, SrcHead: f.top(first, i), Inside: -1, How: "reckons"}, true
	}
	return st, false
}
