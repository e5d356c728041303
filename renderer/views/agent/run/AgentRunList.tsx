import type { AgentRun, AgentRunId } from '../../../../shared/model/agent.ts';
import { Meter } from '../../../components/meter/Meter.tsx';
import { formatMoment } from '../../../components/score/format-moment.ts';
import { formatCount } from '../../../components/score/format-score.ts';
import { navigate } from '../../../stores/route-store.ts';
import styles from './AgentRunList.module.css';

/** The runs of the agent, newest first. */
export function AgentRunList({
  runs,
  shown,
}: {
  readonly runs: readonly AgentRun[];
  readonly shown: AgentRunId | undefined;
}) {
  if (runs.length === 0)
    return <p className={styles.none}>None yet. Plan one: nothing is spent before you start it.</p>;
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
              {run.model}
              <span data-state={run.state}>{run.state}</span>
            </span>
            <span className={styles.facts}>
              run {run.id} · {formatCount(run.totals.done)} of {formatCount(run.totals.planned)} ·{' '}
              {formatMoment(run.createdAt)}
            </span>
            {run.label !== undefined && <span className={styles.facts}>{run.label}</span>}
            {run.state === 'running' && (
              <span className={styles.bar}>
                <Meter
                  value={run.totals.planned === 0 ? 0 : run.totals.done / run.totals.planned}
                  tone="accent"
                />
              </span>
            )}
          </button>
        </li>
      ))}
    </ol>
  );
}
