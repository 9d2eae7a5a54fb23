-- +goose Up

-- What is watched. Nothing is deleted: a feed that was removed keeps its row.
CREATE TABLE feed (
  n             INTEGER PRIMARY KEY,
  address       TEXT NOT NULL UNIQUE,  -- as the user gave it
  host          TEXT NOT NULL,         -- of the address that is asked
  moved_to      TEXT NOT NULL,         -- the address that is asked instead, or ''
  kind          TEXT NOT NULL,         -- rss, atom, json, sitemap, page; '' until it is known
  title         TEXT NOT NULL,
  state         TEXT NOT NULL,         -- watched, paused, gone, removed
  etag          TEXT NOT NULL,
  last_modified TEXT NOT NULL,
  interval_s    INTEGER NOT NULL,      -- between two polls that go well
  next_at       INTEGER NOT NULL,      -- times are microseconds since 1970; 0 is never
  added_at      INTEGER NOT NULL,
  last_ok_at    INTEGER NOT NULL,
  last_error    TEXT NOT NULL,         -- of the last poll; '' where it went well
  failures      INTEGER NOT NULL,      -- polls that failed since the last that went well
  came          INTEGER NOT NULL,      -- reports and revisions that came by it
  failed        INTEGER NOT NULL       -- entries that were given up
);
CREATE INDEX feed_due ON feed (state, next_at);

-- What feeds have listed, so that each page is fetched once.
CREATE TABLE feed_entry (
  feed    INTEGER NOT NULL REFERENCES feed (n),
  address TEXT NOT NULL,
  stamp   TEXT NOT NULL,               -- when it was changed, as the feed writes it
  seen_at INTEGER NOT NULL,            -- when it was listed as new or changed
  tries   INTEGER NOT NULL,
  state   TEXT NOT NULL,               -- waiting, done, failed
  PRIMARY KEY (feed, address)
);
CREATE INDEX feed_entry_waiting ON feed_entry (feed, seen_at) WHERE state = 'waiting';
CREATE INDEX feed_entry_failed ON feed_entry (address) WHERE state = 'failed';
