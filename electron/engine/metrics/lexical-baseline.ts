import type { Outcome } from '../../../shared/model/score.ts';
import { defineMetric } from './define.ts';
import { longestCommonSubsequence } from './longest-common-subsequence.ts';
import { tokenise } from './tokenise.ts';

/** Both texts with their tags replaced by captions. */
export interface LexicalInput {
  readonly reference: string;
  readonly response: string;
}

/** Overlap of two texts, each figure in [0, 1]. */
export interface Overlap {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** What the baseline was computed from. */
export interface LexicalEvidence {
  /** Tokens in common, each as often as both texts have it. */
  readonly tokenF1: Overlap;
  /** Longest common subsequence of tokens. */
  readonly rougeL: Overlap;
  readonly referenceTokens: number;
  readonly responseTokens: number;
}

/**
 * How many words a response shares with the reference: F1 over tokens in common. Needs no model and
 * knows no meaning; a baseline, never mixed with a judge's SC.
 *
 * An empty response is 0, as SC is; ROUGE-L stands beside it in the evidence.
 *
 * @source Rajpurkar et al. 2016 (SQuAD), token F1, without its removal of articles, which is English
 *   only; Lin 2004, ROUGE-L with β = 1
 */
export const lexicalBaseline = defineMetric({
  id: 'SC-lexical',
  version: 1,
  label: 'SC-lexical',
  title: 'Semantic correctness, lexical baseline',
  scope: 'response',
  range: [0, 1],
  better: 'higher',
  source: 'Ours: token F1 of the caption-expanded texts, ROUGE-L beside it',
  note: 'A baseline that counts shared words. It is not SC and never enters SQCS.',
  score({ reference, response }: LexicalInput): Outcome<LexicalEvidence> {
    const expected = tokenise(reference);
    const found = tokenise(response);
    if (expected.length === 0) {
      return {
        status: 'unscored',
        code: 'no-reference',
        reason: 'The reference has no words to compare with.',
      };
    }
    const shared = countShared(expected, found);
    const inOrder = longestCommonSubsequence(expected, found);
    const tokenF1 = overlap(shared, expected.length, found.length);
    return {
      status: 'scored',
      value: tokenF1.f1,
      evidence: {
        tokenF1,
        rougeL: overlap(inOrder, expected.length, found.length),
        referenceTokens: expected.length,
        responseTokens: found.length,
      },
    };
  },
});

function countShared(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const token of a) left.set(token, (left.get(token) ?? 0) + 1);
  let shared = 0;
  for (const token of b) {
    const count = left.get(token) ?? 0;
    if (count === 0) continue;
    left.set(token, count - 1);
    shared += 1;
  }
  return shared;
}

function overlap(shared: number, expected: number, found: number): Overlap {
  return {
    precision: found === 0 ? 0 : shared / found,
    recall: shared / expected,
    f1: (2 * shared) / (expected + found),
  };
}
