-- +goose Up

-- The record of access is only added to; the look for an address that somebody logged in from must not read all of it.
CREATE INDEX audit_login ON audit (subject, address, at);
-- +goose StatementBegin
CREATE TRIGGER audit_kept BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit record is only added to'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER audit_whole BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit record is only added to'); END;
-- +goose StatementEnd
