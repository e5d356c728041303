import { assert, describe, test } from 'vitest';
import { greyOf, greyPlane } from './grey.ts';
import { halfGreyPlane } from './half-scale.ts';

const grey = (width: number, height: number, ...data: number[]) =>
  ({ width, height, channels: 1, data: Uint8Array.from(data) }) as const;

describe('grey', () => {
  test('weighs red, green and blue in fixed point', () => {
    // (9798·200 + 19235·100 + 3735·50 + 16384) >> 15 = 124
    assert.equal(greyOf(200, 100, 50), 124);
  });

  test('keeps black, white and every grey', () => {
    for (let value = 0; value < 256; value++) assert.equal(greyOf(value, value, value), value);
  });

  test('of a colour picture is the grey of each pixel', () => {
    const data = Uint8Array.from([200, 100, 50, 0, 0, 0]);

    const plane = greyPlane({ width: 2, height: 1, channels: 3, data });

    assert.deepEqual([...plane.data], [124, 0]);
  });
});

describe('half scale', () => {
  test('of even sides is the mean of four, halves up', () => {
    // (1 + 2 + 3 + 4 + 2) >> 2 = 3
    assert.deepEqual([...halfGreyPlane(grey(2, 2, 1, 2, 3, 4)).data], [3]);
  });

  test('of an odd side reads between pixels', () => {
    // one pixel at (0 + 0.5)·3/1 − 0.5 = 1, the middle one
    assert.deepEqual([...halfGreyPlane(grey(3, 3, 0, 0, 0, 0, 90, 0, 0, 0, 0)).data], [90]);
  });

  test('of one colour is that colour', () => {
    const data = new Uint8Array(7 * 5 * 3).fill(77);

    const half = halfGreyPlane({ width: 7, height: 5, channels: 3, data });

    assert.deepEqual([half.width, half.height], [3, 2]);
    assert.isTrue(half.data.every((value) => value === 77));
  });
});
