// What is seen of a group's clock. Pure.
import type { TimeRange } from '../parts/transport/group-time.ts';

const SHORTEST_S = 0.05;

/** Zooms about a time. @param factor  above 1 shows less */
export function zoomed(
  seen: TimeRange,
  factor: number,
  aboutS: number,
  durationS: number,
): TimeRange {
  const before = seen.toS - seen.fromS;
  const length = Math.min(durationS, Math.max(SHORTEST_S, before / factor));
  const share = before > 0 ? (aboutS - seen.fromS) / before : 0.5;
  return moved(
    { fromS: aboutS - share * length, toS: aboutS + (1 - share) * length },
    0,
    durationS,
  );
}

/** Moves what is seen, keeping its length and inside. */
export function moved(seen: TimeRange, byS: number, durationS: number): TimeRange {
  const length = Math.min(durationS, seen.toS - seen.fromS);
  const fromS = Math.max(0, Math.min(durationS - length, seen.fromS + byS));
  return { fromS, toS: fromS + length };
}

/** Times of a scale with at most `most` marks, at 1, 2 or 5 of a power of ten, or of a minute. */
export function timeMarks({ fromS, toS }: TimeRange, most: number): number[] {
  const steps = [
    0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600,
  ];
  const step = steps.find((each) => (toS - fromS) / each <= most) ?? 7200;
  const first = Math.ceil(fromS / step - 1e-9);
  const last = Math.floor(toS / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * step);
}
