package export

import (
	"testing"

	"sayso/resolve"
)

// A sum of money is shown with its currency, what is counted without its unit.
func TestFigureWords(t *testing.T) {
	n := 18e6
	for _, c := range []struct {
		f    resolve.Figure
		want string
	}{
		{resolve.Figure{Measure: "fine", Unit: "US dollars", Money: true, Low: &n, High: &n}, "18 million US dollars, fine"},
		{resolve.Figure{Measure: "killed", Unit: "people", High: &n}, "up to 18 million killed"},
	} {
		if got := FigureWords(&c.f); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	for _, c := range [][3]string{{"fine", "euros", "fine, euros"}, {"presumed_dead", "people", "presumed dead"}, {"boats", "boats", "boats"}, {"votes for Orr", "votes", "votes for Orr"}} {
		if got := Counted(c[0], c[1]); got != c[2] {
			t.Errorf("%q, want %q", got, c[2])
		}
	}
}
