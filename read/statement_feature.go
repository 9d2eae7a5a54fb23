package read

import "sayso/parse"

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

// An itemView is one token of a window as it is looked at for its role.
type itemView struct {
	v               *window
	i, j            int32  // the token, and its place in the window's tables
	form, tag       uint32 // of the token
	cue, kind       uint32 // of the head
	way, side, dist uint32 // of the token, seen from the head
	quote           uint32
	f               []uint32
}

func (x *itemView) add(template, a, b, c uint32) { x.f = append(x.f, mix(template, a, b, c)) }

// cueKindOf is the kind and tag of the window's head, as a feature value.
func (v *window) cueKindOf() uint32 {
	return uint32(v.w.cue[v.head].kind)<<8 | uint32(v.w.d.Tokens[v.head].UPOS)
}

// tokenFeatures appends the features of token i.
func (v *window) tokenFeatures(i int32, f []uint32) []uint32 {
	w, t := v.w, &v.w.d.Tokens[i]
	x := itemView{v: v, i: i, j: i - v.lo, form: w.form[i], tag: uint32(t.UPOS)<<8 | uint32(t.XPOS), cue: w.lemma[v.head], kind: v.cueKindOf(),
		way: v.way[i-v.lo], side: v.side(i), dist: distance(i - v.head), quote: v.quoteRelation(i), f: f}
	x.tree()
	x.marks()
	x.around()
	x.others()
	return x.f
}

// tree adds the token and its way through the tree to the head.
func (x *itemView) tree() {
	v, w, d := x.v, x.v.w, x.v.w.d
	label := uint32(d.Tokens[x.i].Label)
	depth := uint32(v.depth[x.j])
	x.add(itemBias, x.side, 0, 0)
	x.add(itemForm, x.form, x.side, 0)
	x.add(itemTag, x.tag, x.dist, 0)
	x.add(itemLabel, label, x.tag, x.side)
	x.add(itemWay, x.way, 0, 0)
	x.add(itemWayTag, x.way, x.tag, 0)
	x.add(itemWayDepth, x.way, min(depth, 4), label)
	x.add(itemWayLemma, x.way, x.cue, min(depth, 2))
	x.add(itemWayKind, x.way, x.kind, min(depth, 2))
	x.add(itemWayForm, x.way, x.form, 0)
	branch := v.branch[x.j]
	mark := uint32(0)
	if c := d.Child(branch, parse.Mark, parse.Case); c >= 0 {
		mark = w.form[c]
	}
	x.add(itemWayMark, x.way, mark, x.kind)
	x.add(itemBranchLemma, x.way, w.lemma[branch], 0)
	if m := v.meet[x.j]; m > 0 && m < reachPath {
		x.add(itemMeetLemma, w.lemma[v.path[m]], x.way, 0)
	}
	sub := v.inSubject(x.i)
	x.add(itemSubject, sub, x.side, x.kind)
	x.add(itemSubjectTag, sub, x.tag, label)
	x.add(itemWaySubject, sub, x.way, 0)
	x.add(itemSubjectLemma, sub, x.cue, x.side)
	class, headClass := w.class[x.i], w.class[v.head]
	x.add(itemClass, class, x.dist, 0)
	x.add(itemClassWay, class, x.way, 0)
	x.add(itemClassHead, headClass, x.way, min(depth, 2))
	x.add(itemClassHead, headClass, x.side<<8|x.quote, 1)
}

// marks adds the quotation marks and commas between the token and the head.
func (x *itemView) marks() {
	v, t := x.v, &x.v.w.d.Tokens[x.i]
	x.add(itemSideQuote, x.side, x.quote, uint32(t.UPOS))
	x.add(itemQuoteKind, x.side, x.quote, x.kind)
	x.add(itemLemmaQuote, x.side, x.quote, x.cue)
	x.add(itemSideComma, x.side<<4|v.commas(x.i), x.quote, x.kind)
	x.add(itemSideDist, x.dist, x.kind, x.quote)
	x.add(itemLemmaSide, x.cue, x.side, min(x.dist, 4))
	x.add(itemEnd, uint32(min(v.s.End-x.i, 3)), x.quote, x.form)
	clause := uint32(v.clause[x.j])
	x.add(itemClause, clause, x.side, x.tag)
	x.add(itemClause, clause, x.kind, min(x.dist, 4))
	x.add(itemClauseWay, clause, x.way, 0)
}

// around adds the words beside the token.
func (x *itemView) around() {
	v, w, i := x.v, x.v.w, x.i
	p1, p1t := w.at(v.s, i-1)
	n1, n1t := w.at(v.s, i+1)
	x.add(itemPrev, p1, x.form, x.side)
	x.add(itemNext, n1, x.form, x.side)
	x.add(itemTags, p1t<<16|uint32(w.d.Tokens[i].UPOS)<<8|n1t, x.side, min(x.dist, 3))
	if d := i - v.head; d >= -4 && d <= 4 {
		x.add(itemNear, x.form, x.cue, uint32(d))
		x.add(itemTagNear, x.tag, x.kind, uint32(d))
	}
	x.add(itemName, uint32(w.name[i]), x.side, x.way)
	if i+1 < v.s.End {
		x.add(itemClassNext, w.class[i], w.class[i+1], x.side)
	}
}

// others adds the other likely cues.
func (x *itemView) others() {
	v, w := x.v, x.v.w
	x.add(itemBetween, v.between(x.i), x.side, uint32(w.d.Tokens[x.i].UPOS))
	x.add(itemRival, uint32(w.rival[x.i]), x.side, x.tag)
	if u := v.under[x.j]; u >= 0 {
		r := uint32(w.rival[u])
		label := r<<8 | uint32(w.d.Tokens[u].Label)
		x.add(itemUnder, label, x.side, w.lemma[u])
		x.add(itemUnderWay, label, x.way, x.side)
		x.add(itemUnderWay, r, v.way[u-v.lo], x.kind)
	} else {
		x.add(itemUnder, 99, x.side, 0)
	}
	r := v.rivals(x.i)
	x.add(itemRivalBetween, r, x.side, x.quote)
	x.add(itemRivalBetween, r, x.way, 1)
}

// edgeFeatures appends the features of the boundary before item k.
func (v *window) edgeFeatures(k int, f []uint32) []uint32 {
	w, i := v.w, v.items[k].first
	x := itemView{v: v, i: i, j: i - v.lo, form: w.form[i], tag: uint32(w.d.Tokens[i].UPOS), cue: w.lemma[v.head], kind: v.cueKindOf(),
		way: v.way[i-v.lo], side: v.side(i), dist: distance(i - v.head), f: f}
	p1, p1t := w.at(v.s, i-1)
	x.edgeWords(p1, p1t)
	x.edgeTree(p1t)
	if i > v.lo {
		x.edgeBefore(p1t)
	}
	return x.f
}

// edgeWords adds the words on either side of the boundary; p1 is the one before it, p1t its tag.
func (x *itemView) edgeWords(p1, p1t uint32) {
	v, w, i := x.v, x.v.w, x.i
	x.add(edgeBias, x.side, 0, 0)
	x.add(edgeForms, p1, x.form, x.side)
	x.add(edgePrevForm, p1, x.side, x.tag)
	x.add(edgeForm, x.form, x.side, p1t)
	x.add(edgeTags, p1t, x.tag, x.side)
	x.add(edgeDist, x.dist, x.kind, x.tag)
	x.add(edgeKind, x.kind, p1t<<8|x.tag, x.side)
	x.add(edgeFormWay, x.form, x.way, 0)
	q := uint32(0)
	if i > v.s.First && w.quote[i] != w.quote[i-1] {
		q = 1
		if w.quote[i] < 0 {
			q = 2
		}
	}
	x.add(edgeQuote, q, x.side, x.tag)
	if i > 0 && w.d.At(i-1).End == w.d.Tokens[i].Start {
		x.add(edgeGlued, p1t, x.tag, 0)
	}
	if d := i - v.head; d >= -3 && d <= 4 {
		x.add(edgeLemmaForm, x.cue, x.form, uint32(d))
		x.add(edgeFormKind, x.form, x.kind, uint32(d))
	}
}

// edgeTree adds whether a subtree ends or begins at the boundary.
func (x *itemView) edgeTree(p1t uint32) {
	v, w, i := x.v, x.v.w, x.i
	prevWay, same := uint32(1), uint32(0)
	var right, left uint32
	if i > v.lo {
		b := v.branch[x.j-1]
		prevWay = v.way[x.j-1]
		if b == v.branch[x.j] {
			same = 1
		}
		if w.right[b] == i {
			right = 1 + min(uint32(v.depth[x.j-1]), 3)
		}
	}
	if w.left[v.branch[x.j]] == i {
		left = 1 + min(uint32(v.depth[x.j]), 3)
	}
	x.add(edgeBranch, same, p1t, x.tag)
	if same == 0 {
		x.add(edgeWays, prevWay, x.way, 0)
		x.add(edgeWay, x.way, x.tag, 0)
		x.add(edgePrevWay, prevWay, x.tag, 0)
	}
	x.add(edgeLeft, left, x.way, right)
	x.add(edgeRight, right, prevWay, p1t)
	subject := uint32(0)
	if v.subj >= 0 {
		if w.left[v.subj] == i {
			subject = 1
		} else if w.right[v.subj] == i {
			subject = 2
		}
	}
	x.add(edgeSubject, subject, p1t, x.tag)
}

// edgeBefore adds what changes at the boundary from the token before: its class, the clause, the other cue above.
func (x *itemView) edgeBefore(p1t uint32) {
	v, w, i, j := x.v, x.v.w, x.i, x.j
	x.add(edgeClasses, w.class[i-1], w.class[i], x.side)
	x.add(edgeClass, w.class[i], p1t, x.way)
	x.add(edgeClause, uint32(v.clause[j-1]), uint32(v.clause[j]), x.side)
	x.add(edgeClause, uint32(v.clause[j-1])<<8|uint32(v.clause[j]), p1t<<8|x.tag, 3)
	if v.under[j] == v.under[j-1] {
		return
	}
	a, b := v.rivalValue(v.under[j-1]), v.rivalValue(v.under[j])
	x.add(edgeRival, a, b, x.side)
	x.add(edgeRival, b, x.form, x.side)
}

// rivalValue is a likely cue's likelihood and relation as a feature value.
func (v *window) rivalValue(u int32) uint32 {
	if u < 0 {
		return 99
	}
	return uint32(v.w.rival[u])<<8 | uint32(v.w.d.Tokens[u].Label)
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
	if d.Text[d.At(v.s.End-1).Start] == ':' {
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
	rival := v.blockRival(it)
	add(blockRival, block, rival, quoted)
	add(blockRival, block, rival, kind|1<<16)
	if int(it.end) < len(d.Tokens) {
		add(blockNext, block, uint32(d.Tokens[it.end].UPOS), w.form[it.end])
	}
	edge = append(edge, mix(edgeBlock, block, 0, 0), mix(edgeBlock, block, index, 1), mix(edgeBlock, block, quoted<<1|colon, 2), mix(edgeBlock, block, cue, 3))
	return node, edge
}
