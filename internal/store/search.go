package store

import (
	"context"
	"fmt"
	"strconv"
	"strings"
)

// A Hit is a report that has the words looked for.
type Hit struct {
	Report  string    `json:"report"`
	URL     string    `json:"url"`
	Outlet  string    `json:"outlet"`
	Day     string    `json:"day"`
	Title   []Segment `json:"title"`   // the whole title
	Snippet []Segment `json:"snippet"` // the part of the text with most of the words
}

// A Segment is a piece of text, marked where it is one of the words looked for.
type Segment struct {
	Text string `json:"text"`
	Mark bool   `json:"mark"`
}

// Search lists the reports that have all of Filter.Words, the best first, with the words marked.
func (s *Store) Search(ctx context.Context, f Filter) (Page[Hit], error) {
	p := Page[Hit]{Rows: []Hit{}}
	words := &query{}
	words.match("?", f.Words)
	if len(words.args) == 0 || strings.HasPrefix(words.conds[0], "NOT") {
		return p, nil // nothing to mark
	}
	offset := 0
	if f.After != "" {
		var err error
		if offset, err = strconv.Atoi(f.After); err != nil || offset < 0 {
			return p, fmt.Errorf("page %q: %w", f.After, ErrNotFound)
		}
	}
	q := &query{}
	q.reports(&f)
	sql := numbered(fmt.Sprintf(s.d.search, q.where(), f.limit()+1, offset))
	err := s.each(ctx, sql, func(row scanner) error {
		var h Hit
		var title, plain, snippet string
		if err := row.Scan(&h.Report, &plain, &h.Outlet, &h.Day, &h.URL, &title, &snippet); err != nil {
			return err
		}
		if len(p.Rows) == f.limit() {
			p.Next = strconv.Itoa(offset + len(p.Rows))
			return nil
		}
		h.Title, h.Snippet = segments(title), segments(snippet)
		p.Rows = append(p.Rows, h)
		return nil
	}, append(words.args, q.args...)...)
	return p, err
}

// segments cuts s at the marks that the engine put around words, \x02 and \x03.
func segments(s string) []Segment {
	out := []Segment{}
	mark := false
	for s != "" {
		i := strings.IndexAny(s, "\x02\x03")
		if i < 0 {
			return append(out, Segment{Text: s, Mark: mark})
		}
		if i > 0 {
			out = append(out, Segment{Text: s[:i], Mark: mark})
		}
		mark, s = s[i] == '\x02', s[i+1:]
	}
	return out
}
