import { assert, describe, test } from 'vitest';
import { frameLevels } from './frame-levels.ts';
import { gapsOf } from './gaps.ts';
import { levelFigures } from './level.ts';
import { integratedLoudness } from './loudness.ts';
import { transientShare } from './transients.ts';

const RATE = 48_000;
const sine = (seconds: number, amplitude: number, hertz = 997): Float32Array =>
  Float32Array.from(
    { length: seconds * RATE },
    (_, i) => amplitude * Math.sin((2 * Math.PI * hertz * i) / RATE),
  );

describe('frame levels', () => {
  test('are root mean squares of overlapping frames, the last one left out', () => {
    const samples = Float32Array.from([3, 4, 0, 0, 1, 1]);

    const { rms, db } = frameLevels(samples, 2, 1); // starts 0, 1, 2, 3

    assert.deepEqual([...rms], [Math.sqrt(12.5), Math.sqrt(8), 0, Math.sqrt(0.5)]);
    assert.approximately(db[2]!, -240, 1e-9);
  });

  test('of a signal shorter than a frame are none', () => {
    assert.equal(frameLevels(new Float32Array(5), 10, 5).rms.length, 0);
  });
});

describe('loudness', () => {
  test('of a full-scale sine at 997 Hz on one channel is −3.01 LUFS', () => {
    assert.approximately(integratedLoudness(sine(3, 1), RATE)!, -3.01, 0.05); // BS.1770-4; pyloudnorm's filters
  });

  test('falls by 20 dB with a tenth of the amplitude', () => {
    const loud = integratedLoudness(sine(3, 0.5), RATE)!;
    const soft = integratedLoudness(sine(3, 0.05), RATE)!;

    assert.approximately(loud - soft, 20, 1e-3);
  });

  test('leaves out pauses by its gates', () => {
    const withPause = new Float32Array(6 * RATE);
    withPause.set(sine(3, 0.5));

    const whole = integratedLoudness(sine(3, 0.5), RATE)!;
    assert.approximately(integratedLoudness(withPause, RATE)!, whole, 0.3);
  });

  test('of silence does not exist', () => {
    assert.isUndefined(integratedLoudness(new Float32Array(RATE), RATE));
    assert.isUndefined(integratedLoudness(sine(1, 1e-5), RATE));
  });
});

describe('level', () => {
  test('counts runs of four clipped samples, eight as two', () => {
    const samples = new Float32Array(100);
    samples.fill(1, 0, 3); // too short
    samples.fill(-1, 10, 18); // two runs
    samples.fill(0.996, 30, 35); // one run and a rest

    const figures = levelFigures(samples, new Float64Array(0));

    assert.approximately(figures.clipRatio, 3 / 25, 1e-12);
  });

  test('of a sine has a crest of 3 dB and full marks', () => {
    const figures = levelFigures(sine(1, 0.5, 1000), Float64Array.from([-9, -9]));

    assert.approximately(figures.crestDb, 3.01, 0.01);
    assert.approximately(figures.score, 1, 1e-4);
  });

  test('of silence loses the third for silence, and has no crest', () => {
    const figures = levelFigures(new Float32Array(1000), Float64Array.from([-240, -240]));

    assert.equal(figures.silentShare, 1);
    assert.approximately(figures.score, 2 / 3, 1e-12);
    assert.approximately(figures.crestDb, 0, 1e-9);
  });

  test('of nothing is finite', () => {
    for (const value of Object.values(levelFigures(new Float32Array(0), new Float64Array(0)))) {
      assert.isTrue(Number.isFinite(value));
    }
  });
});

describe('transients', () => {
  test('are a twentieth by construction', () => {
    const noise = Float32Array.from({ length: RATE }, (_, i) => Math.sin(i * i));

    assert.approximately(transientShare(noise, RATE), 0.05, 1e-3);
  });

  test('of silence are none', () => {
    assert.equal(transientShare(new Float32Array(RATE), RATE), 0);
    assert.equal(transientShare(new Float32Array(0), RATE), 0);
  });
});

describe('gaps', () => {
  const withGap = (seconds: number): Float32Array => {
    const samples = sine(4, 0.5);
    samples.fill(0, 2 * RATE, (2 + seconds) * RATE);
    return samples;
  };

  test('of a steady sound are none', () => {
    assert.deepEqual(gapsOf(sine(4, 0.5), RATE), { longestS: 0, silentShare: 0, factor: 1 });
  });

  test('cost by the longest silence', () => {
    const { longestS, silentShare, factor } = gapsOf(withGap(0.5), RATE);

    // frames of 20 ms that lie inside the silence: 0.48 to 0.5 s of them; middle of 3.6 s
    assert.approximately(longestS, 0.49, 0.011);
    const gap = 1 - (longestS - 0.1) / (0.8 * 3.6);
    const active = 1 - silentShare;
    assert.approximately(factor, gap * (active >= 0.85 ? 1 : 1 - 2 * (0.85 - active)), 1e-9);
  });

  test('of longer silence cost more', () => {
    const factors = [0, 0.2, 0.5, 1, 1.5].map((seconds) => gapsOf(withGap(seconds), RATE).factor);

    for (let i = 1; i < factors.length; i++) assert.isBelow(factors[i]!, factors[i - 1]!);
  });

  test('at the ends of a recording do not count', () => {
    const samples = sine(4, 0.5);
    samples.fill(0, 0, 0.2 * RATE);
    samples.fill(0, 3.8 * RATE);

    assert.equal(gapsOf(samples, RATE).factor, 1);
  });

  test('of a recording without a middle cost nothing', () => {
    assert.equal(gapsOf(sine(0.4, 0.5), RATE).factor, 1);
  });
});
