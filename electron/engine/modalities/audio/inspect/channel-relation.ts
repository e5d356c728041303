const SILENT_POWER = 1e-8; // −80 dBFS
const AUDIBLE_POWER = 1e-6; // −60 dBFS
const SAME_WITHIN = 1.6 / 32768; // both roundings of 16 bits
const SAME_CORRELATION = 0.9999;
const SAME_LEVEL_DB = 0.1;
const INVERTED_CORRELATION = -0.9;

/** Mean and power of one channel. */
export interface ChannelLevel {
  /** DC offset, in parts of full scale. */
  readonly mean: number;
  /** Mean square, the offset taken away. */
  readonly power: number;
}

/** What the first two channels have to do with each other. */
export interface ChannelPair {
  /** Correlation coefficient; absent where a channel does not move. */
  readonly correlation: number | undefined;
  /** Level of the first less that of the second, dB; absent where one is silent. */
  readonly balanceDb: number | undefined;
  readonly relation: 'different' | 'identical' | 'nearly identical' | 'inverted';
}

/** Mean and mean square of a channel; of nothing both are 0. */
export function channelLevel(samples: Float32Array): ChannelLevel {
  let sum = 0;
  let energy = 0;
  for (let i = 0; i < samples.length; i++) {
    sum += samples[i]!;
    energy += samples[i]! * samples[i]!;
  }
  const count = Math.max(1, samples.length);
  const mean = sum / count;
  return { mean, power: Math.max(0, energy / count - mean * mean) };
}

/** Compares two channels of equal length. */
export function compareChannels(a: Float32Array, b: Float32Array): ChannelPair {
  const first = channelLevel(a);
  const second = channelLevel(b);
  let product = 0;
  let greatest = 0;
  for (let i = 0; i < a.length; i++) {
    product += (a[i]! - first.mean) * (b[i]! - second.mean);
    greatest = Math.max(greatest, Math.abs(a[i]! - b[i]!));
  }
  const spread = Math.sqrt(first.power * second.power);
  if (first.power < SILENT_POWER || second.power < SILENT_POWER) {
    const relation = greatest <= SAME_WITHIN ? 'identical' : 'different';
    return { correlation: undefined, balanceDb: undefined, relation };
  }
  const correlation = Math.min(1, Math.max(-1, product / Math.max(1, a.length) / spread));
  const balanceDb = 10 * Math.log10(first.power / second.power);
  return { correlation, balanceDb, relation: relationOf(correlation, balanceDb, greatest) };
}

function relationOf(
  correlation: number,
  balanceDb: number,
  greatest: number,
): ChannelPair['relation'] {
  if (greatest <= SAME_WITHIN) return 'identical';
  if (correlation < INVERTED_CORRELATION) return 'inverted';
  const isNear = correlation > SAME_CORRELATION && Math.abs(balanceDb) < SAME_LEVEL_DB;
  return isNear ? 'nearly identical' : 'different';
}

/** Channels that are silent although another one is not, counted from 0. */
export function silentChannels(levels: readonly ChannelLevel[]): number[] {
  if (!levels.some(({ power }) => power > AUDIBLE_POWER)) return [];
  return levels.flatMap(({ power }, c) => (power < SILENT_POWER ? [c] : []));
}
