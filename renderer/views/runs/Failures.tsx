import type { Run, RunFailure } from '../../../shared/model/run.ts';
import { Button } from '../../components/button/Button.tsx';
import { formatCount } from '../../components/score/format-score.ts';
import { hrefOf } from '../../stores/route-store.ts';
import { isActive, retryRun } from '../../stores/runs-store.ts';
import { codeWords } from './labels.ts';
import styles from './RunDetail.module.css';

/** Items without a figure, grouped by reason, each with one to look at. */
export function Failures({
  run,
  failures,
}: {
  readonly run: Run;
  readonly failures: readonly RunFailure[];
}) {
  if (failures.length === 0) return null;
  return (
    <section aria-label="Without a figure">
      <h3>Without a figure</h3>
      <table className={styles.failures}>
        <thead>
          <tr>
            <th scope="col">Items</th>
            <th scope="col">Why</th>
            <th scope="col">For example</th>
            <th scope="col">
              <span className="visually-hidden">Try again</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {failures.map((failure) => (
            <tr key={`${failure.code}:${failure.reason}`}>
              <td>{formatCount(failure.count)}</td>
              <td>
                {codeWords(failure.code)}
                <small>{failure.reason}</small>
              </td>
              <td>
                <a
                  href={hrefOf({
                    screen: 'instance',
                    key: failure.example.key,
                    models: [failure.example.model],
                  })}
                >
                  {failure.example.key}
                </a>
                <small>
                  {failure.example.tag ?? 'response'} of {failure.example.model}
                </small>
              </td>
              <td>
                {failure.canRetry && (
                  <Button
                    isDisabled={isActive(run)}
                    onClick={() => void retryRun(run.id, failure.code)}
                  >
                    Try again
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
