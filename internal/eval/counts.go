package eval

import (
	"strconv"

	"sayso"
	"sayso/article"
	"sayso/resolve"
)

// count is the largest low among a reading's figures of one measure whose scope is an incident; 0 without one.
func count(r *resolve.Reading, measure string) float64 {
	n := 0.0
	for i := range r.Figures {
		f := &r.Figures[i]
		if f.Measure == measure && f.Scope == "incident" && f.Low != nil {
			n = max(n, *f.Low)
		}
	}
	return n
}

// countsISAF scores the killed and captured of military press releases: exact matches among the
// releases that have any.
func countsISAF(file string) (Scores, error) {
	type release struct {
		ID, Text string
		Date     string  `json:"start_date"`
		Killed   float64 `json:"min_killed"`
		Captured float64 `json:"min_captured"`
	}
	gold, err := rows[release](file)
	if err != nil {
		return nil, err
	}
	var killed, captured ratio
	for _, g := range gold {
		r := sayso.Read(&article.Article{ID: g.ID, Text: g.Text, Published: g.Date})
		if g.Killed > 0 {
			killed.add(count(r, "killed") == g.Killed)
		}
		if g.Captured > 0 {
			captured.add(count(r, "captured") == g.Captured)
		}
	}
	return Scores{"counts.isaf.killed": killed.value(), "counts.isaf.captured": captured.value()}, nil
}

// countsIncidents scores the killed and injured of press reports on shootings against the archive's
// final counts: exact matches over reports. An early report can rightly differ, so 1 is out of reach.
func countsIncidents(file string) (Scores, error) {
	type incident struct {
		Incident, Date string
		Killed         string `json:"n_killed"`
		Injured        string `json:"n_injured"`
		Reports        []struct{ ID, Title, Published, Text string }
	}
	gold, err := rows[incident](file)
	if err != nil {
		return nil, err
	}
	var killed, injured ratio
	for _, g := range gold {
		k, _ := strconv.ParseFloat(g.Killed, 64)
		n, _ := strconv.ParseFloat(g.Injured, 64)
		for _, rep := range g.Reports {
			r := sayso.Read(&article.Article{ID: rep.ID, Text: rep.Text, Title: rep.Title, Published: publishedOr(rep.Published, g.Date)})
			killed.add(count(r, "killed") == k)
			injured.add(count(r, "injured") == n)
		}
	}
	return Scores{"counts.incidents.killed": killed.value(), "counts.incidents.injured": injured.value()}, nil
}

// publishedOr is the first ten characters of published where it begins with a year, else date.
func publishedOr(published, date string) string {
	if published == "" {
		published = date
	}
	if len(published) >= 4 {
		if _, err := strconv.Atoi(published[:4]); err == nil {
			return published[:min(10, len(published))]
		}
	}
	return date
}

type ratio struct{ ok, all int }

func (r *ratio) add(ok bool) {
	r.all++
	if ok {
		r.ok++
	}
}

func (r *ratio) value() float64 { return float64(r.ok) / float64(max(1, r.all)) }
