// Spectrograms, made in two worker threads: a hasty first picture never waits for a thorough one.
// Pictures of whole files are kept on disk, those of stretches in memory: they are made in no time.
import { stat } from 'node:fs/promises';
import { Spectrogram } from '../../../shared/model/spectrogram.ts';
import { createRecentCache } from '../recent-cache.ts';
import { keptFile, loadKept, saveKept } from './kept-json.ts';
import type { SpectrogramOrder } from './spectrogram/make-spectrogram.ts';
import type { SpectrogramQuestion } from './spectrogram/spectrogram.worker.ts';
import { createThreadQueue } from './thread-queue.ts';

/** Where to look and to keep; no `cacheDir` in a read-only project. */
export interface SpectrogramAsk extends SpectrogramOrder {
  readonly path: string;
  readonly cacheDir: string | undefined;
}

/** Reads spectrograms; `close` ends the worker threads. */
export interface SpectrogramReader {
  /** @throws AppError 'unsupported' or 'unreadable', with the reason */
  readonly read: (ask: SpectrogramAsk, signal: AbortSignal) => Promise<Spectrogram>;
  readonly close: () => void;
}

const KEPT_PICTURES = 64;

/** Makes the reader of one engine. */
export function createSpectrogramReader(): SpectrogramReader {
  const [hasty, thorough] = [createQueue(), createQueue()];
  const pictures = createRecentCache<Spectrogram>(KEPT_PICTURES);

  return {
    async read({ path, cacheDir, ...order }, signal) {
      const askedMs = Date.now();
      const { size, mtimeMs } = await stat(path);
      const fileState = `${size} ${mtimeMs}`;
      const { fromMs, toMs, columns, rows, scale, isQuick } = order;
      const parts = [path, fileState, fromMs, toMs ?? 'end', columns, rows, scale];
      const isOfAll = fromMs === 0 && toMs === undefined;
      const file = isOfAll && cacheDir !== undefined ? keptFile(cacheDir, parts) : undefined;
      const key = parts.join('\n');
      const known =
        pictures.find(key) ?? (file === undefined ? undefined : await loadKept(file, Spectrogram));
      if (known !== undefined) {
        pictures.keep(key, known);
        return known;
      }
      const question = { path, fileState, askedMs, ...order };
      const picture = await (isQuick ? hasty : thorough).ask(question, signal);
      if (!picture.isComplete) return picture;
      pictures.keep(key, picture);
      if (file !== undefined) await saveKept(file, picture);
      return picture;
    },
    close() {
      hasty.close();
      thorough.close();
    },
  };
}

const createQueue = () =>
  createThreadQueue<SpectrogramQuestion, Spectrogram>({
    module: new URL('./spectrogram/spectrogram.worker.ts', import.meta.url),
    unwanted: 'The spectrogram is no longer wanted.',
  });
