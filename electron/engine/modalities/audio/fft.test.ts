import { assert, describe, test } from 'vitest';
import { fftOf, fftSizeFor } from './fft.ts';
import { BINS, spectrogramFrames, walkSpectrogram } from './spectrogram.ts';

describe('FFT', () => {
  test.each([4, 8, 16, 20, 40, 64, 160, 512])(
    'of %i points is the sum of its definition',
    (size) => {
      const input = Array.from(
        { length: size },
        (_, i) => [Math.sin(i * i), Math.cos(3 * i)] as const,
      );
      const fft = fftOf(size);
      input.forEach(([re, im], i) => {
        fft.re[i] = re;
        fft.im[i] = im;
      });

      fft.transform();

      for (let k = 0; k < size; k++) {
        let re = 0;
        let im = 0;
        input.forEach(([a, b], i) => {
          const angle = (-2 * Math.PI * i * k) / size;
          re += a * Math.cos(angle) - b * Math.sin(angle);
          im += a * Math.sin(angle) + b * Math.cos(angle);
        });
        assert.approximately(fft.re[k]!, re, 1e-9);
        assert.approximately(fft.im[k]!, im, 1e-9);
      }
    },
  );

  test('keeps energy', () => {
    const fft = fftOf(2560);
    fft.re.forEach((_, i) => (fft.re[i] = Math.sin(i * i)));
    fft.im.fill(0);
    const energy = fft.re.reduce((sum, value) => sum + value * value, 0);

    fft.transform();

    const after = fft.re.reduce((sum, re, k) => sum + re * re + fft.im[k]! ** 2, 0);
    assert.approximately(after / 2560, energy, 1e-8);
  });

  test('takes the least size that fits', () => {
    assert.deepEqual(
      [3, 5, 40, 1025, 2401].map(fftSizeFor),
      [4, 5, 40, 1280, 2560].map((n) => (n === 5 ? 5 : n)),
    );
  });
});

describe('spectrogram', () => {
  test('shows a sine at half its amplitude, in its bin', () => {
    const bin = 64;
    const samples = Float32Array.from(
      { length: 8192 },
      (_, i) => 0.5 * Math.sin((2 * Math.PI * bin * i) / 2048),
    );
    const seen: number[] = [];

    walkSpectrogram(samples, (magnitudes, _, frame) => {
      if (frame === 8) seen.push(magnitudes[bin]!, magnitudes[bin + 1]!, magnitudes[bin + 9]!);
    });

    assert.approximately(seen[0]!, 0.25, 1e-6); // scaled by 1/Σ window: amplitude/2
    assert.approximately(seen[1]!, 0.125, 1e-6); // Hann: half of it beside
    assert.approximately(seen[2]!, 0, 1e-6);
  });

  test('has a frame a hop and one, whatever the length', () => {
    for (const length of [1, 511, 512, 513, 4000]) {
      let frames = 0;
      walkSpectrogram(new Float32Array(length), (magnitudes) => {
        frames++;
        assert.equal(magnitudes.length, BINS);
      });
      assert.equal(frames, spectrogramFrames(length));
      assert.equal(frames, Math.ceil(length / 512) + 1);
    }
  });
});
