import type { Spending } from '../../../shared/model/judge.ts';
import { ROLE_LABELS } from '../roles/role-labels.ts';
import { formatUsd } from '../score/format-cost.ts';
import { formatCount } from '../score/format-score.ts';
import styles from './Spending.module.css';
import { sumCost } from './sum-cost.ts';

/** What was asked of models, and what it cost, by role. */
export function SpendingTable({ spending }: { readonly spending: readonly Spending[] }) {
  const sum = (pick: (each: Spending) => number) =>
    formatCount(spending.reduce((total, each) => total + pick(each), 0));
  return (
    <table className={styles.table}>
      <caption>Asked of models</caption>
      <thead>
        <tr>
          <th scope="col">Role</th>
          <th scope="col">Calls</th>
          <th scope="col">Failed</th>
          <th scope="col">Kept</th>
          <th scope="col">Tokens in</th>
          <th scope="col">Tokens out</th>
          <th scope="col">Cost</th>
          <th scope="col">Time each</th>
        </tr>
      </thead>
      <tbody>
        {spending.map((each) => (
          <tr key={`${each.role} ${each.model}`}>
            <th scope="row">
              {ROLE_LABELS[each.role].label}
              <small>{each.model}</small>
            </th>
            <td>{formatCount(each.calls)}</td>
            <td>{formatCount(each.failed)}</td>
            <td>{formatCount(each.fromCache)}</td>
            <td>{formatCount(each.tokensIn)}</td>
            <td>{formatCount(each.tokensOut)}</td>
            <td>{each.costUsd === undefined ? '—' : formatUsd(each.costUsd)}</td>
            <td data-tip={slowest(each)}>{milliseconds(each.latencyMsMedian)}</td>
          </tr>
        ))}
      </tbody>
      {spending.length > 1 && (
        <tfoot>
          <tr>
            <th scope="row">All</th>
            <td>{sum(({ calls }) => calls)}</td>
            <td>{sum(({ failed }) => failed)}</td>
            <td>{sum(({ fromCache }) => fromCache)}</td>
            <td>{sum(({ tokensIn }) => tokensIn)}</td>
            <td>{sum(({ tokensOut }) => tokensOut)}</td>
            <td>{totalCost(spending)}</td>
            <td />
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function totalCost(spending: readonly Spending[]): string {
  const { known, isComplete } = sumCost(spending.filter(({ calls }) => calls > 0));
  if (known === undefined) return '—';
  return isComplete ? formatUsd(known) : `more than ${formatUsd(known)}`;
}

function slowest({ latencyMsP95 }: Spending): string | undefined {
  return latencyMsP95 === undefined
    ? undefined
    : `Median; 95 of 100 within ${milliseconds(latencyMsP95)}`;
}

function milliseconds(ms: number | undefined): string {
  if (ms === undefined) return '—';
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
