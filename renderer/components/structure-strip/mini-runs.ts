// A strip for a table of 31,000 rows: as few elements as can be. Ordinary cells become one run of text,
// only what is wrong has an element of its own.
import { matchStructure } from '../../../shared/interleave/structure.ts';
import { parseStrip } from '../../../shared/interleave/sequence.ts';
import { markStrip, type MarkedCell } from '../../../shared/interleave/strip-marks.ts';
import type { ModalityCounts } from '../../../shared/model/content.ts';
import { cellState, cellText, type CellState } from './cell-text.ts';

export interface MiniRun {
  readonly text: string;
  readonly state: CellState;
}

/** States that cost points or need a look; the others read as ordinary items. */
const LOUD: ReadonlySet<CellState> = new Set([
  'missing',
  'redundant',
  'wrongType',
  'dangling',
  'orphan',
]);

/** Distinct generated items of a strip, by modality. */
export function countStrip(strip: string): ModalityCounts {
  const counts: ModalityCounts = {};
  const seen = new Set<string>();
  for (const cell of parseStrip(strip)) {
    if (cell.kind === 'text' || cell.modality === 'text' || seen.has(cell.tag)) continue;
    if (cell.role === 'inputReference' || cell.role === 'expectedOutput') continue;
    seen.add(cell.tag);
    counts[cell.modality] = (counts[cell.modality] ?? 0) + 1;
  }
  return counts;
}

/** A response's cells marked against the reference's strip. */
export function markAgainst(reference: string, response: string): MarkedCell[] {
  return markStrip(response, matchStructure(countStrip(reference), countStrip(response)));
}

/** Text in a strip that has no room: it is there, its letter is not needed. */
const TEXT = '·';

/** Neighbouring ordinary cells in one run, e.g. `·I2·A2`; text is a dot, items are set apart. */
export function miniRuns(cells: readonly MarkedCell[]): MiniRun[] {
  const runs: { text: string; state: CellState }[] = [];
  for (const cell of cells) {
    const state = cellState(cell);
    const shown = LOUD.has(state) ? state : undefined;
    const last = runs.at(-1);
    const text = cell.kind === 'text' ? TEXT : cellText(cell);
    if (last === undefined || last.state !== shown) runs.push({ text, state: shown });
    else last.text += text === TEXT || last.text.endsWith(TEXT) ? text : ` ${text}`;
  }
  return runs;
}
