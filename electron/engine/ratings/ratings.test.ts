import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../../../tests/builders/folders.ts';
import { makePicture } from '../../../tests/builders/pictures.ts';
import { judgedLevel, startRated, writeModelPicture } from '../../../tests/builders/rating.ts';
import { answerRecord, writePredictions } from '../../../tests/builders/records.ts';

const SC = { kind: 'value', metric: 'SC' } as const;

test('what a blind rater gets names no model, no path, no figure and no caption', async () => {
  const dir = makeFolder();
  for (const model of ['Alpha', 'Beta']) writeModelPicture(dir, model, makePicture(1));
  const project = await startRated(dir);
  const rater = await project.sit(await project.draw({ metrics: ['SC', 'HC', 'SH', 'GQ'] }));

  const units = await rater.units();

  expect(units).toHaveLength(12);
  const told = JSON.stringify(units);
  expect(told).not.toMatch(/alpha|beta|predictions|drawn|caption|score|judge/i);
  expect(told).not.toContain(dir);
  for (const path of [dir, 'predictions', 'Alpha', 'Beta']) {
    expect(told).not.toContain(Buffer.from(path).toString('base64url').slice(0, -2));
  }
  expect(new Set(units.map(({ key }) => key)).size).toBe(6);
});

test('media of a blind unit are served by their passing ids, and by no made-up one', async () => {
  const dir = makeFolder();
  for (const model of ['Alpha', 'Beta']) writeModelPicture(dir, model, makePicture(1));
  const { api, draw, sit } = await startRated(dir);
  const [unit] = await (await sit(await draw())).units();
  const media = unit?.responses[0]?.items[0]?.media;
  if (media?.kind !== 'file') throw new Error('the response has no picture');

  const facts = await api.call('media.facts', { mediaId: media.ref.id });

  expect(media).toMatchObject({ path: 'image2.png', ref: { name: 'image2.png' } });
  expect(facts).toMatchObject({ widthPx: 48 });
  const other = `${media.ref.id.slice(0, -3)}AAA`;
  await expect(api.call('media.facts', { mediaId: other })).rejects.toMatchObject({
    code: 'path-refused',
  });
});

test('a rater goes on where they stopped: done, next and what was given are kept', async () => {
  const { api, draw, sit, projectDir } = await startRated(makeFolder());
  const sampleId = await draw();
  const rater = await sit(sampleId);
  await rater.rate(0, 4);
  await rater.say(1, { ...SC, value: 2 });
  await rater.say(1, { kind: 'cannot', metric: 'HC', reason: 'A language I cannot read.' });
  await rater.say(1, { kind: 'note', text: 'Odd.' });

  await api.call('project.open', { dir: projectDir });

  const { session } = await api.call('ratings.session', { sampleId, rater: 'ann ' });
  expect(session).toMatchObject({
    total: 12,
    done: 1,
    gone: 0,
    next: 1,
    ratings: 4,
    canUndo: true,
  });
  const { unit } = await api.call('ratings.unit', { sampleId, rater: 'Ann', position: 1 });
  expect(unit).toMatchObject({ isDone: false, isRevealed: false, isStale: false, note: 'Odd.' });
  expect(unit.given).toMatchObject([
    { metric: 'SC', value: 2 },
    { metric: 'HC', cannot: 'A language I cannot read.' },
  ]);
});

test('the last rating of a step counts, and an undo brings the one before it back', async () => {
  const { draw, sit } = await startRated(makeFolder());
  const rater = await sit(await draw({ metrics: ['SC'] }));
  await rater.say(0, { ...SC, value: 2 });
  await rater.say(0, { ...SC, value: 5 });

  const valueOf = async () => (await rater.units())[0]?.given[0]?.value;

  expect(await valueOf()).toBe(5);
  expect(await rater.undo()).toBe(0);
  expect(await valueOf()).toBe(2);
  expect(await rater.undo()).toBe(0);
  expect(await valueOf()).toBeUndefined();
  expect(await rater.undo()).toBeUndefined();
});

test('nothing is shown before it is rated; behind that the blind rating stays as it is', async () => {
  const { draw, sit } = await startRated(makeFolder());
  const rater = await sit(await draw());
  await expect(rater.reveal(0)).rejects.toMatchObject({ code: 'bad-input' });
  await expect(
    rater.say(0, { kind: 'verdict', metric: 'SC', verdict: 'agree', reason: '' }),
  ).rejects.toMatchObject({ code: 'bad-input' });
  await rater.rate(0, 3);

  const { revealed } = await rater.reveal(0);

  const [unit] = await rater.units();
  const [response] = revealed.responses;
  const id = unit?.key.split('/')[2] ?? '';
  expect(response?.figures[0]).toMatchObject({
    metric: 'SC',
    human: 3,
    judge: judgedLevel(response?.model ?? '', id),
    source: { kind: 'imported' },
  });
  await expect(rater.say(0, { ...SC, value: 1 })).rejects.toMatchObject({ code: 'bad-input' });
  expect(await rater.undo()).toBeUndefined();
});

test('a verdict and a corrected score stand beside the judge’s and the blind one, never over them', async () => {
  const { api, draw, sit } = await startRated(makeFolder());
  const rater = await sit(await draw({ metrics: ['SC'] }));
  await rater.rate(0, 3);
  const before = (await rater.reveal(0)).revealed.responses[0];
  await rater.say(0, { kind: 'verdict', metric: 'SC', verdict: 'verdict-wrong', reason: 'No.' });
  await rater.say(0, { kind: 'correction', metric: 'SC', value: 2, reason: 'Half is missing.' });

  const after = (await rater.reveal(0)).revealed.responses[0];

  expect(after?.figures[0]).toEqual({
    ...before?.figures[0],
    verdict: { verdict: 'verdict-wrong', reason: 'No.' },
    corrected: { value: 2, reason: 'Half is missing.' },
  });
  const key = (await rater.units())[0]?.key ?? '';
  const { ratings } = await api.call('ratings.of', { key });
  expect(ratings.map(({ phase, value }) => [phase, value])).toEqual([
    ['blind', 3],
    ['corrected', 2],
  ]);
  const { events } = await api.call('ratings.history', { key, limit: 10 });
  expect(events.map(({ said }) => said)).toEqual([
    'SC corrected to 2: Half is missing.',
    'SC: verdict-wrong: No.',
    'saw names and figures',
    'SC 3',
  ]);
});

test('a sample that is revealed at its end is revealed at its end', async () => {
  const { draw, sit } = await startRated(makeFolder());
  const rater = await sit(await draw({ metrics: ['SC'], size: 2, reveal: 'end' }));
  await rater.rate(0, 3);
  await expect(rater.reveal(0)).rejects.toMatchObject({ code: 'bad-input' });

  await rater.rate(1, 3);

  expect((await rater.reveal(0)).revealed.responses).toHaveLength(1);
});

test('two raters of one name: the second is refused, however it is spelt, unless it is the first', async () => {
  const { api, draw, sit } = await startRated(makeFolder());
  const sampleId = await draw();
  await sit(sampleId, 'Ann Lee');

  const again = api.call('ratings.join', { sampleId, rater: ' ann  LEE ' });

  await expect(again).rejects.toMatchObject({ code: 'bad-input', details: { name: 'Ann Lee' } });
  const back = await api.call('ratings.join', { sampleId, rater: 'ann lee', isReturning: true });
  expect(back.session.rater).toBe('Ann Lee');
  const { samples } = await api.call('samples.list', {});
  expect(samples[0]?.raters.map(({ rater }) => rater)).toEqual(['Ann Lee']);
});

test('a response that is gone is passed over and cannot be rated; its rating is stale', async () => {
  const project = await startRated(makeFolder());
  const { api, dir } = project;
  const rater = await project.sit(await project.draw({ models: ['Alpha'], metrics: ['SC'] }));
  const first = (await rater.units())[0];
  await rater.rate(0, 4);
  const rest = ['1', '2', '3', '4', '5', '6'].filter(
    (id) => first?.key.endsWith(`/${id}`) !== true,
  );
  const path = writePredictions(
    dir,
    'Alpha',
    rest.map((id) => answerRecord(id)),
  );
  await project.importAll({ predictions: [{ model: 'Alpha', path }] });

  const [unit] = await rater.units();

  expect(unit).toMatchObject({ isGone: true, responses: [] });
  await expect(rater.say(0, { ...SC, value: 1 })).rejects.toMatchObject({ code: 'not-found' });
  const { ratings } = await api.call('ratings.of', { key: first?.key ?? '' });
  expect(ratings).toMatchObject([{ value: 4, stale: ['response', 'media', 'caption'] }]);
});

test('a rating is stale when the response, its picture, or the prompt has changed, and says which', async () => {
  const dir = makeFolder();
  const picture = writeModelPicture(dir, 'Alpha', makePicture(1));
  const project = await startRated(dir);
  const { api } = project;
  const rater = await project.sit(await project.draw({ models: ['Alpha'], metrics: ['SC', 'HC'] }));
  const units = await rater.units();
  for (const { position } of units) await rater.rate(position, 4);
  const staleOf = async (id: string) => {
    const { ratings } = await api.call('ratings.of', { key: `natural_science/chemistry/${id}` });
    return Object.fromEntries(ratings.map(({ metric, stale }) => [metric, stale]));
  };
  expect(await staleOf('1')).toEqual({ SC: [], HC: [] });

  writeFileSync(picture, makePicture(2));
  expect(await staleOf('1')).toEqual({ SC: ['media'], HC: ['media'] });
  writeFileSync(picture, makePicture(1));
  const { prompts } = await api.call('prompts.list', {});
  const text = prompts.find(({ id }) => id === 'judge-sc')?.text ?? '';
  await api.call('prompts.save', { id: 'judge-sc', text: `${text}\nBe kind.` });
  expect(await staleOf('1')).toEqual({ SC: ['prompt'], HC: [] });

  const changed = answerRecord('2', { output: { content: 'Something else.' } });
  const path = writePredictions(dir, 'Alpha', [changed]);
  await project.importAll({ predictions: [{ model: 'Alpha', path }] });
  expect((await staleOf('2'))['HC']).toEqual(['response', 'media', 'caption']);
});

test('rubrics are the judge’s own words, those of the project where it has some', async () => {
  const { api } = await startRated(makeFolder());
  const levelsOf = async (metric: string) =>
    (await api.call('ratings.rubrics', {})).rubrics.find((one) => one.metric === metric);

  expect((await levelsOf('SC'))?.levels.map(({ level }) => level)).toEqual([5, 4, 3, 2, 1]);
  expect((await levelsOf('HC'))?.levels[0]?.text).toContain('every item stands where it belongs');
  expect((await levelsOf('SH'))?.levels[0]?.text).toContain('One voice');

  const { prompts } = await api.call('prompts.list', {});
  const text = prompts.find(({ id }) => id === 'judge-sc')?.text ?? '';
  await api.call('prompts.save', { id: 'judge-sc', text: text.replace(/^5 – .*$/m, '5 – Same.') });
  expect(await levelsOf('SC')).toMatchObject({ isEdited: true });
  expect((await levelsOf('SC'))?.levels[0]?.text).toBe('Same.');
});

test('pairs are rated by preference, and win rates follow the three tie rules', async () => {
  const { api, draw, sit } = await startRated(makeFolder());
  const sampleId = await draw({ kind: 'pairwise' });
  const rater = await sit(sampleId);
  // Alpha is to win 3, lose 1, and of two ties one leans to each
  const wanted = ['win', 'win', 'win', 'lose', 'leanA', 'leanB'] as const;
  for (const [position, want] of wanted.entries()) {
    const left = { win: 'A', lose: 'B', leanA: 'tieA', leanB: 'tieB' } as const;
    const right = { win: 'B', lose: 'A', leanA: 'tieB', leanB: 'tieA' } as const;
    const isOnLeft = (await leftModel(position)) === 'Alpha';
    await rater.say(position, { kind: 'preference', preference: (isOnLeft ? left : right)[want] });
  }

  /** Only the history tells: it is found by a preference that is taken back. */
  async function leftModel(position: number): Promise<string | undefined> {
    await rater.say(position, { kind: 'preference', preference: 'A' });
    const key = (await rater.units())[position]?.key ?? '';
    const { events } = await api.call('ratings.history', { key, limit: 1 });
    expect(await rater.undo()).toBe(position);
    return events[0]?.models[0];
  }

  const { report } = await api.call('agreement.preferences', { sampleId });

  expect(report.n).toBe(6);
  expect(report.pairs).toMatchObject([
    { a: 'Alpha', b: 'Beta', counts: { A: 3, tieA: 1, tieB: 1, B: 1 } },
  ]);
  const { lean, half, drop } = report.pairs[0]?.winRates ?? {};
  // 4 of 6; 3 + ½ + ½ of 6; 3 of 4
  expect([lean?.value, half?.value, drop?.value]).toEqual([4 / 6, 4 / 6, 3 / 4]);
  const [alpha, beta] = report.strengths;
  // odds 4 : 2 → ± ln 2 / 2
  expect(alpha?.strength.value).toBeCloseTo(Math.log(2) / 2, 6);
  expect(beta?.strength.value).toBeCloseTo(-Math.log(2) / 2, 6);
});

test('ratings are written so that an import reads them again, human and stale marked', async () => {
  const project = await startRated(makeFolder());
  const { api, dir } = project;
  const rater = await project.sit(await project.draw({ metrics: ['SC'], size: 3 }));
  for (const at of [0, 1, 2]) await rater.rate(at, at + 2);
  await rater.say(0, { kind: 'note', text: '=Hello, "you"' });
  const [jsonl, csv] = [join(dir, 'ratings.jsonl'), join(dir, 'ratings.csv')];

  const written = await api.call('export.ratings', { path: jsonl });
  await api.call('export.ratings', { path: csv, format: 'csv' });

  expect(written).toEqual({ files: 1, records: 3, stale: 0 });
  const lines = readFileSync(jsonl, 'utf8').trim().split('\n');
  expect(lines.map((line) => JSON.parse(line) as object)).toContainEqual(
    expect.objectContaining({
      metric: 'SC',
      rater: 'Ann',
      source: 'human',
      phase: 'blind',
      value: 2,
    }),
  );
  expect(readFileSync(csv, 'utf8')).toContain(`"'=Hello, ""you"""`);
  const progress = await project.importAll({ ratings: [jsonl] });
  expect(progress.phase).toBe('done');
  const { overall } = await api.call('agreement.get', {});
  // the same ratings once more are the same ratings
  expect(overall.figures.n).toBe(3);
  await expect(api.call('export.ratings', { path: jsonl })).rejects.toMatchObject({
    code: 'bad-input',
  });
  expect(existsSync(`${jsonl}.part`)).toBe(false);
});

test('a sample of nothing, of an unknown model, or pairs of one model are refused in words', async () => {
  const { draw } = await startRated(makeFolder());

  await expect(draw({ filter: { search: 'nowhere' } })).rejects.toMatchObject({
    code: 'bad-input',
  });
  await expect(draw({ models: ['Gamma'] })).rejects.toMatchObject({ code: 'not-found' });
  await expect(draw({ kind: 'pairwise', models: ['Alpha'] })).rejects.toMatchObject({
    code: 'bad-input',
  });
});

test('a preference between responses of which one has changed is written as stale', async () => {
  const dir = makeFolder();
  const picture = writeModelPicture(dir, 'Alpha', makePicture(1));
  const project = await startRated(dir);
  const rater = await project.sit(await project.draw({ kind: 'pairwise' }));
  const units = await rater.units();
  for (const { position } of units)
    await rater.say(position, { kind: 'preference', preference: 'A' });
  const written = async (name: string) => {
    const path = join(dir, name);
    const { stale } = await project.api.call('export.ratings', { path });
    const lines = readFileSync(path, 'utf8').trim().split('\n');
    const all = lines.map((line) => JSON.parse(line) as { id: string; isStale: boolean });
    return { stale, ids: all.filter(({ isStale }) => isStale).map(({ id }) => id) };
  };

  expect(await written('before.jsonl')).toEqual({ stale: 0, ids: [] });
  writeFileSync(picture, makePicture(2));
  const { stale, ids } = await written('after.jsonl');

  expect(stale).toBe(ids.length);
  expect(ids).toContain('1');
  expect(ids.length).toBeLessThanOrEqual(units.length);
});
