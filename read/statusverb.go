package read

import (
	"strings"

	"sayso/parse"
)

// What the words of a clause's own verb group say: its tense, its modal verbs, its adverbs.

// own is what a clause says of itself: tense, modals, negation and hedges, before anything above it.
type own struct {
	standing
	finite  bool // it has tense or a modal
	beTo    bool // "is to strike"
	to      bool // a to-infinitive
	perfect bool // "to have struck", "having struck"
	modal   bool
	alleged bool // "allegedly": nobody in particular is cited for it, and the report does not say so itself
	when    bool // "why", "how", "when", "where": what it asks about is presupposed
}

// A modal's reading, alone and with "have" and a participle.
type modal struct {
	plain, perfect status
	cert           certainty // of perfect
	negated        status    // of plain, negated; open: as plain with negation kept
}

var modals = map[string]modal{
	"will":   {plain: planned, perfect: predicted, negated: didNotHappen},
	"wo":     {plain: planned, perfect: predicted, negated: didNotHappen},
	"'ll":    {plain: planned, perfect: predicted, negated: didNotHappen},
	"shall":  {plain: planned, perfect: predicted, negated: didNotHappen},
	"would":  {plain: possible, perfect: didNotHappen, cert: probable, negated: didNotHappen},
	"'d":     {plain: possible, perfect: didNotHappen, cert: probable, negated: didNotHappen},
	"may":    {plain: possible, perfect: possible},
	"might":  {plain: possible, perfect: possible},
	"can":    {plain: possible, perfect: possible, negated: didNotHappen},
	"ca":     {plain: possible, perfect: possible, negated: didNotHappen},
	"could":  {plain: possible, perfect: possible, negated: didNotHappen},
	"should": {plain: proposed, perfect: didNotHappen, cert: probable},
	"ought":  {plain: proposed, perfect: didNotHappen, cert: probable},
	"must":   {plain: proposed, perfect: happened, cert: probable},
	"need":   {plain: proposed, perfect: proposed},
	"dare":   {plain: possible, perfect: possible, negated: didNotHappen},
}

// hedges lower the certainty: "reportedly", "probably", "perhaps".
var hedges = map[string]certainty{
	"reportedly": probable, "allegedly": probable, "apparently": probable, "purportedly": probable, "supposedly": probable,
	"ostensibly": probable, "seemingly": probable, "probably": probable, "likely": probable, "presumably": probable,
	"possibly": possibly, "perhaps": possibly, "maybe": possibly, "potentially": possibly, "conceivably": possibly, "arguably": probable,
}

// changes are verbs of change that nobody plans: with "will" they are predicted ("prices will rise").
var changes = map[string]bool{
	"rise": true, "fall": true, "grow": true, "shrink": true, "increase": true, "decrease": true, "decline": true, "worsen": true, "improve": true,
	"cause": true, "result": true, "cost": true, "affect": true, "become": true, "remain": true, "suffer": true, "die": true, "lose": true, "happen": true,
	"occur": true, "collapse": true, "require": true, "deteriorate": true, "lead": true, "exceed": true, "prove": true, "mean": true, "face": true, "need": true,
	"hurt": true, "benefit": true, "fail": true, "survive": true, "depend": true, "know": true, "understand": true, "think": true, "feel": true, "see": true,
	"find": true, "get": true, "be": true, "have": true, "seem": true, "want": true, "like": true, "love": true, "hate": true, "regret": true, "drive": true,
}

// attitudes are verbs that hold though "would" softens them: "I would like", "one would say".
var attitudes = map[string]bool{"like": true, "love": true, "prefer": true, "say": true, "recommend": true, "suggest": true, "think": true,
	"appreciate": true, "hope": true, "advise": true, "imagine": true, "hate": true, "argue": true, "guess": true}

// stative are verbs of having and knowing: a negated object leaves them standing ("has no doubt"), and
// their own negation denies a state and no event ("does not know").
var stative = map[string]bool{"have": true, "be": true, "see": true, "find": true, "know": true, "think": true, "like": true, "mean": true,
	"believe": true, "want": true, "understand": true, "care": true, "feel": true, "seem": true, "remember": true, "mind": true, "need": true, "contain": true, "own": true}

// A verbGroup is the auxiliaries of a clause.
type verbGroup struct {
	have, be, do  bool
	been          bool // one of them is a past participle
	past, present bool // tense of the first of them
	modal         *modal
}

// own reads the clause headed by i.
func (s *statuses) own(i int32) own {
	d := s.d
	t := &d.Tokens[i]
	o := own{standing: standing{up: -1, by: [4]int32{-1, -1, -1, -1}}}
	var v verbGroup
	for _, c := range d.Children(i) {
		k := &d.Tokens[c]
		switch k.Label {
		case parse.Aux, parse.AuxPass, parse.Cop:
			if k.Label == parse.Cop && t.XPOS == parse.XVB { // "the aim is to strike"
				o.to, o.beTo = true, true
			} else {
				v.add(k, c, &o)
			}
		case parse.Advmod, parse.Discourse, parse.Obl, parse.OblUnmarked, parse.Parataxis, parse.CCPreconj, parse.CC:
			s.adverb(&o, c)
		case parse.Mark:
			if k.XPOS == parse.XTO || k.Lemma == "to" {
				o.to = true
			}
		case parse.Case:
			o.to = o.to || k.Lemma == "to" && t.UPOS == parse.ADJ && knownVerb(t.Lemma) // "the aim was to free them"
		case parse.Nsubj, parse.NsubjPass, parse.Obj:
			if n := s.nothing(c); n >= 0 && !(k.Label == parse.Obj && stative[t.Lemma] || t.UPOS == parse.AUX) {
				o.neg = !o.neg // "killed no one"; but who "has no doubt" has something
				o.note(n)
			}
		}
	}
	s.tense(i, &o, &v)
	switch {
	case o.to && t.Lemma == "blame" && s.d.Child(i, parse.Obj) < 0 && s.isTo(i): // "a valve was to blame": nothing is to come
		o.finite, o.to, o.beTo, o.status = true, false, false, happened
	case o.to && s.isTo(i): // "was to have landed", "the aim was to free them"
		o.finite, o.beTo, o.status = false, true, open
	}
	return o
}

// isTo: a form of "be" stands before the "to" of i.
func (s *statuses) isTo(i int32) bool {
	be := s.d.Child(i, parse.Aux, parse.AuxPass, parse.Cop)
	to := s.d.Child(i, parse.Mark, parse.Case)
	return be >= 0 && be < to && to < i && s.d.Tokens[be].Lemma == "be"
}

// add adds auxiliary c to the group.
func (v *verbGroup) add(k *parse.Token, c int32, o *own) {
	switch {
	case k.XPOS == parse.XMD || k.XPOS == parse.XNone && k.Lemma != "be" && k.Lemma != "have" && k.Lemma != "do":
		if m, ok := modals[k.Lemma]; ok && v.modal == nil {
			v.modal = &m
			o.note(c)
		}
	case k.Lemma == "have":
		v.have = true
	case k.Lemma == "do":
		v.do = true
	case k.Lemma == "be" && k.Label != parse.AuxPass:
		v.be = true
	}
	v.been = v.been || k.XPOS == parse.XVBN
	if v.modal == nil && !v.past && !v.present {
		v.past, v.present = k.XPOS == parse.XVBD, k.XPOS == parse.XVBZ || k.XPOS == parse.XVBP
		o.past = v.past && k.Lemma == "have"
	}
}

// tense sets the status that the clause's own verb forms give it.
func (s *statuses) tense(i int32, o *own, v *verbGroup) {
	t := &s.d.Tokens[i]
	o.finite, o.modal, o.perfect = true, v.modal != nil, v.have
	switch {
	case v.modal != nil && v.modal.plain == possible && !v.have && !o.neg && attitudes[t.Lemma]: // "would like", "could say"
		o.status, o.cert = ongoing, max(o.cert, probable)
	case v.modal != nil && v.modal.perfect == didNotHappen && v.have && !o.neg && s.presumes(i):
		o.status, o.cert = possible, max(o.cert, probable)
	case v.modal != nil:
		o.applyModal(v.modal, v.have)
		if o.status == planned && o.cert == certain && s.predictive(i) {
			o.status = predicted
		}
	case v.past, t.XPOS == parse.XVBD && !v.present:
		o.status = happened
	case t.XPOS == parse.XVBN && !v.present && !v.have && s.d.Child(i, parse.Nsubj) >= 0: // a past tense that was tagged as a participle
		o.status = happened
	case v.present && v.have && !(v.been && t.XPOS == parse.XVBG): // "has struck", but not "has been striking"
		o.status = happened
	case v.present, t.XPOS == parse.XVBZ, t.XPOS == parse.XVBP && !o.to, v.modal == nil && s.plainPlural(i):
		o.status = ongoing
	default: // an infinitive, a participle, or "do sit down"
		o.finite = false
	}
	switch {
	case o.status == ongoing && t.XPOS == parse.XVBG && s.futurate(i):
		o.status = planned
	case o.status == ongoing && v.modal == nil && s.historical(i):
		o.status = happened
	}
}

// presumes: "would have" tells what somebody takes to have happened, not what did not: of "some" or "many" and with "also", and no condition beside it: "some residents would also have
// died".
func (s *statuses) presumes(i int32) bool {
	d := s.d
	some := false
	for _, c := range d.Children(i) {
		switch t := &d.Tokens[c]; {
		case t.Label == parse.Advcl:
			return false
		case t.Label == parse.Advmod && t.Lemma == "also":
			some = true
		case t.Label == parse.Nsubj || t.Label == parse.NsubjPass:
			if det := d.Child(c, parse.Det, parse.Amod); det >= 0 && (d.Tokens[det].Lemma == "some" || d.Tokens[det].Lemma == "many") {
				some = true
			}
		}
	}
	sent := &d.Sentences[d.Tokens[i].Sentence]
	for k := sent.First; k < sent.End; k++ {
		switch d.Tokens[k].Lemma {
		case "if", "unless", "without", "otherwise", "but", "had":
			return false
		}
	}
	return some
}

// plainPlural: the bare verb i is the present of a plural that was tagged as an infinitive: "the arrests bring the number to
// nine, police said".
func (s *statuses) plainPlural(i int32) bool {
	d := s.d
	who := d.Child(i, parse.Nsubj)
	if d.Tokens[i].XPOS != parse.XVB && (d.Tokens[i].UPOS != parse.NOUN || d.Child(i, parse.Obj) < 0) || who < 0 || who > i || !s.severalOf(who) || d.Child(i, parse.Mark, parse.Aux) >= 0 {
		return false
	}
	h := d.Tokens[i].Head
	return h < 0 || !letting[d.Tokens[h].Lemma]
}

// severalOf: noun i is a plural, "police", or joined to another by "and".
func (s *statuses) severalOf(i int32) bool {
	t := &s.d.Tokens[i]
	return t.XPOS == parse.XNNS || t.XPOS == parse.XNNPS || t.Lemma == "police" || t.Lemma == "Police" || s.d.Child(i, parse.Conj) >= 0
}

// letting are verbs with a bare infinitive after their object: "let prisoners leave".
var letting = set("let make help have see hear watch feel bid")

// punctual are verbs of what is over as soon as it takes place.
var punctual = set("kill injure wound arrest shoot stab die crash sink collapse explode attack bomb strike hit execute sentence convict acquit " +
	"release free seize raid launch sign approve reject elect win resign announce declare sue charge capture kidnap abduct rescue ram plunge " +
	"overturn derail remove dismiss sack appoint grant withdraw impose lift expel shell assassinate ambush detonate erupt storm evacuate discover " +
	"destroy recognise recognize open fire rule vote drown behead murder hijack intercept " +
	"detain ban suspend reopen close begin start defeat order issue pass adopt collide wound award swear indict recover block clear cancel " +
	"deport extradite dissolve oust topple beat burst land install inaugurate recapture retake pardon freeze fine jail arrive return flee enter erupt " +
	"publish unveil file sever expel halt resume accept refuse agree confirm damage trigger topple loot burn torch evict demolish reject")

// papersOfRule are what the present tense says of as long as they hold: "the law bans barges".
var papersOfRule = set("law bill act rule order decree treaty pact deal agreement accord constitution policy clause measure plan ruling regulation charter code contract sanction")

// historical: the present tense tells as news what took place ("Five people are killed when a bus crashes"):
// a verb of what is over at once, of somebody named or told of, and no habit ("shells the town every night").
func (s *statuses) historical(i int32) bool {
	d := s.d
	if !punctual[d.Tokens[i].Lemma] || d.Tokens[i].XPOS == parse.XVBG {
		return false
	}
	if d.Tokens[i].XPOS != parse.XVBN && d.Child(i, parse.Aux, parse.AuxPass, parse.Cop) >= 0 { // "is weighing attacks", with a noun for a verb
		return false
	}
	n := d.Child(i, parse.Nsubj, parse.NsubjPass)
	if n < 0 || d.Tokens[n].UPOS == parse.PRON && d.Tokens[n].Lemma != "he" && d.Tokens[n].Lemma != "she" || s.question || papersOfRule[d.Tokens[n].Lemma] {
		return false
	}
	when := d.Tokens[i].Label == parse.Advcl && s.st[d.Tokens[i].Head].status == happened // "are killed when a bus crashes"
	for _, c := range d.Children(i) {
		if when && d.Tokens[c].Lemma == "when" {
			continue
		}
		switch d.Tokens[c].Lemma {
		case "often", "usually", "always", "sometimes", "never", "regularly", "typically", "generally", "currently", "now", "still", "daily", "do", "not", "if", "when", "whenever":
			return false
		}
		for _, k := range d.Children(c) {
			switch d.Tokens[k].Lemma {
			case "every", "each", "any", "per":
				return false
			}
		}
	}
	return true
}

// futurate: a present progressive that tells of the future: "is going to", "is leaving on Monday".
func (s *statuses) futurate(i int32) bool {
	d := s.d
	switch d.Tokens[i].Lemma {
	case "go":
		if x := d.Child(i, parse.Xcomp); x >= 0 && d.Child(x, parse.Mark) >= 0 {
			return true
		}
	case "come", "leave", "meet", "arrive", "return", "travel", "fly", "visit", "hold", "have", "take", "move", "attend", "start":
	default:
		return false
	}
	for _, c := range d.Children(i) {
		switch d.Tokens[c].Lemma {
		case "tomorrow", "soon", "next", "later":
			return true
		}
		if l := d.Tokens[c].Label; l == parse.Obl || l == parse.OblUnmarked {
			for _, k := range d.Children(c) {
				if lm := d.Tokens[k].Lemma; lm == "next" || lm == "coming" || lm == "tomorrow" {
					return true
				}
			}
		}
	}
	return false
}

// applyModal sets the status that modal m gives, with "have" and a participle where perfect.
func (o *own) applyModal(m *modal, perfect bool) {
	o.status = m.plain
	if perfect {
		o.status, o.cert = m.perfect, max(o.cert, m.cert)
		if o.neg && m.perfect == didNotHappen { // "would not have left": they did
			o.status, o.neg, o.cert = happened, false, probable
		}
		return
	}
	if o.neg && m.negated != open {
		o.status = m.negated
	}
}

// adverb reads one dependent that can negate or hedge.
func (s *statuses) adverb(o *own, c int32) {
	k := &s.d.Tokens[c]
	switch k.Lemma {
	case "not", "n't", "never", "nor", "neither", "nt", "no":
		if k.Label == parse.CC && k.Lemma != "nor" || k.Label == parse.Discourse || k.Lemma == "no" && k.Label != parse.Advmod {
			return
		}
		if int(c)+1 < len(s.d.Tokens) {
			switch s.d.At(c + 1).Lemma {
			case "only", "just", "merely", "simply", "necessarily": // "not only struck but …"
				return
			}
		}
		o.neg = !o.neg
		o.note(c)
	case "nearly", "almost":
		if k.Label == parse.Advmod && c+1 == k.Head && s.d.Tokens[k.Head].UPOS == parse.VERB { // "nearly resigned", but "killed nearly 100"
			o.neg = !o.neg
			o.note(c)
		}
	case "hardly", "scarcely", "nowhere":
		o.neg = !o.neg
		o.note(c)
	case "long", "longer": // "no longer"
		for _, g := range s.d.Children(c) {
			if s.d.Tokens[g].Lemma == "no" {
				o.neg = !o.neg
				o.note(c)
			}
		}
	case "why", "how", "when", "where":
		o.when = true
	default:
		if h, ok := hedges[k.Lemma]; ok && k.UPOS == parse.ADV {
			o.cert = max(o.cert, h)
			o.alleged = o.alleged || allegedly[k.Lemma]
			o.note(c)
		}
	}
}

// nothing is the token that makes participant c a negation ("no boat", "nobody", "neither side"), or -1.
func (s *statuses) nothing(c int32) int32 {
	switch s.d.Tokens[c].Lemma {
	case "nobody", "nothing", "none", "neither":
		return c
	case "one":
		if k := s.d.Children(c); len(k) > 0 && s.d.Tokens[k[0]].Lemma == "no" {
			return k[0]
		}
	}
	for _, k := range s.d.Children(c) {
		if t := &s.d.Tokens[k]; t.Label == parse.Det && (t.Lemma == "no" || t.Lemma == "neither") && !(k > 0 && determined[strings.ToLower(s.d.Word(k-1))]) {
			return k // but not of "the no side", "a no vote"
		}
	}
	return -1
}

// determined are words after which "no" is a name for a side.
var determined = set("the a their its our")

// predictive: "will" here foretells and does not plan: a state, or a change nobody brings about.
func (s *statuses) predictive(i int32) bool {
	d := s.d
	if t := &d.Tokens[i]; t.UPOS != parse.VERB || changes[t.Lemma] && d.Child(i, parse.AuxPass) < 0 {
		return true
	}
	if n := d.Child(i, parse.Nsubj, parse.NsubjPass); n >= 0 && d.Tokens[n].Lemma == "there" {
		return true
	}
	return false
}
