package syntax

import (
	"sort"

	"sayso/internal/learn"
)

// Train learns a model from trees: a tagger, then a parser that sees the tags a tagger gives to text it has not learned from.
func Train(trees []Tree, tagEpochs, parseEpochs int, log func(string, ...any)) (tagger, parser *learn.Net) {
	tags, labels := classes(trees)
	gold := indexTags(trees, tags)
	tagger = trainTagger(trees, gold, tags, tagEpochs, -1, 0)
	log("tagger learned")
	const folds = 4
	seen := make([][]uint8, len(trees))
	for k := range folds {
		t := trainTagger(trees, gold, tags, tagEpochs, k, folds)
		var s Scratch
		for i := k; i < len(trees); i += folds {
			seen[i] = tagWith(t, trees[i].Words, &s)
		}
	}
	log("jackknife done")
	return tagger, trainParser(trees, seen, labels, parseEpochs, log)
}

func tagWith(t *learn.Net, words []string, s *Scratch) []uint8 {
	s.setWords(words)
	tags := make([]uint8, len(words))
	for i := range words {
		s.features = tagFeatures(s.features[:0], s.lex, tags, i)
		tags[i] = uint8(t.Best(s.features, &s.net))
	}
	return tags
}

// classes are the tags seen five times or more, and the relations, most frequent first.
func classes(trees []Tree) (tags, labels []string) {
	nt, nl := map[string]int{}, map[string]int{}
	for _, t := range trees {
		for i := range t.Words {
			nt[t.Tags[i]]++
			nl[t.Labels[i]]++
		}
	}
	return ranked(nt, 5), ranked(nl, 1)
}

// ranked are the keys counted least times or more, by count, then by name.
func ranked(count map[string]int, least int) []string {
	var keys []string
	for k, n := range count {
		if n >= least {
			keys = append(keys, k)
		}
	}
	sort.Slice(keys, func(i, j int) bool {
		if count[keys[i]] != count[keys[j]] {
			return count[keys[i]] > count[keys[j]]
		}
		return keys[i] < keys[j]
	})
	return keys
}

// indexTags are the tags of all trees as classes; a tag that is none becomes the commonest one with the same universal tag.
func indexTags(trees []Tree, tags []string) [][]uint8 {
	at := map[string]uint8{}
	for i := len(tags) - 1; i >= 0; i-- {
		at[universal(tags[i])] = uint8(i)
	}
	for i, t := range tags {
		at[t] = uint8(i)
	}
	out := make([][]uint8, len(trees))
	for i, t := range trees {
		for _, g := range t.Tags {
			k, ok := at[g]
			if !ok {
				k = at[universal(g)]
			}
			out[i] = append(out[i], k)
		}
	}
	return out
}

func universal(tag string) string {
	for i := range tag {
		if tag[i] == ' ' {
			return tag[:i]
		}
	}
	return tag
}

// trainTagger learns from all trees but fold k of folds.
func trainTagger(trees []Tree, gold [][]uint8, tags []string, epochs, k, folds int) *learn.Net {
	steps := 0
	for _, t := range trees {
		steps += len(t.Words) * epochs
	}
	tr := learn.NewTrainer(learn.Config{Classes: tags, Rows: 1 << 15, Hidden: 64, Steps: steps, Rate: 0.04, Drop: 0.3})
	r := learn.Rand(11)
	var s Scratch
	var got []uint8
	for range epochs {
		for _, i := range r.Perm(len(trees)) {
			if folds > 0 && i%folds == k {
				continue
			}
			s.setWords(trees[i].Words)
			got = append(got[:0], gold[i]...)
			for j := range trees[i].Words {
				s.features = tagFeatures(s.features[:0], s.lex, got, j)
				got[j] = uint8(tr.Learn(s.features, int(gold[i][j])))
			}
		}
	}
	return tr.Net()
}

// trainParser learns the moves that keep most of each tree in reach, along the path that it takes itself.
func trainParser(trees []Tree, tags [][]uint8, labels []string, epochs int, log func(string, ...any)) *learn.Net {
	names := []string{"SHIFT"}
	for _, d := range []string{"L ", "R "} {
		for _, l := range labels {
			names = append(names, d+l)
		}
	}
	at := map[string]uint8{}
	for i, l := range labels {
		at[l] = uint8(i)
	}
	steps := 0
	for _, t := range trees {
		steps += 2 * len(t.Words) * epochs
	}
	tr := learn.NewTrainer(learn.Config{Classes: names, Rows: 1 << 15, Hidden: 128, Steps: steps, Rate: 0.03, Drop: 0.3})
	r := learn.Rand(12)
	var s Scratch
	for e := range epochs {
		right, all := 0, 0
		for _, i := range r.Perm(len(trees)) {
			t := &trees[i]
			s.setWords(t.Words)
			st := &s.state
			st.reset(len(t.Words))
			for !st.done() {
				s.features = parseFeatures(s.features[:0], s.lex, tags[i], st)
				move, label := learnMove(tr, &s, t, at, e > 0 && r.Float() < 0.9)
				st.apply(move, label)
			}
			for j, h := range t.Heads {
				all++
				if st.head[j] == h && labels[st.label[j]] == t.Labels[j] {
					right++
				}
			}
		}
		log("epoch %d: %.4f", e+1, float64(right)/float64(all))
	}
	return tr.Net()
}

// learnMove moves the weights towards the best of the moves that cost least, and returns the move to go on with.
func learnMove(tr *learn.Trainer, s *Scratch, t *Tree, at map[string]uint8, explore bool) (move int, label uint8) {
	st := &s.state
	cost := st.costs(t.Heads)
	low := min(cost[0], cost[1], cost[2])
	scores := tr.Scores(s.features)
	k := (len(scores) - 1) / 2
	goldLabel := 0
	if d := st.at(0); d >= 0 {
		goldLabel = int(at[t.Labels[d]])
	}
	target := -1
	for m, c := range cost {
		class := 0
		if m > 0 {
			class = 1 + (m-1)*k + goldLabel
		}
		if c == low && (target < 0 || scores[class] > scores[target]) {
			target = class
		}
	}
	m, l := bestMove(scores, st)
	tr.Update(s.features, target)
	if explore {
		return m, l
	}
	return moveOf(target, k)
}
