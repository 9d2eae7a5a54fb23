package read

import "sayso/parse"

// Templates of the features of window items, and of the boundaries between them. The numbers are
// part of the trained model.
const (
	itemForm = iota + 100
	itemTag
	itemWay
	itemWayTag
	itemWayDepth
	itemWayLemma
	itemWayKind
	itemWayMark
	itemBranchLemma
	itemWayForm
	itemSideComma
	itemSideQuote
	itemSideDist
	itemQuoteKind
	itemPrev
	itemNext
	itemTags
	itemNear
	itemName
	itemBetween
	itemSubject
	itemSubjectTag
	itemSubjectLemma
	itemEnd
	itemLemmaSide
	itemLemmaQuote
	itemLabel
	itemWaySubject
	itemHeadWay
	itemMeetLemma
	itemTagNear
	itemBias
	itemRival
	itemUnder
	itemUnderWay
	itemRivalBetween
	edgeRival
	edgeGlued
	blockBias
	blockKinds
	blockLemma
	blockFirst
	blockColon
	blockIndex
	blockLong
	blockQuoted
	edgeBias
	edgeForms
	edgePrevForm
	edgeForm
	edgeTags
	edgeWays
	edgeWay
	edgePrevWay
	edgeLeft
	edgeRight
	edgeSubject
	edgeQuote
	edgeDist
	edgeKind
	edgeFormKind
	edgeFormWay
	edgeBranch
	edgeLemmaForm
	edgeBlock
)

// The sides of the head.
const (
	sideBefore = iota
	sideHead
	sideAfter
)

// features appends the features of item k and of the boundary before it.
func (v *window) features(k int, node, edge []uint32) ([]uint32, []uint32) {
	if v.items[k].block != noBlock {
		return v.blockFeatures(k, node, edge)
	}
	return v.tokenFeatures(v.items[k].first, node), v.edgeFeatures(k, edge)
}

func (v *window) tokenFeatures(i int32, f []uint32) []uint32 {
	w, d := v.w, v.w.d
	t := &d.Tokens[i]
	j := i - v.lo
	form, tag := w.form[i], uint32(t.UPOS)<<8|uint32(t.XPOS)
	cue, kind := w.lemma[v.head], uint32(w.cue[v.head].kind)<<8|uint32(d.Tokens[v.head].UPOS)
	way, depth := v.way[j], uint32(v.depth[j])
	side := v.side(i)
	dist := distance(i - v.head)
	add := func(template, a, b, c uint32) { f = append(f, mix(template, a, b, c)) }

	add(itemBias, side, 0, 0)
	add(itemForm, form, side, 0)
	add(itemTag, tag, dist, 0)
	add(itemLabel, uint32(t.Label), tag, side)
	add(itemWay, way, 0, 0)
	add(itemWayTag, way, tag, 0)
	add(itemWayDepth, way, min(depth, 4), uint32(t.Label))
	add(itemWayLemma, way, cue, min(depth, 2))
	add(itemWayKind, way, kind, min(depth, 2))
	add(itemWayForm, way, form, 0)
	branch := v.branch[j]
	mark := uint32(0)
	if c := d.Child(branch, parse.Mark, parse.Case); c >= 0 {
		mark = w.form[c]
	}
	add(itemWayMark, way, mark, kind)
	add(itemBranchLemma, way, w.lemma[branch], 0)
	if m := v.meet[j]; m > 0 && m < reachPath {
		add(itemMeetLemma, w.lemma[v.path[m]], way, 0)
	}

	q := v.quoteRelation(i)
	add(itemSideQuote, side, q, uint32(t.UPOS))
	add(itemQuoteKind, side, q, kind)
	add(itemLemmaQuote, side, q, cue)
	add(itemSideComma, side<<4|v.commas(i), q, kind)
	add(itemSideDist, dist, kind, q)
	add(itemLemmaSide, cue, side, min(dist, 4))

	p1, p1t := w.at(v.s, i-1)
	n1, n1t := w.at(v.s, i+1)
	add(itemPrev, p1, form, side)
	add(itemNext, n1, form, side)
	add(itemTags, p1t<<16|uint32(t.UPOS)<<8|n1t, side, min(dist, 3))
	if x := i - v.head; x >= -4 && x <= 4 {
		add(itemNear, form, cue, uint32(x))
		add(itemTagNear, tag, kind, uint32(x))
	}
	add(itemName, uint32(w.name[i]), side, way)
	add(itemEnd, uint32(min(v.s.End-i, 3)), q, form)
	add(itemBetween, v.between(i), side, uint32(t.UPOS))

	sub := v.inSubject(i)
	add(itemSubject, sub, side, kind)
	add(itemSubjectTag, sub, tag, uint32(t.Label))
	add(itemWaySubject, sub, way, 0)
	add(itemSubjectLemma, sub, cue, side)

	add(itemRival, uint32(w.rival[i]), side, tag)
	if u := v.under[j]; u >= 0 {
		r := uint32(w.rival[u])
		add(itemUnder, r<<8|uint32(d.Tokens[u].Label), side, w.lemma[u])
		add(itemUnderWay, r<<8|uint32(d.Tokens[u].Label), way, side)
		add(itemUnderWay, r, v.way[u-v.lo], kind)
	} else {
		add(itemUnder, 99, side, 0)
	}
	add(itemRivalBetween, v.rivals(i), side, q)
	add(itemRivalBetween, v.rivals(i), way, 1)
	return f
}

func (v *window) edgeFeatures(k int, f []uint32) []uint32 {
	w, d := v.w, v.w.d
	i := v.items[k].first
	form, way := w.form[i], v.way[i-v.lo]
	tag := uint32(d.Tokens[i].UPOS)
	kind := uint32(w.cue[v.head].kind)<<8 | uint32(d.Tokens[v.head].UPOS)
	p1, p1t := w.at(v.s, i-1)
	prevWay, same := uint32(1), uint32(0)
	var right, left uint32
	if i > v.lo {
		b := v.branch[i-1-v.lo]
		prevWay = v.way[i-1-v.lo]
		if b == v.branch[i-v.lo] {
			same = 1
		}
		if w.right[b] == i {
			right = 1 + min(uint32(v.depth[i-1-v.lo]), 3)
		}
	}
	if w.left[v.branch[i-v.lo]] == i {
		left = 1 + min(uint32(v.depth[i-v.lo]), 3)
	}
	side := v.side(i)
	add := func(template, a, b, c uint32) { f = append(f, mix(template, a, b, c)) }
	add(edgeBias, side, 0, 0)
	add(edgeForms, p1, form, side)
	add(edgePrevForm, p1, side, tag)
	add(edgeForm, form, side, p1t)
	add(edgeTags, p1t, tag, side)
	add(edgeBranch, same, p1t, tag)
	if same == 0 {
		add(edgeWays, prevWay, way, 0)
		add(edgeWay, way, tag, 0)
		add(edgePrevWay, prevWay, tag, 0)
	}
	add(edgeLeft, left, way, right)
	add(edgeRight, right, prevWay, p1t)
	subject := uint32(0)
	if v.subj >= 0 {
		if w.left[v.subj] == i {
			subject = 1
		} else if w.right[v.subj] == i {
			subject = 2
		}
	}
	add(edgeSubject, subject, p1t, tag)
	q := uint32(0)
	if i > v.s.First && w.quote[i] != w.quote[i-1] {
		q = 1
		if w.quote[i] < 0 {
			q = 2
		}
	}
	add(edgeQuote, q, side, tag)
	add(edgeDist, distance(i-v.head), kind, tag)
	add(edgeKind, kind, p1t<<8|tag, side)
	add(edgeFormWay, form, way, 0)
	if i > 0 && d.Tokens[i-1].End == d.Tokens[i].Start {
		add(edgeGlued, p1t, tag, 0)
	}
	if i > v.lo && v.under[i-v.lo] != v.under[i-1-v.lo] {
		a, b := uint32(99), uint32(99)
		if u := v.under[i-1-v.lo]; u >= 0 {
			a = uint32(w.rival[u])<<8 | uint32(d.Tokens[u].Label)
		}
		if u := v.under[i-v.lo]; u >= 0 {
			b = uint32(w.rival[u])<<8 | uint32(d.Tokens[u].Label)
		}
		add(edgeRival, a, b, side)
		add(edgeRival, b, form, side)
	}
	if x := i - v.head; x >= -3 && x <= 4 {
		add(edgeLemmaForm, w.lemma[v.head], form, uint32(x))
		add(edgeFormKind, form, kind, uint32(x))
	}
	return f
}

// blockFeatures are those of a block: it is content or nothing.
func (v *window) blockFeatures(k int, node, edge []uint32) ([]uint32, []uint32) {
	w, d := v.w, v.w.d
	it := v.items[k]
	cue, kind := w.lemma[v.head], uint32(w.cue[v.head].kind)<<8|uint32(d.Tokens[v.head].UPOS)
	block := uint32(it.block) << 1
	if it.whole {
		block |= 1
	}
	colon, quoted := uint32(0), uint32(0)
	if d.Text[d.Tokens[v.s.End-1].Start] == ':' {
		colon = 1
	}
	for i := v.lo; i < v.hi; i++ {
		if w.quote[i] >= 0 {
			quoted = 1
			if i > v.head {
				quoted = 2
			}
		}
	}
	index := uint32(1)
	if k > v.at {
		index = uint32(k-v.at) - uint32(v.hi-v.head) + 2
	}
	end := distance(v.s.End - v.head)
	add := func(template, a, b, c uint32) { node = append(node, mix(template, a, b, c)) }
	add(blockBias, 0, 0, 0)
	add(blockKinds, block, kind, 0)
	add(blockLemma, block, cue, 0)
	add(blockFirst, block, w.form[min(it.first+1, it.end-1)], 0)
	add(blockColon, block, colon, quoted)
	add(blockQuoted, block, quoted, kind)
	add(blockIndex, block, index, quoted<<1|colon)
	add(blockLong, block, distance(it.end-it.first), end)
	edge = append(edge, mix(edgeBlock, block, 0, 0), mix(edgeBlock, block, index, 1), mix(edgeBlock, block, quoted<<1|colon, 2), mix(edgeBlock, block, cue, 3))
	return node, edge
}

func (v *window) side(i int32) uint32 {
	switch {
	case i < v.head:
		return sideBefore
	case i > v.head:
		return sideAfter
	}
	return sideHead
}

// distance is x in rough steps, with its sign.
func distance(x int32) uint32 {
	sign := uint32(0)
	if x < 0 {
		x, sign = -x, 16
	}
	switch {
	case x <= 4:
		return sign | uint32(x)
	case x <= 7:
		return sign | 5
	case x <= 12:
		return sign | 6
	case x <= 25:
		return sign | 7
	}
	return sign | 8
}

// quoteRelation is how token i stands to quotations: in none, in one, a mark of one, in the head's own.
func (v *window) quoteRelation(i int32) uint32 {
	w := v.w
	k := w.quote[i]
	if k < 0 {
		if i > v.s.First && w.quote[i-1] >= 0 {
			return 1
		}
		if i+1 < v.s.End && w.quote[i+1] >= 0 {
			return 2
		}
		return 0
	}
	r := uint32(3)
	if w.quotes[k].First == i {
		r = 4
	} else if w.quotes[k].End == i+1 {
		r = 5
	}
	if k == w.quote[v.head] {
		r += 8
	}
	if w.quotes[k].End-w.quotes[k].First <= 6 {
		r += 16
	}
	return r
}

// commas is how many commas lie between token i and the head, at most 3; bounded, for long sentences.
func (v *window) commas(i int32) uint32 {
	n := uint32(0)
	step := int32(1)
	if i > v.head {
		step = -1
	}
	for j, k := i, 0; j != v.head && n < 3 && k < 40; j, k = j+step, k+1 {
		if v.w.d.Text[v.w.d.Tokens[j].Start] == ',' {
			n++
		}
	}
	return n
}

// between is whether another verb of saying, or another subject, lies between token i and the head.
func (v *window) between(i int32) uint32 {
	r := uint32(0)
	step := int32(1)
	if i > v.head {
		step = -1
	}
	for j, k := i, 0; j != v.head && k < 40; j, k = j+step, k+1 {
		t := &v.w.d.Tokens[j]
		if t.UPOS == parse.VERB {
			r |= 1
			if v.w.cue[j].kind == sayCue {
				r |= 2
			}
		} else if t.Label == parse.Nsubj || t.Label == parse.NsubjPass {
			r |= 4
		} else if v.w.d.Text[t.Start] == ':' || v.w.d.Text[t.Start] == ';' {
			r |= 8
		}
	}
	return r
}

// inSubject is where token i stands in the subtree of the head's subject.
func (v *window) inSubject(i int32) uint32 {
	w := v.w
	switch {
	case v.subj < 0:
		return 9
	case i == v.subj:
		return 1
	case i < w.left[v.subj] || i >= w.right[v.subj]:
		return 0
	case w.left[v.head] <= i && i < w.right[v.head] && v.subj < w.left[v.head]:
		return 2 // the cue's own clause hangs in its subject: "aides who said …"
	case i < v.subj:
		return 3
	}
	return 4
}

// rivals is how likely another cue stands between token i and the head.
func (v *window) rivals(i int32) uint32 {
	r := uint8(0)
	if i < v.head {
		for j := max(i, v.head-40); j < v.head; j++ {
			r = max(r, v.w.rival[j])
		}
	} else {
		for j := v.head + 1; j <= min(i, v.head+40); j++ {
			r = max(r, v.w.rival[j])
		}
	}
	return uint32(r)
}
