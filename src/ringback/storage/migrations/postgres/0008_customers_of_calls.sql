-- Compare the customers of calls as `customer` does: otherwise no index finds a customer's calls.

ALTER TABLE call
    ALTER COLUMN customer_id TYPE text COLLATE "C",
    ALTER COLUMN callback_id TYPE text COLLATE "C";

ALTER TABLE callback ALTER COLUMN customer_id TYPE text COLLATE "C";

-- What the planner knew of these columns went with their old type.
ANALYZE call, callback;
