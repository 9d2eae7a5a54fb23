package main

import (
	"regexp"
	"strings"

	"sayso"
	"sayso/article"
	"sayso/resolve"
)

// urlDay is the day in an address such as …/2014/05/16/….
var urlDay = regexp.MustCompile(`/(20\d\d)[/-]?([01]\d)[/-]?([0-3]\d)[/-]`)

// incidentReadings is the reports of the incidents, as the engine reads them, and the incident of each. Reports have the day that
// they or their address give, two in three have none.
func incidentReadings() (readings []*resolve.Reading, of []string, err error) {
	all, err := lines[incident]("figures/incidents-train.jsonl.gz")
	if err != nil {
		return nil, nil, err
	}
	for _, in := range all {
		for _, r := range in.Reports {
			a := &article.Article{ID: r.ID + in.Incident, Title: r.Title, Published: r.Published, Text: r.Text}
			_, original, _ := strings.Cut(strings.TrimPrefix(r.URL, "http://web.archive.org/web/"), "/")
			if m := urlDay.FindStringSubmatch(original); a.Published == "" && m != nil {
				a.Published = m[1] + "-" + m[2] + "-" + m[3]
			}
			readings, of = append(readings, sayso.Read(a)), append(of, in.Incident)
		}
	}
	return readings, of, nil
}

// incidents puts all reports of the incidents in one ledger and holds its stories against them.
func incidents() error {
	readings, want, err := incidentReadings()
	if err != nil {
		return err
	}
	unseen := clustered("incidents", readings, want)
	return hold("B3 F of incidents not learned from", unseen, .87)
}
