import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ModalityCounts } from '../model/content.ts';
import { COUNTED_MODALITIES } from '../model/modality.ts';
import { lenientStructure, matchStructure, strictStructure } from './structure.ts';

test('StS is the mean F1 over the modalities of either side', () => {
  // image 2·min(2,2)/(2+2) = 1   audio 2·min(1,0)/(1+0) = 0   video 0: M' = 3 → 1/3
  const reference = { image: 2, audio: 1 };
  const response = { image: 2, video: 1 };

  expect(strictStructure(reference, response)).toBeCloseTo(1 / 3, 12);
  // types: {image} of {image, audio} → 1/2
  expect(lenientStructure(reference, response)).toBe(0.5);
});

test('one redundant image of two costs a third', () => {
  // F1 = 2·1/(1+2) = 2/3
  expect(strictStructure({ image: 1 }, { image: 2 })).toBeCloseTo(2 / 3, 12);
  expect(lenientStructure({ image: 1 }, { image: 2 })).toBe(1);
});

test('both sides without tags score 1', () => {
  expect(strictStructure({}, {})).toBe(1);
  expect(lenientStructure({}, {})).toBe(1);
});

test('a reference without tags leaves LeS at 1 whatever the response holds', () => {
  expect(lenientStructure({}, { image: 3 })).toBe(1);
  expect(strictStructure({}, { image: 3 })).toBe(0);
});

test('every modality says what it expected, found, missed and cost', () => {
  expect(matchStructure({ image: 2, audio: 1 }, { image: 3 })).toEqual([
    {
      modality: 'image',
      expected: 2,
      found: 3,
      missing: 0,
      redundant: 1,
      precision: 2 / 3,
      recall: 1,
      f1: 0.8,
      stsCost: expect.closeTo(0.1, 12) as number,
      lesCost: 0,
    },
    {
      modality: 'audio',
      expected: 1,
      found: 0,
      missing: 1,
      redundant: 0,
      precision: 0,
      recall: 0,
      f1: 0,
      stsCost: 0.5,
      lesCost: 0.5,
    },
  ]);
});

const counts = fc
  .dictionary(fc.constantFrom(...COUNTED_MODALITIES), fc.integer({ min: 1, max: 6 }))
  .map((value) => value as ModalityCounts);
const modality = fc.constantFrom(...COUNTED_MODALITIES);
const without = (value: ModalityCounts, m: keyof ModalityCounts): ModalityCounts => {
  const { [m]: _dropped, ...rest } = value;
  return rest;
};

test('scores lie in [0, 1], and a perfect answer scores 1', () => {
  fc.assert(
    fc.property(counts, counts, (reference, response) => {
      for (const score of [strictStructure, lenientStructure]) {
        expect(score(reference, response)).toBeGreaterThanOrEqual(0);
        expect(score(reference, response)).toBeLessThanOrEqual(1);
        expect(score(reference, reference)).toBe(1);
      }
    }),
  );
});

test('the costs are exactly what is missing to 1', () => {
  fc.assert(
    fc.property(counts, counts, (reference, response) => {
      const lines = matchStructure(reference, response);
      const sum = (key: 'stsCost' | 'lesCost') => lines.reduce((total, l) => total + l[key], 0);

      expect(1 - sum('stsCost')).toBeCloseTo(strictStructure(reference, response), 12);
      expect(1 - sum('lesCost')).toBeCloseTo(lenientStructure(reference, response), 12);
    }),
  );
});

// The paper's Fig. 6: perturbations of a perfect answer.
test('adding an item to a perfect answer lowers StS and leaves LeS', () => {
  fc.assert(
    fc.property(counts, modality, (reference, m) => {
      const more = { ...reference, [m]: (reference[m] ?? 0) + 1 };

      expect(strictStructure(reference, more)).toBeLessThan(1);
      expect(lenientStructure(reference, more)).toBe(1);
    }),
  );
});

test('removing one of several items of a modality lowers StS and leaves LeS', () => {
  fc.assert(
    fc.property(counts, modality, (reference, m) => {
      fc.pre((reference[m] ?? 0) >= 2);
      const fewer = { ...reference, [m]: (reference[m] ?? 0) - 1 };

      expect(strictStructure(reference, fewer)).toBeLessThan(1);
      expect(lenientStructure(reference, fewer)).toBe(1);
    }),
  );
});

test('removing a whole modality lowers both', () => {
  fc.assert(
    fc.property(counts, modality, (reference, m) => {
      fc.pre((reference[m] ?? 0) >= 1);
      const fewer = without(reference, m);

      expect(strictStructure(reference, fewer)).toBeLessThan(1);
      expect(lenientStructure(reference, fewer)).toBeLessThan(1);
    }),
  );
});
