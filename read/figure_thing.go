package read

import (
	"slices"
	"sort"
	"strings"

	"sayso/article"
	"sayso/parse"
)

// quoted are those who are cited more often than counted: "two officials said" is no figure.
var quoted = map[string]bool{"official": true, "officials": true, "source": true, "sources": true, "witness": true, "witnesses": true,
	"spokesman": true, "spokesmen": true, "diplomats": true, "diplomat": true, "aides": true, "aide": true, "analysts": true, "experts": true}

// things finds what else is counted: "ten boats", "the 30th strike since Sept. 2", "the number of
// targeted boats to ten".
func (s *counter) things(from int) {
	for k := range s.phrases {
		p := &s.phrases[k]
		if p.form == formNumber && p.other && p.person && p.q.low > 0 && s.words[p.head] == "others" && !s.taken(from, s.spanOf(p)) {
			s.add(p, "people", "people", "", -1) // "21 others remain trapped"
			continue
		}
		if p.form != formNumber || p.bare || p.head < p.q.end || s.words[p.q.num] == "both" || p.q.hasHigh && p.q.high == 0 {
			continue
		}
		if s.is(p.head, clUnit|clTime) || s.is(p.q.end, clUnit) || quoted[s.words[p.head]] || s.measure(p.head).kind != cueNone || s.is(p.head, clIndef|clOther) || !s.countable(p) || s.taken(from, s.spanOf(p)) || s.cited(p) {
			continue
		}
		if _, ok := s.amountAt(p.q.first); ok && s.is(p.head, clMoney) && p.q.low >= 1000 {
			continue // "90 million crowns"
		}
		noun := plural(s.words[p.head])
		if (noun == "victims" || noun == "dead") && s.laidToRest(p.end) {
			s.out[s.add(p, "killed", "people", "buried", -1)].Who = noun
			continue
		}
		s.out[s.add(p, noun, noun, "", -1)].Who = s.words[p.head]
	}
	for i := s.first; i < s.end; i++ {
		if s.is(i, clQuantity) {
			if q, ok := numberAt(s.word, i); ok && q.ordinal {
				s.series(q, from)
			}
		}
		if (s.words[i] == "number" || s.words[i] == "amount") && s.word(i+1) == "of" || s.words[i] == "total" && s.word(i+1) == "of" || s.word(i+1) == "of" && s.keptOf(i) {
			s.reached(i, from)
		}
	}
}

// cited reports whether p stands in the words for a source: "citing two people with direct knowledge".
func (s *counter) cited(p *phrase) bool {
	return p.q.low < fewOf && s.is(p.head, clPerson) && len(s.citedIn(p)) > 0
}

// A sourceOf is words for a source, and the index of the statement that has it.
type sourceOf struct {
	article.Span
	statement int
}

// citedIn is the statements of which p stands in the words for the source.
func (s *counter) citedIn(p *phrase) (in []int) {
	if s.sources == nil {
		s.sources = []sourceOf{}
		for k := range s.m.Statements {
			for _, sp := range slices.Concat(s.m.Statements[k].Source, s.m.Statements[k].Citing) {
				s.sources = append(s.sources, sourceOf{sp, k})
			}
		}
		slices.SortStableFunc(s.sources, func(a, b sourceOf) int { return a.Start - b.Start })
	}
	at := int(s.d.Tokens[p.head].Start)
	i := sort.Search(len(s.sources), func(i int) bool { return s.sources[i].Start > at })
	for i--; i >= 0 && at-s.sources[i].Start <= 400; i-- {
		if s.sources[i].End > at {
			in = append(in, s.sources[i].statement)
		}
	}
	return in
}

// tellsOf reports whether p is who says what cue stands in: "killing at least nine people, residents said".
func (s *counter) tellsOf(p *phrase, cue int32) bool {
	at := int(s.d.Tokens[max(cue, 0)].Start)
	return cue >= 0 && slices.ContainsFunc(s.citedIn(p), func(k int) bool {
		said := &s.m.Statements[k]
		return inside(said.Content, at) && len(said.Source) > 0 && at < said.Source[0].Start
	})
}

// bareTotals finds the totals that no noun follows.
func (s *counter) bareTotals(from int) {
	for i := s.first; i < s.end; i++ {
		if at := s.standsAt(i); at > 0 {
			s.bareTotal(i, at, from)
		} else if s.totalTo(i) {
			s.bareTotal(i, i+1, from)
		} else if to := s.totalSince(i); to > 0 {
			s.bareTotal(i, to, from)
		}
	}
}

// totalTo reports whether a number follows the total at token i at once: "gave the total as 78", "for a total of 78", "raised the count to 78".
func (s *counter) totalTo(i int32) bool {
	w, next := s.words[i], s.word(i+1)
	if w == "total" && (next == "as" || next == "at" || next == "of" && s.word(i-2) == "for") {
		return true
	}
	return (w == "total" || w == "count" || w == "tally") && next == "to" && s.raises(i)
}

// standsAt is the "at" of "the mission's count stood at 78", the count at token i; or 0.
func (s *counter) standsAt(i int32) int32 {
	if w := s.words[i]; w != "total" && w != "count" && w != "tally" {
		return 0
	}
	j := i + 1
	for s.word(j) == "now" || s.word(j) == "then" {
		j++
	}
	if w := s.word(j); (w == "stood" || w == "stands" || w == "standing") && s.word(j+1) == "at" {
		return j + 1
	}
	return 0
}

// totalSince is the "to" of "takes the total since the campaign was launched on August 20 to 38", the total at token i; or 0.
func (s *counter) totalSince(i int32) int32 {
	if w := s.words[i]; w != "total" && w != "count" && w != "tally" || s.word(i+1) != "since" || !s.raises(i) {
		return 0
	}
	for j := i + 2; j < s.end && j < i+14 && s.words[j] != ","; j++ {
		if s.words[j] == "to" && s.is(j+1, clQuantity) {
			return j
		}
	}
	return 0
}

// raises reports whether a verb of bringing stands before the total at token i: "bringing its total to 20".
func (s *counter) raises(i int32) bool {
	for j := i - 1; j > i-7; j-- { // "takes the border service's total since May to 26"
		switch s.word(j) {
		case "bringing", "brings", "brought", "taking", "takes", "took", "raising", "raised", "raises", "pushing", "pushed":
			return true
		}
	}
	return false
}

// bareTotal handles "gave the total as 16", "raising the count to 33", "for a total of 18": a total of whatever people were counted last.
func (s *counter) bareTotal(i, before int32, from int) {
	q, ok := s.quantity(before + 1)
	if !ok || s.notACount(q) || s.is(q.end, clUnit) || q.end < s.end && s.countable(&phrase{head: q.end}) {
		return
	}
	for k := len(s.out) - 1; k >= max(0, len(s.out)-6); k-- {
		if f := &s.out[k]; f.Unit == "people" && f.Measure != "missing" {
			n := phrase{first: q.first, end: q.end, head: q.num, q: q, form: formNumber, who: "total"}
			if !s.taken(from, s.spanOf(&n)) {
				s.out[s.add(&n, f.Measure, "people", "total", i)].Cumulative = true
			}
			return
		}
	}
}

// countable reports whether p's head is a noun that can be counted: not a name, not a street.
func (s *counter) countable(p *phrase) bool {
	if !wordy(s.words[p.head]) || s.digit(p.head) {
		return false
	}
	if s.tagged {
		switch s.tag(p.head) {
		case parse.NOUN:
		case parse.PROPN:
			return s.is(p.head, clPerson)
		default:
			return false
		}
	}
	if s.words[p.q.num] == "some" && s.tagged && s.d.Tokens[p.head].XPOS == parse.XNN && !uncounted[s.words[p.head]] && plural(s.words[p.head]) != s.words[p.head] {
		return false // "some comfort"
	}
	if s.is(p.head, clSingular) && p.q.low > 1 && plural(s.words[p.head]) != s.words[p.head] && s.end > p.head+1 && wordy(s.words[p.head+1]) {
		return false // "two passenger trains collide", whatever the tree says
	}
	if s.tagged && p.q.low >= 1e5 && s.d.Tokens[p.head].XPOS == parse.XNN && !uncounted[s.words[p.head]] {
		return false // "the 300 million project"
	}
	for j := p.q.end; j < p.head; j++ {
		if s.is(j, clUnit) {
			return false
		}
	}
	return p.q.low != 1 || p.q.digits || s.words[p.q.num] == "one"
}

// plural is the plural that names a measure: "strike" gives "strikes".
func plural(w string) string {
	switch {
	case w == "":
		return w
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "men"), w == "people", w == "cattle", strings.HasSuffix(w, "children"), w == "aircraft", w == "troops", w == "police", uncounted[w]:
		return w
	case strings.HasSuffix(w, "y") && len(w) > 2 && !strings.ContainsRune("aeiou", rune(w[len(w)-2])):
		return w[:len(w)-1] + "ies"
	case strings.HasSuffix(w, "ch"), strings.HasSuffix(w, "sh"), strings.HasSuffix(w, "x"):
		return w + "es"
	case strings.HasSuffix(w, "man"):
		return w[:len(w)-3] + "men"
	case strings.HasSuffix(w, "child"):
		return w + "ren"
	}
	return w + "s"
}

// uncounted are nouns that have one form for one and many.
var uncounted = map[string]bool{"crew": true, "staff": true, "personnel": true, "military": true, "livestock": true, "sheep": true, "deer": true, "fish": true, "spacecraft": true,
	"series": true, "species": true, "dead": true, "missing": true, "wounded": true, "injured": true, "homeless": true, "folk": true, "poultry": true}

// reached handles "bringing the total number of targeted boats to ten": the number stands after the
// noun.
func (s *counter) reached(i int32, from int) {
	k := s.phraseFrom(i + 2)
	if k < 0 {
		return
	}
	p := &s.phrases[k]
	if p.form == formNumber {
		return
	}
	j, head := p.end, p.head
	if becomes[s.words[head]] && s.measure(head-1).kind != cueNone { // "the number of dead rose by three to 37"
		j, head = head, head-1
	}
	for s.capital(head) && j < s.end && s.tag(j) == parse.NOUN && s.measure(j).kind == cueNone { // "the number of US airstrikes"
		head = j
		j++
	}
	measure, unit := plural(s.words[head]), plural(s.words[head])
	if c := s.measure(head); c.kind != cueNone || s.is(head, clPerson) {
		measure, unit = c.measure, "people" // "the number of dead", "of people"
		if measure == "" {
			measure = s.ofWhom(p)
		}
	}
	for ; j < s.end && j < p.end+20 && s.words[j] != ";"; j++ {
		w := s.words[j]
		if c := s.measure(j); c.kind != cueNone && !(w == "remains" && s.tag(j) == parse.VERB) && !(c.key == "shot" && s.inA(j)) {
			measure, unit = c.measure, "people"
		}
		if s.is(j, clModal) && !s.monthAt(j) {
			return // "the number of dead may rise to 2,000"
		}
		past := over[w]
		if w != "to" && w != "at" && w != "is" && w != "was" && w != "reached" && w != "of" && w != "hit" && !past {
			continue
		}
		q, ok := s.quantity(j + 1)
		if past && q.hasLow && q.hasHigh { // "the number of people killed passed 100"
			q = q.apply(boundMore)
		}
		if !ok || s.notACount(q) || s.is(q.end, clUnit) {
			continue
		}
		n := phrase{first: q.first, end: q.end, head: q.num, q: q, form: formNumber, who: s.words[head]}
		if !s.taken(from, s.spanOf(&n)) {
			s.out[s.add(&n, measure, unit, "total", head)].Cumulative = s.word(i-1) == "total"
		}
		return
	}
}

// inA reports whether token i is what people were killed in: "the number of people killed in a shooting".
func (s *counter) inA(i int32) bool {
	if s.is(i-1, clIndef|clDet) {
		i--
	}
	return s.is(i-1, clPrep) || s.word(i-1) == "and" && s.noun(i-2)
}

// ofWhom is the measure of those that p counts by a noun for people: "injured police officers" are injured, "victims" are victims.
func (s *counter) ofWhom(p *phrase) string {
	for j := p.first; j < p.head; j++ {
		if c := s.measure(j); c.kind == cuePart || c.kind == cueAdj {
			return c.measure
		}
	}
	if w := s.words[p.head]; w == "victim" || w == "victims" {
		return "victims"
	}
	return "people"
}

// attach says who is counted for which event and marks what the report holds at a distance.
func (s *counter) attach(from int) {
	hedge, asOf := int32(-1), article.Span{}
	for i := s.first; i < s.end; i++ {
		switch s.words[i] {
		case "reportedly", "allegedly", "apparently", "supposedly", "purportedly", "believed", "unconfirmed", "feared", "presumed":
			if s.word(i+1) != "dead" {
				hedge = i
			}
		case "as":
			if s.word(i+1) == "of" {
				end := i + 2
				for end < s.end && end < i+6 && wordy(s.words[end]) && !s.is(end, clBe|clHave|clPrep) {
					end++
				}
				if end > i+2 {
					asOf = s.d.Range(i+2, end)
				}
			}
		case "by":
			if sp := s.byThen(i); sp.Len() > 0 && asOf.Len() == 0 {
				asOf = sp
			}
		}
	}
	for k := from; k < len(s.out); k++ {
		f := &s.out[k]
		if asOf.Len() > 0 {
			f.AsOf = asOf
		}
		if hedge >= 0 && f.Cue >= 0 {
			d := f.Cue - hedge
			f.Hedged = f.Hedged || d >= -2 && d <= 4 && f.Measure != "presumed_dead" // which says so itself
		}
	}
}

// places figures among events and statements, once all are in order.
func (s *counter) anchor() {
	events := map[int32]int{}
	for k := range s.m.Events {
		events[s.m.Events[k].Head] = k
	}
	for k := range s.out {
		if e, ok := events[s.out[k].Cue]; ok && s.out[k].Cue >= 0 {
			s.out[k].Event = e
		} else if e, ok := events[s.out[k].Head]; ok {
			s.out[k].Event = e
		}
	}
	size := make([]int, len(s.out))
	for k := range s.m.Statements {
		for _, c := range s.m.Statements[k].Content {
			s.within(k, c, size)
		}
	}
}

// within gives the figures inside content c to statement k where no smaller content holds them.
func (s *counter) within(k int, c article.Span, size []int) {
	lo, hi := 0, len(s.out)
	for lo < hi {
		if mid := (lo + hi) / 2; s.out[mid].Span.Start < c.Start {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	for ; lo < len(s.out) && s.out[lo].Span.Start < c.End; lo++ {
		if c.Contains(s.out[lo].Span) && (size[lo] == 0 || c.Len() < size[lo]) {
			s.out[lo].Statement, size[lo] = k, c.Len()
		}
	}
}
