/** A part of a recording, in samples, the end excluded. */
export interface Region {
  readonly start: number;
  readonly end: number;
  /** How many places it was made of. */
  readonly count: number;
}

/**
 * Joins regions that lie no further apart than a gap; the gap doubles until few enough are left.
 *
 * @param regions  by their start
 * @param gap  samples, at least 1
 */
export function mergeRegions(
  regions: readonly Region[],
  gap: number,
  limit: number,
): readonly Region[] {
  let merged = regions;
  for (let distance = gap; ; distance *= 2) {
    merged = mergeWithin(merged, distance);
    if (merged.length <= Math.max(1, limit)) return merged;
  }
}

function mergeWithin(regions: readonly Region[], gap: number): Region[] {
  const out: Region[] = [];
  for (const region of regions) {
    const last = out.at(-1);
    if (last === undefined || region.start - last.end > gap) out.push(region);
    else {
      const end = Math.max(last.end, region.end);
      out[out.length - 1] = { start: last.start, end, count: last.count + region.count };
    }
  }
  return out;
}

/** Where a region stands, for a finding; at least 1 ms long. */
export function placeOf(
  { start, end }: Pick<Region, 'start' | 'end'>,
  sampleRateHz: number,
): { readonly startMs: number; readonly endMs: number } {
  const startMs = Math.round((start / sampleRateHz) * 1000);
  return { startMs, endMs: Math.max(startMs + 1, Math.round((end / sampleRateHz) * 1000)) };
}
