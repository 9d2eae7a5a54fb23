package live

import (
	"testing"

	"sayso/export"
)

// A count that the present text of a report has word for word was not corrected, and stands once.
func TestCountsOfTwoTexts(t *testing.T) {
	point := func(start int, low float64, current, superseded bool) export.Point {
		return export.Point{Ref: export.Ref{Report: "r", Current: current, Span: export.Span{Start: start, End: start + 2}}, Low: low, Superseded: superseded}
	}
	kept := onceInAReport([]export.Point{point(5, 12, true, true), point(5, 12, true, false), point(40, 21, false, true)})
	if len(kept) != 2 || kept[0].Superseded || kept[1].Low != 21 {
		t.Errorf("kept %+v", kept)
	}
}
