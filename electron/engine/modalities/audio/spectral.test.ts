import { assert, describe, test } from 'vitest';
import { chromaStructure } from './chroma-structure.ts';
import { chromagram } from './constant-q.ts';
import { flatnessOf } from './flatness.ts';
import { halveRate } from './halve-rate.ts';
import { periodicityPeak } from './periodicity.ts';
import { signalToNoise } from './signal-to-noise.ts';
import { SpectralContrast } from './spectral-contrast.ts';
import { spectralTilt } from './spectral-tilt.ts';
import { TuningEstimate } from './tuning.ts';
import { BINS, walkSpectrogram } from './spectrogram.ts';

const RATE = 48_000;
const BIN_HZ = RATE / 2048;
const sine = (seconds: number, hertz: number): Float32Array =>
  Float32Array.from(
    { length: seconds * RATE },
    (_, i) => 0.5 * Math.sin((2 * Math.PI * hertz * i) / RATE),
  );

describe('flatness', () => {
  test('is 1 for equal magnitudes and near 0 for one alone', () => {
    const one = new Float64Array(1025);
    one[40] = 1;

    assert.approximately(flatnessOf(new Float64Array(1025).fill(0.01)), 1, 1e-9);
    assert.isBelow(flatnessOf(one), 1e-8);
  });

  test('is the geometric over the arithmetic mean', () => {
    // √(1·4)/2.5
    assert.approximately(flatnessOf(Float64Array.from([1, 4])), 0.8, 1e-9);
  });

  test('of silence is 1, since nothing stands out', () => {
    assert.approximately(flatnessOf(new Float64Array(1025)), 1, 1e-9);
  });
});

describe('contrast', () => {
  test('is the decibels between the greatest and the least of a band', () => {
    const contrast = new SpectralContrast(BINS, BIN_HZ);
    const magnitudes = new Float64Array(BINS).fill(0.001);
    magnitudes[20] = 0.1; // 469 Hz: the band from 400 to 800 Hz
    contrast.add(magnitudes);

    const medians = contrast.bandMedians();

    // 10·log10(0.1/0.001) = 20 there, 0 elsewhere
    assert.equal(medians.length, 7);
    medians.forEach((value, band) => assert.approximately(value, band === 2 ? 20 : 0, 1e-9));
  });

  test('is limited to 80 dB below the greatest peak', () => {
    const contrast = new SpectralContrast(BINS, BIN_HZ);
    const magnitudes = new Float64Array(BINS);
    magnitudes[3] = 1;
    contrast.add(magnitudes);

    // the peak is at 0 dB, its valley at the floor of the valleys, 10·log10(1e−10)
    assert.approximately(contrast.bandMedians()[0]!, 100, 1e-9);
    assert.approximately(contrast.bandMedians()[4]!, 20, 1e-9);
  });

  test('of silence is 0', () => {
    const contrast = new SpectralContrast(BINS, BIN_HZ);
    contrast.add(new Float64Array(BINS));

    assert.deepEqual(contrast.bandMedians(), [0, 0, 0, 0, 0, 0, 0]);
  });
});

describe('tilt', () => {
  test('of power that falls with the square of frequency has a slope of −2', () => {
    const power = Float64Array.from({ length: BINS }, (_, k) => 1e4 / Math.max(1, k) ** 2);

    assert.approximately(spectralTilt(power, BIN_HZ).hissSlope, -2, 1e-6);
  });

  test('of a flat spectrum has no slope and its share of the high band', () => {
    const { hissSlope, highShare, bandwidth } = spectralTilt(
      new Float64Array(BINS).fill(1),
      BIN_HZ,
    );

    assert.approximately(hissSlope, 0, 1e-9);
    assert.approximately(highShare, 9000 / 24_000, 0.002);
    assert.equal(bandwidth, 1);
  });

  test('of a low tone is narrow', () => {
    const power = new Float64Array(BINS);
    power[10] = 1;

    const tilt = spectralTilt(power, BIN_HZ);

    assert.approximately(tilt.bandwidthHz, 10 * BIN_HZ, 1e-9);
    assert.equal(tilt.highShare, 0);
  });

  test('of silence is finite', () => {
    for (const value of Object.values(spectralTilt(new Float64Array(BINS), BIN_HZ))) {
      assert.isTrue(Number.isFinite(value));
    }
  });
});

describe('pitch', () => {
  const tuningOf = (hertz: number): number => {
    const tuning = new TuningEstimate(BINS, BIN_HZ);
    walkSpectrogram(sine(1, hertz), (magnitudes) => tuning.add(magnitudes));
    return tuning.estimate(12);
  };

  test('is measured against A440, in semitones of twelve', () => {
    assert.approximately(tuningOf(440), 0.04, 0.06); // the interpolation of peaks leans a little
    assert.approximately(tuningOf(440 * 2 ** (0.3 / 12)), 0.3, 0.08);
    assert.approximately(tuningOf(440 * 2 ** (-0.3 / 12)), -0.3, 0.08);
  });

  test('of silence is in tune', () => {
    assert.equal(new TuningEstimate(BINS, BIN_HZ).estimate(36), 0);
  });
});

describe('chromagram', () => {
  test.each([
    ['C4', 0, 261.6256],
    ['A4', 9, 440],
    ['B2', 11, 123.4708],
    ['E6', 4, 1318.51],
  ])('puts %s into its class', (_, pitchClass, hertz) => {
    const rows = chromagram(sine(1.5, hertz), RATE, 0);

    const middle = rows.map((row) => row[70]!);
    assert.equal(middle.indexOf(Math.max(...middle)), pitchClass);
    assert.equal(Math.max(...middle), 1);
    const others = middle.filter((_, i) => i !== pitchClass);
    assert.isBelow(Math.max(...others), 0.2);
  });

  test('of a steady tone does not vary, of a changing one it does', () => {
    const changing = new Float32Array(3 * RATE);
    changing.set(sine(1.5, 261.6256));
    changing.set(sine(1.5, 440), 1.5 * RATE);

    const steady = chromaStructure(chromagram(sine(3, 440), RATE, 0));
    const varied = chromagram(changing, RATE, 0);

    assert.equal(steady.score, 0);
    const [c, a] = [varied[0]!, varied[9]!];
    assert.isAbove(c[50]! - c[230]!, 0.9);
    assert.isAbove(a[230]! - a[50]!, 0.9);
  });

  test('of silence is 0', () => {
    assert.deepEqual(chromaStructure(chromagram(new Float32Array(RATE), RATE, 0)), {
      variance: 0,
      score: 0,
    });
  });

  test('rates variance from 0.005 to 0.05', () => {
    // half 0, half v: variance v²/4
    const rows = (v: number) => Array.from({ length: 12 }, () => Float64Array.from([0, v]));

    assert.approximately(chromaStructure(rows(2 * Math.sqrt(0.0275))).score, 0.5, 1e-9);
    assert.equal(chromaStructure(rows(1)).score, 1);
    assert.equal(chromaStructure(rows(0.1)).score, 0);
  });
});

describe('halving the rate', () => {
  const level = (values: Float64Array) =>
    Math.max(...values.subarray(100, values.length - 100).map(Math.abs));

  test.each([true, false])('keeps what a constant-Q octave reads (first: %s)', (isFirst) => {
    const kept = (isFirst ? 0.08 : 0.17) * RATE; // of the old rate

    assert.approximately(level(halveRate(sine(0.2, kept), isFirst)), 0.5, 2e-3);
  });

  test.each([true, false])('takes away what would fold onto it (first: %s)', (isFirst) => {
    const folding = (isFirst ? 0.42 : 0.33) * RATE;

    assert.isBelow(level(halveRate(sine(0.2, folding), isFirst)), 1e-4);
  });
});

describe('periodicity', () => {
  test('of a tone is near 1 less the shortening by its lag', () => {
    // 200 Hz: lag 240 of 1440 → 1 − 240/1440
    assert.approximately(periodicityPeak(sine(1, 200), RATE), 1 - 240 / 1440, 0.01);
  });

  test('of noise is low, of silence 0', () => {
    const noise = Float32Array.from({ length: RATE }, (_, i) => Math.sin(i * i));

    assert.isBelow(periodicityPeak(noise, RATE), 0.3);
    assert.equal(periodicityPeak(new Float32Array(RATE), RATE), 0);
  });

  test('does not depend on loudness', () => {
    const soft = sine(1, 150).map((value) => value / 1000);

    assert.approximately(periodicityPeak(soft, RATE), periodicityPeak(sine(1, 150), RATE), 1e-5);
  });
});

describe('signal to noise', () => {
  const frames = (count: number, rms: number, flatness: number) => ({
    rms: new Float64Array(count).fill(rms),
    flatness: new Float64Array(count).fill(flatness),
  });
  const join = (...parts: Float64Array[]) => Float64Array.from(parts.flatMap((part) => [...part]));
  const measure = (...parts: ReturnType<typeof frames>[]) => {
    const rms = join(...parts.map((part) => part.rms));
    const db = rms.map((value) => 20 * Math.log10(value + 1e-12));
    return signalToNoise(rms, db, join(...parts.map((part) => part.flatness)));
  };

  test('compares tonal with noisy frames', () => {
    const { flatnessDb, noisyShare } = measure(frames(30, 0.1, 0.2), frames(10, 0.01, 0.8));

    assert.approximately(flatnessDb!, 20, 1e-6);
    assert.equal(noisyShare, 0.25);
  });

  test('has no such figure with too few frames of either', () => {
    assert.isUndefined(measure(frames(30, 0.1, 0.2), frames(9, 0.01, 0.8)).flatnessDb);
    assert.isUndefined(measure(frames(9, 0.1, 0.2)).flatnessDb);
  });

  test('takes quiet flat frames for the noise, if there are ten', () => {
    const { plainDb } = measure(frames(90, 0.1, 0.2), frames(10, 0.001, 0.9));

    // mean (90·0.1 + 10·0.001)/100 over 0.001
    assert.approximately(plainDb, 20 * Math.log10(0.0901 / 0.001), 1e-6);
  });

  test('stays between −10 and 50 dB, and is 0 for silence', () => {
    assert.equal(measure(frames(80, 0.9, 0.2), frames(20, 1e-7, 0.9)).plainDb, 50);
    assert.approximately(measure(frames(20, 0, 1)).plainDb, 0, 1e-9);
  });
});
