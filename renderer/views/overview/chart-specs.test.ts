import { expect, test } from 'vitest';
import type { HeatMatrix } from '../../../shared/model/analysis.ts';
import {
  dropTexts,
  gradientSpec,
  heatSpec,
  inOrder,
  profileSpec,
  type Words,
} from './chart-specs.ts';

const words: Words = {
  group: (_by, value) => value.toUpperCase(),
  metric: (id) => id,
  href: ({ group = 'all', model = '' }) => `#${model}/${group}`,
  hrefSize: ({ from }) => `#${from}`,
  tone: (model) => (model === 'Aria' ? 'a' : 'neutral'),
};

const cell = (model: string, group: string, mean: number | undefined) => ({
  model,
  group,
  ...(mean === undefined ? {} : { mean }),
  n: mean === undefined ? 0 : 4,
  nUnscored: mean === undefined ? 4 : 1,
  tau: 0.5,
});

const heat: HeatMatrix = {
  metric: 'SC',
  by: 'subdomain',
  mode: 'rel',
  models: ['Aria', 'Echo'],
  groups: [
    { group: 'math', instances: 4, field: 'science' },
    { group: 'biology', instances: 4, field: 'science' },
    { group: 'news', instances: 4, field: 'general' },
  ],
  cells: [
    cell('Aria', 'math', 0.2),
    cell('Aria', 'biology', 0.4),
    cell('Aria', 'news', 0.8),
    cell('Echo', 'math', 0.1),
    cell('Echo', 'biology', undefined),
    cell('Echo', 'news', 0.3),
  ],
  notes: [],
};

test('a heat map has a row a model, subdomains under their fields, colours from lowest to highest', () => {
  const spec = heatSpec(heat, words);

  expect(spec.series.map(({ name }) => name)).toEqual(['Aria', 'Echo']);
  expect(spec.categories).toEqual(['MATH', 'BIOLOGY', 'NEWS']);
  expect(spec.groups).toEqual([
    { label: 'SCIENCE', size: 2 },
    { label: 'GENERAL', size: 1 },
  ]);
  expect(spec.range).toEqual([0.1, 0.8]);
  expect(spec.valueLabel).toBe('SC rel');
});

test('a cell says over how many it is and leads to them; one without a figure leads nowhere', () => {
  const [, echo] = heatSpec(heat, words).series;

  expect(echo?.points[0]).toEqual({
    value: 0.1,
    facts: ['n 4', '1 without a figure', 'supported 50.0 %'],
    href: '#Echo/math',
  });
  expect(echo?.points[1]?.value).toBeUndefined();
  expect(echo?.points[1]).not.toHaveProperty('href');
});

test('a shape needs three axes and all figures; else it is bars', () => {
  const whole = { ...heat, cells: heat.cells.map((each) => ({ ...each, mean: 0.5 })) };
  const two = { ...whole, groups: heat.groups.slice(0, 2) };

  expect(profileSpec(heat, words).kind).toBe('bar');
  expect(profileSpec(whole, words).kind).toBe('radar');
  expect(profileSpec(two, words).kind).toBe('bar');
});

test('a gradient always has easy, medium and hard', () => {
  const spec = gradientSpec(
    {
      metric: 'SC',
      models: [
        {
          model: 'Aria',
          points: [{ difficulty: '3', mean: 0.3, ci95: [0.2, 0.4], n: 7, nUnscored: 0 }],
        },
      ],
      nUnknown: 0,
      notes: [],
    },
    words,
  );

  expect(spec.series[0]?.points).toEqual([
    { value: undefined },
    { value: undefined },
    { value: 0.3, interval: [0.2, 0.4], facts: ['n 7'], href: '#Aria/3' },
  ]);
});

test('capabilities are in the order of their numbers, whatever order they came in', () => {
  const names = ['C1', 'C10', 'C2'];

  expect(inOrder('capability', names, (name) => name)).toEqual(['C1', 'C2', 'C10']);
  expect(inOrder('combination', names, (name) => name)).toEqual(names);
});

test('subdomains stand in the order of the fields, in the paper', () => {
  const mixed = {
    ...heat,
    groups: [
      { group: 'news', instances: 4, field: 'general_area' },
      { group: 'math', instances: 4, field: 'natural_science' },
    ],
  };

  expect(heatSpec(mixed, words).categories).toEqual(['MATH', 'NEWS']);
});

test('a loss from easy to hard is told as a change, with its interval', () => {
  const model = {
    model: 'Aria',
    points: [],
    drop: { value: 0.12, ci95: [0.02, 0.22] as [number, number], p: 0.01 },
  };
  const gradient = { metric: 'SC', models: [model], nUnknown: 0, notes: [] };

  expect(dropTexts(gradient)).toEqual([
    'Aria: −12.0 from easy to hard (95 % interval −22.0 to −2.0).',
  ]);
});
