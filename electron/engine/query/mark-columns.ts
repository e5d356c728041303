// What is wrong with the structure of each response, as its strip shows it. Read when a table first asks
// for it, and kept beside the columns: to open an instance nobody needs it.
import { cellMark, markStrip } from '../../../shared/interleave/strip-marks.ts';
import { matchStructure } from '../../../shared/interleave/structure.ts';
import { STRUCTURE_MARKS } from '../../../shared/model/structure.ts';
import type { ReadableDb } from '../db/handle.ts';
import { eachResponseStructure, eachReferenceCounts } from '../db/structure-rows.ts';
import { unpackCounts } from '../db/sequences.ts';
import type { Columns, ModelColumns } from './columns.ts';

/** One model over all instances. */
export interface ModelMarks {
  /** Bit n is set when the nth of `STRUCTURE_MARKS` is there; {@link ANSWERED} when there is a response. */
  readonly masks: Uint8Array;
  /** How many marks its strip shows. */
  readonly counts: Uint16Array;
}

/** By the model's name. */
export type MarkColumns = ReadonlyMap<string, ModelMarks>;

/** Set for a response, so that one without a mark is told from none. */
const ANSWERED = 0x80;
/** Values of the facet `mark`, in the order in which they are listed. */
export const MARK_VALUES = [...STRUCTURE_MARKS, 'none'] as const;

/** Reads the marks of all responses. */
export function loadMarkColumns(db: ReadableDb, columns: Columns): MarkColumns {
  const expected: string[] = new Array<string>(columns.count).fill('');
  eachReferenceCounts(db, (instanceId, counts) => {
    const index = columns.indexById[instanceId] ?? -1;
    if (index !== -1) expected[index] = counts;
  });
  const byModel = new Map<number, ModelMarks>(
    columns.models.map(({ id }) => [
      id,
      { masks: new Uint8Array(columns.count), counts: new Uint16Array(columns.count) },
    ]),
  );
  eachResponseStructure(db, (instanceId, modelId, counts, strip) => {
    const index = columns.indexById[instanceId] ?? -1;
    const own = byModel.get(modelId);
    if (index === -1 || own === undefined) return;
    const { mask, count } = marksOf(expected[index] ?? '', counts, strip);
    own.masks[index] = mask | ANSWERED;
    own.counts[index] = count;
  });
  return new Map(
    columns.models.flatMap(({ id, name }) => {
      const own = byModel.get(id);
      return own === undefined ? [] : [[name, own] as const];
    }),
  );
}

/** Most responses have what is expected, and nothing to look at: those need no strip to be read. */
function marksOf(expected: string, found: string, strip: string): { mask: number; count: number } {
  if (expected === found && !strip.includes('!') && !strip.includes('+')) {
    return { mask: 0, count: 0 };
  }
  const matches = matchStructure(unpackCounts(expected), unpackCounts(found));
  let mask = 0;
  let count = 0;
  for (const cell of markStrip(strip, matches)) {
    const mark = cellMark(cell);
    if (mark === undefined) continue;
    mask |= 1 << STRUCTURE_MARKS.indexOf(mark);
    count += 1;
  }
  return { mask, count };
}

/** Marks that any of the models has, by index. */
export function marksOfModels(
  columns: Columns,
  marks: MarkColumns,
  models: readonly ModelColumns[],
): Uint8Array {
  const all = new Uint8Array(columns.count);
  for (const { name } of models) {
    const own = marks.get(name)?.masks;
    if (own === undefined) continue;
    for (let index = 0; index < all.length; index++) all[index]! |= own[index]!;
  }
  return all;
}

/** Whether a set of marks has one of those named; `none`: there is a response, and no mark. */
export function markTest(wanted: readonly string[]): (mask: number) => boolean {
  let bits = 0;
  for (const name of wanted) {
    const bit = STRUCTURE_MARKS.findIndex((mark) => mark === name);
    if (bit !== -1) bits |= 1 << bit;
  }
  const isNone = wanted.includes('none');
  return (mask) => (mask & bits) !== 0 || (isNone && mask === ANSWERED);
}
