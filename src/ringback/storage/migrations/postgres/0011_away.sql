-- How long agents did not want to be disturbed, hour by hour and by reason; the empty one is none.
-- Durations are microseconds.

CREATE TABLE agent_away (
    account  text COLLATE "C" NOT NULL,
    begins   bigint NOT NULL,
    agent_id text COLLATE "C" NOT NULL,
    reason   text COLLATE "C" NOT NULL,
    spent    bigint NOT NULL,
    PRIMARY KEY (account, begins, agent_id, reason)
);
