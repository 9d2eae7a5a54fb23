package store

import (
	"context"
	"fmt"
	"net/url"
	"strings"
	"time"
)

// What can be done with a feed.
const (
	Watched = "watched"
	Paused  = "paused"  // by the user
	Gone    = "gone"    // its server says that it will not come back
	Removed = "removed" // by the user; the row stays
)

// A Feed is something that is watched, and how it goes.
type Feed struct {
	Address  string        `json:"address"`  // as the user gave it
	MovedTo  string        `json:"moved_to"` // what is asked instead, or ""
	Kind     string        `json:"kind"`     // rss, atom, json, sitemap, page; "" until it is known
	Title    string        `json:"title"`
	State    string        `json:"state"`
	ETag     string        `json:"-"`
	Modified string        `json:"-"`
	Interval time.Duration `json:"-"` // between two polls that go well
	Next     time.Time     `json:"next,omitzero"`
	LastOK   time.Time     `json:"last_ok,omitzero"` // zero: never yet
	Error    string        `json:"error"`            // of the last poll, "" where it went well
	Failures int           `json:"failures"`
	Came     int           `json:"came"`    // reports and revisions that came by it
	Failed   int           `json:"failed"`  // entries that were given up
	Waiting  int           `json:"waiting"` // entries that are still to be fetched

	n int64
}

// Asked is the address that is asked.
func (f *Feed) Asked() string {
	if f.MovedTo != "" {
		return f.MovedTo
	}
	return f.Address
}

// Host is the host and port that is asked.
func (f *Feed) Host() string {
	u, err := url.Parse(f.Asked())
	if err != nil {
		return ""
	}
	return strings.ToLower(u.Host)
}

// AddFeed watches an address from now on; new is false where it was watched or paused already. One
// that was removed or gone is watched again.
func (s *Store) AddFeed(ctx context.Context, f Feed, now time.Time) (added bool, err error) {
	if f.Interval <= 0 {
		return false, fmt.Errorf("add feed %s: without an interval", f.Address)
	}
	err = s.tx(ctx, func(w *writer) error {
		r, err := w.tx.ExecContext(ctx, `INSERT INTO feed (address, host, moved_to, kind, title, state, etag, last_modified, interval_s, next_at, added_at, last_ok_at, last_error, failures, came, failed)
			VALUES ($1, $2, '', $3, $4, 'watched', '', '', $5, $6, $6, 0, '', 0, 0, 0)
			ON CONFLICT (address) DO UPDATE SET state = 'watched', kind = excluded.kind, next_at = excluded.next_at, last_error = '', failures = 0 WHERE feed.state IN ('removed', 'gone')`,
			f.Address, f.Host(), f.Kind, f.Title, int64(f.Interval/time.Second), micros(now))
		if err != nil {
			return err
		}
		n, err := r.RowsAffected()
		added = n > 0
		return err
	})
	return added, err
}

// SetFeed makes a feed watched, paused or removed. A feed that is watched again is due at once.
func (s *Store) SetFeed(ctx context.Context, address, state string, now time.Time) error {
	return s.tx(ctx, func(w *writer) error {
		r, err := w.tx.ExecContext(ctx, `UPDATE feed SET state = $2, next_at = CASE WHEN $2 = 'watched' THEN $3 ELSE next_at END WHERE address = $1 AND state <> 'removed'`, address, state, micros(now))
		if err != nil {
			return err
		}
		if n, err := r.RowsAffected(); n == 0 && err == nil {
			return fmt.Errorf("feed %s: %w", address, ErrNotFound)
		}
		return nil
	})
}

const feedColumns = `SELECT n, address, moved_to, kind, title, state, etag, last_modified, interval_s, next_at, last_ok_at, last_error, failures, came, failed,
	(SELECT count(*) FROM feed_entry e WHERE e.feed = feed.n AND e.state = 'waiting') FROM feed `

func scanFeed(row scanner) (f Feed, err error) {
	var interval, next, ok int64
	err = row.Scan(&f.n, &f.Address, &f.MovedTo, &f.Kind, &f.Title, &f.State, &f.ETag, &f.Modified, &interval, &next, &ok, &f.Error, &f.Failures, &f.Came, &f.Failed, &f.Waiting)
	f.Interval, f.Next, f.LastOK = time.Duration(interval)*time.Second, moment(next), moment(ok)
	return f, err
}

func (s *Store) feeds(ctx context.Context, rest string, args ...any) ([]Feed, error) {
	out := []Feed{}
	err := s.each(ctx, feedColumns+rest, func(row scanner) error {
		f, err := scanFeed(row)
		out = append(out, f)
		return err
	}, args...)
	return out, err
}

// Feeds are all feeds but those removed, by address.
func (s *Store) Feeds(ctx context.Context) ([]Feed, error) {
	return s.feeds(ctx, "WHERE state <> 'removed' ORDER BY address")
}

// DueFeeds are the feeds to be polled at a time, the longest due first, one of each host.
func (s *Store) DueFeeds(ctx context.Context, now time.Time, limit int) ([]Feed, error) {
	return s.feeds(ctx, `WHERE n IN (SELECT n FROM (SELECT n, row_number() OVER (PARTITION BY host ORDER BY next_at, n) AS place
		FROM feed WHERE state = 'watched' AND next_at <= $1) due WHERE place = 1) ORDER BY next_at, n LIMIT $2`, micros(now), limit)
}

// FeedDone keeps what a poll found: all of f but its address, and its state only where that is Gone.
// came and failed are added to what there was.
func (s *Store) FeedDone(ctx context.Context, f Feed, came, failed int) error {
	return s.tx(ctx, func(w *writer) error {
		_, err := w.tx.ExecContext(ctx, `UPDATE feed SET host = $2, moved_to = $3, kind = $4, title = $5, state = CASE WHEN $6 = 'gone' AND state = 'watched' THEN 'gone' ELSE state END,
			etag = $7, last_modified = $8, interval_s = $9, next_at = $10, last_ok_at = $11, last_error = $12, failures = $13, came = came + $14, failed = failed + $15 WHERE n = $1`,
			f.n, f.Host(), f.MovedTo, f.Kind, f.Title, f.State, f.ETag, f.Modified, int64(f.Interval/time.Second), micros(f.Next), micros(f.LastOK), f.Error, f.Failures, came, failed)
		return err
	})
}

// A FeedEntry is an address that a feed lists.
type FeedEntry struct {
	Address string
	Stamp   string // when it was changed, as the feed writes it
	Tries   int
}

// stampPause is how long the same entry is left alone, however often its feed says it was changed.
const stampPause = time.Hour

// Listed keeps what a feed lists, in its order. What is new or was changed is to be fetched; n is how many.
func (s *Store) Listed(ctx context.Context, f *Feed, es []FeedEntry, now time.Time) (n int, err error) {
	err = s.tx(ctx, func(w *writer) error {
		stmt, err := w.tx.PrepareContext(ctx, `INSERT INTO feed_entry (feed, address, stamp, seen_at, tries, state) VALUES ($1, $2, $3, $4, 0, 'waiting')
			ON CONFLICT (feed, address) DO UPDATE SET stamp = excluded.stamp, seen_at = excluded.seen_at, tries = 0, state = 'waiting'
			WHERE feed_entry.stamp <> excluded.stamp AND feed_entry.state <> 'waiting' AND feed_entry.seen_at < $5`)
		if err != nil {
			return err
		}
		defer stmt.Close()
		for i, e := range es {
			r, err := stmt.ExecContext(ctx, f.n, e.Address, e.Stamp, micros(now)+int64(i), micros(now.Add(-stampPause)))
			if err != nil {
				return err
			}
			if one, err := r.RowsAffected(); err == nil {
				n += int(one)
			}
		}
		return nil
	})
	return n, err
}

// WaitingEntries are the next entries of a feed to be fetched, in the order in which it listed them.
func (s *Store) WaitingEntries(ctx context.Context, f *Feed, limit int) ([]FeedEntry, error) {
	var out []FeedEntry
	err := s.each(ctx, "SELECT address, stamp, tries FROM feed_entry WHERE feed = $1 AND state = 'waiting' ORDER BY seen_at LIMIT $2", func(row scanner) error {
		var e FeedEntry
		err := row.Scan(&e.Address, &e.Stamp, &e.Tries)
		out = append(out, e)
		return err
	}, f.n, limit)
	return out, err
}

// What became of an entry.
const (
	EntryWaiting = "waiting"
	EntryDone    = "done"
	EntryFailed  = "failed"
)

// EntryTried keeps what became of an entry after one more try.
func (s *Store) EntryTried(ctx context.Context, f *Feed, e FeedEntry, state string) error {
	return s.tx(ctx, func(w *writer) error {
		_, err := w.tx.ExecContext(ctx, "UPDATE feed_entry SET tries = tries + 1, state = $3 WHERE feed = $1 AND address = $2", f.n, e.Address, state)
		return err
	})
}

// A FailedEntry is a page that a feed lists and that could not be had.
type FailedEntry struct {
	Failure
	Feed string `json:"feed"` // address
}

// FailedEntries are entries that were given up and have not come in since, the newest first.
func (s *Store) FailedEntries(ctx context.Context, limit int) ([]FailedEntry, error) {
	out := []FailedEntry{}
	err := s.each(ctx, `SELECT x.origin, x.reason, x.at, f.address FROM failure x JOIN feed_entry e ON e.address = x.origin JOIN feed f ON f.n = e.feed
		WHERE x.cleared = 0 AND e.state = 'failed' AND f.state <> 'removed' ORDER BY x.at DESC, x.n DESC, f.address LIMIT $1`, func(row scanner) error {
		var e FailedEntry
		var at int64
		err := row.Scan(&e.Origin, &e.Reason, &at, &e.Feed)
		e.At = moment(at)
		out = append(out, e)
		return err
	}, limit)
	return out, err
}

// HasRevision reports whether the ledger has the revision with this id.
func (s *Store) HasRevision(ctx context.Context, id string) (bool, error) {
	var n int
	err := s.read.QueryRowContext(ctx, "SELECT count(*) FROM revision WHERE id = $1", id).Scan(&n)
	return n > 0, s.d.explain(err)
}
