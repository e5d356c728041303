import type { Emit } from '../context.ts';
import type { ProjectQuery } from './project-query.ts';

const INTERVAL_MS = 500;
/** Reading the columns again may take at most this share of the time while an import runs. */
const LOAD_SHARE = 1 / 5;

/** Tells the stores that rows changed: not more often than they can be read again. */
export interface ChangeNotice {
  /** @param isLast  tell it at once: nothing further is coming */
  readonly changed: (options: { readonly isLast: boolean }) => void;
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
    changed({ isLast }) {
      if (isLast) {
        stop();
        tell();
      } else {
        timer ??= setTimeout(tell, Math.max(INTERVAL_MS, query.loadMs() / LOAD_SHARE));
      }
    },
    stop,
  };
}
