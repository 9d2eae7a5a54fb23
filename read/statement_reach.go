package read

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/parse"
)

// How far a content reaches behind its cue, where a piece alone would say something else.

// reach goes on with a content behind its cue that stops before its own main clause, or before a condition or an exception.
func (f *finder) reach(s *Statement, sentence *parse.Sentence) {
	n := len(s.Content)
	if n == 0 || s.How == "transcript" || f.quote[s.CueHead] >= 0 || f.cue[s.CueHead].kind == noCue {
		return
	}
	c := &s.Content[n-1]
	if c.Start < s.Cue[len(s.Cue)-1].End {
		return
	}
	first, next := f.d.TokenAt(c.Start), f.d.TokenAt(c.End-1)+1
	_, end := f.body(sentence)
	if first < sentence.First || next+1 >= end || f.quote[next-1] >= 0 {
		return
	}
	stop := f.clauseEnd(next, end)
	switch {
	case f.lower(next) == "-" && int(f.d.At(next-1).End) == int(f.d.Tokens[next].Start) && int(f.d.Tokens[next].End) == int(f.d.At(next+1).Start): // "at half[-mast on Monday]"
		for j := next + 2; j < stop; j++ {
			if f.d.Tokens[j].UPOS == parse.PUNCT && f.d.At(j-1).End < f.d.Tokens[j].Start || f.lower(j) == "," {
				stop = j
			}
		}
	case f.turns(next, end):
		if j := f.comma(next+2, stop, false); j > next+2 {
			stop = j
		}
	case f.halfClause(s, first, next) && f.finite(next, stop):
		if f.mayHold(next, stop) { // what is said may hold what others say
			c.End = int(f.d.At(stop - 1).End)
		}
		return
	default:
		return
	}
	if f.unbroken(next, stop) {
		c.End = int(f.d.At(stop - 1).End)
	}
}

// mayHold says whether no mark that parts sentences or opens a quotation stands among tokens [from, to).
func (f *finder) mayHold(from, to int32) bool {
	for t := from; t < to; t++ {
		if strings.ContainsAny(f.d.Word(t), "\"“”;:") {
			return false
		}
	}
	return true
}

// clauseEnd is the token before which what begins at token i ends at the latest: a ", saying …", a semicolon, or the end of the sentence.
func (f *finder) clauseEnd(i, end int32) int32 {
	for t := i + 1; t < end; t++ {
		if f.d.Word(t) == ";" || f.lower(t-1) == "," && f.d.Tokens[t].XPOS == parse.XVBG && f.cue[t].kind != noCue {
			for f.d.At(t-1).UPOS == parse.PUNCT {
				t--
			}
			return t
		}
	}
	return end
}

// takeClause are verbs of saying whose content is a clause and no thing, so that a noun phrase alone is only its subject.
var takeClause = set("say add insist argue warn claim tell believe")

// opensCondition are words that open a clause before the main one of what is said.
var opensCondition = set("unless if when although though while because since after before once until as whenever")

// halfClause says whether the tokens [first, next) of a content lack their main verb: "said the ferry, [the Maria II, sank]", "said that
// unless the firm paid by May, [it would be seized]".
func (f *finder) halfClause(s *Statement, first, next int32) bool {
	i, t := first, &f.d.Tokens[s.CueHead]
	that := f.lower(i) == "that" && f.d.Tokens[i].UPOS == parse.SCONJ
	if that {
		i++
	}
	if f.lower(i) == "," {
		i++
	}
	if that && opensCondition[f.lower(i)] {
		for t := i; t < next; t++ {
			if f.lower(t) == "," {
				return false
			}
		}
		return f.lower(next) == ","
	}
	if f.lower(next) == "," && !f.setBetween(next) || !that && (t.UPOS != parse.VERB || !takeClause[t.Lemma] || f.lower(next) != ",") {
		return false
	}
	return !f.mainVerb(i, next)
}

// setBetween says whether token i, a comma, opens what is set between a subject and its verb: "the ferry[, the Maria II, sank]".
func (f *finder) setBetween(i int32) bool {
	if u := f.d.At(i + 1).UPOS; f.lower(i) != "," || u == parse.PRON && f.d.At(i+1).XPOS != parse.XWP && f.d.At(i+1).XPOS != parse.XWDT {
		return false
	}
	for t := i + 2; t < i+25 && int(t)+1 < len(f.d.Tokens) && f.d.Word(t) != "."; t++ {
		if x := f.d.At(t + 1).XPOS; f.lower(t) == "," && (x == parse.XVBD || x == parse.XVBZ || x == parse.XVBP || x == parse.XMD) {
			return true
		}
	}
	return false
}

// mainVerb says whether a finite verb, or a bare one ("demanded that he go"), stands among tokens [first, end) and not behind a relative pronoun.
func (f *finder) mainVerb(first, end int32) bool {
	for i := first; i < end; i++ {
		switch f.d.Tokens[i].XPOS {
		case parse.XWP, parse.XWDT:
			return false
		case parse.XVBD, parse.XVBZ, parse.XVBP, parse.XMD:
			return true
		case parse.XVB:
			if i > first && f.lower(i-1) != "to" {
				return true
			}
		}
	}
	return false
}

// turning are words that open, behind a comma, what turns the sense of what was said.
var turning = set("unless if not except provided barring")

// turns says whether token i, a comma, opens a condition or an exception: "by months, not years", "to make him testify, should he fail to
// answer".
func (f *finder) turns(i, end int32) bool {
	if f.lower(i) != "," || i+2 >= end {
		return false
	}
	if w := f.lower(i + 1); w == "should" {
		u := f.d.At(i + 2).UPOS
		return u == parse.PRON || u == parse.DET || u == parse.PROPN
	} else if w == "not" {
		if j := f.comma(i+2, end, false); j > i+2 {
			end = j // "by months, not years, according to two people who …"
		}
		return !f.finite(i, end) && f.d.At(i+2).XPOS != parse.XVBG // "said Orr, not naming them"
	} else {
		return turning[w]
	}
}

// conditionBehind adds to what stands before its source and cue the condition behind them: "The dam could fail, an engineer told the Courier,
// unless the gates were opened."
func (f *finder) conditionBehind(s *Statement, sentence *parse.Sentence) {
	n := len(s.Content)
	if n == 0 || len(s.Source) != 1 || s.How == "transcript" || f.quote[s.CueHead] >= 0 {
		return
	}
	last := s.Content[n-1]
	if last.End > min(s.Source[0].Start, s.Cue[0].Start) || f.quote[f.d.TokenAt(last.End-1)] >= 0 {
		return
	}
	_, end := f.body(sentence)
	from := f.d.TokenAt(max(s.Source[0].End, s.Cue[len(s.Cue)-1].End)-1) + 1
	for i := from; i < min(end, from+8); i++ {
		if f.lower(i) != "," {
			continue
		}
		if w := f.lower(i + 1); w != "unless" && w != "if" && w != "provided" || !f.unbroken(i, end) || !f.finite(i, end) {
			return
		}
		s.Content = append(s.Content, f.d.Range(i+1, end))
		return
	}
}

// giveTitle gives back to a source the office before the name that a content before it ends with: "…, [coastguard commander] {Stig Aune} told
// the Mail".
func (f *finder) giveTitle(s *Statement) {
	n := len(s.Content)
	if n == 0 || len(s.Source) != 1 || s.Source[0].Start > s.Cue[0].Start {
		return
	}
	c := &s.Content[n-1]
	at := f.d.TokenAt(s.Source[0].Start)
	first := f.d.TokenAt(c.Start)
	if at <= first+2 || f.d.TokenAt(c.End-1)+1 != at || f.quote[at-1] >= 0 {
		return
	}
	i := at - 1
	for i > first && i > at-10 && f.lower(i) != "," {
		if u := f.d.Tokens[i].UPOS; u == parse.PUNCT || u == parse.VERB || u == parse.AUX || u == parse.PRON {
			return
		}
		i--
	}
	if i == first || i == at-1 || f.lower(i) != "," {
		return
	}
	s.Source[0].Start = int(f.d.Tokens[i+1].Start)
	c.End = int(f.d.At(i - 1).End)
}

// toldOn makes a statement of its own of a ", warning that …" behind who said something: what it holds is no part of what was said before.
func (f *finder) toldOn() {
	for k := 0; k < len(f.out); k++ {
		s := &f.out[k]
		if len(s.Source) == 0 || s.How == "transcript" || f.quote[s.CueHead] >= 0 || f.cue[s.CueHead].kind == noCue || f.d.Tokens[s.CueHead].XPOS == parse.XVBG {
			continue
		}
		sentence := &f.d.Sentences[f.d.Tokens[s.CueHead].Sentence]
		_, end := f.body(sentence)
		v := f.goesOnSaying(s, end)
		if v < 0 {
			continue
		}
		if j := f.headed(v); j >= 0 {
			if o := &f.out[j]; !slices.Equal(o.Source, s.Source) && s.Content[0].End <= s.Cue[0].Start {
				o.Source, o.SrcHead, o.How = slices.Clone(s.Source), s.SrcHead, "told on" // and not the subject of what was said
			}
			continue
		}
		at := int(f.d.Tokens[v].Start)
		before := clipTo(s.Content, 0, int(f.d.Tokens[v-1].Start))
		if len(before) == 0 {
			continue
		}
		s.Content = before
		f.insert(Statement{Source: slices.Clone(s.Source), Cue: []article.Span{f.d.Span(v)}, Content: []article.Span{{Start: int(f.d.At(v + 1).Start), End: max(at, int(f.d.At(f.quoteEnd(end)-1).End))}},
			CueHead: v, SrcHead: s.SrcHead, Inside: -1, How: "told on"})
	}
}

// goesOn are participles by which who spoke goes on.
var goesOn = set("warning adding saying stressing noting insisting arguing claiming")

// goesOnSaying is the participle behind a comma by which the speaker of s goes on, right behind its source and cue or behind a bare noun phrase that
// is all it says ("denied that, saying …"); −1 where there is none.
func (f *finder) goesOnSaying(s *Statement, end int32) int32 {
	from := f.d.TokenAt(max(s.Source[len(s.Source)-1].End, s.Cue[len(s.Cue)-1].End)-1) + 1
	closes := s.Content[0].Start < s.Cue[0].Start && s.Content[0].End <= s.Cue[0].Start
	for i := from; i+2 < min(end, from+12); i++ {
		t := &f.d.Tokens[i]
		switch {
		case f.quote[i] >= 0 || f.lower(i) == ";":
			return -1
		case f.lower(i) == "," && goesOn[f.lower(i+1)]:
			if f.lower(i+2) == "that" || f.finite(i+2, end) {
				return i + 1
			}
			return -1
		case t.UPOS == parse.PUNCT && closes:
			return -1
		case !closes && (t.UPOS == parse.VERB || t.UPOS == parse.AUX):
			return -1
		}
	}
	return -1
}

// cutSemicolon begins a source behind the semicolon that parts it from what another says.
func (f *finder) cutSemicolon(s *Statement) {
	if len(s.Source) != 1 {
		return
	}
	if rest := strings.TrimLeft(s.Source[0].Text(f.d.Text), ";:, "); len(rest) < s.Source[0].Len() && rest != "" {
		s.Source[0].Start = s.Source[0].End - len(rest)
	}
}
