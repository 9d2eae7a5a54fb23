package ledger

import (
	"math"
	"strconv"
	"strings"
)

// boosted is gradient-boosted trees (Friedman 2001), each laid out as a full one of treeDepth tests: a score is a walk of as many steps down
// each, four side by side, without a branch that a processor could guess wrongly.
type boosted struct {
	base  float64
	trees []tree
}

// The most tests on the way to a leaf, and how many leaves that makes.
const (
	treeDepth  = 5
	treeLeaves = 1 << treeDepth
)

// A tree has its first test at 1; the one at i goes on at 2i, or at 2i+1 where the feature is above the limit. Leaf n follows as treeLeaves+n.
type tree struct {
	limit   [treeLeaves]float64
	leaf    [treeLeaves]float64
	feature [treeLeaves]uint8
}

// maxFeatures is more than any model has features.
const maxFeatures = 64

// read enters a line of a model's data: the base, or a tree, its nodes written "feature:limit:left:value", the second child behind the left one
// and a leaf with a feature below 0.
func (m *boosted) read(fields []string) {
	switch {
	case len(fields) < 2:
	case fields[0] == "base":
		m.base, _ = strconv.ParseFloat(fields[1], 64)
	case fields[0] == "tree":
		var t tree
		t.fill(1, fields[1:], 0)
		m.trees = append(m.trees, t)
	}
}

// fill lays out the part of a tree that begins at node n of its data, at place i. A leaf above the last row goes on as tests that change nothing.
func (t *tree) fill(i int, nodes []string, n int) {
	part := strings.Split(nodes[n], ":")
	feature, _ := strconv.Atoi(part[0])
	left, _ := strconv.Atoi(part[2])
	switch {
	case i >= treeLeaves && feature >= 0 || feature >= maxFeatures:
		panic("ledger: a model's tree is deeper than others, or has a feature too many")
	case i >= treeLeaves:
		t.leaf[i-treeLeaves], _ = strconv.ParseFloat(part[3], 64)
	case feature < 0:
		t.limit[i] = math.Inf(1)
		t.fill(2*i, nodes, n)
		t.fill(2*i+1, nodes, n)
	default:
		t.feature[i] = uint8(feature)
		t.limit[i], _ = strconv.ParseFloat(part[1], 64)
		t.fill(2*i, nodes, left)
		t.fill(2*i+1, nodes, left+1)
	}
}

// score is the probability that the pair with features f is one.
func (m *boosted) score(f []float64) float64 {
	var x [maxFeatures]float64
	copy(x[:], f)
	z, ts := m.base, m.trees
	for ; len(ts) >= 4; ts = ts[4:] {
		a, b, c, d := &ts[0], &ts[1], &ts[2], &ts[3]
		i, j, k, l := 1, 1, 1, 1
		for range treeDepth {
			i, j, k, l = a.next(&x, i), b.next(&x, j), c.next(&x, k), d.next(&x, l)
		}
		z += a.leaf[i&(treeLeaves-1)]
		z += b.leaf[j&(treeLeaves-1)]
		z += c.leaf[k&(treeLeaves-1)]
		z += d.leaf[l&(treeLeaves-1)]
	}
	for n := range ts {
		i := 1
		for range treeDepth {
			i = ts[n].next(&x, i)
		}
		z += ts[n].leaf[i&(treeLeaves-1)]
	}
	return 1 / (1 + math.Exp(-z))
}

// next is where the walk goes on behind the test at i.
func (t *tree) next(x *[maxFeatures]float64, i int) int {
	above := 0
	if x[t.feature[i&(treeLeaves-1)]&(maxFeatures-1)] > t.limit[i&(treeLeaves-1)] {
		above = 1
	}
	return 2*i + above
}
