package ingest

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"strings"

	"sayso/internal/fetch"
	"sayso/internal/store"
)

// isArchive reports whether a file that begins with head is a web archive, packed or not.
func isArchive(head []byte) bool {
	if fetch.IsWARC(head) {
		return true
	}
	z, err := gzip.NewReader(bytes.NewReader(head))
	if err != nil {
		return false
	}
	var first [5]byte
	_, err = io.ReadFull(z, first[:])
	return err == nil && fetch.IsWARC(first[:])
}

// archive gives the HTML pages in a web archive, each with its offset in the file as its origin:
// "news.warc.gz@123456". What cannot be read is reported and the rest goes on.
func (o *Options) archive(name string, r io.Reader, yield func(*store.Intake, error) bool) error {
	for rec, err := range fetch.WARC(r) {
		if err != nil {
			if !yield(&store.Intake{Origin: name}, named("read", name, err)) {
				return nil
			}
			continue
		}
		if !strings.HasPrefix(rec.Media, HTML) && !strings.HasPrefix(rec.Media, "application/xhtml") || len(rec.Body) == 0 {
			continue
		}
		in := &store.Intake{Origin: fmt.Sprintf("%s@%d", name, rec.Offset), URL: rec.URL, Fetched: rec.Fetched, Status: rec.Status, Headers: rec.Header, Media: HTML, Given: o.Given, Bytes: rec.Body}
		if in.Fetched.IsZero() {
			in.Fetched = o.Now()
		}
		if !yield(in, nil) {
			return nil
		}
	}
	return nil
}

// Shard is every n-th of names from the i-th on, counted from 1: a part of the work for one of n processes.
func Shard(names []string, i, n int) []string {
	var out []string
	for k := i - 1; k < len(names); k += n {
		out = append(out, names[k])
	}
	return out
}
