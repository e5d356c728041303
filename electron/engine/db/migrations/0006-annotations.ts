import type { Migration } from './define.ts';

// What people say is only ever added to: an annotation's last event is what holds, and an undo is an
// event too. Instances are named by key, so that annotations outlive an import.
// The search index gets a column for notes; every instance waits for its row to be made anew.
export const annotations: Migration = {
  version: 6,
  up: (db) => void db.exec(SCHEMA),
};

const SCHEMA = `
CREATE TABLE annotation_events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  annotation_id TEXT NOT NULL,
  key TEXT NOT NULL,
  side TEXT NOT NULL,
  model TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL,
  tag TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  mark TEXT NOT NULL,
  author TEXT NOT NULL DEFAULT '',
  content_hash TEXT NOT NULL,
  created_at TEXT NOT NULL,
  at TEXT NOT NULL,
  is_removed INTEGER NOT NULL DEFAULT 0,
  undoes INTEGER
) STRICT;
CREATE INDEX annotation_events_by_key ON annotation_events (key, id);
CREATE INDEX annotation_events_by_annotation ON annotation_events (annotation_id, id);

DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5 (
  task, reference, responses, captions, notes,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
INSERT INTO search (search, rank) VALUES ('hashsize', 33554432);
INSERT INTO search (search, rank) VALUES ('automerge', 0);
INSERT INTO search (search, rank) VALUES ('crisismerge', 64);
INSERT OR IGNORE INTO search_dirty (instance_id) SELECT id FROM instances;
`;
