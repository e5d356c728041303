import type { TimeRange } from '../transport/group-time.ts';

/**
 * Where a marked range lies over the stretch of time that is shown, as shares from its left and its
 * right end; undefined when none of it is in sight.
 */
export function spanOf(
  { startMs, endMs }: { readonly startMs: number; readonly endMs: number },
  { fromS, toS }: TimeRange,
): { readonly left: number; readonly right: number } | undefined {
  const seconds = toS - fromS;
  if (seconds <= 0 || endMs / 1000 < fromS || startMs / 1000 > toS) return undefined;
  const share = (ms: number) => (ms / 1000 - fromS) / seconds;
  return { left: Math.max(0, share(startMs)), right: Math.max(0, 1 - share(endMs)) };
}
