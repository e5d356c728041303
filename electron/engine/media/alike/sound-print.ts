// Fingerprint of a sound, so that the same recording is found again at another rate or in another format.
import { fftOf, pairPowers } from '../../modalities/audio/fft.ts';
import { openSound } from '../sound/open-sound.ts';
import type { SoundPrint } from './sounds-alike.ts';

const HEARD_S = 60; // of a longer recording only its beginning is heard
const STEPS = 32;
const BANDS = 17;
const LOWEST_HZ = 300; // Haitsma & Kalker 2002, 4.2
const HIGHEST_HZ = 2_000; // as above
const FRAMES_A_STEP = 8;
const SILENCE = 1e-9; // mean power below which there is only noise

/**
 * Signs of differences of band energies along time and frequency, over the first minute.
 * Reads and decodes on the caller's thread: for workers only.
 *
 * @returns undefined for silence, for what is shorter than half a second, and for what cannot be decoded
 * @source J. Haitsma, T. Kalker, A Highly Robust Audio Fingerprinting System, ISMIR 2002, 4.2. We differ:
 *   32 steps over the sound instead of overlapping frames, so that a print is short and lengths compare
 */
export async function printSound(path: string): Promise<SoundPrint | undefined> {
  try {
    const sound = await openSound(path);
    try {
      const lengthS = Math.min(HEARD_S, sound.durationS);
      if (lengthS < 0.5) return undefined;
      const { channels } = await sound.read(0, lengthS);
      const bits = printSamples(mixDown(channels), sound.sampleRateHz, lengthS);
      return bits === undefined
        ? undefined
        : { durationMs: Math.round(sound.durationS * 1000), bits };
    } finally {
      sound.close();
    }
  } catch {
    return undefined; // broken sounds say so in the lint; here they are only not compared
  }
}

/** @param samples  mono, of which the first `lengthS` seconds are heard */
export function printSamples(
  samples: Float32Array,
  sampleRateHz: number,
  lengthS: number,
): string | undefined {
  const steps = Array.from({ length: STEPS }, (_, step) =>
    bandEnergies(samples, sampleRateHz, (lengthS * step) / STEPS, lengthS / STEPS),
  );
  const total = steps.reduce((sum, bands) => sum + bands.reduce((a, b) => a + b, 0), 0);
  if (total / (STEPS * BANDS) < SILENCE) return undefined;
  let hex = '';
  for (let step = 1; step < STEPS; step++) {
    const [now, before] = [steps[step]!, steps[step - 1]!];
    for (let band = 0; band + 1 < BANDS; band += 4) {
      let digit = 0;
      for (let at = band; at < band + 4; at++) {
        const slope = now[at]! - now[at + 1]! - (before[at]! - before[at + 1]!);
        digit = digit * 2 + (slope > 0 ? 1 : 0);
      }
      hex += digit.toString(16);
    }
  }
  return hex;
}

function bandEnergies(
  samples: Float32Array,
  sampleRateHz: number,
  startS: number,
  lengthS: number,
): Float64Array {
  const size = 2 ** Math.round(Math.log2(Math.max(256, sampleRateHz * 0.093))); // 4096 at 44.1 kHz
  const fft = fftOf(size);
  const bands = new Float64Array(BANDS);
  for (let frame = 0; frame < FRAMES_A_STEP; frame += 2) {
    const at = (part: number) =>
      Math.round((startS + (lengthS * part) / FRAMES_A_STEP) * sampleRateHz);
    const [first, second] = [at(frame), at(frame + 1)];
    for (let i = 0; i < size; i++) {
      const hann = 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / size);
      fft.re[i] = (samples[first + i] ?? 0) * hann;
      fft.im[i] = (samples[second + i] ?? 0) * hann;
    }
    fft.transform();
    pairPowers(fft);
    for (let band = 0; band < BANDS; band++) {
      const [from, to] = [edgeHz(band), edgeHz(band + 1)];
      const last = Math.ceil((to * size) / sampleRateHz);
      for (let bin = Math.ceil((from * size) / sampleRateHz); bin < last && bin <= size / 2; bin++)
        bands[band]! += (fft.re[bin]! + fft.im[bin]!) / (size * size);
    }
  }
  return bands;
}

const edgeHz = (band: number) => LOWEST_HZ * (HIGHEST_HZ / LOWEST_HZ) ** (band / BANDS);

function mixDown(channels: readonly Float32Array[]): Float32Array {
  const [first, second] = channels;
  if (first === undefined || second === undefined) return first ?? new Float32Array();
  return first.map((sample, at) => (sample + (second[at] ?? 0)) / 2);
}
