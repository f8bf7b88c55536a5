-- What follows from an account's journal up to one of its facts. Only a cache: it may be dropped.

CREATE TABLE snapshot (
    account  text COLLATE "C" NOT NULL,
    seq      bigint NOT NULL,
    code     text NOT NULL,
    checksum text NOT NULL,
    data     bytea NOT NULL,
    PRIMARY KEY (account, seq)
);
