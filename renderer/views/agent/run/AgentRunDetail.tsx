import { Pause, Play, X } from 'lucide-react';
import { useEffect } from 'react';
import type { AgentRun, AgentRunId } from '../../../../shared/model/agent.ts';
import { Button } from '../../../components/button/Button.tsx';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { Meter } from '../../../components/meter/Meter.tsx';
import { formatUsd } from '../../../components/score/format-cost.ts';
import { formatDuration } from '../../../components/score/format-duration.ts';
import { formatCount } from '../../../components/score/format-score.ts';
import { SpendingTable } from '../../../components/spending/SpendingTable.tsx';
import { Spinner } from '../../../components/spinner/Spinner.tsx';
import { Waiting } from '../../../components/waiting/Waiting.tsx';
import {
  cancelAgent,
  loadAgentRun,
  pauseAgent,
  resumeAgent,
  useAgent,
} from '../../../stores/agent-store.ts';
import { latest } from '../../../stores/async-data.ts';
import { AgentItemTable } from './AgentItemTable.tsx';
import styles from './AgentRunDetail.module.css';
import { ABLATION_WORDS } from './ablation-words.ts';
import { GoOnWithBudget } from './GoOnWithBudget.tsx';

/** One run of the agent: how far it is, what it used, and its instances with their traces. */
export function AgentRunDetail({ runId }: { readonly runId: AgentRunId }) {
  const detail = useAgent((state) => state.detail);
  const commandError = useAgent((state) => state.commandError);
  useEffect(() => void loadAgentRun(runId), [runId]);
  const data = latest(detail);
  if (detail.status === 'failed') return <ErrorText error={detail.error} />;
  if (data?.run.id !== runId) return <Spinner label="Loading the run" />;
  const { run, spending } = data;
  return (
    <article className={styles.run} aria-labelledby="agent-run-title">
      <header>
        <h2 id="agent-run-title">
          {run.model}, run {run.id} · {run.state}
        </h2>
        <Controls run={run} />
      </header>
      <Progress run={run} />
      {run.error !== undefined && <ErrorText error={run.error} />}
      {run.waiting !== undefined && <Waiting waiting={run.waiting} />}
      {commandError !== undefined && <ErrorText error={commandError} />}
      {run.error?.code === 'budget-reached' && <GoOnWithBudget run={run} />}
      <Facts run={run} />
      <AgentItemTable run={run} />
      {spending.length > 0 && <SpendingTable spending={spending} />}
    </article>
  );
}

function Controls({ run: { id, state } }: { readonly run: AgentRun }) {
  return (
    <div className={styles.controls}>
      {state === 'running' && (
        <Button onClick={() => void pauseAgent(id)}>
          <Pause size={13} aria-hidden="true" /> Pause
        </Button>
      )}
      {(state === 'paused' || state === 'cancelled' || state === 'failed') && (
        <Button variant="primary" onClick={() => void resumeAgent(id)}>
          <Play size={13} aria-hidden="true" /> Resume
        </Button>
      )}
      {(state === 'running' || state === 'paused') && (
        <Button onClick={() => void cancelAgent(id)}>
          <X size={13} aria-hidden="true" /> Cancel
        </Button>
      )}
    </div>
  );
}

function Progress({ run: { id, totals } }: { readonly run: AgentRun }) {
  const share = totals.planned === 0 ? 0 : totals.done / totals.planned;
  return (
    <div
      className={styles.bar}
      role="progressbar"
      aria-label={`Run ${id} of the agent`}
      aria-valuenow={Math.floor(share * 100)}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <Meter value={share} tone="accent" />
    </div>
  );
}

function Facts({ run }: { readonly run: AgentRun }) {
  const { totals, spending, budgetUsd } = run;
  const cost = spending.costUsd === undefined ? 'no price set' : formatUsd(spending.costUsd);
  const facts: readonly (readonly [string, string])[] = [
    ['Done', `${formatCount(totals.done)} of ${formatCount(totals.planned)}`],
    ['Passed', formatCount(totals.passed)],
    ['Not verified', formatCount(totals.unverified)],
    ['Failed', formatCount(totals.failed)],
    ['Backtracks', formatCount(totals.backtracks)],
    ['Missing items', formatCount(totals.missingItems)],
    ['Time', formatDuration(run.seconds)],
    ['Cost', budgetUsd === undefined ? cost : `${cost} of ${formatUsd(budgetUsd)}`],
    ['Left out', run.ablate.map((each) => ABLATION_WORDS[each].label).join(', ') || 'nothing'],
    ['Predictions', run.file],
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
