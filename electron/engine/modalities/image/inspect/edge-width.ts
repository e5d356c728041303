// Blur that does not depend on contrast: how many pixels an edge takes, not how high it is.
import type { Plane } from '../../../media/decode/colour-image.ts';

const MIN_HEIGHT = 8; // levels: below it an edge is rounding and noise
const HEIGHT_SHARE = 0.5; // of the standard deviation of the levels
const MIN_EDGES = 100; // fewer say nothing of a picture
const BINS_PER_PIXEL = 20;
const MAX_WIDTH = 64; // pixels; wider ones count as that

/** Widths of the edges of a picture in pixels, at least 1. */
export interface EdgeWidths {
  /** Half of the edges are narrower. */
  readonly median: number;
  /** A tenth of the edges is narrower: what is in focus, where anything is. */
  readonly sharpest: number;
  readonly edges: number;
}

/**
 * Edges are runs of rising or falling levels along rows and columns; their width is their height over
 * their steepest step. An ideal step has 1, one under a Gaussian blur of σ pixels √(2π)·σ = 2.5 σ.
 *
 * @param plane  0..255
 * @param contrast  standard deviation of its levels: edges lower than half of it are left out
 * @returns undefined for a picture with fewer than 100 edges
 * @source after Marziliano, Dufaux, Winkler, Ebrahimi: A no-reference perceptual blur metric (2002).
 *   We differ: the steepest step instead of the distance of the extrema, both directions
 */
export function edgeWidthsOf(plane: Plane, contrast: number): EdgeWidths | undefined {
  const { width, height, data } = plane;
  const least = Math.max(MIN_HEIGHT, HEIGHT_SHARE * contrast);
  const across = new Runs(1, least);
  const down = new Runs(width, least);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (x > 0) across.step(0, data[i]! - data[i - 1]!);
      if (y > 0) down.step(x, data[i]! - data[i - width]!);
    }
    across.end(0);
  }
  for (let x = 0; x < width; x++) down.end(x);
  const histogram = across.widths.map((count, i) => count + down.widths[i]!);
  const edges = histogram.reduce((sum, count) => sum + count, 0);
  if (edges < MIN_EDGES) return undefined;
  return {
    median: quantile(histogram, edges / 2),
    sharpest: quantile(histogram, edges / 10),
    edges,
  };
}

/** Runs along parallel lines that are read side by side. */
class Runs {
  readonly widths = new Float64Array(MAX_WIDTH * BINS_PER_PIXEL + 1);
  private readonly rise: Float64Array;
  private readonly steepest: Float64Array;
  private readonly least: number;

  constructor(lines: number, least: number) {
    this.rise = new Float64Array(lines);
    this.steepest = new Float64Array(lines);
    this.least = least;
  }

  step(line: number, difference: number): void {
    const rise = this.rise[line]!;
    if (rise * difference <= 0) {
      this.end(line);
      this.rise[line] = difference;
      this.steepest[line] = Math.abs(difference);
      return;
    }
    this.rise[line] = rise + difference;
    const size = Math.abs(difference);
    if (size > this.steepest[line]!) this.steepest[line] = size;
  }

  end(line: number): void {
    const height = Math.abs(this.rise[line]!);
    if (height >= this.least) {
      const pixels = Math.min(height / this.steepest[line]!, MAX_WIDTH);
      this.widths[Math.round(pixels * BINS_PER_PIXEL)]! += 1;
    }
    this.rise[line] = 0;
  }
}

function quantile(histogram: Float64Array, rank: number): number {
  let bin = 0;
  for (let sum = histogram[0]!; sum < rank; sum += histogram[bin]!) bin++;
  return bin / BINS_PER_PIXEL;
}
