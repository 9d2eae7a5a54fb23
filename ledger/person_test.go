package ledger

import (
	"testing"

	"sayso/resolve"
)

// TestPostOf reads whose office it is out of the words for an office, or for somebody who is not named; words that begin with a comma say of nobody.
func TestPostOf(t *testing.T) {
	for words, owned := range map[string]bool{
		"Norland's foreign minister":          true,
		"the foreign minister":                false,
		"a foreign minister":                  false,
		", the harbour chief and the mayor":   false,
		" who had left":                       false,
		"”":                                   false,
		" ":                                   false,
		"the Norland’s":                       false,
		"a, Norland's foreign minister":       false,
		"the, who was Norland's minister":     false,
		"Norland's minister of said and told": true,
	} {
		for _, s := range []resolve.Source{{Description: words}, {Name: "Ana Ruiz", Role: words}} {
			if got := postOf(&s); (got != "") != owned {
				t.Errorf("%q: %q", words, got)
			}
		}
	}
}
