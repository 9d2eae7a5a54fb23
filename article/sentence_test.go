package article

import "testing"

// TestStopsBefore splits where a bar stands.
func TestStopsBefore(t *testing.T) {
	for _, c := range []string{
		"The strikes, which one U.S. official described, hit the port.| They killed four.",
		"It struck in a U.S. Navy base.| Two died.",
		"They flew to the U.S.| The navy said so.",
		"On Sept. 2 Gen. Dara Venn left.| “It is over.”| She went on.",
		"George W. Roth spoke.| Did he?| He did (twice).| \"No.\"| And so on.",
		"In 2031.| Nobody came at 5.| Then rain.",
		"It may ... and then it may not.",
	} {
		text, want := "", map[int]bool{}
		for _, r := range c {
			if r == '|' {
				want[len(text)] = true
				continue
			}
			text += string(r)
		}
		for i := 1; i < len(text); i++ {
			if text[i] == ' ' && StopsBefore(text, i) != want[i] {
				t.Errorf("%q at %q: %v", text, text[:i], !want[i])
			}
		}
	}
}
