package read

import (
	"slices"

	"sayso/article"
	"sayso/parse"
)

// reportsWhole gives a sentence that closes with the outlet that reports it to that outlet, where the words for that were taken for what somebody in the
// sentence says: "Three partners have told friends they have resigned, the Courier reported late on Friday, citing people who …".
func (f *finder) reportsWhole(s *Statement, sentence *parse.Sentence) {
	if len(s.Content) != 1 || len(s.Cue) == 0 {
		return
	}
	first, end := f.d.TokenAt(s.Content[0].Start), f.d.TokenAt(s.Content[0].End-1)+1
	if end+2 < sentence.End && f.lower(end) == "," { // or left out of it
		if t := f.outletReports(end+1, sentence.End); t >= 0 && !slices.ContainsFunc(f.out, func(o Statement) bool { return o.CueHead == t }) {
			first, end = end+1, sentence.End
		}
	}
	body := f.d.Body(sentence)
	if first <= body+2 || first >= sentence.End || f.lower(first-1) != "," {
		return
	}
	t := f.outletReports(first, end)
	if t < 0 || f.d.TokenAt(s.Cue[0].Start) >= first {
		return
	}
	if !f.closesWithTime(t+1, sentence) && !f.citesNext(t+1, sentence) {
		return
	}
	if !f.unbroken(t+1, min(end, t+4)) {
		return
	}
	s.Source, s.SrcHead = []article.Span{f.d.Range(first, t)}, t-1
	s.Cue, s.CueHead = []article.Span{f.d.Range(t, t+1)}, t
	s.Content = []article.Span{f.d.Range(body, first-1)}
}

// outletReports is the token of "reported" behind a name that opens the tokens [from, to), or -1.
func (f *finder) outletReports(from, to int32) int32 {
	t := from
	if f.d.Tokens[t].UPOS == parse.DET {
		t++
	}
	name := t
	for t < to && f.d.Tokens[t].UPOS == parse.PROPN {
		t++
	}
	if t == name || t >= to || f.lower(t) != "reported" {
		return -1
	}
	return t
}
