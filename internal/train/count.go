package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"

	"sayso/article"
	"sayso/parse"
	"sayso/read"
	"sayso/resolve"
)

func init() {
	models["count"] = func(j job) error { return count(j, -1) }
	models["count-even"] = func(j job) error { return count(j, 0) } // learns from half of the reports only, to be checked on the other
	models["count-odd"] = func(j job) error { return count(j, 1) }
}

// A countRow is an incident with its reports, or a military release.
type countRow struct {
	ID, Incident, Date, Text string
	StartDate                string `json:"start_date"`
	MinKilled                *int   `json:"min_killed"`
	MinCaptured              *int   `json:"min_captured"`
	NKilled                  string `json:"n_killed"`
	NInjured                 string `json:"n_injured"`
	Reports                  []struct{ Title, Published, Text string }
}

// count learns which of a report's numbers is its incident's. half picks the rows to learn from by
// their parity; −1 takes all.
func count(j job, half int) error {
	var samples []resolve.CountSample
	err := eachIncident(j, func(n int, r *countRow) {
		if half < 0 || n%2 == half {
			samples = append(samples, r.samples()...)
		}
	})
	if err != nil {
		return err
	}
	model := filepath.Join(j.out, "resolve", "data", "count")
	if err := os.WriteFile(model+".bin", resolve.TrainCounts(samples), 0o644); err != nil {
		return err
	}
	return os.WriteFile(model+".txt", []byte(countOrigin+"Date: "+j.date+"\n"), 0o644)
}

// eachIncident calls do with the rows of both sets and a number that all reports of an incident share.
func eachIncident(j job, do func(n int, r *countRow)) error {
	for _, file := range []string{"isaf-train.jsonl.gz", "incidents-train.jsonl.gz"} {
		err := eachRow(filepath.Join(j.corpora, "figures", file), func(n int, r *countRow) {
			if k, err := strconv.Atoi(r.Incident); err == nil {
				n = k
			}
			do(n, r)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// samples are the reports of r with what is known of their incident.
func (r *countRow) samples() []resolve.CountSample {
	if r.MinKilled != nil {
		return []resolve.CountSample{{Mentions: mentions("", r.Text, r.StartDate),
			Counts: map[string]float64{"killed": float64(*r.MinKilled), "captured": float64(*r.MinCaptured)}}}
	}
	var out []resolve.CountSample
	killed, err1 := strconv.ParseFloat(r.NKilled, 64)
	injured, err2 := strconv.ParseFloat(r.NInjured, 64)
	for _, p := range r.Reports {
		if err1 == nil && err2 == nil {
			date := p.Published
			if len(date) < 10 || date[0] < '0' || date[0] > '9' {
				date = r.Date
			}
			out = append(out, resolve.CountSample{Mentions: mentions(p.Title, p.Text, date[:min(10, len(date))]),
				Counts: map[string]float64{"killed": killed, "injured": injured}})
		}
	}
	return out
}

func mentions(title, text, date string) *read.Mentions {
	return read.Doc(parse.Article(&article.Article{Title: title, Text: text, Published: date}))
}

func eachRow(path string, do func(int, *countRow)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return err
	}
	s := bufio.NewScanner(z)
	s.Buffer(nil, 1<<26)
	for n := 0; s.Scan(); n++ {
		var r countRow
		if err := json.Unmarshal(s.Bytes(), &r); err != nil {
			return err
		}
		do(n, &r)
	}
	return s.Err()
}

const countOrigin = `The count model: which of the numbers of a report is the count of its incident (killed, injured, captured).
Data: press reports of shooting incidents with an archive's final counts of killed and injured, and press releases of a
military command in Afghanistan, 2010 to 2013, with minimum counts of killed and captured (CC BY-SA 4.0). Only weights
of hashed features were kept; no text can be had from them.
Method: softmax over the candidate numbers of a report (resolve/count.go), AdaGrad, L2, two bytes a weight.
Command: go run ./internal/train -corpora DIR count
Scores by halves (learned on one, measured on the other) are in docs/figures.md.
`
