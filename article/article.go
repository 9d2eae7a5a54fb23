// Package article holds what every stage speaks of: an article's text and the spans in it.
//
// An [Article] is one report as sayso reads it: its body text, in one string, and what is known
// about it (outlet, title, date). All offsets in the engine are byte offsets into Article.Text and
// are carried as [Span]; they become Unicode code points only where JSON leaves the program.
// The package imports nothing of sayso's, so every stage may import it. It reads no files and
// finds nothing.
package article

import (
	"strings"
	"time"
)

// A Span is a half-open range of bytes in an article's text. Both ends lie on rune boundaries.
type Span struct {
	Start int // offset of the first byte
	End   int // offset after the last byte
}

// Text is what stands under the span in text.
func (s Span) Text(text string) string { return text[s.Start:s.End] }

// Len is the number of bytes covered.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether o lies wholly inside s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether s and o share a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// A BlockKind says what a block of text is on its page.
type BlockKind string

// The kinds of blocks that extraction tells apart.
const (
	Paragraph  BlockKind = "paragraph"
	Heading    BlockKind = "heading"
	ListItem   BlockKind = "list_item"
	Quote      BlockKind = "quote"
	Preformat  BlockKind = "preformatted"
	TableRow   BlockKind = "table_row"
	TimeMarker BlockKind = "time_marker" // the "14:05" of a live blog
)

// A Block is one paragraph, heading or list item of the body. Blocks are in text order and do not overlap.
type Block struct {
	Span
	Kind BlockKind
}

// An Article is one report's text with what is known about it. The text is never changed after
// intake: every span of every later stage points into it.
type Article struct {
	ID        string   // stable name of the report; for files without one, derived from the text's hash
	URL       string   // canonical address, or ""
	Outlet    string   // who publishes, as printed, or ""
	Title     string   // headline, or ""; no part of Text, but where a file of plain text opens with it
	Authors   []string // bylines as printed, without "By"
	Credit    string   // agency credited by byline or tag line ("AP", "Reuters"), or ""
	Published string   // ISO 8601 date or date-time with its zone, or "" where unknown
	Modified  string   // the same, of the last change the page tells of
	Language  string   // BCP 47, "" where unknown
	Text      string   // the body, valid UTF-8
	Blocks    []Block  // the body's blocks; empty where intake knew only text
}

// PublishedTime is the moment of publication as far as it is known. For a bare date it is that
// day's midnight in UTC. ok is false where the article has no usable date.
func (a *Article) PublishedTime() (t time.Time, ok bool) {
	s := strings.TrimSpace(a.Published)
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, true
		}
	}
	if len(s) >= 10 {
		if t, err := time.Parse("2006-01-02", s[:10]); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

// PublishedDay is the calendar day of publication, in the zone that the report gives, as midnight UTC.
func (a *Article) PublishedDay() (day time.Time, ok bool) {
	t, ok := a.PublishedTime()
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC), ok
}
