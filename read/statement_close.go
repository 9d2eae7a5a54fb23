package read

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/parse"
)

// The clause that closes a sentence: ", two diplomats told Reuters.", ", Ruiz saying that …".

// closing is the statement whose source and cue close the sentence after a comma: "Lorland will not open
// its ports, two diplomats and an aide told Reuters on Monday."
func (f *finder) closing(s *parse.Sentence) (st Statement, ok bool) {
	first, end := f.body(s)
	cue := int32(-1)
	for i := end - 1; i > first+4 && i > end-24; i-- {
		x := f.d.Tokens[i].XPOS
		if (x == parse.XVBD || x == parse.XVBZ || x == parse.XVBP || x == parse.XVBN) && f.d.Tokens[i].UPOS == parse.VERB && f.cue[i].kind == sayCue {
			cue = i
			break
		}
		if x == parse.XNNS && i == end-1 && (f.lower(i) == "reports" || f.lower(i) == "claims") {
			cue = i // a verb taken for a noun: "…, the monitoring group Netwatch reports."
			break
		}
		if x == parse.XVBD || x == parse.XVBZ || x == parse.XVBP || x == parse.XMD || f.quote[i] >= 0 || strings.ContainsAny(f.d.Word(i), ":;\"“”") {
			return st, false
		}
	}
	if cue < 0 || f.quote[cue] >= 0 || end > cue+1 && !f.addressed(cue, end) || slices.Contains(opens, f.d.Tokens[cue].Lemma) && f.quote[max(cue-1, first)] < 0 {
		return st, false
	}
	if f.d.Tokens[cue].XPOS == parse.XVBN && cue+1 < end && f.lower(cue+1) == "by" {
		return f.closingBy(first, end, cue)
	}
	left := cue
	for left > first && (f.d.At(left-1).UPOS == parse.AUX || f.d.At(left-1).UPOS == parse.ADV) {
		left--
	}
	last := left // the end of the source, before what stands between commas: ", the minister, speaking to reporters, said"
	if f.lower(left-1) == "," {
		for k := left - 2; k > max(first, left-16) && last == left; k-- {
			if f.lower(k) == "," && (f.d.At(k+1).XPOS == parse.XVBG || f.lower(k+1) == "who") {
				last = k
			}
		}
	}
	from := last - 1
	if j := f.apposed(first, left); j > 0 {
		from = j
	}
	for from > first && from > last-25 && f.lower(from) != "," {
		if x := f.d.Tokens[from].XPOS; x == parse.XVBD || x == parse.XVBZ || x == parse.XMD || f.quote[from] >= 0 || f.d.Tokens[from].UPOS == parse.PUNCT && f.lower(from) != "-" {
			return st, false
		}
		from--
	}
	if f.lower(from) != "," || from+1 >= last || !f.speaker(from+1, last) || !f.clause(first, from) {
		return st, false
	}
	return Statement{Source: []article.Span{f.d.Range(from+1, last)}, Cue: []article.Span{f.d.Range(left, cue+1)}, Content: []article.Span{f.d.Range(first, from)},
		CueHead: cue, SrcHead: f.top(from+1, last), Inside: -1, How: "closing"}, true
}

// opens are verbs of saying that close a sentence only after a quotation: elsewhere they tell when something began,
// "the deadliest day since the campaign began".
var opens = strings.Fields("begin open close continue conclude sign")

// closingBy is the statement of a passive participle that closes the sentence: "…, a figure disputed by the
// institute."
func (f *finder) closingBy(first, end, cue int32) (st Statement, ok bool) {
	from := cue - 1
	for from > first && from > cue-8 && f.lower(from) != "," {
		from--
	}
	if f.lower(from) != "," || from+2 > cue-1 || f.d.At(from+1).UPOS != parse.DET || !f.clause(first, from) || cue+2 >= end || !f.speaker(cue+2, end) {
		return st, false
	}
	f.endBefore(from+1, &f.d.Sentences[f.d.Tokens[cue].Sentence])
	return Statement{Source: []article.Span{f.d.Range(cue+2, end)}, Cue: []article.Span{f.d.Range(cue, cue+2)}, Content: []article.Span{f.d.Range(from+1, cue)},
		CueHead: cue, SrcHead: f.top(cue+2, end), Inside: -1, How: "closing"}, true
}

// addressed says whether what stands between the cue of a closing clause and the end of the sentence is
// whom it was told, when, or how: "told Reuters on Monday", "said by phone".
func (f *finder) addressed(cue, end int32) bool {
	switch t := f.d.At(cue + 1); t.UPOS {
	case parse.ADP, parse.ADV, parse.PROPN:
		return t.XPOS != parse.XIN || f.lower(cue+1) != "that"
	case parse.DET, parse.NOUN, parse.PRON, parse.ADJ:
		return f.lower(cue) == "told" || slices.Contains([]string{"last", "this", "yesterday", "today", "earlier", "late", "early"}, f.lower(cue+1))
	}
	return false
}

// speaker says whether tokens [first, end) can be who says something: a name, a noun for people, bodies
// and papers, or a pronoun.
func (f *finder) speaker(first, end int32) bool {
	switch f.d.Tokens[first].UPOS {
	case parse.DET, parse.NOUN, parse.PROPN, parse.NUM, parse.ADJ, parse.PRON:
	default:
		return false
	}
	switch f.lower(first) {
	case "he", "she", "they", "it":
		return end == first+1
	case "who", "which", "that", "whom", "what":
		return false
	}
	return f.phrase(first, end) != nil
}

// trailing is the statement that ends in "per" and its source, "Twelve houses burned, per the ministry", or in whose
// count it is: "The strikes have killed 57 people, by AFP’s count."
func (f *finder) trailing(s *parse.Sentence) (st Statement, ok bool) {
	first, end := f.body(s)
	for i := end - 2; i > first+3 && i > end-12; i-- {
		if f.d.Word(i) != "per" && !(f.lower(i) == "by" && f.ownCount(i+1, end)) {
			continue
		}
		cue := i
		if f.lower(i-1) == "as" {
			cue--
		}
		stop := cue
		if f.lower(cue-1) == "," {
			stop--
		}
		if !(f.lower(i) == "by" || f.lower(i+1) == "the" || f.d.At(i+1).UPOS == parse.PROPN) || !f.speaker(i+1, end) || !f.clause(first, stop) {
			return st, false
		}
		return Statement{Source: []article.Span{f.d.Range(i+1, end)}, Cue: []article.Span{f.d.Range(cue, i+1)}, Content: []article.Span{f.d.Range(first, stop)}, CueHead: i, SrcHead: f.top(i+1, end), Inside: -1, How: "trailing"}, true
	}
	return st, false
}
