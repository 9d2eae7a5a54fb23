package read

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/parse"
)

// Whose words a statement has, where the labelling gave its source to what is said, or another's cue to its source.

// ownSource gives a statement without a source the phrase before its cue that the labelling took for content: "The memo, dated Nov. 3 and marked
// “confidential,” said that …".
func (f *finder) ownSource(s *Statement, sentence *parse.Sentence) {
	if len(s.Source) > 0 || len(s.Content) < 2 || f.cue[s.CueHead].kind != sayCue || s.How == "transcript" || f.quote[s.CueHead] >= 0 || f.passive(s.CueHead) {
		return
	}
	c := s.Content[0]
	first, end := f.d.TokenAt(c.Start), f.d.TokenAt(c.End-1)+1
	cue := f.d.TokenAt(s.Cue[0].Start)
	if end < cue && f.lower(end) == "," && f.lower(cue-1) == "," && cue-end > 2 && cue-end < 16 && f.d.At(end+1).UPOS != parse.PRON {
		end, c.End = cue, int(f.d.At(cue-1).End) // "The assessment, first reported by CNN, said"
	}
	if c.End > s.Cue[0].Start || s.Content[1].Start < s.Cue[0].End || first != f.d.Body(sentence) || end != cue || f.finite(first, end) || f.phrase(first, end) == nil && !f.papers(first, end) {
		return
	}
	head := first
	for head+1 < end && f.d.At(head+1).UPOS != parse.PUNCT && f.d.Tokens[head].UPOS != parse.NOUN && f.d.Tokens[head].UPOS != parse.PROPN {
		head++
	}
	s.Source, s.SrcHead, s.Content = []article.Span{c}, head, s.Content[1:]
	in := f.inSentence(sentence)
	for k := range in { // what stands in it in passing is no statement: "first reported by CNN"
		if o := &in[k]; o.CueHead != s.CueHead && c.Contains(o.Cue[0]) && f.d.Tokens[o.CueHead].XPOS == parse.XVBN {
			o.Content = o.Content[:0]
		}
	}
}

// cutSource begins a source behind another statement's cue that it has taken in, and has that statement say it all: "The Press reports that
// the prosecutor, Tom Lane, said Friday that …".
func (f *finder) nestedSource(k int) {
	s := &f.out[k]
	if len(s.Source) != 1 || len(s.Content) == 0 || s.Source[0].Start > s.Cue[0].Start {
		return
	}
	for j := k - 1; j >= 0 && j > k-3; j-- {
		o := &f.out[j]
		if before := f.d.At(f.d.TokenAt(o.Cue[0].Start) - 1).XPOS; before == parse.XWDT || before == parse.XWP {
			return // "the report, which cites two aides, says"
		}
		if !s.Source[0].Contains(o.Cue[0]) || o.Cue[0].End >= s.Source[0].End || len(o.Content) != 1 || o.Content[0].Start < o.Cue[0].End {
			continue
		}
		from := f.d.TokenAt(o.Cue[len(o.Cue)-1].End-1) + 1
		if f.lower(from) == "that" {
			from++
		}
		end := f.d.TokenAt(s.Source[0].End-1) + 1
		if from >= end || !f.speaker(from, end) {
			return
		}
		s.Source, s.SrcHead = []article.Span{f.d.Range(from, end)}, f.top(from, end)
		last := s.Content[len(s.Content)-1].End
		o.Content[0].End = max(o.Content[0].End, last)
		return
	}
}

// lettered gives a source the word of its own that its cue has taken in: "[Doctors Abroad] {said}".
func (f *finder) lettered(s *Statement, sentence *parse.Sentence) {
	if len(s.Source) != 1 || len(s.Cue) != 1 {
		return
	}
	first := f.d.TokenAt(s.Cue[0].Start)
	if first >= s.CueHead || first == sentence.First || int(f.d.At(first-1).End) != s.Source[0].End || isDay(f.d.Word(first)) {
		return
	}
	if f.d.At(first-1).UPOS == parse.DET && first < s.CueHead { // no phrase ends in "the"
		s.Source[0].End, s.Cue[0].Start = int(f.d.Tokens[first].End), int(f.d.At(first+1).Start)
		return
	}
	if capitals := isCapital(f.d.Word(first)) && isCapital(f.d.Word(first-1)); !capitals && !(f.d.Tokens[first].UPOS == parse.NOUN && !f.listed(first) && !f.when(first)) {
		return // "[Doctors Abroad] said", "[villagers who survived the onslaught] told"
	}
	if u := f.d.Tokens[first].UPOS; u == parse.ADV || u == parse.ADJ || u == parse.NOUN {
		s.Source[0].End = int(f.d.Tokens[first].End)
		s.Cue[0].Start = int(f.d.At(first + 1).Start)
	}
}

// quotedWhole drops from what somebody said, quoted, before its cue what stands behind the cue outside of any quotation: "“He loves us,” Orr
// said, and soon the balloons were dropping", "… said on the Vale Post's “State of the Town.”".
func (f *finder) quotedWhole(s *Statement, sentence *parse.Sentence) {
	if len(s.Content) < 2 || s.How == "transcript" || f.quote[s.CueHead] >= 0 {
		return
	}
	if first := f.d.TokenAt(s.Content[0].End - 1); s.Content[0].End > s.Cue[0].Start || f.quote[first] < 0 || f.quote[first] != f.quote[f.d.TokenAt(s.Content[0].Start)] {
		return
	}
	s.Content = append(s.Content[:1], slices.DeleteFunc(s.Content[1:], func(c article.Span) bool {
		i := f.d.TokenAt(c.Start)
		if i >= sentence.End || c.Start < s.Cue[0].Start {
			return false
		}
		if f.d.Tokens[i].XPOS == parse.XPOS_ && c.End > int(f.d.Tokens[i].End) {
			i++
		}
		if f.quote[i] >= 0 {
			return f.showTitle(i)
		}
		w := f.lower(i)
		return (w == "and" || w == "but" || w == "as" || w == "before" || w == "after") && !f.quotedIn(c)
	})...)
}

// quotedIn says whether any of a content stands in quotation marks.
func (f *finder) quotedIn(c article.Span) bool {
	for i := f.d.TokenAt(c.Start); int(i) < len(f.d.Tokens) && int(f.d.Tokens[i].Start) < c.End; i++ {
		if f.quote[i] >= 0 {
			return true
		}
	}
	return false
}

// showTitle says whether the quotation that opens at token i is the name of a programme: "on the Post's “State of the Town.”".
func (f *finder) showTitle(i int32) bool {
	q := &f.quotes[f.quote[i]]
	if q.First != i || q.End-i > 9 || i == 0 {
		return false
	}
	if before := f.d.At(i - 1); before.UPOS != parse.ADP && before.XPOS != parse.XPOS_ && !f.isOutletName(i-1) && before.UPOS != parse.NOUN {
		return false
	}
	for t := i + 1; t < q.End-1; t++ {
		if w := f.d.Word(t); len(w) > 3 && !isCapital(w) && !strings.ContainsAny(w, ".,") {
			return false
		}
	}
	return isCapital(f.d.Word(i + 1))
}

// withSaying are the statements of a participle behind "with" or "despite" and who says it: "…, with the army saying it had killed 12 fighters",
// "despite the Post claiming that …".
func (f *finder) withSaying() {
	for k := range f.d.Sentences {
		s := &f.d.Sentences[k]
		_, end := f.body(s)
		for v := s.First + 2; v+2 < end; v++ {
			if f.d.Tokens[v].XPOS != parse.XVBG || f.cue[v].kind != sayCue && f.lower(v) != "calling" || f.quote[v] >= 0 {
				continue
			}
			i, known := f.beforeName(v), f.headed(v)
			if known >= 0 && i == v {
				continue
			}
			for i > s.First && v-i < 9 {
				if u := f.d.At(i - 1).UPOS; u != parse.DET && u != parse.ADJ && u != parse.NOUN && u != parse.PROPN && u != parse.NUM && u != parse.PART && f.d.At(i-1).XPOS != parse.XPRPS {
					break
				}
				i--
			}
			if w := f.lower(max(i-1, s.First)); known >= 0 && (w == "with" || w == "despite") {
				f.out[known].Source, f.out[known].SrcHead = []article.Span{f.d.Range(i, v)}, f.top(i, v)
				f.endBeforeWith(i-1, s)
				continue
			}
			if w := f.lower(max(i-1, s.First)); i == v || w != "with" && w != "despite" || !f.speaker(i, v) {
				continue
			}
			if u := f.d.At(v + 1).UPOS; u == parse.ADP || u == parse.PUNCT && f.quote[v+1] < 0 {
				continue
			}
			stop := f.clauseEnd(v+1, end)
			for t := v + 2; t+1 < stop; t++ {
				if w := f.lower(t); (w == "and" || w == "while") && f.d.At(t+1).UPOS == parse.DET && f.partAfter(t+1, stop) {
					stop = t
				}
			}
			f.endBeforeWith(i-1, s)
			f.insert(Statement{Source: []article.Span{f.d.Range(i, v)}, Cue: []article.Span{f.d.Span(v)}, Content: []article.Span{f.d.Range(v+1, f.quoteEnd(stop))},
				CueHead: v, SrcHead: f.top(i, v), Inside: -1, How: "with"})
		}
	}
}

// beforeName is the comma before a name that commas set between a phrase and token v, "its press secretary, Ida Holm, calling", or v.
func (f *finder) beforeName(v int32) int32 {
	if f.lower(v-1) != "," {
		return v
	}
	for i := v - 2; i > v-8 && i > 0; i-- {
		if f.lower(i) == "," {
			if i < v-2 && f.nameSpan(i+1, v-1) {
				return i
			}
			return v
		}
	}
	return v
}

// partAfter says whether a noun phrase at token i has a participle of saying right behind it: "and the rebels claiming".
func (f *finder) partAfter(i, end int32) bool {
	for t := i; t < min(end, i+6); t++ {
		switch u := f.d.Tokens[t].UPOS; u {
		case parse.DET, parse.ADJ, parse.NOUN, parse.PROPN:
		case parse.VERB:
			return f.d.Tokens[t].XPOS == parse.XVBG && t > i
		default:
			return false
		}
	}
	return false
}

// endBeforeWith ends the contents of sentence s that run over token i, "with" or "despite", before it.
func (f *finder) endBeforeWith(i int32, s *parse.Sentence) {
	if i <= s.First {
		return
	}
	cut, last := int(f.d.At(i).Start), i-1
	for last > s.First && f.d.At(last).UPOS == parse.PUNCT {
		last--
	}
	in := f.inSentence(s)
	for k := range in {
		for n := range in[k].Content {
			if c := &in[k].Content[n]; c.Start < cut && c.End > cut {
				c.End = int(f.d.At(last).End)
			}
		}
	}
}
