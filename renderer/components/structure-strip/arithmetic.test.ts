import { expect, test } from 'vitest';
import { matchStructure } from '../../../shared/interleave/structure.ts';
import { arithmeticLines } from './arithmetic.ts';

test('a missing picture shows what it costs, and the terms of all modalities', () => {
  // image F1 = 2·1/(2 + 1) = 2/3, audio 1: StS = (2/3 + 1)/2 = 83.3
  const matches = matchStructure({ image: 2, audio: 1 }, { image: 1, audio: 1 });

  expect(arithmeticLines(matches, 'image')).toEqual([
    'Image: g 2 expected, p 1 found, TP = min(g, p) = 1',
    'P 1/1 = 100.0 · R 1/2 = 50.0 · F1 = 2·1/(2 + 1) = 66.7',
    'StS = (66.7 + 100.0) / 2 = 83.3, this costs 16.7',
    'LeS = 2 of 2 types = 100.0',
  ]);
});

test('a modality that is missing altogether costs LeS too', () => {
  const matches = matchStructure({ image: 1, video: 1 }, { image: 1 });

  expect(arithmeticLines(matches, 'video').slice(1)).toEqual([
    'P 0 of nothing = 0 · R 0/1 = 0.0 · F1 = 2·0/(1 + 0) = 0.0',
    'StS = (100.0 + 0.0) / 2 = 50.0, this costs 50.0',
    'LeS = 1 of 2 types = 50.0, this costs 50.0',
  ]);
});

test('what neither side has, has no arithmetic', () => {
  expect(arithmeticLines(matchStructure({ image: 1 }, {}), 'audio')).toEqual([]);
});
