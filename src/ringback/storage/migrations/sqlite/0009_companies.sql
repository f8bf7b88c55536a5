-- The log only grows for as long as its company is there: it goes with the journal, never before.

DROP TRIGGER access_log_is_not_removed;

CREATE TRIGGER access_log_is_not_removed BEFORE DELETE ON access_log
WHEN EXISTS (SELECT 1 FROM journal WHERE account = old.account)
BEGIN
    SELECT raise(ABORT, 'the log only grows');
END;
