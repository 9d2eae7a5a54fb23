package fetch

import (
	"bytes"
	"compress/gzip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"
	"time"
)

// The limits of a sitemap (https://www.sitemaps.org/protocol.html allows 50 000 addresses).
const (
	maxSitemapEntries = 50_000
	maxSitemaps       = 1000 // that an index may name
	maxRatio          = 200  // unpacked to packed bytes, from the first megabyte on
)

// unpacked is b, unpacked where it is packed by gzip: sitemaps are often served as .xml.gz.
func unpacked(b []byte) ([]byte, error) {
	if !bytes.HasPrefix(b, []byte{0x1f, 0x8b}) {
		return b, nil
	}
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	limit := min(int64(MaxFeed), max(1<<20, int64(len(b))*maxRatio))
	out, err := io.ReadAll(io.LimitReader(z, limit+1))
	if err != nil {
		return nil, err
	}
	if int64(len(out)) > limit {
		return nil, fmt.Errorf("%w of %d bytes when unpacked", ErrTooLarge, limit)
	}
	return out, nil
}

// parseSitemap reads a sitemap or an index of sitemaps element by element. What can be read before
// a break in the XML is kept.
func parseSitemap(b []byte, base *url.URL) (*Feed, error) {
	f := &Feed{Kind: Sitemap}
	d := xml.NewDecoder(bytes.NewReader(b))
	d.Strict = false
	var path []string
	var e Entry
	for {
		token, err := d.Token()
		if err != nil {
			if errors.Is(err, io.EOF) || len(f.Entries)+len(f.Sitemaps) > 0 {
				return f, nil
			}
			return nil, fmt.Errorf("%w: %w", ErrNotFeed, err)
		}
		switch t := token.(type) {
		case xml.Directive:
			if bytes.Contains(t, []byte("ENTITY")) || bytes.IndexByte(t, '[') >= 0 {
				return nil, ErrEntities
			}
		case xml.StartElement:
			if path = append(path, t.Name.Local); len(path) > maxDepth {
				return nil, fmt.Errorf("%w: more than %d levels", ErrNesting, maxDepth)
			}
			if len(path) == 2 {
				e = Entry{}
			}
		case xml.EndElement:
			if len(path) == 2 && e.Address != "" {
				if err := f.list(path[1], e); err != nil {
					return nil, err
				}
			}
			path = path[:max(0, len(path)-1)]
		case xml.CharData:
			e.sitemapText(path, t, base)
		}
	}
}

// list takes an entry that is complete.
func (f *Feed) list(element string, e Entry) error {
	switch element {
	case "url":
		f.Entries = append(f.Entries, e)
	case "sitemap":
		f.Sitemaps = append(f.Sitemaps, e)
	}
	if len(f.Entries) > maxSitemapEntries || len(f.Sitemaps) > maxSitemaps {
		return ErrEntries
	}
	return nil
}

// sitemapText takes the text of an element of an entry: loc, lastmod, or publication_date inside news.
func (e *Entry) sitemapText(path []string, text []byte, base *url.URL) {
	s := strings.TrimSpace(string(text))
	if len(path) < 3 || s == "" {
		return
	}
	switch name := path[len(path)-1]; {
	case len(path) == 3 && name == "loc":
		e.Address = resolved(base, s)
	case len(path) == 3 && name == "lastmod":
		e.Stamp, e.At = cut(s, maxStamp), sitemapTime(s)
	case name == "publication_date" && e.At.IsZero():
		e.At = sitemapTime(s)
	}
}

// sitemapTime reads a date of the W3C's profile of ISO 8601, to which sitemaps are bound.
func sitemapTime(s string) time.Time {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04Z07:00", time.DateOnly, "2006-01", "2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.UTC()
		}
	}
	return time.Time{}
}

// NewestSitemaps is n sitemaps of an index at most, the newest first.
func (f *Feed) NewestSitemaps(n int) []Entry {
	es := slices.Clone(f.Sitemaps)
	slices.SortStableFunc(es, func(a, b Entry) int { return b.At.Compare(a.At) })
	return es[:min(n, len(es))]
}
