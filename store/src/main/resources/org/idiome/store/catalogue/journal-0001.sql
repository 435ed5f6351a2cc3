-- What persons' ids are hashed with; one row, made with the file.
CREATE TABLE secret (
  secret INTEGER PRIMARY KEY CHECK (secret = 1),
  key BLOB NOT NULL,
  digest TEXT NOT NULL
) STRICT;

-- Who read what. Each row's digest covers the one before.
CREATE TABLE audit (
  audit INTEGER PRIMARY KEY,
  recorded TEXT NOT NULL,
  who TEXT NOT NULL,
  named TEXT,
  person TEXT,
  purpose TEXT NOT NULL,
  command TEXT NOT NULL,
  layers TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('answered', 'refused', 'failed')),
  results INTEGER,
  digest TEXT NOT NULL
) STRICT;
-- No index: a page of one that is damaged would keep everybody from being read.
CREATE TRIGGER audit_keeps BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;

-- How long the chain is and where it ends, so that rows cut off at its end are missed; the same of
-- the runs. And the last batch of the catalogue of which it was told, which cannot vanish.
CREATE TABLE chain (
  chain INTEGER PRIMARY KEY CHECK (chain = 1),
  rows INTEGER NOT NULL,
  digest TEXT NOT NULL,
  people INTEGER NOT NULL,
  runs_digest TEXT NOT NULL,
  last_run INTEGER NOT NULL,
  batch INTEGER NOT NULL,
  recorded TEXT NOT NULL,
  batch_digest TEXT NOT NULL,
  -- The latest time that any row of the audit has, be it that the clock went back since.
  latest TEXT NOT NULL
) STRICT;
INSERT INTO chain VALUES
  (1, 0, '0000000000000000000000000000000000000000000000000000000000000000',
  0, '0000000000000000000000000000000000000000000000000000000000000000', 0, 0, '', '', '');

-- What was answered of one person. Erased with them.
CREATE TABLE run (
  run INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  person TEXT NOT NULL,
  recorded TEXT NOT NULL,
  batch INTEGER NOT NULL,
  record TEXT NOT NULL,
  purpose TEXT NOT NULL,
  profile_state TEXT NOT NULL,
  snapshot TEXT NOT NULL,
  software TEXT NOT NULL,
  settings TEXT NOT NULL,
  asked TEXT NOT NULL,
  problems TEXT NOT NULL,
  findings INTEGER NOT NULL,
  found INTEGER NOT NULL,
  findings_digest TEXT NOT NULL,
  digest TEXT NOT NULL,
  -- Over what the list of people tells of it.
  listed TEXT NOT NULL
) STRICT;
CREATE INDEX run_person ON run (person, id);

CREATE TABLE finding (
  run INTEGER NOT NULL REFERENCES run,
  key TEXT NOT NULL,
  state TEXT NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (run, key)
) STRICT, WITHOUT ROWID;

-- Which runs there are of each person: how many, and where their chain ends.
CREATE TABLE run_end (
  person TEXT PRIMARY KEY,
  runs INTEGER NOT NULL,
  digest TEXT NOT NULL
) STRICT, WITHOUT ROWID;
