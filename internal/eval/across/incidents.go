package main

import (
	"fmt"
	"regexp"
	"strings"

	"sayso/article"
	"sayso/ledger"
	"sayso/resolve"
)

// urlDay is the day in an address such as …/2014/05/16/….
var urlDay = regexp.MustCompile(`/(20\d\d)[/-]?([01]\d)[/-]?([0-3]\d)[/-]`)

// incidents puts all reports of the incidents in one ledger and holds its stories against them.
// Reports have the day that they or their address give, two in three have none.
func incidents() error {
	all, err := lines[incident]("figures/incidents-train.jsonl.gz")
	if err != nil {
		return err
	}
	l := ledger.New()
	var want, ids []string
	for _, in := range all {
		for _, r := range in.Reports {
			a := &article.Article{ID: r.ID + in.Incident, Title: r.Title, Published: r.Published, Text: r.Text}
			_, original, _ := strings.Cut(strings.TrimPrefix(r.URL, "http://web.archive.org/web/"), "/")
			if m := urlDay.FindStringSubmatch(original); a.Published == "" && m != nil {
				a.Published = m[1] + "-" + m[2] + "-" + m[3]
			}
			l.Add(&resolve.Reading{Article: a})
			want, ids = append(want, in.Incident), append(ids, a.ID)
		}
	}
	v := l.View()
	var guess []string
	for _, id := range ids {
		guess = append(guess, v.StoryOf(id))
	}
	p, r, f := bcubed(want, guess)
	fmt.Printf("incidents: reports %d, incidents %d, stories %d: B3 precision %.3f recall %.3f F %.3f\n", len(ids), distinct(want), distinct(guess), p, r, f)
	return hold("B3 F of incidents", f, .85)
}
