import { describe, expect, test } from 'vitest';
import { normal } from '../../../../../tests/builders/dead-leaves.ts';
import { createRandom } from '../../../../../shared/stats/random.ts';
import { blockinessOf } from './blockiness.ts';
import { noiseLevel } from './noise.ts';
import { tonesOf } from './tones.ts';

const plane = (width: number, height: number, level: (x: number, y: number) => number) => ({
  width,
  height,
  data: Uint8Array.from({ length: width * height }, (_, i) =>
    Math.min(255, Math.max(0, Math.round(level(i % width, Math.floor(i / width))))),
  ),
});

describe('blockiness', () => {
  const blocks = (left: number, top: number) => {
    const random = createRandom(3);
    const levels = Array.from({ length: 400 }, () => 100 + 20 * random());
    const block = (x: number, y: number) =>
      levels[Math.floor((y + 8 - top) / 8) * 20 + Math.floor((x + 8 - left) / 8)]!;
    return plane(96, 96, (x, y) => block(x, y) + normal(random));
  };

  test('a grid is found where it begins', () => {
    expect(blockinessOf(blocks(0, 0))).toMatchObject({ left: 0, top: 0 });
    expect(blockinessOf(blocks(5, 3))).toMatchObject({ left: 5, top: 3 });
    expect(blockinessOf(blocks(5, 3))!.ratio).toBeGreaterThan(2.5);
  });

  test('noise and slopes have no grid', () => {
    const random = createRandom(4);

    expect(blockinessOf(plane(200, 200, (x, y) => x + y * 0.27))!.ratio).toBeLessThan(1.1);
    expect(blockinessOf(plane(200, 200, () => 128 + 20 * normal(random)))!.ratio).toBeLessThan(1.1);
    expect(blockinessOf(plane(64, 64, () => 50))!.ratio).toBeCloseTo(1, 12);
  });

  test('nothing is said of less than three blocks', () => {
    expect(blockinessOf(plane(23, 64, (x) => x))).toBeUndefined();
  });
});

describe('noise', () => {
  const noisy = (sigma: number, base: (x: number, y: number) => number) => {
    const random = createRandom(5);
    return plane(320, 320, (x, y) => base(x, y) + sigma * normal(random));
  };

  test.each([2, 5, 10, 20])('σ = %i is found within 15 percent on a slope', (sigma) => {
    const level = noiseLevel(noisy(sigma, (x, y) => 60 + x / 4 + y / 8))!;

    expect(Math.abs(level - sigma) / sigma).toBeLessThan(0.15);
  });

  test('edges do not count as noise', () => {
    expect(noiseLevel(noisy(2, (x, y) => (x % 80 < 40 === y % 80 < 40 ? 60 : 190)))).toBeLessThan(
      3,
    );
  });

  test('what is clipped says nothing of noise', () => {
    expect(noiseLevel(plane(64, 64, () => 255))).toBeUndefined();
    expect(noiseLevel(plane(64, 64, () => 0))).toBeUndefined();
    expect(noiseLevel(plane(12, 64, (x) => x))).toBeUndefined();
  });
});

describe('tones', () => {
  const picture = (...pixels: [number, number, number][]) => ({
    width: pixels.length,
    height: 1,
    channels: 3 as const,
    data: Uint8Array.from(pixels.flat()),
  });
  const grey = (...levels: number[]) => plane(levels.length, 1, (x) => levels[x]!);

  test('clipping is counted by pixel and by channel', () => {
    const image = picture([255, 255, 255], [255, 0, 10], [0, 0, 0], [9, 9, 9]);
    const { white, black } = tonesOf(image, grey(255, 90, 0, 9));

    expect(white).toMatchObject({ share: 0.25, partial: 0.25, channels: [0.5, 0.25, 0.25] });
    expect(black).toMatchObject({ share: 0.25, partial: 0.25, channels: [0.25, 0.5, 0.25] });
    expect(black.near).toBe(0.25); // the grey 9; the grey 0 is at the end
  });

  test('clipping has a place', () => {
    const data = new Uint8Array(30 * 30).fill(100);
    for (let y = 20; y < 30; y++) for (let x = 10; x < 20; x++) data[y * 30 + x] = 255;
    const image = { width: 30, height: 30, channels: 1 as const, data };

    const { white } = tonesOf(image, image);

    expect(white).toMatchObject({ field: 7, fieldShare: 1 });
    expect(white.share).toBeCloseTo(1 / 9, 12);
  });

  test('mean, contrast and colourfulness by hand', () => {
    const { mean, contrast, colourfulness } = tonesOf(
      picture([100, 0, 0], [0, 0, 0]),
      grey(100, 50),
    );

    expect(mean).toBe(75);
    expect(contrast).toBe(25);
    // rg 100, 0: mean 50, variance 2500; yb 50, 0: mean 25, variance 625
    expect(colourfulness).toBeCloseTo(Math.sqrt(3125) + 0.3 * Math.hypot(50, 25), 10);
  });

  test('a grey picture has no colour', () => {
    const image = { ...grey(0, 128, 255), channels: 1 as const };

    expect(tonesOf(image, image).colourfulness).toBe(0);
  });
});
