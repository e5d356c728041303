import type { CompositeEvidence, CompositePart } from '../../../../shared/model/composite.ts';
import type { Score } from '../../../../shared/model/score.ts';

/** How one composite came about, or why it did not. */
export type Arithmetic =
  | { readonly kind: 'computed'; readonly text: string; readonly note: string }
  | { readonly kind: 'not-computed'; readonly reason: string };

/** The formula of a composite with its figures filled in, e.g. `0.800 · (0.7 + 0.3 · 0.806) = 0.753`. */
export function arithmeticOf(
  { formula, eta, parts }: CompositeEvidence,
  score: Score | undefined,
): Arithmetic {
  if (score?.value === undefined)
    return { kind: 'not-computed', reason: score?.unscored?.reason ?? 'Nothing is kept.' };
  // longest names first, so that no name is found inside another
  const byLength = parts.toSorted((a, b) => b.metric.length - a.metric.length);
  const filled = byLength.reduce(
    (text, part) => text.replaceAll(part.metric, three(part.value)),
    formula.replaceAll('(1 − η)', plain(1 - eta)).replaceAll('η', plain(eta)),
  );
  return {
    kind: 'computed',
    text: `${filled} = ${three(score.value)}`,
    note: `${score.metric} = ${formula}, η = ${plain(eta)}. ${parts.map(describePart).join(' ')}`.trim(),
  };
}

function describePart({ metric, items, n, nUnscored }: CompositePart): string {
  if (items.length === 0) return '';
  const without = nUnscored === 0 ? '' : `, ${nUnscored} without a figure left out`;
  return `${metric} is the mean of ${n}${without}.`;
}

/** A part in [0, 1]; `—` for one that did not count. */
const three = (value: number | undefined) => (value === undefined ? '—' : value.toFixed(3));
/** Without the tail that binary fractions leave. */
const plain = (value: number) => String(Number(value.toFixed(6)));
