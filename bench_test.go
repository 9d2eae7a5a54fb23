package sayso_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"sayso"
	"sayso/article"
	"sayso/sample"
)

// BenchmarkRead reads the sample story, a dozen reports, through the whole engine on one core.
func BenchmarkRead(b *testing.B) {
	var reports []*article.Article
	size, words := 0, 0
	for line := range bytes.Lines(sample.Story) {
		var a struct{ ID, Outlet, Title, Published, Language, Text string }
		if err := json.Unmarshal(line, &a); err != nil {
			b.Fatal(err)
		}
		reports = append(reports, &article.Article{ID: a.ID, Outlet: a.Outlet, Title: a.Title, Published: a.Published, Language: a.Language, Text: a.Text})
		size += len(a.Text)
		words += len(strings.Fields(a.Text))
	}
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
