import type { PairComparison, PairMetric } from '../../../shared/model/comparison.ts';
import { formatCount, formatDelta, formatScore } from '../../components/score/format-score.ts';
import { hrefOf } from '../../stores/route-store.ts';
import { Count } from './Count.tsx';
import { IntervalMark } from './IntervalMark.tsx';
import { formatP } from './format-p.ts';
import { outcomeNode, routeOfNode, type Outcome } from './links.ts';
import { OutcomeBar } from './OutcomeBar.tsx';
import table from './table.module.css';
import { chooseCompare, useComparedBy, useMetricLabel } from './use-compare.ts';
import { notesOn, verdictOf, VERDICT_WORDS } from './verdict.ts';

const COLUMNS_BEHIND_N = 10;

/** One metric of two models; where nothing can be computed, why. */
export function PairRow({
  row,
  comparison,
  reach,
  isCurrent,
}: {
  readonly row: PairMetric;
  readonly comparison: PairComparison;
  /** Of the intervals' common scale. */
  readonly reach: number;
  readonly isCurrent: boolean;
}) {
  const { metric, meanA, meanB, meanDiff, ci95, n, nOnlyA, nOnlyB } = row;
  const by = useComparedBy(metric);
  const label = useMetricLabel();
  const why = notesOn(comparison.notes, metric);
  const verdict = verdictOf(row);
  const href = (outcome: Outcome) => {
    const isBFirst = outcome === 'loss' || outcome === 'improved';
    return hrefOf(routeOfNode(by, outcomeNode(by, outcome, comparison.threshold), isBFirst));
  };
  const only = [
    ...(nOnlyA === 0 ? [] : [`${formatCount(nOnlyA)} of A only`]),
    ...(nOnlyB === 0 ? [] : [`${formatCount(nOnlyB)} of B only`]),
  ];
  return (
    <tr aria-current={isCurrent || undefined}>
      <th scope="row">
        <button
          type="button"
          className={table.pick}
          data-tip="Show this metric below"
          aria-pressed={isCurrent}
          onClick={() => chooseCompare({ metric, brush: undefined })}
        >
          {label(metric)}
        </button>
        <small className={table.verdict} data-verdict={verdict}>
          {VERDICT_WORDS[verdict]}
        </small>
      </th>
      <td>
        <Count count={n} href={href('both')} />
        {only.length > 0 && <small>{only.join(' · ')}</small>}
      </td>
      {meanA === undefined || meanB === undefined || meanDiff === undefined ? (
        <td colSpan={COLUMNS_BEHIND_N} className={table.words}>
          {why.join(' ') || 'There is nothing to compare.'}
        </td>
      ) : (
        <>
          <td>{formatScore(meanA)}</td>
          <td>{formatScore(meanB)}</td>
          <td>
            <strong>{formatDelta(meanDiff)}</strong>
            {ci95 !== undefined && (
              <small>
                {formatDelta(ci95[0])} to {formatDelta(ci95[1])}
              </small>
            )}
          </td>
          <td>
            <IntervalMark value={meanDiff} interval={ci95} reach={reach} />
          </td>
          <td>
            <OutcomeBar test={row} hrefOf={href} />
          </td>
          <Tests row={row} why={why} />
          <td>
            <Count count={row.improved} href={href('improved')} />
          </td>
          <td>
            <Count count={row.regressed} href={href('regressed')} />
          </td>
        </>
      )}
    </tr>
  );
}

/** Probabilities; in words where there is nothing to test. */
function Tests({ row, why }: { readonly row: PairMetric; readonly why: readonly string[] }) {
  const { pSign, pWilcoxon, pHolm, wilcoxon, effect } = row;
  // a test of one instance has a probability of 1, which would look like a finding
  if (row.n < 2 || (pSign === undefined && pWilcoxon === undefined)) {
    return (
      <td colSpan={3} className={table.words}>
        <small>{why.join(' ') || 'There is nothing to test.'}</small>
      </td>
    );
  }
  return (
    <>
      <td>{formatP(pSign)}</td>
      <td>
        {formatP(pWilcoxon)}
        {wilcoxon === 'exact' && <small>exact</small>}
      </td>
      <td>
        <strong>{formatP(pHolm)}</strong>
        {effect !== undefined && (
          <small data-tip="Matched-pairs rank-biserial correlation: 1 where A is always better, −1 where B is">
            r {effect < 0 ? '−' : ''}
            {Math.abs(effect).toFixed(2)}
          </small>
        )}
      </td>
    </>
  );
}
