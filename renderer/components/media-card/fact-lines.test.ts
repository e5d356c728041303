import { expect, test } from 'vitest';
import type { Item } from '../../../shared/model/content.ts';
import { durationText, factLines, sizeText } from './fact-lines.ts';

test.each([
  [740, '0.7 s'],
  [9_900, '9.9 s'],
  [10_000, '0:10'],
  [125_400, '2:05'],
  [3_723_000, '1:02:03'],
])('%i ms reads as %s', (ms, text) => expect(durationText(ms)).toBe(text));

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [9_300, '9.3 kB'],
  [999_600, '1.0 MB'],
  [12_345_678, '12 MB'],
])('%i bytes read as %s', (bytes, text) => expect(sizeText(bytes)).toBe(text));

const item = (modality: Item['modality']): Item => ({
  tag: `${modality}1`,
  modality,
  number: 1,
  media: { kind: 'inline', text: '' },
});

test('a picture tells its size first, a sound its length and rate, a cloud its points', () => {
  const base = { sizeBytes: 2000, warnings: [] };

  expect(factLines(item('image'), { ...base, widthPx: 4, heightPx: 3 }, [])).toEqual([
    '4×3',
    '2.0 kB',
  ]);
  expect(
    factLines(item('audio'), { ...base, durationMs: 2000, sampleRateHz: 22_050, channels: 2 }, []),
  ).toEqual(['2.0 s', '22.05 kHz', 'stereo', '2.0 kB']);
  expect(factLines(item('threeD'), { ...base, vertices: 1200, faces: 0 }, [])).toEqual([
    '1,200 points',
    '2.0 kB',
  ]);
});

test('what the viewer found out replaces the header counts', () => {
  expect(
    factLines(item('threeD'), { sizeBytes: 1, warnings: [], vertices: 36 }, ['8 vertices']),
  ).toEqual(['8 vertices', '1 B']);
});
