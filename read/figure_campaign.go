package read

import (
	"sayso/article"
	"sayso/parse"
)

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
		if w := s.words[i+1]; s.words[i] == "this" && (w == "year" || w == "month" || w == "week") && s.word(i+2) != "'s" && s.word(i+2) != "’s" { // but "this year's rains"
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
		if f.Form != "number" || f.Cumulative || f.Superseded || f.Low == nil || *f.Low < 3 {
			continue
		}
		if noun := int(s.d.Tokens[at].Start); f.Span.Start < noun {
			if since.Start < noun || since.Start > int(s.d.Tokens[at].End)+2 || !(s.perfect(f) || s.hadBy(f)) {
				continue
			}
			f.Cumulative = true // "had died in Sudland's air strikes this month"
			if f.Since.Len() == 0 {
				f.Since = since
			}
			continue
		}
		behind := since.Start >= f.Span.End && since.Start <= f.Span.End+24
		if !behind && !(since.End <= f.Span.Start && since.Start > int(s.d.Tokens[at].Start) && (s.perfect(f) || s.hadBy(f))) {
			continue // "its strikes this month had killed 30"
		}
		f.Cumulative = true
		if f.Since.Len() == 0 {
			f.Since = since
		}
	}
}

// unrest are nouns for what goes on for days and kills more than once; a number of days of it is a stretch that totals are of.
var unrest = set("protests unrest violence fighting shelling bombardment demonstrations riots clashes strikes raids rallies looting")

// unrestDays marks what is counted over a number of days of unrest: "40 deaths in a week of protests", "two weeks of protests in which 52 people were killed". Not
// where the sentence names the day of a deed.
func (s *counter) unrestDays(from int) {
	at, day := int32(-1), int32(-1)
	for i := s.first + 2; i+1 < s.end; i++ {
		if dayNames[s.words[i]] && !s.saidOn(i) && !s.untilDay(i) {
			day = i
		}
		if s.words[i] == "of" && unrest[s.words[i+1]] && s.long(i-1) && (s.word(i-2) == "a" || s.is(i-2, clQuantity)) {
			at = i
		}
	}
	inIt := s.word(at+2) == "in" && s.word(at+3) == "which"
	if day >= 0 && !(inIt && day < at) || !inIt && !s.throughout(at-2) {
		return
	}
	for k := from; k < len(s.out) && at >= 0; k++ {
		if f := &s.out[k]; (!inIt || f.Span.Start > int(s.d.Tokens[at].Start)) && f.Unit == "people" && f.Form == "number" && f.PartOf < 0 && !f.Superseded && f.Low != nil && *f.Low > 2 {
			f.Cumulative = true
		}
	}
}

// throughout reports whether a preposition of a stretch of time stands before the number of days that ends at token i: "in the two days", not "after three days".
func (s *counter) throughout(i int32) bool {
	if s.is(i-1, clDet) {
		i--
	}
	switch s.word(i - 1) {
	case "in", "over", "during", "within", "through":
		return true
	}
	return false
}

// lasting reports whether token i is a noun for something that goes on for weeks and kills more than once, known already: "the operation", "the
// rains", "this year's monsoon".
func (s *counter) lasting(i int32) bool {
	switch s.words[i] {
	case "cholera", "measles", "ebola", "dengue", "malaria", "diphtheria", "meningitis", "polio", "typhoid", "mpox", "covid", "covid-19", "coronavirus", "virus", "epidemic", "outbreak", "pandemic", "famine", "drought", "monsoon", "monsoons", "rains", "heatwave":
		return true
	case "season":
		return s.word(i-1) == "rainy" || s.word(i-1) == "dry" || s.word(i-1) == "fire" || s.word(i-1) == "hurricane" || s.word(i-1) == "monsoon"
	case "operation":
		switch s.word(i - 1) {
		case "the", "military", "army", "security", "this":
			l := s.d.Tokens[i].Label
			return l == parse.Nsubj || l == parse.NsubjPass
		}
	}
	return false
}

// ofMany reports whether the sentence speaks of a campaign or of several incidents: what has been done "since" in them is a total.
func (s *counter) ofMany() bool {
	for i := s.first; i < s.end; i++ {
		if campaigns[s.words[i]] || incidents[s.words[i]] || s.lasting(i) {
			return true
		}
	}
	return false
}

// countedBy reports whether f stands behind a verb of who keeps count: "has recorded 25 Ebola deaths".
func (s *counter) countedBy(f *Figure) bool {
	i := s.d.TokenAt(f.Span.Start) - 1
	switch s.word(i) {
	case "counted", "counts", "recorded", "records", "documented", "registered", "verified", "confirmed", "tallied":
		return true
	}
	return false
}

// untilDay reports whether the day at token i is that up to which something is counted: "by Friday", "as of Monday".
func (s *counter) untilDay(i int32) bool {
	w := s.word(i - 1)
	return w == "by" || w == "until" || w == "of" && s.word(i-2) == "as"
}

// hadBy reports whether "had" stands before the verb that f belongs to: "said that the campaign had killed 64".
func (s *counter) hadBy(f *Figure) bool {
	i := f.Cue
	if i < 0 {
		return false
	}
	for j := i - 1; j >= s.first && j > i-5; j-- {
		if s.words[j] == "had" {
			return true
		}
		if !s.be(j) && !s.adverb(j) && s.words[j] != "so" && s.words[j] != "far" && s.words[j] != "now" {
			return false
		}
	}
	return false
}

// onlyDates reports whether the campaign at token i only dates something else: "since the campaign began", "a day after the offensive".
func (s *counter) onlyDates(i int32) bool {
	for j := i - 1; j >= s.first && j > i-4; j-- {
		switch s.words[j] {
		case "since", "after", "before":
			return true
		}
	}
	return false
}

// otherClause reports whether figure f stands in a clause that begins behind the campaign at token at: "cholera deaths to 68 after tests showed that three had died of
// other causes".
func (s *counter) otherClause(at int32, f *Figure) bool {
	for j := at + 1; j < s.end && int(s.d.Tokens[j].Start) < f.Span.Start; j++ {
		switch s.words[j] {
		case "that", "after", "when", "while", "because", "since":
			if s.words[j] != "since" || s.is(j+1, clPronSg|clPronPl) {
				return true
			}
		}
	}
	return false
}

// number reports whether a number of three people or more of whom something has been told up to now ends at token i.
func (s *counter) number(i int32, from int) bool {
	for k := from; k < len(s.out); k++ {
		f := &s.out[k]
		if f.Form == "number" && f.Low != nil && *f.Low > 2 && f.Unit == "people" && (s.perfect(f) || s.hadBy(f)) {
			if end := max(s.d.TokenAt(f.Span.End), f.Cue); end >= i && end < i+3 || f.Span.End <= int(s.d.Tokens[max(i, 0)].Start) && int(s.d.Tokens[i].Start)-f.Span.End < 24 {
				return true
			}
		}
	}
	return false
}

// byThen is the words for the day up to which a sentence in the perfect counts: "by Friday" where it opens the sentence, or stands behind what is
// counted ("16 had died by July 13").
func (s *counter) byThen(i int32) article.Span {
	if !dayNames[s.word(i+1)] && !s.monthAt(i+1) && !(s.digit(i+1) && s.monthAt(i+2)) {
		return article.Span{}
	}
	end := i + 1
	for end < s.end && end < i+4 && (s.is(end, clTime) || s.monthAt(end) || s.digit(end)) {
		end++
	}
	for j := s.first; j < s.end && j < i+12; j++ {
		if s.is(j, clHave) && (i <= s.first+1 || j < i) {
			return s.d.Range(i+1, end)
		}
	}
	return article.Span{}
}
