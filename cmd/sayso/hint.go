package main

import (
	"errors"
	"io/fs"
	"syscall"

	"sayso/extract"
	"sayso/internal/access"
	"sayso/internal/fetch"
	"sayso/internal/ingest"
	"sayso/internal/live"
	"sayso/internal/store"
)

// hints are the ways out of what can go wrong; the first that fits is printed under the error.
var hints = []struct {
	err error
	way string
}{
	{store.ErrMissing, "make one by adding reports: sayso add FILE… (or name another with --ledger)"},
	{store.ErrNewer, "install the newest sayso, or name another ledger with --ledger; this one was not touched"},
	{store.ErrNotLedger, "name a ledger that sayso made with --ledger; this one was not touched"},
	{store.ErrServer, "see whether PostgreSQL runs there (pg_isready -h HOST -p PORT) and whether host and port are right"},
	{store.ErrLogin, "check the user and the password: postgres://USER:PASSWORD@HOST/DATABASE, $PGPASSWORD or ~/.pgpass"},
	{store.ErrNoDatabase, "make it with: createdb --encoding UTF8 --template template0 DATABASE; or check the name"},
	{store.ErrAddress, "write postgres://USER@HOST:PORT/DATABASE; for a socket postgres:///DATABASE?host=/var/run/postgresql"},
	{store.ErrEncoding, "make a database that can: createdb --encoding UTF8 --template template0 DATABASE"},
	{store.ErrNotEmpty, "name one that is not there yet, or an empty database or schema; nothing was changed"},
	{store.ErrFull, "free some space and run the command again; what was reported as added is safe"},
	{store.ErrBusy, "wait until the other sayso has finished, then run the command again"},
	{store.ErrReadOnly, "check the permissions of the file and of its folder, or of the database's user"},
	{store.ErrDamaged, "sayso check tells what is wrong; a copy can be saved with: sqlite3 LEDGER .recover"},
	{store.ErrDisk, "see whether the disk is there, has space and is sound; what was reported as added is safe on it"},
	{store.ErrState, "sayso jobs lists what each job is"},
	{store.ErrAmbiguous, "give more of the id"},
	{store.ErrNotFound, "sayso reports, statements, sources, stories, claims and events list what there is, with ids"},
	{ingest.ErrBroke, "please report it with the text that it happens on; the other reports were read"},
	{live.ErrBroke, "please report it with the command and the reports that it happens on; nothing in the ledger was lost"},
	{ingest.ErrTooLarge, "split it, or make a .jsonl file with one report a line"},
	{ingest.ErrEmpty, "there is nothing to read in it"},
	{ingest.ErrBinary, "give the text of the report, or its web page saved as HTML"},
	{ingest.ErrCharset, "save it as UTF-8 and try again"},
	{ingest.ErrTruncated, "get the file again; the reports before the break were read"},
	{extract.ErrNoArticle, "open the page in a browser; if the report is there, save its text as a .txt file and read that"},
	{extract.ErrTooDeep, "if a browser shows a report there, save its text as a .txt file and read that"},
	{fetch.ErrCutOff, "get the archive again; the records before the break were read"},
	{fetch.ErrDamaged, "get the archive again; its other records were read"},
	{ingest.ErrFolder, "give the files in it"},
	{ingest.ErrFormat, `a line of a .jsonl file is an object with "text" or "html"; a .json file holds one such object`},
	{fetch.ErrPrivate, "if you trust the address, name its host with --allow-host"},
	{fetch.ErrTooLarge, "save the page, cut it down and read the file"},
	{fetch.ErrStatus, "open the address in a browser; save the page and read the file"},
	{errNoUsers, "give somebody access first: sayso users add NAME --role admin (or serve this machine only: --listen 127.0.0.1:8787)"},
	{errNoTLS, "give a certificate with --tls-cert and --tls-key, or put a proxy with HTTPS before it (--behind-proxy); --insecure-http serves it all the same"},
	{store.ErrTaken, "sayso users list tells who has access; another name is free"},
	{store.ErrLastAdmin, "make another user an admin first: sayso users add NAME --role admin"},
	{access.ErrWeak, "a sentence is easy to remember and long enough"},
	{access.ErrName, "for instance: sayso users add ana.ruiz --role reader"},
	{syscall.EADDRINUSE, "another program listens there: name another address with --listen 127.0.0.1:PORT"},
	{fs.ErrNotExist, "check the spelling of the name"},
	{fs.ErrPermission, "check the permissions of the file and of its folder"},
}

// hint is the way out of err, or "".
func hint(err error) string {
	for _, h := range hints {
		if errors.Is(err, h.err) {
			return h.way
		}
	}
	return ""
}
