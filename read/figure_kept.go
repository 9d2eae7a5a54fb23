package read

import (
	"math"
	"strings"

	"sayso/parse"
)

// Who keeps count says his number short: "the ministry's count stood at 49", "Coast Watch put the figure at 64", "the Red Cross has 268", "the union
// stuck to its figure of 54". It counts what was counted last, or the dead of a report that speaks of dead.

// keptCounts finds such numbers, from figure index from on where the first count stands in the sentence itself.
func (s *counter) keptCounts(from int) {
	if s.behindCorrection() {
		return // the note says again what the text has
	}
	for i := s.first; i < s.end; i++ {
		s.nthVictim(i, from)
		at, named := s.keptAt(i)
		if at < 0 {
			continue
		}
		q, ok := s.quantity(at)
		if !ok || s.notACount(q) || s.is(q.end, clUnit) || q.vague || q.low < 2 || q.low > mostKept || q.low != math.Trunc(q.low) || !s.endsAt(q.end) {
			continue
		}
		if s.countsOther(from, i) {
			continue // see thingsAgain
		}
		k := s.lastCount(from, at)
		if k < 0 && named {
			k = s.lastDead(at)
		}
		if k >= 0 {
			s.sameAgain(q, i, from, k)
		} else if p := (phrase{first: q.first, end: q.end, head: q.num, q: q, form: formNumber, bare: true, person: true, who: "toll"}); named && s.speaksOfDead(i) && !s.taken(from, s.spanOf(&p)) {
			s.add(&p, "killed", "people", "total", i)
		}
	}
}

// countsOther reports whether a number of people or things that nothing befell, by the words so far, stands before token i in its sentence: "12,000 people took part; police put
// the number at 7,000".
func (s *counter) countsOther(from int, i int32) bool {
	for k := range s.phrases {
		if p := &s.phrases[k]; p.form == formNumber && !p.bare && p.end <= i && p.head >= p.q.end && !s.is(p.head, clUnit|clTime) && !s.taken(from, s.spanOf(p)) && s.measure(p.head).kind == cueNone {
			return true
		}
	}
	return false
}

// behindCorrection reports whether the sentence goes on in a paragraph that a note of correction opens.
func (s *counter) behindCorrection() bool {
	k := s.d.Tokens[s.first].Sentence
	if k == 0 || s.d.Sentences[k-1].Paragraph != s.d.Sentences[k].Paragraph {
		return false
	}
	for k > 0 && s.d.Sentences[k-1].Paragraph == s.d.Sentences[k].Paragraph {
		k--
	}
	return strings.HasPrefix(strings.ToLower(s.d.Word(s.d.Sentences[k].First)), "correct")
}

// mostKept is the highest number that can be a count of people that somebody keeps of an incident.
const mostKept = 1e6

// keptAt is the number, in token, that somebody keeps by the words around token i, or -1; named is whether they name a count: "has 268" needs one told before.
func (s *counter) keptAt(i int32) (at int32, named bool) {
	if tellsHis[s.words[i]] && i > s.first && s.tagged && (s.tag(i-1) == parse.NOUN || s.tag(i-1) == parse.PROPN) && s.is(i+1, clQuantity) && !s.is(i-1, clTime|clPerson|clUnit) {
		return i + 1, false
	}
	if s.words[i] == "it" && s.be(i+1) && s.notThat(i+2) {
		return i + 2, true
	}
	if !countNouns[s.words[i]] {
		return -1, false
	}
	owned := s.word(i-1) == "own" || s.is(i-1, clPoss)
	switch s.word(i - 1) {
	case "'s", "’s", "'", "’":
		owned = true
	}
	switch {
	case owned && s.word(i+1) == "of" && s.standsBy(i-2):
		return i + 2, true
	case s.word(i+1) == "at" && (owned || s.word(i-1) == "the") && s.puts(i-2):
		return i + 2, true
	case owned:
		return s.reachedAt(i + 1), true
	case s.word(i-1) == "the":
		return s.reachedAt(i + 1), false // "said the number stood at 32"
	}
	return -1, false
}

// notThat reports whether another number is denied right behind the one at token i: "It is 27, not 72."
func (s *counter) notThat(i int32) bool {
	q, ok := s.quantity(i)
	if !ok {
		return false
	}
	j := q.end
	if w := s.word(j); w == "," || w == "and" {
		j++
	}
	_, ok = s.quantity(j + 1)
	return ok && s.word(j) == "not"
}

// nthVictim adds the toll of which somebody is the last: "becoming the 14th victim of the fire".
func (s *counter) nthVictim(i int32, from int) {
	if w := s.words[i]; w != "becoming" && w != "became" && w != "becomes" || s.word(i+1) != "the" {
		return
	}
	q, ok := numberAt(s.word, i+2)
	if !ok || !q.ordinal || q.low < 2 {
		return
	}
	switch s.word(q.end) {
	case "victim", "fatality", "death":
	default:
		return
	}
	p := phrase{first: q.first, end: q.end, head: q.num, q: exact(q.low), form: formNumber, bare: true, person: true, who: "toll"}
	p.q.first, p.q.end, p.q.num = q.first, q.end, q.num
	if !s.taken(from, s.spanOf(&p)) {
		s.add(&p, "killed", "people", "toll", i)
	}
}

// countNouns are nouns for a count that somebody keeps; tellsHis are verbs whose object it can be.
var (
	countNouns = set("count tally figure number estimate")
	tellsHis   = set("has have had lists counts gives gave")
)

// standsBy reports whether a verb of holding on to something ends at token i or the one before: "stuck to", "stands by", "maintained".
func (s *counter) standsBy(i int32) bool {
	switch s.word(i) {
	case "to":
		w := s.word(i - 1)
		return w == "stuck" || w == "sticks" || w == "sticking" || w == "kept" || w == "held" || w == "clung" || w == "holds"
	case "by":
		w := s.word(i - 1)
		return w == "stood" || w == "stands" || w == "standing"
	case "on":
		return strings.HasPrefix(s.word(i-1), "insist")
	case "maintained", "maintains", "repeated", "defended", "reaffirmed", "confirmed", "renewed":
		return true
	}
	return false
}

// puts reports whether token i is a form of putting or giving a number.
func (s *counter) puts(i int32) bool {
	switch s.word(i) {
	case "put", "puts", "putting", "set", "sets", "gave", "gives", "placed", "places":
		return true
	}
	return false
}

// reachedAt is the number behind a verb at token i by which a count is at or comes to it, or -1: "stood on Friday at 49", "was 54", "has reached 61".
func (s *counter) reachedAt(i int32) int32 {
	verb := false
	for j := i; j < i+7 && j < s.end; j++ {
		q, number := s.quantity(j)
		switch w := s.words[j]; {
		case number && verb && (reaches[s.wordBefore(q)] || s.be(j-1)):
			return j
		case w == "the" && verb:
		case s.be(j), reaches[w], w == "rose", w == "climbed", w == "risen", w == "went", w == "rises", w == "grew", w == "fallen", w == "fell", w == "dropped":
			verb = true
		case w == "now", w == "then", w == "on", w == "still", s.is(j, clTime|clHave):
		default:
			return -1
		}
	}
	return -1
}

// endsAt reports whether what is told of a number ends before token i, so that nothing is counted by a noun there.
func (s *counter) endsAt(i int32) bool {
	switch w := s.word(i); w {
	case "", ".", ",", ";", ":", "—", "–", "and", "but", "while", "as", "by", "after", "before", "against":
		return true
	case "names": // "has 29 names on its list"
		return s.word(i+1) == "on" && s.endsAt(i+1)
	case "on": // "has 26 on its list", "stood at 247 on Saturday"
		if s.is(i+1, clTime) || s.is(i+1, clQuantity) {
			return true
		}
		switch s.word(i + 2) {
		case "list", "lists", "books", "records", "record":
			return true
		}
	case "this", "in", "late", "early":
		return s.is(i+1, clTime) || s.is(i+2, clTime)
	}
	return false
}

// lastDead is the last count of killed before token i in the report that is no part and no old value, or -1.
func (s *counter) lastDead(i int32) int {
	for k := len(s.out) - 1; k >= 0 && k > len(s.out)-4*lookBack; k-- {
		if f := &s.out[k]; f.Measure == "killed" && f.Unit == "people" && f.PartOf < 0 && !f.Superseded && f.Span.End <= int(s.d.Tokens[i].Start) {
			return k
		}
	}
	return -1
}

// mostBack is how many words back a report is looked through for its dead.
const mostBack = 2000

// speaksOfDead reports whether the report, in its headline or before token i, speaks of dead.
func (s *counter) speaksOfDead(i int32) bool {
	for _, w := range strings.Fields(strings.ToLower(s.d.Article.Title)) {
		if c := measureWords[strings.Trim(w, ".,:;‘’'“”\"")]; c.measure == "killed" {
			return true
		}
	}
	for j := max(0, i-mostBack); j < i; j++ {
		if c := measureWords[s.words[j]]; c.measure == "killed" && c.key != "shot" {
			return true
		}
	}
	return false
}

// corrects marks what a note of correction says was told wrongly: "(Corrects figure given in error by the agency as 381)", "Corrects toll, which was
// wrongly given as 381". It is asked of sentences that open with such a word.
func (s *counter) corrects(from int) {
	at := s.first
	for at < s.first+2 && !wordy(s.word(at)) {
		at++
	}
	if w := s.word(at); !strings.HasPrefix(w, "correct") && w != "removes" && w != "fixes" && w != "removing" {
		return
	}
	wrong := false
	for i := at + 1; i < s.end; i++ {
		wrong = wrong || wrongly[s.words[i]] || gave[s.words[i]]
		q, ok := s.quantity(i)
		if p := s.word(i - 1); !ok || !wrong || p != "as" && p != "of" && p != "at" || s.notACount(q) || s.is(q.end, clUnit) || s.nounFollows(q.end) && !s.is(q.end, clPerson|clCue) {
			continue
		}
		if s.taken(from, s.d.Range(q.first, q.end)) {
			s.supersede(q, from)
		} else if k := s.lastDead(i); k >= 0 {
			s.sameAgain(q, at, from, k)
			s.out[len(s.out)-1].Superseded = true
		}
		return
	}
}
