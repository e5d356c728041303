import { expect, test } from 'vitest';
import type { DatasetStatistics } from '../../../shared/model/analysis.ts';
import type { Words } from './chart-specs.ts';
import { difficultySpec, modalitySpec, sizeSpec } from './dataset-specs.ts';

const words: Words = {
  group: (_by, value) => value,
  metric: (id) => id,
  href: ({ by = '', group = '' }) => `#${by}=${group}`,
  hrefSize: ({ side, of, from, to }) => `#${of}(${side})=${from}-${to}`,
  tone: () => 'neutral',
};

const stats = {
  difficulties: [2, 1, 0, 1],
  modalities: [
    { modality: 'image', input: 3, output: 0, either: 3 },
    { modality: 'audio', input: 0, output: 0, either: 0 },
  ],
} as unknown as DatasetStatistics; // nothing else is looked at here

test('every count says its share and leads to its instances, none leads nowhere', () => {
  const [series] = difficultySpec(stats, words).series;

  expect(series?.points).toEqual([
    { value: 2, facts: ['50.0 %'], href: '#difficulty=1' },
    { value: 1, facts: ['25.0 %'], href: '#difficulty=2' },
    { value: 0, facts: ['0.0 %'] },
    { value: 1, facts: ['25.0 %'], href: '#difficulty=unknown' },
  ]);
});

test('a modality that nobody uses is left out; input and output are told apart', () => {
  const spec = modalitySpec(stats, words);

  expect(spec.categories).toEqual(['image']);
  expect(spec.series.map(({ points }) => points)).toEqual([
    [{ value: 3, href: '#inputModality=image' }],
    [{ value: 0 }],
  ]);
});

test('texts are a histogram between edges, items a bar for each number', () => {
  const base = { side: 'task', n: 3, nAbove: 0 } as const;
  const texts = sizeSpec({ ...base, of: 'characters', edges: [0, 50, 100], counts: [0, 3] }, words);
  const items = sizeSpec({ ...base, of: 'items', edges: [0, 1, 2], counts: [1, 2] }, words);

  expect([texts.kind, texts.categories]).toEqual(['histogram', ['0–50', '50–100']]);
  expect(texts.series[0]?.points).toEqual([
    { value: 0 },
    { value: 3, href: '#characters(task)=50-100' },
  ]);
  expect([items.kind, items.categories]).toEqual(['bar', ['0', '1']]);
});
