import { formatUsd } from '../components/score/format-cost.ts';
import { formatDuration } from '../components/score/format-duration.ts';
import { formatCounted } from '../components/score/format-score.ts';
import { Meter } from '../components/meter/Meter.tsx';
import { isRunning, useImport } from '../stores/import-store.ts';
import { useAllModels } from '../stores/models-store.ts';
import { useProject } from '../stores/project-store.ts';
import { hrefOf } from '../stores/route-store.ts';
import { runShare, useActiveRun } from '../stores/runs-store.ts';
import styles from './Footer.module.css';

/** One line of state: what is open, and what still runs. */
export function Footer() {
  const project = useProject();
  const hasExamples = useAllModels().some((model) => model.hasExampleScores);
  return (
    <footer className={styles.footer}>
      {project === undefined ? (
        <span>No project is open</span>
      ) : (
        <>
          <span>
            {formatCounted(project.instances, 'instance')} ·{' '}
            {formatCounted(project.models.length, 'model')} ·{' '}
            {formatCounted(project.responses, 'response')}
          </span>
          {project.isReadOnly && <span>read-only</span>}
          {hasExamples && (
            <span data-tip="Judge results and ratings of the demo are written by hand, no judge was asked">
              example scores
            </span>
          )}
        </>
      )}
      <span className={styles.space} />
      <SearchProgress />
      <RunState />
      <ImportState />
    </footer>
  );
}

function SearchProgress() {
  const project = useProject();
  if (project === undefined || project.searchPending === 0) return null;
  const done = 1 - project.searchPending / Math.max(project.instances, 1);
  return (
    <span className={styles.progress} role="status">
      Search index <Meter value={done} tone="accent" />
      <span className={styles.figure}>{Math.max(0, Math.floor(done * 100))} %</span>
    </span>
  );
}

/** The run that goes on: how far, how long, what it cost. */
function RunState() {
  const run = useActiveRun();
  if (run === undefined) return null;
  const share = runShare(run);
  const left = run.secondsLeft === undefined ? '' : ` · ${formatDuration(run.secondsLeft)} left`;
  const cost = run.spending.costUsd;
  return (
    <a className={styles.progress} href={hrefOf({ screen: 'runs', view: { run: String(run.id) } })}>
      Run {run.id} <Meter value={share} tone="accent" />
      <span className={styles.figure}>{Math.floor(share * 100)} %</span>
      <span>
        {left}
        {cost !== undefined && cost > 0 && ` · ${formatUsd(cost)}`}
      </span>
    </a>
  );
}

function ImportState() {
  const progress = useImport((state) => state.progress);
  if (progress === undefined || !isRunning(progress)) return null;
  const done = progress.bytesTotal === 0 ? 0 : progress.bytesDone / progress.bytesTotal;
  return (
    <a className={styles.progress} href={hrefOf({ screen: 'import' })}>
      Importing <Meter value={done} tone="accent" />
      <span className={styles.figure}>{Math.floor(done * 100)} %</span>
    </a>
  );
}
