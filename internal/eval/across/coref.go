package main

// A partition is which cluster each mention is in.
type partition []int

func (p partition) clusters() map[int][]int {
	m := map[int][]int{}
	for i, c := range p {
		m[c] = append(m[c], i)
	}
	return m
}

// conll is the mean of the F1 of MUC (Vilain and others 1995), B³ (Bagga and Baldwin 1998) and the
// entity-based CEAF (Luo 2005), as in the CoNLL 2012 task.
func conll(gold, guess partition) (muc, b3, ceaf, mean float64) {
	muc = harmonic(mucRecall(guess, gold), mucRecall(gold, guess))
	b3 = harmonic(b3Recall(guess, gold), b3Recall(gold, guess))
	ceaf = ceafE(gold, guess)
	return muc, b3, ceaf, (muc + b3 + ceaf) / 3
}

// mucRecall is the share of the links of key that response has.
func mucRecall(key, response partition) float64 {
	links, kept := 0, 0
	for _, c := range key.clusters() {
		parts := map[int]bool{}
		for _, m := range c {
			parts[response[m]] = true
		}
		links += len(c) - 1
		kept += len(c) - len(parts)
	}
	if links == 0 {
		return 0
	}
	return float64(kept) / float64(links)
}

func b3Recall(key, response partition) float64 {
	sum := 0.
	for _, c := range key.clusters() {
		parts := map[int]int{}
		for _, m := range c {
			parts[response[m]]++
		}
		for _, n := range parts {
			sum += float64(n*n) / float64(len(c))
		}
	}
	return sum / float64(len(key))
}

// ceafE aligns clusters one to one so that the sum of 2|A∩B|/(|A|+|B|) is greatest.
func ceafE(gold, guess partition) float64 {
	g, s := gold.clusters(), guess.clusters()
	gi, si := index(g), index(s)
	w := map[[2]int]float64{}
	for i := range gold {
		w[[2]int{gi[gold[i]], si[guess[i]]}]++
	}
	for k, n := range w {
		var a, b int
		for c, i := range gi {
			if i == k[0] {
				a = len(g[c])
			}
		}
		for c, i := range si {
			if i == k[1] {
				b = len(s[c])
			}
		}
		w[k] = 2 * n / float64(a+b)
	}
	total := assign(len(g), len(s), w)
	return harmonic(total/float64(len(s)), total/float64(len(g)))
}

func index(m map[int][]int) map[int]int {
	out := map[int]int{}
	for c := range m {
		out[c] = len(out)
	}
	return out
}

// assign is the greatest total weight of a one-to-one assignment. The weights are sparse: connected
// parts are solved apart, each by the Hungarian method.
func assign(n, m int, w map[[2]int]float64) float64 {
	root := make([]int, n+m)
	for i := range root {
		root[i] = i
	}
	var find func(int) int
	find = func(i int) int {
		if root[i] != i {
			root[i] = find(root[i])
		}
		return root[i]
	}
	for k := range w {
		root[find(k[0])] = find(n + k[1])
	}
	parts := map[int]map[[2]int]float64{}
	for k, x := range w {
		r := find(k[0])
		if parts[r] == nil {
			parts[r] = map[[2]int]float64{}
		}
		parts[r][k] = x
	}
	total := 0.
	for _, p := range parts {
		total += hungarian(p)
	}
	return total
}

// hungarian solves one part (Kuhn 1955, in the O(n³) form with potentials).
func hungarian(w map[[2]int]float64) float64 {
	rows, cols := map[int]int{}, map[int]int{}
	for k := range w {
		if _, ok := rows[k[0]]; !ok {
			rows[k[0]] = len(rows)
		}
		if _, ok := cols[k[1]]; !ok {
			cols[k[1]] = len(cols)
		}
	}
	n := max(len(rows), len(cols))
	cost := make([][]float64, n+1)
	for i := range cost {
		cost[i] = make([]float64, n+1)
	}
	for k, x := range w {
		cost[rows[k[0]]+1][cols[k[1]]+1] = -x
	}
	u, v, p, way := make([]float64, n+1), make([]float64, n+1), make([]int, n+1), make([]int, n+1)
	for i := 1; i <= n; i++ {
		p[0] = i
		j0 := 0
		minv, used := make([]float64, n+1), make([]bool, n+1)
		for j := range minv {
			minv[j] = 1e18
		}
		for {
			used[j0] = true
			i0, delta, j1 := p[j0], 1e18, 0
			for j := 1; j <= n; j++ {
				if used[j] {
					continue
				}
				if cur := cost[i0][j] - u[i0] - v[j]; cur < minv[j] {
					minv[j], way[j] = cur, j0
				}
				if minv[j] < delta {
					delta, j1 = minv[j], j
				}
			}
			for j := 0; j <= n; j++ {
				if used[j] {
					u[p[j]] += delta
					v[j] -= delta
				} else {
					minv[j] -= delta
				}
			}
			j0 = j1
			if p[j0] == 0 {
				break
			}
		}
		for j0 != 0 {
			j1 := way[j0]
			p[j0] = p[j1]
			j0 = j1
		}
	}
	total := 0.
	for j := 1; j <= n; j++ {
		total -= cost[p[j]][j]
	}
	return total
}
