import type { Run, RunId } from '../../../shared/model/run.ts';
import { Meter } from '../../components/meter/Meter.tsx';
import { formatMoment } from '../../components/score/format-moment.ts';
import { formatCount } from '../../components/score/format-score.ts';
import { navigate } from '../../stores/route-store.ts';
import { isActive, runShare } from '../../stores/runs-store.ts';
import { STATE_LABELS } from './labels.ts';
import styles from './RunList.module.css';

/** The runs of the project, newest first. */
export function RunList({
  runs,
  shown,
}: {
  readonly runs: readonly Run[];
  readonly shown: RunId | undefined;
}) {
  if (runs.length === 0)
    return (
      <p className={styles.none}>None yet. Plan one: nothing is computed before you start it.</p>
    );
  return (
    <ol className={styles.runs}>
      {runs.map((run) => (
        <li key={run.id}>
          <button
            type="button"
            className={styles.run}
            aria-current={run.id === shown ? 'true' : undefined}
            onClick={() => navigate({ view: { run: String(run.id) } })}
          >
            <span className={styles.title}>
              Run {run.id}
              <span data-state={run.state}>{STATE_LABELS[run.state]}</span>
            </span>
            <span className={styles.facts}>
              {formatCount(run.totals.done)} of {formatCount(run.totals.planned)} ·{' '}
              {formatMoment(run.createdAt)}
            </span>
            {isActive(run) && (
              <span className={styles.bar}>
                <Meter value={runShare(run)} tone="accent" />
              </span>
            )}
          </button>
        </li>
      ))}
    </ol>
  );
}
