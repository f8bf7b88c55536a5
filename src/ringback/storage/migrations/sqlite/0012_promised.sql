-- What callers were told is kept as they heard it, counted from where their wait begins.

ALTER TABLE call RENAME COLUMN estimated TO promised;
ALTER TABLE callback RENAME COLUMN estimated TO promised;
