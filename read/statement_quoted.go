package read

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/parse"
)

// Someone who is quoted as saying something, and an outlet that passes it on.

// ownCount says whether tokens [first, end) are somebody's own count: "AFP’s tally", "the ministry’s own count".
func (f *finder) ownCount(first, end int32) bool {
	switch f.lower(end - 1) {
	case "count", "tally", "estimate", "estimates", "reckoning":
	default:
		return false
	}
	for i := first; i < end-1; i++ {
		if f.d.Tokens[i].XPOS == parse.XPOS_ {
			return end-first <= 8
		}
	}
	return false
}

// sayingForms follow "quoted … as".
var sayingForms = strings.Fields("saying telling warning calling adding stating claiming describing denying confirming asking arguing suggesting expressing")

// quotedAs is the statement of somebody who is "quoted as saying" something, token i being "quoted": in the
// passive whoever is quoted is its source, and who quotes stands before them in the chain (Through); in the
// active the one who quotes is the source and cites the other.
func (f *finder) quotedAs(s *parse.Sentence, i int32) (st Statement, ok bool) {
	switch f.lower(i) {
	case "quoted", "cited", "quotes", "cites", "quoting":
	default:
		return st, false
	}
	as := i + 1
	for as < min(s.End-1, i+30) && f.lower(as) != "as" && f.quote[as] == f.quote[i] {
		as++
	}
	if as+1 >= s.End || f.lower(as) != "as" || !slices.Contains(sayingForms, f.lower(as+1)) {
		return st, false
	}
	first, end := f.body(s)
	st = Statement{CueHead: i, Inside: -1, How: "quoted as"}
	left := i
	passive := false
	for left > first && (f.d.At(left-1).UPOS == parse.AUX || f.d.At(left-1).UPOS == parse.ADV) {
		left--
		passive = passive || slices.Contains(beVerbs, f.lower(left))
	}
	f.quotedSource(&st, first, left)
	if passive {
		st.Cue = []article.Span{f.d.Range(left, as+2)}
		if f.lower(i+1) == "by" && as > i+2 {
			st.Cue = []article.Span{f.d.Range(left, i+1), f.d.Range(as, as+2)}
			st.Through = []article.Span{f.d.Range(i+2, as)}
		}
	} else {
		if as < i+2 {
			return st, false
		}
		st.Cue = []article.Span{f.d.Range(left, i+1), f.d.Range(as, as+2)}
		st.Citing = []article.Span{f.d.Range(i+1, as)}
	}
	by := int32(-1) // "an official was quoted as saying by the Ledger"
	if passive && len(st.Through) == 0 && as+3 < end && f.lower(as+2) == "by" {
		if from, to := f.outletPhrase(as+3, end); to > from {
			st.Through, by = []article.Span{f.d.Range(from, to)}, to
		}
	}
	switch after := as + 2; {
	case by > 0 && len(st.Source) > 0 && f.d.TokenAt(st.Source[0].Start) > first+1:
		st.Content = f.beforeSource(&st, first)
	case end > after+1:
		if by > after {
			after = by
		}
		if f.lower(after) == ":" || f.lower(after) == "," {
			after++
		}
		st.Content = []article.Span{f.d.Range(after, f.quoteEnd(end))}
	case len(st.Source) > 0:
		st.Content = f.beforeSource(&st, first)
	}
	return st, len(st.Source) > 0 && len(st.Content) > 0
}

// beforeSource is what stands from token first to a statement's source, without the commas between, or nil.
func (f *finder) beforeSource(st *Statement, first int32) []article.Span {
	stop := f.d.TokenAt(st.Source[0].Start)
	for stop > first && f.lower(stop-1) == "," {
		stop--
	}
	if stop <= first {
		return nil
	}
	return []article.Span{f.d.Range(first, stop)}
}

// quotedSource gives a statement the subject of its cue, whose words begin at token left, for a source.
func (f *finder) quotedSource(st *Statement, first, left int32) {
	subject := f.subject(st.CueHead)
	if subject < first || subject >= left {
		subject = -1
	}
	if subject < 0 && left > first { // where the tree has none: what opens the sentence, or follows a comma
		from := left - 1
		for from > first && f.lower(from-1) != "," && f.quote[from-1] < 0 {
			from--
		}
		if f.speaker(from, left) {
			st.Source, st.SrcHead = []article.Span{f.d.Range(from, left)}, f.top(from, left)
		}
	} else if subject >= 0 {
		from, to := max(f.left[subject], first), min(f.right[subject], left)
		for to < left && f.d.Tokens[to].UPOS == parse.PROPN { // "semi-official news agency Norpress", where the tree has two subjects
			to++
		}
		for from < subject && (f.quote[from] >= 0 || f.d.Tokens[from].UPOS == parse.PUNCT) {
			from++
		}
		st.Source, st.SrcHead = []article.Span{f.d.Range(from, to)}, subject
	}
}

// passedOn gives a statement the outlet that passed it on, where its sentence ends or breaks in "as quoted by the
// Ledger", "as reported by …", "via the agency Norpress": it stands before the source in the chain.
func (f *finder) passedOn(s *Statement, sentence *parse.Sentence) {
	if len(s.Through) > 0 || len(s.Source) == 0 {
		return
	}
	for i := sentence.First + 2; i+2 < sentence.End; i++ {
		word, from := f.lower(i), i+1
		switch {
		case word == "via":
		case word == "as" && f.lower(i+2) == "by" && slices.Contains([]string{"quoted", "reported", "cited", "relayed", "carried"}, f.lower(i+1)):
			from = i + 3
		default:
			continue
		}
		to := from
		for to < sentence.End && to < from+8 && !f.endsPhrase(to) && f.d.Tokens[to].UPOS != parse.VERB {
			to++
		}
		if to == from || slices.Contains(platforms, f.d.Word(from)) || !f.outletIn(from, to) || f.quote[i] >= 0 {
			continue
		}
		s.Through = []article.Span{f.d.Range(from, to)}
		at := int(f.d.Tokens[i].Start)
		if src := &s.Source[0]; src.Start < at && at < src.End {
			src.End = int(f.d.At(i - 1).End)
		}
		for k := range s.Content {
			if c := &s.Content[k]; c.Start < at && at < c.End && c.End <= int(f.d.At(to-1).End) {
				end := i
				for end > sentence.First+1 && f.lower(end-1) == "," {
					end--
				}
				c.End = max(c.Start+1, int(f.d.At(end-1).End))
			}
		}
		return
	}
}

// outletIn says whether tokens [first, end) name an outlet.
func (f *finder) outletIn(first, end int32) bool {
	for i := first; i < end; i++ {
		if f.isOutletName(i) || slices.Contains(outletWords, f.lower(i)) {
			return true
		}
	}
	return false
}
