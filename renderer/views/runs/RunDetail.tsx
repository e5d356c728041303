import { Pause, Play, X } from 'lucide-react';
import { useEffect } from 'react';
import type { Run, RunId } from '../../../shared/model/run.ts';
import { Button } from '../../components/button/Button.tsx';
import { ErrorText } from '../../components/error-text/ErrorText.tsx';
import { Meter } from '../../components/meter/Meter.tsx';
import { formatUsd } from '../../components/score/format-cost.ts';
import { formatDuration } from '../../components/score/format-duration.ts';
import { formatCount } from '../../components/score/format-score.ts';
import { SpendingTable } from '../../components/spending/SpendingTable.tsx';
import { Spinner } from '../../components/spinner/Spinner.tsx';
import { Waiting } from '../../components/waiting/Waiting.tsx';
import { latest } from '../../stores/async-data.ts';
import {
  cancelRun,
  isActive,
  loadRun,
  pauseRun,
  resumeRun,
  runShare,
  useRuns,
} from '../../stores/runs-store.ts';
import { Failures } from './Failures.tsx';
import { METRIC_LABELS, STATE_LABELS } from './labels.ts';
import { ResumeWithBudget } from './ResumeWithBudget.tsx';
import styles from './RunDetail.module.css';

/** One run: how far it is, what it used, and what could not be scored. */
export function RunDetail({ runId }: { readonly runId: RunId }) {
  const detail = useRuns((state) => state.detail);
  const commandError = useRuns((state) => state.commandError);
  useEffect(() => void loadRun(runId), [runId]);
  const data = latest(detail);
  if (detail.status === 'failed') return <ErrorText error={detail.error} />;
  if (data?.run.id !== runId) return <Spinner label="Loading the run" />;
  const { run, failures, spending } = data;
  return (
    <article className={styles.run} aria-labelledby="run-title">
      <header>
        <h2 id="run-title">
          Run {run.id} · {STATE_LABELS[run.state]}
        </h2>
        <Controls run={run} />
      </header>
      <Progress run={run} />
      {run.error !== undefined && <ErrorText error={run.error} />}
      {run.waiting !== undefined && <Waiting waiting={run.waiting} />}
      {commandError !== undefined && <ErrorText error={commandError} />}
      {run.error?.code === 'budget-reached' && <ResumeWithBudget run={run} />}
      <Facts run={run} />
      {spending.length > 0 && <SpendingTable spending={spending} />}
      <Failures run={run} failures={failures} />
    </article>
  );
}

function Controls({ run }: { readonly run: Run }) {
  const canResume = run.state === 'paused' || run.state === 'cancelled' || run.state === 'failed';
  return (
    <div className={styles.controls}>
      {run.state === 'running' && (
        <Button onClick={() => void pauseRun(run.id)}>
          <Pause size={13} aria-hidden="true" /> Pause
        </Button>
      )}
      {canResume && (
        <Button
          variant={run.error?.code === 'budget-reached' ? 'plain' : 'primary'}
          onClick={() => void resumeRun(run.id)}
        >
          <Play size={13} aria-hidden="true" /> Resume
        </Button>
      )}
      {(isActive(run) || run.state === 'paused') && (
        <Button onClick={() => void cancelRun(run.id)}>
          <X size={13} aria-hidden="true" /> Cancel
        </Button>
      )}
    </div>
  );
}

function Progress({ run }: { readonly run: Run }) {
  const share = runShare(run);
  const percent = Math.floor(share * 100);
  return (
    <div
      className={styles.bar}
      role="progressbar"
      aria-label={`Run ${run.id}`}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <Meter value={share} tone="accent" />
    </div>
  );
}

function costWords({ spending, budgetUsd }: Run): string {
  const cost = spending.costUsd === undefined ? 'no price set' : formatUsd(spending.costUsd);
  return budgetUsd === undefined ? cost : `${cost} of ${formatUsd(budgetUsd)}`;
}

function Facts({ run }: { readonly run: Run }) {
  const { totals } = run;
  const unscored = Object.values(totals.unscored).reduce((sum, count) => sum + count, 0);
  const facts: readonly (readonly [string, string])[] = [
    ['Done', `${formatCount(totals.done)} of ${formatCount(totals.planned)}`],
    ['Computed', formatCount(totals.scored)],
    ['From the cache', formatCount(totals.cached)],
    ['Without a figure', formatCount(unscored)],
    ['Time', formatDuration(run.seconds)],
    ...(run.state === 'running'
      ? [
          ['Rate', `${run.ratePerSecond.toFixed(1)} /s`] as const,
          ['Left', run.secondsLeft === undefined ? '—' : formatDuration(run.secondsLeft)] as const,
        ]
      : []),
    ['Workers', String(run.concurrency)],
    ...(run.spending.calls === 0 ? [] : [['Cost', costWords(run)] as const]),
    ['Metrics', run.metrics.map((metric) => METRIC_LABELS[metric].label).join(', ')],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
