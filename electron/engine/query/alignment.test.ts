import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startProject } from '../../../tests/builders/engine.ts';
import { makeFolder } from '../../../tests/builders/folders.ts';
import { writePicture } from '../../../tests/builders/pictures.ts';
import {
  answerRecord,
  instanceRecord,
  writeDataset,
  writePredictions,
  type SideText,
} from '../../../tests/builders/records.ts';

const KEY = 'natural_science/chemistry/1';
const two = {
  content: 'A bird: <image2>\nA house: <image3>',
  modal: { image2: 'image/bird.png', image3: 'image/house.png' },
};

test('pictures are paired by what they show, as soon as they have been looked at', async () => {
  const { aligned, settled } = await start({
    reference: two,
    alpha: { content: 'Here: <image2>', modal: { image2: 'image/house.png' } },
  });

  const { rows, columns, centre } = await settled();

  expect(columns.map(({ id }) => id)).toEqual(['reference', 'model:Alpha', 'model:Beta']);
  expect(centre).toBe(0);
  // text, bird, text, house against text, house
  expect(rows.map((row) => row.map(({ column, index }) => [column, index]))).toEqual([
    [
      [0, 0],
      [1, 0],
    ],
    [[0, 1]],
    [[0, 2]],
    [
      [0, 3],
      [1, 1],
    ],
  ]);
  expect(rows[3]?.[1]).toMatchObject({ similarity: { by: 'picture', value: 1 } });
  expect((await aligned()).isPending).toBe(false);
});

test('a pair made by hand holds, replaces what was said before, and can be taken back', async () => {
  const { api, settled } = await start({ reference: two, alpha: two });
  const pair = (blocks: { centreIndex?: number; index?: number }) =>
    api.call('alignment.pair', { key: KEY, models: ['Alpha'], model: 'Alpha', ...blocks });
  const partnerOf = async (centreIndex: number) => {
    const { rows } = await settled(['Alpha']);
    const row = rows.find((cells) => cells.some((c) => c.column === 0 && c.index === centreIndex));
    return row?.find(({ column }) => column === 1);
  };
  expect(await partnerOf(1)).toMatchObject({ index: 1, reason: 'order' });

  await pair({ centreIndex: 1, index: 3 });
  expect(await partnerOf(1)).toMatchObject({ index: 3, reason: 'hand' });
  await pair({ centreIndex: 1 });
  expect(await partnerOf(1)).toBeUndefined();
  expect((await settled(['Alpha'])).hand).toEqual([{ model: 'Alpha', pairs: 1, stale: 0 }]);
  await api.call('alignment.reset', { key: KEY, models: ['Alpha'] });

  expect(await partnerOf(1)).toMatchObject({ index: 1, reason: 'order' });
  expect((await settled(['Alpha'])).hand).toEqual([]);
});

test('what cannot be a pair is refused in words', async () => {
  const { api } = await start({ reference: two, alpha: two });
  const pair = (model: string, blocks: { centreIndex?: number; index?: number }) =>
    api.call('alignment.pair', { key: KEY, models: ['Alpha', 'Beta'], model, ...blocks });

  await expect(pair('Alpha', { centreIndex: 1, index: 0 })).rejects.toMatchObject({
    code: 'bad-input',
    message: expect.stringContaining('one is running text, the other image') as string,
  });
  await expect(pair('Alpha', { centreIndex: 9, index: 0 })).rejects.toMatchObject({
    code: 'bad-input',
  });
  await expect(pair('Alpha', {})).rejects.toMatchObject({ code: 'bad-input' });
  await expect(pair('Nobody', { index: 0 })).rejects.toMatchObject({ code: 'bad-input' });
});

test('a pair of another text is told as stale, does not hold, and can be forgotten', async () => {
  const { api, settled, answer } = await start({ reference: two, alpha: two });
  const models = ['Alpha'];
  await api.call('alignment.pair', { key: KEY, models, model: 'Alpha', centreIndex: 1, index: 3 });

  await answer('Alpha', { ...two, content: `${two.content} Really.` });

  const { hand, rows } = await settled(models);
  expect(hand).toEqual([{ model: 'Alpha', pairs: 0, stale: 1 }]);
  expect(rows.flat().map(({ reason }) => reason)).not.toContain('hand');
  await api.call('alignment.reset', { key: KEY, models, isStale: true });
  expect((await settled(models)).hand).toEqual([]);
});

test('without a reference the models are read against the first of them', async () => {
  const { settled } = await start({ reference: { content: '' }, alpha: two, beta: two });

  const { centre, rows } = await settled();

  expect(centre).toBe(1);
  expect(rows.map((row) => row.map(({ column }) => column))).toEqual([
    [1, 2],
    [1, 2],
    [1, 2],
    [1, 2],
  ]);
});

test('a model without a response has an empty column', async () => {
  const { settled } = await start({ reference: two, alpha: two });

  const { columns, rows } = await settled(['Beta', 'Alpha']);

  expect(columns).toEqual([
    { id: 'reference', blocks: 4 },
    { id: 'model:Beta', blocks: 0 },
    { id: 'model:Alpha', blocks: 4 },
  ]);
  expect(rows.flat().some(({ column }) => column === 1)).toBe(false);
});

async function start(sides: { reference: SideText; alpha: SideText; beta?: SideText }) {
  const dir = makeFolder();
  const dataset = writeDataset(dir, [instanceRecord('1', { output: sides.reference })]);
  const pictures = join(dataset, 'natural_science', 'chemistry', 'image');
  for (const [seed, name] of ['in', 'bird', 'house'].entries())
    writePicture(join(pictures, `${name}.png`), seed + 1);
  const { api, importAll, waitFor } = await startProject(dir);
  const answer = async (model: string, output: SideText) => {
    const path = writePredictions(dir, model, [answerRecord('1', { output })]);
    for (const [seed, name] of ['in', 'bird', 'house'].entries())
      writePicture(join(path, 'image', `${name}.png`), seed + 1);
    await importAll({ dataset, predictions: [{ model, path }] });
  };
  await answer('Alpha', sides.alpha);
  if (sides.beta !== undefined) await answer('Beta', sides.beta);
  const aligned = async (models = ['Alpha', 'Beta']) =>
    (await api.call('alignment.get', { key: KEY, models })).alignment;
  /** The alignment when all files have been looked at. */
  const settled = async (models?: string[]) => {
    const changed = waitFor('alignment.changed', ({ key }) => key === KEY);
    const first = await aligned(models);
    if (!first.isPending) return first;
    await changed;
    return await aligned(models);
  };
  return { api, aligned, settled, answer };
}
