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
	body := f.d.Body(sentence)
	comma, verb := f.outletCloses(body, sentence)
	if verb < 0 {
		return
	}
	at := int(f.d.Tokens[comma].Start)
	if s.CueHead == verb {
		if s.Content[0].Start < at {
			return
		}
	} else if last := s.Content[0].End; s.Cue[0].Start >= at || last < int(f.d.Tokens[comma-1].Start) || slices.ContainsFunc(f.out, func(o Statement) bool { return o.CueHead == verb }) {
		return
	}
	s.Source, s.SrcHead = []article.Span{f.d.Range(comma+1, verb)}, verb-1
	s.Cue, s.CueHead = []article.Span{f.d.Range(verb, verb+1)}, verb
	s.Content = []article.Span{f.d.Range(body, comma)}
}

// outletCloses is the comma and the "reported" of the outlet that closes a sentence behind its first words, but for a time and whom it cites; -1 without one.
func (f *finder) outletCloses(body int32, sentence *parse.Sentence) (comma, verb int32) {
	for t := body + 4; t+1 < sentence.End; t++ {
		if f.lower(t) != "reported" || !isCapital(f.d.Word(t-1)) {
			continue
		}
		name := t - 1
		for name > body && (isCapital(f.d.Word(name-1)) || f.lower(name-1) == "of" && name > body+1 && isCapital(f.d.Word(name-2))) {
			name--
		}
		if name == body {
			continue // capitals from the sentence's first word on
		}
		if f.d.Tokens[name-1].UPOS == parse.DET {
			name--
		}
		if name == 0 {
			continue
		}
		if f.lower(name-1) == "," && (f.closesWithTime(t+1, sentence) || f.citesNext(t+1, sentence)) && f.unbroken(name, t-1) {
			return name - 1, t
		}
	}
	return -1, -1
}
