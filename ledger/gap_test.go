package ledger

import (
	"fmt"
	"strings"
	"testing"
)

// tallyOf reads a tally in short notation: "i5:3" is an incident on the 5th with 3, "i5:3-4" one
// with 3 to 4, "A5:10" a total of 10 by source A as of the 5th; "missing2" is a figure of two
// missing and "boats7:4" a total of four boats as of the 7th. All of it is fictional.
func tallyOf(t *testing.T, notation string) []Tally {
	t.Helper()
	all := []Tally{{Measure: "killed"}, {Measure: "missing"}, {Measure: "boats"}, {Measure: "strikes"}}
	for _, f := range strings.Fields(notation) {
		var day int
		var low, high float64
		switch name, rest, _ := strings.Cut(f, ":"); {
		case strings.HasPrefix(f, "missing"):
			fmt.Sscanf(f, "missing%g", &low)
			all[1].Incidents = append(all[1].Incidents, Incident{Points: []Point{{Low: low, High: low, Ref: Ref{Text: show(low)}}}})
		case strings.HasPrefix(f, "boats") || strings.HasPrefix(f, "strikes"):
			k := 2
			if f[0] == 's' {
				k = 3
			}
			fmt.Sscanf(strings.TrimLeft(name, "boatsrike"), "%d", &day)
			fmt.Sscanf(rest, "%g", &low)
			all[k].Series = append(all[k].Series, Series{Points: []Point{{Low: low, High: low, AsOf: marchDay(day)}}})
		case f[0] == 'i':
			fmt.Sscanf(name, "i%d", &day)
			if n, _ := fmt.Sscanf(rest, "%g-%g", &low, &high); n < 2 {
				high = low
			}
			p := Point{Low: low, High: high, AsOf: marchDay(day), Ref: Ref{Report: f}}
			all[0].Incidents = append(all[0].Incidents, Incident{Day: marchDay(day), Low: low, High: high, Points: []Point{p}})
		default:
			who := name[:1]
			fmt.Sscanf(name[1:], "%d", &day)
			fmt.Sscanf(rest, "%g", &low)
			s := &all[0]
			k := -1
			for i := range s.Series {
				if s.Series[i].Who == who {
					k = i
				}
			}
			if k < 0 {
				k = len(s.Series)
				s.Series = append(s.Series, Series{Who: who})
			}
			s.Series[k].Points = append(s.Series[k].Points, Point{Low: low, High: low, AsOf: marchDay(day), Origin: who, Ref: Ref{Report: f}})
		}
	}
	for k := range all {
		for _, p := range all[k].points() {
			p.toldBeside = &toldBeside{}
		}
	}
	return all
}

func marchDay(d int) string { return fmt.Sprintf("2031-03-%02d", d) }

func TestGaps(t *testing.T) {
	for _, test := range []struct{ tally, want string }{
		{"i1:11 A1:11 i5:3 A5:14 i9:6 A9:20", ""},
		{"A1:11 i5:3 i6:6 A6:17", "6 17 an incident not counted"},
		{"A1:11 i5:3 i6:6 A6:11", "6 11 a stale total carried over"},
		{"A1:60 i5:6 A5:166 i7:2 A7:68", "5 166 a misprint"},
		{"A1:60 i5:6 A5:166", "5 166 a misprint"},
		{"A1:34 i5:9 A5:43 A8:34", "8 34 an older as-of date"},
		{"A1:34 i5:9 A5:43 A8:41", "8 41 a revised toll"},
		{"A1:34 i5:9 missing2 A5:45", "5 45 presumed dead counted or not"},
		{"A1:34 i5:9 missing2 A5:43 B5:45", "5 45 presumed dead counted or not"},
		{"A1:34 i5:9 boats5:10 A5:10", "5 10 units mixed"},
		{"A1:34 i5:9 A5:50", ""}, // nothing shows that these totals and incidents add up
		{"A1:34 i5:9 A5:43 i7:2 A9:52", "9 52 an incident that no report here tells"},
		{"A1:10 i5:3 i6:3 A6:16 B6:13", "6 13 an incident not counted"},
		{"A1:10 i5:3-5 A5:14", ""},
		{"A1:11 i5:10 A5:21 B6:12", "6 12 a misprint"},
		{"A1:14 C9:32 B28:64", ""},
	} {
		all := tallyOf(t, test.tally)
		r := reconciler{t: &all[0], all: all}
		r.run()
		var got []string
		for _, g := range all[0].Gaps {
			var day int
			fmt.Sscanf(g.At.AsOf, "2031-03-%d", &day)
			got = append(got, fmt.Sprintf("%d %s %s", day, show(g.At.Low), g.Cause))
			if g.Reason == "" {
				t.Errorf("%s: a gap without a reason", test.tally)
			}
		}
		line := strings.Join(got, "; ")
		if line != test.want {
			t.Errorf("%s: gaps %q, want %q", test.tally, line, test.want)
		}
	}
}

func TestSupport(t *testing.T) {
	all := tallyOf(t, "A1:10 B1:10 C1:12")
	for i := range all[0].Series {
		all[0].Series[i].Points[0].Outlet = []string{"Norwick Post", "Coast Daily", "Varen Wire"}[i]
	}
	r := reconciler{t: &all[0], all: all}
	r.run()
	if k := all[0]; k.Low != 10 || k.High != 12 || k.Best != 10 || len(k.Support[0].Origins) != 2 {
		t.Errorf("low %g, high %g, best %g with %v", k.Low, k.High, k.Best, k.Support)
	}
}
