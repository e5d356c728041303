import { gaussian, seededRandom } from '../rng.ts';
import { runTool } from '../run-tool.ts';
import { decodeWav, normalised, type Sound } from './wave.ts';

/** How a text is spoken: espeak-ng voice, words a minute, pitch 0..99, and what spoils it. */
export interface Speaker {
  readonly voice?: string;
  readonly speed?: number;
  readonly pitch?: number;
  /** Standard deviation of added white noise, 0..1. */
  readonly noise?: number;
  /** Amplitude above which samples are cut off. */
  readonly clip?: number;
}

/** The text as speech by espeak-ng, 22,050 Hz mono. */
export async function speech(words: string, speaker: Speaker = {}): Promise<Sound> {
  const { voice = 'en-us+f3', speed = 158, pitch = 48, noise = 0, clip } = speaker;
  const args = ['-v', voice, '-s', String(speed), '-p', String(pitch), '--stdout', '--stdin'];
  const sound = normalised(decodeWav(await runTool('espeak-ng', args, Buffer.from(words))), 0.7);
  const random = seededRandom(words.length);
  const samples = sound.samples.map((v) => {
    const noisy = v * (clip === undefined ? 1 : 3) + (noise > 0 ? gaussian(random) * noise : 0);
    return clip === undefined ? noisy : Math.max(-clip, Math.min(clip, noisy));
  });
  return { ...sound, samples };
}
