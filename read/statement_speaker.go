package read

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/parse"
)

// Who speaks in forms that the labelling of one cue mistakes.

// openCiting parts what opens with "According to the Post, citing two officials, …" into the Post, whom it cites and what is said.
func (f *finder) openCiting(s *Statement, sentence *parse.Sentence) {
	if f.lower(s.CueHead) != "according" || len(s.Source) != 1 || s.Source[0].Start < s.Cue[0].Start || f.quote[s.CueHead] >= 0 {
		return
	}
	first := f.d.TokenAt(s.Source[0].Start)
	_, end := f.body(sentence)
	for i := first + 1; i+4 < end && i < first+12; i++ {
		if f.lower(i) != "," {
			continue
		}
		if !f.cites(i+1, sentence) {
			return
		}
		close := f.comma(i+2, end, false)
		for t := i + 2; t < min(end, i+24) && close <= i+2; t++ { // "citing five people who saw the files, …"
			if f.lower(t) == "," {
				close = t
			}
		}
		if close <= i+2 || close+2 >= end || !f.finite(close+1, end) || f.d.TokenAt(s.Cue[0].Start) > first {
			return
		}
		s.Source, s.SrcHead = []article.Span{f.d.Range(first, i)}, f.top(first, i)
		s.Content = []article.Span{f.d.Range(close+1, f.quoteEnd(end))}
		return
	}
}

// swapSaid gives what stands before ", says" and a name or a phrase for somebody that closes the sentence to that one, where the labelling has it
// say the name: "A total of 384 passengers safe, says ferry line".
func (f *finder) swapSaid(s *Statement, sentence *parse.Sentence) {
	if len(s.Source) != 1 || len(s.Content) != 1 || f.cue[s.CueHead].kind != sayCue || f.quote[s.CueHead] >= 0 || s.How == "transcript" {
		return
	}
	x := f.d.Tokens[s.CueHead].XPOS
	first, end := f.d.TokenAt(s.Content[0].Start), f.d.TokenAt(s.Content[0].End-1)+1
	_, stop := f.body(sentence)
	if x != parse.XVBD && x != parse.XVBZ || first != s.CueHead+1 || end < stop || f.lower(s.CueHead-1) != "," || end-first > 8 || !f.bare(s) || s.Source[0].Start != int(f.d.At(f.d.Body(sentence)).Start) {
		return
	}
	from := f.d.TokenAt(s.Source[0].Start)
	if f.name[from] == nameNumber(parse.Person) || s.CueHead-1-from < 3 || f.d.Tokens[from].UPOS == parse.PRON || f.roleAt(from, s.CueHead-1) && !f.line(sentence) {
		return
	}
	for i := first; i < end; i++ {
		if u := f.d.Tokens[i].UPOS; u == parse.PUNCT && f.lower(i) != "," && f.lower(i) != "-" || u == parse.PRON {
			return
		}
		if t := &f.d.Tokens[i]; t.Head == s.CueHead && t.Label == parse.Ccomp && t.UPOS == parse.VERB && f.d.Child(i, parse.Nsubj) >= 0 {
			return // "Gen. Max Orr, a spokesman, said the shells struck four villages"
		}
	}
	if f.phrase(first, end) == nil && !f.line(sentence) && !(f.clause(from, s.CueHead-1) && f.d.Tokens[first].UPOS == parse.DET && end-first < 4) {
		return
	}
	s.Source, s.Content = s.Content, []article.Span{f.d.Range(from, s.CueHead-1)}
	s.SrcHead = f.top(first, end)
}

// insertedSaid gives what stands around ", said the mayor," to the mayor: "As many as 40 men, said the mayor, were lost."
func (f *finder) insertedSaid(s *Statement, sentence *parse.Sentence) {
	if f.cue[s.CueHead].kind != sayCue || f.d.Tokens[s.CueHead].XPOS != parse.XVBD || f.quote[s.CueHead] >= 0 || f.lower(s.CueHead-1) != "," {
		return
	}
	body, end := f.body(sentence)
	if len(s.Source) > 0 && (s.Source[0].Start != int(f.d.At(body).Start) || f.speaker(body, s.CueHead-1) || f.name[body] != 0) {
		return // "Tom Orr, the mayor, said"; but a plan does not say one of the two diplomats
	}
	end = f.quoteEnd(end)
	close := f.comma(s.CueHead+1, end, false)
	if close <= s.CueHead+1 || close+2 >= end || s.CueHead-1 <= body || f.phrase(s.CueHead+1, close) == nil || f.finite(body, s.CueHead) || !f.finite(close+1, end) {
		return
	}
	s.Source, s.SrcHead = []article.Span{f.d.Range(s.CueHead+1, close)}, f.top(s.CueHead+1, close)
	s.Cue = []article.Span{f.d.Span(s.CueHead)}
	s.Content = []article.Span{f.d.Range(body, s.CueHead-1), f.d.Range(close+1, end)}
}

// behindWhose takes the relative pronoun from a source: "the lighthouse, whose keeper Ruut Halm said he had seen it".
func (f *finder) behindWhose(s *Statement) {
	if len(s.Source) != 1 || s.SrcHead < 0 {
		return
	}
	if first := f.d.TokenAt(s.Source[0].Start); f.lower(first) == "whose" && s.SrcHead > first {
		s.Source[0].Start = int(f.d.Tokens[first+1].Start)
	}
}

// betweenCommas gives what is said around ", an official said," to him where he was taken for an apposition, which a comma would close: "Ida Moss, a friend
// said, had left the town".
func (f *finder) betweenCommas(s *Statement) {
	if f.cue[s.CueHead].kind != sayCue || f.quote[s.CueHead] >= 0 || len(s.Source) != 1 || len(s.Content) != 1 || s.Source[0].End > s.Cue[0].Start {
		return
	}
	first, cue, rest := f.d.TokenAt(s.Source[0].Start), f.d.TokenAt(s.Cue[0].Start), f.d.TokenAt(s.Content[0].Start)
	comma := f.commaBefore(cue, first)
	if comma < 0 || cue != s.CueHead || f.d.TokenAt(s.Source[0].End-1)+1 != cue || f.lower(rest-1) != "," || rest < cue || !f.finite(rest, rest+1) {
		return
	}
	if t := &f.d.Tokens[comma+1]; t.UPOS != parse.DET && t.UPOS != parse.NUM && t.XPOS != parse.XPRPS || f.lower(comma+1) == "the" || f.finite(first, comma) || f.commaBefore(comma, first) >= 0 {
		return
	}
	s.Source, s.SrcHead = []article.Span{f.d.Range(comma+1, cue)}, f.top(comma+1, cue)
	s.Content = []article.Span{f.d.Range(first, comma), s.Content[0]}
}

// speakingAsides are participles of a remark on how somebody spoke that commas set between him and his verb.
var speakingAsides = set("speaking writing talking addressing appearing testifying")

// asideSpeaker gives a verb of saying behind "…, speaking on Vale Radio, " the phrase before the aside, and empties the statement that took the
// aside for its cue.
func (f *finder) asideSpeaker(k int, sentence *parse.Sentence) {
	s := &f.out[k]
	cue := f.d.TokenAt(s.Cue[0].Start)
	if f.quote[s.CueHead] >= 0 || f.cue[s.CueHead].kind != sayCue || f.lower(cue-1) != "," || s.Content[0].Start < s.Cue[0].Start {
		return
	}
	v := cue - 2
	for v > sentence.First && v > cue-14 && !(speakingAsides[f.lower(v)] && f.lower(v-1) == ",") {
		if f.lower(v) == "," || f.quote[v] >= 0 {
			return
		}
		v--
	}
	if !speakingAsides[f.lower(v)] || f.lower(v-1) != "," {
		return
	}
	first := v - 1
	for first > sentence.First && f.lower(first-1) != "," && f.d.At(first-1).UPOS != parse.VERB && f.d.At(first-1).UPOS != parse.SCONJ && f.quote[first-1] < 0 {
		first--
	}
	if !f.speaker(first, v-1) {
		return
	}
	s.Source, s.SrcHead = []article.Span{f.d.Range(first, v-1)}, f.top(first, v-1)
	if j := f.headed(v); j >= 0 {
		f.out[j].Content = f.out[j].Content[:0]
	}
}

// apposedSource gives back to who is cited behind "according to" the rest of the phrase that the labelling took for what is said: "according to
// Ida Orr, a nurse who was on board, and two others".
func (f *finder) apposedSource(s *Statement) {
	n := len(s.Content)
	if f.lower(s.CueHead) != "according" || len(s.Source) != 1 || n < 2 || s.Source[0].Start < s.Cue[0].Start {
		return
	}
	c := s.Content[n-1]
	first, end := f.d.TokenAt(c.Start), f.d.TokenAt(c.End-1)+1
	if c.Start < s.Source[0].End || f.d.TokenAt(s.Source[0].End-1)+2 != first || f.lower(first-1) != "," || f.mainVerb(first, end) || f.quote[first] >= 0 {
		return
	}
	if u := f.d.Tokens[first].UPOS; u == parse.DET || u == parse.CCONJ {
		s.Source[0].End, s.Content = c.End, s.Content[:n-1]
	}
}

// namedSource gives back to who is cited behind "according to" the name that follows its office, where the labelling took it for what is said: "according
// to the owner of the vessel, the company Orl Tank, the crew is safe".
func (f *finder) namedSource(s *Statement) {
	if f.lower(s.CueHead) != "according" || len(s.Source) != 1 || len(s.Content) != 1 || s.Source[0].Start < s.Cue[0].Start {
		return
	}
	c := &s.Content[0]
	first, end := f.d.TokenAt(c.Start), f.d.TokenAt(c.End-1)+1
	if c.Start < s.Source[0].End || f.d.TokenAt(s.Source[0].End-1)+2 != first || f.lower(first-1) != "," || f.quote[first] >= 0 || f.d.Tokens[f.d.TokenAt(s.Source[0].End-1)].UPOS == parse.PROPN {
		return
	}
	comma, name := first, false
	for comma < end && comma < first+8 && f.lower(comma) != "," {
		u := f.d.Tokens[comma].UPOS
		if u != parse.DET && u != parse.NOUN && u != parse.PROPN && u != parse.ADJ {
			return
		}
		name = name || u == parse.PROPN
		comma++
	}
	next := comma + 1
	for next < end && f.lower(next) != "," {
		next++
	}
	if !name || comma+2 >= end || f.lower(comma) != "," || f.lower(comma+1) == "who" || f.lower(comma+1) == "which" || !f.clause(comma+1, next) {
		return
	}
	subject := f.d.Child(f.top(comma+1, next), parse.Nsubj, parse.NsubjPass)
	if subject <= comma || subject >= next {
		return // "according to police, the driver, Bo Orr, fled"
	}
	s.Source[0].End, c.Start = int(f.d.At(comma-1).End), int(f.d.At(comma+1).Start)
}

// asReported ends whoever "As reported by the press service, the fire at the plant was put out" cites at the comma, where the labelling took the subject
// behind it too.
func (f *finder) asReported(s *Statement, sentence *parse.Sentence) {
	first, end := f.body(sentence)
	if f.lower(first) != "as" || s.CueHead != first+1 || f.lower(first+2) != "by" || len(s.Source) != 1 || s.Source[0].Start != int(f.d.At(first+3).Start) {
		return
	}
	last := f.d.TokenAt(s.Source[0].End - 1)
	for comma := first + 4; comma < last; comma++ {
		if f.lower(comma) == "," && f.clause(comma+1, end) && !slices.Contains(strings.Fields(strings.ToLower(f.d.Range(comma+1, last+1).Text(f.d.Text))), "and") {
			s.Source[0].End, s.Content = int(f.d.At(comma-1).End), []article.Span{f.d.Range(comma+1, f.quoteEnd(end))}
			return
		}
	}
}

// wholeOwner ends a source that ends in a possessive where the phrase before its cue does: "The head of the UK's counter terror police, Neil Orr, on
// Sunday said".
func (f *finder) wholeOwner(s *Statement, sentence *parse.Sentence) {
	if len(s.Source) != 1 || s.Source[0].End > s.Cue[0].Start || f.quote[s.CueHead] >= 0 || s.How == "transcript" {
		return
	}
	last, cue := f.d.TokenAt(s.Source[0].End-1), f.d.TokenAt(s.Cue[0].Start)
	if f.d.Tokens[last].XPOS != parse.XPOS_ || last+1 >= cue || cue > last+14 || last < sentence.First {
		return
	}
	end := cue
	for end > last+1 && (f.when(end-1) || f.lower(end-1) == ",") {
		end--
	}
	if end == last+1 || f.finite(last+1, end) || !f.unbroken(last+1, end) {
		return
	}
	s.Source[0].End = int(f.d.At(end - 1).End)
	s.SrcHead = f.top(f.d.TokenAt(s.Source[0].Start), end)
}

// noDay gives a statement whose source is a day who stands between the day and its verb: "This past Friday, the princess announced".
func (f *finder) noDay(s *Statement) {
	f.dropNight(s)
	if len(s.Source) != 1 || s.Source[0].End > s.Cue[0].Start || !isDay(f.d.Word(f.d.TokenAt(s.Source[0].End-1))) {
		return
	}
	switch f.lower(f.d.TokenAt(s.Source[0].Start)) {
	case "this", "last", "next", "late", "early":
	default:
		return
	}
	comma, cue := f.d.TokenAt(s.Source[0].End-1)+1, f.d.TokenAt(s.Cue[0].Start)
	s.Source, s.SrcHead = nil, -1
	if f.lower(comma) != "," || comma+1 >= cue || f.finite(comma+1, cue) {
		return
	}
	if u := f.d.Tokens[comma+1].UPOS; u != parse.DET && u != parse.PROPN && u != parse.NOUN && u != parse.PRON {
		return
	}
	for cue > comma+2 && f.lower(cue-1) == "," {
		cue--
	}
	s.Source, s.SrcHead = []article.Span{f.d.Range(comma+1, cue)}, f.top(comma+1, cue)
}

// dropNight ends a source before the time of day that stands between it and its verb: "the coast guard on Thursday night put the toll at 33".
func (f *finder) dropNight(s *Statement) {
	if len(s.Source) != 1 || s.Source[0].End > s.Cue[0].Start {
		return
	}
	first, end := f.d.TokenAt(s.Source[0].Start), f.d.TokenAt(s.Source[0].End-1)+1
	switch f.lower(end - 1) {
	case "morning", "afternoon", "evening", "night":
	default:
		return
	}
	if on := end - 3; on > first && isDay(f.d.Word(end-2)) && (f.lower(on) == "on" || f.lower(on) == "late" || f.lower(on) == "early") {
		s.Source[0] = f.d.Range(first, on)
		s.SrcHead = f.top(first, on)
	}
}

// dropCredit ends a content before the agency's credit in brackets that closes its line: "… has killed two people. (NP)".
func (f *finder) dropCredit(s *Statement) {
	c := &s.Content[len(s.Content)-1]
	text := c.Text(f.d.Text)
	if at := strings.LastIndex(text, ". ("); at > 0 && !strings.ContainsAny(text[at+3:], ".”\"") && len(text)-at < 60 {
		if end := f.d.Text[c.End:min(len(f.d.Text), c.End+2)]; strings.HasPrefix(end, ")") || strings.HasSuffix(text, ")") {
			c.End = c.Start + at
		}
	}
}

// butSays are the statements of clauses behind ", but" or ", and" with a subject of their own that no model found, and of the ", saying …" behind
// them: "…, but its spokesman Tom Orr dismissed the estimate, saying …".
func (f *finder) butSays() {
	for k := range f.d.Sentences {
		s := &f.d.Sentences[k]
		_, end := f.body(s)
		for i := s.First + 4; i+4 < end; i++ {
			if f.d.Tokens[i].UPOS != parse.CCONJ || f.d.Tokens[i-1].UPOS != parse.PUNCT || f.quote[i] >= 0 {
				continue
			}
			if w := f.lower(i); w != "but" && w != "and" && w != "yet" || f.lower(i-1) != "," {
				continue
			}
			v, from := f.otherSays(i+1, end)
			if v < 0 || f.cued(v) || !f.speaker(i+1, from) || f.d.At(v+1).UPOS == parse.PUNCT || f.d.Tokens[v].XPOS == parse.XVBN && from == v || v+2 >= end {
				continue
			}
			stop := f.clauseEnd(v+1, end)
			f.endBeforeWith(i, s)
			who := []article.Span{f.d.Range(i+1, from)}
			f.insert(Statement{Source: who, Cue: []article.Span{f.d.Range(from, v+1)}, Content: []article.Span{f.d.Range(v+1, f.quoteEnd(stop))},
				CueHead: v, SrcHead: f.top(i+1, from), Inside: -1, How: "but"})
			for t := stop; t < min(end, stop+3); t++ {
				if j := f.headed(t); j >= 0 && f.d.Tokens[t].XPOS == parse.XVBG && len(f.out[j].Source) == 1 && f.out[j].Source[0].End <= who[0].Start {
					f.out[j].Source, f.out[j].SrcHead = who, f.top(i+1, from)
				}
			}
		}
	}
}

// sentenceBefore cuts from a quotation before its cue the sentence in front of its opening mark: "Hale resigned on Monday. “I broke no law,” she
// wrote."
func (f *finder) sentenceBefore(s *Statement) {
	if len(s.Content) == 0 || s.Content[0].Start > s.Cue[0].Start || s.How == "transcript" {
		return
	}
	c := &s.Content[0]
	first, end := f.d.TokenAt(c.Start), f.d.TokenAt(c.End-1)+1
	if f.quote[first] >= 0 || f.quote[end-1] < 0 {
		return
	}
	for i := first + 2; i < end; i++ {
		if k := f.quote[i]; k >= 0 {
			if w := f.d.Word(i - 1); f.quotes[k].First == i && (w == "." || w == "?" || w == "!") {
				c.Start = int(f.d.Tokens[i].Start)
			}
			return
		}
	}
}

// shieldedTail is the token of the "and" or "but" that opens what a closing clause tells of why its source is not named: "…, somebody who sat in on
// the talk told the Post and asked not to be named"; end where there is none.
func (f *finder) shieldedTail(first, end int32) int32 {
	for i := end - 3; i > first+6 && i > end-16; i-- {
		if f.d.Tokens[i].UPOS != parse.CCONJ {
			continue
		}
		if w := f.lower(i); w != "and" && w != "but" {
			continue
		}
		if x := f.d.At(i + 1).XPOS; x != parse.XVBD && x != parse.XVBN {
			continue
		}
		text := strings.ToLower(f.d.Range(i, end).Text(f.d.Text))
		for _, w := range []string{"named", "identified", "anonym"} {
			if strings.Contains(text, w) {
				return i
			}
		}
		return end
	}
	return end
}
