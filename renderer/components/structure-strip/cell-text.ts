import { cellMark, type MarkedCell } from '../../../shared/interleave/strip-marks.ts';
import { MODALITIES } from '../../../shared/model/modality.ts';
import type { TagRole } from '../../../shared/model/content.ts';
import type { StructureMark } from '../../../shared/model/structure.ts';

/** What is wrong with a cell, or said of it; undefined for text and ordinary items. */
export type CellState = StructureMark | Exclude<TagRole, 'item'> | undefined;

export function cellState(cell: MarkedCell): CellState {
  const mark = cellMark(cell);
  if (mark !== undefined || cell.kind !== 'tag') return mark;
  return cell.role === 'item' ? undefined : cell.role;
}

/** The letter and number in a cell, e.g. `T`, `I2`, `3D1`. */
export function cellText(cell: MarkedCell): string {
  if (cell.kind === 'text') return 'T';
  const letter = cell.modality === 'text' ? 'X' : MODALITIES[cell.modality].letter;
  return cell.kind === 'missing' ? letter : `${letter}${cell.number}`;
}

const MEANING: Readonly<Record<Exclude<CellState, undefined>, string>> = {
  missing: 'missing: the reference has one more',
  redundant: 'redundant: more than the reference has',
  wrongType: 'wrong type: the reference has none of this modality',
  repeat: 'shown again, counted once',
  inputReference: 'refers to an item of the task, not counted as generated',
  expectedOutput: 'names an item that the answer is to contain',
  dangling: 'dangling: the tag has no entry',
  orphan: 'orphan: the entry has no tag',
};

/** What a state means, in words; undefined for an ordinary cell. */
export function describeState(state: CellState): string | undefined {
  return state === undefined ? undefined : MEANING[state];
}

/** A cell in words, for tooltips and screen readers. */
export function describeCell(cell: MarkedCell): string {
  if (cell.kind === 'text') return 'text';
  const state = cellState(cell);
  const name = MODALITIES[cell.modality].label;
  const subject = cell.kind === 'missing' ? name : `${name} ${cell.number}`;
  return state === undefined ? subject : `${subject}, ${MEANING[state]}`;
}
