package syntax

import "sort"

// Train learns a model from the trees of a treebank, gold, and from further ones that a Committee made, silver.
// Fields of c left zero take the values that the shipped model was learned with.
func Train(gold, silver []Tree, c Config, log func(string, ...any)) *Model {
	trees := append(gold[:len(gold):len(gold)], silver...)
	t := newTrainer(trees, len(gold), c.withDefaults())
	t.run(trees, len(gold), log)
	return t.model()
}

func (c Config) withDefaults() Config {
	d := Config{Rows: 1 << 15, Sparse: 1 << 13, Epochs: 12, Batch: 16, Rate: 0.002, RowRate: 0.05, Drop: 0.2, Forget: 0.5, Explore: 0.9, Seed: 1, Silver: 1, TagScale: 1}
	set(&d.Rows, c.Rows)
	set(&d.Sparse, c.Sparse)
	set(&d.Epochs, c.Epochs)
	set(&d.Batch, c.Batch)
	set(&d.Rate, c.Rate)
	set(&d.RowRate, c.RowRate)
	set(&d.Drop, c.Drop)
	set(&d.Forget, c.Forget)
	set(&d.Explore, c.Explore)
	set(&d.Seed, c.Seed)
	set(&d.Silver, c.Silver)
	set(&d.TagScale, c.TagScale)
	return d
}

func set[T int | uint64 | float32](v *T, to T) {
	if to != 0 {
		*v = to
	}
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
