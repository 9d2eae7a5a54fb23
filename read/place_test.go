package read

import (
	"fmt"
	"strings"
	"testing"

	"sayso/article"
	"sayso/parse"
)

// In the tests' notation a line is a sentence, and after "=>" the places wanted: name, role and, if
// one is meant, relation. The people and firms are fictional.
var placeTests = []string{
	"Two boats sank off the coast of Venezuela. => Venezuela location off the coast of",
	"The ship went down 400 nautical miles southwest of Honolulu. => Honolulu location 400 nautical miles southwest of",
	"The strike was carried out in international waters. => international waters location in",
	"Troops remain inside Venezuela. => Venezuela location inside",
	"The London Stock Exchange closed early. =>",
	"Paris Hilton was not there. =>",
	"The Washington Post reported the raid. =>",
	"He lives in Paris, Texas. => Paris location in; Texas container",
	"Moscow has denied the attack. => Moscow actor",
	"Reading is fun, and Nice people read. =>",
	"She was born in Reading. => Reading location in",
	"Mobile phones were banned. =>",
	"Mr. Jackson spoke to Denzel Washington. =>",
	"KYIV, Ukraine (AP) — Two people died. => KYIV dateline; Ukraine container",
	"Missiles struck Kharkiv. => Kharkiv target",
	"The invasion of Ukraine began in February. => Ukraine target",
	"Bombs went off in Kenya and Tanzania. => Kenya location in; Tanzania location in",
	"Venezuela's president spoke. => Venezuela modifier",
	"A boat was seized in Venezuelan waters. => Venezuelan location in",
	"They sailed through the Strait of Hormuz. => Strait of Hormuz location through",
	"The president of Brazil resigned. => Brazil modifier",
}

func TestPlaces(t *testing.T) {
	for _, line := range placeTests {
		text, want, _ := strings.Cut(line, "=>")
		d := parse.Article(&article.Article{Text: strings.TrimSpace(text)})
		var got []string
		for _, p := range places(d) {
			g := fmt.Sprintf("%s %s", p.Span.Text(d.Text), p.Role)
			if p.Relation != "" {
				g += " " + p.Relation
			}
			got = append(got, g)
		}
		if g := strings.Join(got, "; "); g != strings.TrimSpace(want) {
			t.Errorf("%s\n got  %s\n want %s", text, g, strings.TrimSpace(want))
		}
	}
}
