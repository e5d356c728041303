import { createThreadQueue, type ThreadQueue } from '../thread-queue.ts';
import type { Peaks } from './decode.ts';
import type { PeakQuestion } from './peaks.worker.ts';

/** One worker thread that decodes one file after another. */
export const createPeakQueue = (): ThreadQueue<PeakQuestion, Peaks> =>
  createThreadQueue({
    module: new URL('./peaks.worker.ts', import.meta.url),
    unwanted: 'The waveform is no longer wanted.',
  });
