package main

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"sort"

	"sayso/parse"
)

func init() { models["cluster"] = cluster }

const (
	clusterClasses = 256
	clusterMin     = 5  // words seen less often get no class
	clusterRounds  = 12 // over all words
)

// cluster sorts the words of the raw text at hand into classes by the company they keep.
func cluster(j job) error {
	texts, err := rawTexts(j.corpora)
	if err != nil {
		return err
	}
	c := newClusters(texts)
	for r := range clusterRounds {
		moved := c.round()
		fmt.Fprintf(os.Stderr, "round %d: %d of %d words moved\n", r, moved, len(c.words))
		if moved*200 < len(c.words) {
			break
		}
	}
	to := filepath.Join(j.out, "parse", "data", "cluster")
	if err := os.WriteFile(to+".bin", parse.ClusterTable(c.words, c.class), 0o644); err != nil {
		return err
	}
	return os.WriteFile(to+".txt", []byte(clusterOrigin+"Date: "+j.date+"\n"), 0o644)
}

const clusterOrigin = `The word classes: 256 classes of words, by the words beside them, in lower case.
Data: raw text of EWT and GUM (train), Wikinews (CC BY 2.5), Wikipedia current events (CC BY-SA 4.0), and of the research corpora
PolNeAR, TimeBank, ECB+ and the incident reports (press text: counted, not published).
Method: exchange clustering of a class bigram model (Martin, Liermann and Ney 1998).
Command: go run ./internal/train -corpora DIR cluster
`

// A neighbour is how often a word stands beside another.
type neighbour struct{ word, count int32 }

// clusters is the state of exchange clustering.
type clusters struct {
	words       []string
	class       []uint8
	left, right [][]neighbour                         // by word
	pair        [clusterClasses][clusterClasses]int32 // counts of class pairs
	first, last [clusterClasses]int32                 // counts of classes as first and second of a pair
	xlogx       []float64
}

func newClusters(texts []string) *clusters {
	count := map[string]int32{}
	for _, t := range texts {
		parse.LowerWords(t, func(w string) { count[w]++ })
	}
	c := &clusters{}
	for w, n := range count {
		if n >= clusterMin && w != "" {
			c.words = append(c.words, w)
		}
	}
	sort.Slice(c.words, func(i, j int) bool {
		a, b := c.words[i], c.words[j]
		return count[a] > count[b] || count[a] == count[b] && a < b
	})
	index := make(map[string]int32, len(c.words))
	c.class = make([]uint8, len(c.words))
	for i, w := range c.words {
		index[w] = int32(i)
		c.class[i] = uint8(i % clusterClasses)
	}
	pairs := map[[2]int32]int32{}
	for _, t := range texts {
		last := int32(-1)
		parse.LowerWords(t, func(w string) {
			k, ok := index[w]
			if !ok {
				k = -1
			}
			if last >= 0 && k >= 0 {
				pairs[[2]int32{last, k}]++
			}
			last = k
		})
	}
	c.fill(pairs)
	return c
}

func (c *clusters) fill(pairs map[[2]int32]int32) {
	c.left, c.right = make([][]neighbour, len(c.words)), make([][]neighbour, len(c.words))
	total := int32(0)
	for p, n := range pairs {
		c.right[p[0]] = append(c.right[p[0]], neighbour{p[1], n})
		c.left[p[1]] = append(c.left[p[1]], neighbour{p[0], n})
		c.pair[c.class[p[0]]][c.class[p[1]]] += n
		c.first[c.class[p[0]]] += n
		c.last[c.class[p[1]]] += n
		total += n
	}
	for _, side := range [][][]neighbour{c.left, c.right} {
		for _, l := range side {
			sort.Slice(l, func(i, j int) bool { return l[i].word < l[j].word })
		}
	}
	c.xlogx = make([]float64, min(total+1, 1<<16))
	for i := 1; i < len(c.xlogx); i++ {
		c.xlogx[i] = float64(i) * math.Log(float64(i))
	}
}

func (c *clusters) f(n int32) float64 {
	if int(n) < len(c.xlogx) {
		return c.xlogx[n]
	}
	return float64(n) * math.Log(float64(n))
}

// sides is how often word w stands after and before each class, and how often beside itself.
func (c *clusters) sides(w int, before, after *[clusterClasses]int32) (self int32) {
	*before, *after = [clusterClasses]int32{}, [clusterClasses]int32{}
	for _, n := range c.left[w] {
		if int(n.word) == w {
			self = n.count
			continue
		}
		before[c.class[n.word]] += n.count
	}
	for _, n := range c.right[w] {
		if int(n.word) != w {
			after[c.class[n.word]] += n.count
		}
	}
	return self
}

// round moves every word once to the class where it fits best, and counts the moves.
func (c *clusters) round() int {
	moved := 0
	var before, after [clusterClasses]int32
	for w := range c.words {
		self := c.sides(w, &before, &after)
		from := c.class[w]
		c.shift(from, &before, &after, self, -1)
		best, top := from, math.Inf(-1)
		var bs, as []uint8
		for k := range clusterClasses {
			if before[k] > 0 {
				bs = append(bs, uint8(k))
			}
			if after[k] > 0 {
				as = append(as, uint8(k))
			}
		}
		for k := range clusterClasses {
			if g := c.gain(k, &before, &after, bs, as, self); g > top+1e-9 {
				best, top = uint8(k), g
			}
		}
		c.shift(best, &before, &after, self, 1)
		c.class[w] = best
		if best != from {
			moved++
		}
	}
	return moved
}

// shift adds or takes away the word's pairs to or from class k.
func (c *clusters) shift(k uint8, before, after *[clusterClasses]int32, self, sign int32) {
	for g := range clusterClasses {
		c.pair[g][k] += sign * before[g]
		c.pair[k][g] += sign * after[g]
		c.last[k] += sign * before[g]
		c.first[k] += sign * after[g]
	}
	c.pair[k][k] += sign * self
	c.first[k] += sign * self
	c.last[k] += sign * self
}

// gain is what the likelihood gains if the word joins class k, but for what is the same for all classes.
func (c *clusters) gain(k int, before, after *[clusterClasses]int32, bs, as []uint8, self int32) float64 {
	g := 0.0
	nb, na := self, self
	for _, b := range bs {
		n := c.pair[b][k]
		add := before[b]
		if int(b) == k {
			add += after[k] + self
		}
		g += c.f(n+add) - c.f(n)
		nb += before[b]
	}
	for _, a := range as {
		na += after[a]
		if int(a) == k && before[k] > 0 {
			continue // counted above
		}
		n := c.pair[k][a]
		add := after[a]
		if int(a) == k {
			add += self
		}
		g += c.f(n+add) - c.f(n)
	}
	return g - (c.f(c.last[k]+nb) - c.f(c.last[k])) - (c.f(c.first[k]+na) - c.f(c.first[k]))
}

// rawTexts are all texts of the corpora that may be read for training, without their annotation.
func rawTexts(corpora string) ([]string, error) {
	docs, err := trees(corpora)
	if err != nil {
		return nil, err
	}
	out, err := pressRaw(corpora)
	for _, d := range docs {
		out = append(out, d.Text)
	}
	return out, err
}

// pressRaw are the press texts among them.
func pressRaw(corpora string) ([]string, error) {
	var out []string
	for _, f := range []string{"polnear/train", "wikinews/articles", "figures/incidents-train", "figures/isaf-train", "streams/current-events", "timeml/train", "linking/ecbplus-train"} {
		err := rowsOf(filepath.Join(corpora, f+".jsonl.gz"), func(v rawRow) {
			if v.Text != "" {
				out = append(out, v.Text)
			}
			for _, r := range v.Reports {
				out = append(out, r.Text)
			}
			for _, s := range v.Sentences {
				out = append(out, joinWords(s))
			}
		})
		if err != nil {
			return nil, err
		}
	}
	return dedupe(out), nil
}

// A rawRow is what the corpora's rows have of text.
type rawRow struct {
	Text      string
	Reports   []struct{ Text string }
	Sentences [][]string
}

func joinWords(words []string) string {
	t := ""
	for i, w := range words {
		if i > 0 {
			t += " "
		}
		t += w
	}
	return t
}

// dedupe leaves out texts that were there before: some corpora hold a text once for each annotator.
func dedupe(texts []string) []string {
	seen := map[string]bool{}
	out := texts[:0]
	for _, t := range texts {
		if !seen[t] {
			seen[t] = true
			out = append(out, t)
		}
	}
	return out
}
