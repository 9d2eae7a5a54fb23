package store

import (
	"bytes"
	"compress/flate"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"reflect"
	"sync"
	"time"

	"sayso/article"
	"sayso/resolve"
)

// The stored form of a reading is resolve.Reading's own fields as JSON, without the article, which
// has its own columns, and deflated. It holds byte offsets and whatever fields the engine's version
// had, so nothing is lost on the way back; it may change with every version, since a reading is
// recomputed from the snapshot when the engine changes. The published form is export's, not this.

var deflaters = sync.Pool{New: func() any { w, _ := flate.NewWriter(nil, flate.DefaultCompression); return w }}

// An inflater is used again and again: a ledger of 100,000 reports inflates them all at a start.
type inflater struct {
	from bytes.Reader
	r    io.ReadCloser
	to   bytes.Buffer
}

var inflaters = sync.Pool{New: func() any { return &inflater{r: flate.NewReader(nil)} }}

// inflate is what b holds, until the inflater is used again.
func (in *inflater) inflate(b []byte) ([]byte, error) {
	in.from.Reset(b)
	in.to.Reset()
	if err := in.r.(flate.Resetter).Reset(&in.from, nil); err != nil {
		return nil, err
	}
	_, err := in.to.ReadFrom(in.r)
	return in.to.Bytes(), err
}

func encodeReading(r *resolve.Reading) ([]byte, error) {
	bare := *r
	bare.Article = nil
	var out bytes.Buffer
	w := deflaters.Get().(*flate.Writer)
	defer deflaters.Put(w)
	w.Reset(&out)
	stored := reflect.New(plainReading())
	copyPlain(stored.Elem(), reflect.ValueOf(bare))
	if err := json.NewEncoder(w).Encode(stored.Interface()); err != nil {
		return nil, fmt.Errorf("encode reading of %s: %w", r.Article.ID, err)
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func decodeReading(body []byte, a *article.Article) (*resolve.Reading, error) {
	in := inflaters.Get().(*inflater)
	defer inflaters.Put(in)
	b, err := in.inflate(body)
	if err != nil {
		return nil, err
	}
	stored := reflect.New(plainReading())
	if err := json.Unmarshal(b, stored.Interface()); err != nil {
		return nil, err
	}
	r := &resolve.Reading{}
	copyPlain(reflect.ValueOf(r).Elem(), stored.Elem())
	r.Article = a
	return r, nil
}

// A StoredReading is a reading with where it stands in the ledger.
type StoredReading struct {
	Report   string // id of the report; also the reading's Article.ID
	Revision string
	Current  bool      // the newest revision of its report
	Seen     time.Time // when its bytes were first fetched
	Engine   Engine
	Reading  *resolve.Reading
}

const readingColumns = `r.id, v.id, r.current = v.n, v.seen, g.engine, g.model, v.url, v.outlet, v.title, v.authors, v.credit,
	v.published, v.modified, v.language, v.text, v.blocks, g.body
	FROM revision v JOIN report r ON r.n = v.report JOIN reading g ON g.revision = v.n`

type scanner interface{ Scan(...any) error }

func scanReading(row scanner) (*StoredReading, error) {
	a := &article.Article{}
	g := &StoredReading{}
	var authors, blocks string
	var body []byte
	var seen int64
	err := row.Scan(&g.Report, &g.Revision, &g.Current, &seen, &g.Engine.Version, &g.Engine.Model, &a.URL, &a.Outlet, &a.Title, &authors, &a.Credit,
		&a.Published, &a.Modified, &a.Language, &a.Text, &blocks, &body)
	if err != nil {
		return nil, err
	}
	a.ID, g.Seen = g.Report, moment(seen)
	if err := json.Unmarshal([]byte(authors), &a.Authors); err != nil {
		return nil, fmt.Errorf("authors of revision %s: %w", g.Revision, err)
	}
	if a.Blocks, err = decodeBlocks(blocks); err != nil {
		return nil, fmt.Errorf("blocks of revision %s: %w", g.Revision, err)
	}
	if g.Reading, err = decodeReading(body, a); err != nil {
		return nil, fmt.Errorf("reading of revision %s: %w", g.Revision, err)
	}
	return g, nil
}

// Readings gives back every reading in order of publication, then of id; those without a date come
// first. With all, every revision is given, else only the newest of each report. One reading is in
// memory at a time. An error ends the sequence.
func (s *Store) Readings(ctx context.Context, all bool) iter.Seq2[*StoredReading, error] {
	which := " WHERE r.current = v.n"
	if all {
		which = ""
	}
	return s.readings(ctx, which+" ORDER BY v.at, v.id")
}

// readings gives the readings that the end of a query says.
func (s *Store) readings(ctx context.Context, which string, args ...any) iter.Seq2[*StoredReading, error] {
	return func(yield func(*StoredReading, error) bool) {
		rows, err := s.read.QueryContext(ctx, "SELECT "+readingColumns+which, args...)
		if err != nil {
			yield(nil, s.d.explain(err))
			return
		}
		defer rows.Close()
		for rows.Next() {
			g, err := scanReading(rows)
			if !yield(g, s.d.explain(err)) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(nil, s.d.explain(err))
		}
	}
}

// Reading is the reading of the revision with this id, or of the newest revision of the report with it.
func (s *Store) Reading(ctx context.Context, id string) (*StoredReading, error) {
	g, err := scanReading(s.read.QueryRowContext(ctx, "SELECT "+readingColumns+" WHERE v.id = $1 OR (r.id = $1 AND r.current = v.n)", id))
	if err != nil {
		return nil, s.notFound("report", id, err)
	}
	return g, nil
}
