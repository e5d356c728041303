import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createThrottle } from './throttle.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the first call works at once, the following ones together and later', () => {
  let worked = 0;
  const throttle = createThrottle(() => (worked += 1), 100);

  throttle.call();
  throttle.call();
  throttle.call();

  expect(worked).toBe(1);
  vi.advanceTimersByTime(100);
  expect(worked).toBe(2);
  vi.advanceTimersByTime(1000);
  expect(worked).toBe(2);
});

test('after a cancel nothing is left to come', () => {
  let worked = 0;
  const throttle = createThrottle(() => (worked += 1), 100);
  throttle.call();
  throttle.call();

  throttle.cancel();
  vi.advanceTimersByTime(1000);

  expect(worked).toBe(1);
});
