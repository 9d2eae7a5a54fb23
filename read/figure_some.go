package read

import (
	"sayso/article"
	"sayso/parse"
)

// Parts that a sentence names by their whole: "twelve of them children", "of whom 12 were women", "six of the 31 injured are in hospital", "nine
// of the dead were pupils", "the dead include two nurses".

// someOf finds the parts of what was counted before, from figure index from on where the whole stands in the sentence itself.
func (s *counter) someOf(from int) {
	for i := s.first; i < s.end; i++ {
		switch w := s.words[i]; {
		case w == "of" && partly[s.word(i+1)]:
			s.ofThem(from, i)
		case w == "of" && (s.word(i+1) == "the" || s.word(i+1) == "those" || s.word(i+1) == "all"):
			s.ofCounted(from, i)
		case w == "include" || w == "included" || w == "includes":
			s.holding(from, i)
		}
	}
}

// partly are the pronouns for the whole of a part.
var partly = set("them whom these which")

// ofThem handles "12 of them children", "12 of whom were children" and "of whom 12 were children" at token i: a part of the count before. What
// befell the part in words of its own is theirs: "12 of whom died".
func (s *counter) ofThem(from int, i int32) {
	k := s.phraseFrom(i + 2)
	if k < 0 || s.phrases[k].form != formNumber {
		if k = s.inside(i + 1); k < 0 || s.phrases[k].form != formNumber || s.phrases[k].end != i+2 {
			k = s.phraseEnding(i)
		}
	}
	if k < 0 || !s.countsSome(k) {
		return
	}
	p := &s.phrases[k]
	whole := s.before(from, p.first)
	if whole < 0 && p.first == s.first {
		whole = s.lastSentence(from) // "Forty people died. Twelve of them were children."
	}
	if whole >= 0 && s.describes(max(p.end, i+2)) {
		s.part(from, p, whole, s.out[whole].Measure, s.out[whole].Key, s.out[whole].Cue)
	}
}

// countsSome reports whether phrase k is a number that a part can have: not "none", nor "some".
func (s *counter) countsSome(k int) bool {
	p := &s.phrases[k]
	return p.form == formNumber && p.q.hasLow && p.q.low > 0 && (!p.q.vague || p.q.low > 2)
}

// describes reports whether who those of a part are stands at token i, be or not: "children", "were civilians", "under 18"; not what befell them.
func (s *counter) describes(i int32) bool {
	for s.be(i) || s.word(i) == "reportedly" || s.word(i) == "also" {
		i++
	}
	if s.measure(i).kind != cueNone {
		return false
	}
	k := s.inside(i)
	return s.is(i, clPerson) || k >= 0 && s.phrases[k].person || s.word(i) == "under" || s.word(i) == "aged" || s.placeAt(i)
}

// ofCounted handles "nine of the dead were pupils", "six of the 31 injured are in hospital" and "of the injured, nine are children" at the "of" of
// token i. Of "three of the injured died" the verb has the three.
func (s *counter) ofCounted(from int, i int32) {
	j := i + 2
	for sure[s.word(j)] || s.is(j, clDet) {
		j++
	}
	all, counted := s.quantity(j)
	if counted && !s.notACount(all) {
		j = all.end
	}
	c, ok := s.nounCue(j)
	if !ok {
		return
	}
	whole := -1
	if counted && s.words[j] != "victims" { // who may be dead or hurt
		p := phrase{first: all.first, end: all.end, head: all.num, q: all, form: formNumber, bare: true, person: true}
		if !s.has(from, &p, c.measure) {
			s.figure(&p, c.measure, c.key, j, nil)
		}
		whole = s.standing(from, &p, c.measure)
	}
	k := s.inside(i - 1)
	if i == s.first && s.word(j+1) == "," {
		k = s.phraseFrom(j + 2)
	} else if s.befalls(j + 1) {
		return
	}
	if k < 0 || !s.countsSome(k) {
		return
	}
	if whole < 0 {
		whole = s.lastOf(c.measure, s.phrases[k].q.low)
	}
	if whole >= 0 {
		s.part(from, &s.phrases[k], whole, c.measure, c.key, j)
	}
}

// standing is the figure of a phrase and measure among those from index from on, or -1.
func (s *counter) standing(from int, p *phrase, measure string) int {
	sp := s.spanOf(p)
	for k := len(s.out) - 1; k >= max(from, len(s.out)-4*lookBack); k-- {
		if s.out[k].Span == sp && s.out[k].Measure == measure {
			return k
		}
	}
	return -1
}

// nounCue is what cue i says of those whom it befell where it stands for them as a noun: "the dead", "those killed", "the victims".
func (s *counter) nounCue(i int32) (measureWord, bool) {
	if s.word(i) == "victims" { // of what was counted last
		for j := len(s.out) - 1; j >= 0 && j > len(s.out)-lookBack; j-- {
			if f := &s.out[j]; f.PartOf < 0 && (f.Measure == "killed" || f.Measure == "injured" || f.Measure == "casualties") {
				return measureWord{f.Measure, cueAdj, f.Key}, true
			}
		}
		return measureWord{}, false
	}
	c := s.measure(i)
	return c, (c.kind == cuePart || c.kind == cueAdj) && !s.nounFollows(i+1) && !s.is(i+1, clPerson)
}

// befalls reports whether the verb behind token i, a relative clause and a place aside, tells what befell its subject.
func (s *counter) befalls(i int32) bool {
	for j := i; j < s.end && j < i+8 && s.words[j] != ","; j++ {
		if s.measure(j).kind != cueNone {
			return true
		}
	}
	return false
}

// worse makes those who are hurt badly a part of the hurt whom the sentence counts before: "14 were wounded, three of them seriously".
func (s *counter) worse(from int) {
	for k := from; k < len(s.out); k++ {
		f := &s.out[k]
		if f.Measure != "injured" || f.PartOf >= 0 || f.Other || f.Low == nil || f.Key != "critical" && f.Key != "condition" {
			continue
		}
		for j := from; j < len(s.out); j++ {
			if w := &s.out[j]; w.Measure == "injured" && w.PartOf < 0 && w.Span.End <= f.Span.Start && w.Form == "number" && w.Low != nil && *w.Low > *f.Low && w.Key != "critical" && w.Key != "condition" {
				f.PartOf = j
			}
		}
	}
}

// holding handles "the dead included 12 children and two nurses" and "the toll includes three nurses" at token i.
func (s *counter) holding(from int, i int32) {
	c, ok := s.nounCue(i - 1)
	switch s.word(i - 1) {
	case "they", "these":
		k, whole := s.phraseFrom(i+1), s.lastSentence(from)
		if i-1 == s.first && whole >= 0 && k >= 0 && s.phrases[k].person && s.phrases[k].q.hasLow && !s.owns(k) { // "Forty people died. They include 12 children."
			for _, k := range s.list(k, +1) {
				s.part(from, &s.phrases[k], whole, s.out[whole].Measure, s.out[whole].Key, s.out[whole].Cue)
			}
		}
		return
	case "it":
		if k, n := s.phraseFrom(i+1), s.lastHere(from, i); k >= 0 && n >= 0 && s.phrases[k].person && s.countsSome(k) && !s.owns(k) {
			f := s.out[n]
			s.part(from, &s.phrases[k], n, f.Measure, f.Key, f.Cue) // "counts 61, as it includes four people who died later"
		}
		return
	case "toll", "fatalities", "deaths":
		c, ok = measureWord{"killed", cueAdj, "dead"}, true
	case "casualties":
		return
	}
	k := s.phraseFrom(i + 1)
	if !ok || k < 0 || !s.phrases[k].person || s.owns(k) || s.notFound(s.phrases[k].end) {
		return
	}
	s.amongThose(from, k, +1, i-1, c)
}

// lastHere is the last count of people before token i in its sentence, or -1.
func (s *counter) lastHere(from int, i int32) int {
	for k := len(s.out) - 1; k >= from; k-- {
		if f := &s.out[k]; f.Unit == "people" && f.PartOf < 0 && f.Form == "number" && f.Span.End <= int(s.d.Tokens[i].Start) {
			return k
		}
	}
	return -1
}

// notFound reports whether those of a phrase that ends at token i are not found yet: "the toll includes 13 people who are presumed dead".
func (s *counter) notFound(i int32) bool {
	for j := i; j < s.end && j < i+4; j++ {
		switch s.words[j] {
		case "missing", "presumed", "feared", "believed":
			return true
		}
	}
	return false
}

// owns reports whether phrase k is whose the next word is: "the suspect's mother".
func (s *counter) owns(k int) bool {
	w := s.word(s.phrases[k].end)
	return w == "'s" || w == "’s" || w == "'" || w == "’"
}

// part adds phrase p as a part of figure whole.
func (s *counter) part(from int, p *phrase, whole int, measure, key string, cue int32) {
	w := s.out[whole]
	if w.Low != nil && *w.Low < p.q.low && !w.Vague { // but "several others, including at least four children"
		return
	}
	if sp := s.spanOf(p); s.has(from, p, measure) { // counted by its own words: "six of the injured are in critical condition"
		for k := from; k < len(s.out); k++ {
			if f := &s.out[k]; f.Span == sp && f.Measure == measure && k != whole && f.PartOf < 0 {
				f.PartOf = whole
			}
		}
		return
	}
	s.figure(p, measure, key, cue, func(f *Figure) {
		f.PartOf, f.Cumulative, f.Since, f.Superseded = whole, w.Cumulative, w.Since, w.Superseded
	})
}

// lastOf is the last count of a measure that can hold n of them, or -1.
func (s *counter) lastOf(measure string, n float64) int {
	for j := len(s.out) - 1; j >= 0 && j > len(s.out)-4*lookBack; j-- {
		if f := &s.out[j]; f.Measure == measure && f.PartOf < 0 && !f.Superseded && (f.Form == "number" || f.Form == "list") && f.Low != nil && *f.Low >= n {
			return j
		}
	}
	return -1
}

// lastSentence is the one count of people that the sentence before gave, no parts, or -1.
func (s *counter) lastSentence(from int) int {
	at := s.d.Tokens[s.first].Sentence
	only := -1
	for j := from - 1; j >= 0 && j > from-lookBack; j-- {
		f := &s.out[j]
		if at-s.d.Tokens[f.Head].Sentence != 1 {
			break
		}
		if f.PartOf >= 0 || f.Superseded || f.Form != "number" && f.Form != "list" || f.Unit != "people" {
			continue
		}
		if only >= 0 {
			return -1
		}
		only = j
	}
	return only
}

// placed makes counts of one thing by places the parts of their sum: "1,035 were hurt in Norland and about 19 in Sudland", "21 injured in Vale,
// 36 in Orn and seven in Sorn".
func (s *counter) placed(from int) {
	for k := from; k < len(s.out); k++ {
		f := &s.out[k]
		if f.Form != "number" || f.Unit != "people" || f.PartOf >= 0 || f.Superseded || f.Low == nil || f.Key == "held" {
			continue
		}
		list := s.elsewhereToo(f)
		if len(list) == 0 {
			continue
		}
		sum := *f
		low, high := *f.Low, 0.0
		if f.High != nil {
			high = *f.High
		}
		sum.Low, sum.High, sum.Form = &low, &high, "list"
		if f.High == nil {
			sum.High = nil
		}
		for _, n := range list {
			q := &s.phrases[n].q
			low += q.low
			high += q.high
			if !q.hasHigh {
				sum.High = nil
			}
			sum.Approximate, sum.Vague = sum.Approximate || q.approx, sum.Vague || q.vague
		}
		sum.Span = article.Span{Start: f.Span.Start, End: s.spanOf(&s.phrases[list[len(list)-1]]).End}
		whole := len(s.out)
		s.out[k].PartOf = whole
		measure, key, cue := f.Measure, f.Key, f.Cue
		s.out = append(s.out, sum)
		for _, n := range list {
			s.part(from, &s.phrases[n], whole, measure, key, cue)
		}
		return
	}
}

// elsewhereToo is the numbers behind figure f that go on with it at other places.
func (s *counter) elsewhereToo(f *Figure) (list []int) {
	i := max(s.d.TokenAt(f.Span.End), f.Head+1)
	if f.Cue > i && f.Cue < i+6 {
		i = f.Cue + 1
	}
	for n := 0; n < 3 && !s.placeAt(i) && wordy(s.word(i)) && !s.is(i, clConj|clQuantity); n++ {
		i++ // "21 injured individuals in Vale"
	}
	for s.placeAt(i) {
		for i++; i < s.end && (s.capital(i) || s.is(i, clDet) || s.words[i] == "of" || s.words[i] == "del"); i++ {
		}
		j := i
		for s.word(j) == "," || s.word(j) == "and" {
			j++
		}
		k := s.phraseFrom(j)
		if j == i || k < 0 || s.phrases[k].form != formNumber || !s.phrases[k].bare || !s.phrases[k].q.hasLow || !s.placeAt(s.phrases[k].end) {
			return list
		}
		list = append(list, k)
		i = s.phrases[k].end
	}
	return list
}

// placeAt reports whether "in" and a name that is no month begin at token i.
func (s *counter) placeAt(i int32) bool {
	if s.word(i) != "in" || s.monthAt(i+1) {
		return false
	}
	if s.is(i+1, clDet) {
		i++
	}
	return s.capital(i+1) && s.tag(i+1) == parse.PROPN && !s.monthAt(i+1)
}
