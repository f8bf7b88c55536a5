-- Whole numbers by which other programs know what a company has configured; only ever added.
-- Instants are microseconds since 1970.

CREATE TABLE given_number (
    account  text COLLATE "C" NOT NULL,
    kind     text COLLATE "C" NOT NULL,
    number   bigint NOT NULL,
    id       text COLLATE "C" NOT NULL,
    given_at bigint NOT NULL,
    PRIMARY KEY (account, kind, number),
    UNIQUE (account, kind, id)
);

-- In whose words a webhook is told what happens.
ALTER TABLE webhook ADD COLUMN format text NOT NULL DEFAULT 'native';
