package parse

import (
	"strings"
	"testing"

	"sayso/article"
)

// What stands after "|" is the sentence proper; without one there is no dateline.
func TestDateline(t *testing.T) {
	for _, c := range []string{
		"PORT VALE, Norland (NP) — | The ministry said the bridge was closed.",
		"VALE-ON-THE-LAKE, Norland, May 5 (NP) - | The ministry said the bridge was closed.",
		"PORT VALE -- | The ministry said the bridge was closed.",
		"Port Vale (Reuters) - | The ministry said the bridge was closed.",
		"PORT VALE, Norland (May 5, 2031) – | A soldier died.",
		"New Vale, May 19 (NPI) | Five soldiers were hurt on Saturday.",
		"VALE (NPI): | Two men died in a fire.",
		"ISLAMABAD: | The ministry said the bridge was closed.",
		"PORT VALE, May 19: | Five soldiers were hurt on Saturday.",
		"New Delhi: | A court ordered the bank to pay the man back.",
		"Port Vale, 26 July — | Officials reported 12 new deaths on Saturday.",
		"Bangkok – | The ministry said the bridge was closed.",
		"Paris – the city of light – was dark on Friday.",
		"Ana Ruiz – The mayor of the town – was there.",
		"HONG KONG/JAKARTA: | A bus crashed in a suburb, police said.",
		"New Delhi: talks off",
		"BRANDT: We said that the bridge was closed on Friday.",
		"Ana Ruiz (PPD) Leader of the House resigned.",
		"The ministry — which built it — said the bridge was closed.",
		"NATO said it — the bridge — was closed.",
		"He was 43 (or 44) - nobody knew.",
	} {
		head, _, found := strings.Cut(c, "|")
		d := Article(&article.Article{Text: strings.Replace(c, "| ", "", 1)})
		s := &d.Sentences[0]
		at := datelineEnd(d, s)
		if !found && at != s.First || found && int(d.Tokens[at].Start) != len(head) {
			t.Errorf("%s: the sentence proper begins at %q", c, d.Word(at))
		}
		if root := d.Tokens[s.Root]; root.Head != -1 || s.Root < at {
			t.Errorf("%s: root %q", c, d.Word(s.Root))
		}
	}
}
