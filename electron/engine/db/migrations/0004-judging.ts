import type { Migration } from './define.ts';

// Every answered question is kept once, by everything that decides it (`call_key`): that is what a
// resumed run finds again. What was sent is a prompt text, kept once by its hash, and what was filled
// in, deflated, because the same words go to four models thousands of times. The caption of an item is
// the reply of its call, unless reading changed it; a caption that was imported and judged is kept once
// by its hash. What a run spent is counted as it goes: nobody adds up a hundred thousand calls.
// An outcome may now have several figures (one question gives HC and SH); a run's item says who does it.
export const judging: Migration = {
  version: 4,
  up: (db) => void db.exec(SCHEMA),
};

const SCHEMA = `
CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE prompt_edits (
  prompt_id TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  edited_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE prompt_texts (
  hash TEXT PRIMARY KEY,
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE model_manifests (
  model TEXT PRIMARY KEY,
  inputs TEXT,
  source TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE calls (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  call_key TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL,
  model TEXT NOT NULL,
  base_url TEXT NOT NULL,
  prompt_id TEXT NOT NULL,
  prompt_version INTEGER NOT NULL,
  prompt_hash TEXT NOT NULL,
  input_hash TEXT NOT NULL,
  params TEXT NOT NULL,
  repeat INTEGER NOT NULL,
  filled BLOB NOT NULL,
  reply TEXT,
  failure TEXT,
  failure_message TEXT,
  is_repaired INTEGER NOT NULL DEFAULT 0,
  attempts INTEGER NOT NULL,
  tokens_in INTEGER NOT NULL,
  tokens_out INTEGER NOT NULL,
  cost_usd REAL,
  latency_ms REAL NOT NULL,
  run_id INTEGER,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE run_spending (
  run_id INTEGER NOT NULL,
  role TEXT NOT NULL,
  model TEXT NOT NULL,
  calls INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0,
  from_cache INTEGER NOT NULL DEFAULT 0,
  tokens_in INTEGER NOT NULL DEFAULT 0,
  tokens_out INTEGER NOT NULL DEFAULT 0,
  cost_usd REAL NOT NULL DEFAULT 0,
  unpriced INTEGER NOT NULL DEFAULT 0,
  latencies TEXT NOT NULL DEFAULT '{}',
  PRIMARY KEY (run_id, role, model)
) STRICT, WITHOUT ROWID;

CREATE TABLE item_captions (
  sequence_id INTEGER NOT NULL,
  tag TEXT NOT NULL,
  call_id INTEGER NOT NULL,
  caption TEXT,
  PRIMARY KEY (sequence_id, tag)
) STRICT, WITHOUT ROWID;

CREATE TABLE caption_texts (
  hash TEXT PRIMARY KEY,
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE judgement_labels (
  id INTEGER PRIMARY KEY,
  judgement_id TEXT NOT NULL,
  verdict TEXT NOT NULL,
  note TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX judgement_labels_by_judgement ON judgement_labels (judgement_id, id);

CREATE TABLE batches (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  run_id INTEGER NOT NULL,
  role TEXT NOT NULL,
  base_url TEXT NOT NULL,
  model TEXT NOT NULL,
  remote_id TEXT NOT NULL,
  submitted_at TEXT NOT NULL
) STRICT;
CREATE TABLE batch_calls (
  call_key TEXT PRIMARY KEY,
  batch_id INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX batch_calls_by_batch ON batch_calls (batch_id);

ALTER TABLE outcomes ADD COLUMN figures TEXT;
ALTER TABLE run_items ADD COLUMN doer TEXT NOT NULL DEFAULT 'worker';
DROP INDEX run_items_by_status;
CREATE INDEX run_items_by_status ON run_items (run_id, status, doer, id);
`;
