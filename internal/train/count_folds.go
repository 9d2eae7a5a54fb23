package main

import (
	"fmt"

	"sayso/resolve"
)

func init() { models["count-folds"] = countFolds }

// countParts is how many parts countFolds makes of the incidents.
const countParts = 5

// countFolds writes no model: it prints how often each count is exact in reports that the weights were
// not learned from, a fifth of the incidents after the other. All reports of an incident are in one part.
func countFolds(j job) error {
	var parts [countParts][]resolve.CountSample
	err := eachIncident(j, func(n int, r *countRow) {
		parts[n%countParts] = append(parts[n%countParts], r.samples()...)
	})
	if err != nil {
		return err
	}
	scores := map[string]*countScore{}
	for held := range parts {
		var rest []resolve.CountSample
		for k := range parts {
			if k != held {
				rest = append(rest, parts[k]...)
			}
		}
		for i, got := range resolve.CheckCounts(rest, parts[held]) {
			tallyCounts(scores, parts[held][i], got)
		}
	}
	for _, set := range []string{"releases killed", "releases captured", "reports killed", "reports injured"} {
		fmt.Println(set, scores[set])
	}
	return nil
}

// A countScore is how often a count was exact, over all reports and over those with any.
type countScore struct{ all, exact, some, hit int }

func (c *countScore) String() string {
	return fmt.Sprintf("exact %.3f of %d, %.3f of the %d with any", float64(c.exact)/float64(c.all), c.all, float64(c.hit)/float64(c.some), c.some)
}

func tallyCounts(scores map[string]*countScore, s resolve.CountSample, got map[string]float64) {
	set := "reports "
	if _, release := s.Counts["captured"]; release {
		set = "releases "
	}
	for m, gold := range s.Counts {
		c := scores[set+m]
		if c == nil {
			c = &countScore{}
			scores[set+m] = c
		}
		c.all++
		if got[m] == gold {
			c.exact++
		}
		if gold > 0 {
			c.some++
			if got[m] == gold {
				c.hit++
			}
		}
	}
}
