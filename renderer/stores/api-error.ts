import { AppError } from '../../shared/api/errors.ts';
import type { AsyncData } from './async-data.ts';

/** An error as a view shows it: help text is chosen by code, the message comes from the engine. */
export interface ShownError {
  readonly code: string;
  readonly message: string;
}

export function toShownError(error: unknown): ShownError {
  if (error instanceof AppError) return { code: error.code, message: error.message };
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: 'internal',
    message: `The app and its engine did not understand each other: ${reason}`,
  };
}

/** Fills one `AsyncData`. */
export interface Loader<T> {
  readonly run: (load: (signal: AbortSignal) => Promise<T>) => Promise<void>;
  /** What is on its way is out of date: its answer is not taken, the data before stays. */
  readonly drop: () => void;
  /** The same, and forgets the data. */
  readonly reset: () => void;
}

/**
 * Makes a loader that fills one `AsyncData`: a newer call cancels the older one, the data before stays
 * to be drawn meanwhile.
 */
export function createLoader<T>(
  get: () => AsyncData<T>,
  set: (data: AsyncData<T>) => void,
): Loader<T> {
  let current: AbortController | undefined;
  const drop = () => current?.abort();
  const previous = () => {
    const state = get();
    if (state.status === 'ready') return { previous: state.data };
    return state.status === 'loading' && state.previous !== undefined
      ? { previous: state.previous }
      : {};
  };
  return {
    async run(load) {
      drop();
      const aborter = new AbortController();
      current = aborter;
      set({ status: 'loading', ...previous() });
      try {
        const data = await load(aborter.signal);
        if (!aborter.signal.aborted) set({ status: 'ready', data });
      } catch (error) {
        if (!aborter.signal.aborted) set({ status: 'failed', error: toShownError(error) });
      }
    },
    drop,
    reset() {
      drop();
      set({ status: 'idle' });
    },
  };
}
