package store

import (
	"context"
	"errors"
	"net"
	"net/url"
	"strings"
	"sync"
	"testing"

	"sayso/internal/store/pgtest"
)

// with is address with one thing changed.
func with(address, key, value string) string {
	u, err := url.Parse(address)
	if err != nil {
		panic(err)
	}
	q := u.Query()
	q.Set(key, value)
	u.RawQuery = q.Encode()
	return u.String()
}

func TestPostgresOpenErrors(t *testing.T) {
	ctx := context.Background()
	empty, newer, other := pgtest.URL(t), pgtest.URL(t), pgtest.URL(t)
	s, err := Open(ctx, newer, true)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.write.Exec("INSERT INTO goose_db_version (version_id, is_applied) VALUES (999, TRUE)"); err != nil {
		t.Fatal(err)
	}
	s.Close()
	w, r, err := openPostgres(other)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Exec("CREATE TABLE theirs (a INT); CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0"); err != nil {
		if _, err = w.Exec("CREATE TABLE theirs (a INT)"); err == nil {
			_, err = w.Exec("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	w.Close()
	r.Close()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	closed := l.Addr().String()
	l.Close()
	for _, c := range []struct {
		address string
		create  bool
		want    error
	}{
		{empty, false, ErrMissing},
		{newer, true, ErrNewer},
		{other, true, ErrNotLedger},
		{with(empty, "user", "nobody"), true, ErrLogin},
		{with(empty, "database", "none"), true, ErrNoDatabase},
		{with(empty, "search_path", "none"), true, ErrNoDatabase},
		{with(empty, "database", "latin"), true, ErrEncoding},
		{with(empty, "host", "/nowhere"), true, ErrServer},
		{"postgres://ed:secret@" + closed + "/db?sslmode=disable", true, ErrServer},
		{"postgres://ed:secret@host:port/db", true, ErrAddress},
	} {
		s, err := Open(ctx, c.address, c.create)
		if !errors.Is(err, c.want) || strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: %v, want %v", c.address, err, c.want)
		}
		if err == nil {
			s.Close()
		}
	}
}

// Several programs that begin with an empty database and write at once make one sound ledger.
func TestPostgresManyWriters(t *testing.T) {
	address := pgtest.URL(t)
	ctx := context.Background()
	var es []*Entry
	for i := range 24 {
		es = append(es, entry(t, reading("https://example.com/"+string(rune('a'+i%9)), "Example Times", "2026-03-02", sampleText+strings.Repeat(" More.", i%5)), int64(i+1)))
	}
	var all sync.WaitGroup
	for i := range 4 {
		all.Go(func() {
			s, err := Open(ctx, address, true)
			if err != nil {
				t.Error(err)
				return
			}
			defer s.Close()
			for j := range es {
				if _, err := s.Add(ctx, []*Entry{es[(j*7+i*5)%len(es)]}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	s, err := Open(ctx, address, false)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if got := problems(t, s); len(got) > 0 {
		t.Error(got)
	}
	calm := openTest(t)
	mustAdd(t, calm, es...)
	if everything(t, s) != everything(t, calm) {
		t.Error("the ledger is not the one that a single writer makes")
	}
}
