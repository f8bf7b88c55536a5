-- Users, their sessions, programs' keys, and the log of what people did, which only grows.

CREATE TABLE access_user (
    account        TEXT NOT NULL,
    id             TEXT NOT NULL,
    email          TEXT NOT NULL,
    name           TEXT NOT NULL,
    language       TEXT NOT NULL,
    rights         TEXT NOT NULL,
    created_at     TEXT NOT NULL,
    active         INTEGER NOT NULL,
    password_hash  TEXT,
    one_time_until TEXT,
    second_factor  TEXT,
    PRIMARY KEY (account, id),
    UNIQUE (account, email)
) STRICT, WITHOUT ROWID;

CREATE TABLE access_session (
    account    TEXT NOT NULL,
    id         TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    user_id    TEXT NOT NULL,
    began_at   TEXT NOT NULL,
    seen_at    TEXT NOT NULL,
    address    TEXT NOT NULL,
    browser    TEXT NOT NULL,
    PRIMARY KEY (account, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE access_key (
    account    TEXT NOT NULL,
    id         TEXT NOT NULL,
    name       TEXT NOT NULL,
    key_hash   TEXT NOT NULL,
    rights     TEXT NOT NULL,
    made_by    TEXT NOT NULL,
    made_at    TEXT NOT NULL,
    used_at    TEXT,
    revoked_at TEXT,
    PRIMARY KEY (account, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE access_log (
    account TEXT NOT NULL,
    number  INTEGER NOT NULL,
    at      TEXT NOT NULL,
    actor   TEXT NOT NULL,
    name    TEXT NOT NULL,
    address TEXT NOT NULL,
    action  TEXT NOT NULL,
    subject TEXT,
    details TEXT NOT NULL,
    PRIMARY KEY (account, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER access_log_is_not_changed BEFORE UPDATE ON access_log
BEGIN
    SELECT raise(ABORT, 'the log only grows');
END;

CREATE TRIGGER access_log_is_not_removed BEFORE DELETE ON access_log
BEGIN
    SELECT raise(ABORT, 'the log only grows');
END;
