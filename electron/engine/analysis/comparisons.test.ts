import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../shared/stats/random.ts';
import { analysisData, everyIndex } from '../../../tests/builders/analysis-data.ts';
import { compareFlips } from './flips.ts';
import { compareMatrix } from './matrix.ts';
import { comparePair } from './pair.ts';
import { comparePoints } from './points.ts';
import { compareSlices } from './slices.ts';

const NONE = Number.NaN;
const pair = { a: 'Alpha', b: 'Beta' };
const noLengths = new Float64Array(0);

const data = analysisData([{}, {}, {}, {}, {}], {
  // A − B: 0.2, 0.2, −0.4, 0; the last has no figure of B
  Alpha: {
    SC: [0.8, 0.6, 0.2, 0.4, 1],
    GQ: [0.3, 0.9, 0.9, 0.5, 0.5],
    HC: [1, 1, NONE, NONE, NONE],
  },
  Beta: {
    SC: [0.6, 0.4, 0.6, 0.4, NONE],
    GQ: [0.7, 0.8, 0.1, 0.4, 0.5],
    HC: [NONE, NONE, 1, 1, 1],
  },
});
const indexes = everyIndex(data);

describe('a pair', () => {
  const compare = (metrics: string[], own = data, threshold = 0.2) =>
    comparePair(own, { ...pair, indexes: everyIndex(own), metrics, threshold });

  test('is compared where both have a figure', () => {
    const [sc] = compare(['SC']).metrics;

    expect(sc).toMatchObject({ n: 4, wins: 2, ties: 1, losses: 1, nOnlyA: 1, nOnlyB: 0 });
    expect(sc?.meanDiff).toBeCloseTo(0, 12);
    // B is better by 0.4 once; worse by 0.2 twice, however 0.8 − 0.6 is rounded
    expect(sc).toMatchObject({ improved: 1, regressed: 2 });
    // 2 of 3 coins: 2 · (1 + 3) / 8
    expect(sc?.pSign).toBeCloseTo(1, 12);
    // ranks 1.5, 1.5, 3: equal differences are equal
    expect(sc).toMatchObject({ wilcoxon: 'normal', pWilcoxon: 1, effect: 0 });
  });

  test('says why there is nothing to compare', () => {
    const codes = (metrics: string[], own = data) =>
      compare(metrics, own).notes.map(({ code }) => code);

    expect(codes(['HC'])).toEqual(['no-overlap']);
    expect(codes(['SH'])).toEqual(['no-figures']);
    expect(compare(['HC']).metrics[0]).toEqual({
      metric: 'HC',
      ...{ n: 0, wins: 0, ties: 0, losses: 0, nOnlyA: 2, nOnlyB: 3, improved: 0, regressed: 0 },
    });
    const tied = analysisData([{}, {}], { Alpha: { SC: [0.2, 0.4] }, Beta: { SC: [0.2, 0.4] } });
    expect(codes(['SC'], tied)).toEqual(['all-ties']);
    const [sc] = compare(['SC'], tied).metrics;
    expect(sc).toMatchObject({ meanDiff: 0, ci95: [0, 0], method: 'point', ties: 2 });
    expect(sc).not.toHaveProperty('pSign');
    const single = analysisData([{}], { Alpha: { SC: [1] }, Beta: { SC: [0] } });
    expect(codes(['SC'], single)).toEqual(['one-instance']);
  });

  test('of one model with itself is told to be none', () => {
    const { notes } = comparePair(data, {
      a: 'Beta',
      b: 'Beta',
      indexes,
      metrics: ['SC'],
      threshold: 0.1,
    });

    expect(notes.map(({ code }) => code)).toEqual(['one-model']);
  });

  test('is corrected for as many tests as there are', () => {
    const random = createRandom(1);
    const figures = (shift: number) =>
      Array.from({ length: 60 }, () => Math.min(1, random() * 0.8 + shift));
    const shifted = analysisData(
      Array.from({ length: 60 }, () => ({})),
      {
        Alpha: { SC: figures(0.2), HC: figures(0.05), SH: new Array<number>(60).fill(NONE) },
        Beta: { SC: figures(0), HC: figures(0), SH: figures(0) },
      },
    );

    const [sc, hc, sh] = compare(['SC', 'HC', 'SH'], shifted).metrics;

    // two tests, the smaller counts double
    const [least, most] = [sc, hc].sort((x, y) => (x?.pWilcoxon ?? 1) - (y?.pWilcoxon ?? 1));
    expect(least?.pHolm).toBeCloseTo(2 * (least?.pWilcoxon ?? 0), 12);
    expect(most?.pHolm).toBeCloseTo(Math.max(most?.pWilcoxon ?? 0, least?.pHolm ?? 0), 12);
    expect(sh).not.toHaveProperty('pHolm');
  });
});

test('points stand in the order of the instances, gaps by their size', () => {
  const found = comparePoints(data, { ...pair, indexes, metric: 'SC', gaps: 1 });

  expect([...found.indexes]).toEqual([0, 1, 2, 3]);
  expect(found.xs).toEqual([0.8, 0.6, 0.2, 0.4]);
  expect(found).toMatchObject({ nOnlyA: 1, nOnlyB: 0, nNeither: 0 });
  // 0.8 − 0.6 is no larger than 0.6 − 0.4: the first of equal ones
  expect(found.gaps.aBetter).toEqual([{ index: 0, a: 0.8, b: 0.6, delta: 0.2 }]);
  expect(found.gaps.bBetter).toEqual([{ index: 2, a: 0.2, b: 0.6, delta: -0.4 }]);
});

test('a flip is where the judge prefers one and quality the other', () => {
  const found = compareFlips(data, { ...pair, indexes, judge: 'SC', quality: 'GQ', limit: 9 });

  // SC: a a b tie; GQ: b a a a
  expect(found).toMatchObject({ n: 4, nFlips: 2 });
  expect(found.flips.map(({ index }) => index)).toEqual([2, 0]); // by min(0.4, 0.8), min(0.2, 0.4)
  const count = (byJudge: string, byQuality: string) =>
    found.table.find((cell) => cell.byJudge === byJudge && cell.byQuality === byQuality)?.count;
  expect([count('a', 'b'), count('a', 'a'), count('b', 'a'), count('tie', 'a')]).toEqual([
    1, 1, 1, 1,
  ]);
});

test('a matrix has means over what all have, and every pair', () => {
  const found = compareMatrix(data, { indexes, models: [], metrics: ['SC', 'HC'] });

  const [sc, hc] = found.rows;
  expect(sc?.nCommon).toBe(4);
  expect(sc?.cells.map(({ mean }) => mean)).toEqual([
    expect.closeTo(0.5, 12),
    expect.closeTo(0.5, 12),
  ]);
  expect(sc?.cells[0]?.meanOwn).toBeCloseTo(0.6, 12);
  expect(sc?.pairs).toEqual([expect.objectContaining({ ...pair, n: 4, wins: 2 })]);
  expect(hc?.cells[0]).toEqual({ model: 'Alpha', n: 2, meanOwn: 1 });
  expect(found.notes).toEqual([expect.objectContaining({ code: 'no-overlap', metric: 'HC' })]);
});

describe('slices', () => {
  const random = createRandom(9);
  const instances = Array.from({ length: 1_200 }, (_, at) => ({
    field: ['natural_science', 'social_science', 'general_area'][at % 3] ?? '',
    difficulty: (['1', '2', '3'] as const)[Math.floor(at / 3) % 3] ?? '1',
    inputMask: [2, 4, 8][Math.floor(at / 9) % 3] ?? 0,
  }));
  /** A is worse by 0.3 where social science meets audio, and as good as B elsewhere. */
  const isWorse = ({ field, inputMask }: (typeof instances)[number]) =>
    field === 'social_science' && inputMask === 4;
  const planted = analysisData(instances, {
    Alpha: { SC: instances.map((own) => 0.5 + random() * 0.2 - (isWorse(own) ? 0.3 : 0)) },
    Beta: { SC: instances.map(() => 0.5 + random() * 0.2) },
  });
  const task = {
    ...{ indexes: everyIndex(planted), a: 'Alpha', b: 'Beta' as string | undefined, metric: 'SC' },
    ...{ dimensions: ['field', 'difficulty', 'inputModality'] as const, lengths: noLengths },
    ...{ depth: 2, minSupport: 30, limit: 20 },
  };

  test('that differ are found, the one that explains it first, with an interval and corrected', () => {
    const { slices, nTested } = compareSlices(planted, task);

    const [first] = slices;
    expect(first?.features.map(({ value }) => value)).toEqual(['social_science', 'audio']);
    expect(first?.n).toBe(133);
    expect(first?.mean).toBeCloseTo(-0.3, 1);
    expect(first?.ci95[0]).toBeLessThan(first?.mean ?? 0);
    expect(first?.contrastCi95[1]).toBeLessThan(-0.25);
    expect(first?.pHolm).toBeLessThan(1e-6);
    // 3 + 3 + 3 alone, 3 · 9 crossed
    expect(nTested).toBe(36);
    // crossing it with a difficulty explains no more than its halves do: those are listed at most after it
    expect(slices.filter(({ pBh }) => pBh < 0.05).length).toBeLessThan(10);
  });

  test('of one model are those where it is worse than elsewhere', () => {
    const { slices, overall } = compareSlices(planted, { ...task, b: undefined });

    expect(slices[0]?.features.map(({ value }) => value)).toEqual(['social_science', 'audio']);
    expect(slices[0]).not.toHaveProperty('meanB');
    expect(slices[0]?.mean).toBeCloseTo(0.3, 1);
    expect(overall.mean).toBeCloseTo(0.6 - 0.3 / 9, 2);
  });

  test('that do not differ are hardly ever found', () => {
    const even = analysisData(instances, {
      Alpha: { SC: instances.map(random) },
      Beta: { SC: instances.map(random) },
    });

    const { slices } = compareSlices(even, { ...task, depth: 3 });

    expect(slices.filter(({ pHolm }) => pHolm < 0.05)).toEqual([]);
  });

  test('of a length are quarters of the instances', () => {
    const lengths = Float64Array.from(instances, (_, at) => 10 + (at % 100));

    const { slices } = compareSlices(planted, { ...task, dimensions: ['length'], lengths });

    expect(
      slices
        .map(({ features }) => features[0]?.range)
        .sort((x, y) => (x?.[0] ?? 0) - (y?.[0] ?? 0)),
    ).toEqual([
      [10, 34],
      [35, 59],
      [60, 84],
      [85, 109],
    ]);
  });

  test('that are all too small are told to be', () => {
    const { slices, nTooSmall, notes } = compareSlices(planted, { ...task, minSupport: 900 });

    expect(slices).toEqual([]);
    expect(nTooSmall).toBeGreaterThan(0);
    expect(notes.map(({ code }) => code)).toEqual(['low-support']);
    expect(compareSlices(data, { ...task, indexes, metric: 'HC' }).notes[0]?.code).toBe(
      'no-overlap',
    );
  });
});

test('no answer holds a NaN, whatever is missing', () => {
  const odd = [
    analysisData([], {}),
    analysisData([], { Alpha: {}, Beta: {} }),
    analysisData([{}], { Alpha: { SC: [NONE], GQ: [NONE] }, Beta: { SC: [0.5] } }),
    analysisData([{}, {}], { Alpha: { SC: [0, 0], GQ: [0, 0] }, Beta: { SC: [0, 0], GQ: [0, 0] } }),
    data,
  ];
  for (const own of odd) {
    const all = everyIndex(own);
    const has = own.models.length > 1;
    const answers = [
      compareMatrix(own, { indexes: all, models: [], metrics: ['SC'] }),
      ...(has
        ? [
            comparePair(own, { ...pair, indexes: all, metrics: [], threshold: 0.1 }),
            comparePoints(own, { ...pair, indexes: all, metric: 'SC', gaps: 3 }),
            compareFlips(own, { ...pair, indexes: all, judge: 'SC', quality: 'GQ', limit: 3 }),
            compareSlices(own, {
              ...{
                ...pair,
                indexes: all,
                metric: 'SC',
                dimensions: ['field', 'length'],
                lengths: noLengths,
              },
              ...{ depth: 4, minSupport: 2, limit: 9 },
            }),
          ]
        : []),
    ];
    for (const answer of answers) expectFinite(answer);
  }
});

function expectFinite(value: unknown): void {
  if (typeof value === 'number') expect(value).toSatisfy(Number.isFinite);
  else if (ArrayBuffer.isView(value)) return;
  else if (typeof value === 'object' && value !== null) Object.values(value).forEach(expectFinite);
}
