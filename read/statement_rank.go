package read

import (
	"sayso/internal/learn"
	"sayso/parse"
)

// A segment is a run of items [first, end) of a window with one role.
type segment struct {
	role       uint8
	first, end int
}

// segments are the runs of roles that are not none.
func (v *window) segments(out []segment, roles []uint8) []segment {
	for k := 0; k < len(roles); {
		j := k + 1
		for j < len(roles) && roles[j] == roles[k] && v.joined(j) {
			j++
		}
		if roles[k] != roleNone {
			out = append(out, segment{roles[k], k, j})
		}
		k = j
	}
	return out
}

// joined says whether item k continues the item before it: it stands in the same sentence, or in the same quotation.
func (v *window) joined(k int) bool {
	a, b := v.items[k-1], v.items[k]
	return a.block == noBlock && b.block == noBlock || a.block == prevOpen || b.block == nextOpen
}

// Templates of the features of a whole labelling.
const (
	rankIndex = iota + 300
	rankGap
	rankShape
	rankShapeKind
	rankShapeLemma
	rankStart
	rankStartWay
	rankStartTag
	rankEnd
	rankEndWay
	rankAfter
	rankBefore
	rankEdges
	rankEdgesWay
	rankQuotes
	rankLength
	rankHole
	rankHoleEnds
	rankRest
	rankRestForm
	rankSource
	rankSourceEnd
	rankSourceAfter
	rankSourceSubject
	rankCue
	rankCueLast
	rankAfterTag
	rankUnder
	rankRestWay
	rankComma
	rankStartEnd
)

// rankFeatures are those of one labelling as a whole: what the step-by-step model cannot see.
func (v *window) rankFeatures(f []uint32, segs []segment, rank int, behind int32) []uint32 {
	w := v.w
	cue, kind := w.lemma[v.head], uint32(w.cue[v.head].kind)<<8|uint32(w.d.Tokens[v.head].UPOS)
	add := func(template, a, b, c uint32) { f = append(f, mix(template, a, b, c)) }
	add(rankIndex, uint32(rank), 0, 0)
	add(rankGap, gapSize(behind), 0, 0)
	shape := uint32(0)
	for _, s := range segs {
		role := uint32(s.role)
		if v.items[s.first].block != noBlock {
			role = 5
		}
		shape = shape*8 + role
	}
	add(rankShape, shape, 0, 0)
	add(rankShapeKind, shape, kind, 0)
	add(rankShapeLemma, shape, cue, 0)
	for i, s := range segs {
		switch s.role {
		case roleContent:
			f = v.rankContent(f, s, kind)
		case roleSource:
			f = v.rankSource(f, s, kind)
		case roleCue:
			add(rankCue, uint32(s.end-s.first), kind, 0)
			add(rankCueLast, v.form(s.end-1), v.form(s.end), uint32(s.end-v.at))
		}
		if i > 0 && segs[i-1].end < s.first {
			a, b := segs[i-1].end, s.first-1
			add(rankHole, uint32(segs[i-1].role)<<4|uint32(s.role), min(uint32(b-a), 8), 0)
			add(rankHoleEnds, uint32(segs[i-1].role)<<4|uint32(s.role), v.form(a), v.form(b))
		}
	}
	if len(segs) > 0 {
		last := segs[len(segs)-1]
		add(rankRest, min(uint32(len(v.items)-last.end), 6), uint32(last.role), v.tag(last.end))
		add(rankRestForm, v.form(last.end), v.form(last.end+1), uint32(last.role))
		first := segs[0]
		add(rankRest, min(uint32(first.first), 6), uint32(first.role)|16, v.tag(0))
		if first.first > 0 {
			add(rankRestForm, v.form(first.first-1), v.form(0), uint32(first.role)|16)
		}
	}
	return f
}

// rankContent are the features of one content segment.
func (v *window) rankContent(f []uint32, s segment, kind uint32) []uint32 {
	w := v.w
	side := uint32(0)
	if s.first > v.at {
		side = 1
	}
	add := func(template, a, b, c uint32) { f = append(f, mix(template, a, b, c)) }
	if v.items[s.first].block != noBlock {
		add(rankStart, uint32(v.items[s.first].block)|1<<16, kind, side)
		return f
	}
	add(rankStart, v.form(s.first), v.form(s.first-1), side)
	add(rankStartTag, v.tag(s.first), v.tag(s.first-1), side)
	add(rankStartWay, v.wayOf(s.first), v.wayOf(s.first-1), kind)
	add(rankBefore, v.form(s.first-1), v.tag(s.first), kind)
	add(rankEnd, v.form(s.end-1), v.form(s.end), side)
	add(rankEndWay, v.wayOf(s.end-1), v.wayOf(s.end), side)
	add(rankAfter, v.form(s.end), v.form(s.end+1), side)
	add(rankAfterTag, v.tag(s.end), v.tag(s.end+1), side)
	edges := v.edgesOf(s)
	add(rankEdges, edges, side, kind)
	add(rankEdgesWay, edges, v.wayOf(s.first), 0)
	add(rankStartEnd, v.wayOf(s.first), v.wayOf(s.end-1), edges)
	opens, inside := 0, uint32(0)
	commas := uint32(0)
	for k := s.first; k < s.end && k < s.first+reachAhead; k++ {
		i := v.items[k].first
		if v.items[k].block != noBlock {
			continue
		}
		if q := w.quote[i]; q >= 0 {
			inside = 1
			if w.quotes[q].First == i {
				opens++
			}
			if w.quotes[q].End == i+1 {
				opens--
			}
		}
		if u := v.under[i-v.lo]; u == i {
			add(rankUnder, uint32(w.rival[i]), uint32(w.d.Tokens[i].Label), v.wayOf(k))
		}
		if w.d.Text[w.d.Tokens[i].Start] == ',' {
			commas++
		}
	}
	before, after := uint32(0), uint32(0)
	if s.first > 0 && v.quoteAt(s.first-1) >= 0 {
		before = 1
		if v.quoteAt(s.first-1) == v.quoteAt(s.first) {
			before = 2
		}
	}
	if s.end < len(v.items) && v.quoteAt(s.end) >= 0 {
		after = 1
		if v.quoteAt(s.end-1) == v.quoteAt(s.end) {
			after = 2
		}
	}
	add(rankQuotes, uint32(opens+8)<<1|inside, before<<4|after, side)
	add(rankLength, distance(int32(s.end-s.first)), kind, side)
	add(rankComma, min(commas, 4), v.form(s.end), side)
	return f
}

// rankSource are the features of a source segment.
func (v *window) rankSource(f []uint32, s segment, kind uint32) []uint32 {
	w := v.w
	add := func(template, a, b, c uint32) { f = append(f, mix(template, a, b, c)) }
	add(rankSource, v.edgesOf(s), v.wayOf(s.first), kind)
	add(rankSourceEnd, v.form(s.end-1), v.form(s.end), 0)
	add(rankSourceEnd, v.tag(s.end-1), v.tag(s.end), 1)
	add(rankSourceAfter, v.form(s.first), v.form(s.first-1), 0)
	add(rankSourceAfter, v.tag(s.first), v.tag(s.first-1), 1)
	commas, last := uint32(0), uint32(0)
	for k := s.first; k < s.end && k < s.first+60; k++ {
		if i := v.items[k].first; w.d.Text[w.d.Tokens[i].Start] == ',' {
			commas++
			if k == s.end-1 {
				last = 1
			}
		}
	}
	add(rankComma, 64|min(commas, 4)<<1|last, v.form(s.end), 0)
	if v.subj >= 0 {
		l, r := w.left[v.subj], w.right[v.subj]
		same := uint32(0)
		if v.items[s.first].first == l {
			same |= 1
		}
		if v.items[s.end-1].end == r {
			same |= 2
		}
		if v.items[s.first].first <= v.subj && v.subj < v.items[s.end-1].end {
			same |= 4
		}
		add(rankSourceSubject, same, kind, last)
		add(rankSourceSubject, same, uint32(w.d.Tokens[v.subj].Label), uint32(w.d.Tokens[v.subj].UPOS))
	} else {
		add(rankSourceSubject, 9, kind, 0)
	}
	return f
}

// edgesOf says whether a segment begins and ends where a subtree of its first and last word's branch does.
func (v *window) edgesOf(s segment) uint32 {
	w := v.w
	a, b := v.items[s.first], v.items[s.end-1]
	if a.block != noBlock || b.block != noBlock {
		return 64
	}
	e := uint32(0)
	if br := v.branch[a.first-v.lo]; w.left[br] == a.first {
		e |= 1
	}
	if br := v.branch[b.first-v.lo]; w.right[br] == b.end {
		e |= 2
	}
	if v.branch[a.first-v.lo] == v.branch[b.first-v.lo] {
		e |= 4
	}
	return e
}

func (v *window) form(k int) uint32 {
	if k < 0 || k >= len(v.items) {
		return 1
	}
	if v.items[k].block != noBlock {
		return 2
	}
	return v.w.form[v.items[k].first]
}

func (v *window) tag(k int) uint32 {
	if k < 0 || k >= len(v.items) {
		return 101
	}
	if v.items[k].block != noBlock {
		return 102
	}
	return uint32(v.w.d.Tokens[v.items[k].first].UPOS)
}

func (v *window) wayOf(k int) uint32 {
	if k < 0 || k >= len(v.items) || v.items[k].block != noBlock {
		return 1
	}
	return v.way[v.items[k].first-v.lo]
}

func (v *window) quoteAt(k int) int32 { return v.w.quote[v.items[k].first] }

// gapSize is a difference of scores in rough steps.
func gapSize(d int32) uint32 {
	for i, top := range [...]int32{0, 4, 10, 18, 30, 50, 80, 120, 180} {
		if d <= top {
			return uint32(i)
		}
	}
	return 9
}

// best is the best labelling of the open window: of the likeliest ones step by step, the one that
// looks best as a whole. margin is how far its score stands above the next one's.
func (v *window) best(m *statementModel) (segs []segment, margin int32) {
	n := v.search(&m.roles)
	top := int32(-1 << 30)
	for k := range n {
		v.ranked = v.rank(v.ranked[:0], k)
		var score [1]int32
		m.rank.Add(score[:], v.ranked)
		if score[0] > top {
			margin = score[0] - top
			top = score[0]
			v.chosen = append(v.chosen[:0], v.segs...)
		} else {
			margin = min(margin, top-score[0])
		}
	}
	return v.chosen, margin
}

// search labels the window and is how many labellings there are to choose from.
func (v *window) search(t *learn.ChainTagger) int {
	v.lattice.Start()
	for k := range v.items {
		v.node, v.edge = v.features(k, v.node[:0], v.edge[:0])
		t.Next(&v.lattice, v.node, v.edge, v.allow(k))
	}
	return v.lattice.End()
}

// rank appends the features of the k-th labelling, whose segments it leaves in v.segs.
func (v *window) rank(f []uint32, k int) []uint32 {
	roles, score := v.lattice.Path(k)
	if k == 0 {
		v.topScore = score
	}
	v.segs = v.segments(v.segs[:0], roles)
	return v.rankFeatures(f, v.segs, k, v.topScore-score)
}

// A found is a candidate statement, before it is decided whether it is one.
type found struct {
	Statement
	sentence *parse.Sentence
	score    int32 // as a cue
	margin   int32 // of its labelling
	shape    uint32
	inside   int // candidate whose content holds its cue, or -1
	holds    int // how many candidates' cues its content holds
}

// Templates of the features by which a candidate is accepted.
const (
	acceptScore = iota + 400
	acceptScoreKind
	acceptScoreShape
	acceptLemma
	acceptShapeKind
	acceptInside
	acceptInsideLemma
	acceptInsideScore
	acceptHolds
	acceptMargin
	acceptSource
	acceptSourceLemma
	acceptSourceName
	acceptContent
	acceptContentForm
	acceptContentTag
	acceptLength
	acceptCue
	acceptQuote
	acceptDensity
	acceptNext
	acceptPrev
	acceptBias
	acceptSingle
	acceptPronoun
	acceptHead
)

// acceptFeatures are those by which candidate c, one of all, is judged with its source and content known.
func (w *reader) acceptFeatures(f []uint32, all []found, k int, density uint32) []uint32 {
	c := &all[k]
	d := w.d
	t := &d.Tokens[c.CueHead]
	lemma, kind := w.lemma[c.CueHead], uint32(w.cue[c.CueHead].kind)<<8|uint32(t.UPOS)
	score := scoreStep(c.score)
	add := func(template, a, b, x uint32) { f = append(f, mix(template, a, b, x)) }
	add(acceptBias, 0, 0, 0)
	add(acceptScore, score, 0, 0)
	add(acceptScoreKind, score, kind, 0)
	add(acceptScoreShape, score/2, c.shape, 0)
	add(acceptLemma, lemma, 0, 0)
	add(acceptShapeKind, c.shape, kind, 0)
	add(acceptMargin, gapSize(c.margin), score/2, 0)
	add(acceptHead, uint32(t.Label), kind, score/4)

	if c.inside >= 0 {
		o := &all[c.inside]
		add(acceptInside, scoreStep(o.score)/2, score/2, 0)
		add(acceptInsideLemma, w.lemma[o.CueHead], lemma, 0)
		add(acceptInsideLemma, w.lemma[o.CueHead], kind, 1)
		add(acceptInsideScore, scoreStep(o.score)/2, uint32(w.cue[o.CueHead].kind), kind)
		rel := uint32(0)
		if o.score > c.score {
			rel = 1
		}
		add(acceptInside, rel, uint32(t.Label), 7)
	} else {
		add(acceptInside, 99, score/2, 0)
	}
	add(acceptHolds, min(uint32(c.holds), 3), score/2, 0)
	add(acceptHolds, min(uint32(c.holds), 3), c.shape, 1)
	q := uint32(0)
	if w.quote[c.CueHead] >= 0 {
		q = 1
	}
	add(acceptQuote, q, kind, score/4)

	if c.SrcHead >= 0 {
		s := &d.Tokens[c.SrcHead]
		add(acceptSource, uint32(s.UPOS)<<8|uint32(s.XPOS), kind, q)
		add(acceptSourceLemma, w.lemma[c.SrcHead], kind, q)
		add(acceptSourceName, uint32(w.name[c.SrcHead]), kind, score/4)
		if s.UPOS == parse.PRON {
			add(acceptPronoun, w.form[c.SrcHead], q, score/4)
		}
	} else {
		add(acceptSource, 0, kind, q)
		add(acceptSource, 0, lemma, 2)
	}
	first := d.TokenAt(c.Content[0].Start)
	last := d.TokenAt(c.Content[len(c.Content)-1].End - 1)
	ft := &d.Tokens[first]
	add(acceptContent, uint32(ft.UPOS)<<8|uint32(d.Tokens[min(first+1, last)].UPOS), kind, 0)
	add(acceptContentForm, w.form[first], kind, 0)
	add(acceptContentForm, w.form[first], lemma, 1)
	add(acceptLength, distance(last-first), kind, score/4)
	if last-first < 3 {
		add(acceptSingle, w.form[last], lemma, 0)
	}
	add(acceptContentTag, uint32(d.Tokens[last].UPOS), kind, distance(last-first))
	add(acceptCue, hashLower(c.Cue[0].Text(d.Text)), 0, 0)
	add(acceptDensity, density, score/4, 0)
	add(acceptDensity, density, kind, 1)
	near := func(j int) uint32 {
		if j < 0 || j >= len(all) || all[j].sentence != c.sentence {
			return 99
		}
		return scoreStep(all[j].score) / 2
	}
	add(acceptPrev, near(k-1), score/2, 0)
	add(acceptNext, near(k+1), score/2, 0)
	return f
}

// scoreStep is a score as a cue in steps of a fifth of a natural logarithm or so.
func scoreStep(score int32) uint32 {
	return uint32(max(0, min(30, (score+80)/8)))
}
