import type { PairComparison } from '../../../shared/model/comparison.ts';
import { formatDelta } from '../../components/score/format-score.ts';
import { reachOf } from './IntervalMark.tsx';
import { PairRow } from './PairRow.tsx';
import table from './table.module.css';

/** Paired figures of every metric: how large the difference is, how sure, and on how many instances. */
export function PairTable({
  comparison,
  metric,
}: {
  readonly comparison: PairComparison;
  /** Metric that the scatter shows. */
  readonly metric: string | undefined;
}) {
  const reach = reachOf(comparison.metrics.map(({ ci95 }) => ci95));
  const points = Math.round(comparison.threshold * 100);
  return (
    <div className={table.scroll} tabIndex={0} role="group" aria-label="Paired figures, table">
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Metric</th>
            <th scope="col" data-tip="Instances with a figure of both">
              n
            </th>
            <th scope="col" data-tone="a">
              A
            </th>
            <th scope="col" data-tone="b">
              B
            </th>
            <th scope="col">A − B</th>
            <th
              scope="col"
              className={table.centre}
              data-tip="95 % interval of the mean difference"
            >
              {formatDelta(-reach)} ← B better · A better → {formatDelta(reach)}
            </th>
            <th scope="col" className={table.centre}>
              A better · same · B better
            </th>
            <th scope="col" data-tip="Sign test, two-sided; ties are left out">
              Sign p
            </th>
            <th scope="col" data-tip="Wilcoxon’s signed ranks, two-sided">
              Wilcoxon p
            </th>
            <th
              scope="col"
              data-tip="Wilcoxon’s p after Holm, for all metrics here together: what the verdict rests on"
            >
              Holm p
            </th>
            <th
              scope="col"
              data-tip={`From A to B: instances on which B is better by ${String(points)} points or more`}
            >
              Improved
            </th>
            <th
              scope="col"
              data-tip={`From A to B: instances on which B is worse by ${String(points)} points or more`}
            >
              Regressed
            </th>
          </tr>
        </thead>
        <tbody>
          {comparison.metrics.map((row) => (
            <PairRow
              key={row.metric}
              row={row}
              comparison={comparison}
              reach={reach}
              isCurrent={row.metric === metric}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
