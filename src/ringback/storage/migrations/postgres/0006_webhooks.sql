-- Who is told what happened by HTTP, how far each has been told, and what became of it. None of it
-- follows from the journal. Instants are microseconds since 1970.

CREATE TABLE webhook (
    account       text COLLATE "C" NOT NULL,
    id            text COLLATE "C" NOT NULL,
    name          text NOT NULL,
    url           text NOT NULL,
    events        text NOT NULL,
    state         text COLLATE "C" NOT NULL,
    secret_number bigint NOT NULL,
    rotated_at    bigint,
    created_at    bigint NOT NULL,
    failing_since bigint,
    failures      bigint NOT NULL,
    PRIMARY KEY (account, id)
);

CREATE TABLE webhook_run (
    account        text COLLATE "C" NOT NULL,
    webhook_id     text COLLATE "C" NOT NULL,
    id             text COLLATE "C" NOT NULL,
    after_sequence bigint NOT NULL,
    last_sequence  bigint,
    PRIMARY KEY (account, webhook_id, id)
);

CREATE TABLE webhook_delivery (
    account    text COLLATE "C" NOT NULL,
    webhook_id text COLLATE "C" NOT NULL,
    seq        bigint NOT NULL,
    run_id     text COLLATE "C" NOT NULL,
    event_type text COLLATE "C" NOT NULL,
    subject    text COLLATE "C" NOT NULL,
    state      text COLLATE "C" NOT NULL,
    tries      bigint NOT NULL,
    status     bigint,
    problem    text,
    first_at   bigint NOT NULL,
    last_at    bigint NOT NULL,
    next_at    bigint,
    PRIMARY KEY (account, webhook_id, seq, run_id)
);

CREATE INDEX webhook_delivery_by_time ON webhook_delivery (account, last_at);
