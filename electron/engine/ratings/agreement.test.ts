import { expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { makeFolder } from '../../../tests/builders/folders.ts';
import { judgedLevel, startRated } from '../../../tests/builders/rating.ts';
import { agreementFigures } from './agreement-figures.ts';
import { measureAgreement, type RatedItem } from './measure-agreement.ts';
import { measureConsistency } from './measure-consistency.ts';
import { perturb } from './rationality.ts';

interface Golden {
  readonly a: number[];
  readonly b: number[];
  readonly pearson: number;
  readonly spearman: number;
  readonly kappaQuadratic: number;
  readonly signedError: number;
}
const golden = (
  JSON.parse(
    readFileSync(
      fileURLToPath(new URL('../../../tests/golden/stats.json', import.meta.url)),
      'utf8',
    ),
  ) as { agreement: Golden[] }
).agreement;

test.each(golden.map((one, at) => [at, one] as const))(
  'figures are those of SciPy and scikit-learn: case %i',
  (_at, { a, b, ...figures }) => {
    const found = agreementFigures({ first: a, second: b }, 200);

    for (const name of ['pearson', 'spearman', 'kappaQuadratic', 'signedError'] as const) {
      const { value, ci95 } = found[name];
      expect(Math.abs((value ?? Number.NaN) - figures[name]), name).toBeLessThan(1e-6);
      expect(ci95?.[0]).toBeLessThanOrEqual(value ?? Number.NaN);
      expect(ci95?.[1]).toBeGreaterThanOrEqual(value ?? Number.NaN);
    }
  },
);

test('all ratings equal: what is undefined is said to be, and why', () => {
  const flat = agreementFigures({ first: [4, 4, 4], second: [4, 4, 4] }, 100);
  expect(flat.signedError.value).toBe(0);
  for (const name of ['pearson', 'spearman', 'kappaQuadratic', 'alphaOrdinal'] as const) {
    expect(flat[name]).toEqual({ why: expect.stringContaining('All values are equal') as string });
  }

  const half = agreementFigures({ first: [1, 3, 5], second: [4, 4, 4] }, 100);
  expect(half.pearson.why).toContain('second side are equal (4)');
  expect(half.kappaQuadratic.value).toBe(0); // defined: no better than chance

  expect(agreementFigures({ first: [], second: [] }, 100).kappaQuadratic.why).toContain('Nothing');
  expect(agreementFigures({ first: [2], second: [3] }, 100)).toMatchObject({
    signedError: { value: -1 },
    pearson: { why: expect.stringContaining('takes two') as string },
  });
});

test('items of several raters count by their mean, once; people among each other are the ceiling', () => {
  const measured = measureAgreement({
    items: [item(5, { Ann: 5, Bob: 4 }), item(3, { Ann: 2 }), item(1, { Ann: 1, Bob: 2 })],
    ...QUESTION,
  });

  // judge − human: 5 − 4.5, 3 − 2, 1 − 1.5 → 1 / 3
  expect(measured.figures).toMatchObject({ n: 3, signedError: { value: 1 / 3 } });
  expect(measured.raters).toEqual(['Ann', 'Bob']);
  // Ann − Bob over both common items: 5 − 4, 1 − 2 → 0
  expect(measured.ceiling).toMatchObject({
    items: 2,
    figures: { n: 2, signedError: { value: 0 } },
    pairs: [{ a: 'Ann', b: 'Bob', figures: { n: 2, pearson: { value: 1 } } }],
  });
});

test('the matrix counts levels of the judge against levels of the people; stale and unjudged are aside', () => {
  const items = [
    item(4, { Ann: 4 }),
    item(4, { Ann: 5 }),
    item(0, { Ann: 1 }),
    item(undefined, { Ann: 3 }),
    { ...item(2, { Ann: 2 }), isStale: true },
  ];

  const { confusion, calibration, nStale, nUnjudged, figures } = measureAgreement({
    items,
    ...QUESTION,
  });

  expect({ nStale, nUnjudged, n: figures.n }).toEqual({ nStale: 1, nUnjudged: 1, n: 3 });
  expect(confusion.levels).toEqual([0, 1, 2, 3, 4, 5]);
  expect(confusion.counts[4]).toEqual([0, 0, 0, 0, 1, 1]);
  expect(confusion.counts[0]).toEqual([0, 1, 0, 0, 0, 0]);
  expect(calibration.map(({ judge, n, human }) => [judge, n, human])).toEqual([
    [0, 1, 1],
    [4, 2, 4.5],
  ]);
  expect(measureAgreement({ items, ...QUESTION, hasStale: true }).figures.n).toBe(4);
});

test('half the width takes four times the ratings', () => {
  const items = Array.from({ length: 40 }, (_, at) =>
    item(1 + (at % 5), { Ann: 1 + ((at * 3) % 5) }),
  );
  const { needed, figures } = measureAgreement({ items, ...QUESTION });
  const width = needed.figures.find(({ figure }) => figure === 'signedError')?.halfWidth ?? 0;

  const again = measureAgreement({ items, ...QUESTION, halfWidth: width / 2 });

  const more = again.needed.figures.find(({ figure }) => figure === 'signedError')?.more;
  expect(figures.n).toBe(40);
  expect(more).toBeGreaterThanOrEqual(119); // 4 · 40 − 40, up to rounding
  expect(more).toBeLessThanOrEqual(121);
});

test('a judge that says the same thing again agrees with itself', () => {
  const [sc] = measureConsistency([
    { metric: 'SC', levels: [3, 3, 3] },
    { metric: 'SC', levels: [5, 5, 4] },
    { metric: 'SC', levels: [1] },
  ]);

  // 3 of 3 and 1 of 3 pairs; deviations 0 and √(1/3)
  expect(sc?.sameShare.value).toBeCloseTo(2 / 3, 12);
  expect(sc).toMatchObject({ metric: 'SC', items: 2 });
  expect(sc?.meanSpread).toBeCloseTo(Math.sqrt(1 / 3) / 2, 12);
});

test('structure falls as the paper says: a tag more or less costs StS only, a modality less costs both', () => {
  const found = perturb([{ image: 2, audio: 1 }, { image: 1 }, {}]);

  const byChange = Object.fromEntries(found.map(({ change, ...rest }) => [change, rest]));
  // image 2 of 3 and audio 1: (4/5 + 1) / 2; image 1 of 2: 2/3
  expect(byChange['addTag']?.sts).toBeCloseTo((0.9 + 2 / 3) / 2, 12);
  expect(byChange).toMatchObject({
    none: { n: 2, sts: 1, les: 1, isAsPublished: true },
    addTag: { n: 2, les: 1, isAsPublished: true },
    // only the first keeps an image: 2 · 1 / 3 and audio 1
    removeTag: { n: 1, les: 1, isAsPublished: true },
    removeModality: { n: 2, sts: 0.25, les: 0.25, isAsPublished: true },
  });
});

test('ratings of the project agree with the judge as they should, by metric, sample and filter', async () => {
  const { api, draw, sit } = await startRated(makeFolder());
  const sampleId = await draw({ models: ['Alpha'], metrics: ['SC', 'HC'] });
  const rater = await sit(sampleId);
  for (const { position, key } of await rater.units()) {
    const judged = judgedLevel('Alpha', key.split('/')[2] ?? '');
    await rater.say(position, { kind: 'value', metric: 'SC', value: judged });
    await rater.say(position, { kind: 'value', metric: 'HC', value: 6 - judged });
  }

  const { overall, metrics } = await api.call('agreement.get', { sampleId, strata: ['model'] });

  expect(metrics.map(({ metric, figures }) => [metric, figures.n])).toEqual([
    ['SC', 6],
    ['HC', 6],
  ]);
  expect(metrics[0]?.figures.pearson.value).toBeCloseTo(1, 12);
  expect(metrics[0]?.figures.kappaQuadratic.value).toBe(1);
  expect(metrics[1]?.figures.spearman.value).toBeCloseTo(-1, 12);
  expect(metrics[0]?.strata).toMatchObject([{ part: 'model', value: 'Alpha', figures: { n: 6 } }]);
  expect(overall.figures.n).toBe(12);
  const one = await api.call('agreement.get', { metric: 'SC', filter: { search: 'nowhere' } });
  expect(one.overall.figures).toMatchObject({
    n: 0,
    pearson: { why: expect.any(String) as string },
  });

  const { correlations, perturbations } = await api.call('agreement.rationality', {});
  // SQCS needs a GQ, which nobody has given; ICS = 0.8 · HC + 0.2 · SH needs a rated SH
  expect(correlations.map(({ composite, n }) => [composite, n])).toEqual([
    ['SQCS', 0],
    ['ICS', 0],
  ]);
  expect(perturbations.find(({ change }) => change === 'addTag')).toMatchObject({ n: 6, les: 1 });
  expect((await api.call('agreement.consistency', {})).consistency).toEqual([]);
});

const QUESTION = {
  metric: 'SC',
  nCannot: 0,
  strata: [],
  hasStale: false,
  halfWidth: 0.1,
} as const;

function item(judge: number | undefined, given: Readonly<Record<string, number>>): RatedItem {
  const ratings = Object.entries(given).map(([rater, value]) => ({ rater, value }));
  return { metric: 'SC', ratings, judge, isStale: false, strata: {} };
}
