-- What follows from an account's journal up to one of its facts. Only a cache: it may be dropped.

CREATE TABLE snapshot (
    account  TEXT NOT NULL,
    seq      INTEGER NOT NULL,
    code     TEXT NOT NULL,
    checksum TEXT NOT NULL,
    data     BLOB NOT NULL,
    PRIMARY KEY (account, seq)
) STRICT;
