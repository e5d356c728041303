import { z } from 'zod';
import { InstanceMode } from './filter.ts';

/** How many instances a mode gives, of those that pass everything else. */
export const ModeCount = z.object({
  mode: InstanceMode,
  count: z.int().min(0),
  /** What the mode asks for, in words and with its figures, e.g. `SC at least 0.8, GQ …`. */
  means: z.string(),
  /** Why it cannot be told; the count is then 0. */
  unavailable: z.string().optional(),
});
export type ModeCount = z.infer<typeof ModeCount>;

/** All modes in their order. */
export const ModeCounts = z.object({
  modes: z.array(ModeCount),
  /** What A and B are compared by; absent where they have no metric in common. */
  metric: z.string().optional(),
  /** Names of the first two models chosen. */
  a: z.string().optional(),
  b: z.string().optional(),
});
export type ModeCounts = z.infer<typeof ModeCounts>;
