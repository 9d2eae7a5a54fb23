package ingest

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"sayso/article"
	"sayso/extract"
	"sayso/internal/fetch"
	"sayso/internal/store"
)

// Decode is the article in what came in. It depends on nothing but in, so a snapshot read again
// gives the same article.
func Decode(in *store.Intake) (*article.Article, error) {
	a, err := decode(in)
	if errors.Is(err, extract.ErrNoArticle) {
		err = extract.ErrNoArticle // without the address, which origin says
	}
	if err != nil {
		return nil, named("read", in.Origin, err)
	}
	if strings.IndexByte(a.Text, 0) >= 0 {
		return nil, named("read", in.Origin, fmt.Errorf("%w: it holds a NUL character", ErrBinary))
	}
	if strings.TrimSpace(a.Text) == "" {
		return nil, named("read", in.Origin, ErrEmpty)
	}
	set(&a.Outlet, in.Given.Outlet)
	set(&a.Title, in.Given.Title)
	set(&a.Published, in.Given.Published)
	set(&a.URL, fetch.Canonical(in.Given.URL))
	if a.ID == "" {
		sum := sha256.Sum256([]byte(a.Text))
		a.ID = hex.EncodeToString(sum[:6])
	}
	return a, nil
}

func set(to *string, v string) {
	if v != "" {
		*to = v
	}
}

func decode(in *store.Intake) (*article.Article, error) {
	contentType := http.Header(in.Headers).Get("Content-Type")
	switch in.Media {
	case JSON:
		return decodeJSON(in.Bytes)
	case HTML:
		return extract.HTML(in.Bytes, contentType, in.URL)
	}
	text, err := decodeText(in.Bytes, contentType)
	if err != nil {
		return nil, err
	}
	return textFile(text, in.URL), nil
}

// decodeText is b as UTF-8. Text that is UTF-8 is kept to the letter; other text is decoded by the
// server's word or its byte order mark, else as windows-1252, as browsers do.
func decodeText(b []byte, contentType string) (string, error) {
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	utf16 := bytes.HasPrefix(b, []byte{0xff, 0xfe}) || bytes.HasPrefix(b, []byte{0xfe, 0xff})
	if !utf16 && binary(b) {
		return "", fmt.Errorf("%w: it looks like %s", ErrBinary, http.DetectContentType(b))
	}
	if utf8.Valid(b) {
		return string(b), nil
	}
	e, _, _ := charset.DetermineEncoding(b, contentType)
	out, err := e.NewDecoder().Bytes(b)
	if err != nil || !utf8.Valid(out) {
		return "", ErrCharset
	}
	return strings.TrimPrefix(string(out), "\ufeff"), nil
}

// binary reports whether b cannot be text: a NUL, many control characters or, where it is not
// UTF-8, a known signature. (UTF-8 text can begin like a picture: "BMW said".)
func binary(b []byte) bool {
	head := b[:min(len(b), 1<<13)]
	if bytes.IndexByte(head, 0) >= 0 || bytes.HasPrefix(head, []byte("%PDF-")) {
		return true
	}
	if t := http.DetectContentType(head); !strings.HasPrefix(t, "text/") && t != "application/octet-stream" && !utf8.Valid(b) {
		return true
	}
	odd := 0
	for _, c := range head {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1b {
			odd++
		}
	}
	return odd*50 > len(head)
}

// line is one report of a file of reports.
type line struct {
	ID        string   `json:"id"`
	URL       string   `json:"url"`
	Outlet    string   `json:"outlet"`
	Title     string   `json:"title"`
	Authors   []string `json:"authors"`
	Published string   `json:"published"`
	Modified  string   `json:"modified"` // when a text that came again was changed
	Language  string   `json:"language"`
	Text      *string  `json:"text"`
	HTML      *string  `json:"html"`
}

// inWords says what is wrong with JSON without the names of our types.
func inWords(err error) string {
	var kind *json.UnmarshalTypeError
	switch {
	case !errors.As(err, &kind):
		return "no JSON: " + err.Error()
	case kind.Field == "":
		return "it is a JSON " + kind.Value + ", and no object"
	}
	return fmt.Sprintf("its %q is a JSON %s", kind.Field, kind.Value)
}

// foreign is a report as other extractors write it: trafilatura's and news-please's names for what a [line] holds.
type foreign struct {
	Date         string `json:"date"`
	DatePublish  string `json:"date_publish"`
	DateModify   string `json:"date_modify"`
	Author       string `json:"author"`
	Hostname     string `json:"source-hostname"`
	SourceDomain string `json:"source_domain"`
	MainText     string `json:"maintext"`
}

// adopt fills in from other extractors' names what l lacks. What stands under such a name and is no text is left alone.
func (l *line) adopt(b []byte) {
	var f foreign
	json.Unmarshal(b, &f) // fields of other types stay empty
	if l.Text == nil && l.HTML == nil && f.MainText != "" {
		l.Text = &f.MainText
	}
	l.Published = cmp.Or(l.Published, f.Date, f.DatePublish)
	l.Modified = cmp.Or(l.Modified, f.DateModify)
	l.Outlet = cmp.Or(l.Outlet, f.Hostname, f.SourceDomain)
	if l.Authors == nil && f.Author != "" {
		for name := range strings.SplitSeq(f.Author, ";") {
			l.Authors = append(l.Authors, strings.TrimSpace(name))
		}
	}
}

// dated is a time as other programs write it ("April 3, 2026", "Fri, 03 Apr 2026 09:30:00 GMT") in ISO 8601. What has
// no one meaning ("03/04/2026") stays as it is, and the report has no day.
func dated(s string) string {
	if _, ok := (&article.Article{Published: s}).PublishedTime(); ok {
		return s
	}
	return cmp.Or(extract.Time(s), s)
}

// decodeJSON is the report that a line of JSON holds, by our names of fields or those of other programs.
func decodeJSON(b []byte) (*article.Article, error) {
	b = bytes.TrimPrefix(b, []byte("\ufeff")) // before the first line of what some spreadsheets and shells write
	if !utf8.Valid(b) {
		return nil, ErrCharset
	}
	var l line
	if err := json.Unmarshal(b, &l); err != nil {
		return nil, fmt.Errorf("%w: %s", ErrFormat, inWords(err))
	}
	l.adopt(b)
	a := &article.Article{URL: l.URL}
	switch {
	case l.Text != nil:
		a.Text = *l.Text
	case l.HTML != nil:
		var err error
		if a, err = extract.HTML([]byte(*l.HTML), "text/html; charset=utf-8", l.URL); err != nil {
			return nil, err
		}
	default:
		return nil, fmt.Errorf("%w: it has neither text nor html", ErrFormat)
	}
	a.ID = l.ID
	set(&a.URL, fetch.Canonical(l.URL))
	set(&a.Outlet, l.Outlet)
	set(&a.Title, l.Title)
	set(&a.Published, dated(l.Published))
	set(&a.Modified, dated(l.Modified))
	set(&a.Language, l.Language)
	if l.Authors != nil {
		a.Authors = l.Authors
	}
	return a, nil
}
