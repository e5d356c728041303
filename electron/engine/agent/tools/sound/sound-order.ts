import { z } from 'zod';

const Level = z.number().min(0).max(1);
const Seconds = z.number().min(0).max(300);

const Event = z
  .object({
    /** E.g. `C4`, `F#3`, `Bb2`. */
    note: z
      .string()
      .regex(/^[A-Ga-g](#|b)?-?\d$/, 'a note is a letter, perhaps # or b, and an octave: "F#3"')
      .optional(),
    frequencyHz: z.number().min(20).max(12_000).optional(),
    /** Where it glides to by its end. */
    toHz: z.number().min(20).max(12_000).optional(),
    rest: z.boolean().optional(),
    seconds: Seconds.optional(),
    beats: z.number().min(0).max(600).optional(),
    /** Seconds from the beginning; behind the event before it when absent. */
    at: Seconds.optional(),
    volume: Level.default(1),
  })
  .refine(
    ({ seconds, beats }) => seconds !== undefined || beats !== undefined,
    'needs "seconds" or "beats"',
  );

const Envelope = z
  .object({
    attack: Seconds.default(0.01),
    decay: Seconds.default(0.1),
    sustain: Level.default(0.7),
    release: Seconds.default(0.1),
  })
  .prefault({});

/** A sound as tracks of tones, noises and rests. */
export const SoundOrder = z.object({
  bpm: z.number().min(20).max(400).default(120),
  tracks: z
    .array(
      z.object({
        wave: z.enum(['sine', 'triangle', 'square', 'saw', 'noise', 'pink-noise']).default('sine'),
        volume: Level.default(0.8),
        envelope: Envelope,
        events: z.array(Event).min(1).max(4_000),
      }),
    )
    .min(1)
    .max(24),
});
export type SoundOrder = z.infer<typeof SoundOrder>;
export type SoundTrack = SoundOrder['tracks'][number];
export type SoundEvent = SoundTrack['events'][number];
