package fetch

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
)

func feedPage(body, contentType string) *Page {
	return &Page{URL: "https://news.example/feeds/all.xml", Header: http.Header{"Content-Type": {contentType}}, Body: []byte(body)}
}

// addresses are those of the entries in a line, with each one's stamp where it has one.
func addresses(es []Entry) string {
	var out []string
	for _, e := range es {
		s := strings.TrimPrefix(e.Address, "https://news.example")
		if e.Stamp != "" {
			s += "@" + e.Stamp
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

const rssFeed = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>The Harbour Post</title>
<item><title>Old</title><link>https://news.example/1?utm_source=rss&amp;id=4#top</link><pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate></item>
<item><title>New & unescaped</title><link>/2</link><pubDate>Tue, 03 Mar 2026 10:00:00 GMT</pubDate></item>
<item><title>Only a guid</title><guid>https://news.example/3</guid></item>
<item><title>No address</title><guid isPermaLink="false">tag:3</guid></item>
<item><title>Script</title><link>javascript:alert(1)</link></item>
</channel></rss>`

func TestParseFeed(t *testing.T) {
	for _, c := range []struct{ name, contentType, body, kind, title, want string }{
		{"rss", "application/rss+xml", rssFeed, RSS, "The Harbour Post", "/2 /1?id=4 /3"},
		{"atom", "application/atom+xml", `<feed xmlns="http://www.w3.org/2005/Atom"><title>Tides</title>
			<entry><title>a</title><link href="../a"/><updated>2026-03-02T10:00:00Z</updated></entry></feed>`, Atom, "Tides", "/a@2026-03-02T10:00:00Z"},
		{"json", "application/feed+json", `{"version":"https://jsonfeed.org/version/1.1","title":"Tides","items":[{"id":"1","url":"https://news.example/j","date_modified":"2026-03-02T10:00:00Z"}]}`, JSON, "Tides", "/j@2026-03-02T10:00:00Z"},
		{"rdf", "", `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>Old style</title></channel><item><title>a</title><link>https://news.example/r</link></item></rdf:RDF>`, RSS, "Old style", "/r"},
		{"undeclared latin-1", "text/xml", "<rss><channel><title>Caf\xe9</title><item><link>/l</link></item></channel></rss>", RSS, "Café", "/l"},
		{"declared latin-1", "text/xml", "<?xml version='1.0' encoding='ISO-8859-1'?><rss><channel><title>Caf\xe9</title><item><link>/l</link></item></channel></rss>", RSS, "Café", "/l"},
		{"latin-1 that says it is utf-8", "text/xml", "<?xml version='1.0' encoding='utf-8'?><rss><channel><title>Caf\xe9</title><item><link>/l</link></item></channel></rss>", RSS, "Café", "/l"},
		{"sitemap", "application/xml", `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="n">
			<url><loc>https://news.example/s1</loc><news:news><news:publication_date>2026-03-01</news:publication_date><news:title>x</news:title></news:news></url>
			<url><loc> /s2?fbclid=9 </loc><lastmod>2026-03-04T10:00+02:00</lastmod></url></urlset>`, Sitemap, "", "/s2@2026-03-04T10:00+02:00 /s1"},
		{"torn sitemap", "", `<urlset><url><loc>/t1</loc></url><url><loc>/t2</l`, Sitemap, "", "/t1"},
	} {
		f, err := ParseFeed(feedPage(c.body, c.contentType))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := addresses(f.Entries); f.Kind != c.kind || f.Title != c.title || got != c.want {
			t.Errorf("%s: %s %q %s", c.name, f.Kind, f.Title, got)
		}
	}
}

func packed(s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(s))
	z.Close()
	return b.String()
}

func TestPackedIndexOfSitemaps(t *testing.T) {
	f, err := ParseFeed(feedPage(packed(`<sitemapindex><sitemap><loc>/a.xml</loc></sitemap><sitemap><loc>/b.xml</loc><lastmod>2026-03-04</lastmod></sitemap></sitemapindex>`), ""))
	if err != nil || addresses(f.NewestSitemaps(1)) != "/b.xml@2026-03-04" || len(f.Sitemaps) != 2 {
		t.Errorf("%+v %v", f, err)
	}
}

// laughs is the well-known entity bomb, in a feed.
const laughs = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><rss><channel><title>&c;</title></channel></rss>`

func TestHostileFeeds(t *testing.T) {
	items := strings.Repeat("<item><link>/x</link></item>", maxParsed+1)
	for _, c := range []struct {
		name, body string
		want       error
	}{
		{"entities", laughs, ErrEntities},
		{"entities in a sitemap", strings.ReplaceAll(laughs, "rss", "urlset"), ErrEntities},
		{"deep", "<rss>" + strings.Repeat("<a>", 1<<20), ErrNesting},
		{"deep behind a quote", "<rss>" + strings.Repeat(`<a b="/>">`, 1<<10), ErrNesting},
		{"deep sitemap", "<urlset>" + strings.Repeat("<a>", 1<<20), ErrNesting},
		{"many items", "<rss><channel>" + items + "</channel></rss>", ErrEntries},
		{"many elements", "<rss><channel>" + strings.Repeat("<a/>", maxElements) + "</channel></rss>", ErrEntries},
		{"many sitemaps", "<sitemapindex>" + strings.Repeat("<sitemap><loc>/x</loc></sitemap>", maxSitemaps+1), ErrEntries},
		{"many objects", `{"version":"https://jsonfeed.org/version/1","items":[` + strings.Repeat("{},", maxElements), ErrEntries},
		{"deep json", `{"version":"https://jsonfeed.org/version/1","items":` + strings.Repeat("[", 1<<20), ErrNotFeed},
		{"large", "<rss>" + strings.Repeat(" ", MaxFeed), ErrTooLarge},
		{"bomb", packed(strings.Repeat(" ", 64<<20)), ErrTooLarge},
		{"page", "<!doctype html><html><p>no feed", ErrNotFeed},
		{"empty", "", ErrNotFeed},
	} {
		if f, err := ParseFeed(feedPage(c.body, "")); !errors.Is(err, c.want) {
			t.Errorf("%s: %v %v", c.name, f, err)
		}
	}
	many := "<rss><channel>" + strings.Repeat("<item><link>/%d</link></item>", 2*MaxEntries) + "</channel></rss>"
	n := make([]any, 2*MaxEntries)
	for i := range n {
		n[i] = i
	}
	if f, err := ParseFeed(feedPage(fmt.Sprintf(many, n...), "")); err != nil || len(f.Entries) != MaxEntries {
		t.Errorf("%v", err)
	}
}

func TestCanonical(t *testing.T) {
	for in, want := range map[string]string{
		"https://Example.com:443/a?utm_source=x&id=2&UTM_medium=y&fbclid=z#part": "https://example.com/a?id=2",
		"http://example.com?gclid=1":           "http://example.com/",
		"https://example.com/a?b=%2F&a=1":      "https://example.com/a?b=%2F&a=1",
		"https://example.com:8443/caf%C3%A9?x": "https://example.com:8443/caf%C3%A9?x",
		"mailto:someone@example.com":           "mailto:someone@example.com",
		"/relative":                            "/relative",
	} {
		if got := Canonical(in); got != want || Canonical(got) != got {
			t.Errorf("%s: %s", in, got)
		}
	}
}

func TestOPML(t *testing.T) {
	in := `<?xml version="1.0" encoding="ISO-8859-1"?><opml version="2.0"><body><outline text="Coast">` +
		"<outline type=\"rss\" text=\"Caf\xe9 &amp; Quay\" xmlUrl=\"https://news.example/a?x=1&amp;y=2\"/><outline title=\"T\" text=\"t\" XMLURL=\"https://news.example/b\" type=\"sitemap\"/>" +
		`<outline xmlUrl="https://news.example/b"/><outline xmlUrl="file:///etc/passwd"/></outline></body></opml>`
	got, err := ReadOPML(strings.NewReader(in))
	want := []Subscription{{"https://news.example/a?x=1&y=2", "Café & Quay", ""}, {"https://news.example/b", "T", Sitemap}}
	if err != nil || fmt.Sprint(got) != fmt.Sprint(want) {
		t.Fatal(got, err)
	}
	var b bytes.Buffer
	if err := WriteOPML(&b, "sayso", got); err != nil {
		t.Fatal(err)
	}
	again, err := ReadOPML(&b)
	if err != nil || fmt.Sprint(again) != fmt.Sprint(want) {
		t.Error(again, err)
	}
	for _, bad := range []string{"", "<html>", laughs, strings.ReplaceAll(laughs, "rss", "opml"), "<opml>" + strings.Repeat("<outline>", maxDepth+1), "<opml><body"} {
		if _, err := ReadOPML(strings.NewReader(bad)); err == nil {
			t.Errorf("%.40q was read", bad)
		}
	}
}

func FuzzParseFeed(f *testing.F) {
	for _, s := range []string{rssFeed, laughs, "<urlset><url><loc>/a</loc></url></urlset>", `{"version":"https://jsonfeed.org/version/1","items":[{"url":"/a"}]}`, packed("<rss>"), "<feed><entry><link href='x'/>", "\xff\xfe<\x00r\x00s\x00s\x00"} {
		f.Add([]byte(s), "text/xml; charset=utf-16")
	}
	f.Fuzz(func(t *testing.T, b []byte, contentType string) {
		got, err := ParseFeed(feedPage(string(b), contentType))
		if err != nil {
			return
		}
		for _, e := range append(got.Entries, got.Sitemaps...) {
			if Canonical(e.Address) != e.Address || !strings.HasPrefix(e.Address, "http") {
				t.Errorf("%q", e.Address)
			}
		}
	})
}

func FuzzReadOPML(f *testing.F) {
	f.Add([]byte(`<opml><body><outline xmlUrl="https://a.example/b" title="c"/></body></opml>`))
	f.Fuzz(func(t *testing.T, b []byte) {
		got, err := ReadOPML(bytes.NewReader(b))
		if err != nil {
			return
		}
		var out bytes.Buffer
		if err := WriteOPML(&out, "t", got); err != nil {
			t.Fatal(err)
		}
		again, err := ReadOPML(&out)
		if err != nil || len(again) != len(got) {
			t.Errorf("%v\n%v\n%v", got, again, err)
		}
	})
}
