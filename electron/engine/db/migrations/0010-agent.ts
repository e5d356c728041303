import type { Migration } from './define.ts';

// Runs of the agent and their instances. What a chain did stands in its trace, a file; here is what is
// asked about all of them. Calls and spending of a run stand under its id below zero: runs that score
// count up from 1.
export const agent: Migration = {
  version: 10,
  up: (db) => void db.exec(SCHEMA),
};

const SCHEMA = `
CREATE TABLE agent_runs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  request TEXT NOT NULL,
  model TEXT NOT NULL,
  state TEXT NOT NULL,
  out TEXT NOT NULL,
  created_at TEXT NOT NULL,
  finished_at TEXT,
  seconds REAL NOT NULL DEFAULT 0,
  error TEXT,
  owner_pid INTEGER,
  beat_at INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE agent_items (
  run_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  key TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'waiting',
  attempts INTEGER NOT NULL DEFAULT 1,
  rerun TEXT,
  verdict TEXT,
  rounds INTEGER NOT NULL DEFAULT 0,
  missing INTEGER NOT NULL DEFAULT 0,
  outcome TEXT,
  prediction TEXT,
  PRIMARY KEY (run_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX agent_items_by_state ON agent_items (run_id, state, position);
CREATE INDEX agent_items_by_verdict ON agent_items (run_id, verdict, position);
CREATE INDEX agent_items_by_key ON agent_items (key, run_id);
`;
