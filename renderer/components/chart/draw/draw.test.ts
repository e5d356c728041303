import { expect, test } from 'vitest';
import { barSlot, toRect } from './bar-slot.ts';
import { heatColour } from './heat.ts';
import { spokeEnd } from './radar.ts';
import { runsOf } from './runs-of.ts';

test('the bars of a category stand round its middle, without touching each other', () => {
  const slots = [0, 1, 2].map((index) => barSlot(100, 3, index));

  // 72 px for 3 bars and 2 gaps of 2 px: (72 − 4) / 3
  for (const { width } of slots) expect(width).toBeCloseTo(68 / 3, 9);
  expect(slots[0]?.offset).toBeCloseTo(-36, 9);
  expect((slots[2]?.offset ?? 0) + (slots[2]?.width ?? 0)).toBeCloseTo(36, 9);
});

test('a bar stays visible where there is no room, and narrow where there is much', () => {
  expect(barSlot(4, 8, 0).width).toBe(1);
  expect(barSlot(1000, 1, 0).width).toBe(44);
});

test('a bar below 0 hangs from the line', () => {
  const slot = { offset: -5, width: 10 };

  expect(toRect([50, 100], [50, 130], slot, false)).toEqual({
    x: 45,
    y: 100,
    width: 10,
    height: 30,
  });
  expect(toRect([100, 50], [70, 50], slot, true)).toEqual({ x: 70, y: 45, width: 30, height: 10 });
});

test('the palest cell is nearly the panel, the strongest nearly the accent, beyond the range no more', () => {
  const theme = { panel: '#ffffff', accent: '#000000' };

  expect(heatColour(0, [0, 1], theme)).toBe('#f0f0f0');
  expect(heatColour(1, [0, 1], theme)).toBe(heatColour(7, [0, 1], theme));
  expect(heatColour(0.4, [0.4, 0.4], theme)).toBe(heatColour(0.5, [0, 1], theme));
});

test('spokes begin at the top and go against the clock', () => {
  const [x, y] = spokeEnd([100, 100], 50, 1, 4);

  expect(spokeEnd([100, 100], 50, 0, 4)).toEqual([expect.closeTo(100, 9), 50]);
  expect([x, y]).toEqual([expect.closeTo(50, 9), expect.closeTo(100, 9)]);
});

test('a missing value breaks a line in two', () => {
  expect(runsOf([1, 2, undefined, 4], (value) => value !== undefined)).toEqual([[0, 1], [3]]);
});
