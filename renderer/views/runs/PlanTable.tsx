import { MODALITIES } from '../../../shared/model/modality.ts';
import type { RunPlan, Unscorable } from '../../../shared/model/run.ts';
import { formatCount } from '../../components/score/format-score.ts';
import { codeWords, METRIC_LABELS } from './labels.ts';
import styles from './PlanTable.module.css';

/** More sentences than this are only shown when asked for: the table says most of it. */
const SHOWN_AT_ONCE = 6;

/** One entry a code, its reasons together. */
function byCode(all: readonly Unscorable[]) {
  const codes = [...new Set(all.map((each) => each.code))];
  return codes.map((code) => {
    const some = all.filter((each) => each.code === code);
    const count = some.reduce((sum, each) => sum + each.count, 0);
    return { code, count, reasons: some.map((each) => each.reason) };
  });
}

/** What a run would do, by what is computed of what, and why. */
export function PlanTable({ plan }: { readonly plan: RunPlan }) {
  return (
    <section className={styles.plan} aria-label="What this run would do">
      <table>
        <thead>
          <tr>
            <th scope="col">Of</th>
            <th scope="col">To compute</th>
            <th scope="col">From the cache</th>
            <th scope="col">Cannot</th>
          </tr>
        </thead>
        <tbody>
          {plan.parts.map((line) => (
            <tr key={`${line.metric} ${line.modality ?? ''}`}>
              <th scope="row">
                {line.modality === undefined ? 'Response' : MODALITIES[line.modality].label}{' '}
                <small>{METRIC_LABELS[line.metric].label}</small>
              </th>
              <td>{formatCount(line.toScore)}</td>
              <td>{formatCount(line.cached)}</td>
              <td>
                {byCode(line.unscorable).map(({ code, count, reasons }) => (
                  <span key={code} data-tip={reasons.join(' ')}>
                    {formatCount(count)} {codeWords(code)}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">All</th>
            <td>{formatCount(plan.toScore)}</td>
            <td>{formatCount(plan.cached)}</td>
            <td>{formatCount(plan.items - plan.toScore - plan.cached)}</td>
          </tr>
        </tfoot>
      </table>
      <details open={plan.why.length <= SHOWN_AT_ONCE}>
        <summary>By which profiles, and why some cannot</summary>
        <ul>
          {plan.why.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          <li>
            {plan.concurrency === 1 ? 'One worker' : `${plan.concurrency} workers`} beside the app.
          </li>
        </ul>
      </details>
    </section>
  );
}
