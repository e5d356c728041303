import { expect, test } from 'vitest';
import type { QcPhase, QcVerdict } from '../../../shared/model/quality-control.ts';
import type { QcEventHead } from '../db/qc-events.ts';
import { phaseOf, refusalOf, standingOf } from './standing.ts';

test('what a second name agrees to is settled, either way', () => {
  expect(stateOf(['review', 'accept', 'Ann'], ['check', 'accept', 'Bob'])).toBe('accepted');
  expect(stateOf(['review', 'reject', 'Ann'], ['check', 'reject', 'Bob'])).toBe('rejected');
});

test('two who disagree leave it to a third', () => {
  const dispute: Said[] = [
    ['review', 'revise', 'Ann'],
    ['check', 'reject', 'Bob'],
  ];
  expect(stateOf(...dispute)).toBe('disputed');
  expect(stateOf(...dispute, ['decide', 'reject', 'Cem'])).toBe('rejected');
  expect(standing(...dispute, ['decide', 'accept', 'Cem'])).toMatchObject({
    state: 'accepted',
    revision: { name: 'Ann' },
  });
  expect(standing(...dispute, ['decide', 'original', 'Cem'])).toMatchObject({
    state: 'accepted',
    revision: undefined,
  });
});

test('the same name does not check its own review, however it is spelt, but may think again', () => {
  const reviewed = standing(['review', 'accept', 'Ann']);

  expect(refusalOf(reviewed, 'check', 'ann')).toContain('"Ann" reviewed it');
  expect(refusalOf(reviewed, 'check', 'bob')).toBeUndefined();
  expect(refusalOf(reviewed, 'review', 'ann')).toBeUndefined();
  expect(refusalOf(reviewed, 'review', 'bob')).toContain('waits for the check');
});

test('neither of the two who disagree decides', () => {
  const disputed = standing(['review', 'accept', 'Ann'], ['check', 'reject', 'Bob']);

  expect(refusalOf(disputed, 'decide', 'ann')).toContain('"Ann" is one of the two');
  expect(refusalOf(disputed, 'decide', 'bob')).toContain('"Bob" is one of the two');
  expect(refusalOf(disputed, 'decide', 'cem')).toBeUndefined();
});

test('a new review or a reopening begins another round', () => {
  expect(
    stateOf(['review', 'accept', 'Ann'], ['check', 'accept', 'Bob'], ['review', 'reopen', 'Cem']),
  ).toBe('open');
  expect(stateOf(['review', 'accept', 'Ann'], ['review', 'reject', 'Ann'])).toBe('reviewed');
});

test('what was said of the record before it changed is stale and does not count', () => {
  const before = said([['review', 'accept', 'Ann']]);

  const now = standingOf(before, 'changed');

  expect(now).toMatchObject({ state: 'open', isStale: true });
  expect(phaseOf(now)).toBe('review');
  expect(standingOf(before, 'hash')).toMatchObject({ state: 'reviewed', isStale: false });
});

type Said = readonly [QcPhase, QcVerdict, string];

const said = (all: readonly Said[]): QcEventHead[] =>
  all.map(([phase, verdict, name], at) => ({
    ...{ id: at + 1, key: 'k', phase, verdict, name, nameKey: name.toLowerCase(), hash: 'hash' },
  }));
const standing = (...all: Said[]) => standingOf(said(all), 'hash');
const stateOf = (...all: Said[]) => standing(...all).state;
