import { percentileOfPositive } from './radix-select.ts';

const BOX_S = 0.01; // gq-official.md, audio, transients
const PERCENT = 95; // same

/**
 * Share of the steps of the envelope that exceed their own 95th percentile: 0.05 by construction,
 * less where steps are equal. The envelope is |x| smoothed by a box.
 */
export function transientShare(samples: Float32Array, sampleRateHz: number): number {
  const box = Math.max(1, Math.floor(BOX_S * sampleRateHz));
  const steps = new Float32Array(Math.max(0, samples.length - 1));
  // env[i] is the mean over [i − box/2, i + box/2), so a step is what enters less what leaves
  const lead = (box - 1) >> 1;
  for (let i = 0; i < steps.length; i++) {
    const enters = i + 1 + lead;
    const leaves = enters - box;
    const a = enters < samples.length ? Math.abs(samples[enters]!) : 0;
    const b = leaves >= 0 ? Math.abs(samples[leaves]!) : 0;
    steps[i] = Math.abs(a - b) / box;
  }
  if (steps.length === 0) return 0;
  const threshold = percentileOfPositive(steps, PERCENT);
  let above = 0;
  for (let i = 0; i < steps.length; i++) above += Number(steps[i]! > threshold);
  return above / steps.length;
}
