-- The log only grows for as long as its company is there: it goes with the journal, never before.

DROP TRIGGER access_log_only_grows ON access_log;

CREATE TRIGGER access_log_only_grows BEFORE UPDATE OR TRUNCATE ON access_log
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_access_log();

CREATE FUNCTION refuse_removal_of_access_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM journal WHERE account = old.account) THEN
        RAISE EXCEPTION 'the log only grows';
    END IF;
    RETURN old;
END
$$;

CREATE TRIGGER access_log_is_not_removed BEFORE DELETE ON access_log
    FOR EACH ROW EXECUTE FUNCTION refuse_removal_of_access_log();
