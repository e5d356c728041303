// Which frames DOVER looks at. Its code draws the offsets at random; here each is the middle of
// what it draws from, so that a file has one score.

export const CLIP_FRAMES = 32; // dover.yml: clip_len
const INTERVAL = 2; // dover.yml: frame_interval

/**
 * Frames of the technical view: `clips` runs of 32 frames, every second one, evenly spread.
 *
 * @source UnifiedFrameSampler(32, clips, 2) of DOVER's fusion_datasets.py
 */
export function technicalFrames(frameCount: number, clips: number): number[] {
  return sampled(frameCount, CLIP_FRAMES, clips);
}

/**
 * Frames of the aesthetic view: 32 single frames, evenly spread.
 *
 * @source UnifiedFrameSampler(1, 32, 2) of DOVER's fusion_datasets.py
 */
export function aestheticFrames(frameCount: number): number[] {
  return sampled(frameCount, 1, CLIP_FRAMES);
}

/** `parts` runs of `run` frames; a video that is too short begins again. */
function sampled(frameCount: number, run: number, parts: number): number[] {
  const length = Math.floor(frameCount / parts);
  const offset = Math.max(0, Math.floor((length - run * INTERVAL) / 2));
  return Array.from({ length: parts * run }, (_, i) => {
    const start = Math.floor(i / run) * length + offset;
    return (start + (i % run) * INTERVAL) % frameCount;
  });
}
