package parse

import "sayso/internal/syntax"

// attach fills Head and Label of the sentence's tokens from r, and its Root.
func (g *grammar) attach(d *Doc, s *Sentence, r syntax.Result) {
	for j, h := range r.Heads {
		t := &d.Tokens[s.First+int32(j)]
		if t.Head, t.Label = s.First+h, g.label[r.Labels[j]]; t.Head == s.End {
			t.Head, t.Label = -1, Root
			s.Root = s.First + int32(j)
		} else if t.Label == Root {
			t.Label = Dep
		}
	}
}
