import type { Migration } from './define.ts';

// Views are addresses with a name. The search index gets a column for what judges said, so every instance
// waits for its row to be made anew. What one-click sets look for is found by indexes that hold nothing
// else: figures that are missing, media that are missing, and judgements whose repeats lie at least a
// quarter of the scale apart (`gap`, which judgements that are kept already get here).
export const savedViews: Migration = {
  version: 7,
  up: (db) => void db.exec(SCHEMA),
};

const SCHEMA = `
CREATE TABLE saved_views (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  folded_name TEXT NOT NULL UNIQUE,
  query TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;

DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5 (
  task, reference, responses, captions, notes, reasons,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
INSERT INTO search (search, rank) VALUES ('hashsize', 33554432);
INSERT INTO search (search, rank) VALUES ('automerge', 0);
INSERT INTO search (search, rank) VALUES ('crisismerge', 64);
INSERT OR IGNORE INTO search_dirty (instance_id) SELECT id FROM instances;

CREATE INDEX scores_unscored ON scores (model_id, instance_id, unscored_code)
  WHERE unscored_code IS NOT NULL;
CREATE INDEX items_missing ON items (sequence_id) WHERE state = 'missing';

UPDATE outcomes SET components = json_set(components, '$.gap', (
    SELECT max(far) FROM (
      SELECT max(said.value) - min(said.value) AS far
      FROM json_each(outcomes.components, '$.raws') part, json_each(part.value) said GROUP BY part.key
    )
  ) / CASE WHEN components ->> '$.prompt' IN ('judge-code', 'judge-document') THEN 100.0 ELSE 4.0 END)
  WHERE components ->> '$.spread' IS NOT NULL;
CREATE INDEX outcomes_disagreeing ON outcomes (id) WHERE components ->> '$.gap' >= 0.25;
`;
