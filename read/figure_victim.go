package read

import (
	"sort"
	"strings"

	"sayso/article"
	"sayso/parse"
)

// lookBack is how many phrases a cue looks back for those it befell. It keeps the work linear in texts
// that never end a sentence; in news a subject stands nearer.
const lookBack = 12

// victims finds the figures that the sentence's cues govern.
func (s *counter) victims() {
	for i := s.first; i < s.end; i++ {
		c, ok := measureWords[s.words[i]]
		if !ok {
			s.idiom(i)
			continue
		}
		s.cue(i, c)
	}
}

// cue emits the figures that cue word i governs.
func (s *counter) cue(i int32, c measureWord) {
	switch c.kind {
	case cuePart:
		s.participle(i, c)
	case cueActive, cueBase:
		if c.kind == cueBase && (s.word(i-1) == "to" || s.unreal(i)) {
			return
		}
		s.active(i, c)
	case cueIntrans:
		if !s.unreal(i) {
			s.emit(s.subject(i, i), c.measure, c.key, i)
		}
	case cueAdj:
		s.adjective(i, c)
	case cueCount:
		s.counted(i, c)
	case cueToll:
		s.toll(i, c.measure, c.key)
	}
}

// key is the cue's family with what its neighbours add: "fatally shot" and "shot dead" kill.
func (s *counter) deadly(i int32, c measureWord) measureWord {
	if c.measure != "injured" {
		return c
	}
	if s.word(i-1) == "fatally" || s.word(i-1) == "mortally" || s.word(i+1) == "dead" || s.word(i+1) == "fatally" ||
		s.word(i+1) == "to" && s.word(i+2) == "death" || (s.word(i+1) == "and" || s.word(i+1) == ",") && measureWords[s.word(i+2)].key == "killed" {
		return measureWord{"killed", c.kind, "killed"}
	}
	return c
}

// participle handles "killed", "shot", "detained": passive ("two were killed"), reduced ("two
// killed in blast"), or active with an object ("killed two").
func (s *counter) participle(i int32, c measureWord) {
	c = s.deadly(i, c)
	group, passive := s.verbGroup(i)
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
		if s.thingAt(i + 1) {
			return // "seized a cache"
		}
		if s.word(i+1) == "at" && c.key == "shot" {
			return
		}
		if s.be(i+1) && group == i {
			// "Killed were Ana Ruiz and her son."
			if k := s.phraseFrom(i + 2); k >= 0 && s.phrases[k].person {
				s.emit(s.list(k, +1), c.measure, c.key, i)
				return
			}
		}
	}
	s.emit(s.subject(i, group), c.measure, c.key, i)
}

func (s *counter) be(i int32) bool { return s.is(i, clBe) }

// alternative reports whether cue i is one of two that "or" joins: "captured or killed a number of
// men" says neither how many were killed nor how many captured.
func (s *counter) alternative(i int32, c measureWord) bool {
	other := ""
	if s.word(i+1) == "or" {
		other = measureWords[s.word(i+2)].measure
	} else if s.word(i-1) == "or" {
		other = measureWords[s.word(i-2)].measure
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

// thingAt reports whether a phrase for things begins at token i, so that the cue before it is active.
func (s *counter) thingAt(i int32) bool {
	k := s.phraseFrom(i)
	if k < 0 {
		return false
	}
	p := &s.phrases[k]
	return !p.person && !s.is(i, clTime) && p.form != formNone && s.noun(p.head)
}

// active handles the forms with an object: "killing two", "detain several".
func (s *counter) active(i int32, c measureWord) {
	c = s.deadly(i, c)
	if s.word(i+1) == "of" || s.word(i+1) == "death" || s.word(i+1) == "deaths" {
		s.counted(i, c)
		return
	}
	if k := s.objectAt(i); k >= 0 {
		if c.key == "shot" && s.phrases[k].form == formPlural {
			return // "shooting victims"
		}
		s.object(i, k, c)
	}
}

// object emits the figures of the object phrase k of active cue i.
func (s *counter) object(i int32, k int, c measureWord) {
	p := &s.phrases[k]
	if p.form == formPronoun && s.is(p.head, clReflexive) {
		key := "suicide"
		if c.key == "shot" {
			key = "shot self"
		}
		s.emit([]int{k}, c.measure, key, i)
		return
	}
	s.emit(s.list(k, +1), c.measure, c.key, i)
}

// objectAt is the phrase for people that follows cue i at once, adverbs aside, or -1.
func (s *counter) objectAt(i int32) int { return s.objectAfter(i, 2) }

// objectAfter is objectAt through at most depth coordinated verbs.
func (s *counter) objectAfter(i int32, depth int) int {
	j := i + 1
	for s.adverb(j) {
		j++
	}
	// "shot and killed two", "killed or wounded two": the object stands after the second.
	if depth > 0 && (s.word(j) == "and" || s.word(j) == "or") && s.word(j+1) != "" {
		if c := measureWords[s.word(j+1)]; c.kind == cuePart || c.kind == cueActive {
			if g, passive := s.verbGroup(j + 1); !passive || g == j+1 {
				return s.objectAfter(j+1, depth-1)
			}
		}
	}
	k := s.phraseFrom(j)
	if k >= 0 && !s.phrases[k].person && !s.named(k) && !s.numbered(k, i) {
		k = s.treeObject(i, k)
	}
	if k < 0 || !s.phrases[k].person {
		return -1
	}
	// "killed Friday", "killed 12 miles away": no people.
	p := &s.phrases[k]
	if p.bare && (s.is(p.end, clUnit|clTime) || s.is(p.end, clWeapon)) {
		return -1
	}
	// "people killed two were": a number whose own verb follows belongs to that verb.
	if p.bare && (s.be(p.end) || measureWords[s.word(p.end)].kind == cuePart && !s.tree()) {
		return -1
	}
	return k
}

// treeObject is the phrase for people that the tree gives as cue i's object where the phrase k
// beside it is none ("detained an Islamic Movement of Uzbekistan facilitator"), or -1. Whom one
// arrests is a person, whatever the noun ("a suspected bomb maker").
func (s *counter) treeObject(i int32, k int) int {
	q := &s.phrases[k]
	if s.arrests(i) && q.form == formSingular {
		q.person = true
		return k
	}
	if k+1 < len(s.phrases) && s.word(q.end) == "of" && s.capital(q.end-1) && s.phrases[k+1].first == q.end+1 && s.phrases[k+1].person {
		if n := &s.phrases[k+1]; n.form == formName {
			n.form = formSingular
		}
		return k + 1
	}
	o := s.d.Child(i, parse.Obj)
	if o < 0 || o < s.first || o >= s.end {
		return -1
	}
	p := s.inside(o)
	if p < 0 {
		return -1
	}
	if q := &s.phrases[p]; !q.person && s.arrests(i) && s.noun(o) && q.head == o && q.form == formSingular {
		q.person = true
	}
	if q := &s.phrases[p]; q.person && q.form == formName && s.phrases[k].form == formSingular {
		q.form = formSingular
	}
	return p
}

// named makes phrase k, whom something befalls, a person where it is a name of no other kind:
// "killing Malik Sahib".
func (s *counter) named(k int) bool {
	p := &s.phrases[k]
	if p.form != formNone || !s.capital(p.head) || !s.tagged || s.tag(p.head) != parse.PROPN || s.is(p.head, clTime) {
		return false
	}
	if kind, ok := s.nameKind(p.head); ok && kind != parse.Person {
		return false
	}
	p.form, p.person, p.q, p.who = formName, true, exact(1), s.words[p.head]
	return true
}

// numbered makes phrase k, a number of whatever noun, the victims of cue i where only the living
// suffer it: "killing six Montenegrins".
func (s *counter) numbered(k int, i int32) bool {
	p := &s.phrases[k]
	c := measureWords[s.words[i]]
	if p.form != formNumber || s.is(p.head, clUnit|clTime) || !s.noun(p.head) || c.measure != "killed" && c.key != "wounded" && !s.arrests(i) {
		return false
	}
	p.person = true
	return true
}

func (s *counter) arrests(i int32) bool {
	w := s.words[i]
	return strings.HasPrefix(w, "arrest") || strings.HasPrefix(w, "detain") || strings.HasPrefix(w, "apprehend")
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
		case s.adverb(j) || w == "both" && passive || w == "reportedly" || w == "confirmed" && s.be(j-1) || w == "feared" || w == "believed" || w == "reported":
		case depth > 0 && (w == "and" || w == "or" || w == ",") && j-1 >= s.first && (measureWords[s.words[j-1]].kind == cuePart || s.tag(j-1) == parse.VERB && strings.HasSuffix(s.words[j-1], "ed")) && s.inside(j-1) < 0:
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

// unreal reports whether the verb group at i is only possible, wanted or denied: "could have
// killed", "did not kill", "to kill".
func (s *counter) unreal(i int32) bool {
	for j := i; j >= s.first && j > i-4; j-- {
		if s.is(j, clModal) && !s.monthAt(j) || s.is(j, clNot) && s.words[j] != "neither" && s.words[j] != "without" {
			return true
		}
		if j < i && !s.is(j, clHave|clBe) && !s.adverb(j) {
			return s.words[j] == "to" && !told[s.word(j-1)]
		}
	}
	return false
}

// adjective handles "dead" and "missing".
func (s *counter) adjective(i int32, c measureWord) {
	if k := s.inside(i); k >= 0 && s.phrases[k].head != i {
		if s.phrases[k].person && s.phrases[k].form != formPlural {
			s.emit([]int{k}, c.measure, c.key, i)
		}
		return
	}
	left := i
	if s.word(i-1) == "," && s.digit(i-2) && s.word(i-3) == "," {
		left = i - 3 // "left Ana Ruiz, 21, dead"
	}
	if k := s.phraseEnding(left); k >= 0 && (s.phrases[k].person || left < i && s.named(k)) {
		s.emit(s.list(k, -1), c.measure, c.key, i)
		return
	}
	j := i - 1
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
	case w == "pronounced", w == "declared", w == "found", w == "reported", w == "left":
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
	if s.words[i] == "casualties" {
		c.measure = "casualties"
	}
	if s.word(i+1) == "of" {
		if k := s.phraseFrom(i + 2); k >= 0 && s.phrases[k].person {
			if j := s.list(k, +1); len(j) > 0 {
				s.emit(j, c.measure, c.key, i)
				return
			}
		}
	}
	if w := s.word(i - 1); w == "'s" || w == "’s" || w == "'" || w == "’" {
		if k := s.phraseEnding(i - 1); k >= 0 && s.phrases[k].person {
			s.emit([]int{k}, c.measure, c.key, i)
		}
		return
	}
	if k := s.inside(i); k >= 0 {
		p := &s.phrases[k]
		if p.form == formNumber && p.end-1 == i {
			if s.words[i] == "death" || s.words[i] == "homicide" || s.words[i] == "remains" || s.words[i] == "remain" || s.words[i] == "body" && p.q.low != 1 {
				return
			}
			s.one(k, c.measure, c.key, i)
			return
		}
		if (s.words[i] == "body" || s.words[i] == "bodies") && p.form == formSingular {
			s.one(k, c.measure, c.key, i)
			return
		}
	}
	if s.words[i] != "death" && s.words[i] != "body" && s.words[i] != "homicide" {
		s.toll(i, c.measure, c.key)
	}
}

// injuries handles "suffered a gunshot wound", "with non-life-threatening injuries": the one who
// has them is counted, not the wounds; "12 injuries" counts people.
func (s *counter) injuries(i int32, c measureWord) {
	k := s.inside(i)
	j := i
	if k >= 0 {
		j = s.phrases[k].first
	}
	switch w := s.word(j - 1); w {
	case "suffered", "sustained", "suffering", "sustaining", "receiving", "received", "suffers":
		if s.unreal(j - 1) {
			return
		}
		g, _ := s.verbGroup(j - 1)
		s.emit(s.subject(j-1, g), c.measure, "wounds", i)
	case "with", "from", "for":
		if k := s.phraseEnding(j - 1); w == "with" && k >= 0 && s.phrases[k].person && s.phrases[k].prep == "" {
			s.emit(s.list(k, -1), c.measure, "wounds", i) // "found two women with gunshot wounds"
			return
		}
		for v := j - 2; v >= s.first && v > j-14; v-- {
			switch s.words[v] {
			case "died", "dead", "recovering", "recovered", "dies":
				return
			case "taken", "hospitalized", "treated", "suffering", "transported", "found", "rushed", "airlifted", "flown", "arrived", "hospital", "driven", "brought":
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

// idiom handles what is said with several words, at its last or its telling one.
func (s *counter) idiom(i int32) {
	switch s.words[i] {
	case "hit", "struck":
		for j := i + 1; j < i+7 && j < s.end; j++ {
			if s.is(j, clWeapon) {
				s.participle(i, measureWord{"injured", cuePart, "shot"})
				return
			}
		}
	case "fatally", "critically", "seriously":
		// "five people were shot, one fatally"
		if k := s.phraseEnding(i); k >= 0 && s.phrases[k].person && (s.word(i+1) == "" || !wordy(s.word(i+1))) {
			m, key := "injured", "critical"
			if s.words[i] == "fatally" {
				m, key = "killed", "fatally"
			}
			s.one(k, m, key, i)
		}
	case "condition", "conditions":
		for j := i - 1; j >= s.first && j > i-6; j-- {
			if s.words[j] != "in" {
				continue
			}
			v := j
			for v-1 >= s.first && !s.be(v-1) && v > j-8 && !s.is(v-1, clRel) {
				v--
			}
			if s.be(v-1) || s.word(v-1) == "remains" || s.word(v-1) == "remained" {
				g, _ := s.verbGroup(v)
				s.emit(s.subject(v-1, g), "injured", "condition", i)
			} else if k := s.phraseEnding(j); k >= 0 && s.phrases[k].person {
				s.emit([]int{k}, "injured", "condition", i)
			}
			return
		}
	case "hospital":
		for v := i - 1; v >= s.first && v > i-9; v-- {
			switch s.words[v] {
			case "taken", "transported", "rushed", "airlifted", "flown", "sent":
				g, passive := s.verbGroup(v)
				if passive {
					s.emit(s.subject(v, g), "injured", "hospital", i)
				} else if k := s.objectAt(v); k >= 0 {
					s.emit(s.list(k, +1), "injured", "hospital", i)
				}
				return
			case "put", "sends", "sending", "landed", "puts":
				if k := s.objectAt(v); k >= 0 {
					s.emit(s.list(k, +1), "injured", "hospital", i)
				}
				return
			}
		}
	case "double", "triple", "quadruple", "quintuple":
		s.multiple(i)
	case "custody":
		s.custody(i)
	case "lives", "life":
		s.lives(i)
	case "suicide":
		if w := s.word(i - 1); w == "committed" || w == "commits" || w == "commit" && !s.unreal(i-1) && s.word(i-2) != "to" {
			g, _ := s.verbGroup(i - 1)
			s.emit(s.subject(i-1, g), "killed", "suicide", i)
		}
	case "himself", "herself", "themselves":
		// "turned the gun on himself"
		if s.word(i-1) == "on" {
			for v := i - 2; v >= s.first && v > i-8; v-- {
				switch s.words[v] {
				case "turned", "turning", "turn", "turns":
					if k := s.inside(i); k >= 0 && !s.unreal(v) {
						s.one(k, "killed", "suicide", i)
					}
					return
				}
			}
		}
	}
}

// multiple handles "a triple homicide", "a double shooting".
func (s *counter) multiple(i int32) {
	n := map[string]float64{"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5}[s.words[i]]
	p := phrase{first: i, end: i + 1, head: i, form: formNumber, q: exact(n), person: true, who: "victims"}
	p.q.first, p.q.end, p.q.num = i, i+1, i
	for j := i + 1; j < i+3; j++ {
		switch w := s.word(j); w {
		case "homicide", "murder", "killing", "slaying", "fatality", "homicides", "murders", "slayings":
			s.figure(&p, "killed", "multiple", i, nil)
			return
		case "shooting", "stabbing", "shootings":
			s.figure(&p, "injured", "multiple", i, nil)
			return
		}
	}
}

// custody handles "was taken into custody" and "took three men into custody".
func (s *counter) custody(i int32) {
	if s.word(i-1) != "into" && s.word(i-1) != "in" && s.word(i-2) != "into" {
		return
	}
	for v := i - 2; v >= s.first && v > i-12; v-- {
		switch s.words[v] {
		case "taken", "brought", "placed":
			g, passive := s.verbGroup(v)
			if passive {
				if !s.unreal(g) {
					s.emit(s.subject(v, g), "captured", "custody", i)
				}
				return
			}
			fallthrough
		case "took", "taking", "take", "takes":
			if k := s.objectAt(v); k >= 0 && !s.unreal(v) && s.word(v-1) != "to" {
				s.emit(s.list(k, +1), "captured", "custody", i)
			}
			return
		}
	}
}

// lives handles "claimed 12 lives", "took the lives of four men", "lost their lives".
func (s *counter) lives(i int32) {
	verb := int32(-1)
	for v := i - 1; v >= s.first && v > i-7; v-- {
		switch s.words[v] {
		case "claimed", "claiming", "claims", "took", "taking", "takes", "taken", "cost", "costing", "lost", "losing", "lose", "end", "ended":
			verb = v
		}
	}
	if verb < 0 {
		if s.word(i+1) == "were" && s.word(i+2) == "lost" || s.word(i+1) == "lost" {
			if k := s.inside(i); k >= 0 && s.phrases[k].form == formNumber {
				s.one(k, "killed", "lives", i)
			}
		}
		return
	}
	if s.unreal(verb) || s.word(verb-1) == "to" {
		return
	}
	if s.word(i+1) == "of" {
		if k := s.phraseFrom(i + 2); k >= 0 && s.phrases[k].person {
			s.emit(s.list(k, +1), "killed", "lives", i)
		}
		return
	}
	if s.is(i-1, clPoss) || s.word(i-1) == "own" {
		key := "lives"
		if s.word(i-1) == "own" {
			key = "suicide"
		}
		g, _ := s.verbGroup(verb)
		s.emit(s.subject(verb, g), "killed", key, i)
		return
	}
	if k := s.inside(i); k >= 0 && s.phrases[k].form == formNumber {
		s.one(k, "killed", "lives", i)
	}
}

// reaches are the words before the number of a toll.
var reaches = map[string]bool{"to": true, "at": true, "of": true, "is": true, "was": true, "reached": true, "reaches": true, "reaching": true,
	"hit": true, "hits": true, "passes": true, "passed": true, "exceeds": true, "exceeded": true, "tops": true, "topped": true, "now": true,
	"stood": true, "stands": true, "from": true, "by": true, ":": true, "as": true, "past": true, "surpasses": true, "surpassed": true}

// toll handles "the death toll rose from five to six", "fatalities to 43", "the number of
// dead reached 12": the number after the verb or after "to" or "at"; a number after "from" is the
// old value.
func (s *counter) toll(i int32, measure, key string) {
	if s.words[i] == "toll" {
		switch s.word(i - 1) {
		case "injury", "injured", "casualty":
			measure = "injured"
		case "road", "bridge", "highway", "heavy", "a", "economic", "emotional", "human", "taking", "tax":
			return
		}
	}
	for j := i + 1; j < s.end && j < i+14; j++ {
		w := s.words[j]
		q, ok := quantityAt(s.word, j)
		if ok && !s.notACount(q) && !s.is(q.end, clUnit) && !s.is(q.end-1, clTime) && (!s.is(q.num, clOther) || q.digits) && (key == "deaths" && q.first == i+1 || reaches[s.word(q.first-1)]) && !(q.vague && w != "dozens" && w != "hundreds") {
			p := phrase{first: q.first, end: q.end, head: q.num, q: q, form: formNumber, bare: true, person: true, who: "toll"}
			if s.word(j-1) == "from" || s.word(j-1) == "by" {
				if s.word(j-1) == "from" {
					s.figure(&p, measure, "toll", i, func(f *Figure) { f.Superseded = true })
				}
				j = q.end - 1
				continue
			}
			s.figure(&p, measure, "toll", i, nil)
			return
		}
		if w == "," && key != "toll" || w == ";" || w == "." || s.is(j, clRel) && j > i+1 {
			return
		}
		if c := measureWords[w]; c.kind != cueNone && c.key != "toll" && key != "toll" {
			return
		}
	}
}

// figure adds one figure and lets edit finish it.
func (s *counter) figure(p *phrase, measure, key string, cue int32, edit func(*Figure)) {
	for j := len(s.out) - 1; j >= 0 && j > len(s.out)-lookBack; j-- {
		// "shot and wounded": one count
		if f := &s.out[j]; f.Measure == measure && f.Span == s.spanOf(p) && f.Form == formNames[p.form] && edit == nil {
			if f.Key == "shot" {
				f.Key, f.Cue = key, cue
			}
			return
		}
	}
	k := s.add(p, measure, "people", key, cue)
	if edit != nil {
		edit(&s.out[k])
	}
}

// firstFrom is the index of the first phrase that ends after token i.
func (s *counter) firstFrom(i int32) int {
	return sort.Search(len(s.phrases), func(k int) bool { return s.phrases[k].end > i })
}

// inside is the index of the phrase that holds token i, or -1.
func (s *counter) inside(i int32) int {
	if k := s.firstFrom(i); k < len(s.phrases) && s.phrases[k].first <= i {
		return k
	}
	return -1
}

// phraseFrom is the index of the phrase that begins at token i, or -1.
func (s *counter) phraseFrom(i int32) int {
	if k := s.firstFrom(i); k < len(s.phrases) && s.phrases[k].first == i {
		return k
	}
	return -1
}

// phraseEnding is the index of the phrase that ends before token i, or -1.
func (s *counter) phraseEnding(i int32) int {
	if k := s.inside(i - 1); k >= 0 && s.phrases[k].end == i {
		return k
	}
	return -1
}

// tree reports whether the sentence was parsed.
func (s *counter) tree() bool { return s.tagged }

// subject is the list of phrases for those who suffer the verb v, whose group begins at group.
// The tree is asked first; where it gives no people, the nearest phrase for people on the left.
func (s *counter) subject(v, group int32) []int {
	// "five of the insurgents who were killed were leaders": the five are only some of them.
	if k := s.phraseEnding(group - 1); k >= 0 && s.is(group-1, clRel) && s.phrases[k].form == formNumber && s.word(s.phrases[k].q.end) == "of" {
		return nil
	}
	// "one man was killed and another wounded": what stands at the verb is the verb's.
	if k := s.phraseEnding(group); k >= 0 && s.phrases[k].prep == "" && (s.phrases[k].person || s.phrases[k].form == formNumber && s.numbered(k, v)) {
		return s.list(k, -1)
	}
	if k := s.treeSubject(v); k >= 0 && (s.phrases[k].person || s.named(k) || s.numbered(k, v)) {
		out := s.list(k, -1)
		for j := k + 1; j < len(s.phrases) && s.phrases[j].end <= group && s.phrases[j].person && s.coordinated(s.phrases[j-1].end, s.phrases[j].first); j++ {
			out = append(out, j)
		}
		return out
	}
	back := -1
	last := s.firstFrom(group - 1) // may hold the group's first word
	for k := min(last, len(s.phrases)-1); k >= 0 && k > last-lookBack; k-- {
		p := &s.phrases[k]
		if p.end > group {
			continue
		}
		if s.finite(p.end, group) {
			break
		}
		if !p.person {
			continue
		}
		if p.prep != "" && p.prep != "of" && s.phrasesBefore(k) {
			if back < 0 {
				back = k
			}
			continue
		}
		if p.prep == "of" && k > 0 && s.phrases[k-1].end == p.first-1 && s.phrases[k-1].person {
			continue // "a friend of the victim died": the friend
		}
		return s.list(k, -1)
	}
	if back >= 0 {
		return s.list(back, -1)
	}
	return nil
}

// finite reports whether a finite verb of another clause stands in [a, b): what is left of it is not
// the subject of what is right of it, unless a relative clause lies between.
func (s *counter) finite(a, b int32) bool {
	if !s.tagged || s.is(a, clRel) || s.word(a) == "," && s.is(a+1, clRel) {
		return false
	}
	for i := a; i < b; i++ {
		switch s.d.Tokens[i].XPOS {
		case parse.XVBD, parse.XVBZ, parse.XVBP:
			return s.tag(i) == parse.VERB && !s.is(i, clBe|clHave)
		}
	}
	return false
}

// phrasesBefore reports whether a phrase for people without a preposition stands left of k.
func (s *counter) phrasesBefore(k int) bool {
	for j := k - 1; j >= 0 && j > k-lookBack; j-- {
		if s.phrases[j].person && s.phrases[j].prep == "" {
			return true
		}
	}
	return false
}

// treeSubject is the phrase that the tree gives as the one who suffers verb v, or -1.
func (s *counter) treeSubject(v int32) int {
	if !s.tree() {
		return -1
	}
	for steps := 0; steps < 4 && v >= s.first && v < s.end; steps++ {
		t := s.d.Child(v, parse.NsubjPass, parse.Nsubj)
		if t >= 0 && !s.is(t, clRel) {
			return s.inside(t)
		}
		k := &s.d.Tokens[v]
		switch k.Label {
		case parse.ACLRelcl, parse.ACL, parse.Amod:
			return s.inside(k.Head)
		case parse.Conj, parse.Xcomp, parse.Advcl, parse.Parataxis:
			v = k.Head
		default:
			return -1
		}
	}
	return -1
}

// list is phrase k with those coordinated with it, going right (dir +1) or left (−1): "Ana Ruiz,
// 34, and her son". In text order.
func (s *counter) list(k, dir int) []int {
	out := []int{k}
	for j := k + dir; j >= 0 && j < len(s.phrases) && j < k+4*lookBack && j > k-4*lookBack; j += dir {
		a, b := &s.phrases[min(j, j-dir)], &s.phrases[max(j, j-dir)]
		p := &s.phrases[j]
		if !p.person {
			break
		}
		if !s.coordinated(a.end, b.first) && !(s.comma(a, b) && (dir < 0 && len(out) > 1 || dir > 0 && s.goesOn(j))) {
			break
		}
		if dir < 0 && p.prep != "" && p.prep != "of" {
			break // "confiscated by officials and one man was detained"
		}
		// "12 killed, among them four children, and 30 others wounded"
		if w := s.word(a.first - 1); dir < 0 && (w == "them" || w == "including" || w == "whom") {
			break
		}
		// "killed two and wounded three": the second number has a cue of its own.
		if dir > 0 && (measureWords[s.word(p.end)].kind == cuePart || measureWords[s.word(p.end)].kind == cueAdj || s.be(p.end) || s.is(p.end, clHave)) {
			break
		}
		if dir > 0 {
			out = append(out, j)
		} else {
			out = append([]int{j}, out...)
		}
	}
	return out
}

// comma reports whether only a comma stands between a and b and b does not explain the name a: "the
// man, his boss and a friend", not "Ana Ruiz, a teacher".
func (s *counter) comma(a, b *phrase) bool {
	return b.first == a.end+1 && s.word(a.end) == "," && !(a.form == formName && b.form != formName) && !(a.form == formNumber && b.form == formNumber && b.bare)
}

// goesOn reports whether phrase j is joined to one more by "and".
func (s *counter) goesOn(j int) bool {
	return j+1 < len(s.phrases) && s.phrases[j+1].person && s.coordinated(s.phrases[j].end, s.phrases[j+1].first) && s.word(s.phrases[j].end) != ","
}

// coordinated reports whether only "and", commas, ages and "along with" stand in [a, b), and at
// least one joining word.
func (s *counter) coordinated(a, b int32) bool {
	joined := false
	commas := 0
	for i := a; i < b; i++ {
		switch w := s.words[i]; {
		case w == "and" || w == "&" || w == "plus":
			joined = true
		case w == ",":
			commas++
		case (w == "with" && (s.word(i-1) == "along" || s.word(i-1) == "together")) || w == "as" && i+1 < b || w == "well" || w == "along" || w == "together":
			joined = true
		case w == "as" && s.word(i-1) == "well":
			joined = true
		case s.digit(i):
		default:
			return false
		}
	}
	return joined || commas == 2 && b-a == 3
}

// one emits phrase k alone.
func (s *counter) one(k int, measure, key string, cue int32) {
	s.emit([]int{k}, measure, key, cue)
}

// emit adds the figures of the listed phrases; where there are several the whole comes first and
// each is a part of it.
func (s *counter) emit(list []int, measure, key string, cue int32) {
	kept := list[:0:0]
	for _, k := range list {
		p := &s.phrases[k]
		if p.person || measureNoun(s.words[p.head]) {
			if len(kept) > 0 && p.form == formPlural && s.phrases[kept[0]].form == formNumber {
				continue // "30 politicians and activists": 30 in all
			}
			if (p.q.hasLow || p.q.hasHigh) && (p.q.low == float64(int64(p.q.low)) || p.q.low > 1e5) {
				kept = append(kept, k) // people come whole: no "magnitude 7.4"
			}
		}
	}
	if len(kept) == 0 {
		return
	}
	if len(kept) == 1 {
		s.figure(&s.phrases[kept[0]], measure, key, cue, nil)
		return
	}
	a, b := &s.phrases[kept[0]], &s.phrases[kept[len(kept)-1]]
	whole := len(s.out)
	sum := phrase{first: a.first, end: b.end, head: a.head, form: formNumber, person: true, who: a.who}
	sum.q = quantity{hasLow: true, hasHigh: true, num: a.head}
	for _, k := range kept {
		q := s.phrases[k].q
		sum.q.low += q.low
		sum.q.high += q.high
		sum.q.hasLow = sum.q.hasLow && q.hasLow
		sum.q.hasHigh = sum.q.hasHigh && q.hasHigh
		sum.q.approx = sum.q.approx || q.approx
		sum.other = sum.other || s.phrases[k].other
	}
	s.figure(&sum, measure, key, cue, func(f *Figure) {
		f.Span = s.d.Range(a.first, b.end)
		f.Form = "list"
	})
	for _, k := range kept {
		s.figure(&s.phrases[k], measure, key, cue, func(f *Figure) { f.PartOf = whole })
	}
}

// measureNoun reports whether w is a noun that is counted itself: deaths, lives, bodies.
func measureNoun(w string) bool {
	return measureWords[w].kind == cueCount || w == "lives"
}

// parts finds "among them four children", "including two women": parts of a figure before them.
func (s *counter) parts(from int) {
	for i := s.first; i < s.end; i++ {
		j := i + 1
		switch s.words[i] {
		case "including":
		case "among":
			if s.word(j) != "them" && s.word(j) != "those" && s.word(j) != "whom" {
				continue
			}
			for j++; s.be(j) || measureWords[s.word(j)].kind != cueNone; j++ {
			}
		default:
			continue
		}
		k := s.phraseFrom(j)
		if k < 0 || !s.phrases[k].person || !s.phrases[k].q.hasLow {
			continue
		}
		whole := s.before(from, i)
		if whole < 0 {
			continue
		}
		w := s.out[whole]
		for _, k := range s.list(k, +1) {
			if s.phrases[k].q.hasLow && !s.has(from, &s.phrases[k], w.Measure) {
				s.figure(&s.phrases[k], w.Measure, w.Key, w.Cue, func(f *Figure) { f.PartOf = whole })
			}
		}
	}
}

// before is the last victims' figure of this sentence that begins before token i and is no part.
func (s *counter) before(from int, i int32) int {
	best := -1
	for k := max(from, len(s.out)-4*lookBack); k < len(s.out); k++ {
		f := &s.out[k]
		if f.PartOf < 0 && f.Span.Start < int(s.d.Tokens[i].Start) && f.Form != "pronoun" && (best < 0 || f.Span.Start >= s.out[best].Span.Start) {
			best = k
		}
	}
	return best
}

func (s *counter) has(from int, p *phrase, measure string) bool {
	sp := s.spanOf(p)
	for k := max(from, len(s.out)-4*lookBack); k < len(s.out); k++ {
		if s.out[k].Span == sp && s.out[k].Measure == measure {
			return true
		}
	}
	return false
}

// taken reports whether one of the latest figures from index from on stands on sp.
func (s *counter) taken(from int, sp article.Span) bool {
	fs := s.out[max(from, len(s.out)-4*lookBack):]
	for k := range fs {
		if fs[k].Span.Overlaps(sp) {
			return true
		}
	}
	return false
}
