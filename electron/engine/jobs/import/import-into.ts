import { AppError } from '../../../../shared/api/errors.ts';
import type { ImportProgress, ImportRequest } from '../../../../shared/model/import.ts';
import { countProject } from '../../db/counts.ts';
import { toAppError } from '../../db/errors.ts';
import { saveFact } from '../../db/facts.ts';
import type { WritableDb } from '../../db/handle.ts';
import { ImportCancelled, type CancelFlag } from './cancel.ts';
import { createProgress } from './progress.ts';
import { runImport } from './run-import.ts';

/**
 * Runs an import to its end, whichever that is: the last progress says `done`, `cancelled`, or
 * `failed` with the reason. The last progress is kept in the project for its report.
 *
 * @returns an error that nobody expected, after it was reported as failed: a bug, to be logged
 */
export async function importInto(
  db: WritableDb,
  importId: string,
  request: ImportRequest,
  cancel: CancelFlag,
  report: (progress: ImportProgress) => void,
): Promise<unknown> {
  const progress = createProgress(importId, figuresOf(db), () => performance.now(), report);
  try {
    await runImport(db, request, progress, cancel);
    const last = progress.close(figuresOf(db));
    saveFact(db, 'lastImport', JSON.stringify(last));
    report(last);
  } catch (error) {
    if (error instanceof ImportCancelled) return void progress.phase('cancelled');
    const known = toAppError(error, { doing: 'import into the project', path: db.name });
    if (known instanceof AppError) {
      return void progress.phase('failed', { code: known.code, message: known.message });
    }
    const message =
      'The import hit a bug in Loupe. What was read before is kept. The log has its trace; please report it.';
    progress.phase('failed', { code: 'internal', message });
    return error;
  }
  return undefined;
}

function figuresOf(db: WritableDb) {
  const { instances, responses, problems } = countProject(db);
  return { instances, responses, problems };
}
