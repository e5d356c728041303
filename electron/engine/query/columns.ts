import type { ModalityId } from '../../../shared/model/modality.ts';

/** A column of few distinct values: `values[codes[index]]` is an instance's value. */
export interface CodedColumn {
  readonly values: readonly string[];
  readonly codes: Uint16Array;
}

/** Values of which an instance may have several: those of `index` are `codes[starts[index] …]`. */
export interface ManyColumn {
  readonly values: readonly string[];
  readonly starts: Uint32Array;
  readonly codes: Uint16Array;
}

/** A model over all instances. */
export interface ModelColumns {
  readonly id: number;
  readonly name: string;
  /** 1 where the instance has a response. */
  readonly hasResponse: Uint8Array;
  /** Set of input modalities that its manifest says it takes; undefined without a manifest. */
  readonly takesMask: number | undefined;
  /** Metric id → value in [0, 1], composites too; NaN where there is none, which never leaves the engine. */
  readonly scores: ReadonlyMap<string, Float64Array>;
}

/**
 * What filters, facets, sorts and positions are answered from: one slot an instance, in the order of
 * their keys, so that comparing two indexes is comparing two keys.
 */
export interface Columns {
  readonly count: number;
  /** Row ids. */
  readonly ids: Int32Array;
  /** Row id → index, -1 where there is none. */
  readonly indexById: Int32Array;
  readonly keys: readonly string[];
  readonly indexByKey: ReadonlyMap<string, number>;
  readonly recordIds: readonly string[];
  readonly field: CodedColumn;
  readonly subdomain: CodedColumn;
  /** `1`, `2`, `3` or `unknown`. */
  readonly difficulty: CodedColumn;
  readonly combination: CodedColumn;
  readonly capability: ManyColumn;
  /** Sets of modalities, see `db/masks.ts`. */
  readonly inputMasks: Uint8Array;
  readonly outputMasks: Uint8Array;
  readonly problems: Uint32Array;
  readonly models: readonly ModelColumns[];
}

/** Stands in the modality facets for a side that has only text. */
export const TEXT_ONLY: ModalityId = 'text';

/** The models asked for, in that order; all when none is named; unknown names are left out. */
export function chosenModels(columns: Columns, names: readonly string[]): readonly ModelColumns[] {
  if (names.length === 0) return columns.models;
  return names.flatMap((name) => columns.models.find((model) => model.name === name) ?? []);
}
