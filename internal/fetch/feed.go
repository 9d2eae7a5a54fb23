package fetch

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html/charset"
)

// What can be wrong with a feed.
var (
	ErrNotFeed  = errors.New("neither a feed nor a sitemap")
	ErrNesting  = errors.New("nested too deeply")
	ErrEntities = errors.New("it declares entities, which no feed needs")
	ErrEntries  = errors.New("too many entries")
)

// Kinds of what can be watched.
const (
	RSS     = "rss"
	Atom    = "atom"
	JSON    = "json"
	Sitemap = "sitemap"
	Web     = "page" // one page that is read again
)

// The limits of a feed: far above any that is meant to be read, far below what would hurt.
const (
	MaxFeed     = 8 << 20 // bytes, unpacked
	MaxEntries  = 1000    // handed on; the newest where there are more
	maxParsed   = 5000    // entries that the parser may be given
	maxElements = 100_000
	maxDepth    = 100
	maxAddress  = 2048 // bytes
	maxStamp    = 64   // bytes
)

// An Entry is one thing that a feed lists.
type Entry struct {
	Address string    // absolute and canonical
	Stamp   string    // when it was changed, as the feed writes it, or ""
	At      time.Time // when it was changed or published; zero where the feed does not say
}

// A Feed is what a feed or a sitemap lists, the newest first as far as it has dates.
type Feed struct {
	Kind     string // RSS, Atom, JSON or Sitemap
	Title    string
	Entries  []Entry
	Sitemaps []Entry // of an index of sitemaps
}

// ParseFeed is the feed in a page: RSS, Atom, JSON Feed, a sitemap or an index of sitemaps, packed by
// gzip or not. Relative addresses are resolved against the page's own. No entity is expanded; what is
// nested too deeply or declares entities is refused.
func ParseFeed(p *Page) (*Feed, error) {
	b, err := unpacked(p.Body)
	if err != nil {
		return nil, err
	}
	if len(b) > MaxFeed {
		return nil, fmt.Errorf("%w of %d bytes", ErrTooLarge, MaxFeed)
	}
	if b, err = utf8Text(b, p.Header.Get("Content-Type")); err != nil {
		return nil, err
	}
	base, err := url.Parse(p.URL)
	if err != nil {
		return nil, err
	}
	var f *Feed
	switch root := rootOf(b); root {
	case "urlset", "sitemapindex":
		f, err = parseSitemap(b, base)
	case "rss", "feed", "RDF", "{":
		f, err = parseFeed(b, root, base)
	default:
		return nil, ErrNotFeed
	}
	if err != nil {
		return nil, err
	}
	f.Entries = newestFirst(f.Entries)
	return f, nil
}

// newestFirst sorts by date, keeps each address once and MaxEntries at most.
func newestFirst(es []Entry) []Entry {
	slices.SortStableFunc(es, func(a, b Entry) int { return b.At.Compare(a.At) })
	seen := make(map[string]bool, len(es))
	es = slices.DeleteFunc(es, func(e Entry) bool {
		had := seen[e.Address]
		seen[e.Address] = true
		return had
	})
	return slices.Clip(es[:min(len(es), MaxEntries)])
}

// parseFeed gives text that was looked through to the parser.
func parseFeed(b []byte, root string, base *url.URL) (f *Feed, err error) {
	if root == "{" {
		if bytes.Count(b, []byte("{")) > maxElements {
			return nil, ErrEntries
		}
	} else if err := guardXML(b); err != nil {
		return nil, err
	}
	// A watcher runs for months over what strangers write: a slip of the parser is that feed's error.
	defer func() {
		if r := recover(); r != nil {
			f, err = nil, fmt.Errorf("%w: the parser gave up: %v", ErrNotFeed, r)
		}
	}()
	got, err := gofeed.NewParser().Parse(bytes.NewReader(b))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNotFeed, err)
	}
	f = &Feed{Kind: got.FeedType, Title: oneLine(got.Title)}
	for _, item := range got.Items[:min(len(got.Items), maxParsed)] {
		e := Entry{Address: resolved(base, cmp.Or(item.Link, item.GUID)), Stamp: cut(item.Updated, maxStamp)}
		for _, t := range []*time.Time{item.PublishedParsed, item.UpdatedParsed} {
			if t != nil {
				e.At = t.UTC()
			}
		}
		if e.Address != "" {
			f.Entries = append(f.Entries, e)
		}
	}
	return f, nil
}

// resolved is the canonical address that reference means on the page at base, "" where it is none of the web.
func resolved(base *url.URL, reference string) string {
	reference = strings.TrimSpace(reference)
	if reference == "" || len(reference) > maxAddress {
		return ""
	}
	u, err := base.Parse(reference)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil {
		return ""
	}
	return Canonical(u.String())
}

// oneLine is s on one line, without control characters, cut to a title's length.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r == utf8.RuneError {
			return ' '
		}
		return r
	}, s)
	return cut(strings.Join(strings.Fields(s), " "), 200)
}

// cut is the beginning of s, of n bytes at most, in whole letters.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// utf8Text is b as UTF-8 without its XML declaration, whose encoding no longer holds. What says
// nothing of its encoding and is not UTF-8 is read as windows-1252, as browsers do.
func utf8Text(b []byte, contentType string) ([]byte, error) {
	e, _, certain := charset.DetermineEncoding(b[:min(len(b), 1024)], contentType)
	if declared, name := charset.Lookup(declaredEncoding(b)); !certain && declared != nil {
		e, certain = declared, name != "utf-8"
	}
	if utf8.Valid(b) && !certain {
		return withoutDeclaration(b), nil
	}
	if !certain {
		e, _ = charset.Lookup("windows-1252")
	}
	out, err := e.NewDecoder().Bytes(b)
	if err != nil {
		return nil, err
	}
	return withoutDeclaration(out), nil
}

var byteOrderMark = []byte("\ufeff")

func withoutDeclaration(b []byte) []byte {
	b = bytes.TrimLeft(bytes.TrimPrefix(b, byteOrderMark), " \t\r\n")
	if _, rest, ok := bytes.Cut(b, []byte("?>")); ok && bytes.HasPrefix(b, []byte("<?xml ")) {
		return bytes.TrimLeft(rest, " \t\r\n")
	}
	return b
}

// declaredEncoding is the encoding in b's XML declaration, or "".
func declaredEncoding(b []byte) string {
	head := bytes.TrimLeft(b[:min(len(b), 256)], " \t\r\n")
	head, _, ok := bytes.Cut(head, []byte("?>"))
	if !ok || !bytes.HasPrefix(head, []byte("<?xml")) {
		return ""
	}
	_, after, _ := bytes.Cut(head, []byte("encoding="))
	if len(after) < 2 {
		return ""
	}
	name, _, _ := bytes.Cut(after[1:], after[:1])
	return string(name)
}

// rootOf is the local name of the first element of XML, "{" for JSON, "" for anything else.
func rootOf(b []byte) string {
	if bytes.HasPrefix(b, []byte("{")) {
		return "{"
	}
	for range 64 {
		i := bytes.IndexByte(b, '<')
		if i < 0 {
			return ""
		}
		b = b[i+1:]
		switch {
		case bytes.HasPrefix(b, []byte("!--")):
			_, b, _ = bytes.Cut(b, []byte("-->"))
		case len(b) > 0 && (b[0] == '!' || b[0] == '?'):
		default:
			return localName(b)
		}
	}
	return ""
}

// localName is the name at the beginning of b without its prefix.
func localName(b []byte) string {
	end := bytes.IndexAny(b[:min(len(b), 100)], " \t\r\n/>")
	if end < 0 {
		return ""
	}
	name := b[:end]
	return string(name[bytes.LastIndexByte(name, ':')+1:])
}

// guardXML looks through XML before a parser that keeps all of it in memory and calls itself for
// each level. It reads tags as encoding/xml does, so that text which parses is counted right.
func guardXML(b []byte) error {
	depth, elements, entries := 0, 0, 0
	for {
		i := bytes.IndexByte(b, '<')
		if i < 0 {
			return nil
		}
		b = b[i+1:]
		switch {
		case bytes.HasPrefix(b, []byte("![CDATA[")):
			_, b, _ = bytes.Cut(b, []byte("]]>"))
		case bytes.HasPrefix(b, []byte("!--")):
			_, b, _ = bytes.Cut(b, []byte("-->"))
		case bytes.HasPrefix(b, []byte("?")):
			_, b, _ = bytes.Cut(b, []byte("?>"))
		case bytes.HasPrefix(b, []byte("!")):
			declaration, _, _ := bytes.Cut(b, []byte(">"))
			if bytes.HasPrefix(b, []byte("!ENTITY")) || bytes.IndexByte(declaration, '[') >= 0 {
				return ErrEntities
			}
		case bytes.HasPrefix(b, []byte("/")):
			depth--
		default:
			switch localName(b) {
			case "item", "entry":
				entries++
			}
			end, closed := tagEnd(b)
			b = b[end:]
			elements++
			if !closed {
				depth++
			}
		}
		if depth > maxDepth {
			return fmt.Errorf("%w: more than %d levels", ErrNesting, maxDepth)
		}
		if elements > maxElements || entries > maxParsed {
			return ErrEntries
		}
	}
}

// tagEnd is where the tag at the beginning of b ends, and whether it closes itself.
func tagEnd(b []byte) (end int, closed bool) {
	var quote byte
	for i, c := range b {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i + 1, i > 0 && b[i-1] == '/'
		}
	}
	return len(b), false
}
