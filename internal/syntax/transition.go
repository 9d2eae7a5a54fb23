package syntax

// A state is a parse in the making, in the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011):
// a stack of words, a buffer of those to come, and the heads found so far. The artificial root
// stands after the last word, as word n, so that a sentence gets exactly one root.
type state struct {
	n     int32
	stack []int32
	next  int32   // front of the buffer: next, next+1 … n
	head  []int32 // found head of each word, -1 before; n is the root
	label []uint8 // found relation

	left1, left2, right1, right2 []int32 // outermost and second outermost found children on either side, -1 for none
	lefts, rights                []uint8 // how many found children, at most 255
}

// The three moves. LEFT makes the front of the buffer head of the stack's top, RIGHT the word below it.
const (
	moveShift = iota
	moveLeft
	moveRight
)

// reset starts the parse of a sentence of n words.
func (s *state) reset(n int) {
	s.n, s.next = int32(n), 0
	s.stack = s.stack[:0]
	s.head, s.label = resize(s.head, n+1), resize(s.label, n+1)
	s.left1, s.left2 = resize(s.left1, n+1), resize(s.left2, n+1)
	s.right1, s.right2 = resize(s.right1, n+1), resize(s.right2, n+1)
	s.lefts, s.rights = resize(s.lefts, n+1), resize(s.rights, n+1)
	for i := range n + 1 {
		s.head[i] = -1
		s.left1[i], s.left2[i], s.right1[i], s.right2[i] = -1, -1, -1, -1
		s.label[i], s.lefts[i], s.rights[i] = 0, 0, 0
	}
}

func resize[T any](v []T, n int) []T {
	if cap(v) < n {
		return make([]T, n+n/2)[:n]
	}
	return v[:n]
}

// done reports that all words have a head.
func (s *state) done() bool { return s.next == s.n && len(s.stack) == 0 }

// legal says which moves may be made. The last word on the stack goes to the root, and nothing else does.
func (s *state) legal(move int) bool {
	switch move {
	case moveShift:
		return s.next < s.n
	case moveLeft:
		return len(s.stack) > 0 && (s.next < s.n || len(s.stack) == 1)
	}
	return len(s.stack) > 1
}

// at is the i-th word from the stack's top, or -1.
func (s *state) at(i int) int32 {
	if i < len(s.stack) {
		return s.stack[len(s.stack)-1-i]
	}
	return -1
}

// ahead is the i-th word of the buffer, the root included, or -1.
func (s *state) ahead(i int32) int32 {
	if s.next+i <= s.n {
		return s.next + i
	}
	return -1
}

// apply makes a legal move.
func (s *state) apply(move int, label uint8) {
	if move == moveShift {
		s.stack = append(s.stack, s.next)
		s.next++
		return
	}
	d := s.at(0)
	h := s.next
	if move == moveRight {
		h = s.at(1)
	}
	s.stack = s.stack[:len(s.stack)-1]
	s.head[d], s.label[d] = h, label
	if d < h {
		s.left1[h], s.left2[h] = d, s.left1[h]
		s.lefts[h] += min(1, 255-s.lefts[h])
	} else {
		s.right1[h], s.right2[h] = d, s.right1[h]
		s.rights[h] += min(1, 255-s.rights[h])
	}
}

// costs are how many arcs of the gold tree each move puts out of reach (the dynamic oracle of Goldberg and Nivre 2013);
// illegal moves cost more than any tree has arcs.
func (s *state) costs(gold []int32) (cost [3]int) {
	for m := range cost {
		if !s.legal(m) {
			cost[m] = int(s.n) + 10
		}
	}
	if s.next < s.n {
		b := s.next
		for i, k := range s.stack {
			top := i == len(s.stack)-1
			if gold[k] == b || gold[b] == k && !top {
				cost[moveShift]++
			}
		}
	}
	if len(s.stack) == 0 {
		return cost
	}
	d := s.at(0)
	for b := s.next; b < s.n; b++ {
		if gold[b] == d {
			cost[moveLeft]++
			cost[moveRight]++
		}
	}
	if gold[d] >= s.next {
		cost[moveRight]++
	}
	if gold[d] > s.next || len(s.stack) > 1 && gold[d] == s.at(1) {
		cost[moveLeft]++
	}
	return cost
}
