package read

import (
	"sayso/article"
	"sayso/parse"
)

// What the press is said to have reported is the outlet's, whoever speaks of it.

// pointedAt gives what stands behind "pointing to a Coast Times report that …" to that report: whoever points to it does not say it.
func (f *finder) pointedAt(s *Statement, sentence *parse.Sentence) {
	i := f.d.TokenAt(s.Cue[0].Start)
	if lemma := f.d.Tokens[i].Lemma; !pointings[lemma] || f.lower(i+1) != "to" || f.quote[i] >= 0 {
		return
	}
	noun := int32(-1)
	for t := i + 2; t+1 < sentence.End && t < i+14; t++ {
		switch word := f.lower(t); {
		case word == "report" || word == "story" || word == "article":
			noun = t
		case word == "that" && noun >= 0:
			if who := f.d.Range(i+2, t); f.outletIn(i+2, t) {
				end := max(s.Content[len(s.Content)-1].End, int(f.d.Tokens[t].End))
				s.Source, s.SrcHead = []article.Span{who}, noun
				s.Cue, s.Content = []article.Span{f.d.Range(i, i+2)}, []article.Span{{Start: int(f.d.Tokens[t].Start), End: end}}
			}
			return
		case word == "," || word == ";":
			return
		}
	}
}

var pointings = set("point refer respond react allude")

// talksTo says whether all that is said is to whom: "the firm has been talking to potential buyers".
func (f *finder) talksTo(s *Statement) bool {
	h := s.CueHead
	if l := f.d.Tokens[h].Lemma; l != "talk" && l != "speak" || s.Content[0].Start < int(f.d.Tokens[h].End) || s.Form != Indirect {
		return false
	}
	i := f.d.TokenAt(s.Content[0].Start)
	with := func(t int32) bool { return f.lower(t) == "to" || f.lower(t) == "with" }
	if !(i == h+1 && with(i)) && !(i == h+2 && with(h+1)) {
		return false
	}
	for end := f.d.TokenAt(s.Content[0].End - 1); i <= end; i++ {
		if f.lower(i) == "about" || f.isOutletName(i) {
			return false // "spoke to the Ledger about the season"
		}
	}
	return true
}

// saidToBe takes the source from what a thing is only said to be: in "a price said to be over $10 billion" no price says so.
func (f *finder) saidToBe(s *Statement) {
	i := s.CueHead
	t := &f.d.Tokens[i]
	if len(s.Source) != 1 || f.lower(i) != "said" || int(i)+2 >= len(f.d.Tokens) || f.lower(i+1) != "to" || f.lower(i+2) != "be" && f.lower(i+2) != "have" || s.Source[0].End >= int(t.Start) || s.Content[0].Start < int(t.End) {
		return
	}
	s.Content = append([]article.Span{s.Source[0]}, s.Content...)
	s.Source, s.SrcHead = nil, -1
}

// wholeOutlet ends a source where the outlet's name ends that it ends within: "USA Today".
func (f *finder) wholeOutlet(s *Statement) {
	if len(s.Source) != 1 {
		return
	}
	src := &s.Source[0]
	for t := f.d.TokenAt(src.End-1) + 1; int(t) < len(f.d.Tokens) && f.name[t] == f.name[t-1] && f.isOutletName(t) && f.isOutletName(t-1); t++ {
		if int(f.d.Tokens[t].Start) >= s.Cue[0].Start && src.Start < s.Cue[0].Start {
			if t >= s.CueHead {
				return
			}
			s.Cue[0].Start = int(f.d.At(t + 1).Start)
		}
		src.End = int(f.d.Tokens[t].End)
	}
}
