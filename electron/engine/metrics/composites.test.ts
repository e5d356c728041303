import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ScoringSettings } from '../../../shared/model/settings.ts';
import { ics, sqcs, withComposites } from './composites.ts';

const defaults = ScoringSettings.parse({});
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('SQCS', () => {
  test('is SC · (η + (1 − η) · GQ)', () => {
    // 0.8 · (0.7 + 0.3 · 0.5) = 0.8 · 0.85
    expect(sqcs.compose(0.8, 0.5, sqcs.eta(defaults))).toBeCloseTo(0.68, 12);
  });

  test('reaches both ends, and quality alone never takes more than 1 − η', () => {
    expect(sqcs.compose(1, 1, 0.7)).toBe(1);
    expect(sqcs.compose(1, 0, 0.7)).toBeCloseTo(0.7, 12);
    expect(sqcs.compose(0, 1, 0.7)).toBe(0);
  });

  test('needs both parts, except where SC is 0', () => {
    expect(sqcs.compose(Number.NaN, 1, 0.7)).toBeNaN();
    expect(sqcs.compose(0.2, Number.NaN, 0.7)).toBeNaN();
    expect(sqcs.compose(0, Number.NaN, 0.7)).toBe(0);
  });

  test('never exceeds SC, and grows with either part', () => {
    fc.assert(
      fc.property(share, share, share, share, (sc, gq, more, eta) => {
        const value = sqcs.compose(sc, gq, eta);
        expect(value).toBeLessThanOrEqual(sc + 1e-12);
        expect(sqcs.compose(sc, Math.max(gq, more), eta)).toBeGreaterThanOrEqual(value - 1e-12);
        expect(sqcs.compose(Math.max(sc, more), gq, eta)).toBeGreaterThanOrEqual(value - 1e-12);
      }),
    );
  });
});

describe('ICS', () => {
  test('is η · HC + (1 − η) · SH', () => {
    expect(ics.compose(1, 0.6, ics.eta(defaults))).toBeCloseTo(0.8 + 0.2 * 0.6, 12);
  });

  test('lies between its parts', () => {
    fc.assert(
      fc.property(share, share, share, (hc, sh, eta) => {
        const value = ics.compose(hc, sh, eta);
        expect(value).toBeGreaterThanOrEqual(Math.min(hc, sh) - 1e-12);
        expect(value).toBeLessThanOrEqual(Math.max(hc, sh) + 1e-12);
      }),
    );
  });

  test('needs both parts', () => {
    expect(ics.compose(0, Number.NaN, 0.8)).toBeNaN();
    expect(ics.compose(Number.NaN, 0, 0.8)).toBeNaN();
  });
});

describe('columns of composites', () => {
  const column = (...values: number[]) => Float64Array.from(values);

  test('stand beside those of their parts, instance by instance', () => {
    const scores = new Map([
      ['SC', column(1, 0.5, Number.NaN)],
      ['GQ', column(0, Number.NaN, 1)],
    ]);

    const all = withComposites(scores, defaults);

    expect([...all.keys()]).toEqual(['SC', 'GQ', 'SQCS']);
    expect(all.get('SQCS')).toEqual(column(0.7, Number.NaN, Number.NaN));
  });

  test('are left out where no instance has one', () => {
    const scores = new Map([
      ['SC', column(1)],
      ['HC', column(1)],
    ]);

    expect([...withComposites(scores, defaults).keys()]).toEqual(['SC', 'HC']);
  });
});
