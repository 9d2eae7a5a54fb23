package ledger

import (
	"slices"
	"sort"
)

// window is how many neighbours on each side of an item its keys offer as candidates. It bounds the
// cost of an item whatever the ledger's size; it was set so that doubling it changes no score of
// the evaluation by more than .003.
const window = 8

// An index lists, for every key, the items that have it in canonical order. A key with one item,
// as most are, costs one place in a map.
type index struct {
	at    keyMap // one more than an item, or -1-n for the list n
	lists lists
}

// A slot is where an item stands in the list of a key. Most items look up each key once, since at 100,000 reports
// a look-up is a wait for memory.
type slot struct {
	list int32 // or -1 where the item is the only one
	at   int
}

// add enters item under key; before is the canonical order.
func (x *index) add(key uint32, item int32, before func(a, b int32) bool) slot {
	v := x.at.at(key)
	switch {
	case *v == 0:
		*v = item + 1
		return slot{list: -1}
	case *v > 0:
		pair, at := [2]int32{*v - 1, item}, 1
		if before(item, pair[0]) {
			pair, at = [2]int32{item, pair[0]}, 0
		}
		n := x.lists.add(pair[0], pair[1])
		*v = -1 - n
		return slot{n, at}
	default:
		n := -1 - *v
		i := place(x.lists.of(n), item, before)
		x.lists.insert(n, i, item)
		return slot{n, i}
	}
}

// place is where item stands, or belongs, in list. Items mostly come in order, so the end is tried first.
func place(list []int32, item int32, before func(a, b int32) bool) int {
	n := len(list)
	if n == 0 || before(list[n-1], item) {
		return n
	}
	return sort.Search(n, func(i int) bool { return !before(list[i], item) })
}

// find is the slot of item, which is there, under key.
func (x *index) find(key uint32, item int32, before func(a, b int32) bool) slot {
	v := x.at.value(key)
	if v >= 0 {
		return slot{list: -1}
	}
	return slot{-1 - v, place(x.lists.of(-1-v), item, before)}
}

// around is up to window items before and after the one at s, each in canonical order.
func (x *index) around(s slot) (earlier, later []int32) {
	if s.list < 0 {
		return nil, nil
	}
	list := x.lists.of(s.list)
	return list[max(0, s.at-window):s.at], list[s.at+1 : min(len(list), s.at+1+window)]
}

// leftOut is the item that stood in y's window of earlier items in the list of s and was pushed out when
// an item came in between, or -1.
func (x *index) leftOut(s slot, y int32, before func(a, b int32) bool) int32 {
	list := x.lists.of(s.list)
	if i := place(list, y, before) - window - 1; i >= 0 {
		return list[i]
	}
	return -1
}

// A forest hangs each item on the earlier item that it is most like, if it is like one at all.
//
// "Earlier" is the canonical order (publication, then name), not the order of arrival, and the
// candidates of an item are its nearest predecessors under each of its keys. So the forest is a
// function of the set of items: it does not matter in which order they came. What an item hangs on
// depends only on what was published before it, so the forest as of a day is the part of it that
// was published by then. The cost of adding an item is bounded by its keys and the window.
type forest struct {
	index
	parent []int32   // the item each hangs on, or -1
	score  []float32 // how like it is, by like

	keys   func(item int32) []uint32
	before func(a, b int32) bool
	like   func(earlier, later int32) float32 // 0 or less: not to be linked
	far    func(earlier, later int32) bool    // too long ago to be a candidate

	keep int     // how many of the likest candidates of an item are kept beside its parent; 0 for none
	ties [][]tie // by item: those, the likest first

	beside func(later int32) // nil, or offers an item further candidates by hangBy

	fresh   int32   // the item that chooses, or -1
	retied  []retie // items whose ties changed since takeRetied, with repetitions
	changed []int32 // items whose parent was chosen since takeChanged, with repetitions
	slots   []slot  // of the item being added
	seen    []int32 // stamp of the last round that looked at an item
	round   int32
}

// A tie is an earlier item that a later one is like.
type tie struct {
	item  int32
	score float32
}

func newForest(keys func(int32) []uint32, before, far func(a, b int32) bool, like func(a, b int32) float32) *forest {
	return &forest{keys: keys, before: before, far: far, like: like}
}

// add enters the next item, whose number is the count of items so far.
func (f *forest) add() {
	item := int32(len(f.parent))
	f.parent = append(f.parent, -1)
	f.score = append(f.score, 0)
	f.seen = append(f.seen, 0)
	if f.keep > 0 {
		f.ties = append(f.ties, nil)
	}
	f.slots = f.slots[:0]
	for _, k := range f.distinct(item) {
		f.slots = append(f.slots, f.index.add(k, item, f.before))
	}
	f.choose(item, f.slots)
	f.offer(item, f.slots)
}

// chooseAnew finds the parent of an item that is already there.
func (f *forest) chooseAnew(item int32) {
	var slots []slot
	for _, k := range f.distinct(item) {
		slots = append(slots, f.find(k, item, f.before))
	}
	f.choose(item, slots)
}

// distinct is the item's keys, each once: an item stands once in each list.
func (f *forest) distinct(item int32) []uint32 {
	keys := append([]uint32(nil), f.keys(item)...)
	return sortedSet(keys)
}

// choose finds the parent of item among its predecessors.
func (f *forest) choose(item int32, slots []slot) {
	f.parent[item], f.score[item] = -1, 0
	if f.keep > 0 {
		f.fresh, f.retied = item, append(f.retied, retie{item, f.ties[item]})
		f.ties[item] = make([]tie, 0, f.keep)
	}
	f.changed = append(f.changed, item)
	f.round++
	for _, s := range slots {
		earlier, _ := f.around(s)
		for n := len(earlier) - 1; n >= 0 && !f.far(earlier[n], item); n-- {
			if e := earlier[n]; f.seen[e] != f.round {
				f.seen[e] = f.round
				f.hang(e, item)
			}
		}
	}
	if f.beside != nil {
		f.beside(item)
	}
	if f.keep > 0 {
		f.fresh, f.ties[item] = -1, append([]tie(nil), f.ties[item]...) // most are not full
	}
}

// hang makes earlier the parent of later if it is more like it than the present one; of two that
// are alike the earlier one is the parent.
func (f *forest) hang(earlier, later int32) {
	if s := f.like(earlier, later); s > 0 {
		f.hangBy(earlier, later, s)
	}
}

// hangBy is hang of two items whose likeness is known.
func (f *forest) hangBy(earlier, later int32, s float32) {
	f.tie(earlier, later, s)
	p := f.parent[later]
	if p < 0 || s > f.score[later] || s == f.score[later] && f.before(earlier, p) {
		f.parent[later], f.score[later] = earlier, s
		f.changed = append(f.changed, later)
	}
}

// tie keeps earlier with the likest of later's candidates.
func (f *forest) tie(earlier, later int32, score float32) {
	if f.keep == 0 {
		return
	}
	ts := f.ties[later]
	at := len(ts)
	for at > 0 && (score > ts[at-1].score || score == ts[at-1].score && f.before(earlier, ts[at-1].item)) {
		at--
	}
	if at == f.keep {
		return
	}
	if later != f.fresh { // the ties as they were are kept
		f.retied = append(f.retied, retie{later, ts})
		ts = append(make([]tie, 0, len(ts)+1), ts...)
	}
	if len(ts) < f.keep {
		ts = append(ts, tie{})
	}
	copy(ts[at+1:], ts[at:])
	ts[at] = tie{earlier, score}
	f.ties[later] = ts
}

// holds reports whether later's parent, or a tie kept for it, is earlier.
func (f *forest) holds(later, earlier int32) bool {
	if f.keep == 0 {
		return f.parent[later] == earlier
	}
	return slices.ContainsFunc(f.ties[later], func(t tie) bool { return t.item == earlier })
}

// offer makes item a candidate of its successors. A successor whose parent, or a tie, left its window because
// item came in between chooses anew.
func (f *forest) offer(item int32, slots []slot) {
	f.round++
	var again []int32
	for _, s := range slots {
		_, later := f.around(s)
		for _, y := range later {
			if f.seen[y] != f.round && !f.far(item, y) {
				f.seen[y] = f.round
				f.hang(item, y)
			}
			if out := f.leftOut(s, y, f.before); out >= 0 && f.holds(y, out) {
				again = append(again, y)
			}
		}
	}
	for _, y := range again {
		f.chooseAnew(y)
	}
}

// takeChanged is the items whose parent may have changed since the last call, each once.
func (f *forest) takeChanged() []int32 {
	out := f.changed
	sort.Slice(out, func(i, j int) bool { return out[i] < out[j] })
	n := 0
	for i, y := range out {
		if i == 0 || y != out[i-1] {
			out[n] = y
			n++
		}
	}
	f.changed = f.changed[:0]
	return out[:n]
}
