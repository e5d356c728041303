import { assert, describe, test } from 'vitest';
import { scoreAudio } from './quality.ts';
import { prepareSignal } from './prepare.ts';
import { resample } from './resample.ts';

const RATE = 48_000;
const sine = (seconds: number, hertz: number, rate = RATE, amplitude = 0.5): Float32Array =>
  Float32Array.from(
    { length: seconds * rate },
    (_, i) => amplitude * Math.sin((2 * Math.PI * hertz * i) / rate),
  );
const mono = (samples: Float32Array, sampleRateHz = RATE) => ({
  channels: [samples],
  sampleRateHz,
});

describe('preparing a signal', () => {
  test('takes the mean of the channels and its mean away', () => {
    const channels = [new Float32Array(RATE).fill(0.5), sine(1, 480)];

    const prepared = prepareSignal({ channels, sampleRateHz: RATE });

    assert.approximately(Math.max(...prepared), 0.25, 1e-3);
    assert.approximately(
      prepared.reduce((sum, value) => sum + value, 0) / prepared.length,
      0,
      1e-6,
    );
  });

  test('trims to 0.2 s before and after what can be heard', () => {
    const samples = new Float32Array(4 * RATE);
    samples.set(sine(1, 480), 2 * RATE);

    assert.approximately(prepareSignal(mono(samples)).length, 1.4 * RATE, 3);
  });

  test('keeps silence whole', () => {
    assert.equal(prepareSignal(mono(new Float32Array(RATE))).length, RATE);
  });
});

describe('resampling', () => {
  test.each([8000, 11_025, 16_000, 22_050, 24_000, 32_000, 44_100, 88_200, 96_000])(
    'from %i Hz keeps a tone of 1 kHz',
    (rate) => {
      const out = resample(sine(0.5, 1000, rate), rate, RATE);

      assert.equal(out.length, Math.ceil((Math.floor(rate / 2) * RATE) / rate));
      for (let i = 4000; i < out.length - 4000; i += 7) {
        const expected = 0.5 * Math.sin((2 * Math.PI * 1000 * i) / RATE);
        assert.approximately(out[i]!, expected, 2e-6);
      }
    },
  );

  test('from 96 kHz takes away what 48 kHz cannot hold', () => {
    const out = resample(sine(0.5, 30_000, 96_000), 96_000, RATE);

    assert.isBelow(Math.max(...out.subarray(4000, 20_000).map(Math.abs)), 1e-5);
  });

  test('of equal rates and of nothing changes nothing', () => {
    const samples = sine(0.1, 440);

    assert.equal(resample(samples, RATE, RATE), samples);
    assert.equal(resample(new Float32Array(0), 44_100, RATE).length, 0);
  });
});

describe('audio score', () => {
  test('does not exist for less than one loudness block', () => {
    const outcome = scoreAudio(mono(sine(0.39, 440)));

    assert(outcome.status === 'unscored');
    assert.equal(outcome.code, 'media-too-small');
  });

  test('does not exist for samples that are not numbers', () => {
    const samples = sine(1, 440);
    samples[99] = NaN;

    const outcome = scoreAudio(mono(samples));

    assert(outcome.status === 'unscored');
    assert.equal(outcome.code, 'media-broken');
  });

  test('of silence is 0, and says that it is silent', () => {
    const outcome = scoreAudio(mono(new Float32Array(RATE)));

    assert(outcome.status === 'scored');
    assert.equal(outcome.evidence.score, 0);
    assert.isUndefined(outcome.evidence.components['loudness']?.value);
    assert.isTrue(outcome.evidence.notes.some((note) => note.includes('silent')));
  });

  test('is the same for one channel and for two that are equal', () => {
    const samples = sine(1, 440).map((value, i) => value + 0.1 * Math.sin(i * i));

    const one = scoreAudio(mono(samples));
    const two = scoreAudio({ channels: [samples, samples], sampleRateHz: RATE });

    assert(one.status === 'scored' && two.status === 'scored');
    assert.approximately(one.evidence.score, two.evidence.score, 0.01);
  });

  test('keeps every figure finite and in its range for hostile signals', () => {
    const hostile = [
      new Float32Array(RATE).fill(1),
      Float32Array.from({ length: RATE }, (_, i) => (i % 2 ? 1 : -1)),
      Float32Array.from({ length: RATE }, (_, i) => (i % 20_000 === 500 ? 1 : 0)),
      sine(1, 440, RATE, 1e-30),
      sine(1, 23_999),
    ];

    for (const samples of hostile) {
      const outcome = scoreAudio(mono(samples));
      assert(outcome.status === 'scored', JSON.stringify(outcome));
      for (const [name, { value, range }] of Object.entries(outcome.evidence.components)) {
        if (value !== undefined) assert.isTrue(value >= range[0] && value <= range[1], name);
      }
    }
  });
});
