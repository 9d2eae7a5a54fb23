package parse

import (
	"testing"

	"sayso/article"
)

func TestPlansTo(t *testing.T) {
	for _, c := range []struct {
		text string
		verb bool
	}{
		{"The ministry plans to ban flights, officials said.", true},
		{"The mayor plans to ban flights.", true},
		{"Mayor Ida Orr of Vale plans to hire an auditor for the club, her office said.", true},
		{"Officials plan to meet on Friday.", true},
		{"He said the firm plans to close two plants.", true},
		{"The firm, which plans to close two plants, is late.", true},
		{"The council announced plans to ban flights.", false},
		{"It has plans to ban flights.", false},
		{"The government plans to close mines drew protests.", false},
		{"Details of the army plans to withdraw were published.", false},
		{"The ministry's plans to ban flights were ready.", false},
		{"Details of its plan to leave emerged.", false},
	} {
		d := Article(&article.Article{Text: c.text})
		for i := range d.Tokens {
			if w := d.Word(int32(i)); (w == "plans" || w == "plan") && (d.Tokens[i].UPOS == VERB) != c.verb {
				t.Errorf("%s: %q is %v", c.text, w, d.Tokens[i].UPOS)
			}
		}
	}
}
