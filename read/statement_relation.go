package read

import "sayso/parse"

// How a token of a window stands to its cue: behind quotes and commas, in its subject, beside rivals.

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
	itemClause
	itemClauseWay
	edgeClause
	itemClass
	itemClassWay
	itemClassHead
	itemClassNext
	edgeClasses
	edgeClass
	blockBias
	blockKinds
	blockLemma
	blockFirst
	blockColon
	blockIndex
	blockLong
	blockQuoted
	blockRival
	blockNext
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

// blockRival is how likely the rest of the sentence in which a block ends has a cue of its own: “Nor
// will we,” added her deputy.
func (v *window) blockRival(it windowItem) uint32 {
	w := v.w
	if it.block == prevOpen || it.block == prevClosed || it.end == 0 {
		return 9
	}
	s := &w.d.Sentences[w.d.At(it.end-1).Sentence]
	r := uint8(0)
	for j := it.end; j < s.End && j < it.end+20; j++ {
		r = max(r, w.rival[j])
	}
	if it.end < s.End {
		r |= 4
	}
	return uint32(r)
}

// clauses fills v.clause: for every token, going out from the head, how far the commas tell: 0 no comma
// yet; 1 in an inserted clause that a relative word opens (", which employs 900 people"); 2 after it; 3 after
// another comma; 4 after a coordinating word that follows one.
func (v *window) clauses() {
	n := int(v.hi - v.lo)
	if cap(v.clause) < n {
		v.clause = make([]uint8, n*2)
	}
	v.clause = v.clause[:n]
	d := v.w.d
	state := uint8(0)
	for i := v.head; i < v.hi; i++ {
		if d.Text[d.Tokens[i].Start] == ',' && v.w.quote[i] < 0 {
			switch {
			case state == 1:
				state = 2
			case i+1 < v.hi && relativeWord(d, i+1):
				state = 1
			case i+1 < v.hi && d.At(i+1).UPOS == parse.CCONJ:
				state = 4
			case state == 0:
				state = 3
			}
		}
		v.clause[i-v.lo] = state
	}
	state = 0
	for i := v.head - 1; i >= v.lo; i-- {
		if d.Text[d.Tokens[i].Start] == ',' && v.w.quote[i] < 0 {
			switch {
			case i+1 < v.hi && relativeWord(d, i+1):
				state = 2
			default:
				state = 3
			}
		}
		v.clause[i-v.lo] = state
	}
}

func relativeWord(d *parse.Doc, i int32) bool {
	x := d.Tokens[i].XPOS
	return x == parse.XWDT || x == parse.XWP || x == parse.XWPS || x == parse.XWRB
}
