import type { Stretch, VideoProbe } from '../../media/frames/backend.ts';

/** Which parts of a video are decoded. */
export interface SamplingPlan {
  readonly stretches: readonly Stretch[];
  /** Said with the score when not everything is looked at. */
  readonly rule?: string;
}

const WHOLE_S = 60; // a clip up to this long is looked at whole
const WINDOWS = 12;
const FULL_HD_RATE = 1920 * 1080 * 30;
const LEAST_S = 12;

/**
 * A whole clip, or twelve windows at equal distances of a long one; of pictures larger than full
 * HD at 30 frames a second the windows are shorter by as much.
 */
export function planSampling({
  widthPx,
  heightPx,
  frameRate,
  durationS,
}: VideoProbe): SamplingPlan {
  const load = (widthPx * heightPx * (frameRate ?? 30)) / FULL_HD_RATE;
  const allowedS = Math.max(LEAST_S, WHOLE_S / Math.max(1, load));
  if (durationS === undefined) {
    const rule = `The file does not say how long it is: its first ${WHOLE_S} s are looked at.`;
    return { stretches: [{ startS: 0, durationS: WHOLE_S }], rule };
  }
  if (durationS <= allowedS) return { stretches: [{ startS: 0 }] };
  const lengthS = allowedS / WINDOWS;
  const stretches = Array.from({ length: WINDOWS }, (_, index) => ({
    startS: (index * (durationS - lengthS)) / (WINDOWS - 1),
    durationS: lengthS,
  }));
  const whole = `${WINDOWS} windows of ${lengthS.toFixed(1)} s at equal distances`;
  return { stretches, rule: `Of ${durationS.toFixed(0)} s ${whole} are looked at.` };
}
