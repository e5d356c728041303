import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseByteRange } from './byte-range.ts';

const WHOLE = { kind: 'whole' };
const UNSATISFIABLE = { kind: 'unsatisfiable' };
const part = (start: number, end: number) => ({ kind: 'part', start, end });

describe('a byte range', () => {
  test.each([
    ['bytes=0-', part(0, 99)],
    ['bytes=10-19', part(10, 19)],
    ['bytes=99-99', part(99, 99)],
    ['bytes=-1', part(99, 99)],
    ['bytes=-30', part(70, 99)],
  ])('"%s" is that part of 100 bytes', (header, expected) => {
    expect(parseByteRange(header, 100)).toEqual(expected);
  });

  test.each([
    ['bytes=50-1000', part(50, 99)],
    ['bytes=-1000', part(0, 99)],
  ])('"%s" is cut to 100 bytes', (header, expected) => {
    expect(parseByteRange(header, 100)).toEqual(expected);
  });

  test.each(['bytes=100-', 'bytes=100-200', 'bytes=-0'])('"%s" lies outside of 100 bytes', (h) => {
    expect(parseByteRange(h, 100)).toEqual(UNSATISFIABLE);
  });

  test.each([undefined, '', 'bytes=', 'bytes=-', 'bytes=5-2', 'lines=0-1', 'bytes=a-b', '0-1'])(
    '"%s" is no range, so the whole file is meant',
    (header) => {
      expect(parseByteRange(header, 100)).toEqual(WHOLE);
    },
  );

  test('several ranges are answered by the whole file', () => {
    expect(parseByteRange('bytes=0-1,5-6', 100)).toEqual(WHOLE);
  });

  test.each(['bytes=0-', 'bytes=-5'])('of an empty file nothing can be had by "%s"', (header) => {
    expect(parseByteRange(header, 0)).toEqual(UNSATISFIABLE);
  });

  test('a part is always inside the file', () => {
    const number = fc.option(fc.nat({ max: 300 }), { nil: '' as const });
    fc.assert(
      fc.property(number, number, fc.nat({ max: 200 }), (first, last, size) => {
        const range = parseByteRange(`bytes=${first}-${last}`, size);

        if (range.kind !== 'part') return;
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeGreaterThanOrEqual(range.start);
        expect(range.end).toBeLessThan(size);
      }),
    );
  });
});
