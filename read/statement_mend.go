package read

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/parse"
)

// mend sets right, where the words leave no doubt, what the labelling of one cue alone cannot see:
// datelines in contents, whom a report cites swallowed by what it reports, and two statements of one
// sentence that each hold the other.
func (f *finder) mend() {
	f.dropWeighed()
	f.ownQuotations()
	for k := range f.out {
		s := &f.out[k]
		sentence := &f.d.Sentences[f.d.Tokens[s.CueHead].Sentence]
		if len(s.Content) == 0 {
			continue // emptied by another
		}
		f.answered(s)
		f.calledAs(s)
		f.participleAlone(s)
		f.reportedAbout(s)
		f.accordingToWhich(k, sentence)
		f.reportsWhole(s, sentence)
		f.openCiting(s, sentence)
		f.apposedSource(s)
		f.namedSource(s)
		f.asReported(s, sentence)
		f.asideSpeaker(k, sentence)
		f.wholeOwner(s, sentence)
		f.dropCredit(s)
		f.swapSaid(s, sentence)
		f.insertedSaid(s, sentence)
		f.betweenCommas(s)
		f.behindWhose(s)
		f.ownSource(s, sentence)
		f.nestedSource(k)
		f.lettered(s, sentence)
		f.paperSaid(s, sentence)
		f.tightCue(s)
		f.nearSubject(s, sentence)
		f.saidBy(s, sentence)
		f.wholeDenial(s, sentence)
		f.sayingToo(k)
		f.bounds(s, sentence)
		f.withSubject(s, sentence)
		f.findSubject(s, sentence)
		f.wholeSubject(s, sentence)
		f.saysOfIt(s, sentence)
		f.noDay(s)
		f.wholeOutlet(s)
		f.pointedAt(s, sentence)
		f.saidToBe(s)
		f.citingThat(s, sentence)
		f.leadCiting(s, sentence)
		f.saidThen(s, sentence)
		f.saidBetween(s, sentence)
		f.wholeBefore(k, sentence)
		f.wholeThat(s, sentence)
		f.dropDateline(s, sentence)
		f.dropCiting(s, sentence)
		for j := max(0, k-3); j < min(len(f.out), k+4); j++ {
			if j != k && len(f.out[j].Content) > 0 {
				f.untangle(s, &f.out[j])
			}
		}
		f.carryOn(s, sentence)
		f.sentenceBefore(s)
		f.quotedWhole(s, sentence)
		f.giveTitle(s)
		f.reach(s, sentence)
		f.conditionBehind(s, sentence)
	}
	f.out = slices.DeleteFunc(f.out, func(s Statement) bool { return len(s.Content) == 0 })
}

// weighing are verbs by which somebody is said to think of doing something: who reports it says it, and not who thinks of it.
var weighing = set("consider weigh mull contemplate ponder study eye plan")

// dropWeighed leaves out a "is considering …" that somebody else reports, before it or behind a comma: "An official said Norland was weighing whether to
// close the port", "Norland is considering closing the port, the Post reported, citing two officials." What Norland does is an event, and the Post tells it.
func (f *finder) dropWeighed() {
	f.out = slices.DeleteFunc(f.out, func(s Statement) bool {
		i := s.CueHead
		t := &f.d.Tokens[i]
		if t.Lemma == "sign" && f.quote[i] < 0 && f.cue[i].kind == sayCue && !strings.ContainsAny(s.Content[0].Text(f.d.Text), "“\"") {
			return true // "signed an order banning sales"
		}
		if t.Lemma == "issue" && f.quote[i] < 0 && f.permits(s.Cue) {
			return true // "issued an arrest warrant for the builder"
		}
		if !weighing[t.Lemma] || t.XPOS != parse.XVBD && (t.XPOS != parse.XVBG || f.d.Child(i, parse.Aux) < 0) || f.quote[i] >= 0 {
			return false
		}
		end := s.Content[len(s.Content)-1].End
		told := slices.ContainsFunc(f.out, func(o Statement) bool {
			if f.d.Tokens[o.CueHead].Sentence != t.Sentence || len(o.Source) != 1 || o.CueHead == i {
				return false
			}
			if len(s.Source) == 1 && slices.ContainsFunc(o.Content, func(c article.Span) bool { return c.Contains(s.Cue[0]) && c.Contains(s.Source[0]) }) {
				return true
			}
			if o.CueHead < i || t.XPOS == parse.XVBD {
				return false
			}
			from := f.d.TokenAt(min(o.Source[0].Start, o.Cue[0].Start))
			return f.lower(from-1) == "," && int(f.d.At(from-1).Start) >= end
		})
		if told {
			for k := f.d.TokenAt(s.Cue[0].Start); k <= i; k++ {
				f.score[k] = min(f.score[k], rivalSure)
			}
		}
		return told
	})
}

// permits reports whether a cue of issuing holds a paper that allows or bids and says nothing: a warrant, a permit.
func (f *finder) permits(cue []article.Span) bool {
	for _, c := range cue {
		for _, w := range strings.Fields(strings.ToLower(c.Text(f.d.Text))) {
			switch strings.TrimSuffix(w, "s") {
			case "warrant", "permit", "licence", "license", "visa", "passport", "bond", "ticket", "fine", "subpoena", "summon", "share", "refund", "certificate":
				return true
			}
		}
	}
	return false
}

// ownQuotations gives a statement of one sentence that took the quotation of the next, which has a cue of its own, what its own words deny:
// "Brill denied wrongdoing. “I have paid every crown,” she said."
func (f *finder) ownQuotations() {
	for k := range f.out {
		s := &f.out[k]
		cue := &f.d.Sentences[f.d.Tokens[s.CueHead].Sentence]
		if len(s.Content) != 1 || s.Content[0].Start < int(f.d.At(cue.End-1).End) {
			continue
		}
		own := slices.ContainsFunc(f.out, func(o Statement) bool {
			return o.CueHead >= cue.End && len(o.Content) > 0 && o.Content[0].Start <= s.Content[0].Start && o.Content[0].End >= s.Content[0].End
		})
		last := f.d.TokenAt(s.Cue[len(s.Cue)-1].End - 1)
		if own && last > s.CueHead && f.cue[s.CueHead].kind != noCue {
			s.Cue, s.Content = []article.Span{f.d.Span(s.CueHead)}, []article.Span{f.d.Range(s.CueHead+1, last+1)}
		}
	}
}

// answered gives what somebody responds to back to the reports or claims that hold it: "She was responding to reports that the army had
// shelled a school" is nothing that she says.
func (f *finder) answered(s *Statement) {
	switch f.d.Tokens[s.CueHead].Lemma {
	case "respond", "react", "reply", "refer", "allude":
	default:
		return
	}
	to := s.CueHead + 1
	if f.lower(to) != "to" || f.quote[s.CueHead] >= 0 {
		return
	}
	for i := to + 1; i < to+6 && int(i)+1 < len(f.d.Tokens); i++ {
		switch f.d.Tokens[i].UPOS {
		case parse.DET, parse.ADJ:
			continue
		case parse.NOUN:
			end := s.Content[len(s.Content)-1].End
			if tells[f.d.Tokens[i].Lemma] && f.lower(i+1) == "that" && int(f.d.At(i+1).Start) < end {
				s.Source, s.SrcHead = nil, -1
				s.Cue, s.CueHead = []article.Span{f.d.Span(i)}, i
				s.Content = []article.Span{{Start: int(f.d.At(i + 1).Start), End: end}}
			}
		}
		return
	}
}

// tells are nouns for what tells something, of which who answers it is not the source.
var tells = set("report claim allegation accusation suggestion rumour rumor assertion charge")

// withSubject gives a participle after "with" and a noun phrase that phrase for its source, and not the sentence's subject: "Both sides
// traded fire, with Norland accusing Sudland of …".
func (f *finder) withSubject(s *Statement, sentence *parse.Sentence) {
	t := &f.d.Tokens[s.CueHead]
	cue := f.d.TokenAt(s.Cue[0].Start)
	if t.XPOS != parse.XVBG || cue != s.CueHead || f.cue[s.CueHead].kind == noCue || f.quote[s.CueHead] >= 0 {
		return
	}
	i := cue
	for i > sentence.First+1 && i > cue-8 {
		switch k := f.d.At(i - 1); k.UPOS {
		case parse.DET, parse.ADJ, parse.NOUN, parse.PROPN, parse.NUM, parse.PART:
			i--
			continue
		}
		break
	}
	if i == cue || i == sentence.First || f.lower(i-1) != "with" || i-1 > sentence.First && f.lower(i-2) != "," {
		return
	}
	for k := range s.Source {
		if f.d.TokenAt(s.Source[k].Start) >= i-1 && s.Source[k].Start < s.Cue[0].Start {
			return
		}
	}
	s.Source, s.SrcHead = []article.Span{f.d.Range(i, cue)}, cue-1
}

// findSubject gives a statement without a source the subject of its verb of saying or, where the tree has
// none, what opens the sentence and is set off from the verb by commas: "Two officials familiar with the
// inquiry, speaking on condition of anonymity, said it failed."
func (f *finder) findSubject(s *Statement, sentence *parse.Sentence) {
	if k := f.cue[s.CueHead].kind; len(s.Source) > 0 || k == noCue || k == thinkCue || f.d.Tokens[s.CueHead].UPOS != parse.VERB || s.How == "heard" || s.Content[0].Start < s.Cue[0].Start {
		return
	}
	cue := f.d.TokenAt(s.Cue[0].Start)
	first := f.d.Child(s.CueHead, parse.Nsubj)
	switch {
	case first >= sentence.First && first < cue && f.lower(first) != "it":
		first, _ = f.d.Subtree(first)
		first = max(first, sentence.First)
	case cue > sentence.First && f.lower(cue-1) == "," && f.d.Tokens[s.CueHead].XPOS != parse.XVBG:
		first = f.d.Body(sentence)
	case f.adding(s, cue):
		first = f.left[f.subject(s.CueHead)]
		cue = f.subject(s.CueHead) + 1
	default:
		return
	}
	who := f.phrase(first, cue)
	if who == nil {
		return
	}
	for t := first; int(f.d.Tokens[t].Start) < who[0].End; t++ {
		if x := f.d.Tokens[t].XPOS; x == parse.XVBD || x == parse.XVBZ || x == parse.XVBP || x == parse.XMD {
			return // a clause, not a phrase
		}
	}
	s.Source, s.SrcHead = who, first
	for t := first; int(f.d.Tokens[t].Start) < who[0].End; t++ {
		if f.d.Tokens[t].Label == parse.Nsubj {
			s.SrcHead = t
		}
	}
}

// adding says whether the cue is a participle behind a comma whose clause has a subject before it: "Police on Friday lowered the toll to 40, saying …".
func (f *finder) adding(s *Statement, cue int32) bool {
	if f.d.Tokens[s.CueHead].XPOS != parse.XVBG || f.d.Tokens[s.CueHead].Label != parse.Advcl || f.lower(cue-1) != "," {
		return false
	}
	subj := f.subject(s.CueHead)
	return subj >= 0 && subj < cue-1 && f.left[subj] >= f.d.Sentences[f.d.Tokens[cue].Sentence].First && f.d.Tokens[subj].UPOS != parse.PRON
}

// wholeSubject gives a statement all of the phrase that opens its sentence where its source is only the place or body that a clause in that
// phrase ends with: "The owner of the ferry that sank off Tolm acknowledged that …".
func (f *finder) wholeSubject(s *Statement, sentence *parse.Sentence) {
	if len(s.Source) != 1 || f.quote[s.CueHead] >= 0 {
		return
	}
	first, cue := f.d.TokenAt(s.Source[0].Start), f.d.TokenAt(s.Cue[0].Start)
	body := f.d.Body(sentence)
	if first <= body+2 || cue < first || cue > body+25 || int(f.d.At(cue-1).End) != s.Source[0].End || f.d.At(first-1).UPOS != parse.ADP {
		return
	}
	head, clause := int32(-1), false
	for i := body; i < first; i++ {
		t := &f.d.Tokens[i]
		switch {
		case t.UPOS == parse.PUNCT || f.score[i] > rivalSure || t.XPOS == parse.XMD:
			return
		case t.UPOS == parse.NOUN || t.UPOS == parse.PROPN:
			if head < 0 && f.d.At(i+1).UPOS != parse.NOUN && f.d.At(i+1).UPOS != parse.PROPN {
				head = i
			}
		case head < 0 && t.UPOS != parse.DET && t.UPOS != parse.ADJ && t.UPOS != parse.NUM:
			return
		case head >= 0 && (t.UPOS == parse.PRON || t.UPOS == parse.SCONJ):
			clause = clause || f.lower(i) == "that" || f.lower(i) == "which" || f.lower(i) == "who"
		}
	}
	if head >= 0 && clause {
		s.Source, s.SrcHead = []article.Span{f.d.Range(body, cue)}, head
	}
}

// wholeBefore gives a statement whose source and cue close the sentence, after a comma, all of the sentence
// before them: "Residents may return if the store is safe, the harbour master said." Of a subject with a clause of its own
// ("All 24 girls who were taken last week have been freed, …") a labelling of words may keep the subject alone. Nothing is done where
// quotation marks, a semicolon or another cue say that somebody else may speak there.
func (f *finder) wholeBefore(k int, sentence *parse.Sentence) {
	s := &f.out[k]
	if len(s.Content) != 1 || len(s.Source) != 1 || len(s.Cue) != 1 {
		return
	}
	c := &s.Content[0]
	first, last := f.d.TokenAt(c.Start), f.d.TokenAt(c.End-1)
	from, to := min(s.Source[0].Start, s.Cue[0].Start), max(s.Source[0].End, s.Cue[0].End)
	body := f.d.Body(sentence)
	if f.d.Tokens[body].UPOS == parse.ADV && f.lower(body+1) == "," && body+2 < sentence.End {
		body += 2 // "Meanwhile, 204 bodies have been found, …"
	}
	comma := f.d.TokenAt(from) - 1
	if first > sentence.End || last >= comma || first <= body && last+1 == comma || f.lower(comma) != "," || !f.closesWithTime(f.d.TokenAt(to), sentence) && !f.citesNext(f.d.TokenAt(to), sentence) {
		return
	}
	if first > body && f.unbroken(body, first) {
		c.Start = int(f.d.Tokens[body].Start)
	}
	if last+1 < comma && f.unbroken(max(last+1, body), comma) {
		c.End = int(f.d.At(comma - 1).End)
	}
}

// citesNext reports whether from token t on nothing but a time stands before ", citing": "reported on Tuesday, citing two officials".
func (f *finder) citesNext(t int32, sentence *parse.Sentence) bool {
	for j := t; j+1 < sentence.End && j < t+6; j++ {
		if f.lower(j) == "," {
			return f.lower(j+1) == "citing"
		}
	}
	return false
}

// unbroken reports whether neither quotation marks, a semicolon nor another cue stand among the tokens [from, to).
func (f *finder) unbroken(from, to int32) bool {
	for t := from; t < to; t++ {
		if f.score[t] > rivalSure || strings.ContainsAny(f.d.Word(t), "\"“”;:—–") {
			return false
		}
	}
	return true
}

// citingThat gives what stands behind the words for whom a report cites to the report: "Reuters reported, citing the operator, that two were
// hurt".
func (f *finder) citingThat(s *Statement, sentence *parse.Sentence) {
	i := f.d.TokenAt(s.Cue[len(s.Cue)-1].End-1) + 1
	if len(s.Source) != 1 || i+4 >= sentence.End || f.lower(i) != "," || !f.cites(i+1, sentence) || f.quote[i+1] >= 0 || s.Source[0].Start > s.Cue[0].Start {
		return
	}
	for t := i + 3; t+2 < sentence.End && t < i+24; t++ {
		if f.quote[t] >= 0 {
			return
		}
		if f.lower(t) != "that" || f.lower(t-1) != "," {
			continue
		}
		end := sentence.End
		for end > t+2 && f.d.At(end-1).UPOS == parse.PUNCT {
			end--
		}
		s.Content = []article.Span{f.d.Range(t, end)}
		return
	}
}

// wholeThat begins a content at the "that" which opens it and ends it no earlier than its clause: "said at a conference that 13 people,
// including five soldiers, were killed", "posted that, as of noon, 13 had died".
func (f *finder) wholeThat(s *Statement, sentence *parse.Sentence) {
	if len(s.Content) != 1 || f.cue[s.CueHead].kind != sayCue || f.quote[s.CueHead] >= 0 || s.How == "transcript" {
		return
	}
	c := &s.Content[0]
	cue := f.d.TokenAt(s.Cue[len(s.Cue)-1].End-1) + 1
	first := f.d.TokenAt(c.Start)
	if first < cue || first >= sentence.End {
		return
	}
	that := first
	for t := cue; t < first; t++ {
		switch k := &f.d.Tokens[t]; {
		case that == first && (k.UPOS == parse.VERB && k.Label != parse.Amod || k.XPOS == parse.XMD), f.score[t] > rivalSure, f.quote[t] >= 0:
			return
		case f.lower(t) == "that" && that == first && (k.Label != parse.Det || f.d.At(t+1).UPOS == parse.NUM || k.Head >= 0 && f.d.Tokens[k.Head].XPOS == parse.XNNS): // "that 13 farmers" is no determiner
			that = t
		}
	}
	if that != first {
		c.Start, first = int(f.d.Tokens[that].Start), that
	}
	last := f.d.TokenAt(c.End - 1)
	if f.lower(first) != "that" || last+2 >= sentence.End || f.lower(last+1) != "," {
		return
	}
	for t := first; t <= last; t++ {
		if k := &f.d.Tokens[t]; k.UPOS == parse.VERB || k.UPOS == parse.AUX {
			return
		}
	}
	end := sentence.End
	for end > last+2 && f.d.At(end-1).UPOS == parse.PUNCT {
		end--
	}
	for t := last + 1; t < end; t++ {
		if f.score[t] > rivalSure || f.quote[t] >= 0 || f.d.Word(t) == ";" {
			return
		}
	}
	c.End = int(f.d.At(end - 1).End)
}

// leadCiting gives what an outlet reports, "citing X," set between it and its verb, to the outlet and not to X: "The Vale Times, citing ministry
// spokesperson Ida Orr, reported that …". X is then who it cites.
func (f *finder) leadCiting(s *Statement, sentence *parse.Sentence) {
	if len(s.Source) != 1 || f.cue[s.CueHead].kind != sayCue || s.Source[0].Start > s.Cue[0].Start {
		return
	}
	body, from := f.d.Body(sentence), f.d.TokenAt(s.Source[0].Start)
	for i := from - 1; i > body+1 && i > from-12; i-- {
		if !f.cites(i, sentence) || f.lower(i-1) != "," {
			continue
		}
		if f.lower(f.d.TokenAt(s.Cue[0].Start)-1) != "," {
			return
		}
		if who := f.phrase(body, i-1); who != nil && who[0].End == int(f.d.At(i-2).End) {
			s.Source, s.SrcHead = who, i-2
			for t := body; t < i-1; t++ {
				if l := f.d.Tokens[t].Label; l == parse.Nsubj || l == parse.Root {
					s.SrcHead = t
				}
			}
		}
		return
	}
}

// dropDateline takes the dateline from a content: "PORT VALE, Norland (NP) — The bridge is closed, the
// ministry said."
func (f *finder) dropDateline(s *Statement, sentence *parse.Sentence) {
	body := f.d.Body(sentence)
	if at := int(f.d.Tokens[body].Start); body > sentence.First && s.Content[0].Start < at {
		if s.Content[0].End > at {
			s.Content[0].Start = at
		} else if rest := clipTo(s.Content, at, len(f.d.Text)); len(rest) > 0 {
			s.Content = rest
		}
	}
}

// dropCiting ends what an outlet reports before the words that say whom it cites: "Reuters reported that
// the plan was signed, citing three officials." What others cite is part of what they say.
func (f *finder) dropCiting(s *Statement, sentence *parse.Sentence) {
	last := &s.Content[len(s.Content)-1]
	if !strings.EqualFold(f.d.Tokens[s.CueHead].Lemma, "report") && !(s.SrcHead >= 0 && f.isOutletName(s.SrcHead)) {
		return
	}
	for i := max(f.d.TokenAt(last.Start), sentence.First) + 2; i+1 < sentence.End && int(f.d.Tokens[i].Start) < last.End; i++ {
		if f.cites(i, sentence) && f.lower(i-1) == "," && f.phrase(i+1, sentence.End) != nil {
			last.End = int(f.d.At(i - 2).End)
			return
		}
	}
}

func (f *finder) isOutletName(t int32) bool {
	for _, n := range f.d.Names {
		if n.First > t {
			return false
		}
		if t < n.End {
			return n.Kind == parse.Outlet
		}
	}
	return false
}

// untangle cuts the content of a before b's source and cue where b, that follows, says all of a: "Lee
// warned the court that the dam was full, three officials told reporters."
func (f *finder) untangle(a, b *Statement) {
	if f.d.Tokens[a.CueHead].Sentence != f.d.Tokens[b.CueHead].Sentence || len(b.Source) == 0 {
		return
	}
	cut := min(b.Cue[0].Start, b.Source[0].Start)
	last := &a.Content[len(a.Content)-1]
	if a.Cue[0].Start >= cut || last.Start >= cut || last.End <= cut || !inside(b.Content, a.Cue[0].Start) {
		return
	}
	if t := f.d.TokenAt(cut) - 1; t > f.d.TokenAt(last.Start) && f.lower(t) == "," {
		last.End = int(f.d.At(t - 1).End)
	}
}
