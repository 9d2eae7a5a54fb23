package read

import "sayso/parse"

// The place of an incident in a series counts the series: "the 30th strike since Sept. 2", "the fourth in two weeks", "for the fifth time in 11
// days".

// series handles "the 30th strike since Sept. 2", "the city's 11th homicide of the year", "the attack was the fourth in two weeks": the place
// in a series is a count up to now, where words say over what the series runs.
func (s *counter) series(q quantity, from int) {
	head, next := s.serial(q)
	if head < 0 || s.is(head, clPerson) || q.low < 2 || milestones[s.words[head]] {
		return
	}
	for j := next; j < s.end && j < next+15; j++ {
		w := s.words[j]
		if n, ok := numberAt(s.word, j); ok && n.ordinal && s.word(j-1) == "the" {
			return // "the second in as many days and the fourth since May 3"
		}
		if w == "since" || (w == "of" || w == "this" || w == "in") && s.periodAt(j+1) || w == "in" && q.low > 2 && j < next+4 && s.daysAt(j+1) {
			p := phrase{first: q.first, end: q.end, head: q.num, q: q, form: formNumber, who: s.words[head]}
			noun := plural(s.words[head])
			k := s.add(&p, noun, noun, "series", head)
			s.out[k].Cumulative = true
			if w == "in" && s.word(j+1) == "the" && (s.word(j+2) == "last" || s.word(j+2) == "past") {
				if q, ok := s.quantity(j + 3); ok {
					s.out[k].Since = s.d.Range(j+1, q.end+1)
				}
			}
			return
		}
	}
}

// serial is the noun of a series that q gives a place in, and the token after what names it; or -1. "The attack on Tuesday was the fourth of its
// kind" and "a strike, the fourth reported" have the noun before.
func (s *counter) serial(q quantity) (head, next int32) {
	head = -1
	j := q.end
	for ; j < q.end+5 && j < s.end && wordy(s.words[j]) && !s.is(j, clPrep|clConj|clRel|clBe|clTime|clUnit|clDet); j++ {
		if s.tagged && (s.tag(j) == parse.VERB || s.tag(j) == parse.AUX) {
			break
		}
		head = j
	}
	if head >= 0 && !(j < s.end && s.tagged && (s.tag(j) == parse.VERB && !recorded[s.words[j]] || s.tag(j) == parse.AUX)) {
		return head, head + 1
	}
	if head >= 0 || s.word(q.first-1) != "the" {
		return -1, 0
	}
	if s.word(j) == "of" && s.word(j+2) == "kind" {
		j += 3
	}
	for k := q.first - 2; k >= s.first && k > q.first-12; k-- {
		if alike[s.words[k]] {
			return k, j
		}
		if s.words[k] == ";" {
			break
		}
	}
	return -1, 0
}

// recorded are the participles that stand after a place in a series: "the fourth reported in ten days".
var recorded = map[string]bool{"reported": true, "recorded": true, "launched": true, "conducted": true, "announced": true, "known": true, "carried": true}

// daysAt reports whether a number of days, weeks or months stands at token i: "just two weeks", "the last ten days", "less than a month".
func (s *counter) daysAt(i int32) bool {
	for {
		switch s.word(i) {
		case "the", "just", "only", "last", "past", "about", "nearly", "under", "over", "around":
			i++
		case "less", "more":
			if s.word(i+1) != "than" {
				return false
			}
			i += 2
		default:
			if w := s.word(i); w == "a" && s.long(i+1) {
				return true
			}
			q, ok := s.quantity(i)
			return ok && !q.ordinal && !q.vague && s.long(q.end)
		}
	}
}

// long reports whether token i is a unit of time of a day or more.
func (s *counter) long(i int32) bool {
	switch s.word(i) {
	case "day", "days", "week", "weeks", "month", "months", "year", "years", "fortnight":
		return true
	}
	return false
}

// nth is the byte at which a place in a series stands before "since" or a period at token i, or -1: "killed three people in a strike,
// the seventh since the campaign began" counts strikes since then, not people; so does "the fourth reported in the last ten days".
func (s *counter) nth(i int32) int {
	for j := i - 1; j >= s.first && j > i-7 && wordy(s.words[j]); j-- {
		w := s.words[j]
		_, word := ordinals[w]
		if _, digits := ordinalDigits(w); word || digits {
			return int(s.d.Tokens[j].Start)
		}
		if j < i-3 && !recorded[s.words[j]] && s.tag(j) == parse.VERB {
			break
		}
	}
	return -1
}

// milestones are nouns whose ordinal counts years or editions, not happenings.
var milestones = map[string]bool{"anniversary": true, "birthday": true, "century": true, "edition": true, "floor": true, "grade": true, "day": true,
	"president": true, "season": true, "amendment": true, "congress": true, "round": true, "place": true,
	"incident": true, "time": true, "occasion": true, "case": true, "instance": true, "event": true, "episode": true}

// periodAt reports whether a period that a series can run over stands at i: "the year", "2025".
func (s *counter) periodAt(i int32) bool {
	if s.word(i) == "the" || s.word(i) == "this" {
		i++
	}
	switch s.word(i) {
	case "year", "campaign", "war", "month", "season", "conflict", "operation":
		return true
	}
	w := s.word(i)
	return len(w) == 4 && (w[:2] == "20" || w[:2] == "19") && s.digit(i)
}
