package main

import (
	"fmt"

	"sayso"
	"sayso/article"
	"sayso/ledger"
)

// incidents puts all reports of the incidents in one ledger and asks which are of one event: two
// reports are together where the events that they are about are.
func incidents() error {
	all, err := lines[incident]("figures/incidents-train.jsonl.gz")
	if err != nil {
		return err
	}
	l := ledger.New()
	gold := map[string]string{}
	var ids []string
	for _, in := range all {
		for _, r := range in.Reports {
			if gold[r.ID] != "" {
				continue
			}
			published := r.Published
			if published == "" {
				published = in.Date
			}
			l.Add(sayso.Read(&article.Article{ID: r.ID, Title: r.Title, Published: published, Text: r.Text}))
			gold[r.ID] = in.Incident
			ids = append(ids, r.ID)
		}
	}
	v := l.View()
	var want, story, matter []string
	for _, id := range ids {
		want = append(want, gold[id])
		story = append(story, v.StoryOf(id))
		matter = append(matter, v.MatterOf(id))
	}
	for name, guess := range map[string][]string{"stories": story, "main events": matter} {
		p, r, f := bcubed(want, guess)
		fmt.Printf("incidents: %s: reports %d, incidents %d, found %d: B3 precision %.3f recall %.3f F %.3f\n", name, len(ids), distinct(want), distinct(guess), p, r, f)
	}
	return nil
}
