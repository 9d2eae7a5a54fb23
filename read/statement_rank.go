package read

import (
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
	rankClass
	rankCover
	rankFrame
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
	f = v.rankFrame(f, segs, kind)
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

// rankFrame are features of how cue and source stand in the sentence, and whether what lies next to them
// is content: in "…, two officials said, …" it is what comes before the comma.
func (v *window) rankFrame(f []uint32, segs []segment, kind uint32) []uint32 {
	first, end, source := v.at, v.at+1, uint32(0)
	for _, s := range segs {
		switch {
		case s.role == roleCue:
			first, end = s.first, s.end
		}
	}
	for _, s := range segs {
		if s.role == roleSource && s.end == first {
			first, source = s.first, 1
		} else if s.role == roleSource && s.first == end {
			end, source = s.end, 2
		}
	}
	covered := func(k int) uint32 {
		if k < 0 || k >= len(v.items) {
			return 2
		}
		for _, s := range segs {
			if s.role == roleContent && s.first <= k && k < s.end {
				return 1
			}
		}
		return 0
	}
	before := covered(first-1)<<2 | covered(first-2)
	after := covered(end)<<2 | covered(end+1)
	add := func(template, a, b, c uint32) { f = append(f, mix(template, a, b, c)) }
	add(rankCover, v.form(first-1), before, source)
	add(rankCover, v.form(end), after, source|16)
	add(rankCover, v.tag(end), after, kind|1<<20)
	add(rankFrame, v.frameMark(first-1)<<4|v.frameMark(end), before<<8|after, source)
	add(rankFrame, v.frameMark(first-1)<<4|v.frameMark(end), before<<8|after, kind|1<<20)
	return f
}

// frameMark is a small number for what kind of thing item k is: the window's end, a comma, a mark, a colon, "that", else its tag's class.
func (v *window) frameMark(k int) uint32 {
	if k < 0 || k >= len(v.items) {
		return 1
	}
	i := v.items[k].first
	switch v.w.d.Text[v.w.d.Tokens[i].Start] {
	case ',':
		return 2
	case ':', ';':
		return 3
	case '.', '?', '!':
		return 4
	}
	switch {
	case v.w.quote[i] >= 0:
		return 5
	case v.w.d.Tokens[i].UPOS == parse.SCONJ:
		return 6
	case v.w.d.Tokens[i].UPOS == parse.CCONJ:
		return 7
	case v.w.d.Tokens[i].UPOS == parse.PUNCT:
		return 8
	case v.w.d.Tokens[i].UPOS == parse.ADP:
		return 9
	}
	return 0
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
	add(rankClass, v.classOf(s.first), v.classOf(s.first-1), side)
	add(rankClass, v.classOf(s.end-1), v.classOf(s.end), side|16)
	add(rankClass, w.class[v.head], v.wayOf(s.first), edges|32)
	add(rankEdges, edges, side, kind)
	add(rankEdgesWay, edges, v.wayOf(s.first), 0)
	add(rankStartEnd, v.wayOf(s.first), v.wayOf(s.end-1), edges)
	return v.rankInside(f, s, kind, side)
}

// rankInside are the features of what a content segment holds: whether its quotations close, other likely cues, commas.
func (v *window) rankInside(f []uint32, s segment, kind, side uint32) []uint32 {
	w := v.w
	add := func(template, a, b, c uint32) { f = append(f, mix(template, a, b, c)) }
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

func (v *window) classOf(k int) uint32 {
	if k < 0 || k >= len(v.items) || v.items[k].block != noBlock {
		return 999
	}
	return v.w.class[v.items[k].first]
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

var formAccording, formTo = hashLower("according"), hashLower("to")

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
	acceptClass
)
