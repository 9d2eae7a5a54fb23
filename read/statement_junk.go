package read

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/parse"
)

// What has the form of a statement and tells nothing of what anyone said.

// nothings are the questions of which each tells a statement that is none; the sentences are with them.
var nothings = []func(*finder, *Statement) bool{
	(*finder).onlySubject, (*finder).begun, (*finder).soCalled, (*finder).seenBy, (*finder).shielded, (*finder).leftOpen, (*finder).convened,
	(*finder).onlyCue, (*finder).meant, (*finder).voted, (*finder).fateOf, (*finder).spokeWhen, (*finder).bearsName, (*finder).lets,
	(*finder).byNothing, (*finder).before, (*finder).appoints, (*finder).takesBack,
}

// tellsNothing says whether a statement is none.
func (f *finder) tellsNothing(s *Statement) bool {
	if s.How == "transcript" || f.quote[s.CueHead] >= 0 {
		return false
	}
	return slices.ContainsFunc(nothings, func(is func(*finder, *Statement) bool) bool { return is(f, s) })
}

// meant: what a thing means is not what it says: "Moving ships does not mean that war is near".
func (f *finder) meant(s *Statement) bool {
	c := f.d.TokenAt(s.Content[0].Start)
	return f.d.Tokens[s.CueHead].Lemma == "mean" && f.lower(c) == "that" && s.Content[0].Start > s.Cue[0].Start
}

// spokeWhen: of a speech only the day is told: "Orr spoke on Monday in the capital".
func (f *finder) spokeWhen(s *Statement) bool {
	c := f.d.TokenAt(s.Content[0].Start)
	return f.d.Tokens[s.CueHead].Lemma == "speak" && len(s.Content) == 1 && (isDay(f.d.Word(c)) || months[f.lower(c)] && isCapital(f.d.Word(c)))
}

// naming are verbs of giving a name.
var naming = set("call nickname name dub term style title entitle christen")

// bearsName: a name is told, and who calls it so is nobody: "sequences called plasmids", "Ida Orr, nicknamed the Queen of Vale, …", "a group calling itself the Free
// Front".
func (f *finder) bearsName(s *Statement) bool {
	t := &f.d.Tokens[s.CueHead]
	if !naming[t.Lemma] || len(s.Source) != 1 || s.Source[0].End > s.Cue[0].Start || f.quote[s.CueHead] >= 0 {
		return false
	}
	switch f.lower(s.CueHead + 1) {
	case "itself", "himself", "herself", "themselves":
		return t.XPOS == parse.XVBG || relativePronoun[f.lower(s.CueHead-1)] // "raiders who call themselves Grey Tern"
	}
	for i := s.CueHead + 1; i < min(s.CueHead+5, int32(len(f.d.Tokens))); i++ {
		if accounts[f.d.Tokens[i].Lemma] {
			return false // "Ana Storm, the fleet's chief, called Norland's claims fictitious"
		}
	}
	return t.XPOS == parse.XVBN && f.d.Child(s.CueHead, parse.Aux, parse.Nsubj) < 0 && f.d.TokenAt(s.Source[0].End-1)+2 >= s.CueHead
}

// lets: who lets somebody do something or puts him up for it says nothing, nor who cannot keep somebody: "the law allowed killers to go free", "she could not
// support him".
func (f *finder) lets(s *Statement) bool {
	c := f.d.TokenAt(s.Content[0].Start)
	switch f.d.Tokens[s.CueHead].Lemma {
	case "allow", "nominate":
		return f.lower(c) != "that" && f.quote[c] < 0
	case "support":
		return f.d.Tokens[c].UPOS == parse.PRON && int(f.d.Tokens[c].End) == s.Content[0].End && f.lower(c) != "it" && f.lower(c) != "this" && f.lower(c) != "that"
	case "per":
		return len(s.Source) == 1 && slices.Contains([]string{"request", "agreement", "custom", "tradition", "rule", "rules", "policy", "protocol", "order", "law"}, f.lower(f.d.TokenAt(s.Source[0].Start)))
	}
	return false
}

// votes are what a number of members does to a motion.
var votes = set("back support oppose endorse approve reject favour favor adopt")

var voters = set("member senator lawmaker mp delegate deputy councillor councilman vote state nation country judge justice representative shareholder")

// byNothing: what nothing says is not said: "Nothing suggested that the fire had been set", "Nothing in the report says that …".
func (f *finder) byNothing(s *Statement) bool {
	if len(s.Source) != 1 {
		return false
	}
	who := strings.ToLower(s.Source[0].Text(f.d.Text))
	return (who == "nothing" || strings.HasPrefix(who, "nothing in ")) && f.quote[f.d.TokenAt(s.Content[0].Start)] < 0
}

// takesBack: goods that are called back are not remembered: "The agency recalled all cheese made by the dairy".
func (f *finder) takesBack(s *Statement) bool {
	c, end := f.d.TokenAt(s.Content[0].Start), f.d.TokenAt(s.Content[0].End-1)+1
	if f.d.Tokens[s.CueHead].Lemma != "recall" || len(s.Source) != 1 || s.Content[0].Start < s.Cue[0].Start || f.quote[c] >= 0 || f.lower(c) == "that" || f.lower(c) == "how" {
		return false
	}
	o := f.d.Child(s.CueHead, parse.Obj)
	return o >= c && o < end && f.d.Tokens[o].UPOS != parse.VERB && recalls[f.d.Tokens[f.d.TokenAt(s.Source[0].End-1)].Lemma]
}

// recalls are bodies that take goods back.
var recalls = set("agency company maker manufacturer firm carmaker automaker retailer supermarket regulator authority ministry government dairy producer chain watchdog administration office")

// appoints: who is named or dismissed is told nothing: "The board fired its chief, Ida Orr, and named Tom Lane as interim head", "dismissed the governor".
func (f *finder) appoints(s *Statement) bool {
	c, end := f.d.TokenAt(s.Content[0].Start), f.d.TokenAt(s.Content[0].End-1)+1
	if len(s.Content) != 1 || f.quote[c] >= 0 || s.Content[0].Start < s.Cue[0].Start || f.finite(c, end) {
		return false
	}
	switch f.d.Tokens[s.CueHead].Lemma {
	case "name":
		for t := c; t+1 < end; t++ {
			if f.lower(t) == "as" { // but "named the victim as Ida Orr"
				return !slices.ContainsFunc(f.d.Names, func(n parse.Name) bool { return n.Kind == parse.Person && n.First > t && n.First < end })
			}
		}
	case "dismiss":
		for _, n := range f.d.Names {
			if n.Kind == parse.Person && n.First >= c && n.End == end {
				return f.lower(n.First-1) != "of" && f.lower(n.First-1) != "by" && !accounts[f.d.At(c).Lemma] && !accounts[f.d.At(c+1).Lemma]
			}
		}
	}
	return false
}

// before: before or with whom one pleads is not what one says: "He pleaded before the elders".
func (f *finder) before(s *Statement) bool {
	c := f.d.TokenAt(s.Content[0].Start)
	if f.d.Tokens[s.CueHead].Lemma != "plead" || s.Content[0].Start < s.Cue[0].Start || f.quote[c] >= 0 {
		return false
	}
	switch f.lower(c - 1) {
	case "before", "with":
		return !f.finite(c, f.d.TokenAt(s.Content[len(s.Content)-1].End-1)+1)
	}
	return false
}

// voted: a vote is no speech: "The motion was backed by 212 members".
func (f *finder) voted(s *Statement) bool {
	if !votes[f.d.Tokens[s.CueHead].Lemma] || len(s.Source) != 1 || !f.passive(s.CueHead) || s.Content[len(s.Content)-1].End > s.Cue[0].Start {
		return false
	}
	first := f.d.TokenAt(s.Source[0].Start)
	return f.d.Tokens[first].UPOS == parse.NUM && f.lower(first-1) == "by" && voters[f.d.At(first+1).Lemma]
}

// fateOf: what is known of somebody's fate is told by nobody who is named: "the number of people confirmed dead rose to 29".
func (f *finder) fateOf(s *Statement) bool {
	t := &f.d.Tokens[s.CueHead]
	if t.Lemma != "confirm" && t.Lemma != "report" && t.Lemma != "presume" && t.Lemma != "fear" || len(s.Source) != 1 || !counted[f.d.At(f.d.TokenAt(s.Source[0].End-1)).Lemma] || f.d.TokenAt(s.Source[0].End-1)+1 != s.CueHead {
		return false
	}
	switch f.lower(s.CueHead + 1) {
	case "dead", "killed", "missing", "injured", "wounded", "infected", "drowned":
		return true
	}
	return false
}

// counted are nouns for those of whom a number is told.
var counted = set("people person victim passenger worker resident migrant villager miner soldier civilian child patient case number")

// onlySubject: of something done in the passive by nobody who is named, only to what is told: "An explosion was reported", "The results will
// be announced", "the hours in which crimes were reported".
func (f *finder) onlySubject(s *Statement) bool {
	t := &f.d.Tokens[s.CueHead]
	if len(s.Source) > 0 || t.XPOS != parse.XVBN || s.Content[len(s.Content)-1].End > s.Cue[0].Start || !f.passive(s.CueHead) {
		return false
	}
	first, end := f.d.TokenAt(s.Content[0].Start), f.d.TokenAt(s.Content[len(s.Content)-1].End-1)+1
	return f.quote[first] < 0 && !f.finite(first, end)
}

// begun: something began or closed, and nobody spoke: "the ferry began to list shortly after leaving port".
func (f *finder) begun(s *Statement) bool {
	t := &f.d.Tokens[s.CueHead]
	if t.Lemma == "continue" || t.Lemma == "conclude" || t.Lemma == "sign" || !slices.Contains(opens, t.Lemma) || f.lower(s.CueHead+1) == "by" {
		return false
	}
	return !slices.ContainsFunc(s.Content, func(c article.Span) bool { return f.quote[f.d.TokenAt(c.Start)] >= 0 })
}

// soCalled: "so-called" is nobody's word.
func (f *finder) soCalled(s *Statement) bool {
	i := s.CueHead
	return f.lower(i) == "called" && i > 0 && (f.lower(i-1) == "so" || f.lower(i-1) == "-" && i > 1 && f.lower(i-2) == "so")
}

// seenBy: who saw a paper does not say it: "a copy of which was seen by the Mail".
func (f *finder) seenBy(s *Statement) bool {
	switch f.lower(s.CueHead) {
	case "seen", "obtained", "reviewed", "viewed":
		return f.passive(s.CueHead) && f.lower(s.CueHead+1) != "as"
	}
	return false
}

// shielded: why, or on what terms, a source is not named: "spoke on condition of anonymity to discuss the talks", "as he feared reprisals",
// "did not want her name published".
func (f *finder) shielded(s *Statement) bool {
	if strings.Contains(s.Cue[len(s.Cue)-1].Text(f.d.Text), "anonymity") {
		return true
	}
	text := s.Content[0].Text(f.d.Text)
	if f.d.Tokens[s.CueHead].Lemma == "speak" && (strings.HasSuffix(s.Cue[len(s.Cue)-1].Text(f.d.Text), " condition") || strings.HasPrefix(text, "condition ") || strings.HasPrefix(text, "the condition ")) {
		return true // "spoke on condition of anonymity because they may not brief the press"
	}
	if t := f.d.Tokens[s.CueHead].Lemma; t == "want" && f.negated(s.CueHead) && strings.Contains(text, "name") {
		return true
	}
	sentence := &f.d.Sentences[f.d.Tokens[s.CueHead].Sentence]
	for i := s.CueHead - 1; i > sentence.First && i > s.CueHead-6; i-- {
		switch f.lower(i) {
		case "as", "because", "since":
			w := f.lower(i - 1)
			return w == "anonymity" || w == "anonymous" || w == "named" || w == "identified"
		case ",", "said", "told":
			return false
		}
	}
	return false
}

// leftOpen: what was ordered or asked is not said again: "unless a judge ordered him to".
func (f *finder) leftOpen(s *Statement) bool {
	c := s.Content[len(s.Content)-1]
	first, last := f.d.TokenAt(s.Content[0].Start), f.d.TokenAt(c.End-1)
	if first == last && f.lower(first) == "there" {
		return len(s.Content) == 1
	}
	return len(s.Content) == 1 && last-first < 4 && f.lower(last) == "to" && c.Start > s.Cue[0].Start
}

// meetings are what is called and not called something.
var meetings = set("hearing meeting election strike vote referendum conference summit session halt truce ceasefire inquiry ambulance police taxi")

// convened: "had called the hearing because they felt ignored", "called an election".
func (f *finder) convened(s *Statement) bool {
	if f.d.Tokens[s.CueHead].Lemma != "call" || f.d.TokenAt(s.Cue[len(s.Cue)-1].End-1) != s.CueHead || s.Content[0].Start < s.Cue[0].Start || len(s.Source) == 0 {
		return false
	}
	i := f.d.TokenAt(s.Content[0].Start)
	for n := 0; n < 4 && int(i) < len(f.d.Tokens) && f.quote[i] < 0; i, n = i+1, n+1 {
		switch u := f.d.Tokens[i].UPOS; {
		case u == parse.NOUN && f.d.At(i+1).UPOS != parse.NOUN:
			u := f.d.At(i + 1).UPOS
			return meetings[f.d.Tokens[i].Lemma] && u != parse.DET && u != parse.ADJ && u != parse.PROPN && u != parse.PRON && f.quote[i+1] < 0
		case u != parse.DET && u != parse.ADJ && u != parse.NOUN && u != parse.PROPN:
			return false
		}
	}
	return false
}

// onlyCue: all that is said is who says something else: "when Lane interjected, Orr said “No.”".
func (f *finder) onlyCue(s *Statement) bool {
	if len(s.Content) != 1 {
		return false
	}
	c := s.Content[0]
	return slices.ContainsFunc(f.inSentence(&f.d.Sentences[f.d.Tokens[s.CueHead].Sentence]), func(o Statement) bool {
		return o.CueHead != s.CueHead && len(o.Source) == 1 && c.Start == min(o.Source[0].Start, o.Cue[0].Start) && c.End == max(o.Source[0].End, o.Cue[0].End)
	})
}

// inSentence is the statements whose cues stand in sentence s.
func (f *finder) inSentence(s *parse.Sentence) []Statement {
	start, end := int(f.d.Tokens[s.First].Start), int(f.d.Tokens[s.End-1].End)
	at, _ := slices.BinarySearchFunc(f.out, start, func(o Statement, at int) int { return o.Cue[0].Start - at })
	to := at
	for to < len(f.out) && f.out[to].Cue[0].Start < end {
		to++
	}
	return f.out[at:to]
}
