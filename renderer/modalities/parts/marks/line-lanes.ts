// Marked lines in a gutter: marks that overlap stand beside each other. Pure.
import type { PlacedMark } from '../../define.ts';

/** A mark of lines in its lane. */
export interface LineMark extends Omit<PlacedMark, 'mark'> {
  /** From 1, both included. */
  readonly from: number;
  readonly to: number;
  /** From 0; of two that overlap, the one that begins first is further left. */
  readonly lane: number;
}

const MOST_LANES = 3; // more would leave no room for the code: they lie over each other

/** The marks that are on lines, each in the first lane that is free where it begins. */
export function inLanes(marks: readonly PlacedMark[]): LineMark[] {
  const lines = marks.flatMap(({ mark, ...rest }) =>
    mark.kind === 'lines' ? [{ ...rest, from: mark.from, to: mark.to }] : [],
  );
  const ends: number[] = [];
  return lines
    .sort((a, b) => a.from - b.from || b.to - a.to || a.number - b.number)
    .map((mark) => {
      const free = ends.findIndex((end) => end < mark.from);
      const lane = free >= 0 ? free : Math.min(ends.length, MOST_LANES - 1);
      ends[lane] = Math.max(ends[lane] ?? 0, mark.to);
      return { ...mark, lane };
    });
}

/** Lines that are picked: from where it was begun to where it was extended. */
export interface PickedLines {
  readonly start: number;
  readonly end: number;
}

/** The same lines in their order, from 1, both included. */
export function spanOfLines({ start, end }: PickedLines): {
  readonly from: number;
  readonly to: number;
} {
  return { from: Math.min(start, end), to: Math.max(start, end) };
}

/** Lines after a step of a key: moved as one, or extended; never beyond the `count` that there are. */
export function stepLines(
  { start, end }: PickedLines,
  by: 1 | -1,
  isExtending: boolean,
  count: number,
): PickedLines {
  const within = (line: number) => Math.min(count, Math.max(1, line));
  if (isExtending) return { start, end: within(end + by) };
  const { from, to } = spanOfLines({ start, end });
  const next = within((by > 0 ? to : from) + by);
  return { start: next, end: next };
}
