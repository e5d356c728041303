import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { startProject } from '../../../tests/builders/engine.ts';
import { makeFolder } from '../../../tests/builders/folders.ts';
import {
  answerRecord,
  instanceRecord,
  writeDataset,
  writePredictions,
} from '../../../tests/builders/records.ts';
import type { ReadableDb, WritableDb } from '../db/handle.ts';
import { listRoots } from '../db/roots.ts';
import { createSearchIndexer } from '../jobs/search-index.ts';
import { createMediaRegistry } from '../media/registry.ts';
import { projectFile } from '../project/layout.ts';
import { readInstance } from './instance-detail.ts';
import { loadAnnotationColumns } from './annotation-columns.ts';
import { createMediaReader } from './item-media.ts';
import { loadColumns } from './load-columns.ts';
import { readRows } from './rows.ts';
import { searchInstances } from './search.ts';
import { prepareSearchHits } from './search-hits.ts';
import { readSearchTerms } from '../../../shared/filter/search-terms.ts';

/** They have one row an opened path or a model, and no index would be quicker. */
const SMALL = /^(roots|sources|models|facts|files)\b/;

test('a page, an instance, a search and a step of the index never scan a table', async () => {
  const { file } = await makeProject();
  const db = openListening(file);
  const columns = loadColumns(db.db);
  const annotations = loadAnnotationColumns(db.db, columns);
  // captions, reasons and notes are only asked for where there are any
  db.db.exec(`
    INSERT INTO captions VALUES (1, 0, 'image1', 'a drawing', 1);
    INSERT INTO calls (id, call_key, role, model, base_url, prompt_id, prompt_version, prompt_hash,
        input_hash, params, repeat, filled, attempts, tokens_in, tokens_out, latency_ms, at)
      VALUES (1, 'k', 'judge', 'm', '', 'judge-sc', 1, '', '', '', 0, x'', 1, 0, 0, 0, '');
    INSERT INTO item_captions VALUES (1, 'image1', 1, 'a drawing');
    INSERT INTO annotation_events (annotation_id, key, side, kind, mark, content_hash, created_at, at)
      VALUES ('a', 'natural_science/chemistry/1', 'task', 'note', '', '', '', '');`);
  db.forget();

  readRows(db.db, columns, [0, 1], [], annotations);
  const roots = listRoots(db.db);
  const media = createMediaReader(roots, createMediaRegistry(roots));
  readInstance(db.db, media, 'natural_science/chemistry/1', []);
  searchInstances(db.db, 'drawing');
  prepareSearchHits(db.db, readSearchTerms('drawing'), () => 'Alpha')(1);
  db.db.exec('INSERT INTO search_dirty VALUES (1)');
  createSearchIndexer(db.db).step();

  const asked = db.statements();
  expect(asked.length).toBeGreaterThan(10);
  expect(asked.flatMap((sql) => scansOf(db.db, sql))).toEqual([]);
  db.db.close();
});

test('the test above can fail', async () => {
  const { file } = await makeProject();
  const { db } = openListening(file);

  const sql = `SELECT * FROM segments WHERE content = 'x'`;

  expect(scansOf(db, sql)).toEqual([`SCAN segments: ${sql}`]);
  db.close();
});

async function makeProject() {
  const dir = makeFolder();
  const dataset = writeDataset(dir, [instanceRecord('1'), instanceRecord('2')]);
  const path = writePredictions(dir, 'Alpha', [answerRecord('1')]);
  const { importAll, indexed, close, projectDir } = await startProject(dir);
  await importAll({ dataset, predictions: [{ model: 'Alpha', path }] });
  await indexed();
  await close();
  mkdirSync(join(dir, 'app'), { recursive: true });
  return { file: projectFile(projectDir) };
}

/** A connection that remembers every statement it was asked. */
function openListening(file: string) {
  let asked = new Set<string>();
  const db = new Database(file, { verbose: (sql) => asked.add(String(sql)) });
  return {
    db: db as unknown as WritableDb, // a test's own connection to its own project
    forget: () => (asked = new Set()),
    statements: () => [...asked].filter((sql) => /^\s*(SELECT|WITH|DELETE|UPDATE)/i.test(sql)),
  };
}

function scansOf(db: ReadableDb, sql: string): string[] {
  const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[]; // SQLite's own
  return plan
    .map(({ detail }) => detail)
    .filter((detail) => detail.startsWith('SCAN ') && !detail.includes('VIRTUAL TABLE'))
    .filter((detail) => !SMALL.test(detail.slice('SCAN '.length)))
    .filter((detail) => detail !== 'SCAN search_dirty') // in the order of its key, up to a limit
    .map((detail) => `${detail}: ${sql}`);
}
