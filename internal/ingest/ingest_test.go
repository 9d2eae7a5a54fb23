package ingest

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"
	"unicode/utf8"

	"sayso/article"
	"sayso/internal/store"
)

func TestDecode(t *testing.T) {
	for _, c := range []struct {
		name, media, bytes string
		want               string // text, or the error's words after "!"
	}{
		{"plain", Text, "a\r\n\r\nb ", "a\r\n\r\nb "},
		{"byte order mark", Text, "\ufeffa", "a"},
		{"windows-1252", Text, "caf\xe9 \x93so\x94", "café “so”"},
		{"utf-16", Text, "\xfe\xff\x00h\x00i", "hi"},
		{"white space", Text, " \n ", "!empty"},
		{"zero", Text, "a\x00b", "!not text"},
		{"pdf", Text, "%PDF-1.7 abc", "!not text"},
		{"controls", Text, strings.Repeat("a\x01", 50), "!not text"},
		{"json", JSON, `{"text":" kept \u00e9 ","extra":[1]}`, " kept é "},
		{"json with a NUL", JSON, `{"text":"a\u0000"}`, "!not text"},
		{"json of neither", JSON, `{"title":"a"}`, "!neither text nor html"},
		{"json with html", JSON, `{"html":"<p>` + strings.Repeat("A long sentence of a report that stands here. ", 20) + `"}`, strings.TrimSpace(strings.Repeat("A long sentence of a report that stands here. ", 20))},
		{"torn json", JSON, `{"text":`, "!not a report"},
		{"json of a wrong kind", JSON, `{"text":7}`, "!not a report"},
	} {
		a, err := Decode(&store.Intake{Origin: "x", Media: c.media, Bytes: []byte(c.bytes)})
		if wrong, ok := strings.CutPrefix(c.want, "!"); ok {
			if err == nil || !strings.Contains(err.Error(), wrong) || !strings.HasPrefix(err.Error(), "read x: ") {
				t.Errorf("%s: %v", c.name, err)
			}
		} else if err != nil || a.Text != c.want {
			t.Errorf("%s: %+v, %v", c.name, a, err)
		}
	}
}

func TestOtherExtractorsNames(t *testing.T) {
	for _, c := range []struct {
		line string
		want article.Article
	}{
		{`{"text":"a","date":"2026-03-01","author":"Ann Orr; Bo Lind","source-hostname":"One","id":null}`, article.Article{Outlet: "One", Authors: []string{"Ann Orr", "Bo Lind"}, Published: "2026-03-01", Text: "a"}},
		{`{"maintext":"a","date_publish":"2026-03-01 10:00:00","date_modify":"2026-03-02","source_domain":"one.example","authors":["Ann Orr"]}`, article.Article{Outlet: "one.example", Authors: []string{"Ann Orr"}, Published: "2026-03-01 10:00:00", Modified: "2026-03-02", Text: "a"}},
		{`{"text":"a","published":"2026-03-01","date":{"year":2026}}`, article.Article{Published: "2026-03-01", Text: "a"}},
		{"\ufeff" + `{"text":"a","published":"March 1, 2026","modified":"2 Mar 2026"}`, article.Article{Published: "2026-03-01", Modified: "2026-03-02", Text: "a"}},
		{`{"text":"a","published":"Sun, 01 Mar 2026 09:30:00 GMT"}`, article.Article{Published: "2026-03-01T09:30:00Z", Text: "a"}},
		{`{"text":"a","url":"https://One.example/a?utm_source=x#top"}`, article.Article{URL: "https://one.example/a", Text: "a"}},
		{`{"text":"a","published":"03/04/2026"}`, article.Article{Published: "03/04/2026", Text: "a"}},
	} {
		a, err := Decode(&store.Intake{Media: JSON, Bytes: []byte(c.line)})
		if err != nil {
			t.Fatal(err)
		}
		a.ID = "" // made from the bytes
		if fmt.Sprint(*a) != fmt.Sprint(c.want) {
			t.Errorf("%s: %+v", c.line, *a)
		}
	}
}

func TestGivenGoesFirst(t *testing.T) {
	in := &store.Intake{Media: JSON, Bytes: []byte(`{"id":"7","text":"a","outlet":"One","title":"T","published":"2026-03-01","modified":"2026-03-04T10:00:00Z","authors":["A"],"language":"en"}`), Given: store.Given{Outlet: "Two", Published: "2026-03-02"}}
	a, err := Decode(in)
	if err != nil {
		t.Fatal(err)
	}
	want := article.Article{ID: "7", Outlet: "Two", Title: "T", Authors: []string{"A"}, Published: "2026-03-02", Modified: "2026-03-04T10:00:00Z", Language: "en", Text: "a"}
	if fmt.Sprint(*a) != fmt.Sprint(want) {
		t.Errorf("got %+v", *a)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add("text/plain", []byte("The mayor said so."))
	f.Add("application/json", []byte(`{"text":"a","html":"<p>b"}`))
	f.Add("text/html", []byte("<p>a</p>\xff"))
	f.Fuzz(func(t *testing.T, media string, b []byte) {
		a, err := Decode(&store.Intake{Origin: "x", Media: media, Bytes: b})
		if err == nil && (!utf8.ValidString(a.Text) || strings.TrimSpace(a.Text) == "" || strings.ContainsRune(a.Text, 0)) {
			t.Errorf("text %q", a.Text)
		}
	})
}

func TestOverKeepsOrder(t *testing.T) {
	const n = 200
	var at atomic.Int64
	from := func(yield func(int, error) bool) {
		for i := range n {
			var err error
			if i == 7 {
				err = errors.New("torn")
			}
			if !yield(i, err) {
				return
			}
		}
	}
	work := func(i int) (int, error) {
		time.Sleep(time.Duration((i*37)%5) * 100 * time.Microsecond)
		at.Add(1)
		return i * i, nil
	}
	next := 0
	err := Over(context.Background(), 4, iter.Seq2[int, error](from), work, func(i, v int, err error) error {
		if i != next || (i == 7) != (err != nil) || err == nil && v != i*i {
			t.Errorf("at %d: %d, %d, %v", next, i, v, err)
		}
		next++
		return nil
	})
	if err != nil || next != n || at.Load() != n-1 {
		t.Error(next, at.Load(), err)
	}
	stop := errors.New("enough")
	if err := Over(context.Background(), 4, iter.Seq2[int, error](from), work, func(i, _ int, _ error) error {
		if i == 20 {
			return stop
		}
		return nil
	}); err != stop {
		t.Error(err)
	}
}

func TestLongLineIsPassedOver(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.jsonl")
	if err := os.WriteFile(path, []byte(`{"text":"a"}`+"\n"+strings.Repeat("x", MaxBytes+1)+"\n"+`{"text":"b"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	var got []string
	err := Each(context.Background(), []string{path}, Options{}, Decode, func(origin string, a *article.Article, err error) error {
		if err != nil {
			got = append(got, fmt.Sprint(errors.Is(err, ErrTooLarge)))
		} else {
			got = append(got, a.Text)
		}
		return nil
	})
	if err != nil || fmt.Sprint(got) != "[a true b]" {
		t.Error(got, err)
	}
}

// A panic in one report's work is that report's error.
func TestOneBreaksOff(t *testing.T) {
	from := func(yield func(int, error) bool) {
		for i := range 20 {
			if !yield(i, nil) {
				return
			}
		}
	}
	work := func(i int) (int, error) {
		if i == 7 {
			panic("seven")
		}
		return i, nil
	}
	n := 0
	err := Over(context.Background(), 3, from, work, func(i, v int, err error) error {
		if n++; errors.Is(err, ErrBroke) != (i == 7) || err == nil && v != i {
			t.Errorf("%d: %d, %v", i, v, err)
		}
		return nil
	})
	if err != nil || n != 20 {
		t.Errorf("%d done, %v", n, err)
	}
}
