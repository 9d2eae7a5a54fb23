package article

import "testing"

func TestHeadline(t *testing.T) {
	for text, want := range map[string]string{
		"Footbridge collapses in Tolm, killing seven\n\nSeven people died.": "Footbridge collapses in Tolm, killing seven",
		"‘Nobody warned us’: widow of miner\r\n\r\nThe widow said so.":      "‘Nobody warned us’: widow of miner",
		"Did the ministry know?\n\nIt did.":                                 "Did the ministry know?",
		"Footbridge collapses in Tolm\nSeven people died.":                  "",
		"Seven people died.\n\nThe bridge fell on Monday.":                  "",
		"He said: “It fell.”\n\nThe bridge fell on Monday.":                 "",
		"TOLM, Maraval (EW) — A bridge fell\n\nSeven people died.":          "",
		"and then the bridge fell\n\nSeven people died.":                    "",
		"By Our Staff\n":                   "",
		"Tolm, Monday\n\nThe bridge fell.": "",
		"The bridge fell":                  "",
		"The following people were on the bridge when it fell:\n\nTwo workers.": "",
	} {
		if got := text[:Headline(text)]; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
