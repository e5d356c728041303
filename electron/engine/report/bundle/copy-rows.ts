// A bundle's database: the rows of the chosen instances and models, with nothing that tells of the machine
// it was made on. Endpoints, runs and saved views stay behind.
import { basename } from 'node:path/posix';
import { saveFact } from '../../db/facts.ts';
import type { WritableDb } from '../../db/handle.ts';
import { openWritable } from '../../db/open.ts';
import { createSearchIndexer } from '../../jobs/search-index.ts';
import { BUNDLE_HOME } from './manifest.ts';

/** What is taken over. */
export interface ChosenRows {
  /** Keys of instances. */
  readonly keys: readonly string[];
  /** Names of models. */
  readonly models: readonly string[];
  readonly title: string;
  /** ISO 8601. */
  readonly at: string;
}

const TASK_OR_REFERENCE = 2 ** 40;
const OF_INSTANCE = 'IN (SELECT id FROM temp.chosen)';
const OF_KEY = 'IN (SELECT key FROM temp.chosen)';
const OF_MODEL = 'IN (SELECT id FROM temp.chosen_models)';
const OF_NAME = 'IN (SELECT name FROM temp.chosen_models)';
const OF_SEQUENCE = 'IN (SELECT id FROM temp.chosen_sequences)';
const OF_OUTCOME = 'IN (SELECT outcome_id FROM main.scores)';

/** Tables in the order in which they are filled, and which rows of each. */
const TABLES: readonly (readonly [table: string, rows: string])[] = [
  ['roots', '1'],
  ['models', `id ${OF_MODEL}`],
  ['instances', `id ${OF_INSTANCE}`],
  ['responses', `instance_id ${OF_INSTANCE} AND model_id ${OF_MODEL}`],
  ['segments', `sequence_id ${OF_SEQUENCE}`],
  ['items', `sequence_id ${OF_SEQUENCE}`],
  ['item_captions', `sequence_id ${OF_SEQUENCE}`],
  ['captions', `instance_id ${OF_INSTANCE} AND (model_id ${OF_MODEL} OR model_id <= 0)`],
  ['scores', `instance_id ${OF_INSTANCE} AND model_id ${OF_MODEL}`],
  ['outcomes', `id ${OF_OUTCOME}`],
  [
    'calls',
    `id IN (SELECT call_id FROM main.item_captions
       UNION SELECT part.value FROM main.outcomes o, json_each(o.components, '$.calls') part
       UNION SELECT part.value ->> '$.callId' FROM main.outcomes o, json_each(o.components, '$.captions') part)`,
  ],
  ['prompt_texts', 'hash IN (SELECT prompt_hash FROM main.calls)'],
  [
    'caption_texts',
    `hash IN (SELECT part.value ->> '$.textHash'
       FROM main.outcomes o, json_each(o.components, '$.captions') part)`,
  ],
  ['prompt_edits', '1'],
  ['settings', `name IN ('scoring', 'taxonomy')`],
  ['model_manifests', `model ${OF_NAME}`],
  ['ratings', `key ${OF_KEY} AND model ${OF_NAME}`],
  ['problems', `key ${OF_KEY}`],
  [
    'capabilities',
    'key IN (SELECT field || char(47) || subdomain || char(47) || record_id FROM main.instances)',
  ],
  ['hand_pairs', `key ${OF_KEY} AND model ${OF_NAME}`],
  ['annotation_events', `key ${OF_KEY} AND (model = '' OR model ${OF_NAME})`],
  ['rating_events', `key ${OF_KEY} AND model ${OF_NAME}`],
  ['samples', 'id IN (SELECT sample_id FROM main.rating_events)'],
  ['sample_raters', 'sample_id IN (SELECT sample_id FROM main.rating_events)'],
  ['sample_units', `key ${OF_KEY} AND sample_id IN (SELECT sample_id FROM main.rating_events)`],
  [
    'sources',
    'id IN (SELECT source_id FROM source.files f WHERE f.id IN (SELECT id FROM temp.chosen_files))',
  ],
  ['files', 'id IN (SELECT id FROM temp.chosen_files)'],
];

/**
 * Makes the database of a bundle.
 *
 * @param from  the project's database
 * @param to  made; must not exist
 */
export function copyRows(from: string, to: string, chosen: ChosenRows): void {
  const db = openWritable(to);
  try {
    db.prepare('ATTACH ? AS source').run(from);
    db.pragma('foreign_keys = OFF'); // tables are filled one after another
    db.transaction(() => {
      choose(db, chosen);
      for (const [table, rows] of TABLES) {
        db.exec(`INSERT INTO main.${table} SELECT * FROM source.${table} WHERE ${rows}`);
      }
      copyLabels(db);
      hidePlaces(db);
      db.exec(`INSERT INTO main.facts SELECT * FROM source.facts WHERE name = 'derivedBy'`);
      saveFact(db, 'name', chosen.title);
      saveFact(db, 'createdAt', chosen.at);
    })();
    db.exec('DETACH source');
    const indexer = createSearchIndexer(db);
    for (const id of db.prepare<[], number>('SELECT id FROM instances').pluck().all()) {
      indexer.one(id);
    }
    db.exec('VACUUM'); // what was overwritten is still in it until then
    db.pragma('journal_mode = DELETE'); // one file, without those beside it
  } finally {
    db.close();
  }
}

function choose(db: WritableDb, { keys, models }: ChosenRows): void {
  db.exec(`
    CREATE TEMP TABLE chosen (id INTEGER PRIMARY KEY, key TEXT NOT NULL);
    CREATE TEMP TABLE chosen_models (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
    CREATE TEMP TABLE chosen_sequences (id INTEGER PRIMARY KEY);
    CREATE TEMP TABLE chosen_files (id INTEGER PRIMARY KEY);
  `);
  const addKey = db.prepare(
    'INSERT INTO chosen SELECT id, key FROM source.instances WHERE key = ?',
  );
  for (const key of keys) addKey.run(key);
  const addModel = db.prepare(
    'INSERT INTO chosen_models SELECT id, name FROM source.models WHERE name = ?',
  );
  for (const name of models) addModel.run(name);
  db.exec(`
    INSERT INTO chosen_sequences
      SELECT id FROM chosen
      UNION SELECT id + ${TASK_OR_REFERENCE} FROM chosen
      UNION SELECT id + ${2 * TASK_OR_REFERENCE} FROM source.responses
        WHERE instance_id ${OF_INSTANCE} AND model_id ${OF_MODEL};
    INSERT INTO chosen_files
      SELECT file_id FROM source.instances WHERE id ${OF_INSTANCE}
      UNION SELECT file_id FROM source.responses WHERE instance_id ${OF_INSTANCE} AND model_id ${OF_MODEL}
      UNION SELECT file_id FROM source.scores
        WHERE instance_id ${OF_INSTANCE} AND model_id ${OF_MODEL} AND file_id IS NOT NULL
      UNION SELECT file_id FROM source.captions WHERE instance_id ${OF_INSTANCE}
      UNION SELECT file_id FROM source.ratings WHERE key ${OF_KEY} AND file_id IS NOT NULL;
  `);
}

/** Labels name their judgement by instance and model inside of their id. */
function copyLabels(db: WritableDb): void {
  db.exec(`INSERT INTO main.judgement_labels SELECT * FROM source.judgement_labels
    WHERE json_valid(judgement_id) AND judgement_id ->> '$[2]' ${OF_NAME}
      AND judgement_id ->> '$[3]' ${OF_KEY}`);
}

interface PathRow {
  readonly id: number;
  readonly path: string;
}

/** Points every path into the bundle; what lies in no opened folder keeps its name only. */
function hidePlaces(db: WritableDb): void {
  const roots = db.prepare<[], { id: number; dir: string }>('SELECT id, dir FROM main.roots').all();
  const longestFirst = roots.toSorted((a, b) => b.dir.length - a.dir.length);
  const inBundle = (path: string) => {
    const slashed = path.replaceAll('\\', '/');
    for (const { id, dir } of longestFirst) {
      const home = dir.replaceAll('\\', '/');
      if (slashed === home) return bundledRoot(id);
      if (slashed.startsWith(`${home}/`)) return bundledRoot(id) + slashed.slice(home.length);
    }
    return `${BUNDLE_HOME}/${basename(slashed)}`;
  };
  for (const table of ['sources', 'files', 'problems']) {
    const rows = db.prepare<[], PathRow>(`SELECT id, path FROM main.${table}`).all();
    const move = db.prepare(`UPDATE main.${table} SET path = ? WHERE id = ?`);
    for (const { id, path } of rows) move.run(inBundle(path), id);
  }
  const inWords = db.prepare('UPDATE main.problems SET message = replace(message, ?, ?)');
  const moveRoot = db.prepare('UPDATE main.roots SET dir = ? WHERE id = ?');
  for (const { id, dir } of longestFirst) {
    inWords.run(dir, bundledRoot(id));
    moveRoot.run(bundledRoot(id), id);
  }
  db.exec(`UPDATE main.calls SET base_url = ''`);
}

/** Where the files of an opened folder stand in a bundle, as its database has it. */
export const bundledRoot = (id: number): string => `${BUNDLE_HOME}/${mediaFolder(id)}`;

/** The same, below the folder of the bundle. */
export const mediaFolder = (id: number): string => `media/r${id}`;
