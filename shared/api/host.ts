import { z } from 'zod';

/** What a host can do is data, never `if (isElectron)`. */
export const HostInfo = z.object({
  name: z.enum(['desktop', 'browser', 'cli', 'test']),
  version: z.string(),
  platform: z.string(),
  capabilities: z.object({
    /** Native open dialogs; without them the app lists folders through `files.list`. */
    nativeDialogs: z.boolean(),
    revealFile: z.boolean(),
    openExternally: z.boolean(),
    /** Hands exported files to the browser (`export.place`); elsewhere they are written to a path. */
    downloads: z.boolean().optional(),
  }),
});
export type HostInfo = z.infer<typeof HostInfo>;

/** One folder of the engine's machine, for choosing what to open: folders and readable data files. */
export const FileListing = z.object({
  dir: z.string(),
  parent: z.string().optional(),
  entries: z.array(
    z.object({
      name: z.string(),
      path: z.string(),
      kind: z.enum(['folder', 'file']),
      sizeBytes: z.int().optional(),
      /** True for a folder that is a Loupe project. */
      isProject: z.boolean(),
    }),
  ),
});
export type FileListing = z.infer<typeof FileListing>;
