// Runs decoding off the engine's thread; one message in, one message out, in order.
import { parentPort } from 'node:worker_threads';
import { AppError, type WireError } from '../../../../shared/api/errors.ts';
import { decodePeaks, type Peaks } from './decode.ts';

/** What the worker is asked. */
export interface PeakQuestion {
  readonly path: string;
  readonly bins: number;
}
/** What it answers. */
export type PeakAnswer =
  { readonly ok: true; readonly peaks: Peaks } | { readonly ok: false; readonly error: WireError };

parentPort?.on('message', (question: PeakQuestion) => {
  void answer(question).then((reply) => parentPort?.postMessage(reply));
});

async function answer({ path, bins }: PeakQuestion): Promise<PeakAnswer> {
  try {
    return { ok: true, peaks: await decodePeaks(path, bins) };
  } catch (error) {
    if (error instanceof AppError) return { ok: false, error: error.toWire() };
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ok: false, error: { code: 'internal', message } };
  }
}
