-- +goose Up

-- Work that waits: reports that were taken in and are still to be read, some hundred together. A job's
-- row stays when it has ended. Times are microseconds since 1970 by the database's clock; 0 is never.
CREATE TABLE job (
  n           INTEGER PRIMARY KEY,
  name        TEXT NOT NULL,           -- what is in it: its first origin and its last
  state       TEXT NOT NULL,           -- waiting, running, done, failed, cancelled
  queued_at   INTEGER NOT NULL,
  due_at      INTEGER NOT NULL,        -- not before
  started_at  INTEGER NOT NULL,        -- the last time
  ended_at    INTEGER NOT NULL,
  worker      TEXT NOT NULL,           -- who has or had it, for people
  token       TEXT NOT NULL,           -- of whoever has it now, or ''
  lease_until INTEGER NOT NULL,        -- from then on another may take it
  tries       INTEGER NOT NULL,        -- runs that ended badly since something was done
  total       INTEGER NOT NULL,        -- reports; done = added + revised + known + failed
  done        INTEGER NOT NULL,
  added       INTEGER NOT NULL,
  revised     INTEGER NOT NULL,
  known       INTEGER NOT NULL,
  failed      INTEGER NOT NULL,
  reason      TEXT NOT NULL            -- why it failed or waits for another try; '' where all is well
);
CREATE INDEX job_due ON job (state, due_at, n);
CREATE INDEX job_lease ON job (state, lease_until);

-- The reports of jobs that are still to be read, and those that failed for good. What is done has gone.
CREATE TABLE job_item (
  n        INTEGER PRIMARY KEY,
  job      INTEGER NOT NULL REFERENCES job (n),
  key      TEXT NOT NULL UNIQUE,       -- of the intake it will be; of an address that is still to be fetched, from it
  snapshot INTEGER REFERENCES snapshot (n), -- NULL: origin is still to be fetched
  origin   TEXT NOT NULL,
  url      TEXT NOT NULL,
  fetched  INTEGER NOT NULL,
  status   INTEGER NOT NULL,
  headers  TEXT NOT NULL,
  given    TEXT NOT NULL,
  media    TEXT NOT NULL,
  state    TEXT NOT NULL,              -- waiting, failed
  tries    INTEGER NOT NULL,
  reason   TEXT NOT NULL               -- of the last try
);
CREATE INDEX job_item_job ON job_item (job, state, n);
CREATE INDEX job_item_snapshot ON job_item (snapshot);

-- Readings that gave way to one of an earlier snapshot, so that who follows the readings sees it.
CREATE TABLE replaced (
  n        INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL REFERENCES revision (n)
);
