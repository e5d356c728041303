import { z } from 'zod';

/** A table as code sends it out; see `CodeTable`. */
export const SaidTable = z.object({
  title: z.string(),
  columns: z.array(z.string()).min(1).max(100),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))).max(10_000),
});
