import { gaussian, seededRandom } from '../rng.ts';
import { add, normalised, silence, type Sound } from './wave.ts';

/** Heart sounds at the given times: a low first thump and a shorter, higher second one. */
export function heartSounds(times: readonly number[], seconds: number, noise = 0): Sound {
  const sound = silence(seconds, 16000);
  const thump = (hz: number, decay: number) => (t: number) =>
    Math.sin(2 * Math.PI * hz * t) * Math.exp(-t * decay) * Math.min(1, t * 200);
  for (const at of times) {
    add(sound, at, 0.18, thump(52, 26));
    add(sound, at + 0.3, 0.14, (t) => 0.7 * thump(74, 36)(t));
  }
  const random = seededRandom(9);
  if (noise > 0)
    for (let i = 0; i < sound.samples.length; i++)
      sound.samples[i] = (sound.samples[i] ?? 0) + gaussian(random) * noise;
  return normalised(sound, 0.85);
}
