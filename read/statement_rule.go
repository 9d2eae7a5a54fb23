package read

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso/article"
	"sayso/parse"
)

// Here stands what rules know better than the models: what is rare in the news they learned from, or
// marked otherwise there.

// transcript finds the speeches of a transcript: paragraphs that open with a speaker's name in capitals,
// or Q and A, and a colon. One such line alone may be a headline ("BREAKING: …"); three make a transcript, and so do a question
// and its answer by two people with their full names.
func transcript(d *parse.Doc) []Statement {
	var out []Statement
	var speeches int
	for start := 0; start < len(d.Text); {
		end := start + strings.IndexByte(d.Text[start:], '\n')
		if end < start {
			end = len(d.Text)
		}
		line := d.Text[start:end]
		if n := speakerLabel(line); n > 0 {
			speeches++
			out = append(out, speech(d, start, start+n, 1))
		} else if n := bracketLabel(line); n > 0 {
			speeches++
			out = append(out, speech(d, start+2, start+2+n, 2))
		}
		if text := strings.TrimSpace(line); text != "" && len(out) > 0 {
			last := &out[len(out)-1]
			from := max(start, last.Cue[0].End)
			from += len(d.Text[from:end]) - len(strings.TrimLeftFunc(d.Text[from:end], unicode.IsSpace))
			if to := trimRight(d.Text, from, end); from < to {
				last.Content = append(last.Content, article.Span{Start: from, End: to})
			}
		}
		start = end + 1
	}
	if speeches < 3 && !answeredOnce(d, out) {
		return nil
	}
	out[len(out)-1].Content = out[len(out)-1].Content[:min(1, len(out[len(out)-1].Content))] // what follows the last speech may be the report's own
	return slices.DeleteFunc(out, func(s Statement) bool { return len(s.Content) == 0 })
}

// answeredOnce reports whether two speeches are a question and its answer: of two speakers, each of at least two words, and the
// first ends by asking.
func answeredOnce(d *parse.Doc, speeches []Statement) bool {
	if len(speeches) != 2 || len(speeches[0].Content) == 0 {
		return false
	}
	a, b := speeches[0].Source[0].Text(d.Text), speeches[1].Source[0].Text(d.Text)
	asked := strings.TrimRight(speeches[0].Content[len(speeches[0].Content)-1].Text(d.Text), "\"”")
	return a != b && strings.Contains(a, " ") && strings.Contains(b, " ") && strings.HasSuffix(asked, "?")
}

// speakerLabel is the length of the speaker's name, before the colon, that opens a line; 0 if none does.
func speakerLabel(line string) int {
	n := strings.IndexByte(line[:min(len(line), 50)], ':')
	if n <= 0 || n+1 >= len(line) || line[n+1] != ' ' {
		return 0
	}
	name := line[:n]
	if name == "Q" || name == "A" {
		return n
	}
	letters := 0
	for _, r := range name {
		switch {
		case unicode.IsUpper(r):
			letters++
		case unicode.IsLower(r) || unicode.IsDigit(r):
			return 0
		}
	}
	if letters < 3 || strings.Count(name, " ") > 4 {
		return 0
	}
	return n
}

// bracketLabel is the length of the speaker's name in two brackets that opens a line: "((Ida Orr)) We began in May."
func bracketLabel(line string) int {
	n := strings.Index(line[:min(len(line), 50)], "))")
	if n < 4 || !strings.HasPrefix(line, "((") || strings.ContainsAny(line[2:n], "()[]:,") {
		return 0
	}
	if r, _ := utf8.DecodeRuneInString(line[2:]); !unicode.IsUpper(r) {
		return 0
	}
	return n - 2
}

// speech is the statement of the speaker named in [start, end), without its content; the mark behind the name is its cue.
func speech(d *parse.Doc, start, end, mark int) Statement {
	head := d.TokenAt(end - 1)
	return Statement{Source: []article.Span{{Start: start, End: end}}, Cue: []article.Span{{Start: end, End: end + mark}},
		Inside: -1, CueHead: d.TokenAt(end), SrcHead: head, How: "transcript"}
}

// bullets are the paragraphs of a list that sentence s, ending in a colon, leads into, without their
// marks: "The panel found that:" and then lines that begin with a dash or a dot.
func (w *reader) bullets(s *parse.Sentence) []article.Span {
	d := w.d
	last := d.At(s.End - 1)
	if d.Text[last.Start] != ':' {
		return nil
	}
	var out []article.Span
	for at := int(last.End); at < len(d.Text); {
		rest := d.Text[at:]
		at += len(rest) - len(strings.TrimLeftFunc(rest, unicode.IsSpace))
		end := at + strings.IndexByte(d.Text[at:], '\n')
		if end < at {
			end = len(d.Text)
		}
		n := bulletMark(d.Text[at:end])
		if n == 0 {
			break
		}
		if to := trimRight(d.Text, at+n, end); at+n < to {
			out = append(out, article.Span{Start: at + n, End: to})
		}
		at = end
	}
	return out
}

// beforeList is what of a content stands before the list that sentence s leads into and is more than a
// pointer to it: "the following", "these points".
func (w *reader) beforeList(content []article.Span, s *parse.Sentence) []article.Span {
	return slices.DeleteFunc(content, func(c article.Span) bool {
		text := strings.ToLower(c.Text(w.d.Text))
		return c.Start >= int(w.d.At(s.End-1).Start) || len(text) < 30 && (strings.Contains(text, "following") || strings.HasPrefix(text, "these"))
	})
}

// bulletMark is the length of the mark, with its space, that opens a line of a list; 0 if none does.
func bulletMark(line string) int {
	r, n := utf8.DecodeRuneInString(line)
	if !strings.ContainsRune("-–—•*·▪‣◦●", r) {
		return 0
	}
	rest := line[n:]
	space := len(rest) - len(strings.TrimLeft(rest, " \t"))
	if space == 0 || space == len(rest) {
		return 0
	}
	return n + space
}

// empty says whether a content span holds no word that tells something: "that:", a lone mark.
func (w *reader) empty(c article.Span) bool {
	d := w.d
	first := d.TokenAt(c.Start)
	for i := first; i < first+300 && int(i) < len(d.Tokens) && int(d.Tokens[i].Start) < c.End; i++ {
		switch d.Tokens[i].UPOS {
		case parse.PUNCT, parse.SCONJ, parse.CCONJ, parse.ADP, parse.PART:
		case parse.PRON, parse.DET:
			if w.form[i] != hashLower("that") || int(i+1) < len(d.Tokens) && d.Text[d.At(i+1).Start] != ':' {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// plain says whether a candidate is a statement whatever the model says: a verb of saying outside of
// quotation marks, with a source and a quotation of three words or more next to them.
func (f *finder) plain(c *found) bool {
	i := c.CueHead
	if f.cue[i].kind != sayCue || f.d.Tokens[i].UPOS != parse.VERB || f.quote[i] >= 0 || len(c.Source) == 0 {
		return false
	}
	for _, p := range c.Content {
		q := f.quote[f.d.TokenAt(p.Start)]
		if q < 0 || f.quotes[q].Start != p.Start || f.quotes[q].End-f.quotes[q].First < 5 {
			continue
		}
		gap := max(min(c.Source[0].Start, c.Cue[0].Start)-p.End, p.Start-max(c.Source[0].End, c.Cue[0].End))
		if gap <= 2 {
			return true
		}
	}
	return false
}

// entitled says whether a candidate's content is only a title in quotation marks: "The band played
// “Yellow Morning”" says nothing of what anyone said.
func (w *reader) entitled(s *Statement) bool {
	if w.cue[s.CueHead].kind != noCue || len(s.Content) != 1 {
		return false
	}
	d := w.d
	first := d.TokenAt(s.Content[0].Start)
	q := w.quote[first]
	if q < 0 || w.quotes[q].First != first || w.quotes[q].End-first > 10 {
		return false
	}
	for i := first + 1; i < w.quotes[q].End-1; i++ {
		if word := d.Word(i); len(word) > 3 && !isCapital(word) {
			return false
		}
	}
	return isCapital(d.Word(min(first+1, int32(len(d.Tokens))-1)))
}

// part takes from a statement the quotations after its own sentence that another statement has in
// that one's: “We never agreed,” Ana Ruiz said. “Nor did we,” Tom Lane said.
func (f *finder) part() {
	for k := 0; k+1 < len(f.out); k++ {
		s := &f.out[k]
		own := f.d.Tokens[s.CueHead].Sentence
		if f.d.Text[f.d.Tokens[f.d.Sentences[own].End-1].Start] == ':' {
			continue // a list, or a speech, whatever is said in it
		}
		rest := slices.DeleteFunc(slices.Clone(s.Content), func(c article.Span) bool {
			at := f.d.Tokens[f.d.TokenAt(c.Start)].Sentence
			if at == own {
				return false
			}
			for j := k + 1; j < min(len(f.out), k+4); j++ {
				o := &f.out[j]
				if f.d.Tokens[o.CueHead].Sentence == at && slices.ContainsFunc(o.Content, c.Overlaps) {
					return true
				}
			}
			return false
		})
		if len(rest) > 0 {
			s.Content = rest
		}
	}
}

// inherit gives a statement without a source whose cue is a participle, or joined by "and", the source of the
// statement that it continues: "The minister said …, adding that …", "Ruiz opposed it, and suggested …". That is the one whose cue it hangs on, or else the
// one before it in the sentence.
func (f *finder) inherit() {
	for k := range f.out {
		s := &f.out[k]
		t := &f.d.Tokens[s.CueHead]
		joined := t.Label == parse.Conj && t.XPOS != parse.XVBN && f.d.Child(s.CueHead, parse.Nsubj, parse.NsubjPass) < 0
		if len(s.Source) > 0 && !f.relative(s) && !f.addedInside(k) || t.XPOS != parse.XVBG && !joined || f.cue[s.CueHead].kind != sayCue && !(joined && f.cue[s.CueHead].kind != noCue) {
			continue
		}
		near := f.out[max(0, k-4):min(len(f.out), k+4)]
		j := -1
		for up, n := t.Head, 0; up >= 0 && j < 0 && n < 3; up, n = f.d.Tokens[up].Head, n+1 {
			j = slices.IndexFunc(near, func(o Statement) bool { return o.CueHead == up })
		}
		if j < 0 && !joined && k > 0 && f.d.Tokens[f.out[k-1].CueHead].Sentence == t.Sentence {
			j = k - 1 - max(0, k-4)
		}
		if j >= 0 && len(near[j].Source) > 0 {
			s.Source, s.SrcHead = near[j].Source, near[j].SrcHead
		}
	}
}

// addedInside says whether statement k is an "adding" whose source is only part of what the statement before it
// says: "The minister said the plant, which employs 900 people, would close, adding that …". It is the minister's.
func (f *finder) addedInside(k int) bool {
	s := &f.out[k]
	if k == 0 || f.lower(s.CueHead) != "adding" || s.CueHead == 0 || f.lower(s.CueHead-1) != "," {
		return false
	}
	o := &f.out[k-1]
	return len(o.Source) > 0 && f.d.Tokens[o.CueHead].Sentence == f.d.Tokens[s.CueHead].Sentence && slices.ContainsFunc(o.Content, s.Source[0].Overlaps)
}

// relative says whether the source is a bare "who" or "which".
func (f *finder) relative(s *Statement) bool {
	switch strings.ToLower(s.Source[0].Text(f.d.Text)) {
	case "who", "which":
		return true
	}
	return false
}
