package ledger_test

import (
	"slices"
	"testing"
)

// TestClaimWords reads a text and lists the claims that it makes: the words, and who stands at the end of their chains.
func TestClaimWords(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"A loader was hurt on Monday when a crane fell at a quay in Venn. The bosses had known for weeks of faulty cables, the Venn Courier reported.",
			[]string{"A loader was hurt on Monday when a crane fell at a quay in Venn. | Coast Wire in its own voice", "The bosses had known for weeks of faulty cables | Venn Courier"}},
		{"The company's managers had been warned of cracks in the boom last autumn, the Tavia Ledger reported, citing internal emails.",
			[]string{"The company's managers had been warned of cracks in the boom last autumn | internal emails, cited by Tavia Ledger"}},
		{"Managers at Norl Air told crews to skip de-icing on short flights, four pilots told the Coast Wire.",
			[]string{"Managers at Norl Air told crews to skip de-icing on short flights | four pilots, cited by Coast Wire"}},
		{"The union called off the strike after it agreed on a pay rise with Sorren Rail, its leader Karl Odum said.",
			[]string{"The union called off the strike after it agreed on a pay rise with Sorren Rail | Karl Odum"}},
		{"Rescuers raised the number of injured to four.", []string{"raised the number of injured to four | Rescuers, cited by Coast Wire"}},
		{"The dockers' union warned of faulty cables.", []string{"warned of faulty cables | The dockers' union, cited by Coast Wire"}},
		{"Organisers have called off Penhallow carnival, blaming the cost of insurance.",
			[]string{"Organisers have called off Penhallow carnival | Coast Wire in its own voice", "the cost of insurance | Organisers, cited by Coast Wire"}},
		{"Toymaker Pimpel recalled 20,000 dolls on Monday, saying an eye could come loose.",
			[]string{"Toymaker Pimpel recalled 20,000 dolls on Monday | Coast Wire in its own voice", "an eye could come loose | Toymaker Pimpel"}},
		{"Organisers claimed 60,000 took part. Police put the figure at 18,000.",
			[]string{"60,000 took part | Organisers, cited by Coast Wire", "put the figure at 18,000 | Police, cited by Coast Wire"}},
		{"Developer Gale Power vowed to appeal.", []string{"to appeal | Gale Power"}},
	} {
		v := ledgerOf(articlesOf(t, "-- article wire --\nPublished: 2034-03-02T08:00:00Z\nPublisher: Coast Wire\nTitle: News\n\n"+c.text+"\n")).View()
		var got []string
		for _, cl := range v.Claims() {
			got = append(got, cl.Words+" | "+cl.Origins.Ends[0].Name)
		}
		slices.Sort(got)
		slices.Sort(c.want)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s\ngot  %q\nwant %q", c.text, got, c.want)
		}
	}
}
