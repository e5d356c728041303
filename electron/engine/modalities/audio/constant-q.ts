// Constant-Q chromagram as librosa's chroma_cqt makes it, at half its internal rates: every octave
// is taken where it lies between 0.17 and 0.35 of the rate, with transforms of 512 points. Filters are
// centred on the frame, so that their spectra are real; librosa's lie half a sample off, which changes
// no magnitude that matters.
import { fftOf } from './fft.ts';
import { halveRate } from './halve-rate.ts';

const OCTAVES = 7; // librosa 0.11 chroma_cqt
const BINS_PER_OCTAVE = 36; // librosa 0.11 chroma_cqt
const CLASSES = 12; // same
const FMIN_HZ = 440 * 2 ** (-45 / 12); // C1
const SPARSITY = 0.01; // librosa 0.11 cqt: least parts of a filter that together hold 1 % are dropped
const FRAME_HOP = 512; // same, samples at the signal's rate
const RATE_DIVISOR = 4; // top octave at 12 kHz of 48

/** One filter's spectrum: the bins that matter and their real weights. */
interface Filter {
  readonly first: number;
  readonly weights: Float64Array;
}

/**
 * Chromagram: 12 rows, each frame divided by its greatest class.
 *
 * @param tuning  offset in bins of 36 an octave
 * @returns one array a class, from C; as many frames as 512 samples fit, and one
 * @source gq-official.md, audio, chroma; librosa 0.11, chroma_cqt with its defaults
 */
export function chromagram(
  samples: Float32Array,
  sampleRateHz: number,
  tuning: number,
): Float64Array[] {
  const frames = 1 + Math.floor(samples.length / FRAME_HOP);
  const chroma = Array.from({ length: CLASSES }, () => new Float64Array(frames));
  let signal = halveRate(halveRate(samples, true), false);
  let hop = FRAME_HOP / RATE_DIVISOR;
  const rate = sampleRateHz / RATE_DIVISOR;
  const bank = filterBank(tuning, rate);
  for (let octave = OCTAVES - 1; octave >= 0; octave--) {
    addOctave(signal, hop, bank, octave, chroma);
    if (octave > 0) {
      signal = halveRate(signal, false);
      hop /= 2;
    }
  }
  for (let t = 0; t < frames; t++) {
    let greatest = 0;
    for (const row of chroma) greatest = Math.max(greatest, row[t]!);
    if (greatest > 0) for (const row of chroma) row[t]! /= greatest;
  }
  return chroma;
}

/** Filters of one octave. `first` and `last` span the bins that any of them reads. */
interface FilterBank {
  readonly size: number;
  readonly filters: readonly Filter[];
  readonly first: number;
  readonly last: number;
}

const banks = new Map<string, FilterBank>();

/** Filters of the top octave; those of the others are equal at their own rates. */
function filterBank(tuning: number, rate: number): FilterBank {
  const key = `${tuning} ${rate}`; // a hundred tunings at most
  let bank = banks.get(key);
  if (bank === undefined) {
    bank = createFilterBank(FMIN_HZ * 2 ** (OCTAVES - 1 + tuning / BINS_PER_OCTAVE), rate);
    banks.set(key, bank);
  }
  return bank;
}

function createFilterBank(topHz: number, rate: number): FilterBank {
  const ratio = 2 ** (2 / BINS_PER_OCTAVE);
  const q = (ratio + 1) / (ratio - 1);
  const size = 2 ** Math.ceil(Math.log2((q * rate) / topHz));
  const filters = Array.from({ length: BINS_PER_OCTAVE }, (_, i) => {
    const frequency = topHz * 2 ** (i / BINS_PER_OCTAVE);
    return filterOf(frequency / rate, (q * rate) / frequency, size);
  });
  const first = Math.min(...filters.map((filter) => filter.first));
  const last = Math.max(...filters.map((filter) => filter.first + filter.weights.length - 1));
  return { size, filters, first, last };
}

/** Hann-windowed wave of so many cycles a sample, centred, as a spectrum; its weights add up to √length. */
function filterOf(cycles: number, length: number, size: number): Filter {
  const fft = fftOf(size);
  fft.re.fill(0);
  fft.im.fill(0);
  const count = Math.ceil(Math.floor(length / 2) - Math.floor(-length / 2)); // librosa's rounding
  const centre = size / 2;
  const first = Math.ceil(centre - count / 2);
  let total = 0;
  for (let i = 0; i < count; i++) total += hann(i / count);
  for (let i = first; i - centre < count / 2; i++) {
    const weight = hann((i - centre) / count + 0.5) / total;
    const angle = 2 * Math.PI * cycles * (i - centre);
    fft.re[i] = weight * Math.cos(angle);
    fft.im[i] = weight * Math.sin(angle);
  }
  fft.transform();
  // centred on size/2: the spectrum is real but for the sign of that shift
  const spectrum = fft.re.slice(0, size / 2 + 1).map((value, k) => (k % 2 === 0 ? value : -value));
  return sparse(spectrum, Math.sqrt(length));
}

const hann = (position: number): number => 0.5 - 0.5 * Math.cos(2 * Math.PI * position);

/** Keeps the run of bins that holds all but the dropped share. */
function sparse(spectrum: Float64Array, gain: number): Filter {
  const sizes = spectrum.map(Math.abs);
  const rising = sizes.slice().sort();
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let dropped = 0;
  let least = 0;
  for (const size of rising) {
    dropped += size;
    least = size;
    if (dropped >= SPARSITY * total) break;
  }
  const first = sizes.findIndex((size) => size >= least);
  const last = sizes.findLastIndex((size) => size >= least);
  const weights = spectrum
    .slice(first, last + 1)
    .map((value, i) => (sizes[first + i]! >= least ? value * gain : 0));
  // the shift's sign, once for all frames
  return { first, weights: weights.map((value, i) => ((first + i) % 2 === 0 ? value : -value)) };
}

function addOctave(
  signal: Float64Array,
  hop: number,
  { size, filters, first, last }: FilterBank,
  octave: number,
  chroma: readonly Float64Array[],
): void {
  const frames = chroma[0]!.length;
  const fft = fftOf(size);
  const padded = new Float64Array(Math.max(signal.length, (frames - 1) * hop) + size);
  padded.set(signal, size / 2);
  const bins = size / 2 + 1;
  const spectra = Array.from({ length: 4 }, () => new Float64Array(bins));
  const [aRe, aIm, bRe, bIm] = spectra as [Float64Array, Float64Array, Float64Array, Float64Array];
  for (let t = 0; t < frames; t += 2) {
    fft.re.set(padded.subarray(t * hop, t * hop + size));
    const hasPair = t + 1 < frames;
    if (hasPair) fft.im.set(padded.subarray((t + 1) * hop, (t + 1) * hop + size));
    else fft.im.fill(0);
    fft.transform();
    for (let k = first; k <= last; k++) {
      const m = (size - k) & (size - 1);
      aRe[k] = (fft.re[k]! + fft.re[m]!) / 2;
      aIm[k] = (fft.im[k]! - fft.im[m]!) / 2;
      bRe[k] = (fft.im[k]! + fft.im[m]!) / 2;
      bIm[k] = (fft.re[m]! - fft.re[k]!) / 2;
    }
    addFrame(aRe, aIm, filters, octave, chroma, t);
    if (hasPair) addFrame(bRe, bIm, filters, octave, chroma, t + 1);
  }
}

function addFrame(
  re: Float64Array,
  im: Float64Array,
  filters: readonly Filter[],
  octave: number,
  chroma: readonly Float64Array[],
  frame: number,
): void {
  const scale = 2 ** (OCTAVES - 1 - octave); // √length doubles its square an octave down
  for (let i = 0; i < filters.length; i++) {
    const { first, weights } = filters[i]!;
    let sumRe = 0;
    let sumIm = 0;
    for (let j = 0; j < weights.length; j++) {
      const weight = weights[j]!;
      sumRe += weight * re[first + j]!;
      sumIm += weight * im[first + j]!;
    }
    const size = Math.sqrt((sumRe * sumRe + sumIm * sumIm) * scale);
    chroma[Math.floor((i + 1) / 3) % CLASSES]![frame]! += size;
  }
}
