package ledger_test

import (
	"testing"

	"sayso"
	"sayso/article"
	"sayso/ledger"
)

// A happening is where its mentions most narrowly say, not where the things come from that it is done to.
func TestHappeningPlace(t *testing.T) {
	l := ledger.New()
	for i, text := range []string{
		"The air strike on a cattle market in Sudan killed 31 people on Monday, the Red Crescent said.",
		"An air strike on a cattle market in the Sudanese border town of Kulbus killed 44 people on Monday, residents said. The Red Crescent said that the toll of the air strike on the market had been 31.",
	} {
		l.Add(sayso.Read(&article.Article{ID: string(rune('a' + i)), Published: "2031-06-03T10:00:00Z", Outlet: "Coast Wire", Text: text}))
	}
	v := l.View()
	for _, s := range v.Stories() {
		for _, c := range v.Happenings(s.ID, 1) {
			if c.Place != "Kulbus" || c.Country != "SD" {
				t.Errorf("%q is in %q, %q", c.Headline, c.Place, c.Country)
			}
		}
	}
	for text, want := range map[string]string{
		"Officers seized cocaine from Peru on Friday.":                                                  "",
		"A judge blocked a ban on shrimp from Vietnam on Friday.":                                       "",
		"Sudan shut down the oil pipeline that carries crude to the Red Sea.":                           "",
		"Police arrested a man from Oslo in Bergen on Friday.":                                          "Bergen",
		"Troops withdrew from Chad on Friday.":                                                          "Chad",
		"Norway recalled its ambassador from Berlin on Friday after an attack on the embassy.":          "Berlin",
		"The raid on a farm from which the men had come killed two in Lima on Friday, the police said.": "Lima",
	} {
		place := ""
		for _, e := range sayso.Read(&article.Article{ID: "x", Published: "2031-06-07T10:00:00Z", Text: text}).Events {
			if e.Salient && e.Place != nil && place == "" {
				place = e.Place.Name
			}
		}
		if place != want {
			t.Errorf("%q: in %q, want %q", text, place, want)
		}
	}
}
