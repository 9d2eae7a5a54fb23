package read

import (
	"strings"

	"sayso/article"
	"sayso/parse"
)

// totals marks what is counted over more than one incident, and since when.
func (s *counter) totals(from int) {
	for i := s.first; i < s.end; i++ {
		switch s.words[i] {
		case "bringing", "bring", "brings", "brought", "raising", "raises", "raised":
			s.broughtTo(i, from)
		}
	}
	if from == len(s.out) {
		return
	}
	s.campaign(from)
	s.ofEarlierOnes(from)
	s.inTotal(from)
	s.ofPeriod(from)
	s.unrestDays(from)
	s.sinceBegun(from)
	s.byNow(from)
	s.replaced(from)
	s.limited(from)
	s.windows(from)
	for i := s.first; i < s.end; i++ {
		switch s.words[i] {
		case "since":
			s.sinceAt(i, from)
		case "season", "year", "month", "week", "years", "months", "weeks", "decades", "decade", "days":
			if j := s.stretchTo(i, from); j >= 0 {
				s.during(j, i+1, from)
			}
		case "time", "period":
			if w := s.word(i - 2); s.word(i-1) == "that" && (w == "in" || w == "during" || w == "over") { // the time spoken of before
				s.cumulative(from)
			}
		case "bringing", "bring", "brings", "brought", "raising", "raised", "taking", "pushing":
			s.bringing(i, from)
		}
	}
	s.withThem(from)
	s.killingBy(from)
	s.overDays(from)
	s.alsoBrought(from)
}

// sinceAt is the day from which the sentence counts by "since" at token i, if that is no reason: "68, since it counts those who died later".
func (s *counter) sinceAt(i int32, from int) {
	switch {
	case s.word(i+1) == "" || s.word(i-1) == "ever" || s.word(i+1) == "." && !s.ofMany() || s.word(i-1) == "," && (s.is(i+1, clPronSg|clPronPl) || s.word(i+1) == "it"):
	case s.is(i-1, clHave):
		s.sinceThen(i, from)
	default:
		s.since(i, from)
	}
}

// stretchTo is where the stretch of time begins that the word at token i ends and that the sentence counts over, or -1.
func (s *counter) stretchTo(i int32, from int) int32 {
	before, second := s.word(i-1), s.word(i-2)
	switch s.words[i] {
	case "season":
		if before == "this" {
			return i - 1
		}
	case "year", "month", "week":
		switch {
		case before == "this" && s.words[i] != "week" && s.word(i+1) != "'s" && s.word(i+1) != "’s" && s.number(i-2, from):
			return i - 1 // "had killed 33 people this year"
		case before == "this" && (second == "far" || second == "times" || second == "," || second == "killed" || second == "homicides" || second == "deaths"):
			return i - 1
		case before == "the" && second == "of" && s.word(i-3) == "start":
			return i - 1
		case (before == "past" || before == "last") && second == "the" && s.is(i-3, clPrep):
			return i - 2
		}
	default: // "over the past two months", "in recent months"
		recent := func(w string) bool { return w == "past" || w == "last" || w == "recent" }
		j := i - 1
		for j > i-4 && j > s.first && !recent(s.word(j)) {
			j--
		}
		if recent(s.word(j)) && (s.words[i] != "days" || s.manyDays(j+1)) {
			return j
		}
	}
	return -1
}

// cumulative marks the sentence's numbers as counted over more than one incident.
func (s *counter) cumulative(from int) {
	for k := from; k < len(s.out); k++ {
		if f := &s.out[k]; f.Form == "number" || f.Form == "list" {
			f.Cumulative = true
		}
	}
}

// broughtTo handles the count before what it counts: "brings to 57 the number of people killed", "raised to at least
// 13 the death toll".
func (s *counter) broughtTo(i int32, from int) {
	if s.word(i+1) != "to" {
		return
	}
	q, ok := s.quantity(i + 2)
	if !ok || q.first > i+5 || s.notACount(q) || s.is(q.end, clUnit) || s.word(q.end) != "the" && s.word(q.end) != "its" && s.word(q.end) != "their" {
		return
	}
	measure := ""
	for k := from; k < len(s.out); k++ {
		if f := &s.out[k]; f.Span == s.d.Range(q.first, q.end) && s.word(q.end+1) == "number" {
			f.Cumulative = true // found with its noun already
		}
	}
	for j := q.end + 1; j < s.end && j < q.end+9 && measure == "" && wordy(s.words[j]); j++ {
		switch c := s.measure(j); {
		case s.words[j] == "toll":
			measure = "killed"
			switch s.word(j - 1) {
			case "injury":
				measure = "injured"
			case "casualty":
				measure = "casualties"
			}
		case c.kind != cueNone:
			measure = c.measure
		}
	}
	p := phrase{first: q.first, end: q.end, head: q.num, q: q, form: formNumber, bare: true, person: true, who: "toll"}
	if measure == "" || s.taken(from, s.spanOf(&p)) {
		return
	}
	s.figure(&p, measure, "toll", i, func(f *Figure) { f.Cumulative = true })
}

// during marks the figures of the sentence that a period covers as cumulative.
func (s *counter) during(first, end int32, from int) {
	sp, nth := s.d.Range(first, end), s.nth(first)
	for k := from; k < len(s.out); k++ {
		f := &s.out[k]
		if nth >= 0 && f.Key != "series" && !s.perfect(f) {
			continue // "a strike, the fourth reported in the last ten days, killed four"
		}
		if f.Form != "pronoun" && f.Form != "name" && f.Form != "singular" && f.Since.Len() == 0 {
			f.Cumulative, f.Since = true, sp
		}
	}
}

// dayBefore reports whether the words from token i on are for the day before the one that is told of.
func (s *counter) dayBefore(i int32) bool {
	switch s.word(i) {
	case "yesterday":
		return true
	case "the", "last":
		switch s.word(i + 1) {
		case "day", "night", "evening", "morning":
			return s.words[i] == "last" || s.word(i+2) == "before"
		case "previous":
			return s.is(i+2, clTime|clUnit)
		}
	case "a":
		return s.word(i+1) == "day" && (s.word(i+2) == "earlier" || s.word(i+2) == "before")
	}
	return false
}

// since marks the figures that "since …" at token i bounds: those before it, from the word of
// totalling on if there is one; those after it where it opens the sentence.
func (s *counter) since(i int32, from int) {
	end := i + 1
	for end < s.end && end < i+14 && (wordy(s.words[end]) || s.words[end] == "." && end+1 < s.end) && s.words[end] != "according" && s.words[end] != "when" {
		if s.word(end) == "that" || s.word(end) == "which" {
			break
		}
		end++
	}
	if s.dayBefore(i + 1) {
		return // "twelve further bodies since the day before": how many more, not how many
	}
	if c := s.measure(i - 1); c.kind == cueAdj && c.measure != "killed" {
		return // "two workers, missing since the blast": for how long, not how many by now
	}
	sp := s.d.Range(i+1, max(end, i+2))
	after, before := int(s.d.Tokens[s.first].Start), int(s.d.Tokens[i].Start)
	if i <= s.first+1 {
		after, before = int(s.d.Tokens[i].End), int(s.d.At(s.end-1).End)
	} else if t := s.totalling(i); t >= 0 { // "bringing the number of those held since May to 312"
		after, before = int(s.d.Tokens[t].Start), int(s.d.At(s.end-1).End)
	} else if s.governs(i, end, from) {
		after, before = int(s.d.Tokens[i].End), int(s.d.At(s.end-1).End)
	}
	// "the deadliest attack since 2012", "the first since May" compare, they do not count.
	for j := i - 1; j >= s.first && j > i-8; j-- {
		if w := s.words[j]; w == "first" || w == "deadliest" || w == "worst" || w == "highest" || w == "largest" || w == "biggest" || s.d.Tokens[j].XPOS == parse.XJJS && s.word(j-1) != "at" {
			return
		}
	}
	nth, marked, others := s.nth(i), false, s.ofOthers(i)
	for k := from; k < len(s.out); k++ {
		f := &s.out[k]
		if others && f.Span.End <= before && !s.perfect(f) || f.Cumulative && f.Since.Len() > 0 {
			continue // "14 strikes so far this year, but the pace has decreased since last year"
		}
		if f.Cue >= 0 && nth >= 0 && f.Span.End <= nth && nth <= before || s.recalled(f, from) {
			continue
		}
		if f.Span.Start >= after && f.Span.End <= before && !s.aside(f, i) && !strings.EqualFold(f.Span.Text(s.d.Text), "both") && f.Form != "pronoun" && f.Form != "name" && (f.Form != "singular" || i <= s.first+1) {
			f.Cumulative, f.Since, marked = true, sp, true
		}
	}
	if marked || s.word(i-1) == "times" && s.is(i-2, clQuantity) {
		s.killing(end, sp, from)
	}
	if nth >= 0 {
		s.inThem(end, sp, from)
	}
}

// recalled reports whether f is given as known from before beside another count of its sentence: "with the 14 deaths, at
// least 52 people have been killed since September".
func (s *counter) recalled(f *Figure, from int) bool {
	at := s.d.TokenAt(f.Span.Start)
	if f.Form != "number" || s.word(at-1) != "the" && s.word(at) != "the" {
		return false
	}
	for k := from; k < len(s.out); k++ {
		if g := &s.out[k]; g.Form == "number" && g.Measure == f.Measure && g.Low != nil && f.Low != nil && *g.Low > *f.Low {
			return true
		}
	}
	return false
}

// aside reports whether "since" at token i stands in a relative clause that says something else of figure f: "to 14, the
// figure that the ministry has given since Wednesday".
func (s *counter) aside(f *Figure, i int32) bool {
	comma := false
	for j := s.d.TokenAt(f.Span.End); j < i; j++ {
		switch s.words[j] {
		case ",":
			comma = true
		case "that", "which", "who":
			if comma {
				return true
			}
		}
	}
	return false
}

// totalling is the last word before i that says that a total follows, or -1.
func (s *counter) totalling(i int32) int32 {
	for j := i; j >= s.first && j > i-30; j-- {
		switch s.words[j] {
		case "bringing", "bring", "brings", "brought", "raising", "raise", "raises", "raised", "taking", "takes", "took", "pushing", "lowered", "lowers", "lowering", "cut", "revised", "puts", "put":
			return j
		}
	}
	return -1
}

// bringing handles "bringing the death toll to 43": over incidents where a count of its own stands
// before it ("a strike killed six, bringing …"), of one incident where a victim died later ("a
// third man died, bringing the toll to three").
func (s *counter) bringing(i int32, from int) {
	at := int(s.d.Tokens[i].Start)
	if i == s.first {
		s.opening(i, from)
		return
	}
	own, died := false, false
	for k := from; k < len(s.out); k++ {
		if f := &s.out[k]; f.Span.End <= at {
			own = own || f.Key != "died" && f.Key != "dead" && f.Measure != "injured"
			died = died || f.Key == "died" || f.Key == "dead"
		}
	}
	if !own || died {
		return
	}
	for k := from; k < len(s.out); k++ {
		if f := &s.out[k]; f.Span.Start >= at {
			f.Cumulative = true
		}
	}
}

// opening handles "Bringing the number of targeted boats to ten and fatalities to 43, the strike killed
// six": the counts up to the comma that the clause of the incident follows.
func (s *counter) opening(i int32, from int) {
	end := i
	for j := i; j < s.end; j++ {
		if s.words[j] == "," && !s.digit(j+1) {
			end = j
			break
		}
	}
	for k := from; k < len(s.out); k++ {
		if f := &s.out[k]; f.Span.End <= int(s.d.Tokens[end].Start) {
			f.Cumulative = true
		}
	}
}

// campaigns are nouns for more than one incident by themselves; incidents are such only where they are counted
// ("21 strikes") or known already ("the strikes").
var (
	campaigns = map[string]bool{"campaign": true, "war": true, "conflict": true, "offensive": true, "crackdown": true, "insurgency": true, "uprising": true, "hostilities": true}
	incidents = map[string]bool{"strikes": true, "attacks": true, "raids": true, "bombings": true, "airstrikes": true, "bombardments": true, "ambushes": true, "operations": true}
)

// campaign marks what words say of a whole campaign up to now: "the strikes have killed at least 83
// people", "46 people have been killed in the campaign, which began in May". A day named beside it makes it that
// day's, and "Ruritanian strikes have killed 31" is the news of a day.
func (s *counter) campaign(from int) {
	at, kept := int32(-1), false
	for i := s.first; i < s.end; i++ {
		kept = kept || s.keptCount(i)
		if s.namesCampaign(i) {
			at = i
		}
		if s.newsOfDay(i) {
			return
		}
	}
	if at < 0 {
		return
	}
	since := s.began(at)
	if since.Len() == 0 {
		since = s.thisYear()
	}
	for k := from; k < len(s.out); k++ {
		f := &s.out[k]
		if f.Form != "number" && f.Form != "list" || f.Cumulative || f.Superseded || f.High != nil && *f.High < 2 {
			continue
		}
		if !kept && !s.perfect(f) && !s.tollOfLasting(at, f) && !s.hadIn(at, f) {
			continue
		}
		f.Cumulative = true
		if f.Since.Len() == 0 {
			f.Since = since
		}
	}
}

// namesCampaign reports whether token i is a word for more than one incident up to now.
func (s *counter) namesCampaign(i int32) bool {
	switch w := s.words[i]; {
	case campaigns[w], s.lasting(i), w == "action" && s.word(i-1) == "military":
		return true
	case repeated[w] && s.upToNow():
		return true
	case incidents[w] && (s.several(i) || s.upToNow() || s.manyHit()):
		return true
	}
	return s.soFarIn(i) || s.keptCount(i)
}

// newsOfDay reports whether token i is a day on which something was done, not one on which it was counted or said.
func (s *counter) newsOfDay(i int32) bool {
	switch s.words[i] {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "overnight":
		return s.word(i-1) != "since" && !s.untilDay(i) && !s.saidOn(i) && !revisingVerbs[s.word(i+1)] && !gave[s.word(i+1)]
	}
	return false
}

// tollOfLasting reports whether figure f is the toll of what lasts at token at.
func (s *counter) tollOfLasting(at int32, f *Figure) bool {
	return s.lasting(at) && (f.Key == "toll" || f.Key == "total" || f.Key == "deaths") && f.Cue >= 0 && (f.Span.Start > int(s.d.Tokens[f.Cue].Start) || s.countedBy(f))
}

// hadIn reports whether figure f is what the campaign at token at "had" brought by then.
func (s *counter) hadIn(at int32, f *Figure) bool {
	return s.hadBy(f) && !incidents[s.words[at]] && !s.onlyDates(at) && !s.otherClause(at, f)
}

// several reports whether the incidents at token i are counted or known: "at least 21 strikes", "the recent
// strikes" as what the sentence is about.
func (s *counter) several(i int32) bool {
	k := s.inside(i)
	if k < 0 {
		return false
	}
	p := &s.phrases[k]
	if p.form == formNumber {
		return p.q.low > 2 && !p.q.vague
	}
	for j := p.first; j < i; j++ {
		if s.words[p.first] == "these" && s.words[j] == "recent" {
			return true
		}
	}
	l := s.d.Tokens[i].Label
	return (s.words[p.first] == "the" || s.words[p.first] == "these") && (l == parse.Nsubj || l == parse.NsubjPass)
}

// upToNow reports whether the sentence says that it counts up to now: "66 people have been killed so far in the attacks".
func (s *counter) upToNow() bool {
	for i := s.first; i+1 < s.end; i++ {
		switch s.words[i] + " " + s.words[i+1] {
		case "so far", "to date", "in total", "in all", "until now", "this week", "this month", "this year":
			return true
		}
	}
	return false
}

// keptCount reports whether token i is somebody's own count over many reports: "according to an AFP tally", "by
// CNN's count", "a database kept by the institute".
func (s *counter) keptCount(i int32) bool {
	switch s.words[i] {
	case "tally", "tracker", "database":
		if s.nominalAt(i+1) && (!s.capital(i-1) || s.is(i-1, clDet)) {
			return false // "the tally of dead rose from 12 to 30"
		}
		return i > s.first && !older[s.word(i-1)] && !s.raises(i) // but "updating an earlier tally of 215", "taking the tally to 33"
	case "count":
		return s.tag(i) == parse.NOUN && s.standsAt(i) == 0 && (s.capital(i-1) && !s.is(i-1, clDet) || s.word(i-1) == "'s" || s.word(i-1) == "’s" || s.word(i+1) == "by" || s.word(i+1) == "kept")
	}
	return false
}

// perfect reports whether "has" or "have" stands before the verb that f belongs to.
func (s *counter) perfect(f *Figure) bool {
	i := f.Cue
	for steps := 0; steps < 2 && (f.Key == "dead" || f.Key == "lives") && s.tagged && i >= s.first && i < s.end && s.tag(i) != parse.VERB; steps++ {
		i = s.d.Tokens[i].Head // "have left 35 dead"
	}
	if i < 0 {
		i = f.Head
		for steps := 0; steps < 4 && i >= s.first && i < s.end && s.tag(i) != parse.VERB; steps++ {
			i = s.d.Tokens[i].Head
		}
		if i < s.first || i >= s.end || s.tag(i) != parse.VERB {
			return false
		}
	}
	for steps := 0; steps < 3 && i >= s.first && i < s.end; steps++ {
		for j := i - 1; j >= s.first && j > i-5; j-- {
			if w := s.words[j]; w == "has" || w == "have" || w == "'ve" || w == "’ve" {
				return true
			}
			if !s.be(j) && !s.adverb(j) && s.words[j] != "so" && s.words[j] != "far" && s.words[j] != "now" {
				break
			}
		}
		l := s.d.Tokens[i].Label
		if l != parse.Conj && l != parse.Advcl { // "have killed 83 and destroyed 22", "has struck, killing 83"
			return false
		}
		i = s.d.Tokens[i].Head
		if s.noun(i) && l == parse.Conj && s.tag(s.d.Tokens[i].Head) == parse.VERB { // hung on the object by mistake
			i = s.d.Tokens[i].Head
		}
	}
	return false
}

// began is the words that say when the campaign at token at began: "which began in May".
func (s *counter) began(at int32) article.Span {
	for i := at + 1; i < s.end && i < at+6; i++ {
		switch s.words[i] {
		case "began", "started", "begun":
			end := i + 1
			for end < s.end && end < i+8 && wordy(s.words[end]) {
				end++
			}
			return s.d.Range(i, end)
		}
	}
	return article.Span{}
}

// saidOn reports whether the day at token i is that of a statement, not of what it tells: "have killed at least 639
// people, the group said on Thursday".
func (s *counter) saidOn(i int32) bool {
	for j := i - 1; j >= s.first && j > i-4; j-- {
		switch w := s.words[j]; {
		case w == "said" || w == "says" || w == "reported" || w == "announced" || w == "released" || w == "issued" || w == "published":
			return true
		case w != "on" && w != "late" && w != "early":
			return false
		}
	}
	return false
}
