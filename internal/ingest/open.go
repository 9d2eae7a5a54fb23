package ingest

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"sayso/internal/store"
)

// Media types that Decode understands.
const (
	Text = "text/plain"
	HTML = "text/html"
	JSON = "application/json"
)

func named(op, object string, err error) error { return fmt.Errorf("%s %s: %w", op, object, err) }

// IsURL reports whether name is an address and not a file's path.
func IsURL(name string) bool {
	return strings.HasPrefix(name, "http://") || strings.HasPrefix(name, "https://")
}

// open gives what names hold, report by report, to yield until that returns false. Addresses are
// given without bytes: the workers fetch them.
func (o *Options) open(ctx context.Context, names []string, yield func(*store.Intake, error) bool) {
	for _, name := range names {
		if ctx.Err() != nil {
			return
		}
		if IsURL(name) {
			if !yield(&store.Intake{Origin: name, Given: o.Given}, nil) {
				return
			}
			continue
		}
		more := true
		err := o.file(name, func(in *store.Intake, err error) bool { more = yield(in, err); return more })
		if more && err != nil {
			more = yield(&store.Intake{Origin: name}, named("read", name, err))
		}
		if !more {
			return
		}
	}
}

// file gives the reports in one file. Its error is one of the file as a whole.
func (o *Options) file(name string, yield func(*store.Intake, error) bool) error {
	var in io.Reader = o.Stdin
	if name != "-" {
		info, err := os.Stat(name)
		if err != nil {
			return plain(err)
		}
		if info.IsDir() {
			return ErrFolder
		}
		f, err := os.Open(name)
		if err != nil {
			return plain(err)
		}
		defer f.Close()
		in = f
	}
	r := bufio.NewReaderSize(in, 1<<16)
	if head, _ := r.Peek(1 << 12); isArchive(head) {
		return o.archive(name, r, yield)
	}
	if head, _ := r.Peek(2); bytes.Equal(head, []byte{0x1f, 0x8b}) {
		z, err := gzip.NewReader(r)
		if err != nil {
			return truncated(err)
		}
		name, r = strings.TrimSuffix(name, ".gz"), bufio.NewReaderSize(z, 1<<16)
	}
	head, err := r.Peek(1 << 12)
	if len(head) == 0 {
		if err != io.EOF {
			return truncated(err)
		}
		return ErrEmpty
	}
	if lines(name, head) {
		return o.lines(name, r, yield)
	}
	b, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return truncated(err)
	}
	if len(b) > MaxBytes {
		return fmt.Errorf("%w (%d MB)", ErrTooLarge, MaxBytes>>20)
	}
	yield(&store.Intake{Origin: name, Fetched: o.Now(), Media: media(name, "", b), Given: o.Given, Bytes: b}, nil)
	return nil
}

// lines reports whether a file holds one report a line, by its name or its first bytes.
func lines(name string, head []byte) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".jsonl", ".ndjson":
		return true
	case ".txt", ".html", ".htm", ".xhtml", ".json", ".md":
		return false
	}
	head = bytes.TrimLeft(head, " \t\r\n\ufeff")
	line, _, _ := bytes.Cut(head, []byte("\n"))
	return bytes.HasPrefix(line, []byte(`{"`)) && (bytes.Contains(line, []byte(`text"`)) || bytes.Contains(line, []byte(`"html"`))) // "text", "maintext"
}

// lines gives one report a line. A line that is too long is reported and passed over. A later line is fetched later,
// so that of two texts of one report with one date the last in the file is the newest.
func (o *Options) lines(name string, r *bufio.Reader, yield func(*store.Intake, error) bool) error {
	var last time.Time
	for n := 1; ; n++ {
		line, err := readLine(r)
		origin := fmt.Sprintf("%s#%d", name, n)
		line = bytes.TrimSpace(line)
		now := o.Now().Truncate(time.Microsecond)
		if !now.After(last) {
			now = last.Add(time.Microsecond)
		}
		last = now
		in := &store.Intake{Origin: origin, Fetched: now, Media: JSON, Given: o.Given, Bytes: line}
		switch {
		case errors.Is(err, ErrTooLarge):
			if !yield(in, named("read", origin, err)) {
				return nil
			}
			continue
		case err != nil && err != io.EOF:
			return truncated(err)
		}
		if len(line) > 0 && !yield(in, nil) {
			return nil
		}
		if err == io.EOF {
			return nil
		}
	}
}

// readLine is the next line, of MaxBytes at most; the rest of a longer one is passed over. The
// error is io.EOF beside the last line.
func readLine(r *bufio.Reader) ([]byte, error) {
	var line []byte
	for long := false; ; {
		part, err := r.ReadSlice('\n')
		if !long {
			line = append(line, part...)
			if len(line) > MaxBytes {
				line, long = nil, true
			}
		}
		if err == bufio.ErrBufferFull {
			continue
		}
		if long && (err == nil || err == io.EOF) {
			return nil, fmt.Errorf("%w (%d MB)", ErrTooLarge, MaxBytes>>20)
		}
		return line, err
	}
}

// media is what bytes are, by the name's ending, the server's word or their beginning.
func media(name, contentType string, b []byte) string {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".html", ".htm", ".xhtml":
		return HTML
	case ".json":
		return JSON
	case ".txt", ".md":
		return Text
	}
	switch t := strings.ToLower(contentType); {
	case strings.HasPrefix(t, "text/html"), strings.HasPrefix(t, "application/xhtml"):
		return HTML
	case strings.HasPrefix(t, "text/plain"):
		return Text
	}
	if strings.HasPrefix(http.DetectContentType(b), "text/html") {
		return HTML
	}
	return Text
}

// truncated says in this package's words that a compressed file cannot be unpacked.
func truncated(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return ErrTruncated
	}
	return err
}

// plain is a file system's error without the operation and the path, which the caller names.
func plain(err error) error {
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
