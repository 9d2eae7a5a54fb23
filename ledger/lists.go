package ledger

import "math/bits"

// lists are many lists of items, most of them of a few, in few pieces of memory: at 100,000 reports two million of
// them are no work for the garbage collector, and cost eight bytes each beside their items.
type lists struct {
	heads []listHead
	pages [][]int32
	used  int        // of the last page
	free  [64]uint32 // by class: one more than the place of a free block, whose first item is the same of the next; 0 for none
}

// A listHead is where a list's block begins and how many items it has. How many it has room for follows from that.
type listHead struct{ block, n uint32 }

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
	block := x.block(0)
	at := x.at(block, 2)
	at[0], at[1] = a, b
	x.heads = append(x.heads, listHead{block, 2})
	return int32(len(x.heads) - 1)
}

// of is the list with that number, until something is added or inserted.
func (x *lists) of(n int32) []int32 {
	h := x.heads[n]
	return x.at(h.block, int(h.n))
}

func (x *lists) at(block uint32, n int) []int32 {
	i := int(block % pageSize)
	return x.pages[block>>pageBits][i : i+n : i+n]
}

// insert puts an item at a place of the list with that number.
func (x *lists) insert(n int32, place int, item int32) {
	h := x.heads[n]
	old := x.at(h.block, int(h.n))
	if was, is := class(h.n), class(h.n+1); was != is {
		h.block = x.block(is)
		copy(x.at(h.block, len(old)), old)
		x.release(x.heads[n].block, was)
	}
	h.n++
	x.heads[n] = h
	list := x.at(h.block, int(h.n))
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
