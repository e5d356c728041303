// Reads and transforms sound off the engine's thread. The last files stay open: a viewer that zooms
// asks for one stretch after another.
import { answerQuestions } from '../answer-questions.ts';
import { openSound } from '../sound/open-sound.ts';
import type { SoundReader } from '../sound/sound-reader.ts';
import { makeSpectrogram, type SpectrogramOrder } from './make-spectrogram.ts';

/** What the worker is asked. */
export interface SpectrogramQuestion extends SpectrogramOrder {
  readonly path: string;
  /** Another one when the file has changed. */
  readonly fileState: string;
}

const KEPT_OPEN = 3;
const opened = new Map<string, SoundReader>();

async function readerOf(path: string, fileState: string): Promise<SoundReader> {
  const key = `${path}\n${fileState}`;
  const reader = opened.get(key) ?? (await openSound(path));
  opened.delete(key);
  opened.set(key, reader);
  for (const [oldest, { close }] of opened) {
    if (opened.size <= KEPT_OPEN) break;
    opened.delete(oldest);
    close();
  }
  return reader;
}

answerQuestions(async ({ path, fileState, ...order }: SpectrogramQuestion) => {
  const askedMs = performance.now();
  const sound = await readerOf(path, fileState);
  return makeSpectrogram(sound, order, () => performance.now(), askedMs);
});
