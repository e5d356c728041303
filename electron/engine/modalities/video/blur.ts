/** Levels of a grey picture, whole or not. */
interface Levels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Float32Array;
}

const SCALES = 3; // at full, half and quarter size: 9 pixels alone do not see a wide blur
const REACH = 4; // a box of 9 pixels
const BOX = 2 * REACH + 1;
const MIN_SIDE = 2 * BOX;

/**
 * How little of the differences between neighbours a further blur would take away, the mean over
 * three sizes; 0 sharp … 1 nothing left to blur. A flat picture is 1: it has no detail.
 *
 * @source Crete, Dolmiere, Ladret, Nicolas: The blur effect (2007), equations 1 to 7; sizes: ours
 */
export function blurOf(picture: Levels): number {
  const blurs: number[] = [];
  let level = picture;
  for (let scale = 0; scale < SCALES; scale++) {
    if (level.width < MIN_SIDE || level.height < MIN_SIDE) break;
    blurs.push(Math.max(blurOfRows(level), blurOfColumns(level)));
    level = halfOf(level);
  }
  return blurs.length === 0 ? 1 : blurs.reduce((sum, one) => sum + one, 0) / blurs.length;
}

function blurOfRows({ width, height, data }: Levels): number {
  let sharp = 0;
  let lost = 0;
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let i = row + REACH + 1; i < row + width - REACH; i++) {
      // two boxes that lie one pixel apart differ by the pixel that comes in and the one that goes
      const change = (data[i + REACH] ?? 0) - (data[i - REACH - 1] ?? 0);
      const difference = Math.abs((data[i] ?? 0) - (data[i - 1] ?? 0));
      sharp += difference;
      lost += Math.max(0, difference - Math.abs(change) / BOX);
    }
  }
  return sharp === 0 ? 1 : (sharp - lost) / sharp;
}

function blurOfColumns({ width, height, data }: Levels): number {
  let sharp = 0;
  let lost = 0;
  for (let y = REACH + 1; y < height - REACH; y++) {
    const row = y * width;
    for (let i = row; i < row + width; i++) {
      const change = (data[i + REACH * width] ?? 0) - (data[i - (REACH + 1) * width] ?? 0);
      const difference = Math.abs((data[i] ?? 0) - (data[i - width] ?? 0));
      sharp += difference;
      lost += Math.max(0, difference - Math.abs(change) / BOX);
    }
  }
  return sharp === 0 ? 1 : (sharp - lost) / sharp;
}

/** Half the size by means of four, unrounded: rounding would leave steps that are no detail. */
function halfOf({ width, height, data }: Levels): Levels {
  const half = { width: width >> 1, height: height >> 1 };
  const means = new Float32Array(half.width * half.height);
  for (let y = 0; y < half.height; y++) {
    let i = 2 * y * width;
    const row = y * half.width;
    for (let x = 0; x < half.width; x++, i += 2) {
      const upper = (data[i] ?? 0) + (data[i + 1] ?? 0);
      means[row + x] = (upper + (data[i + width] ?? 0) + (data[i + width + 1] ?? 0)) / 4;
    }
  }
  return { ...half, data: means };
}
