package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net"
	"net/url"
	"runtime"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
)

var postgres = dialect{
	name:    "postgres",
	goose:   goose.DialectPostgres,
	latest:  5,
	now:     "(extract(epoch FROM clock_timestamp()) * 1000000)::bigint",
	open:    openPostgres,
	version: versionPostgres,
	mark:    markPostgres,
	explain: explainPostgres,
	check:   checkPostgres,
	reindex: reindexPostgres,
	guard:   guardPostgres,
	lock:    fmt.Sprintf("SELECT pg_advisory_xact_lock(%d, %s)", applicationID, schemaLock),
	bulk:    bulkPostgres,
	tables:  "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND table_name NOT IN ('goose_db_version', 'sayso') ORDER BY table_name",
	columns: "SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = $1 AND is_generated = 'NEVER' ORDER BY column_name",
	copied:  numbersPostgres,

	match:          matchPostgres,
	reportMatch:    "v.search @@ " + tsquery,
	statementMatch: "s.search @@ " + tsquery,
	search: `SELECT r.id, v.title, v.outlet, v.day, v.url, v.text FROM revision v JOIN report r ON r.current = v.n
		WHERE v.search @@ ` + tsquery + ` AND %s
		ORDER BY ts_rank_cd('{0.25, 0.25, 0.25, 1}', v.search, ` + tsquery + `) DESC, v.id LIMIT %d OFFSET %d`,
}

// tsquery is the query of the search index that ? says. plain_words is not asked again: to_tsquery
// has its own signs, and the words were cut by wordsOf.
const tsquery = "to_tsquery('words', ?)"

// schemaLock is a number for the ledger's schema, so that two ledgers in one database do not wait
// for one another.
const schemaLock = "hashtext(current_schema())"

// lockWait is how long a writer waits for another before it gives up.
const lockWait = 10 * time.Second

// isPostgres reports whether a ledger's name is an address of PostgreSQL and not a path.
func isPostgres(name string) bool {
	return strings.HasPrefix(name, "postgres://") || strings.HasPrefix(name, "postgresql://")
}

// shown is a ledger's address without its password.
func shown(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "postgres://…"
	}
	if q := u.Query(); q.Has("password") {
		q.Del("password")
		u.RawQuery = q.Encode()
	}
	if u.User != nil {
		u.User = url.User(u.User.Username())
	}
	return u.String()
}

// openPostgres opens the two pools; no connection is made yet.
func openPostgres(address string) (write, read *sql.DB, err error) {
	c, err := pgx.ParseConfig(address)
	if err != nil {
		var e *pgconn.ParseConfigError // its text has no password, but is long
		if errors.As(err, &e) {
			return nil, nil, fmt.Errorf("%w: %w", ErrAddress, errors.Unwrap(e))
		}
		return nil, nil, fmt.Errorf("%w: %w", ErrAddress, err)
	}
	if c.ConnectTimeout == 0 {
		c.ConnectTimeout = 10 * time.Second
	}
	c.RuntimeParams["application_name"] = "sayso"
	c.RuntimeParams["lock_timeout"] = fmt.Sprint(lockWait.Milliseconds())
	reading := c.Copy()
	reading.RuntimeParams["default_transaction_read_only"] = "on"
	write, read = stdlib.OpenDB(*c), stdlib.OpenDB(*reading)
	write.SetMaxOpenConns(1)
	read.SetMaxOpenConns(max(4, runtime.NumCPU()))
	read.SetMaxIdleConns(max(4, runtime.NumCPU()))
	return write, read, nil
}

// markPostgres marks an empty schema as a ledger by a table of sayso's name.
func markPostgres(ctx context.Context, db *sql.DB) error {
	_, err := db.ExecContext(ctx, "CREATE TABLE IF NOT EXISTS sayso (what TEXT)")
	return err
}

// versionPostgres is the number of the newest migration in the schema; 0 for an empty one. A schema
// with tables that lacks the mark belongs to another program.
func versionPostgres(ctx context.Context, db *sql.DB) (version int64, err error) {
	var encoding string
	var schema, mark, goose sql.NullString
	var tables int
	err = db.QueryRowContext(ctx, `SELECT current_setting('server_encoding'), current_schema(), to_regclass(quote_ident(current_schema()) || '.sayso')::text,
		to_regclass(quote_ident(current_schema()) || '.goose_db_version')::text,
		(SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE')`).
		Scan(&encoding, &schema, &mark, &goose, &tables)
	switch {
	case err != nil:
		return 0, err
	case encoding != "UTF8":
		return 0, fmt.Errorf("%w: its encoding is %s", ErrEncoding, encoding)
	case !schema.Valid:
		return 0, fmt.Errorf("%w: the schema that search_path names is not there", ErrNoDatabase)
	case tables == 0:
		return 0, nil
	case !mark.Valid:
		return 0, fmt.Errorf("%w: a database of another program", ErrNotLedger)
	case !goose.Valid:
		return 0, nil
	}
	err = db.QueryRowContext(ctx, "SELECT coalesce(max(version_id), 0) FROM goose_db_version WHERE is_applied").Scan(&version)
	return version, err
}

// guardPostgres keeps other programs from making the tables at the same time, until release.
func guardPostgres(ctx context.Context, db *sql.DB) (release func(), err error) {
	c, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	if _, err := c.ExecContext(ctx, fmt.Sprintf("SELECT pg_advisory_lock(%d, %s)", applicationID, schemaLock)); err != nil {
		c.Close()
		return nil, err
	}
	return func() {
		c.ExecContext(context.WithoutCancel(ctx), fmt.Sprintf("SELECT pg_advisory_unlock(%d, %s)", applicationID, schemaLock))
		c.Close()
	}, nil
}

// postgresErrors are this package's errors by SQLSTATE (PostgreSQL's manual, appendix A), or by the
// first two letters of one, its class.
var postgresErrors = map[string]error{
	"28": ErrLogin, "3D": ErrNoDatabase, "3F": ErrNoDatabase, "42501": ErrReadOnly, "25006": ErrReadOnly, "53100": ErrFull, "55P03": ErrBusy,
	"40P01": ErrBusy, "53300": ErrBusy, "57P01": ErrServer, "57P02": ErrServer, "57P03": ErrServer, "08": ErrServer, "58": ErrDisk, "XX001": ErrDamaged, "XX002": ErrDamaged,
}

// explainPostgres wraps what PostgreSQL reports in this package's errors.
func explainPostgres(err error) error {
	var e *pgconn.PgError
	var lost net.Error
	var connect *pgconn.ConnectError
	switch {
	case err == nil || errors.Is(err, context.Canceled):
		return err
	case errors.As(err, &e):
		kind := postgresErrors[e.Code]
		if kind == nil && len(e.Code) == 5 {
			kind = postgresErrors[e.Code[:2]]
		}
		if kind == nil || errors.Is(err, kind) {
			return err
		}
		return fmt.Errorf("%w: %s (SQLSTATE %s)", kind, e.Message, e.Code)
	case errors.Is(err, ErrServer):
		return err
	case errors.As(err, &connect):
		return fmt.Errorf("%w: %v", ErrServer, deepest(connect))
	case errors.As(err, &lost), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, driver.ErrBadConn):
		return fmt.Errorf("%w: %v", ErrServer, err) // not wrapped: a broken pipe here is none of the program's output
	}
	return err
}

// deepest is the cause at the bottom of err: "connection refused" and not all addresses tried.
func deepest(err error) error {
	for {
		var next error
		switch e := err.(type) {
		case interface{ Unwrap() error }:
			next = e.Unwrap()
		case interface{ Unwrap() []error }:
			if all := e.Unwrap(); len(all) > 0 {
				next = all[0]
			}
		}
		if next == nil {
			return err
		}
		if op, ok := next.(*net.OpError); ok {
			return op
		}
		err = next
	}
}

// checkPostgres looks for rows whose key leads nowhere and holds the search index against the words.
// The server's pages are its own: pg_amcheck and data checksums are for them.
func checkPostgres(ctx context.Context, s *Store, problem func(what, wrong, out string)) error {
	type key struct{ table, column, parent, to string }
	var keys []key
	err := s.each(ctx, `SELECT t.relname, a.attname, p.relname, b.attname FROM pg_constraint k
		JOIN pg_class t ON t.oid = k.conrelid JOIN pg_class p ON p.oid = k.confrelid
		JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1] JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = k.confkey[1]
		WHERE k.contype = 'f' AND k.connamespace = current_schema()::regnamespace AND cardinality(k.conkey) = 1 ORDER BY 1, 2`, func(row scanner) error {
		var k key
		err := row.Scan(&k.table, &k.column, &k.parent, &k.to)
		keys = append(keys, k)
		return err
	})
	if err != nil {
		return err
	}
	for _, k := range keys {
		var n int
		if err := s.read.QueryRowContext(ctx, fmt.Sprintf("SELECT count(*) FROM %q x WHERE x.%q IS NOT NULL AND NOT EXISTS (SELECT 1 FROM %q p WHERE p.%q = x.%q)",
			k.table, k.column, k.parent, k.to, k.column)).Scan(&n); err != nil {
			return err
		}
		if n > 0 {
			problem(fmt.Sprintf("%d rows of %s", n, k.table), "their "+k.column+" names a "+k.parent+" that is not there", outReread)
		}
	}
	return nil
}

func reindexPostgres(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, "REINDEX INDEX revision_search")
	if err == nil {
		_, err = tx.ExecContext(ctx, "REINDEX INDEX statement_search")
	}
	return err
}

// bulkPostgres writes many rows by COPY.
func bulkPostgres(ctx context.Context, c *sql.Conn, table string, columns []string, rows [][]any) error {
	return c.Raw(func(c any) error {
		_, err := c.(*stdlib.Conn).Conn().CopyFrom(ctx, pgx.Identifier{table}, columns, pgx.CopyFromRows(rows))
		return err
	})
}

// numbersPostgres makes the numbers of new rows go on behind those that were copied in.
func numbersPostgres(ctx context.Context, tx *sql.Tx, table string) error {
	var sequence sql.NullString
	err := tx.QueryRowContext(ctx, `SELECT pg_get_serial_sequence(quote_ident($1::text), column_name) FROM information_schema.columns
		WHERE table_schema = current_schema() AND table_name = $1 AND is_identity = 'YES'`, table).Scan(&sequence)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err == nil && sequence.Valid {
		_, err = tx.ExecContext(ctx, fmt.Sprintf("SELECT setval($1::text::regclass, (SELECT coalesce(max(n), 0) + 1 FROM %q), false)", table), sequence.String)
	}
	return err
}

// matchPostgres is the query of the search index for words that must and must not occur.
func matchPostgres(must, not []term) string {
	var parts []string
	for _, t := range must {
		parts = append(parts, t.lexemes())
	}
	var none []string
	for _, t := range not {
		none = append(none, t.lexemes())
	}
	if len(must) == 0 {
		return strings.Join(none, " | ")
	}
	for _, n := range none {
		parts = append(parts, "!"+n)
	}
	return strings.Join(parts, " & ")
}

// lexemes is the term in to_tsquery's language: letters and digits in quotation marks, one behind another.
func (t term) lexemes() string {
	var out []string
	for _, w := range wordsOf(t.words) {
		out = append(out, "'"+w+"'")
	}
	q := "(" + strings.Join(out, " <-> ") + ")"
	if t.prefix {
		q = "(" + strings.Join(out, " <-> ") + ":*)"
	}
	return q
}
