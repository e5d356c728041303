import type { Migration } from './define.ts';

// A sample stays as it was drawn. What raters say is only ever added to: of a step the last event that
// was not taken back holds. Units and events name instances by key and models by name, so that they
// outlive an import; `shown` holds a hash of each part of what the rater saw.
export const samplesAndRatings: Migration = {
  version: 8,
  up: (db) => void db.exec(SCHEMA),
};

const SCHEMA = `
CREATE TABLE samples (
  id TEXT PRIMARY KEY,
  draft TEXT NOT NULL,
  population INTEGER NOT NULL,
  strata TEXT NOT NULL,
  created_at TEXT NOT NULL,
  is_removed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE sample_units (
  sample_id TEXT NOT NULL,
  unit INTEGER NOT NULL,
  key TEXT NOT NULL,
  model TEXT NOT NULL,
  other_model TEXT NOT NULL DEFAULT '',
  stratum INTEGER NOT NULL,
  is_common INTEGER NOT NULL,
  PRIMARY KEY (sample_id, unit)
) STRICT, WITHOUT ROWID;
CREATE TABLE sample_raters (
  sample_id TEXT NOT NULL,
  name_key TEXT NOT NULL,
  name TEXT NOT NULL,
  seat INTEGER NOT NULL,
  joined_at TEXT NOT NULL,
  PRIMARY KEY (sample_id, name_key)
) STRICT, WITHOUT ROWID;
CREATE TABLE rating_events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sample_id TEXT NOT NULL,
  unit INTEGER NOT NULL,
  key TEXT NOT NULL,
  model TEXT NOT NULL,
  other_model TEXT NOT NULL DEFAULT '',
  name_key TEXT NOT NULL,
  rater TEXT NOT NULL,
  kind TEXT NOT NULL,
  metric TEXT NOT NULL DEFAULT '',
  tag TEXT NOT NULL DEFAULT '',
  value INTEGER,
  word TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  response_hash TEXT NOT NULL DEFAULT '',
  shown TEXT NOT NULL DEFAULT '{}',
  at TEXT NOT NULL,
  undoes INTEGER
) STRICT;
CREATE INDEX rating_events_by_seat ON rating_events (sample_id, name_key, unit, id);
CREATE INDEX rating_events_by_key ON rating_events (key, id);
CREATE INDEX rating_events_undone ON rating_events (undoes) WHERE undoes IS NOT NULL;
ALTER TABLE ratings ADD COLUMN tag TEXT NOT NULL DEFAULT '';
ALTER TABLE ratings ADD COLUMN phase TEXT NOT NULL DEFAULT '';
`;
