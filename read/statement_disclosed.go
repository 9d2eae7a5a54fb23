package read

import (
	"sayso/article"
	"sayso/parse"
)

// disclosed is what an outlet says that it has learned or can reveal, behind a comma wherever its sentence goes on: "The line is to be sold, the Coast
// Post has learned, hours after a strike began."
func (f *finder) disclosed(s *parse.Sentence) (st Statement, ok bool) {
	first, end := f.body(s)
	for i := end - 1; i > first+5; i-- {
		if i+1 < end && f.lower(i+1) != "," || f.quote[i] >= 0 {
			continue
		}
		left := f.disclosing(i)
		if left < 0 {
			continue
		}
		from := left - 1
		for from > first && left-from < 8 && f.lower(from) != "," {
			from--
		}
		if from <= first || f.lower(from) != "," || from+1 == left || !f.outletIn(from+1, left) || !f.speaker(from+1, left) {
			continue
		}
		main := f.mainFrom(first, from)
		if main < 0 {
			continue
		}
		return Statement{Source: []article.Span{f.d.Range(from+1, left)}, Cue: []article.Span{f.d.Range(left, i+1)}, Content: []article.Span{f.d.Range(main, from)},
			CueHead: i, SrcHead: f.top(from+1, left), Inside: -1, How: "closing"}, true
	}
	return st, false
}

// disclosing is the first token of the verb group of learning or telling that ends at token i, "has exclusively learned", "can reveal", "understands", or -1.
func (f *finder) disclosing(i int32) int32 {
	left := i
	for left > 0 && f.d.At(left-1).UPOS == parse.ADV {
		left--
	}
	aux := f.lower(left - 1)
	switch f.lower(i) {
	case "understands":
		return left
	case "learned", "learnt", "established":
		if aux == "has" || aux == "have" {
			return left - 1
		}
	case "reveal", "disclose", "report", "confirm":
		if aux == "can" {
			return left - 1
		}
	}
	return -1
}
