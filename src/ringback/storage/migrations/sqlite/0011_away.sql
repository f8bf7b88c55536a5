-- How long agents did not want to be disturbed, hour by hour and by reason; the empty one is none.
-- Durations are microseconds.

CREATE TABLE agent_away (
    account  TEXT NOT NULL,
    begins   INTEGER NOT NULL,
    agent_id TEXT NOT NULL,
    reason   TEXT NOT NULL,
    spent    INTEGER NOT NULL,
    PRIMARY KEY (account, begins, agent_id, reason)
) STRICT, WITHOUT ROWID;
