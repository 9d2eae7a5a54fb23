package read

import (
	"slices"

	"sayso/article"
	"sayso/parse"
)

// withoutTellers takes out of each content a piece that is no more than another statement's source and cue, in whose content the rest stands: in "the
// yard lost weeks, according to two clerks, the Post reported" the clerks do not say that the Post reported.
func (f *finder) withoutTellers() {
	for k := range f.out {
		s := &f.out[k]
		if len(s.Content) < 2 {
			continue
		}
		s.Content = slices.DeleteFunc(s.Content, func(piece article.Span) bool {
			for j := max(0, k-3); j < min(len(f.out), k+4); j++ {
				o := &f.out[j]
				if j != k && len(o.Source) == 1 && len(o.Cue) == 1 && piece.Contains(o.Source[0]) && piece.Contains(o.Cue[0]) && piece.Len() <= o.Source[0].Len()+o.Cue[0].Len()+2 && inside(o.Content, s.Content[0].Start) {
					return true
				}
			}
			return false
		})
	}
}

// ledCiting takes whom a source cites out of the content that opens with it: "according to the Post, citing two clerks, the yard lost weeks".
func (f *finder) ledCiting(s *Statement, sentence *parse.Sentence) {
	if len(s.Content) == 0 {
		return
	}
	i := f.d.TokenAt(s.Content[0].Start)
	if f.lower(i) != "citing" {
		return
	}
	who := f.citedAt(i+1, sentence.End)
	if who == nil {
		return
	}
	comma := f.d.TokenAt(who[0].End-1) + 1
	for comma < sentence.End && f.lower(comma) != "," {
		comma++
	}
	if comma+1 < sentence.End && int(f.d.At(comma+1).Start) < s.Content[0].End {
		s.Citing, s.Content[0].Start = who, int(f.d.At(comma+1).Start)
	}
}
