import type { Migration } from './define.ts';

// Every answered question is kept once, by everything that decides it (`call_key`): that is what a
// resumed run finds again. What was sent is a prompt text, kept once by its hash, and what was filled
// in, deflated, because the same words go to four models thousands of times.
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
  prompt_id TEXT NOT NULL,
  version INTEGER NOT NULL,
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
  prompt_hash TEXT NOT NULL,
  input_hash TEXT NOT NULL,
  params TEXT NOT NULL,
  repeat INTEGER NOT NULL,
  filled BLOB NOT NULL,
  reply TEXT,
  value TEXT,
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
CREATE INDEX calls_by_run ON calls (run_id, role) WHERE run_id IS NOT NULL;
CREATE INDEX calls_by_role ON calls (role, model);

CREATE TABLE run_spending (
  run_id INTEGER NOT NULL,
  role TEXT NOT NULL,
  model TEXT NOT NULL,
  from_cache INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (run_id, role, model)
) STRICT, WITHOUT ROWID;

CREATE TABLE item_captions (
  instance_id INTEGER NOT NULL,
  model_id INTEGER NOT NULL,
  tag TEXT NOT NULL,
  call_id INTEGER NOT NULL,
  caption TEXT NOT NULL,
  PRIMARY KEY (instance_id, model_id, tag)
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
  id INTEGER PRIMARY KEY,
  run_id INTEGER,
  role TEXT NOT NULL,
  base_url TEXT NOT NULL,
  model TEXT NOT NULL,
  remote_id TEXT NOT NULL,
  state TEXT NOT NULL,
  submitted_at TEXT NOT NULL
) STRICT;
CREATE TABLE batch_calls (
  call_key TEXT PRIMARY KEY,
  batch_id INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX batch_calls_by_batch ON batch_calls (batch_id);
`;
