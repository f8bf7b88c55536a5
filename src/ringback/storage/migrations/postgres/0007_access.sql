-- Users, their sessions, programs' keys, and the log of what people did, which only grows.

CREATE TABLE access_user (
    account        text COLLATE "C" NOT NULL,
    id             text COLLATE "C" NOT NULL,
    email          text NOT NULL,
    name           text NOT NULL,
    language       text NOT NULL,
    rights         text NOT NULL,
    created_at     text NOT NULL,
    active         smallint NOT NULL,
    password_hash  text,
    one_time_until text,
    second_factor  text,
    PRIMARY KEY (account, id),
    UNIQUE (account, email)
);

CREATE TABLE access_session (
    account    text COLLATE "C" NOT NULL,
    id         text COLLATE "C" NOT NULL,
    token_hash text NOT NULL,
    user_id    text NOT NULL,
    began_at   text NOT NULL,
    seen_at    text NOT NULL,
    address    text NOT NULL,
    browser    text NOT NULL,
    PRIMARY KEY (account, id)
);

CREATE TABLE access_key (
    account    text COLLATE "C" NOT NULL,
    id         text COLLATE "C" NOT NULL,
    name       text NOT NULL,
    key_hash   text NOT NULL,
    rights     text NOT NULL,
    made_by    text NOT NULL,
    made_at    text NOT NULL,
    used_at    text,
    revoked_at text,
    PRIMARY KEY (account, id)
);

CREATE TABLE access_log (
    account text COLLATE "C" NOT NULL,
    number  bigint NOT NULL,
    at      text COLLATE "C" NOT NULL,
    actor   text NOT NULL,
    name    text NOT NULL,
    address text NOT NULL,
    action  text NOT NULL,
    subject text,
    details text NOT NULL,
    PRIMARY KEY (account, number)
);

CREATE FUNCTION refuse_change_of_access_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the log only grows';
END
$$;

CREATE TRIGGER access_log_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON access_log
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_access_log();
