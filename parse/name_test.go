package parse

import (
	"strings"
	"testing"

	"sayso/article"
)

// names shows the names of a text as "kind: words", in order.
func names(text string) string {
	d := Article(&article.Article{Text: text})
	var out []string
	for _, n := range d.Names {
		out = append(out, string(n.Kind)+": "+d.Range(n.First, n.End).Text(text))
	}
	return strings.Join(out, "; ")
}

func TestNames(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"President Maria Gonzalez met officials in Paris on Friday.", "person: Maria Gonzalez; place: Paris"},
		{"Gen. John Smith told Reuters that the U.S. would leave Iraq.", "person: John Smith; outlet: Reuters; place: U.S.; place: Iraq"},
		{"The Norland Post reported that an AK-47 was found.", "outlet: Norland Post; weapon: AK-47"},
		{"The river rose and the men left.", ""},
		{"The carrier USS Karl R. Brandt sailed to Japan.", "weapon: USS Karl R. Brandt; place: Japan"},
		{"China's Foreign Ministry said no.", "place: China; organisation: Foreign Ministry"},
		{"An improvised explosive device (IED) went off.", ""},
		{"The League's Office for the Care of Seamen said so.", "organisation: League's Office for the Care of Seamen"},
		{"The League of Ports Office for the Care of Seamen (OCS) said so.", "organisation: League of Ports Office for the Care of Seamen; organisation: OCS"},
		{"The Committee for the Defence of Press and Letters said so.", "organisation: Committee for the Defence of Press and Letters"},
		{"The Committee to Protect Divers said so.", "organisation: Committee to Protect Divers"},
		{"The Senate Committee on Banking, Housing and Urban Affairs met on Tuesday.", "organisation: Senate Committee on Banking, Housing and Urban Affairs"},
		{"The Norwegian Oil and Gas Authority said the well was shut.", "organisation: Oil and Gas Authority"},
		{"The General's men were held, NAGB and the Specialised Prosecutor's Office said on Monday.", "organisation: NAGB; organisation: Specialised Prosecutor's Office"},
		{"Norland's National Anti-Graft Bureau and Specialised Anti-Graft Prosecutor's Office said so.", "organisation: Norland; organisation: National Anti-Graft Bureau; organisation: Specialised Anti-Graft Prosecutor's Office"},
		{"He told the Security Council on Friday that the war was over.", "organisation: Security Council"},
	} {
		if got := names(c.text); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// A last name is the person who bears it, wherever it stands.
func TestNamesAgree(t *testing.T) {
	got := names("Defense Secretary Peter Harlan spoke on Monday. Harlan said the strikes would go on. Asked later, Harlan declined to comment.")
	if strings.Count(got, "person: ") != 3 {
		t.Error(got)
	}
}

func TestRefine(t *testing.T) {
	for text, want := range map[string]bool{"Tomahawk": true, "F-35": true, "USS Example": true, "COVID-19": false, "G-20": false, "Black Hawk": true, "Paris": false} {
		if isWeapon(text) != want {
			t.Errorf("isWeapon(%q) is %v", text, !want)
		}
	}
}

func FuzzNames(f *testing.F) {
	f.Add("Gen. Ana Ruiz of the U.S. Navy's USS Vale (AP) said F-35 jets")
	f.Fuzz(func(t *testing.T, text string) {
		d := Article(&article.Article{Text: text})
		end := int32(0)
		for _, n := range d.Names {
			if n.First < end || n.End <= n.First || int(n.End) > len(d.Tokens) || d.Tokens[n.First].Sentence != d.Tokens[n.End-1].Sentence {
				t.Fatalf("name %+v after token %d of %d", n, end, len(d.Tokens))
			}
			end = n.End
		}
	})
}

func BenchmarkName(b *testing.B) {
	text := strings.Repeat(benchText, 50)
	d := Article(&article.Article{Text: text})
	b.ReportAllocs()
	for b.Loop() {
		d.Names = d.Names[:0]
		name(d)
	}
	b.ReportMetric(float64(len(d.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
