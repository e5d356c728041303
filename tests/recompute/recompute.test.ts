import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openWritable } from '../../electron/engine/db/open.ts';
import { startEngine, type TestEngine } from '../builders/engine.ts';
import { makeFolder } from '../builders/folders.ts';
import { startMixed } from './mixed-project.ts';
import { recompute } from './recompute.ts';

const METRICS = ['SQCS', 'ICS'] as const;
const TOLERANCE = 1e-9;
const SAMPLES = fileURLToPath(new URL('../../assets/samples', import.meta.url));
const SCRIPT = fileURLToPath(new URL('./recompute.ts', import.meta.url));

test('the demo’s composites follow from the rows of its database', async () => {
  const engine = startEngine(makeFolder(), SAMPLES);
  const { project } = await engine.api.call('project.openDemo', {});

  const compared = await compareAll(engine, project.dir, project.models);

  expect(compared.scored).toBeGreaterThan(20);
  expect(compared.differing).toEqual([]);
});

test('so do those of parts that are imported, computed or missing, by other settings', async () => {
  const { engine, settings } = await startMixed();
  await engine.api.call('settings.save', { settings });
  const manifest = { model: 'Beta', inputs: ['audio' as const], source: 'test' };
  await engine.api.call('models.saveManifest', { manifest });

  const compared = await compareAll(engine, engine.projectDir, ['Alpha', 'Beta']);

  expect(compared.scored).toBeGreaterThan(100);
  expect(compared.unscored).toBeGreaterThan(50);
  expect(compared.differing).toEqual([]);
});

test('the script runs by itself, and would see a difference', async () => {
  const { engine } = await startMixed();
  await engine.close();
  const run = () =>
    JSON.parse(
      execFileSync(process.execPath, [SCRIPT, engine.projectDir], { encoding: 'utf8' }),
    ) as ReturnType<typeof recompute>;
  const before = run();

  const db = openWritable(`${engine.projectDir}/loupe.sqlite`);
  db.exec("UPDATE scores SET raw = 100 WHERE metric = 'GQ' AND raw < 50");
  db.close();

  expect(run().responses.length).toBe(before.responses.length);
  expect(run().means).not.toEqual(before.means);
});

/** Compares every composite of every response, in rows and in the instance, and their means. */
async function compareAll(engine: TestEngine, folder: string, models: string[]) {
  const { responses, means } = recompute(folder);
  const expected = new Map(responses.map((one) => [`${one.model} ${one.key}`, one]));
  const found = { scored: 0, unscored: 0, differing: [] as string[] };
  const compare = (name: string, actual: number | undefined, value: number | undefined) => {
    if (value === undefined) found.unscored += 1;
    else found.scored += 1;
    const isSame =
      actual === undefined || value === undefined
        ? actual === value
        : Math.abs(actual - value) <= TOLERANCE;
    if (!isSame) found.differing.push(`${name}: ${actual} instead of ${value}`);
  };
  const { rows } = await engine.api.call('instances.page', {
    filter: {},
    sort: { by: 'key', descending: false },
    models,
    offset: 0,
    limit: 500,
  });
  for (const row of rows) {
    const { instance } = await engine.api.call('instances.get', { key: row.key, models });
    for (const metric of METRICS) {
      for (const { model, scores } of row.responses) {
        compare(
          `row ${row.key} ${model}`,
          scores[metric],
          expected.get(`${model} ${row.key}`)?.[metric],
        );
      }
      for (const { model, scores } of instance.responses) {
        const own = scores.find((score) => score.metric === metric)?.value;
        compare(`instance ${row.key} ${model}`, own, expected.get(`${model} ${row.key}`)?.[metric]);
      }
    }
  }
  const report = (await engine.api.call('report.rows', {})).rows;
  for (const { model, metric, abs, rel, n, nUnscored, tau } of means) {
    const own = report.filter((row) => row.model === model && row.metric === metric);
    const byMode = (mode: 'abs' | 'rel') => own.find((row) => row.mode === mode);
    compare(`abs ${metric} ${model}`, byMode('abs')?.mean, abs);
    compare(`rel ${metric} ${model}`, byMode('rel')?.mean, rel);
    compare(`n ${metric} ${model}`, byMode('abs')?.n, n);
    compare(`nUnscored ${metric} ${model}`, byMode('abs')?.nUnscored, nUnscored);
    compare(`τ ${metric} ${model}`, byMode('rel')?.tau, tau);
  }
  return found;
}
