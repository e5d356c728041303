import { expect, test } from 'vitest';
import type { HumanRating } from '../../../../shared/model/rating.ts';
import type { Response } from '../../../../shared/model/response.ts';
import type { Score } from '../../../../shared/model/score.ts';
import { ratedRows } from './rated-rows.ts';

const rated = (part: Partial<HumanRating>): HumanRating => ({
  ...{ key: 'a/b/1', model: 'Alpha', metric: 'SC', rater: 'Ann', value: 4 },
  ...{ ratedAt: '2026-01-01T00:00:00Z', phase: 'blind', stale: [] },
  ...part,
});

/** Only what the rows read. */
const response = (model: string, scores: readonly Partial<Score>[]) =>
  ({ model, scores }) as unknown as Response;

const SC = { metric: 'SC', value: 0.8, source: { kind: 'computed' } } as Partial<Score>;
const IMPORTED = { metric: 'SC', value: 0.2, source: { kind: 'imported' } } as Partial<Score>;

test('people’s mean stands beside the judge’s own figure; corrected ratings do not count in it', () => {
  const ratings = [
    rated({}),
    rated({ rater: 'Bob', value: 5 }),
    rated({ rater: 'Bob', value: 1, phase: 'corrected' }),
  ];

  const [row] = ratedRows(ratings, [response('Alpha', [IMPORTED, SC]), response('Beta', [SC])]);

  // (4 + 5) / 2
  expect(row?.cells).toMatchObject([{ judge: 0.8, people: 4.5, isStale: false }, undefined]);
  expect(row?.cells[0]?.ratings).toHaveLength(3);
});

test('one stale rating marks its cell; items have rows of their own; models not shown have none', () => {
  const ratings = [
    rated({ metric: 'GQ', tag: 'image1', stale: ['media'] }),
    rated({ metric: 'GQ', tag: 'image2' }),
    rated({ metric: 'HC', model: 'Gamma' }),
  ];

  const rows = ratedRows(ratings, [response('Alpha', [])]);

  expect(rows.map(({ label, cells }) => [label, cells[0]?.isStale])).toEqual([
    ['GQ image1', true],
    ['GQ image2', false],
  ]);
  expect(rows[0]?.cells[0]?.judge).toBeUndefined();
});
