// Runs decoding off the engine's thread.
import type { Waveform } from '../../../../shared/model/waveform.ts';
import { answerQuestions } from '../answer-questions.ts';
import { openAnywhere } from '../sound/open-sound.ts';
import { endOfHaste } from '../sound/places.ts';
import { decodePeaks } from './decode.ts';
import { samplePeaks } from './sample.ts';

/** What the worker is asked. */
export interface PeakQuestion {
  readonly path: string;
  readonly bins: number;
  /** Since 1970; there where the answer must come in a fraction of a second. */
  readonly hastySinceMs?: number | undefined;
}

/** Decoded whole even in haste. */
const SHORT_S = 60;

answerQuestions(({ path, bins, hastySinceMs }: PeakQuestion) =>
  hastySinceMs === undefined ? decodePeaks(path, bins) : hastyPeaks(path, bins, hastySinceMs),
);

/** @returns undefined where only decoding from the beginning helps */
async function hastyPeaks(
  path: string,
  bins: number,
  askedMs: number,
): Promise<Waveform | undefined> {
  const sound = await openAnywhere(path);
  if (sound === undefined) return undefined;
  try {
    if (sound.durationS <= SHORT_S) return await decodePeaks(path, bins);
    const end = endOfHaste(askedMs, Date.now());
    return await samplePeaks(sound, bins, () => Date.now() > end);
  } finally {
    sound.close();
  }
}
