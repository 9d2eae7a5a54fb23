package read

import (
	"sayso/internal/learn"
	"sayso/parse"
)

// Templates of the features that the certainty of an event is learned from.
const (
	certLemma uint32 = iota + 1
	certTag
	certClass
	certLabel
	certRule
	certBy
	certUp
	certAux
	certForm
	certVerb
	certSubject
	certObject
	certChild
	certHead
	certHeadRule
	certFrame
	certPath
	certAbove
	certSentence
	certNear
	certBefore
	certAfter
	certCue
	certConj
	certPair
	certWho
	certRegister
)

// A certaintyFeaturer makes the features of tokens; its buffer is used again from token to token.
type certaintyFeaturer struct {
	f   *eventFinder
	d   *parse.Doc
	out []uint32

	register string   // of the whole text
	sentence int32    // the one that whole holds
	whole    []uint32 // features of the sentence at hand
}

func (c *certaintyFeaturer) add(template uint32, value string) {
	c.out = append(c.out, learn.Mix(template, learn.Hash(value)))
}

func (c *certaintyFeaturer) pair(template uint32, a, b string) {
	c.out = append(c.out, learn.Mix(learn.Mix(template, learn.Hash(a)), learn.Hash(b)))
}

func (c *certaintyFeaturer) three(template uint32, a, b, e string) {
	c.out = append(c.out, learn.Mix(learn.Mix(learn.Mix(template, learn.Hash(a)), learn.Hash(b)), learn.Hash(e)))
}

// features are those of token i.
func (c *certaintyFeaturer) features(i int32) []uint32 {
	c.out = c.out[:0]
	c.self(i)
	c.around(i)
	c.above(i)
	c.company(i)
	c.ofSentence(i)
	c.add(certRegister, c.register)
	c.pair(certRegister+100, c.register, standingName(&c.f.s.st[i]))
	return c.out
}

// registerOf is how a text speaks: how long it is, whether it cites, and how often it says "I" and "you" in
// its own voice. A report of many sentences that cites others and speaks of nobody in the room is news.
func registerOf(f *eventFinder) string {
	d := f.d
	size, close := "one", 0
	switch n := len(d.Sentences); {
	case n > 3:
		size = "many"
	case n > 1:
		size = "few"
	}
	for i := range d.Tokens {
		switch t := &d.Tokens[i]; t.Lemma {
		case "I", "i", "you", "we", "my", "your", "our", "me", "us":
			if t.UPOS == parse.PRON && f.within[i] < 0 {
				close++
			}
		}
	}
	switch {
	case close*3 > len(d.Sentences):
		size += " close"
	case close > 0:
		size += " near"
	}
	if len(f.m.Statements) > 0 {
		size += " cites"
	}
	return size
}

// standings are the names of what the rules say of an event, made once: by status, certainty and negation.
var standings = func() (out [len(statusNames)][3][2]string) {
	for s := range out {
		for c := range out[s] {
			n := statusNames[s] + "/" + certaintyNames[c]
			out[s][c] = [2]string{n, n + "/neg"}
		}
	}
	return out
}()

func standingName(st *standing) string {
	if st.neg {
		return standings[st.status][st.cert][1]
	}
	return standings[st.status][st.cert][0]
}

// whoIs is what kind of phrase token s heads: a pronoun by itself, "name", or a noun with its number and determiner.
func whoIs(d *parse.Doc, s int32) string {
	if s < 0 {
		return "none"
	}
	t := &d.Tokens[s]
	switch t.UPOS {
	case parse.PRON:
		return t.Lemma
	case parse.PROPN:
		return "name"
	case parse.NOUN:
		n := "noun"
		if t.XPOS == parse.XNNS {
			n = "nouns"
		}
		if k := d.Child(s, parse.Det, parse.NmodPoss); k >= 0 {
			if d.Tokens[k].Label == parse.Det {
				return n + " " + d.Tokens[k].Lemma
			}
			return n + " poss"
		}
		return n
	}
	return t.UPOS.String()
}

// self adds the word and what the rules say of it.
func (c *certaintyFeaturer) self(i int32) {
	rule := standingName(&c.f.s.st[i])
	c.word(i)
	c.ruled(i, rule)
	form := c.verbForm(i)
	c.add(certVerb, form)
	c.pair(certVerb+100, form, c.d.Tokens[i].Lemma)
	c.pair(certVerb+200, form, rule)
	c.participants(i, form, rule)
	fr, prep := c.f.s.form(i)
	c.pair(certFrame, string('a'+rune(fr)), prep)
	if c.f.s.own(i).when {
		c.add(certFrame, "when")
	}
}

// word adds the word as it stands.
func (c *certaintyFeaturer) word(i int32) {
	t, w := &c.d.Tokens[i], c.d.Word(i)
	c.add(certLemma, t.Lemma)
	c.add(certTag, t.XPOS.String())
	c.add(certLabel, t.Label.String())
	c.add(certTag+100, t.UPOS.String())
	if cl := parse.Class(w); cl > 0 {
		c.out = append(c.out, learn.Mix(certClass, cl))
	}
	if len(w) > 3 {
		c.add(certLemma+100, w[len(w)-3:])
	}
}

// ruled adds what the rules say of the word, by which words, and whether it is a clause's or an event's.
func (c *certaintyFeaturer) ruled(i int32, rule string) {
	d, t, st := c.d, &c.d.Tokens[i], &c.f.s.st[i]
	c.add(certRule, st.status.String())
	c.add(certRule+1000, st.cert.String())
	c.add(certRule+100, rule)
	c.pair(certRule+200, rule, t.Lemma)
	c.pair(certRule+300, rule, t.XPOS.String()+t.Label.String())
	c.add(certRule+400, c.f.s.ctx[i].status.String())
	for _, b := range st.by {
		if b >= 0 {
			c.add(certBy, d.Tokens[b].Lemma)
			c.pair(certBy+100, rule, d.Tokens[b].Lemma)
		}
	}
	if st.up >= 0 {
		c.add(certUp, d.Tokens[st.up].Lemma)
		c.pair(certUp+100, rule, d.Tokens[st.up].Lemma)
	}
	kind := "noun"
	if c.f.s.predicate(i) {
		kind = "clause"
	}
	if c.f.trigger(i) {
		kind += " event"
	}
	c.add(certForm, kind)
}

// verbForm is the word's form with its auxiliaries and what opens its clause; the auxiliaries are added by themselves too.
func (c *certaintyFeaturer) verbForm(i int32) string {
	form := ""
	for _, k := range c.d.Children(i) {
		switch u := &c.d.Tokens[k]; u.Label {
		case parse.Aux, parse.AuxPass, parse.Cop:
			form += u.Lemma + "_" + u.XPOS.String() + " "
			c.add(certAux, u.Lemma)
		case parse.Mark:
			form += "(" + u.Lemma + ") "
		}
	}
	return form + c.d.Tokens[i].XPOS.String()
}

// participants adds the subject and the object.
func (c *certaintyFeaturer) participants(i int32, form, rule string) {
	d, t := c.d, &c.d.Tokens[i]
	s := d.Child(i, parse.Nsubj, parse.NsubjPass, parse.Csubj)
	who := whoIs(d, s)
	if s >= 0 {
		c.add(certSubject, d.Tokens[s].Lemma)
		c.pair(certPair, d.Tokens[s].Lemma, t.Lemma)
	}
	c.add(certWho, who)
	c.pair(certWho+100, who, form)
	c.pair(certWho+200, who, rule)
	o := d.Child(i, parse.Obj)
	c.add(certWho+300, whoIs(d, o))
	c.pair(certWho+400, whoIs(d, o), rule)
	if o >= 0 {
		c.add(certObject, d.Tokens[o].Lemma)
		c.pair(certPair+100, d.Tokens[o].Lemma, t.Lemma)
	}
}

// around adds the dependents.
func (c *certaintyFeaturer) around(i int32) {
	d := c.d
	n := 0
	for _, k := range d.Children(i) {
		u := &d.Tokens[k]
		if u.Label == parse.Punct {
			c.add(certChild+500, d.Word(k))
			continue
		}
		n++
		c.add(certChild, u.Label.String())
		c.pair(certChild+100, u.Label.String(), u.Lemma)
		switch u.Label {
		case parse.Obl, parse.Nmod:
			p := preposition(d, k)
			c.add(certChild+200, p)
			c.pair(certChild+300, p, u.Lemma)
			if cl := parse.Class(d.Word(k)); cl > 0 {
				c.out = append(c.out, learn.Mix(certChild+800, cl))
			}
		case parse.Advcl, parse.Ccomp, parse.Xcomp, parse.ACL, parse.Conj:
			if m := d.Child(k, parse.Mark); m >= 0 {
				c.pair(certChild+400, u.Label.String(), d.Tokens[m].Lemma)
			}
			c.pair(certChild+600, u.Label.String(), u.XPOS.String())
		}
	}
	if n == 0 {
		c.add(certChild, "none")
	}
}

// above adds the words that govern.
func (c *certaintyFeaturer) above(i int32) {
	d, t := c.d, &c.d.Tokens[i]
	h := t.Head
	rule := standingName(&c.f.s.st[i])
	if h < 0 {
		c.add(certHead, "root")
		return
	}
	g := &d.Tokens[h]
	fr, prep := c.f.s.form(i)
	frame := string('a'+rune(fr)) + prep
	hr := standingName(&c.f.s.st[h])
	c.add(certHead, g.Lemma)
	c.pair(certHead+100, g.Lemma, t.Label.String())
	c.three(certHead+200, g.Lemma, t.Label.String(), frame)
	c.pair(certHead+300, g.Lemma, t.Lemma)
	c.three(certHead+400, g.Lemma, hr, frame)
	c.add(certHead+500, g.XPOS.String())
	c.pair(certHead+600, g.XPOS.String(), t.Label.String())
	if cl := parse.Class(d.Word(h)); cl > 0 {
		c.out = append(c.out, learn.Mix(learn.Mix(certHead+700, cl), learn.Hash(t.Label.String())))
	}
	c.add(certHeadRule, hr)
	c.pair(certHeadRule+100, hr, t.Label.String()+frame)
	c.pair(certHeadRule+200, hr, rule)
	hs := d.Child(h, parse.Nsubj, parse.NsubjPass)
	c.add(certWho+500, whoIs(d, hs))
	c.pair(certWho+600, whoIs(d, hs), frame)
	if ho := d.Child(h, parse.Obj); ho >= 0 && ho != i {
		c.add(certObject+100, d.Tokens[ho].Lemma)
	}
	for _, k := range d.Children(h) {
		if k == i {
			continue
		}
		switch u := &d.Tokens[k]; u.Label {
		case parse.Aux, parse.AuxPass, parse.Cop, parse.Advmod, parse.Mark, parse.Det:
			c.pair(certHead+800, u.Label.String(), u.Lemma)
			c.three(certHead+900, t.Label.String(), frame, u.Lemma)
		}
	}
	path := t.Label.String()
	for v, step := h, 0; v >= 0 && step < 5; v, step = d.Tokens[v].Head, step+1 {
		c.add(certAbove, d.Tokens[v].Lemma)
		c.pair(certAbove+100, d.Tokens[v].Lemma, standingName(&c.f.s.st[v]))
		c.add(certPath, path)
		c.pair(certPath+100, path, d.Tokens[v].Lemma)
		c.pair(certPath+200, path, standingName(&c.f.s.st[v]))
		if d.Tokens[v].Label == parse.Conj || d.Tokens[v].Label == parse.Parataxis {
			c.add(certPath+300, "joined")
		}
		path += " " + d.Tokens[v].Label.String()
	}
	c.pair(certPath+400, path, "")
}

// company adds the words before and after, and the statement it stands in.
func (c *certaintyFeaturer) company(i int32) {
	d := c.d
	s := &d.Sentences[d.Tokens[i].Sentence]
	for k := int32(1); k <= 4; k++ {
		if i-k >= s.First {
			if k <= 2 {
				c.add(certBefore+uint32(k)*100, d.Tokens[i-k].Lemma)
			}
			c.add(certBefore, d.Tokens[i-k].Lemma)
		} else if k <= 2 {
			c.add(certBefore+uint32(k)*100, "<s>")
		}
		if i+k < s.End {
			if k <= 2 {
				c.add(certAfter+uint32(k)*100, d.Tokens[i+k].Lemma)
			}
			c.add(certAfter, d.Tokens[i+k].Lemma)
		}
	}
	if i-2 >= s.First {
		c.pair(certBefore+1000, d.At(i-2).Lemma, d.At(i-1).Lemma)
	}
	if k := c.f.within[i]; k >= 0 {
		st := &c.f.m.Statements[k]
		c.add(certCue, string(st.Stance))
		c.add(certCue+200, string(st.Form))
		if st.CueHead >= 0 {
			c.add(certCue+100, d.Tokens[st.CueHead].Lemma)
		}
	}
	if c.f.cues[i] {
		c.add(certCue, "is cue")
	}
}

// ofSentence adds what the whole sentence says.
func (c *certaintyFeaturer) ofSentence(i int32) {
	d := c.d
	if n := d.Tokens[i].Sentence; n != c.sentence || c.whole == nil {
		c.sentence = n
		at := len(c.out)
		s := &d.Sentences[n]
		c.add(certSentence, d.Tokens[s.First].Lemma)
		c.pair(certSentence+100, d.Tokens[s.Root].XPOS.String(), standingName(&c.f.s.st[s.Root]))
		size := "long"
		switch n := s.End - s.First; {
		case n < 6:
			size = "tiny"
		case n < 12:
			size = "short"
		case n < 25:
			size = "middling"
		}
		c.add(certSentence+200, size)
		for k := s.First; k < s.End; k++ {
			t := &d.Tokens[k]
			switch {
			case t.XPOS == parse.XMD, t.UPOS == parse.PRON && t.Label != parse.Expl:
				c.add(certSentence+300, t.Lemma)
			case t.UPOS == parse.SCONJ:
				c.add(certSentence+400, t.Lemma)
			case t.XPOS == parse.XVBD:
				c.add(certSentence+500, "past")
			case t.UPOS == parse.PUNCT && (d.Word(k) == "?" || d.Word(k) == "!" || d.Word(k) == "\""):
				c.add(certSentence+600, d.Word(k))
			}
		}
		c.whole = append(c.whole[:0], c.out[at:]...)
		return
	}
	c.out = append(c.out, c.whole...)
}

// CertaintyExamples gives the features of the predicates of m, each with the status and certainty that the rules give: for the trainer.
func CertaintyExamples(m *Mentions, use func(i int32, features []uint32, status, certainty string)) {
	f := newEventFinder(m)
	for i := range m.Doc.Tokens {
		if f.verbal(int32(i)) {
			use(int32(i), f.judge.words.features(int32(i)), f.s.st[i].status.String(), f.s.st[i].cert.String())
		}
	}
}
