package read

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/internal/learn"
	"sayso/parse"
)

// events finds what happens or may, from statements, times and places already in m: every verb, every
// predicate of another kind ("is ready") and every noun of data/triggers.tsv is the trigger of one event.
func events(m *Mentions) []Event {
	f := newEventFinder(m)
	n := 0
	for i := range f.d.Tokens {
		if f.trigger(int32(i)) {
			n++
		}
	}
	out := make([]Event, 0, n)
	for i := range f.d.Tokens {
		if f.trigger(int32(i)) {
			out = append(out, f.event(int32(i)))
		}
	}
	f.locate(out)
	f.background(out)
	f.intervals(out)
	for i := range out {
		out[i].Own = f.own(&out[i])
	}
	return out
}

// An eventFinder holds what the search for events in one article needs.
type eventFinder struct {
	m      *Mentions
	d      *parse.Doc
	s      *statuses
	cues   []bool // by token: it heads the cue of a statement
	types  *learn.Linear
	typer  *typer
	judge  *judge
	within []int32 // by token: index of the innermost statement whose content holds it, or -1
	first  int32   // the sentence that the report opens with
}

func newEventFinder(m *Mentions) *eventFinder {
	cues := make([]bool, len(m.Doc.Tokens))
	for k := range m.Statements {
		if h := m.Statements[k].CueHead; h >= 0 {
			cues[h] = true
		}
	}
	f := &eventFinder{m: m, d: m.Doc, s: newStatuses(m.Doc, cues), cues: cues, types: loadTypes(), within: statementOf(m), first: opening(m.Doc)}
	f.typer = &typer{f: f}
	f.judge = newJudge(f)
	return f
}

// trigger: token i names an event.
func (f *eventFinder) trigger(i int32) bool {
	t := &f.d.Tokens[i]
	if underWay(f.d, i) {
		return false
	}
	switch t.UPOS {
	case parse.VERB:
		switch t.Label {
		case parse.Case, parse.Mark, parse.Fixed, parse.Aux, parse.AuxPass, parse.Cop, parse.Flat, parse.CompoundPrt:
			return false
		case parse.Amod:
			return !described(f.d, i) && (eventVerb(t.Lemma) || t.XPOS == parse.XVBN || t.XPOS == parse.XVBD || t.XPOS == parse.XVBG)
		}
		return true
	case parse.NOUN:
		if t.Label == parse.Flat || t.Label == parse.Fixed {
			return false
		}
		if t.Label == parse.Compound && t.Head >= 0 && !eventNoun(f.d.Tokens[t.Head].Lemma) { // "the carrier strike group"
			return false
		}
		if eventNoun(t.Lemma) || eventNoun(f.compound(i)) {
			return !f.faction(i) && !f.ofCourt(i)
		}
		return f.s.predicate(i) || f.weighed(i)
	case parse.AUX:
		return t.Label != parse.Aux && t.Label != parse.AuxPass && t.Label != parse.Cop
	case parse.PROPN:
		return f.s.verbish(i)
	case parse.PUNCT, parse.SYM, parse.X, parse.SCONJ, parse.CCONJ, parse.DET, parse.PART, parse.PRON:
		return false // "it was hers", "the “Gate”, and that it held"
	}
	return f.s.predicate(i) || t.UPOS == parse.ADJ && f.weighed(i)
}

// faction: "the opposition" is a party, but for that to something; so is a mission or a prosecution that does something, and a news conference is where things
// are said.
func (f *eventFinder) faction(i int32) bool {
	d := f.d
	switch t := &d.Tokens[i]; t.Lemma {
	case "mission", "prosecution":
		if t.Label == parse.Nsubj && t.Head >= 0 && d.Tokens[t.Head].UPOS == parse.VERB && !noDeed[d.Tokens[t.Head].Lemma] {
			return true
		}
	case "conference":
		if c := d.Child(i, parse.Compound); c >= 0 && (d.Tokens[c].Lemma == "news" || d.Tokens[c].Lemma == "press") {
			return true
		}
	}
	return f.d.Tokens[i].Lemma == "opposition" && f.d.Child(i, parse.Nmod, parse.ACL, parse.NmodPoss) < 0
}

// noDeed are verbs of what befalls a mission or a prosecution, which make no party of it.
var noDeed = set("begin start end continue last collapse resume rest follow take be become remain cost")

// ofCourt: the "Appeal" of "Court of Appeal" is part of a name.
func (f *eventFinder) ofCourt(i int32) bool {
	return i > 1 && f.d.Word(i-1) == "of" && strings.EqualFold(f.d.Word(i-2), "court")
}

// described: an adjective made of a participle that names no event of its own: "the armed men", "the proposed law".
func described(d *parse.Doc, i int32) bool {
	if find(signatures['a'][d.Word(i)], frameMod, "") != nil { // "alleged smugglers"
		return true
	}
	h := d.Tokens[i].Head
	return h >= 0 && eventNoun(d.Tokens[h].Lemma)
}

// compound is the lemma of a two-word noun that ends in i: "air strike", or "".
func (f *eventFinder) compound(i int32) string {
	if i == 0 || f.d.At(i-1).Sentence != f.d.Tokens[i].Sentence || f.d.At(i-1).Head != i {
		return ""
	}
	return compounds[pair{f.d.At(i - 1).Lemma, f.d.Tokens[i].Lemma}]
}

// event is the event whose trigger is token i.
func (f *eventFinder) event(i int32) Event {
	st := &f.s.st[i]
	e := Event{Trigger: f.span(i), Head: i, Negated: st.neg, Status: st.status.String(), Certainty: f.judge.certainty(i).String(), Statement: int(f.within[i])}
	e.Path = f.s.path(i)
	e.Type, e.Mode = f.typeOf(i)
	if root, mode := f.orderedMove(i); root != "" && e.Status == happened.String() {
		e.Type, e.Mode, e.Status = root, mode, ordered.String()
	} else if f.forcesMove(i) {
		e.Type, e.Mode = "MOBILIZE", "troops"
	}
	if f.d.Tokens[i].UPOS == parse.NOUN && !f.s.predicate(i) {
		e.Actors, e.Targets = f.nounRoles(i, e.Type)
	} else if n := f.casualties(i); n >= 0 {
		e.Targets = f.add(nil, n)
	} else {
		e.Actors, e.Targets = f.verbRoles(i)
	}
	if a, ok := f.s.charged[i]; ok && a.who >= 0 {
		e.Actors = f.add(nil, a.who) // "accused the army of having killed", "blamed the rebels for the attack"
	}
	if c := f.seized(i); c >= 0 {
		e.Targets = f.add(nil, c)
	}
	e.Actors, e.Targets = f.told(&e, e.Actors), f.told(&e, e.Targets)
	e.Orderers = f.orderers(i, e.Actors)
	e.Lead, e.Aside = f.leads(i), f.aside(i)
	e.Salient = f.salient(&e)
	return e
}

// told leaves out of the participants of e who only tells of it: "The flood swept the camp, killing nine people, residents said".
func (f *eventFinder) told(e *Event, list []int32) []int32 {
	if e.Statement < 0 {
		return list
	}
	who := f.m.Statements[e.Statement].Source
	return slices.DeleteFunc(list, func(c int32) bool {
		return len(who) > 0 && who[0].Start > e.Trigger.Start && inside(who, int(f.d.Tokens[c].Start))
	})
}

// span is the words of the trigger: with its particle where that follows at once ("cut off").
func (f *eventFinder) span(i int32) article.Span {
	if p := f.d.Child(i, parse.CompoundPrt); p == i+1 {
		return f.d.Range(i, p+1)
	}
	if f.compound(i) != "" {
		return f.d.Range(i-1, i+1)
	}
	return f.d.Span(i)
}

// salient: the event has a type or stands as more than told; words of saying, light verbs before an
// event noun ("held talks") and states are left to the full list.
func (f *eventFinder) salient(e *Event) bool {
	t := &f.d.Tokens[e.Head]
	if f.decides(e) || f.named(e.Head) || f.dismisses(e.Head) || f.callsOff(e) {
		return true
	}
	if f.cues[e.Head] && !rulings[t.Lemma] && e.Status != ordered.String() || f.forsworn(e) || t.Lemma == "cite" || f.known(e.Head) { // "Reuters reported, citing two officials familiar with the talks"
		return false
	}
	if f.completion(e.Head) || f.counts(e.Head) {
		return false
	}
	if e.Type != other {
		return true
	}
	if t.UPOS == parse.NOUN {
		return !f.s.predicate(e.Head)
	}
	if t.UPOS == parse.VERB && (f.happening(e.Head) || f.news(e)) {
		return true
	}
	if t.UPOS != parse.VERB || f.light(e.Head) || signatures['v'][t.Lemma] != nil && !f.concrete(e) {
		return false
	}
	switch parseStatus(e.Status) {
	case ordered, authorised, planned, considered, threatened, denied:
		return true
	}
	return false
}

// callsOff: a thing is called or put off: "organisers have called off the carnival".
func (f *eventFinder) callsOff(e *Event) bool {
	t := &f.d.Tokens[e.Head]
	return (t.Lemma == "call" || t.Lemma == "put") && t.UPOS == parse.VERB && len(e.Targets) > 0 && int(e.Head)+1 < len(f.d.Tokens) && strings.ToLower(f.d.Word(e.Head+1)) == "off"
}

// casualties is the number before a participle that stands for people, "received 17 bodies and 11 wounded", or -1: nobody in the clause did it.
func (f *eventFinder) casualties(i int32) int32 {
	d := f.d
	if i == 0 || d.Tokens[i].XPOS != parse.XVBN && d.Tokens[i].XPOS != parse.XVBD || d.Tokens[i].Label != parse.Conj || d.At(i-1).UPOS != parse.NUM || d.At(i-1).Sentence != d.Tokens[i].Sentence ||
		d.Child(i, parse.Obj, parse.Aux, parse.AuxPass, parse.Obl, parse.Advmod) >= 0 {
		return -1
	}
	return i - 1
}

// counts: the noun says how many and tells of nothing: "by 121 votes to 98".
func (f *eventFinder) counts(i int32) bool {
	t := &f.d.Tokens[i]
	return t.UPOS == parse.NOUN && (t.Lemma == "vote" || t.Lemma == "ballot") && f.d.Child(i, parse.Nummod) >= 0 && (t.Label == parse.Obl || t.Label == parse.OblAgent || t.Label == parse.Nmod)
}

// concrete: a verb that may embed an event has somebody or something for its object here, and no clause: "send inspectors to the mine".
func (f *eventFinder) concrete(e *Event) bool {
	return len(e.Targets) > 0 && !softVerbs[f.d.Tokens[e.Head].Lemma] && f.d.Child(e.Head, parse.Xcomp, parse.Ccomp) < 0
}

// orderedMove is the root and mode of what is ordered where forces are ordered somewhere without a verb for it: "ordered troops into Norland",
// "ordered the fleet home"; else "".
func (f *eventFinder) orderedMove(i int32) (root, mode string) {
	d := f.d
	o := d.Child(i, parse.Obj, parse.NsubjPass)
	if d.Tokens[i].Lemma != "order" || d.Tokens[i].UPOS != parse.VERB || o < 0 || !forces(d, o) || d.Child(i, parse.Xcomp, parse.Ccomp) >= 0 {
		return "", ""
	}
	for _, h := range [2]int32{i, o} {
		for _, c := range d.Children(h) {
			w := d.Tokens[c].Lemma
			if k := d.Child(c, parse.Case); k >= 0 {
				w = d.Tokens[k].Lemma
			}
			switch {
			case c < o:
			case slices.Contains([]string{"out", "home", "back", "off"}, w):
				return "RETREAT", "withdraw"
			case slices.Contains([]string{"into", "to", "onto", "across", "toward", "towards", "in"}, w):
				return "MOBILIZE", "troops"
			}
		}
	}
	return "", ""
}

// forcesMove: forces come to where they are sent: "the carrier arrived in the Gulf".
func (f *eventFinder) forcesMove(i int32) bool {
	s := f.d.Child(i, parse.Nsubj)
	return f.d.Tokens[i].UPOS == parse.VERB && arriving[f.d.Tokens[i].Lemma] && s >= 0 && forces(f.d, s) && f.d.Child(i, parse.Obl, parse.Advmod) >= 0
}

var arriving = set("arrive sail steam deploy")

// forces: the noun is one of forces that are sent: "troops", "the carrier".
func forces(d *parse.Doc, i int32) bool {
	return governed[pair{"send", strings.ToLower(d.Tokens[i].Lemma)}] != nil
}

// known: the noun is what a source is said to know of: "familiar with the talks", "with direct knowledge of the strike", "briefed on the raid".
func (f *eventFinder) known(i int32) bool {
	h := f.d.Tokens[i].Head
	if h < 0 || f.d.Tokens[i].UPOS != parse.NOUN {
		return false
	}
	switch f.d.Tokens[h].Lemma {
	case "familiar", "brief", "privy":
		return f.d.Child(i, parse.Case) > h
	case "knowledge":
		return f.d.Child(h, parse.Case) >= 0 && preposition(f.d, h) == "with"
	}
	return false
}

// rulings are words of saying that do what they say: who is charged is charged with something, and yet it is no report of it.
var rulings = set(`charge indict arraign sentence convict acquit veto pardon pass adopt enact ratify impose lift threaten`)

// news: a verb of the report's first sentence tells what was done to whom or what: "The town was flooded after engineers opened the gates".
func (f *eventFinder) news(e *Event) bool {
	t := &f.d.Tokens[e.Head]
	if t.Sentence != f.first || e.Negated || len(e.Targets) == 0 || softVerbs[t.Lemma] || f.light(e.Head) {
		return false
	}
	switch parseStatus(e.Status) {
	case happened, ongoing:
		return true
	}
	return false
}

// softVerbs say little of what was done, or tell how people speak, think and stand.
var softVerbs = set(`speak be have do get make take give go come put keep show see look know think want need try seem become begin start continue follow cause lead bring include mean face call name use say tell add note describe cite quote feel find believe hope expect leave let help hold set raise rise remain stand live work run play mark accord involve relate base concern prompt spark trigger draw reach hear contain own carry`)

// forsworn: an attack that somebody says will not come: "Neither side will target the other", "There will be no attack". It is
// no event of which anything could be told; that talks will not be held is one.
func (f *eventFinder) forsworn(e *Event) bool {
	if !e.Negated || e.Type != "ASSAULT" || e.Status != didNotHappen.String() {
		return false
	}
	for i, n := e.Head, 0; i >= 0 && n < 3; i, n = f.d.Tokens[i].Head, n+1 {
		if m := f.d.Child(i, parse.Aux); m >= 0 {
			switch f.d.Tokens[m].Lemma {
			case "will", "wo", "'ll", "shall", "would":
				return true
			}
			return false
		}
	}
	return false
}

// stopping are verbs after whose object it is no more: that talks were suspended is the event, not the talks.
var stopping = set(`stop halt suspend end pause cancel resume block delay postpone break`)

// light: the verb only carries an event noun: "held talks".
func (f *eventFinder) light(i int32) bool {
	if stopping[f.d.Tokens[i].Lemma] {
		return false
	}
	o := f.d.Child(i, parse.Obj, parse.NsubjPass)
	return o >= 0 && eventNoun(f.d.Tokens[o].Lemma)
}

// statementOf is, for each token, the index of the innermost statement whose content holds it, or -1.
// An inner statement's content is no longer than that of the one around it, so the longer are laid first.
func statementOf(m *Mentions) []int32 {
	d := m.Doc
	out := make([]int32, len(d.Tokens))
	length := make([]int, len(d.Tokens))
	for i := range out {
		out[i] = -1
	}
	for k := range m.Statements {
		content := m.Statements[k].Content
		n := 0
		for _, s := range content {
			n += s.End - s.Start
		}
		for _, s := range content {
			for i := d.TokenAt(s.Start); int(i) < len(d.Tokens) && int(d.Tokens[i].Start) < s.End; i++ {
				if out[i] < 0 || n <= length[i] {
					out[i], length[i] = int32(k), n
				}
			}
		}
	}
	return out
}
