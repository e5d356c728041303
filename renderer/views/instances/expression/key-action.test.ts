import { expect, test } from 'vitest';
import { keyAction } from './key-action.ts';

const open = { isEmpty: false, isOpen: true, options: 3, active: -1, hasPart: true };
const closed = { ...open, isOpen: false, options: 0 };
const press = (key: string, more: { ctrlKey?: boolean; shiftKey?: boolean } = {}) => ({
  key,
  ctrlKey: false,
  shiftKey: false,
  ...more,
});

test('arrows go round through the completions, and open them', () => {
  expect(keyAction(press('ArrowDown'), open)).toEqual({ kind: 'choose', index: 0 });
  expect(keyAction(press('ArrowDown'), { ...open, active: 2 })).toEqual({
    kind: 'choose',
    index: 0,
  });
  expect(keyAction(press('ArrowUp'), open)).toEqual({ kind: 'choose', index: 2 });
  expect(keyAction(press('ArrowUp'), { ...open, active: 1 })).toEqual({ kind: 'choose', index: 0 });
  expect(keyAction(press('ArrowDown'), closed)).toEqual({ kind: 'open' });
});

test('Tab takes the first completion of what was begun, and else leaves the field', () => {
  expect(keyAction(press('Tab'), open)).toEqual({ kind: 'accept', index: 0 });
  expect(keyAction(press('Tab'), { ...open, hasPart: false })).toBeUndefined();
  expect(keyAction(press('Tab', { shiftKey: true }), open)).toBeUndefined();
  expect(keyAction(press('Tab'), closed)).toBeUndefined();
});

test('Enter takes the completion that was chosen, and else filters', () => {
  expect(keyAction(press('Enter'), open)).toEqual({ kind: 'apply' });
  expect(keyAction(press('Enter'), { ...open, active: 1 })).toEqual({ kind: 'accept', index: 1 });
});

test('Escape closes, then clears, then leaves', () => {
  expect(keyAction(press('Escape'), open)).toEqual({ kind: 'close' });
  expect(keyAction(press('Escape'), closed)).toEqual({ kind: 'clear' });
  expect(keyAction(press('Escape'), { ...closed, isEmpty: true })).toEqual({ kind: 'leave' });
});

test('other keys type', () => {
  expect(keyAction(press(' '), open)).toBeUndefined();
  expect(keyAction(press('a'), open)).toBeUndefined();
});
