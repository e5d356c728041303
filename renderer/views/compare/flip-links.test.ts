import { expect, test } from 'vitest';
import { printFilter } from '../../../shared/filter/print.ts';
import { cellNode, flipsNode } from './flip-links.ts';

const report = { a: 'One', b: 'Two', judge: 'SC', quality: 'GQ' };

test('a cell is the instances on which both orders are as it says', () => {
  expect(printFilter(cellNode(report, 'a', 'tie'))).toBe(
    'delta("SC", "One", "Two") > 0 and delta("GQ", "One", "Two") = 0',
  );
});

test('flips are both ways round', () => {
  expect(printFilter(flipsNode(report))).toBe(
    'delta("SC", "One", "Two") > 0 and delta("GQ", "One", "Two") < 0 or ' +
      'delta("SC", "One", "Two") < 0 and delta("GQ", "One", "Two") > 0',
  );
});
