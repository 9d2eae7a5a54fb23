package ledger

import "testing"

func TestMaker(t *testing.T) {
	for desc, want := range map[string]string{
		"a report by Reuters":                                   "Reuters",
		"a Wall Street Journal report":                          "Wall Street Journal",
		"an Associated Press report":                            "Associated Press",
		"A report in The New York Times":                        "The New York Times",
		"The report by Norland's Ferry Accident Bureau (FAB)":   "Ferry Accident Bureau",
		"A preliminary report into the sinking released by FAB": "FAB",
		"the Ferry Accident Bureau's (FAB) initial report":      "Ferry Accident Bureau",
		"A preliminary report":                                  "",
		"The report":                                            "",
		"media reports":                                         "",
		"a police statement":                                    "",
		"the Norland report":                                    "",
		"a statement of Tuesday":                                "",
		"A cockpit recording of dialogue between the two pilots of Norland Air": "",
	} {
		if got := maker(desc); got != want {
			t.Errorf("maker(%q) = %q, want %q", desc, got, want)
		}
	}
	for desc, want := range map[string]string{"Specialist website The Harbour Current": "Harbour Current", "The Harbour Current shipping publication": "Harbour Current"} {
		if got := publicationIn(desc); got != want {
			t.Errorf("publicationIn(%q) = %q, want %q", desc, got, want)
		}
	}
}
