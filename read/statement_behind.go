package read

import (
	"strings"

	"sayso/article"
	"sayso/parse"
)

// papers are nouns for what is behind "said" at the end of a sentence as the one who says it.
var papers = set("report statement newspaper paper agency magazine broadcaster document ministry police army")

// paperVerbs are what a document behind them does; in "Lane, who leads the inquiry, denied the report" it does nothing.
var paperVerbs = set("say add note state conclude warn read")

// paperSaid sets right a sentence that closes with its cue and a document: in "The chat was set up in January, said the report, citing four
// sources" the report says what stands before, and is not what is said.
func (f *finder) paperSaid(s *Statement, sentence *parse.Sentence) {
	if len(s.Content) != 1 || len(s.Cue) != 1 || f.d.Tokens[s.CueHead].XPOS != parse.XVBD || !paperVerbs[f.d.Tokens[s.CueHead].Lemma] || f.quote[s.CueHead] >= 0 {
		return
	}
	first, end := f.d.TokenAt(s.Content[0].Start), f.d.TokenAt(s.Content[0].End-1)+1
	cue := f.d.TokenAt(s.Cue[0].Start)
	if cue != s.CueHead || first != s.CueHead+1 || end-first < 2 || end-first > 4 || f.lower(first) != "the" || !papers[f.d.Tokens[end-1].Lemma] || cue < sentence.First+4 || f.lower(cue-1) != "," {
		return
	}
	if len(s.Source) > 0 && (s.Source[0].End > s.Cue[0].Start || !f.finite(f.d.TokenAt(s.Source[0].Start), cue) && f.d.Tokens[f.d.TokenAt(s.Source[0].Start)].UPOS != parse.PRON) || !f.finite(sentence.First, cue-1) {
		return
	}
	s.Source, s.SrcHead = s.Content, end-1
	s.Content = []article.Span{f.d.Range(sentence.First, cue-1)}
	if c := &s.Content[0]; strings.HasPrefix(c.Text(f.d.Text), "“") || strings.HasPrefix(c.Text(f.d.Text), "\"") {
		c.End = int(f.d.Tokens[cue-1].Start)
	}
}

// clauseSource leaves of a source that holds the sentence before it, or the end of that, the subject of the clause that closes it: in "Orr wants an inquiry
// after the newspaper cited officials who …" the newspaper cites, and in "opened an inquiry into Orr after the Courier revealed that …" the Courier reveals.
func (f *finder) clauseSource(s *Statement) {
	if len(s.Source) != 1 || s.Source[0].End > s.Cue[0].Start {
		return
	}
	first, end := f.d.TokenAt(s.Source[0].Start), f.d.TokenAt(s.Source[0].End-1)+1
	verb := false
	for i := first; i+1 < end; i++ {
		switch f.d.Tokens[i].XPOS {
		case parse.XVBD, parse.XVBZ, parse.XVBP, parse.XMD:
			verb = true
			continue
		case parse.XWP, parse.XWDT:
			return // "officials who spoke after the meeting"
		}
		switch f.lower(i) {
		case "after", "when", "because", "while", "since":
			if !verb && !f.outletIn(i+1, end) && !f.paperCalled(i+1, end) {
				return
			}
			for k := i + 1; k < end; k++ {
				if u := f.d.Tokens[k].UPOS; u != parse.DET && u != parse.ADJ && u != parse.NOUN && u != parse.PROPN {
					return
				}
			}
			s.Source[0].Start, s.SrcHead = int(f.d.Tokens[i+1].Start), f.top(i+1, end)
			if len(s.Content) > 1 && s.Content[0].End <= s.Source[0].Start {
				s.Content = s.Content[1:]
			}
			return
		}
	}
}

// paperCalled says whether tokens [first, end) are "the" and one word with a capital that names of papers end in: "the Courier".
func (f *finder) paperCalled(first, end int32) bool {
	return end == first+2 && f.lower(first) == "the" && isCapital(f.d.Word(first+1)) && paperNames[f.lower(first+1)]
}

// paperNames are words that close the names of papers, by which a report calls one it has named.
var paperNames = set("times post press ledger herald tribune gazette chronicle courier inquirer examiner bulletin telegraph mirror sentinel globe journal observer standard guardian independent record argus echo star sun mail express dispatch news review")
