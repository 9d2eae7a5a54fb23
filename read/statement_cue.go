package read

import (
	"sayso/parse"
)

// candidate says whether token i can head a cue at all: a content word, a preposition or adverb of
// attribution, or a colon.
func (w *reader) candidate(i int32) bool {
	t := &w.d.Tokens[i]
	switch t.UPOS {
	case parse.VERB, parse.NOUN, parse.ADJ, parse.ADV, parse.ADP, parse.AUX, parse.SCONJ, parse.PROPN, parse.X:
		return true
	case parse.PUNCT:
		c := w.d.Text[t.Start]
		return c == ':' || c == '-' || t.End-t.Start == 3
	}
	return false
}

// subject is the token that token i's action or state is said of: its subject, that of the verb it
// continues ("said … and added"), or the noun it modifies ("an aide familiar with"); -1 where there is none.
func (w *reader) subject(i int32) int32 {
	for range 4 {
		if c := w.d.Child(i, parse.Nsubj, parse.NsubjPass, parse.NsubjOuter, parse.Csubj); c >= 0 {
			return c
		}
		t := &w.d.Tokens[i]
		if t.Head < 0 {
			return -1
		}
		switch t.Label {
		case parse.ACL, parse.ACLRelcl:
			return t.Head
		case parse.Conj, parse.Xcomp, parse.Advcl, parse.Ccomp:
			i = t.Head
		default:
			return -1
		}
	}
	return -1
}

// Templates of cue features. The numbers are part of the trained model.
const (
	cueForm = iota + 1
	cueLemma
	cueTag
	cueLabel
	cueLemmaLabel
	cueHead
	cueHeadTag
	cueKinds
	cuePrev
	cueNext
	cuePrev2
	cueNext2
	cueLemmaPrev
	cueLemmaNext
	cuePrevTag
	cueNextTag
	cueTags
	cueTagsNext2
	cueSubject
	cueSubjectTag
	cueSubjectName
	cueLemmaSubject
	cueChildren
	cueLemmaChildren
	cueChildLemma
	cueChildLemmaOwn
	cueQuote
	cueLemmaQuote
	cueKindQuote
	cueGovernor
	cueGovernorLabel
	cueEarlier
	cuePlace
	cueFirstLine
	cueSuffix
	cueKindChildren
	cueKindSubject
	cueObjectLemma
	cueParticle
	cueAux
	cueLemmaTag
	cueLater
	cueLemmaHead
	cueSubjectChildren
	cueObjectTag
	cueBias
	cueClass
	cueClassLabel
	cueClassChildren
	cueClassNext
	cueClassHead
	cueClassQuote
	cueClassSubject
)

// A cueView is one token as it is looked at for being the head of a cue.
type cueView struct {
	w                *reader
	s                *parse.Sentence
	i                int32
	t                *parse.Token
	lemma, tag, kind uint32
	f                []uint32
}

func (c *cueView) add(template, a, b uint32) { c.f = append(c.f, mix(template, a, b, 0)) }

// cueFeatures appends the features by which token i of sentence s is judged to head a cue.
func (w *reader) cueFeatures(f []uint32, s *parse.Sentence, i int32) []uint32 {
	t := &w.d.Tokens[i]
	c := cueView{w: w, s: s, i: i, t: t, lemma: w.lemma[i], tag: uint32(t.UPOS)<<8 | uint32(t.XPOS), kind: uint32(w.cue[i].kind), f: f}
	c.word()
	c.neighbours()
	subj, subjTag := c.subject()
	children := c.children()
	c.classes(subj, children)
	c.add(cueSubjectChildren, children, subjTag)
	c.surroundings()
	return c.f
}

// word adds what the word is, and what it hangs on.
func (c *cueView) word() {
	w, t := c.w, c.t
	c.add(cueBias, uint32(t.UPOS), 0)
	c.add(cueForm, w.form[c.i], 0)
	c.add(cueLemma, c.lemma, 0)
	c.add(cueTag, c.tag, 0)
	c.add(cueLemmaTag, c.lemma, c.tag)
	c.add(cueLabel, uint32(t.Label), c.tag)
	c.add(cueLemmaLabel, c.lemma, uint32(t.Label))
	c.add(cueKinds, c.kind, uint32(t.Label))
	if word := w.d.Text[t.Start:t.End]; len(word) > 3 {
		c.add(cueSuffix, hashLower(word[len(word)-3:]), uint32(t.UPOS))
	}
	headLemma, headTag, headKind := uint32(0), uint32(0), uint32(0)
	if t.Head >= 0 {
		h := &w.d.Tokens[t.Head]
		headLemma, headTag, headKind = w.lemma[t.Head], uint32(h.UPOS), uint32(w.cue[t.Head].kind)
		if h.Start > t.Start {
			headTag |= 64
		}
	}
	c.add(cueHead, headLemma, uint32(t.Label))
	c.add(cueLemmaHead, c.lemma, headLemma)
	c.add(cueHeadTag, headTag<<8|uint32(t.Label), headKind)
}

// neighbours adds the words beside it.
func (c *cueView) neighbours() {
	p1, p1t := c.w.at(c.s, c.i-1)
	n1, n1t := c.w.at(c.s, c.i+1)
	p2, p2t := c.w.at(c.s, c.i-2)
	n2, n2t := c.w.at(c.s, c.i+2)
	c.add(cuePrev, p1, c.kind)
	c.add(cueNext, n1, c.kind)
	c.add(cuePrev2, p2, p1t)
	c.add(cueNext2, n2, n1t)
	c.add(cueLemmaPrev, c.lemma, p1)
	c.add(cueLemmaNext, c.lemma, n1)
	c.add(cuePrevTag, p1t, c.tag)
	c.add(cueNextTag, n1t, c.tag)
	c.add(cueTags, p1t<<8|n1t, c.tag)
	c.add(cueTagsNext2, n1t<<8|n2t, p2t<<16|p1t<<8|uint32(c.t.UPOS))
}

// subject adds its subject, which it also returns with its tag as a feature value.
func (c *cueView) subject() (subj int32, subjTag uint32) {
	w := c.w
	subj = w.subject(c.i)
	subjTag, subjName := uint32(99), uint32(0)
	if subj >= 0 {
		st := &w.d.Tokens[subj]
		subjTag, subjName = uint32(st.UPOS)<<8|uint32(st.XPOS), uint32(w.name[subj])
		if st.Start > c.t.Start {
			subjTag |= 1 << 20
		}
		c.add(cueSubject, w.lemma[subj], c.kind)
		c.add(cueLemmaSubject, c.lemma, w.lemma[subj])
	}
	c.add(cueSubjectTag, subjTag, uint32(c.t.UPOS)<<8|c.kind)
	c.add(cueSubjectName, subjName, subjTag)
	c.add(cueKindSubject, subjName<<24^subjTag, c.kind<<8|uint32(c.t.Label))
	return subj, subjTag
}

// children adds what hangs on it, and returns which relations do as a feature value.
func (c *cueView) children() uint32 {
	var all uint32
	for _, k := range c.w.d.Children(c.i) {
		all |= c.child(k)
	}
	c.add(cueChildren, all, c.tag)
	c.add(cueLemmaChildren, c.lemma, all)
	c.add(cueKindChildren, c.kind<<8|uint32(c.t.Label), all)
	return all
}

// child adds the words of child k that matter, and returns a bit for its relation.
func (c *cueView) child(k int32) uint32 {
	w, d := c.w, c.w.d
	t := &d.Tokens[k]
	pos := uint32(c.t.UPOS)<<8 | c.kind
	switch t.Label {
	case parse.Ccomp:
		if t.Start < c.t.Start {
			return 1 | 1<<16
		}
		return 1
	case parse.Xcomp:
		return 2
	case parse.Obj:
		c.add(cueObjectLemma, w.lemma[k], c.lemma)
		c.add(cueObjectTag, uint32(t.UPOS)<<8|uint32(w.name[k]), c.lemma)
		return 4
	case parse.Obl, parse.Nmod:
		if m := d.Child(k, parse.Case); m >= 0 {
			c.add(cueChildLemmaOwn, w.form[m], c.lemma)
			c.add(cueChildLemma, w.form[m], pos)
		}
		return 8
	case parse.Nsubj:
		return 16
	case parse.NsubjPass:
		return 32
	case parse.Parataxis:
		return 64
	case parse.Mark:
		c.add(cueAux, w.form[k], c.kind)
		return 128
	case parse.Aux, parse.AuxPass, parse.Cop:
		c.add(cueAux, w.form[k], c.kind)
		c.add(cueAux, w.form[k], c.lemma)
		return 256
	case parse.Advmod:
		c.add(cueAux, w.form[k], c.kind)
		c.add(cueAux, w.form[k], c.lemma)
	case parse.CompoundPrt:
		c.add(cueParticle, w.form[k], c.lemma)
		return 512
	case parse.OblAgent:
		return 1024
	case parse.ACL, parse.ACLRelcl:
		c.add(cueChildLemma, w.lemma[k], pos)
		if m := d.Child(k, parse.Mark); m >= 0 {
			c.add(cueChildLemma, w.form[m], c.lemma)
		}
		return 2048
	case parse.NmodPoss:
		c.add(cueSubjectName, uint32(w.name[k])<<8|uint32(t.UPOS), c.kind)
		return 4096
	case parse.Advcl:
		return 8192
	case parse.Iobj:
		return 1 << 14
	}
	return 0
}

// classes adds the classes of the word and of those around it: what it shares with words of like use.
func (c *cueView) classes(subj int32, children uint32) {
	w, class := c.w, c.w.class[c.i]
	c.add(cueClass, class, uint32(c.t.UPOS))
	c.add(cueClassLabel, class, uint32(c.t.Label))
	c.add(cueClassChildren, class, children)
	if c.i+1 < c.s.End {
		c.add(cueClassNext, class, w.class[c.i+1])
		c.add(cueClassNext, c.tag, w.class[c.i+1]|1<<16)
	}
	if c.i > c.s.First {
		c.add(cueClassNext, class, w.class[c.i-1]|2<<16)
	}
	if c.t.Head >= 0 {
		c.add(cueClassHead, class, w.class[c.t.Head])
	}
	if subj >= 0 {
		c.add(cueClassSubject, class, w.class[subj])
		c.add(cueClassSubject, c.kind, w.class[subj]|1<<16)
	}
}

// surroundings adds the quotations, the verbs of saying and the place around it.
func (c *cueView) surroundings() {
	w := c.w
	q := w.quoteState(c.s, c.i)
	c.add(cueClassQuote, w.class[c.i], q)
	c.add(cueQuote, q, uint32(c.t.UPOS))
	c.add(cueLemmaQuote, q, c.lemma)
	c.add(cueKindQuote, q, c.kind<<8|uint32(c.t.Label))

	governor, by, steps := w.governor(c.i)
	c.add(cueGovernor, governor, c.kind)
	c.add(cueGovernorLabel, by<<8|steps, governor)
	c.add(cueEarlier, w.sayingVerb(c.i-1, max(c.s.First, c.i-24)-1, -1), c.kind<<8|uint32(c.t.UPOS))
	c.add(cueLater, w.sayingVerb(c.i+1, min(c.s.End, c.i+25), 1), c.kind<<8|uint32(c.t.UPOS))

	place := uint32(0)
	if c.i == c.s.First {
		place = 1
	} else if c.i >= c.s.End-2 {
		place = 2
	}
	c.add(cuePlace, place, c.tag)
	if c.s.First == 0 {
		c.add(cueFirstLine, c.kind, c.tag)
	}
}

// sayingVerb is the tag of the first verb of saying from token i on, before token end, by steps of one; 0 for none.
func (w *reader) sayingVerb(i, end, by int32) uint32 {
	for ; i != end; i += by {
		if w.cue[i].kind == sayCue && w.d.Tokens[i].UPOS == parse.VERB {
			return uint32(w.d.Tokens[i].XPOS)
		}
	}
	return 0
}

// at is the word and the universal tag of token i, or marks for what lies outside the sentence.
func (w *reader) at(s *parse.Sentence, i int32) (form, tag uint32) {
	switch {
	case i < s.First:
		return 1, 100
	case i >= s.End:
		return 2, 101
	}
	return w.form[i], uint32(w.d.Tokens[i].UPOS)
}

// quoteState is where token i stands to the quotations of its sentence.
func (w *reader) quoteState(s *parse.Sentence, i int32) uint32 {
	if w.quote[i] >= 0 {
		q := &w.quotes[w.quote[i]]
		long := uint32(0)
		if q.End-q.First > 7 {
			long = 1
		}
		return 16 | long
	}
	state := uint32(0)
	for j := i - 1; j >= s.First && j >= i-8; j-- {
		if w.quote[j] >= 0 {
			state = 1
			break
		}
	}
	if state == 0 && s.First > 0 && i < s.First+8 && w.quote[s.First-1] >= 0 {
		state = 2
	}
	for j := i + 1; j < s.End && j <= i+8; j++ {
		if w.quote[j] >= 0 {
			return state | 4
		}
	}
	if int(s.End) < len(w.quote) && w.quote[s.End] >= 0 {
		return state | 8
	}
	return state
}

// governor looks up the tree from token i for a word of saying: its lemma, the relation of the
// clause under it, and how many steps up it is.
func (w *reader) governor(i int32) (lemma, by, steps uint32) {
	d := w.d
	for k := uint32(1); k <= 6; k++ {
		t := &d.Tokens[i]
		if t.Head < 0 {
			return 0, 0, 0
		}
		if c := w.cue[t.Head]; c.kind != noCue && (t.Label == parse.Ccomp || t.Label == parse.Xcomp || t.Label == parse.Parataxis || t.Label == parse.ACL || t.Label == parse.Obj || t.Label == parse.Advcl) {
			return w.lemma[t.Head], uint32(t.Label), k
		}
		i = t.Head
	}
	return 0, 0, 0
}
