// Waveforms: decoded once in a worker thread, kept on disk, asked for once however many cards want
// the same one at the same time. Hasty ones come from a thread of their own, and are not kept.
import { stat } from 'node:fs/promises';
import { Waveform } from '../../../shared/model/waveform.ts';
import { keptFile, loadKept, saveKept } from './kept-json.ts';
import type { PeakQuestion } from './peaks/peaks.worker.ts';
import { createThreadQueue } from './thread-queue.ts';

/** Where to look and to keep; no `cacheDir` in a read-only project. */
export interface PeaksRequest {
  readonly path: string;
  readonly bins: number;
  readonly cacheDir: string | undefined;
  /** What can be told of it within a fraction of a second; see `isComplete`. */
  readonly isQuick?: boolean;
}

/** Reads waveforms; `close` ends the worker thread. */
export interface PeaksReader {
  readonly read: (request: PeaksRequest, signal: AbortSignal) => Promise<Waveform>;
  readonly close: () => void;
}

/** Makes the reader of one engine. */
export function createPeaksReader(): PeaksReader {
  const [hasty, thorough] = [createQueue(), createQueue()];
  const underWay = new Map<string, Shared>();

  async function decodeShared(key: string, request: PeaksRequest, signal: AbortSignal) {
    const shared = underWay.get(key) ?? begin(key, request);
    const leave = () => shared.leave();
    shared.join();
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
    try {
      return await shared.peaks;
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }

  function begin(key: string, { path, bins }: PeaksRequest): Shared {
    const controller = new AbortController();
    let waiters = 0;
    const peaks = thorough
      .ask({ path, bins }, controller.signal)
      .then((found) => {
        if (found === undefined) throw new Error('Only a hasty waveform may be absent.');
        return found;
      })
      .finally(() => {
        if (underWay.get(key) === shared) underWay.delete(key);
      });
    const shared: Shared = {
      peaks,
      join: () => waiters++,
      leave: () => {
        waiters--;
        if (waiters > 0) return;
        if (underWay.get(key) === shared) underWay.delete(key); // who comes now begins anew
        controller.abort();
      },
    };
    underWay.set(key, shared);
    return shared;
  }

  return {
    async read(request, signal) {
      const { path, bins, cacheDir, isQuick } = request;
      const askedMs = Date.now();
      const { size, mtimeMs } = await stat(path);
      const file = keptFile(cacheDir ?? '', [path, size, mtimeMs, bins]);
      const kept = cacheDir === undefined ? undefined : await loadKept(file, Waveform);
      if (kept !== undefined) return kept;
      const question = { path, bins, hastySinceMs: askedMs };
      const quick = isQuick === true ? await hasty.ask(question, signal) : undefined;
      if (quick?.isComplete === false) return quick;
      const peaks = quick ?? (await decodeShared(file, request, signal));
      if (cacheDir !== undefined) await saveKept(file, peaks);
      return peaks;
    },
    close() {
      hasty.close();
      thorough.close();
    },
  };
}

interface Shared {
  readonly peaks: Promise<Waveform>;
  readonly join: () => void;
  readonly leave: () => void;
}

const createQueue = () =>
  createThreadQueue<PeakQuestion, Waveform | undefined>({
    module: new URL('./peaks/peaks.worker.ts', import.meta.url),
    unwanted: 'The waveform is no longer wanted.',
  });
