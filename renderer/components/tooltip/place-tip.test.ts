import { expect, test } from 'vitest';
import { placeTip } from './place-tip.ts';

const page = { width: 1000, height: 600 };
const tip = { width: 100, height: 24 };

test('a tooltip stands centred below its anchor', () => {
  expect(placeTip({ left: 480, top: 100, width: 40, height: 20 }, tip, page)).toEqual({
    left: 450,
    top: 126,
  });
});

test('at an edge it stays on the page', () => {
  expect(placeTip({ left: 0, top: 10, width: 20, height: 20 }, tip, page).left).toBe(6);
  expect(placeTip({ left: 990, top: 10, width: 10, height: 20 }, tip, page).left).toBe(894);
});

test('without room below it stands above', () => {
  expect(placeTip({ left: 480, top: 580, width: 40, height: 20 }, tip, page).top).toBe(550);
});
