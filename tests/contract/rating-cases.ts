// Cases of samples, ratings and agreement; part of `cases.ts`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Api } from '../../shared/api/client.ts';
import type { Cases } from './world.ts';

let nth = 0;

/** A sample of everything, and somebody who sits down at it. */
async function begin(api: Api) {
  const { sample } = await api.call('samples.draw', {
    name: 'Contract',
    size: 50,
    metrics: ['SC'],
  });
  const seat = { sampleId: sample.id, rater: `Rater ${(nth += 1)}` };
  const { session } = await api.call('ratings.join', seat);
  return { sample, seat, session };
}

async function rateFirst(api: Api) {
  const begun = await begin(api);
  const saying = { kind: 'value', metric: 'SC', value: 4 } as const;
  const said = await api.call('ratings.say', { ...begun.seat, position: 0, saying });
  const { unit } = await api.call('ratings.unit', { ...begun.seat, position: 0 });
  return { ...begun, ...said, unit };
}

export const RATING_CASES = {
  'samples.plan': async ({ api }) => {
    const { plan } = await api.call('samples.plan', { name: 'P', size: 2, strata: ['model'] });

    // Alpha has 3 answers, Beta 1
    expect(plan).toMatchObject({ population: 4, size: 2, empty: 0 });
    expect(plan.strata.map(({ values, population, size }) => [values, population, size])).toEqual([
      [{ model: 'Alpha' }, 3, 1],
      [{ model: 'Beta' }, 1, 1],
    ]);
  },
  'samples.draw': async ({ api }) => {
    const { sample } = await begin(api);

    expect(sample).toMatchObject({ population: 4, size: 4, raters: [] });
    await expect(
      api.call('samples.draw', { name: 'None', size: 5, models: ['Gamma'] }),
    ).rejects.toMatchObject({ code: 'not-found' });
  },
  'samples.list': async ({ api }) => {
    const { sample, seat } = await begin(api);

    const { samples } = await api.call('samples.list', {});

    expect(samples.find(({ id }) => id === sample.id)?.raters).toMatchObject([
      { rater: seat.rater, total: 4, done: 0 },
    ]);
  },
  'samples.keys': async ({ api }) => {
    const { sample } = await begin(api);

    const { keys } = await api.call('samples.keys', { sampleId: sample.id });

    // Alpha answers three instances, Beta one of them
    expect(keys).toHaveLength(3);
    await expect(api.call('samples.keys', { sampleId: 'none' })).rejects.toMatchObject({
      code: 'not-found',
    });
  },
  'samples.remove': async ({ api }) => {
    const { sample } = await begin(api);

    await api.call('samples.remove', { sampleId: sample.id });

    const { samples } = await api.call('samples.list', {});
    expect(samples.map(({ id }) => id)).not.toContain(sample.id);
  },
  'ratings.join': async ({ api }) => {
    const { seat, session } = await begin(api);

    expect(session).toMatchObject({ total: 4, done: 0, next: 0, canUndo: false });
    await expect(api.call('ratings.join', seat)).rejects.toMatchObject({ code: 'bad-input' });
    await api.call('ratings.join', { ...seat, isReturning: true });
  },
  'ratings.session': async ({ api }) => {
    const { seat } = await rateFirst(api);

    const { session } = await api.call('ratings.session', seat);

    expect(session).toMatchObject({ done: 1, next: 1, ratings: 1, canUndo: true });
  },
  'ratings.unit': async ({ api }) => {
    const { seat } = await begin(api);

    const { unit } = await api.call('ratings.unit', { ...seat, position: 3 });

    expect(unit).toMatchObject({ total: 4, isDone: false, steps: [{ metric: 'SC' }] });
    expect(JSON.stringify(unit)).not.toMatch(/Alpha|Beta/);
    await expect(api.call('ratings.unit', { ...seat, position: 4 })).rejects.toMatchObject({
      code: 'not-found',
    });
  },
  'ratings.rubrics': async ({ api }) => {
    const { rubrics } = await api.call('ratings.rubrics', {});

    expect(rubrics.map(({ metric, levels }) => [metric, levels.length])).toEqual([
      ['SC', 5],
      ['HC', 5],
      ['SH', 5],
      ['GQ', 5],
    ]);
  },
  'ratings.say': async ({ api }) => {
    const { progress, session } = await rateFirst(api);

    expect(progress).toMatchObject({ given: [{ metric: 'SC', value: 4 }], isDone: true });
    expect(session.done).toBe(1);
  },
  'ratings.undo': async ({ api }) => {
    const { seat } = await rateFirst(api);

    expect(await api.call('ratings.undo', seat)).toEqual({ position: 0 });
    expect(await api.call('ratings.undo', seat)).toEqual({});
  },
  'ratings.reveal': async ({ api }) => {
    const { seat } = await rateFirst(api);

    const { revealed } = await api.call('ratings.reveal', { ...seat, position: 0 });

    expect(revealed.responses[0]?.figures).toMatchObject([{ metric: 'SC', human: 4 }]);
    expect(['Alpha', 'Beta']).toContain(revealed.responses[0]?.model);
  },
  'ratings.of': async ({ api }) => {
    const { unit, seat } = await rateFirst(api);

    const { ratings } = await api.call('ratings.of', { key: unit.key });

    expect(ratings).toContainEqual(
      expect.objectContaining({ rater: seat.rater, value: 4, phase: 'blind', stale: [] }),
    );
  },
  'ratings.history': async ({ api }) => {
    const { unit, seat } = await rateFirst(api);

    const { events } = await api.call('ratings.history', { key: unit.key });

    expect(events[0]).toMatchObject({ rater: seat.rater, said: 'SC 4', isUndo: false });
  },
  'agreement.get': async ({ api }) => {
    const { seat } = await rateFirst(api);

    const { overall, metrics } = await api.call('agreement.get', { sampleId: seat.sampleId });

    // nobody has judged: there is nothing to agree with
    expect(overall).toMatchObject({ figures: { n: 0 }, nUnjudged: 1, raters: [seat.rater] });
    expect(metrics.map(({ metric }) => metric)).toEqual(['SC']);
  },
  'agreement.preferences': async ({ api }) => {
    const { report } = await api.call('agreement.preferences', {});

    expect(report).toMatchObject({ n: 0, pairs: [], strengths: [] });
    expect(report.why).toContain('Nothing');
  },
  'agreement.consistency': async ({ api }) => {
    const { consistency, orderSwap } = await api.call('agreement.consistency', {});

    expect(consistency).toEqual([]);
    expect(orderSwap).toEqual({ why: expect.stringContaining('one response at a time') as string });
  },
  'agreement.rationality': async ({ api }) => {
    const { correlations, perturbations } = await api.call('agreement.rationality', {});

    expect(correlations.map(({ published }) => published)).toEqual([0.974, 0.96]);
    expect(perturbations.map(({ change, n }) => [change, n])).toContainEqual(['addTag', 2]);
  },
  'export.ratings': async ({ api, dir, dataset }) => {
    const { seat } = await rateFirst(api);
    const path = join(dir, 'ratings.jsonl');

    const written = await api.call('export.ratings', { sampleId: seat.sampleId, path });

    expect(written).toEqual({ files: 1, records: 1, stale: 0 });
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ rater: seat.rater, value: 4 });
    await expect(api.call('export.ratings', { path: dataset })).rejects.toMatchObject({
      code: 'bad-input',
    });
  },
} satisfies Cases;
