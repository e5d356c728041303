import type { ImportProgress, ImportRequest } from '../../../../shared/model/import.ts';

/** What the worker is started with. `cancel` holds the flag of `cancel.ts`. */
export interface WorkerStart {
  readonly file: string;
  readonly cancel: SharedArrayBuffer;
}

export type ToWorker =
  | { readonly kind: 'import'; readonly importId: string; readonly request: ImportRequest }
  /** Derive figures again, where settings changed. */
  | { readonly kind: 'derive' }
  /** Build the search index, as far as it is not complete. */
  | { readonly kind: 'index' }
  | { readonly kind: 'close' };

export type FromWorker =
  | { readonly kind: 'progress'; readonly progress: ImportProgress }
  | { readonly kind: 'search'; readonly pending: number }
  /** Figures were derived again. */
  | { readonly kind: 'derived' }
  /** Work failed outside of an import, or in a way nobody expected. */
  | {
      readonly kind: 'error';
      readonly code: string;
      readonly message: string;
      readonly stack?: string;
    };

/** An import of which nothing is known yet. */
export function firstProgress(importId: string): ImportProgress {
  return {
    importId,
    phase: 'reading',
    filesTotal: 0,
    filesDone: 0,
    filesUnchanged: 0,
    bytesTotal: 0,
    bytesDone: 0,
    instances: 0,
    responses: 0,
    problems: 0,
    seconds: 0,
  };
}
