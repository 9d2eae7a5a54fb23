// Package store keeps the ledger: what came in, how it was read, and what people decided.
//
// [Open] opens a ledger file; [Store.Add] puts prepared reports in, a batch in one transaction;
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
)

// Store is an open ledger. Its methods can be called from several goroutines; writing is done by
// one at a time, reading beside it.
type Store struct {
	Path string // of the ledger's file

	write *sql.DB // one connection; transactions take the write lock at once
	read  *sql.DB // several connections that cannot write
	d     *dialect
}

// Open opens the ledger at path and brings its tables up to date. With create, a ledger that does
// not exist is made, with its folder; without, that is ErrMissing.
func Open(ctx context.Context, path string, create bool) (*Store, error) {
	s, err := open(ctx, path, create)
	if err != nil {
		return nil, fmt.Errorf("open ledger %s: %w", path, err)
	}
	return s, nil
}

func open(ctx context.Context, path string, create bool) (*Store, error) {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return nil, fmt.Errorf("%w: it is a folder", ErrNotLedger)
	case errors.Is(err, fs.ErrNotExist) && !create, err == nil && info.Size() == 0 && !create:
		return nil, ErrMissing
	case errors.Is(err, fs.ErrNotExist):
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return nil, err
		}
	case err != nil:
		return nil, err
	}
	if f, err := os.OpenFile(path, os.O_RDONLY, 0); err == nil {
		f.Close()
	} else if !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	s := &Store{Path: path, d: &sqlite}
	if s.write, s.read, err = s.d.open(path); err != nil {
		return nil, s.d.explain(err)
	}
	if err := s.migrate(ctx); err != nil {
		s.Close()
		return nil, s.d.explain(err)
	}
	return s, nil
}

// Close closes the ledger.
func (s *Store) Close() error { return errors.Join(s.read.Close(), s.write.Close()) }

// migrate brings the tables to this program's version. A ledger that is up to date is not written to.
func (s *Store) migrate(ctx context.Context) error {
	have, err := s.d.version(ctx, s.read)
	if err != nil {
		return err
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
	_, err = p.Up(ctx)
	return err
}

// tx runs f in one writing transaction.
func (s *Store) tx(ctx context.Context, f func(*sql.Tx) error) error {
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return s.d.explain(err)
	}
	defer tx.Rollback()
	if err := f(tx); err != nil {
		return s.d.explain(err)
	}
	return s.d.explain(tx.Commit())
}
