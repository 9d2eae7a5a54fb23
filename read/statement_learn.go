package read

import (
	"encoding/binary"
	"slices"

	"sayso/article"
	"sayso/internal/learn"
	"sayso/parse"
)

// LearnStatements gives the examples that d holds for the statement models, gold being its
// statements as an annotator marked them: cue gets each token that can head a cue with whether it
// does, roles the window around each cue with the roles in it.
func LearnStatements(d *parse.Doc, gold []Statement, cue func(features []uint32, heads bool), roles func(*learn.Chain)) {
	w := newReader(d)
	heads := map[int32]*Statement{}
	for i := range gold {
		if h := w.goldHead(gold[i].Cue); h >= 0 && heads[h] == nil {
			heads[h] = &gold[i]
		}
	}
	v := &window{w: w}
	for k := range d.Sentences {
		s := &d.Sentences[k]
		for i := s.First; i < s.End; i++ {
			if w.candidate(i) {
				cue(w.cueFeatures(nil, s, i), heads[i] != nil)
			}
			if g := heads[i]; g != nil {
				v.open(s, i)
				if c := v.example(g); c != nil {
					roles(c)
				}
			}
		}
	}
}

// goldHead is the token that heads a marked cue: one that can, and whose own head lies outside; a word
// of the lexicon before others, a verb before others.
func (w *reader) goldHead(cue []article.Span) int32 {
	if len(cue) == 0 {
		return -1
	}
	d := w.d
	head, best := int32(-1), 0
	for i := d.TokenAt(cue[0].Start); int(i) < len(d.Tokens) && int(d.Tokens[i].Start) < cue[0].End; i++ {
		if !w.candidate(i) || int(d.Tokens[i].End) > cue[0].End+1 {
			continue
		}
		rank := 1
		if h := d.Tokens[i].Head; h < 0 || int(d.Tokens[h].Start) >= cue[0].End || int(d.Tokens[h].End) <= cue[0].Start {
			rank += 4
		}
		if w.cue[i].kind != noCue {
			rank += 2
		}
		if d.Tokens[i].UPOS == parse.VERB {
			rank++
		}
		if rank > best {
			head, best = i, rank
		}
	}
	return head
}

// example is the window as a training example, or nil where the marked roles break its rules.
func (v *window) example(g *Statement) *learn.Chain {
	c := &learn.Chain{}
	prev := uint8(0)
	for k, it := range v.items {
		node, edge := v.features(k, nil, nil)
		role := v.goldRole(it, g)
		if k == v.at {
			role = roleCue
		}
		allow := v.allow(k)
		if allow>>(4*prev+role)&1 == 0 {
			if role = roleNone; allow>>(4*prev)&1 == 0 {
				return nil
			}
		}
		c.Node, c.Edge, c.Allow, c.Gold = append(c.Node, node), append(c.Edge, edge), append(c.Allow, allow), append(c.Gold, role)
		prev = role
	}
	return c
}

func (v *window) goldRole(it windowItem, g *Statement) uint8 {
	span := v.w.d.Range(it.first, it.end)
	covered := func(spans []article.Span) bool {
		n := 0
		for _, s := range spans {
			n += max(0, min(s.End, span.End)-max(s.Start, span.Start))
		}
		return 2*n > span.Len()
	}
	switch {
	case covered(g.Cue):
		return roleCue
	case covered(g.Source):
		return roleSource
	case covered(g.Content):
		return roleContent
	}
	return roleNone
}

// PackStatements is the stored form of the statement models.
func PackStatements(cue, node, edge *learn.Linear, threshold int32) []byte {
	b := slices.Concat(cue.Append(nil), node.Append(nil), edge.Append(nil))
	return binary.LittleEndian.AppendUint32(b, uint32(threshold))
}
