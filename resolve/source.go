package resolve

import (
	"strconv"
	"strings"

	"sayso/article"
)

// sources makes one source for each distinct wording.
func (w *work) sources() {
	w.sourceOf = map[string]int{}
	for i := range w.m.Statements {
		for _, spans := range [][]article.Span{w.m.Statements[i].Source, w.m.Statements[i].Citing, w.m.Statements[i].Via} {
			w.mention(spans)
		}
	}
}

// mention files the words under a source and is its id, or "" for no words.
func (w *work) mention(spans []article.Span) string {
	if len(spans) == 0 {
		return ""
	}
	words := spans[0].Text(w.m.Doc.Text)
	key := strings.ToLower(words)
	i, ok := w.sourceOf[key]
	if !ok {
		i = len(w.r.Sources)
		w.sourceOf[key] = i
		w.r.Sources = append(w.r.Sources, Source{ID: "s" + strconv.Itoa(i+1), Kind: Person, Name: words, Description: words})
	}
	s := &w.r.Sources[i]
	if n := len(s.Mentions); n == 0 || s.Mentions[n-1].Span != spans[0] {
		s.Mentions = append(s.Mentions, SourceMention{Span: spans[0], By: "same words"})
	}
	return s.ID
}

// sourceID is the id of the source with these words, or "".
func (w *work) sourceID(spans []article.Span) string {
	if len(spans) == 0 {
		return ""
	}
	return w.r.Sources[w.sourceOf[strings.ToLower(spans[0].Text(w.m.Doc.Text))]].ID
}
