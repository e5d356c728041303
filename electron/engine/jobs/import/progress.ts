import type { ImportProgress } from '../../../../shared/model/import.ts';

const INTERVAL_MS = 100;

/** Counts what an import does and reports it at most ten times a second, and whenever a phase ends. */
export interface ProgressTracker {
  readonly plan: (files: number, bytes: number) => void;
  readonly startFile: (path: string) => void;
  /** @param bytes  how far the current file has been read */
  readonly advance: (bytes: number) => void;
  readonly finishFile: (bytes: number, isUnchanged: boolean) => void;
  readonly add: (what: 'instances' | 'responses' | 'problems', count: number) => void;
  readonly phase: (phase: ImportProgress['phase'], error?: ImportProgress['error']) => void;
  /** Goes to `done` without reporting it. @param figures  counted anew */
  readonly close: (figures: StartFigures) => ImportProgress;
  readonly current: () => ImportProgress;
}

/** What the project holds before the import; figures go on from there. */
export type StartFigures = Pick<ImportProgress, 'instances' | 'responses' | 'problems'>;

/** @param nowMs  a monotonic clock */
export function createProgress(
  importId: string,
  start: StartFigures,
  nowMs: () => number,
  report: (progress: ImportProgress) => void,
): ProgressTracker {
  const startedAt = nowMs();
  let reportedAt = -Infinity;
  let doneBytes = 0;
  let state: ImportProgress = {
    importId,
    phase: 'reading',
    filesTotal: 0,
    filesDone: 0,
    filesUnchanged: 0,
    bytesTotal: 0,
    bytesDone: 0,
    ...start,
    seconds: 0,
  };
  const update = (change: Partial<ImportProgress>, isForced = false) => {
    const now = nowMs();
    state = { ...state, ...change, seconds: (now - startedAt) / 1000 };
    if (!isForced && now - reportedAt < INTERVAL_MS) return;
    reportedAt = now;
    report(state);
  };
  return {
    plan: (files, bytes) =>
      update({ filesTotal: state.filesTotal + files, bytesTotal: state.bytesTotal + bytes }),
    startFile: (path) => update({ currentFile: path }),
    advance: (bytes) => update({ bytesDone: doneBytes + bytes }),
    finishFile(bytes, isUnchanged) {
      doneBytes += bytes;
      update({
        bytesDone: doneBytes,
        filesDone: state.filesDone + 1,
        filesUnchanged: state.filesUnchanged + (isUnchanged ? 1 : 0),
      });
    },
    add: (what, count) => {
      state = { ...state, [what]: Math.max(0, state[what] + count) };
    },
    phase: (phase, error) => update({ phase, ...(error === undefined ? {} : { error }) }, true),
    close(figures) {
      state = { ...state, ...figures, phase: 'done', seconds: (nowMs() - startedAt) / 1000 };
      return state;
    },
    current: () => state,
  };
}
