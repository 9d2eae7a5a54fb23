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
		for _, frame := range []func(*parse.Sentence) (Statement, bool){f.believed, f.closing, f.closingEarly, f.disclosed, f.opening, f.trailing, f.headline, f.understood, f.heard, f.learnedFrom, f.present, f.past, f.retort, f.saysThat, f.ruledOut, f.reckons} {
			st, ok := frame(s)
			if !ok {
				continue
			}
			if st.How == "closing" {
				f.out = slices.DeleteFunc(f.out, func(o Statement) bool { // "The ministry had been told that piers were cracked, two engineers told the Post": they told the Post
					return len(o.Source) == 1 && st.Source[0].Contains(o.Source[0]) && (st.Content[0].Contains(o.Cue[0]) || st.Source[0].Contains(o.Cue[0])) // "people aware of the matter told the Post"
				})
			}
			switch k := slices.IndexFunc(f.out, func(o Statement) bool { return slices.ContainsFunc(st.Cue, o.Cue[0].Overlaps) }); {
			case k < 0:
				if st.How == "closing" {
					f.endBefore(f.d.TokenAt(st.Source[0].Start), s)
					f.out = slices.DeleteFunc(f.out, func(o Statement) bool { // "the army objected, four officials told the Mail": nothing is said to be objected
						return len(o.Content) > 0 && o.Content[0].Start == st.Source[0].Start && o.Cue[0].End <= st.Content[0].End && o.Cue[0].Start >= st.Content[0].Start
					})
				}
				f.insert(st)
			case len(f.out[k].Source) == 0 && len(st.Source) > 0, st.How == "understood", st.How == "retort":
				f.out[k] = st
			case st.How == "closing" && f.out[k].CueHead == st.CueHead && f.out[k].Content[0].Start >= st.Cue[0].End:
				f.out[k] = st // what the model found is whom it was told: "…, Ruiz told a news conference in Vale"
			case st.How == "closing" && f.out[k].CueHead == st.CueHead && f.out[k].Content[0].Start < st.Cue[0].Start && f.out[k].Content[len(f.out[k].Content)-1].End > st.Source[0].Start:
				f.out[k] = st // content that runs into the source: "…, the minister, Ada Ruiz, said"
			case st.How == "closing" && f.out[k].CueHead == st.CueHead && len(f.out[k].Source) == 1 && st.Source[0].Contains(f.out[k].Source[0]) && st.Source[0].Len() > f.out[k].Source[0].Len()+1 && f.d.Tokens[f.d.TokenAt(f.out[k].Source[0].Start)-1].UPOS == parse.CCONJ:
				f.out[k] = st // "two officials and a diplomat", of whom the model found the diplomat
			case st.How == "closing" && f.out[k].CueHead == st.CueHead && len(f.out[k].Source) == 1 && f.knows(st.Source[0], f.out[k].Source[0]):
				f.out[k].Source = st.Source // "people aware of the matter", of whom the model found "people"
			case st.How == "closing" && f.out[k].CueHead == st.CueHead && len(f.out[k].Source) == 1 && f.out[k].Source[0].Start < st.Source[0].Start && f.out[k].Source[0].End == st.Source[0].End && f.apposed(s.First, f.d.TokenAt(st.Cue[0].Start)) > 0:
				f.out[k] = st // what stands before the name and its office is content: "…, most of them children, Ada Ruiz, the mayor, said"
			case st.How == "closing" && len(f.out[k].Content) == 1 && f.out[k].CueHead == st.CueHead && st.Content[0].Contains(f.out[k].Content[0]) && len(f.out[k].Source) == 1 && st.Source[0].Start <= f.out[k].Source[0].Start && f.partOf(f.out[k].Content[0], st.Content[0]):
				f.out[k].Content = st.Content // what the model found is no clause: "the directorate said it attacked the group, officials said"
			}
		}
	}
}

// knows says whether whole is who part is with what they know behind it: "people aware of the matter", "officials familiar with the talks".
func (f *finder) knows(whole, part article.Span) bool {
	if whole.Start != part.Start || whole.End <= part.End {
		return false
	}
	switch f.lower(f.d.TokenAt(part.End-1) + 1) {
	case "aware", "familiar", "close", "briefed", "informed", "privy", "involved":
		return true
	}
	return false
}

// partOf says whether a content is less than the sentence says before whoever closes it: no clause, an apposition ("a step it has long resisted"), or what
// another has said in it ("The premier has told aides that he will go, two officials said").
func (f *finder) partOf(c, whole article.Span) bool {
	first, end := f.d.TokenAt(c.Start), f.d.TokenAt(c.End)
	if !f.clause(first, end) {
		return true
	}
	if c.Start == whole.Start {
		return c.End < whole.End && end < int32(len(f.d.Tokens)) && f.d.At(end).UPOS != parse.PUNCT && f.d.At(end).UPOS != parse.CCONJ // "knew of the cracks" of "knew of the cracks two years before the dam broke"
	}
	if c.End < whole.End {
		return false
	}
	if w := f.lower(first - 1); w == "that" || w == "whether" {
		first-- // the content may stand behind the word
	}
	if w := f.lower(first); w == "that" || w == "whether" {
		return f.cue[max(0, f.d.At(first).Head)].kind != noCue || f.clause(f.d.TokenAt(whole.Start), first)
	}
	return f.lower(first-1) == "," && f.d.At(f.top(first, end)).UPOS == parse.NOUN && f.d.At(first).UPOS == parse.DET && f.clause(f.d.TokenAt(whole.Start), first)
}

// insert puts a statement where its cue stands.
func (f *finder) insert(st Statement) {
	at, _ := slices.BinarySearchFunc(f.out, st.Cue[0].Start, func(o Statement, at int) int { return o.Cue[0].Start - at })
	f.out = slices.Insert(f.out, at, st)
}

// headed is the index of the first statement with the cue head i, or -1. Statements stand in the order of their cues, so only those of i's
// sentence are looked at.
func (f *finder) headed(i int32) int {
	sentence := &f.d.Sentences[f.d.Tokens[i].Sentence]
	start, end := int(f.d.Tokens[sentence.First].Start), int(f.d.Tokens[sentence.End-1].End)
	at, _ := slices.BinarySearchFunc(f.out, start, func(o Statement, at int) int { return o.Cue[0].Start - at })
	for k := at; k < len(f.out) && f.out[k].Cue[0].Start < end; k++ {
		if f.out[k].CueHead == i {
			return k
		}
	}
	return -1
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
	for end > first && f.d.At(end-1).UPOS == parse.PUNCT && !strings.ContainsAny(f.d.Word(end-1), "\"“”'’)") {
		end--
	}
	return first, end
}

// clause says whether tokens [first, end) hold a finite verb and do not open with a word that subordinates them.
func (f *finder) clause(first, end int32) bool {
	switch f.lower(first) {
	case "when", "while", "although", "though", "if", "because", "after", "before", "since", "asked", "as", "unlike", "despite", "but", "and", "however":
		return false
	}
	return f.finite(first, end)
}

// givenName reports whether a "Per" that opens a sentence may be a person's: "Per Stroem said".
func (f *finder) givenName(i, end int32) bool {
	return i+1 < end && isCapital(f.d.Word(i+1)) && f.name[i+1] != nameNumber(parse.Outlet) && f.name[i+1] != nameNumber(parse.Organisation) && f.name[i+1] != nameNumber(parse.Place)
}

// opening is the statement that a preposition opens: "Per the ministry, 12 houses burned", "In Ruiz’s
// words, the plan is a gift", "In the words of her deputy, Tom Lane, “nobody warned us.”"
func (f *finder) opening(s *parse.Sentence) (st Statement, ok bool) {
	first, end := f.body(s)
	at, cue := first, []article.Span{}
	var from, to int32
	switch {
	case f.lower(at) == "per" && !f.givenName(at, end), f.lower(at) == "as" && f.lower(at+1) == "per":
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
		if words >= end-3 || f.lower(words) != "words" || f.d.At(words-1).XPOS != parse.XPOS_ && f.d.At(words-1).XPOS != parse.XPRPS {
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

// endBefore ends the contents of sentence s that hold token i, after a comma, before that comma.
func (f *finder) endBefore(i int32, s *parse.Sentence) {
	at, _ := slices.BinarySearchFunc(f.out, int(f.d.At(s.First).Start), func(o Statement, at int) int { return o.Cue[0].Start - at })
	for k := max(0, at-8); k < len(f.out) && f.out[k].Cue[0].Start < int(f.d.At(s.End-1).End); k++ {
		for n := range f.out[k].Content {
			if c := &f.out[k].Content[n]; c.Start < int(f.d.At(i-1).Start) && c.End > int(f.d.At(i-1).Start) && c.End <= int(f.d.At(s.End-1).End) {
				c.End = int(f.d.At(i - 2).End)
			}
		}
	}
}
