package read

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/parse"
)

// pastCues are verbs of saying whose past looks like a participle.
var pastCues = strings.Fields("denied rejected confirmed acknowledged admitted insisted claimed warned alleged")

// past is the statement of a sentence whose verb was taken for a participle, so that the tree has a noun at its top:
// "Norland's armed forces denied having received any call." A sentence needs a verb, and this is the only one.
func (f *finder) past(s *parse.Sentence) (st Statement, ok bool) {
	first, end := f.body(s)
	for i := first + 1; i+1 < end && i < first+12; i++ {
		t := &f.d.Tokens[i]
		if t.XPOS == parse.XVBD || t.XPOS == parse.XVBZ || t.XPOS == parse.XVBP || t.XPOS == parse.XMD || t.UPOS == parse.PUNCT && f.lower(i) != "-" {
			return st, false
		}
		if t.XPOS != parse.XVBN || t.Label != parse.ACL || t.Head != s.Root || t.Head != i-1 || f.quote[i] >= 0 || !slices.Contains(pastCues, f.lower(i)) {
			continue
		}
		if x := f.d.At(i + 1).XPOS; x != parse.XVBG && f.lower(i+1) != "that" || !f.speaker(first, i) {
			return st, false
		}
		return Statement{Source: []article.Span{f.d.Range(first, i)}, Cue: []article.Span{f.d.Span(i)}, Content: []article.Span{f.d.Range(i+1, f.quoteEnd(end))},
			CueHead: i, SrcHead: f.top(first, i), Inside: -1, How: "past"}, true
	}
	return st, false
}

// clipAfterQuote ends a quotation that a colon opens with its closing mark, where the sentence goes on with what its
// subject did: `A man who answered said: "There is no mayor here," and hung up.`
func (f *finder) clipAfterQuote(s *Statement) {
	if len(s.Content) != 1 || f.d.Text[s.Cue[len(s.Cue)-1].End-1] != ':' {
		return
	}
	c := &s.Content[0]
	for i := range f.quotes {
		q := &f.quotes[i]
		if q.Start != c.Start || q.Open || q.Span.End >= c.End || int(q.End)+1 >= len(f.d.Tokens) {
			continue
		}
		if f.lower(q.End) == "and" && f.d.At(q.End+1).XPOS == parse.XVBD {
			c.End = q.Span.End
		}
		return
	}
}
