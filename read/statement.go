package read

import (
	"strings"

	"sayso/article"
	"sayso/parse"
)

// statements finds every attribution.
func statements(d *parse.Doc) []Statement {
	f := &finder{d: d, quotes: quotations(d)}
	for i := range d.Sentences {
		f.sentence(d.Sentences[i])
	}
	return f.out
}

// A finder holds what the search for statements in one article needs.
type finder struct {
	d      *parse.Doc
	quotes []quotation
	out    []Statement
}

// reportVerbs are forms of the verbs of saying that head most cues of a news report.
var reportVerbs = map[string]bool{}

func init() {
	for _, w := range strings.Fields(`said says say saying told tells telling added adds adding announced announces announcing argued argues
		arguing claimed claims claiming confirmed confirms confirming denied denies declared declares explained insisted insists noted notes noting
		reported reports reporting revealed stated states stating suggested suggests suggesting warned warns warning wrote writes tweeted acknowledged
		acknowledges admitted alleged alleging asserted believes believed concluded estimated predicted promised pledged vowed testified ruled
		recalled replied responded stressed mused view views thinks think threatened urged`) {
		reportVerbs[w] = true
	}
}

func (f *finder) quoted(i int32) bool {
	for _, q := range f.quotes {
		if !q.Inner && q.First <= i && i < q.End {
			return true
		}
	}
	return false
}

func (f *finder) sentence(s parse.Sentence) {
	for i := s.First; i < s.End; i++ {
		if f.quoted(i) {
			continue
		}
		switch w := strings.ToLower(f.d.Word(i)); {
		case reportVerbs[w]:
			f.verb(s, i)
		case w == "according" && i+1 < s.End && f.d.Word(i+1) == "to":
			f.accordingTo(s, i)
		}
	}
}

func (f *finder) stop(i int32) bool {
	switch f.d.Word(i) {
	case ",", ";", ":", ".", "?", "!", "—", "–", "\"", "“", "”", "''", "(", ")", "but", "and", "that", "as":
		return true
	}
	return false
}

func (f *finder) accordingTo(s parse.Sentence, i int32) {
	j := i + 2
	for j < s.End && !f.stop(j) {
		j++
	}
	if j == i+2 {
		return
	}
	if i == s.First {
		f.add(i, i+2, i+2, j, j+1, s.End)
	} else {
		f.add(i, i+2, i+2, j, s.First, i)
	}
}

func (f *finder) verb(s parse.Sentence, i int32) {
	l := i
	for l > s.First && !f.stop(l-1) {
		l--
	}
	r := i + 1
	for r < s.End && !f.stop(r) {
		r++
	}
	switch {
	case l == i && r > i+1 && i > s.First: // "…", said the mayor.
		f.add(i, i+1, i+1, r, s.First, i)
	case l < i && l > s.First+1 && r >= s.End-1 && r == i+1: // …, the mayor said.
		f.add(i, i+1, l, i, s.First, l)
	case l < i && i+1 < s.End: // The mayor said …
		f.add(i, i+1, l, i, i+1, s.End)
	}
}

func (f *finder) add(head, cueEnd, srcFirst, srcEnd, first, end int32) {
	for end > first && strings.Contains(",.;:", f.d.Word(end-1)) {
		end--
	}
	for first < end && strings.Contains(",;:", f.d.Word(first)) {
		first++
	}
	if first >= end {
		return
	}
	f.out = append(f.out, Statement{
		Source: []article.Span{f.d.Range(srcFirst, srcEnd)}, Cue: []article.Span{f.d.Range(head, cueEnd)}, Content: []article.Span{f.d.Range(first, end)},
		Form: Indirect, Stance: Asserts, Inside: -1, CueHead: head, SrcHead: srcEnd - 1, How: "rule",
	})
}
