package web

import (
	"fmt"
	"strings"
	"testing"

	"sayso/export"
	"sayso/internal/live"
)

// reportLine is a report as a line of JSON.
func reportLine(outlet, day, title, text string) string {
	return fmt.Sprintf(`{"url": "https://%s.example/%s", "outlet": %q, "published": "%sT09:00:00Z", "title": %q, "language": "en", "text": %q}`,
		strings.ToLower(strings.ReplaceAll(outlet, " ", "-")), strings.ToLower(strings.ReplaceAll(title, " ", "-")), outlet, day, title, text)
}

// storyOf is the page of the only story of a ledger of these reports.
func storyOf(t *testing.T, lines ...string) *live.Story {
	t.Helper()
	st := newLedger(t, false)
	addReports(t, st, lines...)
	p, err := state(t, st).Story(storyID(t, st), "")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// A word that stands within another one is marked where it stands itself.
func TestMarksStandWhereTheWordsAre(t *testing.T) {
	r := export.Ref{Span: export.Span{Text: "he"}, Context: "After vehement denials the firm said that he left.", ContextAt: 42}
	if got := strings.Join(marked(r), "|"); got != "After vehement denials the firm said that |he| left." {
		t.Errorf("marked: %s", got)
	}
	for _, c := range [][3]string{
		{"After vehement denials he left.", "he", "After vehement denials |he| left."},
		{"the other", "he", "the other||"},
		{"He was shot", "He was shot", "|He was shot|"},
		{"no such words", "", "no such words||"},
	} {
		if got := strings.Join(around(c[0], c[1]), "|"); got != c[2] {
			t.Errorf("around(%q, %q) = %s", c[0], c[1], got)
		}
	}
}

// Every place in a story's page leads to its own words, and is marked at them and nowhere else.
func TestContextHoldsTheWords(t *testing.T) {
	d, err := state(t, newLedger(t, true)).Story(storyID(t, newLedger(t, true)), "")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, ta := range d.Tallies {
		for _, s := range ta.Series {
			for _, p := range s.Points {
				_, words, _ := p.Ref.Parts()
				if n++; words != p.Ref.Text {
					t.Errorf("%q is marked as %q in %q", p.Ref.Text, words, p.Ref.Context)
				}
			}
		}
	}
	if n == 0 {
		t.Error("no place was looked at")
	}
}

// Words of somebody are never shown as the outlet's own, though a claim's words are less than the statement's content.
func TestAccountsThatDifferAreWhoseTheyAre(t *testing.T) {
	d, err := state(t, newLedger(t, true)).Story(storyID(t, newLedger(t, true)), "")
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Against) == 0 {
		t.Fatal("no accounts that differ")
	}
	for _, m := range d.Against {
		for _, side := range []struct {
			ref export.Ref
			who []export.Who
		}{{m.Earlier, m.WhoA}, {m.Later, m.WhoB}} {
			if strings.HasPrefix(side.ref.At, "a") && len(side.who) == 0 {
				t.Errorf("%s is told as %s itself: %q", side.ref.At, side.ref.Outlet, side.ref.Context)
			}
		}
	}
}

// Who gives a toll is not an outlet for having no name: "authorities itself" is nobody.
func TestTollsAreGivenByWhoGivesThem(t *testing.T) {
	d := storyOf(t,
		reportLine("Tarn Herald", "2031-04-02", "Bridge falls at Corvale", "CORVALE: A bridge fell into the river at Corvale on Tuesday. Authorities said two people were killed when the bridge fell. Divers searched the river."),
		reportLine("Quay Times", "2031-04-03", "Three dead after Corvale bridge falls", "CORVALE: Three people were killed when a bridge fell into the river at Corvale on Tuesday, according to the Tarn Herald. Divers searched the river on Wednesday."))
	for _, e := range d.Timeline {
		for _, toll := range e.Tolls {
			if toll.Who.Kind == "voice" && toll.Who.Label != toll.Point.Ref.Outlet {
				t.Errorf("%s: %s itself says so in %s", e.Title, toll.Who.Label, toll.Point.Ref.Outlet)
			}
		}
	}
}
