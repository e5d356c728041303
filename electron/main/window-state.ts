import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const WindowState = z.object({
  x: z.int().exactOptional(),
  y: z.int().exactOptional(),
  width: z.int().min(640).max(20_000),
  height: z.int().min(480).max(20_000),
  isMaximized: z.boolean(),
});
export type WindowState = z.infer<typeof WindowState>;

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const DEFAULT: WindowState = { width: 1440, height: 900, isMaximized: false };

/**
 * The window's last place; the default when there is none, or when it cannot be read.
 *
 * @param screens  work areas of the screens there are now: a place on a screen that is gone is dropped
 */
export function loadWindowState(file: string, screens: readonly Area[]): WindowState {
  let state: WindowState;
  try {
    state = WindowState.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return DEFAULT; // the first start, or a file that somebody edited
  }
  if (screens.some((screen) => isVisible(state, screen))) return state;
  const { width, height, isMaximized } = state;
  return { width, height, isMaximized };
}

function isVisible({ x, y, width }: WindowState, screen: Area): boolean {
  if (x === undefined || y === undefined) return false;
  const titleBarIsOnIt = y >= screen.y && y < screen.y + screen.height;
  return titleBarIsOnIt && x + width > screen.x + 80 && x < screen.x + screen.width - 80;
}

/** @throws what node:fs throws, e.g. on a full disk; the caller decides that it does not matter */
export function saveWindowState(file: string, state: WindowState): void {
  writeFileSync(file, JSON.stringify(state));
}
