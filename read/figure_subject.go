package read

import (
	"sort"
	"strings"

	"sayso/parse"
)

// lookBack is how many phrases a cue looks back for those it befell. It keeps the work linear in texts
// that never end a sentence; in news a subject stands nearer.
const lookBack = 12

// named makes phrase k, whom something befalls, a person where it is a name of no other kind:
// "killing Malik Sahib". Towns are taken too: where taken is set, only the name of a person is one.
func (s *counter) named(k int, taken bool) bool {
	p := &s.phrases[k]
	if p.form != formNone || !s.capital(p.head) || !s.tagged || s.tag(p.head) != parse.PROPN || s.is(p.head, clTime) {
		return false
	}
	for j := p.first; j < p.head; j++ {
		if s.tag(j) == parse.NOUN && !s.capital(j) && !s.is(j, clPerson) {
			return false // "the bulk carrier Ida", a ship
		}
	}
	kind, ok := s.nameKind(p.head)
	if ok && kind != parse.Person || !ok && taken {
		return false
	}
	p.form, p.person, p.q, p.who = formName, true, exact(1), s.words[p.head]
	return true
}

// numbered makes phrase k, a number of whatever noun, the victims of cue i where only the living
// suffer it: "killing six Montenegrins".
func (s *counter) numbered(k int, i int32) bool {
	p := &s.phrases[k]
	c := s.measure(i)
	if p.form != formNumber || s.is(p.head, clUnit|clTime|clAnimal) || !s.noun(p.head) || c.measure != "killed" && c.measure != "missing" && c.measure != "survivors" && c.measure != "presumed_dead" && c.key != "wounded" && !s.arrests(i) {
		return false
	}
	if !s.capital(p.head) && (!livingNoun(s.words[p.head]) || alsoThings[s.words[i]]) {
		return false // "12 buildings were burned", "killed three rallies"
	}
	p.person = true
	return true
}

// alsoThings are cues that befall things as often as people: "eliminated three launchers".
var alsoThings = map[string]bool{"eliminated": true, "neutralized": true, "neutralised": true}

// livingNoun reports whether a noun that is not in the lists ends as nouns for people do: "herders", "trekkers".
func livingNoun(w string) bool {
	w = strings.TrimSuffix(w, "s")
	if w == "force" || w == "unit" {
		return true // "no forces were harmed"
	}
	for _, end := range []string{"er", "or", "ist", "ian", "ee", "man", "men", "woman", "women", "ant", "ent", "eer", "ite", "nik", "ese", "folk"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// takes reports whether cue i can befall a town: "captured Port Vale".
func (s *counter) takes(i int32) bool {
	m := s.measure(i).measure
	return (m == "captured" || m == "displaced") && !s.arrests(i)
}

func (s *counter) arrests(i int32) bool {
	w := s.words[i]
	return strings.HasPrefix(w, "arrest") || strings.HasPrefix(w, "detain") || strings.HasPrefix(w, "apprehend")
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
	if s.word(group-1) == "whom" && s.word(group-2) == "of" { // "35 civilians, 11 of whom were killed": those at the verb, or nobody.
		if k := s.inside(group - 3); k >= 0 && s.phrases[k].q.hasLow {
			s.phrases[k].person = true
			return []int{k}
		}
		return nil
	}
	// "five of the insurgents who were killed were leaders": the five are only some of them.
	if k := s.phraseEnding(group - 1); k >= 0 && s.is(group-1, clRel) && s.phrases[k].form == formNumber && s.word(s.phrases[k].q.end) == "of" {
		return nil
	}
	if k := s.beforeAside(v, group); k >= 0 {
		return []int{k}
	}
	if k := s.phraseEnding(group); k >= 0 {
		if s.atVerb(k, v, group) {
			return s.list(k, -1)
		}
		if s.thingAtVerb(k) {
			return nil // "… 61 people, and 12 buildings were burned", "… after a jackal died", "while the rest are presumed dead"
		}
	}
	if k := s.treeSubject(v); k >= 0 {
		p := &s.phrases[k]
		if group == v && p.end == group && !p.person && s.noun(p.head) && p.form != formNumber && !s.capital(p.head) {
			return nil // "images of the victims' cars burned there"
		}
		if p.person || s.named(k, s.takes(v)) || s.numbered(k, v) {
			return s.listTo(k, group)
		}
	}
	if k := s.whoIs(group); k >= 0 {
		return s.list(k, -1)
	}
	return s.peopleBefore(group)
}

// beforeAside is the phrase before an aside that tells who some of them are, right before the verb group, or -1: "315 people, including 12 teachers,
// are abducted", "twelve people, among them four women, were killed".
func (s *counter) beforeAside(v, group int32) int {
	for j := group - 2; j > s.first && j > group-25; j-- {
		some := j
		if s.words[j] == "among" && s.word(j+1) == "them" {
			some++
		} else if s.words[j] != "including" {
			continue
		}
		if s.words[j-1] == "," && (s.word(group-1) == "," || s.be(group) && s.listOpens(some+1) && s.phraseEnding(group) >= 0 && !s.verbal(j, group)) {
			if k := s.phraseEnding(j - 1); k >= 0 && (s.phrases[k].person || s.numbered(k, v)) {
				return k // and so are "23 Norlanders, including seven women and a guard are killed"
			}
		}
	}
	return -1
}

// atVerb reports whether phrase k, right before the verb group, is for those who suffer it: "one man was killed and another wounded" has one of each.
func (s *counter) atVerb(k int, v, group int32) bool {
	p := &s.phrases[k]
	some := (p.prep == "with" || p.prep == "including") && !s.be(group) && !s.is(group, clHave) && p.form == formNumber
	return (p.prep == "" || some) && (p.person || p.form == formNumber && s.numbered(k, v))
}

// thingAtVerb reports whether phrase k, right before a verb group, is its subject and no people.
func (s *counter) thingAtVerb(k int) bool {
	p := &s.phrases[k]
	if p.prep != "" || p.person || !s.noun(p.head) || s.capital(p.head) || s.is(p.head, clUnit|clTime) {
		return false
	}
	return p.form == formNumber || p.form == formSingular || p.form == formDefinite
}

// listTo is the list that phrase k ends, and whoever is joined to it before the verb group.
func (s *counter) listTo(k int, group int32) []int {
	out := s.list(k, -1)
	for j := k + 1; j < len(s.phrases) && s.phrases[j].end <= group && s.phrases[j].person; j++ {
		if !s.coordinated(s.phrases[j-1].end, s.phrases[j].first) && !(s.comma(&s.phrases[j-1], &s.phrases[j]) && s.goesOn(j)) {
			break
		}
		out = append(out, j)
	}
	return out
}

// peopleBefore is the list of the nearest people left of a verb group in its clause: one without a preposition rather than one with.
func (s *counter) peopleBefore(group int32) []int {
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

// listOpens reports whether the phrase at token i is the first of "seven women, five children, and a guard", no aside that a comma closes as in
// "11 civilians, including a child, and one soldier".
func (s *counter) listOpens(i int32) bool {
	k := s.phraseFrom(i)
	return k >= 0 && s.word(s.phrases[k].end) == "," && s.phraseFrom(s.phrases[k].end+1) >= 0
}

// verbal reports whether a verb or a cue stands in [a, b).
func (s *counter) verbal(a, b int32) bool {
	for i := a; i < b; i++ {
		if s.is(i, clBe|clHave|clRel) || s.tag(i) == parse.VERB && s.words[i] != "including" || s.measure(i).kind == cuePart || s.measure(i).kind == cueAdj {
			return true
		}
	}
	return false
}

// whoIs is the phrase that "who" before the verb group stands for, an age aside, or -1: "a vigil for Ida Orr, 14, who was fatally shot".
func (s *counter) whoIs(group int32) int {
	i := group - 1
	if s.word(i) != "who" {
		return -1
	}
	if s.word(i-1) == "," {
		if i--; s.digit(i-1) && s.word(i-2) == "," {
			i -= 2
		}
	}
	k := s.phraseEnding(i)
	if k >= 0 && (s.phrases[k].person || s.named(k, false)) {
		return k
	}
	return -1
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
		if n := s.past(j, dir); n >= 0 {
			if j = n; dir > 0 {
				out = append(out, j)
			} else {
				out = append([]int{j}, out...)
			}
			continue
		}
		if !p.person || dir < 0 && s.objectOf(p, s.phrases[k].end) {
			break
		}
		if !s.coordinated(a.end, b.first) && !(s.comma(a, b) && (dir < 0 && len(out) > 1 || dir > 0 && s.goesOn(j))) {
			break
		}
		if dir < 0 && p.form == formNumber && s.saidOf(j) && !s.saidOf(k) {
			break // "has killed nine people and 121 people are missing"
		}
		if dir < 0 && p.bare && p.form == formNumber && reaches[s.word(p.first-1)] {
			break // "the toll has reached 58 and 305 people are missing"
		}
		if dir < 0 && len(out) == 1 && s.word(a.end) == "," && p.form == formNumber && !(j > 0 && s.comma(&s.phrases[j-1], a)) {
			break // "… 21 workers and four tourists, and 50 others are injured"
		}
		if dir < 0 && p.prep == "with" && s.word(p.first-2) == "," && p.form == formNumber {
			out = append([]int{j}, out...) // ", with 29 soldiers and 30 civilians wounded"
			break
		}
		if dir < 0 && p.prep != "" && p.prep != "of" && !(p.form == formNumber && s.phrases[k].form == formPlural) { // but "for 265 pupils and teachers still held"
			break // "confiscated by officials and one man was detained"
		}
		// "12 killed, among them four children, and 30 others wounded"
		if w := s.word(a.first - 1); dir < 0 && (w == "them" || w == "including" || w == "whom") {
			break
		}
		if dir > 0 && p.form == formSingular && p.bare && s.word(p.end) == "," {
			break // "killed 11 people, and a second, on May 5, killed three"
		}
		// "killed two and wounded three": the second number has a cue of its own.
		if dir > 0 && s.hasCue(j) {
			break
		}
		if dir > 0 {
			out = append(out, j)
		} else {
			out = append([]int{j}, out...)
		}
	}
	return s.distinct(out)
}

// distinct leaves out of a list what explains the one before it: "the owner, a 54-year-old trader, and the
// captain" are two.
func (s *counter) distinct(list []int) []int {
	if len(list) < 2 {
		return list
	}
	out := list[:1:1]
	for n := 1; n < len(list); n++ {
		a, b := &s.phrases[list[n-1]], &s.phrases[list[n]]
		if a.form == formSingular && b.form == formName && !s.opener(a.first) && s.word(a.end) == "and" {
			out[len(out)-1] = list[n] // "Harbour commander and police chief Ana Ruiz" is one
			continue
		}
		explains := a.form == formDefinite && b.form == formSingular && !b.other && s.word(a.end) == "," && s.word(b.end) == "," &&
			n+1 < len(list) && s.phrases[list[n+1]].form != formSingular
		if !explains {
			out = append(out, list[n])
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
	if j+1 >= len(s.phrases) || !s.phrases[j+1].person || !s.coordinated(s.phrases[j].end, s.phrases[j+1].first) {
		return false
	}
	p, n := &s.phrases[j], &s.phrases[j+1]
	return s.word(p.end) != "," || p.form == formNumber && !p.bare && n.form == formNumber && !n.bare && !s.hasCue(j+1) // "145 rebels, 18 civilians, and 15 soldiers"
}

// coordinated reports whether only "and", commas, ages and "along with" stand in [a, b), and at
// least one joining word.
func (s *counter) coordinated(a, b int32) bool {
	joined := false
	commas := 0
	for i := a; i < b; i++ {
		switch w := s.words[i]; {
		case w == "and" || w == "&" || w == "plus":
			if w == "and" && s.secondDeed(i) >= 0 {
				return false // "killed 11 people and one on Asker a week later 23"
			}
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
