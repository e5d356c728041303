// Reads and transforms sound off the engine's thread. The last files stay open: a viewer that zooms
// asks for one stretch after another.
import { createRecentCache } from '../../recent-cache.ts';
import { answerQuestions } from '../answer-questions.ts';
import { openSound } from '../sound/open-sound.ts';
import type { SoundReader } from '../sound/sound-reader.ts';
import { makeSpectrogram, type SpectrogramOrder } from './make-spectrogram.ts';

/** What the worker is asked. */
export interface SpectrogramQuestion extends SpectrogramOrder {
  readonly path: string;
  /** Another one when the file has changed. */
  readonly fileState: string;
  /** Since 1970. */
  readonly askedMs: number;
}

const KEPT_OPEN = 3;
const opened = createRecentCache<SoundReader>(KEPT_OPEN, ({ close }) => close());

async function readerOf(path: string, fileState: string): Promise<SoundReader> {
  const key = `${path}\n${fileState}`;
  const reader = opened.find(key) ?? (await openSound(path));
  opened.keep(key, reader);
  return reader;
}

answerQuestions(async ({ path, fileState, askedMs, ...order }: SpectrogramQuestion) => {
  const sound = await readerOf(path, fileState);
  return makeSpectrogram(sound, order, () => Date.now(), askedMs);
});
