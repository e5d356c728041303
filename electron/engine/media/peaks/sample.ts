// The waveform of a long sound without decoding it: one place a bin, in an order in which any number of
// them is spread evenly, until there is no time left.
import type { Waveform } from '../../../../shared/model/waveform.ts';
import { peakOf, roundPeak, spreadOrder } from '../sound/places.ts';
import type { SoundReader } from '../sound/sound-reader.ts';

const PLACE_S = 0.05;

/**
 * Samples a sound. Bins that there was no time for show what was found to their left.
 *
 * @param isLate  asked before each place but the first, so that there is always one
 */
export async function samplePeaks(
  sound: SoundReader,
  bins: number,
  isLate: () => boolean,
): Promise<Waveform> {
  const { durationS, sampleRateHz } = sound;
  const binS = durationS / bins;
  const placeS = Math.min(PLACE_S, binS);
  const found = new Map<number, number>();
  let channels = 1;
  let samplesSeen = 0;
  for (const bin of spreadOrder(bins)) {
    if (found.size > 0 && isLate()) break;
    const beginS = bin * binS;
    const part = await sound.read(beginS + (binS - placeS) / 2, placeS);
    const { peak, samples } = peakOf(part, sampleRateHz, beginS, beginS + binS);
    found.set(bin, peak);
    channels = Math.max(channels, part.channels.length);
    samplesSeen += samples;
  }
  let left = 0;
  const peaks = Array.from({ length: bins }, (_, bin) => (left = found.get(bin) ?? left));
  return {
    durationMs: durationS * 1000,
    channels,
    sampleRateHz,
    peaks: peaks.map(roundPeak),
    coverage: Math.min(1, samplesSeen / (durationS * sampleRateHz)),
    isComplete: false,
  };
}
