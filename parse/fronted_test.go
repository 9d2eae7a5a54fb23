package parse

import (
	"testing"

	"sayso/article"
)

// The head and label of one word, where the model's tree is mended.
func TestMendedTrees(t *testing.T) {
	for _, c := range []struct{ text, word, head, label string }{
		{"Two weeks after a footbridge collapsed and killed seven people, the mayor ordered an inquiry on Thursday.", "ordered", "", "root"},
		{"Two weeks after a footbridge collapsed and killed seven people, the mayor ordered an inquiry on Thursday.", "collapsed", "ordered", "advcl"},
		{"Hours after the truce took effect, shells fell on the port.", "truce", "took", "nsubj"},
		{"The owner of the ferry that sank off Tolm acknowledged on Thursday that it was carrying 204 people.", "acknowledged", "", "root"},
		{"The owner of the ferry that sank off Tolm acknowledged on Thursday that it was carrying 204 people.", "owner", "acknowledged", "nsubj"},
		{"Two building inspectors who asked not to be named told the Kestrow Mail that the company had been ordered to close the building.", "told", "", "root"},
		{"Police in Varen, who had previously said Coll shot a guard during the rampage, reversed course Monday and said the guard was hit before it began.", "reversed", "", "root"},
		{"Police in Varen, who had previously said Coll shot a guard during the rampage, reversed course Monday and said the guard was hit before it began.", "Police", "reversed", "nsubj"},
		{"A ferry carrying more than 180 people capsized in heavy seas off the port of Tolm on Sunday night.", "capsized", "", "root"},
		{"A bus carrying schoolchildren plunged into a ravine on Friday, killing nine, police said.", "bus", "plunged", "nsubj"},
		{"The cabinet is weighing raids on the camps.", "raids", "weighing", "obj"},
		{"Premier Kari Lunde is weighing a ban on purchases of quotas, three people familiar with the talks told the Wire, a step that would upend the market.", "ban", "weighing", "obj"},
		{"Premier Kari Lunde on Monday signed an order banning foreign companies from buying quotas.", "order", "signed", "obj"},
		{"Premier Kari Lunde on Monday signed an order banning foreign companies from buying quotas.", "companies", "banning", "obj"},
		{"An official who asked not to be identified told the Post that he had resigned.", "told", "", "root"},
		{"Hours after the truce took effect, shells fell on the port.", "fell", "", "root"},
		{"The rebels freed four women soldiers held hostage in Vale on Saturday.", "soldiers", "freed", "obj"},
		{"The administration is considering lifting sanctions on two judges.", "lifting", "considering", "xcomp"},
		{"The administration is considering lifting sanctions on two judges.", "sanctions", "lifting", "obj"},
		{"Three Norlanders and five men held hostage in Vale were released on Thursday.", "Norlanders", "released", "nsubj:pass"},
		{"Eighteen soldiers held in Vale since July were freed on Wednesday and crossed the border.", "soldiers", "freed", "nsubj:pass"},
		{"Eighteen soldiers held in Vale since July were freed on Wednesday and crossed the border.", "July", "held", "obl"},
		{"The minister ordered the files destroyed.", "destroyed", "ordered", "xcomp"},
		{"A judge ordered the men accused of theft to leave.", "accused", "men", "acl"},
		{"The administration is considering rising costs.", "costs", "considering", "obj"},
		{"Safety inspectors warned the ports ministry in March that the depot which exploded on Monday was overfilled.", "overfilled", "warned", "ccomp"},
		{"Ida Hale told a crowd of tearful supporters that they had made history.", "made", "told", "ccomp"},
		{"The minister dismissed the idea in the statement that she would resign.", "resign", "statement", "acl"},
	} {
		d := Article(&article.Article{Text: c.text})
		for i := range d.Tokens {
			if d.Word(int32(i)) != c.word {
				continue
			}
			head := ""
			if h := d.Tokens[i].Head; h >= 0 {
				head = d.Word(h)
			}
			if got := d.Tokens[i].Label.String(); head != c.head || got != c.label {
				t.Errorf("%s: %q hangs on %q as %s, want %q, %s", c.text, c.word, head, got, c.head, c.label)
			}
		}
	}
}
