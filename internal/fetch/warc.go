package fetch

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/http/httputil"
	"net/textproto"
	"strconv"
	"strings"
	"time"
)

// What can be wrong with a record of an archive. The rest of the archive is read all the same.
var (
	ErrCutOff  = errors.New("the archive ends inside this record")
	ErrDamaged = errors.New("the record is damaged")
)

// maxRecord is the size of one record's block, unpacked, at most. News pages are far smaller; what a
// record holds beyond it is passed over.
const maxRecord = 20 << 20

// A Record is one page in a web archive.
type Record struct {
	Offset    int64  // of the record in the file, in bytes
	Page             // as the crawler got it; Asked and URL are WARC-Target-URI, Fetched is WARC-Date
	Truncated string // why the crawler kept only a part (WARC-Truncated), or ""
}

// IsWARC reports whether a file that begins with head, unpacked, is a web archive.
func IsWARC(head []byte) bool { return bytes.HasPrefix(head, []byte("WARC/")) }

// WARC reads the HTTP responses of a web archive (ISO 28500), whether each record is a gzip member of
// its own, as in Common Crawl's, or nothing is compressed. Records of other types, revisits and
// answers other than 200 are passed over. A record that cannot be read comes as an error that names its
// offset, and reading goes on at the next one; only an error of r itself ends it.
func WARC(r io.Reader) iter.Seq2[*Record, error] {
	return func(yield func(*Record, error) bool) {
		in := &counter{r: bufio.NewReaderSize(r, 1<<18)}
		for {
			in.skipBlank()
			at := in.n
			head, err := in.r.Peek(2)
			if len(head) < 2 {
				if err != nil && err != io.EOF {
					yield(nil, fmt.Errorf("archive at %d: %w", at, err))
				}
				return
			}
			rec, err := in.record(head[0] == 0x1f && head[1] == 0x8b)
			switch {
			case err != nil:
				if !yield(nil, fmt.Errorf("archive record at %d: %w", at, err)) || !in.resync(at) {
					return
				}
			case rec != nil:
				rec.Offset = at
				if !yield(rec, nil) {
					return
				}
			}
		}
	}
}

// counter counts the bytes that were taken. As a ByteReader it gives gzip no byte too many.
type counter struct {
	r *bufio.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

func (c *counter) ReadByte() (byte, error) {
	b, err := c.r.ReadByte()
	if err == nil {
		c.n++
	}
	return b, err
}

func (c *counter) discard(n int) {
	k, _ := c.r.Discard(n)
	c.n += int64(k)
}

// skipBlank passes over the line breaks between records.
func (c *counter) skipBlank() {
	for {
		b, err := c.r.Peek(1)
		if err != nil || b[0] != '\r' && b[0] != '\n' {
			return
		}
		c.discard(1)
	}
}

// resync goes to the next place where a record can begin, after the one at offset at; false at the end.
func (c *counter) resync(at int64) bool {
	for {
		skip := 0
		if c.n == at {
			skip = 1
		}
		b, err := c.r.Peek(1 << 12)
		if len(b) < 5 {
			return false
		}
		for _, mark := range [][]byte{{0x1f, 0x8b, 0x08}, []byte("WARC/1.")} {
			if i := bytes.Index(b[skip:], mark); i >= 0 {
				c.discard(skip + i)
				return true
			}
		}
		if err != nil {
			return false
		}
		c.discard(len(b) - 8)
	}
}

// record reads one record; nil for one that holds no page.
func (c *counter) record(packed bool) (*Record, error) {
	if !packed {
		return c.plain()
	}
	z, err := gzip.NewReader(c)
	if err != nil {
		return nil, broken(err)
	}
	z.Multistream(false)
	b := bufio.NewReaderSize(z, 1<<15)
	head, err := warcHead(b)
	if err != nil {
		return nil, broken(err)
	}
	var rec *Record
	if isResponse(head) {
		block, err := io.ReadAll(io.LimitReader(b, min(length(head), maxRecord)))
		if err != nil {
			return nil, broken(err)
		}
		rec = newRecord(head, block)
	}
	if _, err := io.Copy(io.Discard, b); err != nil { // to the member's end, where its checksum is
		return nil, broken(err)
	}
	return rec, nil
}

// plain reads a record that is not compressed. Its length is believed only if a record, or the end, follows.
func (c *counter) plain() (*Record, error) {
	if first, _ := c.r.Peek(5); !IsWARC(first) {
		return nil, fmt.Errorf("%w: it does not begin with WARC/", ErrDamaged)
	}
	b := bufio.NewReaderSize(&lineReader{c}, 16)
	head, err := warcHead(b)
	if err != nil {
		return nil, broken(err)
	}
	n := length(head)
	block, err := io.ReadAll(io.LimitReader(c, min(n, maxRecord)))
	if err != nil {
		return nil, broken(err)
	}
	if int64(len(block)) < min(n, maxRecord) {
		return nil, ErrCutOff
	}
	if n > maxRecord {
		if _, err := io.CopyN(io.Discard, c, n-maxRecord); err != nil {
			return nil, ErrCutOff
		}
	}
	if next, _ := c.r.Peek(2); len(next) > 0 && next[0] != '\r' && next[0] != '\n' {
		return nil, fmt.Errorf("%w: its length is wrong", ErrDamaged)
	}
	if !isResponse(head) {
		return nil, nil
	}
	return newRecord(head, block), nil
}

// lineReader gives one byte at a time, so that reading a head takes nothing of the block.
type lineReader struct{ c *counter }

func (l *lineReader) Read(p []byte) (int, error) { return l.c.Read(p[:1]) }

// warcHead is a record's version line and fields.
func warcHead(b *bufio.Reader) (textproto.MIMEHeader, error) {
	r := textproto.NewReader(b)
	version, err := r.ReadLine()
	if err != nil {
		return nil, err
	}
	if !strings.HasPrefix(version, "WARC/") {
		return nil, fmt.Errorf("%w: it does not begin with WARC/", ErrDamaged)
	}
	head, err := r.ReadMIMEHeader()
	if err != nil && err != io.EOF {
		return nil, err
	}
	return head, nil
}

func length(head textproto.MIMEHeader) int64 {
	n, err := strconv.ParseInt(strings.TrimSpace(head.Get("Content-Length")), 10, 64)
	if err != nil || n < 0 {
		return 1 << 62 // not said: all there is
	}
	return n
}

// isResponse reports whether a record holds a server's answer; some writers put angle brackets around the address.
func isResponse(head textproto.MIMEHeader) bool {
	return strings.EqualFold(head.Get("WARC-Type"), "response") && strings.HasPrefix(strings.TrimPrefix(head.Get("WARC-Target-URI"), "<"), "http")
}

// mediaType is a Content-Type without its parameters, lower case.
func mediaType(contentType string) string {
	t, _, _ := strings.Cut(contentType, ";")
	return strings.ToLower(strings.TrimSpace(t))
}

// broken says what an error of unpacking means for the reader.
func broken(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return ErrCutOff
	}
	if errors.Is(err, ErrDamaged) {
		return err
	}
	return fmt.Errorf("%w: %v", ErrDamaged, err)
}

// newRecord is the page in a block; nil where the answer was not 200.
func newRecord(head textproto.MIMEHeader, block []byte) *Record {
	status, fields, body := splitHTTP(block)
	if status != http.StatusOK {
		return nil
	}
	uri := strings.Trim(head.Get("WARC-Target-URI"), "<>")
	rec := &Record{Truncated: head.Get("WARC-Truncated"), Page: Page{Asked: uri, URL: uri, Status: status, Header: fields, Media: mediaType(fields.Get("Content-Type")), Body: unchunk(fields, body)}}
	rec.Body = unpack(fields, rec.Body)
	if t, err := time.Parse(time.RFC3339, head.Get("WARC-Date")); err == nil {
		rec.Fetched = t.UTC()
	}
	fields.Del("Set-Cookie")
	return rec
}

// splitHTTP parts an HTTP response. Archives hold fields that net/http refuses, so lines that are none are passed over.
func splitHTTP(block []byte) (status int, fields http.Header, body []byte) {
	fields = http.Header{}
	head, body, ok := bytes.Cut(block, []byte("\r\n\r\n"))
	if !ok {
		head, body, _ = bytes.Cut(block, []byte("\n\n"))
	}
	lines := strings.Split(string(head), "\n")
	if f := strings.Fields(lines[0]); len(f) > 1 && strings.HasPrefix(f[0], "HTTP/") {
		status, _ = strconv.Atoi(f[1])
	}
	for _, l := range lines[1:] {
		if k, v, ok := strings.Cut(l, ":"); ok && !strings.ContainsAny(k, " \t") {
			fields.Add(k, strings.TrimSpace(v))
		}
	}
	return status, fields, body
}

// unchunk is body without chunked transfer coding. Crawlers often keep the field and not the coding;
// a body that cannot be read as chunks is taken as it is.
func unchunk(fields http.Header, body []byte) []byte {
	if !strings.Contains(strings.ToLower(fields.Get("Transfer-Encoding")), "chunked") {
		return body
	}
	out, err := io.ReadAll(io.LimitReader(httputil.NewChunkedReader(bytes.NewReader(body)), maxRecord))
	if err != nil && len(out) == 0 {
		return body
	}
	return out
}

// unpack is body without gzip content coding, whether the field says so or the bytes do.
func unpack(fields http.Header, body []byte) []byte {
	if !bytes.HasPrefix(body, []byte{0x1f, 0x8b}) {
		return body
	}
	z, err := gzip.NewReader(bytes.NewReader(body))
	if err != nil {
		return body
	}
	out, err := io.ReadAll(io.LimitReader(z, maxRecord))
	if err != nil && len(out) == 0 {
		return body
	}
	return out
}
