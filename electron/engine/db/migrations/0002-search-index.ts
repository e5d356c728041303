import type { Migration } from './define.ts';

// One contentless row an instance (rowid = instances.id). `search_dirty` holds the instances whose
// row is out of date; the index is complete when it is empty. Every instance that is already there
// starts out dirty, so an older project is indexed behind the open app.
// A large hash and no merging while it is built: half the time, and queries measured no slower.
export const searchIndex: Migration = {
  version: 2,
  up: (db) => void db.exec(SCHEMA),
};

const SCHEMA = `
CREATE VIRTUAL TABLE search USING fts5 (
  task, reference, responses, captions,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
INSERT INTO search (search, rank) VALUES ('hashsize', 33554432);
INSERT INTO search (search, rank) VALUES ('automerge', 0);
INSERT INTO search (search, rank) VALUES ('crisismerge', 64);
CREATE TABLE search_dirty (instance_id INTEGER PRIMARY KEY) STRICT;
INSERT INTO search_dirty (instance_id) SELECT id FROM instances;
`;
