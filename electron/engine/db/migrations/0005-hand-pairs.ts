import type { Migration } from './define.ts';

// Pairs that somebody made by hand are bound to what was paired: by the instance's key and the model's
// name, so that they outlive an import, and by the hashes of both sides, so that they hold only while
// these stay as they are. Where a side is NULL the other was set apart.
export const handPairs: Migration = {
  version: 5,
  up: (db) =>
    void db.exec(`
      CREATE TABLE hand_pairs (
        id INTEGER PRIMARY KEY,
        key TEXT NOT NULL,
        model TEXT NOT NULL,
        centre TEXT NOT NULL,
        centre_hash TEXT NOT NULL,
        own_hash TEXT NOT NULL,
        centre_block INTEGER,
        own_block INTEGER,
        at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX hand_pairs_by_key ON hand_pairs (key, model);
    `),
};
