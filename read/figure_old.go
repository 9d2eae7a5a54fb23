package read

import (
	"slices"

	"sayso/article"
	"sayso/parse"
)

// Old values are counts that a report gives as replaced: "up from 812", "an earlier toll of 294", "initially said".

// replaced marks the old values of the sentence: "up from 812 dead and 2,817 injured a day earlier", "previously,
// officials had put the toll at 1,124", "an initial report had put the toll at 40". The older document's own day is what
// they are as of.
func (s *counter) replaced(from int) {
	after, until, before, beforeEnd, document := -1, -1, -1, -1, -1
	var asOf article.Span
	for i := s.first; i < s.end; i++ {
		switch w := s.words[i]; {
		case older[w] && documents[s.word(i+1)] && s.subjectAt(i+1):
			document, asOf = int(s.d.Tokens[i].End), s.dated(i+2)
		case w == "from" && (s.word(i-1) == "up" || s.word(i-1) == "down"):
			after, until = int(s.d.Tokens[i].End), int(s.d.Tokens[i].End)+60
			if q, ok := s.quantity(i + 1); ok && s.word(q.end) == "to" {
				until = int(s.d.Tokens[q.end].Start) // "revised down from 145 to 128"
			}
		case i == s.first && (w == "previously" || w == "earlier" || w == "initially"), w == "initial" && (s.word(i+1) == "report" || s.word(i+1) == "reports" || s.word(i+1) == "count" || s.word(i+1) == "toll"),
			i > s.first && i < s.first+4 && w == "earlier" && s.is(i-1, clUnit|clTime), (w == "earlier" || w == "previously") && (gave[s.word(i+1)] || s.word(i+1) == "spoken" || s.word(i+1) == "that" && s.hadTold(i)):
			before, beforeEnd = int(s.d.Tokens[i].End), s.saidUntil(i)
		}
		s.olderToll(i, from)
		s.initially(i, from)
		s.takenBack(i, from)
		s.instead(i, from)
		s.withdrawn(i, from)
	}
	for k := from; k < len(s.out); k++ {
		f := &s.out[k]
		earlier := before >= 0 && f.Span.Start > before && f.Span.Start < beforeEnd
		toll := f.Key == "toll" || f.Key == "total" || f.Key == "deaths" || f.Key == "missing"
		if after >= 0 && f.Span.Start >= after && f.Span.Start < until || earlier && toll {
			f.Superseded = true
		}
		if earlier && !f.Superseded && f.Form == "number" && f.Unit == "people" {
			s.told = append(s.told, f.Span) // old if the report has another number
		}
		if f.Measure == "missing" && s.nowFound(f) {
			f.Superseded = true
		}
		if document >= 0 && f.Span.Start > document && f.Form == "number" {
			f.Superseded, f.AsOf = true, asOf
		}
	}
}

// hadTold reports whether "had told" stands shortly before token i: "a source had told the agency earlier that 279 were dead".
func (s *counter) hadTold(i int32) bool {
	for j := i - 1; j > i-6 && j >= s.first; j-- {
		if w := s.words[j]; (w == "told" || w == "said") && s.word(j-1) == "had" {
			return true
		}
	}
	return false
}

// saidUntil is where a clause ends that token i stands in, at ", while" or ", but": "had earlier put the toll at 21, while an official said that 28 had died".
func (s *counter) saidUntil(i int32) int {
	for j := i; j < s.end; j++ {
		if w := s.words[j]; w == ";" || (w == "while" || w == "but" || w == "whereas") && s.word(j-1) == "," {
			return int(s.d.Tokens[j].Start)
		}
	}
	return int(s.d.At(s.end-1).End) + 1
}

// countedAnew reports whether two figures can be an earlier and a later number of the same people.
func countedAnew(f, g *Figure) bool {
	return f.Low != nil && g.Low != nil && *f.Low != *g.Low && *f.Low > 2 && *g.Low > 2 && 4**g.Low >= *f.Low
}

// toldEarlier marks what was told earlier by the words ("Earlier, the office said at least 11,300 were dead") where the report has another number near it
// of the same measure.
func (s *counter) toldEarlier() {
	for _, sp := range s.told {
		at, _ := slices.BinarySearchFunc(s.out, sp.Start, func(f Figure, start int) int { return f.Span.Start - start })
		for at < len(s.out) && s.out[at].Span.Start == sp.Start && s.out[at].Span != sp {
			at++
		}
		if at == len(s.out) || s.out[at].Span != sp {
			continue
		}
		for k := max(0, at-4*lookBack); k < min(len(s.out), at+4*lookBack); k++ {
			f, g := &s.out[at], &s.out[k]
			if k != at && g.Measure == f.Measure && g.Form == "number" && g.PartOf < 0 && !g.Superseded && countedAnew(f, g) {
				f.Superseded = true
			}
		}
	}
}

// olderToll marks the number of an older toll named at token i: "revising an earlier death toll of 294", "lower than
// initial estimates of 270 fatalities". Whatever the sentence does with it, it is a value that was given before.
func (s *counter) olderToll(i int32, from int) {
	if !older[s.words[i]] {
		return
	}
	j := i + 1
	for j < i+4 && !documents[s.word(j)] {
		if !s.noun(j) && s.tag(j) != parse.ADJ {
			return // "an earlier attack, whose toll of 30 …"
		}
		j++
	}
	if !documents[s.word(j)] {
		return
	}
	for j++; s.is(j, clBe|clHave) || s.word(j) == "stood" || s.word(j) == "at"; j++ {
	}
	if s.word(j) == "of" {
		j++
	}
	q, ok := s.quantity(j)
	if !ok {
		return
	}
	s.supersede(q, from)
}

// initially marks what was said at first: "officials initially said that at least 279 were killed", "the toll was
// originally put at 40". What "but" or "before" sets against it is no longer old.
func (s *counter) initially(i int32, from int) {
	if w := s.words[i]; w != "initially" && w != "originally" || !gave[s.word(i+1)] && !gave[s.word(i-1)] {
		return
	}
	end, aside := i+1, s.word(i-1) == "," // "the toll, initially put at 1,200, stands at 410"
	for end < s.end && !turns[s.words[end]] && !(aside && s.words[end] == ",") {
		end++
	}
	sp := s.d.Range(i, end)
	for k := from; k < len(s.out); k++ {
		if f := &s.out[k]; f.Form == "number" && f.Span.Overlaps(sp) {
			f.Superseded = true
		}
	}
}

// takenBack marks what somebody had said where the sentence says that it was wrong, at token i, or what stands for it: "had announced that 368
// were rescued, a mistake", "but said that the numbers had been miscalculated", "reported that 368 were rescued, but this was revised to 164".
func (s *counter) takenBack(i int32, from int) {
	if w := s.words[i]; !wrongly[w] && !(revised[w] && (s.word(i+1) == "to" || s.word(i+2) == "to")) && !((revised[w] || w == "reduced") && s.is(i+1, clDet|clPoss) && countNouns[s.word(i+2)] && s.word(i+3) != "to") {
		return // "had put the toll at 275, but scientists reduced the figure"
	}
	told, turn := int32(-1), i
	for j := i - 1; j >= s.first; j-- {
		if turns[s.words[j]] || s.words[j] == "," {
			turn = j
		}
		if gave[s.words[j]] && turn < i && !s.digit(j+1) {
			told = j
		}
	}
	if told < 0 || told > turn {
		return
	}
	old := s.d.Range(told, turn)
	last := -1
	for k := from; k < len(s.out); k++ {
		if f := &s.out[k]; f.Form == "number" && f.Span.Overlaps(old) {
			f.Superseded, last = true, k
		}
	}
	if last < 0 || !revised[s.words[i]] {
		return
	}
	to := i + 1
	if s.word(to) != "to" {
		to++
	}
	if q, ok := s.quantity(to + 1); ok && !s.notACount(q) && !s.noun(q.end) {
		p := phrase{first: q.first, end: q.end, head: q.num, q: q, form: formNumber, bare: true, person: true}
		f := s.out[last]
		s.figure(&p, f.Measure, f.Key, f.Cue, nil)
	}
}

// instead finds the count that another one takes the place of, behind token i: "410 people drowned instead of 1,200", "48 died, not 52 as
// previously thought", "410 are dead, down from 1,200".
func (s *counter) instead(i int32, from int) {
	at := int32(-1)
	switch w := s.words[i]; {
	case w == "instead" && s.word(i+1) == "of", w == "rather" && s.word(i+1) == "than", w == "down" && s.word(i+1) == "from":
		at = i + 2
	case (w == "fewer" || w == "lower" || w == "less") && s.word(i+1) == "than" && s.firstTold(i+2):
		at = i + 2 // "far fewer than the 2,000 first given"
	case w == "not" && i > s.first+1 && (s.word(i-1) == "," || s.word(i-1) == "and"):
		at = i + 1
	default:
		return
	}
	if s.is(at, clDet|clPoss) {
		at++ // "instead of the 1,200 that it gave before"
	}
	q, ok := s.quantity(at)
	if !ok || s.notACount(q) || s.is(q.end, clUnit) {
		return
	}
	now, sp := -1, s.d.Range(q.first, q.end)
	for k := from; k < len(s.out); k++ {
		f := &s.out[k]
		if f.Span.Overlaps(sp) {
			f.Superseded, f.Cumulative = true, false
			return
		}
		if f.Form == "number" && f.Unit == "people" && f.PartOf < 0 && f.Span.End <= sp.Start && !f.Superseded {
			now = k
		}
	}
	if now < 0 || s.noun(q.end) && !s.is(q.end, clPerson) {
		return
	}
	f := s.out[now]
	p := phrase{first: q.first, end: q.end, head: q.num, q: q, form: formNumber, bare: true, person: true, who: "toll"}
	s.figure(&p, f.Measure, f.Key, f.Cue, func(g *Figure) { g.Superseded = true })
}

// firstTold reports whether the number at token i is by the words behind it what was told first.
func (s *counter) firstTold(i int32) bool {
	if s.is(i, clDet|clPoss) {
		i++
	}
	q, ok := s.quantity(i)
	if !ok {
		return false
	}
	switch s.word(q.end) {
	case "first", "initially", "originally", "previously", "earlier":
		return true
	}
	return false
}

// withdrawn marks the counts behind a word at token i that takes them back or says that they were given before: "took back its figure of 38 dead",
// "changing what it had told before, 1,200 dead", "never spoke of 1,200 dead".
func (s *counter) withdrawn(i int32, from int) {
	at := int32(-1)
	switch w := s.words[i]; {
	case withdraws[w], w == "took" && s.word(i+1) == "back", w == "taken" && s.word(i+1) == "back", w == "back" && (s.word(i-1) == "takes" || s.word(i-1) == "taking"):
		for j := i + 1; j < i+6 && j < s.end; j++ {
			if documents[s.words[j]] && s.word(j+1) == "of" {
				at = j + 2
			}
		}
	case (w == "erroneous" || w == "incorrect" || w == "wrong") && documents[s.word(i+1)] && s.word(i+2) == "of":
		at = i + 3 // "removes the erroneous toll of 381"
	case documents[w] && s.word(i+1) == "of" && s.tooHigh(i+2):
		at = i + 2
	case w == "what" && s.word(i+2) == "had" && (gave[s.word(i+3)] || s.word(i+3) == "told"):
		for at = i + 4; at < i+8 && !s.is(at, clQuantity); at++ {
		}
	case w == "never" && (gave[s.word(i+1)] || s.word(i+1) == "spoke" || s.word(i+1) == "spoken"):
		if at = i + 2; s.word(at) == "of" {
			at++
		}
	}
	if at < 0 {
		return
	}
	q, ok := s.quantity(at)
	if !ok {
		return
	}
	s.supersede(q, from)
}

// tooHigh reports whether the number at token i, and the nouns behind it, are said to be wrong: "its toll of 1,200 was too high".
func (s *counter) tooHigh(i int32) bool {
	q, ok := s.quantity(i)
	if !ok {
		return false
	}
	j := q.end
	for j < s.end && j < q.end+4 && !s.be(j) {
		j++
	}
	if !s.be(j) {
		return false
	}
	for j++; s.adverb(j) && s.word(j) != "too" || s.be(j); j++ {
	}
	switch s.word(j) {
	case "too":
		return s.word(j+1) == "high"
	case "inflated", "exaggerated", "premature", "overstated":
		return true
	}
	return wrongly[s.word(j)]
}

// withdraws are the verbs of those who take a number back.
var withdraws = set("withdrew withdraws withdrawn withdrawing retracted retracts retracting dropped drops abandoned")

var (
	// wrongly and revised say of what was told before that it was not so.
	wrongly = map[string]bool{"mistake": true, "mistaken": true, "error": true, "wrong": true, "wrongly": true, "incorrect": true, "incorrectly": true, "miscalculated": true,
		"miscounted": true, "erroneous": true, "erroneously": true, "retracted": true}
	revised = map[string]bool{"revised": true, "corrected": true, "lowered": true, "reduced": true}
)

var (
	// older and documents make what gave an old value: "an initial report", "the ministry's previous statement".
	older     = map[string]bool{"initial": true, "earlier": true, "previous": true, "prior": true, "older": true}
	documents = map[string]bool{"report": true, "reports": true, "count": true, "counts": true, "toll": true, "tolls": true, "statement": true, "statements": true,
		"figure": true, "figures": true, "version": true, "estimate": true, "estimates": true, "tally": true, "update": true, "bulletin": true}
	// gave are the verbs of those who give a count: "he earlier put the number of dead at 290".
	gave = map[string]bool{"put": true, "gave": true, "given": true, "said": true, "reported": true, "estimated": true, "set": true, "counted": true,
		"announced": true}
	// turns are the words after which a sentence says what holds instead.
	turns = map[string]bool{"but": true, "before": true, "later": true, "then": true, "now": true, "however": true, "although": true, ";": true}
)

// subjectAt reports whether the document at i is what its clause is about and gave something in the past: "an earlier version
// of this story said", not "he read the earlier report", nor "initial reports indicate".
func (s *counter) subjectAt(i int32) bool {
	l := s.d.Tokens[i].Label
	if s.tagged && l != parse.Nsubj && l != parse.NsubjPass && l != parse.Root {
		return false
	}
	for j := i + 1; j < s.end && j < i+9; j++ { // "the ministry's previous statement, on April 9, put …"
		if gave[s.words[j]] || s.words[j] == "had" {
			return true
		}
		if s.tagged && s.tag(j) == parse.VERB {
			return false
		}
	}
	return false
}

// foretells are the words after which a toll is not reached yet.
var foretells = map[string]bool{"expected": true, "feared": true, "likely": true, "predicted": true, "projected": true, "forecast": true}

// foundNow are what ends that somebody is missing.
var foundNow = map[string]bool{"found": true, "rescued": true, "recovered": true, "located": true, "safe": true, "alive": true, "dead": true, "returned": true, "reappeared": true, "surfaced": true, "identified": true}

// nowFound reports whether who is counted as missing was so before and is found: "two workers who had been missing since the blast were found alive".
func (s *counter) nowFound(f *Figure) bool {
	past, at := false, int32(-1)
	for i := s.d.TokenAt(f.Span.Start); i < s.end; i++ {
		switch w := s.words[i]; {
		case w == "missing" && at < 0:
			at = i
			past = past || s.word(i+1) == "since" || s.word(i+1) == "for" || s.word(i+1) == "after"
		case w == "previously" || w == "earlier" || w == "had" && s.word(i+1) == "been":
			past = past || at < 0
		case w == "," && at < 0, w == ";", w == "and" && at >= 0 && s.tag(i+1) == parse.NUM:
			return false
		case at >= 0 && past && foundNow[w] && (s.is(i-1, clBe) || s.tag(i-1) == parse.ADV && s.is(i-2, clBe)):
			return true
		}
	}
	return false
}

// supersede marks the figures found since from at a quantity as old.
func (s *counter) supersede(q quantity, from int) {
	sp := s.d.Range(q.first, q.end)
	for k := from; k < len(s.out); k++ {
		if f := &s.out[k]; f.Span.Overlaps(sp) {
			f.Superseded, f.Cumulative, f.Since = true, false, article.Span{}
		}
	}
}
