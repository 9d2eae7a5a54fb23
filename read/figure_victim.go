package read

import (
	"strings"

	"sayso/parse"
)

// victims finds the figures that the sentence's cues govern. What is asked counts nobody: "Have they killed an envoy yet?"
func (s *counter) victims() {
	if s.asks() {
		return
	}
	for i := s.first; i < s.end; i++ {
		c := s.measure(i)
		if c.kind == cueNone {
			if s.is(i, clIdiom) {
				s.idiom(i)
			}
			continue
		}
		if s.capital(i) && s.properName(i) {
			continue
		}
		s.cue(i, c)
	}
}

// asks reports whether the sentence is a question that asks whether something is so.
func (s *counter) asks() bool {
	i := s.first
	for ; i < s.end && !wordy(s.words[i]); i++ {
	}
	if !s.is(i, clBe|clHave|clModal) && s.word(i) != "did" && s.word(i) != "do" && s.word(i) != "does" {
		return false
	}
	for j := s.end - 1; j > i && j >= s.end-3; j-- {
		if s.words[j] == "?" {
			return true
		}
	}
	return false
}

// properName reports whether token i is part of a name that is no person's: "the Skip River Shooting
// Range", "the Missing Persons Unit".
func (s *counter) properName(i int32) bool {
	n := s.nameAt(i)
	return n != nil && n.End-n.First > 1 && n.Kind != parse.Person && (i+1 < n.End || s.words[i] != "dead") && n.First < i
}

// cue emits the figures that cue word i governs.
func (s *counter) cue(i int32, c measureWord) {
	if s.known(i, c) || s.bothCounted(i, c) {
		return
	}
	switch c.kind {
	case cuePart:
		s.participle(i, c)
	case cueActive, cueBase:
		if c.kind == cueBase && (s.word(i-1) == "to" || s.unreal(i)) || s.habit(i) {
			return
		}
		if k := s.objectAt(i); c.kind == cueBase && c.measure == "displaced" && k >= 0 && s.phrases[k].form != formNumber {
			return // "they evacuate residents"
		}
		s.active(i, c)
	case cueIntrans:
		if s.word(i+1) == "by" && c.measure == "survivors" {
			return // "he is survived by his wife"
		}
		if s.words[i] == "survive" && (s.capital(i+1) || s.opener(i+1) || s.is(i+1, clPronSg|clPronPl)) {
			return // "two sons survive him"
		}
		k := s.whose(i)
		if k == nil {
			k = s.subject(i, i)
		}
		if base := s.words[i] == "die" || s.words[i] == "perish" || s.words[i] == "drown" || s.words[i] == "survive"; base && (len(k) == 0 || s.phrases[k[0]].form != formNumber) {
			return // "they see their friends die"
		}
		if !s.unreal(i) && (c.key != "fled" || s.crowd(k)) {
			if len(k) > 0 && s.phrases[k[0]].q.hasLow {
				k = append(k, s.joined(i)...)
			}
			s.emit(k, c.measure, c.key, i)
		}
	case cueAdj:
		s.adjective(i, c)
	case cueCount:
		if k := s.objectAt(i); s.words[i] == "arrests" && k >= 0 && s.phrases[k].form == formNumber {
			s.active(i, c) // "the ministry arrests 48 Norlanders"
			return
		}
		s.counted(i, c)
	case cueToll:
		s.toll(i, c.measure, c.key)
	}
}

// deadly is c, the cue at i, with what its neighbours add: "fatally shot" and "shot dead" kill.
func (s *counter) deadly(i int32, c measureWord) measureWord {
	if c.measure != "injured" {
		return c
	}
	if (s.word(i-1) == "fatal" || s.word(i-1) == "deadly") && s.word(i+1) == "of" {
		return measureWord{"killed", c.kind, "killed"} // "the fatal shooting of a girl"
	}
	if s.word(i-1) == "fatally" || s.word(i-1) == "mortally" || s.word(i+1) == "dead" || s.word(i+1) == "fatally" ||
		s.word(i+1) == "to" && s.word(i+2) == "death" || (s.word(i+1) == "and" || s.word(i+1) == ",") && s.measure(i+2).key == "killed" {
		return measureWord{"killed", c.kind, "killed"}
	}
	return c
}

// participle handles "killed", "shot", "detained": passive ("two were killed"), reduced ("two
// killed in blast"), or active with an object ("killed two").
func (s *counter) participle(i int32, c measureWord) {
	if s.words[i] == "shot" && s.tag(i) == parse.NOUN && (s.is(i-1, clIndef|clDet|clPoss) || s.word(i-1) == "one") {
		return // "fired one shot that went through his arm"
	}
	c = s.deadly(i, c)
	group, passive := s.verbGroup(i)
	if s.maybe(group) {
		from := len(s.out)
		s.emit(s.subject(i, group), c.measure, c.key, i)
		for k := from; k < len(s.out); k++ {
			s.out[k].Hedged = true
		}
		return
	}
	if s.unreal(group) || s.unreal(i) {
		return
	}
	if k := s.inside(i); k >= 0 && s.phrases[k].head != i {
		// "a wounded officer"; "two of the wounded" are known from before.
		if s.phrases[k].person && s.phrases[k].form != formPlural && !s.is(i-1, clDet|clPoss) {
			s.emit([]int{k}, c.measure, c.key, i)
		}
		return
	}
	if s.alternative(i, c) {
		return
	}
	if passive {
		if list := s.joined(i); len(list) > 0 {
			if those := s.subject(i, group); len(those) > 0 && s.phrases[those[0]].q.hasLow {
				s.emit(append(those, list...), c.measure, c.key, i)
				return
			}
		}
	} else if s.inActive(i, group, c) {
		return
	}
	if k := s.ofWhole(i, group); k >= 0 {
		s.one(k, c.measure, c.key, i)
		return
	}
	s.emit(s.subject(i, group), c.measure, c.key, i)
}

// inActive counts those behind participle i that is in no passive, and reports whether it tells nothing of those before it.
func (s *counter) inActive(i, group int32, c measureWord) bool {
	if k := s.objectAt(i); k >= 0 {
		s.object(i, k, c)
		return true
	}
	if s.thingAt(i+1) || c.measure == "captured" && s.tree() && group == i && s.d.Tokens[i].Label == parse.Conj && s.d.Child(i, parse.Obj) > i {
		return true // "seized a cache", "raided a school and seized an unknown number of pupils"
	}
	if group == i && s.ofThose(i) || s.word(i+1) == "at" && c.key == "shot" || s.shareAt(i+1) {
		return true
	}
	if group == i && s.be(i+1) { // "Killed were Ana Ruiz and her son."
		if k := s.phraseFrom(i + 2); k >= 0 && s.phrases[k].person {
			s.emit(s.list(k, +1), c.measure, c.key, i)
			return true
		}
	}
	if k := s.inverted(i); k >= 0 && group == i {
		s.emit(s.list(k, +1), c.measure, c.key, i)
		return true
	}
	k := s.phraseEnding(i)
	return k >= 0 && s.word(s.phrases[k].first-1) == "whom" // "those whom agents detained"
}

// ofWhole is the phrase for all of whom one is singled out where participle i says what befell them all, or
// -1: "he was one of five people shot there", "one of the five people shot and killed was a clerk".
func (s *counter) ofWhole(i, group int32) int {
	k := s.phraseEnding(i)
	if group != i {
		k = s.phraseEnding(group)
	}
	if k < 0 || s.be(group) || s.is(group, clHave|clRel) {
		return -1
	}
	p := &s.phrases[k]
	switch {
	case p.person && p.of.hasLow && p.of.low > p.q.low:
		p.q, p.form = p.of, formNumber
		return k
	case p.form == formNumber && p.prep == "among" && (p.person || p.bare) && group == i:
		p.person = true
		return k // "100 pupils among the 303 kidnapped"
	case p.form == formNumber && p.bare && p.prep == "of" && s.word(p.first-2) == "out" && group == i:
		return k // "84 people out of the 2,379 killed"
	case p.form == formNumber && p.person && p.prep == "of" && p.q.low > 1 && k > 0 && s.phrases[k-1].end == p.first-1 && s.phrases[k-1].bare:
		return k
	}
	return -1
}

// inverted is the phrase for people after the verb of a sentence that participle i opens, or -1: "Also
// killed in the strike were more than a dozen insurgents".
func (s *counter) inverted(i int32) int {
	if i > s.first+1 || s.word(i+1) != "in" && s.word(i+1) != "by" && s.word(i+1) != "during" {
		return -1
	}
	for j := i + 2; j < i+10 && j < s.end; j++ {
		if s.is(j, clRel) || s.word(j) == "," {
			return -1
		}
		if s.be(j) {
			if k := s.phraseFrom(j + 1); k >= 0 && s.phrases[k].person {
				return k
			}
			return -1
		}
	}
	return -1
}

func (s *counter) be(i int32) bool { return s.is(i, clBe) }

// alternative reports whether cue i is one of two that "or" joins: "captured or killed a number of
// men" says neither how many were killed nor how many captured.
func (s *counter) alternative(i int32, c measureWord) bool {
	other := ""
	if s.word(i+1) == "or" {
		other = s.measure(i + 2).measure
	} else if s.word(i-1) == "or" {
		other = s.measure(i - 2).measure
	}
	return other != "" && other != c.measure && !s.denied()
}

// denied reports whether the sentence counts none: "no one was killed or injured".
func (s *counter) denied() bool {
	for k := range s.phrases {
		if p := &s.phrases[k]; p.form == formNumber && p.q.low == 0 && p.q.hasHigh && p.q.high == 0 {
			return true
		}
	}
	return false
}

// active handles the forms with an object: "killing two", "detain several".
func (s *counter) active(i int32, c measureWord) {
	c = s.deadly(i, c)
	if s.word(i+1) == "of" || s.word(i+1) == "death" || s.word(i+1) == "deaths" {
		if s.words[i] != "kidnapping" { // of farmers: recalled more often than told
			s.counted(i, c)
		}
		return
	}
	if k := s.objectAt(i); k >= 0 {
		if c.key == "shot" && s.phrases[k].form == formPlural {
			return // "shooting victims"
		}
		s.object(i, k, c)
	}
}

// adverb reports whether token i is an adverb of the verb beside it.
func (s *counter) adverb(i int32) bool {
	w := s.word(i)
	switch {
	case beforeNumbers[w]:
		return false
	case s.tag(i) == parse.ADV && w != "at" && w != "up" && !s.is(i, clSome), plainAdverbs[w]:
		return true
	}
	return strings.HasSuffix(w, "ly") && len(w) > 4 && w != "family"
}

// Adverbs of number, which belong to the count behind them, and those that are told by no "-ly".
var (
	beforeNumbers = set("more as about nearly almost approximately roughly around over")
	plainAdverbs  = set("also later then down")
)

// verbGroup is where the verb group of participle i begins, and whether it is passive.
func (s *counter) verbGroup(i int32) (start int32, passive bool) { return s.group(i, 3) }

// group is verbGroup through at most depth coordinated participles ("shot, beaten and killed").
func (s *counter) group(i int32, depth int) (start int32, passive bool) {
	j := i - 1
	start = i
	for j >= s.first && j > i-lookBack {
		w := s.words[j]
		switch {
		case s.be(j):
			start, passive = j, true
		case w == "to" && told[s.word(j-1)] && start < i:
			start, j = j-1, j-1
		case s.is(j, clHave) && w != "having":
			start = j
		case s.is(j, clNot|clModal) && w != "neither" && w != "without":
			start = j
		case (w == "reported" || w == "feared" || w == "confirmed") && start == i && !s.be(j-1) && s.phraseEnding(j) >= 0:
			return j, true // "another 79 reported injured"
		case s.adverb(j) || (w == "both" || w == "all") && s.be(j-1) || w == "reportedly" || w == "confirmed" && s.be(j-1) || w == "feared" || w == "believed" || w == "reported":
		case depth > 0 && (w == "and" || w == "or" || w == ",") && j-1 >= s.first && (s.measure(j-1).kind == cuePart || s.tag(j-1) == parse.VERB && strings.HasSuffix(s.words[j-1], "ed")) && s.inside(j-1) < 0:
			g, p := s.group(j-1, depth-1)
			if p {
				return g, true
			}
			return start, passive
		default:
			return start, passive
		}
		if passive && !s.be(j) && !s.is(j, clHave|clNot|clModal) && !s.adverb(j) && !told[s.words[j]] {
			return start, passive
		}
		j--
	}
	return start, passive
}

// told are the words before "to" that leave what follows as real as the rest: "are reported to have
// been killed", "claims to have killed".
var told = map[string]bool{"reported": true, "confirmed": true, "claims": true, "claimed": true, "claim": true, "known": true, "said": true,
	"thought": true, "believed": true, "feared": true, "understood": true, "managed": true, "manages": true}

// numberOf reports whether p follows "the number of", so that it counts nobody itself.
func (s *counter) numberOf(p *phrase) bool {
	if p.form != formNumber && s.word(p.first-1) == "of" && s.keptOf(p.first-2) {
		return true
	}
	return p.form != formNumber && s.word(p.first-1) == "of" && (s.word(p.first-2) == "number" || s.word(p.first-2) == "proportion" || s.word(p.first-2) == "share") && s.word(p.first-3) != "a"
}

// keptOf reports whether token i is a count of people that somebody keeps and changes: "raised its count of militants killed since May to 316".
func (s *counter) keptOf(i int32) bool {
	switch s.word(i) {
	case "count", "tally", "figure", "estimate":
		for j := i - 1; j >= s.first && j > i-4; j-- {
			if revisingVerbs[s.words[j]] {
				return true
			}
		}
	}
	return false
}

// isPlace reports whether token t stands in the name of a place.
func (s *counter) isPlace(t int32) bool {
	n := s.nameAt(t)
	return n != nil && n.Kind == parse.Place
}

// recovered reports whether the sentence tells of a body found, not of one that somebody waits for.
func (s *counter) recovered() bool {
	for i := s.first; i < s.end; i++ {
		switch s.words[i] {
		case "found", "find", "finding", "recovered", "recover", "recovering", "discovered", "discover", "pulled", "retrieved", "located", "identified", "identify", "removed", "lay", "lying", "washed", "dumped", "seen", "saw", "spotted":
			return true
		}
	}
	return false
}
