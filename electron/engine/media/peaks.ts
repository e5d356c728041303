// Waveforms: decoded once in a worker thread, kept on disk, asked for once however many cards want
// the same one at the same time.
import { stat } from 'node:fs/promises';
import { contract } from '../../../shared/api/contract.ts';
import { keptFile, loadKept, saveKept } from './kept-json.ts';
import type { Peaks } from './peaks/decode.ts';
import { createPeakQueue } from './peaks/worker-queue.ts';

export type { Peaks } from './peaks/decode.ts';

const Stored = contract['media.peaks'].output;

/** Where to look and to keep; no `cacheDir` in a read-only project. */
export interface PeaksRequest {
  readonly path: string;
  readonly bins: number;
  readonly cacheDir: string | undefined;
}

/** Reads waveforms; `close` ends the worker thread. */
export interface PeaksReader {
  readonly read: (request: PeaksRequest, signal: AbortSignal) => Promise<Peaks>;
  readonly close: () => void;
}

/** Makes the reader of one engine. */
export function createPeaksReader(): PeaksReader {
  const queue = createPeakQueue();
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
    const peaks = queue.ask({ path, bins }, controller.signal).finally(() => {
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
      const { path, bins, cacheDir } = request;
      const { size, mtimeMs } = await stat(path);
      const file = keptFile(cacheDir ?? '', [path, size, mtimeMs, bins]);
      const kept = cacheDir === undefined ? undefined : await loadKept(file, Stored);
      if (kept !== undefined) return kept;
      const peaks = await decodeShared(file, request, signal);
      if (cacheDir !== undefined) await saveKept(file, peaks);
      return peaks;
    },
    close: () => queue.close(),
  };
}

interface Shared {
  readonly peaks: Promise<Peaks>;
  readonly join: () => void;
  readonly leave: () => void;
}
