package read

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/parse"
)

// clip brings each statement's spans back inside the bounds that the words set: what is said in a
// quotation stays in it, a clause ends where the tree and the commas end it, a label of the line is no
// part of who speaks. What has nothing left to say is dropped.
func (f *finder) clip() {
	for k := range f.out {
		s := &f.out[k]
		sentence := &f.d.Sentences[f.d.Tokens[s.CueHead].Sentence]
		if s.How == "transcript" {
			continue
		}
		if f.clipToQuote(s); len(s.Content) == 0 {
			continue
		}
		f.clipAfterQuote(s)
		f.cutSemicolon(s)
		f.clipClause(s, sentence)
		f.clipSemicolon(s, sentence)
		f.fillColon(s, sentence)
		f.splitDenial(s)
		f.fillToll(s, sentence)
		f.heardOnly(s)
		f.agent(s, sentence)
		f.nameOfSource(s)
		f.wholeSource(s, sentence)
		f.clauseSource(s)
		f.dropLabel(s, sentence)
		f.endCue(s)
		f.evenOut(k)
		f.passedOn(s, sentence)
	}
	for k := range f.out {
		f.clipSubordinate(k)
		f.takeAim(k)
		s := &f.out[k]
		s.Content = slices.DeleteFunc(s.Content, func(c article.Span) bool { return c.Start >= c.End }) // two cuts may leave nothing
	}
	var passing []Statement // "as quoted by the Ledger" is no statement beside the one it passes on
	for _, o := range f.out {
		if len(o.Through) > 0 {
			passing = append(passing, o)
		}
	}
	f.out = slices.DeleteFunc(f.out, func(s Statement) bool {
		return slices.ContainsFunc(passing, func(o Statement) bool {
			t := o.Through[0]
			return len(s.Content) > 0 && t.Contains(s.Content[0]) ||
				len(s.Source) > 0 && o.CueHead != s.CueHead && t.Overlaps(s.Source[0]) && f.d.Tokens[o.CueHead].Sentence == f.d.Tokens[s.CueHead].Sentence
		})
	})
	var kept []Statement // f.out stays whole while its statements are compared with each other
	for k := range f.out {
		if s := &f.out[k]; len(s.Content) > 0 && !f.idle(s) && !f.talksTo(s) && !f.smallTalk(s) && !f.nobody(s) && !f.openWhat(s) && !f.seeming(s) && !f.tellsNothing(s) && !f.unsaid(s) {
			kept = append(kept, *s)
		}
	}
	f.out = kept
}

// openWhat says whether all that is said is "what" before its cue: "What Mr Orr told the Post is false" does not tell what he told.
func (f *finder) openWhat(s *Statement) bool {
	c := s.Content[0]
	return c.End <= s.Cue[0].Start && strings.EqualFold(c.Text(f.d.Text), "what")
}

// smallTalk says whether a statement is a "you expect" or "we think" in what a speaker of a transcript says:
// it tells nothing that the speech does not.
func (f *finder) smallTalk(s *Statement) bool {
	if s.How == "transcript" || len(s.Source) == 0 {
		return false
	}
	switch strings.ToLower(s.Source[0].Text(f.d.Text)) {
	case "i", "we", "you":
	default:
		return false
	}
	return slices.ContainsFunc(f.out, func(o Statement) bool { return o.How == "transcript" && inside(o.Content, s.Cue[0].Start) })
}

// clipTo cuts what of the spans lies outside of [start, end).
func clipTo(spans []article.Span, start, end int) []article.Span {
	var out []article.Span
	for _, c := range spans {
		if c.Start, c.End = max(c.Start, start), min(c.End, end); c.Start < c.End {
			out = append(out, c)
		}
	}
	return out
}

// clipToQuote keeps a statement whose cue stands in a quotation inside of it: “I never said that,” she
// said. If its content is a quotation within that one, it ends there: “The letter said: ‘The dam leaks.’
// They laughed.”
func (f *finder) clipToQuote(s *Statement) {
	k := f.quote[s.CueHead]
	if k < 0 {
		return
	}
	q := &f.quotes[k]
	end := q.End
	if !q.Open {
		end--
	}
	if q.First+1 >= end || s.CueHead <= q.First {
		return
	}
	in := f.d.Range(q.First+1, end)
	s.Content, s.Source = clipTo(s.Content, in.Start, in.End), clipTo(s.Source, in.Start, in.End)
	if n := len(s.Content); n > 0 { // no comma before the closing mark
		c := &s.Content[n-1]
		c.End = c.Start + len(strings.TrimRight(c.Text(f.d.Text), ", "))
	}
	for n := k + 1; int(n) < len(f.quotes) && f.quotes[n].Inner && f.quotes[n].Start < q.Span.End; n++ {
		if i := slices.IndexFunc(s.Content, func(c article.Span) bool { return c.Start == f.quotes[n].Start }); i >= 0 {
			s.Content = clipTo(s.Content[:i+1], 0, f.quotes[n].Span.End)
			return
		}
	}
}

// clipClause ends a content after its cue where the clause of the cue ends: "The officials who said the
// dam was safe have resigned", "Vega’s claim that the city hid the results is backed by papers".
func (f *finder) clipClause(s *Statement, sentence *parse.Sentence) {
	head := s.CueHead
	t := &f.d.Tokens[head]
	last := &s.Content[0]
	if len(s.Content) != 1 || last.Start < s.Cue[0].Start || t.Label != parse.ACLRelcl && t.UPOS != parse.NOUN || s.How == "present" {
		return
	}
	verb := head // the verb of the clause around
	if t.Label == parse.ACLRelcl {
		verb = t.Head
	}
	for n := 0; verb >= 0 && n < 4 && f.d.Tokens[verb].UPOS != parse.VERB && f.d.Tokens[verb].UPOS != parse.AUX && f.d.Tokens[verb].UPOS != parse.ADJ; n++ {
		if l := f.d.Tokens[verb].Label; l != parse.Nsubj && l != parse.NsubjPass && verb != head {
			return
		}
		verb = f.d.Tokens[verb].Head
	}
	from := f.d.TokenAt(last.Start)
	if verb <= from || verb >= sentence.End || int(f.d.Tokens[verb].Start) >= last.End || f.quote[from] != f.quote[verb] {
		return
	}
	for _, c := range f.d.Children(verb) {
		if l := f.d.Tokens[c].Label; c > from && c < verb && (l == parse.Aux || l == parse.AuxPass || l == parse.Cop || l == parse.Advmod) {
			verb = c
			break
		}
	}
	for verb > from+1 && f.d.At(verb-1).UPOS == parse.PUNCT {
		verb--
	}
	if verb > from+1 && f.clause(from+1, verb) {
		last.End = int(f.d.At(verb - 1).End)
	}
}

// clipSemicolon ends a content at the semicolon after which somebody else speaks, or says nothing: "The
// governor’s office said it was not asked; the mayor’s office did not return a call."
func (f *finder) clipSemicolon(s *Statement, sentence *parse.Sentence) {
	for k := range s.Content {
		c := &s.Content[k]
		for i := f.d.TokenAt(c.Start) + 1; i < sentence.End && int(f.d.Tokens[i].Start) < c.End; i++ {
			if f.d.Text[f.d.Tokens[i].Start] != ';' || f.quote[i] >= 0 {
				continue
			}
			j := slices.IndexFunc(f.out, func(o Statement) bool {
				return o.CueHead > i && o.CueHead < sentence.End && len(o.Source) > 0 && o.Source[0].Start > int(f.d.Tokens[i].Start)
			})
			other := j >= 0 || slices.ContainsFunc(f.silent, func(n NonStatement) bool {
				return n.Source.Start > int(f.d.Tokens[i].Start) && n.Span.End <= int(f.d.At(sentence.End-1).End)
			})
			if other && c.Start < s.Cue[0].Start == (int(f.d.Tokens[i].Start) < s.Cue[0].Start) {
				c.End = int(f.d.At(i - 1).End)
				s.Content = s.Content[:k+1]
				if j >= 0 && f.out[j].How == "nested" {
					f.out[j].How = "parted" // it stands on its own now
				}
				return
			}
		}
	}
}

// fillColon extends what follows a cue's colon to the end of its sentence: "The union demanded: better
// pay, shorter hours and a new canteen."
func (f *finder) fillColon(s *Statement, sentence *parse.Sentence) {
	cue := s.Cue[len(s.Cue)-1]
	if len(s.Content) != 1 || f.d.Text[cue.End-1] != ':' {
		return
	}
	c := &s.Content[0]
	i := f.d.TokenAt(c.Start)
	_, end := f.body(sentence)
	if i != f.d.TokenAt(cue.End) || f.quote[i] >= 0 || i >= end || c.End >= int(f.d.At(end-1).End) {
		return
	}
	for t := f.d.TokenAt(c.End); t < end; t++ {
		if f.score[t] > rivalSure || f.quote[t] >= 0 {
			return
		}
	}
	c.End = int(f.d.At(end - 1).End)
}

// splitDenial takes from a cue the participle that is what is denied: "Norland denies targeting civilians".
func (f *finder) splitDenial(s *Statement) {
	first := f.d.TokenAt(s.Cue[0].Start)
	last := f.d.TokenAt(s.Cue[0].End - 1)
	if len(s.Cue) != 1 || last == first || f.d.Tokens[last].XPOS != parse.XVBG || !strings.HasPrefix(f.lower(last-1), "den") {
		return
	}
	if c := &s.Content[0]; f.d.TokenAt(c.Start) == last+1 {
		c.Start = int(f.d.Tokens[last].Start)
		s.Cue[0].End = int(f.d.At(last - 1).End)
		s.CueHead = last - 1
	}
}

// fillToll extends "put the toll" to the number after "at", "of" or "as".
func (f *finder) fillToll(s *Statement, sentence *parse.Sentence) {
	if len(s.Content) != 1 || !slices.Contains(giving, f.lower(s.CueHead)) {
		return
	}
	c := &s.Content[0]
	last := f.d.TokenAt(c.End - 1)
	if last+2 < sentence.End && slices.Contains(totalNouns, f.lower(last)) && (f.lower(last+1) == "at" || f.lower(last+1) == "as" || f.lower(last+1) == "of") {
		for n := last + 2; n < min(sentence.End, last+6); n++ {
			if f.d.Tokens[n].UPOS == parse.NUM {
				c.End = int(f.d.Tokens[n].End)
				return
			}
		}
	}
}

// nameOfSource gives a source the name that its cue has taken in: "the disaster agency AFAD said" is said by
// the disaster agency AFAD.
func (f *finder) nameOfSource(s *Statement) {
	if len(s.Source) != 1 || len(s.Cue) != 1 {
		return
	}
	first := f.d.TokenAt(s.Cue[0].Start)
	if first == 0 || first >= s.CueHead || int(f.d.At(first-1).End) != s.Source[0].End || f.d.Tokens[first].UPOS != parse.PROPN {
		return
	}
	to := first
	for to < s.CueHead && f.d.Tokens[to].UPOS == parse.PROPN {
		to++
	}
	s.Source[0].End, s.Cue[0].Start = int(f.d.At(to-1).End), int(f.d.Tokens[to].Start)
}

// wholeSource gives back the noun to a source that is only a relative clause of it: "Ruiz, who led the
// talks, said …"; and to a cue that closes its sentence the subject that stands between commas in what
// it says: "The plan is dead, the minister, speaking to reporters, said."
func (f *finder) wholeSource(s *Statement, sentence *parse.Sentence) {
	if len(s.Source) == 1 {
		first := f.d.TokenAt(s.Source[0].Start)
		if w := f.lower(first); (w != "who" && w != "which") || f.d.TokenAt(s.Source[0].End-1) == first || first < sentence.First+2 {
			return
		}
		from := first - 1
		if f.lower(from) == "," {
			from--
		}
		for from > sentence.First && (f.d.At(from-1).UPOS == parse.PROPN || f.d.At(from-1).UPOS == parse.NOUN || f.d.At(from-1).UPOS == parse.ADJ || f.d.At(from-1).UPOS == parse.DET) {
			from--
		}
		s.Source[0].Start, s.SrcHead = int(f.d.Tokens[from].Start), f.top(from, first)
		return
	}
	subject := f.d.Child(s.CueHead, parse.Nsubj)
	if len(s.Source) > 0 || len(s.Content) != 1 || f.cue[s.CueHead].kind != sayCue || subject < sentence.First || subject >= s.CueHead {
		return
	}
	from, to := f.left[subject], f.right[subject]
	c := &s.Content[0]
	if from > sentence.First+2 && to <= s.CueHead && c.Start < int(f.d.At(from-1).Start) && c.End > int(f.d.Tokens[from].Start) && c.End <= s.Cue[0].Start && f.lower(from-1) == "," && f.speaker(from, to) {
		c.End = int(f.d.At(from - 2).End)
		s.Source, s.SrcHead = []article.Span{f.d.Range(from, to)}, subject
	}
}

// monthOpens is the token behind the month that opens a sentence at first, or first: "In June Wick said", "In late May 2031 Wick said".
func (f *finder) monthOpens(first int32) int32 {
	i := first + 1
	if w := f.lower(first); w != "in" && w != "since" && w != "by" {
		return first
	}
	if w := f.lower(i); w == "late" || w == "early" || w == "mid" {
		if i++; f.lower(i) == "-" {
			i++
		}
	}
	if !months[f.lower(i)] || !isCapital(f.d.Word(i)) {
		return first
	}
	if i++; len(f.d.Word(i)) == 4 && f.d.At(i).UPOS == parse.NUM {
		i++
	}
	if f.lower(i) == "," {
		i++
	}
	return i
}

// dropLabel takes from a source what labels its line and not who speaks: "NEW DELHI: The directorate …",
// "14:05 BST Ruiz: …".
func (f *finder) dropLabel(s *Statement, sentence *parse.Sentence) {
	if len(s.Source) == 0 {
		return
	}
	first, end := f.d.TokenAt(s.Source[0].Start), f.d.TokenAt(s.Source[0].End-1)+1
	if end > first+1 && slices.Contains([]string{"today", "yesterday", "tonight", "also", "then", "later", "earlier"}, f.lower(end-1)) {
		end--
		s.Source[0].End = int(f.d.At(end - 1).End) // "Attorney General James today announced"
	}
	if end > first+2 && isDay(f.d.Word(end-1)) && f.lower(end-2) == "on" {
		end -= 2
		s.Source[0].End = int(f.d.At(end - 1).End) // "The military on Wednesday denied"
	}
	if w := f.lower(first); w == "what" && end > first+1 { // "what police described as a den"
		first++
		s.Source[0].Start = int(f.d.Tokens[first].Start)
	}
	if w := f.d.Word(first); end > first+2 && (isDay(w) || w == "Yesterday" || w == "Today") && isCapital(f.d.Word(first+1)) {
		first++
		s.Source[0].Start = int(f.d.Tokens[first].Start) // "On Tuesday Senator Max Holm"
	}
	if first != sentence.First {
		return
	}
	from := first
	if w := f.lower(first); end > first+1 && (w == "earlier" || w == "later" || w == "meanwhile" || w == "separately") {
		from = first + 1 // "Earlier police said …"
	}
	if w := f.lower(first); (w == "this" || w == "last" || w == "on") && end > first+3 && strings.HasSuffix(f.lower(first+1), "day") {
		from = first + 2 // "This Thursday the commission"
		if f.lower(from) == "," {
			from++
		}
	}
	if m := f.monthOpens(first); m > first && m < end {
		from = m
	}
	for i := first; i < min(end-1, first+8); i++ {
		w := f.d.Word(i)
		switch {
		case w == ":" && i > first && strings.ToUpper(f.d.Range(first, i).Text(f.d.Text)) == f.d.Range(first, i).Text(f.d.Text):
			from = i + 1
		case i == from && w[0] >= '0' && w[0] <= '9' && strings.ContainsAny(w, ":."):
			from = i + 1
		case i == from && from > first && slices.Contains([]string{"GMT", "BST", "CET", "CEST", "EST", "EDT", "ET", "UTC", "AEST", "IST", "am", "pm", "a.m.", "p.m."}, w):
			from = i + 1
		}
	}
	if from > first && from < end {
		s.Source[0].Start = int(f.d.Tokens[from].Start)
		s.SrcHead = f.top(from, end)
	}
}

// evenOut moves the nouns that a cue begins with to its source, and leaves out of a source the cue of another
// statement: a tagger that takes "announces" for a noun parts "[Bahrain’s] {interior ministry announces}".
func (f *finder) evenOut(k int) {
	s := &f.out[k]
	if len(s.Source) != 1 || s.Source[0].Start > s.Cue[0].Start {
		return
	}
	src := &s.Source[0]
	first, last := f.d.TokenAt(s.Cue[0].Start), f.d.TokenAt(s.Cue[0].End-1)
	t := first
	for t < last && !f.listed(t) && (f.d.Tokens[t].UPOS == parse.NOUN || f.d.Tokens[t].UPOS == parse.PROPN) {
		t++
	}
	if t > first && f.listed(t) && f.d.TokenAt(src.End) == first {
		src.End, s.Cue[0].Start = int(f.d.At(t-1).End), int(f.d.Tokens[t].Start)
		s.SrcHead = t - 1
	}
	for j := max(0, k-2); j < k; j++ {
		if o := &f.out[j]; o.Cue[0].Start > src.Start && o.Cue[0].End <= src.End && o.Cue[0].End == src.End {
			src.End = int(f.d.Tokens[f.d.TokenAt(o.Cue[0].Start)-1].End)
		}
	}
}

// clipSubordinate ends the content of a statement in a subordinate clause before the main clause, in which
// another speaks: "While the ministry insists that it acted, residents say help came late."
func (f *finder) clipSubordinate(k int) {
	s := &f.out[k]
	if len(s.Content) != 1 || s.Content[0].Start < s.Cue[0].Start || f.quote[s.CueHead] >= 0 {
		return
	}
	c := &s.Content[0]
	t := &f.d.Tokens[s.CueHead]
	sentence := &f.d.Sentences[t.Sentence]
	opens := false
	switch f.lower(f.d.Body(sentence)) {
	case "while", "although", "though", "whereas", "as", "even", "when", "after", "because", "since":
		opens = true
	}
	for j := k + 1; j < min(len(f.out), k+3) && (opens || t.Label == parse.Advcl); j++ {
		o := &f.out[j]
		if f.d.Tokens[o.CueHead].Sentence != t.Sentence || len(o.Source) == 0 || !c.Contains(o.Source[0]) || o.Source[0].Start >= o.Cue[0].Start {
			continue
		}
		if at := f.d.TokenAt(o.Source[0].Start); f.lower(at-1) == "," && at-2 > f.d.TokenAt(c.Start) && f.clause(f.d.TokenAt(c.Start)+1, at-1) {
			c.End = int(f.d.At(at - 2).End)
			return
		}
	}
}

// aims are participles that go on with what somebody thinks of a thing: "view the campaign as a path to power,
// aiming to press the king".
var aims = strings.Fields("aiming seeking intending trying")

// takeAim adds such a participle to the content before it, and empties its own statement.
func (f *finder) takeAim(k int) {
	if k == 0 || !slices.Contains(aims, f.lower(f.out[k].CueHead)) {
		return
	}
	a, b := &f.out[k-1], &f.out[k]
	if f.cue[a.CueHead].kind == noCue || len(a.Content) != 1 || len(b.Content) != 1 || f.d.Tokens[a.CueHead].Sentence != f.d.Tokens[b.CueHead].Sentence || b.CueHead != f.d.TokenAt(b.Cue[0].Start) {
		return
	}
	last := f.d.TokenAt(a.Content[0].End - 1)
	as := slices.ContainsFunc(strings.Fields(a.Content[0].Text(f.d.Text)), func(w string) bool { return w == "as" })
	if as && last+2 == b.CueHead && f.lower(last+1) == "," && b.Content[0].Start > b.Cue[0].Start {
		a.Content[0].End = b.Content[0].End
		b.Content = nil
	}
}
