package extract

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"sayso/article"
)

// Each file of testdata is a page and the article in it; all pages are fictional.
func TestPages(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txt")
	if len(files) == 0 {
		t.Fatal("no pages in testdata")
	}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txt"), func(t *testing.T) {
			ar, err := txtar.ParseFile(f)
			if err != nil {
				t.Fatal(err)
			}
			page, want := string(ar.Files[0].Data), string(ar.Files[1].Data)
			a, err := HTML([]byte(page), "text/html", "https://www.example.org/2031/05/04/harbour")
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(want, printed(a)); d != "" {
				t.Errorf("-want +got\n%s", d)
			}
		})
	}
}

func printed(a *article.Article) string {
	var b strings.Builder
	fmt.Fprintf(&b, "title: %s\nauthors: %s\noutlet: %s\ncredit: %s\npublished: %s\nmodified: %s\nlanguage: %s\nurl: %s\n\n",
		a.Title, strings.Join(a.Authors, "; "), a.Outlet, a.Credit, a.Published, a.Modified, a.Language, a.URL)
	for _, bl := range a.Blocks {
		fmt.Fprintf(&b, "%s: %s\n", bl.Kind, bl.Text(a.Text))
	}
	return b.String()
}

func TestAuthorNote(t *testing.T) {
	for line, want := range map[string]bool{"Ana Ruiz is the political editor.": true, "Ana Ruiz covers ports.": true, "Ana Ruiz is said to have resigned, according to two officials, and to have left the country on the night ferry, with her papers, her dog and a suitcase that three people carried, while the port police looked on and a crowd of some forty had gathered at the quay to see her off.": false, "Ruiz is out.": false} {
		if got := isAuthorNote(line, []string{"Ana Ruiz"}); got != want {
			t.Errorf("%s: %v", line, got)
		}
	}
}

func TestNoArticle(t *testing.T) {
	for _, page := range []string{"", "<html></html>", `<form><input name=user><input type=password></form>`, strings.Repeat(`<li><a href="/x">Another headline that links on</a></li>`, 30)} {
		if a, err := HTML([]byte(page), "", ""); !errors.Is(err, ErrNoArticle) {
			t.Errorf("%.40q: got %v, %v", page, a, err)
		}
	}
}

func TestCharset(t *testing.T) {
	body := "<p>" + strings.Repeat("The minister said caf%s prices would be set by the council on Friday. ", 8) + "</p>"
	for _, c := range []struct{ name, contentType, meta, e string }{
		{"utf-8", "", "", "é"},
		{"utf-8 declared latin-1", "text/html; charset=iso-8859-1", "", "é"},
		{"latin-1 by header", "text/html; charset=iso-8859-1", "", "\xe9"},
		{"windows-1252 by meta", "", `<meta charset="windows-1252">`, "\xe9"},
		{"nothing declared", "", "", "\xe9"},
		{"utf-8 declared, windows-1252 given", "", `<meta charset="utf-8">`, "\xe9"},
	} {
		page := "<html><head>" + c.meta + "</head><body><article>" + strings.ReplaceAll(body, "%s", c.e) + "</article></body></html>"
		a, err := HTML([]byte(page), c.contentType, "")
		if err != nil || !strings.Contains(a.Text, "café prices") {
			t.Errorf("%s: %v %+v", c.name, err, a)
		}
	}
}

func TestDeepNestingIsAnError(t *testing.T) {
	if _, err := HTML([]byte(strings.Repeat("<div>", 100000)), "", ""); !errors.Is(err, ErrTooDeep) {
		t.Error(err)
	}
}

func FuzzHTML(f *testing.F) {
	f.Add([]byte("<p>Two officials said the port would close.</p>"), "text/html")
	f.Add([]byte("\xff\xfe<\x00p\x00>\x00"), "")
	f.Add([]byte(`<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"x</p>"}</script>`), "")
	f.Fuzz(func(t *testing.T, page []byte, contentType string) {
		a, err := HTML(page, contentType, "https://example.org/")
		if err != nil {
			return
		}
		if !utf8.ValidString(a.Text) {
			t.Fatal("text is not UTF-8")
		}
		end := 0
		for i, b := range a.Blocks {
			if i > 0 && a.Text[end:b.Start] != "\n\n" || b.End <= b.Start {
				t.Fatalf("block %d at %v after %d", i, b.Span, end)
			}
			end = b.End
		}
		if end != len(a.Text) {
			t.Fatal("blocks do not cover the text")
		}
	})
}

func BenchmarkHTML(b *testing.B) {
	page := []byte("<html><head><title>Harbour</title></head><body><nav>" + strings.Repeat("<a href=/x>Section</a> ", 80) + "</nav><article><h1>Harbour</h1>" +
		strings.Repeat("<p>The harbour master said on Tuesday that two ships had left before the order was read, and that a third was held.</p><div class=ad>Buy</div>", 40) + "</article></body></html>")
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := HTML(page, "text/html", "https://example.org/"); err != nil {
			b.Fatal(err)
		}
	}
}
