import type { Migration } from './define.ts';

// An outcome is found by what it was computed from and how, and is computed once; a score of a response
// points at it. Its id is never used again, because a score may point at one that is tried anew.
// A figure that was imported and one that was computed stand side by side, so `scores` gets a new key.
// A run's items are only kept while they wait or when they have no figure.
export const scoringRuns: Migration = {
  version: 3,
  up: (db) => void db.exec(SCHEMA),
};

const SCHEMA = `
CREATE TABLE outcomes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  metric TEXT NOT NULL,
  metric_version INTEGER NOT NULL,
  content_hash TEXT NOT NULL,
  settings_hash TEXT NOT NULL,
  status TEXT NOT NULL,
  value REAL,
  raw REAL,
  code TEXT,
  reason TEXT,
  components TEXT,
  seconds REAL NOT NULL,
  computed_at TEXT NOT NULL,
  UNIQUE (metric, metric_version, content_hash, settings_hash)
) STRICT;

CREATE TABLE file_hashes (
  path TEXT PRIMARY KEY,
  size_bytes INTEGER NOT NULL,
  mtime_ms REAL NOT NULL,
  content_hash TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  request TEXT NOT NULL,
  state TEXT NOT NULL,
  is_listed INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL,
  finished_at TEXT,
  planned INTEGER NOT NULL DEFAULT 0,
  scored INTEGER NOT NULL DEFAULT 0,
  cached INTEGER NOT NULL DEFAULT 0,
  unscored TEXT NOT NULL DEFAULT '{}',
  seconds REAL NOT NULL DEFAULT 0,
  concurrency INTEGER NOT NULL,
  error TEXT,
  owner_pid INTEGER,
  beat_at INTEGER
) STRICT;

CREATE TABLE run_items (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL,
  response_id INTEGER NOT NULL,
  tag TEXT NOT NULL,
  metric TEXT NOT NULL,
  status TEXT NOT NULL,
  code TEXT,
  reason TEXT,
  outcome_id INTEGER
) STRICT;
CREATE INDEX run_items_by_status ON run_items (run_id, status, id);
CREATE UNIQUE INDEX run_items_by_item ON run_items (run_id, response_id, tag, metric);

CREATE TABLE scores_new (
  model_id INTEGER NOT NULL,
  instance_id INTEGER NOT NULL,
  metric TEXT NOT NULL,
  tag TEXT NOT NULL DEFAULT '',
  is_imported INTEGER NOT NULL DEFAULT 0,
  metric_version INTEGER NOT NULL,
  value REAL,
  raw REAL,
  unscored_code TEXT,
  unscored_reason TEXT,
  evidence TEXT,
  scale TEXT,
  file_id INTEGER,
  outcome_id INTEGER,
  PRIMARY KEY (model_id, instance_id, metric, tag, is_imported)
) STRICT, WITHOUT ROWID;
INSERT INTO scores_new (model_id, instance_id, metric, tag, is_imported, metric_version, value, raw,
    unscored_code, unscored_reason, evidence, scale, file_id)
  SELECT model_id, instance_id, metric, tag, file_id IS NOT NULL, metric_version, value, raw,
    unscored_code, unscored_reason, evidence, scale, file_id FROM scores
  ORDER BY model_id, instance_id, metric, tag;
DROP TABLE scores;
ALTER TABLE scores_new RENAME TO scores;
CREATE INDEX scores_by_file ON scores (file_id) WHERE file_id IS NOT NULL;
`;
