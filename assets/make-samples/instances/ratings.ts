import type { RatingRow } from '../build/ratings.ts';

/** Example ratings of two raters; the second is a little stricter. */
export const RATINGS: readonly RatingRow[] = [
  ['chemistry/0301', 'aria', 'rater-1', 5, 5, 4],
  ['chemistry/0301', 'aria', 'rater-2', 5, 4, 4, 'Spoken pKa is rounded to 4.8, which is fine.'],
  ['chemistry/0301', 'polyglot', 'rater-1', 3, 3, 3],
  ['chemistry/0301', 'polyglot', 'rater-2', 2, 3, 3, 'Equivalence at pH 7 contradicts the reference.'],
  ['chemistry/0301', 'echo', 'rater-1', 1, 1, 2],
  ['chemistry/302', 'aria', 'rater-1', 5, 5, 5],
  ['chemistry/302', 'polyglot', 'rater-1', 1, 3, 4, 'A planar molecule is the very mistake the task asks to avoid.'],
  ['biology/0114', 'aria', 'rater-1', 5, 5, 5],
  ['biology/0114', 'aria', 'rater-2', 4, 5, 4, 'Values rounded to halves lose the −2.1.'],
  ['biology/0207', 'polyglot', 'rater-2', 2, 2, 3],
  ['physics/0042', 'aria', 'rater-1', 5, 5, 5],
  ['physics/0042', 'polyglot', 'rater-2', 1, 2, 3],
  ['law/0021', 'aria', 'rater-2', 4, 4, 5, 'Three months instead of six.'],
  ['law/0021', 'polyglot', 'rater-2', 1, 2, 3],
  ['architecture/1', 'polyglot', 'rater-1', 3, 3, 4],
];
