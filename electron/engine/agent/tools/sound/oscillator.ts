import type { SoundTrack } from './sound-order.ts';

/** Gives the samples of a wave one by one, at a frequency that may change. */
export type Oscillator = (frequencyHz: number) => number;

/** @param seed  of noise: the same order gives the same bytes */
export function createOscillator(
  wave: SoundTrack['wave'],
  sampleRateHz: number,
  seed: number,
): Oscillator {
  if (wave === 'noise') return whiteNoise(seed);
  if (wave === 'pink-noise') return pinkNoise(seed);
  let phase = 0;
  return (frequencyHz) => {
    const step = frequencyHz / sampleRateHz;
    const now = phase;
    phase = (phase + step) % 1;
    if (wave === 'sine') return Math.sin(2 * Math.PI * now);
    if (wave === 'triangle') return 1 - 4 * Math.abs(now - 0.5);
    if (wave === 'saw') return 2 * now - 1 - rounded(now, step);
    const half = (now + 0.5) % 1;
    return (now < 0.5 ? 1 : -1) + rounded(now, step) - rounded(half, step);
  };
}

/** Takes the edge off a jump (PolyBLEP), so that high tones do not fold back as wrong ones. */
function rounded(phase: number, step: number): number {
  if (phase < step) {
    const t = phase / step;
    return 2 * t - t * t - 1;
  }
  if (phase > 1 - step) {
    const t = (phase - 1) / step;
    return t * t + 2 * t + 1;
  }
  return 0;
}

function whiteNoise(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 1) >>> 0;
  return () => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2_147_483_648 - 1;
  };
}

/** White noise, 3 dB an octave less towards high tones (Paul Kellet's economy filter). */
function pinkNoise(seed: number): () => number {
  const white = whiteNoise(seed);
  let [low, middle, high] = [0, 0, 0];
  return () => {
    const next = white();
    low = 0.99765 * low + next * 0.099046;
    middle = 0.963 * middle + next * 0.2965164;
    high = 0.57 * high + next * 1.0526913;
    return (low + middle + high + next * 0.1848) / 3;
  };
}
