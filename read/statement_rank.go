package read

import (
	"slices"

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
	if v.dangling(v.chosen) {
		v.mend(n)
	}
	v.trail()
	v.accordingTo()
	return v.chosen, margin
}

// dangling says whether a labelling leaves out what a cue set off by commas must be about: in "CLAUSE,
// two officials said, even after …" the clause before the comma.
func (v *window) dangling(segs []segment) bool {
	w := v.w
	if w.cue[v.head].kind != sayCue || w.d.Tokens[v.head].UPOS != parse.VERB {
		return false
	}
	first, end := v.frame(segs)
	if first < 5 || v.items[first-2].block != noBlock || v.frameMark(first-1) != 2 {
		return false
	}
	if m := v.frameMark(end); m != 1 && m != 2 && m != 4 || m == 2 && v.frameMark(end+1) == 5 {
		return false
	}
	for _, s := range segs {
		if s.role == roleContent && s.first <= first-2 && first-2 < s.end {
			return false
		}
	}
	return true
}

// trail leaves to the report what it adds itself behind a cue set off by commas: "CLAUSE, two officials
// said, even after the talks were cut off". What gives a reason or a condition ("because …") stays.
func (v *window) trail() {
	_, end := v.frame(v.chosen)
	if v.frameMark(end) != 2 || end+2 >= len(v.items) || v.items[end+1].block != noBlock {
		return
	}
	switch v.w.lower(v.items[end+1].first) {
	case "after", "as", "while", "when", "with", "although", "though", "amid", "despite", "following", "even", "before":
	default:
		return
	}
	before := slices.ContainsFunc(v.chosen, func(s segment) bool { return s.role == roleContent && s.first < v.at })
	if before {
		v.chosen = slices.DeleteFunc(v.chosen, func(s segment) bool {
			return s.role == roleContent && s.first > v.at && s.first <= end+1 && v.quoteAt(s.first) < 0
		})
	}
}

// accordingTo gives "according to" the source that follows it, up to the next comma, where the labelling
// found none. At the start of a sentence the content is what follows that comma.
func (v *window) accordingTo() {
	w := v.w
	if w.form[v.head] != formAccording || v.form(v.at+1) != formTo || slices.ContainsFunc(v.chosen, func(s segment) bool { return s.role == roleSource }) {
		return
	}
	comma := v.at + 2
	for comma < len(v.items) && v.items[comma].block == noBlock && v.frameMark(comma) != 2 && v.frameMark(comma) != 4 {
		comma++
	}
	if comma == v.at+2 {
		return
	}
	kept := slices.DeleteFunc(slices.Clone(v.chosen), func(s segment) bool {
		return s.role == roleCue || s.role == roleContent && s.end > v.at
	})
	kept = append(kept, segment{roleCue, v.at, v.at + 2}, segment{roleSource, v.at + 2, comma})
	end := len(v.items)
	for end > comma && (v.items[end-1].block != noBlock || v.frameMark(end-1) == 4) {
		end--
	}
	if len(kept) == 2 && comma+1 < end {
		kept = append(kept, segment{roleContent, comma + 1, end})
	}
	if len(kept) > 2 {
		v.chosen = append(v.chosen[:0], kept...)
	}
}

var formAccording, formTo = hashLower("according"), hashLower("to")

// frame is the range of items from the source to the cue, or only the cue where the source is not right before it.
func (v *window) frame(segs []segment) (first, end int) {
	first, end = v.at, v.at+1
	for _, s := range segs {
		if s.role == roleCue {
			first, end = s.first, s.end
		}
	}
	for _, s := range segs {
		if s.role == roleSource && s.end == first {
			return s.first, end
		}
	}
	return 0, end
}

// fills says whether a labelling has a source and content.
func (v *window) fills(segs []segment) bool {
	has := uint(0)
	for _, s := range segs {
		has |= 1 << s.role
	}
	return has == 1<<roleSource|1<<roleCue|1<<roleContent
}

// mend chooses the best of n labellings that does not leave the clause out, if there is one.
func (v *window) mend(n int) {
	for k := 1; k < n; k++ {
		roles, _ := v.lattice.Path(k)
		if v.segs = v.segments(v.segs[:0], roles); !v.dangling(v.segs) && v.fills(v.segs) {
			v.chosen = append(v.chosen[:0], v.segs...)
			return
		}
	}
	first, _ := v.frame(v.chosen)
	from := 0
	for from < first-2 && v.items[from].block != noBlock {
		from++
	}
	kept := v.chosen[:0:0]
	kept = append(kept, segment{roleContent, from, first - 1})
	for _, s := range v.chosen {
		if s.role != roleContent {
			kept = append(kept, s)
		}
	}
	v.chosen = append(v.chosen[:0], kept...)
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
	acceptClass
)

// A foundView is one candidate as it is looked at for acceptance.
type foundView struct {
	w                  *reader
	all                []found
	k                  int
	c                  *found
	lemma, kind, score uint32
	quoted             uint32
	f                  []uint32
}

func (x *foundView) add(template, a, b, c uint32) { x.f = append(x.f, mix(template, a, b, c)) }

// acceptFeatures appends the features by which candidate k of all is judged with its source and content known.
func (w *reader) acceptFeatures(f []uint32, all []found, k int, density uint32) []uint32 {
	c := &all[k]
	x := foundView{w: w, all: all, k: k, c: c, lemma: w.lemma[c.CueHead], score: scoreStep(c.score),
		kind: uint32(w.cue[c.CueHead].kind)<<8 | uint32(w.d.Tokens[c.CueHead].UPOS), f: f}
	if w.quote[c.CueHead] >= 0 {
		x.quoted = 1
	}
	x.cue(density)
	x.others()
	x.source()
	x.content()
	return x.f
}

// cue adds the cue, its score and the order of the roles.
func (x *foundView) cue(density uint32) {
	w, c := x.w, x.c
	class, label := w.class[c.CueHead], uint32(w.d.Tokens[c.CueHead].Label)
	x.add(acceptBias, 0, 0, 0)
	x.add(acceptScore, x.score, 0, 0)
	x.add(acceptScoreKind, x.score, x.kind, 0)
	x.add(acceptScoreShape, x.score/2, c.shape, 0)
	x.add(acceptLemma, x.lemma, 0, 0)
	x.add(acceptShapeKind, c.shape, x.kind, 0)
	x.add(acceptMargin, gapSize(c.margin), x.score/2, 0)
	x.add(acceptHead, label, x.kind, x.score/4)
	x.add(acceptClass, class, c.shape, 0)
	x.add(acceptClass, class, x.score/4, 1)
	x.add(acceptQuote, x.quoted, x.kind, x.score/4)
	x.add(acceptCue, hashLower(c.Cue[0].Text(w.d.Text)), 0, 0)
	x.add(acceptDensity, density, x.score/4, 0)
	x.add(acceptDensity, density, x.kind, 1)
}

// others adds the candidates around it, and those that hold it or that it holds.
func (x *foundView) others() {
	w, c := x.w, x.c
	x.add(acceptPrev, x.near(x.k-1), x.score/2, 0)
	x.add(acceptNext, x.near(x.k+1), x.score/2, 0)
	holds := min(uint32(c.holds), 3)
	x.add(acceptHolds, holds, x.score/2, 0)
	x.add(acceptHolds, holds, c.shape, 1)
	if c.inside < 0 {
		x.add(acceptInside, 99, x.score/2, 0)
		return
	}
	o := &x.all[c.inside]
	step, rel := scoreStep(o.score)/2, uint32(0)
	if o.score > c.score {
		rel = 1
	}
	x.add(acceptInside, step, x.score/2, 0)
	x.add(acceptInsideLemma, w.lemma[o.CueHead], x.lemma, 0)
	x.add(acceptInsideLemma, w.lemma[o.CueHead], x.kind, 1)
	x.add(acceptInsideScore, step, uint32(w.cue[o.CueHead].kind), x.kind)
	x.add(acceptInside, rel, uint32(w.d.Tokens[c.CueHead].Label), 7)
}

// near is the score of candidate j as a feature value, if it stands in the same sentence.
func (x *foundView) near(j int) uint32 {
	if j < 0 || j >= len(x.all) || x.all[j].sentence != x.c.sentence {
		return 99
	}
	return scoreStep(x.all[j].score) / 2
}

// source adds who speaks.
func (x *foundView) source() {
	w, head := x.w, x.c.SrcHead
	if head < 0 {
		x.add(acceptSource, 0, x.kind, x.quoted)
		x.add(acceptSource, 0, x.lemma, 2)
		return
	}
	s := &w.d.Tokens[head]
	x.add(acceptSource, uint32(s.UPOS)<<8|uint32(s.XPOS), x.kind, x.quoted)
	x.add(acceptSourceLemma, w.lemma[head], x.kind, x.quoted)
	x.add(acceptSourceName, uint32(w.name[head]), x.kind, x.score/4)
	x.add(acceptClass, w.class[x.c.CueHead], w.class[head], 2)
	x.add(acceptClass, x.kind, w.class[head], 3)
	if s.UPOS == parse.PRON {
		x.add(acceptPronoun, w.form[head], x.quoted, x.score/4)
	}
}

// content adds how the content begins and ends.
func (x *foundView) content() {
	w, c, d := x.w, x.c, x.w.d
	first := d.TokenAt(c.Content[0].Start)
	last := d.TokenAt(c.Content[len(c.Content)-1].End - 1)
	long := distance(last - first)
	x.add(acceptContent, uint32(d.Tokens[first].UPOS)<<8|uint32(d.Tokens[min(first+1, last)].UPOS), x.kind, 0)
	x.add(acceptContentForm, w.form[first], x.kind, 0)
	x.add(acceptContentForm, w.form[first], x.lemma, 1)
	x.add(acceptLength, long, x.kind, x.score/4)
	x.add(acceptContentTag, uint32(d.Tokens[last].UPOS), x.kind, long)
	if last-first < 3 {
		x.add(acceptSingle, w.form[last], x.lemma, 0)
	}
}

// scoreStep is a score as a cue in steps of a fifth of a natural logarithm or so.
func scoreStep(score int32) uint32 {
	return uint32(max(0, min(30, (score+80)/8)))
}
