package resolve_test

import (
	"testing"

	"sayso"
	"sayso/article"
)

// TestClause gives texts, a trigger and the words that are to tell its event.
func TestClause(t *testing.T) {
	for _, c := range [][3]string{
		{"The frigate attacked two boats off the cape on Monday, the navy said.", "attacked", "The frigate attacked two boats off the cape on Monday"},
		{"A ferry overturned near the port of Anlo, killing 14 people.", "killing", "A ferry overturned near the port of Anlo, killing 14 people"},
		{"The army carried out a strike on the depot near Anlo.", "strike", "The army carried out a strike on the depot near Anlo"},
		{"Ministers condemned the attack on the fuel port.", "attack", "the attack on the fuel port"},
		{"Police have arrested three men who ran the depot, which had no licence.", "arrested", "Police have arrested three men"},
		{"Following the talks led by Ostland, the sides agreed to a truce.", "talks", "the talks led by Ostland"},
	} {
		r := sayso.Read(&article.Article{ID: "a", Text: c[0] + "\n", Published: "2032-05-07"})
		got := "(no such event)"
		for i := range r.Events {
			if r.Events[i].Trigger.Text(r.Article.Text) == c[1] {
				got = r.Events[i].Clause.Text(r.Article.Text)
			}
		}
		if got != c[2] {
			t.Errorf("%q, %s: %q, want %q", c[0], c[1], got, c[2])
		}
	}
}
