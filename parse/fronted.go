package parse

import (
	"slices"
	"strings"
)

// timeNouns open a clause of what went before: "Two weeks after", "Hours before".
var timeNouns = setOf("second seconds minute minutes hour hours day days week weeks month months year years decade decades")

func setOf(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// fronted makes the sentence's verb of the one behind the comma where the sentence opens with how long before or after something it was: "Two weeks
// after a footbridge collapsed and killed seven, the mayor ordered an inquiry" read as a footbridge that collapsed, and a mayor who goes on from it.
func fronted(d *Doc, s *Sentence) {
	noun := int32(-1)
	for i := s.First; i < min(s.First+4, s.End); i++ {
		if timeNouns[strings.ToLower(d.Word(i))] {
			noun = i
			break
		}
		if u := d.Tokens[i].UPOS; u != NUM && u != DET && u != ADV && u != ADJ && u != ADP {
			return
		}
	}
	if noun < 0 || noun+1 >= s.End {
		return
	}
	mark, root := noun+1, s.Root
	if w := d.Word(mark); w != "after" && w != "before" || d.Tokens[root].UPOS != VERB || root < mark {
		return
	}
	comma := root + 1
	for comma < s.End && d.Word(comma) != "," {
		comma++
	}
	v := int32(-1)
	for i := comma + 1; i < s.End && v < 0; i++ {
		switch t := &d.Tokens[i]; {
		case t.UPOS == CCONJ, t.UPOS == SCONJ, t.UPOS == PUNCT:
			return
		case t.UPOS == VERB && (t.Label == Conj || t.Label == Parataxis || t.Label == Dep) && t.Head >= mark && t.Head < comma:
			v = i
		}
	}
	if v < 0 {
		return
	}
	if own := childIn(d, s, v, Nsubj, NsubjPass); own < comma || own > v {
		return
	}
	d.lead(s, root, v, comma)
	subject := childIn(d, s, root, Nsubj, NsubjPass)
	d.Tokens[noun].Head, d.Tokens[noun].Label = root, OblUnmarked
	d.Tokens[mark].Head, d.Tokens[mark].Label = root, Mark
	if subject == noun || subject < 0 { // "Hours after the truce took effect": the truce took it
		for i := mark + 1; i < root; i++ {
			if t := &d.Tokens[i]; t.Head == noun && t.Label == Nmod {
				t.Head, t.Label = root, Nsubj
			}
		}
	}
}

// lead puts verb v in the place of root, whose clause then depends on it, with what stands behind the comma.
func (d *Doc) lead(s *Sentence, root, v, comma int32) {
	d.Tokens[v].Head, d.Tokens[v].Label, s.Root = -1, Root, v
	d.Tokens[root].Head, d.Tokens[root].Label = v, Advcl
	for i := comma; i < s.End; i++ {
		if t := &d.Tokens[i]; i != v && t.Head >= s.First && t.Head < comma {
			t.Head = v
		}
	}
}

// handling are verbs of what is done to people, after which no clause is said.
var handling = setOf("free freed frees release released releases rescue rescued arrest arrested detain detained kill killed wound wounded injure injured seize seized kidnap kidnapped abduct abducted capture captured evacuate evacuated deport deported")

// heldPeople makes an object of those to whom something is done where the tree has a clause of what befell them before: "freed four soldiers held hostage"
// read as freed that four soldiers held.
func heldPeople(d *Doc, s *Sentence, v int32) {
	t := &d.Tokens[v]
	if t.Label != Ccomp || t.Head < 0 || t.Head >= v || t.XPOS != XVBN && t.XPOS != XVBD || !handling[d.Word(t.Head)] || childIn(d, s, t.Head, Obj) >= 0 || childIn(d, s, v, Aux, AuxPass, Mark) >= 0 {
		return
	}
	people := childIn(d, s, v, Nsubj, NsubjPass)
	if people < t.Head || people > v || d.Tokens[people].UPOS != NOUN {
		return
	}
	d.Tokens[people].Head, d.Tokens[people].Label = t.Head, Obj
	t.Head, t.Label, t.XPOS = people, ACL, XVBN
}

// stative are gerunds that mostly say what kind a thing is.
var stative = setOf("rising growing falling increasing mounting existing remaining ongoing coming competing conflicting outstanding emerging sweeping lasting pending missing leading working living moving")

// gerundObject makes a verb of a gerund that was taken for an adjective of its object: "is considering lifting sanctions".
func gerundObject(d *Doc, i int32) {
	t := &d.Tokens[i]
	if t.XPOS != XVBG || t.Label != Amod || t.Head <= i || stative[d.Word(i)] || !takeGerunds[d.Word(i-1)] || d.Tokens[i-1].UPOS != VERB {
		return
	}
	object := t.Head
	if d.Tokens[object].Label != Obj || d.Tokens[object].Head != i-1 {
		return
	}
	t.Head, t.Label = i-1, Xcomp
	d.Tokens[object].Head = i
}

// childIn is the first word of the sentence that hangs on i with one of the labels, or -1. The tree has no list of children yet.
func childIn(d *Doc, s *Sentence, i int32, labels ...Label) int32 {
	for c := s.First; c < s.End; c++ {
		if d.Tokens[c].Head == i && slices.Contains(labels, d.Tokens[c].Label) {
			return c
		}
	}
	return -1
}

// demanding are verbs whose object is followed by what is to be done to it; suffered are participles that mostly say which one is meant.
var (
	demanding = setOf("order ordered orders ordering want wanted wants")
	suffered  = setOf("involved concerned affected based accused suspected wanted held detained arrested captured convicted seized abducted kidnapped named called used made killed wounded injured known born")
)

// demanded makes of a participle behind an object what is asked for, where nothing else is: "ordered the files destroyed".
func demanded(d *Doc, s *Sentence, i int32) {
	t := &d.Tokens[i]
	if t.XPOS != XVBN || t.Label != ACL || t.Head != i-1 || suffered[d.Word(i)] || d.Tokens[t.Head].Label != Obj || !demanding[d.Word(d.Tokens[t.Head].Head)] {
		return
	}
	if i+1 < s.End {
		switch n := &d.Tokens[i+1]; {
		case n.UPOS == PUNCT, n.UPOS == ADV, n.UPOS == ADP && d.Word(i+1) != "by", n.UPOS == SCONJ:
		default:
			return
		}
	}
	t.Head, t.Label = d.Tokens[t.Head].Head, Xcomp
}

// courseOf are pasts of what talks and the like do by themselves, which are no participles of them.
var courseOf = setOf("resumed collapsed stalled continued failed faltered proceeded")

// ongoingRoot makes the sentence's verb of such a past where the tree has its subject at the top: "Talks for the release of the hostages resumed in Vale".
func ongoingRoot(d *Doc, s *Sentence) {
	root := s.Root
	if d.Tokens[root].UPOS != NOUN || childIn(d, s, root, Cop, Nsubj, NsubjPass, Aux) >= 0 {
		return
	}
	for v := root + 1; v < s.End; v++ {
		t := &d.Tokens[v]
		if t.UPOS == VERB && t.Label != ACL || t.UPOS == PUNCT {
			return
		}
		if t.Label != ACL || !courseOf[d.Word(v)] || !d.under(t.Head, root) {
			continue
		}
		t.Head, t.Label, t.XPOS, s.Root = -1, Root, XVBD, v
		d.Tokens[root].Head, d.Tokens[root].Label = v, Nsubj
		for i := v + 1; i < s.End; i++ {
			if c := &d.Tokens[i]; c.Head == root {
				c.Head = v
			}
		}
		return
	}
}

// heldSubject gives a verb the subject that the tree has with a participle between: "Three men held hostage in Vale were released" read as men who held.
func heldSubject(d *Doc, s *Sentence) {
	for h := s.First; h < s.End; h++ {
		t := &d.Tokens[h]
		if t.XPOS != XVBN && t.XPOS != XVBD || t.UPOS != VERB || t.Label != Nsubj && t.Label != NsubjPass || t.Head <= h {
			continue
		}
		subject := childIn(d, s, h, Nsubj, NsubjPass)
		if subject < 0 || subject > h || childIn(d, s, h, Aux, AuxPass) >= 0 {
			continue
		}
		d.Tokens[subject].Head, d.Tokens[subject].Label = t.Head, t.Label
		t.Head, t.Label, t.XPOS = subject, ACL, XVBN
	}
}

var months = setOf("January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday")

// sinceSubject gives a verb its subject where the tree has the day or month before it for one: "Eighteen soldiers held in Vale since July were freed" read as a
// July that was freed.
func sinceSubject(d *Doc, s *Sentence) {
	root := s.Root
	if d.Tokens[root].UPOS != NOUN || childIn(d, s, root, Cop, Nsubj, NsubjPass, Aux) >= 0 {
		return
	}
	for v := root + 1; v < s.End; v++ {
		if d.Tokens[v].UPOS != VERB || childIn(d, s, v, AuxPass, Aux) < 0 {
			continue
		}
		day := childIn(d, s, v, Nsubj, NsubjPass)
		if day <= root+1 || day > v || !months[d.Word(day)] || d.Word(day-1) != "since" && d.Word(day-1) != "in" && d.Word(day-1) != "on" {
			return
		}
		held := childIn(d, s, root, ACL)
		if held < 0 || held > day {
			return
		}
		d.Tokens[day].Head, d.Tokens[day].Label = held, Obl
		d.Tokens[day-1].Head, d.Tokens[day-1].Label, d.Tokens[day-1].UPOS, d.Tokens[day-1].XPOS = day, Case, ADP, XIN
		d.Tokens[v].Head, d.Tokens[v].Label, s.Root = -1, Root, v
		d.Tokens[root].Head, d.Tokens[root].Label = v, NsubjPass
		return
	}
}

// afterMonth makes the subject of a verb that has none of the name behind the month that opens its sentence: "In late June Lund had told reporters …"
// read as what was told in a June Lund.
func afterMonth(d *Doc, s *Sentence) {
	i := s.First
	if d.Word(i) != "In" && d.Word(i) != "Since" && d.Word(i) != "By" {
		return
	}
	if i++; i < s.End && (d.Word(i) == "late" || d.Word(i) == "early") {
		i++
	}
	if i+2 >= s.End || !isMonth(d.Word(i)) || d.Tokens[i].Label != Compound {
		return
	}
	name := d.Tokens[i].Head
	if name <= i || name > i+3 || d.Tokens[name].UPOS != PROPN || d.Tokens[name].Label != Obl {
		return
	}
	v := d.Tokens[name].Head
	if v < name || d.Tokens[v].UPOS != VERB || childIn(d, s, v, Nsubj, NsubjPass) >= 0 {
		return
	}
	for k := s.First; k < i; k++ {
		d.Tokens[k].Head = i
	}
	d.Tokens[i].Head, d.Tokens[i].Label = v, Obl
	d.Tokens[name].Label = Nsubj
	if childIn(d, s, v, AuxPass) >= 0 {
		d.Tokens[name].Label = NsubjPass
	}
}

func isMonth(w string) bool {
	switch w {
	case "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December":
		return true
	}
	return false
}
