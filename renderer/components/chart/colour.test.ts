import { expect, test } from 'vitest';
import { contrast, inkOn, mixColours } from './colour.ts';

test('a share of one colour in another, half way and at both ends', () => {
  expect(mixColours('#000000', '#ffffff', 0)).toBe('#000000');
  expect(mixColours('#000000', '#ff8000', 0.5)).toBe('#804000');
  expect(mixColours('#000', '#f80', 1)).toBe('#ff8800');
});

test('black on white has the highest contrast, a colour on itself none', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 6);
  expect(contrast('#5b49d6', '#5b49d6')).toBe(1);
});

test('the ink of any grey reads with at least 4.5 to 1', () => {
  for (let grey = 0; grey < 256; grey++) {
    const colour = `#${grey.toString(16).padStart(2, '0').repeat(3)}`;

    expect(contrast(colour, inkOn(colour)), colour).toBeGreaterThan(4.5);
  }
});

test('what is no colour is refused', () => {
  expect(() => mixColours('red', '#ffffff', 0.5)).toThrow('"red"');
});
