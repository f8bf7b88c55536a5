-- Records of ended calls and of callbacks, written with the facts they follow from. They can be
-- dropped and made again from the journal. Instants are microseconds since 1970, durations
-- microseconds.

CREATE TABLE record_version (
    account TEXT NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE call (
    account       TEXT NOT NULL,
    id            TEXT NOT NULL,
    began_at      INTEGER NOT NULL,
    direction     TEXT NOT NULL,
    type          TEXT NOT NULL,
    line_id       TEXT NOT NULL,
    customer_id   TEXT,
    agent_id      TEXT,
    team_id       TEXT,
    callback_id   TEXT,
    missed_reason TEXT,
    outcome       TEXT,
    reason        TEXT,
    waited        INTEGER,
    talked        INTEGER,
    data          TEXT NOT NULL,
    UNIQUE (account, id)
) STRICT;

CREATE INDEX call_by_time ON call (account, began_at, id);
CREATE INDEX call_by_line ON call (account, line_id, began_at, id);
CREATE INDEX call_by_agent ON call (account, agent_id, began_at, id) WHERE agent_id IS NOT NULL;
CREATE INDEX call_by_team ON call (account, team_id, began_at, id) WHERE team_id IS NOT NULL;
CREATE INDEX call_by_type ON call (account, type, began_at, id);
CREATE INDEX call_by_customer ON call (account, customer_id, began_at, id)
    WHERE customer_id IS NOT NULL;
CREATE INDEX call_by_outcome ON call (account, outcome, began_at, id)
    WHERE outcome IS NOT NULL;
CREATE INDEX call_by_wait ON call (account, waited, id) WHERE waited IS NOT NULL;
CREATE INDEX call_by_talk ON call (account, talked, id) WHERE talked IS NOT NULL;

CREATE TABLE call_tag (
    account  TEXT NOT NULL,
    call_id  TEXT NOT NULL,
    tag      TEXT NOT NULL,
    began_at INTEGER NOT NULL,
    PRIMARY KEY (account, call_id, tag)
) STRICT, WITHOUT ROWID;

CREATE INDEX call_tag_by_time ON call_tag (account, tag, began_at, call_id);

CREATE TABLE callback (
    account      TEXT NOT NULL,
    id           TEXT NOT NULL,
    requested_at INTEGER NOT NULL,
    closed_at    INTEGER,
    mode         TEXT NOT NULL,
    line_id      TEXT NOT NULL,
    customer_id  TEXT,
    agent_id     TEXT,
    outcome      TEXT,
    reason       TEXT,
    waited       INTEGER,
    attempts     INTEGER NOT NULL,
    data         TEXT,
    UNIQUE (account, id)
) STRICT;

CREATE INDEX callback_by_time ON callback (account, requested_at, id);
CREATE INDEX callback_by_line ON callback (account, line_id, requested_at, id);
CREATE INDEX callback_by_outcome ON callback (account, outcome, requested_at, id);
CREATE INDEX callback_by_customer ON callback (account, customer_id, requested_at, id)
    WHERE customer_id IS NOT NULL;
CREATE INDEX callback_by_wait ON callback (account, waited, id) WHERE waited IS NOT NULL;

CREATE TABLE service (
    account TEXT NOT NULL,
    seq     INTEGER NOT NULL,
    item_id TEXT NOT NULL,
    PRIMARY KEY (account, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE late_fact (
    account TEXT NOT NULL,
    item_id TEXT NOT NULL,
    seq     INTEGER NOT NULL,
    PRIMARY KEY (account, item_id, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX customer_by_number ON customer (account, number) WHERE number IS NOT NULL;
