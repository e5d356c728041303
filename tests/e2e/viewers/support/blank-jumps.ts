import type { Locator } from '@playwright/test';

/**
 * Jumps through a virtual list in forty steps and looks at the first frame after each.
 *
 * @returns after how many jumps that frame had no row in the middle
 */
export function countBlankJumps(area: Locator, row: string): Promise<number> {
  return area.evaluate(async (element, selector) => {
    let blank = 0;
    for (let step = 1; step <= 40; step++) {
      element.scrollTop = (element.scrollHeight * step) / 41;
      // scroll events come before the frame's callbacks, and what they change is in the same frame
      await new Promise((done) => requestAnimationFrame(done));
      const box = element.getBoundingClientRect();
      const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      if (!at?.closest(selector)) blank += 1;
    }
    return blank;
  }, row);
}
