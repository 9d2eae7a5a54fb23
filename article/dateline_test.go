package article

import "testing"

func TestDateline(t *testing.T) {
	for line, want := range map[string]string{
		"PORT SENNET, Maraval (EW) — The dam held.":  "The dam held.",
		"PORT SENNET/TOLM: The dam held.":            "The dam held.",
		"TOLM – The dam held.":                       "The dam held.",
		"Tolm (EW) - The dam held.":                  "The dam held.",
		"The dam — a wall of earth — held.":          "The dam — a wall of earth — held.",
		"NATO: what it does":                         "what it does",
		"US officials said: the dam held.":           "US officials said: the dam held.",
		"BBC reporters — three of them — were there": "BBC reporters — three of them — were there",
	} {
		if got := line[Dateline(line):]; got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}
