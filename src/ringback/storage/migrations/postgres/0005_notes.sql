-- What agents wrote about calls. Like `customer` it holds personal data, and the journal only its
-- ids: a note whose text is NULL was deleted or erased, and stays so. Instants are microseconds
-- since 1970; the checksum covers all other columns.

CREATE TABLE note (
    account     text COLLATE "C" NOT NULL,
    id          text COLLATE "C" NOT NULL,
    call_id     text COLLATE "C" NOT NULL,
    customer_id text COLLATE "C",
    agent_id    text COLLATE "C",
    written_at  bigint NOT NULL,
    edited_at   bigint,
    text        text,
    checksum    bigint NOT NULL,
    PRIMARY KEY (account, id)
);

CREATE INDEX note_by_call ON note (account, call_id, written_at, id);
CREATE INDEX note_by_customer ON note (account, customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX note_by_time ON note (account, written_at, id);

-- Contacts are listed the newest first; our ids count up.
CREATE INDEX customer_by_age ON customer (account, length(id), id);
