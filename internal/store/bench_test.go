package store

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"testing"
	"time"

	"sayso"
	"sayso/article"
	"sayso/internal/store/pgtest"
	"sayso/sample"
)

// prepared is n reports that are read already.
func prepared(b *testing.B, n int) (entries []*Entry) {
	lines := bytes.Split(bytes.TrimSpace(sample.Story), []byte("\n"))
	for i := range n {
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
	return entries
}

// BenchmarkAdd writes reports that are read already, in batches as the command does, every batch on
// the disk before the next.
func BenchmarkAdd(b *testing.B) {
	entries := prepared(b, 1280)
	for _, e := range engines {
		b.Run(e.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				b.StopTimer()
				s := e.open(b)
				if s.d == &postgres {
					pgtest.Durable(b)
				}
				b.StartTimer()
				for batch := range slices.Chunk(entries, 64) {
					if _, err := s.Add(context.Background(), batch); err != nil {
						b.Fatal(err)
					}
				}
			}
			b.ReportMetric(float64(len(entries)*b.N)/b.Elapsed().Seconds(), "reports/s")
		})
	}
}

// BenchmarkSearch looks for two words in 1,280 reports.
func BenchmarkSearch(b *testing.B) {
	entries := prepared(b, 1280)
	for _, e := range engines {
		b.Run(e.name, func(b *testing.B) {
			s := e.open(b)
			if _, err := s.Add(context.Background(), entries); err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				if _, err := s.Search(context.Background(), Filter{Words: "depot officials"}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
