import { z } from 'zod';

/** A project is a folder that holds one SQLite file, run logs and caches; media stay where they are. */
export const Project = z.object({
  dir: z.string(),
  name: z.string(),
  isDemo: z.boolean(),
  isReadOnly: z.boolean(),
  instances: z.int().min(0),
  responses: z.int().min(0),
  models: z.array(z.string()),
  problems: z.int().min(0),
  /** Search index: how many instances are still to be indexed behind the open app; 0 = complete. */
  searchPending: z.int().min(0),
});
export type Project = z.infer<typeof Project>;

export const RecentProject = z.object({
  dir: z.string(),
  name: z.string(),
  openedAt: z.iso.datetime(),
  exists: z.boolean(),
});
export type RecentProject = z.infer<typeof RecentProject>;
