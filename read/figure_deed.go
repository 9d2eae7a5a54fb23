package read

import (
	"strings"

	"sayso/parse"
)

// What those counted did or what was done to them: "512 employees have signed the letter", "31 victims were identified", "40,000 homes remained
// without power". Counts of one noun and one deed are of one thing across reports; what befell people has measures of its own.

// deeds gives the figures of the sentence that count no casualties their deed, and finds bare numbers that have one ("512 have signed") and the
// wholes that others are parts of ("490 of the firm's roughly 770 employees").
func (s *counter) deeds(from int) {
	if !s.tagged {
		return
	}
	for k := from; k < len(s.out); k++ {
		f := &s.out[k]
		s.jobCuts(f)
		s.fellIll(f)
		switch {
		case f.Key == "series" || f.Deed != "":
			continue
		case f.Key == "total":
			if f.Measure == "people" && s.measure(f.Cue).kind == cueNone && !f.Cumulative && f.Who != "people" && (s.word(f.Cue-1) == "of" || s.is(f.Cue-1, clDet|clPoss)) {
				f.Deed, f.Did = inAll, plural(f.Who) // "put the number of demonstrators at 12,000"
			}
			continue
		}
		if f.Form != "number" {
			continue
		}
		if noun := s.nounOf(f.Head); f.Cue < 0 {
			if f.Deed, f.Did = s.lacking(noun); f.Deed == "" {
				f.Deed, f.Did = s.deedOf(noun)
			}
			if f.Deed == "" {
				f.Deed, f.Did = s.heldBefore(noun)
			}
		} else if deed, did := s.deedOf(noun); f.Measure == "killed" && isNamed[deed] && s.d.Tokens[noun].Label != parse.Nummod && s.word(f.Head-1) != "all" {
			f.Measure, f.Unit, f.Cue, f.Key, f.Deed, f.Did = "victims", "victims", -1, "", deed, did // "the DNA of 45 of the dead had been matched"
		}
	}
	for k := range s.phrases {
		p := &s.phrases[k]
		if p.form != formNumber {
			continue
		}
		if p.bare || remains[s.words[p.head]] {
			s.bareDeed(p, from)
		}
		if p.of.hasLow && p.of.low >= fewOf && !p.bare && p.head >= p.of.end && s.measure(p.head).kind == cueNone {
			s.whole(p, from)
		}
	}
	s.sizes(from)
	s.jobsTo(from)
	s.risenFrom(from)
}

// risenFrom adds the number before in "was holding 214 people, up from the 182 it gave on Tuesday".
func (s *counter) risenFrom(from int) {
	for i := s.first; i+1 < s.end; i++ {
		if w := s.words[i]; w != "up" && w != "down" || s.words[i+1] != "from" {
			continue
		}
		j := i + 2
		for s.is(j, clDet) || s.adverb(j) {
			j++
		}
		q, ok := s.quantity(j)
		if !ok || s.notACount(q) || s.is(q.end, clUnit|clTime) || q.vague {
			continue
		}
		last := -1
		for k := from; k < len(s.out); k++ {
			if f := &s.out[k]; f.Deed != "" && f.Span.End <= int(s.d.Tokens[i].Start) && (last < 0 || f.Span.Start > s.out[last].Span.Start) {
				last = k
			}
		}
		n := phrase{first: q.first, end: q.end, head: q.num, q: q, form: formNumber}
		if last < 0 || s.taken(from, s.spanOf(&n)) {
			continue
		}
		before := s.out[last]
		f := &s.out[s.add(&n, before.Measure, before.Unit, before.Key, -1)]
		f.Who, f.Deed, f.Did, f.Superseded = before.Who, before.Deed, before.Did, true
		if end := min(s.end, q.end+5); end > q.end {
			f.AsOf = s.d.Range(q.end, end)
		}
	}
}

// fewOf is from how many on a whole is told as a size: not of "two of three members".
const fewOf = 20

// nounOf is the noun that a number token counts, or the number where it has none.
func (s *counter) nounOf(i int32) int32 {
	for steps := 0; steps < 3 && i >= s.first && i < s.end; steps++ {
		t := &s.d.Tokens[i]
		if t.Label != parse.Nummod && t.Label != parse.Compound && t.Label != parse.Fixed || t.Head < s.first || t.Head >= s.end {
			break
		}
		i = t.Head
	}
	return i
}

// bareDeed adds the count of a number without a noun, or of bodies, that some deed is told of: "512 have signed the letter", "twenty bodies were handed over".
func (s *counter) bareDeed(p *phrase, from int) {
	if s.taken(from, s.spanOf(p)) || p.q.low < 2 || p.bare && p.q.low < manyBare || p.q.vague || s.is(p.q.end, clUnit|clTime) || s.notACount(p.q) {
		return
	}
	at := s.nounOf(p.q.num)
	l := s.d.Tokens[at].Label
	of := ""
	if h := s.d.Tokens[at].Head; l == parse.Nmod && h >= s.first && h < p.first && (remains[s.words[h]] || carriers[s.words[h]]) {
		of = s.words[h] // "the bodies of 64 had been handed over"
	} else if p.bare && l != parse.Nsubj && l != parse.NsubjPass {
		return
	}
	deed, did := s.deedOf(at)
	if deed == "" || p.bare && !s.tells(p) {
		return
	}
	noun, whole := "people", -1
	if of != "" {
		noun = plural(of)
	} else if !p.bare {
		noun = plural(s.words[p.head])
	} else if n, k := s.ofTheWhole(p, from); n != "" {
		noun, whole = n, k
	}
	f := &s.out[s.add(p, noun, noun, "", -1)]
	f.Who, f.Deed, f.Did, f.PartOf = noun, deed, did, whole
}

// manyBare is from how many on a number without a noun is hardly a way of speaking: "two were held in high regard".
const manyBare = 10

// tells reports whether a verb follows the bare number p: "260 had been identified".
func (s *counter) tells(p *phrase) bool {
	i := p.end
	for s.adverb(i) {
		i++
	}
	return s.is(i, clBe|clHave) || s.tag(i) == parse.VERB || s.tag(i) == parse.AUX
}

// ofTheWhole is the noun for those whom a bare number is of, told at the front of the sentence, "Of the museum's 540 employees, 512 have signed", which
// are all there are, and the index of their figure; or "".
func (s *counter) ofTheWhole(p *phrase, from int) (noun string, whole int) {
	if s.word(s.first) != "of" {
		return "", -1
	}
	for k := range s.phrases {
		q := &s.phrases[k]
		if q.form != formNumber && q.first <= s.first+1 && s.word(q.end) == "," && q.end < p.first && q.head >= q.first {
			return plural(s.words[q.head]), -1 // "Of these bodies, 24 had been handed over"
		}
		if q.form != formNumber || q.bare || q.first > s.first+7 || q.end > p.first || s.word(q.end) != "," || q.q.low < p.q.low || q.head < q.q.end {
			continue
		}
		n := s.inFigure(from, q)
		if n >= 0 {
			s.out[n].Deed = inAll
		}
		return plural(s.words[q.head]), n
	}
	return "", -1
}

// whole adds the size of what p is a part of: 770 employees in "490 of the firm's roughly 770 employees".
func (s *counter) whole(p *phrase, from int) {
	n := phrase{first: p.of.first, end: p.end, head: p.head, q: p.of, form: formNumber}
	if s.taken(from, s.spanOf(&n)) {
		return
	}
	noun := plural(s.words[p.head])
	deed := inAll
	if w := s.word(p.end); w == "aboard" || w == "on" && s.word(p.end+1) == "board" {
		deed = aboard
	}
	k := s.add(&n, noun, noun, "", -1)
	s.out[k].Who, s.out[k].Deed = s.words[p.head], deed
	for j := from; j < k; j++ {
		if f := &s.out[j]; f.Span == s.spanOf(p) && f.Cue < 0 && f.PartOf < 0 {
			f.PartOf = k
		}
	}
}

// aboard is the deed of those whom something carries.
const aboard = "aboard"

// inAll is the deed of those who are counted as all there are.
const inAll = "in all"

// sizes handles "puts the workforce at 700", "the crowd numbered 12,000": a number behind a noun for many.
func (s *counter) sizes(from int) {
	for i := s.first; i < s.end; i++ {
		if !bodiesOf[s.words[i]] || s.tag(i) != parse.NOUN {
			continue
		}
		j := s.behindWhere(i + 1)
		for s.is(j, clBe) || levels[s.word(j)] || s.adverb(j) || s.is(j-1, clBe) && settings[s.word(j)] {
			j++
		}
		if s.word(j) == "at" && (j > i+1 || s.givenBefore(i)) || s.word(j) == "of" {
			j++
		} else if j == i+1 {
			continue
		}
		q, ok := s.quantity(j)
		if !ok || q.vague || q.low < fewOf || s.notACount(q) || s.is(q.end, clUnit|clTime) || s.nounFollows(q.end) && !s.is(q.end, clPerson) {
			continue
		}
		p := phrase{first: q.first, end: q.end, head: q.num, q: q, form: formNumber}
		noun := s.words[i]
		if k := s.inFigure(from, &p); k >= 0 {
			s.out[k].Measure, s.out[k].Unit, s.out[k].Deed = noun, noun, inAll
			continue
		}
		f := &s.out[s.add(&p, noun, noun, "", -1)]
		f.Who, f.Deed = noun, inAll
	}
}

// behindWhere is the token behind the words at token i for where and when a crowd was, if a verb of being follows: "in Marin on Saturday"; else i.
func (s *counter) behindWhere(i int32) int32 {
	j := i
	for j < s.end && j < i+9 && (s.is(j, clPrep|clDet|clTime) || s.noun(j) || s.tag(j) == parse.ADJ) {
		j++
	}
	if j > i+1 && s.is(i, clPrep) && s.words[i] != "of" && s.is(j, clBe) {
		return j
	}
	return i
}

// pairedBy adds the number that another gives in the same words: "put at 8,000 by police and 30,000 by organisers".
func (s *counter) pairedBy(from int) {
	for i := s.first; i < s.end; i++ {
		if s.words[i] != "at" || !settings[s.word(i-1)] && s.word(i-1) != "estimated" {
			continue
		}
		for k := from; k < len(s.out); k++ {
			f := &s.out[k]
			if f.Span.Start < int(s.d.Tokens[i].Start) || f.Span.Start > int(s.d.Tokens[i].Start)+16 || f.Form != "number" || f.PartOf >= 0 {
				continue
			}
			q, ok := s.otherBy(int32(s.tokenAt(f.Span.End)))
			n := phrase{first: q.first, end: q.end, head: q.num, q: q, form: formNumber, who: f.Who}
			if !ok || s.taken(from, s.spanOf(&n)) && s.inFigure(from, &n) < 0 {
				break
			}
			measure, unit, deed, did, key, cue := f.Measure, f.Unit, f.Deed, f.Did, f.Key, f.Cue
			at := s.inFigure(from, &n)
			if at < 0 {
				at = s.add(&n, measure, unit, key, cue)
			}
			g := &s.out[at]
			g.Measure, g.Unit, g.Deed, g.Did = measure, unit, deed, did
			break
		}
	}
}

// tokenAt is the first token of the sentence that begins at byte end or behind it.
func (s *counter) tokenAt(end int) int32 {
	i := s.first
	for i < s.end && int(s.d.Tokens[i].Start) < end {
		i++
	}
	return i
}

// otherBy is the number of "by police and 30,000 by organisers", the first "by" at token i or behind a noun.
func (s *counter) otherBy(i int32) (quantity, bool) {
	if s.noun(i) {
		i++
	}
	if s.word(i) != "by" {
		return quantity{}, false
	}
	j := i + 1
	for j < s.end && j < i+7 && (s.noun(j) || s.is(j, clDet|clPoss) || s.tag(j) == parse.ADJ || s.words[j] == "'s" || s.words[j] == "’s" || s.words[j] == "of") {
		j++
	}
	for s.word(j) == "," || s.word(j) == "and" || s.word(j) == "but" || s.word(j) == "at" || s.word(j) == "while" {
		j++
	}
	q, ok := s.quantity(j)
	if !ok || q.vague || s.notACount(q) || s.word(q.end) != "by" && s.word(q.end+1) != "by" {
		return quantity{}, false
	}
	return q, true
}

// givenBefore reports whether a verb of giving a number stands shortly before the noun at token i: "put the firm's workforce at 700".
func (s *counter) givenBefore(i int32) bool {
	for j := i - 1; j >= s.first && j > i-6; j-- {
		if settings[s.words[j]] {
			return true
		}
		if s.tag(j) == parse.VERB || s.words[j] == "," {
			return false
		}
	}
	return false
}

// inFigure is the figure of the sentence that has the words of p and counts no casualties, or -1.
func (s *counter) inFigure(from int, p *phrase) int {
	for k := from; k < len(s.out); k++ {
		if s.out[k].Span.Overlaps(s.spanOf(p)) && s.out[k].Cue < 0 {
			return k
		}
	}
	return -1
}

// bodiesOf are nouns for many together, whose number a verb or "of" gives.
var bodiesOf = set("workforce staff payroll headcount membership crowd turnout attendance")

// deedOf is what is told of the noun at token i: the key in dictionary forms and the words for it; "" where nothing is. The number of those who
// are had is one of all: "the firm has 770 employees".
func (s *counter) deedOf(i int32) (deed, did string) {
	if w := s.word(i + 1); w == "aboard" || w == "onboard" || w == "on" && s.word(i+2) == "board" {
		return aboard, aboard
	}
	for steps := 0; steps < 5 && i >= s.first && i < s.end; steps++ {
		t := &s.d.Tokens[i]
		if t.Label == parse.Conj { // "3,000 people had been evacuated and 260 homes destroyed"
			if deed, did := s.participleDeed(i); deed != "" {
				return deed, did
			}
		}
		switch t.Label {
		case parse.Conj, parse.Appos, parse.Flat:
			if t.Head < s.first || s.tag(t.Head) == parse.VERB {
				return "", ""
			}
			i = t.Head // "its founder and 550 of its staff have threatened"
			continue
		case parse.Nmod:
			if h := t.Head; h >= s.first && (remains[s.words[h]] || carriers[s.words[h]]) {
				i = h // "the bodies of 64 had been handed over"
				continue
			}
		}
		if deed, did := s.participleDeed(i); deed != "" {
			return deed, did
		}
		return s.governing(i)
	}
	return "", ""
}

// isNamed are deeds that befall the dead, of whom those are some.
var isNamed = set("identify match repatriate return release")

// carriers are nouns that stand for those whom "of" behind them counts.
var carriers = set("samples dna identities names number total data records details accounts")

// participleDeed is the deed of a participle that hangs on the noun at token i: "homes left without power", "the 31 victims identified so far".
func (s *counter) participleDeed(i int32) (deed, did string) {
	for _, c := range s.d.Children(i) {
		if s.d.Tokens[c].Label == parse.ACL && s.d.Tokens[c].XPOS == parse.XVBN && c > i {
			return s.verbDeed(c, i)
		}
	}
	return "", ""
}

// governing is the deed of the verb that the noun at token i is the subject, the object or the doer of.
func (s *counter) governing(i int32) (deed, did string) {
	t := &s.d.Tokens[i]
	v := t.Head
	if v < s.first || v >= s.end {
		return "", ""
	}
	switch t.Label {
	case parse.Nsubj, parse.NsubjPass, parse.Obj:
	case parse.OblAgent:
	case parse.Obl:
		if c := s.caseOf(i); c != "by" && (c != "" || i < v || s.d.Tokens[i].UPOS != parse.NUM) {
			return "", "" // but "will lay off 4,000 of its 22,000 workers"
		}
	default:
		return "", ""
	}
	if l := s.lemma(v); l == "have" && t.Label == parse.Obj {
		return inAll, "" // "the firm has 770 employees"
	}
	if s.tag(v) != parse.VERB { // "40,000 homes were without power"
		if c := s.caseOf(v); c == "without" && t.Label == parse.Nsubj && supplies[s.lemma(v)] {
			return "without " + s.lemma(v), "without " + s.words[v]
		}
		return "", ""
	}
	return s.verbDeed(v, i)
}

// caseOf is the preposition of the noun at token i, or "".
func (s *counter) caseOf(i int32) string {
	if c := s.d.Child(i, parse.Case); c >= 0 && c < s.end {
		return s.words[c]
	}
	return ""
}

func (s *counter) lemma(i int32) string { return strings.ToLower(s.d.Tokens[i].Lemma) }

// verbDeed is what verb v says of the noun at token i.
func (s *counter) verbDeed(v, i int32) (deed, did string) {
	for _, c := range s.d.Children(v) { // "left 120,000 homes without power", "remained without electricity"
		if (s.d.Tokens[c].Label == parse.Obl || s.d.Tokens[c].Label == parse.Xcomp) && s.caseOf(c) == "without" && supplies[s.lemma(c)] {
			return "without " + s.lemma(c), "without " + s.words[c]
		}
	}
	if c := s.d.Child(i, parse.Nmod); c >= 0 && c < s.end && s.caseOf(c) == "without" && supplies[s.lemma(c)] {
		return "without " + s.lemma(c), "without " + s.words[c]
	}
	deed = s.lemma(v)
	did = s.words[v]
	if x := s.d.Tokens[v].XPOS; x != parse.XVBN && x != parse.XVBD {
		did = deed
	}
	if namesOn[s.words[i]] && s.onPaper(v, i) {
		return "sign", "signed" // "740 names appeared on the letter"
	}
	switch {
	case deed == "take" && s.word(v+1) == "part":
		return "take part", "took part"
	case s.words[i] == "jobs" && (deed == "go" || deed == "lose" || deed == "disappear"):
		return "cut", "cut" // "4,500 jobs would go"
	case deed == "lose" && s.is(i, clPerson) && s.losesJobs(v):
		return "lay off", "laid off"
	case deed == "carry" && s.d.Tokens[i].Label == parse.Obj && s.is(i, clPerson):
		return aboard, aboard
	case deed == "employ" || deed == "number":
		if s.d.Tokens[i].Label == parse.Obj {
			return inAll, ""
		}
		return "", ""
	case deed == "bring":
		if s.broughtOut(v) {
			return "bring out", "brought out"
		}
		return "", ""
	case idleDeeds[deed] || saidDeeds[deed]:
		return "", ""
	case deed == "put" || deed == "give" && s.d.Child(v, parse.CompoundPrt) < 0:
		return "", ""
	}
	if c := s.d.Child(v, parse.CompoundPrt); c >= 0 && c < s.end {
		deed, did = deed+" "+s.words[c], did+" "+s.words[c]
	}
	if c := s.d.Child(v, parse.Xcomp); c > v && c < s.end && s.tag(c) == parse.VERB && intends[deed] {
		deed, did = deed+" to "+s.lemma(c), did+" to "+s.lemma(c)
	}
	for _, c := range s.d.Children(v) {
		w := s.caseOf(c)
		if l := s.d.Tokens[c].Label; deed == "vote" && (l == parse.Obl || l == parse.Nmod) && (w == "for" || w == "against") {
			deed, did = deed+" "+w, did+" "+w
			break
		}
	}
	for _, c := range s.d.Children(v) {
		if l := s.lemma(c); s.d.Tokens[c].Label == parse.Advmod && (l == "not" || l == "never") {
			return "not " + deed, "not " + did
		}
	}
	return deed, did
}

// losesJobs reports whether what is lost by verb v are jobs: "2,600 people would lose their jobs".
func (s *counter) losesJobs(v int32) bool {
	for j := v + 1; j < s.end && j < v+4; j++ {
		if w := s.words[j]; w == "jobs" || w == "job" || w == "work" {
			return true
		}
	}
	return false
}

// jobCuts has "3,000 job cuts" and "the number of job cuts to 2,200" count jobs that are cut.
func (s *counter) jobCuts(f *Figure) {
	if f.Measure != "cuts" && f.Measure != "losses" && f.Measure != "layoffs" && f.Measure != "redundancies" || f.Cue >= 0 && s.measure(f.Cue).kind != cueNone {
		return
	}
	for j := s.first; j+1 < s.end; j++ {
		if s.words[j] == "job" && (s.words[j+1] == "cuts" || s.words[j+1] == "losses") {
			f.Measure, f.Unit, f.Deed, f.Did = "jobs", "jobs", "cut", "cut"
			return
		}
	}
	if f.Measure == "layoffs" || f.Measure == "redundancies" {
		f.Deed, f.Did = "lay off", "laid off"
	}
}

// broughtOut reports whether those whom verb v brings come out of danger: "had been brought to the surface", "brought out 14 miners".
func (s *counter) broughtOut(v int32) bool {
	for j := v + 1; j < s.end && j < v+9 && s.words[j] != ","; j++ {
		switch s.words[j] {
		case "out", "ashore":
			return true
		case "to":
			if w := s.word(j + 1); w == "safety" || w == "the" && s.word(j+2) == "surface" {
				return true
			}
		}
	}
	return false
}

// idleDeeds are verbs that say nothing of those counted; saidDeeds those of who tells how many they are.
var (
	idleDeeds = set("be remain stay include involve see get find take make go come do become begin start seem appear mean need stand rise fall grow climb reach double jump drop exceed leave")
	saidDeeds = set("say tell report count confirm record estimate announce list show receive state note cite claim")
	// supplies are what people and homes can be without.
	supplies = set("power electricity water heat heating gas food shelter home internet telephone phone service work job access care")
	// intends are verbs whose deed is what one means to do: "threatened to quit".
	intends = set("threaten plan vow agree refuse decline promise pledge offer ask")
	// namesOn are what stands on a paper that people sign.
	namesOn  = set("names name")
	papersOf = set("letter petition appeal statement list declaration manifesto")
)

// onPaper reports whether verb v or the noun at token i has a paper that is signed behind "on" or "under".
func (s *counter) onPaper(v, i int32) bool {
	for _, h := range []int32{v, i} {
		for _, c := range s.d.Children(h) {
			if w := s.caseOf(c); c >= s.first && c < s.end && papersOf[s.words[c]] && (w == "on" || w == "under" || w == "to") {
				return true
			}
		}
	}
	return false
}
