import type { CallFinder } from '../../db/calls.ts';

/**
 * The key that goes out: a question that is asked anew must not be given its old answer. Also names one
 * of several answers to the same question.
 */
export function askedKey(calls: CallFinder, key: string): string {
  const givenUp = calls.countGivenUp(key);
  return givenUp === 0 ? key : `${key}-${givenUp}`;
}
