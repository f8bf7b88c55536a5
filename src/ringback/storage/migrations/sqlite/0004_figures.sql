-- What figures of the past are counted from beside the records themselves: waits that were promised,
-- teams, and how agents spent their hours. Durations are microseconds.

ALTER TABLE call ADD COLUMN estimated INTEGER;
ALTER TABLE callback ADD COLUMN team_id TEXT;
ALTER TABLE callback ADD COLUMN estimated INTEGER;

CREATE TABLE agent_hour (
    account  TEXT NOT NULL,
    begins   INTEGER NOT NULL,
    agent_id TEXT NOT NULL,
    rung     INTEGER NOT NULL,
    accepted INTEGER NOT NULL,
    declined INTEGER NOT NULL,
    rang_out INTEGER NOT NULL,
    ringing  INTEGER NOT NULL,
    talking  INTEGER NOT NULL,
    wrap_up  INTEGER NOT NULL,
    free     INTEGER NOT NULL,
    PRIMARY KEY (account, begins, agent_id)
) STRICT, WITHOUT ROWID;
