// How long a frame of a film lasts, learned from the times of the frames that were shown. Pure.

/** Frame rates that films have, frames a second; a measured one close by is taken to be it. */
const USUAL = [12, 15, 23.976, 24, 25, 29.97, 30, 48, 50, 59.94, 60, 120];

/**
 * @param times  media times of frames as they were shown, in seconds, ascending; some may be left out
 * @returns seconds of the shortest frames; undefined when fewer than two frames were seen
 */
export function frameDuration(times: readonly number[]): number | undefined {
  const gaps = times
    .slice(1)
    .map((time, index) => time - (times[index] ?? time))
    .filter((gap) => gap > 0.004 && gap < 1);
  if (gaps.length === 0) return undefined;
  // frames are left out under load, so the shortest gaps are those between neighbours
  const shortest = gaps.sort((a, b) => a - b).slice(0, Math.max(1, gaps.length >> 2));
  const middle = shortest[shortest.length >> 1] ?? 0;
  const usual = USUAL.find((rate) => Math.abs(middle * rate - 1) < 0.012);
  return usual === undefined ? middle : 1 / usual;
}
