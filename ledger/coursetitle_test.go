package ledger

import "testing"

func TestIsTitle(t *testing.T) {
	for title, want := range map[string]bool{
		"Police have arrested three men":                      true,
		"At least nine people were killed":                    true,
		"Ida Orr, the mayor of Vale, was released":            true,
		"Eighteen soldiers will be freed":                     true,
		"Ida Orr, was released":                               false,
		"The mayor and 36 others be charged":                  false,
		"police raided the house of the mayor and fitted him": false,
		"some of which threatened the town":                   false,
		"a vote could take place as early as":                 false,
		"a halt in fighting starting":                         false,
		"40 people have been injured along":                   false,
		"The strikes took place just":                         false,
		"the number of civilians evacuated":                   false,
		"No choice but to fight":                              false,
		"in Kotli was destroyed":                              false,
		"Yourself to get hurt":                                false,
		"Caused by the quake, which struck on Sunday":         false,
		"Two counts of murder in the shooting of Ida Orr":     false,
		"^": false,
		"":  false,
		"\u212a\u212a\u212a\u212a\u212a\u212a\u212a \u212a": false, // shorter in small letters
	} {
		if got := isTitle(title); got != want {
			t.Errorf("%q: %v, want %v", title, got, want)
		}
	}
}
