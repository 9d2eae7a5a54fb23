package read

import (
	"strings"

	"sayso/parse"
)

// preposition is the first word that marks i's case, or "".
func preposition(d *parse.Doc, i int32) string {
	if c := d.Child(i, parse.Case, parse.Mark); c >= 0 {
		return d.Tokens[c].Lemma
	}
	return ""
}

// participant is the context of a noun, or of a gerund in a noun's place, under its governor.
func (s *statuses) participant(i int32) context {
	d := s.d
	t := &d.Tokens[i]
	h := t.Head
	g := s.st[h]
	if t.Label == parse.Nsubj && underWay(d, h) {
		if g.status.real() {
			return context{status: ongoing, cert: g.cert, up: h} // "Talks were already under way."
		}
		return context{status: g.status, cert: g.cert, neg: g.neg, up: h}
	}
	if d.Tokens[h].UPOS == parse.SCONJ && d.Tokens[h].Lemma == "if" { // a clause whose verb was taken for a noun: "if the fleet launches air strikes"
		return context{status: possible, cert: possibly, up: h}
	}
	if eventNoun(t.Lemma) {
		if st, ok := s.optional(i); ok {
			return context{status: st, neg: st == didNotHappen, up: -1}
		}
		if s.toChoose(i, h) {
			return context{status: considered, cert: g.cert, up: h}
		}
	}
	f, prep, ok := s.nounFrame(i, h)
	if !ok {
		return free
	}
	if f == frameCase && (prep == "of" || prep == "from") && outlived[d.Tokens[h].Lemma] && d.Tokens[h].UPOS == parse.NOUN && eventNoun(t.Lemma) {
		return context{status: happened, up: -1}
	}
	if f == frameCase {
		if c, ok := s.phrased(i); ok {
			return c
		}
	}
	if f == frameSubj && accusing[t.Lemma] && falsities[d.Tokens[h].Lemma] && g.status.real() {
		return context{status: happened, cert: g.cert, up: h} // charges that are baseless were brought
	}
	if c, ok := s.signed(i, h, f, prep); ok {
		return c
	}
	if c, ok := s.listed(i, h, f); ok {
		return c
	}
	if f == frameObj && accords[t.Lemma] && d.Tokens[h].Lemma == "accept" && g.status.real() {
		return context{status: planned, cert: g.cert, up: h} // whoever accepts a truce has agreed to it
	}
	if c, ok := s.raised(i, h); ok {
		return c
	}
	if f == frameCase {
		if c, ok := s.prepositional(i, prep, g); ok {
			return c
		}
	}
	return s.unsigned(i, h, f, prep)
}

// nounFrame is the frame in which noun i stands under h, with its preposition; false where it stands in none.
func (s *statuses) nounFrame(i, h int32) (f frame, prep string, ok bool) {
	d := s.d
	switch d.Tokens[i].Label {
	case parse.Nsubj, parse.OblAgent:
		return frameSubj, "", true
	case parse.Obl, parse.Nmod, parse.OblUnmarked, parse.NmodUnmarked:
		prep = preposition(d, i)
		if c := d.Child(i, parse.Case); c == h+1 && c == particle(d, h) && signatures['v'][d.Tokens[h].Lemma+" "+prep] != nil {
			return frameObj, "", true // "called off the strike"
		}
		return frameCase, prep, true
	case parse.Compound:
		return frameCase, "of", true // "strike plans" are plans of a strike
	case parse.Amod, parse.Advmod, parse.Case, parse.Mark, parse.Det, parse.NmodDesc, parse.Flat, parse.Fixed:
		return frameObj, "", false
	}
	return frameObj, "", true
}

// signed is the context of noun i by what the table says of its governor h, or of a noun that stands before its preposition.
func (s *statuses) signed(i, h int32, f frame, prep string) (context, bool) {
	d := s.d
	t := &d.Tokens[i]
	if lines := signaturesOf(d, h); lines != nil {
		e := find(lines, f, prep)
		if e == nil && t.Label == parse.Compound {
			e = find(lines, frameCase, "for")
		}
		if w := d.Word(i); e == nil && f == frameObj && len(w) > 5 && w[len(w)-3:] == "ing" { // "gave up fighting"
			e = find(lines, frameIng, "")
		}
		if e == nil && prep == "to" && s.barely(i) { // "your ability to campaign", with a noun for a verb
			e = find(lines, frameTo, "")
		}
		if e != nil && !s.knownBefore(e, h, i) {
			return s.embed(e, h, i, f), true
		}
	}
	if t.Label != parse.Obl {
		return context{}, false
	}
	if e, n := s.before(d.Child(i, parse.Case, parse.Mark), h, frameCase); e != nil {
		return s.embed(e, n, i, f), true
	}
	if n := d.Child(h, parse.NsubjPass); n >= 0 && (!s.definite(i) || d.Child(i, parse.NmodPoss) >= 0) { // "No decision has been made on strikes", "A warrant was issued for his arrest"
		if e := find(signaturesOf(d, n), f, prep); e != nil && e.holds.kind == named && eventNoun(t.Lemma) {
			return s.embed(e, h, i, f), true
		}
	}
	return context{}, false
}

// knownBefore: noun i is told of as known, so that line e of h says nothing of whether it came about: "announced the death of the
// guard", "accused them of the attack".
func (s *statuses) knownBefore(e *signature, h, i int32) bool {
	lemma := s.d.Tokens[i].Lemma
	if e.lemma == "announce" && befallen[lemma] {
		return true
	}
	told := e.fresh || e.lemma == "announce" && !coming[lemma] || alleging[e.lemma] || s.st[h].mere
	return told && s.definite(i)
}

// unsigned is the context of noun i under h where nothing but the standing of h says it.
func (s *statuses) unsigned(i, h int32, f frame, prep string) context {
	d := s.d
	t, g := &d.Tokens[i], s.st[h]
	if g.status == didNotHappen && f == frameObj && !s.definite(i) && d.Tokens[h].UPOS == parse.VERB {
		return context{status: didNotHappen, neg: true, up: h}
	}
	if g.status == denied && s.such(i) {
		return context{status: unknown, up: h} // "denied that they had discussed such strikes"
	}
	if g.status.real() && f == frameObj && s.putTo(h) {
		return context{status: planned, cert: g.cert, up: h}
	}
	if g.status.real() || g.status == didNotHappen || g.status == denied {
		return context{status: happened, cert: g.cert, up: h}
	}
	if f == frameSubj && occurring[d.Tokens[h].Lemma] && d.Tokens[h].UPOS == parse.VERB && eventNoun(t.Lemma) && g.status != open {
		return context{status: g.status, cert: g.cert, neg: g.neg, up: h} // "The attacks could come within days"
	}
	definite := s.definite(i)
	if definite && f == frameObj && d.Tokens[h].UPOS == parse.VERB && d.Child(i, parse.NmodPoss) < 0 { // "vowed to avenge the killing"
		return context{status: happened, cert: probable, up: -1}
	}
	if definite && (f == frameSubj || f == frameCase && (prep != "of" || d.Tokens[h].UPOS == parse.VERB)) {
		return context{status: happened, up: -1} // "called for an inquiry into the attack": it is spoken of as known
	}
	return context{status: g.status, cert: g.cert, neg: g.neg && !definite, up: h}
}

// outlived are nouns of what there is only once something took place: "searched for survivors of the blast", "wanted to visit the scene of the crash".
var outlived = set("survivor victim casualty aftermath scene site wreckage anniversary survivors victims")

// coming are nouns for what is announced before it takes place, though it is spoken of as known: "announced the transfer of the licences".
var coming = set("transfer reopening opening closure withdrawal evacuation deployment construction creation expansion return sale purchase election summit talk " +
	"meeting visit trip merger referendum vote resumption")

// befallen are nouns for what nobody announces before it took place: "announced two arrests".
var befallen = set("arrest death breach loss killing discovery seizure injury explosion crash outbreak leak theft casualty victory defeat capture")

// barely: noun i has nothing of a noun about it but its tag.
func (s *statuses) barely(i int32) bool {
	t := &s.d.Tokens[i]
	return t.UPOS == parse.NOUN && t.XPOS != parse.XNNS && knownVerb(t.Lemma) && s.d.Child(i, parse.Det, parse.Amod, parse.NmodPoss, parse.Nummod, parse.Compound) < 0
}

// before is what the noun right before the preposition or "to" at token c says of what follows, or nil, where the tree hangs that on the verb h:
// "gave orders for a raid", "got the go-ahead to strike"; and the noun, or the verb where the noun is no noun to the tree.
func (s *statuses) before(c, h int32, f frame) (*signature, int32) {
	d := s.d
	if c < 3 || d.Tokens[c-3].Sentence != d.Tokens[c].Sentence {
		return nil, -1
	}
	noun := d.At(c - 1).Lemma
	switch {
	case noun == "ahead" && d.Word(c-2) == "-" && d.Tokens[c-3].Lemma == "go":
		noun = "go-ahead"
	case noun == "light" && d.At(c-2).Lemma == "green":
		noun = "green light"
	case d.At(c-1).UPOS != parse.NOUN || f == frameTo: // the tree has it, and what stands above it
		return nil, -1
	}
	if e := find(signatures['n'][noun], f, d.Tokens[c].Lemma); e != nil && (e.holds.kind == named || e.holds.kind == opposite) {
		if d.At(c-1).UPOS == parse.NOUN && d.At(c-1).Head == h && c-1 > h {
			h = c - 1
		}
		return e, h
	}
	return nil, -1
}

// listing are verbs that say what a plan has in it.
var listing = set("include comprise feature involve contain entail envisage envision range span")

// listed: the event noun i is what a plan holds, and stands as that does: "the options include air strikes", "the plans range from strikes to a blockade".
func (s *statuses) listed(i, h int32, f frame) (context, bool) {
	d := s.d
	if !listing[d.Tokens[h].Lemma] || d.Tokens[h].UPOS != parse.VERB || f == frameSubj {
		return context{}, false
	}
	plan := d.Child(h, parse.Nsubj)
	if o := d.Tokens[h].Head; plan < 0 && o >= 0 && (d.Tokens[h].Label == parse.Parataxis || d.Tokens[h].Label == parse.Dep) && d.Tokens[o].XPOS == parse.XVBN { // "The options, drawn up by the army, include strikes"
		plan = d.Child(o, parse.Nsubj)
	}
	if plan < 0 || d.Tokens[plan].UPOS != parse.NOUN {
		return context{}, false
	}
	lines := signatures['n'][d.Tokens[plan].Lemma]
	for _, prep := range []string{"of", "for"} {
		if e := find(lines, frameCase, prep); e != nil && e.holds.kind == named && !e.holds.status.real() {
			return s.embed(e, plan, i, f), true
		}
	}
	return context{}, false
}

// optional: the words after the noun i say that it is one of the things that could be chosen, is being prepared, or is neither: "strikes on land remain
// an option", "a blockade is among the options", "a ban is in the works", "strikes are not on the table". The words decide and not the tree, which seldom
// has such sentences right.
func (s *statuses) optional(i int32) (status, bool) {
	d := s.d
	end := min(int32(len(d.Tokens)), d.Sentences[d.Tokens[i].Sentence].End)
	be := i + 1
	for ; be < min(end, i+10) && !linking[d.Tokens[be].Lemma]; be++ {
		switch d.Tokens[be].UPOS {
		case parse.NOUN, parse.PROPN, parse.ADJ, parse.DET, parse.ADP, parse.NUM, parse.CCONJ:
		default:
			return open, false
		}
	}
	chosen := considered
	for k := be + 1; k < min(end, be+7); k++ {
		t := &d.Tokens[k]
		switch {
		case t.Lemma == "option", t.Lemma == "table" && d.Word(k-1) == "the" && d.Word(k-2) == "on":
			return chosen, true
		case (d.Word(k) == "works" || d.Word(k) == "pipeline" || d.Word(k) == "offing") && d.Word(k-1) == "the" && d.Word(k-2) == "in":
			if chosen == considered {
				return planned, true
			}
			return chosen, true
		case t.Lemma == "not" || t.Lemma == "no" || t.Lemma == "never":
			chosen = didNotHappen
		case t.UPOS == parse.VERB || t.UPOS == parse.PUNCT:
			return open, false
		}
	}
	return open, false
}

// toChoose: noun i is a measure that whoever is named with the verb h has not decided on: "is studying a ban on barges", "is looking into a sale".
func (s *statuses) toChoose(i, h int32) bool {
	d := s.d
	if h < 0 || d.Tokens[h].UPOS != parse.VERB || !s.st[h].status.real() || s.definite(i) || !measures[d.Tokens[i].Lemma] {
		return false
	}
	switch prep := preposition(d, i); d.Tokens[h].Lemma {
	case "study", "examine", "discuss", "debate", "assess":
		return prep == "" && d.Tokens[i].Label == parse.Obj
	case "look":
		return prep == "into" || prep == "at"
	}
	return false
}

// measures are nouns for what somebody in power decides on.
var measures = set("ban prohibition embargo tariff moratorium sanction boycott increase cut sale purchase merger takeover acquisition buyout closure withdrawal deployment " +
	"evacuation transfer relocation release swap exchange truce ceasefire pullout lockdown curfew suspension reopening bailout referendum blockade restriction move")

// putTo: the verb h puts its object to another day: "moved the launch to Saturday", "was shifted to June 4".
func (s *statuses) putTo(h int32) bool {
	d := s.d
	switch d.Tokens[h].Lemma {
	case "move", "shift", "set", "fix":
	default:
		return false
	}
	for k := h + 1; k < min(int32(len(d.Tokens))-1, h+8); k++ {
		if w := d.Word(k); (w == "to" || w == "for") && (isDay(d.Word(k+1)) || months[strings.ToLower(d.Word(k+1))] || d.Tokens[k+1].Lemma == "noon") {
			return true
		}
	}
	return false
}

// linking are verbs that say what something is.
var linking = set("be remain stay become")

// accusing are nouns for what is said of somebody, which was said though it is false.
var accusing = set(`charge accusation allegation claim complaint lawsuit indictment`)

// accords are what sides agree to.
var accords = set(`ceasefire cease-fire truce armistice deal agreement accord pact treaty plan proposal`)

// such: the noun is of a kind and none that was: "such strikes", "any strike".
func (s *statuses) such(i int32) bool {
	for _, c := range s.d.Children(i) {
		if l := s.d.Tokens[c].Lemma; (l == "such" || l == "any") && c < i {
			return true
		}
	}
	return false
}

// occurring are verbs that say of what happens only that it does.
var occurring = set("come happen occur begin start proceed commence unfold")

// underWay: token i says of its subject that it is going on: "is underway", "were under way".
func underWay(d *parse.Doc, i int32) bool {
	switch d.Tokens[i].Lemma {
	case "underway":
		return true
	case "way":
		return i > 0 && d.At(i-1).Lemma == "under"
	}
	return false
}

// raised: the event noun i is the subject of a word that foretells or plans what its infinitive says of
// it: "the talks are set to begin", "a vote is likely to follow".
func (s *statuses) raised(i, h int32) (context, bool) {
	d := s.d
	if l := d.Tokens[i].Label; l != parse.NsubjPass && (l != parse.Nsubj || d.Tokens[h].UPOS != parse.ADJ) || d.Child(h, parse.Xcomp) < 0 {
		return context{}, false
	}
	e := find(signaturesOf(d, h), frameTo, "")
	if e == nil || e.holds.kind != named || !eventNoun(d.Tokens[i].Lemma) {
		return context{}, false
	}
	return s.embed(e, h, i, frameTo), true
}

// prepositional is what a preposition says of the event after it, where it says anything.
func (s *statuses) prepositional(i int32, prep string, g standing) (context, bool) {
	c := s.d.Child(i, parse.Case)
	switch prep {
	case "after", "since", "following", "during", "amid", "despite", "amidst", "because", "due", "over", "from", "until", "in":
		if g.status.real() || s.definite(i) || (prep == "after" || prep == "following") && c > 0 && s.d.At(c-1).UPOS == parse.PUNCT { // "agreed to resume talks, after days of fighting"
			return context{status: happened, up: -1}, true
		}
	case "before":
		if g.status.real() && g.status != ongoing {
			return context{status: happened, up: -1}, true
		}
		return context{status: planned, cert: probable, up: c}, true
	case "for":
		if g.status.real() && !s.definite(i) && s.d.Tokens[s.d.Tokens[i].Head].UPOS == parse.VERB {
			return context{status: planned, cert: probable, up: c}, true
		}
	}
	return context{}, false
}

// definite: the noun is introduced as known: "the strike", "its strikes", "these talks", a name.
func (s *statuses) definite(i int32) bool {
	if s.d.Tokens[i].UPOS == parse.PROPN {
		return true
	}
	for _, c := range s.d.Children(i) {
		k := &s.d.Tokens[c]
		switch k.Label {
		case parse.Det:
			switch k.Lemma {
			case "the", "this", "that", "these", "those", "both":
				return true
			}
		case parse.NmodPoss:
			return true
		}
	}
	return false
}

// nominal is the standing of a token that heads no clause, in context c: an event noun stands as the
// words above it say, unless an adjective or a determiner of its own says otherwise.
func (s *statuses) nominal(i int32, c context) standing {
	d := s.d
	st := standing{status: c.status, cert: c.cert, neg: c.neg, undone: c.undone, up: c.up, by: [4]int32{-1, -1, -1, -1}}
	if st.status == open {
		st.status = happened
	}
	if d.Tokens[i].Label == parse.Conj && d.Tokens[i].Head >= 0 && c == s.ctx[d.Tokens[i].Head] && !s.st[d.Tokens[i].Head].tensed {
		h := d.Tokens[i].Head
		st.status, st.cert, st.neg, st.up = s.st[h].status, s.st[h].cert, s.st[h].neg, h
	}
	for _, k := range d.Children(i) {
		t := &d.Tokens[k]
		switch t.Label {
		case parse.Det:
			switch t.Lemma {
			case "no", "neither":
				if st.status != didNotHappen {
					st.neg = !st.neg
					st.note(k)
				}
			case "any":
				if st.status.real() {
					st.status, st.cert = possible, possibly
					st.note(k)
				}
			}
		case parse.Amod, parse.Advmod, parse.Compound:
			if t.Label == parse.Advmod && (t.Lemma == "not" || t.Lemma == "never") {
				st.neg = !st.neg
				st.note(k)
				continue
			}
			s.modified(&st, k)
		}
	}
	return finish(st)
}

// spoken are verbs whose participle says that something was asked for or reached, and not that it is open:
// "the negotiated truce", "the wanted men".
var spoken = map[string]bool{"negotiate": true, "demand": true, "require": true, "want": true, "seek": true, "need": true, "announce": true, "offer": true, "favour": true, "favor": true, "readie": true}

// modified applies an adjective or participle k on a noun: "a possible strike", "the cancelled talks".
func (s *statuses) modified(st *standing, k int32) {
	lines := signatures['a'][s.d.Tokens[k].Lemma]
	e := find(lines, frameMod, "")
	if e == nil {
		lines = signatures['a'][s.d.Word(k)]
		e = find(lines, frameMod, "")
	}
	if e == nil && s.d.Tokens[k].Label == parse.Compound && s.d.Child(k, parse.Cop, parse.Aux) >= 0 { // "had been weighing strikes", with a noun for a verb
		e = find(signaturesOf(s.d, k), frameObj, "")
	}
	if e == nil && s.d.Tokens[k].XPOS == parse.XVBN {
		if e = find(signatures['v'][s.d.Tokens[k].Lemma], frameObj, ""); e != nil && (e.holds.kind == itself || spoken[e.lemma]) {
			e = nil
		}
	}
	if e == nil || e.lemma == "failed" && s.d.Tokens[k].Head >= 0 && trials[s.d.Tokens[s.d.Tokens[k].Head].Lemma] {
		return
	}
	st.note(k)
	switch ef := e.holds; ef.kind {
	case opposite:
		if st.status.real() {
			st.neg = true
		}
	case itself:
		st.cert = max(st.cert, ef.cert)
	case named:
		if st.status.real() {
			st.status, st.cert = ef.status, max(st.cert, ef.cert)
		}
	}
}

// trials are what takes place also where it is failed: "hid failed tests", "a failed inspection".
var trials = map[string]bool{"test": true, "testing": true, "inspection": true, "check": true, "audit": true, "exam": true, "examination": true, "sample": true, "screening": true, "assessment": true, "review": true}
