import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COUNTED_MODALITIES } from '../../../shared/model/modality.ts';
import { packCounts, sequenceId, unpackCounts } from './sequences.ts';

test('counts come back as they were', () => {
  const counts = fc.dictionary(
    fc.constantFrom(...COUNTED_MODALITIES),
    fc.integer({ min: 1, max: 5_000 }),
  );

  fc.assert(
    fc.property(counts, (value) => {
      expect(unpackCounts(packCounts(value))).toEqual({ ...value });
    }),
  );
});

test('counts are written in the order of the modalities', () => {
  expect(packCounts({ threeD: 1, image: 2 })).toBe('2 0 0 0 0 1');
  expect(unpackCounts('')).toEqual({});
});

test('no two sequences share an id', () => {
  const ids = [1, 2, 1_000_000_000].flatMap((owner) => [
    sequenceId('task', owner),
    sequenceId('reference', owner),
    sequenceId('response', owner),
  ]);

  expect(new Set(ids).size).toBe(9);
  expect(ids.every(Number.isSafeInteger)).toBe(true);
});
