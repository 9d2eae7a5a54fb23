package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// A Copied is what a copy has moved.
type Copied struct {
	Tables int `json:"tables"`
	Rows   int `json:"rows"`
}

// CopyTo copies every row, kept and recomputed, to an empty ledger of any engine, in one transaction:
// all or, with an error, nothing. It copies what was there at one moment, whatever is added meanwhile.
// [ErrNotEmpty] where to has rows.
func (s *Store) CopyTo(ctx context.Context, to *Store) (done Copied, err error) {
	from, err := s.read.BeginTx(ctx, &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true})
	if err != nil {
		return done, s.d.explain(err)
	}
	defer from.Rollback()
	tables, err := texts(ctx, from, s.d.tables)
	if err != nil {
		return done, s.d.explain(err)
	}
	err = to.tx(ctx, func(w *writer) error {
		for _, table := range tables {
			if _, full := w.number("SELECT 1 FROM " + table + " LIMIT 1"); full {
				return ErrNotEmpty
			}
		}
		if later := to.d.later; later != "" {
			w.exec(later)
		}
		for _, table := range tables {
			n, err := copyTable(ctx, s, from, w, table)
			if err != nil {
				return fmt.Errorf("copy table %s: %w", table, s.d.explain(err))
			}
			done.Tables++
			done.Rows += n
		}
		return w.err
	})
	if err != nil {
		return done, fmt.Errorf("copy ledger %s to %s: %w", s.Path, to.Path, err)
	}
	return done, nil
}

// copyRows is how many rows are written together.
const copyRows = 500

// copyTable copies the rows of one table with their numbers.
func copyTable(ctx context.Context, s *Store, from *sql.Tx, w *writer, table string) (n int, err error) {
	names, err := texts(ctx, from, s.d.columns, table)
	if err != nil {
		return 0, err
	}
	columns := strings.Join(names, ", ")
	rows, err := from.QueryContext(ctx, "SELECT "+columns+" FROM "+table)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	types, err := rows.ColumnTypes()
	if err != nil {
		return 0, err
	}
	for rows.Next() {
		row, to := make([]any, len(names)), make([]any, len(names))
		for i := range row {
			to[i] = &row[i]
		}
		if err := rows.Scan(to...); err != nil {
			return n, err
		}
		for i := range row {
			// SQLite has truth as a number.
			if n, ok := row[i].(int64); ok && types[i].DatabaseTypeName() == "BOOLEAN" {
				row[i] = n != 0
			}
		}
		if w.insert(table, columns, row...); w.err != nil {
			return n, w.err
		}
		if n++; n%copyRows == 0 {
			w.flush()
		}
	}
	if err := rows.Err(); err != nil {
		return n, err
	}
	if w.flush(); w.err != nil {
		return n, w.err
	}
	return n, w.d.copied(ctx, w.tx, table)
}

// texts is the one column of strings that a query gives.
func texts(ctx context.Context, tx *sql.Tx, q string, args ...any) (out []string, err error) {
	rows, err := tx.QueryContext(ctx, q, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, rows.Err()
}

// Backup writes the whole ledger, as it is at one moment, to a new file: a SQLite ledger, whatever
// this one is. Others can read and write meanwhile. The file is there only when it is complete.
// [ErrNotEmpty] where it is there already.
func (s *Store) Backup(ctx context.Context, path string) error {
	if _, err := os.Stat(path); err == nil {
		return fmt.Errorf("back up to %s: %w", path, ErrNotEmpty)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	dir, err := os.MkdirTemp(filepath.Dir(path), ".sayso-backup-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	part := filepath.Join(dir, "ledger.db")
	backup := s.d.backup
	if backup == nil {
		backup = backupByCopy
	}
	if err := backup(ctx, s, part); err != nil {
		return fmt.Errorf("back up to %s: %w", path, s.d.explain(err))
	}
	if err := syncFile(part); err != nil {
		return err
	}
	// Link and not rename: a file that came to be there meanwhile is not replaced.
	if err := os.Link(part, path); err == nil || !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	return os.Rename(part, path)
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer f.Close()
	return f.Sync()
}

// backupByCopy makes a file of any ledger.
func backupByCopy(ctx context.Context, s *Store, path string) error {
	to, err := Open(ctx, path, true)
	if err != nil {
		return err
	}
	_, err = s.CopyTo(ctx, to)
	return errors.Join(err, to.Close()) // closing writes the log into the file
}
