// How long sides are and how many items they bring. A filter that asks for it has it read, for the side
// and model that it names.
import { COUNTED_MODALITIES, type ModalityId } from '../../../shared/model/modality.ts';
import type { ReadableDb } from '../db/handle.ts';
import type { Side } from '../db/sequences.ts';
import { eachCounts, eachLength } from '../db/side-figures.ts';
import type { Columns } from './columns.ts';

/** By index; NaN where there is no such side. */
export interface SideFigures {
  /** @param modelId  of a response */
  readonly lengths: (side: Side, modelId?: number) => Float64Array;
  /** Distinct items, of one modality or of all. */
  readonly items: (side: Side, modelId?: number, modality?: ModalityId) => Float64Array;
}

export function createSideFigures(db: ReadableDb, columns: Columns): SideFigures {
  const kept = new Map<string, Float64Array>();
  function keep(name: string, fill: (set: (instanceId: number, value: number) => void) => void) {
    const known = kept.get(name);
    if (known !== undefined) return known;
    const values = new Float64Array(columns.count).fill(Number.NaN);
    fill((instanceId, value) => {
      const index = columns.indexById[instanceId] ?? -1;
      if (index !== -1) values[index] = value;
    });
    kept.set(name, values);
    return values;
  }
  return {
    lengths: (side, modelId) =>
      keep(`length ${side} ${modelId}`, (set) => eachLength(db, side, modelId, set)),
    items: (side, modelId, modality) =>
      keep(`items ${side} ${modelId} ${modality}`, (set) => {
        const at = COUNTED_MODALITIES.findIndex((counted) => counted === modality);
        eachCounts(db, side, modelId, (instanceId, packed) => {
          const counts = packed.split(' ').map(Number);
          const all = counts.reduce((sum, each) => sum + each, 0);
          set(instanceId, modality === undefined ? all : (counts[at] ?? 0));
        });
      }),
  };
}
