import type { CallEstimate } from '../../../shared/model/judge.ts';
import { ROLE_LABELS } from '../roles/role-labels.ts';
import { formatUsd } from '../score/format-cost.ts';
import { formatCount } from '../score/format-score.ts';
import styles from './Spending.module.css';
import { sumCost } from './sum-cost.ts';

/** What would be asked of models before anything is: calls, tokens and cost, by role. */
export function EstimateTable({ estimates }: { readonly estimates: readonly CallEstimate[] }) {
  const sum = (pick: (each: CallEstimate) => number) =>
    estimates.reduce((total, each) => total + pick(each), 0);
  const isAssumed = estimates.some(({ basis, calls }) => basis === 'assumed' && calls > 0);
  return (
    <div>
      <table className={styles.table}>
        <caption>Asked of models</caption>
        <thead>
          <tr>
            <th scope="col">Role</th>
            <th scope="col">Calls</th>
            <th scope="col">Kept</th>
            <th scope="col">Tokens in</th>
            <th scope="col">Tokens out</th>
            <th scope="col">Cost</th>
          </tr>
        </thead>
        <tbody>
          {estimates.map((each) => (
            <tr key={`${each.role} ${each.model}`}>
              <th scope="row">
                {ROLE_LABELS[each.role].label}
                <small>{each.model}</small>
              </th>
              <td>{formatCount(each.calls)}</td>
              <td>{formatCount(each.fromCache)}</td>
              <td>{about(each, each.tokensIn)}</td>
              <td>{about(each, each.tokensOut)}</td>
              <td>{costWords(each)}</td>
            </tr>
          ))}
        </tbody>
        {estimates.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row">All</th>
              <td>{formatCount(sum(({ calls }) => calls))}</td>
              <td>{formatCount(sum(({ fromCache }) => fromCache))}</td>
              <td>≈ {formatCount(sum(({ tokensIn }) => tokensIn))}</td>
              <td>≈ {formatCount(sum(({ tokensOut }) => tokensOut))}</td>
              <td>{totalWords(estimates)}</td>
            </tr>
          </tfoot>
        )}
      </table>
      <p className={styles.note}>
        Kept answers cost nothing again.
        {isAssumed
          ? ' Tokens are assumed where no call was measured yet.'
          : ' Tokens are as earlier calls used them.'}
      </p>
    </div>
  );
}

function about({ calls }: CallEstimate, tokens: number): string {
  return calls === 0 ? '0' : `≈ ${formatCount(tokens)}`;
}

function costWords({ costUsd, calls }: CallEstimate): string {
  if (calls === 0) return formatUsd(0);
  return costUsd === undefined ? 'no price set' : `≈ ${formatUsd(costUsd)}`;
}

function totalWords(estimates: readonly CallEstimate[]): string {
  const asked = estimates.filter(({ calls }) => calls > 0);
  if (asked.length === 0) return formatUsd(0);
  const { known, isComplete } = sumCost(asked);
  if (known === undefined) return 'no price set';
  return isComplete ? `≈ ${formatUsd(known)}` : `more than ${formatUsd(known)}`;
}
