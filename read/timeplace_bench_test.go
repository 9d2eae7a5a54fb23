package read

import (
	"strings"
	"testing"

	"sayso/article"
	"sayso/parse"
)

// sampleReport is a fictional report with as many times and places as reports have.
const sampleReport = `KYIV, Ukraine (AP) — A drone strike killed four people in the port city of Odesa late Tuesday, officials said, the deadliest attack there since March 2024.

The regional governor said rescue teams worked overnight to reach two missing dock workers. "They will go on through the weekend if they must," he told reporters on Wednesday morning outside the damaged terminal, about 10 miles north of the old harbor.

Over the past three weeks grain exports through the Black Sea have fallen by a fifth, according to the port authority. A similar strike last year closed two berths for nearly six months. Ships now wait off the coast of Romania before they are escorted to Turkey and Egypt.

Washington said it would send more equipment early next year. The parliament in Bucharest is expected to vote on Friday, and ministers meet again in Brussels in October.
`

func BenchmarkTimesAndPlaces(b *testing.B) {
	d := parse.Article(&article.Article{Text: strings.Repeat(sampleReport, 20), Published: "2025-10-15"})
	words := len(strings.Fields(d.Text))
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		times(d)
		places(d)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkTimes(b *testing.B) {
	d := parse.Article(&article.Article{Text: strings.Repeat(sampleReport, 20)})
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		times(d)
	}
}
