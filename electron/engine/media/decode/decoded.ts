import type { Outcome, UnscoredCode } from '../../../../shared/model/score.ts';

/** Why a file has no figure. */
export type Unscored = Extract<Outcome, { status: 'unscored' }>;

/** A decoded file as plain arrays, or the reason why there is nothing to look at. */
export type Decoded<T> =
  { readonly status: 'decoded'; readonly value: T; readonly notes: readonly string[] } | Unscored;

/** Says why there is nothing. `reason` is a sentence for people, without the path. */
export const unscored = (code: UnscoredCode, reason: string): Unscored => ({
  status: 'unscored',
  code,
  reason,
});
