-- Records of ended calls and of callbacks, written with the facts they follow from. They can be
-- dropped and made again from the journal. Instants are microseconds since 1970, durations
-- microseconds.

CREATE TABLE record_version (
    account text COLLATE "C" NOT NULL PRIMARY KEY,
    version bigint NOT NULL
);

CREATE TABLE call (
    account       text COLLATE "C" NOT NULL,
    id            text COLLATE "C" NOT NULL,
    began_at      bigint NOT NULL,
    direction     text NOT NULL,
    type          text NOT NULL,
    line_id       text NOT NULL,
    customer_id   text,
    agent_id      text,
    team_id       text,
    callback_id   text,
    missed_reason text,
    outcome       text,
    reason        text,
    waited        bigint,
    talked        bigint,
    data          text NOT NULL,
    UNIQUE (account, id)
);

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
    account  text COLLATE "C" NOT NULL,
    call_id  text COLLATE "C" NOT NULL,
    tag      text NOT NULL,
    began_at bigint NOT NULL,
    PRIMARY KEY (account, call_id, tag)
);

CREATE INDEX call_tag_by_time ON call_tag (account, tag, began_at, call_id);

CREATE TABLE callback (
    account      text COLLATE "C" NOT NULL,
    id           text COLLATE "C" NOT NULL,
    requested_at bigint NOT NULL,
    closed_at    bigint,
    mode         text NOT NULL,
    line_id      text NOT NULL,
    customer_id  text,
    agent_id     text,
    outcome      text,
    reason       text,
    waited       bigint,
    attempts     bigint NOT NULL,
    data         text,
    UNIQUE (account, id)
);

CREATE INDEX callback_by_time ON callback (account, requested_at, id);
CREATE INDEX callback_by_line ON callback (account, line_id, requested_at, id);
CREATE INDEX callback_by_outcome ON callback (account, outcome, requested_at, id);
CREATE INDEX callback_by_customer ON callback (account, customer_id, requested_at, id)
    WHERE customer_id IS NOT NULL;
CREATE INDEX callback_by_wait ON callback (account, waited, id) WHERE waited IS NOT NULL;

CREATE TABLE service (
    account text COLLATE "C" NOT NULL,
    seq     bigint NOT NULL,
    item_id text COLLATE "C" NOT NULL,
    PRIMARY KEY (account, seq)
);

CREATE TABLE late_fact (
    account text COLLATE "C" NOT NULL,
    item_id text COLLATE "C" NOT NULL,
    seq     bigint NOT NULL,
    PRIMARY KEY (account, item_id, seq)
);

CREATE INDEX customer_by_number ON customer (account, number) WHERE number IS NOT NULL;
