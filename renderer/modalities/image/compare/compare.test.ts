import { expect, test } from 'vitest';
import { amplify, describeDifference, differencePixels, type Pixels } from './difference.ts';
import { capFrame, fitInto, isSameShape, wholePixels } from './frame-fit.ts';
import { splitBeside } from './modes.ts';

const pixels = (width: number, ...rgba: readonly number[]): Pixels => ({
  width,
  height: rgba.length / 4 / width,
  data: Uint8ClampedArray.from(rgba),
});
const all = ({ width, height }: Pixels) => ({ x: 0, y: 0, width, height });

test('share of differing pixels and mean difference, by hand', () => {
  const base = pixels(2, 10, 20, 30, 255, 100, 100, 100, 255);
  const other = pixels(2, 10, 20, 30, 255, 103, 94, 130, 255);

  const found = differencePixels(base, other, all(base));

  expect([...found.data]).toEqual([0, 0, 0, 255, 3, 6, 30, 255]);
  expect(found).toMatchObject({ compared: 1, differing: 0.5, clear: 0.5 });
  expect(found.mean).toBeCloseTo(6.5, 12); // (3 + 6 + 30) / (2 pixels · 3 colours)
  expect(describeDifference(found)).toBe(
    'Differs in 50.0 % of pixels (50.0 % by more than 16 of 255), mean Δ 6.50 of 255.',
  );
});

test('colours behind no opacity do not differ, opacity itself does', () => {
  const base = pixels(2, 255, 0, 0, 0, 255, 255, 255, 255);
  const other = pixels(2, 0, 255, 0, 0, 255, 255, 255, 155);

  const found = differencePixels(base, other, all(base));

  expect([...found.data]).toEqual([0, 0, 0, 255, 100, 100, 100, 255]);
});

test('only what both pictures cover is compared, and that is said', () => {
  const base = pixels(4, ...Array.from({ length: 16 }, (_, i) => (i % 4 === 3 ? 255 : 9)));

  const found = differencePixels(base, base, { x: 1, y: 0, width: 2, height: 1 });

  expect(found).toMatchObject({ compared: 0.5, differing: 0, mean: 0 });
  expect([...found.data].filter((_, i) => i % 4 === 3)).toEqual([0, 255, 255, 0]);
  expect(describeDifference(found)).toBe(
    'No pixel differs. Compared where both lie: 50.0 % of it.',
  );
});

test('amplified differences end at white and leave opacity alone', () => {
  const data = Uint8ClampedArray.from([0, 3, 100, 255, 1, 1, 1, 0]);

  expect([...amplify({ data }, 4)]).toEqual([0, 12, 255, 255, 4, 4, 4, 0]);
});

test('a picture of another shape lies in the middle of the frame, or is stretched over it', () => {
  const frame = { width: 400, height: 400 };

  expect(fitInto({ width: 800, height: 400 }, frame, 'shape')).toEqual({
    x: 0,
    y: 100,
    width: 400,
    height: 200,
  });
  expect(fitInto({ width: 800, height: 400 }, frame, 'stretch')).toEqual({
    x: 0,
    y: 0,
    ...frame,
  });
  expect(wholePixels({ x: 0.5, y: 100, width: 399, height: 200.9 })).toEqual({
    x: 1,
    y: 100,
    width: 398,
    height: 200,
  });
});

test('shapes are the same when only rounding parts them; frames are capped on their longer side', () => {
  expect(isSameShape({ width: 1024, height: 683 }, { width: 512, height: 341 })).toBe(true);
  expect(isSameShape({ width: 512, height: 512 }, { width: 512, height: 500 })).toBe(false);
  expect(capFrame({ width: 4000, height: 1000 }, 1600)).toEqual({ width: 1600, height: 400 });
  expect(capFrame({ width: 40, height: 10 }, 1600)).toEqual({ width: 40, height: 10 });
});

test('the swipe line makes way for a marked part, and stays where the part is seen', () => {
  const part = { x: 0.2, y: 0, w: 0.1, h: 1 };

  expect(splitBeside(0.5, part, false, true)).toBe(0.5); // it ends at 0.3, left of the line
  expect(splitBeside(0.25, part, false, true)).toBe(0.31);
  expect(splitBeside(0.5, part, true, true)).toBe(0.19);
  expect(splitBeside(0.1, part, true, true)).toBe(0.1);
  expect(splitBeside(0.5, { ...part, x: 0, w: 1 }, true, true)).toBe(0);
});

test('where only a part of the frame is seen, the line leaves all of it to the marked picture', () => {
  const part = { x: 0.2, y: 0, w: 0.1, h: 1 };

  expect(splitBeside(0.5, part, false, false)).toBe(1);
  expect(splitBeside(0.5, part, true, false)).toBe(0);
});
