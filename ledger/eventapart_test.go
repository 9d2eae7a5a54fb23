package ledger

import (
	"testing"

	"sayso"
	"sayso/article"
)

// itemsOf are the events of a report told in a few sentences, by their trigger.
func itemsOf(t *testing.T, published, text string) map[string]*eventItem {
	t.Helper()
	a := &article.Article{ID: text[:8] + published, Published: published, Outlet: "Coast Wire", Text: text}
	e := newEntry(sayso.Read(a))
	out := map[string]*eventItem{}
	for i := range e.events {
		it := &e.events[i]
		if w := e.r.Events[it.n].Trigger.Text(text); out[w] == nil {
			out[w] = it
		}
	}
	return out
}

// TestPartedBy holds what keeps two deeds two, and what lets one be one.
func TestPartedBy(t *testing.T) {
	cases := []struct {
		a, wa, b, wb string
		want         parting
	}{
		{"Jets bombed the Ras Tamra fuel port on Thursday.", "bombed", "Jets struck the Ras Tamra oil terminal on Thursday.", "struck", together},
		{"Jets bombed the Ras Tamra fuel port on Thursday.", "bombed", "Jets struck the Belis district on Thursday.", "struck", bySpot},
		{"Jets bombed the Ras Tamra fuel port on Monday.", "bombed", "Jets struck the Ras Tamra fuel port on Thursday.", "struck", byDay},
		{"Soldiers spoke of Israeli strikes on a market on Thursday.", "strikes", "Soldiers spoke of U.S. strikes on a market on Thursday.", "strikes", bySide},
		{"The strike on the market killed seven people on Thursday.", "killed", "The strikes have killed 90 people since April 20.", "killed", byScope},
		{"The president rejected a plan to kill General Odo Marn.", "kill", "The rebels killed Ina Vell.", "killed", byVictim},
	}
	for _, c := range cases {
		a, b := itemsOf(t, "2032-05-07", c.a)[c.wa], itemsOf(t, "2032-05-08", c.b)[c.wb]
		if a == nil || b == nil {
			t.Errorf("%q / %q: no such event", c.a, c.b)
			continue
		}
		if got := partedBy(a, b); got != c.want {
			t.Errorf("%q / %q: parted by %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
