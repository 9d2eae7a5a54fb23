package main

import (
	"fmt"
	"hash/fnv"
	"os"

	"sayso"
	"sayso/article"
	"sayso/ledger"
	"sayso/resolve"
)

// leftOut reports whether the model of report pairs is not learned from a topic or incident: half of them.
func leftOut(label string) bool {
	h := fnv.New32a()
	h.Write([]byte(label))
	return h.Sum32()>>7&1 == 1
}

// itemReadings is the current-events items as the engine reads them, and the editors' label of each: of its topics the most special one
// (of fewest items, three or more), or "".
func itemReadings() (readings []*resolve.Reading, of []string, err error) {
	items, err := lines[newsItem]("streams/current-events.jsonl.gz")
	if err != nil {
		return nil, nil, err
	}
	for i, it := range items {
		readings = append(readings, sayso.Read(&article.Article{ID: fmt.Sprintf("ce%05d", i), Published: it.Day, Text: it.Text}))
	}
	return readings, itemLabels(items), nil
}

// itemLabels is the most special label of each item.
func itemLabels(items []newsItem) (of []string) {
	count := map[string]int{}
	for _, it := range items {
		for _, t := range it.Topics {
			count[t]++
		}
	}
	for _, it := range items {
		label := ""
		for _, t := range it.Topics {
			if count[t] >= 3 && (label == "" || count[t] < count[label]) {
				label = t
			}
		}
		of = append(of, label)
	}
	return of
}

// stories clusters the current-events items and holds the clusters against the editors' topic labels.
func stories() error {
	readings, want, err := itemReadings()
	if err != nil {
		return err
	}
	unseen := clustered("stories", readings, want)
	return hold("B3 F of stories not learned from", unseen, .645)
}

// clustered puts all readings in one ledger and scores its stories against the labels: all of them, and those that the model of pairs
// was not learned from.
func clustered(what string, readings []*resolve.Reading, want []string) (unseen float64) {
	l := ledger.New()
	for _, r := range readings {
		l.Add(r)
	}
	v := l.View()
	for _, only := range []bool{false, true} {
		var gold, guess []string
		for i, r := range readings {
			if want[i] != "" && (!only || leftOut(want[i])) {
				gold, guess = append(gold, want[i]), append(guess, v.StoryOf(r.Article.ID))
			}
		}
		p, r, f := bcubed(gold, guess)
		name := "all"
		if only {
			name, unseen = "not learned from", f
		}
		fmt.Printf("%s, %s: reports %d, labels %d, stories %d: B3 precision %.3f recall %.3f F %.3f\n", what, name, len(gold), distinct(gold), distinct(guess), p, r, f)
	}
	return unseen
}

// trainStories learns ledger/data/reportpair.txt from the labels that are not left out.
func trainStories() error {
	var x [][]float64
	var y []float64
	for _, read := range []func() ([]*resolve.Reading, []string, error){itemReadings, incidentReadings} {
		readings, of, err := read()
		if err != nil {
			return err
		}
		ledger.ReportPairs(readings, func(a, b int, f []float64) {
			if of[a] == "" || of[b] == "" || leftOut(of[a]) || leftOut(of[b]) {
				return
			}
			x = append(x, append([]float64(nil), f...))
			y = append(y, 0)
			if of[a] == of[b] {
				y[len(y)-1] = 1
			}
		})
	}
	boost(x, y, nil, reportGrowth)
	fmt.Fprintf(os.Stderr, "pairs %d\n", len(x))
	return nil
}

func distinct(s []string) int {
	m := map[string]bool{}
	for _, x := range s {
		m[x] = true
	}
	return len(m)
}
