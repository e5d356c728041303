import { expect, test } from 'vitest';
import { changeOverview, parseOverview } from './overview-options.ts';

test('an address that says nothing shows abs, in one group, across subdomains', () => {
  expect(parseOverview({})).toEqual({
    scale: 'abs',
    groupBy: undefined,
    order: undefined,
    isAscending: false,
    metric: undefined,
    heatBy: 'subdomain',
    hasPublished: true,
  });
});

test('what was chosen stands in the address, and what is as it is anyway does not', () => {
  const view = changeOverview({}, { scale: 'rel', groupBy: 'field', order: 'SQCS' });

  expect(view).toEqual({ scale: 'rel', group: 'field', order: '-SQCS' });
  expect(changeOverview(view, { scale: 'abs', groupBy: undefined, order: undefined })).toEqual({});
});

test('a link reads back as it was written', () => {
  const view = {
    scale: 'tau',
    group: 'combination',
    order: 'SC',
    across: 'capability',
    metric: 'SC',
  };

  expect(changeOverview(view, {})).toEqual(view);
  expect(parseOverview(view).isAscending).toBe(true);
});

test('what is no choice is left out, what belongs to others is kept', () => {
  expect(parseOverview({ scale: 'both', group: 'moon', across: '?' })).toEqual(parseOverview({}));
  expect(changeOverview({ other: '1' }, { hasPublished: false })).toEqual({
    other: '1',
    published: 'no',
  });
});
