package main

import (
	"fmt"
	"math"
	"slices"
	"sort"
	"strings"
)

// growth is how trees are grown.
type growth struct {
	trees, depth int
	rate         float64 // how much of a leaf's value is taken
	leafMin      int     // pairs in a leaf
	bins         int     // steps of a feature that are tried, at most 60
}

// The trees of the pair scorers; set on the topics learned from, by leaving a part of them out.
var (
	eventGrowth  = growth{trees: 120, depth: 5, rate: .15, leafMin: 60, bins: 24}
	reportGrowth = growth{trees: 100, depth: 5, rate: .1, leafMin: 30, bins: 60}
)

const (
	leafRidge = 10. // added to the curvature of a leaf
)

// booster grows trees on binned features with the gradients of the logistic loss.
type booster struct {
	growth
	binned [][]uint8   // by feature, by pair
	limits [][]float64 // by feature: upper limit of each bin
	g, h   []float64
	tree   []string
	value  []float64 // of the leaf of each pair
}

// boost prints trees in the form that the ledger reads. Pairs weigh w, or all alike where it is nil.
func boost(x [][]float64, y, w []float64, how growth) {
	b := newBooster(x, how)
	if w == nil {
		w = slices.Repeat([]float64{1}, len(y))
	}
	positive, all := 0., 0.
	for i, v := range y {
		positive, all = positive+w[i]*v, all+w[i]
	}
	base := math.Log(positive / (all - positive))
	fmt.Printf("base %.4f\n", base)
	z := make([]float64, len(y))
	for i := range z {
		z[i] = base
	}
	for range b.trees {
		for i := range z {
			p := 1 / (1 + math.Exp(-z[i]))
			b.g[i], b.h[i] = w[i]*(p-y[i]), w[i]*p*(1-p)
		}
		all := make([]int32, len(y))
		for i := range all {
			all[i] = int32(i)
		}
		b.tree = []string{""}
		b.grow(0, all, b.depth)
		fmt.Println("tree", strings.Join(b.tree, " "))
		for i := range z {
			z[i] += b.value[i]
		}
	}
}

func newBooster(x [][]float64, how growth) *booster {
	n, m := len(x), len(x[0])
	b := &booster{growth: how, binned: make([][]uint8, m), limits: make([][]float64, m), g: make([]float64, n), h: make([]float64, n), value: make([]float64, n)}
	for f := range m {
		var sample []float64
		for i := 0; i < n; i += 17 {
			sample = append(sample, x[i][f])
		}
		sort.Float64s(sample)
		for k := 1; k < b.bins; k++ {
			v := sample[k*(len(sample)-1)/b.bins]
			if l := b.limits[f]; len(l) == 0 || v > l[len(l)-1] {
				b.limits[f] = append(b.limits[f], v)
			}
		}
		for _, v := range []float64{.25, .5, .75, 1.5} {
			b.limits[f] = append(b.limits[f], v)
		}
		sort.Float64s(b.limits[f])
		b.binned[f] = make([]uint8, n)
		for i := range n {
			b.binned[f][i] = uint8(sort.SearchFloat64s(b.limits[f], x[i][f]))
		}
	}
	return b
}

// grow makes node at of the pairs in rows.
func (b *booster) grow(at int, rows []int32, depth int) {
	var g, h float64
	for _, i := range rows {
		g, h = g+b.g[i], h+b.h[i]
	}
	f, k, gain := b.split(rows, g, h)
	if depth == 0 || gain < 1 {
		v := -b.rate * g / (h + leafRidge)
		b.tree[at] = fmt.Sprintf("-1:0:0:%.4f", v)
		for _, i := range rows {
			b.value[i] = v
		}
		return
	}
	var left, right []int32
	for _, i := range rows {
		if int(b.binned[f][i]) <= k {
			left = append(left, i)
		} else {
			right = append(right, i)
		}
	}
	child := len(b.tree)
	b.tree = append(b.tree, "", "")
	b.tree[at] = fmt.Sprintf("%d:%.5g:%d:0", f, b.limits[f][k], child)
	b.grow(child, left, depth-1)
	b.grow(child+1, right, depth-1)
}

// split is the feature and bin whose split gains most.
func (b *booster) split(rows []int32, g, h float64) (feature, bin int, gain float64) {
	if len(rows) < 2*b.leafMin {
		return 0, 0, 0
	}
	whole := g * g / (h + leafRidge)
	for f := range b.binned {
		var sg, sh [64]float64
		var count [64]int
		bins := b.binned[f]
		for _, i := range rows {
			k := bins[i]
			sg[k] += b.g[i]
			sh[k] += b.h[i]
			count[k]++
		}
		var lg, lh float64
		n := 0
		for k := range b.limits[f] {
			lg, lh, n = lg+sg[k], lh+sh[k], n+count[k]
			if n < b.leafMin || len(rows)-n < b.leafMin {
				continue
			}
			if s := lg*lg/(lh+leafRidge) + (g-lg)*(g-lg)/(h-lh+leafRidge) - whole; s > gain {
				feature, bin, gain = f, k, s
			}
		}
	}
	return feature, bin, gain
}
