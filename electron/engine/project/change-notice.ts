import type { Emit } from '../context.ts';
import type { ProjectQuery } from './project-query.ts';

const INTERVAL_MS = 500;
/**
 * Reading the columns again may take at most this share of the time. Models that are asked wait for it,
 * an import does not: it has a thread of its own.
 */
const LOAD_SHARE = { import: 1 / 5, run: 1 / 100 } as const;

/** Tells the stores that rows changed: not more often than they can be read again. */
export interface ChangeNotice {
  readonly changed: (options: {
    /** Tell it at once: nothing further is coming. */
    readonly isLast: boolean;
    /** What changes them; an import when absent. */
    readonly by?: keyof typeof LOAD_SHARE;
  }) => void;
  readonly stop: () => void;
}

export function createChangeNotice(query: ProjectQuery, emit: Emit): ChangeNotice {
  let revision = 0;
  let timer: NodeJS.Timeout | undefined;
  const tell = () => {
    timer = undefined;
    query.forget();
    emit('data.changed', { revision: ++revision });
  };
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  return {
    changed({ isLast, by = 'import' }) {
      if (isLast) {
        stop();
        tell();
      } else {
        timer ??= setTimeout(tell, Math.max(INTERVAL_MS, query.loadMs() / LOAD_SHARE[by]));
      }
    },
    stop,
  };
}
