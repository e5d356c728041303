import { z } from 'zod';

/** A view of the instances that was given a name: what stands in the address behind `#/instances?`. */
export const SavedView = z.object({
  id: z.int().min(1),
  /** Unique in the project, whatever the case. */
  name: z.string().trim().min(1).max(120),
  /** The query of the address, without the question mark; may be empty. */
  query: z.string().max(8000),
  /** ISO 8601. */
  savedAt: z.string(),
});
export type SavedView = z.infer<typeof SavedView>;
