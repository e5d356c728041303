import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadWindowState, saveWindowState } from './window-state.ts';

const screen = { x: 0, y: 0, width: 1920, height: 1080 };
const size = { width: 1200, height: 800, isMaximized: false };
let dir: string;
let file: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'window-'));
  file = join(dir, 'window.json');
});
afterAll(() => rmSync(dir, { recursive: true }));

describe('the place of the window', () => {
  test('is kept', () => {
    saveWindowState(file, { ...size, x: 40, y: 50 });

    expect(loadWindowState(file, [screen])).toEqual({ ...size, x: 40, y: 50 });
  });

  test('is forgotten, but not its size, when its screen is gone', () => {
    saveWindowState(file, { ...size, x: 2500, y: 50 });

    expect(loadWindowState(file, [screen])).toEqual(size);
  });

  test.each(['', '{', '{"width": 1}', '[]'])('is the default when the file holds "%s"', (text) => {
    writeFileSync(file, text);

    expect(loadWindowState(file, [screen])).toMatchObject({ isMaximized: false });
  });

  test('is the default at the first start', () => {
    expect(loadWindowState(join(dir, 'none.json'), [screen]).width).toBeGreaterThan(640);
  });
});
