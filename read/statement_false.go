package read

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/parse"
)

// seeming says whether what looks like a statement is none, by the words of its source, its cue and its content.
func (f *finder) seeming(s *Statement) bool {
	if s.How == "transcript" || f.quote[s.CueHead] >= 0 {
		return false
	}
	if len(s.Source) > 0 && f.cue[s.CueHead].kind == sayCue && s.Source[0].Start < s.Cue[0].Start && s.Cue[0].Start < s.Content[0].Start {
		if i := f.d.TokenAt(s.Source[0].Start); f.lower(i) == "neither" || f.lower(i-1) == "neither" {
			return true // "neither the police nor the hotel had said when it began"
		}
	}
	t, next := &f.d.Tokens[s.CueHead], f.lower(s.CueHead+1)
	switch t.Lemma {
	case ":":
		return f.topic(s)
	case "report":
		return next == "from" && f.bare(s) // "Ana Ruiz reports from Port Vale"
	case "speak":
		return (next == "during" || next == "at" || next == "in" || next == "outside") && f.bare(s) // a caption
	case "continue":
		return len(s.Source) > 0 && s.Content[0].Start > s.Cue[0].Start && f.thing(f.d.TokenAt(s.Content[0].Start)) // "rescuers continued their search"
	case "call":
		return next == "off" || t.XPOS == parse.XVBN && f.passive(s.CueHead) && (next == "to" || next == "in" || next == "out") && len(s.Source) == 0 // "called off the strike", "Police were called to the scene"
	case "name":
		return next == "after" || next == "for" // "a storm named after the king"
	case "respond":
		return f.bare(s) && f.called(s) // "officers responded to a shooting"
	case "find":
		return f.lower(f.d.TokenAt(s.Content[0].Start)) == "guilty" // a court's ruling, and nothing that the convict says
	}
	return false
}

// responders are those who go where they are called, and callouts what calls them.
var (
	responders = set("police officer deputy trooper firefighter paramedic medic crew ambulance unit detective patrol sheriff department responder rescuer")
	callouts   = set("scene call report shooting incident block gunfire shot crash fire accident emergency alarm address disturbance")
)

// called says whether somebody responds by going there, and says nothing.
func (f *finder) called(s *Statement) bool {
	if s.SrcHead >= 0 && responders[f.d.Tokens[s.SrcHead].Lemma] {
		return true
	}
	for i, n := s.CueHead+1, 0; int(i) < len(f.d.Tokens) && n < 5; i, n = i+1, n+1 {
		if callouts[f.d.Tokens[i].Lemma] {
			return true
		}
	}
	return false
}

// thing says whether a noun phrase, or a preposition, opens at token i outside of quotation marks.
func (f *finder) thing(i int32) bool {
	switch f.d.Tokens[i].UPOS {
	case parse.DET, parse.NOUN, parse.ADJ, parse.ADP:
		return f.quote[i] < 0
	}
	return f.quote[i] < 0 && f.d.Tokens[i].Label == parse.NmodPoss
}

// bare says whether no verb and no quotation stands in what is said.
func (f *finder) bare(s *Statement) bool {
	for _, c := range s.Content {
		for i := f.d.TokenAt(c.Start); int(i) < len(f.d.Tokens) && int(f.d.Tokens[i].Start) < c.End; i++ {
			if t := &f.d.Tokens[i]; t.XPOS == parse.XVBD || t.XPOS == parse.XVBZ || t.XPOS == parse.XVBP || t.XPOS == parse.XMD || t.XPOS == parse.XVB || f.quote[i] >= 0 {
				return false
			}
		}
	}
	return true
}

// labels are what a page puts before a colon to say what kind of line follows.
var labels = set("story stories related photo photos picture pictures image video watch read more update updated breaking live analysis explainer topics tags note " +
	"correction clarification timeline gallery listen caption")

// topic says whether a colon stands behind what a line is about, and not behind who says it: "Related Story: …", "Port Vale shooting: police say …".
func (f *finder) topic(s *Statement) bool {
	if len(s.Source) != 1 || s.Source[0].Start > s.Cue[0].Start {
		return false
	}
	last := &f.d.Tokens[s.CueHead-1]
	if labels[f.lower(s.CueHead-1)] {
		return true
	}
	return last.UPOS == parse.NOUN && eventNoun(last.Lemma) && f.cue[s.CueHead-1].kind == noCue && slices.ContainsFunc(f.out, func(o Statement) bool {
		return o.CueHead > s.CueHead && f.d.Tokens[o.CueHead].Sentence == f.d.Tokens[s.CueHead].Sentence && len(o.Source) > 0
	})
}

// nearSubject gives a verb of saying that follows a new subject behind "and" or "but", or behind "after" and its like, that subject, where the labelling has
// none for it or one of the clause before: "Rivers swamped the east, and officials on Monday said so far 102 had died", "Orr left two days after a paper
// reported that …".
func (f *finder) nearSubject(s *Statement, sentence *parse.Sentence) {
	t := &f.d.Tokens[s.CueHead]
	if f.cue[s.CueHead].kind != sayCue || t.XPOS != parse.XVBD && t.XPOS != parse.XVBZ && t.XPOS != parse.XVBP || f.quote[s.CueHead] >= 0 || s.Content[0].Start < s.Cue[0].Start || s.How == "heard" {
		return
	}
	end := f.d.TokenAt(s.Cue[0].Start)
	for n := 0; n < 4 && end > sentence.First && f.when(end-1); n++ {
		end--
	}
	first := end
	for first > sentence.First && end-first < 8 {
		if u := f.d.At(first - 1).UPOS; u != parse.DET && u != parse.ADJ && u != parse.NOUN && u != parse.PROPN && u != parse.NUM {
			break
		}
		first--
	}
	if first == end || first < sentence.First+2 || !f.speaker(first, end) {
		return
	}
	switch f.lower(first - 1) {
	case "after", "when", "because", "while", "before", "since", "until", "once":
	default:
		if f.d.At(first-1).UPOS != parse.CCONJ || f.lower(first-2) != "," {
			return
		}
	}
	if len(s.Source) > 0 && s.Source[0].End > int(f.d.At(first-1).Start) {
		return
	}
	s.Source, s.SrcHead = []article.Span{f.d.Range(first, end)}, f.top(first, end)
}

// when says whether token i is a word of when something was said.
func (f *finder) when(i int32) bool {
	switch w := f.lower(i); w {
	case "on", "late", "early", "today", "yesterday", "morning", "afternoon", "evening", "night", "earlier", "later", "also":
		return true
	default:
		return isDay(w)
	}
}

// saidBy gives a statement that ends its sentence with ", said" and who said it what stands before, where the labelling took the speaker for
// what was said: "At least 18 were hurt, some of them badly, said police chief Mark Joni."
func (f *finder) saidBy(s *Statement, sentence *parse.Sentence) {
	if len(s.Source) > 0 || len(s.Content) != 1 || f.cue[s.CueHead].kind != sayCue || f.d.Tokens[s.CueHead].XPOS != parse.XVBD || f.quote[s.CueHead] >= 0 {
		return
	}
	cue, first, end := f.d.TokenAt(s.Cue[0].Start), f.d.TokenAt(s.Content[0].Start), f.d.TokenAt(s.Content[0].End-1)+1
	body := f.d.Body(sentence)
	if cue != s.CueHead || first != cue+1 || cue < body+4 || f.lower(cue-1) != "," || end+1 < sentence.End || !f.bare(s) || !f.speaker(first, end) || !f.clause(body, cue-1) || !f.unbroken(body, cue-1) {
		return
	}
	s.Source, s.SrcHead = s.Content, f.top(first, end)
	s.Content = []article.Span{f.d.Range(body, cue-1)}
}

// sayingToo gives a ", saying …" that closes a sentence to who speaks in it, and not to the deed in what he says: "The navy denied that a
// strike had killed 16, saying it had killed only fighters."
func (f *finder) sayingToo(k int) {
	s := &f.out[k]
	if t := &f.d.Tokens[s.CueHead]; t.XPOS != parse.XVBG || s.SrcHead < 0 || len(s.Source) != 1 || f.lower(f.d.TokenAt(s.Cue[0].Start)-1) != "," || f.quote[s.CueHead] >= 0 {
		return
	}
	deed := slices.Contains(deeds, f.d.Tokens[s.SrcHead].Lemma)
	for j := k - 1; j >= 0 && j > k-4; j-- {
		o := &f.out[j]
		if f.d.Tokens[o.CueHead].Sentence != f.d.Tokens[s.CueHead].Sentence {
			return
		}
		if len(o.Source) > 0 && o.Cue[0].Start < s.Source[0].Start && o.Source[0].Start < o.Cue[0].Start && (deed || f.d.Tokens[o.CueHead].Lemma == "recall") {
			s.Source, s.SrcHead = o.Source, o.SrcHead
			return
		}
	}
}

// tightCue ends a cue before a quantity's words that it took in ("said only up to about 100 would go"), and begins it behind a body's capitals
// that read like a modal ("CAN said the line was hit").
func (f *finder) tightCue(s *Statement) {
	c := &s.Cue[0]
	first, last := f.d.TokenAt(c.Start), f.d.TokenAt(c.End-1)
	if len(s.Cue) != 1 || f.cue[s.CueHead].kind != sayCue {
		return
	}
	if w := f.d.Word(first); len(s.Source) == 0 && first == s.CueHead-1 && len(w) > 2 && strings.ToUpper(w) == w && f.d.At(first).XPOS == parse.XMD && (f.d.Tokens[s.CueHead].XPOS == parse.XVBD || f.d.Tokens[s.CueHead].XPOS == parse.XVBN) {
		s.Source, s.SrcHead = []article.Span{f.d.Span(first)}, first
		c.Start = int(f.d.Tokens[s.CueHead].Start)
	}
	verb := f.d.TokenAt(s.Content[0].Start) // of which the number is the subject
	for i := s.CueHead + 1; i <= last && s.Content[0].Start > c.Start && f.finite(verb, verb+1); i++ {
		if f.d.Tokens[i].UPOS == parse.NUM { // "said up to 19 were killed"
			c.End = int(f.d.Tokens[s.CueHead].End)
			s.Content[0].Start = int(f.d.At(s.CueHead + 1).Start)
			return
		}
	}
	if next := last + 1; last > s.CueHead && int(next) < len(f.d.Tokens) && s.Content[0].Start == int(f.d.Tokens[next].Start) && f.lower(last) == "to" && f.lower(last-1) == "up" {
		c.End = int(f.d.Tokens[s.CueHead].End)
		s.Content[0].Start = int(f.d.At(s.CueHead + 1).Start)
	}
}

// wholeDenial goes on with what is denied behind the day that stands before its "that": "denied reports on Friday that a strike had killed 16".
func (f *finder) wholeDenial(s *Statement, sentence *parse.Sentence) {
	if len(s.Content) != 1 || f.quote[s.CueHead] >= 0 || s.Content[0].Start < s.Cue[0].Start {
		return
	}
	last := f.d.TokenAt(s.Content[0].End - 1)
	if !tells[f.d.Tokens[last].Lemma] {
		return
	}
	that := last + 1
	for that < last+5 && that+1 < sentence.End && f.when(that) {
		that++
	}
	if f.lower(that) == "by" || f.lower(that) == "from" { // "rejected a claim by a former captain that"
		for that++; that < last+10 && that+1 < sentence.End && f.lower(that) != "that" && f.d.At(that).UPOS != parse.VERB && f.d.At(that).UPOS != parse.PUNCT; {
			that++
		}
	}
	if that == last+1 || f.lower(that) != "that" {
		return
	}
	end := that + 1
	for end < sentence.End && !(f.lower(end) == "," && end+1 < sentence.End && f.d.At(end+1).XPOS == parse.XVBG && f.cue[end+1].kind == sayCue) {
		if f.quote[end] >= 0 || f.d.Word(end) == ";" {
			return
		}
		end++
	}
	for end > that+2 && f.d.At(end-1).UPOS == parse.PUNCT {
		end--
	}
	s.Content[0].End = int(f.d.At(end - 1).End)
}
