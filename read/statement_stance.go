package read

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/parse"
)

// stance is what the source does with the content: the lexicon's word for the cue, turned by a
// negation and by what the cue takes ("asked whether" asks, "asked them to" demands).
func (w *reader) stance(s *Statement) Stance {
	d, i := w.d, s.CueHead
	switch s.How {
	case "told on":
		return Asserts
	case turnedDownHow, ruledOutHow:
		return Denies
	}
	out := w.cue[i].stance
	lemma := strings.ToLower(d.Tokens[i].Lemma)
	if stem, ok := strings.CutSuffix(w.lower(i), "s"); ok && out == "" { // a verb that was taken for a noun: "Moscow denies"
		out = cueWords()["v "+stem].stance
		if base, ok := strings.CutSuffix(stem, "ie"); ok {
			out = cueWords()["v "+base+"y"].stance
		}
	}
	if out == "" {
		out = Asserts
	}
	if lemma == "rule" && w.lower(i+1) == "out" && !w.negated(i) {
		return Denies
	}
	switch lemma {
	case "ask", "tell", "call", "say", "urge":
		out = w.commands(i, lemma, out)
	case "decline", "refuse":
		return Declines
	case "plead":
		switch {
		case w.lower(i+1) == "guilty":
			return Confirms
		case w.lower(i+1) == "not" && w.lower(i+2) == "guilty":
			return Denies
		}
	case "describe", "label", "brand", "term", "deem", "denounce", "decry", "slam", "condemn", "characterise", "characterize":
		if calledFalse(d, i) {
			out = Denies
		}
	}
	if o := d.Child(i, parse.Obj); out == Asserts && scorning[lemma] && o > i && accounts[d.Tokens[o].Lemma] {
		out = Denies // "slammed a report that …"
	}
	for _, k := range []string{"declined", "refused", "refuses", "declines", "denied", "refusing", "declining"} {
		if strings.Contains(s.Cue[0].Text(d.Text), k) && lemma != "deny" {
			return Declines
		}
	}
	if w.negated(i) && !w.inSource(s) || w.noOne(s) {
		switch out {
		case Asserts:
			if w.cue[i].kind == thinkCue {
				return Denies // "do not believe that …"
			}
			return Declines // "did not say …"
		case Confirms, Promises:
			return Declines // "would not confirm …"
		case Denies:
			return Asserts
		}
	}
	if c := d.TokenAt(s.Content[0].Start); out == Denies && w.quote[c] >= 0 && d.Tokens[c].Sentence > d.Tokens[i].Sentence {
		return Asserts // "Brill denied wrongdoing. “I have paid every crown.”"
	}
	return out
}

// scorning are verbs by which somebody turns against an account of others, and accounts the nouns for one.
var (
	scorning = set("slam blast denounce decry deride rubbish assail lambast lambaste ridicule mock criticise criticize condemn attack scorn")
	accounts = set("report story article coverage claim allegation accusation account assertion rumour rumor suggestion")
)

// commands tells a command from a question or an assertion: "asked them to leave", "called for", "told her to go".
func (w *reader) commands(i int32, lemma string, out Stance) Stance {
	d := w.d
	for j := i + 1; j < i+6 && int(j) < len(d.Tokens); j++ {
		switch word := w.lower(j); {
		case word == "for" && (lemma == "call" || lemma == "ask"), word == "on" && lemma == "call" && j == i+1:
			return Demands
		case word == "to" && lemma != "call" && lemma != "say" && int(j+1) < len(d.Tokens) && d.At(j+1).XPOS == parse.XVB:
			return Demands
		case slices.Contains([]string{"that", "whether", "if", "why", "how", "what", "who", "when", "where", ",", ":", "\"", "“", "''", "about"}, word):
			if lemma != "call" {
				return out
			}
		}
	}
	switch {
	case lemma != "call":
		return out
	case calledFalse(d, i):
		return Denies // "called the claim a lie"
	}
	return Asserts // "called the plan a gift"
}

// negated says whether the verb at token i is negated: "did not say", "never confirmed".
func (w *reader) negated(i int32) bool {
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		switch w.lower(j) {
		case "not", "n't", "n’t", "never":
			return true
		case ",", ";", ":", "and", "but", ".", "that", "who", "which":
			return false
		}
	}
	return false
}

// inSource says whether the "not" before the cue stands in the words for the source: "an aide who asked not to be named said".
func (w *reader) inSource(s *Statement) bool {
	if len(s.Source) == 0 || s.Source[0].End > s.Cue[0].Start {
		return false
	}
	for j := w.d.TokenAt(s.Source[0].End-1) + 1; j < s.CueHead; j++ {
		switch w.lower(j) {
		case "not", "n't", "n’t", "never":
			return false
		}
	}
	return true
}

// noOne says whether the source is none at all: "no group claimed responsibility", "neither side confirmed it".
func (w *reader) noOne(s *Statement) bool {
	if len(s.Source) == 0 || s.Source[0].Start > s.Cue[0].Start {
		return false
	}
	i := w.d.TokenAt(s.Source[0].Start)
	switch w.lower(i) {
	case "no":
		next := w.d.At(i + 1).UPOS
		return next == parse.NOUN || next == parse.ADJ || w.lower(i+1) == "one"
	case "nobody", "none", "neither":
		return true
	}
	return false
}

func (w *reader) lower(i int32) string { return strings.ToLower(w.d.Word(i)) }

// hearsay are the adverbs and adjectives by which a report steps back from what it says.
var hearsay = []string{"reportedly", "allegedly", "purportedly", "supposedly", "apparently", "seemingly", "ostensibly", "rumoured", "rumored", "alleged", "purported"}

// hedged says whether the report steps back from the statement: a word of hearsay in or beside its cue.
func (w *reader) hedged(s *Statement) bool {
	first, end := w.d.TokenAt(s.Cue[0].Start), w.d.TokenAt(s.Cue[0].End)
	for i := max(first-2, 0); i < min(end+1, int32(len(w.d.Tokens))); i++ {
		if slices.Contains(hearsay[:9], w.lower(i)) {
			return true
		}
	}
	return false
}

// printed is how the content is printed.
func (w *reader) printed(s *Statement) Form {
	quoted, plain := false, false
	for _, c := range s.Content {
		first := w.d.TokenAt(c.Start)
		for i := first; int(i) < len(w.d.Tokens) && int(w.d.Tokens[i].Start) < c.End && i < first+500; i++ { // bounded, for quotations without end
			switch {
			case w.quote[i] >= 0:
				quoted = true
			case w.d.Tokens[i].UPOS != parse.PUNCT && w.lower(i) != "that":
				plain = true
			}
		}
	}
	switch {
	case quoted && plain:
		return Mixed
	case quoted:
		return Direct
	}
	return Indirect
}

// earlier says whether an earlier statement is meant: "CNN previously reported".
func (w *reader) earlier(s *Statement) bool {
	i := s.CueHead
	for j := max(i-3, 0); j < min(i+2, int32(len(w.d.Tokens))); j++ {
		switch w.lower(j) {
		case "previously":
			return true
		case "earlier", "already", "originally":
			return j < i
		}
	}
	return false
}

// channel is through whom or on what the source speaks: "Reuters" in "told Reuters", "CNN" in "an
// interview with CNN", "Telegram" in "wrote on Telegram". It is not looked for in the content.
func (w *reader) channel(s *Statement) []article.Span {
	sentence := &w.d.Sentences[w.d.Tokens[s.CueHead].Sentence]
	for i := w.channelFrom(sentence, s.CueHead); i+1 < min(sentence.End, s.CueHead+20); i++ {
		if inside(s.Content, int(w.d.Tokens[i].Start)) {
			continue
		}
		var via []article.Span
		switch w.lower(i) {
		case "told", "tells", "telling", "tell":
			if i == s.CueHead {
				via = w.told(i+1, sentence.End)
			}
		case "to":
			if i > s.CueHead && i < s.CueHead+3 && confirming[w.d.Tokens[s.CueHead].Lemma] {
				via = w.outletAt(i+1, sentence.End) // "confirmed to the Ledger that"
			}
		case "interview", "interviews", "statement", "speaking", "spoke", "appearance", "email", "e-mail", "remarks", "comments":
			via = w.heldWith(i, s.CueHead, sentence)
		case "seen", "obtained", "reviewed", "viewed":
			if w.lower(i+1) == "by" {
				via = w.outletAt(i+2, sentence.End)
			}
		case "on":
			if i > s.CueHead-8 && i < s.CueHead+8 {
				via = w.platformAt(i+1, sentence.End)
			}
		}
		if via != nil {
			return via
		}
	}
	return nil
}

// channelFrom is the token from which a channel is looked for: the sentence's first where an "In an interview …" opens it, however long.
func (w *reader) channelFrom(sentence *parse.Sentence, cue int32) int32 {
	switch w.lower(sentence.First) {
	case "in", "at", "during", "speaking":
		return max(sentence.First, cue-60)
	}
	return max(sentence.First, cue-20)
}

// told is the outlet that is told something: by its name, as "the newspaper", or through its reporter.
func (w *reader) told(i, end int32) []article.Span {
	if via := w.outletAt(i, end); via != nil {
		return via
	}
	if i+1 < end && w.lower(i) == "the" && outletNouns[w.lower(i+1)] && !w.continues(i+2, end) {
		return []article.Span{w.d.Range(i, i+2)}
	}
	if i+3 < end && (w.lower(i) == "a" || w.lower(i) == "reporters") {
		for k := i + 1; k < i+5 && k+1 < end; k++ {
			switch w.lower(k) {
			case "for", "from", "with", "at", "of":
				return w.outletAt(k+1, end)
			}
		}
	}
	return nil
}

// outletNouns call an outlet that was named before.
var outletNouns = set("newspaper paper network broadcaster magazine channel station website outlet agency programme program")

// continues says whether token i goes on with the noun before it: "the agency chief".
func (w *reader) continues(i, end int32) bool {
	return i < end && (w.d.At(i).UPOS == parse.NOUN || w.d.At(i).UPOS == parse.PROPN || w.lower(i) == "'s" || w.lower(i) == "’s")
}

// heldWith is the outlet of an interview, a statement or a remark, token i: "an interview Tuesday with Norland Radio", "a CNN interview", "an interview
// airing Sunday on CNN".
func (w *reader) heldWith(i, cue int32, sentence *parse.Sentence) []article.Span {
	talk := strings.HasPrefix(w.lower(i), "interview") || w.lower(i) == "appearance"
	for k := i + 1; k < i+7 && k+1 < sentence.End && w.quote[k] == w.quote[i]; k++ {
		switch word := w.lower(k); {
		case word == "with" || word == "to" || word == "on" || talk && word == "for":
			if via := w.outletAt(k+1, sentence.End); via != nil {
				return via
			}
			if k == i+1 {
				return nil
			}
		case !talk:
			return nil
		case word == ",", word == "that":
			k = sentence.End
		}
	}
	if !talk {
		return nil
	}
	for k := i - 1; k >= sentence.First && k > i-5 && (i < sentence.First+leadingTalk || i > cue && i < cue+leadingTalk) && isCapital(w.d.Word(k)); k-- { // "In a CNN interview", not "despite his claim in a CNN interview, he"
		if w.name[k] == nameNumber(parse.Outlet) || slices.Contains(outletWords, w.lower(k)) {
			from := k
			for from > sentence.First && w.name[from-1] == w.name[k] && isCapital(w.d.Word(from-1)) {
				from--
			}
			return []article.Span{w.d.Range(from, k+1)}
		}
	}
	return nil
}

// leadingTalk is how many tokens into a sentence, or behind the cue, "in a CNN interview" is where it was said.
const leadingTalk = 9

// confirming are what sources do to what they tell an outlet.
var confirming = map[string]bool{"confirm": true, "describe": true, "disclose": true, "reveal": true, "deny": true, "acknowledge": true, "admit": true, "explain": true, "detail": true, "verify": true, "recount": true, "say": true}

// towards takes the outlet to which a thing is told from the end of it: "confirmed the second chat to the Ledger".
func (w *reader) towards(s *Statement) []article.Span {
	if len(s.Content) != 1 || s.Content[0].Start < s.Cue[0].Start || !confirming[w.d.Tokens[s.CueHead].Lemma] {
		return nil
	}
	c := &s.Content[0]
	first, end := w.d.TokenAt(c.Start), w.d.TokenAt(c.End-1)+1
	to := int32(-1)
	for i := first; i < end; i++ {
		if u := w.d.Tokens[i].UPOS; u == parse.VERB || u == parse.AUX || u == parse.PUNCT {
			return nil // what is a clause may speak of an outlet: "that he gave the list to the Ledger"
		}
		if w.lower(i) == "to" {
			to = i
		}
	}
	if to <= first {
		return nil
	}
	via := w.outletAt(to+1, end)
	if via == nil || via[0].End < c.End {
		return nil
	}
	c.End = int(w.d.Tokens[to-1].End)
	return via
}

func isCapital(word string) bool { return word != "" && word[0] >= 'A' && word[0] <= 'Z' }
