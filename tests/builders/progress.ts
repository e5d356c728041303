import { ImportProgress } from '../../shared/model/import.ts';

/** A message of `import-process.ts`. */
export function importProgressOf(message: unknown): ImportProgress {
  return ImportProgress.parse(message);
}
