// A sound's pictures as tiles: level 0 is all of it, each further level halves the stretch of a tile, so
// that what is zoomed to is asked for in pieces that are found again. Pure.
import type { TimeRange } from '../parts/transport/group-time.ts';

export const TILE_COLUMNS = 768;
export const TILE_ROWS = 128;
const SHORTEST_TILE_S = 0.4;

export interface Tile extends TimeRange {
  readonly level: number;
  readonly key: string;
}

/** Level whose tiles are as long as what is seen, or up to half of it. */
export function tileLevel(seenS: number, durationS: number): number {
  if (seenS >= durationS * 0.999 || durationS <= 0) return 0;
  const deepest = Math.max(0, Math.floor(Math.log2(durationS / SHORTEST_TILE_S)));
  return Math.min(deepest, Math.floor(Math.log2(durationS / seenS)) + 1);
}

/** Tiles that cover what is seen of a sound, in its own time; none where nothing of it is seen. */
export function tilesFor(seen: TimeRange, durationS: number): Tile[] {
  const level = tileLevel(seen.toS - seen.fromS, durationS);
  const lengthS = durationS / 2 ** level;
  const first = Math.max(0, Math.floor(seen.fromS / lengthS));
  const behind = Math.min(2 ** level, Math.ceil(seen.toS / lengthS));
  return Array.from({ length: Math.max(0, behind - first) }, (_, i) => ({
    level,
    key: `${level}:${first + i}`,
    fromS: (first + i) * lengthS,
    toS: (first + i + 1) * lengthS,
  }));
}
