package fetch

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"strings"
	"testing"
)

// member is one record, packed as a gzip member of its own or as it is.
func member(packed bool, typ, uri, block string) []byte {
	rec := fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2031-05-05T10:20:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", typ, uri, len(block), block)
	if !packed {
		return []byte(rec)
	}
	return zipped(rec)
}

func zipped(s string) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(s))
	z.Close()
	return b.Bytes()
}

func answer(fields, body string) string {
	return "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n" + fields + "\r\n" + body
}

// collect is what an archive holds: "offset address body", or "error …".
func collect(archive []byte) []string {
	var out []string
	for rec, err := range WARC(bytes.NewReader(archive)) {
		if err != nil {
			out = append(out, "error "+err.Error())
			continue
		}
		out = append(out, fmt.Sprintf("%d %s %s", rec.Offset, rec.URL, rec.Body))
	}
	return out
}

func TestWARC(t *testing.T) {
	for _, packed := range []bool{true, false} {
		info := member(packed, "warcinfo", "", "software: x")
		one := member(packed, "response", "https://a.example/1", answer("", "<p>one</p>"))
		gone := member(packed, "response", "https://a.example/2", "HTTP/1.1 404 Not Found\r\n\r\n<p>gone</p>")
		again := member(packed, "revisit", "https://a.example/1", "HTTP/1.1 200 OK\r\n\r\n")
		two := member(packed, "response", "<https://a.example/3>", answer("Transfer-Encoding: chunked\r\n", "b\r\n<p>three</p\r\n1\r\n>\r\n0\r\n\r\n"))
		raw := member(packed, "response", "https://a.example/4", answer("Transfer-Encoding: chunked\r\n", "<p>kept the field</p>"))
		zip := member(packed, "response", "https://a.example/5", answer("Content-Encoding: gzip\r\n", string(zipped("<p>five</p>"))))
		archive := bytes.Join([][]byte{info, one, gone, again, two, raw, zip}, nil)
		at := len(info)
		want := []string{
			fmt.Sprintf("%d https://a.example/1 <p>one</p>", at),
			fmt.Sprintf("%d https://a.example/3 <p>three</p>", at+len(one)+len(gone)+len(again)),
			fmt.Sprintf("%d https://a.example/4 <p>kept the field</p>", at+len(one)+len(gone)+len(again)+len(two)),
			fmt.Sprintf("%d https://a.example/5 <p>five</p>", at+len(one)+len(gone)+len(again)+len(two)+len(raw)),
		}
		if got := collect(archive); strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("packed %v: got\n%s\nwant\n%s", packed, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

// What is broken is named with its offset, and the rest is read.
func TestWARCBroken(t *testing.T) {
	one := member(true, "response", "https://a.example/1", answer("", "<p>one</p>"))
	two := member(true, "response", "https://a.example/2", answer("", "<p>two</p>"))
	bad := bytes.Clone(one)
	bad[len(bad)-6] ^= 0xff // its checksum
	for name, c := range map[string]struct {
		archive []byte
		want    []string
	}{
		"cut off":        {append(bytes.Clone(one), two[:len(two)-9]...), []string{"0 https://a.example/1", fmt.Sprintf("error archive record at %d: %v", len(one), ErrCutOff)}},
		"bad checksum":   {append(bytes.Clone(bad), two...), []string{"error archive record at 0: " + ErrDamaged.Error(), fmt.Sprintf("%d https://a.example/2", len(bad))}},
		"junk between":   {bytes.Join([][]byte{one, []byte("junk"), two}, nil), []string{"0 https://a.example/1", "error", fmt.Sprintf("%d https://a.example/2", len(one)+4)}},
		"nothing inside": {nil, nil},
		"wrong length": {append([]byte(strings.Replace(string(member(false, "response", "https://a.example/1", answer("", "<p>one</p>"))), "Content-Length: ", "Content-Length: 1", 1)), member(false, "response", "https://a.example/2", answer("", "<p>two</p>"))...),
			[]string{"error archive record at 0"}},
	} {
		got := collect(c.archive)
		ok := len(got) >= len(c.want)
		for i := range c.want {
			ok = ok && strings.HasPrefix(got[i], c.want[i])
		}
		if !ok {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

func FuzzWARC(f *testing.F) {
	f.Add(member(true, "response", "https://a.example/1", answer("", "<p>one</p>")))
	f.Add(member(false, "response", "https://a.example/1", answer("Transfer-Encoding: chunked\r\n", "5\r\n<p>on")))
	f.Add([]byte("WARC/1.0\r\nContent-Length: 99999999999\r\n\r\n"))
	f.Add([]byte("WARC/1.0\r\nContent-Length: -1\r\n\r\nWARC/1.1"))
	f.Fuzz(func(t *testing.T, archive []byte) {
		last := int64(-1)
		for rec, err := range WARC(bytes.NewReader(archive)) {
			if err == nil && (rec.Offset <= last || rec.Offset >= int64(len(archive))) {
				t.Fatalf("offset %d after %d of %d", rec.Offset, last, len(archive))
			}
			if err == nil {
				last = rec.Offset
			}
		}
	})
}

func BenchmarkWARC(b *testing.B) {
	page := answer("", "<html><body>"+strings.Repeat("<p>The harbour master said on Tuesday that two ships had left before the order was read.</p>\n", 300)+"</body></html>")
	one := member(true, "response", "https://a.example/1", page)
	archive := bytes.Repeat(one, 200)
	b.SetBytes(int64(200 * len(page)))
	b.ReportAllocs()
	for b.Loop() {
		n := 0
		for _, err := range WARC(bytes.NewReader(archive)) {
			if err != nil {
				b.Fatal(err)
			}
			n++
		}
		if n != 200 {
			b.Fatal(n)
		}
	}
}

var _ io.ByteReader = (*counter)(nil)
