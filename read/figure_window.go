package read

import (
	"sayso/article"
	"sayso/parse"
)

// A total's window is the stretch of time that it counts over. The rules here are for words that give a
// window by themselves, whatever the tense: "between March and May", "the 12-day war", "has since killed".

// windows marks the figures of the sentence that such words cover.
func (s *counter) windows(from int) {
	for i := s.first; i < s.end; i++ {
		switch {
		case s.words[i] == "between" && s.timeWord(i+1):
			s.spanned(i, "and", from)
		case s.words[i] == "from" && s.timeWord(i+1) && s.word(i-1) != "up" && s.word(i-1) != "down":
			s.spanned(i, "to", from)
		case fights[s.words[i]] && s.word(i-1) == "of":
			s.daysOf(i, i-2, from)
		case s.words[i] == "conflict" && s.word(i-1) == "armed" && s.word(i-2) == "of":
			s.daysOf(i, i-3, from) // "during 50 days of armed conflict"
		case campaigns[s.words[i]]:
			s.over(i, from)
			s.tollOf(i, from)
		case s.brings(i):
			s.broughtBy(i, from)
		}
	}
}

// brings reports whether token i is what one more incident does to a number.
func (s *counter) brings(i int32) bool {
	switch s.words[i] {
	case "brought", "bring", "brings", "raised", "raises":
		return true
	case "takes", "took", "pushes", "pushed":
		for j := i + 1; j < i+5; j++ {
			if w := s.word(j); w == "toll" || w == "number" || w == "total" {
				return true
			}
		}
	}
	return false
}

// fights are words for violence that goes on for days.
var fights = map[string]bool{"fighting": true, "clashes": true, "violence": true, "attacks": true, "strikes": true, "airstrikes": true, "raids": true, "shelling": true,
	"bombardment": true, "battles": true, "combat": true, "war": true, "warfare": true, "hostilities": true, "unrest": true, "riots": true, "protests": true}

// daysOf marks what a stretch of violence at token i is said to have cost: "killed 57 people in three days of attacks", "five days of combat have
// killed 43". What happened after it is of its own day.
func (s *counter) daysOf(i, first int32, from int) {
	q, ok := s.quantity(first - 1)
	if !s.is(first, clUnit) || !ok || q.end != first {
		return
	}
	after, before := -1, -1
	switch w := s.word(q.first - 1); {
	case (w == "in" || w == "over" || w == "during" || w == "previous" || w == "past" || w == "last") && q.first-s.first < 4:
		after, before = int(s.d.Tokens[i].End), int(s.d.At(s.end-1).End)
	case w == "in" || w == "over" || w == "during":
		after, before = int(s.d.Tokens[s.first].Start), int(s.d.Tokens[q.first].Start)
	case q.first == s.first || s.words[q.first-1] == ",":
		after, before = int(s.d.Tokens[i].End), s.clauseEnd(i)
	}
	for k := from; k < len(s.out); k++ {
		if f := &s.out[k]; f.Form == "number" && f.Unit == "people" && f.Span.Start >= after && f.Span.End <= before && !f.Superseded {
			f.Cumulative = true
		}
	}
}

// timeWord reports whether token i begins a month or a year: what two ends of a window are made of.
func (s *counter) timeWord(i int32) bool {
	w := s.word(i)
	if len(w) == 4 && (w[:2] == "19" || w[:2] == "20") && s.digit(i) {
		return true
	}
	switch w {
	case "early", "late", "mid", "mid-", "last", "the":
		return s.timeWord(i + 1)
	case "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec":
		return s.capital(i)
	}
	return s.digit(i) && s.capital(i+1) && s.timeWord(i+1)
}

// spanned marks the figures of the clause that "between 2002 and March 2025" at token i closes: the last day is what
// they are as of.
func (s *counter) spanned(i int32, join string, from int) {
	and := i + 2
	for and < s.end && and < i+6 && s.words[and] != join {
		and++
	}
	if s.word(and) != join || !s.timeWord(and+1) {
		return
	}
	end := and + 2
	for end < s.end && end < and+5 && (s.timeWord(end) || s.digit(end) || s.words[end] == "," && s.digit(end+1)) {
		end++
	}
	against := s.heldAgainst(i)
	for k := from; k < len(s.out); k++ {
		if f := &s.out[k]; (f.Form == "number" || f.Form == "list") && f.Span.Start >= against {
			f.Cumulative, f.Since, f.AsOf = true, s.d.Range(i+1, and), s.d.Range(and+1, end)
		}
	}
}

// heldAgainst is the byte behind the last word of comparison before token i, or 0: in "the toll of 33 surpasses the 28 killed
// between 2008 and 2011" the window is that of the 28 alone.
func (s *counter) heldAgainst(i int32) int {
	for j := i - 1; j >= s.first && i-j < 16; j-- {
		switch s.words[j] {
		case "surpasses", "surpassed", "surpassing", "exceeds", "exceeded", "exceeding", "compared", "against", "versus", "outnumber", "outnumbers", "outnumbered", "topped", "tops":
			return int(s.d.Tokens[j].End)
		case "than":
			if w := s.word(j - 1); w == "higher" || w == "lower" || w == "fewer" || w == "more" && !s.digit(j+1) || w == "greater" || w == "worse" || w == "deadlier" {
				return int(s.d.Tokens[j].End)
			}
		}
	}
	return 0
}

// over marks what a campaign at token i is said to have cost, in the past too: "a seven-week campaign that left 300
// dead", "610 were killed during the 12-day war", "the war killed 900". A campaign without a length, or one that only
// dates something else ("days after a ceasefire ended the 12-day war"), says nothing.
func (s *counter) over(i int32, from int) {
	first := i // of the campaign's phrase
	for first > s.first && first > i-8 && !s.is(first-1, clPrep|clConj|clRel|clHave|clBe) && s.tag(first-1) != parse.VERB && s.words[first-1] != "," {
		first--
	}
	long := false
	for j := first; j < i; j++ {
		w := s.words[j]
		long = long || s.is(j, clUnit) && !s.digit(j) || len(w) > 4 && (w[len(w)-4:] == "-day" || w[len(w)-5:] == "-week" || len(w) > 6 && w[len(w)-6:] == "-month" || w[len(w)-5:] == "-year")
	}
	rel := i + 1
	for rel < s.end && rel < i+6 && s.words[rel] != "that" && s.words[rel] != "which" && s.words[rel] != "," && s.words[rel] != "." && !s.be(rel) {
		rel++
	}
	after, before := -1, -1
	switch w := s.word(first - 1); {
	case s.word(rel) == "that" || s.word(rel) == "which": // "a campaign that has now killed at least 29 people"
		after, before = int(s.d.Tokens[rel].End), s.clauseEnd(rel)
	case long && (w == "during" || w == "in" || w == "over" || w == "throughout"):
		after, before = s.stretch(i, first)
	case long && s.d.Tokens[i].Label == parse.Nsubj:
		after, before = int(s.d.Tokens[i].End), s.clauseEnd(i)
	default:
		return
	}
	for k := from; k < len(s.out); k++ {
		f := &s.out[k]
		if (f.Form == "number" || f.Form == "list") && f.Cue >= 0 && f.Span.Start >= after && f.Span.End <= before && !f.Superseded {
			f.Cumulative = true
			if f.Since.Len() == 0 {
				f.Since = s.began(i)
			}
		}
	}
}

// tollOf marks "the death toll of the campaign now stands at 121", the campaign at token i.
func (s *counter) tollOf(i int32, from int) {
	j := i - 1
	for j > s.first && j > i-7 && !s.is(j, clPrep) {
		j--
	}
	if s.word(j-1) != "toll" {
		return
	}
	for k := from; k < len(s.out); k++ {
		if f := &s.out[k]; f.Key == "toll" && f.Span.Start > int(s.d.Tokens[i].End) && !f.Superseded {
			f.Cumulative = true
		}
	}
}

// broughtBy marks "the strike brought the death toll to 21": what one more incident brings to a number is the number of
// them all. Bodies found bring the toll of one.
func (s *counter) broughtBy(i int32, from int) {
	j := i - 1
	for j > s.first && s.is(j, clHave) {
		j--
	}
	if w := s.word(j); !alike[w] && w != "shelling" && w != "sinking" && (!incidents[w] || s.ofADay(i)) {
		return
	}
	for k := from; k < len(s.out); k++ {
		if f := &s.out[k]; f.Form == "number" && f.Span.Start > int(s.d.Tokens[i].End) && f.Span.End <= s.clauseEnd(i) && !f.Superseded {
			f.Cumulative = true
		}
	}
}

// clauseEnd is the byte at which the clause after token i ends: at a comma, a quotation mark or the sentence's end.
func (s *counter) clauseEnd(i int32) int {
	for j := i + 1; j < s.end; j++ {
		if w := s.words[j]; w == "," || w == ";" || w == "\"" || w == "”" {
			return int(s.d.Tokens[j].Start)
		}
	}
	return int(s.d.At(s.end - 1).End)
}

// sinceThen handles "since" between "has" and its participle: "a campaign of air strikes, which has since killed
// nearly 300 people". Of a campaign it opens the window at the day spoken of before; of one incident ("three have
// since died") it says nothing of a total.
func (s *counter) sinceThen(i int32, from int) {
	many := false
	for j := s.first; j < i; j++ {
		many = many || campaigns[s.words[j]] || incidents[s.words[j]]
	}
	if !many {
		return
	}
	for k := from; k < len(s.out); k++ {
		if f := &s.out[k]; f.Span.Start > int(s.d.Tokens[i].Start) && (f.Form == "number" || f.Form == "list") {
			f.Cumulative, f.Since = true, s.d.Range(s.first, i)
		}
	}
}

// governs reports whether "since …" up to token end says what follows it counts over: it belongs to the subject,
// and no number stands before it. "The strikes since March 15 have left 82 dead", "the toll of the strikes since
// March 15 has risen to 61".
func (s *counter) governs(i, end int32, from int) bool {
	for k := from; k < len(s.out); k++ {
		if f := &s.out[k]; f.Form != "pronoun" && f.Form != "definite" && f.Span.End <= int(s.d.Tokens[i].Start) {
			return false
		}
	}
	for j := i + 1; j < s.end && j < end+4; j++ {
		if s.is(j, clHave) || s.be(j) && (revisingVerbs[s.word(j+1)] || s.digit(j+1)) {
			return true
		}
		if s.words[j] == "," && !s.digit(j+1) || s.is(j, clRel) {
			return false
		}
	}
	return false
}

// limited marks totals of a part of the ground: "In the Gulf of Sorn alone, 36 people have been killed", "of those,
// 41 were killed in the gulf". A sentence that opens with a place is so limited where a larger total stands in the two
// sentences before.
func (s *counter) limited(from int) {
	if s.word(s.first) != "in" && s.word(s.first) != "off" && s.word(s.first) != "along" {
		return
	}
	comma := s.first + 1
	for comma < s.end && comma < s.first+9 && s.words[comma] != "," {
		comma++
	}
	if s.word(comma) != "," {
		return
	}
	last := comma
	alone := s.words[comma-1] == "alone"
	if alone {
		last--
	}
	if last < s.first+2 || !s.isPlace(last-1) && !alone {
		return
	}
	for k := from; k < len(s.out); k++ {
		f := &s.out[k]
		if f.Form != "number" || f.Low == nil || !alone && !(s.perfect(f) && s.totalBefore(f, from)) {
			continue
		}
		f.Cumulative, f.Within = true, s.d.Range(s.first, last)
	}
}

// totalBefore reports whether a total above f's, of f's measure, stands before index from, no more than two sentences back.
func (s *counter) totalBefore(f *Figure, from int) bool {
	for k := from - 1; k >= 0 && s.d.Tokens[f.Head].Sentence-s.d.Tokens[s.out[k].Head].Sentence <= 2; k-- {
		if g := &s.out[k]; g.Measure == f.Measure && g.Cumulative && g.Low != nil && *g.Low >= *f.Low {
			return true
		}
	}
	return false
}

// dated is the span of ", on April 9," after token i, or empty: the day of an older document.
func (s *counter) dated(i int32) article.Span {
	for j := i; j < s.end && j < i+4; j++ {
		if (s.words[j] == "on" || s.words[j] == "of" || s.words[j] == "from") && (s.timeWord(j+1) || s.is(j+1, clTime)) {
			end := j + 1
			for end < s.end && end < j+5 && wordy(s.words[end]) && !s.is(end, clHave|clBe) && !gave[s.words[end]] {
				end++
			}
			return s.d.Range(j+1, end)
		}
	}
	return article.Span{}
}
