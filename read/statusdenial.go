package read

import "sayso/parse"

// A denial passes through the noun that names what somebody else said: "rejected the claim that troops had fired",
// "dismissed reports of a strike", "called the allegation of torture a fabrication", "there is no truth to rumours that …".
// Trees hang such clauses in many places, so the noun, the words that refuse it and what it holds are found by their order.

var (
	// hearsayNouns name what others say; ideaNouns do so only with "that".
	hearsayNouns = set("claim report allegation accusation rumour rumor assertion insinuation speculation contention suggestion story narrative gossip statement remark declaration account version explanation theory")
	ideaNouns    = set("idea notion theory view argument conclusion impression assumption finding charge news")
	// refusals are the verbs that deny what such a noun holds; with a particle, both words.
	refusals = set("reject deny dismiss refute rebut debunk dispute repudiate contradict discredit disprove rubbish quash scotch disavow " +
		"retract withdraw recant") // "withdrew its report that troops had crossed"
	// falsities are words for what is not so.
	falsities = set("false baseless unfounded groundless untrue incorrect bogus fabricated fabrication fake fiction lie nonsense hoax rubbish " +
		"concocted invented fictitious mendacious unfounded falsehood untruth myth disinformation misinformation inaccurate wrong absurd preposterous ludicrous smear slander")
	// groundNouns are what a claim can lack: "no truth to", "no basis for".
	groundNouns = set("truth basis substance foundation merit")
	// likenings call a thing by a word: "called the claim false".
	likenings = set("call describe label brand term deem denounce decry slam condemn dismiss reject characterise characterize")
	// tellings follow the noun and open what it holds: "reports alleging that".
	tellings = set("allege claim say suggest assert state accuse")
	// themes are prepositions before what the noun is about.
	themes = set("of about regarding concerning over")
)

// refute finds what the sentence denies by way of such nouns, by the token that heads it.
func (s *statuses) refute(sent *parse.Sentence) {
	for r := sent.First; r < sent.End; r++ {
		t := &s.d.Tokens[r]
		if t.UPOS != parse.NOUN || !hearsayNouns[t.Lemma] && !(ideaNouns[t.Lemma] && (s.lemmaAt(r+1, sent) == "that" || t.Lemma == "news" && s.lemmaAt(r+1, sent) == "of")) {
			continue
		}
		top := s.heldBy(r, sent)
		by := int32(-1)
		if top >= 0 || hearsayNouns[t.Lemma] {
			by = s.refusal(r, top, sent)
		}
		if by < 0 {
			continue
		}
		if s.refuted == nil {
			s.refuted = map[int32]refutation{}
		}
		s.refuted[r] = refutation{by: by} // the saying itself took place
		if n := r + 1; n < sent.End && s.telling(n) {
			s.refuted[n] = refutation{by: by}
		}
		if top >= 0 && top != by {
			s.refuted[top] = refutation{by: by, held: true}
		}
	}
}

// A refutation is how a noun of hearsay or what it holds stands where it is denied.
type refutation struct {
	by   int32 // the word that denies it
	held bool  // it is what the noun holds, and not the noun or the "alleging" after it
}

func (r refutation) context() context {
	if r.held {
		return context{status: denied, up: r.by}
	}
	return context{status: happened, up: r.by}
}

// telling: token i is the "alleging" of "reports alleging that".
func (s *statuses) telling(i int32) bool {
	return s.d.Tokens[i].XPOS == parse.XVBG && tellings[s.d.Tokens[i].Lemma]
}

func (s *statuses) lemmaAt(i int32, sent *parse.Sentence) string {
	if i < sent.First || i >= sent.End {
		return ""
	}
	return s.d.Tokens[i].Lemma
}

// heldBy is the token that heads what noun r says or is about, or -1.
func (s *statuses) heldBy(r int32, sent *parse.Sentence) int32 {
	d := s.d
	for i := r + 1; i < min(sent.End, r+14); i++ {
		t := &d.Tokens[i]
		switch {
		case t.Lemma == "that" && t.Label == parse.Nsubj:
			return -1 // "the report on the flood that killed twenty"
		case t.Lemma == "that" && (t.Label == parse.Mark || t.UPOS == parse.SCONJ || t.UPOS == parse.PRON):
			if h := t.Head; h > i && d.Tokens[h].Sentence == d.Tokens[i].Sentence && s.verbal(h) {
				return h
			}
			return s.firstVerb(i+1, sent)
		case themes[d.Word(i)] && (i == r+1 || t.Lemma != "of"):
			if h := t.Head; h > i && (d.Tokens[h].XPOS == parse.XVBG || eventNoun(d.Tokens[h].Lemma)) {
				return h
			}
		case s.telling(i):
			if t.Lemma == "accuse" {
				return s.firstGerund(i+1, sent)
			}
		case s.verbal(i):
			if d.Tokens[i].Head == r && (t.Label == parse.ACL || t.Label == parse.ACLRelcl) && i < r+6 && s.lemmaAt(r+1, sent) != "," && d.Child(i, parse.Nsubj, parse.NsubjPass) >= 0 && t.XPOS != parse.XVBG && !s.relative(i) {
				return i // "claims it had fired"
			}
			return -1
		case t.UPOS == parse.PUNCT && t.Lemma != "\"":
			return -1
		}
	}
	return -1
}

// verbal: token i is a verb, or a predicate that a copula or a subject marks.
func (s *statuses) verbal(i int32) bool {
	t := &s.d.Tokens[i]
	return t.UPOS == parse.VERB && t.Label != parse.Case || t.UPOS == parse.AUX && t.Label != parse.Aux && t.Label != parse.AuxPass && t.Label != parse.Cop || s.d.Child(i, parse.Cop) >= 0
}

// relative: clause i has a relative pronoun.
func (s *statuses) relative(i int32) bool {
	for _, c := range s.d.Children(i) {
		switch s.d.Tokens[c].Lemma {
		case "who", "which", "whose", "whom", "where", "when":
			return true
		}
	}
	return false
}

// firstVerb is the first finite verb from token i on within a few words, or -1.
func (s *statuses) firstVerb(i int32, sent *parse.Sentence) int32 {
	for j := i; j < min(sent.End, i+12); j++ {
		if t := &s.d.Tokens[j]; t.UPOS == parse.VERB && (t.XPOS != parse.XVBG || s.d.Child(j, parse.Aux) >= 0) && t.Label != parse.Case {
			return j
		}
	}
	return -1
}

// firstGerund is the gerund of "accusing the army of firing", or -1.
func (s *statuses) firstGerund(i int32, sent *parse.Sentence) int32 {
	for j := i; j < min(sent.End-1, i+10); j++ {
		if n := s.d.At(j + 1); s.d.Tokens[j].Lemma == "of" {
			if n.XPOS == parse.XVBG || eventNoun(n.Lemma) {
				return j + 1
			}
		}
	}
	return -1
}

// refusal is the token that denies noun r, which holds the clause headed by top, or -1.
func (s *statuses) refusal(r, top int32, sent *parse.Sentence) int32 {
	first := s.phraseStart(r, sent)
	for i := first; i < r; i++ { // "baseless and concocted allegations"
		if falsities[s.d.Word(i)] || falsities[s.d.Tokens[i].Lemma] {
			return i
		}
	}
	if v := s.refusingVerb(r, first, sent); v >= 0 {
		return v
	}
	if p := s.groundless(first, sent); p >= 0 {
		return p
	}
	if p := s.likened(r, first, top, sent); p >= 0 {
		return p
	}
	return s.predicated(r, top, sent)
}

// phraseStart is the first token of the noun phrase that ends in r.
func (s *statuses) phraseStart(r int32, sent *parse.Sentence) int32 {
	i := r
	for i > sent.First && i > r-12 {
		switch t := s.d.At(i - 1); {
		case t.UPOS == parse.ADJ, t.UPOS == parse.NOUN, t.UPOS == parse.PROPN, t.UPOS == parse.DET, t.UPOS == parse.PART && t.Lemma == "'s", t.UPOS == parse.NUM:
		case t.UPOS == parse.ADV && t.Head >= i && t.Head <= r, t.UPOS == parse.PRON && t.Label == parse.NmodPoss:
		case t.UPOS == parse.VERB && (t.Label == parse.Amod || falsities[s.d.Word(i-1)]):
		case t.UPOS == parse.CCONJ && i-1 > sent.First && (falsities[s.d.At(i-2).Lemma] || falsities[s.d.Word(i-2)]):
		default:
			return i
		}
		i--
	}
	return i
}

// refusingVerb is the verb right before the phrase, or the one that the tree hangs noun r on, where it refuses.
func (s *statuses) refusingVerb(r, first int32, sent *parse.Sentence) int32 {
	d := s.d
	h := d.Tokens[r].Head
	for n := 0; h >= 0 && d.Tokens[h].UPOS == parse.NOUN && (d.Tokens[r].Label == parse.Conj || hearsayNouns[d.Tokens[h].Lemma]) && n < 3; n++ {
		r, h = h, d.Tokens[h].Head
	}
	if h >= 0 {
		switch d.Tokens[r].Label {
		case parse.Obj, parse.NsubjPass, parse.Obl:
			if s.refuses(h) && (d.Tokens[r].Label != parse.Obl || h < r && d.Child(r, parse.Case) < 0 || d.Child(r, parse.Case) == first) && (d.Tokens[r].Label != parse.NsubjPass || s.passive(h)) {
				return h
			}
		}
	}
	if p := first - 4; p >= sent.First && d.Word(p+1) == "cold" && d.Word(p+2) == "water" && !s.notDone(p) {
		return p // "poured cold water on a report that"
	}
	for i := first - 1; i >= sent.First && i >= first-4; i-- {
		switch t := &d.Tokens[i]; {
		case t.UPOS == parse.VERB:
			if s.refuses(i) {
				return i
			}
			if p := first - 1; i == p-1 { // "brushed aside accusations"
				switch t.Lemma + " " + d.Tokens[p].Lemma {
				case "brush aside", "shrug off", "wave away", "wave off", "brush off", "laugh off", "shoot down", "bat away", "throw out", "knock down", "swat away", "bat off":
					if !s.notDone(i) {
						return i
					}
				}
			}
			return -1
		case t.UPOS == parse.PUNCT, t.UPOS == parse.CCONJ && i < first-1:
			return -1
		}
	}
	return -1
}

// passive: verb h has a passive auxiliary.
func (s *statuses) passive(h int32) bool {
	return s.d.Child(h, parse.AuxPass) >= 0 || s.d.Tokens[h].XPOS == parse.XVBN
}

// refuses: token i is a verb of denying that is not denied or declined itself.
func (s *statuses) refuses(i int32) bool {
	t := &s.d.Tokens[i]
	return t.UPOS == parse.VERB && refusals[t.Lemma] && !s.notDone(i)
}

// notDone: "did not reject", "declined to deny", "neither confirmed nor denied", "could dismiss".
func (s *statuses) notDone(i int32) bool {
	for j := i - 1; j >= 0 && j >= i-6 && s.d.Tokens[j].Sentence == s.d.Tokens[i].Sentence; j-- {
		t := &s.d.Tokens[j]
		switch t.Lemma {
		case "not", "n't", "never", "neither", "nor", "cannot", "without", "decline", "refuse", "fail", "yet", "whether", "if":
			return true
		}
		switch {
		case t.UPOS == parse.PUNCT, t.UPOS == parse.VERB && t.Lemma != "confirm", t.UPOS == parse.SCONJ:
			return false
		case t.XPOS == parse.XMD && t.Lemma != "will" && t.Lemma != "would":
			return true
		}
	}
	return false
}

// groundless is the "no" of "there is no truth to reports", whose noun phrase starts at first, or -1.
func (s *statuses) groundless(first int32, sent *parse.Sentence) int32 {
	d := s.d
	i := first - 1
	switch s.lemmaAt(i, sent) {
	case "to", "in", "for", "behind":
	default:
		return -1
	}
	if !groundNouns[s.lemmaAt(i-1, sent)] {
		return -1
	}
	for j := i - 2; j >= sent.First && j >= i-5; j-- {
		switch d.Tokens[j].Lemma {
		case "no", "not", "never", "without":
			return j
		}
	}
	return -1
}

// likened is the word of falsehood by which a verb calls noun r: "called the reports … false", "described as
// baseless the claim", or -1.
func (s *statuses) likened(r, first, top int32, sent *parse.Sentence) int32 {
	d := s.d
	v := int32(-1)
	for i := first - 1; i >= sent.First && i >= first-5; i-- {
		if t := &d.Tokens[i]; t.UPOS == parse.VERB && likenings[t.Lemma] {
			v = i
			break
		} else if t.UPOS == parse.PUNCT && t.Lemma != "\"" || t.UPOS == parse.VERB {
			return -1
		}
	}
	if v < 0 || s.notDone(v) {
		return -1
	}
	for i := v + 1; i < first; i++ {
		if falsities[d.Tokens[i].Lemma] {
			return i
		}
	}
	for i := max(r, top) + 1; i < min(sent.End, r+30); i++ {
		if s.verbal(i) && d.Tokens[i].Label != parse.Amod && !falsities[d.Tokens[i].Lemma] && !falsities[d.Word(i)] {
			return -1
		}
		if s.falseWord(i, sent) {
			return i
		}
	}
	return -1
}

// falseWord: token i says that something is false, and does not describe a noun after it ("false papers").
func (s *statuses) falseWord(i int32, sent *parse.Sentence) bool {
	if !falsities[s.d.Tokens[i].Lemma] && !falsities[s.d.Word(i)] {
		return false
	}
	if i+1 < sent.End {
		switch n := s.d.At(i + 1); n.UPOS {
		case parse.NOUN, parse.PROPN:
			return falsities[n.Lemma]
		case parse.ADJ:
			return false
		}
	}
	return true
}

// predicated is the word that denies noun r as its subject: "reports … were false", "are not true", "is a fabrication",
// "was rejected by"; or -1. The noun's own clause has a finite verb before that.
func (s *statuses) predicated(r, top int32, sent *parse.Sentence) int32 {
	d := s.d
	from := r + 1
	if top >= 0 {
		from = top + 1
	}
	for i := from; i < min(sent.End-1, from+16); i++ {
		t := &d.Tokens[i]
		if t.UPOS == parse.PUNCT && t.Lemma != "\"" || t.UPOS == parse.SCONJ {
			return -1
		}
		if t.Lemma == "be" && t.UPOS == parse.AUX || t.Lemma == "be" && t.UPOS == parse.VERB {
			if top < 0 && d.Tokens[r].Head < i && d.Tokens[r].Label == parse.Nmod {
				return -1
			}
			return s.afterBe(i, sent)
		}
		if s.verbal(i) && t.XPOS != parse.XVBN && t.XPOS != parse.XVBG && t.XPOS != parse.XVB {
			return -1
		}
	}
	return -1
}

// afterBe is the word of falsehood or of refusal after the copula or auxiliary i, or -1.
func (s *statuses) afterBe(i int32, sent *parse.Sentence) int32 {
	negated := false
	for j := i + 1; j < min(sent.End, i+6); j++ {
		t := &s.d.Tokens[j]
		switch {
		case t.Lemma == "not" || t.Lemma == "n't" || t.Lemma == "never":
			negated = true
		case negated && (t.Lemma == "true" || t.Lemma == "correct" || t.Lemma == "accurate"):
			return j
		case negated:
		case s.falseWord(j, sent):
			return j
		case t.UPOS == parse.VERB && t.XPOS == parse.XVBN && refusals[t.Lemma]:
			return j
		case t.UPOS == parse.VERB, t.UPOS == parse.PUNCT && t.Lemma != "\"":
			return -1
		}
	}
	return -1
}

// calledFalse: the verb at head calls what others said false, and so denies it: "called the claim a lie".
func calledFalse(d *parse.Doc, head int32) bool {
	if !likenings[d.Tokens[head].Lemma] {
		return false
	}
	s := &statuses{d: d}
	sent := &d.Sentences[d.Tokens[head].Sentence]
	if o := head + 1; o < sent.End && d.Tokens[o].UPOS == parse.PRON { // "calling it “fake news”"
		for i := o + 1; i < min(sent.End, o+6); i++ {
			if s.falseWord(i, sent) || falsities[d.Tokens[i].Lemma] && d.Tokens[i].UPOS == parse.ADJ && i+1 < sent.End && hearsayOrNews(d.At(i+1).Lemma) {
				return true
			}
			if d.Tokens[i].UPOS == parse.VERB || d.Tokens[i].UPOS == parse.ADP {
				break
			}
		}
	}
	s.refute(sent)
	for r, by := range s.refuted {
		if !by.held && r > head && by.by > head {
			return true
		}
	}
	return false
}

// hearsayOrNews reports whether a noun is what is told: "fake news", "a false story".
func hearsayOrNews(lemma string) bool { return hearsayNouns[lemma] || lemma == "news" }
