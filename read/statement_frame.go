package read

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/parse"
)

// A frame is a form of attribution so fixed that its words alone decide, whatever the models say of it:
// the clause that closes a sentence (", two diplomats told Reuters."), a preposition that opens one
// ("Per the ministry, …"), someone who is quoted as saying something, a headline.

// frames adds the statements of those forms that no model found.
func (f *finder) frames() {
	for k := range f.d.Sentences {
		s := &f.d.Sentences[k]
		if s.End-s.First < 4 {
			continue
		}
		for i := s.First; i < s.End; i++ {
			if st, ok := f.quotedAs(s, i); ok {
				f.replace(st)
			}
			if st, ok := f.weighs(s, i); ok && !f.cued(i) {
				f.insert(st)
			}
		}
		for _, frame := range []func(*parse.Sentence) (Statement, bool){f.believed, f.closing, f.opening, f.trailing, f.headline, f.understood, f.heard, f.present, f.past, f.retort} {
			st, ok := frame(s)
			if !ok {
				continue
			}
			switch k := slices.IndexFunc(f.out, func(o Statement) bool { return slices.ContainsFunc(st.Cue, o.Cue[0].Overlaps) }); {
			case k < 0:
				f.insert(st)
			case len(f.out[k].Source) == 0 && len(st.Source) > 0, st.How == "understood":
				f.out[k] = st
			case st.How == "closing" && f.out[k].CueHead == st.CueHead && f.out[k].Content[0].Start >= st.Cue[0].End:
				f.out[k] = st // what the model found is whom it was told: "…, Ruiz told a news conference in Vale"
			case st.How == "closing" && f.out[k].CueHead == st.CueHead && f.out[k].Content[0].Start < st.Cue[0].Start && f.out[k].Content[len(f.out[k].Content)-1].End > st.Source[0].Start:
				f.out[k] = st // content that runs into the source: "…, the minister, Ada Ruiz, said"
			case st.How == "closing" && f.out[k].CueHead == st.CueHead && len(f.out[k].Source) == 1 && st.Source[0].Contains(f.out[k].Source[0]) && st.Source[0].Len() > f.out[k].Source[0].Len()+1 && f.d.Tokens[f.d.TokenAt(f.out[k].Source[0].Start)-1].UPOS == parse.CCONJ:
				f.out[k] = st // "two officials and a diplomat", of whom the model found the diplomat
			case st.How == "closing" && f.out[k].CueHead == st.CueHead && len(f.out[k].Source) == 1 && f.out[k].Source[0].Start < st.Source[0].Start && f.out[k].Source[0].End == st.Source[0].End && f.apposed(s.First, f.d.TokenAt(st.Cue[0].Start)) > 0:
				f.out[k] = st // what stands before the name and its office is content: "…, most of them children, Ada Ruiz, the mayor, said"
			case st.How == "closing" && len(f.out[k].Content) == 1 && f.out[k].CueHead == st.CueHead && st.Content[0].Contains(f.out[k].Content[0]) && !f.clause(f.d.TokenAt(f.out[k].Content[0].Start), f.d.TokenAt(f.out[k].Content[0].End)):
				f.out[k].Content = st.Content // what the model found is no clause: "the directorate said it attacked the group, officials said"
			}
		}
	}
}

// insert puts a statement where its cue stands.
func (f *finder) insert(st Statement) {
	at, _ := slices.BinarySearchFunc(f.out, st.Cue[0].Start, func(o Statement, at int) int { return o.Cue[0].Start - at })
	f.out = slices.Insert(f.out, at, st)
}

// replace puts a statement in the place of all whose cue is part of its own.
func (f *finder) replace(st Statement) {
	f.out = slices.DeleteFunc(f.out, func(o Statement) bool {
		return o.CueHead == st.CueHead || slices.ContainsFunc(st.Cue, o.Cue[0].Overlaps)
	})
	f.insert(st)
}

// body is the tokens of a sentence without its dateline and without the marks that close it.
func (f *finder) body(s *parse.Sentence) (first, end int32) {
	first, end = f.d.Body(s), s.End
	for end > first && f.d.Tokens[end-1].UPOS == parse.PUNCT && !strings.ContainsAny(f.d.Word(end-1), "\"“”'’)") {
		end--
	}
	return first, end
}

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
	for left > first && (f.d.Tokens[left-1].UPOS == parse.AUX || f.d.Tokens[left-1].UPOS == parse.ADV) {
		left--
	}
	last := left // the end of the source, before what stands between commas: ", the minister, speaking to reporters, said"
	if f.lower(left-1) == "," {
		for k := left - 2; k > max(first, left-16) && last == left; k-- {
			if f.lower(k) == "," && (f.d.Tokens[k+1].XPOS == parse.XVBG || f.lower(k+1) == "who") {
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
	if f.lower(from) != "," || from+2 > cue-1 || f.d.Tokens[from+1].UPOS != parse.DET || !f.clause(first, from) || cue+2 >= end || !f.speaker(cue+2, end) {
		return st, false
	}
	f.endBefore(from+1, &f.d.Sentences[f.d.Tokens[cue].Sentence])
	return Statement{Source: []article.Span{f.d.Range(cue+2, end)}, Cue: []article.Span{f.d.Range(cue, cue+2)}, Content: []article.Span{f.d.Range(from+1, cue)},
		CueHead: cue, SrcHead: f.top(cue+2, end), Inside: -1, How: "closing"}, true
}

// addressed says whether what stands between the cue of a closing clause and the end of the sentence is
// whom it was told, when, or how: "told Reuters on Monday", "said by phone".
func (f *finder) addressed(cue, end int32) bool {
	switch t := &f.d.Tokens[cue+1]; t.UPOS {
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

// clause says whether tokens [first, end) hold a finite verb and do not open with a word that subordinates them.
func (f *finder) clause(first, end int32) bool {
	switch f.lower(first) {
	case "when", "while", "although", "though", "if", "because", "after", "before", "since", "asked", "as", "unlike", "despite", "but", "and", "however":
		return false
	}
	for i := first; i < end; i++ {
		switch f.d.Tokens[i].XPOS {
		case parse.XVBD, parse.XVBZ, parse.XVBP, parse.XMD:
			return true
		}
	}
	return false
}

// opening is the statement that a preposition opens: "Per the ministry, 12 houses burned", "In Ruiz’s
// words, the plan is a gift", "In the words of her deputy, Tom Lane, “nobody warned us.”"
func (f *finder) opening(s *parse.Sentence) (st Statement, ok bool) {
	first, end := f.body(s)
	at, cue := first, []article.Span{}
	var from, to int32
	switch {
	case f.lower(at) == "per", f.lower(at) == "as" && f.lower(at+1) == "per":
		if f.lower(at) == "as" {
			at++
		}
		from, to = at+1, f.comma(at+1, end, false)
		cue = append(cue, f.d.Range(first, at+1))
	case f.lower(at) == "in" && f.lower(at+1) == "the" && f.lower(at+2) == "words" && f.lower(at+3) == "of":
		from, to = at+4, f.comma(at+4, end, true)
		cue = append(cue, f.d.Range(first, at+4))
		at += 2
	case f.lower(at) == "in":
		words := at + 1
		for words < min(end, at+12) && f.lower(words) != "words" {
			words++
		}
		if words >= end-3 || f.lower(words) != "words" || f.d.Tokens[words-1].XPOS != parse.XPOS_ && f.d.Tokens[words-1].XPOS != parse.XPRPS {
			return st, false
		}
		from, to = at+1, words
		cue = append(cue, f.d.Span(at), f.d.Span(words))
		at = words
		if f.lower(words+1) != "," {
			return st, false
		}
		return Statement{Source: []article.Span{f.d.Range(from, to)}, Cue: cue, Content: []article.Span{f.d.Range(words+2, f.quoteEnd(end))}, CueHead: at, SrcHead: f.top(from, to), Inside: -1, How: "opening"}, true
	default:
		return st, false
	}
	if to <= from || to+2 >= end || !f.speaker(from, to) && f.lower(first) != "in" {
		return st, false
	}
	return Statement{Source: []article.Span{f.d.Range(from, to)}, Cue: cue, Content: []article.Span{f.d.Range(to+1, f.quoteEnd(end))}, CueHead: at, SrcHead: f.top(from, to), Inside: -1, How: "opening"}, true
}

// comma is the token of the comma that ends the phrase from token i, or i; of an apposition ("her deputy,
// Tom Lane, …") it is the second.
func (f *finder) comma(i, end int32, apposed bool) int32 {
	for k := i; k < min(end, i+20); k++ {
		if f.lower(k) == "," {
			if apposed && k+1 < end && f.name[k+1] == nameNumber(parse.Person) {
				return f.comma(k+1, end, false)
			}
			return k
		}
		if f.quote[k] >= 0 || f.d.Tokens[k].XPOS == parse.XVBD || f.d.Tokens[k].XPOS == parse.XVBZ {
			break
		}
	}
	return i
}

// quoteEnd is end, or past the mark that closes the quotation before it.
func (f *finder) quoteEnd(end int32) int32 {
	if k := f.quote[end-1]; k >= 0 {
		return f.quotes[k].End
	}
	return end
}

// trailing is the statement that ends in "per" and its source, "Twelve houses burned, per the ministry", or in whose
// count it is: "The strikes have killed 57 people, by AFP’s count."
func (f *finder) trailing(s *parse.Sentence) (st Statement, ok bool) {
	first, end := f.body(s)
	for i := end - 2; i > first+3 && i > end-12; i-- {
		if f.lower(i) != "per" && !(f.lower(i) == "by" && f.ownCount(i+1, end)) {
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
		if !(f.lower(i) == "by" || f.lower(i+1) == "the" || f.d.Tokens[i+1].UPOS == parse.PROPN) || !f.speaker(i+1, end) || !f.clause(first, stop) {
			return st, false
		}
		return Statement{Source: []article.Span{f.d.Range(i+1, end)}, Cue: []article.Span{f.d.Range(cue, i+1)}, Content: []article.Span{f.d.Range(first, stop)}, CueHead: i, SrcHead: f.top(i+1, end), Inside: -1, How: "trailing"}, true
	}
	return st, false
}

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
	for left > first && (f.d.Tokens[left-1].UPOS == parse.AUX || f.d.Tokens[left-1].UPOS == parse.ADV) {
		left--
		passive = passive || slices.Contains(beVerbs, f.lower(left))
	}
	subject := f.subject(i)
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
		for from < subject && (f.quote[from] >= 0 || f.d.Tokens[from].UPOS == parse.PUNCT) {
			from++
		}
		st.Source, st.SrcHead = []article.Span{f.d.Range(from, to)}, subject
	}
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
	switch after := as + 2; {
	case end > after+1:
		if f.lower(after) == ":" || f.lower(after) == "," {
			after++
		}
		st.Content = []article.Span{f.d.Range(after, f.quoteEnd(end))}
	case len(st.Source) > 0:
		stop := f.d.TokenAt(st.Source[0].Start)
		for stop > first && f.lower(stop-1) == "," {
			stop--
		}
		if stop <= first {
			return st, false
		}
		st.Content = []article.Span{f.d.Range(first, stop)}
	default:
		return st, false
	}
	return st, len(st.Source) > 0
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
			src.End = int(f.d.Tokens[i-1].End)
		}
		for k := range s.Content {
			if c := &s.Content[k]; c.Start < at && at < c.End && c.End <= int(f.d.Tokens[to-1].End) {
				end := i
				for end > sentence.First+1 && f.lower(end-1) == "," {
					end--
				}
				c.End = max(c.Start+1, int(f.d.Tokens[end-1].End))
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

// headline is the statement of a headline: "Road to close, says minister", "‘Nobody warned us’ – widow of
// miner", "Officials: Talks failed". A headline is a line of its own without a full stop.
func (f *finder) headline(s *parse.Sentence) (st Statement, ok bool) {
	first, end := s.First, s.End
	if end-first > 20 || !f.line(s) || f.d.Tokens[end-1].UPOS == parse.PUNCT && f.quote[end-1] < 0 {
		return st, false
	}
	for i := first + 1; i+1 < end; i++ {
		word := f.lower(i)
		switch {
		case word == ":" && i <= first+4 && i+2 < end && f.phrase(first, i) != nil && f.d.Tokens[first].UPOS != parse.VERB:
			return Statement{Source: []article.Span{f.d.Range(first, i)}, Cue: []article.Span{f.d.Span(i)}, Content: []article.Span{f.d.Range(i+1, end)}, CueHead: i, SrcHead: f.top(first, i), Inside: -1, How: "headline"}, true
		case (word == "–" || word == "—" || word == "-") && i > first+1 && f.d.Tokens[i-1].End < f.d.Tokens[i].Start && end-i <= 6 && (f.quote[i-1] >= 0 || f.d.Tokens[end-1].UPOS == parse.NOUN && f.phrase(i+1, end) != nil):
			return Statement{Source: []article.Span{f.d.Range(i+1, end)}, Cue: []article.Span{f.d.Span(i)}, Content: []article.Span{f.d.Range(first, i)}, CueHead: i, SrcHead: f.top(i+1, end), Inside: -1, How: "headline"}, true
		case word == "," && (f.lower(i+1) == "says" || f.lower(i+1) == "say" || f.lower(i+1) == "warns") && i+2 < end && f.phrase(i+2, end) != nil:
			st := Statement{Source: []article.Span{f.d.Range(i+2, end)}, Cue: []article.Span{f.d.Span(i + 1)}, Content: []article.Span{f.d.Range(first, i)}, CueHead: i + 1, SrcHead: f.top(i+2, end), Inside: -1, How: "headline"}
			f.replace(st)
			return st, true
		}
	}
	return st, false
}

// line says whether sentence s is a line of its own.
func (f *finder) line(s *parse.Sentence) bool {
	before := strings.TrimRight(f.d.Text[:f.d.Tokens[s.First].Start], " \t")
	after := strings.TrimLeft(f.d.Text[f.d.Tokens[s.End-1].End:], " \t")
	return (before == "" || strings.HasSuffix(before, "\n")) && (after == "" || strings.HasPrefix(after, "\n"))
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

// heard is what was said in court, whoever said it there: "He stole it, a court has heard", "She lost her
// savings, the jury was told". It has no source.
func (f *finder) heard(s *parse.Sentence) (st Statement, ok bool) {
	first, end := f.body(s)
	i := end - 1
	for i > first+4 && end-i < 8 && f.lower(i) != "heard" && f.lower(i) != "told" {
		i--
	}
	if i <= first+4 || f.lower(i) != "heard" && f.lower(i) != "told" || f.quote[i] >= 0 {
		return st, false
	}
	cue := i
	for cue > first && f.d.Tokens[cue-1].UPOS == parse.AUX {
		cue--
	}
	if f.lower(i) == "told" && (cue == i || !slices.Contains(beVerbs, f.lower(i-1))) {
		return st, false
	}
	from := cue - 1
	for from > first && f.lower(from) != "," && cue-from < 8 {
		from--
	}
	if f.lower(from) != "," || !slices.ContainsFunc([]string{"court", "jury", "jurors", "tribunal", "inquest", "inquiry", "hearing", "trial"}, func(w string) bool { return f.lower(cue-1) == w }) || !f.clause(first, from) {
		return st, false
	}
	return Statement{Cue: []article.Span{f.d.Range(from+1, i+1)}, Content: []article.Span{f.d.Range(first, from)}, CueHead: i, SrcHead: -1, Inside: -1, How: "heard"}, true
}

var hashWhether = hashLower("whether")

// weighs is the statement of somebody who weighs whether to do something: "Officials are weighing whether to
// close the port." What one does not know, or goes to see, is none.
func (f *finder) weighs(s *parse.Sentence, i int32) (st Statement, ok bool) {
	if i+2 >= s.End || f.form[i+1] != hashWhether || (f.d.Tokens[i].UPOS != parse.VERB || f.cue[i].kind == noCue) && f.lower(i) != "weighing" || f.quote[i] >= 0 || f.negated(i) ||
		slices.Contains([]string{"know", "see", "find", "understand", "determine", "establish", "tell"}, f.d.Tokens[i].Lemma) {
		return st, false
	}
	subject := f.d.Child(i, parse.Nsubj)
	if subject < s.First || subject >= i || f.lower(subject) == "it" {
		return st, false
	}
	cue, end := i, f.right[i]
	for cue > f.right[subject] && (f.d.Tokens[cue-1].UPOS == parse.AUX || f.d.Tokens[cue-1].UPOS == parse.ADV) {
		cue--
	}
	for end > i+2 && f.d.Tokens[end-1].UPOS == parse.PUNCT {
		end--
	}
	return Statement{Source: []article.Span{f.d.Range(f.left[subject], min(f.right[subject], cue))}, Cue: []article.Span{f.d.Range(cue, i+1)}, Content: []article.Span{f.d.Range(i+1, end)},
		CueHead: i, SrcHead: subject, Inside: -1, How: "weighs"}, true
}

// believed is what is believed or said of somebody in the passive, by nobody in particular: "The general is
// believed to have left the country."
func (f *finder) believed(s *parse.Sentence) (st Statement, ok bool) {
	for i := s.First + 2; i+2 < s.End; i++ {
		if f.lower(i+1) != "to" || f.d.Tokens[i].XPOS != parse.XVBN || f.quote[i] >= 0 || !slices.Contains([]string{"believed", "thought", "said", "understood", "reported", "alleged", "feared", "rumoured", "rumored"}, f.lower(i)) {
			continue
		}
		cue := i
		for cue > s.First && (f.d.Tokens[cue-1].UPOS == parse.AUX || f.d.Tokens[cue-1].UPOS == parse.ADV) {
			cue--
		}
		subject := f.d.Child(i, parse.NsubjPass, parse.Nsubj)
		if cue == i || !slices.Contains(beVerbs, f.lower(i-1)) && !slices.Contains(beVerbs, f.lower(cue)) || subject < s.First || subject >= cue || f.right[i] <= i+2 {
			continue
		}
		_, end := f.body(s)
		return Statement{Cue: []article.Span{f.d.Range(cue, i+1)}, Content: []article.Span{f.d.Range(f.left[subject], min(f.right[subject], cue)), f.d.Range(i+1, min(end, f.right[i]))},
			CueHead: i, SrcHead: -1, Inside: -1, How: "believed"}, true
	}
	return st, false
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
		switch next := &f.d.Tokens[i+1]; {
		case f.lower(i+1) == "that" || next.UPOS == parse.NUM || f.lower(i+1) == "at" && f.lower(i+2) == "least":
		case slices.Contains(nounCues, f.lower(i)), next.UPOS != parse.DET && next.UPOS != parse.PROPN && next.UPOS != parse.PRON:
			return st, false
		}
		if !f.speaker(first, i) {
			return st, false
		}
		return Statement{Source: []article.Span{f.d.Range(first, i)}, Cue: []article.Span{f.d.Span(i)}, Content: []article.Span{f.d.Range(i+1, f.quoteEnd(end))},
			CueHead: i, SrcHead: f.top(first, i), Inside: -1, How: "present"}, true
	}
	return st, false
}

var retorts = strings.Fields("denies denied deny rejects rejected reject disputes disputed dispute dismissed dismisses confirms confirmed")

// retort is the denial that a sentence ends in: "Norland accused Lorland of arming them, a charge the Lorlanders
// deny." What the charge is ends before it.
func (f *finder) retort(s *parse.Sentence) (st Statement, ok bool) {
	first, end := f.body(s)
	for i := end - 3; i > first+3 && i > end-16; i-- {
		if f.lower(i-1) != "," || f.lower(i) != "a" && f.lower(i) != "an" || !slices.Contains([]string{"claim", "charge", "allegation", "accusation", "figure", "assertion", "account", "report"}, f.lower(i+1)) {
			continue
		}
		who := i + 2
		if f.lower(who) == "that" || f.lower(who) == "which" {
			who++
		}
		cue := who
		for cue < end && !slices.Contains(retorts, f.lower(cue)) {
			cue++
		}
		left := cue
		for left > who && f.d.Tokens[left-1].UPOS == parse.AUX {
			left--
		}
		if cue >= end || cue+1 < end && f.d.Tokens[cue+1].UPOS != parse.ADP && f.d.Tokens[cue+1].UPOS != parse.ADV || who >= left || f.quote[cue] >= 0 || f.lower(cue+1) == "by" {
			return st, false
		}
		f.endBefore(i, s)
		return Statement{Source: []article.Span{f.d.Range(who, left)}, Cue: []article.Span{f.d.Range(left, cue+1)}, Content: []article.Span{f.d.Range(i, i+2)},
			CueHead: cue, SrcHead: f.top(who, left), Inside: -1, How: "retort"}, true
	}
	return st, false
}

// endBefore ends the contents of sentence s that hold token i, after a comma, before that comma.
func (f *finder) endBefore(i int32, s *parse.Sentence) {
	for k := range f.out {
		for n := range f.out[k].Content {
			if c := &f.out[k].Content[n]; c.Start < int(f.d.Tokens[i-1].Start) && c.End > int(f.d.Tokens[i-1].Start) && c.End <= int(f.d.Tokens[s.End-1].End) {
				c.End = int(f.d.Tokens[i-2].End)
			}
		}
	}
}
