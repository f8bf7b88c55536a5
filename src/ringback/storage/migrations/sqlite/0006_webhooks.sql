-- Who is told what happened by HTTP, how far each has been told, and what became of it. None of it
-- follows from the journal. Instants are microseconds since 1970.

CREATE TABLE webhook (
    account       TEXT NOT NULL,
    id            TEXT NOT NULL,
    name          TEXT NOT NULL,
    url           TEXT NOT NULL,
    events        TEXT NOT NULL,
    state         TEXT NOT NULL,
    secret_number INTEGER NOT NULL,
    rotated_at    INTEGER,
    created_at    INTEGER NOT NULL,
    failing_since INTEGER,
    failures      INTEGER NOT NULL,
    PRIMARY KEY (account, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE webhook_run (
    account        TEXT NOT NULL,
    webhook_id     TEXT NOT NULL,
    id             TEXT NOT NULL,
    after_sequence INTEGER NOT NULL,
    last_sequence  INTEGER,
    PRIMARY KEY (account, webhook_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE webhook_delivery (
    account    TEXT NOT NULL,
    webhook_id TEXT NOT NULL,
    seq        INTEGER NOT NULL,
    run_id     TEXT NOT NULL,
    event_type TEXT NOT NULL,
    subject    TEXT NOT NULL,
    state      TEXT NOT NULL,
    tries      INTEGER NOT NULL,
    status     INTEGER,
    problem    TEXT,
    first_at   INTEGER NOT NULL,
    last_at    INTEGER NOT NULL,
    next_at    INTEGER,
    PRIMARY KEY (account, webhook_id, seq, run_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX webhook_delivery_by_time ON webhook_delivery (account, last_at);
