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
	return f.closingIn(first, f.shieldedTail(first, f.beforeCiting(first, end, s)))
}

// beforeCiting is the comma before the words for whom a closing clause cites, "…, the Post reported on Friday, citing people who know her", or end.
func (f *finder) beforeCiting(first, end int32, s *parse.Sentence) int32 {
	for i := end - 3; i > first+6; i-- {
		if f.lower(i) == "," && (f.lower(i+1) == "citing" || f.lower(i+1) == "quoting") && f.cites(i+1, s) && f.quote[i] < 0 && f.saysBefore(i) {
			return i
		}
	}
	return end
}

// closingEarly is such a statement that a phrase follows which is no more of it: "Gunmen killed 22 people in Dolu, officials said on Tuesday,
// the third such attack this month."
func (f *finder) closingEarly(s *parse.Sentence) (st Statement, ok bool) {
	first, end := f.body(s)
	for i := end - 3; i > first+6; i-- {
		if f.d.Tokens[i].UPOS != parse.PUNCT || f.lower(i) != "," || f.quote[i] >= 0 || !f.phraseBehind(i+1, end) || !f.saysBefore(i) {
			continue
		}
		if st, ok = f.closingIn(first, i); ok {
			return st, true
		}
	}
	return st, false
}

// saysBefore says whether a finite verb of saying stands shortly before token i.
func (f *finder) saysBefore(i int32) bool {
	for v := i - 1; v > i-10 && v >= 0; v-- {
		if x := f.d.Tokens[v].XPOS; f.closes(v) && (x == parse.XVBD || x == parse.XVBZ || x == parse.XVBP || x == parse.XVBN || f.lower(v) == "reports") {
			return true
		}
	}
	return false
}

// phraseBehind says whether tokens [i, end) are what a lead sets behind who said it: a noun phrase, "with dozens missing", "as talks began".
func (f *finder) phraseBehind(i, end int32) bool {
	switch f.lower(i) {
	case "with", "as", "in", "amid", "after", "despite", "on", "based":
		return true
	case "a", "an", "the", "one", "its", "his", "her", "their":
		return f.score[i] <= rivalSure
	}
	return false
}

// closingIn is the statement that closes the tokens [first, end).
func (f *finder) closingIn(first, end int32) (st Statement, ok bool) {
	cue := f.closingCue(first, end)
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
	from := f.closingSource(first, left, last)
	if from < 0 || f.lower(from) != "," || from+1 >= last || !f.speaker(from+1, last) {
		return st, false
	}
	if first = f.mainFrom(first, from); first < 0 || slices.Contains(proving, f.lower(cue)) && !f.papers(from+1, last) {
		return st, false
	}
	return Statement{Source: []article.Span{f.d.Range(from+1, last)}, Cue: []article.Span{f.d.Range(left, cue+1)}, Content: []article.Span{f.d.Range(first, from)},
		CueHead: cue, SrcHead: f.top(from+1, last), Inside: -1, How: "closing"}, true
}

// closingCue is the verb of saying that closes the tokens [first, end), but for whom it was told and when, or -1.
func (f *finder) closingCue(first, end int32) int32 {
	for i := end - 1; i > first+4 && i > end-24; i-- {
		x := f.d.Tokens[i].XPOS
		if (x == parse.XVBD || x == parse.XVBZ || x == parse.XVBP || x == parse.XVBN) && f.d.Tokens[i].UPOS == parse.VERB && f.closes(i) {
			return i
		}
		if i == end-1 && slices.Contains(proving, f.lower(i)) {
			return i // also where it was taken for a noun: "…, documents seen by the Mail show."
		}
		if x == parse.XNNS && i == end-1 && (f.lower(i) == "reports" || f.lower(i) == "claims") {
			return i // a verb taken for a noun: "…, the monitoring group Netwatch reports."
		}
		if x == parse.XNN && i == end-1 && f.lower(i) == "claim" && f.d.At(i-1).XPOS == parse.XNNS {
			return i // "…, pals claim."
		}
		if x == parse.XVBD || x == parse.XVBZ || x == parse.XVBP || x == parse.XMD || f.quote[i] >= 0 || strings.ContainsAny(f.d.Word(i), ":;\"“”") {
			return -1
		}
	}
	return -1
}

// closes says whether the verb at token i can close a sentence with who says it: one of saying, or "an aide confirmed".
func (f *finder) closes(i int32) bool {
	return f.cue[i].kind == sayCue || f.d.Tokens[i].Lemma == "confirm"
}

// closingSource is the comma before the words for a source that end before token last, its verb's group beginning at left; the token of something
// else, or -1, where there are none.
func (f *finder) closingSource(first, left, last int32) int32 {
	from := last - 1
	if j := f.apposed(first, left); j > 0 {
		from = j
	}
	for from > first && from > last-25 && f.lower(from) != "," {
		x := f.d.Tokens[from].XPOS
		if from < last-1 && (x == parse.XVBD || x == parse.XVBN || x == parse.XVBZ || x == parse.XVBP) {
			if from = f.describes(from, last); from > first {
				from--
				continue
			}
			return -1
		}
		if x == parse.XVBD || x == parse.XVBZ || x == parse.XMD || f.quote[from] >= 0 || f.d.Tokens[from].UPOS == parse.PUNCT && f.lower(from) != "-" {
			return -1
		}
		from--
	}
	return from
}

// waysOfKnowing are participles that say how a source knows, or how it was reached.
var waysOfKnowing = strings.Fields("dated posted published released leaked filed broadcast made taken compiled briefed informed involved shown told familiarised consulted interviewed reached contacted seen obtained reviewed read cited quoted acquainted")

// describes is the first token of what a verb at v says of a source that ends before last, or -1 where it may be the sentence's own: "people briefed
// on the talks", "officials who asked not to be named".
func (f *finder) describes(v, last int32) int32 {
	if x := f.d.Tokens[v].XPOS; (x == parse.XVBN || x == parse.XVBD) && slices.Contains(waysOfKnowing, f.lower(v)) && f.d.At(v-1).UPOS == parse.NOUN {
		return v
	}
	for k := v - 1; k > v-10 && k > 0 && f.d.At(k).UPOS != parse.PUNCT; k-- {
		if w := f.lower(k); (w == "who" || w == "whose") && (f.d.At(k-1).UPOS == parse.NOUN || f.d.At(k-1).UPOS == parse.PRON) {
			return k
		}
	}
	return -1
}

// proving are verbs by which papers and pictures say something: "…, court records show".
var proving = strings.Fields("show shows showed indicate indicates indicated suggest suggests suggested reveal reveals revealed")

// paperNouns are what shows a thing without saying it.
var paperNouns = strings.Fields("document record file filing paper letter memo memorandum email e-mail message cable transcript report assessment data figure statistic poll survey study analysis image picture photo photograph video footage recording tape log account screenshot invoice contract affidavit indictment minute map census")

// papers says whether tokens [first, end) are papers or pictures.
func (f *finder) papers(first, end int32) bool {
	for i := first; i < end && f.d.At(i).UPOS != parse.ADP && f.d.At(i).UPOS != parse.VERB; i++ {
		if slices.Contains(paperNouns, f.d.At(i).Lemma) {
			return true
		}
	}
	return false
}

// mainFrom is the first token of what is said in tokens [first, end): all of it, or the main clause where a subordinate one opens it, "Although the
// talks are over, the ministry has kept a channel open"; -1 where there is no clause.
func (f *finder) mainFrom(first, end int32) int32 {
	if f.clause(first, end) {
		return first
	}
	if !slices.Contains(fronting, f.lower(first)) {
		if f.onlyVerb(first, end) {
			return first
		}
		return -1
	}
	for i := first + 2; i < end; i++ {
		if x := f.d.At(i).Label; (x == parse.Nsubj || x == parse.NsubjPass) && f.left[i] > first && f.lower(f.left[i]-1) == "," && f.d.At(f.d.Tokens[i].Head).Label != parse.ACLRelcl && f.clause(f.left[i], end) {
			return f.left[i]
		}
	}
	return -1
}

// onlyVerb says whether the one verb of tokens [first, end) was taken for a participle, behind a noun and before what it takes: "Gunmen on
// motorbikes killed at least 22 people".
func (f *finder) onlyVerb(first, end int32) bool {
	for i := first + 1; i+1 < end; i++ {
		if f.d.Tokens[i].XPOS != parse.XVBN || f.d.At(i-1).UPOS != parse.NOUN && f.d.At(i-1).UPOS != parse.PROPN {
			continue
		}
		switch next := f.d.At(i + 1).UPOS; next {
		case parse.DET, parse.NUM, parse.NOUN, parse.PROPN, parse.PRON:
			return true
		case parse.ADP:
			return f.lower(i+1) == "at" && f.lower(i+2) == "least"
		}
		return false
	}
	return false
}

// fronting are words that open a clause before the main one.
var fronting = strings.Fields("when while although though if because after before since as despite")

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
	for i := first + 1; i < end; i++ {
		if w := f.lower(i); w == "than" || w == "what" {
			return false // "35 more than what the government had estimated"
		}
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
