package resolve

import (
	"fmt"
	"sort"
	"strings"
	"testing"

	"sayso/article"
	"sayso/parse"
	"sayso/read"
)

// countsOf prints the figures of text that are no parts: measure low scope, with since.
func countsOf(text string) string {
	r := Mentions(read.Doc(parse.Article(&article.Article{Text: text, Published: "2031-05-16"})))
	seen := map[string]bool{}
	var out []string
	for _, f := range r.Figures {
		if f.PartOf != "" || f.Low == nil {
			continue
		}
		scope := map[string]string{"incident": "", "cumulative": " total", "": " other"}[f.Scope]
		s := fmt.Sprint(f.Measure, " ", *f.Low, scope)
		if f.Since != "" {
			s += " since " + f.Since
		}
		if len(f.SumOf) > 0 {
			s += fmt.Sprint(" sum of ", len(f.SumOf))
		}
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	sort.Strings(out)
	return strings.Join(out, ", ")
}

func TestFigureScopes(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"A strike near the harbour killed six people on Friday, the ministry said.", "killed 6"},
		{"A strike killed six people on Friday, bringing the number of targeted boats to ten and fatalities to 43 since the campaign began last month.",
			"boats 10 total since 2031-04, killed 43 total since 2031-04, killed 6"},
		{"Four people were killed on Friday. That takes the total since December 1 to 26.", "killed 26 total since 2030-12-01, killed 4"},
		{"The death toll rose from five to six on Friday.", "killed 5 other, killed 6"},
		{"Troops captured a rebel leader in the valley on Friday. They also detained two suspected insurgents.", "captured 1, captured 2, captured 3 sum of 2"},
		{"Troops arrested a rebel leader and detained three suspected insurgents in the valley on Friday.", "captured 1, captured 3, captured 4 sum of 2"},
		{"Five people were shot at a party on Friday and one of them died, police said.", "casualties 5, injured 4 sum of 1, killed 1"},
		{"The boat sank on Friday, killing at least 23 people. Forty were saved. The minister put the number of dead at 25.", "killed 23, killed 25, survivors 40"},
		{"At least 16 people were killed on Wednesday in the capital. Police made arrests. The commission put the number of dead at eight.", "killed 16, killed 8"},
		{"A flood hit the valley on Friday. Two died. Homes lost power. In 2021, floods killed 134 people.", "killed 134 other, killed 2"},
		{"The storm hit on Friday, killing at least 20. Roads were shut. It took the path of Haru, which killed over 6,000 people in 2023.", "killed 20, killed 6001 other"},
		{"The raid of 7 May 2031 killed 30 people in the valley. Since then at least 670 Ruritanians have been killed.", "killed 30, killed 670 total since 2031-05-07"},
		{"The war, which began in April 2029, has killed at least 40,000 people and displaced 14 million.", "displaced 1.4e+07 total since 2029-04, killed 40000 total since 2029-04"},
		{"The death toll from the crash that killed all but one of the 242 people on board has risen to 274.", "killed 241, killed 274"},
		{"The strikes on Tuesday were a response to the 19 April attack in Pell, which left 31 people dead. The general spoke. Guards fled. Nine people were killed and 40 injured, the army said.",
			"injured 40, killed 31, killed 9"},
		{"It was the 30th strike since May 2.", "strikes 30 total since 2031-05-02"},
	} {
		if got := countsOf(c.text); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// A sum names its parts, and they are figures of the reading.
func TestSumsNameTheirParts(t *testing.T) {
	r := Mentions(read.Doc(parse.Article(&article.Article{Text: "Troops captured a rebel leader on Friday. They also detained two suspected insurgents."})))
	ids := map[string]bool{}
	for _, f := range r.Figures {
		ids[f.ID] = true
	}
	for _, f := range r.Figures {
		for _, id := range f.SumOf {
			if !ids[id] || id == f.ID {
				t.Errorf("%s is a sum of %s", f.ID, id)
			}
		}
	}
}
