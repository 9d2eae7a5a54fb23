package read

import (
	"slices"

	"sayso/internal/learn"
	"sayso/parse"
)

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
