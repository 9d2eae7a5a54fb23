package main

import (
	"fmt"
	"os"
	"sort"

	"sayso/ledger"
)

// stems counts in how many documents each stem stands and prints those of three or more, the
// number of documents first: ledger/data/stems.txt.
func stems() error {
	texts, err := plainTexts()
	if err != nil {
		return err
	}
	count := map[string]int{}
	for _, t := range texts {
		seen := map[string]bool{}
		for _, s := range ledger.Stems(t) {
			if !seen[s] {
				seen[s] = true
				count[s]++
			}
		}
	}
	var all []string
	for s, n := range count {
		if n >= 3 && len(s) < 24 {
			all = append(all, s)
		}
	}
	sort.Slice(all, func(i, j int) bool {
		return count[all[i]] > count[all[j]] || count[all[i]] == count[all[j]] && all[i] < all[j]
	})
	fmt.Fprintln(os.Stdout, len(texts))
	for _, s := range all {
		fmt.Println(s, count[s])
	}
	return nil
}

// plainTexts is the texts of the current-events items and Wikinews, and one report of each incident.
func plainTexts() ([]string, error) {
	var out []string
	items, err := lines[newsItem]("streams/current-events.jsonl.gz")
	if err != nil {
		return nil, err
	}
	for _, it := range items {
		out = append(out, it.Text)
	}
	news, err := lines[wikinews]("wikinews/articles.jsonl.gz")
	if err != nil {
		return nil, err
	}
	for _, n := range news {
		out = append(out, n.Text)
	}
	incidents, err := lines[incident]("figures/incidents-train.jsonl.gz")
	if err != nil {
		return nil, err
	}
	for _, in := range incidents {
		if len(in.Reports) > 0 {
			out = append(out, in.Reports[0].Text)
		}
	}
	return out, nil
}
