import type { Distribution } from '../../../../shared/model/distribution.ts';
import { formatCount } from '../../../components/score/format-score.ts';

/** Where a figure lies among its model's own, in words, e.g. for a screen reader. */
export function placeText({ model, metric, n, place }: Distribution): string | undefined {
  if (place === undefined) return undefined;
  const { below, equal } = place;
  const above = n - below - equal;
  const same = equal === 1 ? '' : `, the same as ${share(equal - 1, n - 1)}`;
  return (
    `Higher than ${share(below, n - 1)}, lower than ${share(above, n - 1)}${same} of the other ` +
    `${formatCount(n - 1)} ${metric} figures of ${model}`
  );
}

/** `0 %` and `100 %` only where it is none or all. */
function share(count: number, of: number): string {
  const percent = (100 * count) / of;
  if (percent > 0 && percent < 1) return 'less than 1 %';
  if (percent > 99 && percent < 100) return 'more than 99 %';
  return `${Math.round(percent)} %`;
}
