import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startEngine } from '../../../../tests/builders/engine.ts';
import { writePicture } from '../../../../tests/builders/pictures.ts';
import { answerRecord, writeRecords } from '../../../../tests/builders/records.ts';
import {
  gqScores,
  listOutcomes,
  pictureOf,
  runEnded,
  score,
  startPictures,
} from '../../../../tests/builders/scoring.ts';

const LIMIT_MS = 120_000;
/** Takes long enough to be in the middle of a run. */
const LARGE_PX = 400;
const ids = (count: number) => Array.from({ length: count }, (_, at) => String(at + 1));

describe('a plan', () => {
  test(
    'counts what is computed, what is kept and what cannot be, and writes nothing',
    async () => {
      const engine = await startPictures([
        { model: 'Alpha', ids: ids(3) },
        { model: 'Beta', ids: ids(1) },
      ]);
      rmSync(pictureOf(engine.dir, 'Alpha', '3'));

      const { plan } = await engine.api.call('runs.plan', { metrics: ['GQ'] });

      // pictures: Alpha 2, Beta 1, one of Alpha's is missing; no answer has a text of its own
      expect(plan).toMatchObject({ items: 4, toScore: 3, cached: 0 });
      expect(plan.parts).toMatchObject([
        {
          metric: 'GQ',
          modality: 'image',
          toScore: 3,
          cached: 0,
          unscorable: [{ code: 'media-missing', count: 1 }],
        },
      ]);
      expect(plan.examples).toHaveLength(3);
      expect(plan.concurrency).toBeGreaterThanOrEqual(1);
      expect((await engine.api.call('runs.list', {})).runs).toEqual([]);
      expect(listOutcomes(engine.projectDir)).toEqual([]);
    },
    LIMIT_MS,
  );

  test(
    'keeps to the models and the filter, and knows what was computed before',
    async () => {
      const engine = await startPictures([
        { model: 'Alpha', ids: ids(3) },
        { model: 'Beta', ids: ids(2) },
      ]);
      const filter = { search: 'nowhere' };
      const planned = async (request: object) =>
        (await engine.api.call('runs.plan', { metrics: ['GQ'], ...request })).plan;

      expect(await planned({ models: ['Beta'] })).toMatchObject({ items: 2, toScore: 2 });
      expect(await planned({ filter })).toMatchObject({ items: 0, toScore: 0 });
      await score(engine);
      expect(await planned({})).toMatchObject({ items: 5, toScore: 0, cached: 5 });
      writePicture(pictureOf(engine.dir, 'Beta', '1'), 77, 50);
      expect(await planned({})).toMatchObject({ items: 5, toScore: 1, cached: 4 });
    },
    LIMIT_MS,
  );

  test(
    'says that the weights are not there',
    async () => {
      const engine = await startPictures([{ model: 'Alpha', ids: ids(1) }]);
      const settings = { doverWeights: join(engine.dir, 'none.onnx') };

      const planned = engine.api.call('runs.plan', { settings });

      await expect(planned).rejects.toMatchObject({
        code: 'not-found',
        message: expect.stringContaining('none.onnx') as string,
      });
    },
    LIMIT_MS,
  );
});

describe('a run', () => {
  test(
    'keeps a figure with all that it was made of, and a second one does nothing',
    async () => {
      const engine = await startPictures([{ model: 'Alpha', ids: ids(3) }]);

      const first = await score(engine);
      const outcomes = listOutcomes(engine.projectDir);
      const second = await score(engine);

      expect(first).toMatchObject({
        state: 'done',
        totals: { planned: 3, done: 3, scored: 3, cached: 0, unscored: {} },
      });
      expect(second).toMatchObject({
        state: 'done',
        totals: { planned: 3, done: 3, scored: 0, cached: 3, unscored: {} },
      });
      expect(listOutcomes(engine.projectDir)).toEqual(outcomes);
      const [figure] = await gqScores(engine.api, '1');
      expect(figure).toMatchObject({
        tag: 'image2',
        source: { kind: 'computed' },
        evidence: { profile: 'unim', components: { d: { unit: '' } } },
      });
      expect(figure?.raw).toBeCloseTo((figure?.value ?? 0) * 100, 6);
    },
    LIMIT_MS,
  );

  test(
    'goes on past bad files; each says why, and can be tried again',
    async () => {
      const engine = await startPictures([{ model: 'Alpha', ids: ids(4) }]);
      const broken = pictureOf(engine.dir, 'Alpha', '1');
      const missing = pictureOf(engine.dir, 'Alpha', '3');
      writeFileSync(broken, 'not a picture');
      rmSync(missing);

      const run = await score(engine);

      expect(run).toMatchObject({ state: 'done', totals: { planned: 4, done: 4, scored: 2 } });
      expect(run.totals.unscored).toEqual({ 'media-broken': 1, 'media-missing': 1 });
      const [unscored] = await gqScores(engine.api, '1');
      expect(unscored?.value).toBeUndefined();
      expect(unscored?.unscored?.code).toBe('media-broken');
      const runId = run.id;
      const { failures } = await engine.api.call('runs.get', { runId });
      expect(failures).toMatchObject([
        {
          code: 'media-broken',
          count: 1,
          canRetry: true,
          example: { model: 'Alpha', file: broken },
        },
        { code: 'media-missing', count: 1, canRetry: true, example: { tag: 'image2' } },
      ]);

      writePicture(missing, 50);
      const { retried } = await engine.api.call('runs.retry', { runId, code: 'media-missing' });
      const again = await runEnded(engine, runId);

      expect(retried).toBe(1);
      expect(again.totals).toMatchObject({ done: 4, scored: 3, unscored: { 'media-broken': 1 } });
    },
    LIMIT_MS,
  );

  test(
    'computes files with the same bytes once',
    async () => {
      const engine = await startPictures([
        { model: 'Alpha', ids: ids(2) },
        { model: 'Beta', ids: ids(2) },
      ]);
      const first = pictureOf(engine.dir, 'Alpha', '1');
      for (const [model, id] of [
        ['Alpha', '2'],
        ['Beta', '1'],
        ['Beta', '2'],
      ] as const) {
        copyFileSync(first, pictureOf(engine.dir, model, id));
      }

      const run = await score(engine);

      expect(run.totals).toMatchObject({ planned: 4, done: 4, scored: 1, cached: 3 });
      expect(listOutcomes(engine.projectDir)).toHaveLength(1);
      expect(new Set((await gqScores(engine.api, '2')).map(({ value }) => value)).size).toBe(1);
    },
    LIMIT_MS,
  );

  test(
    'leaves an imported figure as it is, and the computed one goes first',
    async () => {
      const engine = await startPictures([{ model: 'Alpha', ids: ids(1) }]);
      const official = join(engine.dir, 'gq', 'gq.jsonl');
      writeRecords(official, [{ ...(answerRecord('1') as object), scores: { image2: 12.5 } }]);
      await engine.importAll({ predictions: [{ model: 'Alpha', path: official }] });
      const imported = await gqScores(engine.api, '1');
      expect(imported).toMatchObject([{ tag: 'image2', source: { kind: 'imported' } }]);

      await score(engine);

      const both = await gqScores(engine.api, '1');
      expect(both.map(({ source }) => source.kind)).toEqual(['computed', 'imported']);
      expect(both[1]).toEqual(imported[0]);
      const { rows } = await engine.api.call('instances.page', {
        filter: {},
        sort: { by: 'key', descending: false },
        models: [],
        offset: 0,
        limit: 1,
      });
      // an item counts once: the mean is not that of 12.5 and the computed figure
      expect(rows[0]?.responses[0]?.scores['GQ']).toBe(both[0]?.value);
    },
    LIMIT_MS,
  );

  test(
    'pauses and goes on, can be cancelled and taken up again, and is alone',
    async () => {
      const engine = await startPictures([{ model: 'Alpha', ids: ids(40) }], LARGE_PX);
      const { api } = engine;
      const begun = engine.waitFor('run.progress', ({ totals }) => totals.scored > 0);
      const { runId } = await api.call('runs.start', { metrics: ['GQ'], concurrency: 1 });
      await begun;

      await api.call('runs.pause', { runId });
      const paused = (await api.call('runs.get', { runId })).run;
      await expect(api.call('runs.start', {})).rejects.toMatchObject({ code: 'busy' });
      await api.call('runs.resume', { runId });
      await api.call('runs.cancel', { runId });
      const cancelled = (await api.call('runs.get', { runId })).run;
      await api.call('runs.resume', { runId });
      const ended = await runEnded(engine, runId);

      expect(paused).toMatchObject({ state: 'paused', ratePerSecond: 0 });
      expect(cancelled.state).toBe('cancelled');
      expect(cancelled.totals.done).toBeLessThan(40);
      expect(ended).toMatchObject({ state: 'done', totals: { planned: 40, done: 40, scored: 40 } });
      expect(listOutcomes(engine.projectDir)).toHaveLength(40);
    },
    LIMIT_MS,
  );

  test(
    'is paused when the project is closed, and goes on when it is opened again',
    async () => {
      const engine = await startPictures([{ model: 'Alpha', ids: ids(40) }], LARGE_PX);
      const begun = engine.waitFor('run.progress', ({ totals }) => totals.scored > 0);
      const { runId } = await engine.api.call('runs.start', { metrics: ['GQ'], concurrency: 1 });
      await begun;
      await engine.close();
      const before = listOutcomes(engine.projectDir);

      const next = startEngine(engine.dir);
      await next.api.call('project.open', { dir: engine.projectDir });
      const found = (await next.api.call('runs.get', { runId })).run;
      await next.api.call('runs.resume', { runId });
      const ended = await runEnded(next, runId);

      expect(found.state).toBe('paused');
      expect(before.length).toBeLessThan(40);
      expect(ended.totals).toMatchObject({ done: 40, scored: 40 });
      const after = listOutcomes(engine.projectDir);
      expect(after.slice(0, before.length)).toEqual(before);
      expect(new Set(after.map((outcome) => outcome.content_hash)).size).toBe(40);
      expect(after).toHaveLength(40);
    },
    LIMIT_MS,
  );
});
