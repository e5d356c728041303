import { combinationLabel } from '../../../../shared/model/dataset.ts';
import type { Problem } from '../../../../shared/model/problem.ts';
import { modalitiesOf } from '../combination-name.ts';
import type { UnimRecord } from '../types.ts';

/** What a validation has counted so far. */
export interface Tally {
  records: number;
  repaired: number;
  readonly problems: Problem[];
  readonly counts: {
    readonly byField: Record<string, number>;
    readonly byCombination: Record<string, number>;
    readonly byModality: Record<string, number>;
  };
}

/** A tally of nothing. */
export function createTally(): Tally {
  const counts = { byField: {}, byCombination: {}, byModality: {} };
  return { records: 0, repaired: 0, problems: [], counts };
}

/** Counts one record; a modality counts once a record, whatever the side. */
export function countRecord({ counts }: Tally, record: UnimRecord): void {
  const input = record.input?.entries.map((entry) => entry.modality) ?? [];
  const output = record.output?.entries.map((entry) => entry.modality) ?? [];
  addOne(counts.byField, record.field);
  addOne(counts.byCombination, combinationLabel(modalitiesOf(input), modalitiesOf(output)));
  for (const modality of new Set([...input, ...output])) addOne(counts.byModality, modality);
}

function addOne(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}
