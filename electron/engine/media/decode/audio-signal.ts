/** Decoded audio: one array a channel, all of one length, samples in about [−1, 1]. */
export interface AudioSignal {
  readonly channels: readonly Float32Array[];
  readonly sampleRateHz: number;
}
