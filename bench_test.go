package sayso_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"sayso"
	"sayso/article"
	"sayso/parse"
	"sayso/read"
	"sayso/resolve"
	"sayso/sample"
)

// sampleReports are the reports of the sample story, with their bytes and words.
func sampleReports(b *testing.B) (reports []*article.Article, size, words int) {
	for line := range bytes.Lines(sample.Story) {
		var a struct{ ID, Outlet, Title, Published, Language, Text string }
		if err := json.Unmarshal(line, &a); err != nil {
			b.Fatal(err)
		}
		reports = append(reports, &article.Article{ID: a.ID, Outlet: a.Outlet, Title: a.Title, Published: a.Published, Language: a.Language, Text: a.Text})
		size += len(a.Text)
		words += len(strings.Fields(a.Text))
	}
	return reports, size, words
}

// BenchmarkRead reads the sample story, a dozen reports, through the whole engine on one core.
func BenchmarkRead(b *testing.B) {
	reports, size, words := sampleReports(b)
	for _, a := range reports {
		sayso.Read(a) // models and tables are made on first use
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, a := range reports {
			sayso.Read(a)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkReadParsed is what the engine does with the sample story once it is parsed: who says what, what happens, how
// many, when and where, and what it all means.
func BenchmarkReadParsed(b *testing.B) {
	reports, size, words := sampleReports(b)
	var docs []*parse.Doc
	for _, a := range reports {
		docs = append(docs, parse.Article(a))
		resolve.Mentions(read.Doc(docs[len(docs)-1]))
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			resolve.Mentions(read.Doc(d))
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
