package ledger

import "testing"

func TestMeaning(t *testing.T) {
	of := func(text string) meaning { return meaningOf(vectorOf(words(text), 1)) }
	boat, ship, budget := of("the coast guard detained the captain of the boat"), of("officers arrested the skipper of a vessel"), of("parliament passed the budget")
	if like, unlike := alikeMeaning(boat, ship), alikeMeaning(boat, budget); like < .4 || unlike > like/2 {
		t.Errorf("the arrest in other words is %.2f alike, another matter %.2f", like, unlike)
	}
	if got := alikeMeaning(boat, of("xqzzv")); got != 0 {
		t.Errorf("words that nobody knows are %.2f alike", got)
	}
	if got := alikeMeaning(boat, boat); got < .9999 || got > 1.0001 {
		t.Errorf("a passage is %.4f like itself", got)
	}
}

func BenchmarkMeaning(b *testing.B) {
	v := vectorOf(words("Police detained the captain of the ferry on Monday after it ran aground off the coast, the harbour office said in a statement."), 1)
	for b.Loop() {
		m := meaningOf(v)
		if alikeMeaning(m, m) == 0 {
			b.Fatal("no meaning")
		}
	}
}
