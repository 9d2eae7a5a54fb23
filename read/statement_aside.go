package read

import (
	"slices"

	"sayso/article"
	"sayso/parse"
)

// What a relative clause between commas says that somebody said before the sentence goes on with what he says now.

// asideSays parts "Vale Lines, which had said on Monday the ferry was sound, said it had found cracks" into its two statements, where the labelling
// left one out or took both for one.
func (f *finder) asideSays() {
	for k := range f.d.Sentences {
		s := &f.d.Sentences[k]
		for i := s.First + 1; i+4 < s.End; i++ {
			if f.lower(i) != "," || f.lower(i+1) != "which" && f.lower(i+1) != "who" || f.quote[i] >= 0 {
				continue
			}
			inner := f.sayingFrom(i+2, i+6)
			if inner < 0 {
				continue
			}
			comma := f.asideEnd(inner+1, s.End)
			if comma < 0 {
				continue
			}
			outer := f.sayingFrom(comma+1, comma+5)
			if outer < 0 {
				continue
			}
			f.asideOf(s, i, inner, comma, outer)
		}
	}
}

// sayingFrom is the first verb of saying among tokens [i, end) with nothing but auxiliaries and adverbs before it, or -1.
func (f *finder) sayingFrom(i, end int32) int32 {
	for ; i < min(end, int32(len(f.d.Tokens))); i++ {
		t := &f.d.Tokens[i]
		switch {
		case f.cue[i].kind == sayCue && t.UPOS == parse.VERB && f.quote[i] < 0 && t.XPOS != parse.XVBG && !slices.Contains(beVerbs, f.lower(i-1)):
			return i
		case t.UPOS != parse.AUX && t.UPOS != parse.ADV:
			return -1
		}
	}
	return -1
}

// asideOf puts in the statements of the verbs at inner and outer where those found are none or not these: i is the comma before the pronoun, comma the one
// behind the aside.
func (f *finder) asideOf(s *parse.Sentence, i, inner, comma, outer int32) {
	_, end := f.body(s)
	if from := f.behindWhen(inner, comma); from+1 < comma && f.says(from, comma) {
		at := f.headed(inner)
		if at < 0 || len(f.out[at].Content) != 1 || f.out[at].Content[0].Start < int(f.d.At(inner).End) || f.out[at].Content[0].End > int(f.d.At(comma).End) {
			f.replace(Statement{Source: []article.Span{f.d.Span(i + 1)}, Cue: []article.Span{f.d.Range(i+2, inner+1)}, Content: []article.Span{f.d.Range(from, comma)},
				CueHead: inner, SrcHead: i + 1, Inside: -1, How: "aside"})
		}
	}
	first := f.d.Body(s)
	for k := i - 1; k > first && k > i-16; k-- {
		if u := f.d.At(k - 1).UPOS; u != parse.DET && u != parse.ADJ && u != parse.NOUN && u != parse.PROPN && u != parse.NUM && u != parse.ADP && u != parse.PART {
			first = k
			break
		}
	}
	at := f.headed(outer)
	if at >= 0 && len(f.out[at].Source) > 0 && f.out[at].Content[0].Start > int(f.d.At(outer).Start) || !f.speaker(first, i) {
		return
	}
	if from := f.behindWhen(outer, end); from+1 < end && f.says(from, end) {
		f.replace(Statement{Source: []article.Span{f.d.Range(first, i)}, Cue: []article.Span{f.d.Range(comma+1, outer+1)}, Content: []article.Span{f.d.Range(from, end)},
			CueHead: outer, SrcHead: f.top(first, i), Inside: -1, How: "aside"})
	}
}

// says reports whether tokens [first, end) are a clause that may be said: not "for Bell when he ran", behind "volunteered".
func (f *finder) says(first, end int32) bool {
	return f.d.Tokens[first].UPOS != parse.ADP && f.finite(first, end)
}

// behindWhen is the first token of what a verb at i says, behind words for when it was said.
func (f *finder) behindWhen(i, end int32) int32 {
	from := i + 1
	if f.lower(from) == "last" && from+2 < end {
		from += 2 // "said last week the ferry was sound"
	}
	for n := 0; n < 5 && from+1 < end && (f.when(from) || f.lower(from) == "previously"); n++ {
		from++
	}
	return from
}

// accusedOf adds the accusations that no model found, for want of a subject near them: "its leader, Ida Orr, who has accused Bell of buying votes".
func (f *finder) accusedOf() {
	for k := range f.d.Sentences {
		s := &f.d.Sentences[k]
		for i := s.First + 2; i+3 < s.End; i++ {
			if f.d.Tokens[i].Lemma != "accuse" || f.d.Tokens[i].UPOS != parse.VERB || f.quote[i] >= 0 || f.negated(i) || silentAt(f.silent, int(f.d.Tokens[i].Start)) {
				continue
			}
			cue := i
			for cue > s.First && (f.d.At(cue-1).UPOS == parse.AUX || f.d.At(cue-1).UPOS == parse.ADV) {
				cue--
			}
			if f.lower(cue-1) != "who" && f.lower(cue-1) != "which" {
				continue
			}
			end, ok := f.accusationEnd(s, i)
			if !ok {
				continue
			}
			f.trimWho(cue - 1)
			if f.cued(i) {
				continue
			}
			f.insert(Statement{Source: []article.Span{f.d.Span(cue - 1)}, Cue: []article.Span{f.d.Range(cue, i+1)}, Content: []article.Span{f.d.Range(i+1, end)},
				CueHead: i, SrcHead: cue - 1, Inside: -1, How: "aside"})
		}
	}
}

// accusationEnd is the end of "Bell of buying votes" behind the verb at i: the next comma, or the main verb of its sentence, "women who have accused Bell of
// assault [said …]".
func (f *finder) accusationEnd(s *parse.Sentence, i int32) (end int32, ok bool) {
	_, end = f.body(s)
	if s.Root > i && s.Root < end {
		for end = s.Root; end > i+1 && (f.d.At(end-1).UPOS == parse.AUX || f.d.At(end-1).UPOS == parse.ADV); {
			end--
		}
	}
	of := int32(-1)
	for j := i + 1; j < end; j++ {
		if f.lower(j) == "," {
			end = j
			break
		}
		if of < 0 && f.lower(j) == "of" && j > i+1 {
			of = j
		}
	}
	return end, of >= 0 && of+1 < end
}

// trimWho ends the sources that run into the relative clause that opens at token i, behind its comma.
func (f *finder) trimWho(i int32) {
	for k := range f.out {
		s := &f.out[k]
		if len(s.Source) == 1 && s.Source[0].Contains(f.d.Span(i)) && f.lower(i-1) == "," && s.Source[0].Start < int(f.d.At(i-1).Start) {
			s.Source[0].End = int(f.d.At(i - 2).End)
		}
	}
}

// accordingToWhich gives "the accusations of the opposition, according to which he granted subsidies" to whoever's they are, and not to "which"; who
// rejects them rejects what they say.
func (f *finder) accordingToWhich(k int, sentence *parse.Sentence) {
	s := &f.out[k]
	if f.lower(s.CueHead) != "according" || len(s.Source) != 1 {
		return
	}
	which := f.d.TokenAt(s.Source[0].Start)
	if f.lower(which) == "to" {
		which++
	}
	if f.lower(which) != "which" {
		return
	}
	from := s.CueHead - 1
	if f.lower(from) != "," || from <= sentence.First {
		return
	}
	noun, of := from-1, int32(-1)
	for noun > sentence.First && noun > from-10 && !f.account(noun) && f.d.Tokens[noun].Lemma != "accusation" {
		if f.lower(noun) == "of" || f.lower(noun) == "by" || f.lower(noun) == "from" {
			of = noun + 1
		}
		noun--
	}
	_, end := f.body(sentence)
	behind := which + 1
	if behind+1 >= end {
		return
	}
	s.Content = []article.Span{f.d.Range(behind, end)}
	s.Source, s.SrcHead = nil, -1
	if f.account(noun) && of > noun && of < from {
		s.Source, s.SrcHead = []article.Span{f.d.Range(of, from)}, f.top(of, from)
	}
	for j := range f.out {
		if o := &f.out[j]; j != k && len(o.Content) > 0 && o.Content[len(o.Content)-1].End == int(f.d.At(from-1).End) && f.d.Tokens[o.CueHead].Sentence == f.d.Tokens[s.CueHead].Sentence {
			o.Content[len(o.Content)-1].End = int(f.d.At(end - 1).End)
		}
	}
}

// reportedAbout gives "The governor, Pavel Drost, reported about two victims" the governor for its source and the victims for what he reports, where the
// labelling took the phrase before his name for it.
func (f *finder) reportedAbout(s *Statement) {
	last := f.d.TokenAt(s.Cue[len(s.Cue)-1].End - 1)
	if len(s.Source) != 1 || len(s.Content) != 1 || len(s.Cue) != 1 || f.lower(s.CueHead+1) != "about" || last <= s.CueHead+1 || s.Content[0].End > s.Source[0].Start {
		return
	}
	first, end := f.d.TokenAt(s.Content[0].Start), f.d.TokenAt(s.Content[0].End-1)+1
	if f.lower(end) != "," || f.finite(first, end) || f.d.TokenAt(s.Source[0].Start) != end+1 {
		return
	}
	s.Source[0].Start = s.Content[0].Start
	s.Content[0] = f.d.Range(s.CueHead+2, last+1)
	s.Cue[0] = f.d.Range(f.d.TokenAt(s.Cue[0].Start), s.CueHead+2)
	if !slices.Contains([]string{",", "."}, f.lower(last)) {
		return
	}
	s.Content[0].End = int(f.d.At(last - 1).End)
}

// participleAlone leaves what somebody did out of the cue by which he says something besides: "Pimpel recalled 20,000 dolls on Monday, [saying] an eye could
// come loose".
func (f *finder) participleAlone(s *Statement) {
	i := f.d.TokenAt(s.Cue[len(s.Cue)-1].End - 1)
	if len(s.Cue) == 1 && i > 1 && f.d.Tokens[i].XPOS == parse.XVBG && f.cue[i].kind == sayCue && f.lower(i-1) == "," && i-f.d.TokenAt(s.Cue[0].Start) > 3 && f.quote[i] < 0 && f.headed(i) < 0 { // not "agreed, saying"
		s.Cue[0].Start, s.CueHead = int(f.d.Tokens[i].Start), i
	}
}

// saysThat is the statement of a sentence whose main verb says something behind "that", where no model found it: "His lawyer maintains that the payments were
// for services".
func (f *finder) saysThat(s *parse.Sentence) (st Statement, ok bool) {
	first, end := f.body(s)
	i := s.Root
	if i <= first || i+2 >= end || f.cue[i].kind != sayCue || f.d.Tokens[i].UPOS != parse.VERB || f.lower(i+1) != "that" || f.quote[i] >= 0 || f.negated(i) {
		return st, false
	}
	switch f.d.Tokens[i].XPOS {
	case parse.XVBD, parse.XVBZ, parse.XVBP:
	default:
		return st, false
	}
	subject := f.d.Child(i, parse.Nsubj)
	if subject < first || subject >= i || f.left[subject] < first || f.right[subject] != i || !f.speaker(f.left[subject], i) && f.d.Tokens[f.left[subject]].Label != parse.NmodPoss {
		return st, false
	}
	if f.d.Tokens[i+1].UPOS != parse.SCONJ || f.d.Tokens[subject].UPOS == parse.PRON && f.lower(subject) == "it" {
		return st, false
	}
	return Statement{Source: []article.Span{f.d.Range(f.left[subject], i)}, Cue: []article.Span{f.d.Span(i)}, Content: []article.Span{f.d.Range(i+1, f.quoteEnd(end))},
		CueHead: i, SrcHead: subject, Inside: -1, How: "says that"}, true
}
