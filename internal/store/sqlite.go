package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"

	"github.com/pressly/goose/v3"
	driver "modernc.org/sqlite"
	code "modernc.org/sqlite/lib"
)

//go:embed migrations
var migrations embed.FS

// A dialect is what one database engine does in its own way; all other SQL is shared.
type dialect struct {
	name    string // also of the folder of its migrations
	goose   goose.Dialect
	latest  int64  // the newest migration in that folder; a test holds it to the folder
	now     string // the engine's clock in microseconds since 1970
	open    func(path string) (write, read *sql.DB, err error)
	version func(ctx context.Context, db *sql.DB) (int64, error)
	mark    func(ctx context.Context, db *sql.DB) error // before the first migration
	explain func(error) error
	check   func(ctx context.Context, s *Store, problem func(what, wrong, out string)) error // file, keys and search index
	reindex func(ctx context.Context, tx *sql.Tx) error

	guard func(ctx context.Context, db *sql.DB) (release func(), err error)                          // nil, or keeps others from making the tables meanwhile
	lock  string                                                                                     // "", or makes a transaction the only writer
	bulk  func(ctx context.Context, c *sql.Conn, table string, columns []string, rows [][]any) error // nil where single rows are as fast

	// For a copy of all rows.
	tables  string // the names of all tables
	columns string // the names of the columns of table $1
	later   string // puts the test of keys off to the commit, or ""
	copied  func(ctx context.Context, tx *sql.Tx, table string) error
	backup  func(ctx context.Context, s *Store, path string) error // to a new SQLite ledger; nil where that is a copy of all rows

	match          func(must, not []term) string // the words in ? below
	reportMatch    string                        // condition: revision v matches the words in ?
	statementMatch string                        // condition: statement s matches the words in ?
	search         string                        // reports with title and text that match ? and a condition, best first; a limit and an offset
}

// applicationID marks a SQLite file as a ledger of sayso's: "says" in ASCII.
const applicationID = 0x73617973

var sqlite = dialect{
	name:    "sqlite",
	goose:   goose.DialectSQLite3,
	latest:  5,
	now:     "CAST(unixepoch('subsec') * 1000000 AS INTEGER)",
	open:    openSQLite,
	version: versionSQLite,
	mark:    markSQLite,
	explain: explainSQLite,
	check:   checkSQLite,
	reindex: reindexSQLite,
	tables:  "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' AND name <> 'goose_db_version' ORDER BY name",
	columns: "SELECT name FROM pragma_table_info($1) ORDER BY name",
	later:   "PRAGMA defer_foreign_keys = 1",
	copied:  func(context.Context, *sql.Tx, string) error { return nil },
	backup:  backupSQLite,

	match:          matchSQLite,
	reportMatch:    "v.n IN (SELECT rowid FROM revision_words WHERE revision_words MATCH ?)",
	statementMatch: "s.n IN (SELECT rowid FROM statement_words WHERE statement_words MATCH ?)",
	search: `SELECT r.id, v.title, v.outlet, v.day, v.url, v.text
		FROM revision_words JOIN revision v ON v.n = revision_words.rowid JOIN report r ON r.current = v.n
		WHERE revision_words MATCH ? AND %s ORDER BY bm25(revision_words, 4.0, 1.0), v.id LIMIT %d OFFSET %d`,
}

// openSQLite opens the two pools. synchronous=FULL makes a commit survive a loss of power; batches
// make it cheap.
// A ledger that cannot be written to, on a disc or of somebody else's, is read as it is: a write is ErrReadOnly.
func openSQLite(path string) (write, read *sql.DB, err error) {
	fixed := ""
	if unwritable(path) {
		fixed = "&mode=ro&immutable=1"
	}
	dsn := func(extra string) string {
		extra += fixed
		return (&url.URL{Scheme: "file", Opaque: (&url.URL{Path: path}).EscapedPath()}).String() +
			"?_pragma=busy_timeout(10000)&_pragma=foreign_keys(1)&_pragma=temp_store(memory)&_pragma=cache_size(-16000)" + extra
	}
	write, err = sql.Open("sqlite", dsn("&_txlock=immediate&_pragma=journal_mode(wal)&_pragma=synchronous(full)"))
	if err != nil {
		return nil, nil, err
	}
	write.SetMaxOpenConns(1)
	read, err = sql.Open("sqlite", dsn("&_pragma=query_only(1)"))
	if err != nil {
		return nil, nil, err
	}
	read.SetMaxOpenConns(max(2, runtime.NumCPU()))
	return write, read, nil
}

// unwritable reports whether a ledger's file is there, without a log beside it, and it or its folder, where a log would be made,
// cannot be written to.
func unwritable(path string) bool {
	if _, err := os.Stat(path + "-wal"); err == nil {
		return false // somebody is at it, or what the log holds would be missed
	}
	if info, err := os.Stat(path); err != nil || info.Size() == 0 {
		return false
	}
	if f, err := os.OpenFile(path, os.O_RDWR, 0); err != nil {
		return errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS)
	} else if err := f.Close(); err != nil {
		return false
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".sayso-*")
	if err != nil {
		return errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS)
	}
	f.Close()
	os.Remove(f.Name())
	return false
}

// markSQLite marks an empty file as a ledger.
func markSQLite(ctx context.Context, db *sql.DB) error {
	_, err := db.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d", applicationID))
	return err
}

// versionSQLite is the number of the newest migration in the file; 0 for an empty file. A file
// with tables that lacks the mark belongs to another program. All is read from one moment's view of the file, since another
// process may be marking it and making its tables.
func versionSQLite(ctx context.Context, db *sql.DB) (version int64, err error) {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return 0, err
	}
	defer tx.Rollback()
	var id, tables int64
	if err := tx.QueryRowContext(ctx, "PRAGMA application_id").Scan(&id); err != nil {
		return 0, err
	}
	if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_master").Scan(&tables); err != nil {
		return 0, err
	}
	if tables == 0 {
		return 0, nil
	}
	if id != applicationID {
		return 0, fmt.Errorf("%w: a database of another program", ErrNotLedger)
	}
	err = tx.QueryRowContext(ctx, "SELECT coalesce(max(version_id), 0) FROM goose_db_version WHERE is_applied").Scan(&version)
	return version, err
}

// explainSQLite wraps what SQLite reports in this package's errors.
func explainSQLite(err error) error {
	var e *driver.Error
	if !errors.As(err, &e) {
		return err
	}
	kind := map[int]error{
		code.SQLITE_NOTADB: ErrNotLedger, code.SQLITE_FULL: ErrFull, code.SQLITE_BUSY: ErrBusy, code.SQLITE_LOCKED: ErrBusy,
		code.SQLITE_READONLY: ErrReadOnly, code.SQLITE_CORRUPT: ErrDamaged, code.SQLITE_CANTOPEN: ErrReadOnly, code.SQLITE_IOERR: ErrDisk,
	}[e.Code()&0xff]
	if kind == nil || errors.Is(err, kind) {
		return err
	}
	return fmt.Errorf("%w (%w)", kind, err)
}

// checkSQLite asks SQLite about its pages, the keys and the search index.
func checkSQLite(ctx context.Context, s *Store, problem func(what, wrong, out string)) error {
	err := s.each(ctx, "PRAGMA integrity_check(20)", func(row scanner) error {
		var said string
		err := row.Scan(&said)
		if err == nil && said != "ok" {
			problem("the file", said, outRecover)
		}
		return err
	})
	if err != nil {
		return err
	}
	err = s.each(ctx, "PRAGMA foreign_key_check", func(row scanner) error {
		var table, parent string
		var n, key sql.NullInt64
		err := row.Scan(&table, &n, &parent, &key)
		problem(fmt.Sprintf("%s row %d", table, n.Int64), "it names a "+parent+" that is not there", outReread)
		return err
	})
	if err != nil {
		return err
	}
	for _, index := range searchIndexes {
		_, err := s.write.ExecContext(ctx, "INSERT INTO "+index+" ("+index+", rank) VALUES ('integrity-check', 1)")
		if err != nil && !errors.Is(explainSQLite(err), ErrReadOnly) {
			problem("search index "+index, "it does not fit the texts", "sayso reread makes it again")
		}
	}
	return nil
}

// searchIndexes are the full-text tables.
var searchIndexes = []string{"revision_words", "statement_words"}

func reindexSQLite(ctx context.Context, tx *sql.Tx) error {
	for _, index := range searchIndexes {
		if _, err := tx.ExecContext(ctx, "INSERT INTO "+index+" ("+index+") VALUES ('rebuild')"); err != nil {
			return err
		}
	}
	return nil
}

// backupSQLite writes the file anew, page by page, from one moment's view of it.
func backupSQLite(ctx context.Context, s *Store, path string) error {
	_, err := s.write.ExecContext(ctx, "VACUUM INTO $1", path)
	return err
}

// matchSQLite is FTS5's query for words that must and must not occur.
func matchSQLite(must, not []term) string {
	quoted := func(ts []term) (out []string) {
		for _, t := range ts {
			out = append(out, t.quoted())
		}
		return out
	}
	if len(must) == 0 {
		return strings.Join(quoted(not), " OR ")
	}
	return strings.Join(append([]string{strings.Join(quoted(must), " AND ")}, quoted(not)...), " NOT ")
}
