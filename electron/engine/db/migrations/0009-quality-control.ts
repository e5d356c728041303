import type { Migration } from './define.ts';

// `qc_files`, `qc_records` and `qc_findings` are what looking through found, made anew each time; prints
// are kept while their files stay as they are. `qc_events` is what people said and is only added to.
export const qualityControl: Migration = {
  version: 9,
  up: (db) => void db.exec(SCHEMA),
};

const SCHEMA = `
CREATE TABLE qc_files (
  file_id INTEGER PRIMARY KEY,
  generation INTEGER NOT NULL,
  size_bytes INTEGER NOT NULL,
  mtime_ms REAL NOT NULL,
  is_changed INTEGER NOT NULL
) STRICT;
CREATE TABLE qc_records (
  key TEXT PRIMARY KEY,
  file_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  byte_start INTEGER NOT NULL,
  byte_end INTEGER NOT NULL,
  hash TEXT NOT NULL,
  is_repaired INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX qc_records_by_file ON qc_records (file_id, byte_start);
CREATE TABLE qc_findings (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  kind TEXT NOT NULL,
  code TEXT,
  quirk INTEGER,
  severity TEXT NOT NULL,
  message TEXT NOT NULL,
  others TEXT
) STRICT;
CREATE INDEX qc_findings_by_key ON qc_findings (key, id);
CREATE TABLE qc_prints (
  path TEXT PRIMARY KEY,
  state TEXT NOT NULL,
  print TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE qc_people (
  name_key TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  joined_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE qc_events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL,
  phase TEXT NOT NULL,
  verdict TEXT NOT NULL,
  name_key TEXT NOT NULL,
  name TEXT NOT NULL,
  reason TEXT NOT NULL,
  hash TEXT NOT NULL,
  original TEXT NOT NULL,
  revised TEXT,
  at TEXT NOT NULL,
  undoes INTEGER
) STRICT;
CREATE INDEX qc_events_by_key ON qc_events (key, id);
CREATE INDEX qc_events_by_name ON qc_events (name_key, id);
CREATE INDEX qc_events_undone ON qc_events (undoes) WHERE undoes IS NOT NULL;
`;
