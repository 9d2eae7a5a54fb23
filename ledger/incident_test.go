package ledger

import "testing"

// TestDayTotals: what a count of several blows adds up is in no sum beside it; one person of whom a report tells is left out for want of a day, or beside
// the only incident that there is.
func TestDayTotals(t *testing.T) {
	in := func(day string, n float64, text, context string) Incident {
		p := Point{Low: n, High: n, toldBeside: &toldBeside{context: context, several: countsSeveral(context)}}
		p.Ref.Text = text
		return Incident{Day: day, Low: n, High: n, Points: []Point{p}}
	}
	for _, c := range []struct {
		name string
		ins  []Incident
		sum  float64
	}{
		{"a total of the day", []Incident{in("2031-05-08", 12, "12", "Three strikes killed 12 people."), in("2031-05-08", 3, "three", "A strike killed three men.")}, 12},
		{"another day's", []Incident{in("2031-05-08", 12, "12", "Three strikes killed 12 people."), in("2031-05-07", 3, "three", "A strike killed three men.")}, 15},
		{"no total", []Incident{in("2031-05-08", 12, "12", "A strike killed 12 people."), in("2031-05-08", 3, "three", "A strike killed three men.")}, 15},
		{"one person with a day", []Incident{in("2031-05-08", 12, "12", "A strike killed 12 people."), in("2031-05-06", 2, "two", ""), in("2031-05-07", 1, "a fisherman", "A strike killed a fisherman.")}, 15},
		{"one person of the only incident", []Incident{in("2031-05-08", 12, "12", "A blast killed 12 people."), in("2031-05-09", 1, "an officer", "")}, 12},
	} {
		x := Tally{Measure: "killed", Incidents: c.ins}
		x.retold()
		x.fromIncidents()
		if x.Low != c.sum {
			t.Errorf("%s: %v, want %v", c.name, x.Low, c.sum)
		}
	}
}
