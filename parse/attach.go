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
	for i := s.First; i < s.End; i++ {
		relativize(d, i)
		if i+1 < s.End {
			oneSubject(d, i)
		}
	}
}

// oneSubject joins two proper nouns side by side that the tree has both as subject, or both as object, of one word: a
// title belongs to the name after it ("Mr Orr could not be reached"), a name to the name before it.
func oneSubject(d *Doc, i int32) {
	a, b := &d.Tokens[i], &d.Tokens[i+1]
	if a.UPOS != PROPN || b.UPOS != PROPN || a.Head != b.Head || a.Label != b.Label {
		return
	}
	switch a.Label {
	case Nsubj, NsubjPass, Obj:
	default:
		return
	}
	switch d.Word(i) {
	case "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Dr", "Dr.", "Sir", "Gen.", "President", "Senator", "Sen.", "Rep.":
		a.Head, a.Label = i+1, NmodDesc
	default:
		b.Head, b.Label = i, Flat
	}
}

// relativize makes a "that" which its tree has as subject or object of a relative clause a pronoun, where the tags,
// chosen before the tree, have it as a conjunction: "the boats that the navy had built".
func relativize(d *Doc, i int32) {
	t := &d.Tokens[i]
	if t.UPOS != SCONJ || t.Head < 0 || d.Tokens[t.Head].Label != ACLRelcl {
		return
	}
	switch t.Label {
	case Nsubj, NsubjPass, Obj, Obl:
		if w := d.Word(i); w == "that" || w == "That" || w == "THAT" {
			t.UPOS, t.XPOS = PRON, XWDT
		}
	}
}
