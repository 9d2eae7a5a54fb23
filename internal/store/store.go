// Package store keeps the ledger: what came in, how it was read, and what people decided.
//
// [Open] opens a ledger, a file or a schema of a PostgreSQL database; [Store.Add] puts prepared reports in, a batch in one transaction;
// the listing methods ([Store.Reports], [Store.Statements], …) take a [Filter] and return a page;
// [Store.Readings] gives every reading back as the engine made it. Ids are made from content, so
// reports added in any order give the same ledger. Bytes as fetched and decisions are kept for
// good; all else can be recomputed from them and is replaced by [Store.Reread].
//
// The SQL is one text for every engine, with $1 placeholders; what engines do differently is in
// the dialect. The package reads no articles: it is given what the engine made of them.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/pressly/goose/v3"
)

// What can be wrong with a ledger, for callers that give a hint.
var (
	ErrMissing   = errors.New("there is no ledger")
	ErrNotLedger = errors.New("not a sayso ledger")
	ErrNewer     = errors.New("made by a newer sayso")
	ErrFull      = errors.New("the disk is full")
	ErrBusy      = errors.New("another program is writing to it")
	ErrReadOnly  = errors.New("it cannot be written to")
	ErrNotFound  = errors.New("not in the ledger")
	ErrAmbiguous = errors.New("means more than one thing")
	ErrDamaged   = errors.New("the file is damaged")
	ErrDisk      = errors.New("the disk could not be read or written")
	ErrNotEmpty  = errors.New("there is a ledger already")

	// Of PostgreSQL:
	ErrAddress    = errors.New("the address cannot be understood")
	ErrServer     = errors.New("the database server cannot be reached")
	ErrLogin      = errors.New("the database server refuses the user or the password")
	ErrNoDatabase = errors.New("the database is not there")
	ErrEncoding   = errors.New("the database cannot hold all text")
)

// Store is an open ledger. Its methods can be called from several goroutines; writing is done by
// one at a time, reading beside it.
type Store struct {
	Path string // of the ledger's file, or its address without the password

	write *sql.DB // one connection; transactions take the write lock at once
	read  *sql.DB // several connections that cannot write
	d     *dialect
}

// A ledger that another program writes to is asked for again for busyWait, which is also what SQLite itself waits for a lock.
const (
	busyWait  = 10 * time.Second
	busyPause = 20 * time.Millisecond
)

// Open opens the ledger at path, a file or an address of PostgreSQL (postgres://…), and brings its
// tables up to date. With create, a ledger that does not exist is made, with its folder; without,
// that is ErrMissing.
func Open(ctx context.Context, path string, create bool) (*Store, error) {
	s := &Store{Path: path, d: &sqlite}
	if isPostgres(path) {
		s.Path, s.d = shown(path), &postgres
	}
	// An engine refuses at once, without waiting, where two who make one new file stand in each other's way.
	for until := time.Now().Add(busyWait); ; {
		err := s.open(ctx, path, create)
		switch {
		case err == nil:
			return s, nil
		case !errors.Is(err, ErrBusy) || time.Now().After(until):
			return nil, fmt.Errorf("open ledger %s: %w", s.Path, err)
		}
		select {
		case <-ctx.Done():
			return nil, fmt.Errorf("open ledger %s: %w", s.Path, ctx.Err())
		case <-time.After(busyPause):
		}
	}
}

func (s *Store) open(ctx context.Context, path string, create bool) (err error) {
	if s.d == &sqlite {
		if err := findFile(path, create); err != nil {
			return err
		}
	}
	if s.write, s.read, err = s.d.open(path); err != nil {
		return s.d.explain(err)
	}
	if err := s.migrate(ctx, create); err != nil {
		s.Close()
		return s.d.explain(err)
	}
	return nil
}

// findFile looks whether a ledger's file can be opened; with create its folder is made.
func findFile(path string, create bool) error {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return fmt.Errorf("%w: it is a folder", ErrNotLedger)
	case errors.Is(err, fs.ErrNotExist) && !create, err == nil && info.Size() == 0 && !create:
		return ErrMissing
	case errors.Is(err, fs.ErrNotExist):
		return os.MkdirAll(filepath.Dir(path), 0o700)
	case err != nil:
		return err
	}
	f, err := os.OpenFile(path, os.O_RDONLY, 0)
	if err != nil {
		return err
	}
	return f.Close()
}

// Close closes the ledger.
func (s *Store) Close() error { return errors.Join(s.read.Close(), s.write.Close()) }

// migrate brings the tables to this program's version. A ledger that is up to date is not written to.
func (s *Store) migrate(ctx context.Context, create bool) error {
	have, err := s.d.version(ctx, s.read)
	if err != nil {
		return err
	}
	if have == 0 && !create {
		return ErrMissing
	}
	if have != s.d.latest && s.d.guard != nil {
		release, err := s.d.guard(ctx, s.read)
		if err != nil {
			return err
		}
		defer release()
		if have, err = s.d.version(ctx, s.read); err != nil {
			return err
		}
	}
	if have == s.d.latest {
		return nil
	}
	if have > s.d.latest {
		return fmt.Errorf("%w: its tables are version %d, this program knows %d", ErrNewer, have, s.d.latest)
	}
	if have == 0 {
		if err := s.d.mark(ctx, s.write); err != nil {
			return err
		}
	}
	folder, err := fs.Sub(migrations, "migrations/"+s.d.name)
	if err != nil {
		return err
	}
	p, err := goose.NewProvider(s.d.goose, s.write, folder)
	if err != nil {
		return err
	}
	// Another process may be making the same tables of a new file: who comes second finds some there and goes on with the rest.
	for try := int64(0); ; try++ {
		if _, err = p.Up(ctx); err == nil || try == s.d.latest || s.d.explain(err) != err {
			return err
		}
	}
}

// tx runs f in one writing transaction, the only one of all programs on this ledger.
func (s *Store) tx(ctx context.Context, f func(*writer) error) error {
	err := s.transact(ctx, f)
	return s.d.explain(err)
}

func (s *Store) transact(ctx context.Context, f func(*writer) error) error {
	c, err := s.write.Conn(ctx)
	if err != nil {
		return err
	}
	defer c.Close()
	tx, err := c.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if s.d.lock != "" {
		if _, err := tx.ExecContext(ctx, s.d.lock); err != nil {
			return err
		}
	}
	w := &writer{ctx: ctx, d: s.d, conn: c, tx: tx, stmts: map[string]*sql.Stmt{}}
	defer w.close()
	if err := f(w); err != nil {
		return err
	}
	if w.flush(); w.err != nil {
		return w.err
	}
	return tx.Commit()
}
