import { add, normalised, silence, type Sound } from './wave.ts';

/** One note: MIDI number (0 is a rest) and its length in quarter notes. */
export type Note = readonly [midi: number, quarters: number];

/** Eight bars in 3/4, G major; composed for this demo. */
export const MELODY: readonly Note[] = [
  [67, 1],
  [71, 1],
  [74, 1],
  [76, 1.5],
  [74, 0.5],
  [71, 1],
  [72, 1],
  [71, 1],
  [69, 1],
  [71, 2],
  [67, 1],
  [69, 1],
  [72, 1],
  [76, 1],
  [74, 1.5],
  [72, 0.5],
  [71, 1],
  [69, 1],
  [71, 1],
  [66, 1],
  [67, 3],
];

/** Root of the chord in each bar, for an accompaniment. */
export const CHORDS: readonly (readonly number[])[] = [
  [43, 55, 59],
  [48, 55, 60],
  [45, 57, 60],
  [43, 55, 59],
  [45, 57, 60],
  [50, 57, 60],
  [50, 57, 60],
  [43, 55, 59],
];

const hertz = (midi: number) => 440 * 2 ** ((midi - 69) / 12);

function plucked(midi: number): (t: number) => number {
  const f = hertz(midi);
  return (t) =>
    Math.min(1, t * 250) *
    [1, 0.5, 0.28, 0.16, 0.08].reduce(
      (sum, gain, k) =>
        sum + gain * Math.sin(2 * Math.PI * f * (k + 1) * t) * Math.exp(-t * (2 + k * 1.6)),
      0,
    );
}

export interface Performance {
  readonly bpm: number;
  readonly withChords?: boolean;
  /** Semitones added to every note. */
  readonly transpose?: number;
  /** Detunes every other note by this many cents. */
  readonly detuneCents?: number;
}

/** Plays a melody in 3/4 on a plucked string, with chords where asked for. */
export function play(melody: readonly Note[], how: Performance): Sound {
  const beat = 60 / how.bpm;
  const quarters = melody.reduce((sum, [, length]) => sum + length, 0);
  const sound = silence(quarters * beat + 0.9, 32000);
  let at = 0;
  for (const [i, [midi, length]] of melody.entries()) {
    const cents = i % 2 ? (how.detuneCents ?? 0) : 0;
    const pitch = midi + (how.transpose ?? 0) + cents / 100;
    if (midi > 0) add(sound, at * beat, Math.max(length * beat * 1.6, 0.7), plucked(pitch));
    at += length;
  }
  if (how.withChords)
    for (const [bar, [bass = 43, ...upper]] of CHORDS.entries()) {
      add(sound, bar * 3 * beat, 1.4, (t) => 0.7 * plucked(bass)(t));
      for (const tick of [1, 2])
        for (const midi of upper)
          add(sound, (bar * 3 + tick) * beat, 0.8, (t) => 0.3 * plucked(midi)(t));
    }
  return normalised(sound, 0.75);
}
