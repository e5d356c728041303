import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startProject } from '../../../../tests/builders/engine.ts';
import { makeFolder } from '../../../../tests/builders/folders.ts';
import { makeCube, objText } from '../../../../tests/builders/make-mesh.ts';
import {
  answerRecord,
  instanceRecord,
  writeDataset,
  writePredictions,
} from '../../../../tests/builders/records.ts';
import { gqScores, runEnded } from '../../../../tests/builders/scoring.ts';

const LIMIT_MS = 120_000;

async function startMeshes(modal: Readonly<Record<string, string>>) {
  const dir = makeFolder();
  const content = Object.keys(modal)
    .map((tag) => `<${tag}>`)
    .join(' ');
  const dataset = writeDataset(dir, [instanceRecord('1')]);
  const path = writePredictions(dir, 'Alpha', [answerRecord('1', { output: { content, modal } })]);
  const folder = join(dir, 'predictions', 'Alpha', 'threeD');
  mkdirSync(folder, { recursive: true });
  for (const value of Object.values(modal)) {
    const isMesh = value.endsWith('.obj');
    const text = isMesh ? objText(makeCube()) : 'newmtl grey\nKd 0.5 0.5 0.5\n';
    writeFileSync(join(folder, value.replace('threeD/', '')), text);
  }
  const engine = await startProject(dir);
  await engine.importAll({ dataset, predictions: [{ model: 'Alpha', path }] });
  await engine.indexed();
  return engine;
}
const structureOf = async ({ api }: Awaited<ReturnType<typeof startMeshes>>) => {
  const { rows } = await api.call('report.rows', {});
  return rows
    .filter(({ metric }) => metric === 'StS' || metric === 'LeS')
    .map(({ metric, mode, mean, n }) => ({ metric, mode, mean, n }));
};

test(
  'a material and textures are neither planned nor failed; they belong to their mesh',
  async () => {
    const engine = await startMeshes({
      threeD1: 'threeD/a.obj',
      threeD2: 'threeD/a.mtl',
      threeD3: 'threeD/skin.png',
    });
    const before = await structureOf(engine);

    const { plan } = await engine.api.call('runs.plan', { metrics: ['GQ', 'three-d-check'] });
    const { runId } = await engine.api.call('runs.start', { metrics: ['GQ', 'three-d-check'] });
    const run = await runEnded(engine, runId);

    // the mesh by its quality and its check; the blanks between the tags are no text
    expect(plan).toMatchObject({ items: 2, toScore: 2 });
    expect(plan.examples.map(({ tag, metric }) => [tag, metric])).toEqual([
      ['threeD1', 'GQ'],
      ['threeD1', 'three-d-check'],
    ]);
    expect(run).toMatchObject({ state: 'done', totals: { planned: 2, scored: 2, unscored: {} } });
    expect((await gqScores(engine.api, '1')).map(({ tag }) => tag)).toEqual(['threeD1']);
    expect(await structureOf(engine)).toEqual(before);
  },
  LIMIT_MS,
);

test(
  'a material without a mesh is an item that says why it has no figure, and two meshes are two items',
  async () => {
    const lone = await startMeshes({ threeD1: 'threeD/a.mtl' });
    const two = await startMeshes({
      threeD1: 'threeD/a.obj',
      threeD2: 'threeD/b.obj',
      threeD3: 'threeD/b.mtl',
    });

    const { runId } = await lone.api.call('runs.start', { metrics: ['GQ'] });
    await runEnded(lone, runId);
    const { run } = await lone.api.call('runs.get', { runId });
    const { plan } = await two.api.call('runs.plan', { metrics: ['GQ'] });

    expect(run.totals).toMatchObject({ planned: 1, unscored: { unsupported: 1 } });
    expect(plan.examples.map(({ tag }) => tag)).toEqual(['threeD1', 'threeD2']);
  },
  LIMIT_MS,
);
