// Steps across the borders of an 8 × 8 grid against the steps inside, wherever the grid begins: a
// picture cut out of a JPEG has its grid shifted.
import type { Plane } from '../../../media/decode/colour-image.ts';

const GRID = 8; // block of JPEG, MPEG and most codecs
const EDGE = 32; // levels: a larger step is an edge of what is shown, not of a block
const FLOOR = 0.1; // levels added to both sides, so that a picture without steps gives 1

/** The strongest grid of a picture. */
export interface Blockiness {
  /** Mean step on the grid over mean step beside it, both directions; 1 = no grid. */
  readonly ratio: number;
  /** Mean step on the grid over the largest of the other phases, the lesser direction's. */
  readonly lead: number;
  /** Column and row at which the first block begins, 0..7. */
  readonly left: number;
  readonly top: number;
}

/**
 * @param plane  0..255; sides of at least 24 pixels
 * @returns undefined for a smaller picture
 * @source the idea of Wang, Sheikh, Bovik: No-reference perceptual quality assessment of JPEG
 *   compressed images (2002). We differ: slopes are taken off the steps, edges left out, all phases
 *   of the grid tried
 */
export function blockinessOf(plane: Plane): Blockiness | undefined {
  const { width, height } = plane;
  if (width < 3 * GRID || height < 3 * GRID) return undefined;
  const columns = new Steps();
  const rows = new Steps();
  for (let y = 2; y + 1 < height; y++) addRow(plane, y, columns, rows);
  const across = columns.strongest();
  const down = rows.strongest();
  return {
    ratio: (across.ratio + down.ratio) / 2,
    lead: Math.min(across.lead, down.lead),
    left: across.phase,
    top: down.phase,
  };
}

/** Sums of steps by their place on the grid. */
class Steps {
  readonly sums = new Float64Array(GRID);
  readonly counts = new Float64Array(GRID);

  strongest() {
    const means = Array.from(this.sums, (sum, i) => sum / Math.max(1, this.counts[i]!) + FLOOR);
    const most = Math.max(...means);
    const phase = means.indexOf(most);
    const others = means.filter((_, i) => i !== phase);
    const inside = others.reduce((total, one) => total + one, 0) / others.length;
    return { phase, ratio: most / inside, lead: most / Math.max(...others) };
  }
}

/** Adds the steps of one row to the left (by column) and upwards (by row). */
function addRow({ width, data }: Plane, y: number, columns: Steps, rows: Steps): void {
  const row = y * width;
  let sum = 0;
  let count = 0;
  for (let x = 2; x + 1 < width; x++) {
    const i = row + x;
    const here = data[i]!;
    const left = data[i - 1]!;
    const above = data[i - width]!;
    const stepX = Math.abs(here - left - (left - data[i - 2]! + data[i + 1]! - here) / 2);
    const stepY = Math.abs(
      here - above - (above - data[i - 2 * width]! + data[i + width]! - here) / 2,
    );
    if (stepX < EDGE) {
      columns.sums[x % GRID]! += stepX;
      columns.counts[x % GRID]! += 1;
    }
    if (stepY < EDGE) {
      sum += stepY;
      count += 1;
    }
  }
  rows.sums[y % GRID]! += sum;
  rows.counts[y % GRID]! += count;
}
