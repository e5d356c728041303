import { toShownError } from './api-error.ts';
import { latest, type AsyncData } from './async-data.ts';

type Kept<T> = ReadonlyMap<string, AsyncData<T>>;

/** Fills a map of `AsyncData`, of which the last few are kept. */
export interface KeptLoader {
  /** Asks for an entry unless it is here or on its way. */
  readonly want: (id: string) => void;
  /** Of what is out of date, asks again for what is shown, and drops the rest until it is wanted. */
  readonly refresh: (isOutdated: (id: string) => boolean, isShown: (id: string) => boolean) => void;
  /** Forgets all; what is on its way is not taken. */
  readonly reset: () => void;
}

/**
 * Makes a loader that fills a map of `AsyncData`: of each entry only the newest answer is taken, the
 * data before stays to be drawn meanwhile.
 *
 * @param most  how many entries are kept
 */
export function createKeptLoader<T>(
  most: number,
  get: () => Kept<T>,
  set: (kept: Kept<T>) => void,
  load: (id: string) => Promise<T>,
): KeptLoader {
  const newest = new Map<string, symbol>();
  const put = (id: string, data: AsyncData<T>) => {
    const kept = new Map(get());
    kept.delete(id);
    kept.set(id, data);
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(oldest);
    }
    set(kept);
  };
  const run = async (id: string) => {
    const mine = Symbol(id);
    newest.set(id, mine);
    const before = get().get(id);
    const previous = before === undefined ? undefined : latest(before);
    put(id, previous === undefined ? { status: 'loading' } : { status: 'loading', previous });
    try {
      const data = await load(id);
      if (newest.get(id) === mine) put(id, { status: 'ready', data });
    } catch (error) {
      if (newest.get(id) === mine) put(id, { status: 'failed', error: toShownError(error) });
    }
  };
  return {
    want(id) {
      const before = get().get(id);
      if (before === undefined || before.status === 'failed') void run(id);
    },
    refresh(isOutdated, isShown) {
      const outdated = [...get().keys()].filter(isOutdated);
      const dropped = new Set(outdated.filter((id) => !isShown(id)));
      for (const id of dropped) newest.delete(id); // an answer on its way is out of date, too
      set(new Map([...get()].filter(([id]) => !dropped.has(id))));
      for (const id of outdated) if (!dropped.has(id)) void run(id);
    },
    reset() {
      newest.clear();
      set(new Map());
    },
  };
}
