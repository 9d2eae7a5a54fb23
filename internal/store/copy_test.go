package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"testing"
	"time"
)

// filled is a ledger with some of everything, also what only failures and decisions have.
func filled(t *testing.T, s *Store) {
	t.Helper()
	ctx := context.Background()
	for i := range 9 {
		r := reading(fmt.Sprintf("https://example.com/%d", i%6), fmt.Sprintf("Outlet %d", i%2), fmt.Sprintf("2026-03-%02d", 1+i/2), sampleText+fmt.Sprint(" Ünd ", i))
		if i == 4 {
			r.Figures[0].High = nil
		}
		mustAdd(t, s, entry(t, r, int64(i+1)))
	}
	if err := s.Fail(ctx, []Failure{{Origin: "torn.txt", Reason: "it was torn", At: time.UnixMicro(5)}}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Decide(ctx, Decision{At: time.UnixMicro(7), Who: "ed", Kind: "confirm", Subject: "x"}); err != nil {
		t.Fatal(err)
	}
}

// A copy to either engine shows the same, is sound, goes on growing and is not written over.
func testCopy(t *testing.T, open opener) {
	ctx := context.Background()
	s := open(t)
	filled(t, s)
	want := everything(t, s)
	for _, e := range engines {
		t.Run("to "+e.name, func(t *testing.T) {
			to := e.open(t)
			done, err := s.CopyTo(ctx, to)
			if err != nil || done.Rows < 9*8 || done.Tables < 12 {
				t.Fatal(done, err)
			}
			if got := everything(t, to); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
			if got := problems(t, to); len(got) > 0 {
				t.Error(got)
			}
			fs, err1 := to.Failures(ctx)
			ds, err2 := to.Decisions(ctx)
			if len(fs) != 1 || len(ds) != 1 || err1 != nil || err2 != nil {
				t.Error(fs, ds, err1, err2)
			}
			if p, err := to.Search(ctx, Filter{Words: "officials"}); err != nil || len(p.Rows) != 6 {
				t.Error(len(p.Rows), err)
			}
			if got := mustAdd(t, to, entry(t, reading("https://example.com/new", "Outlet 1", "2026-03-09", sampleText), 99)); got[0] != Added {
				t.Error(got)
			}
			if got := problems(t, to); len(got) > 0 {
				t.Error(got)
			}
			if _, err := s.CopyTo(ctx, to); !errors.Is(err, ErrNotEmpty) {
				t.Error(err)
			}
		})
	}
}

// A backup is a whole ledger of one moment, taken while another writes.
func testBackup(t *testing.T, open opener) {
	ctx := context.Background()
	s := open(t)
	filled(t, s)
	done := make(chan error)
	stop := make(chan bool)
	go func() {
		for i := 0; ; i++ {
			select {
			case <-stop:
				done <- nil
				return
			default:
			}
			r := reading(fmt.Sprintf("https://example.org/%d", i), "Outlet 3", "2026-03-09", sampleText)
			e, err := Prepare(&Intake{Origin: fmt.Sprint(i), URL: r.Article.URL, Bytes: fmt.Append(nil, i)}, r, ReportID(r.Article), Engine{"1", "sha256:0"})
			if err == nil {
				_, err = s.Add(ctx, []*Entry{e})
			}
			if err != nil {
				done <- err
				return
			}
		}
	}()
	path := filepath.Join(t.TempDir(), "it's a backup?.db")
	err := s.Backup(ctx, path)
	close(stop)
	if werr := <-done; err != nil || werr != nil {
		t.Fatal(err, werr)
	}
	b, err := Open(ctx, path, false)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	if got := problems(t, b); len(got) > 0 {
		t.Error(got)
	}
	if c, err := b.Counts(ctx); err != nil || c.Reports < 6 || c.Failures != 1 {
		t.Error(c, err)
	}
	if err := s.Backup(ctx, path); !errors.Is(err, ErrNotEmpty) {
		t.Error(err)
	}
}
