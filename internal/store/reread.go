package store

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"

	"sayso/resolve"
)

// A Kept is the snapshot of one revision as it came in, to be read again.
type Kept struct {
	Intake
	Report   string // id
	Revision string // id
}

// Kept gives the snapshot of every revision, in the order they were added; with stale, only of
// those whose reading another engine made. Of several snapshots of one revision it is the one
// fetched first.
func (s *Store) Kept(ctx context.Context, stale *Engine) iter.Seq2[*Kept, error] {
	q := &query{}
	if stale != nil {
		q.add("NOT EXISTS (SELECT 1 FROM reading g WHERE g.revision = v.n AND g.engine = ? AND g.model = ?)", stale.Version, stale.Model)
	}
	return func(yield func(*Kept, error) bool) {
		// A page at a time, since a batch is written between two pages.
		for last := int64(0); ; {
			page, err := s.keptPage(ctx, q, &last)
			if err != nil {
				yield(nil, err)
				return
			}
			for _, k := range page {
				if !yield(k, nil) {
					return
				}
			}
			if len(page) == 0 {
				return
			}
		}
	}
}

// keptPage is the next page of what is kept behind the revision last, which it moves on.
func (s *Store) keptPage(ctx context.Context, q *query, last *int64) (page []*Kept, err error) {
	sql := numbered(`SELECT v.n, v.id, r.id, i.origin, i.url, i.fetched, i.status, i.headers, i.given, p.media, p.bytes
		FROM revision v JOIN report r ON r.n = v.report
		JOIN intake i ON i.id = (SELECT x.id FROM intake x WHERE x.revision = v.n ORDER BY x.fetched, x.id LIMIT 1)
		JOIN snapshot p ON p.n = i.snapshot WHERE ` + q.where() + " AND v.n > ? ORDER BY v.n LIMIT 64")
	err = s.each(ctx, sql, func(row scanner) error {
		k := &Kept{}
		var fetched int64
		var headers, given string
		var packed []byte
		if err := row.Scan(last, &k.Revision, &k.Report, &k.Origin, &k.URL, &fetched, &k.Status, &headers, &given, &k.Media, &packed); err != nil {
			return err
		}
		k.Fetched = moment(fetched)
		if err := json.Unmarshal([]byte(headers), &k.Headers); err != nil {
			return fmt.Errorf("headers of revision %s: %w", k.Revision, err)
		}
		if err := json.Unmarshal([]byte(given), &k.Given); err != nil {
			return fmt.Errorf("intake of revision %s: %w", k.Revision, err)
		}
		b, err := unpack(packed)
		if err != nil {
			return fmt.Errorf("snapshot of revision %s: %w: %w", k.Revision, ErrDamaged, err)
		}
		k.Bytes = b
		page = append(page, k)
		return nil
	}, append(q.args[:len(q.args):len(q.args)], *last)...)
	return page, err
}

// Snapshot is the bytes of one revision as they came, with where they came from. Of several
// snapshots of one revision it is the one fetched first. [ErrNotFound].
func (s *Store) Snapshot(ctx context.Context, revision string) (*Kept, error) {
	q := &query{}
	q.add("v.id = ?", revision)
	var last int64
	page, err := s.keptPage(ctx, q, &last)
	if err == nil && len(page) == 0 {
		err = fmt.Errorf("revision %s: %w", revision, ErrNotFound)
	}
	if err != nil {
		return nil, err
	}
	return page[0], nil
}

// A Rereading is a new reading of a revision, made ready for [Store.Reread].
type Rereading struct {
	revision string
	Entry
}

// PrepareAgain makes ready a new reading of a kept revision.
func PrepareAgain(k *Kept, r *resolve.Reading, engine Engine) (*Rereading, error) {
	g := &Rereading{revision: k.Revision}
	return g, g.set(r, engine)
}

// Reread replaces readings and what follows from them, in one transaction. Ids of reports and
// revisions stay; so do snapshots and decisions.
func (s *Store) Reread(ctx context.Context, gs []*Rereading) error {
	err := s.tx(ctx, func(w *writer) error {
		for _, g := range gs {
			w.reread(g)
		}
		return w.err
	})
	if err != nil {
		return fmt.Errorf("write ledger %s: %w", s.Path, err)
	}
	return nil
}

func (w *writer) reread(g *Rereading) {
	if n, ok := w.number("SELECT n FROM revision WHERE id = $1", g.revision); ok {
		w.replace(n, &g.Entry)
		w.newest("(SELECT report FROM revision WHERE n = $1)", n)
	}
}

// replace puts e's article and reading in the place of those that revision n has.
func (w *writer) replace(n int64, e *Entry) {
	w.flush()
	w.exec("DELETE FROM chain WHERE statement IN (SELECT n FROM statement WHERE revision = $1)", n)
	for _, table := range []string{"figure", "event", "statement", "source", "reading"} {
		w.exec("DELETE FROM "+table+" WHERE revision = $1", n)
	}
	a := e.a
	w.exec(`UPDATE revision SET url = $1, outlet = $2, title = $3, authors = $4, credit = $5, published = $6, modified = $7, language = $8, day = $9, at = $10, changed = $11,
		words = $12, text = $13, text_sha256 = $14, blocks = $15 WHERE n = $16`,
		a.URL, a.Outlet, a.Title, e.authors, a.Credit, a.Published, a.Modified, a.Language, e.day, e.at, e.changed, e.words, a.Text, e.text, e.blocks, n)
	w.rows(n, e.reading, e.engine, e.readBody)
}

// Reindex makes the search index anew from the texts and statements that are there.
func (s *Store) Reindex(ctx context.Context) error {
	if err := s.tx(ctx, func(w *writer) error { return s.d.reindex(ctx, w.tx) }); err != nil {
		return fmt.Errorf("write ledger %s: %w", s.Path, err)
	}
	return nil
}
