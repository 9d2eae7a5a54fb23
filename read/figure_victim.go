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
	if !passive {
		if k := s.objectAt(i); k >= 0 {
			s.object(i, k, c)
			return
		}
		if s.thingAt(i+1) || c.measure == "captured" && s.tree() && group == i && s.d.Tokens[i].Label == parse.Conj && s.d.Child(i, parse.Obj) > i {
			return // "seized a cache", "raided a school and seized an unknown number of pupils"
		}
		if group == i && s.ofThose(i) {
			return
		}
		if s.word(i+1) == "at" && c.key == "shot" || s.shareAt(i+1) {
			return
		}
		if s.be(i+1) && group == i {
			// "Killed were Ana Ruiz and her son."
			if k := s.phraseFrom(i + 2); k >= 0 && s.phrases[k].person {
				s.emit(s.list(k, +1), c.measure, c.key, i)
				return
			}
		}
		if k := s.inverted(i); k >= 0 && group == i {
			s.emit(s.list(k, +1), c.measure, c.key, i)
			return
		}
	}
	if k := s.phraseEnding(i); !passive && k >= 0 && s.word(s.phrases[k].first-1) == "whom" {
		return // "those whom agents detained"
	}
	if passive {
		if list := s.joined(i); len(list) > 0 {
			if those := s.subject(i, group); len(those) > 0 && s.phrases[those[0]].q.hasLow {
				s.emit(append(those, list...), c.measure, c.key, i)
				return
			}
		}
	}
	if k := s.ofWhole(i, group); k >= 0 {
		s.one(k, c.measure, c.key, i)
		return
	}
	s.emit(s.subject(i, group), c.measure, c.key, i)
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

func (s *counter) adverb(i int32) bool {
	w := s.word(i)
	if s.tag(i) == parse.ADV && w != "more" && w != "as" && w != "at" && w != "up" && w != "about" && w != "nearly" && w != "almost" && w != "approximately" && w != "roughly" && w != "around" && w != "over" && !s.is(i, clSome) {
		return true
	}
	return strings.HasSuffix(w, "ly") && len(w) > 4 && w != "family" && w != "nearly" && w != "approximately" && w != "roughly" || w == "also" || w == "later" || w == "then" || w == "down" || w == "instantly"
}

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

// adjective handles "dead" and "missing".
func (s *counter) adjective(i int32, c measureWord) {
	if c.key == "homeless" && !s.madeSo(i) {
		return // "a homeless man", "the city's 3,000 homeless people"
	}
	if k := s.inside(i); k >= 0 && s.phrases[k].head != i && (s.phrases[k].first < i || s.phrases[k].person) {
		if s.phrases[k].person && s.phrases[k].form != formPlural {
			s.emit([]int{k}, c.measure, c.key, i)
		}
		return
	}
	if s.attribute(i) {
		return
	}
	left := i
	if s.word(i-1) == "," && s.digit(i-2) && s.word(i-3) == "," {
		left = i - 3 // "left Ana Ruiz, 21, dead"
	} else if j := s.someTold(i); j >= 0 {
		left = j
	}
	if k := s.phraseEnding(left); k > 0 && s.phrases[k].prep == "of" && s.phrases[k-1].end == s.phrases[k].first-1 && s.phrases[k-1].person && s.phrases[k-1].form == formNumber && !s.be(left-1) {
		s.emit([]int{k - 1}, c.measure, c.key, i) // "leaving five members of a family dead"
		return
	}
	if k := s.phraseEnding(left); k >= 0 && (s.phrases[k].person || left < i && s.named(k, false) || s.numbered(k, i)) {
		s.emit(s.list(k, -1), c.measure, c.key, i)
		return
	}
	j := i - 1
	if s.word(j) == "as" && i > s.first+2 {
		j-- // "are reported as missing", "listed as dead"
	}
	if s.word(j) == "be" && s.word(j-1) == "to" && (thoughtDead[s.word(j-2)] || s.word(j-2) == "estimated") { // "are believed to be dead"
		j -= 2
	}
	if w := s.word(j); thoughtDead[w] || w == "estimated" { // "estimated to be missing"
		if thoughtDead[w] && s.words[i] != "missing" {
			c.measure = "presumed_dead"
		}
		j--
	}
	for j >= s.first && (s.adverb(j) || s.words[j] == "presumed" || s.words[j] == "feared" || s.words[j] == "confirmed") {
		if s.words[j] == "presumed" || s.words[j] == "feared" {
			c.measure = "presumed_dead"
			if s.words[i] == "missing" {
				c.measure = "missing"
			}
		}
		j--
	}
	if k := s.phraseEnding(j + 1); k >= 0 && s.phrases[k].person {
		s.emit(s.list(k, -1), c.measure, c.key, i)
		return
	}
	switch w := s.word(j); {
	case w == "and" && s.measure(j-1).kind == cueAdj: // "is missing and presumed dead"
		s.emit(s.subject(j-1, j-1), c.measure, c.key, i)
	case w == "and" && c.measure == "presumed_dead": // "are trapped underground and presumed dead"
		for v := j - 1; v > j-7 && v > s.first && s.words[v] != ","; v-- {
			if s.be(v) {
				s.emit(s.subject(v, v), c.measure, c.key, i)
				return
			}
		}
	case w == "pronounced", w == "declared", w == "found", w == "discovered", w == "reported", w == "left", w == "listed", w == "registered", w == "considered", w == "counted", w == "made", w == "rendered":
		g, _ := s.verbGroup(j)
		if !s.unreal(g) {
			s.emit(s.subject(j, g), c.measure, c.key, i)
		}
	case s.be(j), w == "still", w == "remain", w == "remained", w == "remains", w == "go", w == "went":
		g := j
		for g > s.first && (s.is(g-1, clBe|clHave|clNot|clModal)) {
			g--
		}
		if !s.unreal(j) {
			s.emit(s.subject(i, g), c.measure, c.key, i)
		}
	}
}

// madeSo reports whether people are said to be or to have been made homeless, at token i.
func (s *counter) madeSo(i int32) bool {
	if k := s.inside(i); k >= 0 && s.phrases[k].end > i+1 {
		return false
	}
	for j := i - 1; j >= s.first && j > i-12; j-- {
		switch s.words[j] {
		case "made", "left", "leaving", "making", "rendered", "rendering", "leaves", "makes", "are", "were":
			return true
		}
	}
	return false
}

// attribute reports whether the adjective at token i opens the name of a thing: "dead wood", "missing pages"; not "found dead hours later".
func (s *counter) attribute(i int32) bool {
	k := s.inside(i)
	if k < 0 || s.phrases[k].first != i || s.phrases[k].person {
		return false
	}
	h := s.phrases[k].head
	return h > i && s.tagged && s.tag(h) == parse.NOUN && !s.capital(h) && !s.is(h, clTime|clUnit|clPerson) && s.measure(h).kind == cueNone && !s.is(h, clQuantity)
}

// thoughtDead are the participles by which those missing are given up.
var thoughtDead = map[string]bool{"believed": true, "thought": true, "feared": true, "presumed": true, "assumed": true}

// counted handles nouns that are counted themselves ("12 deaths", "the toll … deaths to 43") or
// whose "of" or possessor names the victims ("the killing of two men", "Umar's death").
func (s *counter) counted(i int32, c measureWord) {
	if w := s.words[i]; c.key == "injuries" && w != "casualties" {
		s.injuries(i, c)
		return
	}
	if s.words[i] == "shooting" && (s.word(i+1) == "death" || s.word(i+1) == "deaths") {
		return // the next word's turn
	}
	if s.words[i] == "death" && s.word(i-1) == "to" {
		s.toDeath(i)
		return
	}
	if s.words[i] == "death" && (s.word(i+1) == "count" || s.word(i+1) == "tally") {
		s.toll(i+1, "killed", "toll") // "the death count was 77"
		return
	}
	if s.words[i] == "casualties" {
		c.measure = "casualties"
	} else if (s.words[i] == "body" || s.words[i] == "bodies") && (s.word(i-1) == "for" || s.word(i-1) == "the" && s.word(i-2) == "for") && s.word(i+1) == "of" {
		return // "the search for the bodies of 141 people"
	}
	if s.released(i) {
		return
	}
	if k := s.inside(i); c.measure == "survivors" && k >= 0 && (s.saidOf(k) || s.word(s.phrases[k].q.end) == "of") {
		return // "killed two survivors", "eleven of the survivors were hurt"
	}
	if s.word(i+1) == "of" {
		if k := s.phraseFrom(i + 2); k >= 0 && !s.phrases[k].person && s.phrases[k].form == formNumber && !s.phrases[k].bare {
			return // "the killing of 300,000 pigs"
		}
		if k := s.phraseFrom(i + 2); k >= 0 && s.phrases[k].person {
			if j := s.list(k, +1); len(j) > 0 {
				s.emit(j, c.measure, c.key, i)
				return
			}
		}
	}
	if w := s.word(i - 1); w == "'s" || w == "’s" || w == "'" || w == "’" {
		if k := s.phraseEnding(i - 1); k >= 0 && s.phrases[k].person && (s.words[i] != "body" && s.words[i] != "bodies" || s.recovered()) {
			s.emit([]int{k}, c.measure, c.key, i) // "Alder's death", but not "to cover a woman's body"
		}
		return
	}
	if k := s.inside(i); k >= 0 {
		p := &s.phrases[k]
		if p.form == formNumber && s.is(i+1, clModal) {
			return // "thousands of deaths could be prevented"
		}
		if p.form == formNumber && p.end-1 == i {
			if s.words[i] == "death" || s.words[i] == "homicide" || s.words[i] == "remains" || s.words[i] == "remain" || s.words[i] == "body" && p.q.low != 1 {
				return
			}
			s.one(k, c.measure, c.key, i)
			return
		}
		if (s.words[i] == "body" || s.words[i] == "bodies") && p.form == formSingular && s.recovered() {
			s.one(k, c.measure, c.key, i)
			return
		}
	}
	if s.words[i] == "bodies" && !s.numberBefore(i) {
		return // "searched for bodies inside seven of eight towers"
	}
	if s.words[i] != "death" && s.words[i] != "body" && s.words[i] != "homicide" {
		s.toll(i, c.measure, c.key)
	}
}

// saidOf reports whether phrase k of this sentence was counted already for what befell it.
func (s *counter) saidOf(k int) bool {
	sp := s.spanOf(&s.phrases[k])
	for j := len(s.out) - 1; j >= 0 && j > len(s.out)-lookBack; j-- {
		if s.out[j].Span == sp {
			return true
		}
	}
	return false
}

// injuries handles "suffered a gunshot wound", "with non-life-threatening injuries": the one who
// has them is counted, not the wounds; "12 injuries" counts people.
func (s *counter) injuries(i int32, c measureWord) {
	k := s.inside(i)
	j := i
	if k >= 0 {
		j = s.phrases[k].first
	}
	if s.fatal(j, i) {
		c.measure = "killed" // "found with a fatal gunshot wound"
	}
	if k := s.phraseFrom(i + 2); s.word(i+1) == "to" && k >= 0 && s.phrases[k].person && s.phrases[k].form == formNumber {
		s.emit(s.list(k, +1), c.measure, "wounds", i) // "caused minor injuries to 40 others"
		return
	}
	switch w := s.word(j - 1); w {
	case "had", "has", "have", "suffered", "sustained", "suffering", "sustaining", "receiving", "received", "suffers", "suffer", "sustain", "sustains", "receive", "receives":
		if s.unreal(j - 1) {
			return
		}
		g, _ := s.verbGroup(j - 1)
		list := s.subject(j-1, g)
		if (w == "suffer" || w == "sustain" || w == "receive") && (len(list) == 0 || s.phrases[list[0]].form != formNumber) {
			return // what a side suffers is no wound
		}
		s.emit(list, c.measure, "wounds", i)
	case "with", "from", "for":
		if k := s.phraseEnding(j - 1); w == "with" && k >= 0 && s.phrases[k].person && s.phrases[k].prep == "" {
			s.emit(s.list(k, -1), c.measure, "wounds", i) // "found two women with gunshot wounds"
			return
		}
		for v := j - 2; v >= s.first && v > j-14; v-- {
			switch s.words[v] {
			case "died", "dead", "dies":
				return
			case "taken", "hospitalized", "treated", "suffering", "recovering", "transported", "found", "rushed", "airlifted", "flown", "arrived", "hospital", "driven", "brought":
				if s.words[v] == "hospital" {
					continue
				}
				g, _ := s.verbGroup(v)
				s.emit(s.subject(v, g), c.measure, "wounds", i)
				return
			default:
				if s.be(v) && w == "with" {
					s.emit(s.subject(v, v), c.measure, "wounds", i)
					return
				}
			}
		}
	default:
		if k >= 0 && s.words[i] == "injuries" && s.phrases[k].form == formNumber && s.phrases[k].q.low != 1 && !s.phrases[k].q.vague {
			s.one(k, c.measure, "injuries", i)
		}
	}
}

func (s *counter) fatal(i, end int32) bool {
	for ; i < end; i++ {
		if s.words[i] == "fatal" || s.words[i] == "mortal" {
			return true
		}
	}
	return false
}

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
