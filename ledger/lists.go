package ledger

import "math/bits"

// lists are many lists of items, most of them of a few, in few pieces of memory: at 100,000 reports two million of
// them are no work for the garbage collector, and cost eight bytes each beside their items; a list of two, as most are, has them in those eight bytes.
type lists struct {
	heads []listHead
	pages [][]int32
	used  int        // of the last page
	free  [64]uint32 // by class: one more than the place of a free block, whose first item is the same of the next; 0 for none
}

// A listHead is two items of a list that has no more, or -1-block, where a list's block begins, and how many items it has. How many it has room for
// follows from that.
type listHead [2]int32

// A block's place is the number of its page and where it begins there; a block longer than a page has one of its own.
const (
	pageBits = 16
	pageSize = 1 << pageBits
)

// class is the number of the smallest size of blocks that n items fit into: 2, 3, 4, 6, 8, 12, 16 and so on.
func class(n uint32) int {
	if n <= 2 {
		return 0
	}
	k := bits.Len32(n - 1) // 2^(k-1) < n <= 2^k
	if n <= 3<<(k-2) {
		return 2*k - 3
	}
	return 2*k - 2
}

// classSize is how many items the blocks of a class have room for.
func classSize(c int) int { return (2 + c&1) << (c / 2) }

// add makes a list of two items and gives its number.
func (x *lists) add(a, b int32) int32 {
	x.heads = append(x.heads, listHead{a, b})
	return int32(len(x.heads) - 1)
}

// of is the list with that number, until something is added or inserted.
func (x *lists) of(n int32) []int32 {
	h := &x.heads[n]
	if h[0] >= 0 {
		return h[:]
	}
	return x.at(uint32(-1-h[0]), int(h[1]))
}

func (x *lists) at(block uint32, n int) []int32 {
	i := int(block % pageSize)
	return x.pages[block>>pageBits][i : i+n : i+n]
}

// insert puts an item at a place of the list with that number.
func (x *lists) insert(n int32, place int, item int32) {
	old := x.of(n)
	size, head := uint32(len(old)), x.heads[n][0]
	is := class(size + 1)
	switch {
	case head >= 0:
		head = -1 - int32(x.block(is))
		copy(x.at(uint32(-1-head), len(old)), old)
	case class(size) != is:
		was := uint32(-1 - head)
		head = -1 - int32(x.block(is))
		copy(x.at(uint32(-1-head), len(old)), old)
		x.release(was, class(size))
	}
	x.heads[n] = listHead{head, int32(size + 1)}
	list := x.of(n)
	copy(list[place+1:], list[place:])
	list[place] = item
}

// block is a block of a class that nothing uses.
func (x *lists) block(c int) uint32 {
	if x.free[c] > 0 {
		block := x.free[c] - 1
		at := x.at(block, 1)
		x.free[c] = uint32(at[0])
		return block
	}
	size := classSize(c)
	if len(x.pages) == 0 || x.used+size > len(x.pages[len(x.pages)-1]) {
		x.pages, x.used = append(x.pages, make([]int32, max(size, pageSize))), 0
	}
	block := uint32(len(x.pages)-1)<<pageBits | uint32(x.used)
	x.used += size
	return block
}

func (x *lists) release(block uint32, c int) {
	x.at(block, 1)[0], x.free[c] = int32(x.free[c]), block+1
}
