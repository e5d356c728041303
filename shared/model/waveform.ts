import { z } from 'zod';

/** A file's sound in so many bins. */
export const WaveformRequest = z.object({
  mediaId: z.string(),
  bins: z.int().min(16).max(8192),
  /** A first waveform within a fraction of a second, of a long file from places spread over it. */
  isQuick: z.boolean().default(false),
});
export type WaveformRequest = z.input<typeof WaveformRequest>;

/** How loud a file is over its time. */
export const Waveform = z.object({
  durationMs: z.number(),
  channels: z.int(),
  sampleRateHz: z.number(),
  /** Largest absolute amplitude of each bin over all channels, each in [0, 1]. */
  peaks: z.array(z.number()),
  /** Share of the sound that was looked at, in [0, 1]; below 1 short events can be missing. */
  coverage: z.number(),
  /** False where asking again without haste gives all of it. */
  isComplete: z.boolean(),
});
export type Waveform = z.infer<typeof Waveform>;
