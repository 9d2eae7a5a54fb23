package read

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/parse"
)

// Headlines, the present tense of reports, and the retort that a sentence ends in.

// headline is the statement of a headline: "Road to close, says minister", "‘Nobody warned us’ – widow of
// miner", "Officials: Talks failed". A headline is a line of its own without a full stop.
func (f *finder) headline(s *parse.Sentence) (st Statement, ok bool) {
	first, end := s.First, s.End
	if st, ok := f.credited(s); ok {
		return st, true
	}
	if end-first > 20 || !f.line(s) || f.d.At(end-1).UPOS == parse.PUNCT && f.quote[end-1] < 0 {
		return st, false
	}
	for i := first + 1; i+1 < end; i++ {
		word := f.lower(i)
		switch {
		case word == ":" && i <= first+4 && i+2 < end && f.phrase(first, i) != nil && f.d.Tokens[first].UPOS != parse.VERB:
			return Statement{Source: []article.Span{f.d.Range(first, i)}, Cue: []article.Span{f.d.Span(i)}, Content: []article.Span{f.d.Range(i+1, end)}, CueHead: i, SrcHead: f.top(first, i), Inside: -1, How: "headline"}, true
		case (word == "–" || word == "—" || word == "-") && i > first+1 && f.d.At(i-1).End < f.d.Tokens[i].Start && end-i <= 6 && (f.quote[i-1] >= 0 || f.d.At(end-1).UPOS == parse.NOUN && f.phrase(i+1, end) != nil):
			return Statement{Source: []article.Span{f.d.Range(i+1, end)}, Cue: []article.Span{f.d.Span(i)}, Content: []article.Span{f.d.Range(first, i)}, CueHead: i, SrcHead: f.top(i+1, end), Inside: -1, How: "headline"}, true
		case word == "," && (f.lower(i+1) == "says" || f.lower(i+1) == "say" || f.lower(i+1) == "warns") && i+2 < end && f.phrase(i+2, end) != nil:
			st := Statement{Source: []article.Span{f.d.Range(i+2, end)}, Cue: []article.Span{f.d.Span(i + 1)}, Content: []article.Span{f.d.Range(first, i)}, CueHead: i + 1, SrcHead: f.top(i+2, end), Inside: -1, How: "headline"}
			f.replace(st)
			return st, true
		}
	}
	return st, false
}

// credited is the statement of a brief that ends in who says it, behind a dash: "Regulator warned Calla in January over fumes - document." A brief opens its
// line; what stands behind a dash elsewhere says something further of what is before it.
func (f *finder) credited(s *parse.Sentence) (st Statement, ok bool) {
	first, end := f.body(s)
	mark := end - 1
	for mark > first && end-mark <= 5 && !dash(f.lower(mark)) {
		if u := f.d.Tokens[mark].UPOS; u != parse.NOUN && u != parse.PROPN && u != parse.ADJ && u != parse.NUM {
			return st, false
		}
		mark--
	}
	if end-mark > 5 || mark+1 >= end || mark < first+4 || end == s.End || f.lower(end) != "." || f.d.At(mark-1).End >= f.d.Tokens[mark].Start || f.d.Tokens[mark].End >= f.d.At(mark+1).Start {
		return st, false
	}
	if !f.opensLine(s) || f.quote[mark] >= 0 || f.d.At(mark-1).UPOS == parse.NUM || !f.credit(mark+1, end) || !f.clause(first, mark) { // not "between 250 – 300 people"
		return st, false
	}
	for i := first; i < mark; i++ {
		if dash(f.lower(i)) && f.d.At(i).Start > f.d.Tokens[first].Start && f.d.Text[f.d.At(i).Start-1] == ' ' {
			return st, false // "the far richer - and at first better known - minister"
		}
	}
	at := int(f.d.Tokens[mark].Start)
	for k := range f.out {
		for j := range f.out[k].Content {
			if c := &f.out[k].Content[j]; c.Start < at && c.End > at && c.End <= int(f.d.At(end).End) {
				c.End = int(f.d.At(mark - 1).End)
			}
		}
	}
	return Statement{Source: []article.Span{f.d.Range(mark+1, end)}, Cue: []article.Span{f.d.Span(mark)}, Content: []article.Span{f.d.Range(first, mark)}, CueHead: mark, SrcHead: f.top(mark+1, end), Inside: -1, How: "headline"}, true
}

// credit reports whether tokens [first, end) are no more than who a brief has its news from: "document", "two officials", "Cable One".
func (f *finder) credit(first, end int32) bool {
	last := &f.d.Tokens[end-1]
	return f.phrase(first, end) != nil && (f.name[end-1] == nameNumber(parse.Outlet) || last.UPOS == parse.NOUN && slices.Contains(sourceNouns, strings.ToLower(last.Lemma)))
}

// line says whether sentence s is a line of its own.
func (f *finder) line(s *parse.Sentence) bool {
	after := strings.TrimLeft(f.d.Text[f.d.At(s.End-1).End:], " \t")
	return f.opensLine(s) && (after == "" || strings.HasPrefix(after, "\n"))
}

// opensLine says whether sentence s begins a line.
func (f *finder) opensLine(s *parse.Sentence) bool {
	before := strings.TrimRight(f.d.Text[:f.d.Tokens[s.First].Start], " \t")
	return before == "" || strings.HasSuffix(before, "\n")
}

// understood is what an outlet "understands" or "has learned" without a source: "…, the Northern Ledger understands."
func (f *finder) understood(s *parse.Sentence) (st Statement, ok bool) {
	first, end := f.body(s)
	i := end - 1
	if i < first+6 || f.lower(i) != "understands" && f.lower(i) != "learned" && f.lower(i) != "learnt" || f.quote[i] >= 0 {
		return st, false
	}
	cue := i
	if f.lower(i-1) == "has" {
		cue--
	}
	if !f.isOutletName(cue-1) && !slices.Contains(outletWords, f.lower(cue-1)) {
		return st, false
	}
	from := cue - 1
	for from > first && f.lower(from) != "," && cue-from < 8 {
		from--
	}
	if f.lower(from) != "," || !f.clause(first, from) {
		return st, false
	}
	return Statement{Source: []article.Span{f.d.Range(from+1, cue)}, Cue: []article.Span{f.d.Range(cue, i+1)}, Content: []article.Span{f.d.Range(first, from)}, CueHead: i, SrcHead: f.top(from+1, cue), Inside: -1, How: "understood"}, true
}

// presentCues open reports in the present tense and are taken for nouns now and then; the second list are nouns as
// often, and count only before "that" or a number.
var (
	presentCues = strings.Fields("announces accuses denies confirms says warns states rejects condemns claims reports")
	nounCues    = strings.Fields("claims reports states")
)

// present is the statement of a sentence whose verb was taken for a noun: "The assistance mission reports at least
// 42 civilians have been killed", "Former minister Hassan Orr accuses the president of ordering it".
func (f *finder) present(s *parse.Sentence) (st Statement, ok bool) {
	first, end := f.body(s)
	for i := first + 1; i < min(end-2, first+14); i++ {
		t := &f.d.Tokens[i]
		if t.XPOS == parse.XVBD || t.XPOS == parse.XVBZ || t.XPOS == parse.XVBP || t.XPOS == parse.XMD || t.UPOS == parse.PUNCT && f.lower(i) != "-" {
			return st, false
		}
		if t.UPOS != parse.NOUN && t.UPOS != parse.PROPN || !slices.Contains(presentCues, f.lower(i)) || f.quote[i] >= 0 {
			continue
		}
		switch next := f.d.At(i + 1); {
		case f.lower(i+1) == "that" || next.UPOS == parse.NUM || f.lower(i+1) == "at" && f.lower(i+2) == "least":
		case slices.Contains(nounCues, f.lower(i)), next.UPOS != parse.DET && next.UPOS != parse.PROPN && next.UPOS != parse.PRON:
			return st, false
		}
		if !f.speaker(first, i) {
			return st, false
		}
		if f.d.Word(end-1) == ")" && end-4 > i && f.d.Word(end-3) == "(" && f.d.Word(end-4) == "." {
			end -= 4 // a credit in brackets, "(NP)"
		}
		return Statement{Source: []article.Span{f.d.Range(first, i)}, Cue: []article.Span{f.d.Span(i)}, Content: []article.Span{f.d.Range(i+1, f.quoteEnd(end))},
			CueHead: i, SrcHead: f.top(first, i), Inside: -1, How: "present"}, true
	}
	return st, false
}

var (
	retorts   = strings.Fields("denies denied deny rejects rejected reject disputes disputed dispute dismissed dismisses refutes refuted contests contested confirms confirmed")
	retortsTo = strings.Fields("claim charge allegation accusation figure assertion account report suggestion version")
)

// retortReach is how many tokens before its end a sentence's retort may begin, and retorterReach how many may name who retorts.
const retortReach, retorterReach = 48, 10

// retort is the denial that a sentence ends in, or goes on with: "Norland accused Lorland of arming them, a charge the Lorlanders
// deny", "…, which the Lorlanders deny", "…, an assertion that was disputed by the Lorlanders, who said". What is denied ends before it.
func (f *finder) retort(s *parse.Sentence) (st Statement, ok bool) {
	first, end := f.body(s)
	for i := end - 3; i > first+3 && i > end-retortReach; i-- {
		who := f.retortOpens(i)
		if who < 0 {
			continue
		}
		content := []article.Span{f.d.Range(i, min(i+2, who))}
		if f.lower(i) != "which" && (f.lower(who) == "that" || f.lower(who) == "which") {
			who++
		}
		cue := who
		for cue < min(end, who+retorterReach) && f.lower(cue) != "," && !slices.Contains(retorts, f.lower(cue)) {
			cue++
		}
		if cue >= end || !slices.Contains(retorts, f.lower(cue)) || f.quote[cue] >= 0 {
			continue
		}
		left := cue
		for left > who && f.d.At(left-1).UPOS == parse.AUX {
			left--
		}
		from, to, last := who, left, cue+1
		switch next := f.d.At(cue + 1).UPOS; {
		case who == left && left < cue && f.lower(cue+1) == "by":
			from, to, last = cue+2, cue+2, cue+2
			for to < end && f.lower(to) != "," && f.lower(to) != "." {
				to++
			}
		case who >= left, cue+1 < end && next != parse.ADP && next != parse.ADV && next != parse.PUNCT, f.lower(cue+1) == "by", f.finite(who, left):
			continue
		}
		if from >= to {
			continue
		}
		f.endBefore(i, s)
		return Statement{Source: []article.Span{f.d.Range(from, to)}, Cue: []article.Span{f.d.Range(left, last)}, Content: content,
			CueHead: cue, SrcHead: f.top(from, to), Inside: -1, How: "retort"}, true
	}
	return st, false
}

// retortOpens is the token behind "which", or behind "a charge", where token i opens a retort after a comma; −1 where it does not.
func (f *finder) retortOpens(i int32) int32 {
	switch {
	case f.lower(i-1) != ",":
	case f.lower(i) == "which":
		return i + 1
	case (f.lower(i) == "a" || f.lower(i) == "an") && slices.Contains(retortsTo, f.lower(i+1)):
		return i + 2
	}
	return -1
}

// finite reports whether a finite verb stands among tokens [first, end).
func (f *finder) finite(first, end int32) bool {
	for i := first; i < end; i++ {
		switch f.d.Tokens[i].XPOS {
		case parse.XVBD, parse.XVBZ, parse.XVBP, parse.XMD:
			return true
		}
	}
	return false
}
