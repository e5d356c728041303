import { z } from 'zod';

/** How frequencies are spread over the rows: as they are heard, or evenly. */
export const SpectrogramScale = z.enum(['mel', 'linear']);
export type SpectrogramScale = z.infer<typeof SpectrogramScale>;

/** A stretch of a file as a picture of so many columns and rows. */
export const SpectrogramRequest = z.object({
  mediaId: z.string(),
  fromMs: z.number().min(0).default(0),
  /** Absent: to the end. */
  toMs: z.number().positive().optional(),
  columns: z.int().min(16).max(1024),
  rows: z.int().min(16).max(256),
  scale: SpectrogramScale.default('mel'),
  /** A first picture within a fraction of a second, from windows spread over a long stretch. */
  isQuick: z.boolean().default(false),
});

export type SpectrogramRequest = z.input<typeof SpectrogramRequest>;

/** Level of the byte 0, in dB below a sine of full scale; 255 is that sine. */
export const SPECTROGRAM_FLOOR_DB = -100;

/** How loud each frequency is at each time of a stretch. */
export const Spectrogram = z.object({
  fromMs: z.number(),
  toMs: z.number(),
  /** Of the whole file. */
  durationMs: z.number(),
  sampleRateHz: z.number(),
  columns: z.int(),
  rows: z.int(),
  scale: SpectrogramScale,
  /** Upper edge of the last row; the first one begins at 0. */
  highHz: z.number(),
  /** One byte a cell in base64, row after row, the lowest frequency first. */
  levels: z.string(),
  /** Largest absolute amplitude of each column, in [0, 1]. */
  peaks: z.array(z.number()),
  /** Share of the stretch that was looked at, in [0, 1]; below 1 short events can be missing. */
  coverage: z.number(),
  /** False where asking again without haste gives more. */
  isComplete: z.boolean(),
});
export type Spectrogram = z.infer<typeof Spectrogram>;

const toMel = (hertz: number): number => 2595 * Math.log10(1 + hertz / 700);
const fromMel = (mel: number): number => 700 * (10 ** (mel / 2595) - 1);

/** Frequency at a height of the picture. @param height  from the bottom, in [0, 1] */
export function hertzAt(scale: SpectrogramScale, height: number, highHz: number): number {
  return scale === 'linear' ? height * highHz : fromMel(height * toMel(highHz));
}

/** Height of a frequency in the picture, from the bottom, in [0, 1] for those in its range. */
export function heightOf(scale: SpectrogramScale, hertz: number, highHz: number): number {
  return scale === 'linear' ? hertz / highHz : toMel(hertz) / toMel(highHz);
}
