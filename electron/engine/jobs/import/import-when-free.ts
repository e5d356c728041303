import { AppError, ErrorCode } from '../../../../shared/api/errors.ts';
import type { ImportRequest } from '../../../../shared/model/import.ts';
import type { ImportRunner } from './import-runner.ts';

/** Imports as soon as no other import runs, and waits for its end. @throws AppError with what ended it */
export async function importWhenFree(
  runner: Pick<ImportRunner, 'start' | 'settled'>,
  request: ImportRequest,
): Promise<void> {
  for (;;) {
    await runner.settled();
    try {
      runner.start(request);
      break;
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'busy') throw error;
    }
  }
  const last = await runner.settled();
  if (last?.error === undefined) return;
  const { code, message } = last.error;
  const known = ErrorCode.safeParse(code);
  throw new AppError(known.success ? known.data : 'internal', message);
}
