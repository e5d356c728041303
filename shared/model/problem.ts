import { z } from 'zod';

/** How much a problem matters: `error` lost something, `warning` needs a look, `info` was repaired. */
export const Severity = z.enum(['error', 'warning', 'info']);
export type Severity = z.infer<typeof Severity>;

/** Things the loader reports that are not among the 22 numbered quirks. */
export const PROBLEM_CODES = [
  'quirk', // one of the numbered quirks; `quirk` says which
  'unreadable-folder',
  'unreadable-file',
  'no-record',
  'truncated-json',
  'line-too-long',
  'symlink-loop',
  'path-refused', // `..` or absolute, outside the opened folders
  'bad-record', // parsed, but not of the record's shape
  'unmatched-response', // a prediction for an instance that the dataset does not have
  'duplicate-response',
  'bad-score',
] as const;
export const ProblemCode = z.enum(PROBLEM_CODES);
export type ProblemCode = z.infer<typeof ProblemCode>;

/**
 * Something noticed while reading a file. Nothing is dropped without one of these.
 *
 * - `quirk`: number in `unim-format.md`, 1..22, when `code` is `quirk`;
 * - `line`: 1-based line where the record or the value begins; absent for whole-file problems;
 * - `key`: instance key, when known; `message`: what was done, what is wrong, what to do.
 */
export const Problem = z.object({
  code: ProblemCode,
  quirk: z.int().min(1).max(22).optional(),
  severity: Severity,
  file: z.string(),
  line: z.int().min(1).optional(),
  key: z.string().optional(),
  message: z.string(),
});
export type Problem = z.infer<typeof Problem>;
