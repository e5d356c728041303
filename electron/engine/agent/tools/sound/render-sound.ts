import { createOscillator } from './oscillator.ts';
import type { SoundEvent, SoundOrder, SoundTrack } from './sound-order.ts';

export const SAMPLE_RATE_HZ = 44_100;
/** As loud as a sample gets: 1 dB below what clips. */
const PEAK = 10 ** (-1 / 20);
const MOST_SECONDS = 300;
/** Below this there is nothing to hear, and raising it would raise rounding. */
const LEAST_PEAK = 1e-4;

const SEMITONES: Readonly<Record<string, number>> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 };

/** Frequency of a note in equal temperament, A4 = 440 Hz. */
export function frequencyOf(note: string): number {
  const [, letter = 'A', sign = '', octave = '4'] = /^([A-G])([#B]?)(-?\d)$/.exec(
    note.toUpperCase(),
  ) ?? [note];
  const shift = sign === '#' ? 1 : sign === 'B' ? -1 : 0;
  const steps = (SEMITONES[letter] ?? 9) + shift - 9 + 12 * (Number(octave) - 4);
  return 440 * 2 ** (steps / 12);
}

interface Placed {
  readonly event: SoundEvent;
  readonly from: number;
  readonly seconds: number;
}

/** Mono samples of an order; why there is nothing to hear otherwise. */
export function renderSound(
  order: SoundOrder,
): { readonly samples: Float32Array } | { readonly silent: string } {
  const tracks = order.tracks.map((track) => ({ track, placed: placedOf(track, order.bpm) }));
  const ends = tracks.flatMap(({ track, placed }) =>
    placed.map(({ from, seconds }) => from + seconds + track.envelope.release),
  );
  const seconds = ends.reduce((latest, end) => Math.max(latest, end), 0);
  if (seconds > MOST_SECONDS)
    return { silent: `It lasts ${seconds.toFixed(0)} s; 300 s are the most.` };
  const samples = new Float32Array(Math.ceil(seconds * SAMPLE_RATE_HZ));
  for (const [seed, { track, placed }] of tracks.entries()) {
    for (const one of placed) addEvent(samples, track, one, seed);
  }
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  if (peak < LEAST_PEAK) return { silent: 'It is silent: there are only rests or volumes of 0.' };
  const gain = PEAK / peak;
  return { samples: samples.map((sample) => sample * gain) };
}

function placedOf(track: SoundTrack, bpm: number): Placed[] {
  let next = 0;
  return track.events.map((event) => {
    const seconds = event.seconds ?? ((event.beats ?? 0) * 60) / bpm;
    const from = event.at ?? next;
    next = from + seconds;
    return { event, from, seconds };
  });
}

function addEvent(
  samples: Float32Array,
  track: SoundTrack,
  { event, from, seconds }: Placed,
  seed: number,
): void {
  if (event.rest === true || event.volume === 0) return;
  const { attack, decay, sustain, release } = track.envelope;
  const start = event.note === undefined ? (event.frequencyHz ?? 440) : frequencyOf(event.note);
  const end = event.toHz ?? start;
  const next = createOscillator(track.wave, SAMPLE_RATE_HZ, seed * 4_001 + Math.round(from * 1000));
  const first = Math.round(from * SAMPLE_RATE_HZ);
  const count = Math.min(Math.round((seconds + release) * SAMPLE_RATE_HZ), samples.length - first);
  for (let index = 0; index < count; index += 1) {
    const at = index / SAMPLE_RATE_HZ;
    const share = seconds === 0 ? 1 : Math.min(1, at / seconds);
    const held = levelAt(Math.min(at, seconds), attack, decay, sustain);
    const fade = at <= seconds ? 1 : Math.max(0, 1 - (at - seconds) / release);
    const wave = next(start * (end / start) ** share);
    samples[first + index] =
      (samples[first + index] ?? 0) + wave * held * fade * track.volume * event.volume;
  }
}

function levelAt(at: number, attack: number, decay: number, sustain: number): number {
  if (at < attack) return at / attack;
  if (at < attack + decay) return 1 - (1 - sustain) * ((at - attack) / decay);
  return sustain;
}
