import type { INSTANCE_STATES, InstanceMode } from '../model/filter.ts';
import type { ModalityId } from '../model/modality.ts';

/** What has values by name; those of `HAS_WORDS` are written with `has`, the others with `=`. */
export const VALUE_NAMES = [
  'field',
  'subdomain',
  'difficulty',
  'combination',
  'capability',
  'inputModality',
  'outputModality',
  'tag',
  'flagged',
  'annotated',
  'mark',
  'scoreState',
  'rated',
  'failure',
  'id',
  'key',
] as const;
export type ValueName = (typeof VALUE_NAMES)[number];

export type InstanceState = (typeof INSTANCE_STATES)[number];

/** Whose content is meant; a response without a model is that of any model chosen. */
export type FilterSide =
  | { readonly kind: 'task' }
  | { readonly kind: 'reference' }
  | { readonly kind: 'response'; readonly model?: string };

/** A number that an instance may have. Without a model it is that of any model chosen. */
export type FilterFigure =
  | { readonly kind: 'score'; readonly metric: string; readonly model?: string }
  | { readonly kind: 'delta'; readonly metric: string; readonly a: string; readonly b: string }
  /** Characters of the raw content. */
  | { readonly kind: 'length'; readonly of: FilterSide }
  /** Distinct items that the side brings itself. */
  | { readonly kind: 'items'; readonly of: FilterSide; readonly modality?: ModalityId }
  /** Marks in the structure strip. */
  | { readonly kind: 'marks'; readonly model?: string }
  | { readonly kind: 'problems' | 'notes' | 'difficulty' };

export const COMPARISONS = ['=', '!=', '<', '<=', '>', '>='] as const;
export type Comparison = (typeof COMPARISONS)[number];

/**
 * A filter as it was understood. `and` and `or` have two parts or more. A comparison with a figure that
 * does not exist does not hold, whichever it is.
 */
export type FilterNode =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly FilterNode[] }
  | { readonly kind: 'not'; readonly part: FilterNode }
  /** One of the values; of the two modalities all of them. */
  | { readonly kind: 'values'; readonly name: ValueName; readonly values: readonly string[] }
  | { readonly kind: 'state'; readonly state: InstanceState; readonly model?: string }
  | { readonly kind: 'search'; readonly text: string }
  | { readonly kind: 'mode'; readonly mode: InstanceMode }
  | { readonly kind: 'scored'; readonly figure: FilterFigure }
  | {
      readonly kind: 'compare';
      readonly figure: FilterFigure;
      readonly op: Comparison;
      readonly value: number | FilterFigure;
    };

/** Why a text is no filter, and where. */
export interface FilterProblem {
  /** UTF-16 offset into the text. */
  readonly position: number;
  /** At least 1, also at the end of the text. */
  readonly length: number;
  /** What is wrong and what could stand there instead; sentences. */
  readonly message: string;
  /** What the part may be replaced by. */
  readonly suggestion?: string;
}

/** Letters that stand for the models chosen, in their order, unless a model is called so. */
export const COLUMN_LETTERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] as const;
