import { assert, describe, test } from 'vitest';
import { programmeLoudness } from './programme-loudness.ts';
import { amplitude, concat, noise, sine } from '../../../../../tests/builders/sounds.ts';

const RATE = 48_000;
const tone = (seconds: number, db: number, rate = RATE) => sine(seconds, 1000, amplitude(db), rate);
const stereo = (samples: Float32Array, rate = RATE) => programmeLoudness([samples, samples], rate);

describe('integrated loudness', () => {
  // EBU Tech 3341, minimum requirements, signals 1 to 5
  test.each([-23, -33])('of a stereo sine of 1 kHz at %d dBFS is its level', (db) => {
    assert.approximately(stereo(tone(20, db)).integrated!, db, 0.1);
  });

  test('leaves out what lies 10 LU below the rest', () => {
    const samples = concat(tone(10, -36), tone(60, -23), tone(10, -36));

    assert.approximately(stereo(samples).integrated!, -23, 0.1);
  });

  test('leaves out what lies below −70 LUFS', () => {
    const parts = [tone(10, -72), tone(10, -36), tone(60, -23), tone(10, -36), tone(10, -72)];

    assert.approximately(stereo(concat(...parts)).integrated!, -23, 0.1);
  });

  test('is a mean of powers', () => {
    const samples = concat(tone(20, -26), tone(20.1, -20), tone(20, -26));

    assert.approximately(stereo(samples).integrated!, -23, 0.1);
  });

  test('weights the surrounds by 1.41 and leaves out the bass channel', () => {
    // Tech 3341, signal 6: −28 front left and right, −24 centre, −30 surrounds
    const [front, centre, rear] = [tone(20, -28), tone(20, -24), tone(20, -30)];
    const loud = tone(20, -3);

    const { integrated } = programmeLoudness([front, front, centre, loud, rear, rear], RATE);

    assert.approximately(integrated!, -23, 0.1);
  });

  test.each([8000, 11_025, 16_000, 22_050, 44_100, 96_000])('is the same at %i Hz', (rate) => {
    assert.approximately(stereo(tone(3, -23, rate), rate).integrated!, -23, 0.1);
  });

  test('of silence and of less than a block does not exist', () => {
    assert.isUndefined(stereo(new Float32Array(RATE)).integrated);
    assert.isUndefined(stereo(tone(0.39, -20)).integrated);
  });

  test('of 10 dB less is 10 LU less', () => {
    const loud = noise(5, 0.5);

    const difference =
      stereo(loud).integrated! - stereo(loud.map((x) => x * amplitude(-10))).integrated!;

    assert.approximately(difference, 10, 1e-3);
  });
});

describe('loudness range', () => {
  // EBU Tech 3342, minimum requirements, signals 1 to 4
  test.each([
    { levels: [-20, -30], range: 10 },
    { levels: [-20, -15], range: 5 },
    { levels: [-40, -20], range: 20 },
    { levels: [-50, -35, -20, -35, -50], range: 15 },
  ])('of 20 s each at $levels is $range LU', ({ levels, range }) => {
    const samples = concat(...levels.map((db) => tone(20, db)));

    assert.approximately(stereo(samples).range!, range, 1);
  });

  test('of a steady tone is 0, and of 3 s there is none', () => {
    assert.approximately(stereo(tone(20, -23)).range!, 0, 1e-6);
    assert.isUndefined(stereo(tone(3, -23)).range);
  });
});

test('the greatest short-term and momentary loudness are those of the loudest part', () => {
  const { shortTermMax, momentaryMax } = stereo(
    concat(tone(5, -30), tone(0.5, -10), tone(4, -30), tone(3.2, -20), tone(4, -30)),
  );

  assert.approximately(momentaryMax!, -10, 0.1);
  assert.approximately(shortTermMax!, -17.5, 0.5); // 0.5 s at −10 among 2.5 s at −30
});
