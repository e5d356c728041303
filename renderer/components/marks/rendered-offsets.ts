// Which character of the raw content stands behind each character of the rendered text: Markdown leaves
// some out and keeps the order, so the two are compared. Pure.
import { diffArrays } from 'diff';

/** A text whose comparison takes longer, e.g. pages of maths, has no places to be marked. */
const MOST_MS = 400;

/** UTF-16 units, every blank the same: a line's end is drawn as a space. */
const unitsOf = (text: string) => text.replace(/\s/g, ' ').split('');

/**
 * @returns for each UTF-16 unit of `rendered` its offset in `raw`, never falling; one that is not there,
 *   e.g. of what another text says instead, has that of the next one that is; behind them the length of
 *   `raw`; undefined when it takes too long to find out
 */
export function alignRendered(rendered: string, raw: string): Int32Array | undefined {
  const offsets = new Int32Array(rendered.length + 1);
  if (rendered === raw) return offsets.map((_, index) => index);
  const changes = diffArrays(unitsOf(raw), unitsOf(rendered), { timeout: MOST_MS });
  if (changes === undefined) return undefined;
  let i = 0;
  let j = 0;
  // what was put in has the offset of what comes next in the content
  let waiting = 0;
  for (const { count, added, removed } of changes) {
    if (removed) j += count;
    else if (added) {
      i += count;
      waiting += count;
    } else {
      offsets.fill(j, i - waiting, i);
      waiting = 0;
      for (let step = 0; step < count; step++) offsets[i++] = j++;
    }
  }
  offsets.fill(raw.length, i - waiting);
  return offsets;
}

/** Whether a unit stands in the raw content, and not only in what is rendered. */
const isReal = (offsets: Int32Array, index: number) =>
  (offsets[index] ?? 0) < (offsets[index + 1] ?? 0);

/** Offsets of a piece of rendered text in the raw content, end exclusive; undefined for nothing. */
export function toRaw(
  offsets: Int32Array,
  from: number,
  to: number,
): { readonly start: number; readonly end: number } | undefined {
  let last = to - 1;
  while (last >= from && !isReal(offsets, last)) last--;
  const [start, end] = [offsets[from], offsets[last]];
  if (last < from || start === undefined || end === undefined) return undefined;
  return { start, end: end + 1 };
}

/** Where a piece of the raw content is rendered; undefined where nothing of it is. */
export function toRendered(
  offsets: Int32Array,
  start: number,
  end: number,
): { readonly from: number; readonly to: number } | undefined {
  const from = offsets.findIndex((offset, at) => offset >= start && isReal(offsets, at));
  const to = offsets.findLastIndex((offset, at) => offset < end && isReal(offsets, at)) + 1;
  return from === -1 || from >= to ? undefined : { from, to };
}
