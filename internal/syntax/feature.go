package syntax

import "sayso/internal/learn"

// tagFeatures adds the features of word i for the tagger: the word, two neighbours on each side, the tags before it.
func tagFeatures(f, lex []uint32, tags []uint8, i int) []uint32 {
	n := len(lex) / lexSize
	f = append(f, lex[i*lexSize:][:lexSize]...)
	t1, t2 := uint32(255), uint32(255)
	if i > 0 {
		t1 = uint32(tags[i-1])
	}
	if i > 1 {
		t2 = uint32(tags[i-2])
	}
	w := lex[i*lexSize+lexLower]
	f = append(f, learn.Mix(100, t1), learn.Mix(101, t1<<8|t2), learn.Mix(102+t1<<8, w), learn.Mix(103+t1<<8, lex[i*lexSize+lexSuf3]))
	for d := -2; d <= 2; d++ {
		if d == 0 {
			continue
		}
		at := uint32(110 + d)
		if j := i + d; j < 0 || j >= n {
			f = append(f, learn.Mix(at, 0))
		} else {
			l := lex[j*lexSize:][:lexSize]
			f = append(f, learn.Mix(at, l[lexLower]), learn.Mix(at, l[lexShape]), learn.Mix(at, l[lexSuf3]))
			if d == 1 {
				f = append(f, learn.Mix(at, learn.Mix(w, l[lexLower])), learn.Mix(at, l[lexSuf2]), learn.Mix(at+t1<<8, l[lexSuf3]))
			}
		}
	}
	return f
}

// parseFeatures adds the features of a state: words, tags and relations of the places around the stack's top and the
// buffer's front, by themselves and together (after Zhang and Nivre 2011).
func parseFeatures(f, lex []uint32, tags []uint8, st *state) []uint32 {
	n := st.n
	word := func(i int32) uint32 {
		if i < 0 || i >= n {
			return uint32(i - n)
		}
		return lex[i*lexSize+lexLower]
	}
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
		if i < 0 || i >= n {
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
	s0, s1, s2 := st.at(0), st.at(1), st.at(2)
	b0, b1, b2 := st.ahead(0), st.ahead(1), st.ahead(2)
	for k, i := range [...]int32{s0, s1, b0, s2, b1, b2} {
		w, t := word(i), tag(i)
		f = append(f, learn.Mix(200+uint32(k), t), learn.Mix(220+uint32(k), w))
		if i >= 0 && i < n && k < 3 {
			f = append(f, learn.Mix(230+uint32(k), lex[i*lexSize+lexSuf3]), learn.Mix(240+uint32(k), lex[i*lexSize+lexShape]))
		}
	}
	for k, i := range [...]int32{
		child(st.left1, s0), child(st.right1, s0), child(st.left1, s1), child(st.right1, s1), child(st.left1, b0),
		child(st.left2, s0), child(st.right2, s0), child(st.left2, b0), child(st.right2, s1), child(st.left2, s1),
		child(st.left1, child(st.left1, s0)), child(st.right1, child(st.right1, s0)), child(st.right1, child(st.right1, s1)),
	} {
		if i < 0 {
			continue
		}
		f = append(f, learn.Mix(250+uint32(k), label(i)), learn.Mix(270+uint32(k), tag(i)))
		if k < 10 {
			f = append(f, learn.Mix(290+uint32(k), word(i)))
		}
	}
	ts0, ts1, tb0, tb1 := tag(s0), tag(s1), tag(b0), tag(b1)
	ws0, wb0, ws1 := word(s0), word(b0), word(s1)
	pair := ts0<<8 | tb0
	f = append(f,
		learn.Mix(310, pair), learn.Mix(311, ts1<<16|pair), learn.Mix(312, tb1<<16|pair), learn.Mix(313, tag(s2)<<24|ts1<<16|pair),
		learn.Mix(314, tag(b2)<<24|tb1<<16|pair), learn.Mix(315, ts1<<8|ts0),
		learn.Mix(316, learn.Mix(ws0, wb0)), learn.Mix(317, learn.Mix(ws0, tb0)), learn.Mix(318, learn.Mix(wb0, ts0)),
		learn.Mix(319, learn.Mix(ws1, ws0)), learn.Mix(320, learn.Mix(ws1, ts0)), learn.Mix(321, learn.Mix(ws0, ts1)),
		learn.Mix(322, learn.Mix(wb0, ts1)))
	if s0 >= 0 {
		d := min(b0-s0, 10)
		f = append(f, learn.Mix(330, uint32(d)), learn.Mix(331, pair<<8|uint32(d)))
		f = append(f, learn.Mix(333, ts0<<16|uint32(min(st.lefts[s0], 6))<<8|uint32(min(st.rights[s0], 6))))
		f = append(f, learn.Mix(335, tag(child(st.right1, s0))<<16|pair), learn.Mix(336, tag(child(st.left1, s0))<<16|pair), learn.Mix(337, tag(child(st.left1, b0))<<16|pair))
		f = append(f, learn.Mix(341, label(child(st.right1, s0))<<16|pair), learn.Mix(342, label(child(st.left1, b0))<<16|pair))
	}
	if s1 >= 0 {
		d := min(s0-s1, 10)
		f = append(f, learn.Mix(332, uint32(d)), learn.Mix(334, ts1<<16|uint32(min(st.lefts[s1], 6))<<8|uint32(min(st.rights[s1], 6))))
		f = append(f, learn.Mix(338, ts1<<16|ts0<<8|tag(child(st.right1, s1))), learn.Mix(339, ts1<<16|ts0<<8|tag(child(st.left1, s0))), learn.Mix(340, ts1<<16|ts0<<8|label(child(st.right1, s1))))
	}
	return f
}
