import { expect, test } from 'vitest';
import { edgeWidthsOf } from './edge-width.ts';
import { fineDetailOf } from './fine-detail.ts';
import { laplacianVariance } from './laplacian.ts';

const plane = (width: number, height: number, level: (x: number, y: number) => number) => ({
  width,
  height,
  data: Uint8Array.from({ length: width * height }, (_, i) =>
    level(i % width, Math.floor(i / width)),
  ),
});

test('one bright pixel: −4 where it is and 1 at four places', () => {
  const value = laplacianVariance(plane(5, 5, (x, y) => (x === 2 && y === 2 ? 10 : 0)));

  // values −40 and 4 × 10: mean 0, (1600 + 4 · 100) / 25
  expect(value).toBe(80);
});

test('a flat picture and an even slope have no Laplacian inside', () => {
  expect(laplacianVariance(plane(4, 4, () => 90))).toBe(0);
  // borders mirror: −2·(0 − 10) at the left, −2·10 at the right, nothing between
  expect(laplacianVariance(plane(4, 4, (x) => 10 * x))).toBe((20 ** 2 + 20 ** 2) / 4);
});

test('an ideal step is one pixel wide, a ramp as many as it has steps', () => {
  const bars = (steps: number) =>
    plane(160, 120, (x) => 40 + (Math.min(Math.max((x % 80) - 20, 0), steps) * 120) / steps);

  expect(edgeWidthsOf(bars(1), 60)).toMatchObject({ median: 1, sharpest: 1 });
  expect(edgeWidthsOf(bars(6), 60)?.sharpest).toBeGreaterThanOrEqual(1);
  expect(
    edgeWidthsOf(
      plane(120, 120, (x) => 10 + Math.min(x, 6) * 20),
      60,
    )?.median,
  ).toBe(6);
});

test('an edge is as wide at a quarter of the contrast', () => {
  const blurred = (contrast: number) =>
    plane(128, 128, (x) => Math.round(128 + contrast * Math.tanh(((x % 64) - 32) / 4)));

  const full = edgeWidthsOf(blurred(100), 80)!;
  const quarter = edgeWidthsOf(blurred(25), 20)!;

  expect(Math.abs(full.median - quarter.median) / full.median).toBeLessThan(0.2);
});

test('without edges there is no edge width', () => {
  expect(
    edgeWidthsOf(
      plane(64, 64, () => 7),
      0,
    ),
  ).toBeUndefined();
});

test('a tone at a quarter of the sampling rate lies at half of the Nyquist frequency', () => {
  const tone = (period: number) =>
    plane(256, 256, (x) => Math.round(128 + 100 * Math.cos((2 * Math.PI * x) / period)));

  expect(fineDetailOf(tone(2.5))?.highShare).toBeGreaterThan(0.95);
  expect(fineDetailOf(tone(16))?.highShare).toBeLessThan(0.01);
});

test('no detail is said of a flat picture or of one shorter than a stretch', () => {
  expect(fineDetailOf(plane(200, 200, () => 3))).toBeUndefined();
  expect(fineDetailOf(plane(127, 200, (x) => x))).toBeUndefined();
});
