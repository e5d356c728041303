import { gaussian, seededRandom } from '../rng.ts';
import { add, silence, type Sound } from './wave.ts';

/** One syllable of a song: when, how long, and its frequency in kHz from start to end. */
export interface Syllable {
  readonly at: number;
  readonly length: number;
  readonly from: number;
  readonly to: number;
}

/** A two-note song, as of a great tit: high, low, high, low. */
export const TWO_NOTE: readonly Syllable[] = Array.from({ length: 8 }, (_, i) => ({
  at: 0.25 + i * 0.27 + (i % 2 ? -0.02 : 0),
  length: i % 2 ? 0.17 : 0.13,
  from: i % 2 ? 3.4 : 5.2,
  to: i % 2 ? 3.5 : 5.0,
}));

/** A falling series that ends with a flourish, as of a chaffinch. */
export const FALLING: readonly Syllable[] = [
  ...Array.from({ length: 9 }, (_, i) => ({
    at: 0.2 + i * 0.17 - i * i * 0.002,
    length: 0.09,
    from: 6.4 - i * 0.3,
    to: 4.9 - i * 0.28,
  })),
  { at: 1.72, length: 0.12, from: 3.0, to: 5.6 },
  { at: 1.9, length: 0.2, from: 5.8, to: 2.6 },
];

/** The song as pure gliding tones over a little wind noise. */
export function birdSong(song: readonly Syllable[], seconds = 2.6, noise = 0.006): Sound {
  const sound = silence(seconds, 22050);
  const random = seededRandom(song.length);
  for (let i = 0; i < sound.samples.length; i++) sound.samples[i] = gaussian(random) * noise;
  for (const one of song)
    add(sound, one.at, one.length, (t) => {
      const u = t / one.length;
      const phase = 2 * Math.PI * 1000 * (one.from * t + ((one.to - one.from) * t * u) / 2);
      return 0.5 * Math.sin(Math.PI * u) ** 0.7 * Math.sin(phase);
    });
  return sound;
}
