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
	must, not := divided(f.Words)
	if len(must) == 0 {
		return p, nil // nothing to mark
	}
	m := newMarker(must)
	offset := 0
	if f.After != "" {
		var err error
		if offset, err = strconv.Atoi(f.After); err != nil || offset < 0 {
			return p, fmt.Errorf("page %q: %w", f.After, ErrNotFound)
		}
	}
	q := &query{}
	q.reports(&f)
	sql := fmt.Sprintf(f.present(s.d.search), q.where(), f.limit()+1, offset)
	args := append([]any{s.d.match(must, not)}, q.args...)
	if strings.Count(sql, "?") > len(args) {
		args = append(args, args[0]) // PostgreSQL ranks by the words again
	}
	err := s.each(ctx, numbered(sql), func(row scanner) error {
		var h Hit
		var title, text string
		if err := row.Scan(&h.Report, &title, &h.Outlet, &h.Day, &h.URL, &text); err != nil {
			return err
		}
		if len(p.Rows) == f.limit() {
			p.Next = strconv.Itoa(offset + len(p.Rows))
			return nil
		}
		h.Title, h.Snippet = m.whole(title), m.snippet(text)
		p.Rows = append(p.Rows, h)
		return nil
	}, args...)
	return p, err
}
