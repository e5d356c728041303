import { z } from 'zod';

/** Words that stand in a film for a while. */
export const Cue = z.object({
  fromMs: z.number().min(0),
  toMs: z.number().min(0),
  /** Plain, lines parted by `\n`. */
  text: z.string(),
});
export type Cue = z.infer<typeof Cue>;

/** Captions or subtitles of a film or a sound: of a file beside it, or out of itself. */
export const CaptionTrack = z.object({
  /** For people: the name of the file, or what the film says of the track. */
  label: z.string(),
  /** As written, e.g. `en`. */
  language: z.string().optional(),
  /** In the order of their beginnings; they may overlap. */
  cues: z.array(Cue),
  /** Something that was left out, e.g. cues without a time. */
  warning: z.string().optional(),
});
export type CaptionTrack = z.infer<typeof CaptionTrack>;
