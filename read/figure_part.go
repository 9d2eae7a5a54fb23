package read

import (
	"sayso/article"
	"sayso/parse"
)

// figure adds one figure and lets edit finish it.
func (s *counter) figure(p *phrase, measure, key string, cue int32, edit func(*Figure)) {
	unit := "people"
	if w := s.words[p.head]; p.form == formNumber && (w == "families" || w == "households") {
		measure, unit = w, w // how many people they are is not said
	}
	for j := len(s.out) - 1; j >= 0 && j > len(s.out)-lookBack; j-- {
		// "shot and wounded": one count
		if f := &s.out[j]; f.Measure == measure && f.Span == s.spanOf(p) && f.Form == formNames[p.form] && edit == nil {
			if f.Key == "shot" {
				f.Key, f.Cue = key, cue
			}
			return
		}
	}
	k := s.add(p, measure, unit, key, cue)
	if edit != nil {
		edit(&s.out[k])
	}
}

// one emits phrase k alone.
func (s *counter) one(k int, measure, key string, cue int32) {
	s.emit([]int{k}, measure, key, cue)
}

// emit adds the figures of the listed phrases; where there are several the whole comes first and
// each is a part of it.
func (s *counter) emit(list []int, measure, key string, cue int32) {
	measure = s.onlyFeared(measure, cue)
	kept, measure := s.befallen(list, measure, cue)
	switch {
	case len(kept) == 0:
	case len(kept) == 1:
		s.figure(&s.phrases[kept[0]], measure, key, cue, nil)
	case s.apposed(kept):
		s.emitApposed(kept, measure, key, cue)
	default:
		s.emitSum(kept, measure, key, cue)
	}
}

// befallen are those of the listed phrases that tell how many people the cue befell, and the measure: of those who are only feared dead it is another.
func (s *counter) befallen(list []int, measure string, cue int32) ([]int, string) {
	kept := list[:0:0]
	for _, k := range list {
		p := &s.phrases[k]
		if s.tellsOf(p, cue) || s.nobody(p) || s.foretold(p) {
			continue
		}
		if measure == "killed" && s.feared(p) {
			measure = "presumed_dead"
		}
		if s.numberOf(p) || s.shared(p) {
			continue // "the number of people killed rose to 12": the number comes later
		}
		if p.form == formDefinite && p.q.low > 1 && s.restricted(p, cue) && !s.countedBefore(p, measure) {
			continue // of the 78 soldiers before, "the soldiers killed" are those who were
		}
		if (measure == "displaced" || measure == "captured") && (s.isPlace(p.head) || s.is(p.first, clDet) && s.capital(p.head) && !s.is(p.head, clPerson)) {
			continue // "ordered the Old Quay evacuated", "captured Port Vale"
		}
		if measure == "captured" && p.bare && p.form == formNumber && p.q.low >= 1e5 {
			continue // "seized 40 million in cash"
		}
		if !p.person && !measureNoun(s.words[p.head]) {
			continue
		}
		if len(kept) > 0 && p.form == formPlural && s.phrases[kept[0]].form == formNumber {
			continue // "30 politicians and activists": 30 in all
		}
		if (p.q.hasLow || p.q.hasHigh) && (p.q.low == float64(int64(p.q.low)) || p.q.low > 1e5) {
			kept = append(kept, k) // people come whole: no "magnitude 7.4"
		}
	}
	return kept, measure
}

// emitApposed adds the figure of the first phrase, and the others as its parts.
func (s *counter) emitApposed(kept []int, measure, key string, cue int32) {
	a, whole := &s.phrases[kept[0]], len(s.out)
	s.figure(a, measure, key, cue, nil)
	for j := len(s.out) - 1; j >= 0 && j > len(s.out)-lookBack; j-- {
		if f := &s.out[j]; f.Measure == measure && f.Span == s.spanOf(a) {
			whole = j // it may have been counted before: "ten survivors, … were rescued"
			break
		}
	}
	s.partsOf(whole, kept[1:], measure, key, cue)
}

// emitSum adds a figure of all phrases together, and each as its part.
func (s *counter) emitSum(kept []int, measure, key string, cue int32) {
	a, b, whole := &s.phrases[kept[0]], &s.phrases[kept[len(kept)-1]], len(s.out)
	sum := phrase{first: a.first, end: b.end, head: a.head, form: formNumber, person: true, who: a.who}
	sum.q = quantity{hasLow: true, hasHigh: true, num: a.head}
	for _, k := range kept {
		q := s.phrases[k].q
		sum.q.low += q.low
		sum.q.high += q.high
		sum.q.hasLow = sum.q.hasLow && q.hasLow
		sum.q.hasHigh = sum.q.hasHigh && q.hasHigh
		sum.q.approx = sum.q.approx || q.approx
		sum.q.vague = sum.q.vague || q.vague
		sum.other = sum.other || s.phrases[k].other
	}
	s.figure(&sum, measure, key, cue, func(f *Figure) {
		f.Span = s.d.Range(a.first, b.end)
		f.Form = "list"
	})
	s.partsOf(whole, kept, measure, key, cue)
}

// partsOf adds the figures of phrases as parts of the figure whole.
func (s *counter) partsOf(whole int, list []int, measure, key string, cue int32) {
	for _, k := range list {
		s.figure(&s.phrases[k], measure, key, cue, func(f *Figure) { f.PartOf = whole })
	}
}

// apposed reports whether the phrases after the first say who those of the first are: "Six people, two children and a nurse,
// were killed" are six, and so are whatever comes to the first number. Who is killed beside people is people too.
func (s *counter) apposed(kept []int) bool {
	a, b := &s.phrases[kept[0]], &s.phrases[kept[len(kept)-1]]
	if a.form != formNumber || s.word(a.end) != "," || s.word(b.end) != "," {
		return false
	}
	n := 0.0
	for _, k := range kept[1:] {
		if n += s.phrases[k].q.low; s.phrases[k].other {
			return false
		}
	}
	switch s.words[a.head] {
	case "people", "persons", "individuals":
		return n <= a.q.low
	}
	return n == a.q.low
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
			for j++; s.be(j) || s.measure(j).kind != cueNone; j++ {
			}
		default:
			continue
		}
		k := s.phraseFrom(j)
		if k < 0 || !s.phrases[k].person || !s.phrases[k].q.hasLow {
			continue
		}
		whole := s.before(from, i)
		if whole < 0 && i == s.first && s.words[i] == "among" {
			whole = s.lastSentence(from) // "Forty people died. Among them were 12 children."
		}
		if whole < 0 || s.elsewhere(i, whole) {
			continue
		}
		w := s.out[whole]
		if c := s.measure(s.phrases[k].end); (c.kind == cuePart || c.kind == cueAdj) && c.measure != w.Measure {
			continue // "25 others are trapped, including five injured"
		}
		for k >= 0 {
			list := s.upTo(s.list(k, +1), w.Cue)
			for _, k := range list {
				if s.phrases[k].q.hasLow {
					s.part(from, &s.phrases[k], whole, w.Measure, w.Key, w.Cue) // "including 42 killed in the town", too
				}
			}
			k = s.behindPlace(list[len(list)-1])
		}
	}
}

// upTo is list with what goes on with it up to the verb that has the whole for its subject: "including seven women, five children, and a guard are
// killed".
func (s *counter) upTo(list []int, cue int32) []int {
	k := list[len(list)-1]
	if !s.listOpens(s.phrases[list[0]].first) {
		return list
	}
	for ; k+1 < len(s.phrases) && s.phrases[k+1].end <= cue; k++ {
		a, b := &s.phrases[k], &s.phrases[k+1]
		if !b.person || !b.q.hasLow || a.end == b.first {
			break
		}
		for i := a.end; i < b.first; i++ {
			if w := s.words[i]; w != "," && w != "and" {
				return list
			}
		}
		list = append(list, k+1)
	}
	return list
}

// behindPlace is the phrase that a list goes on with behind where those of phrase k were, or -1: "including 16 people in Vale and two soldiers".
func (s *counter) behindPlace(k int) int {
	i := s.phrases[k].end
	if w := s.word(i); w != "in" && w != "at" && w != "near" && w != "from" {
		return -1
	}
	for i++; i < s.end && i < s.phrases[k].end+9; i++ {
		w := s.words[i]
		if w == "and" || w == "," {
			if w == "," && s.word(i+1) == "and" {
				i++
			}
			n := s.phraseFrom(i + 1)
			if n < 0 || !s.phrases[n].person || s.phrases[n].form != formNumber && s.phrases[n].form != formSingular || s.hasCue(n) {
				return -1
			}
			return n
		}
		if s.tag(i) == parse.VERB || s.measure(i).kind != cueNone || s.is(i, clRel) {
			return -1
		}
	}
	return -1
}

// canBePart reports whether a phrase gives an exact number of people, as the parts of a list do.
func (s *counter) canBePart(p *phrase) bool {
	if p.form != formNumber && !(p.form == formSingular && p.person) || p.bare && !s.spread(p.end) {
		return false
	}
	return p.q.hasLow && p.q.hasHigh && p.q.low == p.q.high
}

// listed finds the parts of a count that come to it after a bracket, a dash or a colon: "at least 21 people (14 civilians, seven
// soldiers)", "to 20 — 14 civilians and six troops". That they come to the whole is what tells them from other numbers.
func (s *counter) listed(from int) {
	for i := s.first + 1; i < s.end; i++ {
		switch w := s.words[i]; {
		case w == "(", w == ":", (dash(w) || w == "--") && s.apart(i), w == "," && (s.phraseEnding(i) >= 0 || s.tag(i-1) == parse.VERB): // "ten sailors, eight Filipinos and two Poles, were killed"
		default:
			continue
		}
		var list []int
		sum := 0.0
		for k := s.phraseFrom(i + 1); k >= 0 && k < len(s.phrases); k++ {
			p := &s.phrases[k]
			if len(list) > 0 && p.form != formNumber && s.spread(p.first-1) {
				continue // the place or the day
			}
			if !s.canBePart(p) || len(list) > 0 && !s.follows(&s.phrases[list[len(list)-1]], p) {
				break
			}
			list, sum = append(list, k), sum+p.q.low
		}
		whole := s.before(from, i)
		if len(list) < 2 || whole < 0 || s.out[whole].Unit != "people" || s.out[whole].Low == nil || *s.out[whole].Low != sum {
			continue
		}
		if s.words[i] == "," && s.phraseEnding(i) >= 0 && s.out[whole].Span != s.spanOf(&s.phrases[s.phraseEnding(i)]) {
			continue
		}
		w := s.out[whole]
		for _, k := range list {
			if p := &s.phrases[k]; !s.has(from, p, w.Measure) {
				s.figure(p, w.Measure, w.Key, w.Cue, func(f *Figure) { f.PartOf = whole })
			}
		}
	}
}

// spread reports whether token i says where or when those of a bare number were: "30 in Norland and 13 in Vale", "42 on Tuesday".
func (s *counter) spread(i int32) bool {
	return (s.word(i) == "in" || s.word(i) == "on" || s.word(i) == "at") && s.capital(i+1) && !s.digit(i+1)
}

// follows reports whether only a comma, "and" or a semicolon stands between the phrases a and b, or where those of a were.
func (s *counter) follows(a, b *phrase) bool {
	i := a.end
	if a.bare && s.spread(i) {
		for i++; i < b.first && s.capital(i); i++ {
		}
	}
	for ; i < b.first; i++ {
		if w := s.words[i]; w != "," && w != "and" && w != ";" {
			return false
		}
	}
	return b.first > a.end
}

// amongThe finds "among the dead were seven children" and "five students were among the dead": a part of a count
// that was given before, if one was.
func (s *counter) amongThe(from int) {
	for i := s.first; i < s.end; i++ {
		if s.words[i] != "among" || s.word(i+1) != "the" {
			continue
		}
		s.amongCounted(from, i)
		c := s.measure(i + 2)
		if s.word(i+2) == "victims" {
			c = measureWord{"killed", cueAdj, "dead"}
		}
		switch {
		case c.measure == "":
		case i == s.first && s.be(i+3):
			s.amongThose(from, s.phraseFrom(i+4), +1, i+2, c)
		case s.be(i - 1):
			s.amongThose(from, s.phraseEnding(i-1), -1, i+2, c)
		}
	}
}

// amongCounted makes the count before "among the" a part of the count behind: "52 Britons were killed among the 261 people who died".
func (s *counter) amongCounted(from int, i int32) {
	k := s.phraseFrom(i + 2)
	if k < 0 {
		k = s.phraseFrom(i + 1)
	}
	if k < 0 || s.phrases[k].form != formNumber {
		return
	}
	part := s.before(from, i)
	if part < 0 || s.out[part].Low == nil {
		return
	}
	for whole := from; whole < len(s.out); whole++ {
		f := &s.out[whole]
		if whole != part && f.PartOf < 0 && f.Measure == s.out[part].Measure && f.Span.Overlaps(s.spanOf(&s.phrases[k])) && f.Low != nil && *f.Low > *s.out[part].Low {
			s.out[part].PartOf = whole
			return
		}
	}
}

// amongThose adds phrase k and those joined to it as parts of the last count of c's measure.
func (s *counter) amongThose(from, k, dir int, cue int32, c measureWord) {
	if k < 0 || !s.phrases[k].person || !s.phrases[k].q.hasLow {
		return
	}
	whole := s.lastOf(c.measure, s.phrases[k].q.low)
	for _, k := range s.list(k, dir) {
		if s.phrases[k].q.hasLow && !s.has(from, &s.phrases[k], c.measure) {
			s.figure(&s.phrases[k], c.measure, c.key, cue, func(f *Figure) {
				if f.PartOf = whole; whole < 0 {
					f.High = nil // so many at least
				}
			})
		}
	}
}

// risen makes the newly dead a part of the toll that they brought up: "the toll rose to 11 after nine people died of burns".
func (s *counter) risen(from int) {
	for i := s.first; i < s.end; i++ {
		if w := s.words[i]; w != "after" && w != "as" && w != "when" {
			continue
		}
		k, whole := s.phraseFrom(i+1), s.before(from, i)
		if k < 0 || whole < 0 || s.phrases[k].form != formNumber || s.out[whole].Key != "toll" || s.out[whole].Superseded {
			continue
		}
		sp, w := s.spanOf(&s.phrases[k]), s.out[whole]
		for j := from; j < len(s.out); j++ {
			if f := &s.out[j]; j != whole && f.Span == sp && f.Measure == w.Measure && f.Low != nil && w.Low != nil && *f.Low <= *w.Low {
				f.PartOf = whole
			}
		}
	}
}

// elsewhere reports whether the words before "including" at i are a number that figure whole does not
// stand on: what is included is then a part of that number.
func (s *counter) elsewhere(i int32, whole int) bool {
	end := i
	if s.word(i-1) == "," {
		end--
	}
	k := s.phraseEnding(end)
	return k >= 0 && s.phrases[k].form == formNumber && !s.out[whole].Span.Overlaps(s.spanOf(&s.phrases[k]))
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

// someTold is the comma before which those stand whom adjective i is of, where some of them are told between it and i: "leaving two people, one
// of them a student, dead"; or -1.
func (s *counter) someTold(i int32) int32 {
	if s.word(i-1) != "," {
		return -1
	}
	some := false
	for j := i - 2; j > s.first && j > i-lookBack; j-- {
		switch w := s.words[j]; {
		case w == "," && some:
			return j
		case w == "," || s.tag(j) == parse.VERB && w != "including":
			return -1
		case w == "them" || w == "including" || w == "mostly":
			some = true
		}
	}
	return -1
}
