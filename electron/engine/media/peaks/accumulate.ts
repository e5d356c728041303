/**
 * Collects the largest absolute amplitude of equal stretches of sound while it is being decoded,
 * when its length is not known yet: stretches are joined in pairs whenever there are too many, so
 * memory stays constant however long the file is.
 */
export interface PeakAccumulator {
  /** @param channels  one array a channel, all of one length, samples in [-1, 1] */
  readonly add: (channels: readonly Float32Array[]) => void;
  /** @returns `bins` values in [0, 1]; all 0 when nothing was added */
  readonly finish: (bins: number) => number[];
  readonly samples: () => number;
}

/** @param capacity  stretches kept; even, and well above the bins that will be asked for */
export function createPeakAccumulator(capacity = 32_768): PeakAccumulator {
  const stretches = new Float32Array(capacity);
  let samplesEach = 1;
  let total = 0;

  function put(amplitude: number): void {
    let index = Math.floor(total / samplesEach);
    if (index >= capacity) {
      for (let at = 0; at < capacity / 2; at++) {
        stretches[at] = Math.max(stretches[at * 2] ?? 0, stretches[at * 2 + 1] ?? 0);
      }
      stretches.fill(0, capacity / 2);
      samplesEach *= 2;
      index = Math.floor(total / samplesEach);
    }
    if (amplitude > (stretches[index] ?? 0)) stretches[index] = amplitude;
    total++;
  }

  return {
    samples: () => total,
    add(channels) {
      const length = channels[0]?.length ?? 0;
      for (let at = 0; at < length; at++) {
        let largest = 0;
        for (const channel of channels) largest = Math.max(largest, Math.abs(channel[at] ?? 0));
        put(largest);
      }
    },
    finish(bins) {
      const used = Math.ceil(total / samplesEach);
      return Array.from({ length: bins }, (_, bin) => {
        const from = Math.floor((bin * used) / bins);
        const to = Math.max(from + 1, Math.ceil(((bin + 1) * used) / bins));
        let largest = 0;
        for (let at = from; at < Math.min(to, used); at++) {
          largest = Math.max(largest, stretches[at] ?? 0);
        }
        return Math.round(Math.min(1, largest) * 10_000) / 10_000;
      });
    },
  };
}
