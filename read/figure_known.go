package read

import (
	"strings"

	"sayso/parse"
)

// known handles the words for those whom something befell where they stand as a noun: whose number comes after them
// ("the number of injured at 223"), or who were counted before ("three of the injured died"). It reports whether it did.
func (s *counter) known(i int32, c measureWord) bool {
	if s.words[i] == "injured" && s.word(i+1) == "reserve" {
		return true // a list of players
	}
	if c.kind != cuePart && c.kind != cueAdj {
		return c.key == "shot" && s.downed(i) || c.key == "captured" && s.recorded(i) || s.words[i] == "death" && s.word(i-1) == "the" && s.word(i-2) == "over"
	}
	if c.key == "shot" && s.downed(i) || c.key == "captured" && s.recorded(i) {
		return true
	}
	before := i - 1
	for s.adverb(before) {
		before--
	}
	if (s.word(before) == "the" || s.word(before) == "those") && s.word(before-1) == "of" {
		k := s.inside(before - 2)
		if k >= 0 && s.phrases[k].form == formNumber && s.phrases[k].q.end == before-1 || s.is(before-2, clSome) || s.word(before-2) == "some" || s.word(before-2) == "many" {
			return !s.is(i+1, clPerson) // "three of the injured", "263 of those killed", but "two of the injured men"
		}
	}
	if !s.numberBefore(i) && !s.levelled(i) {
		return c.kind == cuePart && s.word(i-1) == "the" && (s.is(i-2, clPrep) || s.tag(i-2) == parse.VERB) && s.is(i+1, clPrep) && s.word(i+1) != "by" // "to rush the injured to hospitals"
	}
	if m := s.measure(i + 2); s.word(i+1) == "and" && m.measure != "" && m.measure != c.measure {
		return true // "the number of dead and wounded": the second word's turn
	}
	if m := s.measure(i - 2); s.word(i-1) == "and" && m.measure != "" && m.measure != c.measure {
		c.measure = "casualties"
	}
	from := len(s.out)
	s.toll(i, c.measure, "toll")
	for j := i - 1; j > i-8 && j >= s.first && len(s.out) > from; j-- {
		if s.words[j] == "total" {
			s.out[from].Cumulative = true
		}
	}
	return true
}

// bothCounted handles "60 killed and wounded", which says of neither how many: one count of casualties, at the first word.
func (s *counter) bothCounted(i int32, c measureWord) bool {
	pair := func(a, b int32) bool {
		x, y := s.measure(a), s.measure(b)
		return x.measure == "killed" && y.measure == "injured" && s.word(a+1) == "and" && b == a+2 && !s.opener(b+1)
	}
	first := i
	if pair(i-2, i) {
		first = i - 2
	} else if !pair(i, i+2) {
		return false
	}
	k := s.phraseEnding(first)
	if k < 0 || s.phrases[k].form != formNumber {
		return false
	}
	if first == i {
		s.emit([]int{k}, "casualties", c.key, i)
	}
	return true
}

// numberBefore reports whether "the number of" stands before token i, or before the word that "and" joins to it; or the
// count goes on: "the number of dead at 14 and the wounded at 30".
func (s *counter) numberBefore(i int32) bool {
	if (s.word(i+1) == "at" || s.word(i+1) == "as" || s.word(i+1) == "to") && s.word(i-1) == "the" && s.word(i-2) == "and" && s.is(i+2, clQuantity) {
		return true
	}
	if (s.word(i-1) == "number" || s.word(i-1) == "numbers") && s.word(i-2) == "the" {
		return !s.is(i+1, clPerson) // "the number killed stood at 290"
	}
	j, joined := i-1, false
	if s.word(j) == "and" && s.measure(j-1).kind != cueNone {
		j, joined = j-2, true
	}
	for ; !joined && sure[s.word(j)]; j-- {
	}
	if s.word(j) == "the" || s.word(j) == "those" {
		j--
	}
	if !joined && s.thingsAfter(i) {
		return false // "the total number of neutralised drones"
	}
	if s.word(j) != "of" || !tallies[s.word(j-1)] || s.word(j-2) == "a" {
		return false
	}
	return joined || !s.is(i+1, clPerson)
}

// recorders are what captures no prisoners: "the footage captured two men", "captured on camera".
var recorders = map[string]bool{"camera": true, "cameras": true, "footage": true, "video": true, "videos": true, "recording": true, "recordings": true, "recorder": true, "microphone": true,
	"photo": true, "photos": true, "photograph": true, "photographs": true, "image": true, "images": true, "film": true, "tape": true, "cctv": true, "transcript": true, "clip": true, "clips": true}

// recorded reports whether token i is a form of "capture" that goes with what records.
func (s *counter) recorded(i int32) bool {
	if !strings.HasPrefix(s.words[i], "captur") {
		return false
	}
	for j := i + 1; j < i+4; j++ {
		if recorders[s.word(j)] && (s.word(i+1) == "on" || s.word(i+1) == "by" || s.word(i+1) == "in") {
			return true
		}
	}
	g, passive := s.verbGroup(i)
	if passive {
		return false
	}
	if recorders[s.word(g-1)] {
		return true
	}
	if !s.tagged {
		return false
	}
	o := s.d.Child(i, parse.Nsubj)
	if l := s.d.Tokens[i].Label; o < 0 && (l == parse.ACL || l == parse.Amod) {
		o = s.d.Tokens[i].Head
	}
	return o >= s.first && o < s.end && recorders[s.words[o]]
}

// restricted reports whether cue i says which of those known before are meant: "the soldiers killed", "the deceased pilots".
func (s *counter) restricted(p *phrase, i int32) bool {
	k := s.measure(i).kind
	return (k == cuePart || k == cueAdj) && (i >= p.first && i < p.head || i == p.end || s.is(p.end, clRel))
}

// countedBefore reports whether the number of p was given for the same measure already.
func (s *counter) countedBefore(p *phrase, measure string) bool {
	for k := len(s.out) - 1; k >= 0 && k > len(s.out)-4*lookBack; k-- {
		if f := &s.out[k]; f.Measure == measure && f.Who == p.who && f.Low != nil && *f.Low == p.q.low {
			return true
		}
	}
	return false
}

// whose is the phrase of those who suffered what cue i says in "whose father also died", or nil: it is not the one whose
// father he was.
func (s *counter) whose(i int32) []int {
	g, _ := s.verbGroup(i)
	for s.adverb(g - 1) {
		g--
	}
	if k := s.phraseEnding(g); k >= 0 && s.phrases[k].person && (s.words[s.phrases[k].first] == "whose" || s.word(s.phrases[k].first-1) == "whose") {
		return s.list(k, -1)
	}
	return nil
}

// thingsAfter reports whether the noun that token i qualifies is for things: "neutralised drones", not "missing sailors".
func (s *counter) thingsAfter(i int32) bool {
	return s.tagged && s.tag(i+1) == parse.NOUN && !s.is(i+1, clPerson) && !s.capital(i+1) && !livingNoun(s.words[i+1])
}

// downed reports whether the "shot" at token i goes with "down" and befalls no people: "shot down another drone".
func (s *counter) downed(i int32) bool {
	if s.word(i+1) != "down" || s.be(i-1) {
		return false
	}
	k := s.phraseFrom(i + 2)
	return k < 0 || !s.phrases[k].person || s.phrases[k].other || !s.is(s.phrases[k].head, clPerson)
}
