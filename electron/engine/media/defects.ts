// Defects of 3D models, found in a worker thread. The last few answers are kept in memory: a viewer
// that is opened again asks again, and they are made faster than a disk cache would be worth.
import { stat } from 'node:fs/promises';
import { AppError } from '../../../shared/api/errors.ts';
import type { ModelDefects } from '../../../shared/model/defects.ts';
import { createRecentCache } from '../recent-cache.ts';
import type { DefectQuestion } from './defects/defects.worker.ts';
import { extensionOf } from './mime-types.ts';
import { createThreadQueue } from './thread-queue.ts';

/** Finds defects; `close` ends the worker thread. */
export interface DefectReader {
  /** @throws AppError 'unsupported', 'unreadable' or 'not-found', with the reason */
  readonly read: (path: string, signal: AbortSignal) => Promise<ModelDefects>;
  readonly close: () => void;
}

const TIME_LIMIT_MS = 120_000;
const KEPT_ANSWERS = 8;

/** Makes the reader of one engine. */
export function createDefectReader(timeLimitMs = TIME_LIMIT_MS): DefectReader {
  const kept = createRecentCache<ModelDefects>(KEPT_ANSWERS);
  const queue = createThreadQueue<DefectQuestion, ModelDefects>({
    module: new URL('./defects/defects.worker.ts', import.meta.url),
    unwanted: 'The defects are no longer wanted.',
    limit: {
      ms: timeLimitMs,
      error: () =>
        new AppError(
          'unsupported',
          `Cannot look for defects: it took longer than ${timeLimitMs / 1000} s. The model is too large for it.`,
        ),
    },
  });
  return {
    async read(path, signal) {
      const { size, mtimeMs } = await stat(path);
      const key = JSON.stringify([path, size, mtimeMs]);
      const known = kept.find(key) ?? (await queue.ask({ path }, signal));
      if (extensionOf(path) === 'gltf') return known; // its vertices are in files of their own
      kept.keep(key, known);
      return known;
    },
    close: () => queue.close(),
  };
}
