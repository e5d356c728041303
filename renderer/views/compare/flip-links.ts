import type { FilterNode } from '../../../shared/filter/ast.ts';
import type { Better, FlipReport } from '../../../shared/model/comparison.ts';
import { deltaNode } from './links.ts';

const OPS = { a: '>', tie: '=', b: '<' } as const satisfies Record<Better, string>;

/** Instances on which the judge finds one thing and quality another. */
export function cellNode(
  report: Pick<FlipReport, 'a' | 'b' | 'judge' | 'quality'>,
  byJudge: Better,
  byQuality: Better,
): FilterNode {
  const { judge, quality } = report;
  return {
    kind: 'and',
    parts: [
      deltaNode(report, judge, OPS[byJudge], 0),
      deltaNode(report, quality, OPS[byQuality], 0),
    ],
  };
}

/** Instances on which they prefer different models. */
export function flipsNode(report: Pick<FlipReport, 'a' | 'b' | 'judge' | 'quality'>): FilterNode {
  return { kind: 'or', parts: [cellNode(report, 'a', 'b'), cellNode(report, 'b', 'a')] };
}
