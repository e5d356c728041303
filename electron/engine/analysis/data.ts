/** A facet of which every instance has one value: `values[codes[index]]`. */
export interface CodedFacet {
  readonly values: readonly string[];
  readonly codes: Uint16Array;
}

/** A facet of which an instance may have several values: `codes[starts[index] …]`. */
export interface ManyFacet {
  readonly values: readonly string[];
  readonly starts: Uint32Array;
  readonly codes: Uint16Array;
}

/** A model over all instances. */
export interface AnalysisModel {
  readonly name: string;
  /** 1 where there is a response. */
  readonly hasResponse: Uint8Array;
  /** Set of input modalities that its manifest says it takes; undefined without a manifest. */
  readonly takesMask: number | undefined;
  /** Metric id → value in [0, 1]; NaN where there is none, which never leaves the engine. */
  readonly scores: ReadonlyMap<string, Float64Array>;
}

/**
 * Everything that an analysis needs, as plain values that can be sent to a thread: one slot an instance,
 * in the order of their keys.
 */
export interface AnalysisData {
  readonly count: number;
  /** Metrics that somebody has figures of, in the order in which tables list them. */
  readonly metrics: readonly string[];
  readonly field: CodedFacet;
  readonly subdomain: CodedFacet;
  readonly difficulty: CodedFacet;
  readonly combination: CodedFacet;
  readonly capability: ManyFacet;
  /** Sets of modalities: bit n stands for the nth of `MODALITY_IDS`. */
  readonly inputMasks: Uint8Array;
  readonly outputMasks: Uint8Array;
  readonly problems: Uint32Array;
  /** Values of each facet in the order in which they are listed. */
  readonly order: Readonly<Record<OrderedFacet, readonly string[]>>;
  readonly models: readonly AnalysisModel[];
}

export type OrderedFacet =
  | 'field'
  | 'subdomain'
  | 'difficulty'
  | 'combination'
  | 'capability'
  | 'inputModality'
  | 'outputModality';
