import { clip, median, percentile } from '../order-statistics.ts';

const FLOOR = 1e-12; // gq-official.md, audio, SNR; so are all figures below
const MIN_QUIET = 10;
const MIN_VALID = 20;

/** What the official code knows of noise, from frame levels and the flatness of frames. */
export interface SignalToNoise {
  /** dB, in [−10, 50]. */
  readonly plainDb: number;
  /** dB, not clipped; undefined where tonal or noisy frames are too few. */
  readonly flatnessDb: number | undefined;
  /** Share of frames above −50 dB whose flatness exceeds 0.55; 0 when such frames are too few. */
  readonly noisyShare: number;
}

/**
 * Frame k of the levels (hop 10 ms) is paired with frame k of the spectrogram (hop 512) although
 * their times differ, and levels beyond the last frame are dropped: the official code does so, and
 * the score keeps it.
 */
export function signalToNoise(
  rms: Float64Array,
  db: Float64Array,
  flatness: Float64Array,
): SignalToNoise {
  const pairs = Math.min(rms.length, flatness.length);
  const paired = { rms: rms.subarray(0, pairs), db: db.subarray(0, pairs), flatness };
  return { plainDb: plain(paired), ...byFlatness(paired) };
}

interface Paired {
  readonly rms: Float64Array;
  readonly db: Float64Array;
  readonly flatness: Float64Array;
}

function plain({ rms, db, flatness }: Paired): number {
  const quiet = rms.filter((_, k) => db[k]! < -45 && flatness[k]! > 0.6);
  const noise = quiet.length >= MIN_QUIET ? percentile(quiet, 20) : percentile(rms, 10);
  const mean = rms.reduce((sum, value) => sum + value, 0) / Math.max(1, rms.length);
  return clip(20 * Math.log10((mean + FLOOR) / (noise + FLOOR)), -10, 50);
}

function byFlatness({
  rms,
  db,
  flatness,
}: Paired): Pick<SignalToNoise, 'flatnessDb' | 'noisyShare'> {
  const valid: number[] = [];
  for (let k = 0; k < rms.length; k++) if (db[k]! > -50) valid.push(k);
  if (valid.length < MIN_VALID) return { flatnessDb: undefined, noisyShare: 0 };
  const noisyShare = valid.filter((k) => flatness[k]! > 0.55).length / valid.length;
  const tonal = valid.filter((k) => flatness[k]! < 0.45);
  const noisy = valid.filter((k) => flatness[k]! > 0.65);
  const needed = Math.max(10, Math.floor(0.05 * valid.length));
  if (tonal.length < needed || noisy.length < needed) return { flatnessDb: undefined, noisyShare };
  const level = (frames: number[]) => median(frames.map((k) => rms[k]!)) + FLOOR;
  return { flatnessDb: 20 * Math.log10(level(tonal) / level(noisy)), noisyShare };
}
