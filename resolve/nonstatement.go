package resolve

import "sayso/article"

// nonStatements takes over what was not said, with who did not say it.
func (w *work) nonStatements() {
	for _, n := range w.m.NonStatements {
		w.r.NonStatements = append(w.r.NonStatements, NonStatement{Span: n.Span, Source: w.sourceID(optional(n.Source))})
	}
}

func optional(s article.Span) []article.Span {
	if s.Len() == 0 {
		return nil
	}
	return []article.Span{s}
}
