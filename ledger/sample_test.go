package ledger_test

import (
	"slices"
	"strings"
	"testing"
)

// What a paper put to an agency's report was told to the paper, and what a month's plan stands among is what was told with it.
func TestSampleAdditionsAndOrder(t *testing.T) {
	v := ledgerOf(sampleArticles(t)).View()
	story := v.Stories()[0].ID
	found := false
	for _, c := range v.ClaimsOf(story) {
		for _, o := range c.Origins.Ends {
			if o.Name == "Mirel Tasse" {
				if found = true; !strings.EqualFold(o.Outlet, "Vellmar Post") {
					t.Errorf("Mirel Tasse told it to %q", o.Outlet)
				}
			}
		}
	}
	if !found {
		t.Error("no claim of Mirel Tasse")
	}
	courses := v.Courses(story, v.Tallies(story))
	for i := range courses {
		if strings.HasPrefix(courses[i].Title.Text, "Residents of the Old Quay") && i < len(courses)-2 {
			t.Errorf("the plan of 18 May stands at %d of %d", i+1, len(courses))
		}
	}
}

// A note of correction tells no toll of its own: what the incidents of the sample killed.
func TestSampleIncidents(t *testing.T) {
	v := ledgerOf(sampleArticles(t)).View()
	for _, tally := range v.Tallies(v.Stories()[0].ID) {
		if tally.Measure != "killed" {
			continue
		}
		var got []float64
		for i := range tally.Incidents {
			got = append(got, tally.Incidents[i].High)
		}
		if want := []float64{5, 4, 3, 2}; !slices.Equal(got, want) {
			t.Errorf("incidents of %v, want %v", got, want)
		}
	}
}
