package store

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"sayso"
	"sayso/article"
	"sayso/sample"
)

// BenchmarkAdd writes reports that are read already, in batches as the command does.
func BenchmarkAdd(b *testing.B) {
	var entries []*Entry
	lines := bytes.Split(bytes.TrimSpace(sample.Story), []byte("\n"))
	for i := range 280 {
		var a article.Article
		if err := json.Unmarshal(lines[i%len(lines)], &a); err != nil {
			b.Fatal(err)
		}
		a.URL += fmt.Sprint("/", i)
		e, err := Prepare(&Intake{Origin: "sample", URL: a.URL, Media: "application/json", Bytes: lines[i%len(lines)], Fetched: time.UnixMicro(1)}, sayso.Read(&a), ReportID(&a), Engine{"1", "sha256:0"})
		if err != nil {
			b.Fatal(err)
		}
		entries = append(entries, e)
	}
	dir := b.TempDir()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		s, err := Open(context.Background(), filepath.Join(dir, fmt.Sprint(i, ".db")), true)
		if err != nil {
			b.Fatal(err)
		}
		for batch := range slices.Chunk(entries, 64) {
			if _, err := s.Add(context.Background(), batch); err != nil {
				b.Fatal(err)
			}
		}
		s.Close()
	}
	b.ReportMetric(float64(len(entries)*b.N)/b.Elapsed().Seconds(), "reports/s")
}
