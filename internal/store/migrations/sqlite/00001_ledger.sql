-- The ledger's first form. docs/ledger-file.md says of every table whether it is kept or recomputed.
-- Times are microseconds since 1970, UTC; 0 is unknown. n is the file's own number of a row and
-- never leaves it; ids are made from content and are the same in every ledger.

-- +goose Up
CREATE TABLE report (
  n       INTEGER PRIMARY KEY,
  id      TEXT NOT NULL UNIQUE,        -- from the address, or from all that was given where there is none
  url     TEXT NOT NULL DEFAULT '',    -- canonical address
  current INTEGER REFERENCES revision (n) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX report_current ON report (current);

CREATE TABLE snapshot (
  n      INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,         -- of the bytes as they came, hex
  size   INTEGER NOT NULL,             -- of the bytes as they came
  media  TEXT NOT NULL,                -- what they were taken for: text/plain, text/html, application/json
  bytes  BLOB NOT NULL                 -- gzip
);

CREATE TABLE revision (
  n           INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,    -- from the report's id and the article's content as first read
  report      INTEGER NOT NULL REFERENCES report (n),
  url         TEXT NOT NULL,
  outlet      TEXT NOT NULL,
  title       TEXT NOT NULL,
  authors     TEXT NOT NULL,           -- JSON array
  credit      TEXT NOT NULL,
  published   TEXT NOT NULL,           -- as printed, ISO 8601
  modified    TEXT NOT NULL,
  language    TEXT NOT NULL,
  day         TEXT NOT NULL,           -- day of publication in the report's own zone, or ''
  at          INTEGER NOT NULL,        -- moment of publication
  changed     INTEGER NOT NULL,        -- of the last change told, else of publication
  seen        INTEGER NOT NULL,        -- when its bytes were first fetched
  words       INTEGER NOT NULL,        -- of the text, by white space
  text        TEXT NOT NULL,
  text_sha256 TEXT NOT NULL,
  blocks      TEXT NOT NULL            -- JSON array of [start, end, kind]
);
CREATE INDEX revision_report ON revision (report);
-- Unique, so that the order of all lists (at, id, row) is known to come from it without sorting.
CREATE UNIQUE INDEX revision_at ON revision (at DESC, id);
CREATE INDEX revision_outlet ON revision (outlet, at);
CREATE INDEX revision_text ON revision (text_sha256);

CREATE TABLE intake (
  id       TEXT PRIMARY KEY,           -- from the bytes' hash, the address and what was given
  snapshot INTEGER NOT NULL REFERENCES snapshot (n),
  revision INTEGER NOT NULL REFERENCES revision (n),
  origin   TEXT NOT NULL,              -- path or address as the user gave it, with #line
  url      TEXT NOT NULL,              -- address that answered, after redirects
  fetched  INTEGER NOT NULL,
  status   INTEGER NOT NULL,           -- HTTP status, 0 for a file
  headers  TEXT NOT NULL,              -- JSON object
  given    TEXT NOT NULL               -- JSON object: what the user set
);
CREATE INDEX intake_revision ON intake (revision);
CREATE INDEX intake_snapshot ON intake (snapshot);

CREATE TABLE failure (
  n       INTEGER PRIMARY KEY,
  origin  TEXT NOT NULL,
  reason  TEXT NOT NULL,
  at      INTEGER NOT NULL,
  cleared INTEGER NOT NULL DEFAULT 0   -- when the same origin went in after all
);
CREATE INDEX failure_origin ON failure (origin, cleared);

CREATE TABLE decision (
  n        INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  at       INTEGER NOT NULL,
  who      TEXT NOT NULL,
  kind     TEXT NOT NULL,              -- what was decided: correct, merge, split, retract, confirm, …
  subject  TEXT NOT NULL,              -- id of what it is about
  anchor   TEXT NOT NULL,              -- JSON: revision, start, end and words, so that it outlives a re-reading
  body     TEXT NOT NULL,              -- JSON: the decision itself
  why      TEXT NOT NULL,
  reverses TEXT NOT NULL DEFAULT ''    -- id of the decision it takes back
);
CREATE INDEX decision_subject ON decision (subject);

-- From here on: recomputed from the snapshots by every re-reading.

CREATE TABLE reading (
  revision INTEGER PRIMARY KEY REFERENCES revision (n),
  engine   TEXT NOT NULL,
  model    TEXT NOT NULL,
  body     BLOB NOT NULL               -- the stored form of resolve.Reading, deflated
);

CREATE TABLE source (
  n           INTEGER PRIMARY KEY,     -- revision·2^20 + place in the reading; so too below
  revision    INTEGER NOT NULL REFERENCES revision (n),
  local       TEXT NOT NULL,           -- id in the reading: s1
  key         TEXT NOT NULL,           -- the same for one name in all reports
  label       TEXT NOT NULL,           -- the name, or the description of one unnamed
  kind        TEXT NOT NULL,
  name        TEXT NOT NULL,
  description TEXT NOT NULL,
  role        TEXT NOT NULL,
  affiliation TEXT NOT NULL,
  anonymous   BOOLEAN NOT NULL,
  count       INTEGER NOT NULL,
  access      TEXT NOT NULL,
  reason      TEXT NOT NULL,
  start       INTEGER NOT NULL,        -- bytes in the text, of the first mention
  stop        INTEGER NOT NULL
);
CREATE INDEX source_revision ON source (revision);
CREATE INDEX source_key ON source (key);

CREATE TABLE statement (
  n          INTEGER PRIMARY KEY,
  revision   INTEGER NOT NULL REFERENCES revision (n),
  local      TEXT NOT NULL,
  form       TEXT NOT NULL,
  stance     TEXT NOT NULL,
  hedged     BOOLEAN NOT NULL,
  background BOOLEAN NOT NULL,
  doubt      TEXT NOT NULL,
  inside     TEXT NOT NULL,
  who        TEXT NOT NULL,            -- the chain's labels, nearest to the reader first, joined by " < "
  said       TEXT NOT NULL,            -- the words of the source span
  cue        TEXT NOT NULL,
  content    TEXT NOT NULL,
  start      INTEGER NOT NULL,         -- of all its spans
  stop       INTEGER NOT NULL
);
CREATE INDEX statement_revision ON statement (revision);

CREATE TABLE chain (
  statement INTEGER NOT NULL REFERENCES statement (n),
  position  INTEGER NOT NULL,          -- 0 is nearest to the reader
  source    INTEGER NOT NULL REFERENCES source (n),
  PRIMARY KEY (statement, position)
) WITHOUT ROWID;
CREATE INDEX chain_source ON chain (source);

CREATE TABLE event (
  n          INTEGER PRIMARY KEY,
  revision   INTEGER NOT NULL REFERENCES revision (n),
  local      TEXT NOT NULL,
  type       TEXT NOT NULL,
  mode       TEXT NOT NULL,
  trigger    TEXT NOT NULL,
  actors     TEXT NOT NULL,            -- names joined by "; "
  targets    TEXT NOT NULL,
  place      TEXT NOT NULL,
  country    TEXT NOT NULL,
  time       TEXT NOT NULL,            -- ISO 8601 / TIMEX3
  first      TEXT NOT NULL,            -- days it can mean
  last       TEXT NOT NULL,
  status     TEXT NOT NULL,
  certainty  TEXT NOT NULL,
  factuality REAL NOT NULL,
  negated    BOOLEAN NOT NULL,
  salient    BOOLEAN NOT NULL,         -- worth a line on a page
  background BOOLEAN NOT NULL,
  statement  INTEGER REFERENCES statement (n),
  context    TEXT NOT NULL,            -- the words around it; of an event not salient only the trigger
  start      INTEGER NOT NULL,
  stop       INTEGER NOT NULL
);
CREATE INDEX event_revision ON event (revision);
CREATE INDEX event_statement ON event (statement);
CREATE INDEX event_status ON event (status);

CREATE TABLE figure (
  n           INTEGER PRIMARY KEY,
  revision    INTEGER NOT NULL REFERENCES revision (n),
  local       TEXT NOT NULL,
  words       TEXT NOT NULL,
  measure     TEXT NOT NULL,
  unit        TEXT NOT NULL,
  low         REAL,
  high        REAL,
  approximate BOOLEAN NOT NULL,
  hedged      BOOLEAN NOT NULL,
  scope       TEXT NOT NULL,
  since       TEXT NOT NULL,
  as_of       TEXT NOT NULL,
  event       TEXT NOT NULL,           -- id in the reading
  part_of     TEXT NOT NULL,
  statement   INTEGER REFERENCES statement (n),
  context     TEXT NOT NULL,
  start       INTEGER NOT NULL,
  stop        INTEGER NOT NULL
);
CREATE INDEX figure_revision ON figure (revision);
CREATE INDEX figure_statement ON figure (statement);
CREATE INDEX figure_measure ON figure (measure);

CREATE VIRTUAL TABLE revision_words USING fts5 (
  title, text, content='revision', content_rowid='n', tokenize='porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE statement_words USING fts5 (
  said, cue, content, content='statement', content_rowid='n', tokenize='porter unicode61 remove_diacritics 2');

-- +goose StatementBegin
CREATE TRIGGER revision_added AFTER INSERT ON revision BEGIN
  INSERT INTO revision_words (rowid, title, text) VALUES (new.n, new.title, new.text);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER revision_changed AFTER UPDATE OF title, text ON revision BEGIN
  INSERT INTO revision_words (revision_words, rowid, title, text) VALUES ('delete', old.n, old.title, old.text);
  INSERT INTO revision_words (rowid, title, text) VALUES (new.n, new.title, new.text);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER statement_added AFTER INSERT ON statement BEGIN
  INSERT INTO statement_words (rowid, said, cue, content) VALUES (new.n, new.said, new.cue, new.content);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER statement_removed AFTER DELETE ON statement BEGIN
  INSERT INTO statement_words (statement_words, rowid, said, cue, content) VALUES ('delete', old.n, old.said, old.cue, old.content);
END;
-- +goose StatementEnd
