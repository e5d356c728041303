/** Whether all samples are numbers: a sum is finite only if all of its parts are. */
export const areFinite = (channels: readonly Float32Array[]): boolean =>
  channels.every((samples) => {
    let sum = 0;
    for (let i = 0; i < samples.length; i++) sum += samples[i]!;
    return Number.isFinite(sum);
  });
