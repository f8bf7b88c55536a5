-- Whole numbers by which other programs know what a company has configured; only ever added.
-- Instants are microseconds since 1970.

CREATE TABLE given_number (
    account  TEXT NOT NULL,
    kind     TEXT NOT NULL,
    number   INTEGER NOT NULL,
    id       TEXT NOT NULL,
    given_at INTEGER NOT NULL,
    PRIMARY KEY (account, kind, number),
    UNIQUE (account, kind, id)
) STRICT, WITHOUT ROWID;

-- In whose words a webhook is told what happens.
ALTER TABLE webhook ADD COLUMN format TEXT NOT NULL DEFAULT 'native';
