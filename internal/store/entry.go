package store

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"sync"
	"time"

	"sayso/article"
	"sayso/resolve"
)

// An Intake is one report as it came in.
type Intake struct {
	Origin  string              // path or address as the user gave it, with "#12" for line 12 of a file of reports
	URL     string              // address that answered, after redirects; "" for a file
	Fetched time.Time           // when the bytes came
	Status  int                 // HTTP status; 0 for a file
	Headers map[string][]string // of the answer; nil for a file
	Media   string              // what the bytes were taken for
	Given   Given
	Bytes   []byte // as they came

	packed []byte // the same, packed already; nil where they are not
}

// Given is what the user said about a report that its bytes do not tell.
type Given struct {
	Outlet    string `json:"outlet,omitempty"`
	Title     string `json:"title,omitempty"`
	Published string `json:"published,omitempty"`
	URL       string `json:"url,omitempty"`
}

// Engine says which version and which models made a reading.
type Engine struct{ Version, Model string }

// Key is the id of an intake: the same for the same bytes from the same address with the same
// things given.
func (in *Intake) Key() string {
	given, _ := json.Marshal(in.Given) // strings only: cannot fail
	return id("intake", hashed(in.Bytes), in.URL, string(given))
}

// hashed is the SHA-256 of b in hex.
func hashed(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// Pack packs the bytes ahead of time, so that many can be packed in parallel.
func (in *Intake) Pack() {
	if in.Bytes != nil {
		in.packed = in.pack()
	}
}

func (in *Intake) pack() []byte {
	if in.packed != nil {
		return in.packed
	}
	return pack(in.Bytes)
}

// An Entry is a report made ready for [Store.Add]: hashed, compressed and encoded, so that the one
// writer has little to do. Entries can be prepared in parallel.
type Entry struct {
	Report   string // id of the report
	Revision string // id of the revision
	Title    string
	Origin   string

	in       *Intake
	key      string
	sha256   string
	size     int    // of the bytes as they came
	packed   []byte // snapshot, gzip
	a        *article.Article
	text     string // SHA-256 of the text
	authors  string
	headers  string
	given    string
	blocks   string
	day      string
	at       int64
	changed  int64
	seen     int64
	words    int
	engine   Engine
	reading  *resolve.Reading
	readBody []byte
}

// Dated reports whether it is known on which day the report was published.
func (e *Entry) Dated() bool { return e.day != "" }

// ReportID is the id that article a has in every ledger: from its address where it has one, so
// that a changed text is a revision; else from all that is known of it, so that two outlets that
// print one text are two reports.
func ReportID(a *article.Article) string {
	if a.URL != "" {
		return id("url", a.URL)
	}
	return id("report", a.ID, a.Outlet, a.Title, a.Published, a.Text)
}

// RevisionID is the id of the revision that article a is, as it came.
func RevisionID(a *article.Article) string { return revisionID(ReportID(a), a) }

// revisionID is the id of one version of a report: from what a reader would see.
func revisionID(report string, a *article.Article) string {
	return id("revision", report, a.Outlet, a.Title, strings.Join(a.Authors, "\x00"), a.Published, a.Text)
}

// id is 16 hex digits, a hash of the parts: one ledger would need hundreds of millions of rows for two to meet.
func id(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		fmt.Fprintf(h, "%d:", len(p))
		io.WriteString(h, p)
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// Prepare makes an entry of what came in and the engine's reading of it. report is the id that
// [ReportID] gave the article as it came; the reading's article carries it since. The bytes in in
// are not needed afterwards.
func Prepare(in *Intake, r *resolve.Reading, report string, engine Engine) (*Entry, error) {
	a := r.Article
	kept := *in
	kept.Origin, kept.URL = storable(in.Origin), storable(in.URL)
	e := &Entry{Report: report, Revision: revisionID(report, a), Title: a.Title, Origin: in.Origin, in: &kept, key: in.Key(), sha256: hashed(in.Bytes), size: len(in.Bytes), packed: in.pack(), seen: micros(in.Fetched)}
	e.headers, e.given = encode(in.Headers), encode(in.Given)
	return e, e.set(r, engine)
}

// set fills what follows from the article and its reading.
func (e *Entry) set(r *resolve.Reading, engine Engine) (err error) {
	a := r.Article
	for _, p := range []*string{&a.URL, &a.Outlet, &a.Title, &a.Credit, &a.Published, &a.Modified, &a.Language} {
		*p = storable(*p)
	}
	sum := sha256.Sum256([]byte(a.Text))
	e.a, e.reading, e.engine, e.text = a, r, engine, hex.EncodeToString(sum[:])
	e.authors, e.blocks = encode(nonNil(a.Authors)), encodeBlocks(a.Blocks)
	if day, ok := a.PublishedDay(); ok {
		t, _ := a.PublishedTime()
		e.day, e.at = day.Format(time.DateOnly), micros(t)
	}
	e.changed = e.at
	if t, ok := (&article.Article{Published: a.Modified}).PublishedTime(); ok {
		e.changed = micros(t)
	}
	e.words = len(strings.Fields(a.Text))
	e.readBody, err = encodeReading(r)
	return err
}

// storable is s as every engine can keep it: UTF-8 without NUL. File names can be any bytes.
func storable(s string) string {
	if strings.IndexByte(s, 0) >= 0 {
		s = strings.ReplaceAll(s, "\x00", "\uFFFD")
	}
	return strings.ToValidUTF8(s, "\uFFFD")
}

func micros(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMicro()
}

// Moment is a stored time as a time.Time; the zero time for 0.
func moment(us int64) time.Time {
	if us == 0 {
		return time.Time{}
	}
	return time.UnixMicro(us).UTC()
}

// encode is v as JSON; for values of strings only, which cannot fail.
func encode(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return string(b)
}

func nonNil(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}

func encodeBlocks(bs []article.Block) string {
	rows := make([][3]any, len(bs))
	for i, b := range bs {
		rows[i] = [3]any{b.Start, b.End, b.Kind}
	}
	return encode(rows)
}

func decodeBlocks(s string) ([]article.Block, error) {
	var raw [][3]json.RawMessage
	if err := json.Unmarshal([]byte(s), &raw); err != nil {
		return nil, err
	}
	if len(raw) == 0 {
		return nil, nil
	}
	out := make([]article.Block, len(raw))
	for i, r := range raw {
		for j, to := range []any{&out[i].Start, &out[i].End, &out[i].Kind} {
			if err := json.Unmarshal(r[j], to); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

var packers = sync.Pool{New: func() any { return gzip.NewWriter(nil) }}

// pack compresses b. The same bytes give the same bytes: the header holds no time.
func pack(b []byte) []byte {
	var out bytes.Buffer
	w := packers.Get().(*gzip.Writer)
	defer packers.Put(w)
	w.Reset(&out)
	w.Write(b)
	w.Close()
	return out.Bytes()
}

func unpack(b []byte) ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}
