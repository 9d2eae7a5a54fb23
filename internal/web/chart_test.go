package web

import (
	"encoding/xml"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"sayso/export"
)

// count is a point of a tally.
func countOf(day string, n float64, gap int) export.Point {
	return export.Point{Ref: export.Ref{Outlet: "Tarn Herald", Day: day}, AsOf: day, Low: n, High: &n, Gap: gap}
}

// totals is a source's running totals.
func totals(who string, ps ...export.Point) export.Series {
	return export.Series{Who: export.Who{ID: "so-1", Label: who, Kind: "organisation"}, Points: ps}
}

// wellFormed reads a drawing as XML.
func wellFormed(t *testing.T, svg string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(svg))
	for {
		if _, err := d.Token(); err != nil {
			if err.Error() != "EOF" {
				t.Errorf("%v in %s", err, svg)
			}
			return
		}
	}
}

var written = regexp.MustCompile(`<text class="(value|inc)[a-z ]*" x="([0-9.]+)" y="([0-9.]+)" text-anchor="([a-z]+)">([^<]+)</text>`)

// apart fails where two numbers of a chart touch, or one leaves it.
func apart(t *testing.T, svg string) int {
	t.Helper()
	var all []box
	for _, m := range written.FindAllStringSubmatch(svg, -1) {
		x, _ := strconv.ParseFloat(m[2], 64)
		y, _ := strconv.ParseFloat(m[3], 64)
		b := boxOf(x, y, m[4], m[5])
		for _, o := range all {
			if b.meets(o) {
				t.Errorf("%q is written over another number", m[5])
			}
		}
		if b.left < 0 || b.right > chartWidth {
			t.Errorf("%q leaves the chart", m[5])
		}
		all = append(all, b)
	}
	return len(all)
}

// A chart of one incident shows every change of its number, up and down, every gap, and where the number stands.
func TestChartOfOneIncidentEndsWhereItStands(t *testing.T) {
	copied := countOf("2031-06-06", 1100, 2)
	copied.CopyOf = "Quay Times"
	in := export.Incident{Day: "2031-06-02", Low: 920, High: 920, Points: []export.Point{countOf("2031-06-02", 350, 0), countOf("2031-06-03", 1200, 0), countOf("2031-06-03", 747, 1),
		countOf("2031-06-04", 1175, 0), copied, countOf("2031-06-16", 1, 0), countOf("2031-06-19", 920, 0)}}
	svg := string(tallyChart(export.Tally{Measure: "injured", Unit: "people", Total: "incidents", Sum: 1, Low: 920, High: 920, Best: 920, Incidents: []export.Incident{in},
		Gaps: []export.Gap{{Number: 1, Cause: "a revised toll"}, {Number: 2, Cause: "a revised toll"}}}))
	wellFormed(t, svg)
	apart(t, svg)
	for _, want := range []string{`as reports tell it <tspan class="at">920</tspan>`, ">A</text>", ">B</text>", ">1175</text>", ">2031</text>", ">people injured</text>"} {
		if !strings.Contains(svg, want) {
			t.Errorf("no %s in %s", want, svg)
		}
	}
	if strings.Contains(svg, `<title>1 as of`) {
		t.Error("one more injured is drawn as the toll")
	}
}

// Many sources, incidents and days: no number is written over another, names and values stay inside.
func TestChartOfManyIsReadable(t *testing.T) {
	ta := export.Tally{Measure: "strikes", Unit: "strikes", Total: "cumulative"}
	for i := range 9 {
		var ps []export.Point
		for d := range 12 {
			ps = append(ps, countOf(fmt.Sprintf("20%02d-%02d-%02d", 31+d/11, d%12+1, 3+i), float64(10*d+i%3), 0))
		}
		ta.Series = append(ta.Series, totals("the London-based Bureau of Investigative Counting "+strconv.Itoa(i), ps...))
	}
	for i := range 60 {
		n := float64(i % 17)
		ta.Incidents = append(ta.Incidents, export.Incident{Day: fmt.Sprintf("2031-%02d-%02d", i/6+1, i%6*4+1), Low: n, High: n + float64(i%3)})
	}
	ta.Series[3].Apart = "since 2019, the others since 2031"
	ta.Series[3].Points[2].Low = 4000
	svg := string(tallyChart(ta))
	wellFormed(t, svg)
	if n := apart(t, svg); n < 10 {
		t.Errorf("only %d numbers are written", n)
	}
	for _, want := range []string{">strikes</text>", ">2031</text>", ">2032</text>"} {
		if !strings.Contains(svg, want) {
			t.Errorf("no %s", want)
		}
	}
	if strings.Contains(svg, ">4000<") {
		t.Error("a total over another time squeezes the others")
	}
	for _, m := range regexp.MustCompile(`</title>([^<]+)<tspan class="at">([^<]+)</tspan>`).FindAllStringSubmatch(svg, -1) {
		if n := len([]rune(m[1] + m[2])); n > nameRoom+2 {
			t.Errorf("%q is cut at the edge", m[1]+m[2])
		}
	}
}

// One number, told often, draws no line; a gap that no chart shows says where it stands.
func TestChartsThatWouldSayNothing(t *testing.T) {
	same := export.Tally{Measure: "missing", Unit: "people", Series: []export.Series{totals("the mayor", countOf("2031-06-05", 182, 0), countOf("2031-06-06", 182, 0))}}
	if svg := tallyChart(same); svg != "" {
		t.Errorf("a chart of one number: %s", svg)
	}
	in := export.Incident{Day: "2031-06-13", Low: 36, High: 36, Points: []export.Point{countOf("2031-06-13", 36, 1)}}
	ta := export.Tally{Measure: "killed", Series: []export.Series{totals("the mayor", countOf("2031-06-05", 182, 0), countOf("2031-06-06", 190, 2))}, Incidents: []export.Incident{in},
		Gaps: []export.Gap{{Number: 1}, {Number: 2}}}
	if got := notDrawn(&ta); !got[1] || got[2] {
		t.Errorf("not drawn: %v", got)
	}
}

// Several totals of the last day stand before the axis ends.
func TestChartHoldsTheLastDay(t *testing.T) {
	svg := string(tallyChart(export.Tally{Measure: "killed", Series: []export.Series{totals("reports", countOf("2034-03-02", 4, 0), countOf("2034-03-06", 6, 0), countOf("2034-03-06", 9, 0))}}))
	wellFormed(t, svg)
	m := regexp.MustCompile(`H([0-9.]+)V[0-9.]+"`).FindStringSubmatch(svg)
	if m == nil {
		t.Fatal("no line in", svg)
	}
	if x, _ := strconv.ParseFloat(m[1], 64); x > chartWidth-chartRight {
		t.Errorf("the last point stands at %v, behind the axis, which ends at %v", x, chartWidth-chartRight)
	}
}
