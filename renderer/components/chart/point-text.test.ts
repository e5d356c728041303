import { expect, test } from 'vitest';
import { binLabels, type GradientSpec } from './chart-spec.ts';
import { pointText, spokenChart, spokenPoint } from './point-text.ts';

const spec: GradientSpec = {
  kind: 'gradient',
  title: 'From easy to hard',
  categoryLabel: 'Difficulty',
  categories: ['easy', 'hard'],
  valueLabel: 'SQCS abs',
  format: (value) => (value * 100).toFixed(1),
  series: [
    {
      name: 'UniMA',
      tone: 'a',
      points: [
        { value: 0.523, interval: [0.48, 0.566], facts: ['n 118'], href: '#/instances' },
        { value: undefined, facts: ['n 0'] },
      ],
    },
  ],
};

test('a point is spoken with its place, figure, interval, facts and what Enter does', () => {
  expect(spokenPoint(spec, { series: 0, category: 0 })).toBe(
    'easy, SQCS abs 52.3, 95 % interval 48.0 to 56.6, n 118, Enter opens the instances.',
  );
});

test('a point without a figure says so, and is not 0', () => {
  expect(pointText(spec, { series: 0, category: 1 })).toEqual({
    heading: 'hard',
    figure: 'SQCS abs: no figure',
    facts: ['n 0'],
  });
});

test('with several series a point names its own', () => {
  const two = { ...spec, series: [...spec.series, ...spec.series] };

  expect(pointText(two, { series: 1, category: 0 })?.heading).toBe('UniMA · easy');
});

test('a point that the chart does not have has no words', () => {
  expect(pointText(spec, { series: 0, category: 2 })).toBeUndefined();
  expect(spokenPoint(spec, { series: 3, category: 0 })).toBe('');
});

test('the chart as a whole says what it shows', () => {
  expect(spokenChart(spec)).toContain('SQCS abs by difficulty, 2 values each of UniMA');
});

test('bins are called by their edges', () => {
  expect(binLabels([0, 10, 20], String)).toEqual(['0–10', '10–20']);
});
