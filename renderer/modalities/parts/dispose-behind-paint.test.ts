import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { disposeBehindPaint } from './dispose-behind-paint.ts';

const gone = { isConnected: false } as Element;
const there = { isConnected: true } as Element;
let frames: FrameRequestCallback[] = [];

function drawFrame(): void {
  const now = frames;
  frames = [];
  for (const callback of now) callback(0);
}

beforeEach(() => {
  vi.useFakeTimers();
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => frames.push(callback));
});
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('what something else takes the place of is disposed of at once', () => {
  const dispose = vi.fn();

  disposeBehindPaint(there, dispose);

  expect(dispose).toHaveBeenCalledOnce();
});

test('what is gone is disposed of behind the next paint, one thing at a time', () => {
  const order: string[] = [];
  disposeBehindPaint(gone, () => order.push('film'));
  disposeBehindPaint(gone, () => order.push('model'));

  drawFrame();
  expect(order).toEqual([]); // the frame that shows the next instance is being drawn
  drawFrame();
  vi.advanceTimersToNextTimer();
  expect(order).toEqual(['film']);
  vi.advanceTimersToNextTimer();
  expect(order).toEqual(['film', 'model']);
});

test('in a page that is not drawn it is disposed of all the same', () => {
  const dispose = vi.fn();

  disposeBehindPaint(gone, dispose);
  vi.runAllTimers();

  expect(dispose).toHaveBeenCalledOnce();
});

test('one that fails keeps no other from being disposed of', () => {
  const dispose = vi.fn();
  disposeBehindPaint(gone, () => {
    throw new Error('no context');
  });
  disposeBehindPaint(gone, dispose);

  drawFrame();
  drawFrame();
  expect(() => vi.advanceTimersToNextTimer()).toThrow('no context');
  vi.runAllTimers();

  expect(dispose).toHaveBeenCalledOnce();
});
