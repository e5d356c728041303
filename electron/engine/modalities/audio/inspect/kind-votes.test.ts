import { assert, describe, test } from 'vitest';
import { kindFeatures } from './kind-features.ts';
import { kindSignal } from './kind-signal.ts';
import { guessKind } from './kind-votes.ts';
import { concat, noise, sine } from '../../../../../tests/builders/sounds.ts';

const RATE = 44_100;
const guess = (samples: Float32Array, sampleRateHz = RATE) =>
  guessKind(kindFeatures(kindSignal({ channels: [samples], sampleRateHz }, false), sampleRateHz));

/** Plucked notes of equal length, each with six partials. */
const plucked = (midis: readonly number[], seconds: number) =>
  concat(
    ...midis.map((midi) => {
      const hertz = 440 * 2 ** ((midi - 69) / 12);
      const partials = [1, 2, 3, 4, 5, 6].map((h) => sine(seconds, h * hertz, 0.2 / h, RATE));
      return partials[0]!.map(
        (_, i) => partials.reduce((sum, one) => sum + one[i]!, 0) * Math.exp((-3 * i) / RATE),
      );
    }),
  );

/** Buzz with a gliding pitch and two formants in syllables, hisses between them: speech in outline. */
function babble(seconds: number): Float32Array {
  const hiss = noise(seconds, 0.15, RATE, 7);
  let phase = 0;
  return hiss.map((h, i) => {
    const t = i / RATE;
    const syllable = (t * 3.7 + 0.4 * Math.sin(5.1 * t)) % 1;
    const pitch = 130 + 35 * Math.sin(2 * Math.PI * 2.3 * t) + 15 * Math.sin(2 * Math.PI * 0.7 * t);
    phase += pitch / RATE;
    let buzz = 0;
    for (let k = 1; k <= 24; k++) {
      const hertz = k * pitch;
      const formants =
        1 / (1 + ((hertz - 550) / 120) ** 2) + 0.6 / (1 + ((hertz - 1500) / 180) ** 2);
      buzz += formants * Math.sin(2 * Math.PI * k * phase);
    }
    if (syllable < 0.55) return 0.2 * buzz * Math.sin((Math.PI * syllable) / 0.55);
    return syllable < 0.75 ? h * 0.5 : 0.002 * h;
  });
}

describe('the guess', () => {
  test('takes an arpeggio for music, by held tones and an even beat', () => {
    const { kind, votes } = guess(plucked([60, 64, 67, 72, 67, 64, 57, 60, 64, 69, 64, 60], 0.4));

    assert.equal(kind, 'music');
    for (const name of ['held tones', 'beat regularity']) {
      const vote = votes.find((one) => one.name === name)!;
      assert.approximately(vote.votes.music, vote.weight, 1e-9, name);
    }
  });

  test.each([16_000, 44_100, 48_000])('takes white noise at %i Hz for noise', (rate) => {
    assert.equal(guess(noise(6, 0.2, rate), rate).kind, 'noise');
  });

  test('takes syllables of a gliding voice for speech', () => {
    const { kind, shares } = guess(babble(6));

    assert.equal(kind, 'speech', JSON.stringify(shares));
  });

  test('takes an even beat of drums for music, although it moves as fast as syllables', () => {
    const hit = noise(0.25, 0.8, RATE).map((x, i) => x * Math.exp((-40 * i) / RATE));
    const kick = sine(0.25, 60, 0.8, RATE).map((x, i) => x * Math.exp((-20 * i) / RATE));

    assert.equal(
      guess(concat(...Array.from({ length: 16 }, () => [kick, hit]).flat())).kind,
      'music',
    );
  });

  test('cannot tell a tone in noise, silence or a moment', () => {
    const tone = sine(4, 440, 0.5, RATE);
    const hiss = noise(4, 0.17, RATE);

    assert.isUndefined(guess(tone.map((x, i) => x + hiss[i]!)).kind);
    assert.isUndefined(guess(new Float32Array(RATE)).kind);
    assert.isUndefined(guess(sine(0.3, 440, 0.2, RATE)).kind);
  });

  test('shows votes that add up: each feature to its weight, all shares to 1', () => {
    const { votes, shares } = guess(plucked([60, 64, 67, 72], 1));

    for (const { name, weight, votes: cast } of votes) {
      assert.approximately(cast.speech + cast.music + cast.noise, weight, 1e-9, name);
    }
    assert.approximately(shares!.speech + shares!.music + shares!.noise, 1, 1e-9);
  });

  test('does not depend on how loud the sound is', () => {
    const loud = plucked([60, 64, 67, 72, 67, 64], 0.5);

    const softer = guess(loud.map((x) => x / 20));

    assert.approximately(softer.confidence, guess(loud).confidence, 0.1);
  });
});
