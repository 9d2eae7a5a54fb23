package read

import (
	"slices"

	"sayso/parse"
)

// What counts as dead is not always dead alone: "115 dead or missing" are of two kinds together, "410 more deaths than usual" are no count of bodies.

// eithers makes one count of dead and missing together of what counts both in one breath, from figure index from on: "300 people dead or missing", "in
// which 115 people died or are presumed dead". Those who are also wounded are casualties.
func (s *counter) eithers(from int) {
	for i := s.first; i < s.end; i++ {
		if c := s.measure(i); c.measure != "killed" || c.kind == cueCount || c.kind == cueToll {
			continue
		}
		last, measure := s.otherFate(i)
		if last < 0 {
			continue
		}
		at := -1
		for k := from; k < len(s.out); k++ {
			f := &s.out[k]
			if f.Cue < i || f.Cue > last || f.Form != "number" || f.Unit != "people" {
				continue
			}
			if at < 0 {
				at = k
				f.Measure, f.Key = measure, "either"
			} else if f.Span == s.out[at].Span && f.PartOf < 0 {
				f.Measure = "" // the same number again
			}
		}
	}
	if i := slices.IndexFunc(s.out[from:], func(f Figure) bool { return f.Measure == "" }); i >= 0 && !slices.ContainsFunc(s.out[from:], func(f Figure) bool { return f.PartOf >= from }) {
		s.out = append(s.out[:from], slices.DeleteFunc(s.out[from:], func(f Figure) bool { return f.Measure == "" })...)
	}
}

// otherFate is the last token of what is said beside being dead, at token i, of the same people, and what they are together; or -1.
func (s *counter) otherFate(i int32) (last int32, measure string) {
	last = -1
	joined := false
	for j := i + 1; j < s.end && j < i+8; j++ {
		switch w := s.words[j]; {
		case w == "or", w == "and":
			joined = true
		case w == ",":
		case w == "missing", w == "unaccounted", w == "lost" && s.be(j-1):
			last, measure = j, "dead_or_missing"
		case w == "dead" && thoughtDead[s.word(j-1)]:
			last, measure = j, "dead_or_missing"
		case (w == "injured" || w == "wounded" || w == "hurt") && last >= 0 && joined:
			return j, "casualties"
		case s.be(j), s.is(j, clHave), w == "went", w == "gone", w == "still", w == "reported", w == "listed", w == "as", thoughtDead[w]:
		default:
			return s.joinedFate(last, measure, joined)
		}
	}
	return s.joinedFate(last, measure, joined)
}

func (s *counter) joinedFate(last int32, measure string, joined bool) (int32, string) {
	if !joined {
		return -1, ""
	}
	return last, measure
}

// excess makes excess deaths of deaths that are told as more than usual, from figure index from on: "410 more deaths than are usual", "1,200 excess deaths".
func (s *counter) excess(from int) {
	for k := from; k < len(s.out); k++ {
		f := &s.out[k]
		if f.Measure != "killed" || f.Key != "deaths" || f.Cue < 0 || f.Form != "number" {
			continue
		}
		if s.word(f.Cue-1) == "excess" || s.thanUsual(f.Cue) && s.more(f) {
			f.Measure, f.Unit, f.Cumulative = "excess_deaths", "excess deaths", true
		}
	}
}

// more reports whether a figure says "more" or "additional" before its noun.
func (s *counter) more(f *Figure) bool {
	for j := f.Cue - 1; j > f.Cue-4 && j >= s.first; j-- {
		switch s.words[j] {
		case "more", "additional", "extra":
			return true
		}
	}
	return false
}

// thanUsual reports whether deaths at token i are held against what is usual.
func (s *counter) thanUsual(i int32) bool {
	than := false
	for j := i + 1; j < s.end && j < i+14; j++ {
		switch s.words[j] {
		case "than":
			than = true
		case "usual", "normal", "normally", "expected", "average", "ordinary", "usually":
			if than {
				return true
			}
		}
	}
	return false
}

// gapped finds the dead of a second deed whose verb is left out: "Friday's strike killed 11 people and one on Asker a week later 23", "Monday's blast killed
// three people and Tuesday's five".
func (s *counter) gapped(from int) {
	for k := from; k < len(s.out); k++ {
		f := &s.out[k]
		if f.Measure != "killed" || f.Key != "killed" || f.Cue < 0 || s.d.Tokens[f.Cue].Start > int32(f.Span.Start) || f.Form != "number" && f.Form != "list" {
			continue
		}
		and := s.d.TokenAt(f.Span.Start)
		for and < s.end && s.words[and] != "and" && and < s.d.TokenAt(f.Span.Start)+6 {
			and++
		}
		if at := s.secondDeed(and); at >= 0 {
			q, _ := s.quantity(at)
			s.sameAgain(q, f.Cue, from, k)
			return
		}
	}
}

// secondDeed is the number that closes the words for a second deed behind the "and" at token i, or -1.
func (s *counter) secondDeed(i int32) int32 {
	if s.word(i) != "and" || !s.anotherDeed(i+1) {
		return -1
	}
	for j := i + 2; j < s.end && j < i+12; j++ {
		switch {
		case s.tagged && (s.tag(j) == parse.VERB || s.tag(j) == parse.AUX), s.words[j] == ",", s.words[j] == "and":
			return -1
		case s.is(j, clQuantity):
			q, ok := s.quantity(j)
			if ok && !s.notACount(q) && !q.vague && !s.is(q.end, clUnit|clTime) {
				switch s.word(q.end) {
				case "", ".", ",", ";":
					return j
				}
			}
		}
	}
	return -1
}

// anotherDeed reports whether token i stands for another deed of the kind told before: "one on Asker", "another in Dorna", "the second", "Tuesday's".
func (s *counter) anotherDeed(i int32) bool {
	switch s.word(i) {
	case "one", "another":
		switch s.word(i + 1) {
		case "on", "in", "at", "near", "outside":
			return s.capital(i+2) || s.is(i+2, clDet)
		}
		return false
	case "the":
		w := s.word(i + 1)
		return (w == "second" || w == "third" || w == "other" || w == "latter") && !s.is(i+2, clPerson)
	}
	return dayNames[s.word(i)] && (s.word(i+1) == "'s" || s.word(i+1) == "’s")
}
