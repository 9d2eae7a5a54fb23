package read

import (
	"sayso/internal/learn"
	"sayso/parse"
)

// The roles that an item of a window can have: labels of the trained model.
const (
	roleNone = iota
	roleSource
	roleCue
	roleContent
)

// A blockKind says where a block stands to the sentence of the cue.
type blockKind uint8

const (
	noBlock    blockKind = iota
	prevOpen             // the sentence begins inside this quotation
	prevClosed           // a quotation that ends just before the sentence: “Why?” he asked.
	nextOpen             // the sentence ends inside this quotation
	nextQuote            // a quotation that follows in the same paragraph
	nextPara             // a paragraph that is one quotation
	colonPara            // the paragraph that a sentence ending in a colon leads into
)

// A windowItem is what gets one role: a token of the cue's sentence, or a block, a run of tokens outside it.
type windowItem struct {
	first, end int32
	block      blockKind
	whole      bool // the block ends where its paragraph ends
}

// Bounds on what one cue can reach, so that a sentence without end costs linear time.
const (
	reachBack  = 120 // tokens before the cue
	reachAhead = 160 // tokens after it
	reachCue   = 15  // tokens of one cue to either side of its head
	reachPara  = 12  // blocks after the sentence
	reachPath  = 10  // steps up the tree
	reachClimb = 40  // steps up from a token to the path
)

// A window is all that one cue may reach: the items around its head, with their place in the tree
// as seen from there.
type window struct {
	w      *reader
	s      *parse.Sentence
	head   int32
	at     int // index of the item of the head
	lo, hi int32
	items  []windowItem
	subj   int32

	path   []int32  // from the head upwards
	meet   []int8   // by token: step of path where its own way up arrives, -1 unknown
	branch []int32  // by token: the child of that step that it hangs under, or the token itself on the path
	depth  []int8   // by token: steps from the branch down
	way    []uint32 // by token: the tree path from head to branch, as a feature value
	clause []uint8  // by token: what the commas between it and the head tell, see clauses
	under  []int32  // by token: the nearest other likely cue above it or itself, or -1
	ups    [reachPath + 1]uint32

	node, edge []uint32
	lattice    learn.Lattice

	segs, chosen []segment
	ranked       []uint32
	topScore     int32
}

// open sets the window on the cue headed by token head of sentence s.
func (v *window) open(s *parse.Sentence, head int32) {
	v.s, v.head = s, head
	v.lo, v.hi = max(s.First, head-reachBack), min(s.End, head+reachAhead)
	v.items = v.items[:0]
	v.before()
	for i := v.lo; i < v.hi; i++ {
		if i == head {
			v.at = len(v.items)
		}
		v.items = append(v.items, windowItem{first: i, end: i + 1})
	}
	v.after()
	v.subj = v.w.subject(head)
	v.climb()
	v.clauses()
}

// before takes in the quotation that the sentence stands in or follows.
func (v *window) before() {
	w, s := v.w, v.s
	if v.lo > s.First || s.First == 0 {
		return
	}
	if k := w.quote[s.First]; k >= 0 && w.quotes[k].First < s.First {
		v.items = append(v.items, windowItem{first: w.quotes[k].First, end: s.First, block: prevOpen})
	} else if k := w.quote[s.First-1]; k >= 0 && w.paragraph(s.First-1) == s.Paragraph {
		v.items = append(v.items, windowItem{first: w.quotes[k].First, end: s.First, block: prevClosed})
	}
}

// after takes in the quotations that follow the sentence.
func (v *window) after() {
	w, s := v.w, v.s
	n := int32(len(w.d.Tokens))
	if v.hi < s.End {
		return
	}
	at := s.End
	if k := w.quote[s.End-1]; k >= 0 && w.quotes[k].End > at {
		at = w.quotes[k].End
		v.items = append(v.items, windowItem{first: s.End, end: at, block: nextOpen, whole: w.endsParagraph(at)})
	}
	para := s.Paragraph
	for range reachPara {
		if at >= n {
			return
		}
		here := w.paragraph(at)
		k := w.quote[at]
		if k < 0 || w.quotes[k].First != at {
			if here == para+1 && at == s.End && w.d.Text[w.d.At(s.End-1).Start] == ':' {
				end := w.paragraphEnd(at)
				v.items = append(v.items, windowItem{first: at, end: end, block: colonPara, whole: true})
			}
			return
		}
		it := windowItem{first: at, end: w.quotes[k].End, block: nextQuote}
		it.whole = w.endsParagraph(it.end)
		if here != para {
			if here != para+1 || !it.whole {
				return
			}
			it.block = nextPara
		}
		v.items = append(v.items, it)
		at, para = it.end, here
	}
}

func (w *reader) paragraph(i int32) int32 { return w.d.Sentences[w.d.Tokens[i].Sentence].Paragraph }

// endsParagraph says whether token end is the first of another paragraph.
func (w *reader) endsParagraph(end int32) bool {
	return int(end) >= len(w.d.Tokens) || end > 0 && w.paragraph(end) != w.paragraph(end-1)
}

// paragraphEnd is the token after the paragraph of token i.
func (w *reader) paragraphEnd(i int32) int32 {
	s := w.d.Tokens[i].Sentence
	for p := w.d.Sentences[s].Paragraph; int(s) < len(w.d.Sentences) && w.d.Sentences[s].Paragraph == p; s++ {
		i = w.d.Sentences[s].End
	}
	return i
}

// climb finds every token's place in the tree as seen from the head.
func (v *window) climb() {
	d, n := v.w.d, int(v.hi-v.lo)
	if cap(v.meet) < n {
		v.meet, v.branch, v.depth, v.way = make([]int8, n*2), make([]int32, n*2), make([]int8, n*2), make([]uint32, n*2)
		v.under = make([]int32, n*2)
	}
	v.meet, v.branch, v.depth, v.way = v.meet[:n], v.branch[:n], v.depth[:n], v.way[:n]
	v.under = v.under[:n]
	for i := range v.meet {
		v.meet[i] = -1
	}
	v.path = v.path[:0]
	up := uint32(7)
	for i := v.head; i >= 0 && len(v.path) <= reachPath; i = d.Tokens[i].Head {
		v.ups[len(v.path)] = up
		if k := i - v.lo; k >= 0 && int(k) < n {
			v.meet[k], v.branch[k], v.depth[k], v.under[k] = int8(len(v.path)), i, 0, -1
			if i != v.head && v.w.rival[i] > 0 {
				v.under[k] = i
			}
			v.way[k] = mix(1000, up, 255, 0)
		}
		v.path = append(v.path, i)
		if len(v.path) < 4 { // the exact way matters only near by
			up = mix(1001, up, uint32(d.Tokens[i].Label), 0)
		}
	}
	for i := v.lo; i < v.hi; i++ {
		if v.meet[i-v.lo] < 0 {
			v.climbFrom(i)
		}
	}
}

// climbFrom goes up from token i to one whose place is known and fills in the way down again.
func (v *window) climbFrom(i int32) {
	d := v.w.d
	var way [reachClimb]int32
	k, top := 0, i
	for k < reachClimb && top >= v.lo && top < v.hi && v.meet[top-v.lo] < 0 {
		way[k] = top
		k++
		if top = d.Tokens[top].Head; top < 0 {
			break
		}
	}
	known := top >= v.lo && top < v.hi && v.meet[top-v.lo] >= 0
	for k--; k >= 0; k-- {
		j := way[k] - v.lo
		v.under[j] = -1
		if known {
			v.under[j] = v.under[top-v.lo]
		}
		if v.w.rival[way[k]] > 0 {
			v.under[j] = way[k]
		}
		switch {
		case !known: // another tree, or too far
			v.meet[j], v.branch[j], v.depth[j], v.way[j] = reachPath, way[k], 9, 3
		case v.branch[top-v.lo] == top && v.meet[top-v.lo] < reachPath && v.path[v.meet[top-v.lo]] == top:
			m := v.meet[top-v.lo]
			v.meet[j], v.branch[j], v.depth[j] = m, way[k], 1
			side := uint32(0)
			if way[k] > v.head {
				side = 1
			}
			v.way[j] = mix(1002, v.ups[m], uint32(d.Tokens[way[k]].Label), side)
		default:
			t := top - v.lo
			v.meet[j], v.branch[j], v.depth[j], v.way[j] = v.meet[t], v.branch[t], min(v.depth[t]+1, 9), v.way[t]
		}
		top, known = way[k], true
	}
}

// allow is which roles may follow which at item k: the cue is one run of tokens around its head,
// and blocks hold content or nothing.
func (v *window) allow(k int) uint16 {
	const all = 0xFFFF
	const toCue, fromCue, toSource = 0x4444, 0x0F00, 0x2222
	mask := uint16(all)
	switch {
	case k == v.at:
		return toCue
	case k < v.at:
		mask &^= fromCue &^ toCue
		if v.at-k > reachCue {
			mask &^= toCue
		}
	default:
		mask &^= toCue &^ fromCue
		if k-v.at > reachCue {
			mask &^= toCue
		}
	}
	if v.items[k].block != noBlock {
		mask &^= toCue | toSource
	}
	if k == 0 {
		mask &= 0x000F
	}
	return mask
}
