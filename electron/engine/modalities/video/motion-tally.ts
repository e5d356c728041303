// What changes from frame to frame, from small grey frames as they come; a few numbers a frame are
// kept, never a frame but the last.

/** One frame against the one before it. */
export interface FrameStep {
  /**
   * Mean difference of the levels once the change of their mean is taken off, so that a flash is
   * no motion. Absent for the first frame of a stretch.
   */
  readonly change?: number;
  readonly isBlack: boolean;
  /** Shows nothing that the frame before does not show. */
  readonly isDuplicate: boolean;
  /** Mean levels of the parts of the frame, for flicker. */
  readonly parts: Float32Array;
}

const PARTS = 4; // a side: 16 parts
const BLACK_LEVEL = 32;
const BLACK_SHARE = 0.99;
const SAME_MEAN = 0.2; // levels of 255: below what encoding makes of a standing picture
const SAME_TILE = 2;
const TILE = 8;

/** Looks at the frames of one stretch, in order. */
export class MotionTally {
  readonly steps: FrameStep[] = [];
  readonly width: number;
  readonly height: number;
  private readonly last: Uint8Array;
  private lastLevel = 0;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.last = new Uint8Array(width * height);
  }

  /** Takes a frame; the bytes may be used again after the call. */
  add(frame: Uint8Array): void {
    const isFirst = this.steps.length === 0;
    const level = meanOf(frame);
    const found = isFirst ? undefined : this.compare(frame, level - this.lastLevel);
    this.steps.push({
      ...(found !== undefined && { change: found.change }),
      isBlack: isBlack(frame),
      isDuplicate: found !== undefined && found.mean < SAME_MEAN && found.worstTile < SAME_TILE,
      parts: this.partMeans(frame),
    });
    this.last.set(frame);
    this.lastLevel = level;
  }

  /** Mean differences, with and without the change of the level, and of the tile that differs most. */
  private compare(frame: Uint8Array, shift: number) {
    const { width, height, last } = this;
    let total = 0;
    let shifted = 0;
    let worstTile = 0;
    for (let top = 0; top < height; top += TILE) {
      const bottom = Math.min(top + TILE, height);
      for (let left = 0; left < width; left += TILE) {
        const right = Math.min(left + TILE, width);
        let sum = 0;
        for (let y = top; y < bottom; y++) {
          for (let i = y * width + left; i < y * width + right; i++) {
            const difference = (frame[i] ?? 0) - (last[i] ?? 0);
            sum += Math.abs(difference);
            shifted += Math.abs(difference - shift);
          }
        }
        total += sum;
        worstTile = Math.max(worstTile, sum / ((bottom - top) * (right - left)));
      }
    }
    return { mean: total / frame.length, change: shifted / frame.length, worstTile };
  }

  private partMeans(frame: Uint8Array): Float32Array {
    const { width, height } = this;
    const sums = new Float32Array(PARTS * PARTS);
    const counts = new Float32Array(PARTS * PARTS);
    for (let y = 0; y < height; y++) {
      const row = Math.floor((y * PARTS) / height) * PARTS;
      for (let x = 0; x < width; x++) {
        const part = row + Math.floor((x * PARTS) / width);
        sums[part] = (sums[part] ?? 0) + (frame[y * width + x] ?? 0);
        counts[part] = (counts[part] ?? 0) + 1;
      }
    }
    return sums.map((sum, part) => sum / Math.max(1, counts[part] ?? 0));
  }
}

function meanOf(frame: Uint8Array): number {
  let sum = 0;
  for (const level of frame) sum += level;
  return sum / frame.length;
}

function isBlack(frame: Uint8Array): boolean {
  let dark = 0;
  for (const level of frame) if (level < BLACK_LEVEL) dark++;
  return dark >= frame.length * BLACK_SHARE;
}
