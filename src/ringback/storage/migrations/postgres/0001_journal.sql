-- The journal, the customers its facts refer to, and who writes; checksums cover all other columns.

CREATE TABLE journal (
    account  text COLLATE "C" NOT NULL,
    seq      bigint NOT NULL,
    type     text NOT NULL,
    version  integer NOT NULL,
    at       text NOT NULL,
    cause    text NOT NULL,
    actor    text NOT NULL,
    data     text NOT NULL,
    checksum bigint NOT NULL,
    PRIMARY KEY (account, seq)
);

CREATE TABLE customer (
    account  text COLLATE "C" NOT NULL,
    id       text COLLATE "C" NOT NULL,
    number   text,
    name     text,
    checksum bigint NOT NULL,
    PRIMARY KEY (account, id)
);

-- One row: the server that may write, until another one may. The epoch grows with every taking, so
-- that whatever an earlier one has left behind can tell that it is over.
CREATE TABLE writer (
    one       boolean PRIMARY KEY DEFAULT true CHECK (one),
    owner     text NOT NULL,
    described text NOT NULL,
    since     timestamptz NOT NULL,
    epoch     bigint NOT NULL,
    expires   timestamptz NOT NULL
);
