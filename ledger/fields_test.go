package ledger

import (
	"slices"
	"strings"
	"testing"
)

// The first and last fields, words and letters of a text are what all of them give, however they are parted.
func TestPartsOfText(t *testing.T) {
	for _, text := range []string{"", " ", "one", " one  two ", "At least nine people were killed in the Varen ferry fire, the coast guard said.",
		"a\u00a0b\u2003c d", strings.Repeat("  x", 40), "K Kelvin, ÖSTRE pier; the İ", strings.Repeat("Long ", 200) + "END", "a b c d e f g h      i j"} {
		all := strings.Fields(text)
		for n := range 9 {
			first, last := firstFields(text, n), lastFields(text, n)
			k := min(n, len(all))
			if len(first) < k || !slices.Equal(first[:k], all[:k]) || len(last) < k || !slices.Equal(last[len(last)-k:], all[len(all)-k:]) {
				t.Errorf("%q: first %d fields %q, last %q", text, n, first, last)
			}
			ws := words(text)
			if got := firstWords(text, n); !slices.Equal(got, ws[:min(n, len(ws))]) {
				t.Errorf("%q: first %d words %v", text, n, got)
			}
		}
		for _, w := range []string{"", "one", "varen", "kelvin", "östre", "i̇", "end", "k"} {
			if got, want := containsAny(text, "zz", w), strings.Contains(strings.ToLower(text), w); got != want {
				t.Errorf("%q in %q: %v", w, text, got)
			}
		}
	}
}
