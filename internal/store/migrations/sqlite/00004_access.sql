-- +goose Up

-- Who may use a ledger that is served to several people. Kept for good: people are disabled, never taken out.
CREATE TABLE account (
  n        INTEGER PRIMARY KEY,
  name     TEXT NOT NULL UNIQUE,
  role     TEXT NOT NULL,              -- reader, reviewer, admin
  password TEXT NOT NULL,              -- argon2id in PHC form
  enabled  INTEGER NOT NULL,
  made_at  INTEGER NOT NULL            -- times are microseconds since 1970; 0 is never
);

-- Who is logged in. Only the hash of what the browser holds is here.
CREATE TABLE session (
  hash    TEXT PRIMARY KEY,            -- SHA-256 of the secret, hexadecimal
  account TEXT NOT NULL REFERENCES account (name),
  made_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL
);
CREATE INDEX session_account ON session (account);

-- What programs log in with.
CREATE TABLE token (
  id         TEXT PRIMARY KEY,
  hash       TEXT NOT NULL UNIQUE,     -- SHA-256 of the secret, hexadecimal
  account    TEXT NOT NULL REFERENCES account (name),
  label      TEXT NOT NULL,
  role       TEXT NOT NULL,            -- at most what the account may
  made_at    INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  revoked_at INTEGER NOT NULL,
  used_at    INTEGER NOT NULL
);
CREATE INDEX token_account ON token (account);

-- What was done about access, and by whom. Only added to.
CREATE TABLE audit (
  n       INTEGER PRIMARY KEY,
  at      INTEGER NOT NULL,
  who     TEXT NOT NULL,               -- account, or '' for nobody known
  what    TEXT NOT NULL,               -- login, login refused, user added, …
  subject TEXT NOT NULL,               -- account or token it is about, or ''
  detail  TEXT NOT NULL,
  address TEXT NOT NULL                -- of the network, or '' for the command line
);
CREATE INDEX audit_at ON audit (at);

-- +goose Down
DROP TABLE audit;
DROP TABLE token;
DROP TABLE session;
DROP TABLE account;
