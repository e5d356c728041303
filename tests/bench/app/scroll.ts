import type { Page } from '@playwright/test';

/** What a scroll through the whole table showed. */
export interface ScrollResult {
  /** The longest that a row in sight waited for its data. */
  readonly longestBlankMs: number;
  readonly mostElements: number;
}

const DURATION_MS = 15_000;

/** Scrolls the table from its first row to its last, evenly, and looks at every frame. */
export async function scrollThrough(page: Page): Promise<ScrollResult> {
  return page.evaluate(async (durationMs) => {
    const grid = document.querySelector('[role="grid"]');
    if (grid === null) throw new Error('there is no table');
    const blankSince = new Map<string, number>();
    let longestBlankMs = 0;
    let mostElements = 0;
    const start = performance.now();
    for (let now = start; now - start < durationMs; now = performance.now()) {
      grid.scrollTop = (grid.scrollHeight * (now - start)) / durationMs;
      await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
      const seen = performance.now();
      const box = grid.getBoundingClientRect();
      const blank = [...grid.querySelectorAll('[role="row"][data-index]')].filter((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        const isInSight = bottom > box.top && top < box.bottom;
        return isInSight && row.querySelector('[aria-label="Loading"]') !== null;
      });
      const ids = new Set(blank.map((row) => row.getAttribute('data-index') ?? ''));
      for (const id of ids) if (!blankSince.has(id)) blankSince.set(id, seen);
      for (const [id, since] of blankSince) {
        if (ids.has(id)) continue;
        longestBlankMs = Math.max(longestBlankMs, seen - since);
        blankSince.delete(id);
      }
      mostElements = Math.max(mostElements, document.querySelectorAll('*').length);
    }
    return { longestBlankMs, mostElements };
  }, DURATION_MS);
}
