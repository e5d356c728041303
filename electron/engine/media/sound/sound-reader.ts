/** Decoded samples of a stretch, about where it was asked for. */
export interface SoundStretch {
  /** Where the first sample really stands. */
  readonly startS: number;
  /** One array a channel, at most two, all of one length; samples in about [-1, 1]. */
  readonly channels: readonly Float32Array[];
}

/**
 * Sound of a file from which any moment can be read without decoding what lies before it. Reads block:
 * for worker threads only.
 */
export interface SoundReader {
  readonly sampleRateHz: number;
  readonly durationS: number;
  /**
   * @returns the blocks of the file that hold the stretch, so usually more than was asked for; fewer
   *   samples, or none, where the file is damaged
   */
  readonly read: (startS: number, lengthS: number) => Promise<SoundStretch>;
  readonly close: () => void;
}

/** At most the first two channels of what a decoder gave. */
export const firstTwo = (channels: readonly Float32Array[]): readonly Float32Array[] =>
  channels.slice(0, 2);
