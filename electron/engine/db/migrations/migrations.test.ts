import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { listHandPairs, saveHandPair } from '../hand-pairs.ts';
import { listHoldingEvents } from '../rating-events.ts';
import { listImportedRatings } from '../ratings.ts';
import { listSamples } from '../samples.ts';
import { addQcEvent, listQcHeads, type QcEventDraft } from '../qc-events.ts';
import { RunId } from '../../../../shared/model/run.ts';
import type { WritableDb } from '../handle.ts';
import { prepareOutcomeFinder } from '../outcomes.ts';
import { listPendingItems } from '../run-items.ts';
import { listSavedViews, saveView } from '../saved-views.ts';
import { eachDisagreement, eachUnscored } from '../score-states.ts';
import { listSearchDirty } from '../search-rows.ts';
import { AgentRequest } from '../../../../shared/model/agent.ts';
import { insertAgentItems, listWaiting } from '../agent-items.ts';
import { countAgentItems, getAgentRun, insertAgentRun, spendingIdOf } from '../agent-runs.ts';
import { listSpending } from '../spending.ts';
import { migrate, migrations, SCHEMA_VERSION } from './index.ts';

test('versions go up by one', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
  expect(SCHEMA_VERSION).toBe(migrations.length);
});

test('a database is brought to the newest version once, and a second time nothing happens', () => {
  const db = openMemory();

  migrate(db);
  const schema = schemaOf(db);
  migrate(db);

  expect(db.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
  expect(schemaOf(db)).toEqual(schema);
});

test('every table of ours is strict', () => {
  const db = openMemory();

  migrate(db);

  const loose = db
    .prepare(
      `SELECT name FROM pragma_table_list
       WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search%'`,
    )
    .pluck()
    .all();
  expect(loose).toEqual([]);
});

test('a step that fails leaves the version before it', () => {
  const db = openMemory();
  migrate(db, 1);
  db.exec('CREATE TABLE search_dirty (in_the_way)');

  expect(() => migrate(db)).toThrow();

  expect(db.pragma('user_version', { simple: true })).toBe(1);
  expect(schemaOf(db)).not.toContain('search');
});

test('0001 to 0002: rows stay, and every instance waits for the search index', () => {
  const db = openMemory();
  migrate(db, 1);
  const add = db.prepare(
    `INSERT INTO instances (id, key, field, subdomain, record_id, ordinal, input_mask, output_mask,
       file_id, line, generation) VALUES (?, ?, 'f', 's', '1', 1, 0, 0, 1, 1, 1)`,
  );
  add.run(3, 'f/s/1');
  add.run(5, 'f/s/2');

  migrate(db, 2);

  expect(db.prepare('SELECT key FROM instances ORDER BY id').pluck().all()).toEqual([
    'f/s/1',
    'f/s/2',
  ]);
  expect(listSearchDirty(db, 10)).toEqual([3, 5]);
});

test('0002 to 0003: imported and computed figures stay, and now stand side by side', () => {
  const db = openMemory();
  migrate(db, 2);
  const add = db.prepare(
    `INSERT INTO scores (model_id, instance_id, metric, tag, metric_version, value, raw,
       unscored_code, unscored_reason, scale, file_id) VALUES (1, 7, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  add.run('StS', '', 1, 0.5, null, null, null, null, null);
  add.run('GQ', 'image1', 0, 0.91, 91, null, null, 's/100', 4);
  add.run('GQ', 'text', 0, null, null, 'imported-null', 'It is null.', 's/100', 4);

  migrate(db, 3);

  expect(
    db.prepare('SELECT metric, tag, is_imported, value, raw, file_id FROM scores').raw().all(),
  ).toEqual([
    ['GQ', 'image1', 1, 0.91, 91, 4],
    ['GQ', 'text', 1, null, null, 4],
    ['StS', '', 0, 0.5, null, null],
  ]);
  db.prepare(
    `INSERT INTO scores (model_id, instance_id, metric, tag, metric_version, value)
     VALUES (1, 7, 'GQ', 'image1', 1, 0.88)`,
  ).run();
  const ofItem = db.prepare(`SELECT value FROM scores WHERE tag = 'image1' ORDER BY is_imported`);
  expect(ofItem.pluck().all()).toEqual([0.88, 0.91]);
});

test('0004 to 0005: what is there stays, and pairs of two sides, or of one, can be kept', () => {
  const db = openMemory();
  migrate(db, 4);
  db.prepare(`INSERT INTO settings (name, value) VALUES ('eta', '0.5')`).run();

  migrate(db, 5);

  expect(db.prepare('SELECT name FROM settings').pluck().all()).toEqual(['eta']);
  const sides = {
    key: 'f/s/1',
    model: 'A',
    centre: 'reference',
    centreHash: 'c',
    ownHash: 'o',
  };
  saveHandPair(db, sides, { centreBlock: 1, ownBlock: 2 }, '2026-01-01T00:00:00Z');
  saveHandPair(db, sides, { ownBlock: 3 }, '2026-01-01T00:00:00Z');
  expect(listHandPairs(db, 'f/s/1')).toEqual([
    { id: 1, ...sides, centreBlock: 1, ownBlock: 2 },
    { id: 2, ...sides, ownBlock: 3 },
  ]);
});

test('0005 to 0006: every instance waits for a row of the index that has room for notes', () => {
  const db = openMemory();
  migrate(db, 5);
  db.prepare(
    `INSERT INTO instances (id, key, field, subdomain, record_id, ordinal, input_mask, output_mask,
       file_id, line, generation) VALUES (3, 'f/s/1', 'f', 's', '1', 1, 0, 0, 1, 1, 1)`,
  ).run();
  db.exec(
    `INSERT INTO search (rowid, task, reference, responses, captions) VALUES (3, 'a', '', '', '')`,
  );

  migrate(db, 6);

  expect(listSearchDirty(db, 10)).toEqual([3]);
  expect(db.prepare(`SELECT rowid FROM search WHERE search MATCH 'a'`).all()).toEqual([]);
  db.exec(`INSERT INTO search (rowid, notes) VALUES (3, 'b')`);
  expect(
    db.prepare(`SELECT rowid FROM search WHERE search MATCH 'notes : b'`).pluck().all(),
  ).toEqual([3]);
});

test('0003 to 0004: what was computed stays found, and open items of runs are the workers’', () => {
  const db = openMemory();
  migrate(db, 3);
  db.exec(`
    INSERT INTO outcomes (metric, metric_version, content_hash, settings_hash, status, value, raw,
      seconds, computed_at) VALUES ('GQ', 1, 'c', 's', 'scored', 0.5, 50, 1, '2026-01-01T00:00:00Z');
    INSERT INTO run_items (run_id, response_id, tag, metric, status)
      VALUES (1, 7, 'image1', 'GQ', 'pending'), (1, 8, 'image1', 'GQ', 'pending');
  `);

  migrate(db, 4);

  const key = { metric: 'GQ', version: 1, contentHash: 'c', settingsHash: 's' };
  expect(prepareOutcomeFinder(db)(key)).toEqual({
    id: 1,
    status: 'scored',
    figures: { GQ: { value: 0.5, raw: 50 } },
  });
  const runId = RunId.parse(1);
  expect(listPendingItems(db, runId, 'worker', 0, 10).map(({ id }) => id)).toEqual([1, 2]);
  expect(listPendingItems(db, runId, 'judge', 0, 10)).toEqual([]);
});

test('0007 to 0008: imported ratings stay, of the whole response; nothing is said of samples yet', () => {
  const db = openMemory();
  migrate(db, 7);
  db.exec(`
    INSERT INTO ratings (key, model, metric, rater, value, rated_at, response_hash, note, file_id)
      VALUES ('f/s/1', 'Alpha', 'SC', 'Ann', 4, '2026-01-01T00:00:00.000Z', 'h', 'Odd.', 3);
  `);

  migrate(db, 8);

  expect(listImportedRatings(db)).toEqual([
    {
      ...{ key: 'f/s/1', model: 'Alpha', metric: 'SC', rater: 'Ann', value: 4, fileId: 3 },
      ...{ ratedAt: '2026-01-01T00:00:00.000Z', responseHash: 'h', note: 'Odd.' },
    },
  ]);
  expect(listSamples(db)).toEqual([]);
  expect(listHoldingEvents(db)).toEqual([]);
});

test('0006 to 0007: views can be kept, every instance waits, and repeats know how far apart they are', () => {
  const db = openMemory();
  migrate(db, 6);
  const judged = (id: number, components: object) =>
    db
      .prepare(
        `INSERT INTO outcomes (id, metric, metric_version, content_hash, settings_hash, status, components,
           seconds, computed_at) VALUES (?, 'SC', 1, ?, 's', 'scored', ?, 0, '')`,
      )
      .run(id, String(id), JSON.stringify(components));
  // on 1 to 5 a level is a quarter; on 0 to 100 thirty are less than a third
  judged(1, { prompt: 'judge-sc', raws: { score: [2, 3, 3] }, spread: { score: 0.5 } });
  judged(2, { prompt: 'judge-code', raws: { design: [50, 60], security: [40, 60] }, spread: {} });
  judged(3, { prompt: 'judge-sc', raws: { score: [4] } });
  db.exec(`
    INSERT INTO scores (model_id, instance_id, metric, metric_version, unscored_code, outcome_id)
      VALUES (1, 9, 'SC', 1, 'timeout', 1);
    INSERT INTO instances (id, key, field, subdomain, record_id, ordinal, input_mask, output_mask,
      file_id, line, generation) VALUES (9, 'f/s/1', 'f', 's', '1', 1, 0, 0, 1, 1, 1);
  `);

  migrate(db, 7);

  const gaps = db.prepare("SELECT components ->> '$.gap' FROM outcomes ORDER BY id").pluck().all();
  expect(gaps).toEqual([0.25, 0.2, null]);
  expect(listSearchDirty(db, 10)).toEqual([9]);
  const query = { name: 'Worst', query: 'mode=aWorse', savedAt: 'now' };
  expect(saveView(db, query)).toEqual({ id: 1, ...query });
  expect(listSavedViews(db)).toEqual([{ id: 1, ...query }]);
  const found: unknown[] = [];
  eachDisagreement(db, (instanceId, modelId) => found.push([instanceId, modelId]));
  eachUnscored(db, (instanceId, modelId, code) => found.push([instanceId, modelId, code]));
  expect(found).toEqual([
    [9, 1],
    [9, 1, 'timeout'],
  ]);
});

test('0008 to 0009: ratings stay, and what is said of records can be kept', () => {
  const db = openMemory();
  migrate(db, 8);
  db.exec(`INSERT INTO sample_raters VALUES ('s', 'ann', 'Ann', 0, '')`);

  migrate(db, 9);

  expect(db.prepare('SELECT name FROM sample_raters').pluck().all()).toEqual(['Ann']);
  const said = { key: 'f/s/1', phase: 'review', verdict: 'accept', nameKey: 'ann', name: 'Ann' };
  const event = {
    ...said,
    hash: 'h',
    reason: '',
    original: '',
    revised: undefined,
    at: '',
  } as const;
  const id = addQcEvent(db, event as QcEventDraft);
  expect(listQcHeads(db)).toEqual([{ id, ...said, hash: 'h' }]);
});

test('0009 to 0010: runs of the agent can be kept; what runs that score spent stays theirs', () => {
  const db = openMemory();
  migrate(db, 9);
  db.exec("INSERT INTO run_spending (run_id, role, model, calls) VALUES (1, 'judge', 'm', 7)");

  migrate(db, 10);

  const run = {
    request: AgentRequest.parse({}),
    model: 'UniMA',
    createdAt: 'now',
    out: '/o.jsonl',
  };
  const id = insertAgentRun(db, run);
  insertAgentItems(db, id, ['f/s/2', 'f/s/1']);
  expect(getAgentRun(db, id)).toMatchObject({ model: 'UniMA', state: 'paused', seconds: 0 });
  expect(listWaiting(db, id)).toEqual(['f/s/2', 'f/s/1']);
  expect(countAgentItems(db, id)).toMatchObject({ planned: 2, done: 0 });
  expect(listSpending(db, spendingIdOf(id))).toEqual([]);
  expect(listSpending(db, 1 as RunId)).toMatchObject([{ calls: 7 }]);
});

function openMemory(): WritableDb {
  return new Database(':memory:') as WritableDb; // a test's own, empty
}

function schemaOf(db: WritableDb): unknown[] {
  return db.prepare('SELECT name FROM sqlite_schema ORDER BY name').pluck().all();
}
