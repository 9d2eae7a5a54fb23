package ledger_test

import (
	"testing"
	"time"

	"sayso"
	"sayso/article"
	"sayso/ledger"
	"sayso/resolve"
)

// Of two texts of one report with one date the one seen last is the present one, in whatever order they come.
func TestTextSeenLastIsThePresentOne(t *testing.T) {
	at := time.Date(2031, 5, 5, 9, 0, 0, 0, time.UTC)
	for _, first := range []string{"38", "58"} {
		second := map[string]string{"38": "58", "58": "38"}[first]
		for _, order := range [][2]int{{0, 1}, {1, 0}} {
			var rs [2]*resolve.Reading
			for i, n := range []string{first, second} {
				a := &article.Article{ID: "blast", URL: "https://wire.example/blast", Outlet: "Example Wire", Published: "2031-05-05T08:00:00Z",
					Text: "At least " + n + " people were killed in the blast at the port of Sennet on Monday, the fire service said."}
				rs[i] = sayso.Read(a)
			}
			l := ledger.New()
			for _, i := range order {
				l.AddSeen(rs[i], at.Add(time.Duration(i)*time.Second))
			}
			v := l.View()
			for _, s := range v.Stories() {
				for _, c := range v.ClaimsOf(s.ID) {
					if got := c.Words[len("At least "):][:2]; len(c.Sayings) > 0 && got != second {
						t.Errorf("%s then %s, added %v: the claim has %s", first, second, order, got)
					}
				}
			}
		}
	}
}

// A report of a New York evening is of that day.
func TestDayIsTheReportsOwn(t *testing.T) {
	a := &article.Article{ID: "evening", Outlet: "Example Wire", Published: "2031-06-21T20:10:00-04:00", Title: "Strike kills two", Text: "A strike killed two people near the port, the fire service said."}
	l := ledger.New()
	l.Add(sayso.Read(a))
	if s := l.View().Stories(); len(s) != 1 || s[0].First != "2031-06-21" {
		t.Errorf("%+v", s)
	}
}
