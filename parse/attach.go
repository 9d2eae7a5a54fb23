package parse

import (
	"strings"

	"sayso/internal/syntax"
)

// attach fills Head and Label of the sentence's tokens from r, and its Root.
func (g *grammar) attach(d *Doc, s *Sentence, r syntax.Result) {
	for j, h := range r.Heads {
		t := &d.Tokens[s.First+int32(j)]
		if t.Head, t.Label = s.First+h, g.label[r.Labels[j]]; t.Head == s.End {
			t.Head, t.Label = -1, Root
			s.Root = s.First + int32(j)
		} else if t.Label == Root {
			t.Label = Dep
		}
	}
	for i := s.First; i < s.End; i++ {
		relativize(d, i)
		if i+1 < s.End {
			oneSubject(d, i)
		}
		if i > s.First {
			gerundOf(d, i)
		}
		looseNoun(d, s, i)
		underSecretary(d, s, i)
	}
	for i := s.First; i < s.End; i++ {
		past(d, s, i)
		if i > s.First {
			had(d, s, i)
		}
		pastVerb(d, s, i)
		if i > s.First {
			progressive(d, s, i)
			enacted(d, s, i)
			gerundObject(d, i)
		}
		commonNouns(d, s, i)
		demanded(d, s, i)
		heldPeople(d, s, i)
		saidThat(d, s, i)
	}
	pastRoot(d, s)
	befell(d, s)
	behindRelative(d, s)
	behindCommas(d, s)
	behindApposition(d, s)
	looseRoot(d, s)
	ongoingRoot(d, s)
	heldSubject(d, s)
	sinceSubject(d, s)
	fronted(d, s)
	apposedSubject(d, s)
	joinedPast(d, s)
	twoSubjects(d, s)
	afterMonth(d, s)
}

// underSecretary makes a part of the title of what was taken for a preposition: "said Under Secretary of Trade Hugo Lamb".
func underSecretary(d *Doc, s *Sentence, i int32) {
	t := &d.Tokens[i]
	if t.Label == Case && i+1 < s.End && d.Word(i) == "Under" && d.Word(i+1) == "Secretary" {
		t.UPOS, t.XPOS, t.Head, t.Label, t.Lemma = PROPN, XNNP, i+1, Compound, "Under"
	}
}

// pastVerb makes a verb of a past that was taken for a participle before its own object, where the tree is left with
// a subject and no verb: "The president ordered strikes" read as strikes that were ordered.
func pastVerb(d *Doc, s *Sentence, v int32) {
	t := &d.Tokens[v]
	h := t.Head
	if t.XPOS != XVBN || t.Label != Amod || h <= v || v == s.First || d.Word(v-1) == "-" || d.Tokens[h].UPOS != NOUN && d.Tokens[h].UPOS != PROPN {
		return
	}
	subject, had := int32(-1), false
	for i := s.First; i < s.End; i++ {
		c := &d.Tokens[i]
		if c.Head == v && c.Label == Nsubj && i < v {
			subject = i
		}
		had = had || c.Head == v && c.Label == Aux && i < v && d.Word(i) == "had"
		if c.Head == h {
			switch c.Label {
			case Nsubj:
				subject = i
			case Cop, Aux, NsubjPass, AuxPass:
				return
			case Det, NmodPoss, Nummod, Case:
				if i < v {
					return // "the ordered strikes"
				}
			}
		}
	}
	before := v - 1
	for before > s.First && d.Tokens[before].UPOS == ADV {
		before--
	}
	if subject < 0 || subject > v || !had && d.Tokens[before].UPOS == AUX || d.Tokens[before].UPOS == VERB {
		return // "has alleged ties to", "have halted traffic"; not "a report that she had ordered strikes"
	}
	t.UPOS, t.XPOS = VERB, XVBD
	takeOver(d, s, v, h)
}

// takeOver hangs v where h, the noun behind it, hangs, and makes h its object; what belongs to the sentence's verb goes over to v.
func takeOver(d *Doc, s *Sentence, v, h int32) {
	t, top := &d.Tokens[v], &d.Tokens[h]
	if t.Head, t.Label = top.Head, top.Label; t.Label == Root {
		s.Root = v
	}
	top.Head, top.Label = v, Obj
	for i := s.First; i < s.End; i++ {
		c := &d.Tokens[i]
		if c.Head != h || i == v {
			continue
		}
		switch c.Label {
		case Nsubj, Punct, Advmod, Advcl, Mark, Dep, Parataxis, CC, Obl, Ccomp, Discourse:
			if i < v || c.Label != Advmod {
				c.Head = v
			}
		case Cop:
			c.Head, c.Label = v, Aux
		case Aux:
			c.Head = v
		}
	}
}

// progressives are forms of verbs that news has before bare nouns, "is weighing raids", and that describe none, as "leading" does.
var progressives = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`weighing eyeing mulling considering contemplating pondering studying planning plotting preparing drafting readying
		proposing threatening demanding seeking urging ordering approving launching staging probing investigating imposing denying rejecting offering promising`) {
		m[w] = true
	}
	return m
}()

// progressive makes a verb of a form right behind "is" that was taken for part of the noun after it: "The cabinet is weighing raids on the camps".
func progressive(d *Doc, s *Sentence, v int32) {
	t := &d.Tokens[v]
	h := t.Head
	if t.UPOS == NOUN && progressives[d.Word(v)] && v+1 < s.End && d.Tokens[v+1].UPOS == DET {
		progressiveNoun(d, s, v)
		return
	}
	if t.Label != Amod && t.Label != Compound || h <= v || !progressives[d.Word(v)] {
		return
	}
	be := v - 1
	for be > s.First && d.Tokens[be].UPOS == ADV {
		be--
	}
	if b := &d.Tokens[be]; !(b.Label == Cop && b.Head == h || b.Label == Aux && b.Head == v) {
		return
	}
	t.UPOS, t.XPOS = VERB, XVBG
	takeOver(d, s, v, h)
}

// progressiveNoun makes a verb of such a form that was taken for what somebody is, with a subject behind it: "Lunde is weighing a ban on sales, aides said".
func progressiveNoun(d *Doc, s *Sentence, v int32) {
	be := childIn(d, s, v, Cop)
	if be < 0 || be > v {
		return
	}
	t := &d.Tokens[v]
	t.UPOS, t.XPOS, d.Tokens[be].Label = VERB, XVBG, Aux
	for i := v + 1; i < s.End; i++ {
		if c := &d.Tokens[i]; c.Head == v && c.Label == Nsubj {
			c.Label = Obj
			return
		}
	}
}

// enactments are nouns of what is signed or passed, which a form in -ing behind them says more of: "an order banning foreign buyers".
var enactments = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields("order law bill decree directive resolution ruling rule measure proclamation injunction warrant") {
		m[w] = true
	}
	return m
}()

// enacted makes a verb of such a form that was taken, with the noun before it, for part of the noun behind: "signed an order banning foreign companies
// from buying" read as companies that are of an order and a banning.
func enacted(d *Doc, s *Sentence, v int32) {
	t := &d.Tokens[v]
	h := t.Head
	if v == s.First || h <= v || t.Label != Compound && t.Label != Amod || !strings.HasSuffix(d.Word(v), "ing") || !enactments[d.Word(v-1)] {
		return
	}
	n, top := &d.Tokens[v-1], &d.Tokens[h]
	if n.Head != h || n.Label != Compound || top.UPOS != NOUN && top.UPOS != PROPN || top.Head < 0 || top.Head >= v {
		return
	}
	n.Head, n.Label = top.Head, top.Label
	t.UPOS, t.XPOS, t.Head, t.Label = VERB, XVBG, v-1, ACL
	top.Head, top.Label = v, Obj
	for i := s.First; i < v-1; i++ {
		if c := &d.Tokens[i]; c.Head == h {
			c.Head = v - 1
		}
	}
}

// oneSubject joins two proper nouns side by side that the tree has both as subject, or both as object, of one word: a
// title belongs to the name after it ("Mr Orr could not be reached"), a name to the name before it.
func oneSubject(d *Doc, i int32) {
	a, b := &d.Tokens[i], &d.Tokens[i+1]
	if a.UPOS != PROPN || b.UPOS != PROPN || a.Head != b.Head || a.Label != b.Label {
		return
	}
	switch a.Label {
	case Nsubj, NsubjPass, Obj:
	default:
		return
	}
	switch d.Word(i) {
	case "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Dr", "Dr.", "Sir", "Gen.", "President", "Senator", "Sen.", "Rep.":
		a.Head, a.Label = i+1, NmodDesc
	default:
		b.Head, b.Label = i, Flat
	}
}

// takeGerunds are forms of verbs whose object a participle right behind them is: "considering withdrawing troops", "began shelling the town".
var takeGerunds = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`consider considers considered considering contemplate contemplates contemplated contemplating mull mulls mulled mulling discuss discusses discussed
		discussing suggest suggests suggested suggesting recommend recommends recommended recommending avoid avoids avoided avoiding risk risks risked risking
		begin begins began begun start starts started stop stops stopped keep keeps kept resume resumed resumes finish finished deny denies denied denying admit admits admitted`) {
		m[w] = true
	}
	return m
}()

// gerundOf gives a participle to the verb right before it that takes one as its object, where the tree has it as a clause of a verb further on:
// "Norland is considering withdrawing its troops, the Post reported".
func gerundOf(d *Doc, i int32) {
	t := &d.Tokens[i]
	if t.XPOS == XVBG && t.Label == Advcl && t.Head > i && d.Tokens[i-1].UPOS == VERB && takeGerunds[d.Word(i-1)] && d.Tokens[i-1].Head != i {
		t.Head, t.Label = i-1, Xcomp
	}
}

// looseNoun makes the subject of a noun that was taken for a part of the verb after it: "A bus carrying pupils plunged".
func looseNoun(d *Doc, s *Sentence, i int32) {
	t := &d.Tokens[i]
	if t.Label != Compound || t.UPOS != NOUN || t.Head <= i || d.Tokens[t.Head].UPOS != VERB {
		return
	}
	switch d.Tokens[t.Head].XPOS {
	case XVBD, XVBZ, XVBP:
	default:
		return
	}
	for k := s.First; k < s.End; k++ {
		if c := &d.Tokens[k]; c.Head == t.Head && (c.Label == Nsubj || c.Label == NsubjPass) {
			return
		}
	}
	t.Label = Nsubj
}

// relativize makes a "that" which its tree has as subject or object of a relative clause a pronoun, where the tags,
// chosen before the tree, have it as a conjunction: "the boats that the navy had built".
func relativize(d *Doc, i int32) {
	t := &d.Tokens[i]
	if t.UPOS != SCONJ || t.Head < 0 || d.Tokens[t.Head].Label != ACLRelcl {
		return
	}
	switch t.Label {
	case Nsubj, NsubjPass, Obj, Obl:
		if w := d.Word(i); w == "that" || w == "That" || w == "THAT" {
			t.UPOS, t.XPOS = PRON, XWDT
		}
	}
}

// commonNouns makes common nouns of words that were taken for something else: "will launch a land offensive", "Talks on a truce" at the start of a
// sentence.
func commonNouns(d *Doc, s *Sentence, i int32) {
	t := &d.Tokens[i]
	if t.UPOS != ADJ && t.UPOS != PROPN {
		return
	}
	switch word := d.Word(i); {
	case word == "offensive" && (t.Label == Obj || t.Label == Nsubj || t.Label == NsubjPass || t.Label == Nmod || t.Label == Obl):
		t.UPOS, t.XPOS = NOUN, XNN
	case word == "Talks" && i == s.First && i+1 < s.End && d.Tokens[i+1].UPOS != PROPN:
		t.UPOS, t.XPOS = NOUN, XNNS
	}
}
