import { expect, test } from 'vitest';
import { tileLevel, tilesFor } from './tiles.ts';

test('all of a sound is one tile', () => {
  expect(tilesFor({ fromS: 0, toS: 7200 }, 7200)).toEqual([
    { level: 0, key: '0:0', fromS: 0, toS: 7200 },
  ]);
});

test('what is zoomed to is covered by two or three tiles, none longer than it', () => {
  for (const seenS of [3000, 600, 61, 5, 1]) {
    const tiles = tilesFor({ fromS: 1000, toS: 1000 + seenS }, 7200);
    expect(tiles.length).toBeLessThanOrEqual(3);
    expect(tiles[0]?.fromS).toBeLessThanOrEqual(1000);
    expect(tiles.at(-1)?.toS).toBeGreaterThanOrEqual(1000 + seenS);
    for (const { fromS, toS } of tiles) expect(toS - fromS).toBeLessThanOrEqual(seenS);
  }
});

test('tiles are never shorter than 0.4 s, and a clip without length has none', () => {
  expect(10 / 2 ** tileLevel(0.001, 10)).toBeGreaterThanOrEqual(0.4);
  expect(tileLevel(0.01, 0.2)).toBe(0);
  expect(tilesFor({ fromS: 0, toS: 1 }, 0)).toEqual([]);
});

test('before and behind the sound there is nothing to ask for', () => {
  expect(tilesFor({ fromS: -3, toS: -1 }, 10)).toEqual([]);
  expect(tilesFor({ fromS: 12, toS: 14 }, 10)).toEqual([]);
});
