package ledger_test

import (
	"testing"

	"sayso"
	"sayso/article"
	"sayso/ledger"
)

// A report without a date has its numbers in the tallies.
func TestTallyOfAnUndatedReport(t *testing.T) {
	l := ledger.New()
	l.Add(sayso.Read(&article.Article{ID: "dam", Title: "Dam fails", Text: "At least nine people were killed and 40 were missing after a dam failed on Tuesday, the governor, Ada Ruiz, said.\n"}))
	v := l.View()
	found := false
	for _, tally := range v.Tallies(v.Stories()[0].ID) {
		if tally.Measure == "missing" {
			if found = true; tally.Best != 40 {
				t.Errorf("missing: best %v, not 40", tally.Best)
			}
		}
	}
	if !found {
		t.Error("no tally of the missing")
	}
}

// A decision in a report without a date is linked in no time.
func TestDecisionOfAnUndatedReport(t *testing.T) {
	l := ledger.New()
	l.Add(sayso.Read(&article.Article{ID: "court", Title: "Court rules", Text: "The Supreme Court of Norland ruled that the sale of the harbour was lawful, and rejected the union's appeal.\n"}))
	if len(l.View().Events()) == 0 {
		t.Error("no event")
	}
}
