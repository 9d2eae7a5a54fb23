package store

import (
	"context"
	"errors"
	"net"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

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

// A connection that is lost is told as such, nothing of the batch is there, and the next one goes in.
func TestPostgresConnectionLost(t *testing.T) {
	ctx := context.Background()
	s := openPostgresTest(t)
	e := entry(t, reading("https://example.com/1", "Example Times", "2026-03-02", sampleText), 1)
	err := s.tx(ctx, func(w *writer) error {
		w.add(e)
		if _, err := s.read.Exec("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND classid = " + strconv.Itoa(applicationID) + " AND granted"); err != nil {
			t.Fatal(err)
		}
		time.Sleep(50 * time.Millisecond)
		w.add(e)
		return w.err
	})
	if !errors.Is(err, ErrServer) || errors.Is(err, syscall.EPIPE) {
		t.Error(err)
	}
	if c, err := s.Counts(ctx); err != nil || c.Revisions != 0 {
		t.Error(c, err)
	}
	if got := mustAdd(t, s, e); got[0] != Added {
		t.Error(got)
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
