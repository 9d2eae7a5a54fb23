package main

import (
	"fmt"
	"sort"

	"sayso"
	"sayso/article"
	"sayso/ledger"
)

// stories clusters the current-events items and holds the clusters against the editors' topic
// labels: of each item's topics the most special one (of fewest items, three or more) is gold.
func stories() error {
	items, err := lines[newsItem]("streams/current-events.jsonl.gz")
	if err != nil {
		return err
	}
	count := map[string]int{}
	for _, it := range items {
		for _, t := range it.Topics {
			count[t]++
		}
	}
	l := ledger.New()
	for i, it := range items {
		l.Add(sayso.Read(&article.Article{ID: fmt.Sprintf("ce%05d", i), Published: it.Day, Text: it.Text}))
	}
	v := l.View()
	var special float64
	for _, broad := range []bool{false, true} {
		var gold, guess []string
		for i, it := range items {
			var own []string
			for _, t := range it.Topics {
				if count[t] >= 3 {
					own = append(own, t)
				}
			}
			if len(own) == 0 {
				continue
			}
			sort.SliceStable(own, func(a, b int) bool { return count[own[a]] < count[own[b]] != broad })
			gold = append(gold, own[0])
			guess = append(guess, v.StoryOf(fmt.Sprintf("ce%05d", i)))
		}
		p, r, f := bcubed(gold, guess)
		fmt.Printf("stories: broad=%v items %d, topics %d, stories %d: B3 precision %.3f recall %.3f F %.3f\n", broad, len(gold), distinct(gold), distinct(guess), p, r, f)
		if !broad {
			special = f
		}
	}
	return hold("B3 F of stories", special, .52)
}

func distinct(s []string) int {
	m := map[string]bool{}
	for _, x := range s {
		m[x] = true
	}
	return len(m)
}
