package read

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/parse"
)

// bounds brings a statement's source back to who speaks: a clause before it is what is said, and what follows it
// after a comma is how or when.
func (f *finder) bounds(s *Statement, sentence *parse.Sentence) {
	if len(s.Source) != 1 || len(s.Cue) == 0 || f.quote[s.CueHead] >= 0 {
		return
	}
	if s.Source[0].Start < s.Cue[0].Start {
		f.partSource(s, sentence)
	} else {
		f.endSource(s)
	}
}

// partSource parts a source before its cue that holds a clause: of "Two strikes killed nine people, Vale TV said, one of the
// deadliest days", the clause is content.
func (f *finder) partSource(s *Statement, sentence *parse.Sentence) {
	first, end := f.d.TokenAt(s.Source[0].Start), f.d.TokenAt(s.Source[0].End-1)+1
	k := end - 2
	for k > first && f.lower(k) != "," {
		k--
	}
	if j := f.apposed(first, end+1); j > 0 && f.lower(end) == "," {
		k = j
	}
	if k <= first || f.quote[k] >= 0 || !f.tells(first, k) || !f.speaker(k+1, end) || f.tells(k+1, end) {
		return
	}
	from := first
	if f.d.Tokens[first].UPOS == parse.VERB { // the subject of the clause was left out
		from = f.d.Body(sentence)
	}
	if !f.clause(from, k) {
		return
	}
	s.Source, s.SrcHead = []article.Span{f.d.Range(k+1, end)}, f.top(k+1, end)
	rest := clipTo(s.Content, s.Cue[0].End, len(f.d.Text))
	s.Content = append([]article.Span{f.d.Range(from, k)}, rest...)
}

// tells says whether tokens [first, end) hold a finite verb that is none of a relative clause, or open with a past.
func (f *finder) tells(first, end int32) bool {
	for i := first; i < end; i++ {
		switch x := f.d.Tokens[i].XPOS; x {
		case parse.XWP, parse.XWDT:
			return false
		case parse.XVBD, parse.XVBZ, parse.XMD, parse.XVBP:
			return true
		case parse.XVBN:
			if i == first {
				return true
			}
		}
	}
	return false
}

// goesOnWith are words that open what is no part of who is cited after a comma: "according to early figures, with
// crews still searching".
var goesOnWith = strings.Fields("with as after while but when because since although though even amid before until following including despite")

// endSource ends a source that follows its cue before such a word.
func (f *finder) endSource(s *Statement) {
	first, end := f.d.TokenAt(s.Source[0].Start), f.d.TokenAt(s.Source[0].End-1)+1
	for i := first + 1; i+1 < end; i++ {
		if f.lower(i) == "," && slices.Contains(goesOnWith, f.lower(i+1)) && f.lower(i+1) != "including" {
			s.Source[0].End = int(f.d.At(i - 1).End)
			s.SrcHead = f.top(first, i)
			return
		}
	}
}

// passive says whether a form of "be" stands right before participle i, adverbs aside.
func (f *finder) passive(i int32) bool {
	for j := i - 1; j >= 0 && j > i-4; j-- {
		if slices.Contains(beVerbs, f.lower(j)) {
			return true
		}
		if u := f.d.Tokens[j].UPOS; u != parse.ADV && u != parse.PART && u != parse.AUX {
			return false
		}
	}
	return false
}

// hearers are verbs whose subject in the passive is told something and says nothing: "Residents had been told that …".
var hearers = strings.Fields("tell inform notify warn advise assure")

// accusers are verbs whose object follows at once, so that with "of", "with" or "for" behind them their subject is who is accused.
var accusers = strings.Fields("accuse suspect convict acquit blame criticise criticize condemn indict charge")

// accusedOnly says whether a statement's source is who is accused: "Orr, accused of hiding the bill, left".
func (f *finder) accusedOnly(s *Statement) bool {
	if !slices.Contains(accusers, f.d.Tokens[s.CueHead].Lemma) || len(s.Source) != 1 || s.Source[0].Start > s.Cue[0].Start || f.d.Tokens[s.CueHead].UPOS != parse.VERB {
		return false
	}
	next := f.lower(f.d.TokenAt(s.Cue[len(s.Cue)-1].End-1) + 1)
	if last := f.lower(f.d.TokenAt(s.Cue[len(s.Cue)-1].End - 1)); last == "of" || last == "with" || last == "for" {
		next = last
	}
	return next == "of" || next == "with" || next == "for"
}

// heardOnly takes the source from a statement whose source is who was told.
func (f *finder) heardOnly(s *Statement) {
	if t := &f.d.Tokens[s.CueHead]; len(s.Source) == 1 && t.XPOS == parse.XVBN && slices.Contains(hearers, t.Lemma) && f.passive(s.CueHead) && s.Source[0].End <= s.Cue[0].Start && f.d.TokenAt(s.Source[0].End) >= f.d.TokenAt(s.Cue[0].Start) {
		s.Source, s.SrcHead = nil, -1
	}
}

// deeds are nouns for what is done, or for how a number moves, which say nothing whatever they aim at.
var deeds = strings.Fields("strike airstrike attack raid bombing bombardment shelling explosion blast fire flood quake storm clash fighting increase decrease rise fall drop jump move operation arrest killing crash search sale")

// nobody says whether a statement's source cannot speak: "the strikes aimed to cut the supply", "three died in raids
// blamed on Norland", "on a channel called “Vale News”".
func (f *finder) nobody(s *Statement) bool {
	t := &f.d.Tokens[s.CueHead]
	kind := f.cue[s.CueHead].kind
	if len(s.Source) == 1 && s.SrcHead >= 0 && kind != showCue && kind != sayCue {
		h, next := &f.d.Tokens[s.SrcHead], f.d.At(s.SrcHead+1).UPOS
		if h.UPOS == parse.NOUN && slices.Contains(deeds, h.Lemma) && next != parse.NOUN && next != parse.PROPN { // "fire chief Ida Orr"
			return true
		}
	}
	if t.UPOS == parse.VERB && t.XPOS == parse.XVBN && t.Label == parse.ACL && s.How != "past" && len(s.Source) == 1 && s.Source[0].End+1 >= s.Cue[0].Start && s.Source[0].Start < s.Cue[0].Start && f.d.TokenAt(s.Cue[0].Start) == s.CueHead {
		switch next := f.lower(s.CueHead + 1); {
		case kind == callCue, kind != sayCue && (next == "on" || next == "for" || next == "in" || next == "as"):
			return true
		}
	}
	return f.accusedOnly(s) || f.deed(s) || f.noSpeech(s) || f.dayOrTown(s) || f.compared(s)
}

// compared: what somebody says is only what a number is held against: "33 had died, five more than the government says".
func (f *finder) compared(s *Statement) bool {
	if len(s.Source) != 1 {
		return false
	}
	words := strings.Fields(strings.ToLower(s.Source[0].Text(f.d.Text)))
	return len(words) > 3 && (words[1] == "more" || words[1] == "fewer" || words[1] == "less") && words[2] == "than"
}

// dayOrTown: who is named is a day ("is expected by Friday"), or the town in capitals that opens a report's first sentence
// before a colon ("PORT VALE: The army has …").
func (f *finder) dayOrTown(s *Statement) bool {
	if len(s.Source) != 1 || s.How == "transcript" {
		return false
	}
	who := s.Source[0].Text(f.d.Text)
	switch who {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday":
		return true
	}
	if i := f.d.TokenAt(s.Source[0].Start); f.d.Tokens[i].UPOS == parse.ADP && f.d.Tokens[s.CueHead].XPOS == parse.XVBN && f.d.Tokens[s.CueHead].Label == parse.ACL && (f.lower(i) == "in" || f.lower(i) == "on" || f.lower(i) == "at") {
		return true // "The loan, agreed in March at a low rate, was secret"
	}
	switch i := max(s.SrcHead, 0); f.d.Word(i) {
	case "day", "week", "weekend", "month", "year", "today", "Tomorrow", "tomorrow", "Yesterday", "yesterday", "night", "morning", "evening", "afternoon":
		return true // "This week saw a referendum"
	}
	first := &f.d.Sentences[f.d.Tokens[s.CueHead].Sentence]
	return first.First == 0 && s.Source[0].Start == int(f.d.Tokens[0].Start) && s.Cue[0].Text(f.d.Text) == ":" &&
		f.d.Word(first.End-1) == "." && strings.ToUpper(who) == who
}

// noSpeech says whether a cue is another word of the same letters: "the fire claimed 44 lives", "the confirmed toll of 83", "79
// reported injured", "a video described to the Ledger showed …".
func (f *finder) noSpeech(s *Statement) bool {
	first, end := f.d.TokenAt(s.Content[0].Start), f.d.TokenAt(s.Content[0].End-1)+1
	if f.quote[first] >= 0 {
		return false
	}
	if f.d.Tokens[s.CueHead].Lemma == "claim" {
		for i := first; i < min(end, first+6); i++ {
			if w := f.lower(i); w == "lives" || w == "life" {
				return true
			}
		}
	}
	if s.How != "transcript" && len(s.Source) == 1 && f.d.Tokens[f.d.TokenAt(s.Source[0].Start)].UPOS == parse.DET && f.d.TokenAt(s.Source[0].Start) == f.d.TokenAt(s.Source[0].End-1) {
		switch f.lower(f.d.TokenAt(s.Source[0].Start)) {
		case "the", "a", "an":
			return true
		}
	}
	if h := s.CueHead; h > 1 && (f.d.Tokens[h].XPOS == parse.XVBN || f.d.Tokens[h].XPOS == parse.XVBD) && f.lower(h-2) == "the" {
		switch f.lower(h - 1) {
		case "first", "only", "last", "second", "third", "latest":
			return true // "is the first confirmed attack"
		}
	}
	if t := &f.d.Tokens[s.CueHead]; t.Lemma == "question" && t.XPOS == parse.XVBN && f.passive(s.CueHead) {
		return true // "A man was questioned by police"
	}
	if w := f.lower(first); (end == first+1 || f.d.Tokens[s.CueHead].Lemma == "report" && f.lower(first+1) == ",") && (w == "injured" || w == "missing" || w == "dead" || w == "killed" || w == "wounded") {
		return true
	}
	return (f.cue[s.CueHead].kind == callCue || f.d.Tokens[s.CueHead].Lemma == "describe") && f.lower(first) == "to" && first+1 < end && f.d.At(first+1).UPOS != parse.VERB
}

// deed says whether a cue is done and not said: "the group's attacks on ships", "Lorland attacked the port", "crews continued
// to search the towers".
func (f *finder) deed(s *Statement) bool {
	t := &f.d.Tokens[s.CueHead]
	last := f.d.TokenAt(s.Cue[len(s.Cue)-1].End - 1)
	if f.quote[f.d.TokenAt(s.Content[0].Start)] >= 0 {
		return false
	}
	if t.Lemma == "continue" && (f.lower(s.CueHead+1) == "to" || f.lower(last) == "to") {
		return f.cue[min(s.CueHead+2, int32(len(f.d.Tokens))-1)].kind == noCue
	}
	if t.Lemma == "invite" && f.lower(last) == "to" { // "She was invited to a group", but "invited them to stay"
		return f.d.Tokens[f.d.TokenAt(s.Content[len(s.Content)-1].Start)].UPOS != parse.VERB
	}
	if o := f.d.Child(s.CueHead, parse.Obj, parse.NsubjPass); o >= 0 && (governed[pair{t.Lemma, f.d.Tokens[o].Lemma}] != nil || t.Lemma == "recall" && recalled[f.d.Tokens[o].Lemma]) {
		return true // "closed the border", "recalled its ambassador", "recalled 20,000 cars"
	}
	return t.Lemma == "attack" && f.violent()
}

// recalled are what is called back and not remembered.
var recalled = set("troop soldier force team car vehicle truck product toy model unit battery bus aircraft delegation staff")

// violent says whether the article tells of weapons, so that an attack in it is one.
func (f *finder) violent() bool {
	n := 0
	for i := range f.d.Tokens {
		switch f.d.Tokens[i].Lemma {
		case "missile", "airstrike", "drone", "bomb", "rocket", "warship", "warplane", "shelling", "bombing", "gunman", "gunfire", "explosive", "navy", "troop", "grenade", "skiff", "speedboat":
			if n++; n >= 2 {
				return true
			}
		}
	}
	return false
}

// ownFigures are nouns for numbers that whoever tells them may have himself.
var ownFigures = strings.Fields("figure count tally estimate data number statistics toll")

// figures puts counts that others' statements end in where they belong.
func (f *finder) figures() {
	for k := len(f.out) - 1; k >= 0; k-- {
		if f.figuresOf(k) {
			f.out = slices.Delete(f.out, k, k+1)
		}
	}
}

// isFigures says whether a source is a count: "an AFP tally of official figures", "early figures".
func (f *finder) isFigures(c article.Span) bool {
	for i := f.d.TokenAt(c.Start); int(i) < len(f.d.Tokens) && int(f.d.Tokens[i].Start) < c.End; i++ {
		switch f.d.Tokens[i].UPOS {
		case parse.ADP, parse.VERB, parse.PUNCT, parse.PRON:
			return false
		}
		if slices.Contains(ownFigures, strings.ToLower(f.d.Tokens[i].Lemma)) {
			return true
		}
	}
	return false
}

// figuresOf gives a count that stands in somebody's statement, "…, according to an AFP tally", to whose count it is: "Orr
// said the group gave up after a campaign that left 300 dead, according to an AFP tally". Of figures that nobody is named
// for, "Orr said 17 were hurt, according to early figures", he is the source. It
// reports whether statement k is dropped.
func (f *finder) figuresOf(k int) bool {
	s := &f.out[k]
	if len(s.Source) != 1 || len(s.Content) != 1 || s.Content[0].End > s.Cue[0].Start || !f.isFigures(s.Source[0]) {
		return false
	}
	for j := max(0, k-3); j < k; j++ {
		o := &f.out[j]
		if len(o.Source) == 0 || len(o.Content) != 1 || !s.Content[0].Contains(o.Cue[0]) || o.Cue[0].Start > o.Content[0].Start || f.cue[o.CueHead].kind != sayCue || s.Content[0].End > o.Content[0].End+2 {
			continue
		}
		if !f.named(s.Source[0]) {
			return true
		}
		f.lastCounted(s, o)
	}
	return false
}

// named says whether a capitalised name stands in a span.
func (f *finder) named(c article.Span) bool {
	for i := f.d.TokenAt(c.Start); int(i) < len(f.d.Tokens) && int(f.d.Tokens[i].Start) < c.End; i++ {
		if f.d.Tokens[i].UPOS == parse.PROPN {
			return true
		}
	}
	return false
}

// lastCounted keeps for the count s the last clause of what o says, if a number stands in it, and takes it from o.
func (f *finder) lastCounted(s, o *Statement) {
	first, end := f.d.TokenAt(o.Content[0].Start), f.d.TokenAt(o.Content[0].End-1)+1
	number := false
	for i := end - 1; i > first+2; i-- {
		number = number || f.d.Tokens[i].UPOS == parse.NUM
		if f.quote[i] >= 0 {
			return
		}
		if w := f.lower(i); w != "that" && w != "which" && !(w == "," && slices.Contains([]string{"and", "bringing", "leaving", "killing"}, f.lower(i+1))) {
			continue
		}
		if !number || !f.clause(i+1, end) && f.lower(i) != "," {
			return
		}
		from := i
		if f.lower(i) == "," {
			from++
		} else {
			for from > first && slices.Contains([]parse.UPOS{parse.NOUN, parse.PROPN, parse.ADJ, parse.DET, parse.PUNCT, parse.NUM}, f.d.At(from-1).UPOS) && f.lower(from-1) != "," {
				from--
			}
		}
		stop := i
		for stop > first && f.d.At(stop-1).UPOS == parse.PUNCT && f.quote[stop-1] < 0 {
			stop--
		}
		s.Content = []article.Span{f.d.Range(from, end)}
		o.Content[0].End = int(f.d.At(stop - 1).End)
		return
	}
}
