package read

import "sayso/article"

// What the words say of a campaign of many incidents: on which other day more were killed, whose a "since" is, that many were hit, and
// how long it has gone on.

// onAnotherDay is the phrase of those whom the verb of phrase k met on a further day, or -1: "killed five fighters on May 5 and eight more
// on May 6".
func (s *counter) onAnotherDay(k int) int {
	i := s.phrases[k].end
	if s.word(i) != "on" {
		return -1
	}
	for j := i + 2; j < i+6 && j < s.end; j++ {
		if s.words[j] != "and" && s.words[j] != "," {
			continue
		}
		n := s.phraseFrom(j + 1)
		if s.words[j] == "," && n < 0 && s.word(j+1) == "and" {
			n = s.phraseFrom(j + 2)
		}
		if n < 0 {
			continue
		}
		if p := &s.phrases[n]; p.form == formNumber && (p.person || p.bare) && s.word(p.end) == "on" && (s.monthAt(p.end+1) || dayNames[s.word(p.end+1)] || s.digit(p.end+1) && s.monthAt(p.end+2)) {
			return n
		}
		return -1
	}
	return -1
}

// ofOthers reports whether "since" at token i bounds other incidents than the one that is counted: "killed 23, as well as other strikes since
// then", "amid a rise in such attacks since May".
func (s *counter) ofOthers(i int32) bool {
	for j := i - 1; j >= s.first && j > i-4; j-- {
		if !incidents[s.words[j]] {
			continue
		}
		for m := j - 1; m >= s.first && m > j-3; m-- {
			if w := s.words[m]; w == "other" || w == "such" || w == "similar" {
				return true
			}
		}
	}
	return false
}

// manyHit reports whether the sentence counts several boats or aircraft that were hit: "the administration's strikes have killed 83 people on
// 22 boats".
func (s *counter) manyHit() bool {
	for k := range s.phrases {
		p := &s.phrases[k]
		if p.form == formNumber && !p.q.vague && p.q.low > 2 && crafts[s.words[p.head]] {
			return true
		}
	}
	return false
}

// soFarIn reports whether an operation at token i is said to have gone on up to now, and is no search: "25 soldiers have been killed in the operation
// so far".
func (s *counter) soFarIn(i int32) bool {
	if s.words[i] != "operation" || !s.upToNow() {
		return false
	}
	switch s.word(i - 1) {
	case "rescue", "search", "recovery", "relief", "salvage", "cleanup":
		return false
	}
	return true
}

// manyDays reports whether token i begins a number of days of a week or more.
func (s *counter) manyDays(i int32) bool {
	q, ok := s.quantity(i)
	return ok && q.low >= 7
}

// stretch is the bytes between which the campaign at token i is the time of what is counted: up to where its clause ends, and not before
// what brings the toll to a total. "The toll passed 800 in the 16-day war, as 15 people were killed in a shelter"; where the campaign opens
// the sentence ("in the 16-day war, …"), all of it.
func (s *counter) stretch(i, first int32) (after, before int) {
	after, before = int(s.d.Tokens[s.first].Start), s.clauseEnd(i)
	if first <= s.first+1 {
		before = int(s.d.At(s.end - 1).End)
	}
	if t := s.totalling(i); t >= 0 {
		after, before = int(s.d.Tokens[t].Start), int(s.d.At(s.end-1).End)
	}
	return after, before
}

// thisYear is the words "this year", "this month" or "this week" of the sentence, or empty: "141 people have been killed in strikes in Norland this year".
func (s *counter) thisYear() article.Span {
	for i := s.first; i+1 < s.end; i++ {
		if w := s.words[i+1]; s.words[i] == "this" && (w == "year" || w == "month" || w == "week") {
			return s.d.Range(i, i+2)
		}
	}
	return article.Span{}
}

// repeated are nouns for incidents that one count takes together only with a period beside it.
var repeated = map[string]bool{"explosions": true, "blasts": true, "clashes": true, "shootings": true, "shellings": true, "earthquakes": true, "quakes": true,
	"fires": true, "wildfires": true, "floods": true, "storms": true, "landslides": true, "crashes": true, "protests": true, "riots": true, "killings": true}

// ofPeriod marks what several incidents did in a period that lasts still: "the explosions at the port, which killed 14 people this month".
func (s *counter) ofPeriod(from int) {
	at := s.first
	for at < s.end && !incidents[s.words[at]] && !repeated[s.words[at]] {
		at++
	}
	since := s.thisYear()
	if at == s.end || since.Len() == 0 {
		return
	}
	for k := from; k < len(s.out); k++ {
		f := &s.out[k]
		if f.Form != "number" || f.Cumulative || f.Superseded || f.Low == nil || *f.Low < 3 || f.Span.Start < int(s.d.Tokens[at].Start) || since.Start < f.Span.End || since.Start > f.Span.End+24 {
			continue
		}
		f.Cumulative = true
		if f.Since.Len() == 0 {
			f.Since = since
		}
	}
}
