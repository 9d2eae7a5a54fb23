package read

import (
	"strings"

	"sayso/article"
	"sayso/parse"
)

// What stands around a source and its cue in the middle or at the end of a sentence.

// saidThen gives a statement whose source and cue follow a comma and a clause, and are followed by no more than when or where it was said, all
// of that clause, where the labelling took a piece of it or the words behind: "The sides have agreed to a truce, the premier said following a
// meeting.", "Norland hit the port with drones, tank fire and bombs, a spokesman told reporters."
func (f *finder) saidThen(s *Statement, sentence *parse.Sentence) {
	if len(s.Source) != 1 || len(s.Cue) != 1 || f.cue[s.CueHead].kind != sayCue || f.quote[s.CueHead] >= 0 || f.d.Tokens[s.CueHead].XPOS != parse.XVBD || s.How == "transcript" {
		return
	}
	from, to := f.d.TokenAt(min(s.Source[0].Start, s.Cue[0].Start)), f.d.TokenAt(max(s.Source[0].End, s.Cue[0].End)-1)+1
	body := f.d.Body(sentence)
	if from < body+4 || f.lower(from-1) != "," || !f.tail(to, s, sentence) {
		return
	}
	clause, verb := f.d.Range(body, from-1), false
	for t := body; t < from-1; t++ {
		if f.quote[t] >= 0 || strings.ContainsAny(f.d.Word(t), "\"“”;:—–") {
			return
		}
		verb = verb || f.d.Tokens[t].XPOS == parse.XVBD || f.d.Tokens[t].XPOS == parse.XVBZ || f.d.Tokens[t].XPOS == parse.XVBP || f.d.Tokens[t].XPOS == parse.XMD
	}
	if x := f.d.Tokens[body]; !verb || x.UPOS == parse.SCONJ || x.UPOS == parse.CCONJ || x.XPOS == parse.XVBG || x.UPOS == parse.ADP {
		return
	}
	first, last := s.Content[0], s.Content[len(s.Content)-1]
	if last.End < s.Cue[0].Start && len(s.Content) == 1 && first.Start == clause.Start || first.Start >= s.Cue[0].Start || first.End <= clause.Start {
		s.Content = []article.Span{clause}
	}
}

// saidBetween gives a statement whose source and cue, and when it was said, stand between the subject and its verb both parts: "The strike,
// officials said on Monday, killed six people."
func (f *finder) saidBetween(s *Statement, sentence *parse.Sentence) {
	if len(s.Source) != 1 || len(s.Cue) != 1 || f.cue[s.CueHead].kind != sayCue || f.quote[s.CueHead] >= 0 || s.How == "transcript" {
		return
	}
	from, to := f.d.TokenAt(min(s.Source[0].Start, s.Cue[0].Start)), f.d.TokenAt(max(s.Source[0].End, s.Cue[0].End)-1)+1
	body := f.d.Body(sentence)
	if from < body+2 || f.lower(from-1) != "," {
		return
	}
	for first := to; to < sentence.End && f.lower(to) != ","; to++ {
		if w := f.d.Word(to); to-first > 3 || !isDay(w) && w != "on" && w != "late" && w != "early" && w != "today" && w != "yesterday" {
			return
		}
	}
	end := sentence.End
	if last := f.d.Word(end - 1); last == "." {
		end--
	}
	opened := f.d.At(body).UPOS == parse.ADP && s.Content[0].Start < s.Cue[0].Start && f.finite(to+1, end) // "By noon (1200 GMT), police said, nine had been held"
	if to+2 >= end || !opened && (f.d.At(to+1).UPOS != parse.VERB && f.d.At(to+1).UPOS != parse.AUX || f.d.At(to+1).XPOS == parse.XVBG) {
		return
	}
	for t := body; t < end; t++ {
		x := f.d.Tokens[t].XPOS
		finite := x == parse.XVBD || x == parse.XVBZ || x == parse.XVBP || x == parse.XMD
		if f.quote[t] >= 0 || f.d.Tokens[t].UPOS == parse.PUNCT && strings.ContainsAny(f.d.Word(t), "\"“”;:—–") || t < from-1 && finite || t > to && f.score[t] > rivalSure && f.cue[t].kind == sayCue {
			return
		}
	}
	s.Content = []article.Span{f.d.Range(body, from-1), f.d.Range(to+1, end)}
}

// tail says whether what follows a cue at token t says no more than to whom, when or where it was said.
func (f *finder) tail(t int32, s *Statement, sentence *parse.Sentence) bool {
	for first := t; t < sentence.End; t++ {
		k := &f.d.Tokens[t]
		switch w := f.lower(t); {
		case w == "." && t+1 == sentence.End:
		case k.UPOS == parse.PUNCT, k.UPOS == parse.SCONJ, k.UPOS == parse.AUX, w == "that", w == "whether", w == "it", t > first+12:
			return false
		case k.UPOS == parse.VERB && w != "following" && w != "hosted" && w != "held" && w != "speaking":
			return false
		case t == first && k.UPOS != parse.ADP && w != "following" && w != "reporters" && w != "journalists" && !f.isOutletName(t) && !isDay(f.d.Word(t)):
			return false
		}
	}
	return true
}

// isDay reports the name of a day of the week.
func isDay(w string) bool { return dayNames[strings.ToLower(w)] }

// closesWithTime says whether nothing but a time or a place stands from token t to the sentence's end: "the ministry said on Friday."
func (f *finder) closesWithTime(t int32, sentence *parse.Sentence) bool {
	for n := 0; t < sentence.End; t, n = t+1, n+1 {
		switch f.d.Tokens[t].UPOS {
		case parse.PUNCT:
			if n > 0 && f.d.Word(t) != "." && t+1 < sentence.End {
				return false
			}
		case parse.ADP, parse.DET, parse.NOUN, parse.PROPN, parse.NUM, parse.ADJ:
			if n == 0 && f.d.Tokens[t].UPOS != parse.ADP && f.d.Tokens[t].UPOS != parse.PROPN || n > 6 {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// carryOn adds to a content that the cue interrupts the participle that goes on with it: "Three died, the
// ministry said, bringing the toll to 12."
func (f *finder) carryOn(s *Statement, sentence *parse.Sentence) {
	last := s.Content[len(s.Content)-1]
	end := s.Cue[len(s.Cue)-1].End
	if len(s.Source) > 0 {
		end = max(end, s.Source[len(s.Source)-1].End)
	}
	if last.End > s.Cue[0].Start || end <= last.End || f.quote[f.d.TokenAt(last.End-1)] >= 0 {
		return // behind a quotation stands what its speaker does: "“I love you,” he said, looking up"
	}
	i := f.d.TokenAt(end)
	if i+2 >= sentence.End || f.lower(i) != "," || f.d.At(i+1).XPOS != parse.XVBG || f.cue[i+1].kind == sayCue || f.cites(i+1, sentence) || f.lower(i+1) == "speaking" {
		return
	}
	stop := sentence.End
	for stop > i+2 && f.d.At(stop-1).UPOS == parse.PUNCT {
		stop--
	}
	for t := i + 1; t < stop; t++ {
		if f.d.Tokens[t].UPOS == parse.PUNCT && strings.ContainsAny(f.d.Word(t), "\"“”;") || f.score[t] > 0 {
			return // another statement, or a quotation, begins there
		}
	}
	s.Content = append(s.Content, article.Span{Start: int(f.d.At(i + 1).Start), End: int(f.d.At(stop - 1).End)})
}
