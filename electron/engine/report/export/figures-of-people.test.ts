import { expect, test } from 'vitest';
import type { HumanRating } from '../../../../shared/model/rating.ts';
import { figuresOfPeople } from './figures-of-people.ts';

const rated = (part: Partial<HumanRating>): HumanRating => ({
  ...{ key: 'a/b/1', model: 'Alpha', metric: 'SC', rater: 'Ann', value: 4 },
  ...{ ratedAt: '2026-01-01T00:00:00Z', phase: 'blind', stale: [] },
  ...part,
});

test('the mean of the raters, marked as theirs; corrected scores and other models are left out', () => {
  const figures = figuresOfPeople(
    [
      rated({}),
      rated({ rater: 'Bob', value: 1, stale: ['response'] }),
      rated({ rater: 'Bob', value: 5, phase: 'corrected' }),
      rated({ model: 'Beta', value: 5 }),
      rated({ metric: 'HC', value: 5 }),
    ],
    'Alpha',
    'sc',
  );

  // (4 + 1) / 2
  expect(figures.get('a/b/1')).toEqual([
    {
      metric: 'SC',
      tag: '',
      raw: 2.5,
      ratedBy: { source: 'human', raters: ['Ann', 'Bob'], stale: 1 },
    },
  ]);
});

test('quality stands on 0 to 100, each item for itself', () => {
  const of = (tag: string, value: number) => rated({ metric: 'GQ', tag, value });

  const figures = figuresOfPeople([of('image1', 1), of('image2', 4)], 'Alpha', 'gq');

  expect(figures.get('a/b/1')?.map(({ tag, raw }) => [tag, raw])).toEqual([
    ['image1', 0],
    ['image2', 75],
  ]);
});
