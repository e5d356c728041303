import type { RunMetric } from '../../../../shared/model/run.ts';
import type { OutcomeDraft, OutcomeHead, OutcomeKey } from '../../db/outcomes.ts';

/** Where the outcome of an item is, or will be kept. */
export type KeptOutcome =
  | { readonly kind: 'there'; readonly outcomeId: number }
  | {
      readonly kind: 'new';
      readonly key: OutcomeKey;
      readonly draft: OutcomeDraft;
      readonly seconds: number;
    };

/** An item of a run and what became of it. */
export interface Settled {
  readonly itemId: number;
  /** Undefined when the response has gone: nothing is written but that. */
  readonly target:
    { readonly responseId: number; readonly tag: string; readonly metric: RunMetric } | undefined;
  readonly version: number;
  readonly outcome: OutcomeHead;
  /** Where the outcome is or will be kept; undefined for one that says nothing of the bytes. */
  readonly kept: KeptOutcome | undefined;
  /** It was there before, or was computed for an equal file. */
  readonly isCached: boolean;
  /** Called when it is committed. */
  readonly onWritten?: (() => void) | undefined;
}
