// A short stretch is read whole. A long one is looked at through windows spread over it: one place a
// column, in an order in which any number of them is spread evenly, so that the work can stop after a
// fraction of a second with a coarse picture of the whole.
import {
  SPECTROGRAM_FLOOR_DB,
  type Spectrogram,
  type SpectrogramScale,
} from '../../../../shared/model/spectrogram.ts';
import { endOfHaste, peakOf, roundPeak, spreadOrder } from '../sound/places.ts';
import type { SoundReader, SoundStretch } from '../sound/sound-reader.ts';
import { createSpectrumMaker, type SpectrumMaker } from './spectrum.ts';

/** What is wanted of a file. */
export interface SpectrogramOrder {
  readonly fromMs: number;
  readonly toMs?: number | undefined;
  readonly columns: number;
  readonly rows: number;
  readonly scale: SpectrogramScale;
  readonly isQuick: boolean;
}

/** Whole stretches are read up to this length, in haste only up to the shorter one. */
export const WHOLE_MOST_S = 600;
export const HASTY_WHOLE_MOST_S = 20;
const CHUNK_S = 20;
const WINDOWS_A_PLACE = 4;

/** Columns that are filled one by one; powers of a column stand together. */
interface Canvas {
  readonly powers: Float32Array;
  readonly peaks: Float32Array;
  samplesSeen: number;
}

/**
 * @param now  milliseconds of a clock, for the time limit of a hasty picture
 * @param askedMs  when it was asked for, on that clock: what came before is part of the limit
 */
export async function makeSpectrogram(
  sound: SoundReader,
  order: SpectrogramOrder,
  now: () => number,
  askedMs = now(),
): Promise<Spectrogram> {
  const { columns, rows, scale, isQuick } = order;
  const { durationS, sampleRateHz } = sound;
  const toS = Math.min(durationS, (order.toMs ?? Infinity) / 1000);
  const fromS = Math.max(0, Math.min(order.fromMs / 1000, toS - 1 / sampleRateHz));
  const maker = createSpectrumMaker(sampleRateHz, rows, scale);
  const canvas: Canvas = {
    powers: new Float32Array(rows * columns),
    peaks: new Float32Array(columns),
    samplesSeen: 0,
  };
  const stretch = { fromS, columnS: (toS - fromS) / columns, columns, rows };
  const isWhole = toS - fromS <= (isQuick ? HASTY_WHOLE_MOST_S : WHOLE_MOST_S);
  const seen = isWhole
    ? await fillWhole(sound, maker, canvas, stretch)
    : await fillPlaces(
        sound,
        maker,
        canvas,
        stretch,
        isQuick ? endOfHaste(askedMs, now()) : Infinity,
        now,
      );
  return {
    fromMs: fromS * 1000,
    toMs: toS * 1000,
    durationMs: durationS * 1000,
    sampleRateHz,
    columns,
    rows,
    scale,
    highHz: sampleRateHz / 2,
    levels: Buffer.from(toLevels(canvas.powers, columns, rows)).toString('base64'),
    peaks: Array.from(canvas.peaks, roundPeak),
    coverage: isWhole ? 1 : Math.min(1, canvas.samplesSeen / ((toS - fromS) * sampleRateHz)),
    isComplete: isWhole || (seen === columns && toS - fromS > WHOLE_MOST_S),
  };
}

interface Columns {
  readonly fromS: number;
  readonly columnS: number;
  readonly columns: number;
  readonly rows: number;
}

async function fillWhole(
  sound: SoundReader,
  maker: SpectrumMaker,
  canvas: Canvas,
  { fromS, columnS, columns, rows }: Columns,
): Promise<number> {
  const marginS = maker.size / sound.sampleRateHz;
  const atOnce = Math.max(1, Math.floor(CHUNK_S / columnS));
  const windows = Math.ceil((columnS * sound.sampleRateHz) / (maker.size / 2));
  for (let first = 0; first < columns; first += atOnce) {
    const last = Math.min(columns, first + atOnce);
    const startS = fromS + first * columnS;
    const lengthS = (last - first) * columnS + 2 * marginS;
    const part = await sound.read(Math.max(0, startS - marginS), lengthS);
    for (let column = first; column < last; column++) {
      const beginS = fromS + column * columnS;
      const centres = Array.from(
        { length: windows },
        (_, i) => beginS + ((i + 0.5) * columnS) / windows,
      );
      addWindows(part, sound.sampleRateHz, maker, centres, rowsOf(canvas.powers, column, rows));
      canvas.peaks[column] = peakOf(part, sound.sampleRateHz, beginS, beginS + columnS).peak;
    }
  }
  return columns;
}

async function fillPlaces(
  sound: SoundReader,
  maker: SpectrumMaker,
  canvas: Canvas,
  { fromS, columnS, columns, rows }: Columns,
  endsAt: number,
  now: () => number,
): Promise<number> {
  const windowS = maker.size / sound.sampleRateHz;
  const isFilled = new Uint8Array(columns);
  let seen = 0;
  for (const column of spreadOrder(columns)) {
    if (seen > 0 && now() > endsAt) break;
    const beginS = fromS + column * columnS;
    const part = await sound.read(beginS + columnS / 2 - windowS / 2, windowS);
    const length = (part.channels[0]?.length ?? 0) / sound.sampleRateHz;
    const low = Math.max(beginS, part.startS);
    const high = Math.min(beginS + columnS, part.startS + length);
    const windows = Math.min(WINDOWS_A_PLACE, Math.max(1, Math.floor((high - low) / windowS)));
    const stepS = (high - low) / windows;
    const centres = Array.from({ length: windows }, (_, i) => low + (i + 0.5) * stepS);
    addWindows(part, sound.sampleRateHz, maker, centres, rowsOf(canvas.powers, column, rows));
    const { peak, samples } = peakOf(part, sound.sampleRateHz, beginS, beginS + columnS);
    canvas.peaks[column] = peak;
    canvas.samplesSeen += samples;
    isFilled[column] = 1;
    seen += 1;
  }
  spreadOut(canvas, isFilled, rows);
  return seen;
}

const rowsOf = (powers: Float32Array, column: number, rows: number): Float32Array =>
  powers.subarray(column * rows, (column + 1) * rows);

/** Columns that were not looked at show what was seen to their left; the first one always was. */
function spreadOut({ powers, peaks }: Canvas, isFilled: Uint8Array, rows: number): void {
  for (let column = 1; column < isFilled.length; column++) {
    if (isFilled[column] === 1) continue;
    powers.copyWithin(column * rows, (column - 1) * rows, column * rows);
    peaks[column] = peaks[column - 1]!;
  }
}

function addWindows(
  { startS, channels }: SoundStretch,
  sampleRateHz: number,
  maker: SpectrumMaker,
  centresS: readonly number[],
  into: Float32Array,
): void {
  const [left, right] = channels;
  if (left === undefined || left.length === 0) return;
  const starts = centresS.map((s) => Math.round((s - startS) * sampleRateHz) - maker.size / 2);
  if (right !== undefined) {
    for (const start of starts) maker.add(left, start, into, right, start, into);
    return;
  }
  for (let i = 0; i < starts.length; i += 2) {
    const second = starts[i + 1];
    maker.add(left, starts[i]!, into, second === undefined ? undefined : left, second ?? 0, into);
  }
}

function toLevels(powers: Float32Array, columns: number, rows: number): Uint8Array {
  const levels = new Uint8Array(columns * rows);
  for (let column = 0; column < columns; column++) {
    for (let row = 0; row < rows; row++) {
      const db = 10 * Math.log10(powers[column * rows + row]! + 1e-20);
      const share = 1 - db / SPECTROGRAM_FLOOR_DB;
      levels[row * columns + column] = Math.round(255 * Math.min(1, Math.max(0, share)));
    }
  }
  return levels;
}
