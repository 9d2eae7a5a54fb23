package main

import (
	"strings"
	"testing"

	"sayso/export"
	"sayso/internal/live"
	"sayso/ledger"
)

// A total that was corrected, or is a misprint, is not what its keeper says last.
func TestCountsWithoutMisprints(t *testing.T) {
	high := 12.0
	point := func(n float64, gap int, superseded bool) export.Point {
		return export.Point{AsOf: "2031-05-09", Low: n, High: &n, Gap: gap, Superseded: superseded}
	}
	row := &live.TallyRow{Tally: export.Tally{
		Series: []export.Series{
			{Who: export.Who{Label: "Coast Daily"}, Points: []export.Point{point(21, 0, true)}},
			{Who: export.Who{Label: "the ministry"}, Points: []export.Point{point(high, 0, false), point(21, 1, false)}},
		},
		Gaps: []export.Gap{{Number: 1, Cause: string(ledger.Misprint)}},
	}}
	if got := countsOf(row); got != "the ministry 12 (2031-05-09)" || strings.Contains(got, "21") {
		t.Error(got)
	}
}
