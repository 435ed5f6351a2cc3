-- One import command; its row is written last.
CREATE TABLE batch (
  batch INTEGER PRIMARY KEY,
  recorded TEXT NOT NULL,
  command TEXT NOT NULL,
  software TEXT NOT NULL,
  author TEXT,
  reason TEXT,
  intakes INTEGER NOT NULL,
  segments INTEGER NOT NULL,
  observations INTEGER NOT NULL,
  -- How many persons there were when it ended.
  people INTEGER NOT NULL,
  digest TEXT NOT NULL,
  -- Over what it says of itself, for everybody who tells of it.
  head TEXT NOT NULL
) STRICT;

CREATE TABLE person (
  person INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  batch INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
  -- Over all of it, and which inputs, segments, consents, settlements and gaps hang on it.
  digest TEXT NOT NULL,
  -- The same as a sum, for everybody at once.
  rows INTEGER NOT NULL
) STRICT;

CREATE INDEX person_batch ON person (batch);

-- What one input said of one person. A later intake of the same source supersedes it.
CREATE TABLE intake (
  intake INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER NOT NULL REFERENCES person,
  source TEXT NOT NULL,
  subject TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
  superseded INTEGER REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
  inputs TEXT NOT NULL,
  content TEXT NOT NULL,
  digest TEXT NOT NULL,
  -- Read out of the content, by which kin is looked for.
  pedigree TEXT AS (CASE WHEN instr(content, '"pedigree":[{') > 0 AND json_valid(content)
    THEN content -> '$.pedigree' END) VIRTUAL
) STRICT;
CREATE INDEX intake_person ON intake (person);
CREATE INDEX intake_source ON intake (source);
CREATE INDEX intake_subject ON intake (subject);
CREATE INDEX intake_batch ON intake (batch);
CREATE INDEX intake_superseded ON intake (superseded) WHERE superseded IS NOT NULL;
CREATE INDEX intake_pedigree ON intake (person, pedigree) WHERE pedigree IS NOT NULL;

-- The files of an intake in the order in which they were opened.
CREATE TABLE intake_file (
  intake INTEGER NOT NULL REFERENCES intake,
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  sha256 TEXT,
  bytes INTEGER,
  header_line INTEGER NOT NULL,
  PRIMARY KEY (intake, ordinal)
) STRICT, WITHOUT ROWID;

-- Rows that are elements of a JSON document, in the order of their locators.
CREATE TABLE source_row (
  intake INTEGER NOT NULL REFERENCES intake,
  ordinal INTEGER NOT NULL,
  locator INTEGER NOT NULL,
  line INTEGER NOT NULL,
  pointer TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (intake, ordinal, locator)
) STRICT, WITHOUT ROWID;

-- Lines of a person's tables, in deflated stretches.
CREATE TABLE source_lines (
  person INTEGER NOT NULL REFERENCES person,
  sha256 TEXT NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  deflated BLOB NOT NULL,
  digest TEXT NOT NULL,
  PRIMARY KEY (person, sha256, first)
) STRICT, WITHOUT ROWID;

-- Person x layer x shape x source file.
CREATE TABLE segment (
  segment INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER NOT NULL REFERENCES person,
  layer TEXT NOT NULL,
  shape TEXT NOT NULL CHECK (shape IN ('statement', 'quantity', 'call')),
  sha256 TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
  observations INTEGER NOT NULL,
  digest TEXT NOT NULL,
  rest TEXT NOT NULL,
  first_day TEXT,
  last_day TEXT,
  facts TEXT,
  -- Read out of the facts; null where they are damaged, so that nobody else's question fails.
  sample TEXT AS (CASE WHEN json_valid(facts) THEN facts ->> '$.sample' END) VIRTUAL,
  panel TEXT AS (CASE WHEN json_valid(facts) THEN facts ->> '$.identity.panel' END) VIRTUAL,
  carried INTEGER AS (CASE WHEN json_valid(facts) THEN facts ->> '$.carried' END) VIRTUAL
) STRICT;
CREATE INDEX segment_person ON segment (person);
CREATE INDEX segment_batch ON segment (batch);
CREATE INDEX segment_sample ON segment (sample, person) WHERE shape = 'call';
CREATE INDEX segment_digest ON segment (digest);

CREATE TABLE intake_segment (
  intake INTEGER NOT NULL REFERENCES intake,
  segment INTEGER NOT NULL REFERENCES segment,
  ordinal INTEGER NOT NULL,
  PRIMARY KEY (intake, segment, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX intake_segment_segment ON intake_segment (segment);

CREATE TABLE statement (
  segment INTEGER NOT NULL REFERENCES segment,
  row INTEGER NOT NULL,
  kind TEXT NOT NULL,
  concept TEXT NOT NULL,
  presence TEXT NOT NULL,
  content TEXT NOT NULL,
  locators TEXT NOT NULL,
  PRIMARY KEY (segment, row)
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_concept ON statement (concept);

-- Quantities of small segments; the columns are those of the Parquet files.
CREATE TABLE quantity (
  segment INTEGER NOT NULL REFERENCES segment,
  row INTEGER NOT NULL,
  feature TEXT NOT NULL,
  label TEXT,
  kind TEXT NOT NULL,
  value REAL,
  unit_kind TEXT NOT NULL,
  unit TEXT NOT NULL,
  low REAL,
  high REAL,
  reference_unit_kind TEXT,
  reference_unit TEXT,
  time TEXT NOT NULL,
  specimen TEXT,
  grouped TEXT,
  method TEXT,
  locator INTEGER NOT NULL,
  more TEXT,
  PRIMARY KEY (segment, row)
) STRICT, WITHOUT ROWID;
CREATE INDEX quantity_feature ON quantity (feature);

-- A Parquet file; what is not named here is swept.
CREATE TABLE part (
  part INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  shape TEXT NOT NULL,
  observations INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  crc32c INTEGER NOT NULL,
  batch INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
  digest TEXT NOT NULL
) STRICT;
CREATE INDEX part_batch ON part (batch);

CREATE TABLE segment_part (
  segment INTEGER NOT NULL REFERENCES segment,
  part INTEGER NOT NULL REFERENCES part DEFERRABLE INITIALLY DEFERRED,
  first_row INTEGER NOT NULL,
  end_row INTEGER NOT NULL,
  PRIMARY KEY (segment, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX segment_part_part ON segment_part (part);

-- What a person agreed to, and took back. Only added to.
CREATE TABLE consent (
  consent INTEGER PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES person,
  purpose TEXT NOT NULL CHECK
    (purpose IN ('care', 'own_use', 'research', 'secondary_findings', 'kin', 'sharing')),
  said TEXT NOT NULL CHECK (said IN ('given', 'withdrawn')),
  from_day TEXT,
  until_day TEXT,
  by_whom TEXT NOT NULL,
  wording TEXT,
  batch INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
  digest TEXT NOT NULL
) STRICT;
CREATE INDEX consent_person ON consent (person);
CREATE INDEX consent_batch ON consent (batch);

-- Parts that are no longer in force, whose files a reader of an earlier state may still ask for.
CREATE TABLE part_gone (
  name TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- The key of the hashes by which the erased are known again.
CREATE TABLE store_key (
  key TEXT NOT NULL PRIMARY KEY,
  again TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO store_key (key, again) VALUES (lower(hex(randomblob(32))), '');
UPDATE store_key SET again = key;

-- Which journal lay beside the catalogue when a batch was written, and where its audit ended.
CREATE TABLE journal_mark (
  batch INTEGER PRIMARY KEY REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
  key TEXT NOT NULL,
  rows INTEGER NOT NULL,
  digest TEXT NOT NULL
) STRICT;

-- Who was erased: named while it is not finished, afterwards by keyed hashes alone.
CREATE TABLE erasure (
  erasure INTEGER PRIMARY KEY,
  person INTEGER NOT NULL,
  id TEXT,
  batch INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
  erased TEXT NOT NULL,
  finished TEXT
) STRICT;

CREATE TABLE erasure_hash (
  erasure INTEGER NOT NULL REFERENCES erasure,
  hash TEXT NOT NULL,
  PRIMARY KEY (erasure, hash)
) STRICT, WITHOUT ROWID;

-- As of which batches a person cannot be told, because inputs that they had then were somebody's
-- who was erased.
CREATE TABLE gap (
  person INTEGER NOT NULL REFERENCES person,
  from_batch INTEGER NOT NULL,
  end_batch INTEGER NOT NULL,
  batch INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
  digest TEXT NOT NULL,
  PRIMARY KEY (person, from_batch, end_batch, batch)
) STRICT, WITHOUT ROWID;
CREATE INDEX gap_batch ON gap (batch);

-- As of which batches runs of a person may tell words that were taken out for who was erased, until
-- nobody can keep one any more.
CREATE TABLE run_gone (
  person INTEGER NOT NULL REFERENCES person,
  from_batch INTEGER NOT NULL,
  batch INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (person, from_batch, batch)
) STRICT, WITHOUT ROWID;
CREATE INDEX run_gone_batch ON run_gone (batch);

-- Findings that block others and that somebody looked into. Only added to.
CREATE TABLE settlement (
  settlement INTEGER PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES person,
  finding TEXT NOT NULL,
  answer TEXT NOT NULL,
  said TEXT NOT NULL CHECK (said IN ('settled', 'withdrawn')),
  by_whom TEXT NOT NULL,
  reason TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
  digest TEXT NOT NULL
) STRICT;
CREATE INDEX settlement_person ON settlement (person);
CREATE INDEX settlement_batch ON settlement (batch);

-- How two variant files of one person fit each other. Follows from their rows; only added to.
CREATE TABLE comparison (
  one INTEGER NOT NULL REFERENCES segment,
  two INTEGER NOT NULL REFERENCES segment,
  batch INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
  compared INTEGER NOT NULL,
  different INTEGER NOT NULL,
  places TEXT NOT NULL,
  PRIMARY KEY (one, two)
) STRICT, WITHOUT ROWID;
CREATE INDEX comparison_two ON comparison (two);
CREATE INDEX comparison_batch ON comparison (batch);

-- Batches that were damaged, of which somebody accepted what is left.
CREATE TABLE accepted (
  damaged INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
  what TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (damaged, batch)
) STRICT, WITHOUT ROWID;
CREATE INDEX accepted_batch ON accepted (batch);

-- What a restore could not record again of a person, who is not read until somebody accepts that.
CREATE TABLE held (
  person INTEGER NOT NULL REFERENCES person,
  batch INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
  what TEXT NOT NULL,
  PRIMARY KEY (person, batch)
) STRICT, WITHOUT ROWID;
CREATE INDEX held_batch ON held (batch);

-- What was lost of a catalogue whose pages were damaged, when a copy was made of what could be read.
CREATE TABLE loss (
  batch INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
  tree TEXT NOT NULL,
  pages INTEGER NOT NULL,
  what TEXT NOT NULL,
  PRIMARY KEY (batch, tree)
) STRICT, WITHOUT ROWID;
