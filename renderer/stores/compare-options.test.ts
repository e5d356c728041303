import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SliceDimension } from '../../shared/model/comparison.ts';
import { changeCompare, DEPTHS, parseCompare, THRESHOLDS } from './compare-options.ts';

test('an address that says nothing brushes nothing and crosses two dimensions', () => {
  expect(parseCompare({})).toEqual({
    metric: undefined,
    brush: undefined,
    threshold: 0.1,
    dimensions: ['field', 'difficulty', 'inputModality', 'outputModality', 'length'],
    depth: 2,
    minSupport: 30,
    judge: 'SC',
    quality: 'GQ',
  });
  expect(changeCompare({}, {})).toEqual({});
});

test('a brush stands in the address as the span of A and that of B', () => {
  const view = changeCompare({}, { brush: { minA: 0.2, maxA: 0.6, minB: 0, maxB: 0.4 } });

  expect(view).toEqual({ brush: '0.2..0.6:0..0.4' });
  expect(changeCompare(view, { brush: undefined })).toEqual({});
});

test.each(['', '1..0:0..1', '0..2:0..1', '0..1', 'a..b:c..d', '-1..1:0..1', '0...1:..1'])(
  'what is no brush brushes nothing: "%s"',
  (brush) => expect(parseCompare({ brush }).brush).toBeUndefined(),
);

test('what is no choice is left out, what belongs to others is kept', () => {
  const view = { step: '0.11', by: 'moon', depth: '9', support: '1', other: 'x' };

  expect(parseCompare(view)).toEqual(parseCompare({}));
  expect(changeCompare(view, { depth: 1 })).toEqual({ other: 'x', depth: '1' });
});

test('every choice leads back to itself', () => {
  const thousandth = fc.integer({ min: 0, max: 1000 }).map((value) => value / 1000);
  const span = fc.tuple(thousandth, thousandth).map(([x, y]) => [Math.min(x, y), Math.max(x, y)]);
  const options = fc.record(
    {
      metric: fc.constantFrom('StS', 'SQCS'),
      brush: fc
        .tuple(span, span)
        .map(([[minA = 0, maxA = 0], [minB = 0, maxB = 0]]) => ({ minA, maxA, minB, maxB })),
      threshold: fc.constantFrom(...THRESHOLDS),
      dimensions: fc.subarray([...SliceDimension.options], { minLength: 1 }),
      depth: fc.constantFrom(...DEPTHS),
      minSupport: fc.integer({ min: 2, max: 1000 }),
      judge: fc.constantFrom('SC', 'HC'),
      quality: fc.constantFrom('GQ', 'StS'),
    },
    { requiredKeys: [] },
  );

  fc.assert(
    fc.property(options, (chosen) => {
      expect(parseCompare(changeCompare({}, chosen))).toEqual({ ...parseCompare({}), ...chosen });
    }),
  );
});
