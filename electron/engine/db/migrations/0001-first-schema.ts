import type { Migration } from './define.ts';

// A sequence (the task, the reference, a response) is one row of `segments`: its raw content, once,
// with what follows from it packed beside it; segments themselves are computed when read. The id of
// a sequence is made from its side and its owner, see `db/sequences.ts`.
// The tables that grow with the data have no foreign keys: each row would pay for a look-up that the
// importer has already made. `files`, `sources` and `models` keep theirs.
export const firstSchema: Migration = {
  version: 1,
  up: (db) => void db.exec(SCHEMA),
};

const SCHEMA = `
CREATE TABLE facts (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE roots (
  id INTEGER PRIMARY KEY,
  dir TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE models (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE sources (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  path TEXT NOT NULL,
  model_id INTEGER REFERENCES models (id),
  root_id INTEGER REFERENCES roots (id),
  is_example INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX sources_by_path ON sources (kind, path, ifnull(model_id, 0));

CREATE TABLE files (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES sources (id),
  path TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  mtime_ms REAL NOT NULL,
  sha256 TEXT,
  status TEXT NOT NULL,
  generation INTEGER NOT NULL DEFAULT 1,
  byte_offset INTEGER NOT NULL DEFAULT 0,
  line INTEGER NOT NULL DEFAULT 1,
  records INTEGER NOT NULL DEFAULT 0,
  UNIQUE (source_id, path)
) STRICT;

CREATE TABLE instances (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  field TEXT NOT NULL,
  subdomain TEXT NOT NULL,
  record_id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  difficulty INTEGER,
  input_mask INTEGER NOT NULL,
  output_mask INTEGER NOT NULL,
  file_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  generation INTEGER NOT NULL
) STRICT;
CREATE INDEX instances_by_file ON instances (file_id, generation);

CREATE TABLE responses (
  id INTEGER PRIMARY KEY,
  model_id INTEGER NOT NULL,
  instance_id INTEGER,
  unmatched_key TEXT,
  is_stale INTEGER NOT NULL DEFAULT 0,
  file_id INTEGER NOT NULL,
  line INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX responses_by_instance ON responses (instance_id, model_id)
  WHERE instance_id IS NOT NULL;
CREATE INDEX responses_by_file ON responses (file_id);
CREATE INDEX responses_unmatched ON responses (unmatched_key) WHERE instance_id IS NULL;
CREATE INDEX responses_stale ON responses (instance_id) WHERE is_stale = 1;

CREATE TABLE segments (
  sequence_id INTEGER PRIMARY KEY,
  strip TEXT NOT NULL,
  counts TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT;

CREATE TABLE items (
  sequence_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  tag TEXT NOT NULL,
  value TEXT NOT NULL,
  state TEXT NOT NULL,
  root_id INTEGER,
  path TEXT,
  PRIMARY KEY (sequence_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE captions (
  instance_id INTEGER NOT NULL,
  model_id INTEGER NOT NULL,
  tag TEXT NOT NULL,
  caption TEXT NOT NULL,
  file_id INTEGER NOT NULL,
  PRIMARY KEY (instance_id, model_id, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX captions_by_file ON captions (file_id);

CREATE TABLE scores (
  model_id INTEGER NOT NULL,
  instance_id INTEGER NOT NULL,
  metric TEXT NOT NULL,
  tag TEXT NOT NULL DEFAULT '',
  metric_version INTEGER NOT NULL,
  value REAL,
  raw REAL,
  unscored_code TEXT,
  unscored_reason TEXT,
  evidence TEXT,
  scale TEXT,
  file_id INTEGER,
  PRIMARY KEY (model_id, instance_id, metric, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX scores_by_file ON scores (file_id) WHERE file_id IS NOT NULL;

CREATE TABLE ratings (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  model TEXT NOT NULL,
  metric TEXT NOT NULL,
  rater TEXT NOT NULL,
  value REAL NOT NULL,
  rated_at TEXT NOT NULL,
  response_hash TEXT,
  note TEXT,
  file_id INTEGER
) STRICT;
CREATE INDEX ratings_by_key ON ratings (key);
CREATE INDEX ratings_by_file ON ratings (file_id);

CREATE TABLE problems (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  quirk INTEGER,
  severity TEXT NOT NULL,
  path TEXT NOT NULL,
  line INTEGER,
  key TEXT,
  message TEXT NOT NULL,
  file_id INTEGER,
  source_id INTEGER
) STRICT;
CREATE INDEX problems_by_kind ON problems (code, quirk, severity);
CREATE INDEX problems_by_key ON problems (key) WHERE key IS NOT NULL;
CREATE INDEX problems_by_file ON problems (file_id);
CREATE INDEX problems_by_source ON problems (source_id) WHERE source_id IS NOT NULL;

CREATE TABLE capabilities (
  key TEXT NOT NULL,
  capability TEXT NOT NULL,
  file_id INTEGER NOT NULL,
  PRIMARY KEY (key, capability)
) STRICT, WITHOUT ROWID;
CREATE INDEX capabilities_by_file ON capabilities (file_id);
`;
