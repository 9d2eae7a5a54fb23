package ingest

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"sayso/internal/store"
)

func TestArchive(t *testing.T) {
	page := "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=iso-8859-1\r\n\r\n<html><body><article>" + strings.Repeat("<p>The minister said the caf\xe9 by the harbour would close on Friday, and that nobody had asked her.</p>", 4) + "</article></body></html>"
	image := "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG"
	var archive strings.Builder
	for _, r := range []struct{ uri, block string }{{"https://news.example/a", page}, {"https://news.example/b.png", image}, {"https://news.example/c", page}} {
		fmt.Fprintf(&archive, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nWARC-Date: 2031-05-05T10:20:00Z\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", r.uri, len(r.block), r.block)
	}
	file := filepath.Join(t.TempDir(), "news.warc")
	if err := os.WriteFile(file, []byte(archive.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	var got []string
	o := Options{Now: time.Now}
	err := Each(t.Context(), []string{file}, o, func(in *store.Intake) (string, error) {
		a, err := Decode(in)
		if err != nil {
			return "", err
		}
		if !strings.Contains(a.Text, "café") || in.Fetched.Format(time.RFC3339) != "2031-05-05T10:20:00Z" || !strings.Contains(in.Origin, "news.warc@") {
			t.Errorf("%s %v %.60s", in.Origin, in.Fetched, a.Text)
		}
		return a.URL, nil
	}, func(origin, v string, err error) error {
		if err != nil {
			t.Error(origin, err)
		}
		got = append(got, v)
		return nil
	})
	if want := []string{"https://news.example/a", "https://news.example/c"}; err != nil || !slices.Equal(got, want) {
		t.Errorf("%v %v", got, err)
	}
}

func TestShard(t *testing.T) {
	names := []string{"a", "b", "c", "d", "e"}
	var all []string
	for i := 1; i <= 3; i++ {
		all = append(all, Shard(names, i, 3)...)
	}
	slices.Sort(all)
	if !slices.Equal(all, names) || !slices.Equal(Shard(names, 2, 3), []string{"b", "e"}) {
		t.Error(all)
	}
}
