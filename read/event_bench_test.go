package read

import (
	"strings"
	"testing"

	"sayso/article"
	"sayso/parse"
)

// BenchmarkEvents finds the events of a made-up report that has been parsed.
func BenchmarkEvents(b *testing.B) {
	text := strings.Repeat(`President Orvik has considered plans to strike depots in the Tarsk valley, but has not decided whether to proceed, two officials said on Monday.
The navy, which sank two boats last week, was ordered to move to the strait after rebels threatened to shell the port.
Nobody was injured when a drone hit the market, and the mayor denied that the guards had fled.
`, 20)
	m := Doc(parse.Article(&article.Article{Text: text}))
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		events(m)
	}
	b.ReportMetric(float64(len(m.Doc.Tokens)*b.N)/b.Elapsed().Seconds(), "words/s")
}

// A line of a megabyte must not cost more than its length.
func TestEventsOfALongLine(t *testing.T) {
	for _, unit := range []string{"ordered to ", "that he said ", "the strike on ", "( [ ", "not "} {
		m := Doc(parse.Article(&article.Article{Text: strings.Repeat(unit, 60000/len(unit))}))
		if len(m.Events) > len(m.Doc.Tokens) {
			t.Errorf("%q: %d events of %d words", unit, len(m.Events), len(m.Doc.Tokens))
		}
	}
}
