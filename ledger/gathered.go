package ledger

import "slices"

// gathered is what a ledger's views have asked about items that would join a set, so that a new view asks only about those
// whose sets have changed.
type gathered struct {
	near []int64  // by claim: twice one more than the first claim of the set asked about, and 1 where the model joins the two; less than 0 where they are not near
	one  []uint64 // by event: the members of the set asked about, as a number, whose last bit says whether the event is one with them
}

// nearRoot is [View.nearRoot], asked once for each pair.
func (g *gathered) nearRoot(v *View) func(root, i int32) bool {
	g.near = append(g.near, make([]int64, len(v.claim)-len(g.near))...)
	return func(root, i int32) bool {
		model := v.byModel(i)
		if model && v.claimParent[i] == root {
			return true
		}
		asked := 2*(int64(root)+1) + int64(count(model))
		if k := g.near[i]; k != asked && k != -asked {
			g.near[i] = asked
			if model && !v.nearRootInMeaning(root, i) || !model && !v.nearRoot(root, i) {
				g.near[i] = -asked
			}
		}
		return g.near[i] > 0
	}
}

// oneHappening keeps the events of one set to one day, place and side: a mention without a day may be like mentions of two days, and
// must not make them one. Sets are asked for in canonical order.
func (g *gathered) oneHappening(v *View) func(root, i int32) bool {
	n := len(v.event)
	g.one = append(g.one, make([]uint64, n-len(g.one))...)
	h := &happenings{v: v, members: make([]uint64, n), last: make([]int32, n), before: make([]int32, n), whole: map[int32]*soFar{}}
	return func(root, i int32) bool {
		members := h.members[root]
		if members == 0 {
			members = mix64(uint64(root)+1) &^ 1
		}
		if g.one[i]&^1 != members {
			g.one[i] = members
			if !eventsApart(h.of(root), h.at(i)) {
				g.one[i] |= 1
			}
		}
		if g.one[i]&1 == 0 {
			return false
		}
		h.members[root] = mix64(members^uint64(i+1)*0x9e3779b97f4a7c15) &^ 1
		h.before[i], h.last[root] = h.last[root], i+1
		return true
	}
}

// happenings are sets of events while they are made.
type happenings struct {
	v       *View
	members []uint64         // by first event: a hash of the members
	last    []int32          // by first event: one more than the last member, 0 where there is no other
	before  []int32          // by other members: one more than the member before, or 0
	whole   map[int32]*soFar // by first event, of sets that were asked for
}

// A soFar is what the members of a set say together.
type soFar struct {
	eventItem
	last int32 // one more than the last member that it has, or 0
}

func (h *happenings) at(i int32) *eventItem {
	it := h.v.event[i]
	return &h.v.entries[it.entry].events[it.n]
}

// of is what the members so far of the set that begins with root say.
func (h *happenings) of(root int32) *eventItem {
	a := h.whole[root]
	if a == nil {
		a = &soFar{eventItem: *h.at(root)}
		h.whole[root] = a
	}
	var more []int32
	for m := h.last[root]; m != a.last; m = h.before[m-1] {
		more = append(more, m-1)
	}
	for _, m := range slices.Backward(more) {
		a.absorb(h.at(m))
	}
	a.last = h.last[root]
	return &a.eventItem
}
