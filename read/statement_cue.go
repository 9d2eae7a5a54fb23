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
)

// cueFeatures appends the features by which token i of sentence s is judged to head a cue.
func (w *reader) cueFeatures(f []uint32, s *parse.Sentence, i int32) []uint32 {
	d := w.d
	t := &d.Tokens[i]
	lemma, tag := w.lemma[i], uint32(t.UPOS)<<8|uint32(t.XPOS)
	kind := uint32(w.cue[i].kind)
	add := func(template, a, b uint32) { f = append(f, mix(template, a, b, 0)) }

	add(cueBias, uint32(t.UPOS), 0)
	add(cueForm, w.form[i], 0)
	add(cueLemma, lemma, 0)
	add(cueTag, tag, 0)
	add(cueLemmaTag, lemma, tag)
	add(cueLabel, uint32(t.Label), tag)
	add(cueLemmaLabel, lemma, uint32(t.Label))
	add(cueKinds, kind, uint32(t.Label))

	headLemma, headTag, headKind := uint32(0), uint32(0), uint32(0)
	if t.Head >= 0 {
		h := &d.Tokens[t.Head]
		headLemma, headTag, headKind = w.lemma[t.Head], uint32(h.UPOS), uint32(w.cue[t.Head].kind)
		if h.Start > t.Start {
			headTag |= 64
		}
	}
	add(cueHead, headLemma, uint32(t.Label))
	add(cueLemmaHead, lemma, headLemma)
	add(cueHeadTag, headTag<<8|uint32(t.Label), headKind)

	p1, p1t := w.at(s, i-1)
	n1, n1t := w.at(s, i+1)
	p2, p2t := w.at(s, i-2)
	n2, n2t := w.at(s, i+2)
	add(cuePrev, p1, kind)
	add(cueNext, n1, kind)
	add(cuePrev2, p2, p1t)
	add(cueNext2, n2, n1t)
	add(cueLemmaPrev, lemma, p1)
	add(cueLemmaNext, lemma, n1)
	add(cuePrevTag, p1t, tag)
	add(cueNextTag, n1t, tag)
	add(cueTags, p1t<<8|n1t, tag)
	add(cueTagsNext2, n1t<<8|n2t, p2t<<16|p1t<<8|uint32(t.UPOS))

	subj := w.subject(i)
	subjTag, subjName := uint32(99), uint32(0)
	if subj >= 0 {
		st := &d.Tokens[subj]
		subjTag, subjName = uint32(st.UPOS)<<8|uint32(st.XPOS), uint32(w.name[subj])
		if st.Start > t.Start {
			subjTag |= 1 << 20
		}
		add(cueSubject, w.lemma[subj], kind)
		add(cueLemmaSubject, lemma, w.lemma[subj])
	}
	add(cueSubjectTag, subjTag, uint32(t.UPOS)<<8|kind)
	add(cueSubjectName, subjName, subjTag)
	add(cueKindSubject, subjName<<24^subjTag, kind<<8|uint32(t.Label))

	var children uint32
	for _, c := range d.Children(i) {
		ct := &d.Tokens[c]
		switch ct.Label {
		case parse.Ccomp:
			children |= 1
			if ct.Start < t.Start {
				children |= 1 << 16
			}
		case parse.Xcomp:
			children |= 2
		case parse.Obj:
			children |= 4
			add(cueObjectLemma, w.lemma[c], lemma)
			add(cueObjectTag, uint32(ct.UPOS)<<8|uint32(w.name[c]), lemma)
		case parse.Obl, parse.Nmod:
			children |= 8
			if m := d.Child(c, parse.Case); m >= 0 {
				add(cueChildLemmaOwn, w.form[m], lemma)
				add(cueChildLemma, w.form[m], uint32(t.UPOS)<<8|kind)
			}
		case parse.Nsubj:
			children |= 16
		case parse.NsubjPass:
			children |= 32
		case parse.Parataxis:
			children |= 64
		case parse.Mark:
			children |= 128
			add(cueAux, w.form[c], kind)
		case parse.Aux, parse.AuxPass, parse.Cop:
			children |= 256
			add(cueAux, w.form[c], kind)
			add(cueAux, w.form[c], lemma)
		case parse.Advmod:
			add(cueAux, w.form[c], kind)
			add(cueAux, w.form[c], lemma)
		case parse.CompoundPrt:
			children |= 512
			add(cueParticle, w.form[c], lemma)
		case parse.OblAgent:
			children |= 1024
		case parse.ACL, parse.ACLRelcl:
			children |= 2048
			add(cueChildLemma, w.lemma[c], uint32(t.UPOS)<<8|kind)
			if m := d.Child(c, parse.Mark); m >= 0 {
				add(cueChildLemma, w.form[m], lemma)
			}
		case parse.NmodPoss:
			children |= 4096
			add(cueSubjectName, uint32(w.name[c])<<8|uint32(ct.UPOS), kind)
		case parse.Advcl:
			children |= 8192
		case parse.Iobj:
			children |= 1 << 14
		}
	}
	add(cueChildren, children, tag)
	add(cueLemmaChildren, lemma, children)
	add(cueKindChildren, kind<<8|uint32(t.Label), children)
	add(cueSubjectChildren, children, subjTag)

	q := w.quoteState(s, i)
	add(cueQuote, q, uint32(t.UPOS))
	add(cueLemmaQuote, q, lemma)
	add(cueKindQuote, q, kind<<8|uint32(t.Label))

	governor, by, steps := w.governor(i)
	add(cueGovernor, governor, kind)
	add(cueGovernorLabel, by<<8|steps, governor)
	earlier, later := uint32(0), uint32(0)
	for j := i - 1; j >= s.First && j > i-25 && earlier == 0; j-- {
		if w.cue[j].kind == sayCue && d.Tokens[j].UPOS == parse.VERB {
			earlier = uint32(d.Tokens[j].XPOS)
		}
	}
	for j := i + 1; j < s.End && j < i+25 && later == 0; j++ {
		if w.cue[j].kind == sayCue && d.Tokens[j].UPOS == parse.VERB {
			later = uint32(d.Tokens[j].XPOS)
		}
	}
	add(cueEarlier, earlier, kind<<8|uint32(t.UPOS))
	add(cueLater, later, kind<<8|uint32(t.UPOS))

	place := uint32(0)
	if i == s.First {
		place = 1
	} else if i >= s.End-2 {
		place = 2
	}
	add(cuePlace, place, tag)
	if s.First == 0 {
		add(cueFirstLine, kind, tag)
	}
	if word := d.Text[t.Start:t.End]; len(word) > 3 {
		add(cueSuffix, hashLower(word[len(word)-3:]), uint32(t.UPOS))
	}
	return f
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
