package syntax

import "sayso/internal/learn"

// The measures of the network.
const (
	width  = 128 // values a word
	hidden = 128 // hidden values of the parser
	places = 10  // words of the state that the parser looks at
	gap    = 4   // empty rows beside a sentence: the reach of the widest layer
	spare  = 8   // rows of room after the last, which the kernels fill in eights
)

// dilation is how far off each layer's neighbours stand.
var dilation = [...]int{1, 2, 4}

// places fills p with the words that the parser looks at: -1 where there is none.
func (s *state) places(p *[places]int32) {
	s0, s1 := s.at(0), s.at(1)
	b0 := s.ahead(0)
	p[0], p[1], p[2], p[3], p[4] = s0, s1, s.at(2), b0, s.ahead(1)
	p[5], p[6], p[7], p[8], p[9] = -1, -1, -1, -1, -1
	if s0 >= 0 {
		p[5], p[6] = s.left1[s0], s.right1[s0]
	}
	if s1 >= 0 {
		p[7], p[8] = s.left1[s1], s.right1[s1]
	}
	if b0 >= 0 {
		p[9] = s.left1[b0]
	}
}

// stateFeatures adds the features of a state that do not lie in single words: relations found, tags side by side,
// distances, numbers of children.
func stateFeatures(f []uint32, tags []uint8, st *state) []uint32 {
	n := st.n
	tag := func(i int32) uint32 {
		switch {
		case i < 0:
			return 255
		case i == n:
			return 254
		}
		return uint32(tags[i])
	}
	label := func(i int32) uint32 {
		if i < 0 {
			return 255
		}
		return uint32(st.label[i])
	}
	child := func(side []int32, i int32) int32 {
		if i < 0 {
			return -1
		}
		return side[i]
	}
	s0, s1, b0, b1 := st.at(0), st.at(1), st.ahead(0), st.ahead(1)
	t0, t1, tb, tb1 := tag(s0), tag(s1), tag(b0), tag(b1)
	pair := t0<<8 | tb
	r0, l0, r1, lb := child(st.right1, s0), child(st.left1, s0), child(st.right1, s1), child(st.left1, b0)
	f = append(f,
		learn.Mix(1, pair), learn.Mix(2, t1<<16|pair), learn.Mix(3, tb1<<16|pair), learn.Mix(4, t1<<8|t0),
		learn.Mix(5, label(r0)<<8|t0), learn.Mix(6, label(l0)<<8|t0), learn.Mix(7, label(r1)<<8|t1), learn.Mix(8, label(lb)<<8|tb),
		learn.Mix(9, label(child(st.left1, s1))<<8|t1), learn.Mix(10, label(child(st.left2, s0))), learn.Mix(11, label(child(st.right2, s0))),
		learn.Mix(12, label(child(st.left2, b0))), learn.Mix(13, label(child(st.right2, s1))),
		learn.Mix(14, label(r0)<<16|pair), learn.Mix(15, label(r1)<<16|t1<<8|t0))
	if s0 >= 0 {
		d := uint32(min(b0-s0, 10))
		f = append(f, learn.Mix(16, d), learn.Mix(17, pair<<8|d), learn.Mix(18, t0<<16|uint32(min(st.lefts[s0], 5))<<8|uint32(min(st.rights[s0], 5))))
	}
	if s1 >= 0 {
		f = append(f, learn.Mix(19, uint32(min(s0-s1, 10))), learn.Mix(20, t1<<16|uint32(min(st.lefts[s1], 5))<<8|uint32(min(st.rights[s1], 5))))
	}
	return f
}

// tableRow is the row of feature f in a table of n rows.
func tableRow(f uint32, n int) uint32 { return uint32(uint64(f) * uint64(n) >> 32) }
