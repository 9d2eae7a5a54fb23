package read

import (
	"encoding/binary"
	"slices"

	"sayso/article"
	"sayso/internal/learn"
	"sayso/parse"
)

// LearnCues gives the examples that d holds for the model of cues, gold being its statements as an
// annotator marked them: each token that can head a cue, and whether it does.
func LearnCues(d *parse.Doc, gold []Statement, cue func(features []uint32, heads bool)) {
	w := newReader(d)
	heads := w.goldHeads(gold)
	for k := range d.Sentences {
		s := &d.Sentences[k]
		for i := s.First; i < s.End; i++ {
			if w.candidate(i) {
				cue(w.cueFeatures(nil, s, i), heads[i] != nil)
			}
		}
	}
}

// LearnRoles gives the examples that d holds for the model of roles: the window around each cue. The
// cues around it are judged by a model that was not trained on d.
func LearnRoles(d *parse.Doc, gold []Statement, cues *learn.Linear, roles func(*learn.Chain)) {
	w := newReader(d)
	w.judge(cues)
	heads := w.goldHeads(gold)
	v := &window{w: w}
	for k := range d.Sentences {
		s := &d.Sentences[k]
		for i := s.First; i < s.End; i++ {
			if g := heads[i]; g != nil {
				v.open(s, i)
				if c := v.example(g); c != nil {
					roles(c)
				}
			}
		}
	}
}

// LearnRanks gives the examples for choosing among the likeliest labellings of the window around each
// cue: the features of each, and which of them is nearest to what the annotator marked.
func LearnRanks(d *parse.Doc, gold []Statement, cues *learn.Linear, roles *learn.ChainTagger, rank func(bags [][]uint32, best int)) {
	w := newReader(d)
	w.judge(cues)
	heads := w.goldHeads(gold)
	v := &window{w: w}
	for k := range d.Sentences {
		s := &d.Sentences[k]
		for i := s.First; i < s.End; i++ {
			g := heads[i]
			if g == nil {
				continue
			}
			v.open(s, i)
			var bags [][]uint32
			best, most := -1, -1.0
			for n := range v.search(roles) {
				bags = append(bags, v.rank(nil, n))
				if st, ok := v.statement(v.segs); ok {
					if a := agreement(&st, g); a > most {
						best, most = n, a
					}
				}
			}
			if best >= 0 && len(bags) > 1 {
				rank(bags, best)
			}
		}
	}
}

// agreement is how much a found statement is as marked: one for each exact span, and a part of one
// for the share of content in common.
func agreement(s, g *Statement) float64 {
	a := 0.0
	for _, r := range [][2][]article.Span{{s.Source, g.Source}, {s.Cue, g.Cue}, {s.Content, g.Content}} {
		same := 0
		for _, x := range r[0] {
			if slices.Contains(r[1], x) {
				same++
			}
		}
		a += float64(2*same+1) / float64(len(r[0])+len(r[1])+1)
	}
	common, all := 0, 0
	for _, x := range s.Content {
		all += x.Len()
		for _, y := range g.Content {
			common += max(0, min(x.End, y.End)-max(x.Start, y.Start))
		}
	}
	for _, y := range g.Content {
		all += y.Len()
	}
	return a + float64(common)/float64(all+1)
}

// LearnAcceptance gives the examples for deciding which candidates are statements.
func LearnAcceptance(d *parse.Doc, gold []Statement, cues, rank *learn.Linear, roles *learn.ChainTagger, accept func(features []uint32, yes bool)) {
	f := &finder{reader: newReader(d), model: &statementModel{cue: cues, rank: rank, roles: *roles}}
	f.judge(cues)
	f.window.w = f.reader
	f.candidates()
	heads := f.goldHeads(gold)
	density := densityOf(f.found, len(d.Sentences))
	for k := range f.found {
		accept(f.acceptFeatures(nil, f.found, k, density), heads[f.found[k].CueHead] != nil)
	}
}

func (w *reader) goldHeads(gold []Statement) map[int32]*Statement {
	heads := map[int32]*Statement{}
	for i := range gold {
		if h := w.goldHead(gold[i].Cue); h >= 0 && heads[h] == nil {
			heads[h] = &gold[i]
		}
	}
	return heads
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
func PackStatements(cue, rank, accept *learn.Linear, roles *learn.ChainTagger, threshold int32) []byte {
	b := slices.Concat(cue.Append(nil), rank.Append(nil), accept.Append(nil), roles.Node.Append(nil), roles.Edge.Append(nil))
	return binary.LittleEndian.AppendUint32(b, uint32(threshold))
}
