-- What figures of the past are counted from beside the records themselves: waits that were promised,
-- teams, and how agents spent their hours. Durations are microseconds.

ALTER TABLE call ADD COLUMN estimated bigint;
ALTER TABLE callback ADD COLUMN team_id text;
ALTER TABLE callback ADD COLUMN estimated bigint;

CREATE TABLE agent_hour (
    account  text COLLATE "C" NOT NULL,
    begins   bigint NOT NULL,
    agent_id text COLLATE "C" NOT NULL,
    rung     bigint NOT NULL,
    accepted bigint NOT NULL,
    declined bigint NOT NULL,
    rang_out bigint NOT NULL,
    ringing  bigint NOT NULL,
    talking  bigint NOT NULL,
    wrap_up  bigint NOT NULL,
    free     bigint NOT NULL,
    PRIMARY KEY (account, begins, agent_id)
);
