-- A step as a later release may bring it: long enough to be cut off in the middle.
ALTER TABLE person ADD COLUMN note TEXT;
CREATE TABLE widened (
  number INTEGER PRIMARY KEY,
  text TEXT NOT NULL
) STRICT;
INSERT INTO widened
  WITH RECURSIVE some (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM some WHERE n < 200000)
  SELECT n, 'text of ' || n FROM some;
UPDATE person SET note = 'brought up';
