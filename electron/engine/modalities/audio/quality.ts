// Signal statistics v4.7, the audio score behind the published numbers.
import type { AudioSignal } from '../../media/decode/audio-signal.ts';
import { unscored } from '../../media/decode/decoded.ts';
import { type QualityOutcome, scoredOf } from '../define.ts';
import { audioFigures } from './figures.ts';
import { areFinite } from './finite.ts';
import { measureAudio } from './measure.ts';
import { prepareSignal, RATE_HZ } from './prepare.ts';
import { rateAudio } from './rating.ts';

export const AUDIO_QUALITY_VERSION = 1;

const MIN_S = 0.4; // one loudness block, gq-official.md, audio

/**
 * Official audio score.
 *
 * @param signal  decoded, at any rate, with any number of channels
 * @param notes  about the file, kept with the score
 * @returns 'media-too-small' when less than one loudness block is left after trimming
 * @source gq-official.md, audio
 */
export function scoreAudio(signal: AudioSignal, notes: readonly string[] = []): QualityOutcome {
  if (!areFinite(signal.channels)) {
    return unscored('media-broken', 'The audio holds samples that are not numbers.');
  }
  const samples = prepareSignal(signal);
  const durationS = samples.length / RATE_HZ;
  if (durationS < MIN_S) {
    const reason = `The audio is ${durationS.toFixed(2)} s long; loudness needs at least ${MIN_S} s.`;
    return unscored('media-too-small', reason);
  }
  const measures = measureAudio(samples);
  const rating = rateAudio(measures);
  const isSilent = measures.spectralEnergy === 0;
  return scoredOf({
    profile: 'unim',
    version: AUDIO_QUALITY_VERSION,
    score: rating.score,
    components: audioFigures(measures, rating),
    notes: isSilent ? [...notes, 'The audio is silent from beginning to end.'] : notes,
  });
}
