-- The journal and the customers its facts refer to; checksums cover all other columns.

CREATE TABLE journal (
    account  TEXT NOT NULL,
    seq      INTEGER NOT NULL,
    type     TEXT NOT NULL,
    version  INTEGER NOT NULL,
    at       TEXT NOT NULL,
    cause    TEXT NOT NULL,
    actor    TEXT NOT NULL,
    data     TEXT NOT NULL,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (account, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE customer (
    account  TEXT NOT NULL,
    id       TEXT NOT NULL,
    number   TEXT,
    name     TEXT,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (account, id)
) STRICT, WITHOUT ROWID;
